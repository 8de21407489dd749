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
