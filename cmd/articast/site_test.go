package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// siteDir is a folder like a batch's, with what must never be served beside it.
func siteDir(t *testing.T) (dir string, handler *site) {
	t.Helper()
	dir = t.TempDir()
	outside := filepath.Join(t.TempDir(), "outside.txt")
	for name, text := range map[string]string{
		"index.html": "<p>index", "feed.xml": "<rss/>", "a.mp3": strings.Repeat("0123456789", 100), "a.vtt": "WEBVTT\n",
		"a.chapters.json": "{}", "a.plan.json": "{}", "sub/index.html": "<p>sub", ".articast/state.json": "secret", ".hidden": "secret", "empty/.keep": "",
	} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(outside, []byte("secret"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, filepath.Join(dir, "link.txt")); err != nil {
		t.Logf("no link: %v", err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return dir, &site{root: root}
}

func ask(handler http.Handler, method, target string, header ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, "/", nil)
	r.URL.Path = target
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	patient(handler).ServeHTTP(w, r)
	return w
}

func TestSiteServesWithTheRightTypes(t *testing.T) {
	_, handler := siteDir(t)
	for target, want := range map[string]string{
		"/":                "text/html; charset=utf-8",
		"/sub/":            "text/html; charset=utf-8",
		"/feed.xml":        "application/rss+xml; charset=utf-8",
		"/a.mp3":           "audio/mpeg",
		"/a.vtt":           "text/vtt; charset=utf-8",
		"/a.chapters.json": "application/json+chapters",
		"/a.plan.json":     "application/json",
	} {
		w := ask(handler, http.MethodGet, target)
		if got := w.Header().Get("Content-Type"); w.Code != http.StatusOK || got != want {
			t.Errorf("GET %s: %d %q, want 200 %q", target, w.Code, got, want)
		}
	}
}

func TestSiteHidesWhatIsNotItsOwn(t *testing.T) {
	_, handler := siteDir(t)
	for _, target := range []string{
		"/.hidden", "/.articast/state.json", "/empty/", "/empty", "/sub", "/link.txt", "/../outside.txt", "/sub/../.hidden",
		"/sub//index.html", `/sub\index.html`, "/a.mp3/", "/nowhere", "/a.mp3\x00", "//etc/passwd",
	} {
		if w := ask(handler, http.MethodGet, target); w.Code != http.StatusNotFound || strings.Contains(w.Body.String(), "secret") {
			t.Errorf("GET %s: %d %q, want 404", target, w.Code, w.Body)
		}
	}
}

func TestSiteRefusesToBeWritten(t *testing.T) {
	_, handler := siteDir(t)
	for _, method := range []string{http.MethodPost, http.MethodPut, http.MethodDelete, http.MethodOptions} {
		if w := ask(handler, method, "/a.mp3"); w.Code != http.StatusMethodNotAllowed || w.Header().Get("Allow") != "GET, HEAD" {
			t.Errorf("%s: %d, Allow %q", method, w.Code, w.Header().Get("Allow"))
		}
	}
}

func TestSiteServesRangesAndAnswersByETag(t *testing.T) {
	_, handler := siteDir(t)
	w := ask(handler, http.MethodGet, "/a.mp3", "Range", "bytes=10-14")
	if w.Code != http.StatusPartialContent || w.Body.String() != "01234" || w.Header().Get("Content-Range") != "bytes 10-14/1000" {
		t.Errorf("range: %d %q %q", w.Code, w.Body, w.Header().Get("Content-Range"))
	}
	tag := w.Header().Get("ETag")
	if tag == "" {
		t.Fatal("no ETag")
	}
	if w := ask(handler, http.MethodGet, "/a.mp3", "If-None-Match", tag); w.Code != http.StatusNotModified || w.Body.Len() > 0 {
		t.Errorf("known ETag: %d with %d bytes", w.Code, w.Body.Len())
	}
	if w := ask(handler, http.MethodGet, "/a.mp3", "Range", "bytes=5000-"); w.Code != http.StatusRequestedRangeNotSatisfiable {
		t.Errorf("range behind the end: %d", w.Code)
	}
	if w := ask(handler, http.MethodHead, "/a.mp3"); w.Code != http.StatusOK || w.Body.Len() > 0 || w.Header().Get("Content-Length") != "1000" {
		t.Errorf("HEAD: %d, %d bytes, length %s", w.Code, w.Body.Len(), w.Header().Get("Content-Length"))
	}
}

func TestETagFollowsTheFile(t *testing.T) {
	dir, handler := siteDir(t)
	before := ask(handler, http.MethodGet, "/a.vtt").Header().Get("ETag")
	if err := os.WriteFile(filepath.Join(dir, "a.vtt"), []byte("WEBVTT\n\nchanged\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if after := ask(handler, http.MethodGet, "/a.vtt").Header().Get("ETag"); after == before {
		t.Errorf("the ETag %s outlived a change", before)
	}
}

// startSite serves a handler until the returned function ends it, which reports how serve ended.
func startSite(t *testing.T, handler http.Handler) (address string, stop func() error) {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- serve(ctx, listener, handler) }()
	return "http://" + listener.Addr().String(), func() error { cancel(); return <-done }
}

// TestManyListenersAtOnce streams a file to two hundred clients at the same time.
func TestManyListenersAtOnce(t *testing.T) {
	const clients = 200
	dir, handler := siteDir(t)
	sound := bytes.Repeat([]byte("0123456789abcdef"), 1<<14) // 256 KiB
	if err := os.WriteFile(filepath.Join(dir, "long.mp3"), sound, 0o666); err != nil {
		t.Fatal(err)
	}
	address, stop := startSite(t, handler)
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	var together, all sync.WaitGroup
	together.Add(clients)
	errs := make(chan error, clients)
	for range clients {
		all.Go(func() { errs <- listen(client, address+"/long.mp3", &together, sound) })
	}
	all.Wait()
	for range clients {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
	if err := stop(); err != nil {
		t.Errorf("stop: %v", err)
	}
}

// listen takes half of a file, waits until everybody has got there, and takes the rest.
func listen(client *http.Client, address string, together *sync.WaitGroup, want []byte) error {
	first := make([]byte, len(want)/2)
	response, err := client.Get(address)
	if err == nil {
		defer response.Body.Close()
		_, err = io.ReadFull(response.Body, first)
	}
	together.Done()
	if err != nil {
		return err
	}
	together.Wait()
	rest, err := io.ReadAll(response.Body)
	if err != nil {
		return err
	}
	if !bytes.Equal(append(first, rest...), want) {
		return fmt.Errorf("got %d bytes that are not the file", len(first)+len(rest))
	}
	return nil
}

func TestServeFinishesAnswersUnderWay(t *testing.T) {
	begun, finish := make(chan struct{}), make(chan struct{})
	address, stop := startSite(t, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		close(begun)
		<-finish
		fmt.Fprint(w, "whole")
	}))
	answer := make(chan string, 1)
	go func() {
		response, err := http.Get(address)
		if err != nil {
			answer <- err.Error()
			return
		}
		defer response.Body.Close()
		text, _ := io.ReadAll(response.Body)
		answer <- string(text)
	}()
	<-begun
	stopped := make(chan error, 1)
	go func() { stopped <- stop() }()
	close(finish)
	if got := <-answer; got != "whole" {
		t.Errorf("the answer under way was %q", got)
	}
	if err := <-stopped; err != nil {
		t.Errorf("stop: %v", err)
	}
}

func TestSiteMakesTheAddressesOfAFeedAbsolute(t *testing.T) {
	dir, handler := siteDir(t)
	feed := `<rss><link>./index.html</link><enclosure url="./a.mp3"/></rss>`
	for _, name := range []string{"feed.xml", "sub/feed.xml"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(feed), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct{ name, target, host, proto, want string }{
		{"the asker's name for the site", "/feed.xml", "pod.local:8080", "", `<rss><link>http://pod.local:8080/index.html</link><enclosure url="http://pod.local:8080/a.mp3"/></rss>`},
		{"a folder below", "/sub/feed.xml", "[::1]:80", "", `<rss><link>http://[::1]:80/sub/index.html</link><enclosure url="http://[::1]:80/sub/a.mp3"/></rss>`},
		{"behind a proxy with https", "/feed.xml", "example.org", "https", `<rss><link>https://example.org/index.html</link><enclosure url="https://example.org/a.mp3"/></rss>`},
		{"a host that is none", "/feed.xml", `"><x`, "", feed},
	} {
		r := httptest.NewRequest(http.MethodGet, c.target, nil)
		r.Host = c.host
		r.Header.Set("X-Forwarded-Proto", c.proto)
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, r)
		if got := w.Body.String(); got != c.want {
			t.Errorf("%s: got\n%s, want\n%s", c.name, got, c.want)
		}
		if w.Header().Get("Content-Type") != "application/rss+xml; charset=utf-8" {
			t.Errorf("%s: type %q", c.name, w.Header().Get("Content-Type"))
		}
		if c.host == `"><x` {
			continue
		}
		r.Header.Set("If-None-Match", w.Header().Get("ETag"))
		again := httptest.NewRecorder()
		handler.ServeHTTP(again, r)
		if again.Code != http.StatusNotModified {
			t.Errorf("%s: asked again: %d", c.name, again.Code)
		}
	}
}
