package article

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
)

func TestDetect(t *testing.T) {
	tests := []struct {
		name, source, src string
		want              Format
	}{
		{"doctype", "-", "<!DOCTYPE html><p>x", FormatHTML},
		{"xhtml", "-", "<?xml version='1.0'?>\n<html xmlns='x'>", FormatHTML},
		{"comment first", "-", "<!-- saved from x -->\n<html>", FormatHTML},
		{"mark first", "-", "\ufeff  <html>", FormatHTML},
		{"fragment", "-", "<p>One</p>", FormatHTML},
		{"many tags later", "-", "One <p>a</p><p>a</p><p>a</p><p>a</p><p>a</p>", FormatHTML},
		{"few tags", "-", "He wrote <p> and </p> on the board.", FormatText},
		{"page called text", "x.txt", "<!doctype html><p>x", FormatHTML},
		{"by extension", "x.HTM", "One boat.", FormatHTML},
		{"address", "https://sea.example/a.html?x=1.md", "One boat.", FormatHTML},
		{"markdown by extension", "x.md", "<p>One</p>", FormatMarkdown},
		{"markdown", "-", "# Boats\n\n- one\n- two\n", FormatMarkdown},
		{"markdown links", "-", "See [the log](https://sea.example/) and **mind** it.", FormatMarkdown},
		{"front matter", "-", "---\ntitle: Boats\n---\n## One\n", FormatMarkdown},
		{"one sign only", "-", "# 1 in the harbour\n\nThe boat sails.", FormatText},
		{"text extension", "x.txt", "# Boats\n\n- one\n- two\n", FormatText},
		{"text", "-", "The boat sails.", FormatText},
		{"nothing", "-", "", FormatText},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := Detect([]byte(test.src), test.source); got != test.want {
				t.Errorf("format %q, want %q", got, test.want)
			}
		})
	}
}

func TestParseForced(t *testing.T) {
	const src = "<p>One *boat*</p>"
	for format, want := range map[Format]string{FormatHTML: "One *boat*", FormatText: "<p>One *boat*</p>", FormatMarkdown: "One *boat*"} {
		d, err := Parse(strings.NewReader(src), "-", format)
		if err != nil {
			t.Fatal(err)
		}
		if d.Text() != want || d.Format != format || d.Source != "-" {
			t.Errorf("%s: text %q, format %q, source %q", format, d.Text(), d.Format, d.Source)
		}
	}
	if _, err := Parse(strings.NewReader(src), "-", "pdf"); err == nil || err.Error() != `read article -: unknown format "pdf": use html, markdown or text` {
		t.Errorf("error %v", err)
	}
}

func TestCharsets(t *testing.T) {
	const text = "Der Kahn fährt „heute“ übers Meer."
	encode := func(s string, err error) string {
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	page := func(charset string) string { return "<meta charset=" + charset + "><p>" + text }
	le := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	be := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	cp1252 := encode(charmap.Windows1252.NewEncoder().String(page("windows-1252")))
	tests := []struct{ name, src, contentType, want string }{
		{"utf-8", page("utf-8"), "", text},
		{"utf-8 undeclared", "<p>" + text, "", text},
		{"utf-8 with a mark", "\ufeff<p>" + text, "", text},
		{"windows-1252", cp1252, "", text},
		{"windows-1252 undeclared", encode(charmap.Windows1252.NewEncoder().String("<p>" + text)), "", text},
		{"windows-1252 by header", encode(charmap.Windows1252.NewEncoder().String("<p>" + text)), "text/html; charset=windows-1252", text},
		{"meta http-equiv", strings.Replace(cp1252, "<meta charset=windows-1252>", `<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">`, 1), "", text},
		{"utf-16 little endian", "\xff\xfe" + encode(le.NewEncoder().String("<p>"+text)), "", text},
		{"utf-16 big endian", "\xfe\xff" + encode(be.NewEncoder().String("<p>"+text)), "", text},
		{"utf-16 without a mark", encode(le.NewEncoder().String("<p>" + text)), "", text},
		{"utf-16 big endian without a mark", encode(be.NewEncoder().String("<p>" + text)), "", text},
		{"shift-jis", encode(japanese.ShiftJIS.NewEncoder().String("<meta charset=shift_jis><p>船が出る。")), "", "船が出る。"},
		{"koi8-r", encode(charmap.KOI8R.NewEncoder().String("<meta charset=koi8-r><p>Лодка")), "", "Лодка"},
		{"broken utf-8", "<meta charset=utf-8><p>A “b\xffoat”.", "", "A “b\ufffdoat”."},
		{"windows-1252 that is called utf-8", "<meta charset=utf-8><p>A caf\xe9.", "", "A café."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d, err := parseBytes([]byte(test.src), test.contentType, "-", FormatHTML)
			if err != nil {
				t.Fatal(err)
			}
			if d.Text() != test.want {
				t.Errorf("text %q, want %q", d.Text(), test.want)
			}
		})
	}
	for name, src := range map[string]string{
		"utf-8": text, "windows-1252": encode(charmap.Windows1252.NewEncoder().String(text)), "utf-16": "\xff\xfe" + encode(le.NewEncoder().String(text)),
	} {
		d, err := Parse(strings.NewReader(src), "-", "")
		if err != nil || d.Text() != text {
			t.Errorf("text in %s: %v, %v", name, d, err)
		}
	}
}

func TestNoArticle(t *testing.T) {
	png := "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00\x00\x00\x01\x00\x08\x06\x00\x00\x00"
	for _, source := range []string{"x.html", "x.md", "x.txt", "-"} {
		if _, err := Parse(strings.NewReader(png), source, ""); !errors.Is(err, ErrBinary) {
			t.Errorf("%s: a picture: error %v", source, err)
		}
		_, err := Parse(strings.NewReader(" \n "), source, "")
		if err == nil || !strings.HasPrefix(err.Error(), "read article "+source+": ") {
			t.Errorf("%s: empty: error %v", source, err)
		}
	}
	_, err := ParseHTML(strings.NewReader("<script>build()</script><div id=app></div>"), "x.html")
	if err == nil || !strings.Contains(err.Error(), "save the page") {
		t.Errorf("a page that needs a browser: error %v", err)
	}
}

func TestSameInputSameDocument(t *testing.T) {
	first := parseString(t, page1)
	for range 20 {
		if again := parseString(t, page1); again.Text() != first.Text() || again.Title != first.Title {
			t.Fatal("two readings of the same page differ")
		}
	}
}
