package main

import (
	"cmp"
	"context"
	"crypto/md5"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/urfave/cli/v2"

	"articast/article"
	"articast/internal/filelock"
	"articast/tts"
	"articast/tts/piper"
	"articast/tts/remote"
)

// piperCatalogue is where Piper's voices are published, with voices.json as their index.
const piperCatalogue = "https://huggingface.co/rhasspy/piper-voices/resolve/main"

const (
	maxIndex   = 32 << 20         // bytes of voices.json
	maxVoice   = 1 << 30          // bytes of a file of a voice
	maxSilence = 30 * time.Second // of a server
)

func getVoiceCommand() *cli.Command {
	return &cli.Command{
		Name:      "get",
		Usage:     "fetch a Piper voice from the public catalogue, like en_US-lessac-medium, and add it; without a NAME, list them",
		ArgsUsage: "[NAME]",
		Description: `What was fetched when a run was cut off is kept, and the next one goes on there. Sizes and hashes are those of the catalogue, whose address
base_url below [engine.piper] in your settings changes. Mind the terms of a voice: its MODEL_CARD in the catalogue tells them.

EXIT STATUS:
   0 done, 1 failed, 2 wrong usage, 4 no such voice, or it cannot speak`,
		Flags: []cli.Flag{
			listedLanguageFlag(),
			replaceVoiceFlag(),
			quietFlag(), enginePathFlag(), cacheDirFlag(),
		},
		Action: getVoice,
	}
}

func getVoice(c *cli.Context) error {
	if c.NArg() > 1 {
		return &usageError{msg: fmt.Sprintf("voices get takes one voice, but got %d", c.NArg()), hint: "articast voices get en_US-lessac-medium"}
	}
	from, err := newCatalogue(cmp.Or(settingsOf(c).engine("piper", "base_url"), piperCatalogue))
	if err != nil {
		return err
	}
	index, err := from.index(c.Context)
	if err != nil {
		return err
	}
	if c.NArg() == 0 {
		return listCatalogue(c.App.Writer, index, c.String("lang"))
	}
	name := c.Args().First()
	voice, ok := index[name]
	if !ok || filepath.Base(name) != name {
		hint := "articast voices get lists them all"
		if near := nearest(name, slices.Collect(maps.Keys(index))); near != "" {
			hint = fmt.Sprintf("did you mean %s? %s", near, hint)
		}
		return &hintError{error: fmt.Errorf("%w in the catalogue: %s", tts.ErrNoVoice, name), hint: hint}
	}
	a, err := newVoiceAdder(c)
	if err != nil {
		return err
	}
	defer a.Close()
	if err := a.mayAdd(name); err != nil {
		return err
	}
	told := c.App.ErrWriter
	if c.Bool("quiet") {
		told = io.Discard
	}
	folder := filepath.Join(a.dir, ".getting")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	lock, err := filelock.Try(filepath.Join(folder, name+".lock"))
	if errors.Is(err, filelock.ErrHeld) {
		return &hintError{error: fmt.Errorf("voice %s is being fetched by another run", name), hint: "wait until that has ended"}
	} else if err != nil {
		return err
	}
	defer lock.Unlock()
	if err := from.fetch(c.Context, voice, name, folder, told); err != nil {
		return err
	}
	model := filepath.Join(folder, name+".onnx")
	if err := a.add(c, model); err != nil {
		return err
	}
	return errors.Join(os.Remove(model), os.Remove(model+".json"))
}

// catalogue is a place on the web that has Piper voices as the project publishes its own.
type catalogue struct {
	base   string
	client *http.Client
}

// catalogueVoice is an entry of voices.json.
type catalogueVoice struct {
	Language struct{ Code string } `json:"language"`
	Quality  string                `json:"quality"`
	Files    map[string]struct {
		Size int64  `json:"size_bytes"`
		MD5  string `json:"md5_digest"`
	} `json:"files"` // by path
}

func newCatalogue(base string) (*catalogue, error) {
	u, err := url.Parse(base)
	if err != nil || !remote.Secure(u) {
		return nil, &usageError{msg: "the catalogue of voices has no https address: " + base, hint: "set base_url below [engine.piper], or leave it out"}
	}
	return &catalogue{base: strings.TrimSuffix(base, "/"), client: &http.Client{
		CheckRedirect: func(r *http.Request, via []*http.Request) error {
			if !remote.Secure(r.URL) || len(via) >= 10 {
				return fmt.Errorf("led to %s", r.URL.Redacted())
			}
			return nil
		},
	}}, nil
}

// index returns the catalogue's voices by name.
func (k *catalogue) index(ctx context.Context) (map[string]catalogueVoice, error) {
	var index map[string]catalogueVoice
	err := k.get(ctx, "voices.json", 0, func(body io.Reader, _ bool) error {
		return json.NewDecoder(io.LimitReader(body, maxIndex)).Decode(&index)
	})
	if err != nil {
		return nil, err
	}
	return index, nil
}

// get asks for a file from a byte on, and hands it to read, with whether the server began there. A server that says nothing
// for a while is given up.
func (k *catalogue) get(ctx context.Context, file string, from int64, read func(body io.Reader, ranged bool) error) error {
	address, err := url.JoinPath(k.base, file)
	if err != nil {
		return err
	}
	w := remote.Watch(ctx, maxSilence)
	defer w.Stop()
	request, err := http.NewRequestWithContext(w.Ctx, http.MethodGet, address, nil)
	if err != nil {
		return err
	}
	request.Header.Set("User-Agent", article.DefaultUserAgent)
	if from > 0 {
		request.Header.Set("Range", fmt.Sprintf("bytes=%d-", from))
	}
	failed := func(err error) error {
		err = fmt.Errorf("catalogue of voices: %s: %w", address, cmp.Or(context.Cause(w.Ctx), err))
		if errors.Is(err, context.Canceled) {
			return err
		}
		return &hintError{error: err, hint: "run the same command again later: it goes on where it ended"}
	}
	response, err := k.client.Do(request)
	if err != nil {
		var u *url.Error
		if errors.As(err, &u) {
			err = u.Err
		}
		return failed(err)
	}
	defer response.Body.Close()
	if s := response.StatusCode; s != http.StatusOK && s != http.StatusPartialContent {
		return failed(errors.New(response.Status))
	}
	if err := read(w.Reader(response.Body), response.StatusCode == http.StatusPartialContent); err != nil {
		return failed(err)
	}
	return nil
}

// fetch brings the two files of a voice into a folder that is there.
func (k *catalogue) fetch(ctx context.Context, v catalogueVoice, name, folder string, told io.Writer) error {
	for _, want := range []string{name + ".onnx.json", name + ".onnx"} {
		found := ""
		for file := range v.Files {
			if path.Base(file) == want {
				found = file
			}
		}
		entry := v.Files[found]
		if found == "" || !filepath.IsLocal(want) || filepath.Base(want) != want || entry.Size <= 0 || entry.Size > maxVoice {
			return fmt.Errorf("catalogue of voices: %w: %s has no usable %s", tts.ErrNoVoice, name, want)
		}
		if target := filepath.Join(folder, want); isFile(target, entry.MD5) { // of a voice that could not be added
			continue
		}
		fmt.Fprintf(told, "fetching %s (%s)\n", want, size(entry.Size))
		if err := k.fetchFile(ctx, found, filepath.Join(folder, want), entry.Size, entry.MD5); err != nil {
			return err
		}
	}
	return nil
}

// fetchFile brings one file of a known size and hash, by way of target.part, where an earlier run may have left its beginning.
func (k *catalogue) fetchFile(ctx context.Context, file, target string, bytes int64, sum string) error {
	part, err := os.OpenFile(target+".part", os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return err
	}
	defer part.Close()
	have, err := part.Seek(0, io.SeekEnd)
	if err != nil {
		return err
	}
	if have > bytes {
		have = 0
	}
	if have < bytes {
		err := k.get(ctx, file, have, func(body io.Reader, ranged bool) error {
			if !ranged {
				have = 0
			}
			if err := errors.Join(part.Truncate(have), seek(part, have)); err != nil {
				return err
			}
			n, err := io.Copy(part, io.LimitReader(body, bytes-have+1))
			if err == nil && have+n < bytes {
				err = io.ErrUnexpectedEOF
			}
			return err
		})
		if err != nil {
			return err
		}
	}
	if err := seek(part, 0); err != nil {
		return err
	}
	n, got, err := md5Of(part)
	if err = errors.Join(err, part.Sync(), part.Close()); err != nil { // before it is renamed or removed
		return err
	}
	if n != bytes || !strings.EqualFold(got, sum) {
		return &hintError{
			error: errors.Join(fmt.Errorf("catalogue of voices: %s is not what the catalogue says: %d bytes, hash %s, in place of %d, %s", file, n, got, bytes, sum), os.Remove(part.Name())),
			hint:  "it was thrown away; run the same command again",
		}
	}
	return os.Rename(part.Name(), target)
}

// md5Of reads r to its end. The catalogue has no better hash; TLS vouches for the rest.
func md5Of(r io.Reader) (n int64, sum string, err error) {
	hash := md5.New()
	n, err = io.Copy(hash, r)
	return n, hex.EncodeToString(hash.Sum(nil)), err
}

// isFile tells whether there is a file of that hash.
func isFile(path, sum string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	_, got, err := md5Of(f)
	return err == nil && strings.EqualFold(got, sum)
}

func seek(f *os.File, to int64) error {
	_, err := f.Seek(to, io.SeekStart)
	return err
}

func listCatalogue(w io.Writer, index map[string]catalogueVoice, lang string) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "VOICE\tLANGUAGE\tQUALITY\tSIZE")
	for _, name := range slices.Sorted(maps.Keys(index)) {
		v := index[name]
		tag := piper.LanguageTag(v.Language.Code)
		if lang != "" && !speaks(tag, lang) {
			continue
		}
		var bytes int64
		for _, f := range v.Files {
			bytes += f.Size
		}
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\n", name, tag, v.Quality, size(bytes))
	}
	return table.Flush()
}
