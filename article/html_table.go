package article

import (
	"strconv"
	"strings"
)

// table adds a data table as one piece.
func (f *flow) table(n *node) {
	var caption *node
	var rows []string
	header := false
	above := map[int]int{}
	start, end := -1, 0
	words, linkWords := 0, 0
	n.walk(func(k *node) bool {
		switch k.tag {
		case "caption":
			caption = k
			return false
		case "tr":
			cell := flow{base: f.base, lang: f.lang, size: f.size}
			row, all := cell.row(k, above)
			if strings.TrimSpace(row) == "" {
				return false
			}
			if len(rows) == 0 {
				header = all
			}
			rows = append(rows, row)
			if start < 0 {
				start = cell.start
			}
			end = cell.end
			words += cell.words
			linkWords += cell.linkWords
			return false
		}
		return true
	})
	if caption != nil {
		f.gather(caption, caption)
		f.flush(caption)
	}
	if len(rows) == 0 {
		return
	}
	p := &piece{node: n, words: words, linkWords: linkWords}
	p.Kind, p.Header, p.Text, p.Start, p.End = KindTable, header, strings.Join(rows, "\n"), start, end
	f.pieces = append(f.pieces, p)
}

// row returns the texts of a row's cells, and whether all of them are header cells. A cell that spans several columns is
// followed by empty ones, and those that a cell above reaches into are empty: above holds, by column, how many rows more it
// reaches. Its own start, end and words become the row's.
func (f *flow) row(tr *node, above map[int]int) (text string, header bool) {
	var cells []string
	header = true
	start, end, words, linkWords := -1, 0, 0, 0
	for _, td := range tr.kids {
		if td.tag != "td" && td.tag != "th" {
			continue
		}
		header = header && td.tag == "th"
		for above[len(cells)] > 0 {
			above[len(cells)]--
			cells = append(cells, "")
		}
		f.pieces = f.pieces[:0]
		f.flush(td)
		f.gather(td, td)
		f.flush(td)
		var parts []string
		for _, p := range f.pieces {
			parts = append(parts, strings.Join(strings.Fields(p.Text), " "))
			if start < 0 {
				start = p.Start
			}
			end = p.End
			words += p.words
			linkWords += p.linkWords
		}
		rows := spanOf(td, "rowspan", len(cells)) - 1
		for i := range spanOf(td, "colspan", len(cells)) {
			if rows > 0 {
				above[len(cells)] = rows
			}
			if i > 0 {
				parts = nil
			}
			cells = append(cells, strings.Join(parts, " "))
		}
	}
	f.start, f.end, f.words, f.linkWords = start, end, words, linkWords
	return strings.TrimRight(strings.Join(cells, "\t"), "\t"), header && len(cells) > 0
}

// The widest and highest cell that is believed, and the widest row that has any.
const (
	maxSpan    = 20
	maxColumns = 100
)

// spanOf returns over how many columns or rows a cell reaches that stands in the column.
func spanOf(td *node, attr string, column int) int {
	v, err := strconv.Atoi(td.attr(attr))
	if err != nil || v < 1 || v > maxSpan || column > maxColumns {
		return 1
	}
	return v
}

// isDataTable tells a table of data from one that only lays out the page: several columns, short cells, nothing nested.
func isDataTable(n *node) bool {
	if role := n.attr("role"); role == "presentation" || role == "none" {
		return false
	}
	rows, columns, layout := 0, 0, false
	n.walk(func(k *node) bool {
		switch k.tag {
		case "tr":
			rows++
			cells := 0
			for _, td := range k.kids {
				if td.tag == "td" || td.tag == "th" {
					cells++
				}
			}
			columns = max(columns, cells)
		case "table", "h1", "h2", "article", "form", "figure":
			layout = layout || k != n
		}
		return !layout
	})
	return !layout && rows >= 2 && columns >= 2 && !hasLongCell(n)
}

// maxCell is the length of the longest cell in a table of data, in bytes.
const maxCell = 600

// hasLongCell reports whether one cell of the table holds more text than a table of data has in it.
func hasLongCell(table *node) bool {
	length, long := 0, false
	table.walk(func(k *node) bool {
		switch {
		case k.tag == "td":
			length = 0
		case k.tag == "":
			length += len(strings.TrimSpace(k.text))
			long = long || length > maxCell
		}
		return !long
	})
	return long
}
