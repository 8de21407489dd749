package mp3

import (
	"errors"
	"fmt"

	shine "github.com/braheezy/shine-mp3/pkg/mp3"

	"articast/audio"
)

// accepts lists what NewEncoder takes. Measured against LAME (noise to mask, spectral distance, recognition): below 64 kbps, and
// below 96 where a second has 32,000 samples or more, shine punches holes into the spectrum from 1 kHz up. It loses its
// frames below 16 kHz and where a granule has more than 4095 bits, and its table of bands is wrong at 16 kHz, where speech survives it.
var accepts = []struct {
	rate             audio.SampleRate
	minKbps, maxKbps int
}{
	{16000, 64, 112},
	{22050, 64, 160},
	{24000, 64, 160},
	{32000, 64, 224},
	{44100, 64, 256},
	{48000, 64, 256},
}

// shineGain brings shine's output, 1.0 dB hotter than its input, back to the level of the input.
const shineGain = 0.8913

// shineDelay is the number of samples by which shine's output is late, DecoderDelay not counted (measured with a click).
const shineDelay = 528

// shineCoder makes frames with shine-mp3 v0.1.0 and works round its faults: mono through Write drops every second frame unless it gets
// exactly one frame at a time; a short frame is read past its end; the bitrate is 128 whatever was asked for; the last bytes of a
// frame stay in a cache until the next frame is made; it keeps a pointer to one past the last sample, which must still be inside
// the same allocation.
type shineCoder struct {
	enc *shine.Encoder
	pcm []int16
	out collector
}

// collector keeps what shine writes until whole frames can be cut from it.
type collector struct{ buf []byte }

// Write keeps p.
func (c *collector) Write(p []byte) (int, error) {
	c.buf = append(c.buf, p...)
	return len(p), nil
}

func newShineCoder(h Header) *shineCoder {
	enc := shine.NewEncoder(int(h.Rate), 1)
	bytes := h.SamplesPerFrame() / 8 * h.Kbps * 1000 // of a frame, times the rate
	m := &enc.Mpeg
	m.Bitrate = int64(h.Kbps)
	m.BitrateIndex = int64(bitrateIndex(h.Version, h.Kbps))
	m.WholeSlotsPerFrame = int64(bytes / int(h.Rate))
	m.FracSlotsPerFrame = float64(bytes%int(h.Rate)) / float64(h.Rate)
	m.Slot_lag = -m.FracSlotsPerFrame
	m.Padding = 0
	return &shineCoder{enc: enc, pcm: make([]int16, h.SamplesPerFrame(), h.SamplesPerFrame()+1)}
}

// encode takes exactly one frame of samples and returns the frames that are complete by then, one after another.
// They come one call late. The bytes are valid until the next call.
func (c *shineCoder) encode(samples []float32) ([]byte, error) {
	for i, s := range samples {
		c.pcm[i] = toPCM(s * shineGain)
	}
	if err := c.enc.Write(&c.out, c.pcm); err != nil {
		return nil, fmt.Errorf("run shine: %w", err)
	}
	whole := 0
	for {
		h, ok := ParseHeader(c.out.buf[whole:])
		if !ok && len(c.out.buf)-whole >= HeaderSize {
			return nil, errors.New("run shine: lost the frames it makes")
		}
		if !ok || whole+h.Size() > len(c.out.buf) {
			break
		}
		whole += h.Size()
	}
	frames := append([]byte(nil), c.out.buf[:whole]...)
	c.out.buf = append(c.out.buf[:0], c.out.buf[whole:]...)
	return frames, nil
}

// toPCM rounds a sample to 16 bits. What is outside [-1, 1] is clamped; what is not a number is silence.
func toPCM(s float32) int16 {
	v := s * 32767
	switch {
	case v >= 32767:
		return 32767
	case v <= -32767:
		return -32767
	case v > 0:
		return int16(v + 0.5)
	case v < 0:
		return int16(v - 0.5)
	}
	return 0
}
