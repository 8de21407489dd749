package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"path"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"

	"articast/audio"
	"articast/audio/mp3"
	"articast/audio/wav"
	"articast/tts/ttstest"
)

// speechServer is the script command "speechserver MODE": it starts a server that speaks as Google Translate and as
// OpenAI do, and puts its address into $SPEECH. Its modes are good, busy (429 to all), wait (429 and an hour to wait), page (a web page
// with status 200), half (of each text), refuse (401, with the key that was sent), cut (half of the body, whose length was told), early
// (half of the body, as if it were all), untold (up to the end of the connection), rate (48,000 Hz), octave (the same, and it does not say
// so), noise, garbage (in the middle), empty, words (in JSON), table (text/csv), moved, closed, secret (with a certificate of its own).
func speechServer(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: speechserver mode")
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { speakOverHTTP(args[0], w, r) }))
	if args[0] == "secret" {
		server.Close()
		server = httptest.NewUnstartedServer(server.Config.Handler)
		server.Config.ErrorLog = log.New(io.Discard, "", 0)
		server.StartTLS()
	}
	ts.Defer(server.Close)
	ts.Setenv("SPEECH", server.URL)
}

func speakOverHTTP(mode string, w http.ResponseWriter, r *http.Request) {
	switch mode {
	case "wait":
		w.Header().Set("Retry-After", "3600")
		fallthrough
	case "busy":
		w.WriteHeader(http.StatusTooManyRequests)
		return
	case "empty":
		return
	case "closed":
		panic(http.ErrAbortHandler)
	case "moved":
		http.Redirect(w, r, "/elsewhere?key=sk-hunter2", http.StatusTemporaryRedirect)
		return
	case "words":
		w.Header().Set("Content-Type", "application/json")
		io.WriteString(w, `{"error": {"message": "no such model"}}`)
		return
	case "table":
		w.Header().Set("Content-Type", "text/csv")
		io.WriteString(w, "a,b")
		return
	case "page":
		w.Header().Set("Content-Type", "audio/mpeg")
		io.WriteString(w, "<!DOCTYPE html><html>unusual traffic</html>")
		return
	case "refuse":
		w.WriteHeader(http.StatusUnauthorized)
		io.WriteString(w, `{"error": {"message": "no such key: `+r.Header.Get("Authorization")+`"}}`)
		return
	}
	text, format := r.URL.Query().Get("q"), "mp3"
	if path.Base(r.URL.Path) == "speech" {
		var request struct {
			Input  string
			Format string `json:"response_format"`
		}
		json.NewDecoder(r.Body).Decode(&request)
		text, format = request.Input, request.Format
	}
	clip := ttstest.Speech(text)
	switch mode {
	case "half":
		clip.Samples = clip.Samples[:len(clip.Samples)/2]
	case "rate", "octave":
		clip = clip.Resample(48000)
	}
	contentType, body := encodeSpeech(clip, format)
	if mode == "octave" {
		contentType, _, _ = strings.Cut(contentType, ";")
	}
	w.Header().Set("Content-Type", contentType)
	send(mode, w, body)
}

// send writes the body of an answer in the ways in which it can go wrong.
func send(mode string, w http.ResponseWriter, body []byte) {
	part := body[:len(body)/4*2]
	switch mode {
	case "cut":
		w.Header().Set("Content-Length", fmt.Sprint(len(body)))
		w.Write(part)
		w.(http.Flusher).Flush()
		panic(http.ErrAbortHandler)
	case "early":
		body = part
	case "untold":
		w.Header().Set("Transfer-Encoding", "identity")
	case "garbage":
		body = slices.Concat(part, []byte(strings.Repeat("garbage", 99)), body[len(part):])
	case "noise":
		rand.NewChaCha8([32]byte{}).Read(body)
	}
	w.Write(body)
}

func encodeSpeech(clip audio.Clip, format string) (contentType string, body []byte) {
	var b bytes.Buffer
	if format != "mp3" {
		if err := wav.Encode(&b, clip); err != nil {
			panic(err)
		}
		if format == "pcm" {
			return fmt.Sprintf("audio/pcm;rate=%d", clip.Rate), b.Bytes()[44:]
		}
		return "audio/wav", b.Bytes()
	}
	e, err := mp3.NewEncoder(&b, mp3.Config{Rate: clip.Rate})
	if err == nil {
		err = e.Write(clip.Samples)
	}
	if err == nil {
		err = e.Close()
	}
	if err != nil {
		panic(err)
	}
	return "audio/mpeg", b.Bytes()
}
