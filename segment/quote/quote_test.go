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
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := Find(tt.text, Options{})
			if len(got) != len(tt.want) {
				t.Fatalf("got %d quotations %v, want %d", len(got), got, len(tt.want))
			}
			for i, q := range got {
				if s := tt.text[q.Start:q.End]; s != tt.want[i] {
					t.Errorf("quotation %d is %q, want %q", i, s, tt.want[i])
				}
			}
		})
	}
}
