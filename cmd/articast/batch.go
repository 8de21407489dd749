package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"articast/audio/mp3"
	"articast/internal/atomicfile"
	"articast/internal/filelock"
	"articast/podcast"
)

// Flag categories of a batch.
const (
	categoryChoice = "Choosing articles"
	categoryFeed   = "Feed"
)

func batchCommand() *cli.Command {
	return &cli.Command{
		Name:      "batch",
		Usage:     "make a podcast of many articles: a folder with episodes, feed and players",
		ArgsUsage: "SOURCE...",
		Description: `SOURCE is a file, a folder, a pattern like "news/*.html", an address, a feed (RSS, Atom, JSON), a list of feeds (OPML), a plan, or
@LIST.txt, a file with a source on each line. Running it again goes on: what is unchanged stays as it is, what changed is made anew,
what failed is tried again.

EXAMPLES:
   articast batch news/ -o podcast
   articast batch https://example.org/feed.xml -o podcast --since 7d --max 20

EXIT STATUS:
   0 done, 1 failed and nothing was made, 2 wrong usage, 3 finished, but some articles failed, 4 engine or voice not available,
   130 interrupted`,
		Flags: joinFlags(batchFlags(), choiceFlags(), feedFlags(), voiceFlags(), onErrorFlags(), costFlags(), articleFlags(), cacheFlags()),
		Action: func(c *cli.Context) error {
			o, err := batchOptionsOf(c)
			if err != nil {
				return err
			}
			return runBatch(c.Context, o, streams{in: c.App.Reader, out: c.App.Writer, errw: c.App.ErrWriter})
		},
	}
}

func batchFlags() []cli.Flag {
	return []cli.Flag{
		&cli.PathFlag{Name: "output", Aliases: []string{"o"}, Usage: "the `DIR` of the podcast; it is made where it is not there", Category: categoryOutput},
		&cli.IntFlag{Name: "bitrate", Value: mp3.DefaultKbps, Usage: "`KBPS` of the MP3s", Category: categoryOutput, Action: checkBitrate},
		&cli.BoolFlag{Name: "force", Aliases: []string{"f"}, Usage: "let the files of the podcast replace files that articast did not write", Category: categoryOutput},
		quietFlag(),
		&cli.BoolFlag{Name: "dry-run", Aliases: []string{"n"}, Usage: "say what would be made, and write nothing", Category: categoryOutput},
		&cli.BoolFlag{Name: "digest", Usage: "one MP3 for all articles, with a chapter for each", Category: categoryOutput},
		&cli.BoolFlag{Name: "intro", Usage: "begin a digest in English with its day, the number of articles and its length", Category: categoryOutput},
		&cli.BoolFlag{Name: "json", Usage: "print a report as JSON for programs", Category: categoryOutput},
	}
}

// choiceFlags say which articles of the sources become episodes.
func choiceFlags() []cli.Flag {
	return []cli.Flag{
		&cli.IntFlag{Name: "max", Usage: "at most the first `N` articles", Category: categoryChoice, Action: checkMax},
		&cli.StringFlag{Name: "since", Usage: "only articles published since a `DAY` (2006-01-02), or within days or hours (7d, 12h)", Category: categoryChoice},
		&cli.StringFlag{Name: "match", Usage: "only articles whose title or address matches `REGEX`", Category: categoryChoice},
		&cli.BoolFlag{Name: "prune", Usage: "remove episodes whose articles the sources, so chosen, no longer hold", Category: categoryChoice},
	}
}

// feedFlags say what the feed tells of itself.
func feedFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "base-url", Usage: "the `ADDRESS` at which the folder will be on the web; without it the feed has relative addresses", Category: categoryFeed, Action: checkBaseURL},
		&cli.StringFlag{Name: "feed-title", Usage: "`TITLE` of the podcast, in place of the feed's or the folder's", Category: categoryFeed},
		&cli.StringFlag{Name: "feed-about", Usage: "a `SENTENCE` about the podcast", Category: categoryFeed},
		&cli.StringFlag{Name: "feed-author", Usage: "`NAME` of who publishes it", Category: categoryFeed},
		&cli.StringFlag{Name: "feed-category", Value: "News", Usage: "`CATEGORY` of Apple's list, like \"News > Tech News\"", Category: categoryFeed, Action: checkFeedCategory},
		&cli.StringFlag{Name: "feed-language", Usage: "`LANGUAGE` of the podcast, like en or pt-BR", Category: categoryFeed, Action: checkFeedLanguage},
		&cli.PathFlag{Name: "feed-image", Usage: "a square JPEG, PNG or WebP of 1400 pixels or more, `FILE` or address: cover of the podcast and of each episode", Category: categoryFeed},
	}
}

func checkMax(_ *cli.Context, n int) error {
	if n >= 1 {
		return nil
	}
	return &usageError{msg: fmt.Sprintf("--max %d is out of range", n), hint: "--max takes a number of articles from 1 on"}
}

func checkBaseURL(_ *cli.Context, address string) error {
	const hint = "--base-url takes an address like https://example.org/podcast/"
	if address == "" {
		return nil
	}
	u, err := url.Parse(address)
	if err != nil || !isURL(address) || u.Host == "" || u.RawQuery != "" || u.Fragment != "" {
		return &usageError{msg: fmt.Sprintf("--base-url %q is no address of a folder", address), hint: hint}
	}
	if strings.ContainsAny(address, " \"<>\\^`{|}") {
		return &usageError{msg: fmt.Sprintf("--base-url %q has signs that no address may have", address), hint: "write it as " + u.String()}
	}
	return nil
}

func checkFeedCategory(_ *cli.Context, name string) error {
	if name == "" || podcast.CategoryOf(name) != "" {
		return nil
	}
	top := slices.DeleteFunc(podcast.Categories(), func(c string) bool { return strings.Contains(c, ">") })
	return &usageError{
		msg:  fmt.Sprintf("--feed-category %q is not in the list of podcast directories", name),
		hint: "it has " + strings.Join(top, ", ") + ", and parts of them like News > Tech News",
	}
}

func checkFeedLanguage(c *cli.Context, tag string) error {
	if err := checkLanguage(c, tag); err != nil {
		return &usageError{msg: fmt.Sprintf("--feed-language does not know %q", tag), hint: hintOf(err)}
	}
	return nil
}

// batchOptions are what one run of a batch is asked for.
type batchOptions struct {
	sources  []string
	dir      string
	force    bool // write over files of others
	quiet    bool
	dryRun   bool
	json     bool
	digest   bool // one episode for all
	intro    bool
	max      int // 0 is all
	since    time.Time
	match    *regexp.Regexp // nil is all
	prune    bool
	feed     feedOptions
	article  articleOptions
	studio   studioOptions
	settings string // a hash of all flags that shape an episode
	again    savedRun
	now      time.Time
}

// feedOptions are what the feed tells of itself.
type feedOptions struct {
	baseURL, title, about, author, category, language, image string
}

func batchOptionsOf(c *cli.Context) (batchOptions, error) {
	o := batchOptions{
		sources: c.Args().Slice(), dir: c.Path("output"), force: c.Bool("force"), quiet: c.Bool("quiet"), dryRun: c.Bool("dry-run"), json: c.Bool("json"),
		digest: c.Bool("digest"), intro: c.Bool("intro"),
		max: c.Int("max"), prune: c.Bool("prune"),
		feed: feedOptions{
			baseURL: c.String("base-url"), title: c.String("feed-title"), about: c.String("feed-about"), author: c.String("feed-author"),
			category: podcast.CategoryOf(c.String("feed-category")), language: c.String("feed-language"), image: c.Path("feed-image"),
		},
	}
	if len(o.sources) == 0 {
		return o, &usageError{msg: "batch needs a SOURCE", hint: "SOURCE is a file, a folder, a pattern, an address, a feed, or @LIST.txt; there may be several"}
	}
	if o.dir == "" {
		return o, &usageError{msg: "batch needs a folder to write to", hint: "name it with -o DIR"}
	}
	if err := checkFolderName(o.dir); err != nil {
		return o, err
	}
	if info, err := os.Stat(o.dir); err == nil && !info.IsDir() {
		return o, &usageError{msg: o.dir + " is not a folder", hint: "-o DIR names the folder of the podcast"}
	}
	if o.digest && o.prune {
		return o, &usageError{msg: "--prune would remove the digests of other days", hint: "leave --prune away with --digest", flag: "prune"}
	}
	if o.intro && !o.digest {
		return o, &usageError{msg: "--intro begins a digest, but there is none", hint: "make one with --digest", flag: "intro"}
	}
	var err error
	if o.now, err = now(); err != nil {
		return o, err
	}
	if o.since, err = sinceOf(c.String("since"), o.now); err != nil {
		return o, err
	}
	if m := c.String("match"); m != "" {
		if o.match, err = regexp.Compile(m); err != nil {
			return o, &usageError{msg: fmt.Sprintf("--match %q: %v", m, err), hint: "the syntax is that of Go's regular expressions (RE2)", flag: "match"}
		}
	}
	if o.article, err = articleOptionsOf(c); err != nil {
		return o, err
	}
	if o.studio, err = studioOptionsOf(c); err != nil {
		return o, err
	}
	o.again = savedRunOf(c, o.dir)
	o.settings, err = settingsHash(c)
	return o, err
}

// checkFolderName refuses a name that is meant for a single MP3, unless there is such a folder.
func checkFolderName(dir string) error {
	if isDir(dir) {
		return nil
	}
	if dir == "-" {
		return &usageError{msg: "a batch makes a folder, which cannot go to standard output", hint: "name a folder with -o DIR"}
	}
	if isSoundName(dir) {
		return &usageError{msg: dir + " is named like a recording, but a batch makes a folder of them", hint: "-o DIR names a folder; articast SOURCE -o FILE makes one recording"}
	}
	return nil
}

// clockVariable sets the time of a run, in seconds since 1970, for builds that are to give the same bytes again
// (https://reproducible-builds.org/specs/source-date-epoch/).
const clockVariable = "SOURCE_DATE_EPOCH"

// now returns the time of the run. Only articles that tell no date are given one by it.
func now() (time.Time, error) {
	epoch := os.Getenv(clockVariable)
	if epoch == "" {
		return time.Now().UTC(), nil
	}
	seconds, err := strconv.ParseInt(epoch, 10, 64)
	if err != nil {
		return time.Time{}, &usageError{msg: fmt.Sprintf("%s=%q is no time", clockVariable, epoch), hint: "it takes seconds since 1970, or is left away"}
	}
	return time.Unix(seconds, 0).UTC(), nil
}

var sinceAge = regexp.MustCompile(`^(\d{1,5})([dh])$`)

// sinceOf reads --since.
func sinceOf(since string, now time.Time) (time.Time, error) {
	if since == "" {
		return time.Time{}, nil
	}
	if m := sinceAge.FindStringSubmatch(since); m != nil {
		n, _ := strconv.Atoi(m[1]) // five digits
		unit := time.Hour
		if m[2] == "d" {
			unit = 24 * time.Hour
		}
		return now.Add(-time.Duration(n) * unit), nil
	}
	day, err := time.Parse(time.DateOnly, since)
	if err != nil {
		return day, &usageError{msg: fmt.Sprintf("--since %q is no day", since), hint: "--since takes a day like 2019-08-19, or an age like 7d or 12h", flag: "since"}
	}
	return day, nil
}

// workers is how many articles are in work at once.
func (o batchOptions) workers() int {
	if o.studio.voice.jobs > 0 {
		return o.studio.voice.jobs
	}
	return min(runtime.GOMAXPROCS(0), 4)
}

func runBatch(ctx context.Context, o batchOptions, s streams) error {
	places, err := expand(o.sources, o.dir)
	if err != nil {
		return err
	}
	b := &batch{batchOptions: o, places: places, in: s.in, errw: s.errw}
	if err := b.takeCover(); err != nil {
		return err
	}
	if err := b.checkAround(); err != nil {
		return err
	}
	if !o.dryRun {
		leave, err := enterFolder(o.dir)
		if err != nil {
			return err
		}
		defer leave()
		atomicfile.Clean(o.dir)
	}
	if b.state, err = openBatchState(o.dir, o.dryRun); err != nil {
		return err
	}
	defer b.state.Close()
	b.progress = newBatchProgress(s.errw, o.quiet)
	defer b.progress.finish()
	b.studioOptions().retrying = b.progress.retrying
	if b.studio, err = b.batchOptions.studio.open(""); err != nil {
		return err
	}
	defer b.studio.Close()
	b.version = b.madeBy()
	if err = b.rehearse(ctx); err == nil {
		err = b.run(ctx)
	}
	b.progress.finish()
	b.studio.tellCache(s.errw)
	if err == nil {
		err = b.unavailable()
	}
	if err != nil {
		return err
	}
	if !o.dryRun {
		if err := b.publish(); err != nil {
			return err
		}
	}
	return b.tell(s)
}

// enterFolder makes the folder where it is not there, and keeps other batches out of it. leave ends that, and takes away again what was
// made where nothing has come into it.
func enterFolder(dir string) (leave func(), err error) {
	made := missingFolders(dir)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, fmt.Errorf("make the folder: %w", err)
	}
	lock, err := lockBatch(dir)
	if err != nil {
		return nil, err
	}
	return func() {
		defer lock.Unlock()
		inside, err := os.ReadDir(dir)
		if len(made) == 0 || err != nil || len(inside) != 1 {
			return
		}
		// Whoever has opened the file by now finds it held, or not to be that of the folder.
		if os.Remove(filepath.Join(dir, lockName)) == nil {
			for _, folder := range made {
				if os.Remove(folder) != nil {
					return
				}
			}
		}
	}, nil
}

// missingFolders lists what os.MkdirAll will make of a path, the longest first.
func missingFolders(dir string) []string {
	var missing []string
	for dir = filepath.Clean(dir); ; dir = filepath.Dir(dir) {
		if _, err := os.Lstat(dir); !errors.Is(err, fs.ErrNotExist) {
			return missing
		}
		missing = append(missing, dir)
	}
}

// lockName is the file, hidden from listeners, that a batch locks while it is at work in its folder. It stays there, empty, as long as the
// folder does.
const lockName = ".articast-batch.lock"

// lockBatch keeps other batches out of a folder: each rewrites the state when it begins, which would lose what another has just
// appended.
func lockBatch(dir string) (*filelock.Lock, error) {
	lock, err := filelock.Try(filepath.Join(dir, lockName))
	if errors.Is(err, filelock.ErrHeld) {
		return nil, &hintError{
			error: fmt.Errorf("another articast batch or serve --watch is at work in %s", dir),
			hint:  "run the same command again when that is done, or name another folder with -o DIR",
		}
	}
	return lock, err
}

// studioOptions returns the options of the studio to be opened.
func (b *batch) studioOptions() *studioOptions { return &b.batchOptions.studio }

// batchInterrupted is what a signal leaves of a batch.
func batchInterrupted(ctx context.Context) error {
	return &interruptedError{error: context.Cause(ctx), what: "interrupted: finished episodes are kept"}
}

// isEngineError tells that an engine or a voice is not available, or broke down over a text.
func isEngineError(err error) bool { return exitCode(err) == exitUnavailable }

// baseName is a file's name without its extension.
func baseName(path string) string {
	base := filepath.Base(path)
	return strings.TrimSuffix(base, filepath.Ext(base))
}
