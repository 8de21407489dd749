package spoken

import (
	"fmt"
	"strings"
)

// espeakPhonemes maps IPA to the mnemonics of espeak-ng's English voices, which engines that phonemize with espeak-ng
// take between [[ and ]]. Longer keys are tried first. Source: espeak-ng docs/phonemes.md and phsource/ph_english*.
var espeakPhonemes = map[string]string{
	"ˈ": "'", "ˌ": ",", "ː": ":", ".": "", " ": " ", "'": "'", "-": "", "ˑ": "", "͡": "", "‿": "",
	"p": "p", "b": "b", "t": "t", "d": "d", "k": "k", "g": "g", "ɡ": "g", "f": "f", "v": "v", "θ": "T", "ð": "D", "s": "s", "z": "z", "ʃ": "S", "ʒ": "Z",
	"h": "h", "m": "m", "n": "n", "ŋ": "N", "l": "l", "ɫ": "l", "r": "r", "ɹ": "r", "ɾ": "t", "ʁ": "r", "ʀ": "r", "j": "j", "w": "w", "ʍ": "w", "x": "x", "χ": "x", "ç": "C", "ʔ": "?",
	"tʃ": "tS", "dʒ": "dZ", "t͡ʃ": "tS", "d͡ʒ": "dZ", "ʧ": "tS", "ʤ": "dZ", "ɲ": "nj", "ʎ": "lj", "β": "b", "ɣ": "g", "ɸ": "f", "ɱ": "m", "ʂ": "S", "ʐ": "Z", "ɕ": "S", "ʑ": "Z",
	"ə": "@", "ɐ": "a#", "ɚ": "3", "ɝ": "3:", "ɜ": "3:", "ɜː": "3:", "ɜr": "3:", "ər": "3", "æ": "a", "a": "a", "ɑ": "A:", "ɑː": "A:", "ɒ": "0", "ɔ": "O:", "ɔː": "O:",
	"e": "E", "ɛ": "E", "eː": "eI", "i": "i", "iː": "i:", "ɪ": "I", "ɨ": "I", "y": "u:", "yː": "u:", "o": "oU", "oː": "oU", "u": "u:", "uː": "u:", "ʊ": "U", "ʌ": "V", "ø": "3:", "œ": "3:",
	"aɪ": "aI", "aʊ": "aU", "eɪ": "eI", "oʊ": "oU", "əʊ": "oU", "ɔɪ": "OI", "ɪə": "i@", "eə": "e@", "ɛə": "e@", "ʊə": "U@", "ɪr": "i@", "ɛr": "e@r", "aː": "A:", "ɑr": "A@", "ɔr": "O@", "ɑːr": "A@", "ɔːr": "O@",
	"ɑ̃": "A~", "ɔ̃": "O~", "ɛ̃": "W~", "n̩": "n-", "l̩": "@L", "m̩": "m-",
}

// maxIPA is the length in bytes of the longest key of espeakPhonemes.
const maxIPA = 6

// ipaToEspeak turns IPA, without slashes, into espeak-ng's mnemonics. It fails on the first sign that it does not know.
func ipaToEspeak(ipa string) (string, error) {
	var b strings.Builder
	for i := 0; i < len(ipa); {
		n := min(maxIPA, len(ipa)-i)
		for ; n > 0; n-- {
			if p, ok := espeakPhonemes[ipa[i:i+n]]; ok {
				b.WriteString(p)
				break
			}
		}
		if n == 0 {
			return "", fmt.Errorf("read IPA /%s/: unknown sign at %q", ipa, ipa[i:])
		}
		i += n
	}
	return b.String(), nil
}
