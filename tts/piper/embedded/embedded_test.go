package embedded_test

import (
	"testing"

	"articast/tts"
	"articast/tts/piper"
	"articast/tts/piper/embedded"
	"articast/tts/ttstest"
)

func TestConformance(t *testing.T) {
	if embedded.Distribution() == nil {
		t.Skip("no engine is embedded for this platform")
	}
	dir := t.TempDir()
	ttstest.Run(t, func(t *testing.T) tts.Backend {
		e, err := piper.New(piper.Options{Distribution: embedded.Distribution(), Voices: embedded.Voices(), DataDir: dir})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { e.Close() })
		return e
	})
}
