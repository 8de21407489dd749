package article

import (
	"regexp"
	"strings"
)

var (
	// texFormula is a formula as MathJax finds it in the text of a page; dollarFormula one as Markdown has it.
	texFormula    = regexp.MustCompile(`\\\((.+?)\\\)|\\\[(.+?)\\\]|\$\$(.+?)\$\$`)
	dollarFormula = regexp.MustCompile(`\$\$(.+?)\$\$|\$([^\s$](?:[^$]{0,78}[^\s$])?)\$`)
	texSigns      = regexp.MustCompile(`[\\{}]+`)
)

// maxFormula is the number of bytes of the longest formula in TeX that is said, and maxCommands of the commands in it.
const (
	maxFormula  = 60
	maxCommands = 2
)

// markFormulas drops the marks of TeX around and in the formulas of a piece, and whole formulas that are long. In Markdown a
// single dollar on each side will do, where what stands between is no sum of money.
func markFormulas(p *piece, markdown bool) {
	if p.Kind == KindCode || p.Kind == KindTable || !strings.Contains(p.Text, "$") && !strings.Contains(p.Text, `\(`) && !strings.Contains(p.Text, `\[`) {
		return
	}
	pattern := texFormula
	if markdown {
		pattern = dollarFormula
	}
	for _, m := range pattern.FindAllStringSubmatchIndex(p.Text, -1) {
		inner := m[2:4]
		for i := 4; inner[0] < 0; i += 2 {
			inner = m[i : i+2]
		}
		formula := p.Text[inner[0]:inner[1]]
		if p.Text[m[0]+1] != '$' && p.Text[m[0]] == '$' && !isFormula(p.Text, m[0], m[1], formula) {
			continue
		}
		if len(formula) > maxFormula || strings.Count(formula, `\`) > maxCommands {
			p.Marks = append(p.Marks, Mark{Kind: MarkDrop, Value: "math/formula", Start: m[0], End: m[1]})
			continue
		}
		p.Marks = append(p.Marks, Mark{Kind: MarkDrop, Value: "math/mark", Start: m[0], End: inner[0]}, Mark{Kind: MarkDrop, Value: "math/mark", Start: inner[1], End: m[1]})
		for _, at := range texSigns.FindAllStringIndex(formula, -1) {
			p.Marks = append(p.Marks, Mark{Kind: MarkDrop, Value: "math/mark", Start: inner[0] + at[0], End: inner[0] + at[1]})
		}
	}
	sortMarks(p.Marks)
}

// isFormula reports whether what stands between two dollars is a formula: a letter, or something with a sign of TeX.
func isFormula(text string, start, end int, formula string) bool {
	if start > 0 && isLetterOrDigit(rune(text[start-1])) || end < len(text) && isLetterOrDigit(rune(text[end])) {
		return false
	}
	return len(formula) == 1 && isLetterOrDigit(rune(formula[0])) && formula > "9" || strings.ContainsAny(formula, `\^_={}<>`)
}

// maxSigns is the number of signs of the longest formula in MathML that is said.
const maxSigns = 30

// stacked are the elements of MathML whose parts stand above each other.
var stacked = set("munder mover munderover mtable mroot mmultiscripts")

// formulaSigns counts the signs of a formula in MathML (MathML Core). inRow reports that they can be said one after another: none
// stand above each other, and what a fraction or a root holds is a single sign.
func formulaSigns(n *node) (signs int, inRow bool) {
	if n.tag == "" {
		if n.size > 0 {
			signs = 1
		}
		return signs, true
	}
	inRow = !stacked[n.tag]
	for _, k := range n.kids {
		if notText[k.tag] {
			continue
		}
		more, row := formulaSigns(k)
		signs += more
		inRow = inRow && row && (n.tag != "mfrac" || more < 2)
	}
	return signs, inRow && (n.tag != "msqrt" || signs < 2)
}

// math adds a formula, a space between its signs, powers raised; one that nobody could follow when it is said sign by sign is
// left out, as a long one in TeX is. KaTeX writes it a second time in plain elements: those are read.
func (f *flow) math(n *node) {
	if n.parent != nil && hasPhrase(n.parent, katexCopy) {
		return
	}
	if signs, inRow := formulaSigns(n); !inRow || signs > maxSigns {
		depth := len(f.open)
		f.open = append(f.open, Mark{Kind: MarkDrop, Value: "math/formula", Start: -1})
		defer f.closeMark(depth)
	}
	f.formula(n)
	f.space, f.inWord = true, false
}

// formula adds a part of a formula.
func (f *flow) formula(n *node) {
	if n.tag == "" {
		if n.size > 0 {
			f.space = !f.raised && !f.tight
			f.tight = false
			f.add(n)
		}
		return
	}
	if n.tag == "msqrt" {
		f.space = true
		f.sign('√')
	}
	elements := 0
	for _, k := range n.kids {
		if notText[k.tag] {
			continue
		}
		was := f.raised
		if k.tag != "" {
			elements++
			if elements == 2 && n.tag == "mfrac" {
				f.space = false
				f.sign('/')
			}
			power := elements == 2 && n.tag == "msup" || elements == 3 && n.tag == "msubsup"
			f.raised = was || power && raisedNumber.MatchString(strings.ReplaceAll(k.words(), " ", ""))
		}
		f.formula(k)
		f.raised = was
	}
}

// sign adds a sign that a formula shows without writing it.
func (f *flow) sign(r rune) {
	f.rune(r)
	f.tight = true
}

var katexCopy = []string{"katex", "mathml"}
