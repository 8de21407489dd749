package article

import (
	"regexp"
	"strings"
)

var (
	tradeVerbs = set("covers writes reports schreibt berichtet couvre écrit cubre escribe")
	isVerbs    = set("is ist est es")
	articles   = set("a an the")
	// tradeNoun matches a word for who writes for a living, or for whom a paper asks to write.
	tradeNoun = regexp.MustCompile(`(?i)^(?:\pL*(?:reporter|journalist|writer|redakteur|korrespondent)|(?:co-?)?(?:author|editor|producer)|correspondent|photographer|columnist|contributor|contributing|blogger|podcaster|` +
		`fellow|professor|lecturer|staff|critic|novelist|playwright|historian|freelancer?|autor|kolumnist|fotograf|rédacteur|rédactrice|auteur|autrice|correspondant|chroniqueur|chroniqueuse|photographe|` +
		`periodista|redactor|columnista|corresponsal|escritor|fotógrafo|fotógrafa)(?:ial|s|e|a|in)?(?:\PL|$)`)
	// tradeEnds are the words behind which a noun names something else than who is told of: "a city that writers love".
	tradeEnds = set("that which who whose where of in for to with from on at by it he she they was que qui dont où")
)

// TellsTrade reports whether the words behind a name, with the space before them, say that its bearer writes or teaches: " is a reporter at
// The Echo", " covers schools". What one was or is doing is an event, which an article may tell as well: " was the only reporter there".
func TellsTrade(behind string) bool {
	words := strings.Fields(strings.TrimPrefix(behind, ","))
	if len(words) < 2 {
		return false
	}
	if tradeVerbs[words[0]] {
		return words[1] != "that"
	}
	if !isVerbs[words[0]] || words[0] == "is" && !articles[words[1]] {
		return false
	}
	for _, word := range words[1:] {
		switch {
		case tradeNoun.MatchString(word):
			return true
		case tradeEnds[word], strings.HasSuffix(word, "."), strings.HasSuffix(word, ";"), words[0] != "is" && strings.HasSuffix(word, ","):
			return false
		}
	}
	return false
}
