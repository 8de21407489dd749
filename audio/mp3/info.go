package mp3

import (
	"encoding/binary"
	"fmt"
)

// Sizes of the parts of an Info frame that follow the side information.
const (
	xingSize = 4 + 4 + 4 + 4 + 100 + 4 // name, flags, frames, bytes, table, quality
	lameSize = 36
)

// Offsets within the LAME extension (LAME's "Mp3 Info Tag rev 1").
const (
	lameMethod  = 9
	lameLowpass = 10
	lameBitrate = 20
	lameDelays  = 21
	lameLength  = 28
	lameCRC     = 32
	lameTagCRC  = 34
)

// lameName begins the extension. Players read the delays only where it begins with "LAME" (mutagen, ffmpeg), so the extension has
// that name whatever made the sound; the ID3 tag names the real encoder.
const lameName = "LAME3.100"

// maxDelay is the largest delay or padding that the extension can hold: 12 bits.
const maxDelay = 1<<12 - 1

// Info is what the Xing, Info or VBRI header in a file's first frame says about the rest of it.
type Info struct {
	Kind    string    // "Info" (constant bitrate), "Xing" (variable) or "VBRI"
	Frames  int64     // audio frames, this one not counted; -1 when not given
	Bytes   int64     // of all frames, this one among them; -1 when not given
	TOC     [100]byte // place in 1/256 of the bytes for each percent of the time; valid with HasTOC
	HasTOC  bool
	Encoder string // name in the LAME extension; "" without one
	Delay   int    // samples to cut in front, DecoderDelay not counted; valid with Encoder
	Padding int    // samples to cut at the end, DecoderDelay counted; valid with Encoder
	Length  int64  // bytes of the music as the extension has it; valid with Encoder
	CRC     uint16 // of the audio frames; valid with HasCRC
	HasCRC  bool   // the extension is whole and its own CRC is right
}

// infoHeader returns the header of the Info frame of a Config: that of its frames, with the bitrate raised until the frame
// is large enough.
func infoHeader(c Config) Header {
	h := c.header()
	for _, kbps := range bitratesOf(h.Version) {
		if kbps < c.Kbps {
			continue
		}
		h.Kbps = kbps
		if h.Size() >= HeaderSize+h.sideInfoSize()+xingSize+lameSize {
			break
		}
	}
	return h
}

// InfoFrameSize returns the bytes of the Info frame for a Config, so that a file can leave room for it at its start.
func InfoFrameSize(c Config) int {
	c, err := c.check()
	if err != nil {
		return 0
	}
	return infoHeader(c).Size()
}

// InfoFrame returns the frame that goes in front of what an Encoder with Config c has written, according to its final Stats. It
// is silent and always InfoFrameSize(c) bytes long. It holds the numbers of frames and bytes, a table for seeking, delay and
// padding for gapless players, and the CRC of the music. It is nil for a Config that NewEncoder refuses.
func InfoFrame(c Config, s Stats) []byte {
	c, err := c.check()
	if err != nil {
		return nil
	}
	h := infoHeader(c)
	frame := make([]byte, h.Size())
	head := h.Bytes()
	copy(frame, head[:])
	at := h.sideInfoAt() + h.sideInfoSize()
	total := s.Bytes + int64(len(frame))
	x := frame[at:]
	copy(x, "Info")
	binary.BigEndian.PutUint32(x[4:], 1|2|4|8) // frames, bytes, table and quality are there
	binary.BigEndian.PutUint32(x[8:], clamp32(s.Frames))
	binary.BigEndian.PutUint32(x[12:], clamp32(total))
	fillTOC(x[16:116], s, int64(len(frame)))
	binary.BigEndian.PutUint32(x[116:], 50) // quality, 0 to 100: no player shows it
	fillLAME(x[xingSize:], c, s, total)
	binary.BigEndian.PutUint16(x[xingSize+lameTagCRC:], updateCRC(0, frame[:at+xingSize+lameTagCRC]))
	return frame
}

// fillTOC writes where each percent of the time is found, in 1/256 of the bytes: the frame that holds it, at a constant bitrate.
func fillTOC(toc []byte, s Stats, infoSize int64) {
	for i := range toc {
		if s.Frames == 0 {
			return
		}
		frame := int64(i) * s.Frames / int64(len(toc))
		at := infoSize + frame*s.Bytes/s.Frames
		toc[i] = byte(min(255, at*256/(infoSize+s.Bytes)))
	}
}

// fillLAME writes the extension, all but its own CRC.
func fillLAME(x []byte, c Config, s Stats, total int64) {
	copy(x, lameName)
	x[lameMethod] = 1 // revision 0, constant bitrate
	x[lameLowpass] = byte(min(255, cutoff(c.header())*int(c.Rate)/2/lines/100))
	x[lameBitrate] = byte(min(255, c.Kbps))
	delay, padding := min(s.Delay, maxDelay), min(s.Padding, maxDelay)
	x[lameDelays] = byte(delay >> 4)
	x[lameDelays+1] = byte(delay<<4) | byte(padding>>8)
	x[lameDelays+2] = byte(padding)
	binary.BigEndian.PutUint32(x[lameLength:], clamp32(total))
	binary.BigEndian.PutUint16(x[lameCRC:], s.CRC)
}

// clamp32 returns n as 32 bits; the header's fields end there, at 149 hours of 64 kbps.
func clamp32(n int64) uint32 { return uint32(min(n, 1<<32-1)) }

// parseInfo reads the header that a first frame may carry. frame is whole.
func parseInfo(h Header, frame []byte) (Info, bool) {
	const vbriAt = HeaderSize + 32 // whatever the side information's size
	if len(frame) >= vbriAt+18 && string(frame[vbriAt:vbriAt+4]) == "VBRI" {
		x := frame[vbriAt:]
		return Info{Kind: "VBRI", Bytes: int64(binary.BigEndian.Uint32(x[10:])), Frames: int64(binary.BigEndian.Uint32(x[14:]))}, true
	}
	at := h.sideInfoAt() + h.sideInfoSize()
	if len(frame) < at+8 {
		return Info{}, false
	}
	x := frame[at:]
	kind := string(x[:4])
	if kind != "Info" && kind != "Xing" {
		return Info{}, false
	}
	info := Info{Kind: kind, Frames: -1, Bytes: -1}
	info.parseXing(x, frame)
	return info, true
}

// parseXing reads the optional fields, which are packed in order, and the extension behind them. x is the end of frame, from the name on.
func (i *Info) parseXing(x, frame []byte) {
	flags := binary.BigEndian.Uint32(x[4:])
	rest := x[8:]
	take := func(flag uint32, n int) []byte {
		if flags&flag == 0 || len(rest) < n {
			return nil
		}
		field := rest[:n]
		rest = rest[n:]
		return field
	}
	if b := take(1, 4); b != nil {
		i.Frames = int64(binary.BigEndian.Uint32(b))
	}
	if b := take(2, 4); b != nil {
		i.Bytes = int64(binary.BigEndian.Uint32(b))
	}
	if b := take(4, 100); b != nil {
		i.HasTOC = true
		copy(i.TOC[:], b)
	}
	take(8, 4)
	if len(rest) >= lameSize && rest[0] != 0 {
		i.parseLAME(rest[:lameSize], frame[:len(frame)-len(rest)+lameTagCRC])
	}
}

// parseLAME reads the extension x; signed is what its own CRC covers.
func (i *Info) parseLAME(x, signed []byte) {
	name := x[:lameMethod]
	for n, b := range name {
		if b < ' ' || b > '~' {
			name = name[:n]
			break
		}
	}
	i.Encoder = string(name)
	i.Delay = int(x[lameDelays])<<4 | int(x[lameDelays+1])>>4
	i.Padding = int(x[lameDelays+1]&15)<<8 | int(x[lameDelays+2])
	i.Length = int64(binary.BigEndian.Uint32(x[lameLength:]))
	i.CRC = binary.BigEndian.Uint16(x[lameCRC:])
	i.HasCRC = updateCRC(0, signed) == binary.BigEndian.Uint16(x[lameTagCRC:])
}

// String describes the header in a few words.
func (i Info) String() string {
	return fmt.Sprintf("%s header: %d frames, %d bytes, delay %d, padding %d", i.Kind, i.Frames, i.Bytes, i.Delay, i.Padding)
}

// trim returns how many samples of the decoded frames are to be cut from each end: none without a LAME extension.
func (i Info) trim() (front, back int) {
	if i.Encoder == "" {
		return 0, 0
	}
	return i.Delay + DecoderDelay, max(0, i.Padding-DecoderDelay)
}
