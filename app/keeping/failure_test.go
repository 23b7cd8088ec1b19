package keeping

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"safety365/assets"
)

// TestWords: every code in this package's source has words in all languages, which
// name no argument that the code lacks; no words are for nothing.
func TestWords(t *testing.T) {
	used := map[string][]string{}
	names, _ := filepath.Glob("*.go")
	call := regexp.MustCompile(`fail\("([a-z-]+)"(.*)`)
	literal := regexp.MustCompile(`"([a-z]+)", `)
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		for _, m := range call.FindAllStringSubmatch(get(t, name), -1) {
			args := []string{}
			for _, a := range literal.FindAllStringSubmatch(m[2], -1) {
				args = append(args, a[1])
			}
			if strings.Contains(m[2], "nameArgs") {
				args = append(args, "name", "folder")
			}
			if old, ok := used[m[1]]; ok { // what all have
				args = slices.DeleteFunc(args, func(a string) bool { return !slices.Contains(old, a) })
			}
			used[m[1]] = args
		}
	}
	used[ErrTaken.(*Failure).Code] = nil
	delete(used, "too-large") // these are the parser's
	delete(used, "not-text")
	var known map[string]any
	if err := yaml.Unmarshal([]byte(get(t, "../../assets/messages/keeping.en.yaml")), &known); err != nil {
		t.Fatal(err)
	}
	for code := range known {
		if _, ok := used[code]; !ok {
			t.Errorf("%s is said by nobody", code)
		}
	}
	for code, args := range used {
		if known[code] == nil {
			t.Errorf("%s has no words", code)
		}
		values := map[string]string{}
		for _, a := range args {
			values[a] = "x"
		}
		for _, lang := range assets.Languages {
			message, hint := assets.Message(lang, code, values)
			if message == code || hint == "" || strings.ContainsAny(message+hint, "{}") {
				t.Errorf("%s in %s: %q %q", code, lang, message, hint)
			}
		}
	}
}

// TestExplain: every error has something to say.
func TestExplain(t *testing.T) {
	folder := t.TempDir()
	put(t, filepath.Join(folder, "file"), "x")
	_, missing := Read(filepath.Join(folder, "missing.md"))
	_, nowhere := Read(filepath.Join(folder, "nowhere", "a.md"))
	_, inFile := Read(filepath.Join(folder, "file", "a.md"))
	_, isFolder := Read(folder)
	for _, c := range []struct {
		err  error
		code string
	}{
		{missing, "file-gone"},
		{nowhere, "folder-gone"},
		{inFile, "folder-gone"},
		{isFolder, "file-is-folder"},
		{Write(filepath.Join(folder, "nowhere", "a.md"), nil), "folder-gone"},
		{Write(folder, nil), "file-is-folder"},
		{Write(filepath.Join(folder, strings.Repeat("长", 100)), nil), "file-name"},
		{&fs.PathError{Op: "open", Path: "/x/a.md", Err: os.ErrPermission}, "file-read-only"},
		{errors.New("something"), "file-failed"},
		{ErrTaken, "folder-taken"},
	} {
		if code := CodeOf(c.err); code != c.code {
			t.Errorf("%v is %s, want %s", c.err, code, c.code)
		}
		d := Explain(c.err)
		if message, hint := assets.Message("zh-Hans", d.Code, d.Args); message == d.Code || hint == "" {
			t.Errorf("%v: %q %q", c.err, message, hint)
		}
	}
	if CodeOf(nil) != "" {
		t.Error("nothing has a code")
	}
}
