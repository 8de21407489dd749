package remote

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"articast/internal/plain"
	"articast/tts"
)

// fault is an error that will come again, again one that may not.
func (c *Client) fault(status int, reason, hint string) *tts.HTTPError {
	return &tts.HTTPError{Service: c.service, Status: status, Reason: c.clean(reason), Hint: hint}
}

func (c *Client) again(status int, reason, hint string) *tts.HTTPError {
	e := c.fault(status, reason, hint)
	e.Again = true
	return e
}

// clean makes what a service said fit for a message: one line, no control characters, not long, and without the key.
func (c *Client) clean(text string) string {
	const maxRunes = 240
	if c.o.Key != "" {
		text = strings.ReplaceAll(text, c.o.Key, "(key)")
	}
	text = plain.Text(text)
	if runes := []rune(text); len(runes) > maxRunes {
		text = string(runes[:maxRunes-1]) + "…"
	}
	return text
}

// transportError tells of an answer that did not come, or broke off where progress says.
func (c *Client) transportError(ctx context.Context, w *Watcher, progress string, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	var slow *slowError
	if errors.As(context.Cause(w.Ctx), &slow) {
		return c.again(0, slow.reason+progress, "try again later, or see whether the service is overloaded")
	}
	var address *url.Error
	if errors.As(err, &address) {
		err = address.Err // without the address, which holds the text
	}
	e := c.connectionError(progress, err)
	e.Err = err
	return e
}

func (c *Client) connectionError(progress string, err error) *tts.HTTPError {
	var certificate *tls.CertificateVerificationError
	var authority x509.UnknownAuthorityError
	var record tls.RecordHeaderError
	var alert tls.AlertError
	var name *net.DNSError
	switch {
	case errors.As(err, &certificate), errors.As(err, &authority):
		return c.fault(0, "has a certificate that cannot be trusted: "+err.Error(), "check the address; a server of your own needs a certificate that this machine trusts, on Linux one named in SSL_CERT_FILE")
	case errors.As(err, &record), strings.Contains(err.Error(), "HTTP response to HTTPS client"):
		return c.fault(0, "does not speak TLS", "if it is a server of your own, its address begins with http://")
	case errors.As(err, &alert):
		return c.fault(0, "refused the encrypted connection: "+err.Error(), "check the address of the service")
	case errors.As(err, &name) && name.IsNotFound:
		return c.fault(0, "is not known: no such host", "check the address of the service and your connection")
	case progress != "", errors.Is(err, io.ErrUnexpectedEOF):
		return c.again(http.StatusOK, "broke off"+progress, "try again later; a proxy may cut long answers")
	case errors.Is(err, io.EOF):
		return c.again(0, "closed the connection without an answer", "try again later, or check the address of the service")
	}
	return c.again(0, "cannot be reached: "+err.Error(), "see whether the service runs and its address is right")
}

// progress tells how far an answer came, of how many bytes where their number was told.
func progress(n int, promised int64) string {
	switch {
	case promised > 0:
		return fmt.Sprintf(" after %d of %d bytes", n, promised)
	case n > 0:
		return fmt.Sprintf(" after %d bytes", n)
	}
	return ""
}

// statusError tells of an answer with another status than 200.
func (c *Client) statusError(resp *http.Response, body []byte) *tts.HTTPError {
	said := problemOf(body)
	status := fmt.Sprintf("%d %s", resp.StatusCode, http.StatusText(resp.StatusCode))
	if said.message != "" {
		status += ": " + said.message
	}
	e := c.fault(resp.StatusCode, "answered "+status, c.o.Advice[resp.StatusCode])
	hint := func(text string) {
		if e.Hint == "" {
			e.Hint = text
		}
	}
	switch code := resp.StatusCode; {
	case code >= 300 && code < 400:
		e.Reason = c.clean("sends on to another address" + place(resp) + ", which is not followed")
		hint("check the address of the service")
	case code == http.StatusTooManyRequests && said.code == "insufficient_quota":
		e.Hint = "the account has no credit left: add some, or use another engine"
	case code == http.StatusTooManyRequests, code == http.StatusServiceUnavailable:
		e.Again, e.After = true, c.retryAfter(resp.Header.Get("Retry-After"))
		if e.After > 0 {
			e.Reason += fmt.Sprintf(", and asks to wait %v", e.After)
		}
		hint("try again later, or ask less often with requests_per_second in the settings")
	case code == http.StatusRequestTimeout, code >= 500 && code != http.StatusNotImplemented:
		e.Again, e.After = true, c.retryAfter(resp.Header.Get("Retry-After"))
		hint("the fault is the service's: try again later, or use another engine")
	case code == http.StatusUnauthorized, code == http.StatusForbidden:
		hint("check the key of the service")
	case code == http.StatusNotFound, code == http.StatusMethodNotAllowed:
		hint("check base_url, model and voice")
	default:
		hint("check model, voice and the other settings of the engine")
	}
	return e
}

// place names where a redirect leads, without what may be secret in it.
func place(resp *http.Response) string {
	u, err := resp.Location()
	if err != nil {
		return ""
	}
	return ", " + (&url.URL{Scheme: u.Scheme, Host: u.Host, Path: u.Path}).String()
}

// retryAfter reads a Retry-After header (RFC 9110, 10.2.3): seconds or a date. What is neither is 0.
func (c *Client) retryAfter(value string) time.Duration {
	if n, err := strconv.Atoi(strings.TrimSpace(value)); err == nil {
		return time.Duration(min(max(n, 0), 1<<31)) * time.Second
	}
	if at, err := http.ParseTime(value); err == nil {
		return max(0, at.Sub(c.o.Now())).Round(time.Second)
	}
	return 0
}

type problem struct{ message, code string }

// problemOf reads what services say of an error: {"error": {"message": ..., "code": ...}}, {"error": ...},
// {"message": ...} or {"detail": ...}; nothing of a web page.
func problemOf(body []byte) problem {
	var outer struct {
		Error, Message, Detail json.RawMessage
	}
	if json.Unmarshal(body, &outer) != nil {
		return problem{}
	}
	for _, raw := range []json.RawMessage{outer.Error, outer.Message, outer.Detail} {
		var inner struct{ Message, Code, Error string }
		if json.Unmarshal(raw, &inner.Message) == nil && inner.Message != "" {
			return problem{message: inner.Message}
		}
		if json.Unmarshal(raw, &inner); inner.Message != "" || inner.Error != "" { // other fields may be of any kind
			return problem{message: inner.Message + inner.Error, code: inner.Code}
		}
	}
	return problem{}
}
