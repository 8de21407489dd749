package article

import (
	"errors"
	"strings"
	"testing"
)

func TestRefusedPages(t *testing.T) {
	for name, test := range map[string]struct {
		page string
		want error
	}{
		"title alone":   {`<title>Just a moment...</title><div id=challenge></div>`, errNoText},
		"for scripts":   {`<title>App</title><div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript>`, errNoText},
		"German":        {`<title>App</title><p>Bitte aktivieren Sie JavaScript, um die Seite zu sehen.`, errNoText},
		"missing":       {`<title>Page not found</title><h1>404</h1><p>Sorry, we could not find that page.`, errMissing},
		"front page":    {`<h1>The Echo</h1><article><h2><a href=/1>Lamps go out in Aldmoor</a></h2></article><article><h2><a href=/2>The goat ate a hat</a></h2></article><article><h2><a href=/3>Rain until Friday, then snow</a></h2></article>`, errOnlyLinks},
		"consent":       {`<h1>We value your privacy</h1><p>We and our 842 partners store cookies on your device.`, errConsent},
		"about 404":     {`<h1>404: a short history of not being found</h1><p>` + strings.Repeat("The number is older than the web. ", 20), nil},
		"about privacy": {`<h1>Your privacy is for sale</h1><p>` + strings.Repeat("Every cookie is an agent of somebody. ", 40), nil},
	} {
		if _, err := ParseHTML(strings.NewReader(test.page), "x.html"); !errors.Is(err, test.want) {
			t.Errorf("%s: error %v, want %v", name, err, test.want)
		}
	}
	_, err := ParseHTML(strings.NewReader(`<meta http-equiv=refresh content="0; url='/new'"><title>Moved</title>`), "https://echo.example/old")
	if err == nil || !strings.HasSuffix(err.Error(), "the page only sends its reader on: pass https://echo.example/new") {
		t.Errorf("a page that sends its reader on: error %v", err)
	}
}
