package main

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"path"

	"github.com/rogpeppe/go-internal/testscript"

	"articast/audio"
	"articast/audio/mp3"
	"articast/audio/wav"
	"articast/tts/ttstest"
)

// speechServer is the script command "speechserver MODE": it starts a server that speaks as Google Translate and as
// OpenAI do, and puts its address into $SPEECH. Its modes are good, busy (429 to all), wait (429 and an hour to wait), page (a web page
// with status 200), half (of each text), refuse (401, with the key that was sent).
func speechServer(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: speechserver mode")
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { speakOverHTTP(args[0], w, r) }))
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
	case "page":
		w.Header().Set("Content-Type", "audio/mpeg")
		io.WriteString(w, "<!DOCTYPE html><html>unusual traffic</html>")
		return
	case "refuse":
		w.WriteHeader(http.StatusUnauthorized)
		io.WriteString(w, `{"error": {"message": "no such key: `+r.Header.Get("Authorization")+`"}}`)
		return
	}
	text, isMP3 := r.URL.Query().Get("q"), true
	if path.Base(r.URL.Path) == "speech" {
		var request struct {
			Input  string
			Format string `json:"response_format"`
		}
		json.NewDecoder(r.Body).Decode(&request)
		text, isMP3 = request.Input, request.Format == "mp3"
	}
	clip := ttstest.Speech(text)
	if mode == "half" {
		clip.Samples = clip.Samples[:len(clip.Samples)/2]
	}
	contentType, body := encodeSpeech(clip, isMP3)
	w.Header().Set("Content-Type", contentType)
	w.Write(body)
}

func encodeSpeech(clip audio.Clip, isMP3 bool) (contentType string, body []byte) {
	var b bytes.Buffer
	if !isMP3 {
		if err := wav.Encode(&b, clip); err != nil {
			panic(err)
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
