package main

import (
	"bytes"

	shine "github.com/braheezy/shine-mp3/pkg/mp3"

	"articast/audio"
	"articast/audio/mp3"
)

// shineGain brings shine's output, 1.0 dB hotter than its input, back to the level of the input.
const shineGain = 0.8913

// encodeShine encodes with shine-mp3 v0.1.0. Mono through its Write drops every second frame unless it gets exactly one frame at a time; the
// bitrate is 128 unless its fields are set; the last bytes stay in a cache until another frame is made; and it keeps a pointer to
// one past the last sample, which must be inside the same allocation.
func encodeShine(c audio.Clip, kbps int) ([]byte, error) {
	size := mp3.SamplesPerFrame(c.Rate)
	enc := shine.NewEncoder(int(c.Rate), 1)
	slots := size / 8 * kbps * 1000 // of a frame, times the rate
	m := &enc.Mpeg
	m.Bitrate = int64(kbps)
	m.BitrateIndex = bitrateIndex(c.Rate, kbps)
	m.WholeSlotsPerFrame = int64(slots / int(c.Rate))
	m.FracSlotsPerFrame = float64(slots%int(c.Rate)) / float64(c.Rate)
	m.Slot_lag = -m.FracSlotsPerFrame
	m.Padding = 0
	pcm := make([]int16, size, size+1)
	var out bytes.Buffer
	for at := 0; at < len(c.Samples)+3*size; at += size {
		for i := range pcm {
			pcm[i] = 0
			if at+i < len(c.Samples) {
				pcm[i] = int16(c.Samples[at+i] * shineGain * 32767)
			}
		}
		if err := enc.Write(&out, pcm); err != nil {
			return nil, err
		}
	}
	return wholeFrames(out.Bytes()), nil
}

// shineDelay is by how many samples a decoder delivers shine's output late.
const shineDelay = 528 + mp3.DecoderDelay

// bitrateIndex finds the header's index of a bitrate by trying all.
func bitrateIndex(rate audio.SampleRate, kbps int) int64 {
	for i := range int64(15) {
		version := byte(0xf3)
		if mp3.SamplesPerFrame(rate) == 1152 {
			version = 0xfb
		}
		if h, ok := mp3.ParseHeader([]byte{0xff, version, byte(i << 4), 0xc0}); ok && h.Kbps == kbps {
			return i
		}
	}
	return 0
}

// wholeFrames cuts off an unfinished last frame.
func wholeFrames(b []byte) []byte {
	n := 0
	for {
		h, ok := mp3.ParseHeader(b[n:])
		if !ok || n+h.Size() > len(b) {
			return b[:n]
		}
		n += h.Size()
	}
}
