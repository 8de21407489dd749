package article

import (
	"slices"
	"strings"
	"testing"
)

func TestCleanAuthors(t *testing.T) {
	tests := []struct {
		in   string
		want string // names, parted by a semicolon
	}{
		{"Ann Lee", "Ann Lee"},
		{"By Ann Lee", "Ann Lee"},
		{"© The Agency / Ann Lee", ""},
		{"Photo: Ann Lee", ""},
		{"by: Ann Lee", "Ann Lee"},
		{"Written by Ann Lee", "Ann Lee"},
		{"Ann Lee and Bo Ek", "Ann Lee; Bo Ek"},
		{"Ann Lee, Bo Ek and Cy Poe", "Ann Lee; Bo Ek; Cy Poe"},
		{"Ann Lee & Bo Ek", "Ann Lee; Bo Ek"},
		{"Ann Lee; Bo Ek", "Ann Lee; Bo Ek"},
		{"Ann Lee / Bo Ek", "Ann Lee; Bo Ek"},
		{"Ann Lee, staff writer", "Ann Lee"},
		{"By Ann Lee, Harbour News", "Ann Lee"},
		{"Ann Lee | The Post", "Ann Lee; The Post"},
		{"Ann Lee, PhD", "Ann Lee"},
		{"Ann Lee, MS, RDN", "Ann Lee"},
		{"Bo Ek Jr.", "Bo Ek Jr"},
		{"Ann Lee (Lindvik)", "Ann Lee"},
		{"Von Ann Lee und Bo Ek", "Ann Lee; Bo Ek"},
		{"Por Ana Ruiz y Luis Paz", "Ana Ruiz; Luis Paz"},
		{"T. V. Raman", "T. V. Raman"},
		{"Ludwig van Beethoven", "Ludwig van Beethoven"},
		{"Andy Anderson", "Andy Anderson"},
		{"ann lee", "ann lee"},
		{"admin", ""},
		{"Staff", ""},
		{"Redaktion, Talbote", ""},
		{"La rédaction", ""},
		{"No Author", ""},
		{"https://post.example/ann", ""},
		{"ann@post.example", ""},
		{"{{author}}", ""},
		{"123", ""},
		{"", ""},
		{strings.Repeat("Ann Lee ", 40), ""},
		{"王小明", "王小明"},
	}
	for _, test := range tests {
		if got := strings.Join(cleanAuthors([]string{test.in}), "; "); got != test.want {
			t.Errorf("cleanAuthors(%q) = %q, want %q", test.in, got, test.want)
		}
	}
	if got := cleanAuthors([]string{"Ann Lee", "ANN LEE", "Bo Ek"}); !slices.Equal(got, []string{"Ann Lee", "Bo Ek"}) {
		t.Errorf("the same name twice: %q", got)
	}
	if got := cleanAuthors(slices.Repeat([]string{"a b", "c d"}, 100)); len(got) != 2 {
		t.Errorf("names %q", got)
	}
}

func TestBylineNames(t *testing.T) {
	for in, want := range map[string]string{
		"By Ann Lee | May 4, 2021":              "Ann Lee",
		"By Ann Lee on May 4":                   "Ann Lee",
		"Ann Lee and Bo Ek — Updated 5:30 p.m.": "Ann Lee; Bo Ek",
		"Follow Ann Lee":                        "",
		"5 minutes ago":                         "",
		"Senior Reporter":                       "",
		"nobody in particular":                  "",
	} {
		if got := strings.Join(bylineNames(in), "; "); got != want {
			t.Errorf("bylineNames(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestCleanDate(t *testing.T) {
	tests := []struct{ in, want string }{
		{"2021-05-04", "2021-05-04"},
		{"2021-05-04T06:30:00Z", "2021-05-04T06:30:00Z"},
		{"2021-05-04T06:30:00.123Z", "2021-05-04T06:30:00Z"},
		{"2021-05-04T06:30+0200", "2021-05-04T06:30:00+02:00"},
		{"2021-05-04 06:30:00 -07:00", "2021-05-04T06:30:00-07:00"},
		{"2021-05-04T06:30:00", "2021-05-04"},
		{"2021-05-04T26:30:00Z", "2021-05-04"},
		{"2021/5/4", "2021-05-04"},
		{"20210504", "2021-05-04"},
		{"20210504T063000Z", "2021-05-04"},
		{"May 4, 2021", "2021-05-04"},
		{"Updated: Tuesday, May 4th, 2021 at 5 p.m.", "2021-05-04"},
		{"Sept. 4, 2021", "2021-09-04"},
		{"4 May 2021", "2021-05-04"},
		{"Tue, 04 May 2021 06:30:00 +0200", "2021-05-04T06:30:00+02:00"},
		{"4th of May 2021", "2021-05-04"},
		{"4. Mai 2021", "2021-05-04"},
		{"4 mai 2021", "2021-05-04"},
		{"4 de mayo de 2021", "2021-05-04"},
		{"2021 May 4", "2021-05-04"},
		{"4 maggio 2021", "2021-05-04"},
		{"4 мая 2021", "2021-05-04"},
		{"2021年5月4日", "2021-05-04"},
		{"2021년 5월 4일", "2021-05-04"},
		{"04.05.2021", "2021-05-04"},
		{"05/04/2021", "2021-05-04"},
		{"25/04/2021", "2021-04-25"},
		{"05-Apr-2021", "2021-04-05"},
		{"February 30, 2021", ""},
		{"1970-01-01", ""},
		{"0001-01-01T00:00:00Z", ""},
		{"12345678901234567890", ""},
		{"yesterday", ""},
		{"", ""},
		{strings.Repeat("x", 1000) + "2021-05-04", ""},
	}
	for _, test := range tests {
		if got := cleanDate(test.in); got != test.want {
			t.Errorf("cleanDate(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

// A name in the table of months stands for one month only.
func TestMonthNamesAreDistinct(t *testing.T) {
	seen := map[string]int{}
	for i, names := range monthNames {
		for name := range strings.FieldsSeq(names) {
			if other, ok := seen[name]; ok && other != i {
				t.Errorf("%q is month %d and month %d", name, other+1, i+1)
			}
			seen[name] = i
		}
	}
}
