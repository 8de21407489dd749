package segment

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// The largest code and table that are read out.
const (
	maxSpokenCode   = 60 // bytes
	maxTableRows    = 12
	maxTableColumns = 8
)

// addCode adds code: a line of it is read, more is left out with a sentence that says so.
func (b *builder) addCode(p piece) {
	if len(p.of(b.text)) > maxSpokenCode {
		p.rule, p.instead = "code/long", leadIn(b.lang, "code")
	}
	b.pieces = append(b.pieces, p)
}

// addTable adds a table: by row, or, where it is long, a sentence that says that it is left out.
func (b *builder) addTable(p piece) {
	rows := strings.SplitAfter(p.of(b.text), "\n")
	columns := 1 + strings.Count(rows[0], "\t")
	if len(rows) > maxTableRows || columns > maxTableColumns {
		p.rule, p.instead = "table/long", leadIn(b.lang, "table")
		b.pieces = append(b.pieces, p)
		return
	}
	at := p.start
	for i, row := range rows {
		r := p
		r.span = span{at, at + len(row)}
		if i == 0 && b.doc.Blocks[p.block].Header {
			r.lead = leadIn(b.lang, "columns")
		}
		if at += len(row); hasWord(row) {
			b.pieces = append(b.pieces, r)
		}
	}
}

// listMark is the mark of an item in plain text.
var listMark = regexp.MustCompile(`^(?:[-*•‣▪·–]|\(?\d{1,3}[.)])\s+`)

// addList adds the item of a list. The mark that an item of plain text begins with is not spoken; its number becomes
// "First: ".
func (b *builder) addList(p piece) {
	mark := listMark.FindString(p.of(b.text))
	if n, ok := itemNumber(p.of(b.text)); ok && p.number == 0 {
		p.number = n
	}
	if mark != "" && hasWord(mark) {
		b.inner = append(b.inner, Drop{Rule: "list/mark", Start: p.start, End: p.start + len(mark)})
	} else {
		p.start += len(mark)
	}
	if p.number > 0 {
		p.lead = ordinal(b.lang, p.number)
	}
	b.pieces = append(b.pieces, p)
}

// ordinals are how the items of a numbered list are counted.
var ordinals = map[string][]string{
	"en": {"First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth"},
	"de": {"Erstens", "Zweitens", "Drittens", "Viertens", "Fünftens", "Sechstens", "Siebtens", "Achtens", "Neuntens", "Zehntens"},
	"fr": {"Premièrement", "Deuxièmement", "Troisièmement", "Quatrièmement", "Cinquièmement", "Sixièmement", "Septièmement", "Huitièmement", "Neuvièmement", "Dixièmement"},
	"es": {"Primero", "Segundo", "Tercero", "Cuarto", "Quinto", "Sexto", "Séptimo", "Octavo", "Noveno", "Décimo"},
}

// ordinal returns the lead-in of the nth item.
func ordinal(lang string, n int) string {
	words := ordinals[baseLang(lang)]
	if n <= len(words) {
		return words[n-1] + ": "
	}
	if number := leadIn(lang, "number"); number != "" {
		return number + itoa(n) + ": "
	}
	return ""
}

// noteLead is a lead-in that the note has itself.
var noteLead = regexp.MustCompile(`(?i)^\W*(?:(?:editor(?:['’]?s|s['’])?|author(?:['’]?s)?|publisher(?:['’]?s)?)\s+)?(?:note|notes|correction|corrections|clarification|update|updated|footnote|disclosure|disclaimer|anmerkung|korrektur|correctif|nota)\b`)

// addNote adds a note behind a lead-in.
func (b *builder) addNote(p piece) {
	if !noteLead.MatchString(p.of(b.text)) {
		p.lead = leadIn(b.lang, "note")
	}
	b.pieces = append(b.pieces, p)
}

// addEmbed adds a post from elsewhere behind the name of its author.
func (b *builder) addEmbed(p piece) {
	cite := b.doc.Blocks[p.block].Cite
	switch {
	case cite != "" && !strings.Contains(cite, "://") && utf8.RuneCountInString(cite) < 80 && leadIn(b.lang, "wrote") != "":
		p.lead = cite + leadIn(b.lang, "wrote")
	default:
		p.lead = leadIn(b.lang, "post")
	}
	b.pieces = append(b.pieces, p)
}
