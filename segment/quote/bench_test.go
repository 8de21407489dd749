package quote

import (
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
