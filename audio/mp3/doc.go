// Package mp3 turns mono samples into an MPEG Layer III stream and reads such streams back: it encodes, writes the
// Info header, walks frames, verifies files and decodes them.
//
// # The format
//
// A stream is a row of frames (ISO/IEC 11172-3 for 32 to 48 kHz, 13818-3 for 16 to 24 kHz, Fraunhofer's "2.5" below). Each begins
// with a header of 32 bits that gives its size, and holds one granule of 576 samples, or two in MPEG-1. There is no length
// in the format itself; the first frame of a well-made file is therefore silent and carries an "Info" or "Xing" header with
// the number of frames, the bytes, a table for seeking, and what to cut off both ends of the decoded sound.
//
// What happens to a granule in the encoder, file by file:
//
//	analysis.go  a polyphase filterbank splits it into 32 subbands of 18 samples, and a cosine transform (MDCT) over this and
//	             the last granule splits each into 18 lines: 576 lines in all. Windows overlap by half and cancel each other's aliases.
//	attack.go    where a sudden onset is found, three short transforms replace the long one, so that the noise of the
//	             quantizer is not heard before it. Blocks of other types lead in and out of them (layer3.go).
//	masking.go   neighbouring lines are grouped into bands; the model says in which bands noise is hidden by the signal.
//	granule.go   a line x is rounded to q = (x/step)^(3/4). One global gain sets the step, and a scalefactor makes it finer in a band.
//	rate.go      finds the smallest gain whose bits fit into the frame, and spends what is left on the worst bands.
//	count.go     counts the bits: at the top a run of zeros, below it values of at most 1 coded in fours, below that pairs in up to
//	             three regions, each with the best of 29 Huffman tables (huffman.go, tables_huffman.go).
//	write.go     writes header, side information, scalefactors and codes.
//	reservoir.go with Config.Reservoir, evens out the noise of neighbouring frames by letting them use each other's room.
//
// Where the standard (11172-3; 13818-3 changes the same clauses for the lower rates) has it: the header in 2.4.1.3 and 2.4.2.3, the side information
// and the main data in 2.4.1.7 and 2.4.2.7, scalefactors of the lower rates in 13818-3, 2.4.3.2, how a line comes from its code in
// 2.4.3.4.7.1, the encoder's filterbank in C.1.3, the Huffman codes in table B.7, the bands in table B.8 and the butterflies
// against aliases in table B.9. The tables in this package name theirs.
//
// Frames stand alone: main_data_begin is 0, so any frame is a place to cut or to join, and a Joiner makes one stream of stretches that were encoded
// and kept one by one. Config.Reservoir gives that up for a reservoir of bits, from which difficult granules borrow what easy ones leave: the
// frames of the seed article's speech have 0.3 dB less noise over masking at 32 and 48 kbps and 0.4 dB less at 64, the worst tenth of them 0.7
// to 0.8 dB less (internal/evaluate/encoder). The articast command does not offer it: its kept sentences must be joined.
//
// # Times
//
// A decoder delivers the encoder's input late: by the encoder's delay (Stats.Delay) and by its own filter (DecoderDelay). Both
// are cut off by players that honour the LAME extension of the Info header, which this package writes: for them sample n of
// the input is heard at exactly n/rate, and chapter and cue times need no correction. A player that ignores the
// extension plays everything (Delay + DecoderDelay) / rate later: 74 ms at 22.05 kHz.
package mp3
