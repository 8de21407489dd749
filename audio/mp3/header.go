package mp3

import (
	"time"

	"articast/audio"
)

// Version is the MPEG version of a frame, as its two bits in the header say it.
type Version uint8

// The versions of a Layer III frame (ISO/IEC 11172-3, 2.4.2.3, and ISO/IEC 13818-3; 2.5 is Fraunhofer's extension).
const (
	MPEG25 Version = 0 // 8, 11.025, 12 kHz
	MPEG2  Version = 2 // 16, 22.05, 24 kHz
	MPEG1  Version = 3 // 32, 44.1, 48 kHz
)

// String names the version as players do: "MPEG-2".
func (v Version) String() string {
	switch v {
	case MPEG1:
		return "MPEG-1"
	case MPEG2:
		return "MPEG-2"
	case MPEG25:
		return "MPEG-2.5"
	}
	return "reserved"
}

// HeaderSize is the number of bytes of a frame's header.
const HeaderSize = 4

// layer3 is the layer field of a Layer III header.
const layer3 = 1

// modeMono is the channel mode of a mono frame.
const modeMono = 3

// sampleRates holds the rates of a version in the order of the header's index.
var sampleRates = [4][3]audio.SampleRate{
	MPEG1:  {44100, 48000, 32000},
	MPEG2:  {22050, 24000, 16000},
	MPEG25: {11025, 12000, 8000},
}

// Bitrates of Layer III in kbps by the header's index (11172-3, table in 2.4.2.3; 13818-3, 2.4.2.3). 0 is "free".
var (
	bitratesMPEG1 = [15]int{0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320}
	bitratesLSF   = [15]int{0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160}
)

// Header is the header of one Layer III frame.
type Header struct {
	Version   Version
	Rate      audio.SampleRate
	Kbps      int
	Padding   bool
	Mode      uint8 // 0 stereo, 1 joint stereo, 2 two channels, 3 mono
	ModeExt   uint8
	Protected bool // a CRC of two bytes follows the header
	Original  bool
}

// ParseHeader reads the header at the start of b. It reports false where b does not begin with the header of a Layer III
// frame of a known size; the free format has none.
func ParseHeader(b []byte) (Header, bool) {
	if len(b) < HeaderSize || b[0] != 0xff || b[1]&0xe0 != 0xe0 {
		return Header{}, false
	}
	version, bitrate, rate := Version(b[1]>>3&3), b[2]>>4, b[2]>>2&3
	if version == 1 || b[1]>>1&3 != layer3 || bitrate == 0 || bitrate == 15 || rate == 3 || b[3]&3 == 2 {
		return Header{}, false
	}
	return Header{
		Version:   version,
		Rate:      sampleRates[version][rate],
		Kbps:      bitratesOf(version)[bitrate],
		Padding:   b[2]&2 != 0,
		Mode:      b[3] >> 6,
		ModeExt:   b[3] >> 4 & 3,
		Protected: b[1]&1 == 0,
		Original:  b[3]&4 != 0,
	}, true
}

// Bytes writes the header. A rate or bitrate that Layer III does not have is written as its reserved index.
func (h Header) Bytes() [HeaderSize]byte {
	return [HeaderSize]byte{
		0xff,
		0xe0 | byte(h.Version)<<3 | layer3<<1 | bit(!h.Protected),
		byte(bitrateIndex(h.Version, h.Kbps))<<4 | byte(rateIndex(h.Version, h.Rate))<<2 | bit(h.Padding)<<1,
		h.Mode<<6 | h.ModeExt<<4 | bit(h.Original)<<2,
	}
}

// Size returns the bytes of the whole frame, header included.
func (h Header) Size() int {
	size := h.SamplesPerFrame() / 8 * h.Kbps * 1000 / int(h.Rate)
	if h.Padding {
		size++
	}
	return size
}

// SamplesPerFrame returns the samples of each channel in the frame.
func (h Header) SamplesPerFrame() int {
	if h.Version == MPEG1 {
		return 1152
	}
	return 576
}

// Duration returns how long the frame lasts.
func (h Header) Duration() time.Duration { return h.Rate.D(h.SamplesPerFrame()) }

// Mono reports whether the frame has one channel.
func (h Header) Mono() bool { return h.Mode == modeMono }

// sideInfoSize returns the bytes of the side information, which follows the header and the CRC.
func (h Header) sideInfoSize() int {
	switch {
	case h.Version == MPEG1 && h.Mono():
		return 17
	case h.Version == MPEG1:
		return 32
	case h.Mono():
		return 9
	}
	return 17
}

// sideInfoAt returns where the side information begins in the frame.
func (h Header) sideInfoAt() int {
	if h.Protected {
		return HeaderSize + 2
	}
	return HeaderSize
}

// sameStream reports whether frames with these headers can follow each other in one stream. The bitrate may change, and
// so may the kind of stereo.
func (h Header) sameStream(o Header) bool {
	return h.Version == o.Version && h.Rate == o.Rate && h.Mono() == o.Mono()
}

func bitratesOf(v Version) [15]int {
	if v == MPEG1 {
		return bitratesMPEG1
	}
	return bitratesLSF
}

// bitrateIndex returns the header's index of a bitrate, 15 (reserved) if there is none.
func bitrateIndex(v Version, kbps int) int {
	for i, b := range bitratesOf(v) {
		if i > 0 && b == kbps {
			return i
		}
	}
	return 15
}

// rateIndex returns the header's index of a sample rate within its version, 3 (reserved) if there is none.
func rateIndex(v Version, rate audio.SampleRate) int {
	for i, r := range sampleRates[v] {
		if r == rate {
			return i
		}
	}
	return 3
}

// versionOf returns the version that has a sample rate.
func versionOf(rate audio.SampleRate) (Version, bool) {
	for _, v := range []Version{MPEG1, MPEG2, MPEG25} {
		if rateIndex(v, rate) < 3 {
			return v, true
		}
	}
	return 0, false
}

func bit(b bool) byte {
	if b {
		return 1
	}
	return 0
}
