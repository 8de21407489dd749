package main

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	_ "image/png"
	"io/fs"
	"os"

	"github.com/urfave/cli/v2"

	"articast/audio/id3"
)

const (
	noCover = "none"

	coverSide      = 1400     // pixels: the least that podcast directories ask for, and more than a player shows
	maxCoverFile   = 64 << 20 // bytes
	maxCoverPixels = 100e6
	coverQuality   = 90 // of JPEG
)

func coverFlag() cli.Flag {
	return &cli.PathFlag{
		Name: "cover", Category: categoryOutput,
		Usage: "put the JPEG or PNG in `FILE` into the MP3, scaled down to at most 1400 pixels; none puts none",
	}
}

// coverOf reads the picture of --cover; the zero value where there is none to be.
func coverOf(c *cli.Context) (id3.Picture, error) {
	path := c.Path("cover")
	if path == "" || path == noCover {
		return id3.Picture{}, nil
	}
	picture, err := readCover(path)
	if err != nil {
		return id3.Picture{}, &usageError{msg: fmt.Sprintf("--cover %s: %v", path, err), hint: "--cover takes a JPEG or PNG, or none"}
	}
	return picture, nil
}

// readCover reads a JPEG or PNG. One that is larger than a player needs, in pixels or bytes, is scaled down and becomes a JPEG.
func readCover(path string) (id3.Picture, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return id3.Picture{}, errors.New("no such file")
	case err != nil:
		return id3.Picture{}, err
	case !info.Mode().IsRegular():
		return id3.Picture{}, errors.New("is no file")
	case info.Size() > maxCoverFile:
		return id3.Picture{}, fmt.Errorf("is larger than %d MB", maxCoverFile>>20)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return id3.Picture{}, err
	}
	config, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return id3.Picture{}, errors.New("is neither a JPEG nor a PNG")
	}
	if config.Width*config.Height > maxCoverPixels {
		return id3.Picture{}, fmt.Errorf("has more than %d million pixels", int(maxCoverPixels/1e6))
	}
	if config.Width <= coverSide && config.Height <= coverSide && len(data) <= maxCover {
		return id3.Picture{MIME: "image/" + format, Data: data}, nil
	}
	full, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return id3.Picture{}, fmt.Errorf("is damaged: %w", err)
	}
	var small bytes.Buffer
	if err := jpeg.Encode(&small, scaleDown(full, coverSide), &jpeg.Options{Quality: coverQuality}); err != nil {
		return id3.Picture{}, err
	}
	return id3.Picture{MIME: "image/jpeg", Data: small.Bytes()}, nil
}

// scaleDown makes a picture at most side pixels wide and high, on white: each pixel is the mean of those that it stands for.
func scaleDown(from image.Image, side int) image.Image {
	b := from.Bounds()
	full := image.NewRGBA(image.Rect(0, 0, b.Dx(), b.Dy()))
	draw.Draw(full, full.Bounds(), image.White, image.Point{}, draw.Src)
	draw.Draw(full, full.Bounds(), from, b.Min, draw.Over)
	longest := max(b.Dx(), b.Dy())
	if longest <= side {
		return full
	}
	small := image.NewRGBA(image.Rect(0, 0, max(1, b.Dx()*side/longest), max(1, b.Dy()*side/longest)))
	width, height := small.Rect.Dx(), small.Rect.Dy()
	for y := range height {
		for x := range width {
			small.SetRGBA(x, y, meanColor(full, image.Rect(x*b.Dx()/width, y*b.Dy()/height, (x+1)*b.Dx()/width, (y+1)*b.Dy()/height)))
		}
	}
	return small
}

// meanColor returns the mean colour of a part of an opaque picture.
func meanColor(m *image.RGBA, part image.Rectangle) color.RGBA {
	var r, g, b int
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			c := m.RGBAAt(x, y)
			r, g, b = r+int(c.R), g+int(c.G), b+int(c.B)
		}
	}
	n := part.Dx() * part.Dy()
	half := n / 2
	return color.RGBA{uint8((r + half) / n), uint8((g + half) / n), uint8((b + half) / n), 255}
}
