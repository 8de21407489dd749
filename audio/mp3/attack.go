package mp3

// An attack is a sudden onset. The noise of a long block spreads over all of it and is heard before the onset: a short block keeps
// the noise near.

const (
	attackRatio = 5.0  // how much louder a third of a block must be than what came before
	attackFloor = 1e-6 // energy below which nothing is an attack
	firstBand   = 1    // the lowest subband is left out: its ripple is that of the voice
)

// attackFinder follows the energy of thirds of blocks.
type attackFinder struct {
	last [4]float32 // energies before, the newest first
	late bool       // the block before had an attack in its last third
}

// find reports whether the granule that ends with this block wants short blocks: for an attack in the first two thirds, or in the
// last third of the block before.
func (a *attackFinder) find(b *block) bool {
	short := a.late
	for third := range 3 {
		var energy float32
		for i := range b[firstBand:] {
			for _, v := range b[firstBand+i][third*6 : third*6+6] {
				energy += v * v
			}
		}
		loudest := max(a.last[0], a.last[1], a.last[2], a.last[3])
		attack := energy > attackFloor && energy > attackRatio*loudest
		copy(a.last[1:], a.last[:3])
		a.last[0] = energy
		if third == 2 {
			a.late = attack
		} else {
			short = short || attack
		}
	}
	return short
}
