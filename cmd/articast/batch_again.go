package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// runName is the file, hidden from listeners, in which a folder remembers what its batch was asked for, so that serve --watch can ask
// again.
const runName = ".articast-run.json"

// savedRun is what a batch was asked for.
type savedRun struct {
	Sources []string `json:"sources"` // addresses, and paths relative to the folder
	Flags   []string `json:"flags"`   // --name=value
}

// passingFlags are of one run alone.
var passingFlags = []string{"output", "force", "quiet", "json", "dry-run", "no-cache", "jobs", "yes", "prune"}

// savedRunOf takes down what a command line asks for. Paths are kept so that they are found from elsewhere.
func savedRunOf(c *cli.Context, dir string) savedRun {
	r := savedRun{Sources: []string{}, Flags: []string{}}
	for _, source := range c.Args().Slice() {
		list, isList := strings.CutPrefix(source, "@")
		if isList {
			source = list
		}
		source = sourceKey(dir, source)
		if isList {
			source = "@" + source
		}
		r.Sources = append(r.Sources, source)
	}
	typed := settingsOf(c).typed
	for _, f := range c.Command.Flags {
		name := f.Names()[0]
		isTyped := slices.ContainsFunc(f.Names(), func(n string) bool { return typed[n] })
		if !isTyped || slices.Contains(passingFlags, name) {
			continue
		}
		values := []string{fmt.Sprint(c.Value(name))}
		if _, several := f.(*cli.StringSliceFlag); several {
			values = c.StringSlice(name)
		}
		_, isPath := f.(*cli.PathFlag)
		for _, v := range values {
			if isPath || name == "lexicon" || name == "voice" {
				v = absoluteFile(v)
			}
			r.Flags = append(r.Flags, "--"+name+"="+v)
		}
	}
	return r
}

// absoluteFile returns the absolute path of a file or folder that is there, and anything else as it is.
func absoluteFile(name string) string {
	if _, err := os.Stat(name); err != nil {
		return name
	}
	if path, err := filepath.Abs(name); err == nil {
		return path
	}
	return name
}

// bytes is the file's content.
func (r savedRun) bytes() ([]byte, error) {
	b, err := json.MarshalIndent(r, "", "  ")
	return append(b, '\n'), err
}

// readRun reads what the batch of a folder was asked for.
func readRun(dir string) (savedRun, error) {
	const hint = "run articast batch SOURCE... -o DIR once, which writes down its sources"
	var r savedRun
	raw, err := os.ReadFile(filepath.Join(dir, runName))
	if err != nil {
		return r, &usageError{msg: fmt.Sprintf("%s does not know its sources, so there is nothing to watch", dir), hint: hint}
	}
	if err := json.Unmarshal(raw, &r); err != nil || len(r.Sources) == 0 {
		return r, &usageError{msg: fmt.Sprintf("%s: what the batch was asked for cannot be read", filepath.Join(dir, runName)), hint: hint}
	}
	return r, nil
}

// args is the command line that asks again.
func (r savedRun) args(dir string) []string {
	args := append([]string{"articast", "batch", "--output=" + dir}, r.Flags...)
	args = append(args, "--")
	for _, source := range r.Sources {
		list, isList := strings.CutPrefix(source, "@")
		if isList {
			source = list
		}
		if !isURL(source) && !filepath.IsAbs(source) {
			source = filepath.Join(dir, filepath.FromSlash(source))
		}
		if isList {
			source = "@" + source
		}
		args = append(args, source)
	}
	return args
}
