package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"safety365/app/drafting"
	"safety365/app/ime"
	"safety365/app/press"
	"safety365/app/ui"
)

// styled is a window on a document that states something about its look.
func styled(t *testing.T) (*Window, queue, string) {
	t.Helper()
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	text := strings.Replace(notice, "title:", "settings: {page: {size: A5}, typeset: {size: 小四}}\ntitle:", 1)
	w, q, dir := opened(t, "zh-Hans", map[string]string{"甲.md": text, "乙.md": notice, "office.yaml": "fields: {city: 江安}\n"})
	w.begin([]string{filepath.Join(dir, "甲.md")})
	q.until(t, "pages", func() bool { return w.desk.sheets != nil })
	return w, q, dir
}

// answer fills in the dialog on top and presses a button of it.
func answer(t *testing.T, w *Window, text, button string) {
	t.Helper()
	top := w.win.Canvas().Overlays().Top()
	if top == nil {
		t.Fatalf("there is no dialog to answer %s", text)
	}
	for _, e := range found[*ime.Entry](top) {
		e.SetText(text)
	}
	for _, b := range found[*ui.Button](top) {
		if b.Text == button {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("there is no button %s", button)
}

// says says whether words are shown in a dialog.
func says(w *Window, words string) bool {
	for _, o := range w.win.Canvas().Overlays().List() {
		for _, l := range found[*widget.Label](o) {
			if strings.Contains(l.Text, words) {
				return true
			}
		}
		for _, l := range found[*ui.Text](o) {
			if strings.Contains(l.String(), words) {
				return true
			}
		}
	}
	return false
}

// TestSaveStyle: the look of a document becomes a style of the office. The document has
// it, others can have it, and it can be changed.
func TestSaveStyle(t *testing.T) {
	w, q, dir := styled(t)
	d := w.desk
	w.saveStyle()
	answer(t, w, "江安/简报", ui.Say("ok"))
	q.until(t, "the document has it", func() bool { return strings.Contains(d.text.Text(), "theme: \"江安／简报\"\n") })
	if strings.Contains(d.text.Text(), "settings") {
		t.Errorf("the document still says\n%s", d.text.Text())
	}
	path := filepath.Join(dir, "江安／简报.yaml")
	if got := read(t, path); !strings.Contains(got, "extends: bulletin\npage:\n  size: A5\n") {
		t.Errorf("the style is\n%s", got)
	}
	width := func() float64 { return d.sheets.Pages.Page(0).Trim.W.Points() }
	q.until(t, "the pages have it", func() bool {
		return d.sheets.Generation == d.text.Generation() && d.sheets.Theme.Name == "江安／简报" && width() < 430
	})
	q.until(t, "it is offered", func() bool { _, ok := w.ownStyle("江安／简报"); return ok })
	if len(w.ownStyles) != 1 {
		t.Errorf("the styles are %+v", w.ownStyles)
	}
	w.openPath(filepath.Join(dir, "乙.md"))
	w.desk.setField([]string{"theme"}, drafting.Text("江安／简报"))
	q.until(t, "another document has it", func() bool {
		s := w.desk.sheets
		return s != nil && s.Generation == w.desk.text.Generation() && s.Pages.Page(0).Trim.W.Points() < 430
	})

	// The style itself is changed, when the user has said so.
	w.desk.setFields([]drafting.FieldValue{{Path: []string{"settings", "page", "size"}, Value: drafting.Text("A4")}})
	q.until(t, "pages", func() bool { return w.desk.sheets.Generation == w.desk.text.Generation() })
	w.saveStyle()
	answer(t, w, "江安/简报", ui.Say("ok"))
	if !says(w, "更新版式") {
		t.Fatal("it is not asked whether the style may change")
	}
	answer(t, w, "", ui.Say("ok"))
	q.until(t, "the style is changed", func() bool { return strings.Contains(read(t, path), "size: A4\n") })
	q.until(t, "so is the document", func() bool { return !strings.Contains(w.desk.text.Text(), "settings") })
}

// TestSaveStyleNever: no other style is overwritten, a name without anything in it is
// none, and without settings there is nothing to save.
func TestSaveStyleNever(t *testing.T) {
	w, q, dir := styled(t)
	other := filepath.Join(dir, "别的.yaml")
	must(t, os.WriteFile(other, []byte("description: {zh-Hans: 别的}\n"), 0o666))
	w.findStyles()
	q.until(t, "it is found", func() bool { return len(w.ownStyles) == 1 })
	before := w.desk.text.Text()
	for _, name := range []string{"别的", "bulletin", "office"} {
		w.saveStyle()
		answer(t, w, name, ui.Say("ok"))
		if !says(w, "已有名为“"+name+"”的版式") {
			t.Errorf("%s was taken", name)
		}
		for ui.Escape() {
		}
	}
	for _, name := range []string{" ", "..."} {
		w.saveStyle()
		answer(t, w, name, ui.Say("ok"))
		for ui.Escape() {
		}
	}
	if w.desk.text.Text() != before || read(t, other) != "description: {zh-Hans: 别的}\n" {
		t.Error("something was changed")
	}
	w.openPath(filepath.Join(dir, "乙.md"))
	q.until(t, "pages", func() bool { return w.desk.sheets != nil })
	w.saveStyle()
	if !says(w, ui.Say("style-save-nothing")) {
		t.Error("it is not said that there is nothing to save")
	}
}

// TestSaveStyleEverywhere: a style for all folders goes where the command finds it.
func TestSaveStyleEverywhere(t *testing.T) {
	w, q, dir := styled(t)
	w.saveStyle()
	place := found[*widget.RadioGroup](w.win.Canvas().Overlays().Top())[0]
	place.SetSelected(ui.Say("style-save-everywhere"))
	answer(t, w, "处处", ui.Say("ok"))
	q.until(t, "the document has it", func() bool { return strings.Contains(w.desk.text.Text(), "theme: 处处\n") })
	if read(t, filepath.Join(themeFolder(t), "处处.yaml")) == "" {
		t.Error("there is no file")
	}
	if _, err := os.Stat(filepath.Join(dir, "处处.yaml")); err == nil {
		t.Error("it is in the folder as well")
	}
}

func themeFolder(t *testing.T) string {
	t.Helper()
	dir, err := press.ThemeFolder()
	must(t, err)
	return dir
}

// TestStyleForm: the form beside the text follows what is typed and what it changes is
// on the pages.
func TestStyleForm(t *testing.T) {
	w, q, _ := styled(t)
	d := w.desk
	w.showStyle()
	if w.frame.fields.Objects[0] != fyne.CanvasObject(d.style) {
		t.Fatal("it is not shown")
	}
	d.setFields([]drafting.FieldValue{{Path: []string{"settings", "page", "size"}, Value: drafting.Text("A3")}})
	q.until(t, "the pages follow", func() bool {
		return d.sheets.Generation == d.text.Generation() && d.sheets.Pages.Page(0).Trim.W.Points() > 800
	})
	if len(found[*ui.Select](d.style)) < 6 {
		t.Error("the form is empty")
	}
	w.showFields()
	if w.frame.fields.Objects[0] != fyne.CanvasObject(d.form) {
		t.Error("the particulars are not shown")
	}
}
