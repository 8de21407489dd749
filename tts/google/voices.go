package google

import (
	"fmt"
	"strings"

	"github.com/hegedustibor/htgo-tts/voices"

	"articast/tts"
)

// languages are the service's voices: the code that a request has, the language (BCP 47) and its name.
var languages = []struct{ code, lang, name string }{
	{voices.English, "en-US", "English (United States)"},
	{voices.EnglishUK, "en-GB", "English (United Kingdom)"},
	{voices.EnglishAU, "en-AU", "English (Australia)"},
	{voices.Afrikaans, "af", "Afrikaans"},
	{voices.Albanian, "sq", "Albanian"},
	{voices.Arabic, "ar", "Arabic"},
	{voices.Armenian, "hy", "Armenian"},
	{voices.Bosnian, "bs", "Bosnian"},
	{voices.Bulgarian, "bg", "Bulgarian"},
	{voices.Burmese, "my", "Burmese"},
	{voices.Catalan, "ca", "Catalan"},
	{voices.Chinese, "zh", "Chinese (Mandarin)"},
	{voices.Croatian, "hr", "Croatian"},
	{voices.Czech, "cs", "Czech"},
	{voices.Danish, "da", "Danish"},
	{voices.Dutch, "nl", "Dutch"},
	{voices.Esperanto, "eo", "Esperanto"},
	{voices.Estonian, "et", "Estonian"},
	{voices.Finnish, "fi", "Finnish"},
	{voices.French, "fr", "French"},
	{voices.German, "de", "German"},
	{voices.Greek, "el", "Greek"},
	{voices.Gujarati, "gu", "Gujarati"},
	{voices.Hindi, "hi", "Hindi"},
	{voices.Hungarian, "hu", "Hungarian"},
	{voices.Icelandic, "is", "Icelandic"},
	{voices.Indonesian, "id", "Indonesian"},
	{voices.Italian, "it", "Italian"},
	{voices.Japanese, "ja", "Japanese"},
	{voices.Javanese, "jv", "Javanese"},
	{voices.Kannada, "kn", "Kannada"},
	{voices.Khmer, "km", "Khmer"},
	{voices.Korean, "ko", "Korean"},
	{voices.Latin, "la", "Latin"},
	{voices.Latvian, "lv", "Latvian"},
	{voices.Macedonian, "mk", "Macedonian"},
	{voices.Malay, "ms", "Malay"},
	{voices.Malayalam, "ml", "Malayalam"},
	{voices.Marathi, "mr", "Marathi"},
	{voices.Nepali, "ne", "Nepali"},
	{voices.Norwegian, "no", "Norwegian"},
	{voices.Polish, "pl", "Polish"},
	{voices.Portuguese, "pt", "Portuguese"},
	{voices.Romanian, "ro", "Romanian"},
	{voices.Russian, "ru", "Russian"},
	{voices.Serbian, "sr", "Serbian"},
	{voices.Sinhala, "si", "Sinhala"},
	{voices.Slovak, "sk", "Slovak"},
	{voices.Spanish, "es", "Spanish"},
	{voices.Sundanese, "su", "Sundanese"},
	{voices.Swahili, "sw", "Swahili"},
	{voices.Swedish, "sv", "Swedish"},
	{voices.Tagalog, "tl", "Tagalog"},
	{voices.Tamil, "ta", "Tamil"},
	{voices.Telugu, "te", "Telugu"},
	{voices.Thai, "th", "Thai"},
	{voices.Turkish, "tr", "Turkish"},
	{voices.Ukrainian, "uk", "Ukrainian"},
	{voices.Urdu, "ur", "Urdu"},
	{voices.Vietnamese, "vi", "Vietnamese"},
	{voices.Welsh, "cy", "Welsh"},
}

// aliases are codes of languages that the table has under another one.
var aliases = map[string]string{"nb": "no", "nn": "no", "in": "id", "fil": "tl", "cmn": "zh", "sh": "hr"}

func list() []tts.Voice {
	out := make([]tts.Voice, len(languages))
	for i, l := range languages {
		out[i] = tts.Voice{ID: l.code, Name: l.name, Lang: l.lang}
	}
	return out
}

// voiceOf returns the code of u's voice: the one it names, else that of its language.
func voiceOf(u tts.Utterance) (string, error) {
	if u.Voice == "" {
		return VoiceFor(u.Lang)
	}
	for _, l := range languages {
		if strings.EqualFold(u.Voice, l.code) || strings.EqualFold(u.Voice, l.lang) {
			return l.code, nil
		}
	}
	return "", fmt.Errorf("%w: %q: voices are named by language, as in de or en-UK", tts.ErrNoVoice, u.Voice)
}

// VoiceFor returns the voice of a language (BCP 47), that of its region where there is one; English where none is named. For
// other languages it fails with tts.ErrNoVoice.
func VoiceFor(lang string) (string, error) {
	if lang == "" {
		return voices.English, nil
	}
	lang = strings.ToLower(strings.ReplaceAll(lang, "_", "-"))
	for _, l := range languages {
		if strings.ToLower(l.lang) == lang {
			return l.code, nil
		}
	}
	base, _, _ := strings.Cut(lang, "-")
	if other, ok := aliases[base]; ok {
		base = other
	}
	for _, l := range languages {
		if strings.ToLower(l.code) == base {
			return l.code, nil
		}
	}
	return "", fmt.Errorf("%w for the language %q", tts.ErrNoVoice, lang)
}
