// Package google speaks with the voices of Google Translate: an utterance of at most 200 characters goes out in one
// request, an MP3 comes back, and a clip without the codec's and the service's silence comes out.
//
// The service is free, needs no key, and promises nothing. Its languages are those of package voices of
// github.com/hegedustibor/htgo-tts. The requests are our own, because that module's root package takes an error page for
// sound, knows neither time-outs nor cancelling, and needs cgo: here a request ends with its context, its status and
// content type are checked, and the frames of the MP3 are counted before they are decoded.
//
// Longer texts are cut by the caller, at ends of clauses. Clips are trimmed so that such pieces can be put one behind the
// other: what is left at the end is the pause of the mark that the text ends with.
package google

import (
	"context"
	"net/url"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"articast/audio"
	"articast/internal/plain"
	"articast/tts"
	"articast/tts/remote"
)

const (
	address  = "https://translate.google.com"
	maxRunes = 200 // of the service

	minRate, maxRate = 0.5, 2 // that the stretching of sound takes
)

// RequestsPerSecond is how often the service is asked at most by who is polite: more than one listener shares it.
const RequestsPerSecond = 2

// Options say where the voices are. The zero value is Google.
type Options struct {
	BaseURL string         // of the service; empty is https://translate.google.com
	Remote  remote.Options // how it is asked; it has no key
}

// Backend is a tts.Backend. Its voices are named as the languages in htgo-tts: "de", "en", "en-UK".
type Backend struct{ client *remote.Client }

var (
	_ tts.Backend     = (*Backend)(nil)
	_ tts.VoiceLister = (*Backend)(nil)
)

// New returns a Backend. It opens no connection.
func New(o Options) (*Backend, error) {
	if o.BaseURL == "" {
		o.BaseURL = address
	}
	const turnedAway = "the service turns away who asks too often: try again later, or use another engine"
	o.Remote.Advice = map[int]string{302: turnedAway, 403: turnedAway, 429: "try again later, or ask less often with requests_per_second in the settings"}
	client, err := remote.New(o.BaseURL, o.Remote)
	if err != nil {
		return nil, wrap(err)
	}
	return &Backend{client}, nil
}

// Close ends connections that are kept open.
func (b *Backend) Close() error { return b.client.Close() }

// Properties describes the service.
func (b *Backend) Properties() tts.Properties {
	version := "translate 1"
	if at := b.client.Address(); at != address {
		version += " at " + at
	}
	return tts.Properties{Name: "google", Version: version, MaxRunes: maxRunes, Concurrency: 2}
}

// Voices lists the voices, one for each language and three for English. It asks nobody.
func (b *Backend) Voices(context.Context) ([]tts.Voice, error) { return list(), nil }

// Synthesize speaks u. Without a voice it takes that of the utterance's language. Its pace is changed here, at the same
// pitch: the service has one.
func (b *Backend) Synthesize(ctx context.Context, u tts.Utterance) (audio.Clip, error) {
	if err := ctx.Err(); err != nil {
		return audio.Clip{}, err
	}
	if err := tts.CheckLimit(u.Text, maxRunes); err != nil {
		return audio.Clip{}, err
	}
	rate, err := u.Prosody.RateWithin(minRate, maxRate)
	if err != nil {
		return audio.Clip{}, wrap(err)
	}
	voice, err := voiceOf(u)
	if err != nil {
		return audio.Clip{}, wrap(err)
	}
	text := plain.Text(u.Text)
	if !tts.Speakable(text) {
		return audio.Clip{}, tts.ErrEmpty
	}
	clip, err := b.speak(ctx, text, voice)
	if err != nil {
		return audio.Clip{}, wrap(err)
	}
	return trim(clip, text).Stretch(rate), nil
}

// speak asks for one text.
func (b *Backend) speak(ctx context.Context, text, voice string) (audio.Clip, error) {
	answer, err := b.client.Get(ctx, "translate_tts", url.Values{
		"ie": {"UTF-8"}, "client": {"tw-ob"}, "tl": {voice}, "q": {text},
		"total": {"1"}, "idx": {"0"}, "textlen": {strconv.Itoa(utf8.RuneCountInString(text))},
	})
	if err != nil {
		return audio.Clip{}, err
	}
	return b.client.Sound(answer, 0)
}

// Silence around what is said.
const (
	inaudible = 1.0 / 512             // of full scale: what is below is codec and room
	margin    = 15 * time.Millisecond // kept on both sides, for soft consonants
	edge      = 3 * time.Millisecond  // over which the cut ends fade
)

// pauses are what is left behind a text for the mark that it ends with.
var pauses = []struct {
	marks string
	pause time.Duration
}{
	{".!?…。！？।؟", 220 * time.Millisecond},
	{";:；：—–", 150 * time.Millisecond},
	{",，、،", 100 * time.Millisecond},
}

// trim cuts off the delay and padding of the codec, which an MP3 without an Info header does not tell, and the silence of the
// service, and leaves the pause of the text's last mark. A clip without sound is left to who checks it.
func trim(clip audio.Clip, text string) audio.Clip {
	sound := clip.Sound(inaudible, margin)
	if len(sound.Samples) == 0 {
		return clip
	}
	sound = sound.Fade(edge)
	var pause time.Duration
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, `"'”’»)]`))
	for _, p := range pauses {
		if strings.ContainsRune(p.marks, last) {
			pause = p.pause
			break
		}
	}
	sound.Samples = append(sound.Samples, make([]float32, clip.Rate.N(pause))...)
	return sound
}

func wrap(err error) error { return tts.Named("google", err) }
