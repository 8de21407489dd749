package segment

import (
	"strings"
	"unicode"
)

// commonWords are the most frequent words of languages, as far as they are not those of another one as well.
var commonWords = map[string]map[string]bool{
	"en": lowerSet(`the,of,and,to,that,is,was,for,with,his,he,it,by,from,are,this,which,had,have,not,but,they,were,been,has,their,said,would,who`),
	"de": lowerSet(`der,die,und,das,ist,nicht,mit,dem,den,sich,auf,für,eine,ein,auch,von,wird,sind,einen,einer,werden,nach,aus,bei,hat,dass,wie,zum,zur,über`),
	"fr": lowerSet(`le,les,des,est,une,dans,qui,que,pour,pas,sur,par,avec,au,aux,ce,cette,il,sont,plus,ses,ont,être,mais,du,et,leur,nous,vous`),
	"es": lowerSet(`el,los,las,del,una,por,con,para,como,más,pero,sus,fue,este,esta,ha,también,entre,desde,muy,ser,sobre,según,y,lo,hasta,años`),
	"it": lowerSet(`il,di,che,gli,della,per,una,con,non,sono,alla,del,nel,dei,delle,è,anche,più,come,ha,dal,si,nella,ma,questo,suo,degli,stato`),
	"pt": lowerSet(`os,uma,não,com,para,mais,dos,da,do,em,no,na,são,foi,ao,pelo,pela,também,seu,sua,às,mas,já,ou,muito,você,entre,até`),
	"nl": lowerSet(`het,een,van,dat,niet,zijn,op,aan,met,voor,ook,naar,bij,maar,door,heeft,wordt,nog,uit,om,dit,hij,zij,werd,meer,als,deze`),
	"sv": lowerSet(`och,att,det,som,en,på,är,av,för,med,till,den,har,inte,om,ett,men,var,jag,från,han,sig,så,kan,vid,också,efter`),
	"pl": lowerSet(`nie,się,na,jest,że,do,jak,przez,od,po,który,ale,są,dla,był,tym,było,oraz,tego,ma,może,za,także`),
	"cs": lowerSet(`je,že,se,na,jsou,které,který,která,jako,však,bude,ve,při,také,už,podle,jeho,aby,mezi,ještě,před,více,byl,bylo`),
	"da": lowerSet(`og,det,er,på,ikke,af,til,som,har,med,hun,blev,efter,mere,også,jeg,hvor,nogle,ud,siger,været,deres,bliver`),
	"fi": lowerSet(`ja,että,ei,oli,se,hän,mutta,ovat,myös,kun,joka,tai,mukaan,jälkeen,niin,kuin,vuonna,voi,mitä`),
	"hu": lowerSet(`az,és,hogy,nem,egy,volt,azt,már,ez,csak,mint,meg,vagy,még,szerint,lesz,után,kell,magyar,több,amely,között`),
	"id": lowerSet(`yang,dan,di,dengan,untuk,dari,ini,itu,tidak,akan,pada,dalam,oleh,juga,adalah,tersebut,karena,sudah,bisa,mereka,kata,ada,saat`),
	"ro": lowerSet(`și,este,nu,pentru,din,că,sunt,fost,la,mai,cu,după,acest,această,într,dacă,prin,între,unui,unei,cele,anul`),
	"tr": lowerSet(`ve,bir,bu,için,olarak,olan,çok,daha,sonra,ile,gibi,kadar,ancak,göre,değil,var,oldu,ama,dedi,şekilde,olduğunu`),
	"vi": lowerSet(`và,của,là,có,không,được,cho,với,người,các,một,đã,trong,những,này,năm,từ,khi,về,đến,ở,cũng,tại,để`),
}

// guessed are the languages of commonWords, in the order in which they are asked; where two have as many words, the first is meant.
var guessed = []string{"de", "fr", "es", "it", "pt", "nl", "sv", "da", "pl", "cs", "ro", "hu", "fi", "tr", "id", "vi"}

// commonWordLangs are the languages that have a word among their most frequent ones.
var commonWordLangs = func() map[string][]string {
	langs := map[string][]string{}
	for lang, words := range commonWords {
		for w := range words {
			langs[w] = append(langs[w], lang)
		}
	}
	return langs
}()

// maxGuess is the length in bytes of the text by which its language is guessed.
const maxGuess = 20_000

// scriptLangs are the languages that most of what is written in a script is in. Kana come before Han: Japanese has both.
var scriptLangs = []struct {
	script *unicode.RangeTable
	lang   string
	share  float64 // of the letters, from which on the text is in the language
}{
	{unicode.Hiragana, "ja", 0.1},
	{unicode.Katakana, "ja", 0.3},
	{unicode.Hangul, "ko", 0.5},
	{unicode.Han, "zh", 0.5},
	{unicode.Arabic, "ar", 0.5},
	{unicode.Hebrew, "he", 0.5},
	{unicode.Greek, "el", 0.5},
	{unicode.Devanagari, "hi", 0.5},
	{unicode.Thai, "th", 0.5},
	{unicode.Cyrillic, "ru", 0.5},
	{unicode.Armenian, "hy", 0.5},
	{unicode.Georgian, "ka", 0.5},
	{unicode.Bengali, "bn", 0.5},
	{unicode.Gujarati, "gu", 0.5},
	{unicode.Gurmukhi, "pa", 0.5},
	{unicode.Kannada, "kn", 0.5},
	{unicode.Malayalam, "ml", 0.5},
	{unicode.Sinhala, "si", 0.5},
	{unicode.Tamil, "ta", 0.5},
	{unicode.Telugu, "te", 0.5},
	{unicode.Ethiopic, "am", 0.5},
	{unicode.Khmer, "km", 0.5},
	{unicode.Lao, "lo", 0.5},
	{unicode.Myanmar, "my", 0.5},
	{unicode.Tibetan, "bo", 0.5},
}

// lettersTell are letters that only another language of the same script has, in more than one of a hundred letters: fewer are in
// names.
var lettersTell = []struct{ script, letters, lang string }{
	{"ru", "ўЎ", "be"},
	{"ru", "қңұҚҢҰ", "kk"},
	{"ru", "іїєґІЇЄҐ", "uk"},
	{"ru", "јљњћђЈЉЊЋЂ", "sr"},
	{"ar", "ٹڈڑں", "ur"},
	{"ar", "پچژگ", "fa"},
}

// langOfScript returns the language that the letters of text tell; "" for Latin ones.
func langOfScript(text string) string {
	counts := make([]int, len(scriptLangs))
	total := 0
	for _, r := range text {
		if !unicode.IsLetter(r) {
			continue
		}
		total++
		if r < 0x370 {
			continue
		}
		for i, s := range scriptLangs {
			if unicode.Is(s.script, r) {
				counts[i]++
			}
		}
	}
	for i, s := range scriptLangs {
		if counts[i] > 0 && float64(counts[i]) >= s.share*float64(total) {
			for _, other := range lettersTell {
				if other.script == s.lang && 100*countAny(text, other.letters) > total {
					return other.lang
				}
			}
			return s.lang
		}
	}
	return ""
}

// countAny returns how many of the code points of text are among the letters.
func countAny(text, letters string) int {
	n := 0
	for _, r := range text {
		if strings.ContainsRune(letters, r) {
			n++
		}
	}
	return n
}

// guessLang returns the language that the script of text tells, else the one with most of its common words in it; English
// where that is not clear.
func guessLang(text string) string {
	text = text[:min(len(text), maxGuess)]
	if lang := langOfScript(text); lang != "" {
		return lang
	}
	counts := map[string]int{}
	total := 0
	for word := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !inWord(r) }) {
		total++
		for _, lang := range commonWordLangs[word] {
			counts[lang]++
		}
	}
	best := "en"
	for _, lang := range guessed {
		if counts[lang] > counts[best]*3/2 && counts[lang] >= 3 && counts[lang]*12 > total {
			best = lang
		}
	}
	return best
}
