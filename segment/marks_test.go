package segment

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"articast/article"
)

// planText makes the plan of a text in a format.
func planText(t *testing.T, text string, format article.Format, o Options) *Plan {
	t.Helper()
	return planFrom(t, text, "marks", format, o)
}

func TestMarkPause(t *testing.T) {
	for _, c := range []struct {
		length, unit string
		want         time.Duration
	}{
		{"", "", time.Second}, {"1.5", "s", 1500 * time.Millisecond}, {"250", "ms", 250 * time.Millisecond}, {"2", "", 2 * time.Second},
		{"0", "s", 0}, {"1", "MS", time.Millisecond}, {"999999", "s", MaxPause},
	} {
		if got := markPause(c.length, c.unit); got != c.want {
			t.Errorf("markPause(%q, %q) = %v, want %v", c.length, c.unit, got, c.want)
		}
	}
}

func TestMarksAreTextInHTML(t *testing.T) {
	p := planText(t, "<h1>Marks</h1><p>Write [pause:1s] for silence, and it is heard in the words.</p>", article.FormatHTML, Options{})
	s := p.Segments[len(p.Segments)-1]
	if !strings.Contains(s.Text, "[pause:1s]") || len(p.Dropped) > 0 {
		t.Errorf("got %+v, dropped %v", s, p.Dropped)
	}
}

// TestPausesAroundWhatIsMoved: a caption that is moved behind the text keeps its own pause, whichever was set first.
func TestPausesAroundWhatIsMoved(t *testing.T) {
	for range 20 {
		b := &builder{
			units: []unit{{Segment: Segment{Role: RoleBody, Start: 50}}, {Segment: Segment{Role: RoleCaption, Start: 10}}},
			marks: []inlineMark{{span: span{0, 10}, rule: rulePauseMark, pause: 3 * time.Second}, {span: span{60, 70}, rule: rulePauseMark, pause: 2 * time.Second}},
		}
		b.markPauses()
		if after, before := b.units[0].PauseAfterMS, b.units[1].PauseBeforeMS; after != 2000 || before != 3000 {
			t.Fatalf("the pauses are %d and %d", after, before)
		}
	}
}

// TestMarksNameNoFiles keeps an article from somewhere from choosing the file of a voice.
func TestMarksNameNoFiles(t *testing.T) {
	for _, voice := range []string{"../x.onnx", "/tmp/voice", `a\b`, "en.onnx", "en.onnx ", ".hidden"} {
		p := planText(t, "A line of text.\n\n[voice:"+voice+"] It stays where it is.\n", article.FormatText, Options{})
		if s := p.Segments[len(p.Segments)-1]; s.Voice != "" || len(p.Dropped) > 0 {
			t.Errorf("%q: got %+v, dropped %v", voice, s, p.Dropped)
		}
	}
}

func TestKeptMarksDoNothing(t *testing.T) {
	p := planText(t, "A line of text.\n\nIt [pause:5s] stays [voice:ann] where it is.\n", article.FormatMarkdown, Options{Keep: []string{"mark/pause", "mark/voice"}})
	if len(p.Segments) != 2 || p.Segments[1].Voice != "" || p.Segments[0].PauseAfterMS != 900 || len(p.Dropped) > 0 {
		t.Errorf("got %+v, dropped %v", p.Segments, p.Dropped)
	}
}

// TestMarksAnywhere puts marks at any place of a text: nothing is lost, no mark is spoken, no word changes its place.
func TestMarksAnywhere(t *testing.T) {
	parts := []string{
		"[pause]", "[pause:300ms]", "[voice:ann]", "[/voice]", "[Maduro](/məˈdʊəroʊ/)", "The city paid $5 million", "“It rained,” she said.", "He left", " ", " ", "\n\n", ".", "or", "— ",
		"3 p.m.", "- ", "> ", "## ",
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 400 {
		text := "It rained for a week in the hills."
		for range 1 + r.IntN(24) {
			text += parts[r.IntN(len(parts))]
		}
		for _, format := range []article.Format{article.FormatText, article.FormatMarkdown} {
			p := planText(t, text, format, Options{Quotes: []QuoteMode{QuotesVoice, QuotesCue}[r.IntN(2)]})
			for _, s := range p.Segments {
				checkMap(t, s)
				if strings.Contains(s.Spoken, "voice") || strings.Contains(s.Spoken, "pause") || strings.TrimSpace(s.Spoken) == "" || strings.Contains(s.Spoken, "ə") {
					t.Fatalf("%q: segment %s says %q", text, s.ID, s.Spoken)
				}
			}
		}
	}
}

// TestManyMarks takes no more time for each mark than for the last: it is the size that would hang.
func TestManyMarks(t *testing.T) {
	for _, mark := range []string{"[pause]", "[voice:a] b ", "[a](/ə/) ", "[", "[a](/", "[pause:1s] b."} {
		planText(t, "It rained for a week in the hills. "+strings.Repeat(mark, 5_000), article.FormatText, Options{})
	}
}
