package mp3

import (
	"errors"
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

	// Reservoir lets frames lend each other bits: less noise where it is heard most, in frames that cannot be cut or joined anywhere.
	// The size of frames and the delays stay the same.
	Reservoir bool
}

// ErrReservoir reports that frames were to be joined that do not stand alone.
var ErrReservoir = errors.New("join mp3: frames with a bit reservoir cannot be joined (leave Config.Reservoir false)")

// checkAlone is check for frames that are to stand alone.
func (c Config) checkAlone() (Config, error) {
	if c.Reservoir {
		return c, ErrReservoir
	}
	return c.check()
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

// MinKbps is the lowest bitrate that NewEncoder accepts. Speech is understood there without effort, but no more than that.
const MinKbps = 32

// Bitrates returns the bitrates in kbps that NewEncoder accepts at a rate, ascending: from MinKbps to 160 below 32 kHz and to
// 320 from there on; none for a rate that Layer III does not have.
func Bitrates(rate audio.SampleRate) []int {
	version, ok := versionOf(rate)
	if !ok {
		return nil
	}
	var accepted []int
	for _, kbps := range bitratesOf(version) {
		if kbps >= MinKbps {
			accepted = append(accepted, kbps)
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

// rates returns the rates of Layer III, ascending.
func rates() []audio.SampleRate {
	return []audio.SampleRate{8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000}
}

// header returns the header of the frames that a checked Config makes.
func (c Config) header() Header {
	v, _ := versionOf(c.Rate)
	return Header{Version: v, Rate: c.Rate, Kbps: c.Kbps, Mode: modeMono, Original: true}
}

// EncoderDelay returns the number of samples by which an Encoder delays its input, DecoderDelay not counted: the Delay of its Stats. It is
// the same at all rates.
func EncoderDelay() int { return coderDelay }
