package mp3

import (
	"bytes"
	"errors"
	"fmt"
	"testing"
)

// checkReservoir walks a file and checks where the main data of each frame lies: behind that of the frame before, in room that is there, no further
// back than the field can say and a decoder can hold. Without a reservoir, and in the first frame of each batch, it lies in the frame.
func checkReservoir(t testing.TB, c Config, file []byte) {
	t.Helper()
	var room, used int // bytes of main data up to here, and up to where they are taken
	if _, err := Walk(bytes.NewReader(file), func(f Frame) error {
		if f.Index < 0 {
			return nil
		}
		side := f.Data[HeaderSize:][:f.sideInfoSize()]
		back, size := mainDataBegin(f.Header, f.Data), (mainDataBits(f.Header, side)+7)/8
		begin := room - back
		room += len(f.Data) - HeaderSize - len(side)
		switch limit := 255 + 256*int(f.Version&1); {
		case back > 0 && (!c.Reservoir || f.Index%batchFrames == 0):
			return fmt.Errorf("frame %d does not stand alone", f.Index)
		case back > limit, back > 0 && back+len(f.Data) > 960:
			return fmt.Errorf("frame %d of %d bytes begins %d before it", f.Index, len(f.Data), back)
		case begin < used, begin+size > room:
			return fmt.Errorf("frame %d takes %d to %d, others have up to %d, there is room up to %d", f.Index, begin, begin+size, used, room)
		}
		used = begin + size
		return nil
	}); err != nil {
		t.Errorf("%v: %v", c, err)
	}
}

// TestReservoirIsUsed shows that frames borrow wherever they may, and that those too large for it stand alone.
func TestReservoirIsUsed(t *testing.T) {
	for _, c := range configs() {
		file, _ := encodeFile(t, c, voice(c.Rate, 20000))
		sum, err := Walk(bytes.NewReader(file), nil)
		if want := c.Reservoir && reserveOf(c.header()) > 0; err != nil || (sum.NeedsPrevious > 0) != want {
			t.Errorf("%v: %d of %d frames begin in an earlier one, %v", c, sum.NeedsPrevious, sum.Frames, err)
		}
	}
	for _, c := range []struct {
		config Config
		want   int
	}{
		{Config{Rate: 22050, Kbps: 64}, 255},
		{Config{Rate: 44100, Kbps: 64}, 511},
		{Config{Rate: 8000, Kbps: 64}, 255},
		{Config{Rate: 48000, Kbps: 320}, 0}, // 960 bytes a frame
		{Config{Rate: 48000, Kbps: 256}, 960 - 768 - 1},
	} {
		if got := reserveOf(c.config.header()); got != c.want {
			t.Errorf("%v: %d bytes, want %d", c.config, got, c.want)
		}
	}
}

// TestReservoirChangesNoSize compares what is not sound: the frames' places, the delays, the number of frames.
func TestReservoirChangesNoSize(t *testing.T) {
	for _, c := range corners() {
		if c.Reservoir {
			continue
		}
		shared := c
		shared.Reservoir = true
		in := voice(c.Rate, 9001)
		plain, before := encodeFile(t, c, in)
		file, after := encodeFile(t, shared, in)
		after.CRC = before.CRC
		if before != after || len(plain) != len(file) {
			t.Errorf("%v: %+v, with a reservoir %+v", c, before, after)
		}
	}
}

// TestReservoirAcrossBatches shows a stream of several batches to the judges, and to both decoders, which must hear the same.
func TestReservoirAcrossBatches(t *testing.T) {
	for _, c := range corners() {
		if !c.Reservoir {
			continue
		}
		t.Run(c.String(), func(t *testing.T) {
			file, _ := encodeFile(t, c, voice(c.Rate, (2*batchFrames+5)*SamplesPerFrame(c.Rate)+7))
			checkReservoir(t, c, file)
			if clip, err := Decode(bytes.NewReader(file)); err == nil {
				same(t, clip.Samples, mpg123(t, file), true)
			} else if refused := new(DecodeError); !errors.As(err, &refused) {
				t.Error(err)
			}
			for _, judge := range judges {
				t.Run(judge.name, func(t *testing.T) {
					if bad := complaints(judge.name, tool(t, file, judge.name, judge.args...)); bad != nil {
						t.Errorf("%q", bad)
					}
				})
			}
		})
	}
}
