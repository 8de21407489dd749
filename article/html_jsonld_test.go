package article

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

func TestRepairJSON(t *testing.T) {
	for in, want := range map[string]string{
		`{"a":"b"}`:                      `{"a":"b"}`,
		" <!-- {\"a\":\"b\"} --> ":       `{"a":"b"}`,
		"//<![CDATA[\n{}\n//]]>":         `{}`,
		"/*<![CDATA[*/{}/*]]>*/":         `{}`,
		"{};":                            `{}`,
		"{\"a\":\"one\ntwo\tthree\"}":    `{"a":"one two three"}`,
		"{\n\"a\": 1\n}":                 "{\n\"a\": 1\n}",
		`{"a":"a \"quoted\" word"}`:      `{"a":"a \"quoted\" word"}`,
		"{\"a\":\"back\\\\\",\n\"b\":1}": "{\"a\":\"back\\\\\",\n\"b\":1}",
	} {
		if got := repairJSON(in); got != want {
			t.Errorf("repairJSON(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestStringsOf(t *testing.T) {
	tests := []struct {
		in   string
		want []string
	}{
		{`"a  b"`, []string{"a b"}},
		{`"a &amp; b"`, []string{"a & b"}},
		{`["a",["b"],null,3]`, []string{"a", "b"}},
		{`{"name":"a","url":"b"}`, []string{"a"}},
		{`{"url":"b"}`, []string{"b"}},
		{`{"@value":"c"}`, []string{"c"}},
		{`[{"name":["a","b"]},{"other":"c"}]`, []string{"a", "b"}},
		{`""`, nil},
		{`null`, nil},
		{`true`, nil},
	}
	for _, test := range tests {
		var v any
		if err := json.Unmarshal([]byte(test.in), &v); err != nil {
			t.Fatal(err)
		}
		if got := stringsOf(v); !slices.Equal(got, test.want) {
			t.Errorf("stringsOf(%s) = %q, want %q", test.in, got, test.want)
		}
	}
}

func TestArticleObjects(t *testing.T) {
	tests := []struct {
		name    string
		scripts []string
		want    string // the headlines in order
	}{
		{"one", []string{`{"@type":"Article","headline":"a"}`}, "a"},
		{"page after article", []string{`{"@type":"WebPage","headline":"a"}`, `{"@type":"NewsArticle","headline":"b"}`}, "b a"},
		{"list", []string{`[{"@type":"Article","headline":"a"},{"@type":"Person","headline":"b"}]`}, "a"},
		{"graph", []string{`{"@context":"x","@graph":[{"@type":"BlogPosting","headline":"a"}]}`}, "a"},
		{"in a page", []string{`{"@type":"WebPage","headline":"a","mainEntity":{"@type":"Article","headline":"b"}}`}, "b a"},
		{"several types", []string{`{"@type":["Thing","http://schema.org/Report"],"headline":"a"}`}, "a"},
		{"broken and whole", []string{`{`, `{"@type":"Article","headline":"a"}`}, "a"},
		{"no object", []string{`"x"`, `3`, `null`}, ""},
		{"too deep", []string{strings.Repeat(`{"@graph":[`, 20) + `{"@type":"Article","headline":"a"}` + strings.Repeat(`]}`, 20)}, ""},
		{"refers to itself", []string{`{"@id":"a","@type":"Article","headline":"a","author":{"@id":"a"}}`}, "a"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, o := range articleObjects(test.scripts) {
				got = append(got, stringsOf(o["headline"])...)
			}
			if strings.Join(got, " ") != test.want {
				t.Errorf("headlines %q, want %q", got, test.want)
			}
		})
	}
}
