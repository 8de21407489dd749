package google_test

import (
	"bytes"
	"errors"
	"math"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"articast/audio"
	"articast/audio/mp3"
	"articast/tts"
	"articast/tts/google"
	"articast/tts/remote"
	"articast/tts/ttstest"
)

// encode makes an MP3 as the service sends it: frames alone, without a header that tells the codec's delay.
func encode(c audio.Clip) (string, []byte) {
	var b bytes.Buffer
	e, err := mp3.NewEncoder(&b, mp3.Config{Rate: c.Rate})
	if err == nil {
		err = e.Write(c.Samples)
	}
	if err == nil {
		err = e.Close()
	}
	if err != nil {
		panic(err)
	}
	return "audio/mpeg", b.Bytes()
}

var service = ttstest.Service{
	Text:   func(r *http.Request) string { return r.URL.Query().Get("q") },
	Encode: encode,
	Open: func(t *testing.T, address string, silence time.Duration) tts.Backend {
		return open(t, google.Options{BaseURL: address, Remote: remote.Options{Silence: silence}})
	},
}

func open(t *testing.T, o google.Options) *google.Backend {
	t.Helper()
	b, err := google.New(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.Close() })
	return b
}

// serve starts a server and returns a Backend that asks it.
func serve(t *testing.T, h http.Handler) *google.Backend {
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	return open(t, google.Options{BaseURL: server.URL})
}

func TestConformance(t *testing.T) {
	ttstest.Run(t, func(t *testing.T) tts.Backend { return serve(t, service) })
}

func TestBrokenServers(t *testing.T) { ttstest.RunBroken(t, service) }

func TestRequest(t *testing.T) {
	for _, c := range []struct {
		name string
		u    tts.Utterance
		want url.Values
	}{
		{"language", tts.Utterance{Text: "Bis bald, Jörg!", Lang: "de-AT"}, url.Values{"q": {"Bis bald, Jörg!"}, "tl": {"de"}, "textlen": {"15"}}},
		{"region", tts.Utterance{Text: "Well & good?", Lang: "en-GB"}, url.Values{"q": {"Well & good?"}, "tl": {"en-UK"}}},
		{"no language", tts.Utterance{Text: "Well"}, url.Values{"q": {"Well"}, "tl": {"en"}}},
		{"voice", tts.Utterance{Text: "Well\nthen", Voice: "EN-au", Lang: "de"}, url.Values{"q": {"Well then"}, "tl": {"en-AU"}}},
		{"voice by its language", tts.Utterance{Text: "Well", Voice: "en-GB"}, url.Values{"tl": {"en-UK"}}},
		{"alias", tts.Utterance{Text: "Hei på deg", Lang: "nb-NO"}, url.Values{"tl": {"no"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got *http.Request
			b := serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				got = r
				service.ServeHTTP(w, r)
			}))
			if _, err := b.Synthesize(t.Context(), c.u); err != nil {
				t.Fatal(err)
			}
			if got.Method != http.MethodGet || got.URL.Path != "/translate_tts" || got.Header.Get("Authorization") != "" {
				t.Errorf("asked for %s %s", got.Method, got.URL.Path)
			}
			query := got.URL.Query()
			for key, want := range c.want {
				if !slices.Equal(query[key], want) {
					t.Errorf("%s is %q, want %q", key, query[key], want)
				}
			}
		})
	}
}

func TestNoRequestForWhatCannotBeSpoken(t *testing.T) {
	b := serve(t, http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("the service was asked") }))
	for _, u := range []tts.Utterance{
		{Text: "Shalom", Lang: "he"}, {Text: "Well", Voice: "xx"}, {Text: "..."}, {Text: strings.Repeat("a", 201)},
		{Text: "Well", Prosody: tts.Prosody{Rate: 3}}, {Text: "Well", Prosody: tts.Prosody{Rate: math.NaN()}},
	} {
		if _, err := b.Synthesize(t.Context(), u); err == nil {
			t.Errorf("%+v: success", u)
		}
	}
	if _, err := google.VoiceFor("he"); !errors.Is(err, tts.ErrNoVoice) {
		t.Errorf("a voice for Hebrew: %v", err)
	}
}

// TestPiecesJoinWithoutASeam puts pieces of one sentence behind each other: between them nothing of the delay of the
// codec or of the silence of the service is left, but for the pause of a mark, and there is no click.
func TestPiecesJoinWithoutASeam(t *testing.T) {
	b := serve(t, service)
	for _, c := range []struct {
		end  string
		want time.Duration
	}{{"", 30 * time.Millisecond}, {",", 130 * time.Millisecond}, {":", 180 * time.Millisecond}, {".", 250 * time.Millisecond}, {"?”", 250 * time.Millisecond}} {
		var clips []audio.Clip
		for _, text := range []string{"The harbour was quiet and the boats" + c.end, "were in before the storm"} {
			clip, err := b.Synthesize(t.Context(), tts.Utterance{Text: text})
			if err != nil {
				t.Fatal(err)
			}
			clips = append(clips, clip)
		}
		joined, err := audio.Join(clips...)
		if err != nil {
			t.Fatal(err)
		}
		if gap := longestGap(joined); gap < c.want-20*time.Millisecond || gap > c.want+25*time.Millisecond {
			t.Errorf("behind %q a gap of %v, want about %v", c.end, gap, c.want)
		}
		if step, own := steepest(joined), steepest(ttstest.Speech("The harbour")); step > 1.2*own {
			t.Errorf("behind %q a step of %.3f; the sound itself has %.3f", c.end, step, own)
		}
	}
}

// longestGap returns the longest time in which nothing is heard.
func longestGap(c audio.Clip) time.Duration {
	longest, gap := 0, 0
	for _, s := range c.Samples {
		if gap++; max(s, -s) > 1.0/256 {
			gap = 0
		}
		longest = max(longest, gap)
	}
	return c.Rate.D(longest)
}

func steepest(c audio.Clip) (m float32) {
	for i := range c.Samples[1:] {
		d := c.Samples[i+1] - c.Samples[i]
		m = max(m, d, -d)
	}
	return m
}

func TestVersionNamesAnotherService(t *testing.T) {
	own, other := open(t, google.Options{}), open(t, google.Options{BaseURL: "http://127.0.0.1:1/x"})
	if a, b := own.Properties().Version, other.Properties().Version; a != "translate 1" || b != "translate 1 at http://127.0.0.1:1/x" {
		t.Errorf("versions %q and %q", a, b)
	}
}

func TestNewRefusesWhatIsNoAddress(t *testing.T) {
	for _, address := range []string{"translate.google.com", "file:///etc/passwd", "https://", "https://me:secret@example.org", "https://example.org?a=secret", "://"} {
		b, err := google.New(google.Options{BaseURL: address})
		if err == nil || strings.Contains(err.Error(), "secret") || !strings.Contains(err.Error(), "base_url") {
			t.Errorf("%s: %v, %v", address, b, err)
		}
	}
}
