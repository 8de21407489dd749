package article

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"time"
)

func TestFetch(t *testing.T) {
	mux := http.NewServeMux()
	mux.HandleFunc("/page", func(w http.ResponseWriter, r *http.Request) {
		if r.UserAgent() != DefaultUserAgent {
			t.Errorf("user agent %q", r.UserAgent())
		}
		w.Header().Set("Content-Type", "text/html; charset=iso-8859-1")
		io.WriteString(w, "<h1>Caf\xe9</h1><p>The caf\xe9 on the corner is open again, and everybody is glad of it.</p>")
	})
	mux.Handle("/moved", http.RedirectHandler("/page", http.StatusFound))
	srv := httptest.NewServer(mux)
	defer srv.Close()
	d, err := FetchDocument(t.Context(), srv.URL+"/moved", FetchOptions{AllowPrivate: true}, "")
	if err != nil {
		t.Fatal(err)
	}
	if d.Title != "Café" || d.Source != srv.URL+"/page" || d.Format != FormatHTML {
		t.Errorf("title %q, source %q, format %q", d.Title, d.Source, d.Format)
	}
}

func TestFetchErrors(t *testing.T) {
	mux := http.NewServeMux()
	for path, status := range map[string]int{"/401": 401, "/402": 402, "/403": 403, "/404": 404, "/410": 410, "/451": 451, "/500": 500, "/418": 418, "/304": 304} {
		mux.HandleFunc(path, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(status) })
	}
	mux.HandleFunc("/429", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", "120")
		w.WriteHeader(http.StatusTooManyRequests)
	})
	mux.HandleFunc("/image", func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Type", "image/png") })
	mux.HandleFunc("/paper", func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Type", "application/pdf") })
	mux.HandleFunc("/brotli", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "br")
		io.WriteString(w, "x")
	})
	mux.HandleFunc("/large", func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, strings.Repeat("word ", 1000)) })
	mux.HandleFunc("/bomb", func(w http.ResponseWriter, _ *http.Request) {
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		z.Write(make([]byte, 1<<20))
		z.Close()
		w.Header().Set("Content-Encoding", "gzip")
		w.Header().Set("Content-Type", "text/html")
		w.Write(b.Bytes())
	})
	mux.Handle("/loop", http.RedirectHandler("/loop", http.StatusFound))
	mux.Handle("/ftp", http.RedirectHandler("ftp://example.org/x", http.StatusFound))
	mux.HandleFunc("/paywall", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		io.WriteString(w, `<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script><h1>Mine</h1><p>Only the first sentence is shown here, and nothing more.</p>`)
	})
	srv := httptest.NewServer(mux)
	defer srv.Close()

	tests := []struct {
		path   string
		status int
		reason string
		hint   string
	}{
		{"/401", 401, "the site asks for a login (401 Unauthorized)", "save the page"},
		{"/402", 402, "for subscribers (402", "save the page"},
		{"/403", 403, "the site refuses programs (403 Forbidden)", "save the page"},
		{"/404", 404, "there is no such page (404 Not Found)", "check the address"},
		{"/410", 410, "taken down", "archive"},
		{"/429", 429, "the site asks to slow down (429 Too Many Requests)", "try again in 120 seconds"},
		{"/451", 451, "country", "save the page"},
		{"/500", 500, "the site has a fault (500", "try again later"},
		{"/418", 418, "refuses the request", ""},
		{"/304", 304, "without saying where", ""},
		{"/image", 200, "the address gives image/png, not a page", "the article itself"},
		{"/paper", 200, "the address gives application/pdf, not a page", "save its text with the program that opens it"},
		{"/brotli", 200, "br compression", ""},
		{"/large", 200, "larger than 2000 bytes", ""},
		{"/bomb", 200, "larger than 2000 bytes", ""},
		{"/loop", 0, "too many redirects", "browser"},
		{"/ftp", 0, "redirected to a ftp address", ""},
		{"/paywall", 200, "subscribers", "save the page"},
	}
	for _, test := range tests {
		t.Run(test.path[1:], func(t *testing.T) {
			_, err := FetchDocument(t.Context(), srv.URL+test.path, FetchOptions{AllowPrivate: true, MaxBytes: 2000, MaxRedirects: 3}, "")
			var fe *FetchError
			if !errors.As(err, &fe) {
				t.Fatalf("error %v is no *FetchError", err)
			}
			if fe.Status != test.status || !strings.Contains(fe.Reason, test.reason) || !strings.Contains(fe.Hint, test.hint) {
				t.Errorf("status %d, reason %q, hint %q", fe.Status, fe.Reason, fe.Hint)
			}
			if strings.Contains(fe.Error(), "\n") || fe.Error() != "fetch "+srv.URL+test.path+": "+fe.Reason {
				t.Errorf("error %q", fe.Error())
			}
		})
	}
}

func TestFetchPicture(t *testing.T) {
	mux := http.NewServeMux()
	mux.HandleFunc("/picture", func(w http.ResponseWriter, r *http.Request) {
		if accept := r.Header.Get("Accept"); !strings.HasPrefix(accept, "image/jpeg,image/png,image/webp") {
			t.Errorf("asks for %s", accept)
		}
		w.Header().Set("Content-Type", "image/png")
		io.WriteString(w, "pixels")
	})
	mux.HandleFunc("/page", func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Type", "text/html") })
	mux.HandleFunc("/large", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "image/png")
		io.WriteString(w, strings.Repeat("pixel", 1000))
	})
	srv := httptest.NewServer(mux)
	defer srv.Close()
	o := FetchOptions{AllowPrivate: true, MaxBytes: 2000}
	if got, err := FetchPicture(t.Context(), srv.URL+"/picture", o); err != nil || string(got.Body) != "pixels" {
		t.Errorf("%+v, %v", got, err)
	}
	for path, reason := range map[string]string{"/page": "the address gives text/html, not a picture", "/large": "the picture is larger than 2000 bytes"} {
		_, err := FetchPicture(t.Context(), srv.URL+path, o)
		var fe *FetchError
		if !errors.As(err, &fe) || fe.Reason != reason {
			t.Errorf("%s: %v", path, err)
		}
	}
	if _, err := FetchPicture(t.Context(), srv.URL+"/picture", FetchOptions{}); !errors.Is(err, ErrPrivateAddress) {
		t.Error("a private address:", err)
	}
}

func TestFetchBadAddress(t *testing.T) {
	for _, address := range []string{"", "example.org", "file:///etc/passwd", "ftp://example.org/", "http://", "https:///x", "javascript:alert(1)", "http://[::1"} {
		_, err := Fetch(t.Context(), address, FetchOptions{})
		var fe *FetchError
		if !errors.As(err, &fe) || fe.Reason != "not an http or https address" {
			t.Errorf("Fetch(%q): %v", address, err)
		}
	}
}

func TestFetchRefusesPrivateAddresses(t *testing.T) {
	asked := false
	inside := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked = true }))
	defer inside.Close()
	outside := httptest.NewServer(http.RedirectHandler(inside.URL, http.StatusFound))
	defer outside.Close()

	_, err := Fetch(t.Context(), inside.URL, FetchOptions{})
	if !errors.Is(err, ErrPrivateAddress) {
		t.Errorf("loopback address: %v", err)
	}
	_, err = Fetch(t.Context(), strings.Replace(inside.URL, "127.0.0.1", "localhost", 1), FetchOptions{})
	if !errors.Is(err, ErrPrivateAddress) {
		t.Errorf("name of the loopback address: %v", err)
	}
	// Two loopback servers, one of which stands for a public one.
	_, err = fetchFrom(t.Context(), outside.URL, FetchOptions{}, func(a netip.AddrPort) bool { return strings.HasSuffix(outside.URL, a.String()) })
	var fe *FetchError
	if !errors.As(err, &fe) || !errors.Is(err, ErrPrivateAddress) || !strings.Contains(fe.Hint, "--allow-private") {
		t.Errorf("redirect into the private network: %v", err)
	}
	if asked {
		t.Error("the private server was asked")
	}
}

func TestFetchOfWhatBreaksOff(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/short" {
			w.Header().Set("Content-Length", "100")
			io.WriteString(w, "<p>half")
			return
		}
		panic(http.ErrAbortHandler)
	}))
	for _, path := range []string{"/short", "/dropped"} {
		_, err := Fetch(t.Context(), srv.URL+path, FetchOptions{AllowPrivate: true})
		var fe *FetchError
		if !errors.As(err, &fe) || fe.Reason != "the connection ended before the page did" || !strings.HasPrefix(fe.Hint, tryAgain) {
			t.Errorf("%s: %#v", path, err)
		}
	}
	srv.Close()
	_, err := Fetch(t.Context(), srv.URL, FetchOptions{AllowPrivate: true})
	var fe *FetchError
	if !errors.As(err, &fe) || !strings.HasPrefix(fe.Hint, "check the address and your connection") {
		t.Errorf("nobody listens: %#v", err)
	}
}

func TestFetchStops(t *testing.T) {
	release := make(chan struct{})
	srv := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		select {
		case <-r.Context().Done():
		case <-release:
		}
	}))
	defer srv.Close()
	defer close(release)
	_, err := Fetch(t.Context(), srv.URL, FetchOptions{AllowPrivate: true, Timeout: time.Millisecond})
	if !errors.Is(err, context.DeadlineExceeded) || !strings.Contains(err.Error(), "no whole answer within 1ms") {
		t.Errorf("timeout: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Fetch(ctx, srv.URL, FetchOptions{AllowPrivate: true}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancel: %v", err)
	}
}

func TestIsPublic(t *testing.T) {
	for address, want := range map[string]bool{
		"93.184.216.34": true, "2606:2800:220:1::1": true, "8.8.8.8": true,
		"127.0.0.1": false, "10.1.2.3": false, "172.16.0.1": false, "192.168.1.1": false, "169.254.169.254": false, "100.64.0.1": false,
		"0.0.0.0": false, "0.1.2.3": false, "224.0.0.1": false, "255.255.255.255": false, "240.0.0.1": false, "198.18.0.1": false, "192.0.0.1": false,
		"::": false, "::1": false, "fe80::1": false, "fe80::1%eth0": false, "fc00::1": false, "ff02::1": false, "::ffff:10.0.0.1": false,
		"64:ff9b::7f00:1": false, "2002:7f00:1::": false, "2001:db8::1": false,
	} {
		if got := isPublic(netip.MustParseAddr(address)); got != want {
			t.Errorf("isPublic(%s) = %v", address, got)
		}
	}
}
