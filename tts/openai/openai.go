// Package openai speaks through any service that has OpenAI's /v1/audio/speech: OpenAI, Kokoro-FastAPI, LocalAI, speaches,
// openedai-speech. An utterance goes out in one request, a WAV, an MP3 or bare samples come back, and a clip comes out, at
// the sample rate of the service.
//
// WAV is asked for where nothing else is: it has no delay of a codec, and one that was cut short shows. The samples of pcm tell
// neither their rate nor their end. They are taken only where a rate is named, and only with all that can be checked: a rate that
// the service tells is the same, the answer has a told end, the sound does not break off, and the voice is no slower and no
// faster than voices are. A rate that nobody tells and that is off by less than a factor of two may not be noticed, nor a service that
// ends its answer early, as if it were whole, behind a word.
package openai

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"

	"articast/audio"
	"articast/internal/plain"
	"articast/tts"
	"articast/tts/remote"
)

const (
	address      = "https://api.openai.com/v1"
	defaultModel = "gpt-4o-mini-tts"
	defaultVoice = "alloy"

	minRate, maxRate = 0.25, 4 // of speech

	minSampleRate, maxSampleRate = 8000, 96000 // Hz
)

// Formats are the response formats that are understood, the best first.
var Formats = []string{"wav", "mp3", bare}

// bare are samples without a head.
const bare = "pcm"

// Options say which service speaks, and how. The zero value is OpenAI, and lacks its key.
type Options struct {
	BaseURL      string         // up to and with /v1; empty is https://api.openai.com/v1
	Model        string         // empty is gpt-4o-mini-tts
	Instructions string         // how it is to be spoken, for models that take instructions
	Format       string         // one of Formats; empty is the first
	SampleRate   int            // Hz, of what comes as pcm, which needs it; OpenAI sends 24000
	Remote       remote.Options // how it is asked, and the key
}

// limits are what a model takes.
type limits struct {
	prefix   string // of its name
	maxRunes int
	speed    bool // whether it heeds the speed of a request
}

// models are the models that are known, then what is assumed of others. The input of gpt-4o-mini-tts has at most 2,000
// tokens, which may be little more than as many characters, and it is always spoken at its own pace.
var models = []limits{
	{"gpt-", 1500, false},
	{"tts-1", 4096, true},
	{"", 2000, true},
}

// voices are those of OpenAI. Many other services take their names too.
var voices = []string{"alloy", "ash", "ballad", "coral", "echo", "fable", "nova", "onyx", "sage", "shimmer", "verse", "marin", "cedar"}

// Backend is a tts.Backend.
type Backend struct {
	o      Options
	limits limits
	client *remote.Client

	mu     sync.Mutex
	listed []tts.Voice // by the service, once it was asked; empty where it has no list
	asked  bool
	mute   bool // whether it failed to list them
}

var (
	_ tts.Backend     = (*Backend)(nil)
	_ tts.VoiceLister = (*Backend)(nil)
)

// New returns a Backend. It opens no connection.
func New(o Options) (*Backend, error) {
	if o.BaseURL == "" {
		o.BaseURL = address
	}
	if o.Model == "" {
		o.Model = defaultModel
	}
	if o.Format == "" {
		o.Format = Formats[0]
	}
	if !slices.Contains(Formats, o.Format) {
		return nil, fmt.Errorf("openai: response_format %q is not one of %s", o.Format, strings.Join(Formats, ", "))
	}
	if o.Format == bare && (o.SampleRate < minSampleRate || o.SampleRate > maxSampleRate) {
		return nil, fmt.Errorf("openai: response_format pcm needs the sample_rate that the service sends, %d to %d Hz", minSampleRate, maxSampleRate)
	}
	o.Remote.Advice = map[int]string{
		http.StatusUnauthorized: "put a valid key into OPENAI_API_KEY, or api_key below [engine.openai] in the settings",
		http.StatusForbidden:    "the key may not do this: see what the service lets it do",
		http.StatusNotFound:     "check base_url, which ends in /v1 at most services, and model below [engine.openai]",
	}
	client, err := remote.New(o.BaseURL, o.Remote)
	if err != nil {
		return nil, wrap(err)
	}
	b := &Backend{o: o, client: client}
	b.limits = models[slices.IndexFunc(models, func(l limits) bool { return strings.HasPrefix(o.Model, l.prefix) })]
	return b, nil
}

// Close ends connections that are kept open.
func (b *Backend) Close() error { return b.client.Close() }

// isOpenAI tells the service itself from those that are like it.
func (b *Backend) isOpenAI() bool {
	u, err := url.Parse(b.o.BaseURL)
	return err == nil && u.Hostname() == "api.openai.com"
}

// Properties describes the service. Its Version has the model and the instructions in it, and never the key.
func (b *Backend) Properties() tts.Properties {
	version := b.o.Model + " " + b.o.Format
	if b.o.Format == bare {
		version += fmt.Sprintf(" %d Hz", b.o.SampleRate)
	}
	if b.o.Instructions != "" {
		version += fmt.Sprintf(" instructions %x", sha256.Sum256([]byte(b.o.Instructions)))
	}
	if at := b.client.Address(); at != address {
		version += " at " + at
	}
	return tts.Properties{Name: "openai", Version: version, MaxRunes: b.limits.maxRunes, Concurrency: 4, Paid: b.isOpenAI(), Bare: b.o.Format == bare}
}

// request is the body of a request for speech.
type request struct {
	Model        string  `json:"model"`
	Input        string  `json:"input"`
	Voice        string  `json:"voice"`
	Format       string  `json:"response_format"`
	Instructions string  `json:"instructions,omitempty"`
	Speed        float64 `json:"speed,omitempty"`
}

// Synthesize speaks u. Without a voice it takes alloy, which the services that are like OpenAI know too.
func (b *Backend) Synthesize(ctx context.Context, u tts.Utterance) (audio.Clip, error) {
	if err := ctx.Err(); err != nil {
		return audio.Clip{}, err
	}
	if err := tts.CheckLimit(u.Text, b.limits.maxRunes); err != nil {
		return audio.Clip{}, err
	}
	rate, err := u.Prosody.RateWithin(minRate, maxRate)
	if err != nil {
		return audio.Clip{}, wrap(err)
	}
	text := plain.Text(u.Text)
	if !tts.Speakable(text) {
		return audio.Clip{}, tts.ErrEmpty
	}
	r := request{Model: b.o.Model, Input: text, Voice: u.Voice, Format: b.o.Format, Instructions: b.o.Instructions}
	if r.Voice == "" {
		r.Voice = defaultVoice
	}
	if b.limits.speed && rate != 1 {
		r.Speed = rate
	}
	clip, err := b.speak(ctx, r)
	if err != nil {
		return audio.Clip{}, wrap(err)
	}
	if !b.limits.speed {
		clip = clip.Stretch(rate)
	}
	return clip, nil
}

func (b *Backend) speak(ctx context.Context, r request) (audio.Clip, error) {
	if b.o.Remote.Key == "" && b.isOpenAI() {
		return audio.Clip{}, fmt.Errorf("%w: it has no key", tts.ErrUnavailable)
	}
	if err := b.check(ctx, r.Voice); err != nil {
		return audio.Clip{}, err
	}
	answer, err := b.client.Post(ctx, "audio/speech", r)
	if err != nil {
		return audio.Clip{}, asNoVoice(err, r.Voice)
	}
	var raw audio.SampleRate
	if r.Format == bare {
		raw = audio.SampleRate(b.o.SampleRate)
	}
	return b.client.Sound(answer, raw)
}

// asNoVoice makes tts.ErrNoVoice of a refusal that is about the voice.
func asNoVoice(err error, voice string) error {
	var refused *tts.HTTPError
	if errors.As(err, &refused) && slices.Contains([]int{400, 404, 422}, refused.Status) && strings.Contains(strings.ToLower(refused.Reason), "voice") {
		return fmt.Errorf("%w: %q: %w", tts.ErrNoVoice, voice, err)
	}
	return err
}

func wrap(err error) error { return tts.Named("openai", err) }
