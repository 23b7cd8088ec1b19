package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"safety365/app/manuscript"
	"safety365/app/ui"
	"safety365/assets"
)

// words are all texts of the uppermost overlay, or of the window.
func words(w *Window) string {
	var all []string
	var down func(o fyne.CanvasObject)
	down = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case nil:
		case *canvas.Text:
			all = append(all, o.Text)
		case *fyne.Container:
			for _, child := range o.Objects {
				down(child)
			}
		case fyne.Widget:
			if o.Visible() {
				for _, child := range test.WidgetRenderer(o).Objects() {
					down(child)
				}
			}
		}
	}
	down(top(w))
	return strings.Join(all, "\n")
}

func top(w *Window) fyne.CanvasObject {
	if o := w.win.Canvas().Overlays().Top(); o != nil {
		return o
	}
	return w.win.Canvas().Content()
}

// tapOn taps the button that bears a label's words.
func tapOn(t *testing.T, w *Window, label string) {
	t.Helper()
	var found *ui.Button
	var down func(o fyne.CanvasObject)
	down = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *ui.Button:
			if o.Text == ui.Say(label) {
				found = o
			}
		case *fyne.Container:
			for _, child := range o.Objects {
				down(child)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(o).Objects() {
				down(child)
			}
		}
	}
	down(top(w))
	if found == nil {
		t.Fatalf("there is no button %q in %q", ui.Say(label), words(w))
	}
	test.Tap(found)
}

// write puts a file into a folder, as another program would.
func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// insert types at an offset, as the user would.
func insert(d *desk, at int, text string) {
	d.text.Apply(manuscript.Insert(manuscript.At(at), text))
}

// What is no text is refused, in words, and stays as it is on the disk.
func TestWhatIsNoText(t *testing.T) {
	gbk := "\xb0\xb2\xc8\xab\xc9\xfa\xb2\xfa\n" // 安全生产
	for name, c := range map[string]struct{ text, code string }{
		"gbk":    {gbk, "not-text"},
		"binary": {"PK\x03\x04\x00\x00\x00", "not-text"},
		"utf-16": {"\xff\xfe\x89\x5b\x68\x51", "not-text"},
		"large":  {strings.Repeat("安", 100<<20/3), "too-large"},
	} {
		t.Run(name, func(t *testing.T) {
			w, q, dir := opened(t, "zh-Hans", map[string]string{"甲.md": notice})
			good := filepath.Join(dir, "甲.md")
			w.begin([]string{good})
			d := w.desk
			bad := filepath.Join(dir, "乙.md")
			write(t, bad, c.text)
			if w.openPath(bad) || w.desk != d {
				t.Fatal("it was opened")
			}
			message, _ := assets.Message("zh-Hans", c.code, map[string]string{"limit": "16 MiB", "name": "乙.md"})
			if got := strings.ReplaceAll(words(w), "\n", ""); !strings.Contains(got, message) {
				t.Errorf("it says %q, not %q", got, message)
			}
			if read(t, bad) != c.text {
				t.Error("the file was changed")
			}
			// One in another folder does not close what is open either.
			other := filepath.Join(t.TempDir(), "丙.md")
			write(t, other, c.text)
			if w.openPath(other) || w.desk != d || w.folder != dir {
				t.Error("the open document was closed")
			}
			_ = q
		})
	}
}

// An open document that another program turns into something else is not taken in,
// and not overwritten unasked.
func TestBecomesNoText(t *testing.T) {
	w, q, dir := opened(t, "zh-Hans", map[string]string{"甲.md": notice})
	path := filepath.Join(dir, "甲.md")
	w.begin([]string{path})
	d := w.desk
	gbk := "\xb0\xb2\xc8\xab\xc9\xfa\xb2\xfa\n"
	write(t, path, gbk)
	w.changedOutside([]string{path})
	if d.text.Text() != notice {
		t.Fatalf("the text is %q", d.text.Text())
	}
	insert(d, len(notice), "\n我写的。\n")
	w.save()
	q.until(t, "a question", func() bool { return w.win.Canvas().Overlays().Top() != nil })
	if read(t, path) != gbk {
		t.Error("the file was overwritten")
	}
	if strings.Contains(words(w), ui.Say("conflict-theirs")) {
		t.Error("what is no text is offered")
	}
	tapOn(t, w, "conflict-mine")
	q.until(t, "saving", func() bool { return d.text.Saved() })
	if !strings.Contains(read(t, path), "我写的") {
		t.Error("it was not written")
	}
}

func TestStrangeTexts(t *testing.T) {
	for name, text := range map[string]string{
		"empty": "", "front": "---\nlang: zh-Hans\ntitle: 只有要素\n---\n", "open front": "---\ntitle: 没有结束\n",
		"bom": "\ufeff" + notice, "crlf": strings.ReplaceAll(notice, "\n", "\r\n"), "no end": "没有换行",
		"controls": "安\x01全\n", "spaces": "   \n\n\t\n",
	} {
		t.Run(name, func(t *testing.T) {
			w, q, dir := opened(t, "zh-Hans", map[string]string{"甲.md": text})
			path := filepath.Join(dir, "甲.md")
			w.begin([]string{path})
			d := w.desk
			if d == nil {
				t.Fatal("it is not open")
			}
			q.until(t, "pages", func() bool { return d.sheets != nil })
			if d.saver.Unsaved() || !d.text.Saved() {
				t.Error("it is changed by being opened")
			}
			d.text.Select(manuscript.At(len(d.text.Text())))
			w.win.Canvas().Focus(d.editor)
			test.Type(d.editor, "落")
			w.save()
			q.until(t, "saving", func() bool { return d.text.Saved() })
			got := read(t, path)
			if !strings.Contains(got, "落") || strings.HasPrefix(text, "\ufeff") != strings.HasPrefix(got, "\ufeff") ||
				strings.Contains(text, "\r\n") != strings.Contains(got, "\r\n") {
				t.Errorf("the file is %q", got)
			}
		})
	}
}
