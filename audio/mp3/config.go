package mp3

import (
	"fmt"
	"strconv"
	"strings"

	"articast/audio"
)

// DefaultKbps is the bitrate of a Config that names none: with the rates of speech (16 to 24 kHz) it cannot be told from
// the source by a recogniser or, in speech, by ear.
const DefaultKbps = 64

// DecoderDelay is the number of samples by which every Layer III decoder delays its output (the filterbank's 528 and one).
// It is not part of the delay written in the Info header: players add it themselves.
const DecoderDelay = 529

// Config says what an Encoder makes: mono at a constant bitrate.
type Config struct {
	Rate audio.SampleRate // of the samples written
	Kbps int              // 0 means DefaultKbps
}

// ConfigError reports a Config that the encoder refuses, and what it would take instead.
type ConfigError struct {
	Config
	Rates []audio.SampleRate // the accepted rates, when the rate is refused
	Kbps  []int              // the accepted bitrates at Config.Rate, when the bitrate is refused
}

// Error names what was refused and what is accepted.
func (e *ConfigError) Error() string {
	if e.Rates != nil {
		return fmt.Sprintf("encode mp3: sample rate %d Hz not supported (use one of %s Hz)", e.Rate, join(e.Rates))
	}
	return fmt.Sprintf("encode mp3: bitrate %d kbps at %d Hz not supported (use one of %s kbps)", e.Config.Kbps, e.Rate, join(e.Kbps))
}

func join[T ~int](list []T) string {
	words := make([]string, len(list))
	for i, v := range list {
		words[i] = strconv.Itoa(int(v))
	}
	return strings.Join(words, ", ")
}

// SamplesPerFrame returns the samples in one frame at a rate: 1152 from 32 kHz on, 576 below.
func SamplesPerFrame(rate audio.SampleRate) int {
	if v, ok := versionOf(rate); ok {
		return Header{Version: v}.SamplesPerFrame()
	}
	return 576
}

// Bitrates returns the bitrates in kbps that NewEncoder accepts at a rate, ascending; none for a rate that it refuses.
func Bitrates(rate audio.SampleRate) []int {
	var accepted []int
	for _, row := range accepts {
		if row.rate != rate {
			continue
		}
		version, _ := versionOf(rate)
		for _, kbps := range bitratesOf(version) {
			if kbps >= row.minKbps && kbps <= row.maxKbps {
				accepted = append(accepted, kbps)
			}
		}
	}
	return accepted
}

// check fills in the default bitrate and refuses what the encoder does badly.
func (c Config) check() (Config, error) {
	if c.Kbps == 0 {
		c.Kbps = DefaultKbps
	}
	kbps := Bitrates(c.Rate)
	if kbps == nil {
		return c, &ConfigError{Config: c, Rates: rates()}
	}
	for _, k := range kbps {
		if k == c.Kbps {
			return c, nil
		}
	}
	return c, &ConfigError{Config: c, Kbps: kbps}
}

func rates() []audio.SampleRate {
	var list []audio.SampleRate
	for _, row := range accepts {
		list = append(list, row.rate)
	}
	return list
}

// header returns the header of the frames that a checked Config makes.
func (c Config) header() Header {
	v, _ := versionOf(c.Rate)
	return Header{Version: v, Rate: c.Rate, Kbps: c.Kbps, Mode: modeMono, Original: true}
}

// accepts lists what NewEncoder takes: all rates of Layer III, and the bitrates at which speech is understood without effort.
// Below MPEG-1 the format ends at 160 kbps; a frame of more than 4095 bits a granule could not be filled.
var accepts = []struct {
	rate             audio.SampleRate
	minKbps, maxKbps int
}{
	{8000, 16, 56},
	{11025, 24, 64},
	{12000, 24, 64},
	{16000, 24, 112},
	{22050, 32, 144},
	{24000, 32, 160},
	{32000, 48, 224},
	{44100, 56, 320},
	{48000, 64, 320},
}
