package segment

import "strings"

// anaphors are the words that lean on the paragraph before when they open one.
var anaphors = lowerSet(`he,she,it,they,his,her,its,their,this,that,these,those,but,and,such,both,er,sie,es,il,elle,ils,elles,él,ella`)

// titleChapters gives each start its title; a start that finds none of its own is given up.
func titleChapters(blocks []chapterBlock, starts []int, o chapterOptions) []chapter {
	used := map[string]bool{}
	var out []chapter
	for i, at := range starts {
		end := len(blocks)
		if i+1 < len(starts) {
			end = starts[i+1]
		}
		title := ""
		switch {
		case at == 0 && o.title != "" && !blocks[0].heading:
			title = o.title
		case blocks[at].heading:
			title = blocks[at].text
		default:
			title = openingWords(blocks[at:end])
		}
		if key := strings.ToLower(title); at > 0 && (title == "" || used[key]) {
			continue
		} else {
			used[key] = true
		}
		out = append(out, chapter{at, title})
	}
	return out
}

// openingWords returns the first words of the blocks.
func openingWords(blocks []chapterBlock) string {
	words := strings.Fields(blocks[0].text)
	return strings.Join(words[:min(len(words), 6)], " ")
}
