package segment

import "testing"

func TestFindDateline(t *testing.T) {
	for _, c := range []struct{ text, whole, place, date, agency string }{
		{"OSLO (Reuters) – Police said", "OSLO (Reuters) –", "OSLO", "", "(Reuters)"},
		{"NEW YORK, Nov. 19 (UPI) — A man", "NEW YORK, Nov. 19 (UPI) —", "NEW YORK", "Nov. 19", "(UPI)"},
		{"RENO, Nev. (AP) — The mayor", "RENO, Nev. (AP) —", "RENO, Nev.", "", "(AP)"},
		{"Moscow ( – The minister", "Moscow ( –", "Moscow", "", "("},
		{"Lima () - The minister", "Lima () -", "Lima", "", "()"},
		{"Washington — The vote", "Washington —", "Washington", "", ""},
		{"LONDON/PARIS (AFP) - The vote", "LONDON/PARIS (AFP) -", "LONDON/PARIS", "", "(AFP)"},
		{"(CNN) -- The vote", "(CNN) --", "", "", "(CNN)"},
		{"(CNN)The vote", "(CNN)", "", "", "(CNN)"},
		{"Hong Kong (CNN Business)A bank", "Hong Kong (CNN Business)", "Hong Kong", "", "(CNN Business)"},
		{"By Ann Lee\nMOSCOW, Jan 3 – The vote", "MOSCOW, Jan 3 –", "MOSCOW", "Jan 3", ""},
		{"Dec 29 (Reuters) - The vote", "Dec 29 (Reuters) -", "", "Dec 29", "(Reuters)"},
		{"BERLIN, 3 January 2020 (dpa) – Die Wahl", "BERLIN, 3 January 2020 (dpa) –", "BERLIN", "3 January 2020", "(dpa)"},
		{"SELMA, N.C.—The vote", "SELMA, N.C.—", "SELMA, N.C.", "", ""},
		{"CHARLESTON, S.C.\u00a0— In the fall", "CHARLESTON, S.C.\u00a0—", "CHARLESTON, S.C.", "", ""},
		{"Dekalb, Ill. — Two men", "Dekalb, Ill. —", "Dekalb, Ill.", "", ""},
		{"NEWPORT NEWS, Va. - Two men", "NEWPORT NEWS, Va. -", "NEWPORT NEWS, Va.", "", ""},
		{"McALLEN, Texas — Two men", "McALLEN, Texas —", "McALLEN, Texas", "", ""},
		{"NEW DELHI: Two men", "NEW DELHI:", "NEW DELHI", "", ""},
		{"PORT-AU-PRINCE, Haiti (AP) — “Two men", "PORT-AU-PRINCE, Haiti (AP) —", "PORT-AU-PRINCE, Haiti", "", "(AP)"},
		{"SEOUL, South Korea — A plan", "SEOUL, South Korea —", "SEOUL, South Korea", "", ""},
		{"RIO DE JANEIRO ― A plan", "RIO DE JANEIRO ―", "RIO DE JANEIRO", "", ""},
		{"TALLAHASSEE — A plan", "TALLAHASSEE —", "TALLAHASSEE", "", ""},
		{"SMALLTOWN BAY — A plan", "SMALLTOWN BAY —", "SMALLTOWN BAY", "", ""},
		{"Lihue ( – The people", "Lihue ( –", "Lihue", "", "("},
		{"Huaraz (Andean Press Service) – A glacier", "Huaraz (Andean Press Service) –", "Huaraz", "", "(Andean Press Service)"},
		{"HILO, Hawaii (IslandNews) - A plan", "HILO, Hawaii (IslandNews) -", "HILO, Hawaii", "", "(IslandNews)"},
	} {
		d, ok := findDateline(c.text)
		got := [4]string{d.whole.of(c.text), d.place.of(c.text), d.date.of(c.text), d.agency.of(c.text)}
		if want := [4]string{c.whole, c.place, c.date, c.agency}; !ok || got != want {
			t.Errorf("findDateline(%q) = %q, %v; want %q", c.text, got, ok, want)
		}
	}
}

func TestFindDatelineRefusesSentences(t *testing.T) {
	for _, text := range []string{
		"", "—", "( –", "UPDATE: 5/12 — The page has gone.", "UPDATE — The page has gone.", "EXCLUSIVE - The page has gone.",
		"Feb. 23, 2015 -- Nuts are dangerous.", "Ann Bell — a surgeon — has been called.", "Ann Bell — The surgeon speaks.",
		"The council - and the mayor - voted.", "WHY THE COUNCIL IS WRONG ABOUT ALL THIS - Ann Bell: “It is.”", "NASA — The agency",
		"London — a city of rain — slept.", "DEAR ANN: My husband left.", "Brace yourself, Berliners: It rains.", "Bed (B) is a bed.",
		"Sen. Ted Bell (R-Tex.) — He spoke.", "The firm (AP) said so.", "Washington has voted.", "HELP WANTED: A cook.",
		"Residents cite jobs, safety.", "In May — The rain came.", "Minister Ann Bell (CNN) said",
		"DUBIOUS MEDICAL CLAIMS — For years he sold them.", "GOODBYE—\"The shop closes\" by Ann Bell",
	} {
		if d, ok := findDateline(text); ok {
			t.Errorf("findDateline(%q) = %q", text, d.whole.of(text))
		}
	}
}

func FuzzFindDateline(f *testing.F) {
	f.Add("By Ann Lee\nNEW YORK, Nev., Nov. 19 (UPI) — A man")
	f.Add("Moscow (\u00a0 – \xff")
	f.Fuzz(func(t *testing.T, text string) {
		d, ok := findDateline(text)
		for _, s := range []span{d.place, d.date, d.agency} {
			if s.end > 0 && (s.start < d.whole.start || s.end > d.whole.end || s.start >= s.end) {
				t.Fatalf("%v of %q lies outside %v", s, text, d.whole)
			}
		}
		if ok && (d.whole.end > len(text) || d.whole.start >= d.whole.end) {
			t.Fatalf("%v is no span of %q", d.whole, text)
		}
	})
}
