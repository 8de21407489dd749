package piper

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"articast/audio"
	"articast/internal/atomicfile"
	"articast/tts"
)

// Voices lists the voices that come with the program, then those that the user has added, by name. Any other is named by
// the path of its file.
func (e *Engine) Voices(context.Context) ([]tts.Voice, error) {
	list := make([]tts.Voice, 0, len(e.o.Voices))
	for _, v := range e.o.Voices {
		list = append(list, v.Voice)
	}
	for _, v := range AddedVoices(e.o.VoicesDir) {
		if _, taken := e.archived(v.ID); !taken {
			list = append(list, v)
		}
	}
	return list, nil
}

// AddedVoices lists the voices in a folder, by name: NAME.onnx with its NAME.onnx.json. What is not a voice is left out; a folder
// that is not there has none.
func AddedVoices(dir string) []tts.Voice {
	found, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	var list []tts.Voice
	for _, f := range found {
		if v, err := VoiceAt(filepath.Join(dir, f.Name())); err == nil {
			list = append(list, v)
		}
	}
	return list
}

// VoiceAt returns what the configuration of a voice, beside the file NAME.onnx, says of it: its id is NAME. It fails with
// tts.ErrNoVoice where the file is not a voice. The model itself is not read.
func VoiceAt(path string) (tts.Voice, error) {
	id, ok := strings.CutSuffix(filepath.Base(path), modelExt)
	if !ok || id == "" {
		return tts.Voice{}, fmt.Errorf("%s: %w: the name of a Piper voice ends in %s", path, tts.ErrNoVoice, modelExt)
	}
	if info, err := os.Stat(path); err != nil {
		return tts.Voice{}, err
	} else if !info.Mode().IsRegular() || info.Size() == 0 {
		return tts.Voice{}, fmt.Errorf("%s: %w: it is empty, or no file", path, tts.ErrNoVoice)
	}
	c, err := readConfig(configOf(path))
	if err != nil {
		return tts.Voice{}, fmt.Errorf("%s: %w: %w", path, tts.ErrNoVoice, err)
	}
	return tts.Voice{ID: id, Name: id, Lang: LanguageTag(c.lang()), Note: path}, nil
}

// AddVoice copies a voice, a file NAME.onnx with its configuration NAME.onnx.json beside it, to a folder, where it has that
// name. Each file is there whole or not at all, the model last. It fails with an error that is fs.ErrExist where the folder
// has a voice of the name, unless it may be replaced; tts.ErrNoVoice where the file is not a voice.
func AddVoice(dir, path string, replace bool) (tts.Voice, error) {
	v, err := VoiceAt(path)
	if err != nil {
		return tts.Voice{}, err
	}
	if v.Lang == unknownLanguage {
		return tts.Voice{}, fmt.Errorf("%s: %w: it names no language, so it is not the configuration of a Piper voice", configOf(path), tts.ErrNoVoice)
	}
	target := filepath.Join(dir, v.ID+modelExt)
	if _, err := os.Stat(target); err == nil && !replace {
		return tts.Voice{}, &fs.PathError{Op: "add voice", Path: target, Err: fs.ErrExist}
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return tts.Voice{}, err
	}
	if err := os.Remove(target); err != nil && !errors.Is(err, fs.ErrNotExist) { // an old model never lies beside a new configuration
		return tts.Voice{}, err
	}
	for _, f := range [][2]string{{configOf(path), configOf(target)}, {path, target}} {
		if err := copyFile(f[0], f[1]); err != nil {
			return tts.Voice{}, err
		}
	}
	v.Note = target
	return v, nil
}

// configOf returns where the configuration of a voice file lies.
func configOf(model string) string { return model + ".json" }

// copyFile copies a file to a place where it appears whole.
func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := atomicfile.Create(to)
	if err != nil {
		return err
	}
	defer out.Abort()
	if _, err := io.Copy(out, in); err != nil {
		return err
	}
	return out.Commit()
}

const unknownLanguage = "und"

// LanguageTag turns Piper's "en_US" and espeak-ng's "en-gb-x-rp" into BCP 47 "en-US" and "en-GB-x-rp"; an unknown language is
// "und".
func LanguageTag(code string) string {
	if code == "" {
		return unknownLanguage
	}
	parts := strings.Split(strings.ReplaceAll(code, "_", "-"), "-")
	if len(parts) > 1 && len(parts[1]) == 2 {
		parts[1] = strings.ToUpper(parts[1])
	}
	return strings.Join(parts, "-")
}

// Loudness returns what is known of the voices that come with the program: how loud their trial sentence is.
func (e *Engine) Loudness(u tts.Utterance) (audio.LUFS, bool) {
	v, ok := e.archived(u.Voice)
	if !ok || v.Loudness == 0 || !e.bundled() || e.o.Lively || u.Prosody.Rate != 0 && u.Prosody.Rate != 1 {
		return 0, false
	}
	return v.Loudness, u.Text == tts.TrialSentence(tts.Utterance{Text: "a", Lang: "en"})
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
