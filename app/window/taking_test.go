package window

import (
	"bytes"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"safety365/app/press"
	"safety365/app/ui"
	"safety365/bulletins/intake"
)

// press presses a button of what lies over the window, as soon as that can be done.
func (v *viewer) press(label string) {
	v.Helper()
	var button *ui.Button
	v.q.until(v.T, ui.Say(label), func() bool {
		top := v.w.win.Canvas().Overlays().Top()
		if top == nil {
			return false
		}
		for _, b := range found[*ui.Button](top) {
			if b.Text == ui.Say(label) && !b.Disabled() {
				button = b
			}
		}
		return button != nil
	})
	test.Tap(button)
}

// A text that is dropped becomes a document, with the text as it came beside it.
func TestDroppedText(t *testing.T) {
	v := newViewer(t, "zh-Hans")
	file := filepath.Join(t.TempDir(), "来文.txt")
	must(t, os.WriteFile(file, []byte(foreign), 0o666))
	v.w.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(file)})
	v.press("taking-create")
	v.press("library-create")
	if text := v.w.desk.text.Text(); !strings.Contains(text, "讲清楚，不能走过场。") || strings.Contains(text, "打印本页") {
		t.Errorf("the document is\n%s", text)
	}
	raw := strings.TrimSuffix(v.w.desk.path, ".md") + ".raw.txt"
	v.q.until(t, "the raw text is kept", func() bool { _, err := os.Stat(raw); return err == nil })
	if got := read(t, raw); got != foreign {
		t.Errorf("kept is %q", got)
	}
	v.w.commands.Find("original").Do()
	v.says("打印本页") // which is not in the document
}

// drop drops files of some names and texts.
func (v *viewer) drop(files ...[2]string) {
	v.Helper()
	dir := v.TempDir()
	var all []fyne.URI
	for _, f := range files {
		path := filepath.Join(dir, f[0])
		must(v.T, os.WriteFile(path, []byte(f[1]), 0o666))
		all = append(all, storage.NewFileURI(path))
	}
	v.w.dropped(fyne.Position{}, all)
}

// says waits until something over the window says words.
func (v *viewer) says(what string) {
	v.Helper()
	v.q.until(v.T, what, func() bool {
		return v.w.win.Canvas().Overlays().Top() != nil && strings.Contains(strings.ReplaceAll(words(v.w), "\n", ""), what)
	})
}

// Several files come one after the other, whatever becomes of each.
func TestSeveralDropped(t *testing.T) {
	v := newViewer(t, "zh-Hans")
	v.drop([2]string{"一.txt", foreign}, [2]string{"二.txt", "  \n"}, [2]string{"三.txt", foreign})
	v.says("一.txt")
	v.press("taking-create")
	v.press("library-create")
	v.says(ui.Say("taking-empty", "name", "二.txt"))
	ui.Escape()
	v.says("三.txt")
	if ui.Escape(); ui.Covered() {
		t.Error("there is one more")
	}
}

// What cannot be taken in is answered.
func TestUnfitDropped(t *testing.T) {
	v := newViewer(t, "zh-Hans")
	v.drop([2]string{"公文.pdf", "%PDF-1.4"})
	v.says("公文.pdf")
	if v.w.desk.text.Text() != v.text {
		t.Error("it went into the text")
	}
}

// Nothing that was decided is lost unasked, nor by a look into the gallery.
func TestTakingKept(t *testing.T) {
	v := newViewer(t, "zh-Hans")
	v.drop([2]string{"来文.txt", foreign})
	v.press("taking-undo-all")
	v.press("taking-create")
	v.says(ui.Say("library-gallery-own"))
	ui.Escape()
	v.says("来文.txt")
	ui.Escape()
	v.press("leave-no")
	v.w.quit()
	v.press("leave-no")
	v.press("taking-create")
	v.press("library-create")
	if text := v.w.desk.text.Text(); !strings.Contains(text, "打印本页") {
		t.Errorf("the document is\n%s", text)
	}
	if ui.Covered() {
		t.Error("something still lies over the window")
	}
}

// What was decided can be given up.
func TestTakingGivenUp(t *testing.T) {
	v := newViewer(t, "zh-Hans")
	v.drop([2]string{"来文.txt", foreign})
	v.press("taking-undo-all")
	v.press("cancel")
	v.press("leave-yes")
	if ui.Covered() || v.w.desk.text.Text() != v.text {
		t.Error("it is still there")
	}
}

func TestDroppedTable(t *testing.T) {
	v := newViewer(t, "zh-Hans")
	file := filepath.Join(t.TempDir(), "台账.csv")
	must(t, os.WriteFile(file, []byte("序号,隐患,状态\n1,通道堵塞,已整改\n"), 0o666))
	v.w.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(file)})
	v.q.until(t, "the gallery", func() bool { return v.w.win.Canvas().Overlays().Top() != nil })
	for _, b := range found[*ui.Button](v.w.win.Canvas().Overlays().Top()) {
		if b.Text == ui.Say("library-create") {
			test.Tap(b)
			break
		}
	}
	if text := v.w.desk.text.Text(); !strings.Contains(text, "通道堵塞") || !strings.Contains(text, "|") {
		t.Errorf("the document is\n%s", text)
	}
}

// wordFile writes a Word file of a document, as somebody else would, and returns its
// path.
func wordFile(t *testing.T, dir, text, name string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	job := &press.Job{Path: filepath.Join(dir, "x.md"), Text: text, Settings: press.Settings{Draft: true}}
	defer job.Close()
	_, err := job.Word(t.Context(), press.ToFile(path))
	must(t, err)
	return path
}

// A Word file becomes a document with its pictures beside it.
func TestOpenedWord(t *testing.T) {
	v := newViewer(t, "zh-Hans")
	file := wordFile(t, filepath.Dir(v.path), "# 班前会怎么开\n\n各班组要把隐患讲清楚,不能走过场。\n\n![通道](通道.png)\n", "来稿 一.docx")
	v.w.openAny(file)
	v.press("review-which-new")
	v.press("taking-create")
	v.press("library-create")
	v.q.until(t, "the document", func() bool { return v.w.desk.path != v.path })
	text := v.w.desk.text.Text()
	if !strings.Contains(text, "讲清楚，不能走过场。") || !strings.Contains(text, "](pictures/来稿-一-1.png)") {
		t.Errorf("the document is\n%s", text)
	}
	if _, err := os.Stat(filepath.Join(filepath.Dir(v.w.desk.path), "pictures", "来稿-一-1.png")); err != nil {
		t.Error(err)
	}
	raw := strings.TrimSuffix(v.w.desk.path, ".md") + ".raw.txt"
	v.q.until(t, "the raw text is kept", func() bool { _, err := os.Stat(raw); return err == nil })
}

// What is no Word file of today is answered with what to do about it, and nothing else
// happens.
func TestRefusedWord(t *testing.T) {
	v := newViewer(t, "zh-Hans")
	file := filepath.Join(t.TempDir(), "旧.doc")
	must(t, os.WriteFile(file, append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 600)...), 0o666))
	v.w.takeFile(file)
	v.q.until(t, "the answer", func() bool { return v.w.win.Canvas().Overlays().Top() != nil })
	if got := strings.ReplaceAll(words(v.w), "\n", ""); !strings.Contains(got, "另存为") {
		t.Errorf("it says %q", got)
	}
	if v.w.desk.path != v.path || v.w.desk.text.Text() != v.text {
		t.Error("the open document is another one")
	}
}

// The name of a Word file that is pasted is the file; any other name is a text.
func TestPastedFile(t *testing.T) {
	v := newViewer(t, "zh-Hans")
	file := wordFile(t, filepath.Dir(v.path), "# 班前会怎么开\n\n讲清当天的风险。\n", "来稿 一.docx")
	for text, want := range map[string]string{file: file, storage.NewFileURI(file).String() + "\r\n": file, v.path: "", file + "\n" + file: "", "来稿 一.docx": "", file + "x": ""} {
		if got := fileNamed(text); got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
	v.w.app.Clipboard().SetContent(file)
	v.w.commands.Find("paste").Do()
	v.press("review-which-new")
	v.press("taking-create")
	if v.w.desk.text.Text() != v.text {
		t.Error("the name was put into the text")
	}
}

// What a program gives for a picture may be none: a list of files, say.
func TestIsPicture(t *testing.T) {
	var b bytes.Buffer
	must(t, png.Encode(&b, passage()))
	if !isPicture(b.Bytes()) || isPicture([]byte("file:///tmp/a.docx\r\n")) || isPicture(nil) {
		t.Error("pictures are not told from other things")
	}
}

// TestForeignRefused: what cannot be taken in is answered with what to do, in the user's
// language.
func TestForeignRefused(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"乙.txt":  {"PK\x03\x04……", "“乙.txt”不是文字"},
		"丙.html": {strings.Repeat("<div>", 5000), "层，没有读取"},
		"":       {strings.Repeat("\n", intake.MaxLines+1), "“剪贴板”超过 32 MiB 或一百万行"},
	} {
		t.Run(name, func(t *testing.T) {
			w, q, dir := opened(t, "zh-Hans", map[string]string{"甲.md": notice})
			w.begin([]string{filepath.Join(dir, "甲.md")})
			w.takeText([]byte(c.text), name)
			q.until(t, c.want, func() bool { return says(w, c.want) })
		})
	}
}
