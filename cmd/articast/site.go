package main

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"mime"
	"net/http"
	"os"
	"path"
	"regexp"
	"strings"
	"time"

	"articast/podcast"
)

// site serves the folder of a batch: whole files and ranges of them, never a hidden file, a listing or anything outside.
type site struct {
	root *os.Root
}

// siteTypes are the media types of what a batch writes, where the machine's own table may not know them. Longer endings stand first.
var siteTypes = []struct{ ending, mediaType string }{
	{".chapters.json", "application/json+chapters"}, // Podcasting 2.0
	{".json", "application/json"},
	{"feed.xml", "application/rss+xml; charset=utf-8"},
	{".mp3", "audio/mpeg"},
	{".vtt", "text/vtt; charset=utf-8"},
	{".srt", "application/x-subrip; charset=utf-8"},
	{".txt", "text/plain; charset=utf-8"},
	{".html", "text/html; charset=utf-8"},
	{".js", "text/javascript; charset=utf-8"},
}

func mediaType(name string) string {
	for _, t := range siteTypes {
		if strings.HasSuffix(name, t.ending) {
			return t.mediaType
		}
	}
	if t := mime.TypeByExtension(path.Ext(name)); t != "" {
		return t
	}
	return "application/octet-stream"
}

// ServeHTTP answers GET and HEAD for the files of the folder; an address of a folder stands for its index.html.
func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
		return
	}
	name, ok := siteName(r.URL.Path)
	if !ok {
		http.NotFound(w, r)
		return
	}
	f, info, err := s.open(name)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	defer f.Close()
	h := w.Header()
	h.Set("Content-Type", mediaType(info.Name()))
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Access-Control-Allow-Origin", "*") // players on other sites read chapters and transcripts
	h.Set("Cache-Control", "no-cache")        // ask again, by ETag
	if base := siteAddress(r); path.Base(name) == podcast.FeedName && base != "" {
		s.serveFeed(w, r, f, base+path.Dir(name))
		return
	}
	h.Set("ETag", etag(info))
	http.ServeContent(w, r, "", info.ModTime(), f)
}

// maxServedFeed is how large a feed may be whose addresses are made absolute, in bytes.
const maxServedFeed = 64 << 20

// serveFeed serves a feed with the addresses at which its reader finds the site.
func (s *site) serveFeed(w http.ResponseWriter, r *http.Request, f io.Reader, base string) {
	raw, err := io.ReadAll(io.LimitReader(f, maxServedFeed))
	if err != nil {
		http.Error(w, "cannot read the feed", http.StatusInternalServerError)
		return
	}
	feed := podcast.AbsoluteFeed(raw, strings.TrimSuffix(base, "."))
	w.Header().Set("ETag", `"`+hashOf(feed)[:32]+`"`)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(feed))
}

// plainHost matches what a client may call the site: a name or an address, and a port.
var plainHost = regexp.MustCompile(`^[A-Za-z0-9.\-]+(:\d+)?$|^\[[0-9A-Fa-f:.]+\](:\d+)?$`)

// siteAddress is where the asker finds the site, with a slash at its end; "" where that cannot be told. A proxy in front says whether
// it is by https.
func siteAddress(r *http.Request) string {
	if !plainHost.MatchString(r.Host) {
		return ""
	}
	scheme := "http"
	if r.TLS != nil || r.Header.Get("X-Forwarded-Proto") == "https" {
		scheme = "https"
	}
	return scheme + "://" + r.Host + "/"
}

// siteName turns the path of a request into a name below the root. Hidden files, and what is no clean path, have none.
func siteName(urlPath string) (string, bool) {
	name := strings.TrimPrefix(urlPath, "/")
	if strings.HasSuffix(name, "/") || name == "" {
		name += "index.html"
	}
	if !fs.ValidPath(name) || strings.ContainsAny(name, "\\\x00") {
		return "", false
	}
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(part, ".") {
			return "", false
		}
	}
	return name, true
}

// open opens a regular file below the root. Links that lead out of it are refused by os.Root. What is no regular file is not even
// opened: a pipe would wait for its other end.
func (s *site) open(name string) (*os.File, fs.FileInfo, error) {
	info, err := s.root.Stat(name)
	if err != nil {
		return nil, nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, nil, fmt.Errorf("%s is not a regular file", name)
	}
	f, err := s.root.Open(name)
	return f, info, err
}

// etag names the state of a file by its size and time, which a batch leaves alone where nothing changed.
func etag(info fs.FileInfo) string {
	return fmt.Sprintf(`"%x-%x"`, info.Size(), info.ModTime().UnixNano())
}

// stallTime is how long a client may take to accept a piece of an answer before its connection is closed.
const stallTime = time.Minute

// patient gives each piece of an answer its own time, so that a listener may take an hour over a file but not hold a connection that
// takes nothing.
func patient(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(&patientWriter{ResponseWriter: w, control: http.NewResponseController(w)}, r)
	})
}

type patientWriter struct {
	http.ResponseWriter
	control *http.ResponseController
}

// Write writes p with a new deadline.
func (w *patientWriter) Write(p []byte) (int, error) {
	_ = w.control.SetWriteDeadline(time.Now().Add(stallTime)) // a test's writer has none
	return w.ResponseWriter.Write(p)
}

// Unwrap lets http.ResponseController find the connection.
func (w *patientWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }
