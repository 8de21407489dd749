package podcast_test

import (
	"runtime"
	"testing"
	"time"

	"articast/podcast"
	"articast/segment"
	"articast/tts/tone"
)

// liveHeap returns the bytes that are reachable now.
func liveHeap() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// TestMemoryStaysFlat makes eleven minutes of sound, 57 MB of samples, and looks at the heap on the way.
func TestMemoryStaysFlat(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	const bound = 12 << 20 // three utterances in work, each with some copies on its way to frames
	p := newProducer()
	p.Jobs = 2
	before := liveHeap()
	worst := uint64(0)
	p.Progress = func(s podcast.Progress) {
		if s.DoneSegments%5 == 0 {
			worst = max(worst, liveHeap())
		}
	}
	e, _ := produce(t, p, &segment.Plan{Title: "Long", Segments: body(120)})
	samples := e.Rate.N(e.Duration) * 4
	if e.Duration < 3*time.Minute {
		t.Fatalf("only %v of sound", e.Duration)
	}
	grown := int64(worst) - int64(before)
	t.Logf("%v of sound are %d MB of samples; the heap grew by %d kB", e.Duration, samples>>20, grown>>10)
	if grown > bound {
		t.Errorf("the heap grew by %d bytes, at most %d are allowed", grown, bound)
	}
}

// BenchmarkTenHours makes one episode of ten hours and reports the speed, and the largest live heap and the memory that the
// process had from the system.
func BenchmarkTenHours(b *testing.B) {
	plan := &segment.Plan{Title: "Very long", Segments: body(6400)}
	for b.Loop() {
		p := newProducer()
		p.Backend = tone.Backend{}
		p.Jobs = 2
		var heap, system uint64
		p.Progress = func(s podcast.Progress) {
			if s.DoneSegments%200 != 0 {
				return
			}
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			heap, system = max(heap, m.HeapAlloc), max(system, m.Sys)
		}
		start := time.Now()
		e, _ := produce(b, p, plan)
		b.ReportMetric(e.Duration.Hours(), "hours")
		b.ReportMetric(e.Duration.Seconds()/time.Since(start).Seconds(), "x-realtime")
		b.ReportMetric(float64(heap)/(1<<20), "MB-heap")
		b.ReportMetric(float64(system)/(1<<20), "MB-system")
	}
}
