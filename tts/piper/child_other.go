//go:build !unix && !windows

package piper

import (
	"os"
	"os/exec"
)

func ownGroup(*exec.Cmd) {}

func killGroup(p *os.Process) { _ = p.Kill() }

func isBrokenPipe(error) bool { return false }
