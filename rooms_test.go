package main_test

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// rooms are the rows of DESIGN.md: each package sees only those of the rows above
// its own. A package below a room (assets/profiles) belongs to it.
var rooms = [][]string{
	{"assets"},
	{"fonts", "bulletins"},
	{"bulletins/page"},
	{"themes", "bulletins/paragraph", "bulletins/pdf", "bulletins/raster", "bulletins/intake"},
	{"bulletins/layout"},
	{"bulletins/kinds"},
	{"bulletins/editions", "bulletins/word"},
	{"app/cli"},
	{"app"},
	{""}, // main
}

// forbidden are imports that a row alone would allow.
var forbidden = []struct{ from, to, why string }{
	{"bulletins/pdf", "bulletins", "a writer never sees a Document"},
	{"bulletins/raster", "bulletins", "a writer never sees a Document"},
	{"bulletins/layout", "bulletins/pdf", "layout never sees a writer"},
	{"bulletins/layout", "bulletins/raster", "layout never sees a writer"},
	{"bulletins/kinds", "bulletins/pdf", "a kind never sees a writer"},
	{"bulletins/kinds", "bulletins/raster", "a kind never sees a writer"},
}

// only are the modules that a single room may import.
var only = []struct{ module, room string }{
	{"github.com/yuin/goldmark", "bulletins"},
	{"github.com/signintech/gopdf", "bulletins/pdf"},
	{"github.com/go-text/typesetting", "fonts"},
	{"fyne.io/", "app"},
	{"github.com/spf13/", "app/cli"},
	{"github.com/schollz/", "app/cli"},
}

const module = "safety365"

type pkg struct {
	ImportPath                         string
	Imports, TestImports, XTestImports []string
}

func packages(t *testing.T, args ...string) []pkg {
	t.Helper()
	out, err := exec.Command("go", append([]string{"list", "-json=ImportPath,Imports,TestImports,XTestImports"}, args...)...).Output()
	if err != nil {
		var failed *exec.ExitError
		if errors.As(err, &failed) {
			t.Fatalf("go list: %s", failed.Stderr)
		}
		t.Fatal(err)
	}
	var all []pkg
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p pkg
		err := d.Decode(&p)
		if err == io.EOF {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

// roomOf returns the room that a package of ours belongs to and its row; row -1 is
// a package without a room, or of somebody else's.
func roomOf(path string) (room string, row int) {
	if path == module {
		return "", len(rooms) - 1
	}
	path, ours := strings.CutPrefix(path, module+"/")
	row = -1
	for i, names := range rooms {
		for _, name := range names {
			if ours && name != "" && (path == name || strings.HasPrefix(path, name+"/")) && len(name) > len(room) {
				room, row = name, i
			}
		}
	}
	return room, row
}

// TestRooms holds every import to the rules of DESIGN.md, with and without the
// window.
func TestRooms(t *testing.T) {
	for _, tags := range []string{"headless", ""} {
		for _, p := range packages(t, "-tags="+tags, "./...") {
			room, row := roomOf(p.ImportPath)
			if row < 0 {
				t.Errorf("%s is in none of the rooms of DESIGN.md", p.ImportPath)
				continue
			}
			for _, to := range p.Imports {
				checkImport(t, p.ImportPath, to, room, row)
			}
			for _, to := range slices.Concat(p.Imports, p.TestImports, p.XTestImports) {
				checkOnly(t, p.ImportPath, to, room, tags)
			}
		}
	}
}

func checkImport(t *testing.T, from, to, room string, row int) {
	t.Helper()
	other, otherRow := roomOf(to)
	if otherRow < 0 || other == room && room != "" {
		return
	}
	if otherRow >= row {
		t.Errorf("%s imports %s, which is not above it", from, to)
	}
	for _, f := range forbidden {
		if f.from == room && f.to == other {
			t.Errorf("%s imports %s: %s", from, to, f.why)
		}
	}
}

func checkOnly(t *testing.T, from, to, room, tags string) {
	t.Helper()
	for _, o := range only {
		if !strings.HasPrefix(to, o.module) {
			continue
		}
		if room != o.room {
			t.Errorf("%s imports %s, which is for %s alone", from, to, o.room)
		}
		if o.room == "app" && tags == "headless" {
			t.Errorf("%s imports %s under -tags headless", from, to)
		}
	}
}

// TestHeadless sees to it that the program without the window needs no cgo.
func TestHeadless(t *testing.T) {
	out, err := exec.Command("go", "list", "-tags=headless", "-deps", "-f", "{{.ImportPath}} {{.CgoFiles}}", ".").Output()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(out)) {
		path, files, _ := strings.Cut(strings.TrimSpace(line), " ")
		if strings.HasPrefix(path, "fyne.io/") {
			t.Errorf("the headless program holds %s", path)
		}
		// The standard library does without cgo when it has to.
		if files != "[]" && strings.Contains(strings.Split(path, "/")[0], ".") {
			t.Errorf("%s needs cgo: %s", path, files)
		}
	}
}
