//go:build !linux

package process

import "os/exec"

// Start starts the command, in a group of its own where the system has such. Only Linux ends it with this process. Errors are those of
// exec.Cmd.Start.
func Start(cmd *exec.Cmd) error {
	group(cmd)
	return cmd.Start()
}
