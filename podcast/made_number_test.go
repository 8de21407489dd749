package podcast

import (
	"bytes"
	"testing"
	"unicode/utf8"
)

// TestFLACNumbers are those of UTF-8 where that has any.
func TestFLACNumbers(t *testing.T) {
	for _, n := range []rune{0, 1, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xffff, 0x10000, 0x10ffff} {
		if got, want := flacNumber(uint64(n)), utf8.AppendRune(nil, n); !bytes.Equal(got, want) {
			t.Errorf("%x is % x, want % x", n, got, want)
		}
	}
	// RFC 9639, 9.1.5: the first byte of the longest has no bit of the number
	if got, want := flacNumber(1<<36-1), []byte{0xfe, 0xbf, 0xbf, 0xbf, 0xbf, 0xbf, 0xbf}; !bytes.Equal(got, want) {
		t.Errorf("the largest is % x, want % x", got, want)
	}
}
