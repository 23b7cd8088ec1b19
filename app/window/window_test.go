package window

import (
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"safety365/app/manuscript"
	"safety365/app/panels"
	"safety365/app/ui"
)

// queue runs what workers hand over on the test's goroutine, as the driver does on
// its own.
type queue chan func()

// current is the queue of the test that runs. Workers of one that has ended may still
// hand something over; it is dropped.
var current atomic.Pointer[queue]

func init() {
	ui.Do = func(f func()) {
		if q := current.Load(); q != nil {
			select {
			case *q <- f:
			default:
			}
		}
	}
}

func (q queue) until(t *testing.T, what string, come func() bool) {
	t.Helper()
	limit := time.After(20 * time.Second)
	for !come() {
		select {
		case f := <-q:
			f()
		case <-limit:
			t.Fatalf("%s: not within 20 s", what)
		}
	}
}

// opened is a window on a folder with documents, by name.
func opened(t *testing.T, lang string, documents map[string]string) (*Window, queue, string) {
	t.Helper()
	t.Setenv("SAFETY365_STATE", t.TempDir())
	t.Setenv("HOME", t.TempDir())
	q := make(queue, 1000)
	current.Store(&q)
	a := test.NewTempApp(t)
	a.Preferences().SetString("language", lang)
	dir := t.TempDir()
	for name, text := range documents {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	w := newWindow(a)
	t.Cleanup(func() {
		w.end()
		w.list.Close()
	})
	return w, q, dir
}

const notice = "---\nlang: zh-Hans\ntitle: 把隐患清在开工前\nsource: 安委会\n---\n\n第一段。\n\n第二段。\n"

func read(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestTypingReachesPagesAndFile(t *testing.T) {
	w, q, dir := opened(t, "zh-Hans", map[string]string{"甲.md": notice})
	path := filepath.Join(dir, "甲.md")
	w.begin([]string{path})
	d := w.desk
	if d == nil || d.path != path {
		t.Fatal("the document is not open")
	}
	q.until(t, "pages", func() bool { return d.sheets != nil })
	d.text.Select(manuscript.At(strings.Index(notice, "第一段") + len("第一段")))
	w.win.Canvas().Focus(d.editor)
	test.Type(d.editor, "落")
	if !strings.Contains(d.text.Text(), "第一段落。") {
		t.Fatalf("the text is %q", d.text.Text())
	}
	if d.saved != panels.Unsaved || !strings.HasPrefix(w.win.Title(), "● ") {
		t.Errorf("saved %v, title %q", d.saved, w.win.Title())
	}
	q.until(t, "pages of the new text", func() bool { return d.sheets.Generation == d.text.Generation() })
	w.save()
	q.until(t, "saving", func() bool { return d.text.Saved() })
	if got := read(t, path); !strings.Contains(got, "第一段落。") {
		t.Errorf("the file is %q", got)
	}
	if d.saved != panels.OnDisk {
		t.Errorf("saved %v", d.saved)
	}
}

func TestFieldsAndTextAreOne(t *testing.T) {
	w, q, dir := opened(t, "zh-Hans", map[string]string{"甲.md": notice})
	w.begin([]string{filepath.Join(dir, "甲.md")})
	d := w.desk
	q.until(t, "pages", func() bool { return d.sheets != nil })
	d.setField([]string{"title"}, nil)
	if d.text.Document().Meta.Text("title") != "" {
		t.Error("the title is still there")
	}
	d.text.Undo()
	if d.text.Text() != notice {
		t.Error("undo did not bring it back")
	}
}

func TestChangedOutside(t *testing.T) {
	w, q, dir := opened(t, "zh-Hans", map[string]string{"甲.md": notice})
	path := filepath.Join(dir, "甲.md")
	w.begin([]string{path})
	d := w.desk
	other := strings.Replace(notice, "第二段", "别处写的", 1)
	if err := os.WriteFile(path, []byte(other), 0o666); err != nil {
		t.Fatal(err)
	}
	w.changedOutside([]string{path})
	if d.text.Text() != other || !d.text.Saved() {
		t.Errorf("the text is %q", d.text.Text())
	}
	d.text.Undo()
	if d.text.Text() != notice {
		t.Error("it cannot be undone")
	}
	_ = q
}

func TestConflictAsks(t *testing.T) {
	w, _, dir := opened(t, "zh-Hans", map[string]string{"甲.md": notice})
	path := filepath.Join(dir, "甲.md")
	w.begin([]string{path})
	d := w.desk
	d.text.Apply(manuscript.Insert(manuscript.At(len(notice)), "\n我写的。\n"))
	if err := os.WriteFile(path, []byte(notice+"\n别人写的。\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	w.changedOutside([]string{path})
	if w.win.Canvas().Overlays().Top() == nil {
		t.Fatal("nothing asks")
	}
	if !strings.Contains(d.text.Text(), "我写的") {
		t.Error("the text of the window is gone")
	}
	w.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if w.win.Canvas().Overlays().Top() != nil {
		t.Error("Escape did not put it off")
	}
	w.changedOutside([]string{path})
	if w.win.Canvas().Overlays().Top() == nil {
		t.Error("it is not asked again")
	}
}

func TestLanguageSwitchKeepsTheText(t *testing.T) {
	w, q, dir := opened(t, "zh-Hans", map[string]string{"甲.md": notice})
	w.begin([]string{filepath.Join(dir, "甲.md")})
	d := w.desk
	q.until(t, "pages", func() bool { return d.sheets != nil })
	d.text.Apply(manuscript.Insert(manuscript.At(len(notice)), "\n新的。\n"))
	for _, lang := range []string{"id", "en", "zh-Hant", "zh-Hans"} {
		w.changeLanguage(lang)
		if w.desk != d || !strings.Contains(d.text.Text(), "新的") || !d.text.CanUndo() {
			t.Fatalf("%s: the text or its history is gone", lang)
		}
		if got := w.commands.Find("save").Title(); got != ui.Say("command-save") || ui.Language() != lang {
			t.Errorf("%s: saving is called %q", lang, got)
		}
	}
}

// Every command has words in every language, and no two share a key.
func TestCommands(t *testing.T) {
	w, _, dir := opened(t, "en", map[string]string{"甲.md": notice})
	w.begin([]string{filepath.Join(dir, "甲.md")})
	for _, lang := range []string{"zh-Hans", "zh-Hant", "id", "en"} {
		w.changeLanguage(lang)
		keys, ids := map[string]string{}, map[string]bool{}
		for _, c := range w.commands {
			if strings.HasPrefix(c.Title(), "command-") {
				t.Errorf("%s: %s has no words", lang, c.ID)
			}
			if ids[c.ID] {
				t.Errorf("%s is there twice", c.ID)
			}
			ids[c.ID] = true
			if hint := c.Hint(); hint != "" {
				if keys[hint] != "" {
					t.Errorf("%s is for %s and for %s", hint, keys[hint], c.ID)
				}
				keys[hint] = c.ID
			}
		}
	}
}

func TestDesksStay(t *testing.T) {
	w, q, dir := opened(t, "zh-Hans", map[string]string{"甲.md": notice, "乙.md": notice})
	a, b := filepath.Join(dir, "甲.md"), filepath.Join(dir, "乙.md")
	w.begin([]string{a})
	first := w.desk
	first.text.Apply(manuscript.Insert(manuscript.At(len(notice)), "\n新的。\n"))
	w.openPath(b)
	if w.desk == first {
		t.Fatal("the other document is not shown")
	}
	w.openPath(a)
	if w.desk != first || !first.text.CanUndo() {
		t.Error("going back lost the history")
	}
	q.until(t, "pages", func() bool { return first.sheets != nil && first.sheets.Generation == first.text.Generation() })
}
