package spoken

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// phone is a sound of IPA: the mnemonic of espeak-ng's English voices, which engines that phonemize with espeak-ng take
// between [[ and ]] (espeak-ng docs/phonemes.md), and the letters that its English rules read as that sound.
type phone struct {
	code    string
	letters string // of a consonant; of a vowel at the end of a syllable
	closed  string // of a vowel before a consonant in its syllable; "" for a consonant; "~" stands for that consonant
	checked bool   // a vowel that no English syllable ends with: it takes the next consonant
}

// Signs without a sound of their own: stress, length that is half, ties, and the ends of syllables.
const (
	stressSigns = "ˈˌ'"
	silentSigns = "ː.- ˑ͡‿̯̩"
)

// phones are the sounds by their signs; longer signs are tried first.
var phones = map[string]phone{
	"p": {"p", "p", "", false}, "b": {"b", "b", "", false}, "t": {"t", "t", "", false}, "d": {"d", "d", "", false}, "k": {"k", "k", "", false},
	"g": {"g", "g", "", false}, "ɡ": {"g", "g", "", false}, "f": {"f", "f", "", false}, "v": {"v", "v", "", false}, "θ": {"T", "th", "", false},
	"ð": {"D", "th", "", false}, "s": {"s", "s", "", false}, "z": {"z", "z", "", false}, "ʃ": {"S", "sh", "", false}, "ʒ": {"Z", "zh", "", false},
	"h": {"h", "h", "", false}, "m": {"m", "m", "", false}, "n": {"n", "n", "", false}, "ŋ": {"N", "ng", "", false}, "l": {"l", "l", "", false},
	"ɫ": {"l", "l", "", false}, "r": {"r", "r", "", false}, "ɹ": {"r", "r", "", false}, "ɾ": {"t", "r", "", false}, "ʁ": {"r", "r", "", false},
	"ʀ": {"r", "r", "", false}, "j": {"j", "y", "", false}, "w": {"w", "w", "", false}, "ʍ": {"w", "w", "", false}, "x": {"x", "k", "", false},
	"χ": {"x", "k", "", false}, "ç": {"C", "h", "", false}, "ʔ": {"?", "", "", false}, "β": {"b", "b", "", false}, "ɣ": {"g", "g", "", false},
	"ɸ": {"f", "f", "", false}, "ɱ": {"m", "m", "", false}, "ʂ": {"S", "sh", "", false}, "ʐ": {"Z", "zh", "", false}, "ɕ": {"S", "sh", "", false},
	"ʑ": {"Z", "zh", "", false}, "tʃ": {"tS", "ch", "", false}, "dʒ": {"dZ", "j", "", false}, "t͡ʃ": {"tS", "ch", "", false},
	"d͡ʒ": {"dZ", "j", "", false}, "ʧ": {"tS", "ch", "", false}, "ʤ": {"dZ", "j", "", false},

	"ə": {"@", "uh", "u", false}, "ɐ": {"a#", "uh", "u", false}, "ʌ": {"V", "uh", "u", false}, "ɚ": {"3", "ur", "ur", false},
	"ɝ": {"3:", "ur", "ur", false}, "ɜ": {"3:", "ur", "ur", false}, "ɜr": {"3:", "ur", "ur", false}, "ɜː": {"3:", "ur", "ur", false},
	"ɜːr": {"3:", "ur", "ur", false}, "ər": {"3", "ur", "ur", false}, "ø": {"3:", "ur", "ur", false}, "œ": {"3:", "ur", "ur", false},
	"øː": {"3:", "ur", "ur", false}, "æ": {"a", "ah", "a", true}, "a": {"a", "ah", "ah", false}, "aː": {"A:", "ah", "ah", false},
	"ɑ": {"A:", "ah", "ah", false}, "ɑː": {"A:", "ah", "ah", false}, "ɒ": {"0", "oh", "o", true}, "ɔ": {"O:", "aw", "aw", false},
	"ɔː": {"O:", "aw", "aw", false}, "e": {"E", "ay", "e", true}, "ɛ": {"E", "ay", "e", true}, "ɛː": {"e@", "air", "air", false},
	"eː": {"eI", "ay", "ay", false}, "i": {"i", "ee", "ee", false}, "iː": {"i:", "ee", "ee", false}, "ɪ": {"I", "ih", "i", false},
	"ɨ": {"I", "ih", "i", false}, "y": {"u:", "oo", "oo", false}, "yː": {"u:", "oo", "oo", false}, "o": {"oU", "oh", "oh", false},
	"oː": {"oU", "oh", "oh", false}, "u": {"u:", "oo", "oo", false}, "uː": {"u:", "oo", "oo", false}, "ʊ": {"U", "oo", "oo", false},
	"aɪ": {"aI", "ye", "i~e", false}, "ai": {"aI", "ye", "i~e", false}, "aʊ": {"aU", "au", "ou", false}, "au": {"aU", "au", "ou", false},
	"eɪ": {"eI", "ay", "ay", false}, "ei": {"eI", "ay", "ay", false}, "oʊ": {"oU", "oh", "oh", false}, "əʊ": {"oU", "oh", "oh", false},
	"ɔɪ": {"OI", "oy", "oy", false}, "oi": {"OI", "oy", "oy", false}, "ɪə": {"i@", "eer", "eer", false}, "ɪr": {"i@", "eer", "eer", false},
	"ɪər": {"i@", "eer", "eer", false}, "iər": {"i@", "eer", "eer", false}, "eə": {"e@", "air", "air", false}, "ɛə": {"e@", "air", "air", false},
	"ɛr": {"e@r", "air", "air", false}, "eər": {"e@", "air", "air", false}, "ɛər": {"e@", "air", "air", false}, "ʊə": {"U@", "oor", "oor", false},
	"ʊər": {"U@", "oor", "oor", false}, "ʊr": {"U@", "oor", "oor", false}, "ɑr": {"A@", "ar", "ar", false}, "ɑːr": {"A@", "ar", "ar", false},
	"ɔr": {"O@", "or", "or", false}, "ɔːr": {"O@", "or", "or", false}, "ɑ̃": {"A~", "on", "on", false}, "ɔ̃": {"O~", "on", "on", false},
	"ɛ̃": {"W~", "an", "an", false},
}

// maxSign is the length in bytes of the longest key of phones.
const maxSign = 6

// phoneAt returns the longest sign at the start of ipa and its sound. An r between vowels is a sound of its own.
func phoneAt(ipa string) (phone, int) {
	for n := min(maxSign, len(ipa)); n > 0; n-- {
		if p, ok := phones[ipa[:n]]; ok && !(p.closed != "" && ipa[n-1] == 'r' && vowelAt(ipa[n:])) {
			return p, n
		}
	}
	return phone{}, 0
}

// vowelAt says whether a vowel stands at the start of ipa, whatever its length.
func vowelAt(ipa string) bool {
	_, n := utf8.DecodeRuneInString(ipa)
	return phones[ipa[:n]].closed != ""
}

// IsIPA says whether text is a pronunciation that a lexicon or a mark in an article may give: nothing but signs that are
// known, and at least one that is no letter of English, so that "/news/" is none.
func IsIPA(text string) bool {
	if _, err := ipaToEspeak(text); err != nil {
		return false
	}
	return strings.IndexFunc(text, func(r rune) bool { return r >= utf8.RuneSelf }) >= 0 && respellIPA(text) != ""
}

// ipaToEspeak turns IPA, without slashes, into espeak-ng's mnemonics. It fails on the first sign that it does not know.
func ipaToEspeak(ipa string) (string, error) {
	var b strings.Builder
	for rest := ipa; rest != ""; {
		p, n := phoneAt(rest)
		if n == 0 {
			r, size := utf8.DecodeRuneInString(rest)
			switch {
			case r == 'ˌ':
				b.WriteByte(',')
			case strings.ContainsRune(stressSigns, r):
				b.WriteByte('\'')
			case r == ' ':
				b.WriteByte(' ')
			case !strings.ContainsRune(silentSigns, r):
				return "", fmt.Errorf("read IPA /%s/: unknown sign at %q", ipa, rest)
			}
			n = size
		}
		b.WriteString(p.code)
		rest = rest[n:]
	}
	return b.String(), nil
}

// respellIPA writes IPA, which ipaToEspeak takes, in the letters that English reads so: /məˈdʊəroʊ/ is "muh-door-oh".
// Every engine takes these, so a pronunciation is never without effect; what English has no sound for is said as the
// nearest that it has.
func respellIPA(ipa string) string {
	var words []string
	for word := range strings.FieldsSeq(ipa) {
		var syllables []string
		for _, s := range syllablesOf(word) {
			if letters := s.letters(); letters != "" {
				syllables = append(syllables, letters)
			}
		}
		if len(syllables) > 0 {
			words = append(words, strings.Join(syllables, "-"))
		}
	}
	return strings.Join(words, " ")
}

// syllable is a vowel with the consonants around it; without a vowel it is the consonants of a word that has none.
type syllable struct {
	onset, coda []phone
	vowel       phone
}

// syllablesOf divides a word of IPA: a consonant between vowels opens the second syllable, of more the ones that English
// words begin with do; a checked vowel takes one.
func syllablesOf(ipa string) []syllable {
	var out []syllable
	var run []phone // consonants since the last vowel
	for rest := ipa; rest != ""; {
		p, n := phoneAt(rest)
		if n == 0 {
			_, n = utf8.DecodeRuneInString(rest)
		}
		rest = rest[n:]
		switch {
		case p.code == "":
		case p.closed == "":
			run = append(run, p)
		default:
			s := syllable{onset: run, vowel: p}
			if last := len(out) - 1; last >= 0 {
				keep := len(run) - onsetLength(run)
				if out[last].vowel.checked && keep == 0 {
					keep = min(1, len(run))
				}
				out[last].coda, s.onset = run[:keep:keep], run[keep:]
			}
			out, run = append(out, s), nil
		}
	}
	if last := len(out) - 1; last >= 0 {
		out[last].coda = run
	} else if len(run) > 0 {
		out = append(out, syllable{onset: run})
	}
	return out
}

// onsetLength returns how many of the last consonants of a run open a syllable in English.
func onsetLength(run []phone) int {
	n := len(run)
	if n < 2 || run[n-1].letters == "ng" {
		return n
	}
	first, second := run[n-2].letters, run[n-1].letters
	if first == "s" && strings.Contains(" p t k m n l w ", " "+second+" ") {
		return 2
	}
	if strings.Contains(" p b t d k g f th sh ", " "+first+" ") && (second == "r" || second == "l" && first != "t" && first != "d" && first != "th") {
		return 2
	}
	return 1
}

// letters writes a syllable.
func (s syllable) letters() string {
	onset, coda := consonants(s.onset), consonants(s.coda)
	if s.vowel.code == "" {
		return onset
	}
	vowel := s.vowel.letters
	if coda != "" {
		vowel = s.vowel.closed
	}
	if n := len(s.onset); n > 1 && s.onset[n-1].letters == "y" { // "ny" is no beginning that English reads
		onset = consonants(s.onset[:n-1]) + "ee-y"
	}
	switch last := onset[max(0, len(onset)-1):]; {
	case last == "g" && strings.ContainsRune("eiy", rune(vowel[0])):
		onset += "h"
	case last == "" && vowel == "ye":
		vowel = "eye"
	case last == "" && (vowel == "ih" || vowel == "i"):
		vowel = "ee" // "ih" alone is read "eye", "iv" as a number
	case last == "d" && vowel == "ur" && coda == "":
		vowel = "urr"
	case last == "k" && vowel == "air" && coda == "":
		vowel = "are"
		onset = strings.TrimSuffix(onset, "k") + "c"
	}
	if strings.Contains(vowel, "~") {
		if len(s.coda) > 1 || onset == "" {
			return onset + "eye-" + coda
		}
		return onset + strings.Replace(vowel, "~", coda, 1)
	}
	if strings.HasSuffix(coda, "s") && len(s.coda) > 0 {
		coda += "s" // one s would be read z
	}
	return onset + vowel + coda
}

// consonants writes a run of consonants.
func consonants(run []phone) string {
	var b strings.Builder
	for _, p := range run {
		b.WriteString(p.letters)
	}
	return b.String()
}
