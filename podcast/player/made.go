package player

import "bytes"

// headBytes is how much of a file is looked at for a mark.
const headBytes = 1024

// marks stand near the beginning of every page: the name of what made it, or in those of earlier versions its policy.
var marks = [][]byte{
	[]byte(`<meta name="generator" content="articast player">`),
	[]byte(`content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; media-src 'self' file: data:; img-src data:">`),
	[]byte(`content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self' https: http: data:">`),
}

// Made reports whether a file begins like a page of Write's or of WriteIndex's. head is the file or its first bytes, a thousand or more.
func Made(head []byte) bool {
	head = head[:min(len(head), headBytes)]
	for _, m := range marks {
		if bytes.Contains(head, m) {
			return true
		}
	}
	return false
}

// MadeScript reports whether a file begins like Script, that of another version too. head is as for Made.
func MadeScript(head []byte) bool {
	return bytes.Contains(head[:min(len(head), headBytes)], []byte("* <articast-player>: "))
}
