// Package spoken turns written text into what a good newsreader would say: "$3M" goes in, "three million dollars" comes
// out, with an alignment between the two and the names of the rules that made the change.
//
// One pass walks over the tokens of the text. Each token belongs to some classes (a digit, a month, a currency sign, a
// word in capitals ...); the rules that wait for one of its classes are asked in the order of their table, and the first
// that knows what to say takes its piece of the text. A rule looks at a bounded stretch around its token, so that the
// work is linear in the length of the text. A token that no rule takes is said as it is written: when in doubt, nothing
// is changed.
//
// Knowledge of a language stands in tables: the rules in order (en.go), the words in data/en. A language without tables
// passes through untouched. Every rule and every row has a case in testdata: a line "written => spoken" in a text file,
// which anybody can add to.
//
// What is written for the ear was chosen by what the embedded engine's phonemizer (espeak-ng) makes of it, not by the
// look of the text: "U.S" is heard as one word of two letters, while "U.S." before a capital ends the sentence; "A-Smith"
// is a letter and a name, while "A Smith" is an article; a sentence that begins with a small letter is joined to the one
// before it.
package spoken
