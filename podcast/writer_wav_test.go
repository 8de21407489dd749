package podcast_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"slices"
	"testing"
	"time"

	"articast/audio/id3"
	"articast/audio/wav"
	"articast/podcast"
	"articast/segment"
	"articast/tts/tone"
)

// produceWAV makes an episode as a WAV.
func produceWAV(t *testing.T, plan *segment.Plan) (*podcast.Producer, *podcast.Episode, *os.File) {
	t.Helper()
	p := newProducer()
	p.Format = podcast.WAV
	p.Cover = picture(t)
	e, f := produce(t, p, plan)
	return p, e, f
}

// TestWAVIsExact: nothing is heard outside the cues, to the sample, and the sound of each is that of its words.
func TestWAVIsExact(t *testing.T) {
	_, e, f := produceWAV(t, article())
	clip := readWAV(t, f.Name())
	if clip.Rate != e.Rate || clip.Duration() != e.Duration || e.Kbps != 0 {
		t.Errorf("%v in the file; the episode says %v at %d Hz, %d kbps", clip, e.Duration, e.Rate, e.Kbps)
	}
	t.Logf("largest error %v", checkCues(t, e, clip))
	at := 0
	for _, c := range e.Cues {
		start, end := clip.Rate.N(c.Start), clip.Rate.N(c.End)
		if slices.ContainsFunc(clip.Samples[at:start], func(s float32) bool { return s != 0 }) {
			t.Errorf("something is heard between %v and %v", clip.Rate.D(at), c.Start)
		}
		at = end
	}
	// The pauses are those of the plan, which has 600 ms behind the second segment.
	if pause := clip.Rate.N(e.Cues[2].Start) - clip.Rate.N(e.Cues[1].End); pause != clip.Rate.N(600*time.Millisecond) {
		t.Errorf("a pause of %v", clip.Rate.D(pause))
	}
}

// TestWAVHasATag reads the chunk behind the samples.
func TestWAVHasATag(t *testing.T) {
	p, e, f := produceWAV(t, article())
	file := content(t, f)
	if size := binary.LittleEndian.Uint32([]byte(file[4:])); int(size) != len(file)-8 {
		t.Errorf("a file of %d bytes says %d", len(file), size+8)
	}
	samples := int(binary.LittleEndian.Uint32([]byte(file[40:])))
	chunk := []byte(file[wav.HeaderSize+samples:])
	if string(chunk[:4]) != "id3 " {
		t.Fatalf("the samples are followed by %q", chunk[:4])
	}
	tag, err := id3.Read(bytes.NewReader(chunk[8:]))
	if err != nil {
		t.Fatal(err)
	}
	want := p.Tag(article(), e)
	if tag.Title != want.Title || tag.Length != e.Duration.Truncate(time.Millisecond) || len(tag.Chapters) != len(e.Chapters) || !bytes.Equal(tag.Picture.Data, p.Cover.Data) {
		t.Errorf("the tag is %+v", tag)
	}
	for i, c := range tag.Chapters {
		if c.Start != e.Chapters[i].Start.Truncate(time.Millisecond) || c.Title != e.Chapters[i].Title {
			t.Errorf("chapter %+v, want %+v", c, e.Chapters[i])
		}
	}
}

// TestWAVByFFprobe: what is in the chunk is found by others.
func TestWAVByFFprobe(t *testing.T) {
	_, e, f := produceWAV(t, article())
	testFFprobe(t, e, f.Name())
}

func TestWAVWithSomethingBehindIt(t *testing.T) {
	used := newFile(t)
	if _, err := used.WriteAt([]byte{1}, 10<<20); err != nil {
		t.Fatal(err)
	}
	p := &podcast.Producer{Backend: tone.Backend{}, Format: podcast.WAV}
	if _, err := p.Produce(t.Context(), article(), used); err == nil {
		t.Error("no error")
	}
}

// TestWAVOf4GB: what the format cannot say is refused before it is written.
func TestWAVOf4GB(t *testing.T) {
	plan := article()
	plan.Segments[2].PauseBeforeMS = 28 * 60 * 60 * 1000
	f := newFile(t)
	p := &podcast.Producer{Backend: tone.Backend{}, Format: podcast.WAV}
	if _, err := p.Produce(t.Context(), plan, f); !errors.Is(err, wav.ErrTooLong) {
		t.Error(err)
	}
	if n, err := f.Seek(0, io.SeekEnd); n > 1<<20 || err != nil {
		t.Errorf("%d bytes are written (%v)", n, err)
	}
}

func TestProduceWritesNoOtherFormat(t *testing.T) {
	p := &podcast.Producer{Backend: tone.Backend{}, Format: podcast.Opus}
	f := newFile(t)
	if _, err := p.Produce(t.Context(), article(), f); err == nil {
		t.Error("no error")
	}
	if n, err := f.Seek(0, io.SeekEnd); n != 0 || err != nil {
		t.Errorf("%d bytes are written (%v)", n, err)
	}
}

func TestFormatOf(t *testing.T) {
	for name, want := range map[string]podcast.Format{
		"a.mp3": podcast.MP3, "A.WAV": podcast.WAV, "b.flac": podcast.FLAC, "c.opus": podcast.Opus, "d/e.m4b": podcast.M4B, "f.m4a": podcast.M4B,
	} {
		if got, ok := podcast.FormatOf(name); !ok || got != want {
			t.Errorf("%s is %v, %v", name, got, ok)
		}
	}
	for _, name := range []string{"", "a", "mp3", "a.ogg", "a.mp3.txt"} {
		if got, ok := podcast.FormatOf(name); ok {
			t.Errorf("%s is %v", name, got)
		}
	}
}
