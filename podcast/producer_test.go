package podcast_test

import (
	"context"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"articast/audio"
	"articast/audio/mp3"
	"articast/podcast"
	"articast/segment"
	"articast/tts"
	"articast/tts/tone"
	"articast/tts/ttstest"
)

// article is a small plan with every kind of thing that matters for its sound.
func article() *segment.Plan {
	return &segment.Plan{
		Version: 1, Title: "The Canal", Byline: "Nora Weir", Published: "2024-05-06", Lang: "en",
		Site: "The Lock Gazette", Source: "https://example.org/canal",
		Segments: []segment.Segment{
			{ID: "s0001", Role: segment.RoleTitle, Text: "The Canal", Spoken: "The Canal.", Chapter: "The Canal", PauseAfterMS: 900},
			{ID: "s0002", Role: segment.RoleByline, Text: "By Nora Weir", Spoken: "By Nora Weir.", PauseAfterMS: 600},
			{ID: "s0003", Role: segment.RoleBody, Text: "It was dug in 1831.", Spoken: "It was dug in eighteen thirty-one.", PauseAfterMS: 0},
			{ID: "s0004", Role: segment.RoleQuote, Speaker: "Ada Keeper", Text: "“We had no machines.”", Spoken: "We had no machines.", PauseAfterMS: 150},
			{ID: "s0005", Role: segment.RoleBody, Text: "* * *", Spoken: "* * *", PauseAfterMS: 500},
			{ID: "s0006", Role: segment.RoleHeading, Text: "The flood", Spoken: "The flood.", Chapter: "The flood", PauseBeforeMS: 1200, PauseAfterMS: 800},
			{ID: "s0007", Role: segment.RoleBlockquote, Text: "Water came over the gates.", Spoken: "Water came over the gates.", PauseAfterMS: 700},
			{ID: "s0008", Role: segment.RoleBody, Voice: "piccolo", Text: "Nobody slept.", Spoken: "Nobody slept.", PauseAfterMS: 333},
			{ID: "s0009", Role: segment.RoleNote, Text: "†", Spoken: "†", PauseBeforeMS: 100, PauseAfterMS: 200},
		},
	}
}

func newProducer() *podcast.Producer {
	return &podcast.Producer{
		Backend:  tone.Backend{},
		Cast:     podcast.Cast{Narrator: "alto", Quote: "tenor", Speakers: map[string]string{"Ada Keeper": "soprano"}},
		Software: "articast test",
	}
}

func TestProduceSaysWhatIsHeardWhen(t *testing.T) {
	for _, rate := range []audio.SampleRate{16000, 22050, 24000, 44100} {
		p := newProducer()
		p.Backend = tone.Backend{Rate: rate}
		e, f := produce(t, p, article())
		_, clip := read(t, f)
		worst := checkCues(t, e, clip)
		t.Logf("%d Hz: largest error %v", rate, worst)
		if clip.Rate != rate || e.Rate != rate || e.Kbps != mp3.DefaultKbps {
			t.Errorf("file at %d Hz, episode at %d Hz, %d kbps", clip.Rate, e.Rate, e.Kbps)
		}
		if clip.Duration() != e.Duration {
			t.Errorf("%d Hz: the file plays %v, the episode says %v", rate, clip.Duration(), e.Duration)
		}
	}
}

func TestPausesAreThePlans(t *testing.T) {
	e, f := produce(t, newProducer(), article())
	_, clip := read(t, f)
	frame := frameTime(e.Rate)
	least := e.Rate.D(3*mp3.SamplesPerFrame(e.Rate)) / time.Millisecond     // where the plan has none
	want := []time.Duration{0, 900, 600, least, 150 + 500 + 1200, 800, 700} // ms before each cue; the segment between has nothing to say
	if len(e.Cues) != len(want) {
		t.Fatalf("%d cues", len(e.Cues))
	}
	end := time.Duration(0)
	for i, c := range e.Cues {
		pause := c.Start - end
		if off := (pause - want[i]*time.Millisecond).Abs(); off > frame || pause < 0 {
			t.Errorf("%v before segment %s, want %v ms", pause, c.SegmentID, want[i])
		}
		if n := e.Rate.N(c.Start); n%mp3.SamplesPerFrame(e.Rate) != 0 {
			t.Errorf("segment %s begins at sample %d, not with a frame", c.SegmentID, n)
		}
		// Well inside the pause nothing is heard but what the codec smears.
		for _, s := range clip.Samples[clip.Rate.N(end)+576 : max(clip.Rate.N(end)+576, clip.Rate.N(c.Start)-576)] {
			if math.Abs(float64(s)) > 0.001 {
				t.Fatalf("a sample of %v in the pause before segment %s", s, c.SegmentID)
			}
		}
		end = c.End
	}
	if tail := e.Duration - end; (tail - 633*time.Millisecond).Abs() > frame {
		t.Errorf("%v after the last segment", tail)
	}
	if !slices.Equal(e.Silent, []string{"s0005", "s0009"}) {
		t.Errorf("silent segments %q", e.Silent)
	}
}

func TestVoicesOfTheCast(t *testing.T) {
	e, _ := produce(t, newProducer(), article())
	var voices []string
	for _, c := range e.Cues {
		voices = append(voices, c.Voice)
	}
	if want := []string{"alto", "alto", "alto", "soprano", "alto", "tenor", "piccolo"}; !slices.Equal(voices, want) {
		t.Errorf("voices %q, want %q", voices, want)
	}
	quote := segment.Segment{Role: segment.RoleQuote, Speaker: "Ada Keeper"}
	for _, c := range []struct {
		cast podcast.Cast
		seg  segment.Segment
		want string
	}{
		{podcast.Cast{}, quote, ""},
		{podcast.Cast{Narrator: "n"}, quote, "n"},
		{podcast.Cast{Narrator: "n", Quote: "q"}, quote, "q"},
		{podcast.Cast{Narrator: "n", Quote: "q"}, segment.Segment{Role: segment.RolePullquote}, "n"},
		{podcast.Cast{Narrator: "n", Speakers: map[string]string{"": "x"}}, segment.Segment{Role: segment.RoleQuote}, "n"},
		{podcast.Cast{Narrator: "n", Speakers: map[string]string{"Ada Keeper": "a"}}, segment.Segment{Role: segment.RoleBody, Speaker: "Ada Keeper"}, "n"},
		{podcast.Cast{Narrator: "n", Speakers: map[string]string{"ada keeper": "a"}}, quote, "a"},
		{podcast.Cast{Narrator: "n", Quote: "q", Quotes: []string{"q", "r"}}, segment.Segment{Role: segment.RoleQuote}, "q"},
		{podcast.Cast{Narrator: "n", Quote: "q", Quotes: []string{"q", "r"}, Speakers: map[string]string{"Ada Keeper": "a"}}, quote, "a"},
	} {
		if got := c.cast.Voice(c.seg); got != c.want {
			t.Errorf("%+v, %s: voice %q, want %q", c.cast, c.seg.Role, got, c.want)
		}
	}
}

func TestCuesCarryTheText(t *testing.T) {
	e, _ := produce(t, newProducer(), article())
	want := podcast.Cue{
		SegmentID: "s0004", Role: segment.RoleQuote, Speaker: "Ada Keeper", Voice: "soprano", Lang: "en",
		Text: "“We had no machines.”", Spoken: "We had no machines.",
	}
	got := e.Cues[3]
	got.Start, got.End = 0, 0
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
	if e.Title != "The Canal" || e.Byline != "Nora Weir" || e.Published != "2024-05-06" || e.Site != "The Lock Gazette" || e.Source == "" {
		t.Errorf("%+v", e)
	}
}

func TestTagAndChapters(t *testing.T) {
	e, f := produce(t, newProducer(), article())
	tag, _ := read(t, f)
	if tag.Title != "The Canal" || tag.Artist != "Nora Weir" || tag.Album != "The Lock Gazette" || tag.Date != "2024-05-06" ||
		tag.URL != "https://example.org/canal" || tag.Software != "articast test" || tag.Length != e.Duration.Truncate(time.Millisecond) {
		t.Errorf("%+v", tag)
	}
	flood := e.Cues[4]
	want := []podcast.Chapter{
		{Title: "The Canal", SegmentID: "s0001", Start: 0, End: flood.Start},
		{Title: "The flood", SegmentID: "s0006", Start: flood.Start, End: e.Duration},
	}
	if !slices.Equal(e.Chapters, want) {
		t.Errorf("chapters %+v, want %+v", e.Chapters, want)
	}
	for i, c := range tag.Chapters {
		w := want[i]
		if c.Title != w.Title || c.Start != w.Start.Truncate(time.Millisecond) || c.End != w.End.Truncate(time.Millisecond) {
			t.Errorf("chapter %d of the tag is %+v, want %+v", i, c, w)
		}
	}
	if len(tag.Chapters) != len(want) {
		t.Errorf("%d chapters in the tag", len(tag.Chapters))
	}
}

func TestOddChapters(t *testing.T) {
	one := func(id, chapter, spoken string) segment.Segment {
		return segment.Segment{ID: id, Text: spoken, Spoken: spoken, Chapter: chapter, PauseAfterMS: 300}
	}
	for name, c := range map[string]struct {
		title    string
		segments []segment.Segment
		want     []string
	}{
		"none":                 {"Title", []segment.Segment{one("a", "", "One."), one("b", "", "Two.")}, []string{"Title"}},
		"none, no title":       {"", []segment.Segment{one("a", "", "One.")}, nil},
		"first one late":       {"Title", []segment.Segment{one("a", "", "One."), one("b", "B", "Two.")}, []string{"B"}},
		"first one silent":     {"Title", []segment.Segment{one("a", "A", "*"), one("b", "", "Two.")}, []string{"A"}},
		"two at once":          {"Title", []segment.Segment{one("a", "A", "One."), one("b", "B", "*"), one("c", "C", "Two.")}, []string{"A", "C"}},
		"nothing said after":   {"Title", []segment.Segment{one("a", "A", "One."), one("b", "B", "*")}, []string{"A"}},
		"two at once at first": {"Title", []segment.Segment{one("a", "A", "*"), one("b", "B", "*"), one("c", "C", "Two.")}, []string{"C"}},
	} {
		plan := &segment.Plan{Title: c.title, Segments: c.segments}
		e, f := produce(t, newProducer(), plan)
		tag, _ := read(t, f)
		var titles []string
		at := time.Duration(0)
		for i, ch := range e.Chapters {
			titles = append(titles, ch.Title)
			if ch.Start != at || ch.End <= ch.Start || tag.Chapters[i].Title != ch.Title {
				t.Errorf("%s: chapter %+v after %v; tag %+v", name, ch, at, tag.Chapters[i])
			}
			at = ch.End
		}
		if !slices.Equal(titles, c.want) || len(tag.Chapters) != len(c.want) || at != e.Duration && c.want != nil {
			t.Errorf("%s: %q, want %q, up to %v of %v", name, titles, c.want, at, e.Duration)
		}
	}
}

func TestLongSegmentsAreCut(t *testing.T) {
	p := newProducer()
	p.Backend = tone.Backend{MaxRunes: 60}
	plan := article()
	long := "The lock was built of granite from the north, and it held for ninety years; then, in a single night, it gave way, and the people of the town woke to the sound of it."
	plan.Segments[2].Spoken = long
	e, f := produce(t, p, plan)
	_, clip := read(t, f)
	checkCues(t, e, clip)
	cue := e.Cues[2]
	if len(cue.Parts) < 3 {
		t.Fatalf("%d parts", len(cue.Parts))
	}
	var heard []string
	end := cue.Start
	for _, part := range cue.Parts {
		text := cue.Spoken[part.SpokenStart:part.SpokenEnd]
		heard = append(heard, text)
		if tts.CheckLimit(text, 60) != nil || end > cue.Start && (part.Start-end-300*time.Millisecond).Abs() > frameTime(e.Rate) {
			t.Errorf("part %q from %v, the one before ends at %v", text, part.Start, end)
		}
		end = part.End
	}
	if strings.Join(heard, " ") != long || cue.End != end || cue.Parts[0].Start != cue.Start {
		t.Errorf("%q, %v to %v", heard, cue.Start, cue.End)
	}
	if len(e.Cues) != 7 {
		t.Errorf("%d cues", len(e.Cues))
	}
}

func TestSameInputSameBytes(t *testing.T) {
	var first string
	for _, jobs := range []int{1, 2, 9} {
		p := newProducer()
		p.Jobs = jobs
		p.Backend = ttstest.Faulty(tone.Backend{}, ttstest.Faults{Seed: uint64(jobs), Delay: time.Millisecond})
		_, f := produce(t, p, article())
		data := content(t, f)
		if first == "" {
			first = data
		}
		if data != first {
			t.Errorf("with %d jobs the file is another", jobs)
		}
	}
	cache := tts.OpenCache(t.TempDir())
	for range 2 {
		p := newProducer()
		p.Backend = tts.Cached(tone.Backend{}, cache)
		_, f := produce(t, p, article())
		data := content(t, f)
		if data != first {
			t.Error("with a cache the file is another")
		}
	}
	if c := cache.Counts(); c.Hits != 7+4 || c.Misses != 7+4 { // four voices have said their trial sentence
		t.Errorf("%+v", c)
	}
}

func TestProgress(t *testing.T) {
	p := newProducer()
	p.Backend = tone.Backend{MaxRunes: 20}
	var told []podcast.Progress
	p.Progress = func(s podcast.Progress) { told = append(told, s) }
	plan := article()
	e, _ := produce(t, p, plan)
	first, last := told[0], told[len(told)-1]
	if first.DoneSegments != 0 || first.DoneRunes != 0 || first.Audio != 0 || first.TotalSegments != 9 || first.TotalRunes == 0 {
		t.Errorf("first %+v", first)
	}
	if last.DoneSegments != 9 || last.DoneRunes != last.TotalRunes || last.Audio != e.Duration {
		t.Errorf("last %+v", last)
	}
	for i := 1; i < len(told); i++ {
		a, b := told[i-1], told[i]
		if b.DoneSegments < a.DoneSegments || b.DoneRunes < a.DoneRunes || b.Audio < a.Audio || b.TotalRunes != a.TotalRunes {
			t.Errorf("%+v after %+v", b, a)
		}
	}
}

func TestEstimate(t *testing.T) {
	plan := &segment.Plan{Segments: []segment.Segment{
		{Spoken: strings.Repeat("words ", 300)[:1700], PauseAfterMS: 1500, PauseBeforeMS: 500},
	}}
	for pace, want := range map[float64]time.Duration{0: 102 * time.Second, 1: 102 * time.Second, 2: 52 * time.Second} {
		p := podcast.Producer{Prosody: tts.Prosody{Rate: pace}}
		if got := p.Estimate(plan); got != want {
			t.Errorf("at pace %v: %v, want %v", pace, got, want)
		}
	}
}

func TestNothingClips(t *testing.T) {
	p := newProducer()
	p.Backend = backendFunc(func(ctx context.Context, u tts.Utterance) (audio.Clip, error) {
		clip, err := tone.Backend{}.Synthesize(ctx, u)
		for i := range clip.Samples {
			clip.Samples[i] *= 2 // tones at full scale
		}
		return clip, err
	})
	_, f := produce(t, p, article())
	_, clip := read(t, f)
	if low, high := slices.Min(clip.Samples), slices.Max(clip.Samples); low < -0.89 || high > 0.89 || high < 0.1 {
		t.Errorf("samples between %v and %v", low, high)
	}
}

// The people quoted share the voices, and who else is quoted does not change whose voice is whose.
func TestCastSharesVoices(t *testing.T) {
	cast := podcast.Cast{Narrator: "n", Quote: "a", Quotes: []string{"a", "b", "c"}}
	voices := map[string]int{}
	for _, name := range []string{"Ada Keeper", "Ann Lee", "Bob Hill", "Carla Weiss", "Dan Poole", "Eva Roth", "Finn Lang", "Gina Moss", "Hugo Beck"} {
		s := segment.Segment{Role: segment.RoleQuote, Speaker: name}
		voices[cast.Voice(s)]++
		if again := cast.Voice(s); again != cast.Voice(segment.Segment{Role: segment.RoleQuote, Speaker: strings.ToUpper(name)}) {
			t.Errorf("%s has the voice %q, in capitals another", name, again)
		}
	}
	if len(voices) != 3 || voices["n"] > 0 {
		t.Errorf("nine people have the voices %v, want all three of the quotation voices", voices)
	}
}
