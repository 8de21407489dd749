//go:build !unix && !windows

package process

import (
	"os"
	"os/exec"
)

// group does nothing on this system.
func group(*exec.Cmd) {}

// Kill ends the process.
func Kill(p *os.Process) { _ = p.Kill() }

// TooLong tells nothing on this system.
func TooLong(error) bool { return false }

// IsBrokenPipe tells nothing on this system.
func IsBrokenPipe(error) bool { return false }
