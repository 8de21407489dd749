package article

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// maxSource is the size of the largest source that is read, in bytes.
const maxSource = 64 << 20

// ErrBinary says that a source is no text in any charset.
var ErrBinary = errors.New("the file is not text: pass a page, a Markdown or a text file")

// readAll reads r to its end, up to maxSource.
func readAll(r io.Reader) ([]byte, error) {
	raw, err := io.ReadAll(io.LimitReader(r, maxSource+1))
	if err != nil {
		return nil, fmt.Errorf("read article: %w", err)
	}
	if len(raw) > maxSource {
		return nil, fmt.Errorf("read article: %w", &LimitError{What: "bytes", Limit: maxSource})
	}
	return raw, nil
}

// decodeHTML returns the page as valid UTF-8, by its byte order mark, its Content-Type, its meta elements, or a guess.
func decodeHTML(raw []byte, contentType string) ([]byte, error) {
	if enc := wideEncoding(raw); enc != nil {
		return decode(raw, enc)
	}
	enc, name, certain := charset.DetermineEncoding(raw[:min(len(raw), 4096)], contentType)
	switch {
	case utf8.Valid(raw) && (!certain || name == "windows-1252"):
		enc = nil
	case name == "utf-8", name == "windows-1252" && !certain: // what is said of neither is always true, and nothing is Windows-1252 too
		enc = narrowEncoding(raw)
	case name == "gbk":
		enc = simplifiedchinese.GB18030 // its decoder is that of both (WHATWG Encoding Standard)
	}
	return decode(raw, enc)
}

// decodeText returns a text as valid UTF-8: by its byte order mark, as UTF-8 when it is that, by its Content-Type, which may be empty,
// and else by a guess.
func decodeText(raw []byte, contentType string) ([]byte, error) {
	if enc := wideEncoding(raw); enc != nil {
		return decode(raw, enc)
	}
	_, params, _ := mime.ParseMediaType(contentType)
	// that of a server which names Windows-1252, or Latin-1, for all it has says nothing
	if enc, name := charset.Lookup(params["charset"]); enc != nil && name != "utf-8" && name != "windows-1252" && !utf8.Valid(raw) {
		return decode(raw, enc)
	}
	return decode(raw, narrowEncoding(raw))
}

// decode converts raw, which is UTF-8 when enc is nil, and refuses what is no text.
func decode(raw []byte, enc encoding.Encoding) ([]byte, error) {
	if enc != nil {
		out, err := enc.NewDecoder().Bytes(raw)
		if err != nil {
			return nil, fmt.Errorf("decode text: %w", err)
		}
		raw = out
	}
	if isBinary(raw) {
		return nil, ErrBinary
	}
	raw = bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf"))
	if utf8.Valid(raw) {
		return raw, nil
	}
	return bytes.ToValidUTF8(raw, []byte("\uFFFD")), nil
}

// wideEncoding recognises UTF-32 and UTF-16 by their byte order marks, and UTF-16 by every other byte of its beginning being zero.
func wideEncoding(raw []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(raw, []byte{0xff, 0xfe, 0, 0}), bytes.HasPrefix(raw, []byte{0, 0, 0xfe, 0xff}):
		return utf32.UTF32(utf32.BigEndian, utf32.UseBOM)
	case bytes.HasPrefix(raw, []byte{0xff, 0xfe}):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case bytes.HasPrefix(raw, []byte{0xfe, 0xff}):
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	}
	head := raw[:min(len(raw), 512)&^1]
	var zeros [2]int
	for i, b := range head {
		if b == 0 {
			zeros[i&1]++
		}
	}
	switch n := len(head) / 2; {
	case n >= 4 && zeros[1] > n*7/10 && zeros[0] == 0:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case n >= 4 && zeros[0] > n*7/10 && zeros[1] == 0:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}

// isBinary reports whether the beginning holds control characters that no text has.
func isBinary(raw []byte) bool {
	head := raw[:min(len(raw), 8192)]
	controls := 0
	for _, b := range head {
		if b < 0x20 && !strings.ContainsRune("\t\n\r\f\x1b", rune(b)) {
			controls++
		}
	}
	return controls*50 > len(head)
}
