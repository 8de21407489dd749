package mp3

import (
	"bytes"
	"fmt"
	"os"
	"testing"
)

var bytesReader = bytes.NewReader

func TestScratch(t *testing.T) {
	for _, c := range []Config{{22050, 64}, {22050, 128}, {44100, 128}, {24000, 64}, {16000, 64}, {32000, 96}, {48000, 112}} {
		in := voice(c.Rate, 40000)
		f, st := encodeFile(t, c, in)
		os.WriteFile(fmt.Sprintf("/tmp/wt/gen/o%d_%d.mp3", c.Rate, c.Kbps), f, 0644)
		clip, err := Decode(bytesReader(f))
		if err != nil {
			t.Error(c, err)
			continue
		}
		fmt.Println(c, len(clip.Samples), st, snr(in[:len(clip.Samples)], clip.Samples), rms(clip.Samples)-rms(in))
	}
}
