package cli

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"safety365/app/press"
)

// standardInput is the name under which standard input is given and reported.
const standardInput = "-"

// source is a document to be read.
type source struct {
	path     string // as given, or "-"
	fromTree bool   // found in a folder that was given
	merged   *merged
}

// shown is what the document is called in what is said about it.
func (s source) shown() string {
	if s.merged != nil {
		return s.merged.shown
	}
	return s.path
}

// folder is where the document's pictures and themes lie.
func (s source) folder() string {
	if s.path == standardInput {
		return "."
	}
	return filepath.Dir(s.path)
}

// sources lists the documents meant by arguments: files, "-", and every Markdown
// document directly in a folder. One that is meant twice is taken once.
func (c *command) sources(args []string) ([]source, error) {
	var out []source
	seen := map[string]bool{}
	add := func(s source) {
		key := s.path
		if abs, err := filepath.Abs(s.path); err == nil && s.path != standardInput {
			key = abs
		}
		if !seen[key] {
			seen[key] = true
			out = append(out, s)
		}
	}
	for _, arg := range args {
		if arg == standardInput {
			add(source{path: arg})
			continue
		}
		// A file that is not there is found out when it is read, so that it does not
		// stop the others.
		info, err := os.Stat(arg)
		if err != nil || !info.IsDir() {
			add(source{path: arg})
			continue
		}
		names, err := documentsIn(arg)
		if err != nil {
			return nil, err
		}
		if len(names) == 0 {
			return nil, &fileError{c.say("folder-empty", arg)}
		}
		for _, name := range names {
			add(source{path: filepath.Join(arg, name), fromTree: true})
		}
	}
	return out, nil
}

// documentsIn lists the Markdown documents directly in a folder, hidden ones left
// out, sorted.
func documentsIn(folder string) ([]string, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, e := range entries {
		name := e.Name()
		if strings.HasPrefix(name, ".") || !strings.EqualFold(filepath.Ext(name), ".md") {
			continue
		}
		if info, err := os.Stat(filepath.Join(folder, name)); err == nil && info.IsDir() {
			continue
		}
		names = append(names, name)
	}
	slices.Sort(names)
	return names, nil
}

// read returns a document's text.
func (c *command) read(s source) (string, error) {
	if s.merged != nil {
		return s.merged.merge.Text(s.merged.row), nil
	}
	if s.path == standardInput {
		return press.ReadTextFrom(c.in, 0)
	}
	return press.ReadText(s.path)
}

// fileError is something about files that has been worded already.
type fileError struct{ text string }

func (e *fileError) Error() string { return e.text }
