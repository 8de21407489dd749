// Command release builds the archives of a release from the checkout it is run in, and their checksums: the program for each
// platform, with and without the embedded engine and voices. The same commit gives the same bytes.
//
//	go run ./scripts/release [-out DIR] [-only linux/amd64]
package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// platforms are those for which archives are made.
var platforms = []platform{
	{"linux", "amd64"}, {"linux", "arm64"}, {"darwin", "amd64"}, {"darwin", "arm64"}, {"windows", "amd64"}, {"windows", "arm64"},
}

// documents lie beside the program in each archive.
var documents = []string{"README.md", "CHANGELOG.md", "LICENSE", "NOTICE"}

type platform struct{ os, arch string }

func (p platform) String() string { return p.os + "/" + p.arch }

// program is the name of the program's file.
func (p platform) program() string {
	if p.os == "windows" {
		return "articast.exe"
	}
	return "articast"
}

func main() {
	out := flag.String("out", "dist", "write the archives to `DIR`")
	only := flag.String("only", "", "build for `OS/ARCH` alone")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := release(ctx, *out, *only); err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(1)
	}
}

// release builds all archives, or those of one platform.
func release(ctx context.Context, out, only string) error {
	chosen := slices.DeleteFunc(slices.Clone(platforms), func(p platform) bool { return only != "" && p.String() != only })
	if len(chosen) == 0 {
		return fmt.Errorf("no platform %s: -only takes one of %v", only, platforms)
	}
	version, date, err := identify(ctx)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(out, 0o777); err != nil {
		return err
	}
	var sums bytes.Buffer
	for _, p := range chosen {
		for _, tags := range []string{"", "noembed"} {
			name, data, err := pack(ctx, p, tags, version, date)
			if err != nil {
				return fmt.Errorf("%s: %w", p, err)
			}
			if err := os.WriteFile(filepath.Join(out, name), data, 0o666); err != nil {
				return err
			}
			fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(data), name)
			fmt.Printf("%s (%d bytes)\n", name, len(data))
		}
	}
	return os.WriteFile(filepath.Join(out, "SHA256SUMS"), sums.Bytes(), 0o666)
}

// identify returns the program's version and the time of the commit, which all files in the archives bear.
func identify(ctx context.Context) (version string, date time.Time, err error) {
	said, err := output(ctx, nil, "go", "run", "-tags", "noembed", "./cmd/articast", "version")
	if err != nil {
		return "", time.Time{}, err
	}
	fields := strings.Fields(said)
	if len(fields) < 2 || fields[0] != "articast" {
		return "", time.Time{}, fmt.Errorf("articast version said %q", said)
	}
	stamp, err := output(ctx, nil, "git", "log", "-1", "--format=%ct")
	if err != nil {
		return "", time.Time{}, err
	}
	seconds, err := strconv.ParseInt(strings.TrimSpace(stamp), 10, 64)
	if err != nil {
		return "", time.Time{}, fmt.Errorf("time of the commit: %w", err)
	}
	return fields[1], time.Unix(seconds, 0).UTC(), nil
}

// pack builds the program for a platform and returns the archive it is in, with its name.
func pack(ctx context.Context, p platform, tags, version string, date time.Time) (name string, data []byte, err error) {
	program, err := build(ctx, p, tags)
	if err != nil {
		return "", nil, err
	}
	name = fmt.Sprintf("articast-%s-%s-%s", version, p.os, p.arch)
	if tags != "" {
		name += "-" + tags
	}
	files := []file{{name: p.program(), data: program, mode: 0o755}}
	for _, d := range documents {
		text, err := os.ReadFile(d)
		if err != nil {
			return "", nil, err
		}
		files = append(files, file{name: d, data: text, mode: 0o644})
	}
	if p.os == "windows" {
		data, err = zipOf(name, files, date)
		return name + ".zip", data, err
	}
	data, err = tarOf(name, files, date)
	return name + ".tar.gz", data, err
}

// build compiles the program without cgo and without a trace of the machine it is built on.
func build(ctx context.Context, p platform, tags string) ([]byte, error) {
	dir, err := os.MkdirTemp("", "articast-release-*")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, p.program())
	env := append(os.Environ(), "CGO_ENABLED=0", "GOOS="+p.os, "GOARCH="+p.arch, "GOFLAGS=")
	_, err = output(ctx, env, "go", "build", "-trimpath", "-tags", tags, "-ldflags", "-s -w -buildid=", "-o", path, "./cmd/articast")
	if err != nil {
		return nil, err
	}
	return os.ReadFile(path)
}

// output runs a command and returns what it printed. Its error holds what the command said.
func output(ctx context.Context, env []string, name string, args ...string) (string, error) {
	var out, errOut bytes.Buffer
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Env, cmd.Stdout, cmd.Stderr = env, &out, &errOut
	if err := cmd.Run(); err != nil {
		return "", fmt.Errorf("%s %s: %w: %s", name, args[0], err, strings.TrimSpace(errOut.String()))
	}
	return out.String(), nil
}
