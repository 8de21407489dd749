package spoken

import "testing"

func TestRegion(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", "US"},
		{"The labour minister paid £5m for the harbour, he said.", "GB"},
		{"The labor secretary paid $5m for the harbor, Mr. Lee said.", "US"},
		{"Nothing here tells.", "US"},
		{"Open from 3/4/2021, closed on 17/4/2021.", "GB"},
		{"Open from 3/4/2021, closed on 4/17/2021.", "US"},
		{"The center for defense met MPs in the theatre.", "US"},
		{"The Barclays Center, and again the Barclays Center: on 19 November 2019 the labour row moved there.", "GB"},
		{"On Nov. 19, 2019, 40 pounds of the drug went to the Grey Centre.", "US"},
		{"November 19 2019, 19 Novembers", "US"},
		{"19 November 2019", "GB"},
	} {
		if got := Region(c.text); got != c.want {
			t.Errorf("Region(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

func TestRegionFromLang(t *testing.T) {
	for _, c := range []struct {
		o    Options
		want string
	}{
		{Options{}, "US"},
		{Options{Lang: "en-US"}, "US"},
		{Options{Lang: "en-GB"}, "GB"},
		{Options{Lang: "en_AU"}, "GB"},
		{Options{Lang: "en-GB", Region: "us"}, "US"},
	} {
		if got := c.o.regionOf(); got != c.want {
			t.Errorf("%+v: got %q, want %q", c.o, got, c.want)
		}
	}
}
