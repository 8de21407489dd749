package article

import (
	"strings"

	"github.com/BurntSushi/toml"
)

// readFrontMatter sets what a front matter says about the article and returns the offset at which the text begins.
func readFrontMatter(d *Document, src string) int {
	for _, form := range []struct {
		fence string
		parse func(string) map[string][]string
	}{{"---", parseYAML}, {"+++", parseTOML}} {
		inner, rest, ok := fenced(src, form.fence)
		if !ok {
			continue
		}
		fields := form.parse(inner)
		if len(fields) == 0 && strings.TrimSpace(inner) != "" {
			return 0 // a thematic break, not a front matter
		}
		describe(d, fields)
		if d.Title != "" {
			b := Block{Kind: KindTitle, Text: d.Title}
			if at := strings.Index(src, d.Title); at >= 0 {
				b.Start, b.End = at, at+len(d.Title)
			}
			d.Blocks = append(d.Blocks, b)
		}
		return len(src) - len(rest)
	}
	return 0
}

// fenced cuts a front matter between two fence lines off the source.
func fenced(src, fence string) (inner, rest string, ok bool) {
	first, tail, found := strings.Cut(src, "\n")
	if !found || strings.TrimRight(first, " \t\r") != fence {
		return "", "", false
	}
	at := 0
	for line := range strings.Lines(tail) {
		if strings.TrimRight(line, " \t\r\n") == fence || fence == "---" && strings.TrimRight(line, " \t\r\n") == "..." {
			return tail[:at], tail[at+len(line):], true
		}
		at += len(line)
	}
	return "", "", false
}

// describe copies the fields that a Document knows, under the names that site generators use for them.
func describe(d *Document, fields map[string][]string) {
	one := func(names ...string) string {
		for _, name := range names {
			if v := fields[name]; len(v) > 0 {
				return strings.Join(strings.Fields(v[0]), " ")
			}
		}
		return ""
	}
	d.Title = plainTitle(one("title"))
	d.Published = cleanDate(one("date", "published", "publishdate", "pubdate", "created"))
	d.Lang = one("lang", "language")
	d.Site = one("site", "publication")
	d.Image = one("image", "cover", "cover_image", "banner", "thumbnail")
	d.Canonical = one("canonical", "canonical_url", "canonicalurl")
	for _, name := range []string{"author", "authors", "by"} {
		if d.Authors = cleanAuthors(fields[name]); len(d.Authors) > 0 {
			break
		}
	}
}

// plainTitle takes the marks of emphasis and code off a title, which come in pairs.
func plainTitle(s string) string {
	for _, mark := range []string{"**", "*", "`"} {
		if n := strings.Count(s, mark); n > 0 && n%2 == 0 {
			s = strings.ReplaceAll(s, mark, "")
		}
	}
	return strings.Join(strings.Fields(s), " ")
}

// parseTOML reads the strings and lists of strings of a TOML front matter.
func parseTOML(s string) map[string][]string {
	var raw map[string]any
	if _, err := toml.Decode(s, &raw); err != nil {
		return nil
	}
	fields := map[string][]string{}
	for key, v := range raw {
		fields[strings.ToLower(key)] = stringsOf(v)
	}
	return fields
}

// parseYAML reads the part of YAML that front matters are made of: "key: value", lists in brackets, and lists of
// "- item" lines, whose items may be "name: value".
func parseYAML(s string) map[string][]string {
	fields := map[string][]string{}
	key := ""
	for line := range strings.Lines(s) {
		text := strings.TrimSpace(line)
		if text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		if item, ok := strings.CutPrefix(text, "- "); ok && key != "" {
			if name, value, ok := strings.Cut(item, ": "); ok && name == "name" {
				item = value
			}
			fields[key] = append(fields[key], unquote(item))
			continue
		}
		name, value, ok := strings.Cut(text, ":")
		if !ok {
			continue
		}
		if line[0] == ' ' || line[0] == '\t' {
			if name == "name" && key != "" {
				fields[key] = append(fields[key], unquote(value))
			}
			continue
		}
		key = strings.ToLower(strings.TrimSpace(name))
		if strings.ContainsAny(key, " <>") {
			return nil // prose between two rules
		}
		fields[key] = append(fields[key], yamlValues(value)...)
	}
	return fields
}

// yamlValues returns the value, or the values of a list in brackets.
func yamlValues(s string) []string {
	s = strings.TrimSpace(s)
	if s == "" || s == "|" || s == ">" {
		return nil
	}
	if strings.HasPrefix(s, "[") && strings.HasSuffix(s, "]") {
		var out []string
		for v := range strings.SplitSeq(s[1:len(s)-1], ",") {
			if v = unquote(v); v != "" {
				out = append(out, v)
			}
		}
		return out
	}
	return []string{unquote(s)}
}

// unquote takes off the quotation marks around a value.
func unquote(s string) string {
	s = strings.TrimSpace(s)
	for _, q := range []string{`"`, "'"} {
		if len(s) >= 2 && strings.HasPrefix(s, q) && strings.HasSuffix(s, q) {
			s = strings.ReplaceAll(s[1:len(s)-1], `\`+q, q)
			return strings.ReplaceAll(s, q+q, q)
		}
	}
	return s
}
