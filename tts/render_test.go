package tts_test

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"articast/audio"
	"articast/tts"
	"articast/tts/ttstest"
)

// Every test below runs in a synctest bubble, which fails when a goroutine is left behind.

func TestRenderKeepsOrder(t *testing.T) {
	for _, jobs := range []int{1, 2, 7, 100} {
		synctest.Test(t, func(t *testing.T) {
			list := sentences(40)
			b := ttstest.Faulty(tones, ttstest.Faults{Seed: 1, Delay: time.Second})
			i := 0
			for clip, err := range tts.Render(t.Context(), b, slices.Values(list), jobs) {
				if err != nil {
					t.Fatal(err)
				}
				if !near(clip, spoken(t, list[i])) {
					t.Fatalf("with %d jobs: clip %d is not that of its text", jobs, i)
				}
				i++
			}
			if i != len(list) {
				t.Errorf("with %d jobs: %d clips for %d utterances", jobs, i, len(list))
			}
		})
	}
}

func TestRenderIsBounded(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const jobs = 3
		m := &meter{Backend: tones, delay: time.Second}
		taken := 0
		for _, err := range tts.Render(t.Context(), m, slices.Values(sentences(30)), jobs) {
			if err != nil {
				t.Fatal(err)
			}
			taken++
			time.Sleep(time.Hour) // a consumer far slower than the engine
			calls, _ := m.made()
			if held := calls - taken; held >= 2*jobs {
				t.Fatalf("after %d clips taken, %d more were made", taken, held)
			}
		}
		if _, most := m.made(); most != jobs {
			t.Errorf("%d calls in flight, want %d", most, jobs)
		}
	})
}

func TestRenderTakesTheBackendsConcurrency(t *testing.T) {
	for _, c := range []struct {
		b    tts.Backend
		want int
	}{
		{tones, tones.Properties().Concurrency},
		{tts.Limit(tones, 2), 2},
	} {
		synctest.Test(t, func(t *testing.T) {
			m := &meter{Backend: c.b, delay: time.Second}
			for range tts.Render(t.Context(), m, slices.Values(sentences(20)), 0) {
			}
			if _, most := m.made(); most != c.want {
				t.Errorf("%d calls in flight, want %d", most, c.want)
			}
		})
	}
}

func TestRenderOfNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		for clip, err := range tts.Render(t.Context(), tones, slices.Values(sentences(0)), 2) {
			t.Errorf("yields %v, %v", clip, err)
		}
	})
}

func TestRenderStopsEarly(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		endless := func(yield func(tts.Utterance) bool) {
			for i := 0; yield(tts.Utterance{Text: fmt.Sprint("endless ", i)}); i++ {
			}
		}
		m := &meter{Backend: tones}
		n := 0
		for range tts.Render(t.Context(), m, endless, 4) {
			if n++; n == 10 {
				break
			}
		}
		if calls, _ := m.made(); calls > 20 {
			t.Errorf("%d calls for 10 clips", calls)
		}
	})
}

func TestRenderStopCancelsCallsInFlight(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		slow := backendFunc(func(ctx context.Context, u tts.Utterance) (audio.Clip, error) {
			if strings.Contains(u.Text, "number 0") {
				return tones.Synthesize(ctx, u)
			}
			<-ctx.Done()
			return audio.Clip{}, ctx.Err()
		})
		for range tts.Render(t.Context(), slow, slices.Values(sentences(10)), 3) {
			break
		}
	})
}

func TestRenderNamesTheFailedUtterance(t *testing.T) {
	cause := errors.New("a string broke")
	for name, c := range map[string]struct {
		fail func() (audio.Clip, error)
		want func(error) bool
		text string
	}{
		"error": {
			func() (audio.Clip, error) { return audio.Clip{}, cause },
			func(err error) bool { return errors.Is(err, cause) },
			"speak utterance 5: a string broke",
		},
		"panic": {
			func() (audio.Clip, error) { panic("out of tune") },
			func(err error) bool {
				var p *tts.PanicError
				return errors.As(err, &p) && p.Value == "out of tune" && strings.Contains(string(p.Stack), "render_test.go")
			},
			"speak utterance 5: backend panicked: out of tune",
		},
		"exit": {
			func() (audio.Clip, error) { runtime.Goexit(); return audio.Clip{}, nil },
			func(err error) bool { return err != nil },
			"speak utterance 5: backend ended its goroutine",
		},
	} {
		synctest.Test(t, func(t *testing.T) {
			b := backendFunc(func(ctx context.Context, u tts.Utterance) (audio.Clip, error) {
				if strings.Contains(u.Text, "number 4") {
					return c.fail()
				}
				return tones.Synthesize(ctx, u)
			})
			var failed []int
			i := 0
			for clip, err := range tts.Render(t.Context(), b, slices.Values(sentences(9)), 1) {
				var re *tts.RenderError
				switch {
				case err == nil && len(clip.Samples) == 0:
					t.Errorf("%s: neither clip nor error for utterance %d", name, i)
				case err != nil && (!errors.As(err, &re) || re.Index != i || !c.want(err) || err.Error() != c.text):
					t.Errorf("%s: utterance %d: %v", name, i, err)
				case err != nil:
					failed = append(failed, i)
				}
				i++
			}
			if i != 9 || !slices.Equal(failed, []int{4}) {
				t.Errorf("%s: %d results, failed %v", name, i, failed)
			}
		})
	}
}

func TestRenderEndsWithItsContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
		defer cancel()
		slow := backendFunc(func(ctx context.Context, u tts.Utterance) (audio.Clip, error) {
			time.Sleep(3 * time.Second)
			return tones.Synthesize(ctx, u)
		})
		clips := 0
		var last error
		for _, err := range tts.Render(ctx, slow, slices.Values(sentences(100)), 1) {
			if last != nil {
				t.Errorf("goes on after %v", last)
			}
			if last = err; err == nil {
				clips++
			}
		}
		if clips != 3 || last != context.DeadlineExceeded {
			t.Errorf("%d clips, then %v", clips, last)
		}
	})
}

func TestRenderSurvivesItsConsumer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		defer func() {
			if v := recover(); v != "consumer" {
				t.Errorf("recovered %v", v)
			}
		}()
		for range tts.Render(t.Context(), tones, slices.Values(sentences(10)), 3) {
			panic("consumer")
		}
	})
}

var faultRuns = flag.Uint64("fault-runs", 100, "how many random runs `TestRandomFaults` makes")

// TestRandomFaults throws errors, panics, delays, half clips and silence at the whole stack of wrappers. Whatever falls, each
// utterance gets its own clip or an error, and the cache never holds anything but the true sound.
func TestRandomFaults(t *testing.T) {
	for seed := range *faultRuns {
		synctest.Test(t, func(t *testing.T) {
			dice := rand.New(rand.NewPCG(seed, 0))
			ctx, cancel := context.WithTimeout(t.Context(), time.Duration(dice.Int64N(int64(2*time.Minute))))
			defer cancel()
			cache := tts.OpenCache(t.TempDir())
			faults := ttstest.Faults{
				Seed: seed, Delay: 5 * time.Second,
				Temporary: 0.2, Permanent: 0.02, Panic: 0.02, Truncated: 0.1, Silent: 0.05,
			}
			b := tts.Retry(tts.Checked(tts.Limit(ttstest.Faulty(tones, faults), 1+dice.IntN(4))), tts.RetryPolicy{Jitter: 0.5})
			list := sentences(dice.IntN(25))
			for i := range list {
				if dice.IntN(4) == 0 {
					list[i] = list[0] // repeated sentences share one entry
				}
			}
			checkFaultyRun(ctx, t, seed, tts.Render(ctx, tts.Cached(b, cache), slices.Values(list), 1+dice.IntN(6)), list)
			if damages, err := cache.Verify(t.Context()); err != nil || len(damages) > 0 || cache.Err() != nil {
				t.Errorf("seed %d: the cache holds %v, %v, %v", seed, damages, err, cache.Err())
			}
			checkFaultyRun(t.Context(), t, seed, tts.Render(t.Context(), tts.Cached(tones, cache), slices.Values(list), 2), list)
		})
	}
}

func checkFaultyRun(ctx context.Context, t *testing.T, seed uint64, clips func(func(audio.Clip, error) bool), list []tts.Utterance) {
	t.Helper()
	i := 0
	for clip, err := range clips {
		var re *tts.RenderError
		switch {
		case err == nil:
			if !near(clip, spoken(t, list[i])) {
				t.Errorf("seed %d: clip %d is not that of its text", seed, i)
			}
		case ctx.Err() != nil:
			return
		case !errors.As(err, &re) || re.Index != i:
			t.Errorf("seed %d: utterance %d: %v", seed, i, err)
		}
		i++
	}
	if i != len(list) {
		t.Errorf("seed %d: %d results for %d utterances", seed, i, len(list))
	}
}

func BenchmarkRender(b *testing.B) {
	list := sentences(100)
	b.ReportAllocs()
	for b.Loop() {
		for _, err := range tts.Render(b.Context(), tones, slices.Values(list), 2) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}
