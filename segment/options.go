package segment

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"articast/segment/spoken"
)

// CaptionMode says where the captions of pictures are spoken.
type CaptionMode string

// The modes of captions.
const (
	CaptionsInline CaptionMode = "inline" // where they stand, behind a lead-in: "Photo: ..."
	CaptionsEnd    CaptionMode = "end"    // after the article
	CaptionsSkip   CaptionMode = "skip"   // not at all
)

// QuoteMode says how a listener hears that somebody is quoted.
type QuoteMode string

// The modes of quotations.
const (
	QuotesVoice QuoteMode = "voice" // full quotations have a Segment of their own with RoleQuote, for another voice
	QuotesCue   QuoteMode = "cue"   // the narrator says "quote" before and "end quote" after them
	QuotesPlain QuoteMode = "plain" // the narrator makes a short pause before and after them
)

// DefaultMaxRunes is the length of an utterance that is not exceeded, in code points of its spoken form: about twenty
// seconds, as much as a neural engine takes without losing its memory or its breath.
const DefaultMaxRunes = 300

// The bounds of Options.MaxRunes.
const minMaxRunes, maxMaxRunes = 80, 5000

// wordsPerMinute is how fast the embedded voices read news.
const wordsPerMinute = 150

// Options say how a Plan is made. The zero value is what most listeners want.
type Options struct {
	Captions      CaptionMode              // "" is CaptionsInline
	Credits       bool                     // speak the credits of pictures too
	Quotes        QuoteMode                // "" is QuotesVoice
	Keep          []string                 // rules that are not to drop anything: an ID of Rules, or the part before its "/"
	Drop          []string                 // rules that are to drop though they are Off by themselves, in the same form
	DropText      []*regexp.Regexp         // what they match is dropped, in whole words
	Skip          []string                 // kinds of text to leave out, of SkipNames
	Chapters      ChapterMode              // "" is ChaptersAuto
	ChapterLength time.Duration            // of speech in a topical chapter, about; 0 is a minute and a half
	MaxRunes      int                      // 0 is DefaultMaxRunes
	Pauses        map[string]time.Duration // other lengths of the pauses that PauseNames lists
	Lang          string                   // BCP 47; overrules what the Document says
	Region        string                   // "US" or "GB": how dates and numbers are said; "" follows the language, and where that is "en" the spelling
	Lexicon       *spoken.Lexicon          // the user's own pronunciations; may be nil
	Phonemes      bool                     // the engine takes phonemes in [[ ]]
}

// skips are the names that Options.Skip takes, and the rules that each turns on.
var skips = []struct {
	name  string
	rules []string
}{
	{"bylines", []string{"role/byline"}},
	{"captions", []string{"role/caption", "caption/credit"}},
	{"code", []string{"role/code"}},
	{"dates", []string{"role/date"}},
	{"embeds", []string{"role/embed"}},
	{"footnotes", []string{"role/note", "note/mark"}},
	{"headings", []string{"role/heading"}},
	{"lists", []string{"role/list"}},
	{"pullquotes", []string{"role/pullquote"}},
	{"subtitles", []string{"role/subtitle"}},
	{"tables", []string{"role/table"}},
}

// SkipNames returns the names that Options.Skip takes, sorted.
func SkipNames() []string {
	names := make([]string, len(skips))
	for i, s := range skips {
		names[i] = s.name
	}
	return names
}

// check returns an error that names the first option that cannot be, and what can.
func (o Options) check() error {
	switch {
	case !slices.Contains([]CaptionMode{"", CaptionsInline, CaptionsEnd, CaptionsSkip}, o.Captions):
		return fmt.Errorf("unknown caption mode %q: use inline, end or skip", o.Captions)
	case !slices.Contains([]QuoteMode{"", QuotesVoice, QuotesCue, QuotesPlain}, o.Quotes):
		return fmt.Errorf("unknown quotation mode %q: use voice, cue or plain", o.Quotes)
	case !slices.Contains([]ChapterMode{"", ChaptersAuto, ChaptersHeadings, ChaptersNone}, o.Chapters):
		return fmt.Errorf("unknown chapter mode %q: use auto, headings or none", o.Chapters)
	case o.MaxRunes != 0 && (o.MaxRunes < minMaxRunes || o.MaxRunes > maxMaxRunes):
		return fmt.Errorf("limit utterances to %d characters: use %d to %d", o.MaxRunes, minMaxRunes, maxMaxRunes)
	case o.ChapterLength < 0:
		return fmt.Errorf("unusable chapter length %v: use a positive one", o.ChapterLength)
	}
	for _, name := range o.Skip {
		if !slices.Contains(SkipNames(), name) {
			return fmt.Errorf("unknown kind of text %q to skip: use %s", name, strings.Join(SkipNames(), ", "))
		}
	}
	for name, d := range o.Pauses {
		if !slices.Contains(PauseNames(), name) {
			return fmt.Errorf("unknown pause %q: use %s", name, strings.Join(PauseNames(), ", "))
		}
		if d < 0 || d > MaxPause {
			return fmt.Errorf("unusable pause %s of %v: use 0s to %v", name, d, MaxPause)
		}
	}
	return nil
}

// maxRunes returns the limit of an utterance.
func (o Options) maxRunes() int {
	if o.MaxRunes == 0 {
		return DefaultMaxRunes
	}
	return o.MaxRunes
}
