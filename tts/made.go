package tts

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"hash/crc32"
	"os"
	"slices"

	"articast/audio"
)

// What was made of a clip, the encoded frames of an utterance say, lies beside the clips in one file:
//
//	magic    8 bytes  "articmad"
//	key      32 bytes
//	made     the bytes
//	sum      uint32   CRC-32C of all bytes before it, little endian
const madeMagic = "articmad"

// MadeKey returns the key of what was made of a clip in the way that recipe tells: all settings that change the bytes.
// Clips with the same samples, at the 16 bits of an entry, have the same key, whoever spoke them.
func MadeKey(recipe string, rate int, samples []float32) string {
	h := sha256.New()
	fmt.Fprintf(h, "%d:%s,%d,%d,", len(recipe), recipe, rate, len(samples))
	block := make([]byte, 0, 2<<10)
	for part := range slices.Chunk(samples, cap(block)/2) {
		h.Write(audio.AppendPCM16(block, part))
	}
	return hex.EncodeToString(h.Sum(nil))
}

// LoadMade returns what KeepMade kept under a key; false where there is nothing, or nothing sound.
func (c *Cache) LoadMade(key string) ([]byte, bool) {
	path := c.path(made, key)
	data, err := readMade(path, key)
	if err != nil {
		return nil, false
	}
	touch(path)
	return data, true
}

// KeepMade keeps what was made of a clip, under a key of MadeKey. A failure is not returned: Err tells it.
func (c *Cache) KeepMade(key string, data []byte) {
	sum, err := hex.DecodeString(key)
	if err != nil || len(key) != keyLength {
		panic("tts: KeepMade with a key that MadeKey has not made")
	}
	entry := append(append([]byte(madeMagic), sum...), data...)
	entry = binary.LittleEndian.AppendUint32(entry, crc32.Checksum(entry, castagnoli))
	c.note(c.write(c.path(made, key), entry))
}

// readMade reads an entry and checks that it is whole and lies under its own key.
func readMade(path, key string) ([]byte, error) {
	const head = len(madeMagic) + sha256.Size
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	if len(data) < head+4 || !bytes.HasPrefix(data, []byte(madeMagic)) {
		return nil, fmt.Errorf("%w: not an entry", errDamaged)
	}
	body, sum := data[:len(data)-4], binary.LittleEndian.Uint32(data[len(data)-4:])
	if crc32.Checksum(body, castagnoli) != sum {
		return nil, fmt.Errorf("%w: wrong checksum", errDamaged)
	}
	if hex.EncodeToString(body[len(madeMagic):head]) != key {
		return nil, fmt.Errorf("%w: wrong name", errDamaged)
	}
	return body[head:], nil
}
