package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"strings"
	"testing"
	"time"
)

var testFiles = []file{
	{name: "articast", data: bytes.Repeat([]byte("program "), 999), mode: 0o755},
	{name: "LICENSE", data: []byte("terms\n"), mode: 0o644},
}

var testDate = time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)

func TestTarHoldsFilesAndIsReproducible(t *testing.T) {
	data, err := tarOf("articast-1", testFiles, testDate)
	if err != nil {
		t.Fatal(err)
	}
	again, err := tarOf("articast-1", testFiles, testDate)
	if err != nil || !bytes.Equal(data, again) {
		t.Errorf("packed twice: different bytes (error %v)", err)
	}
	zr, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	tr := tar.NewReader(zr)
	for _, want := range testFiles {
		head, err := tr.Next()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(tr)
		if err != nil || !bytes.Equal(content, want.data) {
			t.Errorf("%s: content differs (error %v)", want.name, err)
		}
		if head.Name != "articast-1/"+want.name || head.Mode != int64(want.mode) || !head.ModTime.Equal(testDate) || head.Uid != 0 {
			t.Errorf("header of %s: %+v", want.name, head)
		}
	}
	if _, err := tr.Next(); err != io.EOF {
		t.Errorf("after the last file: %v", err)
	}
}

func TestZipHoldsFilesAndIsReproducible(t *testing.T) {
	data, err := zipOf("articast-1", testFiles, testDate)
	if err != nil {
		t.Fatal(err)
	}
	again, err := zipOf("articast-1", testFiles, testDate)
	if err != nil || !bytes.Equal(data, again) {
		t.Errorf("packed twice: different bytes (error %v)", err)
	}
	zr, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	if len(zr.File) != len(testFiles) {
		t.Fatalf("%d files in the zip, want %d", len(zr.File), len(testFiles))
	}
	for i, f := range zr.File {
		want := testFiles[i]
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil || !bytes.Equal(content, want.data) {
			t.Errorf("%s: content differs (error %v)", want.name, err)
		}
		if f.Name != "articast-1/"+want.name || f.Mode() != want.mode || !f.Modified.Equal(testDate) {
			t.Errorf("header of %s: %s %v %v", want.name, f.Name, f.Mode(), f.Modified)
		}
	}
}

func TestUnknownPlatformNamesTheKnown(t *testing.T) {
	err := release(context.Background(), t.TempDir(), "plan9/mips")
	if err == nil || !strings.Contains(err.Error(), "linux/amd64") {
		t.Errorf("error %v, want one that names the platforms", err)
	}
}
