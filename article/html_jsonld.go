package article

import (
	"encoding/json"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// ldObject is an object of JSON-LD (https://www.w3.org/TR/json-ld11/) in the vocabulary of schema.org.
type ldObject map[string]any

// ldArticleTypes are the types of schema.org that describe what a page is about, when that is something to read.
var ldArticleTypes = set(`Article NewsArticle AnalysisNewsArticle AskPublicNewsArticle BackgroundNewsArticle OpinionNewsArticle ReportageNewsArticle ReviewNewsArticle
	AdvertiserContentArticle Report SatiricalArticle ScholarlyArticle MedicalScholarlyArticle SocialMediaPosting BlogPosting LiveBlogPosting DiscussionForumPosting
	TechArticle APIReference Review Recipe CreativeWork HowTo MedicalWebPage WebPage ItemPage AboutPage VideoObject`)

// articleObjects returns the objects that describe an article: real articles before web pages and videos.
func articleObjects(scripts []string) []ldObject {
	var all []ldObject
	for _, s := range scripts {
		var v any
		if json.Unmarshal([]byte(repairJSON(s)), &v) == nil {
			all = flattenLD(all, v, 0)
		}
	}
	ids := map[string]ldObject{}
	for _, o := range all {
		if id, ok := o["@id"].(string); ok && len(o) > 1 {
			ids[id] = o
		}
	}
	var articles, others []ldObject
	for _, o := range all {
		switch typ := o.typeName(); {
		case !ldArticleTypes[typ]:
			continue
		case typ == "WebPage" || typ == "CreativeWork" || typ == "VideoObject" || typ == "ItemPage":
			others = append(others, o)
		default:
			articles = append(articles, o)
		}
		follow(o, ids)
	}
	return append(articles, others...)
}

// follow replaces references to other objects of the graph, {"@id": ...}, by the objects.
func follow(o ldObject, ids map[string]ldObject) {
	for _, key := range []string{"author", "publisher", "image", "creator"} {
		list, isList := o[key].([]any)
		if !isList {
			list = []any{o[key]}
		}
		for i, v := range list {
			ref, ok := v.(map[string]any)
			if !ok || len(ref) != 1 {
				continue
			}
			if id, ok := ref["@id"].(string); ok && ids[id] != nil {
				list[i] = map[string]any(ids[id])
			}
		}
		if !isList {
			o[key] = list[0]
		}
	}
}

// flattenLD appends the objects in a value: lists, graphs, and what a page says it is mainly about.
func flattenLD(all []ldObject, v any, depth int) []ldObject {
	if depth > 8 {
		return all
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			all = flattenLD(all, x, depth+1)
		}
	case map[string]any:
		all = append(all, v)
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemReviewed", "review"} {
			all = flattenLD(all, v[key], depth+1)
		}
	}
	return all
}

// typeName returns the type, or of several the first that is known.
func (o ldObject) typeName() string {
	switch t := o["@type"].(type) {
	case string:
		return lastPart(t)
	case []any:
		for _, x := range t {
			if s, ok := x.(string); ok && ldArticleTypes[lastPart(s)] {
				return lastPart(s)
			}
		}
	}
	return ""
}

// lastPart returns what follows the last slash or colon of a type's address.
func lastPart(s string) string {
	return s[strings.LastIndexAny(s, "/:#")+1:]
}

// ldString returns the property of the first object that has it.
func ldString(list []ldObject, key string) string {
	for _, o := range list {
		if s := stringsOf(o[key]); len(s) > 0 {
			return s[0]
		}
	}
	return ""
}

// stringsOf returns the strings in a value: itself, those of a list, or the name, value or address of an object.
func stringsOf(v any) []string {
	var out []string
	switch v := v.(type) {
	case string:
		if s := strings.Join(strings.Fields(html.UnescapeString(v)), " "); s != "" {
			out = append(out, s)
		}
	case []any:
		for _, x := range v {
			out = append(out, stringsOf(x)...)
		}
	case []string:
		out = slices.Clone(v)
	case map[string]any:
		for _, key := range []string{"name", "@value", "url", "contentUrl"} {
			if s := stringsOf(v[key]); len(s) > 0 {
				return s
			}
		}
	case interface{ String() string }:
		out = append(out, v.String())
	}
	return out
}

// repairJSON mends what pages do to JSON: line breaks inside strings, comment and CDATA wrappers, a semicolon at the end.
func repairJSON(s string) string {
	s = strings.TrimSpace(s)
	for _, wrap := range []string{"<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA["} {
		s = strings.TrimSpace(strings.TrimPrefix(s, wrap))
	}
	for _, wrap := range []string{"-->", "//]]>", "/*]]>*/", "]]>", ";"} {
		s = strings.TrimSpace(strings.TrimSuffix(s, wrap))
	}
	var b strings.Builder
	inString, escaped := false, false
	for _, r := range s {
		if inString && r < 0x20 {
			r = ' '
		}
		switch {
		case escaped:
			escaped = false
		case r == '\\':
			escaped = true
		case r == '"':
			inString = !inString
		}
		b.WriteRune(r)
	}
	return b.String()
}
