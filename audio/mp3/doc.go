// Package mp3 turns mono samples into an MPEG Layer III stream and reads such streams back: it encodes, writes the
// Info header, walks frames, verifies files and decodes them.
//
// A stream is a row of frames. Each begins with a 32-bit header (ISO/IEC 11172-3, 2.4.1.3) that gives its size and
// holds 1152 samples (MPEG-1) or 576 (MPEG-2 and 2.5). There is no table of contents and no length in the format
// itself; the first frame of a well-made file is therefore silent and carries an "Info" or "Xing" header with the number of
// frames, the bytes, a table for seeking, and what to cut off both ends of the decoded sound.
//
// # Times
//
// A decoder delivers the encoder's input late: by the encoder's delay (Stats.Delay) and by its own filter (DecoderDelay). Both
// are cut off by players that honour the LAME extension of the Info header, which this package writes: for them sample n of
// the input is heard at exactly n/rate, and chapter and cue times need no correction. A player that ignores the
// extension plays everything (Delay + DecoderDelay) / rate later, which is under 50 ms at 22.05 kHz and above.
package mp3
