package piper

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"articast/audio"
)

const (
	wavHeader  = 44       // bytes before the samples: RIFF, a 16-byte fmt chunk, data
	maxWAVData = 64 << 20 // bytes: about 25 minutes at 22.05 kHz, far more than one line can make
	maxRate    = 192000   // Hz
)

// readWAV reads the one answer that the engine gives to one line: a canonical 44-byte header that holds the true
// length, then 16-bit mono samples, and not a byte more. An end of stream before the first byte is io.EOF.
// Source: http://soundfile.sapp.org/doc/WaveFormat/
func readWAV(r io.Reader) (audio.Clip, error) {
	var h [wavHeader]byte
	if _, err := io.ReadFull(r, h[:]); err != nil {
		return audio.Clip{}, err
	}
	rate, nBytes, err := parseWAVHeader(h[:])
	if err != nil {
		return audio.Clip{}, err
	}
	data := make([]byte, nBytes)
	if _, err := io.ReadFull(r, data); err != nil {
		return audio.Clip{}, noEOF(err)
	}
	return audio.FromPCM16(rate, data), nil
}

// parseWAVHeader returns the rate and the number of bytes that follow.
func parseWAVHeader(h []byte) (audio.SampleRate, int, error) {
	le16, le32 := binary.LittleEndian.Uint16, binary.LittleEndian.Uint32
	if string(h[0:4]) != "RIFF" || string(h[8:16]) != "WAVEfmt " || string(h[36:40]) != "data" {
		return 0, 0, fmt.Errorf("read WAV: no header, but %.16q", h)
	}
	if le16(h[20:]) != 1 || le16(h[22:]) != 1 || le16(h[34:]) != 16 {
		return 0, 0, fmt.Errorf("read WAV: not 16-bit mono PCM")
	}
	rate, nBytes := le32(h[24:]), le32(h[40:])
	if rate == 0 || rate > maxRate {
		return 0, 0, fmt.Errorf("read WAV: sample rate of %d Hz", rate)
	}
	if nBytes > maxWAVData || nBytes%2 != 0 {
		return 0, 0, fmt.Errorf("read WAV: %d bytes of samples", nBytes)
	}
	return audio.SampleRate(rate), int(nBytes), nil
}

// noEOF turns an end of stream inside the samples into what it is.
func noEOF(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}
