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
// passes through untouched.
package spoken
