package main

import (
	"context"
	"time"

	"articast/article"
	"articast/segment"
)

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
