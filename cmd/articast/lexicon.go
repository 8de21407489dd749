package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"articast/segment/spoken"
)

// Names of lexicons that are found without being named: in the user's configuration directory, and beside an article,
// where one is for all articles of the folder and one, called after the article, for that alone.
var (
	userLexicons   = []string{"lexicon.txt", "lexicon.pls"}
	folderLexicon  = "articast.lexicon"
	articleLexicon = ".lexicon"
)

// lexicons are the pronunciations of a run: the user's own, and those named with --lexicon. Between them stand those that
// lie beside an article.
type lexicons struct {
	own, named []*spoken.Lexicon
}

// readLexicons reads the user's own lexicons and the named ones.
func readLexicons(named []string) (lexicons, error) {
	var l lexicons
	var err error
	var own []string
	for _, name := range userLexicons {
		if path := userFile(name); path != "" {
			own = append(own, path)
		}
	}
	if l.own, err = readEach(own, false); err != nil {
		return lexicons{}, err
	}
	l.named, err = readEach(named, true)
	return l, err
}

// readEach reads lexicons; one that need not be there may be missing.
func readEach(paths []string, must bool) ([]*spoken.Lexicon, error) {
	var all []*spoken.Lexicon
	for _, path := range paths {
		l, err := readLexicon(path, must)
		if errors.Is(err, fs.ErrNotExist) && !must {
			continue
		}
		if err != nil {
			return nil, err
		}
		all = append(all, l)
	}
	return all, nil
}

func readLexicon(path string, named bool) (*spoken.Lexicon, error) {
	f, err := openFound(path, named)
	if err != nil && named {
		return nil, &usageError{msg: fmt.Sprintf("read the lexicon: %v", err), hint: lexiconHint, flag: "lexicon"}
	}
	if err != nil {
		return nil, fmt.Errorf("read the lexicon: %w", err)
	}
	defer f.Close()
	l, err := spoken.ReadLexicon(f, path)
	if err != nil {
		return nil, &usageError{msg: err.Error(), hint: lexiconHint}
	}
	return l, nil
}

// lexiconHint says what a lexicon is.
const lexiconHint = `a lexicon is a file of lines like "word = how it is said", or one in W3C PLS`

// forSource returns the lexicon of one source, nil where there is none: the user's own, those beside the article where it
// is a file, those named. The later ones count more.
func (l lexicons) forSource(source string) (*spoken.Lexicon, error) {
	all := slices.Clone(l.own)
	if source != "-" && !isURL(source) {
		beside, err := readEach(besideLexicons(source), false)
		if err != nil {
			return nil, err
		}
		all = append(all, beside...)
	}
	all = append(all, l.named...)
	if len(all) == 0 {
		return nil, nil
	}
	slices.Reverse(all) // of one word, the first that is merged is heard
	return spoken.MergeLexicons(all...), nil
}

// besideLexicons names the lexicons that may lie beside an article.
func besideLexicons(source string) []string {
	return []string{
		filepath.Join(filepath.Dir(source), folderLexicon),
		strings.TrimSuffix(source, filepath.Ext(source)) + articleLexicon,
	}
}
