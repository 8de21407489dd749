package segment

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"articast/article"
)

// commentsHead is what heads the readers' comments.
var commentsHead = regexp.MustCompile(`(?i)^\W*(?:leave a (?:comment|reply)|(?:post|write) a comment|\d+ (?:comments|thoughts on\b.*)|comments ?\(\d+\)|comments|reader (?:comments|interactions)|discussion about this post)\W*$`)

// sectionHead is what of that can head a section of an article too; its group is there where what is thought about has no marks.
var sectionHead = regexp.MustCompile(`(?i)^\W*(?:(?:\d+ )?comments|\d+ (thoughts on [^"“”„«‘']*))\W*$`)

// footRules are the rules that drop the first line of a page's foot: below it stands nothing of the article.
var footRules = map[string]bool{
	"page/related": true, "page/tags": true, "page/comments": true, "page/author": true, "page/newsletter": true, "page/footer": true, "page/after": true,
	"widget/comments": true, "newsletter/signup": true, "boilerplate/copyright": true, "boilerplate/republished": true, "boilerplate/contact": true,
}

// minArticle is the number of words of running text from which on what follows may be the foot of the page.
const minArticle = 60

// dropFoot drops what a page without an element of its own for the article has below it: the comments with all that follows them,
// and the short lines behind the last paragraph, from the first one on that a rule knows for the foot's.
func (b *builder) dropFoot(lines []lineRole) {
	words, last, comments := 0, -1, false
	for i := range lines {
		l, block := &lines[i], &b.doc.Blocks[i]
		comments = comments || words >= minArticle && (block.Kind == article.KindHeading || l.rule == "widget/comments") && b.headsComments(lines, i)
		switch {
		case comments && l.rule == "":
			l.rule = "page/comments"
		case l.rule == "" && runsOn(block):
			words += countWords(block.Text)
			last = i
		}
	}
	if words < minArticle {
		return
	}
	foot := false
	for i := last + 1; i < len(lines); i++ {
		if foot = foot || footRules[lines[i].rule]; foot && lines[i].rule == "" {
			lines[i].rule = "page/after"
		}
	}
}

// headsComments reports whether a block heads the comments of readers. "Comments", "12 comments" and "5 thoughts on the vote" can head a
// section of an article: text follows them there, or headings of its parts, and the name of a reader or a day here. WordPress has the
// title in marks: 5 thoughts on “The vote”.
func (b *builder) headsComments(lines []lineRole, i int) bool {
	text := b.doc.Blocks[i].Text
	if len(text) >= maxFurniture || !commentsHead.MatchString(text) {
		return false
	}
	m := sectionHead.FindStringSubmatch(text)
	if m == nil {
		return true
	}
	for i++; i < len(lines); i++ {
		if next := &b.doc.Blocks[i]; lines[i].rule == "" {
			return !runsOn(next) && (m[1] == "" || next.Kind != article.KindHeading)
		}
	}
	return true
}

// settleHead finds days that the reader of the markup did not know, and numbers of comments and shares, between the headline and the
// first paragraph; the line below the headline may be one.
func (b *builder) settleHead(lines []lineRole) {
	title := slices.IndexFunc(lines, func(l lineRole) bool { return l.role == RoleTitle && l.rule == "" })
	if title < 0 {
		return
	}
	signed := title // the last line that names a day or an author
	for i := title + 1; i < min(len(lines), title+maxHead); i++ {
		l, text := &lines[i], b.doc.Blocks[i].Text
		if l.rule == "" && l.role == RoleBody && namesDay(text) {
			l.role = RoleDate
		}
		if l.rule == "" && (l.role == RoleDate || l.role == RoleByline) {
			signed = i
		}
	}
	for i := title + 1; i < min(len(lines), title+maxHead); i++ {
		l, block := &lines[i], &b.doc.Blocks[i]
		if i > signed && l.rule == "" && runsOn(block) {
			return
		}
		if l.rule == "" && l.role == RoleBody && strings.IndexFunc(block.Text, unicode.IsLetter) < 0 {
			l.rule = "widget/comments"
		}
	}
}

// namesDay reports whether a text is a day, with its label and the time of day, and nothing else.
func namesDay(text string) bool {
	if countWords(text) > maxSignature {
		return false
	}
	line := readByline(text)
	return len(line.dates) > 0 && !slices.ContainsFunc(line.who, func(w span) bool { return partRule(w.of(text)) == "" })
}

// maxHead is how many blocks below the headline its authors and days may stand.
const maxHead = 10

// runsOn reports whether a block is text of an article by itself: no label, no link, no date.
func runsOn(block *article.Block) bool {
	n := countWords(block.Text)
	switch block.Kind {
	case article.KindTable, article.KindCode, article.KindPullquote, article.KindBlockquote, article.KindEmbed, article.KindNote:
		return true
	case article.KindCaption:
		return n >= 4
	case article.KindList:
		return n >= 20 || !slices.ContainsFunc(block.Marks, func(m article.Mark) bool { return m.Kind == article.MarkLink })
	case article.KindParagraph:
		return n >= 20 || n >= 2 && endsSentence(block.Text)
	}
	return false
}

// bioLine is what follows an author's name, or a part of it, where a line tells of him.
var bioLine = regexp.MustCompile(`^,? (?:is|was|are|covers?|writes?|reports?|works?|lives|teaches|joined|has (?:been|written|worked|covered|reported|spent)|schreibt|ist|arbeitet|est|es)\b`)

// maxBio is the number of words in the longest line about the author.
const maxBio = 60

// dropBios drops the lines about the authors in the last third of the text: "About Ann Lee", "Ann Lee is a reporter at The Echo", and
// below such a line "Ann has been with us since 2014". The weights of plain lines know those that no other such line announces.
func (b *builder) dropBios(lines []lineRole) {
	marked := b.doc.Format == article.FormatHTML
	names := b.authors(lines)
	told := false // the lines above are about an author
	for i := range lines {
		l, text := &lines[i], b.doc.Blocks[i].Text
		switch {
		case l.rule != "":
			told = told || l.rule == "page/author" || marked && l.rule == "duplicate/byline"
			continue
		case i*3 < len(lines)*2 || len(text) > maxFurniture || l.role != RoleBody && l.role != RoleHeading && l.role != RoleList:
			continue
		}
		lead := leadName(text)
		about := strings.TrimSuffix(strings.TrimPrefix(text, "About "), ":")
		behind := text[len(lead):]
		bio := countWords(text) <= maxBio && (marked && names[lead] && strings.Contains(lead, " ") && article.TellsTrade(behind) ||
			told && (names[lead] || isFirstName(lead, names)) && bioLine.MatchString(behind))
		if told = bio || about != text && names[about]; told {
			l.rule = "page/author"
		}
	}
}

// isFirstName reports whether one of the names begins with the word.
func isFirstName(word string, names map[string]bool) bool {
	for name := range names {
		if strings.HasPrefix(name, word+" ") {
			return word != ""
		}
	}
	return false
}

// leadName returns the words with capitals that a text begins with.
func leadName(text string) string {
	return strings.TrimRight(capitalWords.FindString(text), ", ")
}

var capitalWords = regexp.MustCompile(`^(?:\p{Lu}[\pL.'’-]*[ ,]+)+(?:(?:de|van|von|der|la|bin|al) (?:\p{Lu}[\pL.'’-]*[ ,]+)*)?`)

// authors returns the names of the authors, of the Document and of the bylines.
func (b *builder) authors(lines []lineRole) map[string]bool {
	names := map[string]bool{}
	for _, a := range b.about.authors {
		names[a] = true
	}
	for i, l := range lines {
		if l.role == RoleByline && l.rule == "" {
			for _, name := range readByline(b.doc.Blocks[i].Text).names() {
				names[name] = true
			}
		}
	}
	return names
}
