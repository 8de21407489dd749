package ctxio

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"
)

func TestReaderEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	r := Reader(ctx, strings.NewReader("first, second"))
	first := make([]byte, 5)
	if _, err := io.ReadFull(r, first); err != nil || string(first) != "first" {
		t.Errorf("read %q, %v", first, err)
	}
	cancel()
	if rest, err := io.ReadAll(r); !errors.Is(err, context.Canceled) || len(rest) > 0 {
		t.Errorf("afterwards: read %q, %v", rest, err)
	}
}
