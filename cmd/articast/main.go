// Command articast turns an article into one MP3 with a chapter index.
package main

import (
	"os"
	"runtime/debug"
)

// gcPercent lets the garbage grow to twice what lives: little lives here, and each collection takes time from the engines. The
// variable GOGC overrules it.
const gcPercent = 200

// memoryLimit is the number of bytes at which garbage has to go sooner, so that the plan of a text of 50 MB takes less than a
// gigabyte. The variable GOMEMLIMIT overrules it.
const memoryLimit = 850 << 20

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryLimit)
	}
	os.Exit(run(os.Args, os.Stdin, os.Stdout, os.Stderr))
}
