package quote

import (
	"fmt"
	"strings"
	"testing"
)

// render writes quotations one a line, as "kind speaker (mention): words".
func render(text string, qs []Quote) string {
	var b strings.Builder
	for _, q := range qs {
		fmt.Fprintf(&b, "%s %s (%s): %s\n", q.Kind, q.Speaker, q.Mention, text[q.InnerStart:q.InnerEnd])
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func TestFindNamesTheSpeaker(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"cue before",
			`Ada Hill said, “We open in May.”`,
			`full Ada Hill (Ada Hill): We open in May.`},
		{"cue after",
			`“We open in May,” Ada Hill said.`,
			`full Ada Hill (Ada Hill): We open in May,`},
		{"cue before the name",
			`“We open in May,” said Ada Hill, the mayor.`,
			`full Ada Hill (Ada Hill): We open in May,`},
		{"title and last name",
			`“We open in May,” Mr. Lang replied. “Come and see.”`,
			"full Lang (Mr. Lang): We open in May,\nfull Lang (Mr. Lang): Come and see."},
		{"party and state in brackets",
			`“We open in May,” Rep. Ada Hill (D-Ore.) said.`,
			`full Ada Hill (Rep. Ada Hill): We open in May,`},
		{"who clause",
			`Boris Lang, who built the bridge with his brother, said, “It is not safe.”`,
			"full Boris Lang (Boris Lang): It is not safe."},
		{"apposition before the verb",
			`“It holds,” Boris Lang, the chief engineer of the port, said on Monday.`,
			`full Boris Lang (Boris Lang): It holds,`},
		{"role and name",
			`“It holds,” chief engineer Boris Lang told reporters.`,
			`full Boris Lang (chief engineer Boris Lang): It holds,`},
		{"office with of",
			`Minister of Transport Ada Hill warned that “nobody should cross it.”`,
			`partial Ada Hill (Minister of Transport Ada Hill): nobody should cross it.`},
		{"agency quotes",
			`“We watch the river closely,” the Delta news agency quoted Hill as saying on Friday. Ada Hill leads the port.`,
			`full Ada Hill (Hill): We watch the river closely,`},
		{"according to",
			`The bridge “will never be finished,” according to Boris Lang.`,
			`partial Boris Lang (Boris Lang): will never be finished,`},
		{"according to, first",
			`According to the harbour office, “the bridge will be ready.”`,
			`partial harbour office (the harbour office): the bridge will be ready.`},
		{"headline colon",
			"Hill: “We open in May”\n\nAda Hill is the mayor.",
			`full Ada Hill (Hill): We open in May`},
		{"network post",
			`Ada Hill wrote on Twitter: “We open in May.”`,
			`full Ada Hill (Ada Hill): We open in May.`},
		{"tweeted",
			`“We open in May!” Ada Hill tweeted.`,
			`full Ada Hill (Ada Hill): We open in May!`},
		{"interrupted speech",
			`“The bridge,” Ada Hill said, “is ours.”`,
			"full Ada Hill (Ada Hill): The bridge,\nfull Ada Hill (Ada Hill): is ours."},
		{"two speakers in one paragraph",
			`“It is safe,” Ada Hill said. Boris Lang replied, “It is not.” “Then stay away,” Hill answered.`,
			"full Ada Hill (Ada Hill): It is safe,\nfull Boris Lang (Boris Lang): It is not.\nfull Ada Hill (Hill): Then stay away,"},
		{"question before the attribution",
			`“Is it safe?” Boris Lang asked.`,
			`full Boris Lang (Boris Lang): Is it safe?`},
		{"participle opens",
			`Calling the toll “a relic,” Ada Hill promised to end it.`,
			`partial Ada Hill (Ada Hill): a relic,`},
		{"participle follows",
			`Ada Hill closed the meeting, saying, “We open in May.”`,
			`full Ada Hill (Ada Hill): We open in May.`},
		{"stating after a comma",
			`Last month Deputy Minister Boris Lang also spoke of the bridge, stating, “We will finish it.”`,
			`full Boris Lang (Deputy Minister Boris Lang): We will finish it.`},
		{"told reporters, partial",
			`On a visit in May, Mayor Ada Hill told reporters the bridge “could be widened.”`,
			`partial Ada Hill (Mayor Ada Hill): could be widened.`},
		{"warned someone that",
			`When the ship arrived Harbour Secretary Ada Hill warned Deputy Minister Boris Lang in a call that “the port and its friends will not stand by.”`,
			`partial Ada Hill (Harbour Secretary Ada Hill): the port and its friends will not stand by.`},
		{"name that is a word",
			`“It holds,” Will wrote.`,
			`full Will (Will): It holds,`},
		{"number in the name of a role",
			`“It holds,” said the 46-year-old.`,
			`full 46-year-old (the 46-year-old): It holds,`},
		{"signature",
			"“A bridge is a promise.” — Ada Hill",
			`full Ada Hill (Ada Hill): A bridge is a promise.`},
		{"signature below",
			"“A bridge is a promise that a river makes to a road.”\n\n- Ada Hill.",
			`full Ada Hill (Ada Hill): A bridge is a promise that a river makes to a road.`},
		{"statement says",
			`The union issued a statement saying that “nobody has been asked.”`,
			`partial union (The union): nobody has been asked.`},
		{"owner of the words",
			`Nobody believed Ada Hill’s claim that “the river will wait.”`,
			`partial Ada Hill (Ada Hill): the river will wait.`},
		{"passive",
			`The plan was called “a monument to waste” by Boris Lang.`,
			`partial Boris Lang (Boris Lang): a monument to waste`},
		{"name after its verb before the speech",
			`In other words, explained engineer Boris Lang: “It will fall.”`,
			`full Boris Lang (engineer Boris Lang): It will fall.`},
		{"attribution at the end of the sentence",
			`The bridge is “not a toy” for anyone, Boris Lang said.`,
			`partial Boris Lang (Boris Lang): not a toy`},
		{"list under one verb",
			`Boris Lang called the toll “unfair,” the bridge “ugly” and the mayor “a dreamer.”`,
			"partial Boris Lang (Boris Lang): unfair,\npartial Boris Lang (Boris Lang): ugly\npartial Boris Lang (Boris Lang): a dreamer."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := render(tt.text, Find(tt.text, Options{})); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

func TestFindResolvesMentions(t *testing.T) {
	const intro = "Mayor Ada Hill opened the bridge on Monday with Boris Lang, the chief engineer.\n\n"
	tests := []struct{ name, text, want string }{
		{"last name", intro + `“It holds,” Lang said.`, `full Boris Lang (Lang): It holds,`},
		{"she", intro + `“It holds,” she said.`, `full Ada Hill (she): It holds,`},
		{"he", intro + `“It holds,” he said.`, `full Boris Lang (he): It holds,`},
		{"role", intro + `“It holds,” the engineer said.`, `full Boris Lang (the engineer): It holds,`},
		{"role as a title", intro + `“It holds,” said the mayor.`, `full Ada Hill (the mayor): It holds,`},
		{"unknown role", intro + `“It sways,” a fisherman said. “It sways a lot,” the fisherman added.`,
			"full fisherman (a fisherman): It sways,\nfull fisherman (the fisherman): It sways a lot,"},
		{"couple told apart by title", "Ada Hill and Tom Hill came.\n\n“It holds,” Mr. Hill said.", `full Tom Hill (Mr. Hill): It holds,`},
		{"body", "The Delta Company built it.\n\n“It holds,” the company said.", `full Delta Company (the company): It holds,`},
		{"paper with its article", "The Times sent a reporter.\n\n“It holds,” The Times wrote.", `full Times (The Times): It holds,`},
		{"first name", intro + `“It holds,” Boris said.`, `full Boris Lang (Boris): It holds,`},
		{"it is the body that spoke", "“It holds,” said the Delta Company. “It will last,” it added.",
			"full Delta Company (the Delta Company): It holds,\nfull Delta Company (it): It will last,"},
		{"she is the role before", "Sole's mother wept.\n\n“It holds,” she said.", `full Sole's mother (she): It holds,`},
		{"they are the role before", "The builders left.\n\n“It holds,” they said.", `full builders (they): It holds,`},
		{"role before its name in a headline", "“It holds,” engineer says\n\nThe engineer Boris Lang built it.", `full Boris Lang (engineer): It holds,`},
		{"I is nobody named", intro + `“Does it hold?” I asked.`, `full  (I): Does it hold?`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := render(tt.text, Find(tt.text, Options{})); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

func TestFindFollowsSpeechOverParagraphs(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"mark repeated, closed once",
			"“We open in May,” Ada Hill said. “It is a good bridge.\n\n“It will last,” she went on.",
			"full Ada Hill (Ada Hill): We open in May,\nfull Ada Hill (Ada Hill): It is a good bridge.\nfull Ada Hill (she): It will last,"},
		{"speaker named at the end",
			"“It is a good bridge.\n\n“It will last for many years,” said Ada Hill.",
			"full Ada Hill (Ada Hill): It is a good bridge.\nfull Ada Hill (Ada Hill): It will last for many years,"},
		{"no mark at the second paragraph",
			"Ada Hill said: “It is a good bridge.\n\nIt will last.” Then she left.",
			"full Ada Hill (Ada Hill): It is a good bridge.\nfull Ada Hill (Ada Hill): It will last."},
		{"next sentence without a cue",
			"“It is a good bridge,” said Ada Hill, the mayor of a town nobody visits. “It will last.”",
			"full Ada Hill (Ada Hill): It is a good bridge,\nfull Ada Hill (Ada Hill): It will last."},
		{"answer to a question",
			"“You took the boat,” said Tom Reed.\n\n“Did I?” asked Anna Vale.\n\n“You know that you did.”\n\n“Prove it,” she said.",
			"full Tom Reed (Tom Reed): You took the boat,\nfull Anna Vale (Anna Vale): Did I?\n" +
				"full Tom Reed (Tom Reed): You know that you did.\nfull Anna Vale (she): Prove it,"},
		{"next paragraph without a cue",
			"Ada Hill praised the builders of the bridge.\n\n“They worked in the rain, and they worked at night.”",
			"full Ada Hill (Ada Hill): They worked in the rain, and they worked at night."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := render(tt.text, Find(tt.text, Options{})); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

func TestFindMarksContinuedSpeech(t *testing.T) {
	const text = "“It is a good bridge.\n\n“It will last,” Ada Hill said.\n\n“No,” Boris Lang said."
	var got []bool
	for _, q := range Find(text, Options{}) {
		got = append(got, q.Continues)
	}
	if want := []bool{false, true, false}; fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("continues = %v, want %v", got, want)
	}
}

func TestFindGivesOffsetsOfTheMention(t *testing.T) {
	const text = "„Nein“ — no.\n\n“Café,” said Zoë Hill."
	qs := Find(text, Options{})
	q := qs[len(qs)-1]
	if got := text[q.MentionStart:q.MentionEnd]; got != "Zoë Hill" || q.Mention != got {
		t.Errorf("mention is %q at %q", q.Mention, got)
	}
	if got := text[q.InnerStart:q.InnerEnd]; got != "Café," {
		t.Errorf("inner is %q", got)
	}
}
