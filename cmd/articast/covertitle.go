package main

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"strings"
	"unicode"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"

	"articast/audio/id3"
)

// Where things stand on a drawn cover, in pixels.
const (
	titleMargin  = 120
	titleWidth   = coverSide - 2*titleMargin
	titleHeight  = 960 // the rest is for the line at the foot
	footBaseline = coverSide - titleMargin
	footSize     = 52
	largestTitle = 168 // of letters; at less than 512 the rasterizer counts in fixed point, alike on all machines
	leastTitle   = 56
	maxTitle     = 300 // runes
)

// The colours of a drawn cover.
var coverGround, coverInk = color.RGBA{24, 44, 66, 255}, color.RGBA{250, 246, 236, 255}

// glyphError says that the font has no glyph for a letter.
type glyphError struct{ letter rune }

// Error names the letter.
func (e *glyphError) Error() string {
	return fmt.Sprintf("the font has no letter %q, so that the title cannot be drawn", e.letter)
}

// drawTitle draws a title, as large as fits, and a line at the foot, which may be empty. It fails with a *glyphError for a title in a
// script that the Go fonts do not have: they have Latin, Greek and Cyrillic. Equal titles give equal bytes.
func drawTitle(title, foot string) (id3.Picture, error) {
	bold, err := opentype.Parse(gobold.TTF)
	if err != nil {
		return id3.Picture{}, err
	}
	regular, err := opentype.Parse(goregular.TTF)
	if err != nil {
		return id3.Picture{}, err
	}
	if title, err = drawable(bold, title); err != nil {
		return id3.Picture{}, err
	}
	if foot, err = drawable(regular, foot); err != nil {
		foot = ""
	}
	ink := image.NewGray(image.Rect(0, 0, coverSide, coverSide))
	if err := drawHeading(ink, bold, title); err != nil {
		return id3.Picture{}, err
	}
	if err := drawFoot(ink, regular, foot); err != nil {
		return id3.Picture{}, err
	}
	var b bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(&b, &image.Paletted{Pix: ink.Pix, Stride: ink.Stride, Rect: ink.Rect, Palette: shades()}); err != nil {
		return id3.Picture{}, err
	}
	return id3.Picture{MIME: "image/png", Data: b.Bytes()}, nil
}

// shades are the colours from the ground to the ink.
func shades() color.Palette {
	list := make(color.Palette, 256)
	for i := range list {
		mix := func(from, to uint8) uint8 { return uint8((int(from)*(255-i) + int(to)*i + 127) / 255) }
		list[i] = color.RGBA{mix(coverGround.R, coverInk.R), mix(coverGround.G, coverInk.G), mix(coverGround.B, coverInk.B), 255}
	}
	return list
}

// drawable returns the beginning of a text in one line, without the signs that the font does not have. Letters and digits that
// it does not have are an error.
func drawable(f *sfnt.Font, text string) (string, error) {
	var buf sfnt.Buffer
	var kept []rune
	for _, r := range norm.NFC.String(text) {
		if unicode.IsSpace(r) {
			r = ' '
		}
		switch glyph, err := f.GlyphIndex(&buf, r); {
		case err == nil && glyph != 0 && unicode.IsPrint(r):
			kept = append(kept, r)
		case unicode.IsLetter(r) || unicode.IsNumber(r):
			return "", &glyphError{r}
		}
		if len(kept) > maxTitle {
			kept[maxTitle-1] = '…'
			kept = kept[:maxTitle]
			break
		}
	}
	return strings.Join(strings.Fields(string(kept)), " "), nil
}

func faceOf(f *sfnt.Font, size int) (font.Face, error) {
	return opentype.NewFace(f, &opentype.FaceOptions{Size: float64(size), DPI: 72, Hinting: font.HintingNone})
}

// drawHeading draws the title from the top, in the largest letters in which all of it fits.
func drawHeading(to *image.Gray, f *sfnt.Font, title string) error {
	for size := largestTitle; ; size -= 8 {
		face, err := faceOf(f, size)
		if err != nil {
			return err
		}
		leading := size * 5 / 4
		lines, whole := wrap(face, title, titleWidth)
		if fits := whole && len(lines)*leading <= titleHeight; !fits && size > leastTitle {
			continue
		}
		if most := titleHeight / leading; len(lines) > most {
			lines = lines[:most]
			lines[most-1] = shorten(face, lines[most-1]+"…", titleWidth)
		}
		for i, line := range lines {
			write(to, face, titleMargin, titleMargin+size+i*leading, line)
		}
		return nil
	}
}

// drawFoot draws a short rule and a line below it.
func drawFoot(to *image.Gray, f *sfnt.Font, text string) error {
	face, err := faceOf(f, footSize)
	if err != nil || text == "" {
		return err
	}
	rule := image.Rect(titleMargin, footBaseline-2*footSize, titleMargin+160, footBaseline-2*footSize+8)
	draw.Draw(to, rule, image.White, image.Point{}, draw.Src)
	write(to, face, titleMargin, footBaseline, shorten(face, text, titleWidth))
	return nil
}

func write(to *image.Gray, face font.Face, x, y int, text string) {
	d := font.Drawer{Dst: to, Src: image.White, Face: face, Dot: fixed.P(x, y)}
	d.DrawString(text)
}

// wrap breaks a text into lines at most width pixels wide. It reports false when a word had to be broken.
func wrap(face font.Face, text string, width int) (lines []string, whole bool) {
	whole = true
	line := ""
	for _, word := range strings.Fields(text) {
		if longer := strings.TrimSpace(line + " " + word); font.MeasureString(face, longer).Ceil() <= width {
			line = longer
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		for line = word; font.MeasureString(face, line).Ceil() > width; whole = false {
			n := fitting(face, line, width)
			lines, line = append(lines, line[:n]), line[n:]
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines, whole
}

// fitting returns how many bytes of a line fit into a width: at least one letter.
func fitting(face font.Face, line string, width int) int {
	n := 0
	for i, r := range line {
		end := i + len(string(r))
		if i > 0 && font.MeasureString(face, line[:end]).Ceil() > width {
			break
		}
		n = end
	}
	return n
}

// shorten cuts a line that is too wide, and says so with an ellipsis.
func shorten(face font.Face, line string, width int) string {
	if font.MeasureString(face, line).Ceil() <= width {
		return line
	}
	return line[:fitting(face, line, width-font.MeasureString(face, "…").Ceil())] + "…"
}
