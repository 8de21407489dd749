package article

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// What a page may show in place of an article.
var (
	errNoText    = errors.New("the page shows no text (it may need a browser to build it: save the page from one and pass the file)")
	errConsent   = errors.New("the page asks for consent to cookies before it shows its article (give it in a browser, save the page and pass the file)")
	errOnlyLinks = errors.New("the page holds no article but leads to others: pass the address of one of them")
	errMissing   = errors.New("the page says that it does not exist: check the address")
)

var (
	// needsScripts is what a page says to a browser without scripts.
	needsScripts = regexp.MustCompile(`(?i)\b(enable|activate|turn on|requires?|needs?|aktivier\w*|activer|habilita\w*|activa\w*)\b.{0,40}\b(java)?scripts?\b|\b(java)?scripts?\b.{0,40}\b(enabled?|disabled|required|deaktiviert|aktivier\w*|désactivé)\b`)
	// refreshTarget is where a page sends its reader on by itself.
	refreshTarget = regexp.MustCompile(`(?i)^\s*(\d+)(?:\.\d*)?\s*[;,]\s*url\s*=\s*['"]?([^'"]+)`)
	missingTitle  = regexp.MustCompile(`(?i)^\W*(?:(?:error )?404\b|(?:page|article|story|seite|página|pagina) (?:was |is |does )?(?:not (?:found|exist)|nicht gefunden|no encontrada|non trovata)|page introuvable|not found\W*$)`)
	consentTitle  = regexp.MustCompile(`(?i)^\W*(?:before you continue|(?:we (?:value|care about|respect) )?your privacy\b|privacy (?:settings|choices|preferences)|cookie (?:consent|settings|preferences)|(?:wir schätzen )?(?:ihre|deine) privatsphäre|nous respectons votre vie privée|valoramos (?:su|tu) privacidad)`)
	consentText   = regexp.MustCompile(`(?i)\bcookies?\b`)
)

// maxNotice is the number of words in the longest notice that stands in place of an article.
const maxNotice = 150

// minLeads is the number of headings that are links from which on a page without a text is a list of articles.
const minLeads = 3

// refusal returns why the page holds no article to read, or nil.
func refusal(d *Document, m *metadata) error {
	var text strings.Builder
	leads := 0 // headings of other articles
	for _, b := range d.Blocks {
		switch b.Kind {
		case KindTitle, KindByline, KindDate:
		default:
			if b.Drop == "" {
				text.WriteString(b.Text)
				text.WriteByte('\n')
			} else if b.Kind == KindHeading && slices.ContainsFunc(b.Marks, func(k Mark) bool { return k.Kind == MarkLink }) {
				leads++
			}
		}
	}
	words := len(strings.Fields(text.String()))
	switch to := refreshTarget.FindStringSubmatch(m.one("refresh")); {
	case to != nil && (words == 0 || words < minProse && len(to[1]) == 1) && m.address(to[2]) != "": // within ten seconds
		return fmt.Errorf("the page only sends its reader on: pass %s", m.address(to[2]))
	case words == 0 && leads >= minLeads:
		return errOnlyLinks
	case words == 0, words < minProse && needsScripts.MatchString(text.String()):
		return errNoText
	case words < minProse && missingTitle.MatchString(d.Title):
		return errMissing
	case words < maxNotice && consentTitle.MatchString(d.Title) && consentText.MatchString(text.String()):
		return errConsent
	}
	return nil
}
