package main

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"
	"golang.org/x/text/language"

	"articast/article"
	"articast/segment"
)

// articleOptions say how a source becomes a plan.
type articleOptions struct {
	format       article.Format // empty detects it
	allowPrivate bool
	segment      segment.Options
	lexicons     lexicons
	given        []string // the flags of this group that were typed
}

// The values of flags that take one of a few.
var (
	formatNames  = []string{string(article.FormatHTML), string(article.FormatMarkdown), string(article.FormatText)}
	captionModes = []string{string(segment.CaptionsInline), string(segment.CaptionsEnd), string(segment.CaptionsSkip)}
	quoteModes   = []string{string(segment.QuotesVoice), string(segment.QuotesCue), string(segment.QuotesPlain)}
	chapterModes = []string{string(segment.ChaptersAuto), string(segment.ChaptersHeadings), string(segment.ChaptersNone)}
	regionNames  = []string{"US", "GB"}
)

// articleFlags say how an article is understood.
func articleFlags() []cli.Flag {
	return []cli.Flag{
		choiceFlag("from", "the source's `FORMAT`, where it is not to be detected", formatNames),
		choiceFlag("captions", "where captions of pictures are spoken", captionModes),
		&cli.BoolFlag{Name: "credits", Usage: "speak the credits of pictures too", Category: categoryArticle},
		choiceFlag("quotes", "how quotations are heard: in another voice, between spoken cues, or with a pause", quoteModes),
		listFlag("skip", "leave out `KINDS` of text: "+strings.Join(segment.SkipNames(), ", ")),
		listFlag("keep", "do not let `RULES` leave anything out; articast plan names them"),
		listFlag("drop", "let `RULES` leave out what they would keep"),
		&cli.StringSliceFlag{Name: "drop-text", Usage: "leave out what matches `REGEX`; may be given several times", Category: categoryArticle},
		choiceFlag("chapters", "chapters by headings, or by topic where there are none", chapterModes),
		&cli.DurationFlag{Name: "chapter-length", Usage: "length of a topical chapter, about, like 90s or 2m", Category: categoryArticle},
		pauseFlag(),
		&cli.StringFlag{Name: "lang", Aliases: []string{"l"}, Usage: "the article's `LANGUAGE`, like en or de, where it is not to be detected", Category: categoryArticle, Action: checkLanguage},
		choiceFlag("region", "how dates and numbers are said", regionNames),
		&cli.StringSliceFlag{Name: "lexicon", Usage: "pronunciations from `FILE`; may be given several times", Category: categoryArticle},
		&cli.BoolFlag{Name: "allow-private", Usage: "let an address lead into a private network", Category: categoryArticle},
	}
}

func choiceFlag(name, usage string, values []string) cli.Flag {
	if !strings.Contains(usage, "`") {
		usage += ": `" + strings.Join(values, "|") + "`"
	} else {
		usage += ": " + strings.Join(values, ", ")
	}
	return &cli.StringFlag{Name: name, Usage: usage, Category: categoryArticle, Action: oneOf(name, values)}
}

func listFlag(name, usage string) cli.Flag {
	return &cli.StringSliceFlag{Name: name, Usage: usage, Category: categoryArticle}
}

func articleOptionsOf(c *cli.Context) (articleOptions, error) {
	o := articleOptions{
		format:       article.Format(c.String("from")),
		allowPrivate: c.Bool("allow-private"),
		segment: segment.Options{
			Captions:      segment.CaptionMode(c.String("captions")),
			Credits:       c.Bool("credits"),
			Quotes:        segment.QuoteMode(c.String("quotes")),
			Skip:          words(c.StringSlice("skip")),
			Keep:          words(c.StringSlice("keep")),
			Drop:          words(c.StringSlice("drop")),
			Chapters:      segment.ChapterMode(c.String("chapters")),
			ChapterLength: c.Duration("chapter-length"),
			Lang:          c.String("lang"),
			Region:        c.String("region"),
			Phonemes:      takesPhonemes(c.String("backend"), c.String("fallback")),
		},
	}
	for _, f := range articleFlags() {
		if name := f.Names()[0]; settingsOf(c).typed[name] {
			o.given = append(o.given, name)
		}
	}
	var err error
	if o.segment.Pauses, err = pausesOf(c.StringSlice("pause")); err != nil {
		return o, err
	}
	if err := o.check(c); err != nil {
		return o, err
	}
	if o.segment.DropText, err = patterns(c.StringSlice("drop-text")); err != nil {
		return o, err
	}
	o.lexicons, err = readLexicons(c.StringSlice("lexicon"))
	return o, err
}

// takesPhonemes tells whether all engines that may speak take pronunciations: espeak-ng does. For the others, and where auto has
// yet to choose, they are respelled.
func takesPhonemes(backend, fallback string) bool {
	return backend == "espeak" && (fallback == "" || fallback == backend)
}

// checkLanguage refuses what names no language that there is.
func checkLanguage(_ *cli.Context, tag string) error {
	if t, err := language.Parse(tag); err == nil && t != language.Und {
		return nil
	}
	return &usageError{
		msg:  fmt.Sprintf("--lang does not know %q", tag),
		hint: "--lang takes the tag of a language (BCP 47), like en, de, fr or pt-BR",
	}
}

// words splits comma-separated lists.
func words(lists []string) []string {
	var all []string
	for _, list := range lists {
		for word := range strings.SplitSeq(list, ",") {
			if word = strings.TrimSpace(word); word != "" {
				all = append(all, word)
			}
		}
	}
	return all
}

// The bounds of --chapter-length.
const minChapter, maxChapter = 15 * time.Second, time.Hour

// check refuses names that do not exist, and says which do.
func (o articleOptions) check(c *cli.Context) error {
	if d := o.segment.ChapterLength; c.IsSet("chapter-length") && (d < minChapter || d > maxChapter) {
		return &usageError{msg: fmt.Sprintf("--chapter-length %v is out of range", d), hint: "--chapter-length takes 15s to 1h", flag: "chapter-length"}
	}
	for _, name := range o.segment.Skip {
		if err := oneOf("skip", segment.SkipNames())(c, name); err != nil {
			return err
		}
	}
	return cmp.Or(checkRules("keep", o.segment.Keep), checkRules("drop", o.segment.Drop))
}

// checkRules refuses rules that do not exist. Those of page/ are named by the readers of markup.
func checkRules(flag string, names []string) error {
	for _, name := range names {
		isPage := name == "page" || strings.HasPrefix(name, "page/")
		if !isPage && !slices.Contains(ruleNames(), name) {
			return &usageError{msg: fmt.Sprintf("--%s does not know the rule %q", flag, name), hint: "articast plan --rules lists the rules", flag: flag}
		}
	}
	return nil
}

// ruleNames lists the rules and the groups that they are in.
func ruleNames() []string {
	var names []string
	for _, r := range segment.Rules() {
		names = append(names, r.ID)
		if group, _, ok := strings.Cut(r.ID, "/"); ok && !slices.Contains(names, group) {
			names = append(names, group)
		}
	}
	return names
}

func patterns(expressions []string) ([]*regexp.Regexp, error) {
	var compiled []*regexp.Regexp
	for _, x := range expressions {
		re, err := regexp.Compile(x)
		if err != nil {
			return nil, &usageError{msg: fmt.Sprintf("--drop-text %q: %v", x, err), hint: "the syntax is that of Go's regular expressions (RE2)", flag: "drop-text"}
		}
		compiled = append(compiled, re)
	}
	return compiled, nil
}
