package spoken

import (
	"strings"
	"unicode"
)

// maxAddress bounds the length of an address of the web that is read for its parts.
const maxAddress = 2048

// topDomains are the ends of names of hosts that are known as such without "www" or "http" before them.
var topDomains = wordSet("com org net edu gov mil int info biz io ai co uk us ca au de fr eu ie in nz jp cn ru za tv fm me app dev news online blog ly sm gg to be ch at nl it es se no dk fi pl cz")

// longPath is the length in bytes from which the path of an address is not worth hearing.
const longPath = 50

// mayStartAddress says whether an address may start at pos, and marks its stretch as looked at by the rule that asks last.
func (s *scan) mayStartAddress(pos int) bool {
	return s.leftFree(pos) && pos >= s.webUntil && s.at(pos-1) != '.' && s.at(pos-1) != '@'
}

// addressEnd returns the end of the stretch at pos that can belong to an address, without the punctuation behind it.
func (s *scan) addressEnd(pos int, allowed *[256]bool) int {
	end := pos
	for end < len(s.text) && end-pos < maxAddress && allowed[s.text[end]] {
		end++
	}
	for end > pos && addressMarks[s.text[end-1]] {
		end--
	}
	return end
}

// The signs that may stand in addresses, beside letters and digits, and those that end none.
var (
	schemeSigns  = addressChars("-._~:/?#@!$&'()*+,;=%")
	hostSigns    = addressChars("-._~:/?#%=&+")
	emailSigns   = addressChars("-._+&@/%")
	fileSigns    = addressChars("-._")
	addressMarks = byteSet(".,;:!?)'\"&-_*")
)

// byteSet makes a table of the bytes in chars.
func byteSet(chars string) (set [256]bool) {
	for i := range len(chars) {
		set[chars[i]] = true
	}
	return set
}

// addressChars makes a table of letters, digits and signs.
func addressChars(signs string) *[256]bool {
	set := byteSet(signs + "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
	return &set
}

// matchURL says an address of the web as people do: host and path with "dot" and "slash", without scheme and "www". A
// long path is left out, and one that ends in a random code.
func matchURL(s *scan, pos int) (int, string) {
	if !s.mayStartAddress(pos) {
		return 0, ""
	}
	end := s.addressEnd(pos, schemeSigns)
	address := s.text[pos:end]
	if strings.IndexByte(address, '.') < 0 {
		return 0, ""
	}
	if at := strings.IndexByte(address, '@'); at >= 0 && !strings.Contains(address[:at], "/") {
		return 0, ""
	}
	rest, scheme := address, false
	for _, p := range [...]string{"https://", "http://", "HTTPS://", "HTTP://", "ftp://"} {
		if r, ok := strings.CutPrefix(rest, p); ok {
			rest, scheme = r, true
		}
	}
	if !scheme {
		// without a scheme, only what is surely part of a name of a host counts
		end = s.addressEnd(pos, hostSigns)
		rest = s.text[pos:end]
	}
	host, path, _ := strings.Cut(rest, "/")
	lower := strings.ToLower(host)
	bare := strings.TrimPrefix(lower, "www.")
	if host == "" || !hostName(bare) || !scheme && bare == lower && !knownHost(host, path) {
		return 0, ""
	}
	host = host[len(host)-len(bare):]
	path, _, _ = strings.Cut(path, "?") // a query is for machines
	if len(path) > longPath || randomCode(path[strings.LastIndexByte(path, '/')+1:]) {
		path = ""
	}
	said := s.sayAddress(host)
	if path = strings.TrimRight(path, "/"); path != "" {
		said += " slash " + s.sayAddress(path)
	}
	return end, said
}

// randomCode says whether the end of a path is a code that nobody reads out, like "Nc0nKoXGBP": one stretch of letters and
// digits that changes often between small letters, capitals and digits.
func randomCode(part string) bool {
	changes := 0
	for i := range len(part) {
		c := part[i]
		if !isASCIILetter(c) && !isDigit(c) {
			return false
		}
		if i > 0 && (isDigit(c) != isDigit(part[i-1]) || isUpper(c) && isLower(part[i-1])) {
			changes++
		}
	}
	return len(part) > 5 && changes > 2
}

// hostName says whether a name has a point and only the letters of names of hosts.
func hostName(name string) bool {
	host, port, _ := strings.Cut(name, ":")
	if strings.Trim(port, "0123456789") != "" {
		return false
	}
	dot := strings.LastIndexByte(host, '.')
	return dot > 0 && dot < len(host)-1 && strings.Trim(host, "abcdefghijklmnopqrstuvwxyz0123456789-.") == "" && !strings.Contains(host, "..")
}

// knownHost says whether a name without "www" is one: its last part is a known domain in small letters, and what stands
// before it is more than a word that ended a sentence without a space.
func knownHost(host, path string) bool {
	dot := strings.LastIndexByte(host, '.')
	tld := host[dot+1:]
	if !topDomains[tld] {
		return false
	}
	name := host[:dot]
	if dotted := strings.Contains(name, "."); !dotted && len(tld) == 2 && path == "" && shortWords[tld] {
		return false
	}
	return len(name) > 1 && !writtenDot[strings.ToLower(name)]
}

// writtenDot are words that spell the point: dot.com firms.
var writtenDot = wordSet("dot")

// shortWords are top domains that are English words as well.
var shortWords = wordSet("in me us to be at it no so is")

// sayAddress says the parts of a host, a path or the like.
func (s *scan) sayAddress(part string) string {
	var words []string
	for i := 0; i < len(part); {
		c := part[i]
		start := i
		switch {
		case isASCIILetter(c):
			for i < len(part) && isASCIILetter(part[i]) {
				i++
			}
			words = append(words, addressWord(part[start:i]))
		case isDigit(c):
			for i < len(part) && isDigit(part[i]) {
				i++
			}
			words = append(words, addressNumber(part[start:i]))
		default:
			i++
			if w := addressSigns[c]; w != "" {
				words = append(words, w)
			}
		}
	}
	return strings.Join(words, " ")
}

// addressWord says a word of an address; camel case is parted.
func addressWord(word string) string {
	if word == "etc" {
		return "et cetera"
	}
	if word == "edu" || word == "com" || word == "org" {
		return word
	}
	return strings.Join(camelWords(word), " ")
}

// addressNumber says a number in an address.
func addressNumber(digits string) string {
	if len(digits) < 3 && digits[0] != '0' {
		return spellOrTeens(digits)
	}
	if len(digits) < 6 && strings.HasSuffix(digits, "00") && digits[0] != '0' {
		return cardinal(digits, false)
	}
	if len(digits) == 4 && (strings.HasPrefix(digits, "19") || strings.HasPrefix(digits, "20")) {
		return year(digits, false)
	}
	return spellDigits(digits)
}

// spellOrTeens says one digit or two.
func spellOrTeens(digits string) string { return cardinal(digits, false) }

// addressSigns are the signs of an address that are said.
var addressSigns = map[byte]string{'.': "dot", '/': "slash", '-': "dash", '_': "underscore", '&': "ampersand", '+': "plus", '%': "percent", '=': "equals",
	'?': "question mark", '#': "hash", '~': "tilde", '@': "at", ':': "colon", '\\': "backslash"}

// matchEmail says an e-mail address.
func matchEmail(s *scan, pos int) (int, string) {
	if !s.mayStartAddress(pos) || isDigit(s.text[pos]) && !s.digitAddress(pos) {
		return 0, ""
	}
	end := s.addressEnd(pos, emailSigns)
	address := s.text[pos:end]
	user, host, ok := strings.Cut(address, "@")
	bare, _, _ := strings.Cut(strings.ToLower(host), "/")
	if !ok || user == "" || !hostName(bare) {
		return 0, ""
	}
	return end, s.sayAddress(user) + " at " + s.sayAddress(host)
}

// digitAddress says whether a number at pos may open an e-mail address: letters or the sign follow it.
func (s *scan) digitAddress(pos int) bool {
	end := s.digits(pos)
	return s.at(end) == '@' || isASCIILetter(s.at(end)) && s.at(s.wordEnd(end)) == '@'
}

// fileTypes are the endings of names of files that occur in articles.
var fileTypes = map[string]string{"pdf": "PDF", "jpg": "J peg", "jpeg": "J peg", "png": "P.N.G", "gif": "gif", "doc": "doc", "docx": "doc X", "xls": "X.L.S",
	"xlsx": "X.L.S.X", "csv": "C.S.V", "txt": "text", "zip": "zip", "exe": "E.X.E", "mp3": "M.P three", "mp4": "M.P four", "html": "HTML", "htm": "H.T.M",
	"json": "jason", "xml": "XML", "py": "pie", "js": "J.S", "css": "C.S.S", "md": "M.D", "yaml": "yammel", "toml": "tommel", "go": "go"}

// matchFilename says the name of a file: "report.pdf" is "report dot PDF".
func matchFilename(s *scan, pos int) (int, string) {
	if !s.mayStartAddress(pos) || s.at(pos-1) == '/' {
		return 0, ""
	}
	end := s.addressEnd(pos, fileSigns)
	s.webUntil = end
	name := s.text[pos:end]
	dot := strings.LastIndexByte(name, '.')
	if dot <= 0 || fileTypes[name[dot+1:]] == "" || strings.Contains(name, "..") {
		return 0, ""
	}
	if dot := strings.IndexByte(name, '.'); isUpper(name[0]) && name[1:dot] == strings.ToLower(name[1:dot]) && shortTypes[name[dot+1:]] {
		return 0, "" // Node.js is a name that the engine says
	}
	return end, s.sayAddress(name[:dot]) + " dot " + fileTypes[name[dot+1:]]
}

// shortTypes are endings that are words of names as well.
var shortTypes = wordSet("go")

// matchHandle says "@john_doe" as "at john doe".
func matchHandle(s *scan, pos int) (int, string) {
	if isDigit(s.at(pos+1)) && pos > 0 && isAlnum(s.text[pos-1]) {
		return pos + 1, " at " // 4K@120Hz
	}
	if !s.leftFree(pos) || s.at(pos-1) == '@' {
		return 0, ""
	}
	if s.at(pos+1) == ' ' && s.at(pos-1) == ' ' {
		return pos + 1, "at" // doors @ 5pm
	}
	end := pos + 1
	for c := s.at(end); (isASCIILetter(c) || isDigit(c) || c == '_') && end-pos < maxWord; c = s.at(end) {
		end++
	}
	name := s.text[pos+1 : end]
	if name == "" || !s.rightFree(end) || isDigit(name[0]) {
		return 0, ""
	}
	return end, "at " + s.sayTag(name)
}

// matchHashtag says "#MeToo" as "hashtag me too", "#1" as "number one".
func matchHashtag(s *scan, pos int) (int, string) {
	if !s.leftFree(pos) || s.at(pos-1) == '#' || s.at(pos-1) == '&' {
		return 0, ""
	}
	if n, ok := s.numeralAt(pos + 1); ok && isDigit(s.at(pos+1)) && !n.point && s.rightFree(n.end) && len(n.whole) < 7 {
		return n.end, "number " + s.said(n)
	}
	if numberedThings[strings.ToLower(s.wordBefore(pos))] {
		return pos + 1, "number " // model #XJ-900
	}
	end := pos + 1
	for _, r := range s.text[end:min(len(s.text), end+80)] {
		if !isAlnumRune(r) && r != '_' {
			break
		}
		end += len(string(r))
	}
	tag := s.text[pos+1 : end]
	if tag == "" || !s.rightFree(end) || s.at(end) == '#' || s.at(end) == '(' {
		return 0, ""
	}
	if w := s.wordBefore(pos); w == "hashtag" || w == "hashtags" {
		return end, s.sayTag(tag)
	}
	return end, "hashtag " + s.sayTag(tag)
}

// numberedThings stand before the sign of a number, not of a hashtag.
var numberedThings = wordSet("model item part serial order case ticket lot batch issue")

// sayTag says the words of a handle or hashtag.
func (s *scan) sayTag(tag string) string {
	var words []string
	for part := range strings.SplitSeq(tag, "_") {
		for _, w := range camelWords(part) {
			switch {
			case isDigit(w[0]):
				w = addressNumber(w)
			case len(w) > 1 && w == strings.ToUpper(w):
				if e, ok := s.en.initialisms[w]; ok {
					w = e.letters()
				}
			}
			words = append(words, w)
		}
	}
	return strings.Join(words, " ")
}

// camelWords parts "MeToo2019" into Me, Too, 2019; capitals stay together: "NASAMission" is NASA, Mission.
func camelWords(word string) []string {
	var out []string
	runes := []rune(word)
	start := 0
	for i := 1; i <= len(runes); i++ {
		if i < len(runes) && !camelBreak(runes, i) {
			continue
		}
		out = append(out, string(runes[start:i]))
		start = i
	}
	return out
}

// camelBreak says whether a word of a camel-case name starts at i.
func camelBreak(r []rune, i int) bool {
	digit := func(r rune) bool { return '0' <= r && r <= '9' }
	switch {
	case digit(r[i]) != digit(r[i-1]):
		return true
	case unicode.IsUpper(r[i]):
		return !unicode.IsUpper(r[i-1]) || i+1 < len(r) && unicode.IsLower(r[i+1])
	}
	return false
}
