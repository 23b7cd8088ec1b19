package main_test

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"safety365/assets"
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
	// What the command line and the window share: files kept safe, and outputs made.
	{"app/keeping"},
	{"app/press"},
	{"app/cli"},
	// The parts of the window (app/editor, app/preview …) belong to the room app: they
	// see one another and everything above.
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

// only are the modules that a single room may import, or a single package of one.
var only = []struct{ module, to string }{
	{"github.com/yuin/goldmark", "bulletins"},
	{"github.com/signintech/gopdf", "bulletins/pdf"},
	{"github.com/go-text/typesetting", "fonts"},
	{"fyne.io/", "app"},
	{"github.com/dweymouth/fyne-tooltip", "app"},
	{"github.com/xuri/excelize", "bulletins/intake/sheet"},
	{"golang.org/x/net/", "bulletins/intake/html"},
	{"github.com/mozillazg/go-pinyin", "bulletins/intake"},
	{"github.com/spf13/", "app/cli"},
	{"github.com/schollz/", "app/cli"},
	{"github.com/gofrs/flock", "app/keeping"},
	{"github.com/fsnotify/", "app/keeping"},
	{"github.com/sergi/go-diff", "app/keeping"},
	{"github.com/godbus/dbus", "app/ime"},
	{"github.com/jezek/xgb", "app/ime"},
}

// window are the modules for the window itself, packages app and app/window: Fyne's
// driver of real windows, which needs cgo and a display, and the system's own
// dialogs. The parts do without, so that they are built and tested everywhere.
var window = []string{"fyne.io/fyne/v2/app", "fyne.io/fyne/v2/driver/", "github.com/ncruces/zenity"}

func isWindow(path string) bool { return path == "app" || within(path, "app/window") }

// Parts of the window see what is shared: no other part, but for their own folders and
// what is listed in sees. What a part needs of another, the window hands it as a
// function.
var (
	shared = []string{"app/ui", "app/manuscript", "app/command", "app/drafting", "app/ime", "app/look"}
	sees   = map[string][]string{"app/preview": {"app/proof"}, "app/look": {"app/editor/view"}, "app/taking": {"app/fields"}}
)

const module = "safety365"

type pkg struct {
	ImportPath                         string
	Imports, TestImports, XTestImports []string
}

func packages(t *testing.T, args ...string) []pkg {
	t.Helper()
	list := exec.Command("go", append([]string{"list", "-json=ImportPath,Imports,TestImports,XTestImports"}, args...)...)
	list.Env = append(os.Environ(), "CGO_ENABLED=1") // without it Fyne's driver has no files, and nothing is compiled here
	out, err := list.Output()
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
	path := strings.TrimPrefix(from, module+"/")
	for _, o := range only {
		if strings.HasPrefix(to, o.module) && room != o.to && !within(path, o.to) {
			t.Errorf("%s imports %s, which is for %s alone", from, to, o.to)
		}
	}
	if path == "app" && tags == "headless" && strings.HasPrefix(to, "fyne.io/") {
		t.Errorf("%s imports %s under -tags headless", from, to)
	}
	for _, w := range window {
		// Every part may know a mouse from a finger.
		if !isWindow(path) && strings.HasPrefix(to, w) && to != "fyne.io/fyne/v2/driver/desktop" && to != "fyne.io/fyne/v2/driver/mobile" {
			t.Errorf("%s imports %s, which is for the window itself", from, to)
		}
	}
}

// within says whether a package is another or lies below it.
func within(path, folder string) bool {
	return path == folder || strings.HasPrefix(path, folder+"/")
}

// TestParts keeps the parts of the window apart.
func TestParts(t *testing.T) {
	for _, p := range packages(t, "./app/...") {
		from := strings.TrimPrefix(p.ImportPath, module+"/")
		if room, _ := roomOf(p.ImportPath); room != "app" || isWindow(from) {
			continue
		}
		for _, to := range p.Imports {
			path := strings.TrimPrefix(to, module+"/")
			if room, _ := roomOf(to); room != "app" || path == to {
				continue
			}
			allowed := slices.Concat(shared, sees[from], []string{from})
			if !slices.ContainsFunc(allowed, func(a string) bool { return within(path, a) }) {
				t.Errorf("%s imports %s: parts of the window do not see one another", from, path)
			}
		}
	}
}

// TestVersion: the program, its packages and Fyne's description of it agree.
func TestVersion(t *testing.T) {
	text, err := os.ReadFile("FyneApp.toml")
	if err != nil || !strings.Contains(string(text), "\nVersion = \""+assets.Version+"\"\n") {
		t.Errorf("FyneApp.toml has not the version %s (%v)", assets.Version, err)
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
