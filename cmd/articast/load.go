package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"regexp"

	"articast/article"
	"articast/segment"
)

// sourceName is how messages name a source.
func sourceName(source string) string {
	if source == "-" {
		return "standard input"
	}
	return source
}

// loadPlan makes the plan of a source, or reads it where the source is a plan. It returns as soon as ctx ends; reading and
// planning, which take no context, are then left behind.
func loadPlan(ctx context.Context, source string, o articleOptions, stdin io.Reader) (*segment.Plan, error) {
	type outcome struct {
		plan *segment.Plan
		err  error
	}
	done := make(chan outcome, 1)
	go func() {
		plan, err := planSource(ctx, source, o, stdin)
		done <- outcome{plan, err}
	}()
	select {
	case made := <-done:
		return made.plan, made.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func planSource(ctx context.Context, source string, o articleOptions, stdin io.Reader) (*segment.Plan, error) {
	if isURL(source) {
		doc, err := article.FetchDocument(ctx, source, article.FetchOptions{AllowPrivate: o.allowPrivate}, o.format)
		if err != nil {
			return nil, err
		}
		return planOf(ctx, doc, source, o)
	}
	r, err := openSource(source, stdin)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	buffered := bufio.NewReader(r)
	if plan := asPlan(buffered); plan != nil {
		return readPlan(plan, source, o)
	}
	doc, err := article.Parse(buffered, source, o.format)
	if err != nil {
		return nil, err
	}
	return planOf(ctx, doc, source, o)
}

func planOf(ctx context.Context, doc *article.Document, source string, o articleOptions) (*segment.Plan, error) {
	var err error
	if o.segment.Lexicon, err = o.lexicons.forSource(source); err != nil {
		return nil, err
	}
	plan, err := segment.New(doc, o.segment)
	if errors.Is(err, segment.ErrNothingToSpeak) {
		return nil, &hintError{error: err, hint: "--keep RULE keeps what a rule leaves out; articast plan --rules lists the rules"}
	}
	if err != nil {
		return nil, err
	}
	return plan, ctx.Err()
}

// readPlan reads a finished plan, on which the flags that make plans have no effect.
func readPlan(r io.Reader, source string, o articleOptions) (*segment.Plan, error) {
	if len(o.given) > 0 {
		return nil, &usageError{
			msg:  fmt.Sprintf("--%s has no effect on a plan", o.given[0]),
			hint: "a plan is read as it stands: make a new one with articast plan, or edit it",
		}
	}
	plan, err := segment.ReadPlan(r)
	if err != nil {
		return nil, &hintError{error: fmt.Errorf("%s: %w", sourceName(source), err), hint: "mend it there, or make a new one: articast plan SOURCE --json > plan.json"}
	}
	return plan, nil
}

// noSuchSource says that there is no source of that name.
func noSuchSource(source string) error {
	return &usageError{
		msg:  "no such file: " + source,
		hint: "SOURCE is a file, an address that begins with http:// or https://, or - for standard input",
	}
}

func openSource(source string, stdin io.Reader) (io.ReadCloser, error) {
	if source == "-" {
		return io.NopCloser(stdin), nil
	}
	info, err := os.Stat(source)
	if err == nil && info.IsDir() {
		return nil, &usageError{msg: source + " is a folder", hint: "name one file of it"}
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil, noSuchSource(source)
	}
	return os.Open(source)
}

// planStart is how a plan begins: an object of JSON with the first field of a Plan, also where a program has sorted the fields.
var planStart = regexp.MustCompile(`^[\s\x{feff}]*\{\s*"(version|byline|document)"\s*:`)

// asPlan returns a reader of the plan in r as UTF-8, or nil where r holds something else. Windows writes UTF-16 where the
// output of a program is sent to a file.
func asPlan(r *bufio.Reader) io.Reader {
	head, _ := r.Peek(512)
	text, _ := io.ReadAll(article.UTF8(bufio.NewReader(bytes.NewReader(head))))
	if !planStart.Match(text) || article.SourceKindOf(text) != article.SourceArticle {
		return nil
	}
	return article.UTF8(r)
}
