package article

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"regexp"
	"strconv"
	"strings"
)

// statusHints say what each HTTP status means to somebody who wants to hear an article.
var statusHints = map[int][2]string{
	http.StatusUnauthorized:               {"the site asks for a login", useBrowser},
	http.StatusPaymentRequired:            {"the article is for subscribers", useBrowser},
	http.StatusForbidden:                  {"the site refuses programs", useBrowser},
	http.StatusNotFound:                   {"there is no such page", "check the address"},
	http.StatusGone:                       {"the page was taken down", "look for it in a web archive"},
	http.StatusProxyAuthRequired:          {"the proxy asks for a login", "check the proxy settings"},
	http.StatusTooManyRequests:            {"the site asks to slow down", "try again later"},
	http.StatusUnavailableForLegalReasons: {"the page is not shown in this country", useBrowser},
}

// statusError makes an error of a response that is no page.
func statusError(address string, resp *http.Response) *FetchError {
	e := &FetchError{URL: address, Status: resp.StatusCode}
	text, ok := statusHints[resp.StatusCode]
	switch {
	case ok:
		e.Hint = text[1]
	case resp.StatusCode >= 500 && resp.StatusCode < 600:
		text[0], e.Hint = "the site has a fault", "try again later"
	case resp.StatusCode >= 300 && resp.StatusCode < 400:
		text[0], e.Hint = "the site sends elsewhere without saying where", "open it in your browser and pass the address where it ends"
	default:
		text[0], e.Hint = "the site refuses the request", useBrowser
	}
	e.Reason = fmt.Sprintf("%s (%s)", text[0], strings.TrimSpace(fmt.Sprint(resp.StatusCode, " ", http.StatusText(resp.StatusCode))))
	after := resp.Header.Get("Retry-After")
	if after == "" || len(after) > 40 || resp.StatusCode != http.StatusTooManyRequests && resp.StatusCode/100 != 5 {
		return e // to wait helps with nothing else (RFC 9110, 10.2.3; RFC 6585, 4)
	}
	e.Hint = "try again after " + after
	if seconds, err := strconv.Atoi(after); err == nil {
		e.Hint = fmt.Sprintf("try again in %d seconds", seconds)
		if seconds > 300 {
			e.Hint = fmt.Sprintf("try again in %d minutes", (seconds+59)/60)
		}
	}
	return e
}

// useBrowser is the hint where a site does not show a program what it shows a reader.
const useBrowser = "open it in your browser, save the page and pass the file"

// tryAgain is the hint where nothing is known to be wrong.
const tryAgain = "try again later"

// transportError makes an error of a request that brought no response.
func transportError(ctx context.Context, address string, err error) *FetchError {
	e := &FetchError{URL: address, Err: err}
	var dns *net.DNSError
	switch {
	case errors.Is(err, ErrPrivateAddress):
		e.Reason, e.Hint = ErrPrivateAddress.Error(), "pass --allow-private if that is meant"
	case errors.Is(err, errRedirects):
		e.Reason, e.Hint = errRedirects.Error(), "open it in your browser and pass the address where it ends"
	case ctx.Err() != nil:
		e.Err = ctx.Err()
		e.Reason, e.Hint = context.Cause(ctx).Error(), tryAgain
	case errors.As(err, &dns) && dns.IsNotFound:
		e.Reason, e.Hint = "there is no such site", "check the address"
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		e.Reason, e.Hint = "the connection ended before the page did", tryAgain+", or "+useBrowser
	default:
		e.Reason, e.Hint = cause(err).Error(), "check the address and your connection, or "+tryAgain
	}
	return e
}

// cause returns the innermost error.
func cause(err error) error {
	for {
		inner := errors.Unwrap(err)
		if inner == nil {
			return err
		}
		err = inner
	}
}

// paywallMark is how publishers tell search engines that an article is for subscribers
// (https://developers.google.com/search/docs/appearance/structured-data/paywalled-content).
var paywallMark = regexp.MustCompile(`(?i)"isAccessibleForFree"\s*:\s*"?false`)

// isPaywalled reports whether a page holds only the beginning of an article for subscribers.
func isPaywalled(page []byte, d *Document) bool {
	if !paywallMark.Match(page) {
		return false
	}
	words := 0
	for _, b := range d.Blocks {
		if b.Drop == "" && (b.Kind == KindParagraph || b.Kind == KindBlockquote || b.Kind == KindList) {
			words += len(strings.Fields(b.Text))
		}
	}
	return words < 150
}
