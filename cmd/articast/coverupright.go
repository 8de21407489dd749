package main

import (
	"bytes"
	"encoding/binary"
	"image"
)

// upright is the orientation of a picture whose rows are stored from top to bottom, and its columns from left to right.
const upright = 1

// orientationOf returns how the pixels of a JPEG lie, 1 to 8, as the camera that took it noted in its Exif data: most store what the
// sensor saw and leave the turning to whoever shows it. It is 1 where nothing is noted that can be read.
// (ITU-T T.81, B.1.1 on segments; Exif 2.3, 4.5.4 on APP1 and 4.6.4 on the tag.)
func orientationOf(data []byte) int {
	const startOfImage, startOfScan, app1 = 0xd8, 0xda, 0xe1
	if !bytes.HasPrefix(data, []byte{0xff, startOfImage}) {
		return upright
	}
	for rest := data[2:]; len(rest) >= 4 && rest[0] == 0xff; {
		marker := rest[1]
		if marker == 0xff { // filling
			rest = rest[1:]
			continue
		}
		size := int(binary.BigEndian.Uint16(rest[2:])) // counts itself
		if marker == startOfScan || size < 2 || 2+size > len(rest) {
			break
		}
		if tiff, ok := bytes.CutPrefix(rest[4:2+size], []byte("Exif\x00\x00")); ok && marker == app1 {
			return orientationTag(tiff)
		}
		rest = rest[2+size:]
	}
	return upright
}

// orientationTag finds the orientation in the first directory of a TIFF (TIFF 6.0, section 2).
func orientationTag(tiff []byte) int {
	const header, entry, orientation, short = 8, 12, 0x0112, 3
	if len(tiff) < header {
		return upright
	}
	var order binary.ByteOrder = binary.LittleEndian
	if bytes.HasPrefix(tiff, []byte("MM")) {
		order = binary.BigEndian
	}
	at := uint64(order.Uint32(tiff[4:]))
	if at+2 > uint64(len(tiff)) {
		return upright
	}
	n := int(order.Uint16(tiff[at:]))
	for dir := tiff[at+2:]; n > 0 && len(dir) >= entry; dir, n = dir[entry:], n-1 {
		if order.Uint16(dir) != orientation || order.Uint16(dir[2:]) != short {
			continue
		}
		if value := int(order.Uint16(dir[8:])); value >= 1 && value <= 8 {
			return value
		}
	}
	return upright
}

// turn puts a picture upright that lies as orientation says.
func turn(m *image.RGBA, orientation int) *image.RGBA {
	if orientation == upright {
		return m
	}
	lies := orientation >= 5 // its rows are columns
	fromRight := orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8
	fromBottom := orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7
	size := m.Rect.Size()
	shown := size
	if lies {
		shown.X, shown.Y = size.Y, size.X
	}
	turned := image.NewRGBA(image.Rectangle{Max: shown})
	for y := range shown.Y {
		for x := range shown.X {
			column, row := x, y
			if lies {
				column, row = y, x
			}
			if fromRight {
				column = size.X - 1 - column
			}
			if fromBottom {
				row = size.Y - 1 - row
			}
			turned.SetRGBA(x, y, m.RGBAAt(column, row))
		}
	}
	return turned
}
