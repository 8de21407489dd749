package segment

import (
	"bufio"
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"regexp"
	"strconv"
	"strings"
)

// maxPlan is the size of the largest plan that is read, in bytes.
const maxPlan = 256 << 20

// maxSpoken is the length in code points of the longest spoken form that is read from a plan.
const maxSpoken = 10_000

// Write writes the Plan as JSON, indented for people; the same Plan gives the same bytes. It holds one segment at a time
// as JSON, not all of them.
func (p *Plan) Write(w io.Writer) error {
	const empty = "\n  \"segments\": []" // no text holds it: a line break is written \n there
	frame := *p
	frame.Segments = []Segment{}
	around, err := indented(frame, "")
	if err != nil {
		return fmt.Errorf("write plan: %w", err)
	}
	before, after, _ := bytes.Cut(around, []byte(empty))
	b := bufio.NewWriter(w)
	b.Write(before)
	b.WriteString(empty[:len(empty)-1])
	for i := range p.Segments {
		one, err := indented(p.Segments[i], "    ")
		if err != nil {
			return fmt.Errorf("write plan: segment %s: %w", p.Segments[i].name(i), err)
		}
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString("\n    ")
		b.Write(bytes.TrimRight(one, "\n "))
	}
	if len(p.Segments) > 0 {
		b.WriteString("\n  ")
	}
	b.WriteByte(']')
	b.Write(after)
	if err := b.Flush(); err != nil {
		return fmt.Errorf("write plan: %w", err)
	}
	return nil
}

// indented returns a part of a Plan as JSON, every line but the first behind the prefix.
func indented(v any, prefix string) ([]byte, error) {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	enc.SetIndent(prefix, "  ")
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return compactNumbers(buf.Bytes()), nil
}

// compactNumbers puts arrays that hold nothing but numbers, and arrays of these, on one line.
func compactNumbers(in []byte) []byte {
	out := make([]byte, 0, len(in))
	for i := 0; i < len(in); {
		switch in[i] {
		case '"':
			end := stringEnd(in, i)
			out = append(out, in[i:end]...)
			i = end
		case '[':
			end := numbersEnd(in, i)
			for _, c := range in[i:end] {
				if c != ' ' && c != '\n' {
					out = append(out, c)
				}
			}
			if end == i {
				out, end = append(out, '['), i+1
			}
			i = end
		default:
			out = append(out, in[i])
			i++
		}
	}
	return out
}

// stringEnd returns the offset behind the JSON string that begins at i.
func stringEnd(in []byte, i int) int {
	for i++; in[i] != '"'; i++ {
		if in[i] == '\\' {
			i++
		}
	}
	return i + 1
}

// numbersEnd returns the offset behind the array that begins at i when it holds nothing but numbers, else i.
func numbersEnd(in []byte, i int) int {
	depth := 0
	for j := i; j < len(in); j++ {
		switch c := in[j]; {
		case c == '[':
			depth++
		case c == ']':
			if depth--; depth == 0 {
				return j + 1
			}
		case !strings.ContainsRune("0123456789-, \n", rune(c)):
			return i
		}
	}
	return i
}

// ReadPlan reads a Plan that Write has written and a person may have edited. Errors name the line or the segment and
// what is wrong with it.
func ReadPlan(r io.Reader) (*Plan, error) {
	raw, err := io.ReadAll(io.LimitReader(r, maxPlan+1))
	if err != nil {
		return nil, fmt.Errorf("read plan: %w", err)
	}
	if len(raw) > maxPlan {
		return nil, fmt.Errorf("read plan: it is larger than %d MB", maxPlan>>20)
	}
	raw = bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf"))
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.DisallowUnknownFields()
	p := &Plan{}
	if err := dec.Decode(p); err != nil {
		return nil, planError(raw, dec.InputOffset(), err)
	}
	if rest := bytes.TrimSpace(raw[dec.InputOffset():]); len(rest) > 0 {
		return nil, fmt.Errorf("read plan: more text follows the plan: %.40q", rest)
	}
	if err := p.validate(); err != nil {
		return nil, fmt.Errorf("read plan: %w", err)
	}
	return p, nil
}

// planError says on which line the JSON is wrong, and of a field of the wrong kind, what it has to be.
func planError(raw []byte, at int64, err error) error {
	var syntax *json.SyntaxError
	var typ *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		at = syntax.Offset
	case errors.As(err, &typ):
		at = typ.Offset
	case errors.Is(err, io.EOF):
		return errors.New("read plan: the file is empty")
	case errors.Is(err, io.ErrUnexpectedEOF):
		return errors.New("read plan: the file ends too early")
	}
	if name, ok := strings.CutPrefix(err.Error(), "json: unknown field "); ok { // which the decoder tells without its place
		places := regexp.MustCompile(regexp.QuoteMeta(name)+`\s*:`).FindAllIndex(raw, 2)
		if len(places) != 1 {
			return fmt.Errorf("read plan: unknown field %s", name)
		}
		at = int64(places[0][0])
	}
	line := 1 + bytes.Count(raw[:min(at, int64(len(raw)))], []byte("\n"))
	if typ != nil {
		kind, number, _ := strings.Cut(typ.Value, " ")
		what := "the plan"
		if typ.Field != "" {
			what = strconv.Quote(typ.Field)
		}
		return fmt.Errorf("read plan: line %d: %s must be %s, not %s", line, what, neededKind(typ.Type), cmp.Or(number, jsonKinds[kind], kind))
	}
	return fmt.Errorf("read plan: line %d: %s", line, strings.TrimPrefix(err.Error(), "json: "))
}

// jsonKinds are plain words for what encoding/json calls the kinds of values.
var jsonKinds = map[string]string{
	"string": "text", "number": "a number", "bool": "true or false", "array": "a list [...]", "object": "an object {...}",
}

// neededKind says in plain words which JSON a Go type is read from.
func neededKind(t reflect.Type) string {
	switch t.Kind() {
	case reflect.String:
		return "text in quotation marks"
	case reflect.Bool:
		return "true or false"
	case reflect.Slice:
		return "a list [...]"
	case reflect.Array:
		return "a list of numbers"
	case reflect.Struct:
		return "an object {...}"
	}
	return "a whole number"
}

// Edits counts how a Plan differs from the one that New made.
type Edits struct {
	Changed int // segments with another text, spoken form, role, speaker, voice, pause or chapter
	Added   int
	Removed int
}

// Edited returns what a person has changed in the Plan. The Document's hash answers only for a Plan without edits.
func (p *Plan) Edited() Edits {
	var e Edits
	for _, s := range p.Segments {
		switch {
		case s.Digest == "":
			e.Added++
		case s.Digest != s.digest():
			e.Changed++
		}
	}
	e.Removed = max(0, p.Made-(len(p.Segments)-e.Added))
	return e
}

// digest returns a short hash of what is heard of the segment.
func (s *Segment) digest() string {
	var buf [1024]byte // enough for most segments
	b := buf[:0]
	for _, f := range [...]string{s.ID, string(s.Role), s.Text, s.Spoken, s.Speaker, s.Voice, s.Lang, s.Chapter} {
		b = append(append(b, f...), 0)
	}
	for _, n := range [...]int{s.Level, s.PauseBeforeMS, s.PauseAfterMS, s.Start, s.End} {
		b = append(strconv.AppendInt(b, int64(n), 10), 0)
	}
	hash := sha256.Sum256(b)
	return hex.EncodeToString(hash[:4])
}
