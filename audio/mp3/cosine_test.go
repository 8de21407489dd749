package mp3

import (
	"math"
	"math/rand/v2"
	"testing"
)

// random18 returns two blocks of noise.
func random18(r *rand.Rand) (a, b [slots]float32) {
	for i := range a {
		a[i], b[i] = r.Float32()-0.5, r.Float32()-0.5
	}
	return a, b
}

// The transform by halves is the one that the standard writes down (11172-3, C.1.3, and 2.4.3.4.10.2 the other way round).
func TestTransformIsThatOfTheStandard(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 18))
	for _, kind := range []int{longBlock, startBlock, stopBlock} {
		before, now := random18(r)
		var got [slots]float32
		mdct(longFolds[kind], &before, &now, &got)
		for k := range got {
			var want float64
			for n := range 2 * slots {
				v := before[n%slots]
				if n >= slots {
					v = now[n%slots]
				}
				want += window(kind, n) * float64(v) * math.Cos(math.Pi/72*float64((2*n+1+slots)*(2*k+1))) / 9
			}
			if math.Abs(float64(got[k])-want) > 1e-6 {
				t.Errorf("block type %d, line %d: %v, want %v", kind, k, got[k], want)
			}
		}
	}
}

func TestSubbandsAreThoseOfTheStandard(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 32))
	var v, got [subbands]float32
	for i := range v {
		v[i] = r.Float32() - 0.5
	}
	cosineSums32(&v, &got)
	for i := range got {
		var want float64
		for m, x := range v {
			want += float64(x) * math.Cos(math.Pi/64*float64((2*i+1)*m))
		}
		if math.Abs(float64(got[i])-want) > 2e-6 {
			t.Errorf("subband %d: %v, want %v", i, got[i], want)
		}
	}
}
