package process

import (
	"os/exec"
	"syscall"
)

// bind has the process killed when its parent is, even by a signal that the parent cannot answer. The kernel watches the
// thread that starts the process, which the caller therefore keeps to itself until the process has ended: prctl(2).
func bind(cmd *exec.Cmd) { cmd.SysProcAttr.Pdeathsig = syscall.SIGKILL }
