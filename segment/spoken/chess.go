package spoken

import (
	"regexp"
	"strings"
)

// pieces are the letters of the pieces of chess.
var pieces = map[string]string{"K": "king", "Q": "queen", "R": "rook", "B": "bishop", "N": "knight"}

// moveForm is a move in algebraic notation: piece, where it comes from, capture, square, promotion, check; or castling.
var moveForm = regexp.MustCompile(`^(?:([KQRBN]?)([a-h]?[1-8]?)(x?)([a-h][1-8])(?:=([QRBN]))?|(O-O-O|O-O))([+#]?)`)

// maxMove is the length in bytes of the longest move.
const maxMove = len("Qa1xb2=Q+")

// chessMove is a move as said.
type chessMove struct {
	said string
	end  int
	sure bool // its signs show that it is a move
	man  bool // a piece moves, not a pawn
}

// moveAt reads a move of chess at pos: "Nf3", "exd5", "Qxd5+", "e8=Q#", "O-O".
func (s *scan) moveAt(pos int) (m chessMove, ok bool) {
	if c := s.at(pos); strings.IndexByte("KQRBNOabcdefgh", c) < 0 || c == 0 || strings.IndexByte("abcdefgh12345678x-", s.at(pos+1)) < 0 || !s.leftFree(pos) {
		return m, false
	}
	f := moveForm.FindStringSubmatch(s.text[pos:min(len(s.text), pos+maxMove)])
	if f == nil {
		return m, false
	}
	piece, from, takes, square, promoted, castled, check := f[1], f[2], f[3], f[4], f[5], f[6], f[7]
	m.end = pos + len(f[0])
	if !s.rightFree(m.end) || s.at(m.end) == '-' || s.at(m.end) == '/' || piece == "" && castled == "" && (takes == "") != (from == "") {
		return m, false
	}
	m.man, m.sure = piece != "" || castled != "", takes+promoted != "" || check != "" && m.man
	words := strings.Fields(pieces[piece] + " " + saySquare(from))
	if takes != "" {
		words = append(words, "takes")
	}
	m.said = strings.Join(append(words, saySquare(square)), " ")
	switch castled {
	case "O-O":
		m.said = "castles kingside"
	case "O-O-O":
		m.said = "castles queenside"
	}
	if promoted != "" {
		m.said += ", promoting to " + pieces[promoted]
	}
	switch check {
	case "+":
		m.said += ", check"
	case "#":
		m.said += ", checkmate"
	}
	return m, true
}

// saySquare says a square of the board or a part of its name: "d5" is "D five".
func saySquare(square string) string {
	var words []string
	for i := range len(square) {
		if c := square[i]; isDigit(c) {
			words = append(words, onesWords[c-'0'])
		} else {
			words = append(words, strings.ToUpper(string(c)))
		}
	}
	return strings.Replace(strings.Join(words, " "), "A ", "A-", 1) // the engine takes a free A for the article
}

// matchMove says a move of chess where its signs, the number before it or another move beside it leave no doubt.
func matchMove(s *scan, pos int) (int, string) {
	m, ok := s.moveAt(pos)
	if !ok {
		return 0, ""
	}
	next, follows := s.moveAt(s.skip(m.end))
	if !m.sure && !s.moveBefore(pos) && !(follows && (m.man || next.man || next.sure)) {
		return 0, ""
	}
	if _, numbered := s.moveNumber(s.skip(m.end)); follows || numbered {
		m.said += ","
	}
	return m.end, m.said
}

// moveBefore says whether the number of a move or another move with a sure sign stands before pos.
func (s *scan) moveBefore(pos int) bool {
	from := pos - 1
	for from > 0 && s.text[from-1] != ' ' && pos-from <= maxMove {
		from--
	}
	if m, ok := s.moveAt(from); ok && s.at(pos-1) == ' ' && m.end == pos-1 && (m.man || m.sure) {
		return true
	}
	i := pos
	if s.at(i-1) == ' ' {
		i--
	}
	dots := i
	for s.at(i-1) == '.' {
		i--
	}
	return (dots-i == 1 || dots-i == 3) && isDigit(s.at(i-1)) && (pos-dots == 1 || dots-i == 3)
}

// moveNumber returns the end of the number of a move at pos, "12." or "12...", behind which a move stands.
func (s *scan) moveNumber(pos int) (end int, ok bool) {
	i := s.digits(pos)
	if i == pos || i-pos > 3 || s.at(i) != '.' {
		return 0, false
	}
	end = i + 1
	if s.has(i, "...") {
		end = i + len("...")
	}
	m, ok := s.moveAt(s.skip(end))
	return end, ok && (m.man || m.sure || s.skip(end) > end || end > i+1)
}

// matchMoveNumber says the number of a move of chess: "12. Nf3" is "twelve, knight F three".
func matchMoveNumber(s *scan, pos int) (int, string) {
	end, ok := s.moveNumber(pos)
	if !ok || !s.freeNumber(pos) {
		return 0, ""
	}
	said := cardinal(s.text[pos:s.digits(pos)], false) + ","
	if s.skip(end) == end {
		said += " "
	}
	return end, said
}
