package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"articast/tts"
)

func cacheCommand() *cli.Command {
	return &cli.Command{
		Name:  "cache",
		Usage: "look after the finished segments",
		Description: `Finished segments are kept so that running a command again goes on where it ended, and an edited article costs only
its new sentences.

EXIT STATUS:
   0 done, 1 failed or damaged files found, 2 wrong usage`,
		Subcommands: []*cli.Command{
			{
				Name: "show", Usage: "tell where the cache is and what it holds",
				Flags:  []cli.Flag{jsonFlag(), cacheDirFlag()},
				Action: withCache(func(c *cli.Context, k cacheAt) error { return k.show(c.App.Writer, c.Bool("json")) }),
			},
			{
				Name: "verify", Usage: "read every file of the cache and list the damaged ones",
				Flags:  []cli.Flag{cacheDirFlag()},
				Action: withCache(func(c *cli.Context, k cacheAt) error { return k.verify(c) }),
			},
			cacheGCCommand(),
			{
				Name: "clear", Usage: "remove all finished segments",
				Flags: []cli.Flag{
					cacheDirFlag(),
					&cli.BoolFlag{Name: "engine", Usage: "remove the unpacked engine and voices too; the next run unpacks them again"},
				},
				Action: withCache(func(c *cli.Context, k cacheAt) error { return k.clear(c.App.Writer, c.Bool("engine")) }),
			},
		},
		Action: needSubcommand,
	}
}

// cacheAt is the cache below one root folder.
type cacheAt struct {
	root  string
	clips *tts.Cache
}

func withCache(action func(*cli.Context, cacheAt) error) cli.ActionFunc {
	return func(c *cli.Context) error {
		if err := noArguments(c); err != nil {
			return err
		}
		root, err := cacheRoot(c.Path("cache-dir"))
		if err != nil {
			return err
		}
		return action(c, cacheAt{root: root, clips: tts.OpenCache(segmentDir(root))})
	}
}

// cacheReport is what cache show --json prints.
type cacheReport struct {
	Dir         string         `json:"dir"`
	Segments    tts.CacheStats `json:"segments"`
	EngineBytes int64          `json:"engine_bytes"` // of the unpacked engine and voices
}

func (k cacheAt) show(out io.Writer, asJSON bool) error {
	stats, err := k.clips.Stats()
	if err != nil {
		return err
	}
	engine, err := treeSize(engineDir(k.root))
	if err != nil {
		return fmt.Errorf("measure the unpacked engine: %w", err)
	}
	r := cacheReport{Dir: k.root, Segments: stats, EngineBytes: engine}
	if asJSON {
		return printJSON(out, r)
	}
	_, err = fmt.Fprintf(out, "folder    %s\nsegments  %d (%s)\nengine    %s\n", r.Dir, stats.Entries, size(stats.Bytes), size(engine))
	return err
}

func (k cacheAt) verify(c *cli.Context) error {
	damages, err := k.clips.Verify(c.Context)
	if err != nil {
		return err
	}
	for _, d := range damages {
		fmt.Fprintf(c.App.Writer, "%s: %v\n", d.Path, d.Err)
	}
	if len(damages) > 0 {
		return &hintError{
			error: fmt.Errorf("damaged in the cache: %s", count(len(damages), "file")),
			hint:  "they are spoken anew when needed; articast cache clear removes all segments",
		}
	}
	stats, err := k.clips.Stats()
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(c.App.Writer, "%s, all sound\n", count(stats.Entries, "segment"))
	return err
}

func (k cacheAt) clear(out io.Writer, engine bool) error {
	stats, err := k.clips.Stats()
	if err != nil {
		return err
	}
	if err := k.clips.Clear(); err != nil {
		return err
	}
	if engine {
		if err := os.RemoveAll(engineDir(k.root)); err != nil {
			return fmt.Errorf("remove the unpacked engine: %w", err)
		}
	}
	_, err = fmt.Fprintf(out, "removed %s (%s)\n", count(stats.Entries, "segment"), size(stats.Bytes))
	return err
}

// treeSize adds up the files below dir; a folder that is not there is empty.
func treeSize(dir string) (int64, error) {
	var total int64
	err := filepath.Walk(dir, func(_ string, info os.FileInfo, err error) error {
		if os.IsNotExist(err) {
			return nil
		}
		if err == nil && info.Mode().IsRegular() {
			total += info.Size()
		}
		return err
	})
	return total, err
}

// size shows a number of bytes as people read it.
func size(n int64) string {
	const unit = 1000
	if n < unit {
		return fmt.Sprintf("%d bytes", n)
	}
	value, prefixes := float64(n)/unit, "kMGT"
	i := 0
	for value >= unit && i < len(prefixes)-1 {
		value, i = value/unit, i+1
	}
	return fmt.Sprintf("%.1f %cB", value, prefixes[i])
}
