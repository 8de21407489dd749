package article

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"regexp"
	"strings"
	"syscall"
	"time"
)

// FetchOptions bounds what Fetch does. The zero value is usable.
type FetchOptions struct {
	MaxBytes     int64         // of the page after decompression; 0 is 64 MiB
	Timeout      time.Duration // for all of it, redirects included; 0 is 30 s
	MaxRedirects int           // 0 is 10; negative follows none
	AllowPrivate bool          // also reads from private and loopback addresses, and through the proxy of the environment
	UserAgent    string        // "" names this program

	picture bool // is what is asked for, not a page
}

// Fetched is what an address gave.
type Fetched struct {
	URL         string // after redirects, without a name and password
	ContentType string // as the server said
	Body        []byte // decompressed
}

// DefaultUserAgent is the honest name under which Fetch asks.
const DefaultUserAgent = "articast/1 (reads articles aloud for one person; obeys 429 and Retry-After)"

// FetchError says why an address could not be read, and what to do about it.
type FetchError struct {
	URL    string // without a name and password
	Status int    // HTTP status, or 0 when it did not come to that
	Reason string // lower case, one line
	Hint   string // what may help, one line, or ""
	Err    error  // the cause, or nil
}

// Error returns the address and the reason; the Hint is for a line of its own.
func (e *FetchError) Error() string { return fmt.Sprintf("fetch %s: %s", e.URL, e.Reason) }

// Unwrap returns the cause.
func (e *FetchError) Unwrap() error { return e.Err }

// ErrPrivateAddress says that an address leads into a private network.
var ErrPrivateAddress = errors.New("the address leads into a private network")

// ErrNoAddress says that what should be an address is none that can be asked.
var ErrNoAddress = errors.New("not an http or https address")

// errRedirects says that a chain of redirects is too long.
var errRedirects = errors.New("too many redirects")

// Fetch gets a page or a feed over http or https within the bounds of o. Every failure is a *FetchError. Addresses are
// checked when a connection is made, after the name was looked up, so that neither a redirect nor a name that resolves
// to another address leads into a private network.
func Fetch(ctx context.Context, address string, o FetchOptions) (*Fetched, error) {
	return fetchFrom(ctx, address, o, func(a netip.AddrPort) bool { return o.AllowPrivate || isPublic(a.Addr()) })
}

// FetchPicture gets a picture, such as the Image of a Document, as Fetch gets a page. It asks for JPEG, PNG and WebP, and
// refuses what the server calls no picture; what the bytes are is for the caller to find out.
func FetchPicture(ctx context.Context, address string, o FetchOptions) (*Fetched, error) {
	o.picture = true
	return Fetch(ctx, address, o)
}

// FetchDocument fetches an article and parses it; an empty format means that it is detected. A page that keeps its
// article behind a paywall is a *FetchError.
func FetchDocument(ctx context.Context, address string, o FetchOptions, format Format) (*Document, error) {
	f, err := Fetch(ctx, address, o)
	if err != nil {
		return nil, err
	}
	return f.Document(format)
}

// Document parses what was fetched as an article; an empty format means that it is detected. A page that keeps its article
// behind a paywall is a *FetchError.
func (f *Fetched) Document(format Format) (*Document, error) {
	d, err := parseBytes(f.Body, f.ContentType, f.URL, format)
	if err != nil {
		return nil, err
	}
	if d.Format == FormatHTML && isPaywalled(f.Body, d) {
		return nil, &FetchError{URL: f.URL, Status: http.StatusOK, Reason: "the page shows only the beginning of an article for subscribers",
			Hint: useBrowser}
	}
	return d, nil
}

// userinfo is the name and password that an address may have (RFC 3986, 3.2.1).
var userinfo = regexp.MustCompile(`^(\s*\w+://)[^/?#]*@`)

// PublicAddress returns an address without the name and password that may stand in it, so that it can be shown and
// published. Anything else comes back as it is.
func PublicAddress(address string) string { return userinfo.ReplaceAllString(address, "$1") }

// fetchFrom is Fetch with the rule for addresses as a parameter.
func fetchFrom(ctx context.Context, address string, o FetchOptions, allow func(netip.AddrPort) bool) (*Fetched, error) {
	u, err := url.Parse(strings.TrimSpace(address))
	address = PublicAddress(address)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil, &FetchError{URL: address, Reason: ErrNoAddress.Error(), Hint: "pass an address like https://example.org/article, or a file", Err: ErrNoAddress}
	}
	timeout := o.Timeout
	if timeout <= 0 {
		timeout = 30 * time.Second
	}
	ctx, cancel := context.WithTimeoutCause(ctx, timeout, fmt.Errorf("no whole answer within %s", timeout))
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, &FetchError{URL: address, Reason: err.Error(), Err: err}
	}
	agent := o.UserAgent
	if agent == "" {
		agent = DefaultUserAgent
	}
	req.Header.Set("User-Agent", agent)
	req.Header.Set("Accept", o.accept())
	client := newClient(o, allow)
	defer client.CloseIdleConnections()
	resp, err := client.Do(req)
	if err != nil {
		return nil, transportError(ctx, address, err)
	}
	defer resp.Body.Close()
	return readResponse(ctx, address, resp, o)
}

// accept is the header that says what is asked for.
func (o FetchOptions) accept() string {
	if o.picture {
		return "image/jpeg,image/png,image/webp,image/*;q=0.1"
	}
	return "text/html,application/xhtml+xml,text/markdown,text/plain,application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.1"
}

// what names what is asked for.
func (o FetchOptions) what() string {
	if o.picture {
		return "picture"
	}
	return "page"
}

// newClient returns a client that dials only what allow permits.
func newClient(o FetchOptions, allow func(netip.AddrPort) bool) *http.Client {
	dialer := net.Dialer{Timeout: 15 * time.Second, Control: func(_, address string, _ syscall.RawConn) error {
		a, err := netip.ParseAddrPort(address)
		if err != nil || !allow(a) {
			return ErrPrivateAddress
		}
		return nil
	}}
	transport := &http.Transport{
		DialContext: dialer.DialContext, ForceAttemptHTTP2: true, TLSHandshakeTimeout: 15 * time.Second,
		MaxResponseHeaderBytes: 1 << 20, ExpectContinueTimeout: time.Second,
	}
	if o.AllowPrivate {
		transport.Proxy = http.ProxyFromEnvironment
	}
	limit := o.MaxRedirects
	if limit == 0 {
		limit = 10
	}
	return &http.Client{Transport: transport, CheckRedirect: func(req *http.Request, via []*http.Request) error {
		if len(via) > max(limit, 0) {
			return errRedirects
		}
		if req.URL.Scheme != "http" && req.URL.Scheme != "https" {
			return fmt.Errorf("redirected to a %s address", req.URL.Scheme)
		}
		return nil
	}}
}

// readResponse checks the status and type of a response and reads its body.
func readResponse(ctx context.Context, address string, resp *http.Response, o FetchOptions) (*Fetched, error) {
	if resp.StatusCode < 200 || resp.StatusCode > 299 {
		return nil, statusError(address, resp)
	}
	contentType := resp.Header.Get("Content-Type")
	switch {
	case o.picture && !isPicture(contentType):
		return nil, &FetchError{URL: address, Status: resp.StatusCode, Reason: fmt.Sprintf("the address gives %s, not a picture", contentType)}
	case !o.picture && !isReadable(contentType):
		hint := "pass the address of the article itself"
		if t := mediaType(contentType); t == "application/pdf" || t == "application/rtf" || t == "application/msword" || t == "application/epub+zip" ||
			strings.HasPrefix(t, "application/vnd.") {
			hint = "fetch it, " + saveItsText
		}
		return nil, &FetchError{URL: address, Status: resp.StatusCode, Reason: fmt.Sprintf("the address gives %s, not a page", contentType), Hint: hint}
	}
	if enc := resp.Header.Get("Content-Encoding"); enc != "" && enc != "identity" {
		return nil, &FetchError{URL: address, Status: resp.StatusCode, Reason: fmt.Sprintf("the server sent %s compression that nobody asked for", enc), Hint: useBrowser}
	}
	limit := o.MaxBytes
	if limit <= 0 {
		limit = maxSource
	}
	body, err := io.ReadAll(io.LimitReader(resp.Body, limit+1))
	if err != nil {
		return nil, transportError(ctx, address, err)
	}
	if int64(len(body)) > limit {
		return nil, &FetchError{URL: address, Status: resp.StatusCode, Reason: fmt.Sprintf("the %s is larger than %s", o.what(), sizeOf(limit)),
			Hint: "pass only its article, or a smaller page", Err: &LimitError{What: "bytes", Limit: limit}}
	}
	return &Fetched{URL: PublicAddress(resp.Request.URL.String()), ContentType: contentType, Body: body}, nil
}

// isReadable reports whether a Content-Type is text, a page or a feed; a server that says nothing gets the doubt.
func isReadable(contentType string) bool {
	if contentType == "" {
		return true
	}
	t, _, err := mime.ParseMediaType(contentType)
	if err != nil {
		return true
	}
	return strings.HasPrefix(t, "text/") || strings.HasSuffix(t, "xml") || strings.HasSuffix(t, "json") || t == "application/octet-stream"
}

// isPicture reports whether a Content-Type is a picture; a server that says nothing gets the doubt.
func isPicture(contentType string) bool {
	t, _, err := mime.ParseMediaType(contentType)
	return err != nil || strings.HasPrefix(t, "image/") || t == "application/octet-stream"
}

// notPublic are ranges that lead into somebody's network, besides those that netip knows
// (https://www.iana.org/assignments/iana-ipv4-special-registry, https://www.iana.org/assignments/iana-ipv6-special-registry).
var notPublic = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"), netip.MustParsePrefix("100.64.0.0/10"), netip.MustParsePrefix("192.0.0.0/24"), netip.MustParsePrefix("192.0.2.0/24"),
	netip.MustParsePrefix("198.18.0.0/15"), netip.MustParsePrefix("198.51.100.0/24"), netip.MustParsePrefix("203.0.113.0/24"), netip.MustParsePrefix("240.0.0.0/4"),
	netip.MustParsePrefix("64:ff9b::/96"), netip.MustParsePrefix("64:ff9b:1::/48"), netip.MustParsePrefix("100::/64"), netip.MustParsePrefix("2001:db8::/32"),
	netip.MustParsePrefix("2002::/16"), netip.MustParsePrefix("2001::/32"), netip.MustParsePrefix("fec0::/10"),
}

// isPublic reports whether an address is one of the open Internet.
func isPublic(a netip.Addr) bool {
	a = a.Unmap()
	if !a.IsGlobalUnicast() || a.IsPrivate() || a.IsLoopback() || a.IsLinkLocalUnicast() {
		return false
	}
	for _, p := range notPublic {
		if p.Contains(a.WithZone("")) {
			return false
		}
	}
	return true
}
