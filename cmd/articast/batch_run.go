package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"maps"
	"slices"
	"sync"

	"articast/audio/id3"
	"articast/segment"
	"articast/tts"
)

// batch is one run.
type batch struct {
	batchOptions
	places   []string
	in       io.Reader // to be asked what may be spent
	errw     io.Writer
	studio   *studio
	progress *batchProgress
	cover    id3.Picture
	version  string   // of madeBy
	voices   sync.Map // of spokenBy: by language
	state    *batchState
	before   map[string]*record // the records as the run found them, by the hash of what they were made from

	mu      sync.Mutex
	claimed map[string]string // the source of each GUID that this run has met
	texts   map[string]string // GUIDs by the hash of their words
	keys    map[string]string // GUIDs by the key of their source
	names   map[string]string // GUIDs by the names of their files
	taken   int               // articles counted by --max
	kept    map[string]bool   // keys of sources that failed, whose episodes stay
	blind   bool              // a place could not be read: nobody knows what it holds
	feeds   int
	feed    podcastRecord // of the feed that was seen first
	results []*result
	bill    *bill  // of all that an engine that costs money is to be given; nil where none does
	agreed  int    // characters up to which whoever was asked has agreed
	parts   []*job // of the digest

	engineErr error // the first failure of the engine
	fatal     error
	enough    func() // ends the handing out of articles
}

// job is an article on its way.
type job struct {
	entry
	input, print string
	plan         *segment.Plan
	langs        []string // of the articles in a digest; nil is that of the plan
	planJSON     []byte
	record       *record // as it is to be; GUID and Name are settled in turn
	old          *record // as it was, nil where it is new
	result       *result
}

// ticket is an entry with its turn: what is decided of articles is decided in the order of the sources.
type ticket struct {
	entry
	before  <-chan struct{} // closed when the one before has been decided
	decided chan struct{}
}

// run makes the episodes.
func (b *batch) run(ctx context.Context) error {
	b.open()
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	tickets := make(chan ticket)
	issuing, enough := context.WithCancel(ctx)
	defer enough()
	b.enough = enough
	if b.max > 0 {
		b.progress.takes(b.max)
	}
	go b.issue(issuing, tickets)
	var workers sync.WaitGroup
	for range b.workers() {
		workers.Go(func() {
			for t := range tickets {
				if err := b.serve(ctx, t); err != nil {
					cancel(err)
				}
			}
		})
	}
	workers.Wait()
	if b.digest && ctx.Err() == nil && len(b.parts) > 0 {
		if err := b.makeDigest(ctx); err != nil {
			cancel(err)
		}
	}
	switch cause := context.Cause(ctx); {
	case cause == nil:
		return nil
	case errors.Is(cause, context.Canceled):
		return batchInterrupted(ctx)
	default:
		return cause
	}
}

// open puts in order what earlier runs have left.
func (b *batch) open() {
	b.before, b.claimed, b.texts = make(map[string]*record), make(map[string]string), make(map[string]string)
	b.keys, b.names, b.kept = make(map[string]string), make(map[string]string), make(map[string]bool)
	for _, r := range b.state.all() {
		if r.Input != "" {
			b.before[r.Input] = r
		}
		b.texts[r.Text], b.names[r.Name] = r.GUID, r.GUID
		if r.Key != "" {
			b.keys[r.Key] = r.GUID
		}
	}
}

// issue hands out the articles of all places in order.
func (b *batch) issue(ctx context.Context, tickets chan<- ticket) {
	defer close(tickets)
	turn := make(chan struct{})
	close(turn)
	l := lister{batch: b, yield: func(e entry) bool {
		t := ticket{entry: e, before: turn, decided: make(chan struct{})}
		b.progress.found()
		select {
		case tickets <- t:
			turn = t.decided
			return true
		case <-ctx.Done():
			return false
		}
	}}
	for i, place := range b.places {
		b.progress.places(len(b.places) - i - 1)
		if ctx.Err() != nil || !l.list(ctx, place) {
			return
		}
	}
}

// serve makes one article. The error that it returns ends the batch; a failure of the article is in the report.
func (b *batch) serve(ctx context.Context, t ticket) error {
	j, err := b.prepare(ctx, t.entry)
	select {
	case <-t.before:
	case <-ctx.Done():
	}
	wanted := ctx.Err() == nil && b.decide(ctx, j, err)
	close(t.decided)
	if !wanted {
		b.progress.done(nil)
		return b.ending()
	}
	line := b.progress.begin(j.record.Title)
	err = b.make(ctx, j, line)
	b.progress.done(line)
	if err == nil || ctx.Err() != nil {
		return b.ending()
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.engineErr == nil && isEngineError(err) {
		b.engineErr = err
	}
	j.result.fail(err)
	b.say(j.result)
	return nil
}

// ending is why no more articles are wanted, nil where they are.
func (b *batch) ending() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.fatal
}

// prepare reads an article and plans it, unless an earlier run has made an episode of the same source with the same settings.
func (b *batch) prepare(ctx context.Context, e entry) (*job, error) {
	j := &job{entry: e}
	if e.err != nil {
		return j, e.err
	}
	m, err := e.load(ctx)
	if err != nil {
		return j, err
	}
	j.input = hashOf(m.hash, b.settings, b.version)
	if old := b.before[j.input]; old != nil && !b.digest && old.intact(b.dir) {
		voice, err := b.spokenBy(old.Lang)
		if err == nil && voice == old.Voice {
			j.record, j.old, j.print = old, old, old.Print
			return j, nil
		}
	}
	plan, address, err := m.plan(ctx)
	if err != nil {
		return j, err
	}
	if plan.Source = address; !isURL(address) {
		plan.Source = "" // where a file lies is nobody's business
	}
	var text bytes.Buffer
	if err := plan.Write(&text); err != nil {
		return j, err
	}
	j.plan, j.planJSON = plan, text.Bytes()
	j.record = recordOfPlan(plan, "")
	if j.record.Voice, err = b.spokenBy(plan.Lang); err != nil {
		return j, err
	}
	j.print = hashOf(text.String(), b.settings, b.version, j.record.Voice)
	if j.record.Title == "" {
		j.record.Title = baseName(e.source)
	}
	return j, nil
}

// madeBy names what makes the episodes, besides the settings and the voices: this program and the cover.
func (b *batch) madeBy() string { return software + "\n" + hashOf(b.cover.Data) }

// spokenBy names what speaks a language, whichever engine that is: a hash of the engine and of what its voices are made of.
func (b *batch) spokenBy(lang string) (string, error) {
	if known, ok := b.voices.Load(lang); ok {
		return known.(string), nil
	}
	studio, err := b.studio.forLang(lang)
	if err != nil {
		return "", err
	}
	p, cast := studio.backend.Properties(), studio.voice.castList()
	parts := []string{p.Name, p.Version}
	for _, voice := range slices.Concat([]string{cast.Narrator}, cast.Quotes, slices.Sorted(maps.Values(cast.Speakers))) {
		key, _ := tts.VoiceKey(studio.backend, voice) // one that is not there has none: its engine says so when it is to speak
		parts = append(parts, voice, key)
	}
	hash := hashOf(parts...)
	b.voices.Store(lang, hash)
	return hash, nil
}
