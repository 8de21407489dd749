package article

import (
	"strings"
	"testing"
)

func TestFormulas(t *testing.T) {
	for _, test := range []struct {
		text     string
		markdown bool
		want     string // what is left
	}{
		{`Let \(e = p/q\) be one.`, false, `Let e = p/q be one.`},
		{`For \(n \le q_{0}\) it holds.`, false, `For n le q_0 it holds.`},
		{`So $$x = q!\left(e - \sum_{n=0}^{q} \frac{1}{n!}\right)$$ is.`, false, `So  is.`},
		{`It costs $5 and $6.`, false, `It costs $5 and $6.`},
		{`It costs $5 and $6.`, true, `It costs $5 and $6.`},
		{`It cost $5, a=b, and $6.`, true, `It cost $5, a=b, and $6.`},
		{`Let $x^2$ and $n$ be.`, true, `Let x^2 and n be.`},
	} {
		p := &piece{Block: Block{Kind: KindParagraph, Text: test.text}}
		markFormulas(p, test.markdown)
		var b strings.Builder
		at := 0
		for _, m := range p.Marks {
			b.WriteString(test.text[at:m.Start])
			at = m.End
		}
		b.WriteString(test.text[at:])
		if b.String() != test.want {
			t.Errorf("%q leaves %q, want %q", test.text, b.String(), test.want)
		}
	}
}
