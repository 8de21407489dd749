package article

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// legacyCharsets are those that a text in a script other than the Latin one may be in, with the letters that are most frequent in
// its language, and the share that they have of its letters.
var legacyCharsets = []struct {
	encoding encoding.Encoding
	frequent string
	share    float64
}{
	{charmap.Windows1251, "оеаинтсрвл", 0.6},
	{charmap.KOI8R, "оеаинтсрвл", 0.6},
	{charmap.Windows1253, "αοιετσνηυρ", 0.6},
	{charmap.Windows1255, "יוהלארבתשמ", 0.6},
	{charmap.Windows1256, "اليمونرتبع", 0.6},
	{japanese.ShiftJIS, "のにをはたがでてとしれさいるなっらもすりこだまき", 0.4},
	{japanese.EUCJP, "のにをはたがでてとしれさいるなっらもすりこだまき", 0.4},
	{korean.EUCKR, "이다는의에을가고은하한지를로도사기인그대", 0.35},
	{simplifiedchinese.GB18030, "的一是了不在有人这上个国我中大为来以到他们会年对出说地就时要和", 0.2},
	{traditionalchinese.Big5, "的一是了不在有人這上個國我中大為來以到他們會年對出說地就時要和", 0.2},
}

// maxCharsetSample is the length in bytes of the text by which its charset is guessed.
const maxCharsetSample = 64 << 10

// minGuessed is the number of bytes beyond ASCII from which on frequent letters tell a charset.
const minGuessed = 8

// narrowEncoding guesses the charset of a text that has no byte order mark; nil is UTF-8, which it is where most of what is not
// ASCII is UTF-8, or a typographic mark of it is cut off. Single letters between those of ASCII are Windows-1252; where they stand
// in rows, the frequent ones tell.
func narrowEncoding(raw []byte) encoding.Encoding {
	bad, wide, rows, first := countUTF8(raw)
	switch {
	case bad <= wide, bad < minGuessed && bytes.Contains(raw, []byte("\xe2\x80")):
		return nil
	case bad < minGuessed, rows*2 <= bad:
		return charmap.Windows1252
	}
	sample := raw[first:min(len(raw), first+maxCharsetSample)]
	best, found := 0.5, encoding.Encoding(charmap.Windows1252)
	for _, c := range legacyCharsets {
		if score := frequentShare(sample, c.encoding, c.frequent) / c.share; score > best {
			best, found = score, c.encoding
		}
	}
	return found
}

// frequentShare returns which share of the letters in raw beyond ASCII, read in a charset, are among the frequent ones; 0 where
// more than one in fifty is no character of it.
func frequentShare(raw []byte, enc encoding.Encoding, frequent string) float64 {
	text, err := enc.NewDecoder().Bytes(raw)
	if err != nil {
		return 0
	}
	letters, known, wrong := 0, 0, 0
	for _, r := range string(text) {
		switch {
		case r == utf8.RuneError:
			wrong++
		case r < utf8.RuneSelf || !unicode.IsLetter(r):
		case strings.ContainsRune(frequent, r):
			known++
			letters++
		default:
			letters++
		}
	}
	if letters == 0 || wrong*50 > letters {
		return 0
	}
	return float64(known) / float64(letters)
}

// countUTF8 counts the bytes that are not UTF-8, those of them that follow one beyond ASCII, and the characters of several bytes
// that are UTF-8. first is where the first byte that is not UTF-8 stands.
func countUTF8(raw []byte) (bad, wide, rows, first int) {
	high := false // whether the byte before is beyond ASCII
	for at := 0; at < len(raw); {
		if raw[at] < utf8.RuneSelf {
			high = false
			at++
			continue
		}
		r, size := utf8.DecodeRune(raw[at:])
		switch {
		case r == utf8.RuneError && size == 1:
			if bad == 0 {
				first = at
			}
			if high {
				rows++
			}
			bad++
		default:
			wide++
		}
		high = true
		at += size
	}
	return bad, wide, rows, first
}
