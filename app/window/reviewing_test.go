package window

import (
	"archive/zip"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"safety365/app/ui"
)

// rewritten writes a Word file anew with words in the place of others.
func rewritten(t *testing.T, path string, words ...string) {
	t.Helper()
	in, err := zip.OpenReader(path)
	must(t, err)
	out, err := os.Create(path + ".new")
	must(t, err)
	z := zip.NewWriter(out)
	for _, f := range in.File {
		r, err := f.Open()
		must(t, err)
		data, err := io.ReadAll(r)
		must(t, err)
		w, err := z.Create(f.Name)
		must(t, err)
		_, err = io.WriteString(w, strings.NewReplacer(words...).Replace(string(data)))
		must(t, err)
	}
	must(t, z.Close())
	must(t, out.Close())
	must(t, in.Close())
	must(t, os.Rename(path+".new", path))
}

// review opens a copy of a document in which somebody has changed words.
func review(t *testing.T, words ...string) (v *viewer, file string) {
	t.Helper()
	w, q, dir := opened(t, "zh-Hans", map[string]string{"通知.md": notice})
	v = &viewer{T: t, w: w, q: q, lang: "zh-Hans", path: dir + "/通知.md", text: notice}
	w.begin([]string{v.path})
	file = wordFile(t, dir, notice, "通知-审.docx")
	rewritten(t, file, words...)
	return v, file
}

// A copy that is dropped on its document comes home: what is accepted goes into the
// text in one step, and nothing is written before the document is saved.
func TestReviewedCopy(t *testing.T) {
	v, file := review(t, "第一段", "头一段", "第二段", "末一段")
	v.w.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(file)})
	v.press("review-which-copy")
	v.press("review-accept-all")
	v.press("review-take")
	want := strings.NewReplacer("第一段", "头一段", "第二段", "末一段").Replace(notice)
	d := v.w.desk
	if got := d.text.Text(); got != want {
		t.Fatalf("the text is\n%s", got)
	}
	if d.text.Saved() || read(t, v.path) != notice {
		t.Error("the file was written")
	}
	if d.text.Undo(); d.text.Text() != notice {
		t.Errorf("one undo leaves\n%s", d.text.Text())
	}
}

// A document that has changed since it was compared is left alone.
func TestChangedWhileReviewed(t *testing.T) {
	v, file := review(t, "第一段", "头一段")
	v.w.reviewCopy(file)
	v.press("review-accept")
	insert(v.w.desk, len(notice), "\n别处来的。\n")
	now := v.w.desk.text.Text()
	v.press("review-take")
	if got := v.w.desk.text.Text(); got != now || !strings.Contains(strings.ReplaceAll(words(v.w), "\n", ""), ui.Say("review-changed")) {
		t.Errorf("the text is\n%s\n%s", got, words(v.w))
	}
}

// A copy in which nothing was changed says so.
func TestUnchangedCopy(t *testing.T) {
	v, file := review(t)
	v.w.reviewCopy(file)
	v.q.until(t, "the answer", func() bool { return strings.Contains(words(v.w), ui.Say("review-none")) })
}

// Whoever closes the pane while it compares hears no more of it.
func TestClosedWhileComparing(t *testing.T) {
	v, file := review(t, "第一段", "头一段")
	v.w.reviewCopy(file)
	ui.Escape()
	time.Sleep(300 * time.Millisecond)
	v.drain()
	if o := v.w.win.Canvas().Overlays().Top(); o != nil && o.Visible() {
		t.Errorf("it says %q", words(v.w))
	}
}

// What both sides have changed is decided by the user.
func TestConflictEnded(t *testing.T) {
	for button, want := range map[string][]string{"review-theirs": {"头一段"}, "review-both": {"头一段", "此处是"}} {
		t.Run(button, func(t *testing.T) {
			v, file := review(t, "第一段", "头一段")
			insert(v.w.desk, strings.Index(notice, "第一段"), "此处是")
			v.w.reviewCopy(file)
			v.press(button)
			v.press("review-take")
			for _, words := range want {
				if got := v.w.desk.text.Text(); !strings.Contains(got, words) {
					t.Errorf("no %q in\n%s", words, got)
				}
			}
		})
	}
}

// What was decided about a copy is not given up unasked.
func TestReviewKept(t *testing.T) {
	v, file := review(t, "第一段", "头一段")
	v.w.reviewCopy(file)
	v.press("review-accept")
	ui.Escape()
	v.press("leave-no")
	v.w.quit()
	v.press("leave-no")
	v.press("review-take")
	if got := v.w.desk.text.Text(); !strings.Contains(got, "头一段") {
		t.Errorf("the text is\n%s", got)
	}
}
