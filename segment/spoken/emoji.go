package spoken

import "unicode/utf8"

// matchEmoji says a pictograph by its name in the table, once for a row of the same, and drops one without a name.
func matchEmoji(s *scan, pos int) (int, string) {
	e, end := s.en.emoji.longest(s, pos)
	if c := s.text[pos]; c < utf8.RuneSelf {
		if end == 0 || pos > 0 && !isSpace(s.text[pos-1]) || !s.rightFree(end) || s.at(end) == '/' {
			return 0, ""
		}
		return s.dropped(pos, end) // a face of signs
	}
	if end == 0 {
		_, n := utf8.DecodeRuneInString(s.text[pos:])
		end = s.emojiTail(pos + n)
		return s.dropped(pos, end)
	}
	end = s.emojiTail(end)
	for s.has(end, e.form) {
		end = s.emojiTail(end + len(e.form))
	}
	return s.spaced(pos, end, e.spoken)
}

// emojiTail returns the end of the signs that join, colour and shape the pictograph before pos.
func (s *scan) emojiTail(pos int) int {
	for pos < len(s.text) {
		r, n := utf8.DecodeRuneInString(s.text[pos:])
		switch {
		case r == 0xFE0F, r == 0x20E3, r >= 0x1F3FB && r <= 0x1F3FF, r >= 0xE0020 && r <= 0xE007F:
			pos += n
		case r == 0x200D:
			next, m := utf8.DecodeRuneInString(s.text[pos+n:])
			if !isEmoji(next) {
				return pos + n
			}
			pos += n + m
		default:
			return pos
		}
	}
	return pos
}
