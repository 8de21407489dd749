package main

import (
	"crypto/md5"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// voiceServer is the script command "voiceserver MODE": it starts a server with the catalogue of one voice, the files test.onnx and
// test.onnx.json as xx_YY-test-low, and writes settings that name it to catalogue.toml. Its modes are good, cut (half a model for
// who does not ask for the rest), wrong (another model than the catalogue says), page (a web page for an index), gone (404 for all).
func voiceServer(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: voiceserver mode")
	}
	const name = "xx_YY-test-low"
	files := map[string]any{}
	for _, ext := range []string{".onnx", ".onnx.json"} {
		data := ts.ReadFile("test" + ext)
		sum := md5.Sum([]byte(data))
		files["xx/xx_YY/test/low/"+name+ext] = map[string]any{"size_bytes": len(data), "md5_digest": hex.EncodeToString(sum[:])}
	}
	index, err := json.Marshal(map[string]any{name: map[string]any{"language": map[string]any{"code": "xx_YY"}, "quality": "low", "files": files}})
	ts.Check(err)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		base := filepath.Base(r.URL.Path)
		data := strings.ReplaceAll(base, name, "test")
		switch {
		case args[0] == "gone":
			http.NotFound(w, r)
		case args[0] == "page":
			w.Write([]byte("<html>unusual traffic</html>"))
		case base == "voices.json":
			w.Write(index)
		case args[0] == "wrong" && data == "test.onnx":
			w.Write([]byte(strings.ToUpper(ts.ReadFile(data))))
		case args[0] == "cut" && data == "test.onnx" && r.Header.Get("Range") == "":
			w.Header().Set("Content-Length", fmt.Sprint(len(ts.ReadFile(data))))
			w.Write([]byte(ts.ReadFile(data)[:3]))
		default:
			http.ServeFile(w, r, ts.MkAbs(data))
		}
	}))
	ts.Defer(server.Close)
	ts.Check(os.WriteFile(ts.MkAbs("catalogue.toml"), fmt.Appendf(nil, "[engine.piper]\nbase_url = %q\n", server.URL), 0o644))
}
