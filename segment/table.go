package segment

import (
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
	at, header := p.start, b.doc.Blocks[p.block].Header && len(rows) > 1
	for i, row := range rows {
		r := p
		r.span = span{at, at + len(row)}
		switch {
		case header && i == 0:
			r.lead = leadIn(b.lang, "columns")
		case header && (len(cells(b.text, r.span)) > 1 || !strings.Contains(rows[0], "\t")):
			r.columns = span{p.start, p.start + len(rows[0])}
		}
		if at += len(row); hasWord(row) {
			b.pieces = append(b.pieces, r)
		}
	}
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
	var names []span
	between := ", "
	if p.columns != (span{}) {
		names, between = cells(b.text, p.columns), "; "
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
		if i += first; i < len(names) && hasWord(names[i].of(b.text)) {
			name, _, _ := b.spokenForm(p, names[i])
			out.WriteString(strings.TrimRight(name, ".:;, ") + ": ")
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
