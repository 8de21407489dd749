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

func TestMathML(t *testing.T) {
	for _, test := range []struct {
		math string
		want string // what is left
	}{
		{`<mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup>`, "It is E = m c² here."},
		{`<mfrac><mn>1</mn><mn>2</mn></mfrac><mi>t</mi>`, "It is 1/2 t here."},
		{`<mi>r</mi><mo>=</mo><msqrt><mn>2</mn></msqrt>`, "It is r = √2 here."},
		{`<mi>s</mi><mo>=</mo><munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover><mi>i</mi>`, "It is here."},
		{`<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac>`, "It is here."},
		{`<msqrt><mi>a</mi><mi>b</mi></msqrt>`, "It is here."},
		{strings.Repeat(`<mi>a</mi><mo>+</mo>`, 16), "It is here."},
	} {
		page := "<html><head><title>The sum</title></head><body><article><h1>The sum</h1><p>It is <math>" + test.math + "</math> here.</p></article></body></html>"
		d, err := ParseHTML(strings.NewReader(page), "")
		if err != nil {
			t.Fatal(err)
		}
		last := d.Blocks[len(d.Blocks)-1]
		left, at := "", 0
		for _, m := range last.Marks {
			left += last.Text[at:m.Start]
			at = m.End
		}
		left = strings.ReplaceAll(left+last.Text[at:], "  ", " ")
		if left != test.want {
			t.Errorf("%s leaves %q, want %q", test.math, left, test.want)
		}
	}
}
