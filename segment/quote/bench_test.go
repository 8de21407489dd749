package quote

import (
	"fmt"
	"strings"
	"testing"
)

// newsText repeats hand-written paragraphs of news to about n bytes.
func newsText(n int) string {
	const para = `“We will open the bridge in May,” Mayor Ada Hill told reporters on Monday, “and nobody will pay to cross it.” She called the old toll “a relic.”

The council, which has 24 members, voted on the plan last week. Boris Lang, the city's chief engineer, said that the work “could be finished early,” according to a report in the Gazette. The builders' union isn't so sure.

"It's a 12-month job," said Lang's deputy, Mary Poole. "I don't see how it is done in six."

`
	return strings.Repeat(para, n/len(para)+1)[:n]
}

func BenchmarkFind(b *testing.B) {
	text := newsText(1 << 20)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(text, Options{})
	}
}

// BenchmarkFindHostile measures texts that would tempt a search to look back or ahead without end. The speed of the long
// form of a text must be near that of its short form, or time grows with the square.
func BenchmarkFindHostile(b *testing.B) {
	units := []struct{ name, unit string }{
		{"one sentence of quotations", `and “a b c” and `},
		{"alone in a sentence", `“A b c.” `},
		{"unclosed", "“a b\n\n"},
		{"single marks", "'a b "},
		{"marks alone", `"`},
		{"names in one sentence", `Ada Hill and “we go” she `},
		{"namesakes", `Ann Hill, “a b c d,” he said, Bob Hill “x”, `},
		{"pronouns without names", `“A b c,” she said. `},
		{"participles", `calling it “a b c d e” `},
		{"open marks in one paragraph", `“a. `},
		{"straight marks that only open", ` "a`},
		{"commas", `a, `},
	}
	for _, u := range units {
		for _, kb := range []int{64, 1024} {
			text := `“a” ` + strings.Repeat(u.unit, kb<<10/len(u.unit))
			b.Run(fmt.Sprintf("%s/%dKB", u.name, kb), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					Find(text, Options{})
				}
			})
		}
	}
}
