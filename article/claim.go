package article

import (
	"regexp"
	"strings"
)

// claimSource matches a year and what follows it where a claim was made on that day.
var claimSource = regexp.MustCompile(`(?i)^\W*\pL.{0,160}\b(?:19|20)\d\d,? (?:in|during|at|on) (?:an?|his|her|their|its|the) (?:[\pL.’'-]+ ){0,4}` +
	`(?:ads?|address|advertisement|appearance|article|blog|broadcast|column|conference|debate|e-?mail|hearing|interview|letter|mailer|meeting|meme|newspaper|podcast|post|rally|release|report|segment|show|speech|statement|testimony|tweet|video)\b`)

// maxClaimSource is the length in bytes of the longest text that says where a claim comes from.
const maxClaimSource = 240

// ClaimSource reports whether a text says who claimed something, on which day and in what, as pages that check claims have it beside
// the claim: "Ann Lee on May 3, 2021 in a speech to voters". Such a line names neither the author of the article nor its day.
func ClaimSource(text string) bool {
	return len(text) <= maxClaimSource && strings.ContainsAny(text, "0123456789") && claimSource.MatchString(text) && !byWord.MatchString(text) && !labelledDate.MatchString(text) && !endsSentence(strings.TrimRight(text, ": "))
}
