package spoken

import (
	"encoding/xml"
	"fmt"
	"strings"
)

// plsLexicon is a W3C Pronunciation Lexicon, version 1.0.
type plsLexicon struct {
	XMLName  xml.Name    `xml:"lexicon"`
	Alphabet string      `xml:"alphabet,attr"`
	Lexemes  []plsLexeme `xml:"lexeme"`
}

// plsLexeme is one entry: what is written, and a pronunciation or an alias.
type plsLexeme struct {
	Graphemes []string     `xml:"grapheme"`
	Phonemes  []plsPhoneme `xml:"phoneme"`
	Aliases   []string     `xml:"alias"`
}

// plsPhoneme is a pronunciation, in the lexicon's alphabet or its own.
type plsPhoneme struct {
	Alphabet string `xml:"alphabet,attr"`
	Text     string `xml:",chardata"`
}

// readPLS adds the entries of a W3C pronunciation lexicon. The first phoneme in IPA and the first alias count; case
// counts, as the standard says.
func (l *Lexicon) readPLS(data []byte) error {
	var doc plsLexicon
	if err := xml.Unmarshal(data, &doc); err != nil {
		return fmt.Errorf("parse PLS: %w", err)
	}
	for i, lexeme := range doc.Lexemes {
		e := lexEntry{exact: true, rule: "lexicon/pls"}
		if len(lexeme.Aliases) > 0 {
			e.spoken = strings.TrimSpace(lexeme.Aliases[0])
		}
		for _, p := range lexeme.Phonemes {
			alphabet := p.Alphabet
			if alphabet == "" {
				alphabet = doc.Alphabet
			}
			if ipa := strings.TrimSpace(p.Text); strings.EqualFold(alphabet, "ipa") && e.ipa == "" {
				if _, err := ipaToEspeak(ipa); err != nil {
					return fmt.Errorf("lexeme %d: %w", i+1, err)
				}
				e.ipa = ipa
			}
		}
		for _, g := range lexeme.Graphemes {
			e.form = strings.TrimSpace(g)
			if err := l.add(e); err != nil {
				return fmt.Errorf("lexeme %d: %w", i+1, err)
			}
		}
	}
	return nil
}
