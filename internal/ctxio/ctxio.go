// Package ctxio ends what knows no context with one: a reader goes in, one that fails when its context has ended comes out.
package ctxio

import (
	"context"
	"io"
)

// Reader returns r, whose Read fails with ctx's error once ctx has ended. A Read that is under way is not broken off.
func Reader(ctx context.Context, r io.Reader) io.Reader { return &reader{ctx, r} }

type reader struct {
	ctx context.Context
	r   io.Reader
}

// Read reads, unless the context has ended.
func (r *reader) Read(b []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.r.Read(b)
}
