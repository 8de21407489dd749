package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	_ "image/png"
	"io"
	"io/fs"
	"os"

	"github.com/urfave/cli/v2"
	"golang.org/x/image/draw"
	_ "golang.org/x/image/webp"

	"articast/article"
	"articast/audio/id3"
	"articast/segment"
)

// What --cover takes besides the path of a file.
const (
	noCover    = "none"
	pageCover  = "page"
	titleCover = "title"
)

const (
	coverSide      = 1400     // pixels: the least that podcast directories ask for, and more than a player shows
	maxCoverFile   = 64 << 20 // bytes
	maxCoverPixels = 100e6    // of a file
	maxPagePixels  = 40e6     // of a picture on the web, which anybody may have made: 460 MB of memory
	maxCoverSide   = 30000    // pixels: scaling keeps the rows of the picture at the width that they will have
	coverQuality   = 90       // of JPEG
	maxCover       = 2 << 20  // bytes: it goes into each MP3 and page
)

func coverFlag() cli.Flag {
	return &cli.PathFlag{
		Name: "cover", Category: categoryOutput,
		Usage: "put a picture into the MP3, at most 1400 pixels large: the JPEG, PNG or WebP in `FILE`, page for that of the article's page, title for the title drawn, none for none",
	}
}

// coverWords are the values of --cover that are no path.
var coverWords = []string{pageCover, titleCover, noCover}

// cover is the picture of an episode, or how to come by it once the plan is known.
type cover struct {
	picture id3.Picture
	from    string // pageCover, titleCover, or "" for the picture as it is
	fetch   article.FetchOptions
}

// coverOf reads --cover and the file that it names.
func coverOf(c *cli.Context, fetch article.FetchOptions) (cover, error) {
	switch value := c.Path("cover"); value {
	case "", noCover:
		return cover{}, nil
	case pageCover, titleCover:
		return cover{from: value, fetch: fetch}, nil
	default:
		picture, err := readCover(value)
		if err != nil {
			return cover{}, &usageError{msg: fmt.Sprintf("--cover %s: %v", value, err), hint: "--cover takes a JPEG, PNG or WebP, or page, title or none", flag: "cover"}
		}
		return cover{picture: picture}, nil
	}
}

// of returns the picture for a plan; the zero value where there is none to be. A page without a picture that can be had does
// not keep an article from being heard: note is told, and the title is drawn instead.
func (c cover) of(ctx context.Context, plan *segment.Plan, note io.Writer) (id3.Picture, error) {
	if c.from == "" {
		return c.picture, nil
	}
	if c.from == pageCover {
		picture, err := fetchCover(ctx, plan.Image, c.fetch)
		if err == nil {
			return picture, nil
		}
		if ctx.Err() != nil {
			return id3.Picture{}, ctx.Err()
		}
		fmt.Fprintf(note, "cover: %s; the title is drawn instead\n", oneLine(withFix(err)))
	}
	picture, err := drawTitle(plan.Title, cmp.Or(plan.Site, plan.Byline))
	if lacks := (*glyphError)(nil); errors.As(err, &lacks) {
		fmt.Fprintf(note, "cover: %v: the file has none; --cover FILE gives it one\n", err)
		return id3.Picture{}, nil
	}
	return picture, err
}

// withFix returns an error in one line, with what helps where that is a flag of ours; other hints are for pages.
func withFix(err error) string {
	if errors.Is(err, article.ErrPrivateAddress) {
		return fmt.Sprintf("%v (%s)", err, hintOf(err))
	}
	return err.Error()
}

// fetchCover gets the picture that a page names.
func fetchCover(ctx context.Context, address string, o article.FetchOptions) (id3.Picture, error) {
	if address == "" {
		return id3.Picture{}, errors.New("the page names no picture")
	}
	o.MaxBytes = maxCoverFile
	fetched, err := article.FetchPicture(ctx, address, o)
	if err != nil {
		return id3.Picture{}, err
	}
	picture, err := coverFrom(fetched.Body, maxPagePixels)
	if err != nil {
		return id3.Picture{}, fmt.Errorf("%s %w", address, err)
	}
	return picture, nil
}

// readCover reads the picture in a file.
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
	return coverFrom(data, maxCoverPixels)
}

// coverFrom takes a JPEG or PNG as it is. One that is larger than a player needs, in pixels or bytes, is scaled down and becomes a
// JPEG; so does a WebP, which players do not show, and a JPEG that is to be turned, which few of them do. One of more than maxPixels is
// refused before it is decoded.
func coverFrom(data []byte, maxPixels int) (id3.Picture, error) {
	config, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return id3.Picture{}, errors.New("is no JPEG, PNG or WebP")
	}
	if config.Width*config.Height > maxPixels {
		return id3.Picture{}, fmt.Errorf("has more than %d million pixels", maxPixels/1e6)
	}
	if config.Width > maxCoverSide || config.Height > maxCoverSide {
		return id3.Picture{}, fmt.Errorf("is more than %d pixels wide or high", maxCoverSide)
	}
	orientation := orientationOf(data)
	if format != "webp" && orientation == upright && config.Width <= coverSide && config.Height <= coverSide && len(data) <= maxCover {
		return id3.Picture{MIME: "image/" + format, Data: data}, nil
	}
	full, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return id3.Picture{}, fmt.Errorf("is damaged: %w", err)
	}
	var small bytes.Buffer
	if err := jpeg.Encode(&small, turn(scaleDown(full, coverSide), orientation), &jpeg.Options{Quality: coverQuality}); err != nil {
		return id3.Picture{}, err
	}
	return id3.Picture{MIME: "image/jpeg", Data: small.Bytes()}, nil
}

// scaleDown makes a picture at most side pixels wide and high, on white.
func scaleDown(from image.Image, side int) *image.RGBA {
	b := from.Bounds()
	width, height := b.Dx(), b.Dy()
	if longest := max(width, height); longest > side {
		width, height = max(1, width*side/longest), max(1, height*side/longest)
	}
	small := image.NewRGBA(image.Rect(0, 0, width, height))
	draw.Draw(small, small.Rect, image.White, image.Point{}, draw.Src)
	draw.CatmullRom.Scale(small, small.Rect, from, b, draw.Over, nil)
	return small
}
