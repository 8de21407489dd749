package spoken

import (
	"strings"
	"testing"
)

// plainProse is text without a single form that needs a rule.
var plainProse = strings.Repeat("The minister told reporters on the steps of the old town hall that nobody had expected the river to rise so quickly, "+
	"and that the people of the lower villages would be brought to safety before nightfall. Her deputy, who had spent the morning with the "+
	"engineers, was less sure. “We are doing what we can,” he said, “but it will not be enough.”\n", 400)

// denseNews is text in which every second word needs a rule.
var denseNews = strings.Repeat("On Aug. 19, 2019, U.S. Sen. J. D. Smith, R-TX, said the FBI's $3.5 million, 5-year plan (up 12.5% from 2013-19) would cost "+
	"£40bn by 4:45 p.m. EDT on 9/11; see www.example.com or call 555-0134. The F-16s flew at 1,200 km/h. ", 400)

func BenchmarkPlainProse(b *testing.B) { benchmark(b, plainProse) }
func BenchmarkDenseNews(b *testing.B)  { benchmark(b, denseNews) }

func benchmark(b *testing.B, text string) {
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Normalize(text, Options{})
	}
}

// pathological are texts that would cost more than their length if a rule looked too far.
var pathological = map[string]string{
	"letters":  strings.Repeat("a", 1<<18),
	"capitals": strings.Repeat("A", 1<<18),
	"digits":   strings.Repeat("7", 1<<18),
	"commas":   strings.Repeat("1,", 1<<17),
	"hyphens":  strings.Repeat("1-", 1<<17),
	"points":   strings.Repeat("a.", 1<<17),
	"initials": strings.Repeat("A. ", 1<<17),
	"slashes":  strings.Repeat("1/", 1<<17),
	"colons":   strings.Repeat("1:", 1<<17),
	"brackets": strings.Repeat("[", 1<<18),
	"dashes":   strings.Repeat("-", 1<<18),
	"stars":    strings.Repeat("* ", 1<<17),
	"hashes":   strings.Repeat("#a", 1<<17),
	"ats":      strings.Repeat("a@", 1<<17),
	"quotes":   strings.Repeat("5\" ", 1<<16),
	"emoji":    strings.Repeat("🔥", 1<<15),
	"joiners":  strings.Repeat("\u200d", 1<<16),
	"dollars":  strings.Repeat("$1-", 1<<16),
	"roman":    strings.Repeat("Henry VIII ", 1<<14),
	"codes":    strings.Repeat("a1", 1<<17),
	"web":      strings.Repeat("a-a", 1<<16),
}

func BenchmarkPathological(b *testing.B) {
	for name, text := range pathological {
		b.Run(name, func(b *testing.B) { benchmark(b, text) })
	}
}
