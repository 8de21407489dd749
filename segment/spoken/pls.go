package spoken

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// plsLexeme is one entry of a W3C Pronunciation Lexicon, version 1.0: what is written, and a pronunciation or an alias.
type plsLexeme struct {
	Graphemes []string     `xml:"grapheme"`
	Phonemes  []plsPhoneme `xml:"phoneme"`
	Aliases   []string     `xml:"alias"`
}

// plsPhoneme is a pronunciation, in the lexicon's alphabet or its own.
type plsPhoneme struct {
	Alphabet string `xml:"alphabet,attr"`
	Prefer   bool   `xml:"prefer,attr"`
	Text     string `xml:",chardata"`
}

// readPLS adds the entries of a W3C pronunciation lexicon; its error comes with the line. The preferred phoneme in IPA,
// or else the first, and the first alias count; case counts, as the standard says.
func (l *Lexicon) readPLS(data []byte) (int, error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	alphabet, root := "", false
	for {
		token, err := d.Token()
		line, _ := d.InputPos()
		if errors.Is(err, io.EOF) {
			if !root {
				return 0, errors.New("parse PLS: no element lexicon")
			}
			return 0, nil
		}
		if err != nil {
			return line, plsError(err)
		}
		start, ok := token.(xml.StartElement)
		switch {
		case !ok:
		case !root && start.Name.Local != "lexicon":
			return line, fmt.Errorf("parse PLS: want an element lexicon, got %s", start.Name.Local)
		case !root:
			root, alphabet = true, attribute(start, "alphabet")
		case start.Name.Local == "lexeme":
			var x plsLexeme
			if err := d.DecodeElement(&x, &start); err != nil {
				line, _ = d.InputPos()
				return line, plsError(err)
			}
			if err := l.addLexeme(x, alphabet); err != nil {
				return line, err
			}
		}
	}
}

// plsError is an error of XML without the line, which is told apart.
func plsError(err error) error {
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Errorf("parse PLS: %s", syntax.Msg)
	}
	return fmt.Errorf("parse PLS: %w", err)
}

// attribute returns the value of an attribute, "" for none.
func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// addLexeme adds one entry, whose phonemes are in the given alphabet where they do not name another.
func (l *Lexicon) addLexeme(x plsLexeme, alphabet string) error {
	e := lexEntry{exact: true, rule: "lexicon/pls"}
	if len(x.Aliases) > 0 {
		e.spoken = strings.TrimSpace(x.Aliases[0])
		if err := checkSaid(e.spoken); err != nil {
			return err
		}
	}
	preferred := false
	for _, p := range x.Phonemes {
		if p.Alphabet == "" {
			p.Alphabet = alphabet
		}
		if !strings.EqualFold(p.Alphabet, "ipa") || e.ipa != "" && (preferred || !p.Prefer) {
			continue
		}
		ipa := strings.TrimSpace(p.Text)
		if _, err := ipaToEspeak(ipa); err != nil {
			return err
		}
		e.ipa, preferred = ipa, p.Prefer
	}
	if len(x.Graphemes) == 0 {
		return errors.New("a lexeme has no grapheme")
	}
	for _, g := range x.Graphemes {
		e.form = strings.TrimSpace(g)
		if err := l.add(e); err != nil {
			return err
		}
	}
	return nil
}
