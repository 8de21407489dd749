package main

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
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
