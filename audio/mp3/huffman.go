package mp3

import (
	"math/bits"
	"strconv"
	"strings"
)

// code is a word of a prefix code.
type code struct {
	bits uint32
	n    uint8
}

// parseCodes reads words of ones and zeros.
func parseCodes(text string) []code {
	var list []code
	for _, word := range strings.Fields(text) {
		v, _ := strconv.ParseUint(word, 2, 32)
		list = append(list, code{uint32(v), uint8(len(word))})
	}
	return list
}

// pairTable is a Huffman table for pairs: values up to side-1, or beyond 15 with extra bits.
type pairTable struct {
	side    int
	linbits int
	codes   []code
}

var (
	pairTables = makePairTables()
	quadTables = [2][]code{parseCodes(quadCodesA), parseCodes(quadCodesB)}
)

// linbits of tables 16 to 31.
var linbits = [16]int{1, 2, 3, 4, 6, 8, 10, 13, 4, 5, 6, 7, 8, 9, 11, 13}

func makePairTables() (t [32]pairTable) {
	for number, text := range huffmanCodes {
		codes := parseCodes(text)
		side := 1
		for side*side < len(codes) {
			side++
		}
		t[number] = pairTable{side: side, codes: codes}
	}
	for i, n := range linbits {
		t[16+i] = pairTable{side: 16, linbits: n, codes: t[16+i/8*8].codes}
	}
	return t
}

// The sizes of a pair in all tables at once: four words of four lanes of 16 bits, so that the bits of a run of pairs are four sums. A
// lane is meaningless for a value that its table cannot hold. The last lane counts the values that need linbits.
type pairCost [4]uint64

var laneTables = [15]int{1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 16, 24}

const escapeLane = 15

var pairCosts = makePairCosts()

func makePairCosts() (costs [256]pairCost) {
	for x := range 16 {
		for y := range 16 {
			c := &costs[x<<4|y]
			signs := uint64(min(x, 1) + min(y, 1))
			for lane, number := range laneTables {
				if t := pairTables[number]; x < t.side && y < t.side {
					c[lane/4] |= (uint64(t.codes[x*t.side+y].n) + signs) << (lane % 4 * 16)
				}
			}
			c[escapeLane/4] |= uint64(x/15+y/15) << (escapeLane % 4 * 16)
		}
	}
	return costs
}

func (c *pairCost) add(o *pairCost) {
	c[0] += o[0]
	c[1] += o[1]
	c[2] += o[2]
	c[3] += o[3]
}

// times returns the cost of n such pairs.
func (c *pairCost) times(n int) pairCost {
	m := uint64(n)
	return pairCost{c[0] * m, c[1] * m, c[2] * m, c[3] * m}
}

// minus returns the cost of a run as the difference of two running sums.
func (c pairCost) minus(o *pairCost) pairCost {
	return pairCost{c[0] - o[0], c[1] - o[1], c[2] - o[2], c[3] - o[3]}
}

func (c *pairCost) lane(i int) int { return int(c[i/4] >> (i % 4 * 16) & 0xffff) }

// candidates are the lanes worth trying for a region by its largest value, up to 15.
var candidates = [16][]int{
	1: {0, 1, 2}, 2: {1, 2, 3, 4}, 3: {3, 4, 5, 6, 7},
	4: {5, 6, 7, 8, 9, 10}, 5: {5, 6, 7, 8, 9, 10}, 6: {8, 9, 10, 11, 12}, 7: {8, 9, 10, 11, 12},
	8: {11, 12}, 9: {11, 12}, 10: {11, 12}, 11: {11, 12}, 12: {11, 12}, 13: {11, 12}, 14: {11, 12}, 15: {11, 12},
}

// bestTable returns the cheapest table for a region with a largest value and a cost, and its bits.
func bestTable(largest int16, cost pairCost) (table, nBits int) {
	if largest == 0 {
		return 0, 0
	}
	nBits = 1 << 30
	if largest <= 15 {
		for _, lane := range candidates[largest] {
			if n := cost.lane(lane); n < nBits {
				table, nBits = laneTables[lane], n
			}
		}
	}
	if largest < 12 {
		return table, nBits
	}
	for half, lane := range [2]int{13, 14} {
		number := escapeTable(16+8*half, int(largest))
		if n := cost.lane(lane) + cost.lane(escapeLane)*pairTables[number].linbits; n < nBits {
			table, nBits = number, n
		}
	}
	return table, nBits
}

// escapeTable returns the first table from number on, of eight, whose linbits are enough.
func escapeTable(number, largest int) int {
	need := bits.Len(uint(max(0, largest-15)))
	for pairTables[number].linbits < need {
		number++
	}
	return number
}

// quadCosts are the bits of four values of at most 1, signs included, in both tables: the second in the upper half.
var quadCosts = makeQuadCosts()

func makeQuadCosts() (costs [16]uint32) {
	for i := range costs {
		signs := uint32(bits.OnesCount(uint(i)))
		costs[i] = uint32(quadTables[0][i].n) + signs | (uint32(quadTables[1][i].n)+signs)<<16
	}
	return costs
}
