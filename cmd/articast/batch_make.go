package main

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"maps"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode"

	"articast/article"
	"articast/audio/id3"
	"articast/internal/atomicfile"
	"articast/podcast"
	"articast/podcast/player"
	"articast/segment"
	"articast/tts"
)

// The files of an episode are named alike, but for their endings. The MP3 is the first.
const (
	mp3Ending      = ".mp3"
	chaptersEnding = ".chapters.json"
	vttEnding      = ".vtt"
	planEnding     = ".plan.json"
	pageEnding     = ".html"
)

var episodeEndings = []string{mp3Ending, chaptersEnding, vttEnding, planEnding, pageEnding}

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

// decide says, in the order of the sources, what becomes of an article, and whether there is anything to be done.
func (b *batch) decide(ctx context.Context, j *job, err error) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.fatal != nil || b.max > 0 && b.taken == b.max {
		return false
	}
	j.result = &result{Source: article.PublicAddress(j.source)}
	if err != nil {
		b.kept[j.key] = true
		b.blind = b.blind || j.load == nil
		if j.known != nil {
			if j.record = j.known; !b.chosen(j) {
				return false
			}
		}
		j.result.fail(err)
		b.note(j.result)
		return false
	}
	guid := b.identify(j)
	if first, again := b.claimed[guid]; again {
		j.result.Status, j.result.Reason, j.result.Title = statusDuplicate, "the same article as "+first, j.record.Title
		b.note(j.result)
		return false
	}
	j.old = b.state.get(guid)
	if !b.chosen(j) {
		return false
	}
	b.claimed[guid] = article.PublicAddress(j.source)
	b.taken++
	if b.max > 0 {
		b.progress.takes(b.max - b.taken)
	}
	if b.taken == b.max {
		b.enough()
	}
	if j.plan == nil { // as an earlier run has left it
		j.result.about(j.record, statusUnchanged)
		b.note(j.result)
		return false
	}
	if b.digest {
		j.record.GUID = guid
		b.parts = append(b.parts, j)
		j.result.about(j.record, statusRead)
		b.note(j.result)
		return false
	}
	b.settle(j, guid)
	if err := b.checkEpisode(j.record, j.old); err != nil {
		b.fatal = err
		return false
	}
	if err := b.charge(ctx, j.plan); err != nil {
		b.fatal = err
		return false
	}
	b.results = append(b.results, j.result)
	return true
}

// identify returns the GUID of an article: that of its address; of an episode with the same words, or of one that its source had
// before; or else a new one.
func (b *batch) identify(j *job) string {
	if j.plan == nil {
		return j.record.GUID
	}
	guid := guidOf(j.plan.Source, j.record.Text)
	if b.state.get(guid) != nil || b.claimed[guid] != "" {
		return guid
	}
	if same, ok := b.texts[j.record.Text]; ok {
		return same
	}
	if before, ok := b.keys[j.key]; ok && j.plan.Source == "" {
		return before
	}
	return guid
}

// chosen tells whether an article is among those that are asked for.
func (b *batch) chosen(j *job) bool {
	firstSeen := b.now.Format(time.DateOnly)
	if j.old != nil {
		firstSeen = j.old.FirstSeen
	}
	if !b.since.IsZero() && dateOf(j.record.Published, firstSeen).Before(b.since) {
		return false
	}
	return b.match == nil || b.match.MatchString(j.record.Title) || b.match.MatchString(j.source) || b.match.MatchString(j.record.Link)
}

// settle gives an article its GUID, its day, and the name of its files, which it keeps.
func (b *batch) settle(j *job, guid string) {
	r := j.record
	r.GUID, r.Key, r.Input, r.Print = guid, j.key, j.input, j.print
	r.FirstSeen = b.now.Format(time.DateOnly)
	if j.old != nil {
		r.Name, r.FirstSeen = j.old.Name, j.old.FirstSeen
	} else {
		r.Name = r.date().Format(time.DateOnly) + "-" + slug(r.Title)
		if other := b.names[r.Name]; other != "" && other != guid {
			r.Name += "-" + guid[:8]
		}
	}
	b.names[r.Name], b.texts[r.Text], b.keys[j.key] = guid, guid, guid
	j.result.about(r, statusMade)
}

// charge adds to the bill what an engine that costs money is to be given, and asks whether that may be, as it asks for one article: when
// the bill first goes beyond the limit, and again when it has grown by as much. A dry run tells of it in the end.
func (b *batch) charge(ctx context.Context, plan *segment.Plan) error {
	studio, err := b.studio.forLang(plan.Lang)
	if err != nil {
		return err
	}
	bill := studio.bill(plan)
	if bill == nil {
		return nil
	}
	if b.bill != nil {
		bill.runes += b.bill.runes
	}
	b.bill = bill
	cost := b.batchOptions.studio.cost
	limit := cost.above
	cost.above = max(limit, b.agreed)
	if b.dryRun || cost.yes || bill.runes <= cost.above {
		return nil
	}
	if err := b.progress.aside(func() error { return cost.confirm(ctx, bill, streams{in: b.in, errw: b.errw}) }); err != nil {
		return err
	}
	b.agreed = bill.runes + limit
	return nil
}

// make speaks an article and writes its files, unless they are there already.
func (b *batch) make(ctx context.Context, j *job, line *articleLine) error {
	r := j.record
	if b.dryRun {
		return b.foretell(j)
	}
	if old := j.old; old != nil && old.Print == j.print && old.intact(b.dir) {
		r.Duration, r.Files = old.Duration, old.Files
		return b.finish(j, statusUnchanged)
	}
	mp3, err := atomicfile.Create(filepath.Join(b.dir, r.Name+mp3Ending))
	if err != nil {
		return err
	}
	defer mp3.Abort()
	studio, err := b.studio.forLang(j.plan.Lang)
	if err != nil {
		return err
	}
	producer := studio.producer(line.update)
	producer.Cover = b.cover
	if producer.Backend, err = b.studio.speaking(studio, j.langs); err != nil {
		return err
	}
	episode, err := producer.Produce(ctx, j.plan, mp3)
	if err != nil {
		return studio.voice.explain(err)
	}
	file, err := commitChanged(mp3, filepath.Join(b.dir, r.Name+mp3Ending))
	if err != nil {
		return err
	}
	r.Duration, r.Files, r.Incomplete = episode.Duration.Milliseconds(), []fileRecord{file}, len(episode.Skipped) > 0
	for _, ending := range episodeEndings[1:] {
		file, err := writeChanged(filepath.Join(b.dir, r.Name+ending), func(w io.Writer) error { return b.write(w, ending, j, episode) })
		if err != nil {
			return err
		}
		r.Files = append(r.Files, file)
	}
	status := statusMade
	if j.old != nil {
		status = statusChanged
	}
	if r.Incomplete {
		j.result.skipped(episode)
	}
	j.result.Note = heldBack(episode, b.studio.options.level)
	return b.finish(j, status)
}

// write writes one of the files beside an MP3.
func (b *batch) write(w io.Writer, ending string, j *job, e *podcast.Episode) error {
	switch ending {
	case chaptersEnding:
		return podcast.WriteChaptersJSON(w, e)
	case vttEnding:
		return podcast.WriteVTT(w, e)
	case planEnding:
		_, err := w.Write(j.planJSON)
		return err
	}
	return player.Write(w, e, player.Page{Audio: j.record.Name + mp3Ending, Cover: b.cover.Data, Home: "index.html"})
}

// unavailable returns the failure of the engine when nothing could be spoken because of it.
func (b *batch) unavailable() error {
	for _, r := range b.results {
		if r.Status != statusFailed && r.Status != statusRead && r.Status != statusDuplicate {
			return nil
		}
	}
	return b.engineErr
}

// finish remembers an episode.
func (b *batch) finish(j *job, status string) error {
	if err := b.state.put(j.record); err != nil {
		return err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	j.result.about(j.record, status)
	b.say(j.result)
	return nil
}

// foretell says what would be made.
func (b *batch) foretell(j *job) error {
	status := statusMade
	switch {
	case j.old != nil && j.old.Print == j.print && j.old.intact(b.dir):
		status = statusUnchanged
	case j.old != nil:
		status = statusChanged
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	j.record.Duration = b.studio.producer(nil).Estimate(j.plan).Milliseconds()
	j.result.Characters = characters(j.plan)
	j.result.about(j.record, status)
	b.say(j.result)
	return nil
}

// sawFeed notes a feed: the one that is the only source lends the podcast its title.
func (b *batch) sawFeed(f *article.Feed) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.feeds++; b.feeds == 1 {
		b.feed = podcastRecord{Title: f.Title, About: f.About, Language: f.Language}
	}
}

// recordOfPlan is what a plan says of its episode.
func recordOfPlan(plan *segment.Plan, name string) *record {
	return &record{
		Name: name, Link: plan.Source, Title: cmp.Or(plan.Title, name), Author: plan.Byline, Site: plan.Site, Published: plan.Published, Lang: plan.Lang,
		Text: textHash(plan), Notes: podcast.ShowNotes(plan),
	}
}

// textHash is that of the words of an article, whatever stands around it on its page.
func textHash(plan *segment.Plan) string {
	h := sha256.New()
	n := 0
	for _, roles := range [][]segment.Role{{segment.RoleBody, segment.RoleQuote, segment.RoleBlockquote, segment.RoleList, segment.RoleHeading}, nil} {
		for _, s := range plan.Segments {
			if roles != nil && !slices.Contains(roles, s.Role) {
				continue
			}
			words := strings.Join(strings.FieldsFunc(strings.ToLower(s.Text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
			n += len(words)
			io.WriteString(h, words+" ")
		}
		if n > 0 {
			break
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}

// guidOf returns what an episode is called for ever: a hash of the article's address, or of its words where it has none.
func guidOf(address, text string) string {
	if name := addressName(address); name != "" {
		return hashOf("address", name)[:32]
	}
	return hashOf("text", text)[:32]
}

// addressName is an address without what does not tell articles apart: scheme, fragment, a slash at the end, marks of campaigns.
func addressName(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return ""
	}
	query := u.Query()
	for key := range query {
		if strings.HasPrefix(key, "utm_") || key == "fbclid" || key == "gclid" {
			query.Del(key)
		}
	}
	name := strings.ToLower(u.Host) + strings.TrimRight(u.EscapedPath(), "/")
	if len(query) > 0 {
		name += "?" + query.Encode()
	}
	return name
}
