package main

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"
	"unicode"

	"articast/podcast"
	"articast/segment"
)

// recordOfPlan is what a plan says of its episode.
func recordOfPlan(plan *segment.Plan, name string) *record {
	return &record{
		Name: name, Link: plan.Source, Title: cmp.Or(plan.Title, name), Author: plan.Byline, Site: plan.Site, Published: plan.Published, Lang: plan.Lang,
		Text: textHash(plan), Notes: podcast.ShowNotes(plan),
	}
}

// textHash is that of the words of an article, whatever stands around it on its page.
func textHash(plan *segment.Plan) string {
	h := sha256.New()
	n := 0
	for _, roles := range [][]segment.Role{{segment.RoleBody, segment.RoleQuote, segment.RoleBlockquote, segment.RoleList, segment.RoleHeading}, nil} {
		for _, s := range plan.Segments {
			if roles != nil && !slices.Contains(roles, s.Role) {
				continue
			}
			words := strings.Join(strings.FieldsFunc(strings.ToLower(s.Text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
			n += len(words)
			io.WriteString(h, words+" ")
		}
		if n > 0 {
			break
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}

// guidOf returns what an episode is called for ever: a hash of the article's address, or of its words where it has none.
func guidOf(address, text string) string {
	if name := addressName(address); name != "" {
		return hashOf("address", name)[:32]
	}
	return hashOf("text", text)[:32]
}

// addressName is an address without what does not tell articles apart: scheme, fragment, a slash at the end, marks of campaigns.
func addressName(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return ""
	}
	query := u.Query()
	for key := range query {
		if strings.HasPrefix(key, "utm_") || key == "fbclid" || key == "gclid" {
			query.Del(key)
		}
	}
	name := strings.ToLower(u.Host) + strings.TrimRight(u.EscapedPath(), "/")
	if len(query) > 0 {
		name += "?" + query.Encode()
	}
	return name
}

// hashOf is the SHA-256 of pieces, each with its length, in hexadecimal.
func hashOf[T string | []byte](pieces ...T) string {
	h := sha256.New()
	for _, p := range pieces {
		fmt.Fprintf(h, "%d:", len(p))
		h.Write([]byte(p))
	}
	return hex.EncodeToString(h.Sum(nil))
}
