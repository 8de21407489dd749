package ttstest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log"
	"math"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"articast/audio"
	"articast/audio/mp3"
	"articast/tts"
)

// Secret is the key that the Backends of a Service are opened with, where they take one. It must never be seen again.
const Secret = "sk-very-secret-0815"

// Service is a speech service as its Backend talks to it.
type Service struct {
	// Text returns what a request wants to be spoken. It may read its body, and is called once.
	Text   func(*http.Request) string                      // what a request wants to be spoken
	Encode func(audio.Clip) (contentType string, b []byte) // the body of a good answer

	// Open returns the Backend for a service at an address, that waits so long for the next bytes; 0 stands for its own
	// patience. It wraps it in nothing.
	Open func(t *testing.T, address string, silence time.Duration) tts.Backend
}

// Speech is a hum that takes as long as the text would, with a little silence around it.
func Speech(text string) audio.Clip {
	const rate, pitch = 24000, 160.0
	n, around := utf8.RuneCountInString(text)*rate/15, rate/10
	hum := audio.Clip{Rate: rate, Samples: make([]float32, n)}
	for i := range hum.Samples {
		hum.Samples[i] = float32(0.3*math.Sin(2*math.Pi*pitch*float64(i)/rate) + 0.1*math.Sin(4*math.Pi*pitch*float64(i)/rate))
	}
	silence := make([]float32, around)
	return audio.Clip{Rate: rate, Samples: slices.Concat(silence, hum.Fade(10*time.Millisecond).Samples, silence)}
}

// ServeHTTP answers as a good service does.
func (s Service) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.answer(w, Speech(s.Text(r))) }

func (s Service) answer(w http.ResponseWriter, clip audio.Clip) {
	contentType, body := s.Encode(clip)
	w.Header().Set("Content-Type", contentType)
	w.Write(body)
}

// brokenServer is a way in which a service can fail, and what is to be said of it.
type brokenServer struct {
	name    string
	serve   func(s Service, w http.ResponseWriter, r *http.Request)
	message string // regular expression
	again   bool   // whether it is worth asking again
	after   time.Duration
	silence time.Duration // the backend's patience
	only    string        // the media types of services that it is for; empty is all
}

// impatience is the patience of a Backend with a server that never goes on.
const impatience = 30 * time.Millisecond

func status(code int, header ...string) func(Service, http.ResponseWriter, *http.Request) {
	return func(_ Service, w http.ResponseWriter, r *http.Request) {
		for i := 0; i+1 < len(header); i += 2 {
			w.Header().Set(header[i], header[i+1])
		}
		w.WriteHeader(code)
		fmt.Fprintf(w, `{"error": {"message": "for %s\u001b[31m:\nno"}}`, r.Header.Get("Authorization"))
	}
}

func body(contentType, text string) func(Service, http.ResponseWriter, *http.Request) {
	return func(_ Service, w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", contentType)
		fmt.Fprint(w, text)
	}
}

// changed answers with the body of a good answer, made worse.
func changed(change func([]byte) []byte) func(Service, http.ResponseWriter, *http.Request) {
	return func(s Service, w http.ResponseWriter, r *http.Request) {
		contentType, b := s.Encode(Speech(s.Text(r)))
		w.Header().Set("Content-Type", contentType)
		w.Write(change(b))
	}
}

// spoken answers with good sound that is not that of the text.
func spoken(change func(text string, c audio.Clip) audio.Clip) func(Service, http.ResponseWriter, *http.Request) {
	return func(s Service, w http.ResponseWriter, r *http.Request) {
		text := s.Text(r)
		s.answer(w, change(text, Speech(text)))
	}
}

// stalled writes a part of a good answer and waits until nobody listens any more.
func stalled(part int) func(Service, http.ResponseWriter, *http.Request) {
	return func(s Service, w http.ResponseWriter, r *http.Request) {
		text := s.Text(r) // a body that was read to its end shows when the client leaves
		if part > 0 {
			contentType, b := s.Encode(Speech(text))
			w.Header().Set("Content-Type", contentType)
			w.Write(b[:len(b)/part])
			w.(http.Flusher).Flush()
		}
		<-r.Context().Done()
	}
}

// aborted closes the connection after a part of a good answer, whose length was told.
func aborted(part int) func(Service, http.ResponseWriter, *http.Request) {
	return func(s Service, w http.ResponseWriter, r *http.Request) {
		if part > 0 {
			contentType, b := s.Encode(Speech(s.Text(r)))
			w.Header().Set("Content-Type", contentType)
			w.Header().Set("Content-Length", fmt.Sprint(len(b)))
			w.Write(b[:len(b)/part])
			w.(http.Flusher).Flush()
		}
		panic(http.ErrAbortHandler)
	}
}

// untold answers, as in the days of HTTP/1.0, without a length and up to the end of the connection, which comes too soon.
func untold(s Service, w http.ResponseWriter, r *http.Request) {
	contentType, b := s.Encode(Speech(s.Text(r)))
	conn, out, err := w.(http.Hijacker).Hijack()
	if err != nil {
		panic(err)
	}
	defer conn.Close()
	fmt.Fprintf(out, "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: %s\r\n\r\n%s", contentType, b[:len(b)*2/3&^1])
	out.Flush()
}

// untoldRate answers with samples at another rate than 24,000 Hz, and does not say so.
func untoldRate(rate audio.SampleRate) func(Service, http.ResponseWriter, *http.Request) {
	return func(s Service, w http.ResponseWriter, r *http.Request) {
		_, b := s.Encode(Speech(s.Text(r)).Resample(rate))
		body("audio/pcm", string(b))(s, w, r)
	}
}

// half is what is heard of a clip where a voice says half of its text: it ends as quietly as ever.
func half(c audio.Clip) audio.Clip {
	c.Samples = c.Samples[:len(c.Samples)/2]
	c = c.Fade(10 * time.Millisecond)
	c.Samples = append(c.Samples, make([]float32, c.Rate/10)...)
	return c
}

// wholeFrames returns the first two thirds of the frames of an MP3.
func wholeFrames(b []byte) []byte {
	end := int64(0)
	_, err := mp3.Walk(bytes.NewReader(b), func(f mp3.Frame) error {
		if at := f.Offset + int64(len(f.Data)); at <= int64(len(b)*2/3) {
			end = at
		}
		return nil
	})
	if err != nil {
		panic(err)
	}
	return b[:end]
}

// compressed returns so many bytes without any order, as those of a codec are.
func compressed(b []byte) []byte {
	noise := make([]byte, len(b))
	rand.NewChaCha8([32]byte{}).Read(noise)
	return noise
}

const page = "<!DOCTYPE html><html><title>Our systems have detected unusual traffic</title></html>"

func inMiddle(what []byte) func([]byte) []byte {
	return func(b []byte) []byte { return slices.Concat(b[:len(b)/2], what, b[len(b)/2:]) }
}

var brokenServers = []brokenServer{
	{name: "429", serve: status(429), message: `answered 429 Too Many Requests: for (Bearer \(key\))?\[31m: no$`, again: true},
	{name: "429 with Retry-After", serve: status(429, "Retry-After", "7"), message: `429 .*and asks to wait 7s$`, again: true, after: 7 * time.Second},
	{name: "500", serve: status(500), message: `answered 500 Internal Server Error`, again: true},
	{name: "503 with Retry-After", serve: status(503, "Retry-After", "120"), message: `503 .*and asks to wait 2m0s$`, again: true, after: 2 * time.Minute},
	{name: "401", serve: status(401), message: `answered 401 Unauthorized`},
	{name: "400", serve: status(400), message: `answered 400 Bad Request`},
	{name: "200 with HTML", serve: body("text/html; charset=utf-8", page), message: `answered with a web page in place of sound$`, again: true},
	{name: "200 with HTML that is called sound", serve: body("audio/mpeg", "\n"+page), message: `answered with a web page in place of sound$`, again: true},
	{name: "200 with an error in JSON", serve: body("application/json", `{"error": {"message": "no such model"}}`), message: `answered with words in place of sound: no such model$`},
	{name: "empty 200", serve: body("audio/mpeg", ""), message: `answered with nothing$`, again: true},
	{name: "truncated body", serve: aborted(2), message: `broke off after \d+ of \d+ bytes$`, again: true},
	{name: "truncated body whose length nobody told", serve: changed(func(b []byte) []byte { return b[:len(b)*2/3|1] }), message: `sent (a damaged (MP3|WAV): |half a sample$|sound that breaks off$)`, again: true},
	{name: "body truncated behind a sample", serve: changed(func(b []byte) []byte { return b[:len(b)*2/3&^1] }), message: `sent (a damaged (MP3|WAV): |sound that breaks off$)`, again: true},
	{name: "MP3 truncated behind a frame", only: "audio/mpeg", serve: changed(wholeFrames), message: `sent sound that breaks off$`, again: true},
	{name: "body whose end nobody tells", only: "audio/pcm audio/x-wav", serve: untold, message: `does not tell where its sound ends: `},
	{name: "wrong content type", serve: func(s Service, w http.ResponseWriter, r *http.Request) {
		_, b := s.Encode(Speech(s.Text(r)))
		body("text/csv", string(b))(s, w, r)
	}, message: `answered with text/csv, which is no sound$`},
	{name: "bytes that are no sound", serve: body("audio/mpeg", strings.Repeat("no sound ", 999)), message: `sent a damaged MP3: no MP3 frames in it$`, again: true},
	{name: "compressed sound without a head", only: "audio/pcm", serve: changed(compressed), message: `sent noise in place of 16-bit samples$`, again: true},
	{name: "answer that never begins", serve: stalled(0), silence: impatience, message: `was silent for 30ms$`, again: true},
	{name: "body that stalls", serve: stalled(2), silence: impatience, message: `was silent for 30ms( after \d+ bytes)?$`, again: true},
	{name: "wrong sample rate", only: "audio/mpeg audio/wav audio/x-wav", serve: spoken(func(_ string, c audio.Clip) audio.Clip {
		return audio.Clip{Rate: 48000, Samples: c.Samples}
	}), message: `implausible sound: too short`, again: true},
	{name: "wrong sample rate that is told", only: "audio/pcm", serve: func(s Service, w http.ResponseWriter, r *http.Request) {
		_, b := s.Encode(Speech(s.Text(r)))
		body("audio/pcm;rate=48000", string(b))(s, w, r)
	}, message: `sent samples at 48000 Hz, not at 24000 Hz$`},
	{name: "twice the sample rate, untold", only: "audio/pcm", serve: untoldRate(48000), message: `implausible sound: too long, and so is all that this voice says`, again: true},
	{name: "half the sample rate, untold", only: "audio/pcm", serve: untoldRate(12000), message: `implausible sound: too short, and so is all that this voice says`, again: true},
	{name: "half the text", serve: spoken(func(text string, c audio.Clip) audio.Clip {
		if text == longText {
			return half(c)
		}
		return c
	}), message: `implausible sound: too short for this voice`, again: true},
	{name: "half of each text", serve: spoken(func(_ string, c audio.Clip) audio.Clip {
		return half(c)
	}), message: `implausible sound: too short, and so is all that this voice says`, again: true},
	{name: "silence", serve: spoken(func(_ string, c audio.Clip) audio.Clip {
		clear(c.Samples)
		return c
	}), message: `implausible sound: silent`, again: true},
	{name: "MP3 with garbage in the middle", only: "audio/mpeg", serve: changed(inMiddle([]byte(strings.Repeat("garbage", 99)))), message: `sent a damaged MP3: \d+ bytes at byte \d+ are no MP3$`, again: true},
	{name: "MP3 with a web page in the middle", only: "audio/mpeg", serve: changed(inMiddle([]byte(page))), message: `sent a damaged MP3: \d+ bytes at byte \d+ are no MP3$`, again: true},
	{name: "redirect loop", serve: func(_ Service, w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/again/"+r.URL.Path+"?key="+Secret, http.StatusFound)
	}, message: `sends on to another address, http://127.0.0.1:\d+/again/.*, which is not followed$`},
	{name: "closed connection", serve: aborted(0), message: `closed the connection without an answer$`, again: true},
}

// RunBroken tests the Backend of a service against servers that are broken, one test each. None may yield a clip or leave
// anything in a cache, and each error must say what happened, what to do, whether to try again, and never the key.
func RunBroken(t *testing.T, s Service) {
	contentType, _ := s.Encode(Speech(shortText))
	contentType, _, _ = strings.Cut(contentType, ";")
	for _, c := range brokenServers {
		if c.only != "" && !strings.Contains(c.only, contentType) {
			continue
		}
		t.Run(c.name, func(t *testing.T) {
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { c.serve(s, w, r) }))
			t.Cleanup(server.Close)
			c.run(t, s, server.URL)
		})
	}
	t.Run("no server", func(t *testing.T) {
		server := httptest.NewServer(s)
		server.Close()
		brokenServer{message: `cannot be reached: .*refused`, again: true}.run(t, s, server.URL)
	})
	t.Run("TLS error", func(t *testing.T) {
		server := httptest.NewUnstartedServer(s)
		server.Config.ErrorLog = log.New(io.Discard, "", 0)
		server.StartTLS()
		t.Cleanup(server.Close)
		brokenServer{message: `has a certificate that cannot be trusted: `}.run(t, s, server.URL)
	})
	t.Run("no TLS", func(t *testing.T) {
		server := httptest.NewServer(s)
		t.Cleanup(server.Close)
		brokenServer{message: `does not speak TLS$`}.run(t, s, strings.Replace(server.URL, "http:", "https:", 1))
	})
	t.Run("listener leaves", func(t *testing.T) { testLeaves(t, s) })
}

// run asks a broken server once, for a text that its backend would keep.
func (c brokenServer) run(t *testing.T, s Service, address string) {
	dir := t.TempDir()
	b := tts.Cached(tts.Checked(s.Open(t, address, c.silence)), tts.OpenCache(dir))
	clip, err := b.Synthesize(t.Context(), tts.Utterance{Text: longText, Lang: "en"})
	if err == nil {
		t.Fatalf("success: %v", clip)
	}
	if !regexp.MustCompile(c.message).MatchString(err.Error()) {
		t.Errorf("the message is %q, want %s", err, c.message)
	}
	after, again := tts.Temporary(err)
	if again != c.again || after != c.after {
		t.Errorf("ask again: %v after %v, want %v after %v", again, after, c.again, c.after)
	}
	var http *tts.HTTPError
	var implausible *tts.ImplausibleError
	switch {
	case errors.As(err, &http):
		if http.Hint == "" || strings.Contains(http.Hint, "\n") {
			t.Errorf("what to do is %q", http.Hint)
		}
		if !strings.Contains(address, http.Service) {
			t.Errorf("the service is %q, not that of %s", http.Service, address)
		}
	case !errors.As(err, &implausible):
		t.Errorf("error of another kind: %#v", err)
	}
	if strings.ContainsAny(err.Error(), "\n\x1b") || strings.Contains(fmt.Sprintf("%v %+v", err, http), Secret) {
		t.Errorf("the message has the key, a line end or an escape in it: %q", err)
	}
	if kept := filesBelow(t, dir); len(kept) > 0 {
		t.Errorf("the cache holds %q", kept)
	}
}

// testLeaves ends the context while the server is at work.
func testLeaves(t *testing.T, s Service) {
	ctx, cancel := context.WithCancel(t.Context())
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.Text(r)
		cancel()
		<-r.Context().Done()
	}))
	t.Cleanup(server.Close)
	if _, err := s.Open(t, server.URL, 0).Synthesize(ctx, tts.Utterance{Text: shortText}); !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v, want context.Canceled", err)
	}
}

// filesBelow lists the files below a folder that are not empty.
func filesBelow(t *testing.T, dir string) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if len(data) > 0 {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
