package id3

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
)

// full uses every field, with text that Latin-1 cannot hold.
func full() Tag {
	return Tag{
		Title: "Ein Brief nach Łódź 📬", Artist: "Ana Müller & Ko Tanaka", Album: "The Example", Genre: "Podcast", Track: 7,
		Date: "2019-08-19", Language: "eng", Copyright: "© 2019 The Example", Software: "articast test",
		URL: "https://example.org/a?b=c", Comment: "two\nlines", Lyrics: "Words\nand words.", Length: 61234 * time.Millisecond,
		Picture:  Picture{MIME: "image/png", Data: []byte{0, 0xff, 0xe0, 0, 1}},
		Chapters: chapters(3),
	}
}

func chapters(n int) []Chapter {
	list := make([]Chapter, n)
	for i := range list {
		list[i] = Chapter{
			Start: time.Duration(i) * 20123 * time.Millisecond, End: time.Duration(i+1) * 20123 * time.Millisecond,
			Title: fmt.Sprintf("Chapter №%d", i+1), URL: fmt.Sprintf("https://example.org/#p%d", i),
		}
	}
	return list
}

func encode(t *testing.T, tag Tag, minSize int) []byte {
	t.Helper()
	b, err := tag.Encode(minSize)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestRoundTrip(t *testing.T) {
	long := strings.Repeat("A title that goes on and on 🎧 ", 8) + "and ends"
	for name, tag := range map[string]Tag{
		"empty":            {},
		"full":             full(),
		"year only":        {Date: "1999"},
		"long emoji title": {Title: long, Chapters: []Chapter{{End: time.Second, Title: long}, {Start: time.Second, End: 2 * time.Second, Title: "x"}}},
		"300 chapters":     {Title: "t", Chapters: chapters(300)},
		"no title":         {Chapters: []Chapter{{Start: 0, End: 5 * time.Millisecond}}},
		"unknown language": {Language: "und", Comment: "c"},
		"largest time":     {Chapters: []Chapter{{End: maxMillis * time.Millisecond, Title: "x"}}},
	} {
		t.Run(name, func(t *testing.T) {
			b := encode(t, tag, 0)
			r := bytes.NewReader(append(b, "sound"...))
			got, err := Read(r)
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(got, tag) {
				t.Errorf("got  %+v\nwant %+v", got, tag)
			}
			if rest, _ := io.ReadAll(r); string(rest) != "sound" {
				t.Errorf("reader is left at %q", rest)
			}
		})
	}
}

func TestEncodeIsDeterministic(t *testing.T) {
	if !bytes.Equal(encode(t, full(), 5000), encode(t, full(), 5000)) {
		t.Error("two encodings differ")
	}
}

func TestEncodePads(t *testing.T) {
	need := len(encode(t, full(), 0))
	for _, min := range []int{0, need - 1, need, need + 1, need + 5000} {
		b := encode(t, full(), min)
		if want := max(need, min); len(b) != want {
			t.Errorf("minimum %d gives %d bytes, want %d", min, len(b), want)
		}
		if got, err := Read(bytes.NewReader(b)); err != nil || got.Title != full().Title {
			t.Errorf("minimum %d: %v", min, err)
		}
	}
}

func TestSizeIsEnoughForAnyLength(t *testing.T) {
	tag := full()
	room, err := tag.Size()
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range []time.Duration{0, time.Second, 10 * time.Hour, maxMillis * time.Millisecond} {
		tag.Length = d
		tag.Chapters[2].Start, tag.Chapters[2].End = d, d
		if b := encode(t, tag, room); len(b) != room {
			t.Errorf("%v takes %d bytes, %d reserved", d, len(b), room)
		}
	}
	if tag.Length == 0 || full().Chapters[1].Start == 0 {
		t.Error("Size changed its tag")
	}
}

// The sizes of frames and sub-frames are plain: this is what version 2.3 says and ffmpeg expects.
func TestSubFrameSizesArePlain(t *testing.T) {
	title := strings.Repeat("x", 200)
	b := encode(t, Tag{Chapters: []Chapter{{End: time.Second, Title: title}}}, 0)
	at := bytes.LastIndex(b, []byte("TIT2"))
	if got, want := binary.BigEndian.Uint32(b[at+4:]), uint32(1+2+2*200); got != want {
		t.Errorf("size is %d, want %d", got, want)
	}
}

func TestTableOfContentsIsNestedAbove255(t *testing.T) {
	for _, c := range []struct{ chapters, tables int }{{1, 1}, {255, 1}, {256, 3}, {510, 3}, {511, 4}} {
		b := encode(t, Tag{Chapters: chapters(c.chapters)}, 0)
		if got := bytes.Count(b, []byte("CTOC")); got != c.tables {
			t.Errorf("%d chapters have %d tables of contents, want %d", c.chapters, got, c.tables)
		}
	}
}

func TestReadTellsOfDamage(t *testing.T) {
	whole := encode(t, Tag{Title: "t", Chapters: chapters(2)}, 0)
	at := func(id string) int { return bytes.Index(whole, []byte(id)) }
	for _, c := range []struct {
		want, old, new string
		at             int
	}{
		{"", "", "", 0},
		{"its frame CHAP is cut off, and what follows is lost", "\x00", "\x7f", at("CHAP") + 4},
		{`its table of contents names "chpX", which is not there`, "chp0", "chpX", at("chp0")},
		{"its frame TIT2 has no known encoding", "\x01", "\x09", at("TIT2") + 10},
		{"336 bytes in it are no frame", "T", "t", at("TIT2")},
	} {
		b := bytes.Clone(whole)
		if string(b[c.at:c.at+len(c.old)]) != c.old {
			t.Fatalf("at %d stands %q, not %q", c.at, b[c.at:c.at+len(c.old)], c.old)
		}
		copy(b[c.at:], c.new)
		if got, err := Read(bytes.NewReader(b)); err != nil || got.Damage != c.want {
			t.Errorf("%q: %q, %v", c.want, got.Damage, err)
		}
	}
}

func TestTextIsMadeSafe(t *testing.T) {
	tag := Tag{Title: " two\nlines\x00and more\t", URL: "https://example.org/ä b", Comment: "a\x00b", Artist: "bad \xff byte"}
	got, err := Read(bytes.NewReader(encode(t, tag, 0)))
	if err != nil {
		t.Fatal(err)
	}
	want := Tag{Title: "two lines and more", URL: "https://example.org/%C3%A4%20b", Comment: "ab", Artist: "bad \ufffd byte"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
}

func TestDates(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "2019": "2019", "2019-08": "2019", "2019-08-19": "2019-08-19",
		"2019-08-19T04:45:00-04:00": "2019-08-19", "last week": "", "20": "", "2019/08/19": "2019",
	} {
		got, err := Read(bytes.NewReader(encode(t, Tag{Date: in}, 0)))
		if err != nil || got.Date != want {
			t.Errorf("%q comes back as %q, %v", in, got.Date, err)
		}
	}
}

func TestLanguages(t *testing.T) {
	for in, want := range map[string]string{
		"en": "eng", "en-GB": "eng", "de_DE": "ger", "deu": "deu", "zh-Hans": "chi", "x-klingon": "und", "": "und", "123": "und",
	} {
		if got := Language(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}

func TestEncodeRefuses(t *testing.T) {
	for name, tag := range map[string]Tag{
		"end before start":  {Chapters: []Chapter{{Start: 2, End: 1}}},
		"negative start":    {Chapters: []Chapter{{Start: -time.Second, End: 1}}},
		"time beyond range": {Chapters: []Chapter{{End: (maxMillis + 1) * time.Millisecond}}},
		"too many":          {Chapters: make([]Chapter, maxChapters+1)},
		"too large":         {Picture: Picture{Data: make([]byte, maxTag)}},
	} {
		_, err := tag.Encode(0)
		var limit *LimitError
		if !errors.As(err, &limit) {
			t.Errorf("%s: error is %v", name, err)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	good := encode(t, full(), 0)
	for name, in := range map[string][]byte{
		"nothing":       nil,
		"no tag":        []byte("\xff\xfb\x90\x00 and so on"),
		"version 2.2":   append([]byte("ID3\x02"), good[4:]...),
		"cut short":     good[:len(good)-1],
		"size too big":  []byte("ID3\x03\x00\x00\x7f\x7f\x7f\x7f"),
		"size not safe": []byte("ID3\x03\x00\x00\x80\x00\x00\x00"),
	} {
		if _, err := Read(bytes.NewReader(in)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if _, err := Read(strings.NewReader("hello, world")); !errors.Is(err, ErrNoTag) {
		t.Error(err)
	}
}

// frame24 writes a version 2.4 frame with a size of seven bits a byte.
func frame24(id string, flags byte, body string) string {
	n := len(body)
	return id + string([]byte{byte(n >> 21 & 127), byte(n >> 14 & 127), byte(n >> 7 & 127), byte(n & 127), 0, flags}) + body
}

func tag24(frames string) []byte {
	head := frame24("ID3\x04", 0, frames)
	return []byte("ID3\x04\x00\x00" + head[4:8] + frames)
}

func TestReadVersion24(t *testing.T) {
	long := strings.Repeat("é", 100) // 200 bytes: a size with two digits
	chap := "c0\x00" + "\x00\x00\x03\xe8" + "\x00\x00\x07\xd0" + strings.Repeat("\xff", 8)
	plain := "TIT2\x00\x00\x00\xc9\x00\x00\x03" + long
	for name, in := range map[string]string{
		"synchsafe sub-frames": frame24("CHAP", 0, chap+frame24("TIT2", 0, "\x03"+long)),
		"plain sub-frames":     frame24("CHAP", 0, chap+plain),
	} {
		got, err := Read(bytes.NewReader(tag24(frame24("TDRC", 0, "\x002020-01-02") + in + "\x00\x00\x00\x00")))
		want := Tag{Date: "2020-01-02", Chapters: []Chapter{{Start: time.Second, End: 2 * time.Second, Title: long}}}
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %+v, %v", name, got, err)
		}
	}
}

func TestReadFrameFlags(t *testing.T) {
	in := frame24("TPE1", 2|1, "\x00\x00\x00\x05\x00A\xff\x00B") + // unsynchronised, with a length
		frame24("TALB", 8, "\x00compressed") + frame24("TIT2", 0, "\x02\xfe\xff\x00H\x00i")
	got, err := Read(bytes.NewReader(tag24(in)))
	if want := (Tag{Artist: "AÿB", Title: "Hi"}); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestReadExtendedHeaderAndUnsync(t *testing.T) {
	frames := "\x00\x00\x00\x06\x00\x00\x00\x00\x00\x00" + "TIT2\x00\x00\x00\x02\x00\x00\x00\xff"
	unsynced := strings.ReplaceAll(frames, "\xff", "\xff\x00")
	in := "ID3\x03\x00\xc0\x00\x00\x00" + string([]byte{byte(len(unsynced))}) + unsynced
	got, err := Read(strings.NewReader(in))
	if err != nil || got.Title != "ÿ" {
		t.Errorf("got %+v, %v", got, err)
	}
}

// sound is a minute of silent frames at 22.05 kHz, 64 kbps, so that tools take the file for an MP3.
func sound() []byte {
	frame := make([]byte, 208)
	copy(frame, "\xff\xf3\x80\xc4")
	return bytes.Repeat(frame, 2297)
}

func writeFile(t *testing.T, tag Tag) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "a.mp3")
	if err := os.WriteFile(name, append(encode(t, tag, 0), sound()...), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

// ffprobe is an independent reader of chapters and tags.
func TestFFprobeShowsChaptersAndTags(t *testing.T) {
	if _, err := exec.LookPath("ffprobe"); err != nil {
		t.Skip("ffprobe is not installed")
	}
	for _, n := range []int{3, 300} {
		tag := full()
		tag.Picture = Picture{}
		tag.Chapters = chapters(n)
		tag.Chapters[1].Title = strings.Repeat("Ein sehr langer Titel 🎙 ", 12) + "mit Schluß"
		out, err := exec.Command("ffprobe", "-v", "error", "-of", "json", "-show_chapters", "-show_format", writeFile(t, tag)).CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		var got struct {
			Chapters []struct {
				Start int64 `json:"start"`
				End   int64 `json:"end"`
				Tags  struct{ Title string }
			}
			Format struct{ Tags map[string]string }
		}
		if err := json.Unmarshal(out, &got); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		if len(got.Chapters) != n {
			t.Fatalf("%d chapters shown, want %d", len(got.Chapters), n)
		}
		for i, c := range got.Chapters {
			w := tag.Chapters[i]
			if c.Tags.Title != w.Title || c.Start != w.Start.Milliseconds() || c.End != w.End.Milliseconds() {
				t.Errorf("chapter %d is %+v, want %+v", i, c, w)
			}
		}
		for key, want := range map[string]string{"title": tag.Title, "artist": tag.Artist, "album": tag.Album, "copyright": tag.Copyright} {
			if got.Format.Tags[key] != want {
				t.Errorf("%s is %q, want %q", key, got.Format.Tags[key], want)
			}
		}
	}
}

const mutagenScript = `
import sys, json
from mutagen.id3 import ID3
t = ID3(sys.argv[1])
print(json.dumps({"version": list(t.version), "title": str(t["TIT2"]), "toc": t["CTOC:toc"].child_element_ids,
 "flags": t["CTOC:toc"].flags, "chapters": [[c.start_time, c.end_time, str(c.sub_frames["TIT2"])] for c in t.getall("CHAP")],
 "lyrics": [str(u) for u in t.getall("USLT")], "picture": len(t.getall("APIC")[0].data)}))
`

// mutagen is stricter than ffprobe and reads the table of contents too.
func TestMutagenReadsTheTag(t *testing.T) {
	python, err := exec.LookPath("/usr/bin/python3")
	if err != nil || exec.Command(python, "-c", "import mutagen").Run() != nil {
		t.Skip("python3-mutagen is not installed")
	}
	out, err := exec.Command(python, "-c", mutagenScript, writeFile(t, full())).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	var got struct {
		Version  []int
		Title    string
		TOC      []string
		Flags    int
		Chapters [][]any
		Lyrics   []string
		Picture  int
	}
	if err := json.Unmarshal(out, &got); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if got.Title != full().Title || got.Flags != 3 || strings.Join(got.TOC, " ") != "chp0 chp1 chp2" ||
		len(got.Chapters) != 3 || got.Chapters[1][2] != "Chapter №2" || got.Lyrics[0] != full().Lyrics || got.Picture != 5 {
		t.Errorf("mutagen reads %+v", got)
	}
}

func FuzzID3(f *testing.F) {
	for _, tag := range []Tag{{}, full(), {Chapters: chapters(260)}} {
		b, err := tag.Encode(0)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Add(tag24(frame24("TIT2", 3, "\x00\x00\x00\x05\x01\xff\xfea\x00")))
	f.Fuzz(func(t *testing.T, b []byte) {
		tag, err := Read(bytes.NewReader(b))
		if err != nil {
			return
		}
		tag.Chapters = ordered(tag.Chapters)
		again, err := tag.Encode(0)
		if err != nil {
			t.Fatalf("what was read cannot be written: %v", err)
		}
		got, err := Read(bytes.NewReader(again))
		if err != nil {
			t.Fatal(err)
		}
		if len(got.Chapters) != len(tag.Chapters) || got.Length != tag.Length {
			t.Errorf("got %+v, want %+v", got, tag)
		}
	})
}

// ordered drops chapters that end before they start: they can be read but not written.
func ordered(list []Chapter) []Chapter {
	var keep []Chapter
	for _, c := range list {
		if c.End >= c.Start && c.End.Milliseconds() <= maxMillis {
			keep = append(keep, c)
		}
	}
	return keep
}

func BenchmarkEncode(b *testing.B) {
	tag := Tag{Title: "t", Chapters: chapters(300)}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := tag.Encode(0); err != nil {
			b.Fatal(err)
		}
	}
}
