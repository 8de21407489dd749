package openai_test

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"articast/audio"
	"articast/audio/mp3"
	"articast/audio/wav"
	"articast/tts"
	"articast/tts/openai"
	"articast/tts/remote"
	"articast/tts/ttstest"
)

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func asWAV(c audio.Clip) (string, []byte) {
	var b bytes.Buffer
	must(wav.Encode(&b, c))
	return "audio/wav", b.Bytes()
}

// asStream makes a WAV as services send it that begin before they know the length.
func asStream(c audio.Clip) (string, []byte) {
	var b bytes.Buffer
	w, err := wav.NewWriter(&b, c.Rate, wav.PCM16)
	must(err)
	must(w.Write(c.Samples))
	must(w.Close())
	return "audio/x-wav", b.Bytes()
}

func asMP3(c audio.Clip) (string, []byte) {
	var b bytes.Buffer
	e, err := mp3.NewEncoder(&b, mp3.Config{Rate: c.Rate})
	must(err)
	must(e.Write(c.Samples))
	must(e.Close())
	return "audio/mpeg", b.Bytes()
}

func asPCM(c audio.Clip) (string, []byte) {
	var b []byte
	for _, s := range c.Samples {
		b = binary.LittleEndian.AppendUint16(b, uint16(int16(s*32767)))
	}
	return fmt.Sprintf("audio/pcm;rate=%d", c.Rate), b
}

// asked is a request as the service reads it.
type asked struct {
	Model, Input, Voice, Instructions string
	Format                            string `json:"response_format"`
	Speed                             float64
}

func read(r *http.Request) (a asked) {
	json.NewDecoder(r.Body).Decode(&a)
	return a
}

// service answers in a format.
func service(format string, encode func(audio.Clip) (string, []byte)) ttstest.Service {
	return ttstest.Service{
		Text:   func(r *http.Request) string { return read(r).Input },
		Encode: encode,
		Open: func(t *testing.T, address string, silence time.Duration) tts.Backend {
			return open(t, openai.Options{BaseURL: address, Format: format, SampleRate: 24000, Remote: remote.Options{Key: ttstest.Secret, Silence: silence}})
		},
	}
}

func open(t *testing.T, o openai.Options) *openai.Backend {
	t.Helper()
	b, err := openai.New(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.Close() })
	return b
}

// kokoro serves speech, at the speed that is asked for, and a list of voices.
func kokoro(encode func(audio.Clip) (string, []byte), seen func(*http.Request, asked)) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /v1/audio/voices", func(w http.ResponseWriter, _ *http.Request) {
		io.WriteString(w, `{"voices": ["af_bella", {"id": "bf_emma", "name": "Emma", "language": "en-GB"}, "af_bella", {"count": 3}]}`)
	})
	mux.HandleFunc("POST /v1/audio/speech", func(w http.ResponseWriter, r *http.Request) {
		a := read(r)
		if seen != nil {
			seen(r, a)
		}
		clip := ttstest.Speech(a.Input)
		if a.Speed > 0 {
			clip = clip.Stretch(a.Speed)
		}
		contentType, body := encode(clip)
		w.Header().Set("Content-Type", contentType)
		w.Write(body)
	})
	return mux
}

// serve starts a server and returns a Backend that asks it.
func serve(t *testing.T, h http.Handler, o openai.Options) *openai.Backend {
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	o.BaseURL = server.URL + "/v1"
	return open(t, o)
}

func TestConformance(t *testing.T) {
	for _, c := range []struct {
		name, format, model string
		encode              func(audio.Clip) (string, []byte)
	}{
		{"wav", "wav", "kokoro", asWAV}, {"streamed wav", "", "tts-1", asStream}, {"mp3", "mp3", "", asMP3}, {"pcm", "pcm", "tts-1-hd", asPCM},
	} {
		t.Run(c.name, func(t *testing.T) {
			ttstest.Run(t, func(t *testing.T) tts.Backend {
				return serve(t, kokoro(c.encode, nil), openai.Options{Format: c.format, Model: c.model, SampleRate: 24000})
			})
		})
	}
}

func TestBrokenServers(t *testing.T) {
	t.Run("wav", func(t *testing.T) { ttstest.RunBroken(t, service("wav", asWAV)) })
	t.Run("streamed wav", func(t *testing.T) { ttstest.RunBroken(t, service("wav", asStream)) })
	t.Run("mp3", func(t *testing.T) { ttstest.RunBroken(t, service("mp3", asMP3)) })
	t.Run("pcm", func(t *testing.T) { ttstest.RunBroken(t, service("pcm", asPCM)) })
}

func TestRequest(t *testing.T) {
	for _, c := range []struct {
		name string
		o    openai.Options
		u    tts.Utterance
		want asked
	}{
		{"defaults", openai.Options{}, tts.Utterance{Text: "Well\nthen"}, asked{Model: "gpt-4o-mini-tts", Input: "Well then", Voice: "alloy", Format: "wav"}},
		{"all that can be set", openai.Options{Model: "tts-1", Instructions: "Softly.", Format: "mp3"},
			tts.Utterance{Text: `Well, "then"`, Voice: "bf_emma", Prosody: tts.Prosody{Rate: 1.5}},
			asked{Model: "tts-1", Input: `Well, "then"`, Voice: "bf_emma", Format: "mp3", Instructions: "Softly.", Speed: 1.5}},
		{"a model without speed", openai.Options{Model: "gpt-4o-mini-tts-2025-12-15"}, tts.Utterance{Text: "Well", Prosody: tts.Prosody{Rate: 1.5}},
			asked{Model: "gpt-4o-mini-tts-2025-12-15", Input: "Well", Voice: "alloy", Format: "wav"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.o.Remote.Key = ttstest.Secret
			var got asked
			b := serve(t, kokoro(asWAV, func(r *http.Request, a asked) {
				got = a
				if r.Header.Get("Authorization") != "Bearer "+ttstest.Secret || r.URL.RawQuery != "" {
					t.Errorf("the key was sent as %q, %q", r.Header.Get("Authorization"), r.URL.RawQuery)
				}
			}), c.o)
			if _, err := b.Synthesize(t.Context(), c.u); err != nil {
				t.Fatal(err)
			}
			if got != c.want {
				t.Errorf("asked for %+v, want %+v", got, c.want)
			}
		})
	}
}

func TestVoices(t *testing.T) {
	for _, c := range []struct {
		name, answer, want string
		status             int
	}{
		{"names", `{"voices": ["af_bella", "am_adam"]}`, "af_bella/mul am_adam/mul", 200},
		{"objects", `{"voices": [{"voice_id": "a", "name": "Anna", "language": "de"}, {"id": "b", "gender": "male", "age": 7}]}`, "a/de b/mul", 200},
		{"data", `{"data": [{"name": "a"}]}`, "a/mul", 200},
		{"a list", `["a", "b"]`, "a/mul b/mul", 200},
		{"no such list", `{"detail": "Not Found"}`, "alloy/mul", 404},
		{"a web page", `<html>`, "alloy/mul", 200},
		{"an empty list", `{"voices": []}`, "alloy/mul", 200},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if r.URL.Path != "/v1/audio/voices" {
					t.Errorf("asked for %s", r.URL.Path)
				}
				w.WriteHeader(c.status)
				io.WriteString(w, c.answer)
			}), openai.Options{})
			list, err := b.Voices(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, v := range list {
				got = append(got, v.ID+"/"+v.Lang)
			}
			if text := strings.Join(got, " "); text != c.want && !strings.HasPrefix(text, c.want+" ash/mul") {
				t.Errorf("got %s", text)
			}
		})
	}
	own, err := open(t, openai.Options{}).Voices(t.Context()) // asks nobody
	if err != nil || len(own) < 11 {
		t.Errorf("OpenAI's own: %v, %v", own, err)
	}
}

// TestListThatFailsIsAskedForOnce, and mixtures, which no list has, are left to the service.
func TestListThatFailsIsAskedForOnce(t *testing.T) {
	lists, speeches := 0, 0
	good := service("wav", asWAV)
	b := serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodGet {
			lists++
			w.WriteHeader(http.StatusInternalServerError)
			return
		}
		speeches++
		good.ServeHTTP(w, r)
	}), openai.Options{})
	for _, voice := range []string{"af_bella(2)+af_sky", "af_bella", "af_sky"} {
		if _, err := b.Synthesize(t.Context(), tts.Utterance{Text: "Well", Voice: voice}); err != nil {
			t.Errorf("%s: %v", voice, err)
		}
	}
	if lists != 1 || speeches != 3 {
		t.Errorf("asked for %d lists and %d times to speak", lists, speeches)
	}
	listing := serve(t, kokoro(asWAV, nil), openai.Options{})
	if _, err := listing.Synthesize(t.Context(), tts.Utterance{Text: "Well", Voice: "af_bella+bf_emma"}); err != nil {
		t.Errorf("a mixture: %v", err)
	}
}

func TestRefusedVoiceIsNoVoice(t *testing.T) {
	b := serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodGet {
			w.WriteHeader(http.StatusNotFound)
			return
		}
		w.WriteHeader(http.StatusBadRequest)
		io.WriteString(w, `{"detail": {"error": "validation_error", "message": "Voice 'nobody' not found"}}`)
	}), openai.Options{})
	_, err := b.Synthesize(t.Context(), tts.Utterance{Text: "Well", Voice: "nobody"})
	if !errors.Is(err, tts.ErrNoVoice) || !strings.Contains(err.Error(), "Voice 'nobody' not found") {
		t.Errorf("error is %v", err)
	}
}

func TestWithoutKeyOpenAIIsNotAsked(t *testing.T) {
	if _, err := open(t, openai.Options{}).Synthesize(t.Context(), tts.Utterance{Text: "Well"}); !errors.Is(err, tts.ErrUnavailable) {
		t.Errorf("error is %v", err)
	}
}

func TestAccountWithoutCreditIsNotAskedAgain(t *testing.T) {
	b := serve(t, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusTooManyRequests)
		io.WriteString(w, `{"error": {"message": "You exceeded your current quota", "code": "insufficient_quota"}}`)
	}), openai.Options{})
	_, err := b.Synthesize(t.Context(), tts.Utterance{Text: "Well"})
	var refused *tts.HTTPError
	if !errors.As(err, &refused) || refused.Again || !strings.Contains(refused.Hint, "no credit left") {
		t.Errorf("error is %#v", err)
	}
}

func TestProperties(t *testing.T) {
	withKey := openai.Options{Model: "tts-1", Instructions: "Softly.", Remote: remote.Options{Key: ttstest.Secret}}
	p := open(t, withKey).Properties()
	if !p.Paid || p.MaxRunes != 4096 || p.Offline || strings.Contains(fmt.Sprintf("%+v", p), ttstest.Secret) {
		t.Errorf("OpenAI: %+v", p)
	}
	seen := map[string]bool{p.Version: true}
	for _, o := range []openai.Options{
		{}, {Model: "tts-1"}, {Model: "tts-1", Format: "mp3"}, {Model: "tts-1", Format: "pcm", SampleRate: 24000}, {Model: "tts-1", Format: "pcm", SampleRate: 48000}, {Model: "tts-1", Instructions: "Loudly."}, {Model: "tts-1", BaseURL: "http://localhost:8880/v1"},
	} {
		p := open(t, o).Properties()
		if seen[p.Version] {
			t.Errorf("two backends that sound different have the version %q", p.Version)
		}
		seen[p.Version] = true
		if o.BaseURL != "" && p.Paid {
			t.Error("a service of one's own costs money")
		}
	}
	if p := open(t, openai.Options{}).Properties(); p.MaxRunes != 1500 {
		t.Errorf("gpt-4o-mini-tts takes %d characters", p.MaxRunes)
	}
}

func TestNewRefuses(t *testing.T) {
	for _, c := range []struct {
		o    openai.Options
		want string
	}{
		{openai.Options{Format: "opus"}, `response_format "opus" is not one of wav, mp3, pcm`},
		{openai.Options{Format: "pcm"}, "response_format pcm needs the sample_rate that the service sends, 8000 to 96000 Hz"},
		{openai.Options{Format: "pcm", SampleRate: 7999}, "needs the sample_rate"},
		{openai.Options{Format: "pcm", SampleRate: 96001}, "needs the sample_rate"},
		{openai.Options{BaseURL: "localhost:8880"}, "base_url is not the address of a service"},
		{openai.Options{BaseURL: "http://me:pass@localhost/v1"}, "base_url holds more than an address"},
		{openai.Options{Remote: remote.Options{Key: "sk-a\r\nX-B: c"}}, "api_key holds a line end"},
		{openai.Options{BaseURL: "http://speech.example/v1", Remote: remote.Options{Key: "sk-a"}}, "take an https address, or no key"},
	} {
		b, err := openai.New(c.o)
		if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "pass@") || strings.Contains(err.Error(), "sk-a") {
			t.Errorf("%v, %v, want %s", b, err, c.want)
		}
	}
}
