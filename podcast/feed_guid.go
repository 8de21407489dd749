package podcast

import (
	"crypto/sha1"
	"encoding/hex"
	"strings"
)

// podcastNamespace is the UUID of the namespace in which podcasts have theirs.
var podcastNamespace = [16]byte{0xea, 0xd4, 0xc2, 0x36, 0xbf, 0x58, 0x58, 0xc6, 0xa2, 0xc6, 0xa6, 0xb2, 0x8d, 0x12, 0x8c, 0xb6}

// FeedGUID returns the podcast:guid of a feed by where its folder is on the web: the UUIDv5 (RFC 9562) of its address without the
// scheme and without slashes at its end (https://podcastindex.org/namespace/1.0#guid). It is "" where there is no address. A feed
// that moves keeps the one that it has.
func FeedGUID(baseURL string) string {
	if baseURL == "" {
		return ""
	}
	return feedGUIDOf(folderAddress(baseURL) + FeedName)
}

func feedGUIDOf(address string) string {
	_, name, ok := strings.Cut(address, "://")
	if !ok {
		name = address
	}
	hash := sha1.Sum(append(podcastNamespace[:], strings.TrimRight(name, "/")...))
	u := hash[:16]
	u[6] = u[6]&0x0f | 0x50
	u[8] = u[8]&0x3f | 0x80
	s := hex.EncodeToString(u)
	return strings.Join([]string{s[:8], s[8:12], s[12:16], s[16:20], s[20:]}, "-")
}
