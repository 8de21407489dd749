package mp3

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

// DamageError lists what is wrong with a stream.
type DamageError struct {
	Problems []string
}

// Error joins the problems.
func (e *DamageError) Error() string { return "damaged mp3: " + strings.Join(e.Problems, "; ") }

// Verify walks a file and checks it against itself: nothing but frames and tags, one stream, one Info header whose
// counts and CRC are those of the frames. It insists on the header. It fails with a *DamageError naming every problem, beside the Summary.
func Verify(r io.Reader) (Summary, error) {
	s, err := Walk(r, nil)
	if err != nil {
		return s, err
	}
	if problems := append(s.Problems(), s.Remarks()...); len(problems) > 0 {
		return s, &DamageError{Problems: problems}
	}
	return s, nil
}

// Remarks returns in words what a stream lacks though it plays well without: an Info header, where the bitrate is constant, so that
// the length that players guess from it is right.
func (s Summary) Remarks() []string {
	if s.Frames > 0 && s.Info == nil && s.Kbps[0] == s.Kbps[1] {
		return []string{"no Info header: players take the length from the bitrate, which is constant"}
	}
	return nil
}

// Problems returns in words what is wrong with the stream; nothing when all is well, but for Remarks.
func (s Summary) Problems() []string {
	if s.Frames == 0 {
		if s.looksLikeHTML() {
			return []string{"no MP3 frames: this is a web page"}
		}
		return []string{"no MP3 frames"}
	}
	var list []string
	if s.Truncated > 0 {
		list = append(list, fmt.Sprintf("last frame cut short (%d bytes of it are there)", s.Truncated))
	}
	for _, g := range s.Garbage {
		list = append(list, fmt.Sprintf("%s at byte %d", g.describe(), g.Offset))
	}
	if more := s.GarbageRuns - len(s.Garbage); more > 0 {
		list = append(list, fmt.Sprintf("%d more such places", more))
	}
	if len(s.Changes) > 0 {
		list = append(list, "stream changes its format "+places(s.Changes))
	}
	if len(s.ExtraInfos) > 0 {
		list = append(list, "files joined byte by byte: further Info header "+places(s.ExtraInfos))
	}
	return append(list, s.infoProblems()...)
}

// SeekProblems walks a stream again that Walk has summed up, from its beginning, and returns in words what is wrong with what the
// Info header says for players: with its table for seeking, whose entry i is where i percent of the time are found, in 1/256 of the
// bytes, and with the samples to cut off. There is nothing wrong with a stream without an Info header.
func SeekProblems(r io.Reader, s Summary) ([]string, error) {
	if s.Info == nil || s.Frames == 0 {
		return nil, nil
	}
	var list []string
	if front, back := s.Info.trim(); int64(front+back) >= s.Frames*int64(s.First.SamplesPerFrame()) {
		list = append(list, fmt.Sprintf("Info header says to cut off %d samples, which is all there is", front+back))
	}
	if !s.Info.HasTOC {
		return list, nil
	}
	const lax = 8 // of 256, 3 %: encoders count from different points
	percent, begin := 0, int64(-1)
	_, err := Walk(r, func(f Frame) error {
		if begin < 0 {
			begin = f.Offset
		}
		for ; percent < len(s.Info.TOC) && f.Index >= 0 && f.Index >= int64(percent)*s.Frames/100; percent++ {
			said, found := int64(s.Info.TOC[percent]), (f.Offset-begin)*256/max(1, s.Music)
			if off := said - found; len(list) == 0 && (off > lax || off < -lax) {
				list = append(list, fmt.Sprintf("table for seeking is wrong: %d %% of the time leads to %d %% of the file in place of %d %%", percent, said*100/256, found*100/256))
			}
		}
		return nil
	})
	return list, err
}

// infoProblems compares the Info header with what was found.
func (s Summary) infoProblems() []string {
	if s.Info == nil && s.Kbps[0] != s.Kbps[1] {
		return []string{"no Info header: players guess the length"}
	}
	if s.Info == nil {
		return nil
	}
	var list []string
	differs := func(what string, said, found int64) {
		if said >= 0 && said != found {
			list = append(list, fmt.Sprintf("Info header says %d %s, found %d", said, what, found))
		}
	}
	differs("frames", s.Info.Frames, s.Frames)
	differs("bytes", s.Info.Bytes, s.Music)
	if s.Info.HasCRC && s.Info.CRC != s.CRC {
		list = append(list, fmt.Sprintf("CRC of the music is %04x, not %04x as the Info header says", s.CRC, s.Info.CRC))
	}
	return list
}

// Whole refuses a stream with anything in it that is no frame and no tag, and one that is shorter than its first frame says: what a
// service or a program has made may be cut short or broken. It asks less than Problems: streams without an Info header, or with one that
// says nothing because the length was not known yet, are common.
func (s Summary) Whole() error {
	switch info := s.Info; {
	case s.Frames == 0:
		return errors.New("no MP3 frames in it")
	case s.GarbageRuns > 0:
		return fmt.Errorf("%d bytes at byte %d are no MP3", s.Garbage[0].Length, s.Garbage[0].Offset)
	case s.Truncated > 0:
		return errors.New("the last frame is cut short")
	case len(s.Changes) > 0:
		return fmt.Errorf("the sample rate or the number of channels changes at byte %d", s.Changes[0].Offset)
	case info != nil && info.Frames > s.Frames:
		return fmt.Errorf("%d of %d frames", s.Frames, info.Frames)
	case info != nil && info.HasCRC && info.Length == s.Music && info.CRC != s.CRC:
		return errors.New("its checksum is wrong")
	}
	return nil
}

func (s Summary) looksLikeHTML() bool {
	return len(s.Garbage) > 0 && s.Garbage[0].isHTML()
}

func (g Stretch) isHTML() bool {
	start := strings.ToLower(strings.TrimSpace(string(g.Start)))
	return strings.HasPrefix(start, "<!doctype") || strings.HasPrefix(start, "<html")
}

func (g Stretch) describe() string {
	if g.isHTML() {
		return fmt.Sprintf("a web page of %d bytes", g.Length)
	}
	return fmt.Sprintf("%d bytes that are no MP3", g.Length)
}

// places says where stretches are: "at byte 5" or "in 3 places, the first at byte 5".
func places(list []Stretch) string {
	if len(list) == 1 {
		return fmt.Sprintf("at byte %d", list[0].Offset)
	}
	return fmt.Sprintf("in %d places, the first at byte %d", len(list), list[0].Offset)
}
