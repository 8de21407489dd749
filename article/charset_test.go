package article

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode/utf32"
)

// undeclared are texts in charsets that nothing in them names.
var undeclared = map[string]struct {
	encoding encoding.Encoding
	text     string
}{
	"Russian, Windows":  {charmap.Windows1251, "Старый мост закрыли в понедельник после того, как инженеры нашли в нём трещины, сообщил мэр."},
	"Russian, KOI8":     {charmap.KOI8R, "Старый мост закрыли в понедельник после того, как инженеры нашли в нём трещины, сообщил мэр."},
	"Greek":             {charmap.Windows1253, "Η παλιά γέφυρα έκλεισε τη Δευτέρα, αφού οι μηχανικοί βρήκαν ρωγμές, είπε ο δήμαρχος στους δημοσιογράφους."},
	"Hebrew":            {charmap.Windows1255, "הגשר הישן נסגר ביום שני לאחר שמהנדסים מצאו בו סדקים, אמר ראש העיר בהודעה לעיתונאים."},
	"Arabic":            {charmap.Windows1256, "أغلق الجسر القديم يوم الاثنين بعد أن اكتشف المهندسون شقوقا فيه، حسبما قال رئيس البلدية في بيان."},
	"Japanese, Shift":   {japanese.ShiftJIS, "古い橋は月曜日に閉鎖された。技術者がひび割れを見つけたためだと市長は記者団に語った。"},
	"Japanese, EUC":     {japanese.EUCJP, "古い橋は月曜日に閉鎖された。技術者がひび割れを見つけたためだと市長は記者団に語った。"},
	"Korean":            {korean.EUCKR, "낡은 다리는 월요일에 폐쇄되었다. 기술자들이 균열을 발견했기 때문이라고 시장은 기자들에게 말했다."},
	"Chinese":           {simplifiedchinese.GB18030, "古老的桥在星期一关闭，因为工程师发现了裂缝，市长对记者说。它将关闭到五月，人们要走新桥。"},
	"Chinese, Taiwan":   {traditionalchinese.Big5, "古老的橋在星期一關閉，因為工程師發現了裂縫，市長對記者說。它將關閉到五月，人們要走新橋。"},
	"English":           {charmap.Windows1252, "“We will not take any risk,” she said — “none”. It’s closed…"},
	"German":            {charmap.Windows1252, "Die alte Brücke wurde geschlossen, weil Prüfer Risse fanden; sie bleibt bis März gesperrt, für alle."},
	"English, one name": {charmap.Windows1252, "Beyoncé’s new album is out on Friday, and her fans queue."},
	"French, one word":  {charmap.Windows1252, "Un projet créé en 1990."},
	"Portuguese":        {charmap.Windows1252, "Ações de empresas caem na bolsa depois das eleições, e os juros sobem em São Paulo."},
	"French":            {charmap.Windows1252, "Le vieux pont a été fermé lundi après que des ingénieurs ont découvert des fissures, a déclaré le maire. « Créée »"},
	"Italian":           {charmap.Windows1252, "È già più di un'ora che il ponte è chiuso, perché c'è una fessura; così sarà fino a lunedì, però."},
	"Danish":            {charmap.Windows1252, "Den gamle bro blev lukket på grund af revner, sagde borgmesteren på rådhuset i Ærø: gråd og tårer."},
	"wide, with mark":   {utf32.UTF32(utf32.LittleEndian, utf32.UseBOM), "The old bridge – closed."},
}

func TestDecodeTextGuessesTheCharset(t *testing.T) {
	for name, c := range undeclared {
		raw, err := c.encoding.NewEncoder().Bytes([]byte(c.text))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if got, err := decodeText(raw, ""); err != nil || string(got) != c.text {
			t.Errorf("%s: %q, %v; want %q", name, got, err, c.text)
		}
		if strings.Contains(name, "wide") {
			continue
		}
		page := "<html><head><title>x</title></head><body><p class=lead>" + string(raw) + "</p></body></html>"
		for _, contentType := range []string{"", "text/html", "text/html; charset=utf-8"} { // the last is a lie
			if got, err := decodeHTML([]byte(page), contentType); err != nil || !strings.Contains(string(got), c.text) {
				t.Errorf("%s as a page, %q: %q, %v", name, contentType, got, err)
			}
		}
	}
}

func TestDecodeTextStaysWithUTF8(t *testing.T) {
	for text, want := range map[string]string{
		"Café “au lait”, \xff said":   "Café “au lait”, \uFFFD said",
		"Кофе и булка \xd0":           "Кофе и булка \uFFFD",
		"“said\xe2\x80 that":          "“said\uFFFD that",
		"said\xe2\x80 that":           "said\uFFFD that",
		"plain \xe9 letter":           "plain é letter",
		"two rows \xff\xfe\xfd of it": "two rows ÿþý of it",
	} {
		if got, err := decodeText([]byte(text), ""); err != nil || string(got) != want {
			t.Errorf("%q: %q, %v; want %q", text, got, err, want)
		}
	}
}

func TestTextsHaveTheCharsetThatTheirServerNames(t *testing.T) {
	const text = "Stary most zamknięto w poniedziałek, bo inżynierowie znaleźli pęknięcia."
	raw, err := charmap.ISO8859_2.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	for contentType, want := range map[string]string{
		"text/plain; charset=iso-8859-2":    text,
		"text/markdown; charset=ISO-8859-2": text,
		"text/plain; charset=iso-8859-1":    strings.NewReplacer("ę", "ê", "ł", "³", "ż", "¿", "ź", "¼").Replace(text),
	} {
		d, err := parseBytes(raw, contentType, "https://example.org/most", "")
		if err != nil || d.Text() != want {
			t.Errorf("%s: %v, %v, want %q", contentType, d, err, want)
		}
	}
	if d, err := parseBytes([]byte(text), "text/plain; charset=iso-8859-2", "https://example.org/most", ""); err != nil || d.Text() != text {
		t.Errorf("UTF-8 that is called something else: %v, %v", d, err)
	}
}
