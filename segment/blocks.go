package segment

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// maxSpokenCode is the length in bytes of the longest code that is read out.
const maxSpokenCode = 60

// addCode adds code: a line of it is read, more is left out with a sentence that says so.
func (b *builder) addCode(p piece) {
	if len(p.of(b.text)) > maxSpokenCode {
		p.rule, p.instead = "code/long", leadIn(b.lang, "code")
	}
	b.pieces = append(b.pieces, p)
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
		return number + strconv.Itoa(n) + ": "
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

// postSignature is the line below a post that names its author once more, and the day: "— Water Board (@water) May 3",
// "A post shared by Water Board (@water)".
var postSignature = regexp.MustCompile(`^\s*[—–-]+\s?[^\n]{1,60}\(@[\w.@-]+\)[^\n]{0,40}$|^\W*(?:(?i:a post shared by|view this post on)) [^\n]{1,100}$`)

// addEmbed adds a post from elsewhere behind the name of its author.
func (b *builder) addEmbed(p piece) {
	cite := b.doc.Blocks[p.block].Cite
	last := len(b.pieces) - 1
	switch {
	case postSignature.MatchString(p.of(b.text)):
		p.rule = "embed/signature"
	case last >= 0 && b.pieces[last].role == RoleEmbed && b.pieces[last].block == p.block-1 && b.doc.Blocks[p.block-1].Cite == cite:
		// the post goes on
	case cite != "" && !strings.Contains(cite, "://") && utf8.RuneCountInString(cite) < 80 && leadIn(b.lang, "wrote") != "":
		p.lead = cite + leadIn(b.lang, "wrote")
	default:
		p.lead = leadIn(b.lang, "post")
	}
	b.pieces = append(b.pieces, p)
}
