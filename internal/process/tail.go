package process

import "bytes"

const tailBytes = 2048 // of a process's standard error that are kept

// Tail keeps the last 2 KB written to it: what a process says before it fails. Its owner reads it only after the writer
// has ended. The zero value is ready.
type Tail struct{ b []byte }

// Write never fails.
func (t *Tail) Write(p []byte) (int, error) {
	t.b = append(t.b, p...)
	if over := len(t.b) - tailBytes; over > 0 {
		t.b = append(t.b[:0], t.b[over:]...)
	}
	return len(p), nil
}

// String returns the kept text on one line.
func (t *Tail) String() string {
	return string(bytes.Join(bytes.Fields(bytes.ToValidUTF8(t.b, nil)), []byte(" ")))
}
