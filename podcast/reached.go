package podcast

import (
	"encoding/binary"
	"math"

	"articast/audio"
)

// reached is what came of the loudness of an utterance.
type reached struct {
	loudness audio.LUFS // not measured in less than 400 ms
	cut      float64    // dB that it would be louder, but for its peaks
}

const reachedBytes = 8

// append writes it behind b.
func (r reached) append(b []byte) []byte {
	b = binary.LittleEndian.AppendUint32(b, math.Float32bits(float32(r.loudness)))
	return binary.LittleEndian.AppendUint32(b, math.Float32bits(float32(r.cut)))
}

// parseReached reads what append has written.
func parseReached(b []byte) reached {
	float := func(b []byte) float64 { return float64(math.Float32frombits(binary.LittleEndian.Uint32(b))) }
	return reached{audio.LUFS(float(b)), float(b[4:])}
}

// loudnessSum gathers the loudness of an episode from that of its utterances. Without the gates and overlaps of ITU-R BS.1770 that is near enough
// to tell a listener's difference.
type loudnessSum struct {
	samples       float64
	power, wanted float64 // of the samples: as it is, and as it would be without cuts
}

func (s *loudnessSum) add(r reached, samples int) {
	if !r.loudness.Measured() {
		return
	}
	n := float64(samples)
	s.samples += n
	s.power += n * math.Pow(10, float64(r.loudness)/10)
	s.wanted += n * math.Pow(10, (float64(r.loudness)+r.cut)/10)
}

// heldBack returns the loudness of all that was added, where the cuts keep it more than 1 LU below what it would be without; else 0.
func (s *loudnessSum) heldBack() audio.LUFS {
	const noticed = 1 // LU
	if s.samples == 0 || 10*math.Log10(s.wanted/s.power) <= noticed {
		return 0
	}
	return audio.LUFS(10 * math.Log10(s.power/s.samples))
}
