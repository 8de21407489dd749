//go:build unix

package piper

import (
	"errors"
	"os"
	"os/exec"
	"syscall"
)

// ownGroup starts the command in a process group of its own: an interrupt typed at the terminal is then the parent's
// to answer, and what the command started can be ended with it.
func ownGroup(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }

// killGroup ends the process and its group.
func killGroup(p *os.Process) {
	if p.Pid > 1 {
		_ = syscall.Kill(-p.Pid, syscall.SIGKILL) // fails only where there is nothing left to end
	}
	_ = p.Kill()
}

func isBrokenPipe(err error) bool { return errors.Is(err, syscall.EPIPE) }
