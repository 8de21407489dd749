package player

import "articast/podcast"

// blocksOf puts the cues of one paragraph together, and in it those of one speaker.
func blocksOf(cues []podcast.Cue) []block {
	var blocks []block
	for i, cue := range cues {
		if i == 0 || cue.Paragraph {
			blocks = append(blocks, block{Role: blockRole(cue)})
		}
		runs := &blocks[len(blocks)-1].Runs
		if n := len(*runs); n == 0 || (*runs)[n-1].Speaker != cue.Speaker {
			*runs = append(*runs, run{Speaker: cue.Speaker})
		}
		last := &(*runs)[len(*runs)-1]
		last.Sentences = append(last.Sentences, sentence{Start: seconds(cue.Start), Text: cue.Text})
	}
	return blocks
}

// blockRole is the role of the paragraph that a cue begins. A quotation is part of one of the body's.
func blockRole(cue podcast.Cue) string {
	if cue.Role == "quote" {
		return "body"
	}
	return string(cue.Role)
}
