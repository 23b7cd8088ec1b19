package library

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"safety365/app/look"
)

// documents writes a folder of documents, the first the newest.
func documents(t testing.TB) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "三月简报")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	front := func(title, rest string) string {
		return "---\nlang: zh-Hans\nkind: bulletin\ntitle: \"" + title + "\"\npublished: 2026-03-06\n" + rest + "---\n\n"
	}
	for i, d := range []struct{ name, text string }{
		{"a", front("把隐患清在开工前 把责任落到班组里", "") + "会议通报，共排查隐患900条。\n\n已整改864条隐患。\n"},
		{"b", front("别放过那颗没有砸到人的螺栓", "review: {first: 甲, second: 乙}\n") + "一颗螺栓掉下来。\n"},
		{"c", front("“每条隐患，都要有人认领”", "review: {first: 甲, second: 乙, final: 丙}\n") + "认领单。\n"},
		{"d", front("一期安全简报是怎样编成的", "") + "::: nonsense\n\n编简报。\n"},
		{"e", "---\nlang: en\ntitle: Four measures\npublished: 2026-03-06\n---\n\nGo back and look again.\n"},
		{"f", "二进制\x00"},
		{"g", front("定稿的一篇", "") + "已经导出。\n"},
	} {
		path := filepath.Join(dir, d.name+".md")
		if err := os.WriteFile(path, []byte(d.text), 0o644); err != nil {
			t.Fatal(err)
		}
		at := time.Now().Add(-time.Duration(i*i) * 10 * time.Hour)
		os.Chtimes(path, at, at)
	}
	os.WriteFile(filepath.Join(dir, "定稿的一篇.pdf"), []byte("%PDF"), 0o644)
	return dir
}

// desk is a list in a window and what it asked for.
type desk struct {
	*List
	w   fyne.Window
	did []string
}

func newDesk(t *testing.T, dir, lang string, shade look.Shade, size fyne.Size) *desk {
	t.Helper()
	d := &desk{w: open(t, lang, shade, size)}
	note := func(what string, path string) { d.did = append(d.did, what+" "+filepath.Base(path)) }
	d.List = NewList(ListOptions{
		Window: d.w,
		Open:   func(path string) { note("open", path) },
		OpenAt: func(path string, offset, length int) {
			note(fmt.Sprintf("at %d+%d", offset, length), path)
		},
		New:     func() { d.did = append(d.did, "new") },
		OpenDir: func() { d.did = append(d.did, "folder") },
		Export: func(paths []string) {
			d.did = append(d.did, fmt.Sprintf("export %d", len(paths)))
		},
		Reveal:  func(path string) { note("reveal", path) },
		Moved:   func(from, to string) { note("moved "+filepath.Base(from), to) },
		Removed: func(path string) { note("removed", path) },
		Failed:  func(what string, err error) { d.did = append(d.did, what+" "+Why(err)) },
		Trash:   os.Remove,
		NewFrom: func(text, _ string) string { return strings.Replace(text, "一颗", "另一颗", 1) },
	})
	t.Cleanup(d.List.Close)
	fill(d.w, d.List, size)
	if dir != "" {
		d.SetFolder(dir)
		until(t, "documents", func() bool { return !d.status.Busy() && len(d.entries) > 0 })
	}
	heldKeys = func() fyne.KeyModifier { return 0 }
	return d
}

// labels are the documents as they are listed.
func (d *desk) labels() string {
	var out []string
	for _, e := range d.entries {
		out = append(out, e.Name)
	}
	return strings.Join(out, "")
}

// expect waits for what the list was to ask for.
func (d *desk) expect(t *testing.T, what ...string) {
	t.Helper()
	until(t, strings.Join(what, ", "), func() bool { return len(d.did) >= len(what) })
	if got := strings.Join(d.did, ", "); got != strings.Join(what, ", ") {
		t.Errorf("did %s, want %s", got, strings.Join(what, ", "))
	}
	d.did = nil
}

// row finds the row of a document.
func (d *desk) row(t *testing.T, name string) *row {
	t.Helper()
	for _, o := range objects(d.rows) {
		if r, ok := o.(*row); ok && r.Visible() && r.entry != nil && r.entry.Name == name && r.index < len(d.entries) && d.entries[r.index] == r.entry {
			return r
		}
	}
	t.Fatalf("no row %s", name)
	return nil
}

// click is a click on a row with keys held.
func (d *desk) clickRow(t *testing.T, name string, held fyne.KeyModifier) {
	t.Helper()
	r := d.row(t, name)
	r.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: held})
	test.TapAt(r, fyne.NewPos(60, 20))
}
