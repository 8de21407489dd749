package segment

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// byline is a line that says who wrote the article, and often when.
type byline struct {
	text  string
	dates []dateSpan
	times []span
	who   []span // what is neither
}

// dateSpan is a day in a byline with the word before it: "Updated: Nov. 19, 2019".
type dateSpan struct {
	span         // with its label
	day     span // without
	updated bool
}

// glued is where two parts of a byline stand together that were apart on the page: "Ann Lee14:02", "2023Updated".
var glued = regexp.MustCompile(`[a-z](?:\d{1,2}:\d\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d|(?:Published|Updated|Posted)\b)|\d(?:Published|Updated|Posted|Last)\b`)

// maxGlued is the length in bytes in which glued tells where the second part begins.
const maxGlued = 24

// readByline finds the parts of a line that names an author or a day.
func readByline(text string) byline {
	b := byline{text: text}
	if at := glued.FindStringIndex(text); at != nil {
		cut := at[0] + 1
		b = readByline(text[:cut])
		b.add(readByline(text[cut:]), cut)
		b.text = text
		return b
	}
	if !strings.ContainsAny(text, "0123456789") {
		b.findWho(text)
		return b
	}
	for _, m := range wholeWords(datePattern, text) {
		day := span{m[0], m[1]}
		if cut, ok := strings.CutSuffix(day.of(text), "T"); ok && cut[len(cut)-1] <= '9' { // 2019-08-19T04:45
			day.end--
		}
		b.dates = append(b.dates, dateSpan{span: day, day: day})
	}
	days := make([]span, len(b.dates))
	for i, d := range b.dates {
		days[i] = d.day
	}
	for _, m := range wholeWords(timePattern, blank(text, days)) {
		if !strings.HasPrefix(text[m[1]:], "%") {
			b.times = append(b.times, span{m[0], m[1]}.trim(text))
		}
	}
	b.findWho(blank(text, append(days, b.times...)))
	return b
}

// add adds the parts of a line that begins at the offset.
func (b *byline) add(rest byline, at int) {
	for _, d := range rest.dates {
		b.dates = append(b.dates, dateSpan{d.span.moved(at), d.day.moved(at), d.updated})
	}
	for _, t := range rest.times {
		b.times = append(b.times, t.moved(at))
	}
	for _, w := range rest.who {
		b.who = append(b.who, w.moved(at))
	}
}

// findWho takes what is left, text with days and times blanked: labels go to the day that follows, the rest is who wrote.
func (b *byline) findWho(rest string) {
	cuts := []span{}
	for _, d := range b.dates {
		cuts = append(cuts, d.day)
	}
	at := 0
	for i := range cuts {
		label := span{at, cuts[i].start}
		if dateLabel.MatchString(label.of(rest)) {
			b.dates[i].start = label.end - len(strings.TrimLeftFunc(label.of(rest), notWord))
			b.dates[i].updated = updatedLabel.MatchString(label.of(rest))
		} else {
			if m := beforeDay.FindStringIndex(label.of(rest)); m != nil {
				label.end = label.start + m[0]
				word := span{label.end, cuts[i].start}
				b.dates[i].start = word.end - len(strings.TrimLeftFunc(word.of(rest), notWord))
				b.dates[i].updated = updatedLabel.MatchString(word.of(rest))
			}
			b.addWho(label, rest)
		}
		at = cuts[i].end
	}
	b.addWho(span{at, len(rest)}, rest)
}

// addWho adds the words of a stretch, without the separators around them and apart where times stand between.
func (b *byline) addWho(s span, rest string) {
	from := s.start
	for _, t := range append(b.times, span{s.end, s.end}) {
		if t.start < from || t.start > s.end {
			continue
		}
		w := span{from, t.start}
		in := w.of(rest)
		w.start += len(in) - len(strings.TrimLeftFunc(in, notWord))
		w.end = w.start + len(strings.TrimRightFunc(w.of(rest), func(r rune) bool { return notWord(r) && r != '.' && r != ')' }))
		if hasWord(w.of(rest)) {
			b.who = append(b.who, w)
		}
		from = t.end
	}
}

func notWord(r rune) bool { return !inWord(r) && r != '(' && r != '@' }

// nameEnd is what follows the names of the authors.
var nameEnd = regexp.MustCompile(`(?i)\s*(?:[|/•·;(@]|\s[-–—]\s|,\s*(?:the\s|[^,]*\b(?:staff|writer|editor|reporter|correspondent|columnist|news|press|times|post|media|contributor|bureau|special)\b)|\bfor\b|\bof the\b).*$`)

// nameJoint stands between the names of two authors.
var nameJoint = regexp.MustCompile(`\s*,\s*(?:and\s+|&\s*)?|\s+(?:and|und|et|y|e|en|&)\s+`)

// names returns the authors' names: what looks like one, or, where nothing does, all that is said of who wrote it.
func (b byline) names() []string {
	var names []string
	for _, w := range b.who {
		text := w.of(b.text)
		rest := mailBehind.ReplaceAllString(byWord.ReplaceAllString(text, ""), "")
		if rest == text && len(b.who) > 1 && names != nil {
			continue // the outlet, behind the author
		}
		for _, name := range nameJoint.Split(nameEnd.ReplaceAllString(rest, ""), -1) {
			if isName(name) || rest != text && name != "" && len(names) == 0 {
				names = append(names, strings.TrimSpace(name))
			}
		}
	}
	return names
}

// isName reports whether the text is like a person's name: two to five words, each with a capital, a particle aside.
func isName(text string) bool {
	fields := strings.Fields(text)
	if len(fields) < 2 || len(fields) > 5 || len(text) > 60 {
		return false
	}
	for _, w := range fields {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "‘'\"“"))
		if !unicode.IsUpper(r) && !nameParticles[w] || strings.ContainsAny(w, "0123456789!?:;$%&@/|()") {
			return false
		}
	}
	return true
}

// nameParticles are the words with a small letter inside names.
var nameParticles = lowerSet(`de,del,della,der,den,van,von,zu,la,le,el,al,bin,ibn,da,dos,di,du,ter,ten,y,e`)

// countBehind is how many read, share or answer an article, behind the author's name.
var countBehind = regexp.MustCompile(`(?i)\s+\W*\d[\d.,]*k?\s+(?:comments?|replies|responses?|views?|shares?|likes?)\W*$`)

// mailBehind is an author's address behind the name.
var mailBehind = regexp.MustCompile(`[\s|/·•–—,(]+[\w.+-]+@[\w-]+(?:\.[\w-]+)+\)?\s*$`)

// handleBehind is an author's name in a network, behind the name.
var handleBehind = regexp.MustCompile(`(?:\pL[\pL.’']+)([\s|/·•–—,]*\(?@\w{2,30}\)?)`)

// addByline adds the line's parts: who wrote it, and the day. The time of day is dropped, and the day of a change of the
// page where there is another one.
func (b *builder) addByline(p piece) {
	line := readByline(p.of(b.text))
	first := len(b.pieces)
	for _, w := range line.who {
		b.addWho(p, w)
	}
	for _, d := range line.dates {
		b.addPart(p, d.span, RoleDate, b.dayRule(line, d))
	}
	for _, t := range line.times {
		if !coveredBy(t, line.dates) {
			b.addPart(p, t, RoleDate, "date/time-of-day")
			continue
		}
		if rest := line.text[t.end:]; strings.HasPrefix(strings.TrimLeft(rest, " "), ",") {
			t.end += strings.IndexByte(rest, ',') + 1 // "Updated 8:18 am EST, Tuesday"
		}
		b.inner = append(b.inner, Drop{Rule: "date/time-of-day", Start: p.start + t.start, End: p.start + t.end})
	}
	if len(b.pieces) == first {
		b.pieces = append(b.pieces, p)
		return
	}
	sortPieces(b.pieces[first:])
	b.learnByline(line)
}

// addPart adds a part of a piece, at a span of its text.
func (b *builder) addPart(p piece, s span, role Role, rule string) {
	p.span, p.role, p.rule = span{p.start + s.start, p.start + s.end}, role, rule
	b.pieces = append(b.pieces, p)
}

// addWho adds what a byline says of its authors, without the readers counted behind them and their names in networks.
func (b *builder) addWho(p piece, w span) {
	line := p.of(b.text)
	if m := countBehind.FindStringIndex(w.of(line)); m != nil {
		count := span{w.start + m[0], w.end}
		w.end = count.start
		b.addPart(p, count.trim(line), RoleByline, "widget/comments")
	}
	if m := mailBehind.FindStringIndex(w.of(line)); m != nil && hasWord(byWord.ReplaceAllString(w.of(line)[:m[0]], "")) {
		mail := span{w.start + m[0], w.end}
		w.end = mail.start
		b.addPart(p, mail.trim(line), RoleByline, "boilerplate/contact")
	}
	text := w.of(line)
	for _, m := range handleBehind.FindAllStringSubmatchIndex(text, -1) {
		if hasWord(byWord.ReplaceAllString(text[:m[2]], "")) { // else nothing but the handle names him
			b.inner = append(b.inner, Drop{Rule: "boilerplate/contact", Start: p.start + w.start + m[2], End: p.start + w.start + m[3]})
		}
	}
	rule := partRule(text)
	b.addPart(p, w, partRole(rule), rule)
}

// dayRule returns the rule that drops a day of a byline, or "": the day of a change where there is another one, and one that
// was said before.
func (b *builder) dayRule(line byline, d dateSpan) string {
	day := readDay(d.day.of(line.text))
	switch {
	case d.updated && len(line.dates) > 1:
		return "date/updated"
	case day != "" && b.day == day:
		return "date/repeated"
	case day != "":
		b.day = day
	}
	return ""
}

// partRule returns the rule that drops a part of a byline that names nobody, or "".
func partRule(text string) string {
	if f := findFurniture(text); f != nil && (f.rule == "boilerplate/affiliate" || f.rule == "boilerplate/sponsored") {
		return f.rule
	}
	switch {
	case strings.IndexFunc(text, unicode.IsLetter) < 0:
		return "widget/comments" // "Ann Lee May 3 · 14"
	case sinceThen.MatchString(text), hourWord.MatchString(text):
		return "date/time-of-day"
	case dayLabelAlone.MatchString(text):
		return "date/label"
	case whoLabelAlone.MatchString(text):
		return "byline/label"
	case moreLink.MatchString(text):
		return "widget/menu"
	case authorLink.MatchString(text):
		return "boilerplate/contact"
	case shareLink.MatchString(text):
		return "share/button"
	case readingTime.MatchString(text):
		return "widget/reading-time"
	}
	return ""
}

// partRole returns what a part of a byline is that the rule drops.
func partRole(rule string) Role {
	if strings.HasPrefix(rule, "date/") {
		return RoleDate
	}
	return RoleByline
}

// moreLink is a link behind a day or an author: "See all updates", "View all posts".
var moreLink = regexp.MustCompile(`(?i)^\W*(?:see|view|show|read) (?:all|more|full|the) (?:updates?|posts?|articles?|stories|history|bio|profile)\b.{0,30}$`)

// authorLink leads to the author, shareLink to the reader's friends.
var (
	authorLink = regexp.MustCompile(`^\W*(?:(?:[Ff]ollow|[Ee]-?mail|[Cc]ontact|[Gg]et)\s(?:@\S|.{0,20}\b(?:author|me|us|twitter|Twitter|facebook|Facebook|feed)\b)|[Vv]iew author\b).{0,30}$`)
	shareLink  = regexp.MustCompile(`(?i)^\W*(?:(?:share|tweet|pin|print|email)\W*){2,}$|^\W*share (?:this|with|on|via)\b.{0,30}$`)
)

// readingTime is how long the article takes to read.
var readingTime = regexp.MustCompile(`(?i)^\W*(?:(?:reading time|lesezeit|lesedauer|temps de lecture|tiempo de lectura|tempo di lettura|leestijd)\b.{0,20}|\d+\s*-?\s*min(?:ute)?s?\.?\s*(?:read|lesezeit|de lecture|de lectura|di lettura|leestijd))\W*$`)

// coveredBy reports whether one of the dates, with its label, holds the time.
func coveredBy(t span, dates []dateSpan) bool {
	for _, d := range dates {
		if d.start <= t.start && t.end <= d.end {
			return true
		}
	}
	return false
}

// outletBehind is the agency or the paper behind an author's name: "Ann Lee Associated Press".
var outletBehind = regexp.MustCompile(`^(\S+\s.*\S)\s+(?:The )?(?:Associated Press|Fox News|CNN|Reuters|AP|AFP|USA TODAY|Bloomberg(?: News)?)$`)

// persons returns the names without those of agencies and papers, unless there are no others.
func persons(names []string) []string {
	var out []string
	for _, name := range names {
		name = outletBehind.ReplaceAllString(name, "$1")
		first, _, more := strings.Cut(name, " ")
		if !namesAgency(name) && (!knownAgency(name) || more && strings.ToUpper(first) != first) {
			out = append(out, name)
		}
	}
	if out == nil {
		return names
	}
	return out
}

// learnByline takes the authors and the day of publication for the Plan where the Document does not name them.
func (b *builder) learnByline(line byline) {
	if len(b.about.authors) == 0 {
		b.about.authors = persons(line.names())
	}
	for _, d := range line.dates {
		if b.about.published == "" && (!d.updated || len(line.dates) == 1) {
			b.about.published = line.timestamp(d)
		}
	}
}
