package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"safety365/app/keeping"
	"safety365/app/panels"
	"safety365/assets"
)

func TestConflictAnswers(t *testing.T) {
	for _, answer := range []string{"conflict-mine", "conflict-theirs", "conflict-later"} {
		t.Run(answer, func(t *testing.T) {
			w, q, dir := opened(t, "zh-Hans", map[string]string{"甲.md": notice})
			path := filepath.Join(dir, "甲.md")
			w.begin([]string{path})
			d := w.desk
			insert(d, len(notice), "\n我写的。\n")
			mine, theirs := d.text.Text(), notice+"\n别人写的。\n"
			write(t, path, theirs)
			w.save()
			q.until(t, "a question", func() bool { return w.win.Canvas().Overlays().Top() != nil })
			if read(t, path) != theirs {
				t.Fatal("it was overwritten unasked")
			}
			tapOn(t, w, answer)
			switch answer {
			case "conflict-mine":
				q.until(t, "saving", func() bool { return d.text.Saved() })
				if read(t, path) != mine || d.text.Text() != mine {
					t.Error("mine is not in the file")
				}
				kept(t, path, theirs)
			case "conflict-theirs":
				if d.text.Text() != theirs || !d.text.Saved() || read(t, path) != theirs {
					t.Errorf("the text is %q", d.text.Text())
				}
				kept(t, path, mine)
				d.text.Undo()
				if d.text.Text() != mine {
					t.Error("it cannot be undone")
				}
			default:
				if d.text.Text() != mine || read(t, path) != theirs {
					t.Error("something was decided")
				}
				// Writing by itself may be about to fail once more.
				q.until(t, "the window says that it is not saved", func() bool { return d.saved == panels.Failed })
			}
		})
	}
}

// kept looks for a text among the versions.
func kept(t *testing.T, path, text string) {
	t.Helper()
	all, err := keeping.Versions(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range all {
		if got, err := keeping.ReadVersion(path, v); err == nil && got == text {
			return
		}
	}
	t.Errorf("%d versions, none is %q", len(all), text)
}

func TestDeletedOutside(t *testing.T) {
	w, q, dir := opened(t, "zh-Hans", map[string]string{"甲.md": notice})
	path := filepath.Join(dir, "甲.md")
	w.begin([]string{path})
	d := w.desk
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	w.changedOutside([]string{path})
	if d.text.Text() != notice || w.desk != d {
		t.Fatal("the text is gone with its file")
	}
	message, _ := assets.Message("zh-Hans", "file-gone", map[string]string{"name": "甲.md", "folder": dir})
	if d.saved != panels.Failed || !strings.HasPrefix(w.win.Title(), "● ") || !strings.Contains(words(w), message) {
		t.Errorf("the window says that all is well: %q", w.win.Title())
	}
	write(t, path, notice) // back again
	w.changedOutside([]string{path})
	if d.saved != panels.OnDisk || strings.HasPrefix(w.win.Title(), "● ") {
		t.Errorf("it is back, but the title is %q", w.win.Title())
	}
	os.Remove(path)
	w.changedOutside([]string{path})
	insert(d, len(notice), "\n我写的。\n")
	w.save() // by hand: into its old place
	q.until(t, "saving", func() bool { return d.text.Saved() })
	if !strings.Contains(read(t, path), "我写的") {
		t.Error("it was not written again")
	}
}

// A folder that goes and comes back, as a network drive does, even as another one of
// that name.
func TestFolderVanishes(t *testing.T) {
	for _, other := range []bool{false, true} {
		w, q, parent := opened(t, "zh-Hans", nil)
		dir := filepath.Join(parent, "文稿")
		path := filepath.Join(dir, "甲.md")
		write(t, path, notice+"\n![图](a.png)\n")
		pic(t, filepath.Join(dir, "a.png"), 40)
		w.begin([]string{path})
		d := w.desk
		q.until(t, "pages", func() bool { return d.sheets != nil })
		away := dir + "-away"
		if err := os.Rename(dir, away); err != nil {
			t.Fatal(err)
		}
		w.changedOutside(nil)
		insert(d, len(notice), "\n我写的。\n")
		w.save()
		q.until(t, "a word about it", func() bool { return d.saved == panels.Failed && w.win.Canvas().Overlays().Top() != nil })
		if got := words(w); !strings.Contains(got, "文稿") {
			t.Errorf("it says %q", got)
		}
		w.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if !strings.Contains(d.text.Text(), "我写的") {
			t.Fatal("the text is gone")
		}
		if other { // mounted again: the same files in another folder
			write(t, path, notice+"\n![图](a.png)\n")
			pic(t, filepath.Join(dir, "a.png"), 80)
		} else if err := os.Rename(away, dir); err != nil {
			t.Fatal(err)
		}
		w.changedOutside(nil)
		if s := d.pictures.get("a.png"); s == nil || other && s.Width != 80 {
			t.Errorf("other %v: the picture is %v", other, s)
		}
		q.until(t, "it is written by itself", func() bool { return d.text.Saved() })
		if !strings.Contains(read(t, path), "我写的") {
			t.Error("it was not written")
		}
		q.until(t, "pages with the picture", func() bool {
			return d.sheets.Generation == d.text.Generation() && len(d.sheets.Diagnostics) == 0
		})
		w.end()
	}
}

// Files that say they were written in the year 2090, or in 1960, are listed and saved
// like others.
func TestClock(t *testing.T) {
	for _, when := range []time.Time{time.Date(2090, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(1960, 1, 1, 0, 0, 0, 0, time.UTC), time.Unix(0, 0)} {
		w, q, dir := opened(t, "zh-Hans", map[string]string{"甲.md": notice})
		path := filepath.Join(dir, "甲.md")
		if err := os.Chtimes(path, when, when); err != nil {
			t.Fatal(err)
		}
		w.begin([]string{dir})
		d := w.desk
		if d == nil {
			t.Fatalf("%v: the folder's document is not open", when)
		}
		insert(d, len(notice), "\n我写的。\n")
		w.save()
		q.until(t, "saving", func() bool { return d.text.Saved() })
		if !strings.Contains(read(t, path), "我写的") {
			t.Errorf("%v: the file is %q", when, read(t, path))
		}
		// Another program writes in the future: taken in all the same.
		other := notice + "\n别人写的。\n"
		write(t, path, other)
		if err := os.Chtimes(path, when, when); err != nil {
			t.Fatal(err)
		}
		w.changedOutside([]string{path})
		if d.text.Text() != other {
			t.Errorf("%v: the text is %q", when, d.text.Text())
		}
		w.end()
	}
}

// A picture and a theme that are replaced outside are on the page at once.
func TestFilesReplacedOutside(t *testing.T) {
	text := strings.Replace(notice, "lang:", "theme: mine\nlang:", 1) + "\n![图](a.png)\n"
	w, q, dir := opened(t, "zh-Hans", map[string]string{
		"甲.md": text, "mine.yaml": "extends: bulletin\npage:\n  size: A4\n"})
	pic(t, filepath.Join(dir, "a.png"), 40)
	w.begin([]string{filepath.Join(dir, "甲.md")})
	d := w.desk
	q.until(t, "pages", func() bool { return d.sheets != nil })
	first := d.sheets
	if s := d.pictures.get("a.png"); s == nil || s.Width != 40 {
		t.Fatalf("the picture is %v", s)
	}
	pic(t, filepath.Join(dir, "a.png"), 60)
	w.changedOutside([]string{filepath.Join(dir, "a.png")})
	if s := d.pictures.get("a.png"); s == nil || s.Width != 60 {
		t.Errorf("the picture is still %v", s)
	}
	q.until(t, "other pages", func() bool { return d.sheets != first && d.sheets.Pages.Page(0) != first.Pages.Page(0) })
	second := d.sheets
	write(t, filepath.Join(dir, "mine.yaml"), "extends: bulletin\npage:\n  size: A5\n")
	w.changedOutside([]string{filepath.Join(dir, "mine.yaml")})
	q.until(t, "pages of another size", func() bool { return d.sheets.Theme.Page.Size != second.Theme.Page.Size })
}
