// Command articast turns an article into one MP3 with a chapter index.
package main

import (
	"os"
	"runtime/debug"
)

// gcPercent lets the garbage grow to twice what lives: little lives here, and each collection takes time from the engines. The
// variable GOGC overrules it.
const gcPercent = 200

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
	os.Exit(run(os.Args, os.Stdin, os.Stdout, os.Stderr))
}
