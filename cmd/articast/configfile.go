package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"

	"github.com/BurntSushi/toml"
	"github.com/urfave/cli/v2"
)

// maxSettings is the most that is read of a file of settings, in bytes.
const maxSettings = 1 << 20

// engineSection is the table of a file of settings that holds one table for each engine.
const engineSection = "engine"

// engineKeys are what can be set of an engine, with what it is for. They are no flags: a key typed on a command line is
// seen by everybody on the machine.
var engineKeys = map[string]string{
	"api_key":             "the secret that the service wants",
	"base_url":            "the address of the service",
	"instructions":        "how it is to be spoken, in words, for models that take them",
	"response_format":     "how the sound comes: wav, mp3, or pcm, which needs sample_rate",
	"sample_rate":         "in Hz, of what comes as pcm; OpenAI sends 24000",
	"model":               "which of its models speaks",
	"price":               "of a million characters, in any currency",
	"requests_per_second": "at most",
}

// numberKeys are those of engineKeys that are numbers.
var numberKeys = []string{"price", "requests_per_second", "sample_rate"}

const secretKey = "api_key"

// articleKeys are the flags that a file beside an article may set: what is heard and how, and nothing that runs a
// program, opens a connection, spends money or writes to another place.
var articleKeys = []string{
	"voice", "quote-voice", "speaker-voice", "cast", "speed", "lively", "pause", "loudness", "bitrate", "cover", "from", "captions", "credits", "quotes",
	"skip", "keep", "drop", "drop-text", "chapters", "chapter-length", "lang", "region", "lexicon",
}

// settableFlags are the flags that a file can set: those of the commands that make episodes.
func settableFlags() []cli.Flag {
	var flags []cli.Flag
	for _, c := range episodeCommands() {
		for _, f := range c.Flags {
			if flagNamed(flags, f.Names()[0]) == nil {
				flags = append(flags, f)
			}
		}
	}
	return flags
}

// episodeCommands are the commands whose flags a file of settings knows.
func episodeCommands() []*cli.Command {
	return []*cli.Command{renderCommand(), playCommand(), batchCommand()}
}

// read returns the settings in the file; none where it is not there and need not be.
func (f configFile) read() (layer, error) {
	r, err := openFound(f.path, f.must)
	if errors.Is(err, fs.ErrNotExist) && !f.must {
		return layer{}, nil
	}
	var data []byte
	if err == nil {
		defer r.Close()
		data, err = io.ReadAll(io.LimitReader(r, maxSettings+1))
	}
	if err == nil && len(data) > maxSettings {
		err = fmt.Errorf("%s is larger than %d MB", f.path, maxSettings>>20)
	}
	if err != nil {
		hint := "articast config init writes a file to begin with"
		if errors.Is(err, fs.ErrPermission) {
			hint = fileHint(err)
		}
		return layer{}, &usageError{msg: fmt.Sprintf("read the settings: %v", err), hint: hint}
	}
	reader := configReader{configFile: f, lines: strings.Split(string(data), "\n"), known: settableFlags()}
	return reader.parse(string(data))
}

// openFound opens a file. One that was found, and not named, may have come with an article: it has to be a file, since a pipe
// or a device could keep articast waiting for ever.
func openFound(path string, named bool) (*os.File, error) {
	info, err := os.Stat(path)
	if errors.Is(err, syscall.ENAMETOOLONG) && !named {
		return nil, fs.ErrNotExist
	}
	if err == nil && !named && !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is no file", path)
	}
	return os.Open(path)
}

// configReader reads one file of settings.
type configReader struct {
	configFile
	lines []string
	known []cli.Flag
}

func (r configReader) parse(text string) (layer, error) {
	var table map[string]any
	if _, err := toml.Decode(text, &table); err != nil {
		return layer{}, r.syntax(err)
	}
	l := layer{flags: make(map[string]setting), engines: make(map[string]map[string]setting)}
	for _, key := range slices.Sorted(maps.Keys(table)) {
		if key == engineSection {
			engines, err := r.engineTables(table[key])
			if err != nil {
				return layer{}, err
			}
			l.engines = engines
			continue
		}
		set, err := r.flag(key, table[key])
		if err != nil {
			return layer{}, err
		}
		l.flags[key] = set
	}
	return l, nil
}

// syntax tells of a file that is no TOML. What stands in the place of a secret is not repeated.
func (r configReader) syntax(err error) error {
	var parse toml.ParseError
	const hint = `a setting is written like: voice = "alan"`
	if !errors.As(err, &parse) {
		return &usageError{msg: fmt.Sprintf("%s: %v", r.path, err), hint: hint}
	}
	message := parse.Message
	line := ""
	if n := parse.Position.Line; n >= 1 && n <= len(r.lines) {
		line = r.lines[n-1]
	}
	if strings.Contains(parse.LastKey, secretKey) || strings.Contains(line, secretKey) {
		message = "the value of " + secretKey + " is not one"
	}
	return &usageError{msg: fmt.Sprintf("%s:%d: %s", r.path, parse.Position.Line, message), hint: hint}
}

// flag reads the value of one flag.
func (r configReader) flag(key string, value any) (setting, error) {
	origin := r.origin("", key)
	f := flagNamed(r.known, key)
	if f == nil || f.Names()[0] != key {
		return setting{}, r.unknown(origin, key)
	}
	if !r.trusted && !slices.Contains(articleKeys, key) {
		return setting{}, r.untrusted(origin, key+" may not be set")
	}
	values, err := scalars(value)
	if err != nil {
		return setting{}, &usageError{msg: fmt.Sprintf("%s: %s: %v", origin, key, err), hint: flagHint(f)}
	}
	for i, v := range values {
		if values[i], err = r.place(origin, f, v); err != nil {
			return setting{}, err
		}
	}
	return setting{values: values, origin: origin, entries: r.entries(origin, key, value)}, nil
}

// entries returns where each entry of a table stands, in the order of scalars; none for what is no table.
func (r configReader) entries(origin, section string, value any) []string {
	table, _ := value.(map[string]any)
	var list []string
	for _, key := range slices.Sorted(maps.Keys(table)) {
		at := r.origin(section, key)
		if at == r.path { // it stands in the line of the table
			at = origin
		}
		list = append(list, at)
	}
	return list
}

// place makes a path relative to the file that names it, and keeps a file beside an article to its own folder.
func (r configReader) place(origin string, f cli.Flag, value string) (string, error) {
	key := f.Names()[0]
	_, isPath := f.(*cli.PathFlag)
	isPath = isPath || key == "lexicon"
	if !r.trusted && (isPath && !filepath.IsLocal(value) || namesModel(key, value) || key == "cover" && value == pageCover) {
		return "", r.untrusted(origin, fmt.Sprintf("%s = %q may not be set", key, value))
	}
	if isPath && value != "-" && (key != "cover" || !slices.Contains(coverWords, value)) && !filepath.IsAbs(value) {
		return filepath.Join(filepath.Dir(r.path), value), nil
	}
	return value, nil
}

// namesModel tells a voice that is the path of a model from the name of one.
func namesModel(key, value string) bool {
	isVoice := strings.Contains(key, "voice") || key == "cast"
	return isVoice && (strings.ContainsAny(value, `/\`) || strings.HasSuffix(value, ".onnx"))
}

func (r configReader) unknown(origin, key string) error {
	if strings.HasPrefix(key, secretKey) || key == "base_url" {
		return &usageError{msg: fmt.Sprintf("%s: %s belongs to an engine", origin, key), hint: fmt.Sprintf("put it below a line [%s.openai]", engineSection)}
	}
	var names []string
	for _, f := range r.known {
		names = append(names, f.Names()[0])
	}
	hint := "articast config show lists the settings"
	if near := nearest(strings.ReplaceAll(key, "_", "-"), append(names, engineSection)); near != "" {
		hint = fmt.Sprintf("did you mean %s? %s", near, hint)
	}
	return &usageError{msg: fmt.Sprintf("%s: no such setting: %s", origin, key), hint: hint}
}

func (r configReader) untrusted(origin, what string) error {
	hint := "name the file with --config if you trust it"
	if path := userConfig(); path != "" {
		hint = fmt.Sprintf("put it into your own file, %s, or %s", path, hint)
	}
	return &usageError{msg: fmt.Sprintf("%s: %s by a file beside an article", origin, what), hint: hint}
}

// engineTables reads [engine.NAME] tables.
func (r configReader) engineTables(value any) (map[string]map[string]setting, error) {
	tables, ok := value.(map[string]any)
	origin := r.origin("", engineSection)
	if !ok {
		return nil, &usageError{msg: fmt.Sprintf("%s: %s holds one table for each engine", origin, engineSection), hint: "write [engine.openai], and its settings below"}
	}
	engines := make(map[string]map[string]setting)
	for _, name := range slices.Sorted(maps.Keys(tables)) {
		section := engineSection + "." + name
		if !r.trusted {
			return nil, r.untrusted(r.origin(section, ""), "["+section+"] may not be set")
		}
		keys, ok := tables[name].(map[string]any)
		if !ok {
			return nil, &usageError{msg: fmt.Sprintf("%s: %s is not a table", r.origin(engineSection, name), section), hint: "write [" + engineSection + ".openai], and its settings below"}
		}
		if !slices.Contains(engineNames, name) {
			return nil, &usageError{
				msg:  fmt.Sprintf("%s: no such engine: %s", r.origin(section, ""), name),
				hint: "the engines are " + strings.Join(engineNames, ", "),
			}
		}
		set, err := r.engineTable(section, keys)
		if err != nil {
			return nil, err
		}
		engines[name] = set
	}
	return engines, nil
}

func (r configReader) engineTable(section string, table map[string]any) (map[string]setting, error) {
	set := make(map[string]setting)
	for _, key := range slices.Sorted(maps.Keys(table)) {
		origin := r.origin(section, key)
		if _, known := engineKeys[key]; !known {
			hint := "an engine has " + strings.Join(slices.Sorted(maps.Keys(engineKeys)), ", ")
			if near := nearest(key, slices.Collect(maps.Keys(engineKeys))); near != "" {
				hint = fmt.Sprintf("did you mean %s? %s", near, hint)
			}
			return nil, &usageError{msg: fmt.Sprintf("%s: no such setting of an engine: %s", origin, key), hint: hint}
		}
		v, err := scalar(table[key])
		if err == nil && slices.Contains(numberKeys, key) {
			err = positive(v)
		}
		if err != nil {
			return nil, &usageError{msg: fmt.Sprintf("%s: %s: %v", origin, key, err), hint: key + " is " + engineKeys[key]}
		}
		set[key] = setting{values: []string{v}, origin: origin}
	}
	return set, nil
}

func positive(v string) error {
	if n, err := strconv.ParseFloat(v, 64); err != nil || !(n > 0 && n < 1e9) {
		return fmt.Errorf("not a number above 0: %s", v)
	}
	return nil
}

// scalars reads a value: one, a list, or a table, whose entries become "name=value".
func scalars(value any) ([]string, error) {
	switch v := value.(type) {
	case []any:
		list := make([]string, len(v))
		for i, one := range v {
			var err error
			if list[i], err = scalar(one); err != nil {
				return nil, err
			}
		}
		return list, nil
	case map[string]any:
		var list []string
		for _, key := range slices.Sorted(maps.Keys(v)) {
			one, err := scalar(v[key])
			if err != nil {
				return nil, err
			}
			list = append(list, key+"="+one)
		}
		return list, nil
	}
	one, err := scalar(value)
	return []string{one}, err
}

func scalar(value any) (string, error) {
	switch v := value.(type) {
	case string:
		return v, nil
	case bool:
		return strconv.FormatBool(v), nil
	case int64:
		return strconv.FormatInt(v, 10), nil
	case float64:
		return strconv.FormatFloat(v, 'g', -1, 64), nil
	}
	return "", errors.New("not a text, a number or true or false")
}

// origin names the line in which a key of a section stands, or the section's own line for an empty key. The parser does not
// tell, so the lines are searched; where that fails, the file alone is named.
func (r configReader) origin(section, key string) string {
	at, key := "", strings.Map(bareKey, key)
	for i, line := range r.lines {
		line = strings.TrimSpace(line)
		if name, ok := strings.CutPrefix(line, "["); ok {
			name, _, _ = strings.Cut(name, "]")
			at = strings.Map(bareKey, name)
			if key == "" && at == section || section == "" && at == key || strings.HasPrefix(at, key+".") && section == "" {
				return fmt.Sprintf("%s:%d", r.path, i+1)
			}
			continue
		}
		name, _, ok := strings.Cut(line, "=")
		name = strings.Map(bareKey, name)
		if ok && at == section && (name == key || strings.HasPrefix(name, key+".")) && key != "" {
			return fmt.Sprintf("%s:%d", r.path, i+1)
		}
	}
	return r.path
}

// bareKey drops what may stand around a key.
func bareKey(c rune) rune {
	if strings.ContainsRune("\"' \t[", c) {
		return -1
	}
	return c
}
