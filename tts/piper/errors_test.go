package piper

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"time"
)

func TestEngineErrorSaysWhatHappened(t *testing.T) {
	cause := errors.New("the cause")
	for _, c := range []struct {
		err  EngineError
		want string
	}{
		{EngineError{Failure: NotStarted, Err: fs.ErrPermission}, "start /bin/piper: permission denied"},
		{EngineError{Failure: Exited, Status: "signal: killed"}, "/bin/piper ended without an answer: signal: killed"},
		{EngineError{Failure: Exited, Status: "exit status 1", Stderr: "no model"}, "/bin/piper ended without an answer: exit status 1: no model"},
		{EngineError{Failure: Exited, Status: "signal: aborted", Stderr: "[info] loading terminate called after throwing an instance of 'Ort::Exception' what(): no such model"},
			"/bin/piper ended without an answer: signal: aborted: no such model"},
		{EngineError{Failure: NoOutput, Err: cause}, "/bin/piper gave no output: the cause"},
		{EngineError{Failure: BadOutput, Err: cause}, "/bin/piper gave no sound: the cause"},
		{EngineError{Failure: TimedOut, After: 31 * time.Second}, "/bin/piper gave no answer within 31s"},
	} {
		c.err.Engine = "/bin/piper"
		if got := c.err.Error(); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
		if c.err.Unwrap() != c.err.Err {
			t.Errorf("%v does not lead to its cause", &c.err)
		}
	}
}

func TestLineDeadline(t *testing.T) {
	for text, want := range map[string]time.Duration{
		"":                       30 * time.Second,
		strings.Repeat("é", 300): 45 * time.Second,
	} {
		if got := lineDeadline(text); got != want {
			t.Errorf("%d bytes: %v, want %v", len(text), got, want)
		}
	}
}

func TestEncodeLine(t *testing.T) {
	for text, want := range map[string]string{
		`a "quoted" \ text`: `{"text":"a \"quoted\" \\ text"}` + "\n",
		"two\nlines":        `{"text":"two\nlines"}` + "\n",
		"é\u2028":           `{"text":"é\u2028"}` + "\n",
		"half \xed\xa0\xbd": `{"text":"half \ufffd\ufffd\ufffd"}` + "\n",
	} {
		if got := string(encodeLine(text)); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
