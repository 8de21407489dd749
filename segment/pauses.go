package segment

import "time"

// MaxPause is the longest pause that Options and plans may ask for.
const MaxPause = time.Minute

// pauseDefaults are the silences between utterances: what listeners of other readers settled on.
var pauseDefaults = []struct {
	name string
	d    time.Duration
}{
	{"byline", 600 * time.Millisecond},          // after the author's name and the day
	{"caption", 800 * time.Millisecond},         // before and after the caption of a picture
	{"dateline", 300 * time.Millisecond},        // after the place of a dateline
	{"heading", 800 * time.Millisecond},         // after a heading
	{"heading-before", 1200 * time.Millisecond}, // before a heading
	{"list", 600 * time.Millisecond},            // after the item of a list, the row of a table
	{"paragraph", 900 * time.Millisecond},       // after a paragraph
	{"phrase", 300 * time.Millisecond},          // where a long sentence was cut
	{"quotation", 150 * time.Millisecond},       // where a quotation begins or ends inside a sentence
	{"section", 1800 * time.Millisecond},        // at a line of asterisks, at the end
	{"sentence", 500 * time.Millisecond},        // after a sentence
	{"title", 900 * time.Millisecond},           // after the headline
}

// PauseNames returns the names of the pauses that Options can set, sorted.
func PauseNames() []string {
	names := make([]string, len(pauseDefaults))
	for i, p := range pauseDefaults {
		names[i] = p.name
	}
	return names
}

// pauses returns the length of every pause by name.
func (o Options) pauses() map[string]time.Duration {
	all := map[string]time.Duration{}
	for _, p := range pauseDefaults {
		all[p.name] = p.d
		if d, ok := o.Pauses[p.name]; ok {
			all[p.name] = d
		}
	}
	return all
}

// pausesAfter are the pauses after the last utterance of a block by its role.
var pausesAfter = map[Role]string{
	RoleTitle: "title", RoleByline: "byline", RoleDate: "byline", RoleCaption: "caption", RoleCredit: "caption", RoleHeading: "heading",
	RoleList: "list", RoleTable: "list", RoleDateline: "dateline",
}

// pausesBefore are those before the first.
var pausesBefore = map[Role]string{RoleHeading: "heading-before", RoleCaption: "caption", RoleTitle: "title"}

// pause sets the silence between the utterances: between two, the longer of what the first asks for after it and the
// second before it. What the second asks for beyond the first's is its PauseBeforeMS.
func (b *builder) pause() {
	d := b.o.pauses()
	ms := func(name string) int { return int(d[name] / time.Millisecond) }
	for i := range b.units {
		u := &b.units[i]
		if i+1 == len(b.units) {
			u.PauseAfterMS = ms("section")
			break
		}
		next := &b.units[i+1]
		if u.block == next.block && u.Start < next.Start {
			u.PauseAfterMS = ms(pauseInside(u, next))
			continue
		}
		u.PauseAfterMS = ms("paragraph")
		if name, ok := pausesAfter[u.Role]; ok {
			u.PauseAfterMS = ms(name)
		}
		if b.sectionBetween(u, next) {
			u.PauseAfterMS = max(u.PauseAfterMS, ms("section"))
		}
		if name, ok := pausesBefore[next.Role]; ok {
			next.PauseBeforeMS = max(0, ms(name)-u.PauseAfterMS)
		}
	}
}

// pauseInside names the pause between two utterances of one block.
func pauseInside(u, next *unit) string {
	switch {
	case u.Role == RoleDateline || u.Role == RoleByline || u.Role == RoleDate || u.Role == RoleTable:
		return pausesAfter[u.Role]
	case next.Role == RoleCaption:
		return "caption"
	case u.ends:
		return "sentence"
	case u.quote != next.quote:
		return "quotation"
	}
	return "phrase"
}

// sectionBetween reports whether a line without a word, like "* * *", stands between two neighbours.
func (b *builder) sectionBetween(u, next *unit) bool {
	for i := u.block + 1; i < next.block; i++ {
		if !hasWord(b.doc.Blocks[i].Text) {
			return true
		}
	}
	return false
}
