package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"articast/segment/sentence"
)

// nounToken is a word of a sentence as far as groups of nouns are concerned.
type nounToken struct {
	start, end int
	kind       nounKind
	broken     bool // a mark stands before it
	name       bool // has a capital, and is not the first of the sentence
	dull       bool // tells nothing of what it is about
}

// nounKind is what a word may do in a group of nouns.
type nounKind int

const (
	nounContent    nounKind = iota // may be part of a group
	nounFunction                   // ends a group, begins none
	nounDeterminer                 // a group follows
	nounOpener                     // a preposition: a group may follow
	nounLink                       // a preposition that joins two groups
	nounPronoun                    // ends a group, whose last word is a verb
	nounVerb                       // ends a group
	nounParticiple                 // may open a group behind an opener, else ends one
)

// The words of English that are not nouns, though no words of grammar.
var (
	nounLinks       = lowerSet(`of,with,for,against,between,in,on,over,from,to`)
	nounDeterminers = lowerSet(`the,a,an,its,his,her,their,our,your,my,this,these,those,some,any,no,both,such,several,many,every,each`)
	nounOpeners     = lowerSet(`by,at,about,under,into,through,among,during,without,new,more,other,toward,towards,via,than,like,as,` +
		`across,near,around,after,before,behind`)
	nounPronouns = lowerSet(`i,me,you,he,him,she,it,we,us,they,them,himself,herself,itself,themselves,myself,yourself`)
	nounBreaks   = lowerSet(`ever,never,else,altogether,somewhere,somewhat,quite,rather,really,already,almost,too,not,just,either,neither,` +
		`best,better,worst,worse,least,most,less,own,same,instead,well,even,also,back,away,ahead,ago,early,late`)
	nounVerbs = lowerSet(`said,says,say,told,tells,tell,made,makes,make,took,takes,take,went,goes,go,gave,gives,give,came,comes,come`,
		`held,holds,hold,led,leads,met,meets,meet,won,wins,win,lost,loses,lose,left,leaves,sent,sends,send,kept,keeps,keep,set,sets`,
		`put,puts,cut,cuts,began,begins,begin,became,becomes,become,found,finds,find,got,gets,get,ran,runs,run,saw,sees,see,knew,knows`,
		`know,thought,thinks,think,brought,brings,bring,bought,buys,buy,built,builds,build,spent,spends,spend,paid,pays,pay,rose,rises`,
		`rise,fell,falls,fall,grew,grows,grow,wrote,writes,write,spoke,speaks,speak,shows,show,shown,remains,remain,includes,include`,
		`wants,want,needs,need,helps,help,allows,allow,continues,continue,follows,follow,seems,seem,appears,appear,provides,provide`,
		`means,mean,meant,lets,let,stands,stand,stood,sits,sit,sat,lies,turns,turn,works,asks,ask,calls,adds,add,lives,live,tries,try`,
		`uses,feels,feel,felt,believes,believe,hopes,expects,expect,hears,hear,heard,starts,stops,stop,reads,read,read,sells,sell,sold`,
		`fought,fights,caught,taught,chose,chosen,drew,drawn,drove,driven,eat,ate,eaten,forgot,hit,hits,hurt,threw,thrown,understood`,
		`wore,worn,broke,broken,done,gone,seen,known,taken,given,written,spoken,grown,risen,fallen,been,being,backs,back,sees,puts`,
		`does,did,do,has,have,had,is,are,was,were,be,will,would,can,could,may,might,should,must,cannot,warn,warns,insists,hits,opens`,
		`used,closes,offers,requires,require,creates,create,remember,remembers,consider,considers,accept,accepts,avoid,avoids,agree,agrees`,
		`suggest,suggests,reveal,reveals,threaten,threatens,slows,expands,relate,relates,symbolizes,carry,carries,nears,aged,treats,gathers`,
		`gather,decides,decide,refuses,refuse,denies,deny,argues,argue,insist,explains,explain,describes,describe,becoming,concludes`)
	// dullHeads are dull in small letters alone: "a great range", but "Great Britain".
	dullHeads = lowerSet(`great,good,similar,different,specific,certain,various,main,major,key,whole,entire,typical,usual,incredible,easy,single`,
		`middle,top,quarter,thousands,hundreds,millions,range,size,charge,line,variety,slate,flurry,succession,deal,other,tenth,half,amounts`)
	// trailing are the words that end no group: they say how what stands before them is.
	trailing       = lowerSet(`nationwide,worldwide,online,on-air,aged,higher,lower,further,furthest,enough,twice,stable,incapable,necessary,pretty,loud,alike,alone`)
	noSuperlatives = lowerSet(`arrest,behest,bequest,breast,conquest,contest,forest,harvest,inquest,interest,protest,request,tempest,unrest`)
	// personTitles are the last words of what stands before a name.
	personTitles = lowerSet(`minister,president,director,chairman,chairwoman,senator,sen,secretary,governor,gov,professor,prof,judge,justice,general,gen,chief,
		ceo,officer,mayor,spokesman,spokeswoman,leader,king,queen,prince,princess,representative,rep,congressman,congresswoman,attorney`)
	dullNouns = lowerSet(`monday,tuesday,wednesday,thursday,friday,saturday,sunday,january,february,march,april,may,june,july,august`,
		`september,october,november,december,jan,feb,mar,apr,aug,sept,sep,oct,nov,dec,year,years,month,months,week,weeks,day,days,time`,
		`times,hour,hours,minute,minutes,morning,evening,night,afternoon,today,people,person,way,ways,thing,things,lot,lots,number,numbers`,
		`part,parts,case,cases,percent,kind,kinds,sort,bit,end,start,beginning,fact,reason,reasons,example,place,places,something,moment`,
		`side,sides,rest,same,latest,last,next,previous,recent,own,first,second,third,one,two,three,others,lack,point,points,man,woman`,
		`men,women,guy,guys,order,set,series,couple,majority,group,press,release,million,billion,thousand,hundred,dollars,statement`,
		`interview,spokesman,spokeswoman,spokesperson,reporter,reporters,photo,image,video,mr,mrs,ms,dr,sen,rep,gov,gen,president,minister`,
		`result,results,question,questions,idea,ideas,problem,problems,issue,issues,situation,area,areas,level,amount,form,type,use,view,name,names,list,note,copy,page,look,use`)
)

// nounWordKinds says of each of these words what it does; of those that stand in two lists the last counts.
var nounWordKinds = func() map[string]nounKind {
	kinds := map[string]nounKind{}
	for _, row := range []struct {
		set  map[string]bool
		kind nounKind
	}{
		{nounVerbs, nounVerb}, {nounBreaks, nounFunction}, {nounPronouns, nounPronoun}, {nounOpeners, nounOpener},
		{nounDeterminers, nounDeterminer}, {nounLinks, nounLink},
	} {
		for w := range row.set {
			kinds[w] = row.kind
		}
	}
	return kinds
}()

// groupSentence returns the names of a sentence and, in English, its groups of nouns, also two joined by a preposition.
// They stay as they are until the next call.
func (k *nounKinds) groupSentence(text string) []string {
	tokens := k.tokens(text)
	english := k.lang == "" || strings.HasPrefix(strings.ToLower(k.lang), "en")
	out := k.found[:0]
	var groups [][2]int // in tokens
	for i := 0; i < len(tokens); {
		end := groupEnd(tokens, i)
		if end == i {
			i++
			continue
		}
		from, run := groupStart(text, tokens, i, end), end
		if verbBehind(tokens, from, end) {
			end--
		}
		if nameOnly(tokens[from:end]) || english && fitsAround(text, tokens, from, end) {
			out = appendGroup(out, text, tokens[from:end])
			if start := linkedStart(text, tokens, groups, from); english && start >= 0 {
				out = appendGroup(out, text, tokens[start:end])
			}
			groups = append(groups, [2]int{from, end})
		} else {
			out = appendNames(out, text, tokens[from:end])
		}
		i = run
	}
	k.found = out
	return out
}

// appendNames appends the names in a run that is no group.
func appendNames(out []string, text string, tokens []nounToken) []string {
	for i := 0; i < len(tokens); {
		end := i
		for end < len(tokens) && tokens[end].name {
			end++
		}
		if end > i {
			out = appendGroup(out, text, tokens[i:end])
		}
		i = max(end, i+1)
	}
	return out
}

// nounKinds says what the words of a language may do, and remembers those that it was asked for.
type nounKinds struct {
	lang  string
	known map[string]nounToken // as written
	words []nounToken          // room for those of a sentence
	found []string             // and for what is found in it
}

// newNounKinds returns the kinds of the words of a language.
func newNounKinds(lang string) *nounKinds {
	return &nounKinds{lang: lang, known: map[string]nounToken{}}
}

// of returns what is true of a word wherever it stands.
func (k *nounKinds) of(word string) nounToken {
	t, ok := k.known[word]
	if !ok {
		bare := strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "’s")
		t = nounToken{kind: kindOfNoun(word, k.lang), dull: dullNouns[strings.ToLower(bare)] || dullHeads[bare]}
		k.known[word] = t
	}
	return t
}

// tokens cuts a sentence into its words. They stay as they are until the next call.
func (k *nounKinds) tokens(text string) []nounToken {
	out := k.words[:0]
	at := 0
	for at < len(text) {
		r, n := utf8.DecodeRuneInString(text[at:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			at += n
			continue
		}
		end := at + nounLen(text[at:])
		t := k.of(text[at:end])
		t.start, t.end = at, end
		if len(out) > 0 {
			gap := text[out[len(out)-1].end:at]
			t.broken = gap != " " && gap != ". " && strings.TrimSpace(gap) != "" // a full stop inside a sentence abbreviates
			t.name = unicode.IsUpper(r) && t.kind == nounContent
			if len(out) == 1 && t.name && text[out[0].start:out[0].end] == "New" {
				out[0].name = true // "New York"
			}
		}
		out = append(out, t)
		at = end
	}
	k.words = out
	return out
}

// nounLen returns the length of the word that text begins with: letters, digits and the signs between them.
func nounLen(text string) int {
	end := 0
	for at := 0; at < len(text); {
		r, n := rune(text[at]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[at:])
		}
		at += n
		switch {
		case isASCIILetter(byte(r)) && r < utf8.RuneSelf, unicode.IsLetter(r), unicode.IsDigit(r):
			end = at
		case r != '\'' && r != '’' && r != '-' && r != '.':
			return end
		}
	}
	return end
}

// kindOfNoun says what a word may do.
func kindOfNoun(word, lang string) nounKind {
	w := strings.ToLower(word)
	upper := unicode.IsUpper(firstRune(word))
	kind, known := nounWordKinds[w]
	switch {
	case word == "New": // York
		return nounContent
	case known && kind != nounVerb:
		return kind
	case sentence.FunctionWord(w, lang) || strings.ContainsAny(w, "'’") && !strings.HasSuffix(w, "'s") && !strings.HasSuffix(w, "’s"):
		return nounFunction
	case upper:
		return nounContent
	case known || strings.HasSuffix(w, "ly") || !unicode.IsLetter(firstRune(w)):
		return nounVerb
	case len(w) > 4 && (strings.HasSuffix(w, "ing") || strings.HasSuffix(w, "ed")):
		return nounParticiple
	}
	return nounContent
}

// maxGroup is the number of words of the longest group.
const maxGroup = 4

// groupEnd returns the end of the run of words from i on that may be a group.
func groupEnd(tokens []nounToken, i int) int {
	end := i
	for end < len(tokens) && tokens[end].kind == nounContent && (end == i || !tokens[end].broken) {
		end++
	}
	return end
}

// groupStart shortens a run that is too long to its last words: of a name with its titles the name remains, and of words
// with a possessive what it possesses.
func groupStart(text string, tokens []nounToken, i, end int) int {
	for j := end - 2; j >= i; j-- {
		if w := text[tokens[j].start:tokens[j].end]; strings.HasSuffix(w, "'s") || strings.HasSuffix(w, "’s") {
			if end-i > maxGroup {
				return j + 1
			}
		}
	}
	if end-i <= maxGroup {
		return i
	}
	if !tokens[end-1].name {
		return end - 3
	}
	for j := end - 3; j >= i; j-- {
		if personTitles[strings.ToLower(text[tokens[j].start:tokens[j].end])] {
			return max(j+1, end-maxGroup)
		}
	}
	return end - 2
}

// nameOnly reports whether all tokens are names.
func nameOnly(tokens []nounToken) bool {
	for _, t := range tokens {
		if !t.name {
			return false
		}
	}
	return true
}

// verbBehind reports whether the last word of a run must be a verb, as a determiner or a pronoun follows it: "rates rise a
// bit".
func verbBehind(tokens []nounToken, from, end int) bool {
	return end-from > 1 && end < len(tokens) && !tokens[end].broken && !tokens[end-1].name &&
		(tokens[end].kind == nounDeterminer || tokens[end].kind == nounPronoun)
}

// fitsAround reports whether what stands before and behind a run shows that it is a whole group.
func fitsAround(text string, tokens []nounToken, from, end int) bool {
	if from == 0 || tokens[from].broken {
		return false
	}
	before := tokens[from-1]
	switch before.kind {
	case nounDeterminer, nounOpener:
	case nounLink:
		if text[before.start:before.end] == "to" && !tokens[from].name {
			return false // an infinitive
		}
	case nounParticiple: // "of increasing cooperation"
		if from < 2 || tokens[from-2].kind < nounDeterminer || tokens[from-2].kind > nounLink {
			return false
		}
	default:
		return false
	}
	return end == len(tokens) || tokens[end].broken || tokens[end].kind != nounContent && tokens[end].kind != nounParticiple || verbBehind(tokens, from, end+1)
}

// linkedStart returns where the group begins to which that at from is joined by a preposition and at most one determiner,
// in the last of groups; -1 when there is none. "between" joins two more, with an "and".
func linkedStart(text string, tokens []nounToken, groups [][2]int, from int) int {
	if len(groups) == 0 {
		return -1
	}
	last := groups[len(groups)-1]
	word := func(i int) string { return text[tokens[i].start:tokens[i].end] }
	if head := tokens[last[1]-1]; head.dull || !head.name && trailsNoun(word(last[1]-1)) {
		return -1
	}
	for i := last[1]; i <= from; i++ {
		if tokens[i].broken {
			return -1
		}
	}
	gap := from - last[1]
	switch {
	case gap == 1 && word(last[1]) == "and" && len(groups) > 1:
		if first := groups[len(groups)-2]; last[0]-first[1] == 1 && word(first[1]) == "between" && !tokens[last[0]].broken {
			return first[0]
		}
		return -1
	case gap < 1 || gap > 2 || tokens[last[1]].kind != nounLink || word(last[1]) == "between":
		return -1
	case gap == 2 && tokens[last[1]+1].kind != nounDeterminer:
		return -1
	case word(last[1]) == "to" && !tokens[from].name:
		return -1
	}
	return last[0]
}

// trailsNoun reports whether a word ends no group.
func trailsNoun(word string) bool {
	return trailing[word] || strings.HasSuffix(word, "ous") || strings.HasSuffix(word, "ible") || strings.HasSuffix(word, "less") ||
		strings.HasSuffix(word, "est") && len(word) > 5 && !noSuperlatives[word]
}

// The bounds of a title.
const (
	maxTitleWords = 6
	maxTitleBytes = 48
	minTitleRunes = 4
)

// appendGroup appends the text of a group that makes a title: neither too long nor too short, and not of dull words alone.
func appendGroup(out []string, text string, tokens []nounToken) []string {
	for len(tokens) > 1 && tokens[0].dull && tokens[1].kind == nounContent {
		tokens = tokens[1:]
	}
	group := text[tokens[0].start:tokens[len(tokens)-1].end]
	group = strings.TrimSuffix(strings.TrimSuffix(group, "'s"), "’s")
	first, last := tokens[0], tokens[len(tokens)-1]
	if first.end-first.start == 1 && !strings.HasPrefix(text[first.end:], ".") { // "F Hamidou Diallo"
		return out
	}
	if word := text[last.start:last.end]; !last.name && trailsNoun(word) || utf8.RuneCountInString(word) == 1 {
		return out
	}
	if last.dull || len(tokens) > maxTitleWords || len(group) > maxTitleBytes || utf8.RuneCountInString(group) < minTitleRunes {
		return out
	}
	telling := 0
	for i, t := range tokens {
		switch {
		case i > 0 && t.broken:
			return out
		case t.kind == nounContent && !t.dull:
			telling++
		case t.kind == nounContent:
			telling--
		}
	}
	if telling <= 0 {
		return out
	}
	return append(out, group)
}
