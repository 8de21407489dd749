package mp3

// crcTables are for the CRC-16 with the polynomial x^16+x^15+x^2+1, least significant bit first, as LAME writes it. Table n
// holds what a byte does that is followed by n more, so that eight bytes are taken at once.
var crcTables = makeCRCTables()

func makeCRCTables() (tables [8][256]uint16) {
	for i := range tables[0] {
		crc := uint16(i)
		for range 8 {
			odd := crc&1 != 0
			crc >>= 1
			if odd {
				crc ^= 0xa001
			}
		}
		tables[0][i] = crc
	}
	for n := 1; n < len(tables); n++ {
		for i, crc := range tables[n-1] {
			tables[n][i] = crc>>8 ^ tables[0][byte(crc)]
		}
	}
	return tables
}

// updateCRC goes on with a CRC over b. The first crc is 0.
func updateCRC(crc uint16, b []byte) uint16 {
	t := &crcTables
	for ; len(b) >= 8; b = b[8:] {
		crc = t[7][byte(crc)^b[0]] ^ t[6][byte(crc>>8)^b[1]] ^ t[5][b[2]] ^ t[4][b[3]] ^
			t[3][b[4]] ^ t[2][b[5]] ^ t[1][b[6]] ^ t[0][b[7]]
	}
	for _, v := range b {
		crc = crc>>8 ^ t[0][byte(crc)^v]
	}
	return crc
}
