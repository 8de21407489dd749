package mp3

import (
	"bytes"
	"strings"
	"testing"

	"articast/audio"
)

func TestInfoFrameHasItsReservedSize(t *testing.T) {
	for _, c := range configs() {
		want := InfoFrameSize(c)
		for _, s := range []Stats{{}, {Frames: 1, Bytes: 208}, {Frames: 1 << 40, Bytes: 1 << 45, Delay: 1 << 20, Padding: 1 << 20}} {
			if got := len(InfoFrame(c, s)); got != want || want < HeaderSize+9+xingSize+lameSize {
				t.Errorf("%v: %d bytes, %d reserved", c, got, want)
			}
		}
	}
}

func TestInfoFrameSaysWhatIsInTheFile(t *testing.T) {
	for _, c := range corners() {
		file, stats := encodeFile(t, c, voice(c.Rate, 9000))
		sum, err := Verify(bytes.NewReader(file))
		if err != nil {
			t.Fatal(err)
		}
		i := sum.Info
		if i.Kind != "Info" || i.Frames != stats.Frames || i.Bytes != int64(len(file)) || i.Length != int64(len(file)) ||
			i.Delay != stats.Delay || i.Padding != stats.Padding || !i.HasCRC || i.CRC != stats.CRC || i.Encoder != lameName {
			t.Errorf("%v: %+v, encoder says %+v", c, i, stats)
		}
	}
}

// Each percent of the time must be found in the table within one step and one frame.
func TestTableForSeeking(t *testing.T) {
	c := Config{Rate: 22050, Kbps: 64}
	file, stats := encodeFile(t, c, make([]float32, 22050*20))
	info := mustInfo(t, file)
	var offsets []int64
	if _, err := Walk(bytes.NewReader(file), func(f Frame) error { offsets = append(offsets, f.Offset); return nil }); err != nil {
		t.Fatal(err)
	}
	for percent, entry := range info.TOC {
		want := offsets[1+int64(percent)*stats.Frames/100]
		got := int64(entry) * int64(len(file)) / 256
		if got > want || want-got > int64(len(file))/256+209 {
			t.Errorf("%d %% is said to be at byte %d, is at %d", percent, got, want)
		}
	}
}

func mustInfo(t *testing.T, file []byte) Info {
	t.Helper()
	sum, err := Walk(bytes.NewReader(file), nil)
	if err != nil || sum.Info == nil {
		t.Fatal("no Info header", err)
	}
	return *sum.Info
}

func TestInfoHeaderOfOtherWriters(t *testing.T) {
	h := Header{Version: MPEG1, Rate: 44100, Kbps: 128, Mode: 1}
	head := h.Bytes()
	frame := func(at int, s string) []byte {
		b := make([]byte, h.Size())
		copy(b, head[:])
		copy(b[at:], s)
		return b
	}
	for name, c := range map[string]struct {
		in   []byte
		want Info
	}{
		"Xing with frames only": {frame(36, "Xing\x00\x00\x00\x01\x00\x00\x01\x02"), Info{Kind: "Xing", Frames: 258, Bytes: -1}},
		"bytes only":            {frame(36, "Xing\x00\x00\x00\x02\x00\x00\x01\x02"), Info{Kind: "Xing", Frames: -1, Bytes: 258}},
		"VBRI": {frame(36, "VBRI\x00\x01\x00\x00\x00\x00\x00\x00\x10\x00\x00\x00\x00\x20"),
			Info{Kind: "VBRI", Frames: 32, Bytes: 4096}},
	} {
		got, ok := parseInfo(h, c.in)
		if !ok || got != c.want {
			t.Errorf("%s: %+v", name, got)
		}
	}
	if _, ok := parseInfo(h, frame(40, "Xing")); ok {
		t.Error("a name in the wrong place is taken")
	}
}

func TestLAMEFilesAreUnderstood(t *testing.T) {
	file := lame(t, wavOf(t, voice(22050, 30000), 22050), "--cbr", "-b", "64")
	sum, err := Walk(bytes.NewReader(file), nil)
	if err != nil {
		t.Fatal(err)
	}
	if sum.Info == nil || !strings.HasPrefix(sum.Info.Encoder, "LAME3") || !sum.Info.HasCRC || sum.Samples() != 30000 || sum.Info.CRC != sum.CRC {
		t.Errorf("%+v, CRC of the music %04x", sum.Info, sum.CRC)
	}
	if got := decode(t, file); len(got.Samples) != 30000 || got.Rate != audio.SampleRate(22050) {
		t.Error(got)
	}
}
