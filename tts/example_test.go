package tts_test

import (
	"context"
	"fmt"
	"log"
	"os"
	"slices"

	"articast/audio"
	"articast/tts"
	"articast/tts/tone"
)

// morse is a Backend of one's own: it beeps the number of letters.
type morse struct{}

func (morse) Properties() tts.Properties {
	return tts.Properties{Name: "morse", Version: "1", MaxRunes: 500, Concurrency: 1, Offline: true}
}

func (m morse) Synthesize(ctx context.Context, u tts.Utterance) (audio.Clip, error) {
	if err := ctx.Err(); err != nil {
		return audio.Clip{}, err
	}
	if !tts.Speakable(u.Text) {
		return audio.Clip{}, tts.ErrEmpty
	}
	if err := tts.CheckLimit(u.Text, m.Properties().MaxRunes); err != nil {
		return audio.Clip{}, err
	}
	if u.Voice != "" {
		return audio.Clip{}, fmt.Errorf("%w: %q", tts.ErrNoVoice, u.Voice)
	}
	clip := audio.Clip{Rate: 8000, Samples: make([]float32, len(u.Text)*800)}
	for i := range clip.Samples {
		if i%800 < 400 {
			clip.Samples[i] = 0.5 - float32(i/4%2)
		}
	}
	return clip, nil
}

// A Backend needs two methods. What every engine needs besides, the wrappers add.
func ExampleBackend_yourOwn() {
	dir, err := os.MkdirTemp("", "articast-example")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)

	backend := tts.Cached(tts.Retry(tts.Checked(morse{}), tts.RetryPolicy{}), tts.OpenCache(dir))
	for range 2 {
		clip, err := backend.Synthesize(context.Background(), tts.Utterance{Text: "SOS"})
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(clip)
	}
	// Output:
	// 300ms at 8000 Hz
	// 300ms at 8000 Hz
}

func ExampleRender() {
	utterances := []tts.Utterance{
		{Text: "The first is long, and takes the engine a while."},
		{Text: "The second is short."},
		{Text: "..."},
	}
	for clip, err := range tts.Render(context.Background(), tone.Backend{}, slices.Values(utterances), 2) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(clip)
	}
	// Output:
	// 3.2s at 22050 Hz
	// 1.333333333s at 22050 Hz
	// speak utterance 3: nothing to say
}
