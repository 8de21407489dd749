package tts

import (
	"errors"
	"math"
	"reflect"
	"testing"

	"articast/audio"
)

func FuzzDecodeEntry(f *testing.F) {
	for _, s := range []subject{
		{},
		{engine: "tone", version: "1", voiceKey: "k", voice: "v", lang: "en", text: "Good evening.", rate: 1.25},
		{engine: "5:a,", text: "no\x00text\xff at all", rate: math.Inf(1)},
	} {
		data, err := encodeEntry(s, audio.Clip{Rate: 22050, Samples: []float32{0, 1, -1, 0.5}})
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte(entryMagic + "\xff\xff\xff\xff........"))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, clip, err := decodeEntry(data)
		if err != nil {
			if !errors.Is(err, errDamaged) {
				t.Errorf("%v is not damage", err)
			}
			return
		}
		again, err := encodeEntry(s, clip)
		if err != nil {
			t.Fatal(err)
		}
		if s2, clip2, err := decodeEntry(again); err != nil || !reflect.DeepEqual(clip, clip2) || s2.key() != s.key() {
			t.Errorf("%v, %v after %v, %v", s2, clip2, s, clip)
		}
	})
}

func TestSubjectSurvives(t *testing.T) {
	s := subject{engine: "1:a,", version: "", voiceKey: ":,", voice: "ä\xff", lang: "en", text: "8:eight,\n", rate: 0.1}
	got, err := decodeSubject(s.encode())
	if err != nil || got != s {
		t.Errorf("%+v, %v, want %+v", got, err, s)
	}
	for _, bad := range []string{"", "1:1,", "x", "1:", "-1:a,", "99:a,", string(s.encode()) + "0:,", "1:2," + string(s.encode()[4:])} {
		if got, err := decodeSubject([]byte(bad)); !errors.Is(err, errDamaged) {
			t.Errorf("%q: %+v, %v", bad, got, err)
		}
	}
}

func TestEntryTooLarge(t *testing.T) {
	if _, err := encodeEntry(subject{text: string(make([]byte, maxSubject))}, audio.Clip{}); err == nil {
		t.Error("no error")
	}
}

func BenchmarkDecodeEntry(b *testing.B) {
	data, err := encodeEntry(subject{}, audio.Clip{Rate: 22050, Samples: make([]float32, 10*22050)})
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := decodeEntry(data); err != nil {
			b.Fatal(err)
		}
	}
}
