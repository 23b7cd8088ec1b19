package window

import (
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"safety365/app/keeping"
	"safety365/app/manuscript"
	"safety365/app/panels"
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
				if d.text.Text() != mine || read(t, path) != theirs || d.saved != panels.Failed {
					t.Error("something was decided")
				}
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

// Five megabytes of Chinese: opened, typed into at three places, saved, and the pages
// come.
func TestFiveMegabytes(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	w, q, dir := opened(t, "zh-Hans", map[string]string{"长.md": long(5 << 20)})
	path := filepath.Join(dir, "长.md")
	start := time.Now()
	w.begin([]string{path})
	d := w.desk
	if d == nil {
		t.Fatal("it is not open")
	}
	t.Logf("opened in %v", time.Since(start))
	w.win.Canvas().Focus(d.editor)
	q.until(t, "pages", func() bool { return d.sheets != nil })
	t.Logf("%d pages in %v", d.sheets.Pages.Len(), time.Since(start))
	for _, part := range []float64{0.0001, 0.5, 1} {
		text := d.text.Text()
		at := strings.LastIndex(text[:int(float64(len(text))*part)], "。")
		if at < 0 {
			at = strings.Index(text, "。")
		}
		d.text.Select(manuscript.At(at))
		var worst, sum time.Duration
		for range 10 {
			start := time.Now()
			test.Type(d.editor, "落")
			took := time.Since(start)
			sum += took
			worst = max(worst, took)
		}
		start := time.Now()
		q.until(t, "pages", func() bool { return d.sheets.Generation == d.text.Generation() })
		t.Logf("at %.0f %%: a key takes %v, at most %v; the pages come %v later", part*100, sum/10, worst, time.Since(start))
		if worst > 2*time.Second {
			t.Errorf("at %.0f %%: a key takes %v", part*100, worst)
		}
	}
	start = time.Now()
	w.save()
	q.until(t, "saving", func() bool { return d.text.Saved() })
	t.Logf("saved in %v", time.Since(start))
	if got := read(t, path); got != d.text.Text() || strings.Count(got, "落") < 30 {
		t.Error("the file is not the text")
	}
}

// long is a document of that many bytes, with headings.
func long(size int) string {
	paragraph := strings.Repeat("各单位要把隐患排查治理分到班组、分到岗位，责任到人、措施到位、时限明确。", 6)
	var b strings.Builder
	b.WriteString(notice)
	for i := 0; b.Len() < size; i++ {
		if i%10 == 0 {
			b.WriteString("\n## 第" + strconv.Itoa(i/10+1) + "节\n")
		}
		b.WriteString("\n" + paragraph + "\n")
	}
	return b.String()
}

// pic writes a picture that wide.
func pic(t *testing.T, path string, width int) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, image.NewGray(image.Rect(0, 0, width, 30))); err != nil {
		t.Fatal(err)
	}
}

// Ten thousand documents: the folder opens at once, is listed and searched, and a key
// costs what it does elsewhere.
func TestTenThousandFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	w, q, dir := opened(t, "zh-Hans", nil)
	for i := range 10_000 {
		text := strings.Replace(notice, "把隐患", "第"+strconv.Itoa(i)+"期把隐患", 1)
		write(t, filepath.Join(dir, "通知"+strconv.Itoa(i)+".md"), text)
	}
	start := time.Now()
	w.begin([]string{dir})
	d := w.desk
	if d == nil {
		t.Fatal("no document is open")
	}
	took := time.Since(start)
	t.Logf("opened in %v", took)
	if took > 3*time.Second {
		t.Errorf("opening took %v", took)
	}
	w.win.Canvas().Focus(d.editor)
	var worst time.Duration
	for range 20 {
		start := time.Now()
		test.Type(d.editor, "落")
		worst = max(worst, time.Since(start))
		for more := true; more; { // what workers hand over meanwhile costs keys, too
			select {
			case f := <-q:
				start := time.Now()
				f()
				worst = max(worst, time.Since(start))
			default:
				more = false
			}
		}
	}
	t.Logf("while it is listed a key, or what comes between, takes %v at most", worst)
	q.until(t, "all are listed", func() bool { return strings.Contains(words(w), ui.Say("library-count", "count", "10000")) })
	t.Logf("listed and read in %v", time.Since(start))
}

// mounted is a small file system of its own; the test is skipped where none can be had.
func mounted(t *testing.T, options string) string {
	t.Helper()
	if runtime.GOOS != "linux" || os.Getuid() != 0 {
		t.Skip("only root on Linux mounts a file system")
	}
	dir := filepath.Join(t.TempDir(), "盘")
	if err := os.Mkdir(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", options, "tmpfs", dir).CombinedOutput(); err != nil {
		t.Skipf("mount: %v %s", err, out)
	}
	t.Cleanup(func() { exec.Command("umount", "-l", dir).Run() })
	return dir
}

// saves waits until saving has failed and has been told of, in these words.
func (q queue) refuses(t *testing.T, w *Window, code, name, folder string) {
	t.Helper()
	q.until(t, "a word about it", func() bool { return w.win.Canvas().Overlays().Top() != nil })
	message, _ := assets.Message("zh-Hans", code, map[string]string{"name": name, "folder": folder})
	if got := strings.ReplaceAll(words(w), "\n", ""); !strings.Contains(got, message) {
		t.Errorf("it says %q, not %q", got, message)
	}
	w.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
}

// What cannot be written is in the journal, is told of, and is written as soon as it
// can be.
func TestCannotWrite(t *testing.T) {
	for _, c := range []struct {
		name, code   string
		prevent, let func(t *testing.T, dir, path string)
	}{
		{"read-only folder", "file-read-only",
			func(t *testing.T, dir, _ string) { remount(t, dir, "ro") },
			func(t *testing.T, dir, _ string) { remount(t, dir, "rw") }},
		{"read-only file", "file-read-only",
			func(t *testing.T, _, path string) { must(t, os.Chmod(path, 0o444)) },
			func(t *testing.T, _, path string) { must(t, os.Chmod(path, 0o666)) }},
		{"full disk", "disk-full",
			func(t *testing.T, dir, _ string) {
				os.WriteFile(filepath.Join(dir, "rest"), make([]byte, 1<<20), 0o666) // as much as there is room for
			},
			func(t *testing.T, dir, _ string) { must(t, os.Remove(filepath.Join(dir, "rest"))) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, q, _ := opened(t, "zh-Hans", nil)
			dir := mounted(t, "size=128k")
			path := filepath.Join(dir, "甲.md")
			write(t, path, notice)
			c.prevent(t, dir, path)
			defer remount(t, dir, "rw")
			w.begin([]string{path})
			d := w.desk
			if d == nil {
				t.Fatalf("it is not open: %s", words(w))
			}
			insert(d, len(notice), "\n"+strings.Repeat("我写的。", 1000)+"\n")
			w.save()
			q.refuses(t, w, c.code, "甲.md", dir)
			if read(t, path) != notice || d.text.Saved() || d.saved != panels.Failed {
				t.Error("it says that it is written")
			}
			journaled(t, d)
			c.let(t, dir, path)
			w.save()
			q.until(t, "saving", func() bool { return d.text.Saved() })
			if read(t, path) != d.text.Text() {
				t.Error("the file is not the text")
			}
		})
	}
}

func remount(t *testing.T, dir, how string) {
	t.Helper()
	if out, err := exec.Command("mount", "-o", "remount,"+how, dir).CombinedOutput(); err != nil {
		t.Fatalf("remount: %v %s", err, out)
	}
}

// journaled waits until the journals on the disk hold a document's text.
func journaled(t *testing.T, d *desk) {
	t.Helper()
	keeping.FlushAll(5 * time.Second)
	names, _ := filepath.Glob(filepath.Join(keeping.State(), "journal", "*"))
	for _, name := range names {
		if data, err := os.ReadFile(name); err == nil && strings.Contains(string(data), "我写的。我写的。") {
			return
		}
	}
	t.Errorf("no journal of %d has the text", len(names))
}
