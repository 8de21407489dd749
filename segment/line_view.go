package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"articast/article"
)

// lineView is a line of plain text with what its classification asks of it.
type lineView struct {
	text      string
	key       string   // wordsOnly
	words     []string // of key; of a long line the first
	n         int      // words
	capitals  int      // words behind the first that begin with a capital
	shouting  int      // words in capitals of two letters or more
	common    int      // words that stand in every sentence
	verbs     int      // words that are surely finite verbs
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
	credit    span // at the end of a caption
	end       rune // the last that is no closing mark
	prose     bool // a long sentence or more
	sentence  bool // a sentence
	alike     int  // lines that begin with the same two words, itself among them
	repeated  bool // the same words stand on another line
	overlap   int  // 0 to 10: the share of its rarer words that the prose around has too
	content   int  // its rarer words
	shared    int  // those that the prose around has too
}

// maxViewed is the length in bytes of the part of a line that is looked at word by word.
const maxViewed = 1500

// newLineViews returns the views of all lines.
func newLineViews(blocks []article.Block) []lineView {
	views := make([]lineView, len(blocks))
	seen, opened := map[string]int{}, map[string]int{}
	for i, b := range blocks {
		views[i] = newLineView(b.Text)
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

// newLineView looks at one line by itself.
func newLineView(text string) lineView {
	head := runeHead(text, maxViewed)
	v := lineView{text: text, key: wordsOnly(head)}
	v.words = strings.Fields(v.key)
	v.n = len(v.words)
	if len(text) > len(head) {
		v.n += countWords(text[len(head):])
	}
	v.countKinds(head)
	v.end, _ = utf8.DecodeLastRuneInString(strings.TrimRight(text, ` "'”’»)]`))
	if len(text) <= maxFurniture {
		v.furniture = furnitureOf(text, v.key)
		v.label = v.furniture != nil && furnitureTable().exact[v.key] != nil
	}
	if v.n <= 30 {
		v.byline = readByline(text)
	}
	if v.n <= 90 {
		v.credit, _ = findCredit(text)
	}
	stop := strings.ContainsRune(".!?:…", v.end)
	v.sentence = v.n >= 9 && stop && v.common*5 >= min(v.n, len(v.words)) && (v.furniture == nil || !v.furniture.sure)
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
	open := v.ending() == "open" || v.ending() == "question" || v.ending() == "exclamation"
	return v.n >= 2 && v.n <= 25 && open && len(v.byline.dates) == 0 && v.credit.end == 0 && v.furniture == nil && !strings.ContainsAny(v.text, "|>@")
}

// signs reports whether the line names an author or a day as those below headlines do.
func (v *lineView) signs() bool {
	return v.n > 0 && v.n <= 20 && v.ending() == "open" && (byWord.MatchString(v.text) || len(v.byline.dates) > 0)
}

// isByline reports whether the line names authors after "By" and does little else.
func (v *lineView) isByline() bool {
	return v.n > 1 && v.n <= maxSignature && v.ending() == "open" && byWord.MatchString(v.text) && len(v.byline.names()) > 0
}

// opening returns what the line begins with: its label, or its first two words.
func (v *lineView) opening() string {
	if label, _, ok := strings.Cut(v.text[:min(len(v.text), 20)], ":"); ok {
		return label
	}
	if len(v.words) < 3 {
		return v.key
	}
	return v.words[0] + " " + v.words[1]
}

// runeHead returns at most n bytes of text, cut between code points.
func runeHead(text string, n int) string {
	if len(text) <= n {
		return text
	}
	for n > 0 && !utf8.RuneStart(text[n]) {
		n--
	}
	return text[:n]
}

// countKinds counts the words of each kind.
func (v *lineView) countKinds(head string) {
	i := -1
	for w := range strings.FieldsSeq(head) {
		i++
		if !isASCIILetter(w[0]) {
			w = strings.TrimLeft(w, `("'“‘[`)
		}
		first, size := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsUpper(first):
			if i > 0 {
				v.capitals++
			}
			if len(w) > size+1 && strings.ToUpper(w) == w {
				v.shouting++
			}
			v.joined += innerCapitals(w)
		case unicode.IsDigit(first):
			v.digits++
		default:
			v.joined += innerCapitals(w)
		}
	}
	counts := [...]*int{&v.common, &v.verbs, &v.you, &v.me, &v.pictures, &v.places, &v.we, &v.web, &v.staff}
	for _, w := range v.words {
		kinds := lineWordKinds[w]
		for i := 0; kinds != 0; i, kinds = i+1, kinds>>1 {
			*counts[i] += int(kinds & 1)
		}
	}
}

// innerCapitals counts the capitals behind small letters: one in "McLean", two in "NewsSportsWeather".
func innerCapitals(w string) int {
	n, small := 0, false
	for _, r := range w {
		if small && unicode.IsUpper(r) {
			n++
		}
		small = unicode.IsLower(r)
	}
	return n
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

// lineWordKinds has a bit for each of the kinds that a word is of, in the order in which countKinds counts them.
var lineWordKinds = func() map[string]uint16 {
	kinds := map[string]uint16{}
	for i, set := range []map[string]bool{lineCommon, lineVerbs, lineYou, lineMe, linePictures, linePlaces, lineWe, lineWeb, lineStaff} {
		for w := range set {
			kinds[w] |= 1 << i
		}
	}
	return kinds
}()

// maxVocabulary is the number of bytes of prose of which the vocabulary is taken.
const maxVocabulary = 200_000

// proseVocabulary returns the rarer words of the prose with the number of lines of prose that have them.
func proseVocabulary(views []lineView) map[string]int {
	vocabulary := map[string]int{}
	size := 0
	for _, v := range views {
		if !v.prose || size > maxVocabulary {
			continue
		}
		size += len(v.key)
		line := map[string]bool{}
		for _, w := range v.words {
			if isContent(w) && !line[w] {
				line[w] = true
				vocabulary[w]++
			}
		}
	}
	return vocabulary
}

// isContent reports whether a word says something of the topic: it is neither common nor a verb.
func isContent(w string) bool { return len(w) > 3 && lineWordKinds[w]&3 == 0 }

// measureOverlap finds how much of the line is about the same things as the prose.
func (v *lineView) measureOverlap(vocabulary map[string]int) {
	own := 0
	if v.prose {
		own = 1
	}
	for _, w := range v.words {
		if isContent(w) {
			v.content++
			if vocabulary[w] > own {
				v.shared++
			}
		}
	}
	if v.content > 0 {
		v.overlap = 10 * v.shared / v.content
	}
}
