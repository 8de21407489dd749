package piper

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"strconv"
	"time"

	"articast/audio"
	"articast/internal/process"
)

// spec says what a child process runs: children of one spec are interchangeable.
type spec struct {
	engine, model, config string
	lengthScale           string // as on the command line; empty is the voice's own
	lively                bool   // the voice's own noise
	stock                 bool   // the engine's own threads: for engines that cannot take a tuned model
}

// args returns the engine's command line.
func (s spec) args() []string {
	args := []string{"--model", s.model, "--config", s.config, "--json-input", "--output_file", "-", "-q",
		"--sentence_silence", strconv.FormatFloat(sentenceSilence.Seconds(), 'g', -1, 64)}
	if !s.lively {
		args = append(args, "--noise_scale", "0", "--noise_w", "0")
	}
	if s.lengthScale != "" {
		args = append(args, "--length_scale", s.lengthScale)
	}
	return args
}

// child is one engine process. It answers lines one at a time. It does not outlive a parent that was killed: it ends when its
// standard input does, where the system does not end it; no line is long enough to keep it at work for more than seconds.
type child struct {
	spec   spec
	cmd    *exec.Cmd
	in     *os.File
	out    *os.File
	errs   process.Tail
	waited chan struct{} // closed when the process has been reaped
}

// startChild starts a process and returns without waiting for it to load its model.
func startChild(s spec) (*child, error) {
	inR, inW, err := os.Pipe()
	if err != nil {
		return nil, &EngineError{Failure: NotStarted, Engine: s.engine, Err: err}
	}
	outR, outW, err := os.Pipe()
	if err != nil {
		closeAll(inR, inW)
		return nil, &EngineError{Failure: NotStarted, Engine: s.engine, Err: err}
	}
	c := &child{spec: s, in: inW, out: outR, waited: make(chan struct{})}
	c.cmd = exec.Command(s.engine, s.args()...)
	c.cmd.Stdin, c.cmd.Stdout, c.cmd.Stderr = inR, outW, &c.errs
	c.cmd.WaitDelay = time.Second // a grandchild that holds standard error is not waited for
	if !s.stock {
		c.cmd.Env = append(os.Environ(), tuneEnv)
	}
	err = process.Start(c.cmd)
	closeAll(inR, outW)
	if err != nil {
		closeAll(inW, outR)
		return nil, &EngineError{Failure: NotStarted, Engine: s.engine, Err: err}
	}
	go func() {
		defer close(c.waited)
		_ = c.cmd.Wait() // its outcome is in ProcessState
	}()
	return c, nil
}

// closeAll closes pipe ends whose other end is in use no more: there is nothing to lose in them.
func closeAll(files ...*os.File) {
	for _, f := range files {
		_ = f.Close()
	}
}

// stop ends the process and returns when it is reaped. It may be called more than once, by one goroutine at a time.
func (c *child) stop() {
	c.kill()
	closeAll(c.in, c.out)
	<-c.waited
}

// kill ends the process at once, with all that it started.
func (c *child) kill() {
	select {
	case <-c.waited:
	default:
		process.Kill(c.cmd.Process)
	}
}

// speak has one line spoken. After an error the child is dead and reaped.
func (c *child) speak(ctx context.Context, text string, limit time.Duration) (audio.Clip, error) {
	timed, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	unwatch := context.AfterFunc(timed, func() {
		c.kill()
		_ = c.out.Close() // a grandchild may hold the other end
		_ = c.in.Close()
	})
	written := make(chan error, 1)
	go func() {
		_, err := c.in.Write(encodeLine(text))
		written <- err
	}()
	clip, err := readWAV(c.out)
	if err == nil {
		err = <-written
	}
	if !unwatch() && err == nil {
		err = timed.Err() // the kill is under way: the answer is whole, but the child is lost
	}
	if err != nil {
		err = c.fail(timed, err, limit)
		if ctx.Err() != nil {
			err = ctx.Err()
		}
		return audio.Clip{}, err
	}
	return clip, nil
}

// fail ends the child and says why it failed.
func (c *child) fail(ctx context.Context, err error, limit time.Duration) error {
	ended := isEnd(err) && c.ends(ctx)
	timedOut := ctx.Err() != nil
	c.stop()
	e := &EngineError{Engine: c.spec.engine, Stderr: c.errs.String(), Err: err}
	switch {
	case timedOut:
		e.Failure, e.After, e.Err = TimedOut, limit, nil
	case ended && isEnd(err):
		e.Failure, e.Status, e.Err = Exited, c.cmd.ProcessState.String(), nil
	case isEnd(err):
		e.Failure = NoOutput
	default:
		e.Failure = BadOutput
	}
	return e
}

// ends tells whether the child, having closed a pipe, ends by itself: its status is then its own.
func (c *child) ends(ctx context.Context) bool {
	grace := time.NewTimer(endGrace)
	defer grace.Stop()
	select {
	case <-c.waited:
		return true
	case <-grace.C:
	case <-ctx.Done():
	}
	return false
}

// endGrace is how long a child that closed its output may take to end before it is killed.
const endGrace = 250 * time.Millisecond

// isEnd tells whether err is an end of a stream, in either direction, rather than a bad answer.
func isEnd(err error) bool {
	return errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, os.ErrClosed) || process.IsBrokenPipe(err)
}

// encodeLine returns the engine's input for text: one line of JSON.
func encodeLine(text string) []byte {
	var b bytes.Buffer
	_ = json.NewEncoder(&b).Encode(map[string]string{"text": text}) // neither a string nor a buffer can fail
	return b.Bytes()
}
