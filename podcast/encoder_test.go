package podcast_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"image"
	"image/png"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"articast/audio"
	"articast/audio/id3"
	"articast/internal/process"
	"articast/podcast"
	"articast/segment"
)

// picture returns a small cover.
func picture(t *testing.T) id3.Picture {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 40, 40))); err != nil {
		t.Fatal(err)
	}
	return id3.Picture{MIME: "image/png", Data: b.Bytes()}
}

// encoder returns a program of the machine.
func encoder(t *testing.T, name string) podcast.Encoder {
	t.Helper()
	c, err := podcast.FindEncoder(name)
	if err != nil {
		t.Skip(err)
	}
	return c
}

// odd is an article with all that may need hiding in what is said about it.
func odd() *segment.Plan {
	plan := article()
	plan.Segments = body(6)
	plan.Title, plan.Byline = `Locks; = gates # and \ "weirs"`, "Nora Weir; Ada = Keeper"
	plan.Segments[0].Chapter = `One = 1; #1 \`
	return plan
}

// encode makes a WAV of the odd article, and of that a file of a format.
func encode(t *testing.T, c podcast.Encoder, format podcast.Format) (*podcast.Episode, *os.File) {
	t.Helper()
	p, e, sound := produceWAV(t, odd())
	out := newFile(t)
	size, err := c.Encode(t.Context(), podcast.Encoding{
		Sound: sound.Name(), Scratch: filepath.Join(t.TempDir(), "scratch"), Format: format, Rate: e.Rate, Kbps: 64, Tag: p.Tag(odd(), e),
	}, out)
	if err != nil {
		t.Fatal(err)
	}
	if info, err := out.Stat(); err != nil || info.Size() != size {
		t.Errorf("%d bytes (%v), not %d", info.Size(), err, size)
	}
	return e, out
}

// TestEncodersKeepTimes: every utterance is heard where its cue says, every chapter begins and ends to the millisecond, and the tag and the
// cover are there.
func TestEncodersKeepTimes(t *testing.T) {
	for _, c := range []struct {
		name   string
		format podcast.Format
	}{
		{podcast.FFmpeg, podcast.FLAC}, {podcast.FFmpeg, podcast.Opus}, {podcast.FFmpeg, podcast.M4B},
		{podcast.FFmpeg, podcast.MP3}, {podcast.LAME, podcast.MP3},
	} {
		t.Run(c.name+" "+c.format.String(), func(t *testing.T) {
			program := encoder(t, c.name)
			if err := program.Try(t.Context(), c.format); err != nil {
				t.Skip(err)
			}
			e, f := encode(t, program, c.format)
			decoded := filepath.Join(t.TempDir(), "decoded.wav")
			if _, errs := oracle(t, "ffmpeg", "-v", "error", "-i", f.Name(), "-f", "wav", decoded); errs != "" {
				t.Errorf("ffmpeg says: %s", errs)
			}
			clip := readWAV(t, decoded)
			t.Logf("largest error %v", checkCues(t, e, clip))
			// The last frame of AAC in MPEG-4 plays on in decoders that do not cut it.
			if off := clip.Duration() - e.Duration; off < -time.Millisecond || off > 50*time.Millisecond {
				t.Errorf("it plays %v, the episode %v", clip.Duration(), e.Duration)
			}
			checkProbed(t, e, f.Name(), c.format)
		})
	}
}

// checkProbed compares what ffprobe finds.
func checkProbed(t *testing.T, e *podcast.Episode, path string, format podcast.Format) {
	t.Helper()
	out, _ := oracle(t, "ffprobe", "-v", "error", "-show_chapters", "-show_format", "-show_streams", "-of", "json", path)
	var shown struct {
		Chapters []struct {
			Start, End int64 // ms
			Tags       map[string]string
		}
		Format  struct{ Tags map[string]string }
		Streams []struct {
			Type        string         `json:"codec_type"`
			Disposition map[string]int `json:"disposition"`
			Tags        map[string]string
		}
	}
	if err := json.Unmarshal([]byte(out), &shown); err != nil {
		t.Fatal(err)
	}
	if len(shown.Chapters) != len(e.Chapters) {
		t.Fatalf("%d chapters, want %d", len(shown.Chapters), len(e.Chapters))
	}
	for i, c := range shown.Chapters {
		want := e.Chapters[i]
		last := i == len(e.Chapters)-1 // whose end ffprobe takes from the stream where the format has none
		if c.Start != want.Start.Milliseconds() || (c.End != want.End.Milliseconds() && !last) || strings.TrimSpace(c.Tags["title"]) != want.Title {
			t.Errorf("chapter %+v, want %+v", c, want)
		}
	}
	tags := shown.Format.Tags
	if format == podcast.Opus { // which has tags of the stream
		tags = shown.Streams[0].Tags
	}
	for name, want := range map[string]string{
		"title": e.Title, "artist": e.Byline, "album": e.Site, "date": e.Published,
		"comment": "https://example.org/canal\narticast test",
	} {
		if name == "date" && format == podcast.MP3 {
			want = "2024"
		}
		if name == "comment" && format == podcast.MP3 {
			want = "https://example.org/canal"
		}
		if got := tags[name]; got != want && !(format == podcast.MP3 && strings.HasPrefix(got, want)) {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	covers := 0
	for _, s := range shown.Streams {
		covers += s.Disposition["attached_pic"]
	}
	if covers != 1 {
		t.Errorf("%d covers", covers)
	}
}

// TestEncodersGiveTheSameBytes: no clock and no random number is in a file.
func TestEncodersGiveTheSameBytes(t *testing.T) {
	program := encoder(t, podcast.FFmpeg)
	for _, format := range []podcast.Format{podcast.FLAC, podcast.Opus, podcast.M4B} {
		_, one := encode(t, program, format)
		_, other := encode(t, program, format)
		if content(t, one) != content(t, other) {
			t.Errorf("two files of %v differ", format)
		}
	}
}

// TestEncodedMP3IsWhole decodes it by our own decoder.
func TestEncodedMP3IsWhole(t *testing.T) {
	for _, name := range []string{podcast.FFmpeg, podcast.LAME} {
		t.Run(name, func(t *testing.T) {
			e, f := encode(t, encoder(t, name), podcast.MP3)
			tag, clip := read(t, f)
			if tag.Title != e.Title || len(tag.Chapters) != len(e.Chapters) || tag.Software != "articast test" {
				t.Errorf("the tag is %+v", tag)
			}
			t.Logf("largest error %v", checkCues(t, e, clip))
			if clip.Duration() != e.Duration {
				t.Errorf("it plays %v, the episode %v", clip.Duration(), e.Duration)
			}
			_, _, sound := produceWAV(t, odd())
			if late := lag(clip.Samples, readWAV(t, sound.Name()).Samples); late != 0 {
				t.Errorf("it plays %d samples late", late)
			}
		})
	}
}

// TestEncoderKeepsTheRate: LAME halves the sample rate at low bitrates unless it is told not to.
func TestEncoderKeepsTheRate(t *testing.T) {
	for _, name := range []string{podcast.FFmpeg, podcast.LAME} {
		t.Run(name, func(t *testing.T) {
			program := encoder(t, name)
			p, e, sound := produceWAV(t, article())
			for _, kbps := range []int{32, 48, 64, 160} {
				out := newFile(t)
				_, err := program.Encode(t.Context(), podcast.Encoding{
					Sound: sound.Name(), Scratch: filepath.Join(t.TempDir(), "scratch"), Format: podcast.MP3, Rate: e.Rate, Kbps: kbps, Tag: p.Tag(article(), e),
				}, out)
				if err != nil {
					t.Errorf("%d kbps: %v", kbps, err)
				}
			}
		})
	}
}

func TestEncoderFails(t *testing.T) {
	if _, err := podcast.FindEncoder("no-such-program"); !errors.Is(err, exec.ErrNotFound) {
		t.Error(err)
	}
	out := newFile(t)
	e := podcast.Encoding{Sound: filepath.Join(t.TempDir(), "none.wav"), Scratch: filepath.Join(t.TempDir(), "scratch"), Format: podcast.FLAC}
	program := encoder(t, podcast.FFmpeg)
	_, err := program.Encode(t.Context(), e, out)
	var failed *podcast.EncodeError
	var ended *process.Error
	if !errors.As(err, &failed) || !errors.As(err, &ended) || !strings.Contains(err.Error(), "make the FLAC: ") {
		t.Errorf("a sound that is not there: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := program.Encode(ctx, e, out); !errors.Is(err, context.Canceled) {
		t.Errorf("after the end: %v", err)
	}
	if content(t, out) != "" {
		t.Error("something is written")
	}
}

// TestWAVAndFLACHaveTheSameSamples: nothing is lost on the way.
func TestWAVAndFLACHaveTheSameSamples(t *testing.T) {
	program := encoder(t, podcast.FFmpeg)
	_, _, sound := produceWAV(t, odd())
	_, f := encode(t, program, podcast.FLAC)
	decoded := filepath.Join(t.TempDir(), "decoded.wav")
	oracle(t, "ffmpeg", "-v", "error", "-i", f.Name(), "-f", "wav", decoded)
	want, got := readWAV(t, sound.Name()), readWAV(t, decoded)
	if !equalClips(got, want) {
		t.Errorf("%v, want %v, or other samples", got, want)
	}
}

func equalClips(a, b audio.Clip) bool { return a.Rate == b.Rate && slices.Equal(a.Samples, b.Samples) }

// lag returns how many samples later than want got is: where they differ least around the first utterance, both ends of its tone among it.
func lag(got, want []float32) int {
	const most, length = 1500, 4 * 22050
	start := slices.IndexFunc(want, func(s float32) bool { return s != 0 })
	least, lag := math.Inf(1), 0
	for by := -most; by <= most; by++ {
		sum := 0.0
		for i := max(start-most, 0); i < start+length; i++ {
			if at := i + by; at >= 0 {
				off := float64(want[i] - got[at])
				sum += off * off
			}
		}
		if sum < least {
			least, lag = sum, by
		}
	}
	return lag
}
