package quote

import "testing"

func TestFindKnowsOtherLanguages(t *testing.T) {
	tests := []struct{ name, lang, text, want string }{
		{"german after", "de", "„Wir öffnen im Mai“, sagte Bürgermeisterin Anna Berg.",
			"full Anna Berg (Bürgermeisterin Anna Berg): Wir öffnen im Mai"},
		{"german before", "de-AT", "Anna Berg sagte: „Wir öffnen im Mai.“",
			"full Anna Berg (Anna Berg): Wir öffnen im Mai."},
		{"german guillemets", "de", "»Wir öffnen im Mai«, erklärte die Ministerin am Montag.",
			"full Ministerin (die Ministerin): Wir öffnen im Mai"},
		{"german pronoun", "de", "Anna Berg kam am Montag.\n\n„Es hält“, sagte sie.",
			"full Anna Berg (sie): Es hält"},
		{"german scare", "de", "Das sogenannte „Wunder“ blieb aus.",
			"scare  (): Wunder"},
		{"french after", "fr", "« Le pont ouvrira en mai », a déclaré Anne Dubois.",
			"full Anne Dubois (Anne Dubois): Le pont ouvrira en mai"},
		{"french inverted pronoun", "fr", "Anne Dubois est venue lundi.\n\n« Il tient bon », a-t-elle ajouté.",
			"full Anne Dubois (elle): Il tient bon"},
		{"french before", "fr", "Le ministre a dit : « Le pont ouvrira en mai. »",
			"full ministre (Le ministre): Le pont ouvrira en mai."},
		{"spanish after", "es", "«El puente abrirá en mayo», dijo la alcaldesa Ana Ruiz.",
			"full Ana Ruiz (la alcaldesa Ana Ruiz): El puente abrirá en mayo"},
		{"spanish before", "es-MX", "Ana Ruiz afirmó: “El puente abrirá en mayo”.",
			"full Ana Ruiz (Ana Ruiz): El puente abrirá en mayo"},
		{"japanese speech", "ja", "首相は「橋は五月に開く」と述べた。",
			"full  (): 橋は五月に開く"},
		{"japanese word", "ja", "いわゆる「空の橋」が開いた。",
			"scare  (): 空の橋"},
		{"japanese sentence", "ja", "「橋は五月に開く。歩いて渡れる。」",
			"full  (): 橋は五月に開く。歩いて渡れる。"},
		{"unknown language", "xx", "“We open in May,” Ada Hill said.",
			"full Ada Hill (Ada Hill): We open in May,"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := render(tt.text, Find(tt.text, Options{Lang: tt.lang})); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}
