package main

import (
	"time"

	"articast/audio"
	"articast/audio/mp3"
)

const (
	silentBelow = 1e-3  // of full scale: -60 dBFS
	clipLevel   = 0.999 // of full scale
	clipRun     = 4     // samples in a row at the limit; fewer may be a crest
)

// ear measures sound as it comes.
type ear struct {
	rate   audio.SampleRate
	heard  int64 // samples of each channel
	meters [2]*audio.LoudnessMeter
	peaks  [2]*audio.PeakMeter

	silent    int64 // samples since the last that was louder than silence
	silences  []silence
	atLimit   [2]int // samples in a row
	clipped   bool
	clippedAt time.Duration
}

func newEar(rate audio.SampleRate) *ear {
	e := &ear{rate: rate}
	for i := range e.meters {
		e.meters[i], e.peaks[i] = audio.NewLoudnessMeter(rate), audio.NewPeakMeter()
	}
	return e
}

// hear takes a stretch of sound. Silence is where no channel is louder than -60 dBFS.
func (e *ear) hear(s mp3.Sound, longest time.Duration) {
	for i, channel := range [][]float32{s.Left, s.Right} {
		e.meters[i].Write(channel)
		e.peaks[i].Write(channel)
	}
	for i, v := range s.Left {
		loud := e.level(0, v)
		if s.Right != nil {
			loud = e.level(1, s.Right[i]) || loud
		}
		if loud {
			e.endSilence(longest)
			e.silent = 0
		} else {
			e.silent++
		}
		e.heard++
	}
}

// level notes a sample, and tells whether it is louder than silence.
func (e *ear) level(channel int, v float32) bool {
	v = max(v, -v)
	if v < clipLevel {
		e.atLimit[channel] = 0
		return v > silentBelow
	}
	if e.atLimit[channel]++; e.atLimit[channel] == clipRun && !e.clipped {
		e.clipped, e.clippedAt = true, e.rate.D(int(e.heard)+1-clipRun)
	}
	return true
}

// endSilence notes the silence up to here, if it is long.
func (e *ear) endSilence(longest time.Duration) {
	if e.silent == 0 || e.rate.D(int(e.silent)) <= longest {
		return
	}
	e.silences = append(e.silences, silence{e.rate.D(int(e.heard - e.silent)).Seconds(), e.rate.D(int(e.heard)).Seconds()})
}

// loudness returns the loudness of what was heard.
func (e *ear) loudness(mono bool) audio.LUFS {
	if mono {
		return e.meters[0].Integrated()
	}
	return e.meters[0].IntegratedWith(e.meters[1])
}
