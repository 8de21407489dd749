// Command evaluate derives predictions for a folder of benchmarks from the public functions that the command line calls,
// and writes them, one file for each set of the folder, for a scorer to judge. It knows nothing of language itself.
package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, "evaluate:", err)
		}
		os.Exit(1)
	}
}

// options are the flags.
type options struct {
	data, out, errors string
	only              []string
	chapters          bool
}

// run reads the flags and makes the predictions; what it did goes to w, one line for each set.
func run(args []string, w io.Writer) error {
	var o options
	var only string
	flags := flag.NewFlagSet("evaluate", flag.ContinueOnError)
	flags.SetOutput(w)
	flags.StringVar(&o.data, "data", "", "read the benchmarks from `DIR`")
	flags.StringVar(&o.out, "out", "", "write the predictions to `DIR`")
	flags.StringVar(&only, "only", "", "only the sets whose path begins with one of `SETS`, divided by commas: seg,traps/abbrev")
	flags.StringVar(&o.errors, "errors", "", "write what differs from the gold to `FILE`")
	flags.BoolVar(&o.chapters, "chapters", false, "only print how topical chapters compare with the subheads of the pages")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if o.chapters && o.data != "" {
		return reportChapters(o.data, w)
	}
	if o.data == "" || o.out == "" {
		return errors.New("name the folders: -data DIR -out DIR")
	}
	if only != "" {
		o.only = strings.Split(only, ",")
	}
	return evaluate(o, w)
}

// evaluate makes the predictions of every set that the folder holds and the options name.
func evaluate(o options, w io.Writer) (err error) {
	report := &report{w: io.Discard}
	if o.errors != "" {
		f, err := os.Create(o.errors)
		if err != nil {
			return fmt.Errorf("write errors: %w", err)
		}
		b := bufio.NewWriter(f)
		report.w = b
		defer func() { err = errors.Join(err, b.Flush(), f.Close()) }()
	}
	files, err := setFiles(o.data)
	if err != nil {
		return err
	}
	for _, file := range files {
		if len(o.only) > 0 && !slices.ContainsFunc(o.only, func(p string) bool { return strings.HasPrefix(file, p) }) {
			continue
		}
		if err := evaluateSet(o, file, report, w); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
	}
	return nil
}

// setFiles returns the paths of the sets in the folder, relative to it, sorted: files, and folders of pages.
func setFiles(data string) ([]string, error) {
	var files []string
	for _, pattern := range []string{"*/*.jsonl", "*/*.tsv", "extract/*"} {
		found, err := filepath.Glob(filepath.Join(data, pattern))
		if err != nil {
			return nil, fmt.Errorf("list %s: %w", data, err)
		}
		for _, f := range found {
			rel, err := filepath.Rel(data, f)
			if err != nil {
				return nil, fmt.Errorf("list %s: %w", data, err)
			}
			if !strings.HasPrefix(filepath.Base(f), "_") {
				files = append(files, filepath.ToSlash(rel))
			}
		}
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("list %s: no benchmarks there", data)
	}
	slices.Sort(files)
	return slices.Compact(files), nil
}

// evaluateSet makes the predictions of one set.
func evaluateSet(o options, file string, r *report, w io.Writer) error {
	predict := predictorOf(file)
	if predict == nil {
		_, err := fmt.Fprintf(w, "%s: skipped, articast cannot do this yet\n", file)
		return err
	}
	r.begin(file)
	lines, err := predict(filepath.Join(o.data, filepath.FromSlash(file)), r)
	if err != nil {
		return err
	}
	target := filepath.Join(o.out, filepath.FromSlash(file))
	if !strings.HasSuffix(target, ".jsonl") && !strings.HasSuffix(target, ".tsv") {
		target += ".jsonl"
	}
	if err := os.MkdirAll(filepath.Dir(target), 0o777); err != nil {
		return fmt.Errorf("write predictions: %w", err)
	}
	if err := os.WriteFile(target, lines, 0o666); err != nil {
		return fmt.Errorf("write predictions: %w", err)
	}
	_, err = fmt.Fprintf(w, "%s: %d items, %d wrong\n", file, r.items, r.wrong)
	return err
}
