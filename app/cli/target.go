package cli

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// standardOutput as -o writes to standard output.
const standardOutput = "-"

// targets returns where what is made of each document goes, a file with an extension:
// beside it, or where -o says.
func (c *command) targets(sources []source, out, extension string) ([]string, error) {
	if info, err := os.Stat(out); len(sources) > 1 && strings.EqualFold(filepath.Ext(out), extension) && (err != nil || !info.IsDir()) {
		return nil, c.usage("one-output", out)
	}
	if out != "" && !isFolder(sources, out, extension) {
		return []string{out}, c.checkTargets(sources, []string{out})
	}
	var targets []string
	for _, s := range sources {
		folder := out
		if s.path == standardInput && out == "" {
			return nil, c.usage("stdin-output")
		}
		if out == "" {
			folder = s.folder()
		}
		targets = append(targets, filepath.Join(folder, outputName(s, extension)))
	}
	return targets, c.checkTargets(sources, targets)
}

// isFolder says whether -o means a folder: it is one, or is written as one, or
// there are several documents to go there.
func isFolder(sources []source, out, extension string) bool {
	if out == standardOutput && len(sources) == 1 {
		return false
	}
	if info, err := os.Stat(out); err == nil {
		return info.IsDir() || len(sources) > 1
	}
	if os.IsPathSeparator(out[len(out)-1]) || len(sources) > 1 {
		return true
	}
	return sources[0].fromTree && !strings.EqualFold(filepath.Ext(out), extension)
}

// outputName is the name of what is made of a document.
func outputName(s source, extension string) string {
	if s.path == standardInput {
		return "document" + extension
	}
	base := filepath.Base(s.path)
	return strings.TrimSuffix(base, filepath.Ext(base)) + extension
}

// checkTargets refuses two documents in one file, and an output over a source.
func (c *command) checkTargets(sources []source, targets []string) error {
	taken := map[string]source{}
	for i, t := range targets {
		key := filepath.Clean(t)
		if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
			key = strings.ToLower(key)
		}
		if other, ok := taken[key]; ok {
			return c.usage("same-output", other.path, sources[i].path, t)
		}
		taken[key] = sources[i]
		info, err := os.Stat(t)
		if err != nil || !info.Mode().IsRegular() {
			continue
		}
		for _, s := range sources {
			if at, err := os.Stat(s.path); err == nil && os.SameFile(at, info) {
				return c.usage("output-is-source", t)
			}
		}
	}
	return nil
}
