package window

import (
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"safety365/app/manuscript"
	"safety365/app/ui"
)

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
	t.Logf("opened in %v", time.Since(start))
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
