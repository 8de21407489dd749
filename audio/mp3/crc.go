package mp3

// crcTable is the CRC-16 with the polynomial x^16+x^15+x^2+1, least significant bit first, as LAME writes it.
var crcTable = makeCRCTable()

func makeCRCTable() (table [256]uint16) {
	for i := range table {
		crc := uint16(i)
		for range 8 {
			odd := crc&1 != 0
			crc >>= 1
			if odd {
				crc ^= 0xa001
			}
		}
		table[i] = crc
	}
	return table
}

// updateCRC goes on with a CRC over b. The first crc is 0.
func updateCRC(crc uint16, b []byte) uint16 {
	for _, v := range b {
		crc = crc>>8 ^ crcTable[byte(crc)^v]
	}
	return crc
}
