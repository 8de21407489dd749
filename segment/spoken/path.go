package spoken

import "strings"

// pathSigns may stand in the path of a file, windowsSigns in one of Windows.
var (
	pathSigns    = addressChars("-._/~+")
	windowsSigns = addressChars("-._\\:")
)

// matchPath says the path of a file from its root: "/usr/local/bin" is "slash usr slash local slash bin".
func matchPath(s *scan, pos int) (int, string) {
	if before := s.at(pos - 1); before != 0 && before != '(' && before != '"' && before != '\'' && before != '`' && !isSpace(before) {
		return 0, ""
	}
	if isASCIILetter(s.text[pos]) {
		end := s.addressEnd(pos, windowsSigns)
		path := s.text[pos:end]
		if !s.has(pos+1, ":\\") || len(path) < len(`C:\a`) || !s.rightFree(end) {
			return 0, ""
		}
		return end, strings.ToUpper(path[:1]) + " " + s.sayAddress(path[2:])
	}
	end := s.addressEnd(pos, pathSigns)
	path := strings.TrimSuffix(s.text[pos:end], "/")
	if strings.Count(path, "/") < 2 || strings.Contains(path, "//") || !s.rightFree(end) {
		return 0, ""
	}
	return end, s.sayAddress(path)
}
