package spoken

import (
	"bufio"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxLexicon bounds the size of a lexicon's source in bytes.
const MaxLexicon = 16 << 20

// Lexicon holds the user's own pronunciations. It is safe for concurrent use once read.
type Lexicon struct {
	words    map[string][]lexEntry // by the first word in lower case
	patterns []lexPattern
}

// lexEntry says one word or phrase.
type lexEntry struct {
	form   string // as written
	spoken string // respelling, "" for none
	ipa    string // pronunciation, "" for none
	exact  bool   // case counts
	rule   string
}

// lexPattern says what a regular expression finds.
type lexPattern struct {
	re   *regexp.Regexp
	to   string
	rule string
}

// A LexiconError is a line of a lexicon that cannot be read.
type LexiconError struct {
	Name string // the lexicon
	Line int    // from 1; 0 where the whole source is meant
	Err  error
}

// Error names the place and the cause.
func (e *LexiconError) Error() string {
	if e.Line == 0 {
		return fmt.Sprintf("read lexicon %s: %v", e.Name, e.Err)
	}
	return fmt.Sprintf("read lexicon %s:%d: %v", e.Name, e.Line, e.Err)
}

// Unwrap returns the cause.
func (e *LexiconError) Unwrap() error { return e.Err }

// ReadLexicon reads a lexicon; name says in errors where it came from. A source that starts like XML is read as W3C PLS
// (https://www.w3.org/TR/pronunciation-lexicon/), anything else line by line:
//
//	# a comment
//	Maduro = mah DOO roh            a respelling, capitals for the stress; case of the word does not count
//	Caracas = /kəˈrækəs/            IPA, for engines that take phonemes; for others it is respelled: kuh-rak-uss
//	Caracas = kuh RACK us /kəˈrækəs/   both
//	=WHO = World Health Organization   a leading "=": case counts
//	/\bv(\d+)\b/ = version $1       a regular expression (RE2, so that no pattern is slow)
//	/\bmi\b/i = miles               without regard to case
//
// The longest form that fits wins, then one for which case counts, then the earlier one; patterns are asked before words.
// The error is a *LexiconError.
func ReadLexicon(r io.Reader, name string) (*Lexicon, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxLexicon+1))
	if err != nil {
		return nil, &LexiconError{name, 0, err}
	}
	if len(data) > MaxLexicon {
		return nil, &LexiconError{name, 0, fmt.Errorf("larger than %d bytes", MaxLexicon)}
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if !utf8.Valid(data) && !bytes.HasPrefix(bytes.TrimSpace(data), []byte("<")) {
		return nil, &LexiconError{name, 0, fmt.Errorf("not UTF-8")}
	}
	l := &Lexicon{words: map[string][]lexEntry{}}
	if bytes.HasPrefix(bytes.TrimSpace(data), []byte("<")) {
		if line, err := l.readPLS(data); err != nil {
			return nil, &LexiconError{name, line, err}
		}
		return l, nil
	}
	lines := bufio.NewScanner(bytes.NewReader(data))
	lines.Buffer(nil, MaxLexicon)
	for n := 1; lines.Scan(); n++ {
		if err := l.readLine(strings.TrimSpace(lines.Text())); err != nil {
			return nil, &LexiconError{name, n, err}
		}
	}
	return l, nil
}

// readLine reads one line of a plain lexicon.
func (l *Lexicon) readLine(line string) error {
	if line == "" || line[0] == '#' {
		return nil
	}
	if line[0] == '/' {
		return l.readPattern(line)
	}
	exact := line[0] == '='
	form, value, ok := strings.Cut(strings.TrimPrefix(line, "="), "=")
	form, value = strings.TrimSpace(form), strings.TrimSpace(value)
	if !ok || form == "" || value == "" {
		return fmt.Errorf("want \"word = how it is said\", got %q", line)
	}
	e := lexEntry{form: form, spoken: value, exact: exact, rule: "lexicon/word"}
	if i := strings.IndexByte(value, '/'); i >= 0 && len(value) > i+2 && strings.HasSuffix(value, "/") {
		e.spoken, e.ipa = strings.TrimSpace(value[:i]), value[i+1:len(value)-1]
		if _, err := ipaToEspeak(e.ipa); err != nil {
			return err
		}
	}
	if strings.HasPrefix(e.spoken, "/") {
		return fmt.Errorf("IPA stands between two slashes, got %q", value)
	}
	if err := checkSaid(e.spoken); err != nil {
		return err
	}
	e.spoken = respelling(e.spoken)
	return l.add(e)
}

// textMark is how marks in the text of an article begin, which would be spoken as words here.
var textMark = regexp.MustCompile(`(?i)\[(?:pause\b|voice:|/voice\])`)

// checkSaid refuses what is no way to say a word.
func checkSaid(value string) error {
	if textMark.MatchString(value) {
		return fmt.Errorf("a lexicon says words: a mark like %q stands in the text of an article, got %q", "[pause:1s]", value)
	}
	return nil
}

// respelling takes the capitals out of a value like "mah DOO roh", where they mark the stress: an engine would spell
// them. A value with other capitals ("World Health Organization", "A W S") is left as it is.
func respelling(value string) string {
	marked, plain := false, false
	for w := range strings.FieldsFuncSeq(value, func(r rune) bool { return r == ' ' || r == '-' }) {
		switch {
		case w == strings.ToLower(w):
			plain = true
		case w == strings.ToUpper(w) && utf8.RuneCountInString(w) > 1:
			marked = true
		default:
			return value
		}
	}
	if marked && plain {
		return strings.ToLower(value)
	}
	return value
}

// readPattern reads a line with a regular expression: /pattern/flags = replacement.
func (l *Lexicon) readPattern(line string) error {
	for end := 1; end < len(line); end++ {
		if line[end] != '/' || line[end-1] == '\\' {
			continue
		}
		flags, to, ok := strings.Cut(line[end+1:], "=")
		flags = strings.TrimSpace(flags)
		if !ok || flags != "" && flags != "i" {
			continue
		}
		pattern := strings.ReplaceAll(line[1:end], `\/`, "/")
		if flags == "i" {
			pattern = "(?i)" + pattern
		}
		re, err := regexp.Compile(pattern)
		if err != nil {
			return err
		}
		if re.MatchString("") {
			return fmt.Errorf("pattern %q matches nothing at all as well", pattern)
		}
		if err := cmp.Or(checkGroups(re, to), checkSaid(to)); err != nil {
			return err
		}
		l.patterns = append(l.patterns, lexPattern{re, strings.TrimSpace(to), "lexicon/pattern"})
		return nil
	}
	return fmt.Errorf("want \"/pattern/ = replacement\", got %q", line)
}

// groupName is how a replacement names a group of its pattern (regexp.Regexp.Expand), "$$" aside.
var groupName = regexp.MustCompile(`\$\$|\$\{(\w+)\}|\$(\w+)`)

// checkGroups refuses a replacement that names a group which the pattern does not have: it would be replaced by nothing.
func checkGroups(re *regexp.Regexp, to string) error {
	for _, m := range groupName.FindAllStringSubmatch(to, -1) {
		name := m[1] + m[2]
		n, err := strconv.Atoi(name)
		if name != "" && (err == nil && n > re.NumSubexp() || err != nil && re.SubexpIndex(name) < 0) {
			return fmt.Errorf("the pattern has no group %q: parentheses make groups, ${1}x puts letters behind one", m[0])
		}
	}
	return nil
}

// add puts a word into the lexicon; the first entry for a form wins.
func (l *Lexicon) add(e lexEntry) error {
	key := lexKey(e.form)
	if key == "" {
		return fmt.Errorf("%q holds no letter or digit", e.form)
	}
	l.words[key] = append(l.words[key], e)
	return nil
}

// lexKey returns what the lexicon finds an entry by: the first word or number of its form in lower case.
func lexKey(form string) string {
	s := &scan{text: form}
	if form == "" {
		return ""
	}
	end, isWord := s.token(0)
	if !isWord {
		return form[:end]
	}
	return strings.ToLower(form[:end])
}

// MergeLexicons joins lexicons into one; where two know the same word, the earlier one wins. Nil ones are left out.
func MergeLexicons(ls ...*Lexicon) *Lexicon {
	out := &Lexicon{words: map[string][]lexEntry{}}
	for _, l := range ls {
		if l == nil {
			continue
		}
		for k, es := range l.words {
			out.words[k] = append(out.words[k], es...)
		}
		out.patterns = append(out.patterns, l.patterns...)
	}
	return out
}

// lexMatch is a place where a pattern of the lexicon says something.
type lexMatch struct {
	start, end int
	said       string
	rule       string
}

// findPatterns finds all places of the lexicon's patterns in the text, in order and without overlap; an earlier pattern
// wins over a later one at the same place.
func (s *scan) findPatterns() []lexMatch {
	if s.lexicon == nil || len(s.lexicon.patterns) == 0 {
		return nil
	}
	var all []lexMatch
	for _, p := range s.lexicon.patterns {
		for _, m := range p.re.FindAllStringSubmatchIndex(s.text, -1) {
			if m[1] > m[0] {
				all = append(all, lexMatch{m[0], m[1], string(p.re.ExpandString(nil, p.to, s.text, m)), p.rule})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b lexMatch) int { return a.start - b.start })
	return all
}

// tryLexicon writes what the lexicon says for the token text[pos:end] and what follows it, and returns where it ends.
func (s *scan) tryLexicon(pos, end int) int {
	for len(s.matches) > 0 && s.matches[0].start < pos {
		s.matches = s.matches[1:]
	}
	if stop, said := s.matched(pos, end); stop > pos {
		s.fire(s.matches[0].rule, pos, stop, said)
		return stop
	}
	if stop, e, ok := s.lexicon.find(s, pos, end); ok {
		s.fire(e.rule, pos, stop, e.say(s.text[pos:stop], s))
		return stop
	}
	return pos
}

// matched returns what the patterns make of the token text[pos:end], and where that ends: with the last match in the token,
// or with the word that it would cut.
func (s *scan) matched(pos, end int) (stop int, said string) {
	var b strings.Builder
	at := pos
	for _, m := range s.matches {
		if m.start >= end {
			break
		}
		if m.start < at {
			continue // an earlier match has it
		}
		b.WriteString(s.text[at:m.start])
		b.WriteString(m.said)
		at = m.end
	}
	if at == pos {
		return 0, ""
	}
	stop = max(at, end)
	if at > end && isAlnumAt(s.text, at-1) && at < len(s.text) {
		if next, isWord := s.token(at); isWord {
			stop = next
		}
	}
	b.WriteString(s.text[at:stop])
	return stop, b.String()
}

// find returns the longest entry whose form stands at pos; of two as long, one for which case counts.
func (l *Lexicon) find(s *scan, pos, end int) (stop int, found lexEntry, ok bool) {
	if l == nil || len(l.words) == 0 || !s.leftFree(pos) && isAlnumAt(s.text, pos) {
		return 0, lexEntry{}, false
	}
	for _, key := range lexKeys(s.text[pos:end]) {
		for _, e := range l.words[key] {
			if at := e.endsAt(s, pos); at > stop || at == stop && at > 0 && e.exact && !found.exact {
				stop, found = at, e
			}
		}
	}
	return stop, found, stop > 0
}

// lexKeys returns the keys under which a token may be found: itself, and without the ending of a genitive.
func lexKeys(token string) []string {
	lower := strings.ToLower(token)
	for _, ending := range [...]string{"'s", "’s"} {
		if base, ok := strings.CutSuffix(lower, ending); ok {
			return []string{lower, base}
		}
	}
	return []string{lower}
}

// endsAt returns where the entry's form ends when it stands at pos, 0 when it does not.
func (e lexEntry) endsAt(s *scan, pos int) int {
	end := pos + len(e.form)
	if end > len(s.text) {
		return 0
	}
	got := s.text[pos:end]
	if e.exact && got != e.form || !strings.EqualFold(got, e.form) {
		return 0
	}
	if isAlnumAt(s.text, end-1) && !s.rightFree(end) {
		return 0
	}
	return end
}

// isAlnumAt says whether the byte at pos belongs to a letter or is a digit.
func isAlnumAt(text string, pos int) bool {
	r, _ := utf8.DecodeRuneInString(text[pos:])
	return isAlnumRune(r) || text[pos] >= utf8.RuneSelf && !unicode.IsPunct(r)
}

// say returns what the entry says for a word: phonemes where the engine takes them and the entry has them, else the
// respelling, the entry's own or, in a language whose letters are known, that of its phonemes.
func (e lexEntry) say(word string, s *scan) string {
	if s.opt.Phonemes && e.ipa != "" {
		if p, err := ipaToEspeak(e.ipa); err == nil {
			return "[[" + p + "]]"
		}
	}
	if e.spoken != "" {
		return e.spoken
	}
	if said := respellIPA(e.ipa); said != "" && s.lang != nil {
		return said
	}
	return word
}
