package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"articast/tts"
)

// A setting is the value of a flag, or of an engine, that does not come from the command line.
type setting struct {
	values  []string // one, but for a flag that may be given several times
	origin  string   // "articast.toml:12", or the name of a variable
	entries []string // the origin of each value of a table
}

// at returns where one of several values stands.
func (set setting) at(value string) string {
	if i := slices.Index(set.values, value); i >= 0 && i < len(set.entries) {
		return set.entries[i]
	}
	return set.origin
}

// layer holds the settings of one source: a file or the environment.
type layer struct {
	flags   map[string]setting
	engines map[string]map[string]setting // by engine and key
}

// settings are what the flags of a run are filled in from where the command line is silent.
type settings struct {
	layer
	typed map[string]bool   // flags that the command line has
	from  map[string]string // where the value of each flag comes from, for those that are not at their default
	files []configFile      // that were looked for
}

// configFile is a file that may hold settings.
type configFile struct {
	path    string
	must    bool // be there
	trusted bool // is the user's own: one found beside an article may have come with it
}

// What settings.from says of values that come from no place that a message could name.
const (
	fromTyped       = "command line"
	fromEnvironment = "environment"
)

type settingsKey struct{}

// settingsOf returns the settings of a run.
func settingsOf(c *cli.Context) *settings {
	if s, ok := c.Context.Value(settingsKey{}).(*settings); ok {
		return s
	}
	return &settings{}
}

// place returns where the value of a flag stands, "articast.toml:12" or a variable; "" where it was typed, or is the default.
// Of a flag with several values it is the place of the one named.
func (s *settings) place(flag, value string) string {
	switch s.from[flag] {
	case "", fromTyped, fromEnvironment:
		return ""
	}
	return s.flags[flag].at(value)
}

// withPlace makes an action tell of a slip in the value of a flag where that stands, if it was not typed.
func withPlace(action cli.ActionFunc) cli.ActionFunc {
	return func(c *cli.Context) error {
		err := action(c)
		flag, value := "", ""
		var slip *usageError
		switch {
		case errors.As(err, &slip):
			flag, value = slip.flag, slip.value
		case errors.Is(err, tts.ErrNoVoice):
			flag = voiceFlag(c, err)
		}
		if place := settingsOf(c).place(flag, value); place != "" {
			return fmt.Errorf("%s: %w", place, err)
		}
		return err
	}
}

// voiceFlag returns the flag whose voice an error says not to be there; "" for none. Engines quote the name of such a voice.
func voiceFlag(c *cli.Context, err error) string {
	named := func(voice string) bool { return voice != "" && strings.Contains(err.Error(), strconv.Quote(voice)) }
	switch {
	case named(c.String("voice")):
		return "voice"
	case slices.ContainsFunc(words([]string{c.String("quote-voice")}), named):
		return "quote-voice"
	case slices.ContainsFunc(slices.Collect(maps.Values(castOf(c.StringSlice("cast")))), named):
		return "cast"
	}
	return ""
}

// engine returns what the settings say of an engine, like its base_url; "" where they say nothing.
func (s *settings) engine(name, key string) string {
	if set, ok := s.engines[name][key]; ok {
		return set.values[0]
	}
	return ""
}

// origins lists where the settings of an engine come from.
func (s *settings) origins(name string) []string {
	var list []string
	for _, set := range s.engines[name] {
		list = append(list, set.origin)
	}
	slices.Sort(list)
	return list
}

// engineNumber returns a number that the settings have for an engine; 0 where they have none. It was checked as it was read.
func (s *settings) engineNumber(name, key string) float64 {
	n, _ := strconv.ParseFloat(s.engine(name, key), 64)
	return n
}

// applySettings fills in the flags that the command line has not set: from the environment, the file named with --config,
// the one beside the article, the user's own, the first of them that has a value. It is the Before of every command.
func applySettings(c *cli.Context) error {
	s := &settings{typed: make(map[string]bool), from: make(map[string]string)}
	for _, name := range c.LocalFlagNames() {
		s.typed[name] = true
	}
	if err := s.read(c); err != nil {
		return err
	}
	for _, f := range c.Command.Flags {
		if err := s.fill(c, f); err != nil {
			return err
		}
	}
	c.Context = context.WithValue(c.Context, settingsKey{}, s)
	return nil
}

// fill sets a flag that neither the command line nor a variable of its own has set.
func (s *settings) fill(c *cli.Context, f cli.Flag) error {
	name := f.Names()[0]
	set, ok := s.flags[name]
	switch {
	case s.typed[name]:
		s.from[name] = fromTyped
		return nil
	case c.IsSet(name):
		s.from[name] = fromEnvironment
		return nil
	case !ok:
		return nil
	}
	s.from[name] = set.origin
	return set.apply(c, f)
}

// read lays the sources over each other, the later ones on top.
func (s *settings) read(c *cli.Context) error {
	env := environment(c.Command.Flags)
	s.files = configFiles(cmp.Or(c.Path("config"), env.value("config")), c.Args().Slice())
	for _, f := range s.files {
		l, err := f.read()
		if err != nil {
			return err
		}
		s.add(l)
	}
	s.add(env)
	return nil
}

func (l *layer) add(over layer) {
	if l.flags == nil {
		l.flags, l.engines = make(map[string]setting), make(map[string]map[string]setting)
	}
	for name, set := range over.flags {
		l.flags[name] = set
	}
	for engine, keys := range over.engines {
		if l.engines[engine] == nil {
			l.engines[engine] = make(map[string]setting)
		}
		for key, set := range keys {
			l.engines[engine][key] = set
		}
	}
}

func (l layer) value(name string) string {
	if set, ok := l.flags[name]; ok {
		return set.values[0]
	}
	return ""
}

// configFiles lists where settings may lie, in the order in which they count.
func configFiles(named string, args []string) []configFile {
	var files []configFile
	if path := userConfig(); path != "" {
		files = append(files, configFile{path: path, trusted: true})
	}
	if dir := sourceFolder(args); dir != "" {
		beside := filepath.Join(dir, configName)
		if !slices.ContainsFunc(files, func(f configFile) bool { return sameFile(f.path, beside) }) {
			files = append(files, configFile{path: beside})
		}
	}
	if named != "" {
		files = append(files, configFile{path: named, must: true, trusted: true})
	}
	return files
}

// configName is what a file of settings is called, in the user's configuration directory and beside an article.
const configName = "articast.toml"

// userConfig returns where the user's own settings lie; "" where there is no such place.
func userConfig() string { return userFile(configName) }

// userFile returns where a file of the user's own lies; "" where there is no such place.
func userFile(name string) string {
	dir, err := os.UserConfigDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "articast", name)
}

// sourceFolder returns the folder that all files among the arguments lie in; "" when there is none, or more than one.
func sourceFolder(args []string) string {
	folder := ""
	for _, arg := range args {
		info, err := os.Stat(arg)
		if err != nil {
			continue // an address, standard input, or a slip that the command will tell of
		}
		dir := filepath.Dir(arg)
		if info.IsDir() {
			dir = arg
		}
		if folder != "" && !sameFile(folder, dir) {
			return ""
		}
		folder = dir
	}
	return folder
}

func sameFile(a, b string) bool {
	one, err := os.Stat(a)
	if err != nil {
		return false
	}
	other, err := os.Stat(b)
	return err == nil && os.SameFile(one, other)
}

// variable is the name of the environment variable that sets a flag.
func variable(flag string) string {
	return "ARTICAST_" + strings.ToUpper(strings.ReplaceAll(flag, "-", "_"))
}

// engineVariables are the variables that programs for an engine usually read.
var engineVariables = map[string]map[string]string{
	"openai": {secretKey: "OPENAI_API_KEY", "base_url": "OPENAI_BASE_URL"},
}

// environment reads the variables of flags and engines. An empty one counts as not there.
func environment(flags []cli.Flag) layer {
	l := layer{flags: make(map[string]setting), engines: make(map[string]map[string]setting)}
	for _, f := range flags {
		name := f.Names()[0]
		if v := os.Getenv(variable(name)); v != "" {
			l.flags[name] = setting{values: []string{v}, origin: variable(name)}
		}
	}
	for engine, keys := range engineVariables {
		l.engines[engine] = make(map[string]setting)
		for key, name := range keys {
			if v := os.Getenv(name); v != "" {
				l.engines[engine][key] = setting{values: []string{v}, origin: name}
			}
		}
	}
	return l
}

// apply sets a flag as if it had been typed. What is wrong with the value is said with the place that it comes from. An
// empty value leaves the flag at its default.
func (set setting) apply(c *cli.Context, f cli.Flag) error {
	if strings.Join(set.values, "") == "" {
		return nil
	}
	name, values := f.Names()[0], set.values
	if _, several := f.(*cli.StringSliceFlag); !several {
		values = []string{strings.Join(values, ",")}
	}
	for _, v := range values {
		if err := c.Set(name, v); err != nil {
			return &usageError{msg: fmt.Sprintf("%s: %s does not take %q", set.origin, name, v), hint: flagHint(f)}
		}
	}
	checked, ok := f.(cli.ActionableFlag)
	if !ok {
		return nil
	}
	if err := checked.RunAction(c); err != nil {
		value := ""
		var slip *usageError
		if errors.As(err, &slip) {
			value = slip.value
		}
		return &usageError{msg: fmt.Sprintf("%s: %v", set.at(value), err), hint: hintOf(err)}
	}
	return nil
}

// flagHint says what a flag is for.
func flagHint(f cli.Flag) string {
	doc, ok := f.(cli.DocGenerationFlag)
	if !ok {
		return ""
	}
	takes := ""
	switch f.(type) {
	case *cli.Float64Flag:
		takes = " takes a number"
	case *cli.IntFlag:
		takes = " takes a whole number"
	case *cli.DurationFlag:
		takes = " takes a length with its unit"
	case *cli.BoolFlag:
		takes = " takes true or false, or nothing"
	}
	return fmt.Sprintf("--%s%s: %s", f.Names()[0], takes, strings.ReplaceAll(doc.GetUsage(), "`", ""))
}
