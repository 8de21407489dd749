package quote

import "testing"

func TestFindReturnsMarkedStretches(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"curly", "“We are ready,” Ada Hill said. “Come in.”", []string{"“We are ready,”", "“Come in.”"}},
		{"straight", `"We are ready," Ada Hill said. "Come in."`, []string{`"We are ready,"`, `"Come in."`}},
		{"guillemets", "« Nous sommes prêts », a dit Anne.", []string{"« Nous sommes prêts »"}},
		{"german", "„Wir sind bereit“, sagte Anna.", []string{"„Wir sind bereit“"}},
		{"german guillemets", "»Wir sind bereit«, sagte Anna.", []string{"»Wir sind bereit«"}},
		{"japanese", "首相は「準備はできている」と述べた。", []string{"「準備はできている」"}},
		{"british", "‘We are ready,’ said Ada Hill.", []string{"‘We are ready,’"}},
		{"british straight", "'The workers' rights aren't safe,' said Ada Hill.", []string{"'The workers' rights aren't safe,'"}},
		{"apostrophes", "It wasn't the '90s rock 'n' roll of the boys' club.", nil},
		{"inches", `A 12" record and a 6'2" man.`, nil},
		{"nested", "“He told me ‘no’ twice,” she said.", []string{"“He told me ‘no’ twice,”"}},
		{"nested straight", `"The play "Bird" is mine," she said.`, []string{`"The play "Bird" is mine,"`}},
		{"unclosed", "“We are ready, she said.\n\nThen they left.", []string{"“We are ready, she said."}},
		{"one mark missing", "\"We are ready, she said.\n\nBob said \"no\" and \"never\".", []string{`"We are ready, she said.`, `"no"`, `"never"`}},
		{"closing mark missing before another quotation", `"We are ready. "Go," she said, "now."`, []string{`"We are ready.`, `"Go,"`, `"now."`}},
		{"opening mark missing", "We are ready,\" she said.\n\n\"Go,\" he said.", []string{`"Go,"`}},
		{"stray mark before a word", `He had a 3" nail and "no hammer".`, []string{`"no hammer"`}},
		{"inches inside speech", `"He is 6'2" tall," she said.`, []string{`"He is 6'2" tall,"`}},
		{"number before the closing mark", `"I am 6," he said. "So am I."`, []string{`"I am 6,"`, `"So am I."`}},
		{"ends in a number", `She said "page 12" and left.`, []string{`"page 12"`}},
		{"decades", "The ’90s and the ‘80s and '70s were loud.", nil},
		{"possessive plurals", "The workers’ and builders’ unions met.", nil},
		{"elisions", "’Tis the rock ’n’ roll of ‘em all, ‘twas said.", nil},
		{"single marks with an apostrophe inside", "‘It’s the workers’ bridge,’ she said.", []string{"‘It’s the workers’ bridge,’"}},
		{"single marks around double ones", "‘He told me “no” twice,’ she said.", []string{"‘He told me “no” twice,’"}},
		{"double in curly and straight", "“We are ready,\" she said.", []string{"“We are ready,\""}},
		{"opening glyph used to close", "“We are ready,“ she said. “Go.”", []string{"“We are ready,“", "“Go.”"}},
		{"no space before the mark", `He said:"We are ready."`, []string{`"We are ready."`}},
		{"dash before the mark", `One word—"ready"—was enough.`, []string{`"ready"`}},
		{"mark in brackets", `The word ("ready") was enough.`, []string{`"ready"`}},
		{"nested three deep", "“He said ‘she said “no” to me’ twice,” they said.", []string{"“He said ‘she said “no” to me’ twice,”"}},
		{"nested curly doubles", "“The play “Bird” is mine,” she said.", []string{"“The play “Bird” is mine,”"}},
		{"mark repeated at each paragraph", "“One.\n\n“Two.\n\n“Three,” she said.", []string{"“One.", "“Two.", "“Three,”"}},
		{"straight mark repeated", "\"One.\n\n\"Two,\" she said.\n\n\"No.\"", []string{`"One.`, `"Two,"`, `"No."`}},
		{"line ends inside speech", "“We are\nready,” she said.", []string{"“We are\nready,”"}},
		{"lines as paragraphs", "“One.\n“Two,” she said.", []string{"“One.", "“Two,”"}},
		{"french guillemets repeated at paragraphs", "« Un.\n\n« Deux », a dit Anne.", []string{"« Un.", "« Deux »"}},
		{"french closing mark repeated at paragraphs", "« Un.\n\n» Deux », a dit Anne.", []string{"« Un.", "» Deux »"}},
		{"nested guillemets", "«Er sagte ‹nein› und «ja» dazu», schrieb Anna.", []string{"«Er sagte ‹nein› und «ja» dazu»"}},
		{"german single", "‚Wir sind bereit‘, sagte Anna.", []string{"‚Wir sind bereit‘"}},
		{"polish", "„Jesteśmy gotowi”, powiedziała Anna.", []string{"„Jesteśmy gotowi”"}},
		{"swedish", "”Vi är redo”, sade Anna.", []string{"”Vi är redo”"}},
		{"japanese nested", "首相は「『準備』はできている」と述べた。", []string{"「『準備』はできている」"}},
		{"markup attributes", `<a href="http://example.org/x" rel="me">here</a> "we are ready," she said`, []string{`"we are ready,"`}},
		{"doubled single marks are not marks", "''We are ready,'' she said.", nil},
		{"empty", "", nil},
		{"only marks", "\"\"\"\" “” ‘’ «» 「」 ''''", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { checkSpans(t, tt.text, Find(tt.text, Options{}), tt.want) })
	}
}

func TestFindTakesDoubledMarksWhenAsked(t *testing.T) {
	const text = "''We are ready,'' Ada Hill said. ``So are they.''"
	checkSpans(t, text, Find(text, Options{Doubled: true}), []string{"''We are ready,''", "``So are they.''"})
}

// checkSpans compares what the quotations cover with want.
func checkSpans(t *testing.T, text string, got []Quote, want []string) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("got %d quotations, want %d:\n%s", len(got), len(want), lines(text, got))
	}
	for i, q := range got {
		if s := text[q.Start:q.End]; s != want[i] {
			t.Errorf("quotation %d is %q, want %q", i, s, want[i])
		}
	}
}
