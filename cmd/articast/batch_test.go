package main

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"articast/internal/atomicfile"
)

// batchRun runs articast batch in this process and returns its report, what it says, and its exit code.
func batchRun(t *testing.T, args ...string) (report batchReport, said string, code int) {
	t.Helper()
	var out, errw bytes.Buffer
	code = run(append([]string{"articast", "batch", "--json"}, args...), strings.NewReader(""), &out, &errw)
	if out.Len() > 0 {
		if err := json.Unmarshal(out.Bytes(), &report); err != nil {
			t.Fatalf("the report: %v in %s", err, out.Bytes())
		}
	}
	return report, errw.String(), code
}

type batchReport struct {
	Counts   map[string]int
	Articles []result
}

// of returns the result of a source.
func (r batchReport) of(source string) result {
	for _, a := range r.Articles {
		if a.Source == source {
			return a
		}
	}
	return result{}
}

func setBatchEnv(t *testing.T) {
	t.Helper()
	t.Setenv("ARTICAST_BACKEND", "tone")
	t.Setenv("ARTICAST_CACHE_DIR", t.TempDir())
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	t.Setenv(clockVariable, "1574510400")
}

const (
	oneParagraph = "The keeper of lock number %d walked along the canal before the sun was up, as he had done for thirty years, and looked at the water. "
	pageOf       = `<!DOCTYPE html><html lang="en"><head><title>%[1]s</title>%[2]s</head><body><article><h1>%[1]s</h1><p>%[3]s</p><p>%[3]s</p></article></body></html>`
)

// newsServer has two pages of one article, a feed with a whole text and a teaser, and a list of feeds.
func newsServer(t *testing.T) *httptest.Server {
	t.Helper()
	mux := http.NewServeMux()
	var server *httptest.Server
	page := func(path, title, canonical string, n int) {
		mux.HandleFunc("GET "+path, func(w http.ResponseWriter, _ *http.Request) {
			link := ""
			if canonical != "" {
				link = `<link rel="canonical" href="` + server.URL + canonical + `">`
			}
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprintf(w, pageOf, title, link, strings.Repeat(fmt.Sprintf(oneParagraph, n), 4))
		})
	}
	page("/lock", "The Lock", "/lock", 1)
	page("/m/lock", "The Lock", "/lock", 1)
	page("/teased", "Read It There", "", 2)
	mux.HandleFunc("GET /feed", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/rss+xml")
		fmt.Fprintf(w, `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Canal News</title><link>%[1]s</link><description>All about it</description><language>en-GB</language>
<item><title>All of It</title><link>%[1]s/nowhere</link><guid>x1</guid><pubDate>Tue, 19 Nov 2019 08:00:00 +0000</pubDate><content:encoded><![CDATA[<p>%[2]s</p>]]></content:encoded></item>
<item><title>Read It There</title><link>%[1]s/teased?utm_source=feed</link><guid>x2</guid><pubDate>Mon, 18 Nov 2019 08:00:00 +0000</pubDate><description>Only the beginning …</description></item>
<item><title>Gone</title><link>%[1]s/gone</link><guid>x3</guid><description>Only the beginning …</description></item>
</channel></rss>`, server.URL, strings.Repeat(fmt.Sprintf(oneParagraph, 3), 5))
	})
	mux.HandleFunc("GET /opml", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/x-opml+xml")
		fmt.Fprintf(w, `<opml version="2.0"><body><outline text="a" type="rss" xmlUrl="%[1]s/feed"/><outline text="b" type="rss" xmlUrl="%[1]s/lock"/></body></opml>`, server.URL)
	})
	server = httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server
}

func TestBatchReadsPagesFeedsAndLists(t *testing.T) {
	setBatchEnv(t)
	server, dir := newsServer(t), filepath.Join(t.TempDir(), "pod")
	args := []string{server.URL + "/m/lock", server.URL + "/lock", server.URL + "/opml", "-o", dir, "--allow-private"}
	report, said, code := batchRun(t, args...)
	if code != exitIncomplete {
		t.Errorf("exit code %d, want %d: %s", code, exitIncomplete, said)
	}
	for source, want := range map[string]struct{ status, file string }{
		"/m/lock":                 {statusMade, "2019-11-23-the-lock.mp3"},
		"/lock":                   {statusDuplicate, ""},
		"/nowhere":                {statusMade, "2019-11-19-all-of-it.mp3"},
		"/teased?utm_source=feed": {statusMade, "2019-11-18-read-it-there.mp3"},
		"/gone":                   {statusFailed, ""},
	} {
		if got := report.of(server.URL + source); got.Status != want.status || got.File != want.file {
			t.Errorf("%s: %+v, want %+v", source, got, want)
		}
	}
	if got := report.Counts[statusFailed]; got != 2 { // a list that names a page is told of too
		t.Errorf("%d failed: %s", got, said)
	}
	again, said, _ := batchRun(t, args...)
	if again.Counts[statusUnchanged] != 3 || again.Counts[statusMade] != 0 {
		t.Errorf("the second run: %v: %s", again.Counts, said)
	}
}

func TestBatchOfOneFeedTakesItsTitle(t *testing.T) {
	setBatchEnv(t)
	server, dir := newsServer(t), filepath.Join(t.TempDir(), "pod")
	batchRun(t, server.URL+"/feed", "-o", dir, "--allow-private", "--max", "1")
	for _, want := range []string{"<title>Canal News</title>", "<description>All about it</description>", "<language>en-GB</language>"} {
		if feed := readFile(t, filepath.Join(dir, "feed.xml")); !strings.Contains(feed, want) {
			t.Errorf("no %s in\n%s", want, feed)
		}
	}
	server.Close()
	_, said, code := batchRun(t, server.URL+"/feed", "-o", dir, "--allow-private", "--prune")
	if code != exitIncomplete || !strings.Contains(said, "nothing was pruned: a source could not be read\n") {
		t.Errorf("a feed that is away: %d %s", code, said)
	}
	if feed := readFile(t, filepath.Join(dir, "feed.xml")); strings.Count(feed, "<item>") != 1 || !strings.Contains(feed, "<title>Canal News</title>") {
		t.Errorf("the feed lost what it had:\n%s", feed)
	}
}

func readFile(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// writeArticles writes n articles, all different.
func writeArticles(t testing.TB, dir string, n, paragraphs int) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	for i := range n {
		text := fmt.Sprintf("The Canal in the Year %d\n", 1500+i) + strings.Repeat(fmt.Sprintf("\n"+oneParagraph+"\n", i), paragraphs)
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("a%04d.txt", i)), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// folderPrint lists the files of a folder with their hashes.
func folderPrint(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if atomicfile.IsTemp(d.Name()) {
			t.Errorf("left behind: %s", path)
		}
		data, err := os.ReadFile(path)
		fmt.Fprintf(&b, "%s %x\n", d.Name(), sha256.Sum256(data))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// differing returns the lines that only one of two texts has.
func differing(a, b string) string {
	var out strings.Builder
	for _, pair := range [][2]string{{a, b}, {b, a}} {
		for line := range strings.Lines(pair[0]) {
			if !strings.Contains(pair[1], line) {
				out.WriteString(line)
			}
		}
	}
	return out.String()
}

func TestBatchTouchesNothingThatIsUnchanged(t *testing.T) {
	setBatchEnv(t)
	dir := t.TempDir()
	writeArticles(t, filepath.Join(dir, "in"), 5, 2)
	pod := filepath.Join(dir, "pod")
	batchRun(t, filepath.Join(dir, "in"), "-o", pod)
	old := time.Date(2001, 2, 3, 4, 5, 6, 0, time.UTC)
	entries, err := os.ReadDir(pod)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if err := os.Chtimes(filepath.Join(pod, e.Name()), old, old); err != nil {
			t.Fatal(err)
		}
	}
	check := func(what string, touched ...string) {
		t.Helper()
		for _, e := range entries {
			info, err := os.Stat(filepath.Join(pod, e.Name()))
			if err != nil {
				t.Error(err)
			} else if was := !info.ModTime().Equal(old); was != slices.Contains(touched, e.Name()) {
				t.Errorf("%s: %s was touched: %v", what, e.Name(), was)
			}
		}
	}
	report, said, _ := batchRun(t, filepath.Join(dir, "in"), "-o", pod)
	if report.Counts[statusUnchanged] != 5 {
		t.Errorf("%v: %s", report.Counts, said)
	}
	check("the second run")
	if err := os.Remove(filepath.Join(pod, stateName)); err != nil {
		t.Fatal(err)
	}
	batchRun(t, filepath.Join(dir, "in"), "-o", pod)
	check("without state", stateName)
	damaged := filepath.Join(pod, "2019-11-23-the-canal-in-the-year-1502.vtt")
	if err := os.WriteFile(damaged, []byte("WEBVTT\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	report, _, _ = batchRun(t, filepath.Join(dir, "in"), "-o", pod)
	if report.Counts[statusChanged] != 1 {
		t.Errorf("a damaged file: %v", report.Counts)
	}
	check("a damaged file", filepath.Base(damaged), stateName)
}

// TestKilledBatches kills batches at random moments. Run again to the end, the folder has the bytes of an undisturbed run.
//
//	ARTICAST_TEST_KILLS=20 go test ./cmd/articast -run TestKilledBatches -v
func TestKilledBatches(t *testing.T) {
	usual := "20"
	if testing.Short() {
		usual = "4"
	}
	kills, err := strconv.Atoi(cmp.Or(os.Getenv(killsEnv), usual))
	if err != nil {
		t.Fatal(err)
	}
	program, err := exec.LookPath("articast") // which testscript.Main has put there
	if err != nil {
		t.Skip(err)
	}
	dir := t.TempDir()
	writeArticles(t, filepath.Join(dir, "in"), 8, 3)
	start := func(pod string, flags ...string) *exec.Cmd {
		cmd := exec.Command(program, append([]string{"batch", "in", "-o", pod, "-q", "--jobs", "2", "--feed-title", "Canals"}, flags...)...)
		cmd.Dir, cmd.Stderr = dir, new(bytes.Buffer)
		cmd.Env = append(os.Environ(), "ARTICAST_BACKEND=tone", "ARTICAST_CACHE_DIR="+filepath.Join(dir, "cache"), "XDG_CONFIG_HOME="+dir, clockVariable+"=1574510400")
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		return cmd
	}
	began := time.Now()
	quiet := start("quiet", "--no-cache")
	if err := quiet.Wait(); err != nil {
		t.Fatalf("%v: %s", err, quiet.Stderr)
	}
	took := time.Since(began)
	want := folderPrint(t, filepath.Join(dir, "quiet"))
	pod, killed := filepath.Join(dir, "pod"), 0
	for begun := 0; killed < kills && begun < 5*kills; begun++ {
		again := time.Now()
		cmd := start("pod", "--no-cache")
		timer := time.AfterFunc(rand.N(took), func() { cmd.Process.Kill() })
		err := cmd.Wait()
		timer.Stop()
		if err != nil {
			killed++
			continue
		}
		took = min(took, time.Since(again))          // the machine may have been busy before
		if got := folderPrint(t, pod); got != want { // it was done: begin anew
			t.Fatalf("after %d kills the folder differs in\n%s", killed, differing(got, want))
		}
		if err := os.RemoveAll(pod); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d batches were killed within %v", killed, took)
	if killed < kills {
		t.Error("most batches were done before they were killed")
	}
	last := start("pod")
	if err := last.Wait(); err != nil {
		t.Fatalf("%v: %s", err, last.Stderr)
	}
	if got := folderPrint(t, pod); got != want {
		t.Errorf("after the kills the folder differs in\n%s", differing(got, want))
	}
}

func TestAListWithAnEndlessLineIsRefused(t *testing.T) {
	list := filepath.Join(t.TempDir(), "list.txt")
	if err := os.WriteFile(list, []byte(strings.Repeat("a", 1<<17)), 0o644); err != nil {
		t.Fatal(err)
	}
	_, err := expand([]string{"@" + list}, t.TempDir())
	if want := "read the list " + list + ": a line of it is longer than any source"; err == nil || err.Error() != want {
		t.Errorf("%v", err)
	}
}

// heapWatcher is standard error for a batch: at every tenth line, and at the summary, it looks at what is reachable.
type heapWatcher struct {
	lines       int
	worst, last uint64 // bytes
}

func (w *heapWatcher) Write(p []byte) (int, error) {
	w.lines++
	if w.lines%10 == 0 || bytes.Contains(p, []byte(" articles in ")) {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		w.worst, w.last = max(w.worst, m.HeapAlloc), m.HeapAlloc
	}
	return len(p), nil
}

// TestBatchMemoryStaysFlat makes 50 and 500 articles. What is kept of each is its record, about 2 KB.
func TestBatchMemoryStaysFlat(t *testing.T) {
	if testing.Short() {
		t.Skip("makes 550 episodes")
	}
	setBatchEnv(t)
	const perArticle = 4 << 10 // bytes
	const inWork = 16 << 20    // by which utterances under way differ from one look to the next; there are ten times as many looks
	seen := make(map[int]heapWatcher)
	for _, n := range []int{50, 500} {
		dir := t.TempDir()
		writeArticles(t, filepath.Join(dir, "in"), n, 1)
		var w heapWatcher
		code := run([]string{"articast", "batch", filepath.Join(dir, "in"), "-o", filepath.Join(dir, "pod"), "--no-cache", "--jobs", "2"}, strings.NewReader(""), io.Discard, &w)
		if code != exitOK || w.lines != n+1 {
			t.Fatalf("exit code %d, %d lines", code, w.lines)
		}
		seen[n] = w
		t.Logf("%d articles: %d KB are kept, %d KB reachable at the most", n, w.last>>10, w.worst>>10)
	}
	few, many := seen[50], seen[500]
	if many.last > few.last+450*perArticle || many.worst > few.worst+450*perArticle+inWork {
		t.Errorf("memory grew: %+v, %+v", few, many)
	}
}
