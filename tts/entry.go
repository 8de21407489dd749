package tts

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/crc32"
	"math"
	"strconv"

	"articast/audio"
)

// An entry of the cache is one file:
//
//	magic    8 bytes  "articlip"
//	subject  uint32   length n, then n bytes: what was spoken, by what
//	rate     uint32   Hz
//	count    uint32   samples
//	samples  int16    count of them
//	sum      uint32   CRC-32C of all bytes before it
//
// Numbers are little endian. The samples are 16-bit because that is what engines deliver: nothing is lost, at half the
// size of float32. It is a container of our own and not WAV because WAV has no checksum: a flipped bit would be a click
// in the episode, a truncated entry a cut word. The subject makes an entry answer for itself: that it lies under the
// right name, and that its length fits its text, can be checked without the plan it came from.
const (
	entryMagic  = "articlip"
	entryFormat = 1 // part of the key: a new format never meets old entries

	maxSubject = 1 << 20
	maxSamples = 1 << 28 // three hours at 22,050 Hz
)

// subject is everything that decides how an entry sounds, and nothing about where in a plan it stands.
type subject struct {
	engine, version string
	voiceKey, voice string
	lang, text      string
	rate            float64
}

func newSubject(p Properties, voiceKey string, u Utterance) subject {
	return subject{
		engine: p.Name, version: p.Version, voiceKey: voiceKey, voice: u.Voice,
		lang: u.Lang, text: u.Text, rate: u.Prosody.pace(),
	}
}

// utterance is the part of the subject that Check looks at.
func (s subject) utterance() Utterance {
	return Utterance{Text: s.text, Voice: s.voice, Lang: s.lang, Prosody: Prosody{Rate: s.rate}}
}

// encode writes the fields down as netstrings ("5:piper,"), the format's version first: no two subjects look the same.
func (s subject) encode() []byte {
	var b []byte
	for _, field := range []string{
		strconv.Itoa(entryFormat), s.engine, s.version, s.voiceKey, s.voice, s.lang,
		strconv.FormatFloat(s.rate, 'g', -1, 64), s.text,
	} {
		b = fmt.Appendf(b, "%d:%s,", len(field), field)
	}
	return b
}

// decodeSubject reads what encode wrote.
func decodeSubject(b []byte) (subject, error) {
	var fields [8]string
	for i := range fields {
		digits, rest, ok := bytes.Cut(b, []byte(":"))
		n, err := strconv.Atoi(string(digits))
		if !ok || err != nil || n < 0 || n >= len(rest) || rest[n] != ',' {
			return subject{}, fmt.Errorf("%w: unreadable subject", errDamaged)
		}
		fields[i], b = string(rest[:n]), rest[n+1:]
	}
	rate, err := strconv.ParseFloat(fields[6], 64)
	if err != nil || len(b) > 0 || fields[0] != strconv.Itoa(entryFormat) {
		return subject{}, fmt.Errorf("%w: unreadable subject", errDamaged)
	}
	return subject{
		engine: fields[1], version: fields[2], voiceKey: fields[3], voice: fields[4],
		lang: fields[5], rate: rate, text: fields[7],
	}, nil
}

// key is the name of the entry: the SHA-256 of its encoded subject, in hexadecimal.
func (s subject) key() string {
	sum := sha256.Sum256(s.encode())
	return hex.EncodeToString(sum[:])
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// errDamaged is the cause of every failure to read an entry that is there.
var errDamaged = errors.New("damaged cache entry")

// encodeEntry writes a clip down with what it is the sound of. Samples are rounded to 16 bits and limited to them.
func encodeEntry(s subject, clip audio.Clip) ([]byte, error) {
	head := s.encode()
	if len(head) > maxSubject || len(clip.Samples) > maxSamples {
		return nil, fmt.Errorf("cache entry too large: %v", clip)
	}
	data := make([]byte, 0, len(entryMagic)+4+len(head)+8+2*len(clip.Samples)+4)
	data = append(data, entryMagic...)
	data = binary.LittleEndian.AppendUint32(data, uint32(len(head)))
	data = append(data, head...)
	data = binary.LittleEndian.AppendUint32(data, uint32(clip.Rate))
	data = binary.LittleEndian.AppendUint32(data, uint32(len(clip.Samples)))
	data = audio.AppendPCM16(data, clip.Samples)
	return binary.LittleEndian.AppendUint32(data, crc32.Checksum(data, castagnoli)), nil
}

// decodeEntry reads what encodeEntry wrote. Any difference from that is an error that wraps errDamaged.
func decodeEntry(data []byte) (subject, audio.Clip, error) {
	const fixed = len(entryMagic) + 4 + 4 + 4 + 4
	if len(data) < fixed || !bytes.HasPrefix(data, []byte(entryMagic)) {
		return subject{}, audio.Clip{}, fmt.Errorf("%w: not an entry", errDamaged)
	}
	body, sum := data[:len(data)-4], binary.LittleEndian.Uint32(data[len(data)-4:])
	if crc32.Checksum(body, castagnoli) != sum {
		return subject{}, audio.Clip{}, fmt.Errorf("%w: wrong checksum", errDamaged)
	}
	body = body[len(entryMagic):]
	n := int64(binary.LittleEndian.Uint32(body))
	if body = body[4:]; n > int64(len(body)-8) {
		return subject{}, audio.Clip{}, fmt.Errorf("%w: wrong length", errDamaged)
	}
	s, err := decodeSubject(body[:n])
	if err != nil {
		return subject{}, audio.Clip{}, err
	}
	clip, err := decodeSamples(body[n:])
	return s, clip, err
}

func decodeSamples(body []byte) (audio.Clip, error) {
	rate, count := binary.LittleEndian.Uint32(body), binary.LittleEndian.Uint32(body[4:])
	pcm := body[8:]
	if int64(len(pcm)) != 2*int64(count) || rate > math.MaxInt32 {
		return audio.Clip{}, fmt.Errorf("%w: wrong length", errDamaged)
	}
	return audio.FromPCM16(audio.SampleRate(rate), pcm), nil
}

// quantize returns the clip as the cache would give it back.
func quantize(clip audio.Clip) audio.Clip {
	return audio.FromPCM16(clip.Rate, audio.AppendPCM16(make([]byte, 0, 2*len(clip.Samples)), clip.Samples))
}
