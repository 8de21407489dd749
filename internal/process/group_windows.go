package process

import (
	"errors"
	"os"
	"os/exec"
	"syscall"

	"golang.org/x/sys/windows"
)

// group starts the command in a process group of its own: Ctrl-C is then the parent's to answer.
func group(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{CreationFlags: windows.CREATE_NEW_PROCESS_GROUP, HideWindow: true}
}

// Kill ends the process.
func Kill(p *os.Process) { _ = p.Kill() }

// TooLong tells whether err is that of starting a program with a command line of more than 32,767 characters.
func TooLong(err error) bool { return errors.Is(err, windows.ERROR_FILENAME_EXCED_RANGE) }

// IsBrokenPipe tells whether err is that of writing to a process that reads no more.
func IsBrokenPipe(err error) bool {
	return errors.Is(err, windows.ERROR_BROKEN_PIPE) || errors.Is(err, windows.ERROR_NO_DATA)
}
