package segment

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"articast/article"
)

// creditPatterns find the credit at the end of a caption; the first group is what is dropped. They are tried in order.
var creditPatterns = []hinted{
	// "(Photo: Ann Bell/The Echo)", "[Credit: Ann Bell]", "(AP Photo/Ann Bell)", "(Ann Bell/Getty Images)"
	hint("", "( [", `(?i)\s*([(\[](?:(?:file|stock|courtesy|handout|pool|screen)\s+)?(?:photo(?:s|graph|graphs)?|picture|image|images|credit|credits|illustration|graphic|source|courtesy|via|screenshot|screengrab|video)\b[^()\[\]]{0,160}[)\]])[.\s]*$`),
	hint("", "( [", `(?i)\s*([(\[][^()\[\]]{0,100}\b(?:`+creditAgencies+`|photo|photos|courtesy|via|screenshot|credit)\b[^()\[\]]{0,100}[)\]])[.\s]*$`),
	hint("", "/", `\s*([(\[]\pL[\pL\pM.'’ -]{1,60}/[\pL\pM.'’& -]{1,60}[)\]])[.\s]*$`),
	// "... Credit: Ann Bell", "... Photo by Ann Bell", "...Credit...Ann Bell/The Echo"
	hint("credit photograph", "", `(?i)((?:\b|[^\s\w])(?:(?:photo|image|picture|video)\s+)?(?:credits?|photograph)\s*(?::|\.{3}|…|by\b|courtesy\b)[^\n]{1,120})$`),
	hint("photo image picture illustration graphic screenshot pic foto bild quelle crédit", "", `(?i)((?:^|\b|[^\s\w])(?:(?:file|stock|courtesy|handout)\s+)?(?:photos?|photography|image|picture|illustration|graphic|screenshot|pic|fotos?|bild|quelle|fotografie|crédits? photo|crédits?)\s*(?::|by\b|courtesy\b|via\b|/)\s*[^\n.]{2,100}\.?)$`),
	// "... | Getty Images", "... Ann Bell / AP", "... AP Photo/Ann Bell", "... © 2019 Ann Bell"
	hint("", "", `(?:^|[.!?”"’)\]]\s*)((?:(?:\p{Lu}[\pL\pM.'’-]*|de|van|von|el|al)(?:,?\s+|\s*[/|]\s*)){1,4}?(?:via\s+|for\s+)?[/|,-]?\s*(?:`+creditAgenciesExact+`)(?:\s*(?:[/|,]|via)\s*[^\n]{0,60})?)$`),
	hint("", "| / – — -", `\s*([|/–—-]\s*(?:[\pL\pM.'’ -]{2,40}\s*[/|,]\s*)?(?:`+creditAgenciesExact+`)[^\n]{0,60})$`),
	hint("", "/", `(?:^|[.!?”"’)\]]\s*)((?:[|–—-]\s*)?(?:\p{Lu}[\pL\pM.'’-]*\s+){0,3}\p{Lu}[\pL\pM.'’-]*\s*/\s*(?:\p{Lu}[\pL\pM.'’&-]*\s*){1,5})$`),
	hint("", "", `(?:^|[.!?”"’)\]]\s*)((?:`+creditAgenciesExact+`)(?:\s*(?:[/|,]|via)\s*[^\n]{0,60})?)$`),
	hint("courtesy handout contributed", "", `(?:^|[.!?”"’)\]]\s*)((?:Courtesy|Handout|Contributed)(?: of| by)?\s[^\n.]{2,80}\.?)$`),
	hint("", "© (c) Copyright", `\s*((?:©|\(c\)|Copyright\b)[^\n]{1,80})$`),
}

// creditAgencies are the names of those whose pictures are everywhere; creditAgenciesExact the same where capitals count.
const (
	creditAgencies      = `getty|reuters|ap|afp|epa|epa-efe|shutterstock|istock|istockphoto|alamy|bloomberg|associated press|unsplash|pexels|pixabay|flickr|wikimedia|wikipedia|imagn|usa today sports|rex features|zuma|xinhua|tass|anadolu|dpa|pti|nurphoto|sipa|upi|wireimage|adobe stock|dreamstime|depositphotos|instagram|facebook|twitter|youtube|creative commons|cc by|public domain|nasa`
	creditAgenciesExact = `AP(?: (?:Photo|Images?|file))?|AFP|EPA(?:-EFE)?|REUTERS|Reuters|Getty(?: Images)?|GETTY(?: IMAGES)?|Shutterstock(?:\.com)?|iStock(?:photo|Photo)?|Alamy(?: Stock Photo)?|Bloomberg|Associated Press|THE ASSOCIATED PRESS|The Associated Press|Unsplash|Pexels|Pixabay|Flickr|Wikimedia(?: Commons)?|USA TODAY Sports|Rex Features|ZUMA(?: Press)?|Xinhua|TASS|Anadolu(?: Agency)?|PTI|NurPhoto|Sipa(?: USA)?|WireImage|Adobe Stock|Dreamstime|CTK|PA(?: Wire| Media)?|CP|THE CANADIAN PRESS|NASA`
)

// maxCredit is the length in bytes of the end of a caption in which a credit is looked for.
const maxCredit = 280

// creditHints are the words, in small letters, without one of which there is no credit; one of creditSigns may stand for
// them.
var creditHints = lowerSet(strings.NewReplacer("|", ",", "epa-efe", "epa", "cc by", "cc", "associated press", "press", "usa today sports", "sports", "rex features", "rex",
	"adobe stock", "stock", "creative commons", "commons", "public domain", "domain").Replace(creditAgencies),
	`photo,photos,photography,photograph,photographs,photographer,picture,image,images,credit,credits,illustration,graphic,screenshot,screengrab,courtesy,handout,via,
	foto,fotos,bild,quelle,fotografie,crédit,crédits,video,source,file,pic,copyright,agency,cp,ctk,pa`)

var creditSigns = []string{"|", "/", "©", "(c)"}

// creditDivider is what parts a caption from the credit behind it.
var creditDivider = regexp.MustCompile(`[|/·•–—]\s*$`)

// findCredit returns the span in text of the credit that ends a caption.
func findCredit(text string) (span, bool) {
	words := wordsOnly(text)
	return creditOf(text, words, kindsOf(words))
}

// creditOf is findCredit for a caption whose words and their kinds are known.
func creditOf(text, words string, kinds wordKinds) (span, bool) {
	at := 0
	if len(text) > maxCredit {
		for at = len(text) - maxCredit; !utf8.RuneStart(text[at]); at++ {
		}
	}
	if kinds&kindCredit == 0 && !hasAny(text[at:], creditSigns) {
		return span{}, false
	}
	for i := range creditPatterns {
		p := &creditPatterns[i]
		if !p.mayMatch(text[at:], words) {
			continue
		}
		if m := p.re.FindStringSubmatchIndex(text[at:]); m != nil && !cutsWord(text, at+m[2]) && hasWord(text[at+m[2]:at+m[3]]) {
			s := span{at + m[2], at + m[3]}
			for s.start < s.end && strings.ContainsRune(".!?”\"’)", rune(text[s.start])) && text[s.start] < 0x80 {
				s.start++ // the end of the sentence before belongs to it
			}
			s.start -= len(creditDivider.FindString(text[:s.start]))
			return s, true
		}
	}
	return span{}, false
}

// maxCreditWords is the number of words of the longest credit that stands alone.
const maxCreditWords = 8

// pictureRank is what a credit says of its picture: "Featured image: Ann Bell".
var pictureRank = regexp.MustCompile(`(?i)^\W*(?:featured?|main|lead|top|header|cover|hero|banner|title)\s*$`)

// isCredit reports whether the text is a credit and nothing else.
func isCredit(text string) bool {
	if len(text) > maxCredit {
		return false
	}
	s, ok := findCredit(text)
	if !ok || hasWord(text[s.end:]) || countWords(text) > maxCreditWords {
		return false
	}
	return !hasWord(text[:s.start]) || pictureRank.MatchString(text[:s.start]) && (creditWord.MatchString(s.of(text)) || !endsSentence(text))
}

// minCaptionText and maxCaptionText are the numbers of words before the credit, and in all, of a paragraph that is taken for a caption
// because of the credit at its end.
const (
	minCaptionText = 4
	maxCaptionText = 40
)

// smallWord is a word in small letters.
var smallWord = regexp.MustCompile(`(?:^|[\s\pP])\p{Ll}`)

// isCaptionText reports whether a paragraph is the caption of a picture by the credit at its end: "... Photo: Ann Bell".
func isCaptionText(text string) bool {
	if len(text) > maxFurniture {
		return false
	}
	s, ok := findCredit(text)
	before := text[:s.start]
	return ok && countWords(before) >= minCaptionText && (smallWord.MatchString(before) || endsSentence(strings.TrimSpace(before))) && countWords(text) <= maxCaptionText && (creditWord.MatchString(s.of(text)) || strings.HasPrefix(s.of(text), "©"))
}

// captionLead is a lead-in that the caption has itself.
var captionLead = regexp.MustCompile(`(?i)^\s*(?:photos?|pictured?|image|video|watch|figure|fig\.|file photo|illustration|graphic|map|chart|above|below|screenshot|cover image|left|right)\b[^\n]{0,20}?[:.,]\s|^\s*(?:figure|fig\.|abbildung|abb\.)\s*\d`)

// isOfText reports whether a caption is the title of a table or of code, which stands right below it, or above.
func (b *builder) isOfText(block int) bool {
	for _, i := range []int{block + 1, block - 1} {
		if i >= 0 && i < len(b.doc.Blocks) && (b.doc.Blocks[i].Kind == article.KindTable || b.doc.Blocks[i].Kind == article.KindCode) {
			return true
		}
	}
	return false
}

// pictureNumber is the place of a picture in a gallery, before its caption.
var pictureNumber = regexp.MustCompile(`^\W?\d{1,3}\s?(?:/|of)\s?\d{1,3}\b\W?\s+`)

// agencyAlone is an agency in capitals with the photographer or the station before it, in place of a caption.
var agencyAlone = regexp.MustCompile(`^(?:\p{Lu}[\pL.'’-]*\s?){1,4}(?:,|/| -)\s?ASSOCIATED PRESS$`)

// fileName is a picture's file that stands in place of its caption: "WEB18-River-1160x768.jpg".
var fileName = regexp.MustCompile(`(?i)^\S*(?:\.(?:jpe?g|png|gif|webp|svg)|[-_]\S*\d{2,}x\d{2,}\S*|(?:img|dsc|image|screen[-_]?shot)[-_]\S*\d)$`)

// addCaption adds a caption, with a lead-in that tells it from the text, and its credit apart.
func (b *builder) addCaption(p piece) {
	text := p.of(b.text)
	if fileName.MatchString(text) {
		p.rule = "widget/media"
		b.pieces = append(b.pieces, p)
		return
	}
	if n := pictureNumber.FindString(text); n != "" {
		b.inner = append(b.inner, Drop{Rule: "widget/media", Start: p.start, End: p.start + len(n)})
	}
	caption, credits := p, []piece(nil)
	for range 3 { // "... (Ann Bell) Getty Images"
		s, ok := findCredit(caption.of(b.text))
		if agencyAlone.MatchString(caption.of(b.text)) {
			s, ok = span{0, caption.end - caption.start}, true
		}
		if !ok {
			break
		}
		credit := p
		credit.span, credit.role, credit.rule = span{caption.start + s.start, caption.start + s.end}, RoleCredit, "caption/credit"
		credits = append([]piece{credit}, credits...)
		caption.end = credit.start
	}
	if !captionLead.MatchString(text) && !b.isOfText(p.block) {
		caption.lead = leadIn(b.lang, "photo")
	}
	if hasWord(caption.of(b.text)) {
		b.pieces = append(b.pieces, caption)
	}
	b.pieces = append(b.pieces, credits...)
}
