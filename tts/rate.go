package tts

import (
	"context"
	"fmt"

	"golang.org/x/time/rate"

	"articast/audio"
)

// rated is a Backend that is asked at a bounded rate.
type rated struct {
	wrapper
	turns *rate.Limiter
}

// Rate returns a Backend that begins at most limit calls of b per second, evenly spaced: a service that turns away who
// asks too fast is not given the chance. Further calls wait for their turn, and give up when their ctx ends. It belongs
// inside Retry, so that attempts are counted too.
func Rate(b Backend, limit rate.Limit) Backend {
	return &rated{wrapper{b}, rate.NewLimiter(limit, 1)}
}

// Synthesize waits for its turn and speaks through the wrapped Backend.
func (b *rated) Synthesize(ctx context.Context, u Utterance) (audio.Clip, error) {
	if err := b.turns.Wait(ctx); err != nil {
		if ctx.Err() != nil {
			return audio.Clip{}, ctx.Err()
		}
		return audio.Clip{}, fmt.Errorf("wait for a turn: %w", context.DeadlineExceeded) // it would come too late
	}
	return b.Backend.Synthesize(ctx, u)
}
