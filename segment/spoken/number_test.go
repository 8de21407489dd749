package spoken

import (
	"strings"
	"testing"
)

func TestCardinal(t *testing.T) {
	for _, c := range []struct{ digits, plain, british string }{
		{"0", "zero", ""},
		{"000", "zero", ""},
		{"7", "seven", ""},
		{"13", "thirteen", ""},
		{"40", "forty", ""},
		{"99", "ninety-nine", ""},
		{"100", "one hundred", ""},
		{"105", "one hundred five", "one hundred and five"},
		{"1001", "one thousand one", "one thousand and one"},
		{"1100", "one thousand one hundred", ""},
		{"12345", "twelve thousand three hundred forty-five", "twelve thousand three hundred and forty-five"},
		{"1000000", "one million", ""},
		{"1000001", "one million one", "one million and one"},
		{"2000000000", "two billion", ""},
		{strings.Repeat("9", 40), strings.TrimSpace(strings.Repeat("nine ", 40)), ""},
	} {
		if c.british == "" {
			c.british = c.plain
		}
		if got := cardinal(c.digits, false); got != c.plain {
			t.Errorf("cardinal(%s) = %q, want %q", c.digits, got, c.plain)
		}
		if got := cardinal(c.digits, true); got != c.british {
			t.Errorf("British cardinal(%s) = %q, want %q", c.digits, got, c.british)
		}
	}
}

func TestCardinalNamesEveryScale(t *testing.T) {
	for i, name := range scaleWords[1:] {
		digits := "1" + strings.Repeat("000", i+1)
		if got := cardinal(digits, false); got != "one "+name {
			t.Errorf("cardinal(%s) = %q, want one %s", digits, got, name)
		}
	}
}

func TestOrdinalOf(t *testing.T) {
	for cardinal, want := range map[string]string{
		"one": "first", "two": "second", "three": "third", "four": "fourth", "five": "fifth", "eight": "eighth", "nine": "ninth", "twelve": "twelfth",
		"twenty": "twentieth", "twenty-one": "twenty-first", "one hundred": "one hundredth", "one hundred two": "one hundred second", "zero": "zeroth",
		"three million": "three millionth",
	} {
		if got := ordinalOf(cardinal); got != want {
			t.Errorf("ordinalOf(%q) = %q, want %q", cardinal, got, want)
		}
	}
}

func TestYear(t *testing.T) {
	for digits, want := range map[string]string{
		"44": "forty-four", "538": "five thirty-eight", "800": "eight hundred", "1000": "one thousand", "1001": "one thousand one", "1066": "ten sixty-six",
		"1100": "eleven hundred", "1506": "fifteen oh six", "1900": "nineteen hundred", "1905": "nineteen oh five", "1999": "nineteen ninety-nine",
		"2000": "two thousand", "2009": "two thousand nine", "2010": "twenty ten", "2100": "twenty-one hundred",
	} {
		if got := year(digits, false); got != want {
			t.Errorf("year(%s) = %q, want %q", digits, got, want)
		}
	}
	if got := year("2009", true); got != "two thousand and nine" {
		t.Errorf("British year(2009) = %q", got)
	}
}

func TestPairs(t *testing.T) {
	for digits, want := range map[string]string{
		"5": "five", "42": "forty-two", "101": "one oh one", "500": "five hundred", "555": "five fifty-five", "737": "seven thirty-seven", "1026": "ten twenty-six",
		"1428": "fourteen twenty-eight", "2000": "two thousand", "3000": "three thousand", "12345": "twelve thousand three hundred forty-five",
	} {
		if got := pairs(digits, false); got != want {
			t.Errorf("pairs(%s) = %q, want %q", digits, got, want)
		}
	}
}

func TestSayFraction(t *testing.T) {
	for _, c := range []struct {
		top, bottom int
		article     bool
		want        string
	}{
		{1, 2, false, "one half"}, {1, 2, true, "a half"}, {3, 2, false, "three halves"}, {1, 4, false, "one quarter"}, {3, 4, true, "three quarters"},
		{2, 3, false, "two thirds"}, {1, 100, false, "one one hundredth"}, {7, 1, false, "seven over one"}, {5, 21, false, "five twenty-firsts"},
	} {
		if got := sayFraction(c.top, c.bottom, false, c.article); got != c.want {
			t.Errorf("%d/%d: got %q, want %q", c.top, c.bottom, got, c.want)
		}
	}
}

func TestNumeralAt(t *testing.T) {
	for _, c := range []struct {
		text, whole, frac string
		end               int
		ok                bool
	}{
		{"123", "123", "", 3, true}, {"1,234.50 x", "1234", "50", 8, true}, {"1,23", "1", "", 1, true}, {"12,345,678", "12345678", "", 10, true},
		{"1234,567", "1234", "", 4, true}, {".5", "", "5", 2, true}, {"5.", "5", "", 1, true}, {"x", "", "", 0, false}, {".", "", "", 0, false},
		{"1 000 000", "1000000", "", 9, true}, {"1 200", "1", "", 1, true}, {"10\u202f000", "10000", "", 8, true}, {strings.Repeat("1", 99), "", "", 0, false},
	} {
		n, ok := newScan(c.text, &Options{}).numeralAt(0)
		if ok != c.ok || ok && (n.whole != c.whole || n.frac != c.frac || n.end != c.end) {
			t.Errorf("%q: got %+v, %v", c.text, n, ok)
		}
	}
}

func TestRomanIsItsOwnInverse(t *testing.T) {
	for v := 1; v < 4000; v++ {
		if got := roman(toRoman(v)); got != v {
			t.Fatalf("%d is %s, read as %d", v, toRoman(v), got)
		}
	}
	for _, word := range []string{"", "IIII", "VX", "IC", "MMMMM", "A", "ID", "CIVIC", "LIV I"} {
		if got := roman(word); got != 0 {
			t.Errorf("roman(%q) = %d, want 0", word, got)
		}
	}
}

func TestPronounceable(t *testing.T) {
	for word, want := range map[string]bool{
		"NATO": true, "UNESCO": true, "ASEAN": true, "BRICS": true, "FARC": true, "SWAT": true, "STEM": true, "OPEC": true,
		"USPS": false, "CBSN": false, "CLPS": false, "DWTS": false, "JCPOA": false, "NCAA": false, "HSBC": false, "PQRD": false,
	} {
		if got := pronounceable(word); got != want {
			t.Errorf("pronounceable(%s) = %v, want %v", word, got, want)
		}
	}
}

func TestPhoneShape(t *testing.T) {
	for _, c := range []struct {
		groups, seps string
		want         bool
	}{
		{"202 555 0134", "--", true}, {"555 0134", "-", true}, {"1 800 555 0199", "---", true}, {"123 45 6789", "--", true}, {"02 751 1500", "--", true},
		{"2019 2020", "-", false}, {"5 4", "-", false}, {"100 200", " ", false}, {"3 4 5", "--", false}, {"", "", false}, {"12345 6789", "-", true},
	} {
		if got := phoneShape(strings.Fields(c.groups), c.seps); got != c.want {
			t.Errorf("phoneShape(%s) = %v, want %v", c.groups, got, c.want)
		}
	}
}

func TestIPAToEspeak(t *testing.T) {
	for ipa, want := range map[string]string{
		"kəˈrækəs": "k@'rak@s", "məˈdʊəroʊ": "m@'dU@roU", "ˈtʃɔːmski": "'tSO:mski", "ʃiː dʒɪnˈpɪŋ": "Si: dZIn'pIN", "θɪŋ": "TIN", "": "",
	} {
		got, err := ipaToEspeak(ipa)
		if err != nil || got != want {
			t.Errorf("ipaToEspeak(%s) = %q, %v, want %q", ipa, got, err, want)
		}
	}
	if _, err := ipaToEspeak("k¤"); err == nil {
		t.Error("an unknown sign is accepted")
	}
}

func TestCamelWords(t *testing.T) {
	for word, want := range map[string]string{
		"MeToo": "Me Too", "NASAMission": "NASA Mission", "Election2016": "Election 2016", "plain": "plain", "iPhone": "i Phone", "": "", "ÉcoleNormale": "École Normale",
	} {
		if got := strings.Join(camelWords(word), " "); got != want {
			t.Errorf("camelWords(%s) = %q, want %q", word, got, want)
		}
	}
}

func TestKnownHost(t *testing.T) {
	for text, isHost := range map[string]bool{
		"See example.org now": true, "See sub.example.co.uk now": true, "See www.example.museum now": true, "See https://x.test/a now": true,
		"He left.then he": false, "The word.it is": false, "He is in.": false, "Mr.Smith": false, "It is so.no it": false,
	} {
		r := Normalize(text, Options{})
		if got := strings.Contains(r.Text, " dot "); got != isHost {
			t.Errorf("%q is said %q", text, r.Text)
		}
	}
}
