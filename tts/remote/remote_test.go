package remote

import (
	"encoding/binary"
	"errors"
	"io"
	"math"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"articast/audio"
	"articast/tts"
)

// serve starts a server and returns a Client that asks it.
func serve(t *testing.T, o Options, h http.HandlerFunc) *Client {
	t.Helper()
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	c, err := New(server.URL+"/base/", o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

func TestRetryAfter(t *testing.T) {
	now := time.Date(2026, 11, 27, 12, 0, 0, 0, time.UTC)
	c, err := New("http://localhost", Options{Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	for value, want := range map[string]time.Duration{
		"7": 7 * time.Second, " 60 ": time.Minute, "0": 0, "-3": 0, "": 0, "soon": 0, "1.5": 0,
		"99999999999999": 1 << 31 * time.Second, "99999999999999999999999": 0,
		"Fri, 27 Nov 2026 12:01:30 GMT": 90 * time.Second, "Fri, 27 Nov 2026 11:00:00 GMT": 0,
	} {
		if got := c.retryAfter(value); got != want {
			t.Errorf("%q is %v, want %v", value, got, want)
		}
	}
}

func TestProblemOf(t *testing.T) {
	for body, want := range map[string]problem{
		`{"error": {"message": "no", "type": "x", "param": null, "code": "insufficient_quota"}}`: {"no", "insufficient_quota"},
		`{"error": {"message": "no", "code": 429}}`:                                              {"no", ""},
		`{"error": "no"}`:         {"no", ""},
		`{"message": "no"}`:       {"no", ""},
		`{"detail": "Not Found"}`: {"Not Found", ""},
		`{"detail": {"error": "validation_error", "message": "no voice"}}`: {"no voicevalidation_error", ""},
		`{"detail": [{"msg": "field required"}]}`:                          {},
		`<html>`: {},
		``:       {},
		`[1]`:    {},
		`null`:   {},
	} {
		if got := problemOf([]byte(body)); got != want {
			t.Errorf("%s: %+v, want %+v", body, got, want)
		}
	}
}

func TestMessagesAreOneShortLineWithoutTheKey(t *testing.T) {
	const key = "sk-0815"
	for name, h := range map[string]http.HandlerFunc{
		"said": func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(http.StatusBadRequest)
			io.WriteString(w, `{"error": "`+key+`\n\u001b[2J`+strings.Repeat(" and so on", 99)+`"}`)
		},
		"sent on": func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "http://me:"+key+"@example.org/"+key+"?k="+key, http.StatusTemporaryRedirect)
		},
		"type": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/"+key)
			io.WriteString(w, "x")
		},
	} {
		t.Run(name, func(t *testing.T) {
			c := serve(t, Options{Key: key}, h)
			a, err := c.Post(t.Context(), "x", "text")
			if err == nil {
				_, err = c.Sound(a, 0)
			}
			var fault *tts.HTTPError
			if !errors.As(err, &fault) || fault.Hint == "" {
				t.Fatalf("error is %v", err)
			}
			if text := err.Error() + fault.Hint; strings.Contains(text, key) || strings.ContainsAny(text, "\n\x1b") || len(text) > 500 {
				t.Errorf("said %q", text)
			}
		})
	}
}

func TestRequestsStayBelowTheAddressAndHaveTheKeyInTheHeadAlone(t *testing.T) {
	c := serve(t, Options{Key: "sk-0815"}, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.String() != "/base/audio/speech" || r.Header.Get("Authorization") != "Bearer sk-0815" || r.Header.Get("User-Agent") == "" {
			t.Errorf("asked for %s with %v", r.URL, r.Header)
		}
		if b, _ := io.ReadAll(r.Body); string(b) != `{"a":"b"}` || r.Header.Get("Content-Type") != "application/json" {
			t.Errorf("sent %s", b)
		}
		io.WriteString(w, "{}")
	})
	if _, err := c.Post(t.Context(), "audio/speech", map[string]string{"a": "b"}); err != nil {
		t.Error(err)
	}
	if strings.Contains(c.Address(), "sk-0815") {
		t.Errorf("the address is %s", c.Address())
	}
}

func TestAllOfAnAnswerHasATimeLimit(t *testing.T) {
	c := serve(t, Options{Total: 30 * time.Millisecond, Silence: time.Hour}, func(w http.ResponseWriter, r *http.Request) {
		for r.Context().Err() == nil { // never silent, never at an end
			io.WriteString(w, "x")
			w.(http.Flusher).Flush()
		}
	})
	_, err := c.Get(t.Context(), "x", nil)
	if again, ok := tts.Temporary(err); !ok || again != 0 || !strings.Contains(err.Error(), "took longer than 30ms") && !strings.Contains(err.Error(), "more than 64 MB") {
		t.Errorf("error is %v", err)
	}
}

func TestSoundWithoutAHead(t *testing.T) {
	c := serve(t, Options{}, nil)
	var samples, backwards []byte
	for i := range 2400 { // a hum that swells and fades
		v := uint16(int16(20000 * math.Sin(float64(i)/40) * math.Pow(math.Sin(math.Pi*float64(i)/2400), 2)))
		samples, backwards = binary.LittleEndian.AppendUint16(samples, v), binary.BigEndian.AppendUint16(backwards, v)
	}
	want := audio.FromPCM16(24000, samples)
	for _, a := range []Answer{
		{Type: "audio/pcm", Body: samples},
		{Type: "audio/pcm", Params: map[string]string{"rate": "24000", "channels": "1"}, Body: samples},
		{Body: samples},
		{Type: "audio/L16", Body: samples}, // as many send it
		{Type: "audio/l16", Body: backwards},
	} {
		a.Ended = true
		clip, err := c.Sound(a, 24000)
		if err != nil || clip.Rate != 24000 || !slices.Equal(clip.Samples, want.Samples) {
			t.Errorf("%s: %v, %v", a.Type, clip, err)
		}
	}
	for want, a := range map[string]Answer{
		"sent samples at 22050 Hz, not at 24000 Hz": {Params: map[string]string{"rate": "22050"}, Body: samples},
		"sent samples of 2 channels, not of one":    {Params: map[string]string{"channels": "2"}, Body: samples},
		"does not tell where its sound ends":        {Body: samples},
		"sent noise in place of 16-bit samples":     {Type: "audio/pcm", Body: backwards, Ended: true},
		"sent sound that breaks off":                {Body: samples[:2400], Ended: true},
		"sent a damaged MP3: no MP3 frames in it":   {Type: "audio/pcm", Body: []byte("ID3")},
	} {
		if clip, err := c.Sound(a, 24000); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, %v, want %q", a.Type, clip, err, want)
		}
	}
	if _, err := c.Sound(Answer{Type: "audio/pcm", Body: []byte{1, 2, 3}}, 24000); err == nil || !strings.Contains(err.Error(), "half a sample") {
		t.Errorf("three bytes: %v", err)
	}
	if _, err := c.Sound(Answer{Type: "audio/mpeg", Body: []byte("no frames here")}, 24000); err == nil {
		t.Error("what is called MP3 was taken for samples")
	}
}

// FuzzSound: whatever a service sends, there is an error or a clip, and no panic.
func FuzzSound(f *testing.F) {
	f.Add("audio/wav", []byte("RIFF\xff\xff\xff\xffWAVEfmt \x10\x00\x00\x00\x01\x00\x01\x00\xc0\x5d\x00\x00\x80\xbb\x00\x00\x02\x00\x10\x00data\xff\xff\xff\xff\x00\x40"), 0)
	f.Add("audio/mpeg", []byte("\xff\xf3\x84\xc4ID3"), 0)
	f.Add("audio/pcm", []byte{1, 2}, 24000)
	f.Add("application/json", []byte(`{"error": {"message": "no"}}`), 0)
	f.Add("text/html", []byte("<!doctype html>"), 0)
	c, err := New("http://localhost", Options{Key: "sk-0815"})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, kind string, body []byte, raw int) {
		clip, err := c.Sound(Answer{Type: kind, Body: body}, audio.SampleRate(raw))
		var fault *tts.HTTPError
		if err != nil && (!errors.As(err, &fault) || fault.Hint == "" || strings.Contains(err.Error(), "sk-0815")) {
			t.Errorf("error is %#v", err)
		}
		if err == nil && clip.Rate <= 0 {
			t.Errorf("%d samples at %d Hz", len(clip.Samples), clip.Rate)
		}
	})
}
