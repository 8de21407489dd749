package segment

import "articast/article"

// classifyLines finds the roles of the lines of a plain text.
func classifyLines(blocks []article.Block) []lineRole {
	out := make([]lineRole, len(blocks))
	titled := false
	for i, b := range blocks {
		out[i] = lineRole{role: RoleBody}
		f := findFurniture(b.Text)
		n := countWords(b.Text)
		line := readByline(b.Text[:min(len(b.Text), 0)])
		if n < 30 {
			line = readByline(b.Text)
		}
		switch {
		case !hasWord(b.Text):
			out[i].rule = "mark/wordless"
		case f != nil && f.sure:
			out[i].rule = f.rule
		case n < 25 && len(line.dates) > 0 && n < 16:
			out[i].role = RoleDate
			if len(line.who) > 0 {
				out[i].role = RoleByline
			}
		case byWord.MatchString(b.Text) && n < 16:
			out[i].role = RoleByline
		case !titled && n < 30:
			out[i].role = RoleTitle
			titled = true
		default:
			if _, ok := findCredit(b.Text); ok && n < 60 {
				out[i].role = RoleCaption
			}
		}
	}
	return out
}
