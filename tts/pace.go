package tts

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode"

	bcp47 "golang.org/x/text/language"

	"articast/audio"
)

// Half a text is spoken in half its time, which the bounds of Check, wide enough for every voice, may let pass for a slow
// one. A clip whose pace is unusual for any voice is therefore held against the pace of its own: that at which the voice
// says a trial sentence. What is decided depends on the utterance, its clip and the voice alone, never on what was said
// before. The embedded voices have 12 to 17 letters per second, from the shortest sentence to the longest.
const (
	usualFastest = 17                     // letters per second that need no second look
	usualSlowest = 5                      // the same
	maxOwnPace   = 23                     // of a trial sentence; a voice above it leaves something out of every text
	minOwnPace   = 9                      // the same for a Bare backend; a voice below it is played at half its sample rate
	hurry        = 1.65                   // times its own pace that a voice can have in a text
	drawl        = 4                      // times slower that it can be
	slack        = 200 * time.Millisecond // what a short text may be off by besides
)

// scripts weighs letters in those of the Latin script, which take about as long to say, and has a trial sentence for
// the voices that read each.
var scripts = []script{
	{unicode.Hiragana, "Jpan", 2, "船は嵐の前に港へもどり、海に残った人はいませんでした。"},
	{unicode.Katakana, "", 2, "船は嵐の前に港へもどり、海に残った人はいませんでした。"},
	{unicode.Han, "Hans", 3, "船只在暴风雨之前都回到了港口，没有人留在海上。"},
	{unicode.Hangul, "Kore", 2.5, "배들은 폭풍이 오기 전에 항구로 돌아왔고 바다에는 아무도 남지 않았습니다."},
	{unicode.Arabic, "Arab", 1.4, "عادت القوارب إلى الميناء قبل العاصفة ولم يبق أحد في البحر."},
	{unicode.Hebrew, "Hebr", 1.4, "הסירות חזרו לנמל לפני הסערה ואיש לא נשאר בים."},
	{unicode.Devanagari, "Deva", 1.5, "तूफ़ान से पहले नावें बंदरगाह लौट आईं और समुद्र में कोई नहीं रहा।"},
	{unicode.Cyrillic, "Cyrl", 1, "Лодки вернулись в порт до начала шторма, и в море никого не осталось."},
	{unicode.Greek, "Grek", 1, "Οι βάρκες γύρισαν στο λιμάνι πριν από την καταιγίδα και κανείς δεν έμεινε στη θάλασσα."},
	{unicode.Latin, "Latn", 1, "The boats came back to the harbour before the storm, and nobody was left at sea."},
}

type script struct {
	table  *unicode.RangeTable
	code   string // in ISO 15924, of the languages that are written in it; "" is none's alone
	weight float64
	trial  string
}

// languages that write with Latin letters have a trial sentence of their own where ours would mislead: a voice is slower in a
// foreign language, and French has letters that nobody hears.
var languages = map[string]struct {
	weight float64
	trial  string
}{
	"de": {1, "Die Boote kehrten vor dem Sturm in den Hafen zurück, und niemand blieb auf dem offenen Meer."},
	"es": {1, "Los barcos volvieron al puerto antes de la tormenta y nadie se quedó en alta mar."},
	"fr": {0.8, "Les bateaux sont rentrés au port avant la tempête, et personne n'est resté en mer."},
	"it": {1, "Le barche tornarono in porto prima della tempesta e nessuno rimase in mare aperto."},
	"nl": {1, "De boten kwamen voor de storm terug in de haven en niemand bleef achter op zee."},
	"pl": {1, "Łodzie wróciły do portu przed burzą i nikt nie został na otwartym morzu."},
	"pt": {1, "Os barcos voltaram ao porto antes da tempestade e ninguém ficou no mar alto."},
	"sv": {1, "Båtarna kom tillbaka till hamnen före stormen och ingen blev kvar till havs."},
}

// letters is how much there is to say in text: its letters and digits, those of other scripts weighed in Latin ones.
func letters(text string) float64 {
	n := 0.0
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			n += LetterWeight(r)
		}
	}
	return n
}

// LetterWeight returns how long a letter takes to say, in letters of the Latin script: 3 for a Chinese sign. It is 1 for digits, and for
// signs of no script that is known here.
func LetterWeight(r rune) float64 {
	if r < 0x370 { // Latin, to which most text belongs
		return 1
	}
	if i := scriptOf(r); i >= 0 {
		return scripts[i].weight
	}
	return 1
}

// paceLetters is how much there is to say in u, for what its pace is measured by.
func paceLetters(u Utterance) float64 {
	n := letters(u.Text)
	if l, ok := languages[language(u)]; ok {
		n *= l.weight
	}
	return n
}

// language returns the language of u without region and script, in small letters.
func language(u Utterance) string {
	code, _, _ := strings.Cut(u.Lang, "-")
	return strings.ToLower(code)
}

// TrialSentence returns what a voice that speaks u is tried with, to learn its pace and its loudness: a sentence in u's
// language, or else in the script of most of its letters, and of the language where it has no letters; "" for a script without one.
func TrialSentence(u Utterance) string {
	if l, ok := languages[language(u)]; ok {
		return l.trial
	}
	counts := make([]int, len(scripts))
	for _, r := range u.Text {
		if i := scriptOf(r); i >= 0 {
			counts[i]++
		}
	}
	best := 0
	for i, n := range counts {
		if n > counts[best] {
			best = i
		}
	}
	if counts[best] == 0 {
		if best = scriptOfLanguage(u.Lang); best < 0 {
			return ""
		}
	}
	return scripts[best].trial
}

// scriptOfLanguage returns the index in scripts of the one that a language (BCP 47) is written in, or -1.
func scriptOfLanguage(lang string) int {
	tag, err := bcp47.Parse(lang)
	if err != nil {
		return -1
	}
	code, _ := tag.Script()
	name := strings.Replace(code.String(), "Hant", "Hans", 1)
	return slices.IndexFunc(scripts, func(s script) bool { return s.code == name })
}

// scriptOf returns the index in scripts of the one that a letter belongs to, or -1.
func scriptOf(r rune) int {
	return slices.IndexFunc(scripts, func(s script) bool { return unicode.Is(s.table, r) })
}

func seconds(s float64) time.Duration { return time.Duration(s * float64(time.Second)) }

// heard returns the length of a clip from its first audible sample to its last: silence around half a text does not
// make it whole.
func heard(clip audio.Clip) time.Duration {
	loudest, _ := peak(clip.Samples)
	audible := func(v float32) bool { return max(v, -v) > max(loudest/128, silencePeak/2) }
	from, to := 0, len(clip.Samples)
	for from < to && !audible(clip.Samples[from]) {
		from++
	}
	for to > from && !audible(clip.Samples[to-1]) {
		to--
	}
	return clip.Rate.D(to - from)
}

// checked is a Backend whose clips have passed Check and agree with the pace of their voice.
type checked struct {
	wrapper
	paces sync.Map // of Utterance with the trial sentence to float64, letters per second
}

// Checked returns a Backend that answers with an *ImplausibleError where b returns a Clip that cannot be the speech of
// its text: one that fails Check, or that is much shorter or longer than the same voice would take. The pace of a voice is
// learned from a sentence that b is made to say when a clip of the voice first looks unusual, or first of all where b is Bare.
// Checked belongs inside Retry, so that half a sentence is asked for again.
func Checked(b Backend) Backend {
	return &checked{wrapper: wrapper{b}}
}

// Synthesize speaks through the wrapped Backend and checks what it says.
func (b *checked) Synthesize(ctx context.Context, u Utterance) (audio.Clip, error) {
	clip, err := b.Backend.Synthesize(ctx, u)
	if err != nil {
		return audio.Clip{}, err
	}
	if err := Check(u, clip); err != nil {
		return audio.Clip{}, err
	}
	if err := b.checkPace(ctx, u, clip); err != nil {
		return audio.Clip{}, err
	}
	return clip, nil
}

// checkPace holds an unusual clip against the pace of its voice.
func (b *checked) checkPace(ctx context.Context, u Utterance, clip audio.Clip) error {
	n, length := paceLetters(u), time.Duration(float64(heard(clip))*u.Prosody.pace()) // as at a rate of 1
	hurried := length+slack < seconds(n/usualFastest)
	drawled := wordy(u.Text) && length > seconds(n/usualSlowest)+maxAround
	bare := b.Properties().Bare
	if !hurried && !drawled && !bare {
		return nil
	}
	own, err := b.ownPace(ctx, u)
	if err != nil || own == 0 {
		return err
	}
	implausible := &ImplausibleError{Runes: runes(u.Text), Duration: clip.Duration()}
	switch {
	case bare && own < minOwnPace:
		implausible.Reason = "too long, and so is all that this voice says"
	case (hurried || bare) && own > maxOwnPace:
		implausible.Reason = "too short, and so is all that this voice says"
	case hurried && length+slack < seconds(n/own/hurry):
		implausible.Reason = "too short for this voice"
	case drawled && length > seconds(n/own*drawl)+maxAround:
		implausible.Reason = "too long for this voice"
	default:
		return nil
	}
	return implausible
}

// wordy reports whether text is made of words, which take a time to say that their letters tell: not of digits, signs
// and initials.
func wordy(text string) bool {
	n := letters(text)
	return n > brief && n >= 3*float64(len(strings.Fields(text))) && !strings.ContainsFunc(text, unicode.IsNumber)
}

// ownPace returns the pace of u's voice at a rate of 1, in letters per second; 0 where it cannot be learned.
func (b *checked) ownPace(ctx context.Context, u Utterance) (float64, error) {
	u.Text = TrialSentence(u)
	if u.Text == "" || CheckLimit(u.Text, b.Properties().MaxRunes) != nil {
		return 0, nil
	}
	if pace, ok := b.paces.Load(u); ok {
		return pace.(float64), nil
	}
	clip, err := b.Backend.Synthesize(ctx, u)
	if err == nil {
		err = Check(u, clip)
	}
	if err != nil {
		return 0, fmt.Errorf("learn the pace of the voice: %w", err)
	}
	pace := paceLetters(u) / heard(clip).Seconds() / u.Prosody.pace()
	if pace <= maxOwnPace { // a broken answer is not remembered
		b.paces.Store(u, pace)
	}
	return pace, nil
}
