package spoken

// class is a set of reasons why a token may interest a rule.
type class uint64

// The classes of tokens. A word has the classes of its entry in the language's tables and those of its shape.
const (
	classDigit    class = 1 << iota // a run of ASCII digits
	classJoined                     // such a run with a letter or a sign right behind it
	classCurrency                   // a currency sign
	classMinus                      // a hyphen, minus or plus sign that may belong to a number
	classDot                        // a full stop with a digit behind it
	classSymbol                     // any other sign in the language's table of signs
	classDash                       // a dash, or hyphens in its place
	classBracket                    // an opening bracket
	classQuote                      // an apostrophe before a digit: '90s
	classHash                       // # with something behind it
	classAt                         // @ with something behind it
	classEmoji                      // a pictograph
	classFraction                   // a fraction in one sign, a superscript
	classCaps                       // a word of two or more capitals, or capitals with a small suffix
	classLetter                     // a single letter
	classAlnum                      // a word that touches a digit, directly or by a hyphen
	classWeb                        // a word that touches a sign of web addresses
	classMonth                      // May, Aug
	classTitle                      // Dr, Sen
	classAbbrev                     // vs, etc, Inc
	classState                      // Calif
	classRoman                      // II, viii
	classUnitName                   // No, pp: a word that a number follows
	classHetero                     // read, lead
	classWeekday                    // Mon, Thurs
	classInserted                   // a word that touches an opening square bracket
	classSlashed                    // a word that touches a slash
	classAcronym                    // US, IT: a row of the table of initialisms
)

// A rule says one kind of written form. match is asked at pos, where a token with one of the rule's classes starts; it
// returns the end of the piece that it takes and what is said for it, or end == 0 for nothing.
type rule struct {
	name  string
	on    class
	match func(s *scan, pos int) (end int, spoken string)
}
