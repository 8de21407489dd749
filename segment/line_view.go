package segment

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"articast/article"
)

// lineView is a line of plain text with what its classification asks of it.
type lineView struct {
	text      string
	key       string   // wordsOnly
	rare      []string // those that say something of the topic: they are neither common nor verbs
	kinds     wordKinds
	n         int // words
	capitals  int // words behind the first that begin with a capital
	shouting  int // words in capitals of two letters or more
	common    int // words that stand in every sentence
	verbs     int // words that are surely finite verbs
	you, me   int
	we        int
	web       int // words about what a site offers its readers
	staff     int // words about those who work for it
	pictures  int // words about pictures
	places    int // words like "left" and "right" that point into a picture
	joined    int // words like "NewsSports": what was apart on the page
	digits    int // words that begin with a digit
	furniture *furniture
	label     bool // the whole line is a label that the table of furniture has
	byline    byline
	claim     bool   // it says where a claim comes from that the article checks
	credit    span   // at the end of a caption
	end       rune   // the last that is no closing mark
	ending    string // the name of how it ends
	closed    string // whether it ends as sentences do: "closed" or "open"
	short     string // the name of its length
	shape     string // short and closed
	prose     bool   // a long sentence or more
	sentence  bool   // a sentence
	noted     bool   // a sentence with notes behind it
	alike     int    // lines that begin with the same two words, itself among them
	repeated  bool   // the same words stand on another line
	overlap   int    // 0 to 10: the share of its rarer words that the prose around has too
	shared    int    // rarer words that the prose around has too
}

// maxViewed is the length in bytes of the part of a line that is looked at word by word.
const maxViewed = 1500

// newLineViews returns the views of all lines of a text in a language.
func newLineViews(blocks []article.Block, lang string) []lineView {
	views := make([]lineView, len(blocks))
	seen, opened := map[string]int{}, map[string]int{}
	for i, b := range blocks {
		views[i] = newLineView(b.Text, lang)
		if len(b.Text) < maxViewed {
			seen[views[i].key]++
		}
		opened[views[i].opening()]++
	}
	vocabulary := proseVocabulary(views)
	for i := range views {
		views[i].repeated = seen[views[i].key] > 1
		views[i].alike = opened[views[i].opening()]
		views[i].measureOverlap(vocabulary)
	}
	return views
}

// minRunning is the number of words from which on a line may be a sentence of an article.
const minRunning = 9

// endNotes are the numbers or letters of notes behind the end of a sentence: "... until May.[3][4]"
var endNotes = regexp.MustCompile(`[.!?]["'”’»)]*(?:\s?\[[^\[\]]{1,24}\])+$`)

// newLineView looks at one line of a text in a language by itself.
func newLineView(text, lang string) lineView {
	head := runeHead(text, maxViewed)
	v := lineView{text: text, key: wordsOnly(head)}
	v.countForms(head)
	v.countKinds()
	viewed := v.n
	if len(text) > len(head) {
		v.n += countWords(text[len(head):])
	}
	v.end, _ = utf8.DecodeLastRuneInString(strings.TrimRight(text, closingMarks))
	v.nameForm()
	if len(text) <= maxFurniture {
		v.furniture = furnitureOf(text, v.key, v.kinds)
		v.label = v.furniture != nil && furnitureTable().exact[v.key] != nil
	}
	if v.n <= 30 {
		v.byline = readByline(text)
	}
	if v.n <= 90 {
		v.credit, _ = creditOf(text, v.key, v.kinds)
	}
	v.claim = len(v.byline.dates) > 0 && v.credit.end == 0 && article.ClaimSource(text)
	stop := strings.ContainsRune(".!?:…", v.end)
	if baseLang(lang) != "en" && stop && v.n >= minRunning {
		v.common, v.verbs = max(v.common, viewed/3), max(v.verbs, 1) // as in English; the tables have few words of others
	}
	running := v.n >= minRunning && v.common*5 >= viewed && (v.furniture == nil || !v.furniture.sure)
	v.sentence = running && stop
	v.noted = running && strings.HasSuffix(text, "]") && endNotes.MatchString(text)
	v.prose = v.sentence && v.n >= 20
	return v
}

// headingRules are those whose labels may be headings or items of an article too.
var headingRules = map[string]bool{"page/related": true, "page/tags": true, "boilerplate/contact": true}

// isFurniture reports whether the line is no article's, wherever it stands: a plea or a notice, or nothing but a label.
func (v *lineView) isFurniture() bool {
	f := v.furniture
	return f != nil && f.sure && (f.certain || v.label && !headingRules[f.rule])
}

// mayTitle reports whether the line has the form of a headline.
func (v *lineView) mayTitle() bool {
	open := v.ending == "open" || v.ending == "question" || v.ending == "exclamation"
	return v.n >= 2 && v.n <= 25 && open && len(v.byline.dates) == 0 && v.credit.end == 0 && v.furniture == nil && !strings.ContainsAny(v.text, "|>@°") && len(v.byline.times) == 0
}

// signs reports whether the line names an author or a day as those below headlines do.
func (v *lineView) signs() bool {
	return v.n > 0 && v.n <= 20 && v.ending == "open" && !v.claim && (byWord.MatchString(v.text) || len(v.byline.dates) > 0)
}

// byAlone is a byline whose names stand on the line below.
var byAlone = regexp.MustCompile(`(?i)^\W*(?:(?:written|posted|provided|news provided|story|text|words)\s+)?by\W*$`)

// isByline reports whether the line names authors after "By" and does little else.
func (v *lineView) isByline() bool {
	return v.n > 1 && v.n <= maxSignature && v.ending == "open" && byWord.MatchString(v.text) && len(v.byline.names()) > 0
}

// opening returns what the line begins with: its label, or its first two words.
func (v *lineView) opening() string {
	if label, _, ok := strings.Cut(v.text[:min(len(v.text), 20)], ":"); ok {
		return label
	}
	first, rest, _ := strings.Cut(v.key, " ")
	second, _, more := strings.Cut(rest, " ")
	if !more {
		return v.key
	}
	return v.key[:len(first)+1+len(second)]
}

// countForms counts the words of each form.
func (v *lineView) countForms(head string) {
	i := -1
	for w := range strings.FieldsSeq(head) {
		i++
		if !isASCIILetter(w[0]) {
			w = strings.TrimLeft(w, `("'“‘[`)
		}
		first, size := utf8.DecodeRuneInString(w)
		inner, small := innerCapitals(w)
		switch {
		case unicode.IsUpper(first):
			if i > 0 {
				v.capitals++
			}
			if len(w) > size+1 && !small {
				v.shouting++
			}
			v.joined += inner
		case unicode.IsDigit(first):
			v.digits++
		default:
			v.joined += inner
		}
	}
}

// countKinds counts the words of each kind, and all.
func (v *lineView) countKinds() {
	if v.key == "" {
		return
	}
	counts := [...]*int{&v.common, &v.verbs, &v.you, &v.me, &v.pictures, &v.places, &v.we, &v.web, &v.staff}
	v.rare = make([]string, 0, len(v.key)/10)
	for w := range strings.SplitSeq(v.key, " ") {
		v.n++
		kinds := kindsOfWord[w]
		v.kinds |= kinds
		if isTopical(w, kinds) {
			v.rare = append(v.rare, w)
		}
		for i := 0; kinds != 0 && i < len(counts); i, kinds = i+1, kinds>>1 {
			*counts[i] += int(kinds & 1)
		}
	}
}

// innerCapitals counts the capitals behind small letters, one in "McLean", two in "NewsSportsWeather", and reports whether
// there are small letters at all.
func innerCapitals(w string) (n int, small bool) {
	last := false
	for _, r := range w {
		switch {
		case unicode.IsLower(r):
			small, last = true, true
			continue
		case last && unicode.IsUpper(r):
			n++
		}
		last = false
	}
	return n, small
}

// The kinds of words, in small letters.
var (
	lineCommon = lowerSet(`the,of,and,to,a,an,in,that,is,was,for,with,his,her,he,she,it,by,from,are,this,which,had,have,has,not,but,they,were,been,their,
		would,who,on,at,as,be,or,its,i,we,you,will,when,than,if,so,about,there,after,what,all,into,more,out,up,one,can,our,no,him,them,
		der,die,und,das,ist,nicht,mit,dem,den,sich,auf,für,eine,ein,le,les,des,est,une,dans,qui,que,pour,pas,sur,par,el,los,las,del,por,con,para,il,di,che,gli,della,per`)
	lineVerbs = lowerSet(`is,are,was,were,has,have,had,will,would,can,could,said,says,been,be,do,does,did,should,may,might,must,told,made,makes,went,goes,
		came,comes,took,takes,gave,gives,got,gets,found,think,thinks,thought,know,knows,knew,want,wants,wanted,isn,aren,wasn,weren,hasn,haven,hadn,don,doesn,didn,won,wouldn,couldn`)
	lineYou = lowerSet(`you,your,yours`)
	lineMe  = lowerSet(`i,me,my,mine,myself`)
	lineWe  = lowerSet(`we,us,our,ours`)
	lineWeb = lowerSet(`newsletter,newsletters,subscribe,subscribed,subscriber,subscribers,subscription,subscriptions,inbox,podcast,podcasts,app,apps,twitter,facebook,instagram,youtube,
		email,emails,mail,spam,unsubscribe,signup,alerts,click,forum,forums,comment,comments,website,site,page,follow,updates,download,browser,cookies,privacy,terms,membership,donate,donation,
		donations,link,links,login,account,password,sign,advertising,advertisers,sponsored,deals,readers,reprints,trending,rss,feed,blog,stories`)
	lineStaff = lowerSet(`reporter,reporters,correspondent,correspondents,editor,editors,writer,writers,columnist,columnists,freelance,freelancer,journalist,journalists,contributor,contributors,
		staff,contributed,reporting,edited,editing,author,authors,bureau,newsroom,covers,blogger`)
	linePictures = lowerSet(`photo,photos,photograph,photographed,photographer,pictured,picture,image,images,screenshot,screengrab,illustration,caption,gallery,getty,footage,graphic,selfie,portrait,poses,posing,posed,rendering,snapshot`)
	linePlaces   = lowerSet(`left,right,center,centre,above,below,shown,seen,pictured,background,foreground,clockwise,l,r,c,during,attends,speaks,walks,arrives,looks,stands,holds,celebrates,waits,sits,poses,waves,leaves,gestures,gather,watches,smiles`)
)

// wordKinds has a bit for each of the kinds that a word is of: first those that countKinds counts, in its order.
type wordKinds uint16

const (
	kindCommon wordKinds = 1 << iota
	kindVerb
	kindCredit    wordKinds = 1 << 9
	kindFurniture wordKinds = 1 << 10
)

// kindsOfWord has the words that are of any kind.
var kindsOfWord = func() map[string]wordKinds {
	kinds := map[string]wordKinds{}
	for i, set := range []map[string]bool{lineCommon, lineVerbs, lineYou, lineMe, linePictures, linePlaces, lineWe, lineWeb, lineStaff, creditHints, furnitureWords} {
		for w := range set {
			kinds[w] |= 1 << i
		}
	}
	return kinds
}()

// kindsOf returns the kinds of which some of the words, which are as wordsOnly returns them, are.
func kindsOf(words string) (kinds wordKinds) {
	for w := range strings.SplitSeq(words, " ") {
		kinds |= kindsOfWord[w]
	}
	return kinds
}

// isTopical reports whether a word says something of the topic: it is neither common nor a verb.
func isTopical(w string, kinds wordKinds) bool { return len(w) > 3 && kinds&(kindCommon|kindVerb) == 0 }

// maxVocabulary is the number of bytes of prose of which the vocabulary is taken.
const maxVocabulary = 200_000

// wordUse is how many lines of prose have a word, and which is the last of them.
type wordUse struct{ lines, last int }

// proseVocabulary returns the rarer words of the prose with their use.
func proseVocabulary(views []lineView) map[string]wordUse {
	vocabulary := map[string]wordUse{}
	size := 0
	for i := range views {
		v := &views[i]
		if !v.prose || size > maxVocabulary {
			continue
		}
		size += len(v.key)
		for _, w := range v.rare {
			if u := vocabulary[w]; u.lines == 0 || u.last != i {
				vocabulary[w] = wordUse{u.lines + 1, i}
			}
		}
	}
	return vocabulary
}

// measureOverlap finds how much of the line is about the same things as the prose.
func (v *lineView) measureOverlap(vocabulary map[string]wordUse) {
	own := 0
	if v.prose {
		own = 1
	}
	for _, w := range v.rare {
		if vocabulary[w].lines > own {
			v.shared++
		}
	}
	if len(v.rare) > 0 {
		v.overlap = 10 * v.shared / len(v.rare)
	}
}
