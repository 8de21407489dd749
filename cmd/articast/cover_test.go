package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/opentype"
)

// picture returns an encoded picture, red on the left and blue on the right.
func picture(name string, width, height int) ([]byte, error) {
	m := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			c := color.RGBA{200, 0, 0, 255}
			if x >= width/2 {
				c = color.RGBA{0, 0, 200, 255}
			}
			m.SetRGBA(x, y, c)
		}
	}
	var b bytes.Buffer
	if filepath.Ext(name) == ".png" {
		err := png.Encode(&b, m)
		return b.Bytes(), err
	}
	err := jpeg.Encode(&b, m, nil)
	return b.Bytes(), err
}

// withOrientation adds to a JPEG what a camera notes that was held otherwise.
func withOrientation(data []byte, orientation byte, order binary.AppendByteOrder) []byte {
	mark := "II"
	if order == binary.AppendByteOrder(binary.BigEndian) {
		mark = "MM"
	}
	tiff := order.AppendUint16([]byte(mark), 42)
	tiff = order.AppendUint32(tiff, 8)
	tiff = order.AppendUint16(tiff, 2) // entries
	for _, e := range [][4]uint16{{0x0110, 2, 1, 'x'}, {0x0112, 3, 1, uint16(orientation)}} {
		tiff = order.AppendUint16(order.AppendUint16(tiff, e[0]), e[1])
		tiff = order.AppendUint32(tiff, uint32(e[2]))
		tiff = order.AppendUint16(order.AppendUint16(tiff, e[3]), 0)
	}
	tiff = order.AppendUint32(tiff, 0)
	app := slices.Concat([]byte{0xff, 0xe0, 0, 4, 'J', 'F', 0xff, 0xff, 0xe1, 0, byte(8 + len(tiff))}, []byte("Exif\x00\x00"), tiff)
	return slices.Concat(data[:2], app, data[2:])
}

// TestCoverIsPutUpright: what a JPEG stores in its upper left and upper right is shown where its orientation says.
func TestCoverIsPutUpright(t *testing.T) {
	const width, height = 80, 40
	red, blue := color.RGBA{200, 0, 0, 255}, color.RGBA{0, 0, 200, 255}
	m := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			switch {
			case y >= height/2:
				m.Set(x, y, color.White)
			case x < width/2:
				m.Set(x, y, red)
			default:
				m.Set(x, y, blue)
			}
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	const upperLeft, upperRight, lowerLeft, lowerRight = "upper left", "upper right", "lower left", "lower right"
	for i, want := range []struct{ red, blue string }{ // Exif 2.3, 4.6.4: what side row 0 and column 0 are
		{upperLeft, upperRight}, {upperRight, upperLeft}, {lowerRight, lowerLeft}, {lowerLeft, lowerRight},
		{upperLeft, lowerLeft}, {upperRight, lowerRight}, {lowerRight, upperRight}, {lowerLeft, upperLeft},
	} {
		for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
			orientation := i + 1
			data := withOrientation(b.Bytes(), byte(orientation), order)
			got, err := coverFrom(data, maxCoverPixels)
			if err != nil {
				t.Fatal(err)
			}
			if same := bytes.Equal(got.Data, data); same != (orientation == upright) {
				t.Errorf("%d: same bytes: %v", orientation, same)
			}
			shown, _, err := image.Decode(bytes.NewReader(got.Data))
			if err != nil {
				t.Fatal(err)
			}
			size := shown.Bounds().Size()
			if lies := orientation >= 5; lies != (size == image.Pt(height, width)) {
				t.Errorf("%d: shown as %v", orientation, size)
			}
			found := make(map[string]string)
			for name, at := range map[string]image.Point{
				upperLeft: {size.X / 4, size.Y / 4}, upperRight: {size.X * 3 / 4, size.Y / 4}, lowerLeft: {size.X / 4, size.Y * 3 / 4}, lowerRight: {size.X * 3 / 4, size.Y * 3 / 4},
			} {
				switch r, _, b, _ := shown.At(at.X, at.Y).RGBA(); {
				case r>>8 > 150 && b>>8 < 50:
					found["red"] = name
				case b>>8 > 150 && r>>8 < 50:
					found["blue"] = name
				}
			}
			if found["red"] != want.red || found["blue"] != want.blue {
				t.Errorf("%d, %v: %v, want %v", orientation, order, found, want)
			}
		}
	}
}

// FuzzOrientation: what a picture says of itself may be anything.
func FuzzOrientation(f *testing.F) {
	f.Add(withOrientation([]byte{0xff, 0xd8, 0xff, 0xd9}, 6, binary.BigEndian))
	f.Add([]byte("\xff\xd8\xff\xe1\x00\x10Exif\x00\x00II*\x00\xff\xff\xff\xff"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if o := orientationOf(data); o < 1 || o > 8 {
			t.Errorf("orientation %d", o)
		}
	})
}

// makePicture is the script command "picture NAME WIDTH HEIGHT [CLAIM]". With CLAIM, a PNG says that it has so many pixels each way.
func makePicture(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 3 || len(args) > 4 {
		ts.Fatalf("usage: picture name width height [claim]")
	}
	width, err := strconv.Atoi(args[1])
	ts.Check(err)
	height, err := strconv.Atoi(args[2])
	ts.Check(err)
	data, err := picture(args[0], width, height)
	ts.Check(err)
	if len(args) == 4 {
		claim, err := strconv.Atoi(args[3])
		ts.Check(err)
		binary.BigEndian.PutUint32(data[16:], uint32(claim)) // in the chunk IHDR, whose CRC is at 29 (PNG, 5.3 and 11.2.2)
		binary.BigEndian.PutUint32(data[20:], uint32(claim))
		binary.BigEndian.PutUint32(data[29:], crc32.ChecksumIEEE(data[12:29]))
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o600))
}

// pictureServer is the script command "pictureserver": it serves the files of the script and puts its address into $PICTURES.
func pictureServer(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 0 {
		ts.Fatalf("usage: pictureserver")
	}
	server := httptest.NewServer(http.FileServer(http.Dir(ts.MkAbs("."))))
	ts.Defer(server.Close)
	ts.Setenv("PICTURES", server.URL)
}

// A WebP, which no player shows, becomes a JPEG.
func TestWebPBecomesJPEG(t *testing.T) {
	// One pixel, as VP8 (RFC 9649, 2.5).
	data, err := base64.StdEncoding.DecodeString("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA")
	if err != nil {
		t.Fatal(err)
	}
	got, err := coverFrom(data, maxCoverPixels)
	if err != nil {
		t.Fatal(err)
	}
	if _, format, err := image.DecodeConfig(bytes.NewReader(got.Data)); err != nil || format != "jpeg" || got.MIME != "image/jpeg" {
		t.Errorf("%s, %s, %v", got.MIME, format, err)
	}
}

func TestTitleIsDrawnAlikeEachTime(t *testing.T) {
	long := strings.Repeat("The keepers of the lock wrote down how the water rose. ", 20)
	for _, title := range []string{"", "Canal", "Why Russia Will Not Fight For Venezuela", "Пятая вода", "Donaudampfschifffahrtsgesellschaftskapitän", long, strings.Repeat("W", 1000), "🙂 e\u0301te\u0301\n"} {
		first, err := drawTitle(title, "The Lock Gazette")
		if err != nil {
			t.Fatal(err)
		}
		again, err := drawTitle(title, "The Lock Gazette")
		if err != nil || !bytes.Equal(first.Data, again.Data) {
			t.Errorf("%.20q: not the same bytes (%v)", title, err)
		}
		m, err := png.Decode(bytes.NewReader(first.Data))
		if err != nil || m.Bounds() != image.Rect(0, 0, coverSide, coverSide) || first.MIME != "image/png" || len(first.Data) > 200_000 {
			t.Fatalf("%.20q: %d bytes, %v", title, len(first.Data), err)
		}
		ground := m.At(0, 0)
		for y := range coverSide {
			for _, x := range []int{titleMargin / 2, coverSide - titleMargin/2} {
				if m.At(x, y) != ground {
					t.Fatalf("%.20q: ink in the margin, at %d, %d", title, x, y)
				}
			}
		}
	}
}

func TestTitleThatTheFontLacks(t *testing.T) {
	_, err := drawTitle("運河 The Canal", "")
	if lacks := (*glyphError)(nil); !errors.As(err, &lacks) || lacks.letter != '運' {
		t.Error(err)
	}
	if _, err := drawTitle("The Canal", "運河"); err != nil {
		t.Error("a foot that cannot be drawn is left out, but:", err)
	}
}

func TestTitleBreaksBetweenWords(t *testing.T) {
	f, err := opentype.Parse(gobold.TTF)
	if err != nil {
		t.Fatal(err)
	}
	face, err := faceOf(f, 100)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text  string
		want  []string
		whole bool
	}{
		{"The keepers of the lock", []string{"The", "keepers", "of the", "lock"}, true},
		{"a WWWWWWWW b", []string{"a", "WWWW", "WWWW", "b"}, false},
		{"", nil, true},
	} {
		if lines, whole := wrap(face, c.text, 400); !slices.Equal(lines, c.want) || whole != c.whole {
			t.Errorf("%q becomes %q, %v", c.text, lines, whole)
		}
	}
}

func TestCoverIsScaledDownToWhatPlayersShow(t *testing.T) {
	for _, c := range []struct {
		name          string
		width, height int
		mime          string
		wantW, wantH  int
		same          bool // bytes
	}{
		{"small.png", 300, 200, "image/png", 300, 200, true},
		{"largest.jpg", 1400, 1400, "image/jpeg", 1400, 1400, true},
		{"wide.png", 2800, 1000, "image/jpeg", 1400, 500, false},
		{"high.jpg", 1000, 1999, "image/jpeg", 700, 1400, false},
		{"line.png", 3000, 1, "image/jpeg", 1400, 1, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			data, err := picture(c.name, c.width, c.height)
			if err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(t.TempDir(), c.name)
			if err := os.WriteFile(path, data, 0o600); err != nil {
				t.Fatal(err)
			}
			got, err := readCover(path)
			if err != nil {
				t.Fatal(err)
			}
			m, _, err := image.Decode(bytes.NewReader(got.Data))
			if err != nil {
				t.Fatal(err)
			}
			if size := m.Bounds().Size(); got.MIME != c.mime || size != image.Pt(c.wantW, c.wantH) {
				t.Errorf("%s of %v, want %s of %d x %d", got.MIME, size, c.mime, c.wantW, c.wantH)
			}
			if same := bytes.Equal(got.Data, data); same != c.same {
				t.Errorf("same bytes: %v", same)
			}
			left, _, _, _ := m.At(c.wantW/4, c.wantH/2).RGBA()
			_, _, right, _ := m.At(c.wantW*3/4, c.wantH/2).RGBA()
			if left>>8 < 190 || right>>8 < 190 {
				t.Errorf("red %d on the left, blue %d on the right, want 200", left>>8, right>>8)
			}
		})
	}
}
