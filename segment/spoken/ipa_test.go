package spoken

import (
	"os/exec"
	"strings"
	"testing"
)

// names are names of the news with their pronunciation and its respelling.
var names = []struct{ ipa, respelled string }{
	{"məˈdʊəroʊ", "muh-door-roh"},
	{"kəˈrækəs", "kuh-rak-uss"},
	{"zəˈlɛnski", "zuh-len-skee"},
	{"ˈvlædɪmɪər", "vlad-ee-meer"},
	{"ʃi dʒɪn ˈpɪŋ", "shee jin ping"},
	{"ˈmɜːrkəl", "mur-kul"},
	{"ˈkiːɪv", "kee-eev"},
	{"ˈtʃɑːvɛz", "chah-vez"},
	{"ɡwaɪˈdoʊ", "gwye-doh"},
	{"ˈʃɔɪɡuː", "shoy-goo"},
	{"ɛərˈdoʊ.ɑːn", "air-doh-ahn"},
	{"nɛtənˈjɑːhuː", "net-un-yah-hoo"},
	{"ˈmɔːdi", "maw-dee"},
	{"ˈhaɪnə", "hye-nuh"},
	{"maɪk", "mike"},
	{"laʊt", "lout"},
	{"ˈɡiːnə", "ghee-nuh"},
	{"ˈhʌndər", "hun-durr"},
	{"ˈseɪʃəlz", "say-shulz"},
}

func TestRespellIPA(t *testing.T) {
	for _, c := range names {
		if !IsIPA(c.ipa) {
			t.Errorf("/%s/ is no IPA", c.ipa)
		}
		if got := respellIPA(c.ipa); got != c.respelled {
			t.Errorf("/%s/ is respelled %q, want %q", c.ipa, got, c.respelled)
		}
	}
	for _, text := range []string{"", "news", "news/1", "café", "ˈ", "ə\xff", "文"} {
		if IsIPA(text) {
			t.Errorf("%q is taken for IPA", text)
		}
	}
}

// TestEveryPhoneHasLetters fails for a sound that could not be written in letters or in mnemonics.
func TestEveryPhoneHasLetters(t *testing.T) {
	for sign, p := range phones {
		if p.code == "" || p.letters == "" && sign != "ʔ" {
			t.Errorf("/%s/ has code %q and letters %q", sign, p.code, p.letters)
		}
		if len(sign) > maxSign {
			t.Errorf("/%s/ is longer than maxSign", sign)
		}
	}
}

// TestEngineHearsRespelling compares what the engine makes of a respelling with what it makes of the phonemes, stress
// and the weak vowels aside, which letters cannot show.
func TestEngineHearsRespelling(t *testing.T) {
	if _, err := exec.LookPath("espeak-ng"); err != nil {
		t.Skip("espeak-ng is not installed")
	}
	same := strings.NewReplacer("ˈ", "", "ˌ", "", " ", "", "ː", "", "ə", "ʌ", "ɐ", "ʌ", "ɪ", "i", "ɔ", "ʊʌ", "ɜ", "ʌ", "əʊ", "əʊ", "oʊ", "əʊ", "ɹ", "")
	for _, c := range names {
		code, err := ipaToEspeak(c.ipa)
		if err != nil {
			t.Fatal(err)
		}
		got, want := phonemes(t, "go "+c.respelled+" now"), phonemes(t, "go [["+code+"]] now")
		if same.Replace(got) != same.Replace(want) {
			t.Errorf("/%s/ as %q sounds\n %s\nwant\n %s", c.ipa, c.respelled, got, want)
		}
	}
}
