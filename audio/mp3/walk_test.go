package mp3

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
)

// stream returns a short file and its parts.
func stream(t testing.TB) (info, audio []byte) {
	t.Helper()
	c := Config{Rate: 22050, Kbps: 64}
	file, _ := encodeFile(t, c, voice(c.Rate, 11000))
	n := InfoFrameSize(c)
	return file[:n], file[n:]
}

func cat(parts ...[]byte) []byte { return bytes.Join(parts, nil) }

func id3v2(size int) []byte {
	return append([]byte{'I', 'D', '3', 3, 0, 0, 0, 0, byte(size >> 7), byte(size & 127)}, bytes.Repeat([]byte{0xff, 0xf3}, size/2)...)
}

func TestWalkStepsOverTags(t *testing.T) {
	info, sound := stream(t)
	id3v1 := append([]byte("TAG"), make([]byte, 125)...)
	footer := append([]byte{'I', 'D', '3', 4, 0, 0x10, 0, 0, 0, 20}, append(make([]byte, 20), "3DI\x04\x00\x10\x00\x00\x00\x14"...)...)
	ape := make([]byte, 32+40)
	copy(ape, "APETAGEX")
	binary.LittleEndian.PutUint32(ape[12:], 40)
	binary.LittleEndian.PutUint32(ape[20:], 1<<31|1<<29)
	lyrics := []byte("LYRICSBEGININD00002100000LYRICS200")
	plain, err := Verify(bytes.NewReader(cat(info, sound)))
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		in   []byte
		tags int
	}{
		"none":         {cat(info, sound), 0},
		"ID3v2":        {cat(id3v2(4000), info, sound), 1},
		"two ID3v2":    {cat(id3v2(100), id3v2(2000), info, sound), 2},
		"large ID3v2":  {cat(id3v2(16000), info, sound), 1},
		"ID3v2 footer": {cat(footer, info, sound), 1},
		"ID3v1":        {cat(info, sound, id3v1), 1},
		"APE at end":   {cat(info, sound, ape, id3v1), 2},
		"Lyrics3":      {cat(info, sound, lyrics, id3v1), 2},
	} {
		t.Run(name, func(t *testing.T) {
			sum, err := Verify(bytes.NewReader(c.in))
			if err != nil {
				t.Fatal(err)
			}
			if len(sum.Tags) != c.tags || sum.Frames != plain.Frames || sum.CRC != plain.CRC || sum.Bytes != int64(len(c.in)) {
				t.Errorf("got %+v", sum)
			}
		})
	}
}

func TestSniff(t *testing.T) {
	info, sound := stream(t)
	for name, c := range map[string]struct {
		in   []byte
		want bool
	}{
		"a whole file":            {cat(info, sound), true},
		"frames alone":            {sound, true},
		"a tag":                   {id3v2(100), true},
		"one frame":               {info, true},
		"a frame and a tag":       {cat(info, []byte("TAG")), true},
		"a cut second frame":      {cat(info, sound[:HeaderSize]), true},
		"half a frame":            {info[:len(info)/2], false},
		"samples near 0":          {bytes.Repeat([]byte{0xff, 0xff}, 3000), false},
		"a header among samples":  {cat(sound[:HeaderSize], make([]byte, 3000)), false},
		"frames behind something": {cat([]byte{0}, sound), false},
		"nothing":                 {nil, false},
	} {
		if got := Sniff(c.in); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestVerifyNamesTheDamage(t *testing.T) {
	info, sound := stream(t)
	other, _ := encodeFile(t, Config{Rate: 24000, Kbps: 64}, voice(24000, 11000))
	starts := []int{0} // of all frames
	for at := 0; at < len(sound); {
		h, _ := ParseHeader(sound[at:])
		at += h.Size()
		starts = append(starts, at)
	}
	nFrames, cut := len(starts)-1, starts[5]
	flipped := cat(info, sound)
	flipped[len(flipped)-100] ^= 1
	html := []byte("<!DOCTYPE html><html><body>Too many requests</body></html>")
	for name, c := range map[string]struct {
		in   []byte
		want string
	}{
		"nothing":                {nil, "no MP3 frames"},
		"text":                   {[]byte("just some text\n"), "no MP3 frames"},
		"a web page":             {html, "this is a web page"},
		"no Info header":         {sound, "no Info header"},
		"last frame cut short":   {cat(info, sound[:len(sound)-5]), "last frame cut short (20"},
		"last frame missing":     {cat(info, sound[:starts[nFrames-1]]), fmt.Sprintf("Info header says %d frames, found %d", nFrames, nFrames-1)},
		"joined byte by byte":    {cat(info, sound, info, sound), "joined byte by byte: further Info header at byte "},
		"joined thrice":          {cat(info, sound, info, sound, info, sound), "in 2 places"},
		"a web page inside":      {cat(info, sound[:cut], html, sound[cut:]), "a web page of 58 bytes at byte"},
		"zeros inside":           {cat(info, sound, make([]byte, 999), sound), "999 bytes that are no MP3"},
		"another rate":           {cat(info, sound, other), "changes its format at byte"},
		"a flipped bit":          {flipped, "CRC of the music"},
		"a byte lost":            {cat(info, sound[:1000], sound[1001:]), "bytes that are no MP3 at byte"},
		"half an ID3v2 in front": {cat(id3v2(4000)[300:], info, sound), "no MP3 at byte 0"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Verify(bytes.NewReader(c.in))
			var damage *DamageError
			if !errors.As(err, &damage) || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error is %v, want one with %q", err, c.want)
			}
		})
	}
}

func TestWalkGivesEveryFrameOnce(t *testing.T) {
	info, sound := stream(t)
	file := cat(id3v2(300), info, sound)
	var joined []byte
	next := int64(-1)
	sum, err := Walk(iotest.OneByteReader(bytes.NewReader(file)), func(f Frame) error {
		if f.Index != next || !bytes.Equal(file[f.Offset:f.Offset+int64(f.Size())], f.Data) {
			t.Errorf("frame %d at %d", f.Index, f.Offset)
		}
		next++
		joined = append(joined, f.Data...)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(joined, file[310:]) || sum.Frames != next {
		t.Errorf("frames are not the file: %+v", sum)
	}
}

func TestWalkFindsItsWayAfterGarbage(t *testing.T) {
	info, sound := stream(t)
	frames := func(in []byte) int64 {
		sum, err := Walk(bytes.NewReader(in), nil)
		if err != nil {
			t.Fatal(err)
		}
		return sum.Frames
	}
	all := frames(cat(info, sound))
	// False headers: what follows them at their distance is no header of the same stream.
	false3 := append([]byte{0}, bytes.Repeat([]byte{0xff, 0xf3, 0x80, 0xc4, 0xff, 0xfb, 0x90, 0xc4, 0xff, 0xff}, 300)...)
	for name, junk := range map[string][]byte{"zeros": make([]byte, 70000), "0xff": bytes.Repeat([]byte{0xff}, 5000), "false headers": false3} {
		if got := frames(cat(junk, info, sound)); got != all {
			t.Errorf("%s in front: %d frames, want %d", name, got, all)
		}
		if got := frames(cat(info, sound, junk, sound)); got != 2*all {
			t.Errorf("%s between: %d frames, want %d", name, got, 2*all)
		}
	}
}

func TestWalkStopsAtErrors(t *testing.T) {
	info, sound := stream(t)
	want := errors.New("enough")
	calls := 0
	_, err := Walk(bytes.NewReader(cat(info, sound)), func(Frame) error { calls++; return want })
	if !errors.Is(err, want) || calls != 1 {
		t.Errorf("%v after %d calls", err, calls)
	}
	if _, err := Walk(iotest.ErrReader(want), nil); !errors.Is(err, want) {
		t.Error(err)
	}
	if _, err := Verify(io.MultiReader(bytes.NewReader(info), iotest.ErrReader(want))); !errors.Is(err, want) {
		t.Error(err)
	}
}

func TestHeaderBytesRoundTrip(t *testing.T) {
	n := 0
	for i := range 1 << 20 {
		b := []byte{0xff, 0xe0 | byte(i>>15&0x1f), byte(i >> 7), byte(i<<1) &^ 0x0b}
		h, ok := ParseHeader(b)
		if !ok {
			continue
		}
		n++
		again := h.Bytes()
		if again[0] != b[0] || again[1] != b[1] || again[2]&^1 != b[2]&^1 || again[3] != b[3] {
			t.Fatalf("% x comes back as % x", b, again)
		}
		if size := h.Size(); size < 24 || size > maxFrameSize {
			t.Fatalf("% x has a frame of %d bytes", b, size)
		}
	}
	if n == 0 {
		t.Error("no valid header")
	}
}

func FuzzMP3Frames(f *testing.F) {
	info, sound := stream(f)
	f.Add(cat(info, sound[:1000]))
	f.Add(cat(id3v2(100), info, sound[:500], []byte("TAG")))
	f.Add([]byte("APETAGEXLYRICSBEGIN ID3\x04"))
	f.Fuzz(func(t *testing.T, b []byte) {
		var covered int64
		var end int64
		sum, err := Walk(bytes.NewReader(b), func(fr Frame) error {
			if fr.Offset < end || len(fr.Data) != fr.Size() {
				t.Fatalf("frame at %d overlaps the one before", fr.Offset)
			}
			end = fr.Offset + int64(len(fr.Data))
			covered += int64(len(fr.Data))
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range sum.Tags {
			covered += s.Length
		}
		if len(sum.Tags) < maxStretches && covered+sum.GarbageBytes+int64(sum.Truncated) != int64(len(b)) {
			t.Errorf("%d bytes of frames and tags, %+v of %d", covered, sum, len(b))
		}
		sum.Problems()
		if _, err := Decode(bytes.NewReader(b)); err == nil && sum.Frames == 0 {
			t.Error("decoded a stream without frames")
		}
	})
}

func BenchmarkWalk(b *testing.B) {
	info, sound := stream(b)
	file := cat(info, bytes.Repeat(sound, 100))
	b.SetBytes(int64(len(file)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Walk(bytes.NewReader(file), nil); err != nil {
			b.Fatal(err)
		}
	}
}

func TestSeekProblems(t *testing.T) {
	c := Config{Rate: 22050, Kbps: 64}
	file, stats := encodeFile(t, c, voice(c.Rate, 4*22050))
	frames := file[InfoFrameSize(c):]
	for _, test := range []struct {
		name  string
		spoil func(info []byte, x int) // x is where the Xing fields begin
		want  string
	}{
		{"whole", func([]byte, int) {}, ""},
		{"table", func(info []byte, x int) { info[x+16+50] = 200 }, "table for seeking is wrong: 50 % of the time leads to 78 % of the file in place of 50 %"},
	} {
		info := InfoFrame(c, stats)
		h, _ := ParseHeader(info)
		test.spoil(info, h.sideInfoAt()+h.sideInfoSize())
		stream := slices.Concat(info, frames)
		sum, err := Walk(bytes.NewReader(stream), nil)
		if err != nil {
			t.Fatal(err)
		}
		got, err := SeekProblems(bytes.NewReader(stream), sum)
		if err != nil || strings.Join(got, "; ") != test.want {
			t.Errorf("%s: %q, %v, want %q", test.name, got, err, test.want)
		}
	}
}

func TestSeekProblemsOfStreamsThatAreCutOffWhole(t *testing.T) {
	s := Summary{Frames: 1, First: Header{Version: MPEG2, Rate: 22050}, Info: &Info{Encoder: "LAME", Delay: 576, Padding: 1152}}
	got, err := SeekProblems(strings.NewReader(""), s)
	if err != nil || len(got) != 1 || !strings.HasPrefix(got[0], "Info header says to cut off ") {
		t.Errorf("%q, %v", got, err)
	}
}

// TestStreamIsDecode: the stretches of a stream, put together, are what Decode makes of it at once.
func TestStreamIsDecode(t *testing.T) {
	c := Config{Rate: 22050, Kbps: 64}
	file, _ := encodeFile(t, c, voice(c.Rate, 3*22050+77))
	sum, err := Walk(bytes.NewReader(file), nil)
	if err != nil {
		t.Fatal(err)
	}
	whole, err := Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	var samples []float32
	for s, err := range Stream(bytes.NewReader(file), sum) {
		if err != nil || s.Right != nil {
			t.Fatalf("%v, %d samples on the right", err, len(s.Right))
		}
		samples = append(samples, s.Left...)
	}
	if !slices.Equal(samples, whole.Samples) {
		t.Errorf("%d samples in stretches, %d at once", len(samples), len(whole.Samples))
	}
	for range Stream(bytes.NewReader(file), sum) {
		break // ends the reading too
	}
	for s, err := range Stream(bytes.NewReader(file), Summary{First: sum.First, Changes: make([]Stretch, 1)}) {
		var refused *DecodeError
		if !errors.As(err, &refused) {
			t.Errorf("%v, %v", s, err)
		}
	}
}
