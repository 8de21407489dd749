//go:build unix

package process

import (
	"errors"
	"os"
	"os/exec"
	"syscall"
)

// group starts the command in a process group of its own: an interrupt typed at the terminal is then the parent's
// to answer, and what the command started can be ended with it.
func group(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }

// Kill ends the process and its group.
func Kill(p *os.Process) {
	if p.Pid > 1 {
		_ = syscall.Kill(-p.Pid, syscall.SIGKILL) // fails only where there is nothing left to end
	}
	_ = p.Kill()
}

// TooLong tells whether err is that of starting a program with more arguments, or a longer one, than the system takes: on Linux 128 KiB
// each (execve(2)).
func TooLong(err error) bool { return errors.Is(err, syscall.E2BIG) }

// IsBrokenPipe tells whether err is that of writing to a process that reads no more.
func IsBrokenPipe(err error) bool { return errors.Is(err, syscall.EPIPE) }
