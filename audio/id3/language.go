package id3

import "strings"

// languages maps ISO 639-1 to the ISO 639-2 codes that the format wants, for the languages that the engines speak.
var languages = map[string]string{
	"af": "afr", "am": "amh", "ar": "ara", "az": "aze", "be": "bel", "bg": "bul", "bn": "ben", "bs": "bos", "ca": "cat",
	"cs": "cze", "cy": "wel", "da": "dan", "de": "ger", "el": "gre", "en": "eng", "eo": "epo", "es": "spa", "et": "est",
	"eu": "baq", "fa": "per", "fi": "fin", "fr": "fre", "ga": "gle", "gl": "glg", "gu": "guj", "he": "heb", "hi": "hin",
	"hr": "hrv", "hu": "hun", "hy": "arm", "id": "ind", "is": "ice", "it": "ita", "ja": "jpn", "ka": "geo", "kk": "kaz",
	"km": "khm", "kn": "kan", "ko": "kor", "ku": "kur", "ky": "kir", "la": "lat", "lb": "ltz", "lo": "lao", "lt": "lit",
	"lv": "lav", "mk": "mac", "ml": "mal", "mn": "mon", "mr": "mar", "ms": "may", "mt": "mlt", "my": "bur", "nb": "nob",
	"ne": "nep", "nl": "dut", "nn": "nno", "no": "nor", "pa": "pan", "pl": "pol", "ps": "pus", "pt": "por", "ro": "rum",
	"ru": "rus", "si": "sin", "sk": "slo", "sl": "slv", "so": "som", "sq": "alb", "sr": "srp", "su": "sun", "sv": "swe",
	"sw": "swa", "ta": "tam", "te": "tel", "tg": "tgk", "th": "tha", "tk": "tuk", "tl": "tgl", "tr": "tur", "tt": "tat",
	"uk": "ukr", "ur": "urd", "uz": "uzb", "vi": "vie", "zh": "chi",
}

// Language returns the three letters (ISO 639-2) of a BCP 47 or ISO 639-2 language, "und" (undetermined) for one that it does not know.
func Language(tag string) string {
	primary, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(tag), "_", "-"), "-")
	if code, ok := languages[primary]; ok {
		return code
	}
	if len(primary) == 3 && strings.Trim(primary, "abcdefghijklmnopqrstuvwxyz") == "" {
		return primary
	}
	return "und"
}
