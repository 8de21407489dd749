package mp3

import (
	"bytes"
	"testing"
)

func TestCRC(t *testing.T) {
	// The check value of CRC-16/ARC.
	if got := updateCRC(0, []byte("123456789")); got != 0xbb3d {
		t.Errorf("%04x, want bb3d", got)
	}
	long := bytes.Repeat([]byte("any bytes\x00\xff"), 50)
	want := updateCRC(0, long)
	for cut := range 20 {
		if got := updateCRC(updateCRC(0, long[:cut]), long[cut:]); got != want {
			t.Errorf("cut at %d: %04x, want %04x", cut, got, want)
		}
	}
}
