package podcast_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"articast/audio"
	"articast/audio/wav"
	"articast/podcast"
	"articast/segment"
)

// oracle runs a program that is not ours and returns what it says on both streams. The test is skipped where it is not installed.
func oracle(t *testing.T, name string, args ...string) (out, errs string) {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skip(err)
	}
	cmd := exec.Command(path, args...)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s: %v\n%s%s", name, err, stdout.String(), stderr.String())
	}
	return stdout.String(), stderr.String()
}

// publish produces an episode of 12 segments for the oracles.
func publish(t *testing.T) (*podcast.Episode, string) {
	t.Helper()
	plan := article()
	plan.Segments = body(12)
	e, f := produce(t, newProducer(), plan)
	return e, f.Name()
}

// TestOracles shows one episode to programs that are not ours.
func TestOracles(t *testing.T) {
	e, path := publish(t)
	for name, test := range map[string]func(*testing.T, *podcast.Episode, string){
		"ffprobe": testFFprobe, "mp3val": testMP3Val, "mutagen": testMutagen, "decoders": testDecoders,
	} {
		t.Run(name, func(t *testing.T) { test(t, e, path) })
	}
}

// testFFprobe compares chapters and names.
func testFFprobe(t *testing.T, e *podcast.Episode, path string) {
	out, errs := oracle(t, "ffprobe", "-v", "warning", "-show_chapters", "-show_format", "-of", "json", path)
	if errs != "" {
		t.Errorf("ffprobe warns: %s", errs)
	}
	var shown struct {
		Chapters []struct {
			Start int64             `json:"start"` // ms
			End   int64             `json:"end"`
			Tags  map[string]string `json:"tags"`
		} `json:"chapters"`
		Format struct {
			Duration string            `json:"duration"`
			Tags     map[string]string `json:"tags"`
		} `json:"format"`
	}
	if err := json.Unmarshal([]byte(out), &shown); err != nil {
		t.Fatal(err)
	}
	if len(shown.Chapters) != len(e.Chapters) {
		t.Fatalf("ffprobe shows %d chapters, want %d", len(shown.Chapters), len(e.Chapters))
	}
	for i, c := range shown.Chapters {
		want := e.Chapters[i]
		if c.Start != want.Start.Milliseconds() || c.End != want.End.Milliseconds() || c.Tags["title"] != want.Title {
			t.Errorf("ffprobe shows %+v, want %+v", c, want)
		}
	}
	if shown.Format.Tags["title"] != e.Title || shown.Format.Tags["artist"] != e.Byline {
		t.Errorf("ffprobe shows %q", shown.Format.Tags)
	}
}

func testMP3Val(t *testing.T, _ *podcast.Episode, path string) {
	out, _ := oracle(t, "mp3val", path)
	if strings.Contains(out, "WARNING") || strings.Contains(out, "ERROR") {
		t.Errorf("mp3val says:\n%s", out)
	}
}

// testDecoders compares cues and duration with what players decode, whose encoder delay they cut themselves.
func testDecoders(t *testing.T, e *podcast.Episode, path string) {
	for _, c := range []struct {
		name string
		args func(in, out string) []string
	}{
		{"mpg123", func(in, out string) []string { return []string{"-q", "-m", "-w", out, in} }},
		{"ffmpeg", func(in, out string) []string { return []string{"-v", "warning", "-i", in, "-f", "wav", out} }},
	} {
		t.Run(c.name, func(t *testing.T) {
			decoded := filepath.Join(t.TempDir(), "decoded.wav")
			if out, errs := oracle(t, c.name, c.args(path, decoded)...); out != "" || errs != "" {
				t.Errorf("%s says: %s%s", c.name, out, errs)
			}
			clip := readWAV(t, decoded)
			t.Logf("largest error %v", checkCues(t, e, clip))
			if off := (clip.Duration() - e.Duration).Abs(); off > frameTime(e.Rate) {
				t.Errorf("%s plays %v, the episode says %v", c.name, clip.Duration(), e.Duration)
			}
		})
	}
}

func readWAV(t *testing.T, path string) audio.Clip {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	clip, err := wav.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	return clip
}

func testMutagen(t *testing.T, e *podcast.Episode, path string) {
	const script = `
import sys
try:
    import mutagen.mp3
except ImportError:
    print("absent"); sys.exit()
m = mutagen.mp3.MP3(sys.argv[1])
print(m.tags["TIT2"], len(m.tags.getall("CHAP")), len(m.tags.getall("CTOC")[0].child_element_ids), int(m.info.length * 1000), m.info.sketchy)
`
	python := "/usr/bin/python3"
	if _, err := os.Stat(python); err != nil {
		python = "python3"
	}
	out, _ := oracle(t, python, "-c", script, path)
	if strings.TrimSpace(out) == "absent" {
		t.Skip("mutagen is not installed")
	}
	var title1, title2, sketchy string
	var chapters, listed, ms int64
	if _, err := fmt.Sscan(out, &title1, &title2, &chapters, &listed, &ms, &sketchy); err != nil {
		t.Fatalf("%q: %v", out, err)
	}
	off := ms - e.Duration.Milliseconds()
	if title1+" "+title2 != e.Title || chapters != int64(len(e.Chapters)) || listed != chapters || off < -1 || off > 1 || sketchy != "False" {
		t.Errorf("mutagen shows %q; want %q, %d chapters, %v", out, e.Title, len(e.Chapters), e.Duration)
	}
}

// TestChaptersBeginWithTheirSegments looks at the chapters of a longer episode: each begins where its first segment does.
func TestChaptersBeginWithTheirSegments(t *testing.T) {
	plan := &segment.Plan{Title: "The Canal", Lang: "en", Segments: body(12)}
	e, _ := produce(t, newProducer(), plan)
	starts := make(map[string]podcast.Cue)
	for _, c := range e.Cues {
		starts[c.SegmentID] = c
	}
	if len(e.Chapters) != 3 {
		t.Fatalf("%d chapters", len(e.Chapters))
	}
	for _, c := range e.Chapters {
		if c.Start != starts[c.SegmentID].Start {
			t.Errorf("chapter %q begins at %v, its segment at %v", c.Title, c.Start, starts[c.SegmentID].Start)
		}
	}
}
