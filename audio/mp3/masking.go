package mp3

import "math"

// Masking in short: a sound hides quieter sounds near it in frequency, above it more than below. Noise of the quantizer is heard
// least when each band has its share of it: more where the signal masks more. The model works on the lines themselves and
// returns only the shape of the masking, for at a constant bitrate the amount of noise is given by the bits.

// Slopes of the spreading function in dB per Bark (after Schroeder, Atal and Hall, 1979), and how the noise follows the shape of the
// masking: evenly spread noise has the best signal to noise ratio, noise that follows all the way is masked most evenly but there is more of it.
// These were found by measuring speech (internal/evaluate/encoder).
const (
	slopeDown  = 25.0
	slopeUp    = 10.0
	shapeFrom  = 16.0 // dB under the strongest masking up to which the noise is even
	shapeShare = 0.5  // of each dB beyond that the noise follows
	richShare  = 0.25 // the same with richBits and more for a line, when the noise is low everywhere
	richBits   = 4.0
	maxShape   = 30.0 // dB between the noise of two bands
)

// spreading holds the weights with which the bands of a layout mask each other.
type spreading struct {
	weight [][]float32 // [masked][masker]
	share  float64     // shapeShare or richShare
	quiet  []float32   // energy of a band at the threshold of hearing
	width  []float32   // lines of a band
}

func makeSpreading(l *layout, h Header) *spreading {
	s := &spreading{share: shapeShare}
	if float64(h.Kbps)*1000/float64(h.Rate) >= richBits {
		s.share = richShare
	}
	for _, masked := range l.bands {
		row := make([]float32, len(l.bands))
		for i, masker := range l.bands {
			if masker.window == masked.window {
				row[i] = float32(spread(bark(masked.hz) - bark(masker.hz)))
			}
		}
		s.weight = append(s.weight, row)
		width := float32(masked.end - masked.start)
		s.width = append(s.width, width)
		s.quiet = append(s.quiet, width*float32(quietEnergy(masked.hz)))
	}
	return s
}

// spread returns how much of a masker's energy masks dz Bark above it.
func spread(dz float64) float64 {
	if dz < 0 {
		return math.Pow(10, slopeDown*dz/10)
	}
	return math.Pow(10, -slopeUp*dz/10)
}

// bark converts a frequency to the critical band rate (Traunmüller, 1990).
func bark(hz float64) float64 { return 26.81*hz/(1960+hz) - 0.53 }

// quietEnergy is the threshold of hearing (Terhardt, 1979) for a full scale of 96 dB SPL.
func quietEnergy(hz float64) float64 {
	khz := max(hz, 50) / 1000
	spl := 3.64*math.Pow(khz, -0.8) - 6.5*math.Exp(-0.6*(khz-3.3)*(khz-3.3)) + 1e-3*math.Pow(khz, 4)
	return math.Pow(10, (min(spl, 60)-96)/10)
}

// shape sets the weight of each band's noise and the scalefactors with which the noise takes about the wanted shape. What counts is the noise of a
// band against the masking of the band, and the bits that lower it by so much are as many as the band has lines: so where lines are many, they
// may have more noise each.
func (s *spreading) shape(g *granule) {
	var mask [39]float32
	highest := float32(0)
	for b := range g.bands {
		sum := s.quiet[b]
		for i, w := range s.weight[b] {
			sum += w * g.energy[i]
		}
		g.mask[b] = sum
		mask[b] = sum * s.width[b]
		highest = max(highest, mask[b])
	}
	for b := range g.bands {
		under := 10*math.Log10(float64(highest/mask[b])) - shapeFrom
		down := min(max(under, 0)*s.share, maxShape)
		g.weight[b] = float32(math.Pow(10, down/10))
		if b < g.scaled {
			g.want[b] = uint8(min(int(math.Round(down/stepNoise)), g.maxScale(b)))
		}
	}
}

// stepNoise is by how many dB a scalefactor lowers the noise of a band: half of a power of two in the step makes three quarters of it in the
// noise, because the quantizer works on powers of 3/4.
const stepNoise = 2.26
