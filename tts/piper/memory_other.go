//go:build !linux && !darwin

package piper

// machineMemory returns the machine's memory in bytes, 0 where it is not known.
func machineMemory() int64 { return 0 }
