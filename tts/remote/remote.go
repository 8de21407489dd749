// Package remote asks speech services over HTTP and trusts none of them: a request goes in, the sound of an answer that was
// checked from its status to its last frame comes out, or a *tts.HTTPError that says what happened and what to do.
//
// Certificates are always verified, redirects are never followed (a key must not travel), and the key is blotted out of
// all that is said of an answer.
package remote

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// Bounds of an answer.
const (
	defaultSilence = 30 * time.Second
	defaultTotal   = 5 * time.Minute
	maxBody        = 64 << 20 // half an hour of 16-bit WAV at 24 kHz, many times what one request may say
)

// Options say how a service is asked. The zero value asks without a key.
type Options struct {
	Key     string           // a secret, sent as a bearer token; empty sends none
	Silence time.Duration    // longest wait for the next bytes of an answer; 0 means 30 s
	Total   time.Duration    // longest time for all of it; 0 means 5 minutes
	Advice  map[int]string   // what to do about a status; there is advice for those that are not in it
	Now     func() time.Time // against which a Retry-After with a date is reckoned; nil means time.Now
}

// Client asks one service. It may be used from several goroutines.
type Client struct {
	o       Options
	base    *url.URL
	service string
	http    *http.Client
}

// New returns a Client for the service at base, an http or https address without user, query and fragment.
func New(base string, o Options) (*Client, error) {
	u, err := url.Parse(base)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil, errors.New("base_url is not the address of a service, as in https://api.openai.com/v1")
	}
	if u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		return nil, errors.New("base_url holds more than an address: no user, password or query belongs there")
	}
	if strings.ContainsAny(o.Key, "\r\n\x00") {
		return nil, errors.New("api_key holds a line end, which no key does")
	}
	if o.Key != "" && !Secure(u) {
		return nil, fmt.Errorf("the api_key would go to %s for all on the way to read: take an https address, or no key", u.Host)
	}
	if o.Silence <= 0 {
		o.Silence = defaultSilence
	}
	if o.Total <= 0 {
		o.Total = defaultTotal
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.MaxResponseHeaderBytes = 1 << 20
	return &Client{o: o, base: u, service: u.Host, http: &http.Client{
		Transport:     transport,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}, nil
}

// Secure tells whether nobody on the way can read or change what goes to an address: https, or this machine.
func Secure(u *url.URL) bool {
	ip := net.ParseIP(u.Hostname())
	return u.Scheme == "https" || u.Scheme == "http" && (u.Hostname() == "localhost" || ip != nil && ip.IsLoopback())
}

// Address names the service without any secret, for a key of the cache.
func (c *Client) Address() string { return c.base.String() }

// Close ends connections that are kept open.
func (c *Client) Close() error {
	c.http.CloseIdleConnections()
	return nil
}

// Answer is the body of a response with status 200.
type Answer struct {
	Type   string            // media type, without parameters; "" where the service named none
	Params map[string]string // of the media type, by their names in small letters
	Body   []byte
	Ended  bool // whether the service told where the body ends; else it went on until the connection was closed
}

// Get asks for path below the address of the service. Errors are *tts.HTTPError, or ctx's when that has ended.
func (c *Client) Get(ctx context.Context, path string, query url.Values) (Answer, error) {
	u := c.base.JoinPath(path)
	u.RawQuery = query.Encode()
	return c.ask(ctx, http.MethodGet, u, nil)
}

// Post sends v as JSON to path below the address of the service. Errors are as those of Get.
func (c *Client) Post(ctx context.Context, path string, v any) (Answer, error) {
	body, err := json.Marshal(v)
	if err != nil {
		return Answer{}, fmt.Errorf("write the request: %w", err)
	}
	return c.ask(ctx, http.MethodPost, c.base.JoinPath(path), body)
}

func (c *Client) ask(ctx context.Context, method string, u *url.URL, body []byte) (Answer, error) {
	if err := ctx.Err(); err != nil {
		return Answer{}, err
	}
	limited, done := context.WithTimeoutCause(ctx, c.o.Total, &slowError{fmt.Sprintf("took longer than %v", c.o.Total)})
	defer done()
	w := Watch(limited, c.o.Silence)
	defer w.Stop()
	req, err := http.NewRequestWithContext(w.Ctx, method, u.String(), bytes.NewReader(body))
	if err != nil {
		return Answer{}, fmt.Errorf("write the request: %w", err)
	}
	req.Header.Set("User-Agent", "articast/1")
	if body != nil {
		req.Header.Set("Content-Type", "application/json")
	}
	if c.o.Key != "" {
		req.Header.Set("Authorization", "Bearer "+c.o.Key)
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return Answer{}, c.transportError(ctx, w, "", err)
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(io.LimitReader(w.Reader(resp.Body), maxBody+1))
	switch {
	case resp.StatusCode != http.StatusOK:
		return Answer{}, c.statusError(resp, data) // whatever was left of its body
	case err != nil:
		return Answer{}, c.transportError(ctx, w, progress(len(data), resp.ContentLength), err)
	case len(data) > maxBody:
		return Answer{}, c.fault(http.StatusOK, fmt.Sprintf("answered with more than %d MB", maxBody>>20), "check the address of the service")
	case len(data) == 0:
		return Answer{}, c.again(http.StatusOK, "answered with nothing", "try again later, or another engine")
	}
	mediaType, params, _ := mime.ParseMediaType(resp.Header.Get("Content-Type"))
	return Answer{Type: mediaType, Params: params, Body: data, Ended: hasEnd(resp)}, nil
}

// hasEnd tells whether the end of an answer's body is told apart from a connection that breaks: by its length, by chunks, by
// HTTP/2, or by the sum of a compressed body (RFC 9112, 6.3).
func hasEnd(resp *http.Response) bool {
	return resp.ContentLength >= 0 || len(resp.TransferEncoding) > 0 || resp.ProtoMajor >= 2 || resp.Uncompressed
}

// Watcher ends a request that takes too long.
type Watcher struct {
	Ctx     context.Context // of the request; its cause says what took too long
	cancel  context.CancelCauseFunc
	timer   *time.Timer
	silence time.Duration
}

// slowError says that a service took too long; its text goes behind the service's name.
type slowError struct{ reason string }

func (e *slowError) Error() string { return e.reason }

// Watch returns a Watcher that ends a request when nothing has come for so long: no header, and then no byte of the body that is
// read through Reader. It must be stopped.
func Watch(ctx context.Context, silence time.Duration) *Watcher {
	ctx, cancel := context.WithCancelCause(ctx)
	silent := &slowError{fmt.Sprintf("was silent for %v", silence)}
	return &Watcher{Ctx: ctx, cancel: cancel, silence: silence, timer: time.AfterFunc(silence, func() { cancel(silent) })}
}

// Stop ends the request, if it is not at its end, and the watch.
func (w *Watcher) Stop() {
	w.timer.Stop()
	w.cancel(nil)
}

// Reader returns r, whose bytes are signs of life.
func (w *Watcher) Reader(r io.Reader) io.Reader {
	return readerFunc(func(b []byte) (int, error) {
		n, err := r.Read(b)
		if n > 0 {
			w.timer.Reset(w.silence)
		}
		return n, err
	})
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(b []byte) (int, error) { return f(b) }
