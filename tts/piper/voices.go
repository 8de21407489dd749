package piper

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"articast/tts"
)

// Voices lists the voices that come with the program, then those in the data directory's "voices", by name. Any other
// is named by the path of its file.
func (e *Engine) Voices(context.Context) ([]tts.Voice, error) {
	list := make([]tts.Voice, 0, len(e.o.Voices))
	for _, v := range e.o.Voices {
		list = append(list, v.Voice)
	}
	dir := filepath.Join(e.store.dir, voicesDir)
	found, err := os.ReadDir(dir)
	if err != nil {
		return list, nil // the user has put none there
	}
	for _, f := range found {
		id, ok := strings.CutSuffix(f.Name(), modelExt)
		c, err := readConfig(filepath.Join(dir, f.Name()+".json"))
		if _, taken := e.archived(id); !ok || taken || id == "" || err != nil {
			continue
		}
		list = append(list, tts.Voice{ID: id, Name: id, Lang: languageTag(c.lang()), Note: filepath.Join(dir, f.Name())})
	}
	return list, nil
}

// languageTag turns "en_US" and espeak-ng's "en-gb-x-rp" into BCP 47 "en-US" and "en-GB-x-rp"; an unknown language is
// "und".
func languageTag(code string) string {
	if code == "" {
		return "und"
	}
	parts := strings.Split(strings.ReplaceAll(code, "_", "-"), "-")
	if len(parts) > 1 && len(parts[1]) == 2 {
		parts[1] = strings.ToUpper(parts[1])
	}
	return strings.Join(parts, "-")
}

// VoiceKey returns a hash of what the voice is made of. For a voice file it is taken when the file is first used, and
// again when the file has changed.
func (e *Engine) VoiceKey(id string) (string, error) {
	if v, ok := e.archived(id); ok {
		return archiveKey(v.Archive), nil
	}
	m, err := e.readyModel(context.Background(), id)
	return m.key, wrap(err)
}
