package embedded_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"articast/tts"
	"articast/tts/piper"
)

// parentEnv turns the test binary into a program that speaks until it is killed; its value is the data directory.
const parentEnv = "ARTICAST_TEST_PIPER_PARENT"

// speakForever never returns.
func speakForever(dir string) {
	o := options()
	o.DataDir = dir
	e, err := piper.New(o)
	for err == nil {
		_, err = e.Synthesize(context.Background(), tts.Utterance{Text: strings.Repeat(sentence+" ", 40)})
	}
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

// TestKilledParentLeavesNoEngine kills a program, with a signal that it cannot answer, while its engine is at work on a
// long text.
func TestKilledParentLeavesNoEngine(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("processes are looked for in /proc")
	}
	if err := open(t, nil).Prepare(t.Context(), "jenny"); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "parent")
	if err := os.Symlink(dataDir, dir); err != nil { // a name of its own, to know its engines by
		t.Fatal(err)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	parent := exec.Command(self)
	parent.Env = append(os.Environ(), parentEnv+"="+dir)
	if err := parent.Start(); err != nil {
		t.Fatal(err)
	}
	atWork := until(func() bool {
		found := engines(t, dir)
		return len(found) > 0 && cpuTicks(found[0]) > 60 // the model takes about 20 to load
	})
	if err := parent.Process.Kill(); err != nil {
		t.Error(err)
	}
	_ = parent.Wait() // it was killed
	if !atWork {
		t.Fatal("no engine came to work")
	}
	if !until(func() bool { return len(engines(t, dir)) == 0 }) {
		t.Errorf("engines %v outlive their parent", engines(t, dir))
	}
}

// until waits for what another process does, a minute at most.
func until(done func() bool) bool {
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for range 3000 {
		if done() {
			return true
		}
		<-tick.C
	}
	return false
}

// engines returns the ids of the engine processes that use a data directory.
func engines(t *testing.T, dir string) (ids []int) {
	t.Helper()
	found, err := filepath.Glob("/proc/[0-9]*/cmdline")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range found {
		line, err := os.ReadFile(path)
		id, _ := strconv.Atoi(filepath.Base(filepath.Dir(path)))
		if err == nil && strings.HasPrefix(string(line), dir+"/engine-") {
			ids = append(ids, id)
		}
	}
	return ids
}

// cpuTicks returns the time a process has worked, in hundredths of a second.
func cpuTicks(id int) int {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", id))
	if err != nil {
		return 0
	}
	_, fields, _ := strings.Cut(string(stat), ") ")
	ticks, _ := strconv.Atoi(strings.Fields(fields)[11]) // utime, field 14 of proc(5)
	return ticks
}

// TestEndlessSentenceTakesLimitedMemory: what brought the engine to 20 GB at 10,000 characters, scaled down to what would
// still take more than 1 GB in one piece.
func TestEndlessSentenceTakesLimitedMemory(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("memory is read from /proc")
	}
	dir := filepath.Join(t.TempDir(), "mem")
	if err := os.Symlink(dataDir, dir); err != nil {
		t.Fatal(err)
	}
	e := open(t, func(o *piper.Options) { o.Processes, o.DataDir = 1, dir })
	say(t, e, tts.Utterance{Text: strings.Repeat("and so it went on and on ", 32)})
	ids := engines(t, dir)
	if len(ids) != 1 {
		t.Fatalf("engines %v", ids)
	}
	if peak := peakMemory(t, ids[0]); peak > 1<<30 {
		t.Errorf("the engine took %d MB", peak>>20)
	}
}

// peakMemory returns the most that a process has had in memory, in bytes.
func peakMemory(t *testing.T, id int) int {
	t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", id))
	if err != nil {
		t.Fatal(err)
	}
	_, line, _ := strings.Cut(string(status), "VmHWM:")
	kB, err := strconv.Atoi(strings.Fields(line)[0])
	if err != nil {
		t.Fatal(err)
	}
	return kB << 10
}
