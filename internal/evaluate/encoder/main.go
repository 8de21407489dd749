// Command encoder compares MP3 encoders on speech: ours, shine-mp3 and LAME, each at several bitrates, by the distance of
// the decoded sound from the source. It needs mpg123 to decode, which is the same judge for all, and lame for LAME's rows.
//
//	go run ./internal/evaluate/encoder -kbps 32,48,64,96 speech.wav ...
package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"articast/audio"
	"articast/audio/mp3"
	"articast/audio/wav"
)

// encoder makes a file of a clip; delay is how many samples a decoder that trims nothing delivers it late, or -1 for files with
// an Info header.
type encoder struct {
	name   string
	delay  int
	encode func(c audio.Clip, kbps int) ([]byte, error)
}

func encoders() []encoder {
	list := []encoder{
		{"ours", -1, ours(false)},
		{"ours, reservoir", -1, ours(true)},
		{"shine-mp3", shineDelay, encodeShine},
	}
	if _, err := exec.LookPath("lame"); err == nil {
		list = append(list,
			encoder{"lame -q 5 --nores", -1, lame("-q", "5", "--nores")},
			encoder{"lame -q 5", -1, lame("-q", "5")})
	}
	return list
}

func main() {
	kbps := flag.String("kbps", "32,48,64,96", "bitrates")
	gain := flag.Float64("gain", -5, "dB by which the source is made louder first: decoders must not clip")
	keep := flag.String("keep", "", "directory for the decoded WAVs")
	only := flag.String("only", "", "encoder to run alone")
	flag.Parse()
	if err := run(os.Stdout, strings.Split(*kbps, ","), *gain, *keep, *only, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "encoder:", err)
		os.Exit(1)
	}
}

func run(out io.Writer, kbps []string, gain float64, keep, only string, files []string) error {
	var clips []audio.Clip
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		c, err := wav.Decode(bytes.NewReader(b))
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		clips = append(clips, c.Gain(gain))
	}
	if len(clips) == 0 {
		return errors.New("no WAV files given")
	}
	fmt.Fprintln(out, "| kbps | encoder | segSNR dB | SNR dB | LSD dB | NMR dB | NMR p90 | STOI | x realtime |\n|---|---|---|---|---|---|---|---|---|")
	for _, k := range kbps {
		n, err := strconv.Atoi(k)
		if err != nil {
			return err
		}
		for _, e := range encoders() {
			if only != "" && only != e.name {
				continue
			}
			if err := e.row(out, clips, n, keep); err != nil {
				fmt.Fprintf(out, "| %d | %s | %v |\n", n, e.name, err)
			}
		}
	}
	return nil
}

// row measures one encoder at one bitrate over all clips.
func (e encoder) row(out io.Writer, clips []audio.Clip, kbps int, keep string) error {
	var sum figures
	var seconds, spent float64
	for i, c := range clips {
		start := time.Now()
		file, err := e.encode(c, kbps)
		if err != nil {
			return err
		}
		spent += time.Since(start).Seconds()
		seconds += c.Duration().Seconds()
		got, err := decode(file, c, e.delay)
		if err != nil {
			return err
		}
		if keep != "" {
			if err := save(filepath.Join(keep, fmt.Sprintf("%d-%s-%d.wav", i, strings.ReplaceAll(e.name, " ", "_"), kbps)), got); err != nil {
				return err
			}
		}
		f := measure(c, got)
		w := 1 / float64(len(clips))
		sum.segSNR += f.segSNR * w
		sum.snr += f.snr * w
		sum.lsd += f.lsd * w
		sum.nmr += f.nmr * w
		sum.nmr90 += f.nmr90 * w
		sum.stoi += f.stoi * w
	}
	fmt.Fprintf(out, "| %d | %s | %.2f | %.2f | %.2f | %.2f | %.2f | %.4f | %.0f |\n",
		kbps, e.name, sum.segSNR, sum.snr, sum.lsd, sum.nmr, sum.nmr90, sum.stoi, seconds/spent)
	return nil
}

func save(name string, c audio.Clip) error {
	var b bytes.Buffer
	if err := wav.Encode(&b, c); err != nil {
		return err
	}
	return os.WriteFile(name, b.Bytes(), 0o644)
}

// ours returns our encoder, with frames that stand alone or that share a reservoir.
func ours(reservoir bool) func(audio.Clip, int) ([]byte, error) {
	return func(c audio.Clip, kbps int) ([]byte, error) {
		var b bytes.Buffer
		config := mp3.Config{Rate: c.Rate, Kbps: kbps, Reservoir: reservoir}
		e, err := mp3.NewEncoder(&b, config)
		if err != nil {
			return nil, err
		}
		if err := errors.Join(e.Write(c.Samples), e.Close()); err != nil {
			return nil, err
		}
		return append(mp3.InfoFrame(config, e.Stats()), b.Bytes()...), nil
	}
}

// lame returns an encoder that runs LAME. Its tag is too large for frames below 56 kbps and then left out, so the clip is
// aligned by the delay that LAME documents.
func lame(args ...string) func(audio.Clip, int) ([]byte, error) {
	return func(c audio.Clip, kbps int) ([]byte, error) {
		dir, err := os.MkdirTemp("", "encoder")
		if err != nil {
			return nil, err
		}
		defer os.RemoveAll(dir)
		in, out := filepath.Join(dir, "in.wav"), filepath.Join(dir, "out.mp3")
		if err := save(in, c); err != nil {
			return nil, err
		}
		all := append([]string{"--silent", "-m", "m", "--cbr", "-b", strconv.Itoa(kbps)}, args...)
		if msg, err := exec.Command("lame", append(all, in, out)...).CombinedOutput(); err != nil {
			return nil, fmt.Errorf("lame: %w: %s", err, msg)
		}
		return os.ReadFile(out)
	}
}

// lameDelay is by how many samples LAME's output is late when it carries no tag.
const lameDelay = 576 + mp3.DecoderDelay

// decode decodes with mpg123 and aligns the result with the source.
func decode(file []byte, source audio.Clip, delay int) (audio.Clip, error) {
	sum, err := mp3.Walk(bytes.NewReader(file), nil)
	if err != nil {
		return audio.Clip{}, err
	}
	if delay < 0 && sum.Info == nil {
		delay = lameDelay
	}
	f, err := os.CreateTemp("", "encoder*.mp3")
	if err != nil {
		return audio.Clip{}, err
	}
	defer os.Remove(f.Name())
	if _, err := f.Write(file); err != nil {
		return audio.Clip{}, err
	}
	if err := f.Close(); err != nil {
		return audio.Clip{}, err
	}
	pcm, err := exec.Command("mpg123", "-q", "-s", f.Name()).Output()
	if err != nil {
		return audio.Clip{}, fmt.Errorf("mpg123: %w", err)
	}
	n := len(source.Samples)
	out := audio.Clip{Rate: source.Rate, Samples: make([]float32, n)}
	for i := range out.Samples {
		if at := 2 * (i + max(0, delay)); at+1 < len(pcm) {
			out.Samples[i] = float32(int16(binary.LittleEndian.Uint16(pcm[at:]))) / 32768
		}
	}
	return out, nil
}
