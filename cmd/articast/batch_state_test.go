package main

import (
	"os"
	"path/filepath"
	"testing"
)

func TestBatchStateForgivesALineThatWasCutShort(t *testing.T) {
	dir := t.TempDir()
	whole := `{"episode":{"guid":"a","name":"2019-01-01-a","title":"A","first_seen":"2019-01-01","text":"t","duration_ms":1,"files":[{"name":"a.mp3","size":1,"sha256":"x"}]}}` + "\n"
	for name, text := range map[string]string{"whole": whole, "cut short": whole + `{"episode":{"guid":"b","na`, "a path out of the folder": whole + `{"episode":{"guid":"b","name":"../b"}}` + "\n"} {
		t.Run(name, func(t *testing.T) {
			if err := os.WriteFile(filepath.Join(dir, stateName), []byte(text), 0o666); err != nil {
				t.Fatal(err)
			}
			s, err := openBatchState(dir, false)
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			if all := s.all(); len(all) != 1 || all[0].GUID != "a" {
				t.Errorf("it holds %v", all)
			}
			if got := readFile(t, filepath.Join(dir, stateName)); got != whole {
				t.Errorf("it was settled to %q", got)
			}
		})
	}
}

func TestBatchStateBeginsOnALineOfItsOwn(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, stateName), []byte(`{"episode":{"guid":"a","na`), 0o666); err != nil {
		t.Fatal(err)
	}
	s, err := openBatchState(dir, false)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.put(&record{GUID: "b", Name: "2019-01-01-b", Files: []fileRecord{{Name: "b.mp3"}}}); err != nil {
		t.Fatal(err)
	}
	s.Close() // as far as a killed run comes
	if s, err = openBatchState(dir, true); err != nil || len(s.all()) != 1 {
		t.Errorf("it holds %v, %v", s.all(), err)
	}
}
