package segment

import (
	"slices"
	"strings"

	"articast/segment/spoken"
)

// The largest table that is read out.
const (
	maxTableRows    = 12
	maxTableColumns = 8
)

// addTable adds a table: by row, or, where it is long, a sentence that says that it is left out. Where the first row names
// the columns, each cell is spoken behind the name of its own.
func (b *builder) addTable(p piece) {
	rows := strings.SplitAfter(p.of(b.text), "\n")
	if len(rows) > maxTableRows || 1+strings.Count(rows[0], "\t") > maxTableColumns {
		p.rule, p.instead = "table/long", leadIn(b.lang, "table")
		b.pieces = append(b.pieces, p)
		return
	}
	at, heads := p.start, 0
	if b.doc.Blocks[p.block].Header && len(rows) > 1 {
		heads = headRows(rows)
	}
	for i, row := range rows {
		r := p
		r.span = span{at, at + len(row)}
		switch {
		case heads > 0 && i == 0:
			r.lead = leadIn(b.lang, "columns")
		case i >= heads && heads > 0 && (len(cells(b.text, r.span)) > 1 || !strings.Contains(rows[0], "\t")):
			r.columns = span{p.start, p.start + len(strings.Join(rows[:heads], ""))}
		}
		if at += len(row); hasWord(row) {
			b.pieces = append(b.pieces, r)
		}
	}
}

// headRows returns how many rows at the top of a table name its columns: two where the second begins with an empty cell, below
// a name for both rows, and has words alone, one of them below a name that reaches over several columns.
func headRows(rows []string) int {
	if len(rows) < 3 || strings.ContainsAny(rows[1], "0123456789") {
		return 1
	}
	names, below := strings.Split(rows[0], "\t"), strings.Split(rows[1], "\t")
	if hasWord(below[0]) || !hasWord(names[0]) {
		return 1
	}
	for i := 1; i < len(below); i++ {
		if hasWord(below[i]) && (i >= len(names) || !hasWord(names[i])) {
			return 2
		}
	}
	return 1
}

// columnNames returns what each column of the table is called, as said: with two rows of names, that above and that below it.
func (b *builder) columnNames(p piece) []string {
	var out []string
	at := p.columns.start
	for row := range strings.Lines(p.columns.of(b.text)) {
		above := out
		out = slices.Clone(above)
		for i, cell := range cells(b.text, span{at, at + len(row)}) {
			if i >= len(out) {
				out = append(out, "")
			}
			if !hasWord(cell.of(b.text)) {
				continue
			}
			name, _, _ := b.spokenForm(p, cell)
			name = strings.TrimRight(name, ".:;, ")
			for j := min(i, len(above)-1); j >= 0; j-- { // a name reaches over the columns without one to its right
				if above[j] != "" {
					name = above[j] + ", " + name
					break
				}
			}
			out[i] = name
		}
		at += len(row)
	}
	return out
}

// cells returns where the cells of a row stand, without the white space around them.
func cells(text string, row span) []span {
	var out []span
	at := row.start
	for cell := range strings.SplitSeq(row.of(text), "\t") {
		out = append(out, span{at, at + len(cell)}.trim(text))
		at += len(cell) + len("\t")
	}
	return out
}

// spokenRow says the row of a table: cell by cell, with a short pause between.
func (b *builder) spokenRow(p piece, s span) (say string, align spoken.Alignment, changes []Change) {
	var names []string
	between := ", "
	if p.columns != (span{}) {
		names, between = b.columnNames(p), "; "
	}
	first := len(b.text[:s.start]) - len(strings.TrimRight(b.text[:s.start], "\t")) // the columns that are empty before s
	var out strings.Builder
	textAt := 0 // what of the row is in align
	for i, cell := range cells(b.text, s) {
		if !hasWord(cell.of(b.text)) {
			continue
		}
		from := out.Len()
		if from > 0 {
			out.WriteString(between)
		}
		if i += first; i < len(names) && names[i] != "" {
			out.WriteString(names[i] + ": ")
		}
		if gap := (span{s.start + textAt, cell.start}).of(b.text); from < out.Len() || gap != "" {
			align += spoken.Piece(len(gap), out.Len()-from)
			changes = append(changes, Change{"table/cell", gap, out.String()[from:]})
		}
		said, pairs, made := b.spokenForm(p, cell)
		align += pairs
		out.WriteString(said)
		textAt = cell.end - s.start
		changes = append(changes, made...)
	}
	if end := s.end - s.start; textAt < end {
		align += spoken.Piece(end-textAt, 0)
	}
	return out.String(), align, changes
}
