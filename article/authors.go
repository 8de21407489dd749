package article

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	byWord = regexp.MustCompile(`(?i)^(?:(?:(?:story|article|text|words|post(?:ed)?|written|published|reported|report|reviewed|review|analysis|opinion|column|commentary|submitted|created|medically reviewed) )?by\b[:\s]*|` +
		`author[s]?\s*:\s*|von\s+|par\s+|por\s+|door\s+|av\s+|autor(?:en)?\s*:\s*|di\s+|(?:interview|words|كتبت?|بقلم)\s*:\s*|بقلم\s+)`)
	nameJoint = regexp.MustCompile(`(?i)\s*(?:;|\||•|·|\n|/|\s(?:and|und|et|y|e|en|och|i|with)\s|\s?&\s?)\s*`)
	roleWord  = regexp.MustCompile(`(?i)\b(reporters?|editors?|correspondents?|writers?|columnists?|contributors?|contributing|producers?|staff|anchors?|analysts?|journalists?|` +
		`director|manager|professor|fellow|critic|bureau chief|photographers?|freelance|senior|chief|founder|ceo|guest|author|special to|for the|updated|published|posted|minutes? (?:ago|read)|` +
		`follow|view|all posts|more from|share|comments?|subscribe|email|twitter|facebook|instagram|newsletter|profile|archive|editor-at-large|intern|blogger|host)\b`)
	credential  = regexp.MustCompile(`(?i)^(ph\.?d\.?|m\.?d\.?|ms|rdn?|rd|mph|mba|esq\.?|jr\.?|sr\.?|ii|iii|b\.?a\.?|m\.?a\.?|j\.?d\.?|rn|cpt|cscs|ldn|facp|do|dds|dvm|msc|bsc|np|lcsw|psyd)$`)
	orgWord     = regexp.MustCompile(`(?i)(\b(news|press|media|times|journal|network|magazine|bureau|agency|radio|tv|cnn|nbc|abc|cbs|bbc|ap|afp|usa|today|business|group|inc|llc|post|herald|tribune|reuters|university|institute|sports|futurism|bloomberg|fox)\b|\.(com|org|net|co\.uk)$)`)
	noAuthor    = regexp.MustCompile(`(?i)^(admin(istrator)?|no author|webmaster|user|author|unknown|anonymous|editor|none|null|n/a|wordpress|root|staff|guest|name|by|author name|wpengine|test|undefined|super user)$|^(?:责任)?编辑|^責任編輯|^https?:|^www\.|@|\{\{|\[`)
	cutByline   = regexp.MustCompile(`(?i)\s+(?:photo(?:graph)?s?\b|photography\b|illustrations?\b|pictures\b|[|•·—–»]|\bon\b(?:\s+\w+\s+\d|$)|\bat\b\s|\bupdated\b|\bpublished\b|\bposted\b|\bin\b\s|\d{1,2}[:/.]\d|\d{4}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d).*$`)
	deskName    = regexp.MustCompile(`(?i)^(?:(?:online-?|die )?redaktion|(?:la )?rédaction|(?:la )?redacción|(?:la )?redazione|redactie|redakcja|newsroom|(?:the )?editorial team)(?:\s|$)`)
	ofPicture   = regexp.MustCompile(`^(?i:©|\(c\)|(photo|foto|image|bild|фото)(graph|graf)?s?\s*(by\b|:))`)
	initialsDot = regexp.MustCompile(`^(\pL\.\s*)+$`)
)

// maxAuthors is more than any byline names; longer lists are a newsroom's staff page.
const maxAuthors = 30

// cleanAuthors makes names of what pages give as authors: no "By", no addresses, no job titles or papers behind a comma,
// several in one string parted, none twice.
func cleanAuthors(raw []string) []string {
	var names []string
	for _, s := range raw {
		for _, name := range splitAuthors(s) {
			if !slices.ContainsFunc(names, func(n string) bool { return sameWords(n, name) }) && len(names) < maxAuthors {
				names = append(names, name)
			}
		}
	}
	return names
}

// splitAuthors returns the names in one string.
func splitAuthors(s string) []string {
	s = strings.Join(strings.Fields(s), " ")
	for {
		cut := byWord.ReplaceAllString(s, "")
		if cut == s {
			break
		}
		s = cut
	}
	if s == "" || utf8.RuneCountInString(s) > 200 || strings.Contains(s, "://") || ofPicture.MatchString(s) {
		return nil
	}
	var names []string
	for _, part := range nameJoint.Split(s, -1) {
		names = append(names, commaNames(part)...)
	}
	return names
}

// commaNames parts a list at its commas: what follows a name is another name, or a title, a degree or a paper.
func commaNames(s string) []string {
	var names []string
	for i, part := range strings.Split(s, ",") {
		part = cleanName(part)
		switch {
		case i == 0 && deskName.MatchString(part):
			return nil
		case part == "" || noAuthor.MatchString(part):
		case credential.MatchString(part):
		case i > 0 && len(names) > 0 && (!looksLikeName(part) || roleWord.MatchString(part) || orgWord.MatchString(part)):
			return names
		case roleWord.MatchString(part) && utf8.RuneCountInString(part) > 40:
		default:
			names = append(names, part)
		}
	}
	return names
}

// cleanName trims what is not part of a name from its ends.
func cleanName(s string) string {
	s = byWord.ReplaceAllString(strings.TrimSpace(s), "")
	if i := strings.IndexByte(s, '('); i > 0 {
		s = s[:i]
	}
	s = strings.Trim(s, " \u00a0-–—:;.,|*•·\"'“”")
	if initialsDot.MatchString(s + ".") {
		return s
	}
	if utf8.RuneCountInString(s) > 60 || utf8.RuneCountInString(s) < 2 || !strings.ContainsFunc(s, unicode.IsLetter) {
		return ""
	}
	return s
}

// looksLikeName reports whether s is made of one to five words most of which begin with a capital (or are in a script
// without capitals).
func looksLikeName(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 5 {
		return false
	}
	capitals := 0
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsDigit(r) {
			return false
		}
		if !unicode.IsLower(r) {
			capitals++
		}
	}
	return capitals*2 > len(words)
}

// nickname returns what an element marked as the author holds when it is one word or two that look like no title,
// also in lower case: "delta201".
func nickname(s string) []string {
	if len(strings.Fields(s)) > 2 || roleWord.MatchString(s) || strings.ContainsAny(s, ":,()|") {
		return nil
	}
	return splitAuthors(s)
}

// bylineNames returns the names in a byline as it stands in the text: "By Ann Lee and Bo Ek | The Paper | May 4, 2020".
func bylineNames(s string) []string {
	if utf8.RuneCountInString(s) > 200 {
		return nil
	}
	s = cutByline.ReplaceAllString(s, "")
	var names []string
	for _, name := range splitAuthors(s) {
		if looksLikeName(name) && !roleWord.MatchString(name) {
			names = append(names, name)
		}
	}
	return names
}

// sameWords reports whether two strings are the same but for case, spaces and punctuation.
func sameWords(a, b string) bool { return letters(a) == letters(b) }

// letters returns the letters and digits of a string, lower case.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
