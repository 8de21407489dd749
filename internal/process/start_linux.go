package process

import (
	"os/exec"
	"runtime"
	"sync"
	"syscall"
)

// Start starts the command in a group of its own, so that the kernel kills it when this process ends, even by a signal that
// cannot be answered. The kernel watches the thread that started it (PR_SET_PDEATHSIG in prctl(2)), so that all are started by one
// that is never given up. Errors are those of exec.Cmd.Start.
func Start(cmd *exec.Cmd) error {
	group(cmd)
	cmd.SysProcAttr.Pdeathsig = syscall.SIGKILL
	started := make(chan error)
	starters() <- func() { started <- cmd.Start() }
	return <-started
}

// starters returns the queue of the thread that starts processes.
var starters = sync.OnceValue(func() chan<- func() {
	queue := make(chan func())
	go func() {
		runtime.LockOSThread()
		for start := range queue {
			start()
		}
	}()
	return queue
})
