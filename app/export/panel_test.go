package export

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"safety365/app/look"
	"safety365/app/ui"
)

// What the documents of the tests say. The faulty one names a picture that is not
// there.
const (
	fine   = "---\nlang: zh-Hans\nnumber: 安委〔2026〕3号\ntitle: 关于开展“百日清零”行动的通知\n---\n\n各单位要在开工前把隐患清零。\n"
	second = "---\nlang: zh-Hans\ntitle: 把责任落到班组\n---\n\n班组是企业的细胞。\n"
	faulty = "---\nlang: zh-Hans\ntitle: 有错的文稿\n---\n\n正文在这里。\n\n![塔吊](没有.png)\n"
)

// desk is a window with a panel, a folder of documents, and what the panel asked of
// the window.
type desk struct {
	t      *testing.T
	folder string
	window fyne.Window
	panel  *Panel
	queue  chan func()

	open     map[string]string // texts in the window
	selected []string
	went     string
	at       int
	kept     []string
	choice   Choice
	told     []string
	busy     []string
}

func newDesk(t *testing.T, docs map[string]string) *desk {
	t.Helper()
	d := &desk{t: t, folder: t.TempDir(), queue: make(chan func(), 10_000), open: map[string]string{}}
	for name, text := range docs {
		d.write(name, text)
	}
	before := ui.Do
	ui.Do = func(f func()) { d.queue <- f }
	t.Cleanup(func() { ui.Do = before })
	ui.SetLanguage("zh-Hans")
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Settings{}))
	d.window = test.NewTempWindow(t, widget.NewLabel(""))
	d.window.Resize(fyne.NewSize(1000, 700))
	d.panel = New(d.options())
	t.Cleanup(d.panel.Stop)
	return d
}

func (d *desk) options() Options {
	return Options{
		Window:   d.window,
		Current:  func() string { return d.path("a.md") },
		Selected: func() []string { return d.selected },
		Folder: func() []string {
			paths, _ := filepath.Glob(filepath.Join(d.folder, "*.md"))
			return paths
		},
		Text: func(path string) (string, bool) {
			text, open := d.open[path]
			return text, open
		},
		Goto:         func(path string, offset int) { d.went, d.at = path, offset },
		Keep:         func(path, _ string) { d.queue <- func() { d.kept = append(d.kept, filepath.Base(path)) } },
		ChooseFolder: func(_ string, chosen func(string)) { chosen(d.path("别处")) },
		Remember:     func(c Choice) { d.choice = c },
		Tell:         func(text string) { d.told = append(d.told, text) },
		Busy:         func(text string) { d.busy = append(d.busy, text) },
	}
}

func (d *desk) path(name string) string { return filepath.Join(d.folder, name) }

func (d *desk) write(name, text string) {
	d.t.Helper()
	os.MkdirAll(filepath.Dir(d.path(name)), 0o777)
	if err := os.WriteFile(d.path(name), []byte(text), 0o666); err != nil {
		d.t.Fatal(err)
	}
}

// until does what workers hand over until something is so.
func (d *desk) until(what string, so func() bool) {
	d.t.Helper()
	late := time.After(60 * time.Second)
	for !so() {
		select {
		case f := <-d.queue:
			f()
		case <-late:
			d.t.Fatalf("in vain: %s", what)
		}
	}
}

// over waits for the end of an export.
func (d *desk) over() {
	d.t.Helper()
	d.until("the export ends", func() bool { return d.panel.running != nil && !d.panel.running.busy })
	d.settle()
}

// settle does what is still waiting.
func (d *desk) settle() {
	for {
		select {
		case f := <-d.queue:
			f()
		default:
			return
		}
	}
}

// export opens the panel, picks an output and documents, and starts.
func (d *desk) export(output string, scope int) {
	d.t.Helper()
	d.panel.ShowOutput(output)
	c := d.panel.choosing
	c.documents.SetSelected(c.documents.Options[scope])
	test.Tap(c.export)
}

// files lists the files below a folder of the desk.
func (d *desk) files(folder string) string {
	var out []string
	entries, _ := os.ReadDir(d.path(folder))
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return strings.Join(out, " | ")
}

func (d *desk) want(folder, want string) {
	d.t.Helper()
	if got := d.files(folder); got != want {
		d.t.Errorf("%s holds %q, want %q", folder, got, want)
	}
}

const (
	this = iota
	all
)

func TestExportOne(t *testing.T) {
	d := newDesk(t, map[string]string{"a.md": fine, "b.md": second})
	d.panel.Show()
	d.until("the name is shown", func() bool { return d.panel.choosing.names.Text != "" })
	if got, want := d.panel.choosing.names.Text, "安委〔2026〕3号 关于开展“百日清零”行动的通知（送审稿）.pdf"; got != want {
		t.Errorf("the name is %q, want %q", got, want)
	}
	d.panel.Hide()
	d.export("final", this)
	d.over()
	d.want("导出", "安委〔2026〕3号 关于开展“百日清零”行动的通知.pdf")
	task := d.panel.running.tasks[0]
	if task.State != Made || task.Pages != 1 {
		t.Errorf("the task is %v with %d pages: %v", task.State, task.Pages, task.Err)
	}
	if data, _ := os.ReadFile(task.Files[0]); !strings.HasPrefix(string(data), "%PDF-") {
		t.Error("it is no PDF")
	}
	if !slices.Equal(d.kept, []string{"a.md"}) {
		t.Errorf("versions kept: %v", d.kept)
	}
	if d.choice.Output != "final" || d.choice.Folder != "" {
		t.Errorf("remembered: %+v", d.choice)
	}
	if got := d.panel.running.summary.Text; !strings.Contains(got, "已导出“安委〔2026〕3号") {
		t.Errorf("it says %q", got)
	}
}

// TestShowPaths: documents that were asked for are the ones chosen.
func TestShowPaths(t *testing.T) {
	d := newDesk(t, map[string]string{"a.md": fine, "b.md": second})
	d.panel.ShowPaths([]string{d.path("b.md")})
	test.Tap(d.panel.choosing.export)
	d.over()
	d.want("导出", "把责任落到班组（送审稿）.pdf")
	d.panel.Hide()
	d.panel.Show()
	if got := d.panel.choosing.documents.Selected; !strings.Contains(got, "a.md") {
		t.Errorf("the next time it offers %s", got)
	}
}

// TestUnsaved: what is in the window is exported, not what is in the file.
func TestUnsaved(t *testing.T) {
	d := newDesk(t, map[string]string{"a.md": second})
	d.open[d.path("a.md")] = strings.Replace(second, "把责任落到班组", "还没有保存的标题", 1)
	d.export("draft", this)
	d.over()
	d.want("导出", "还没有保存的标题（送审稿）.pdf")
}

func TestExportAll(t *testing.T) {
	d := newDesk(t, map[string]string{"a.md": fine, "b.md": second, "c.md": faulty, "d.md": strings.Replace(second, "zh-Hans", "zh-Hant", 1)})
	d.export("final", all)
	d.over()
	d.want("导出", "安委〔2026〕3号 关于开展“百日清零”行动的通知.pdf | 把责任落到班组.zh-Hans.pdf | 把责任落到班组.zh-Hant.pdf")
	if got, want := d.panel.running.summary.Text, "已导出 3 篇，1 篇没有导出"; got != want {
		t.Errorf("it says %q, want %q", got, want)
	}
}

// TestStopped: a final document with errors lists them; a line leads to its place,
// and it can be made as a draft instead.
func TestStopped(t *testing.T) {
	d := newDesk(t, map[string]string{"a.md": faulty})
	d.export("final", this)
	d.over()
	d.want("导出", "")
	r := d.panel.running
	if len(r.rows.shown) != 2 || r.rows.shown[1].remark == nil {
		t.Fatalf("%d rows", len(r.rows.shown))
	}
	if got := r.rows.shown[1].remark.text; !strings.Contains(got, "没有.png") {
		t.Errorf("the line says %q", got)
	}
	line := newRemark()
	line.set(r.rows.shown[1].remark)
	line.show = r.rows.actions.show
	test.Tap(line)
	if d.went != d.path("a.md") || !strings.HasPrefix(faulty[d.at:], "![塔吊]") && !strings.Contains(faulty[d.at:], "没有.png") {
		t.Errorf("it leads to %s %d", d.went, d.at)
	}
	if d.panel.shown {
		t.Error("the panel is in the way")
	}
	d.panel.running.draft(0)
	d.over()
	d.want("导出", "有错的文稿（送审稿）.pdf")
}

// TestClash: files that exist are asked about, once for all if wanted.
func TestClash(t *testing.T) {
	const a, b = "安委〔2026〕3号 关于开展“百日清零”行动的通知", "把责任落到班组"
	older := map[string]string{"a.md": fine, "b.md": second, "导出/" + a + ".pdf": "older", "导出/" + b + ".pdf": "older"}
	for _, c := range []struct {
		name   string
		answer Answer
		all    bool
		files  string
		olderA bool
	}{
		{"replace", Replace, true, a + ".pdf | " + b + ".pdf", false},
		{"keep both", KeepBoth, true, a + " 2.pdf | " + a + ".pdf | " + b + " 2.pdf | " + b + ".pdf", true},
		{"skip", Skip, true, a + ".pdf | " + b + ".pdf", true},
		{"one by one", KeepBoth, false, a + " 2.pdf | " + a + ".pdf | " + b + " 2.pdf | " + b + ".pdf", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t, older)
			d.export("final", all)
			for range map[bool]int{true: 1, false: 2}[c.all] {
				d.until("it asks", func() bool { return d.panel.question != nil })
				q := d.panel.question
				d.panel.question = nil
				q.all.SetChecked(c.all)
				test.Tap(q.answer[c.answer])
			}
			d.over()
			d.want("导出", c.files)
			data, _ := os.ReadFile(d.path("导出/" + a + ".pdf"))
			if (string(data) == "older") != c.olderA {
				t.Errorf("the older file holds %d bytes", len(data))
			}
			state := map[Answer]State{Replace: Made, KeepBoth: Made, Skip: Skipped}[c.answer]
			if got := d.panel.running.tasks[1].State; got != state {
				t.Errorf("the second task is %v, want %v", got, state)
			}
		})
	}
	t.Run("cancel", func(t *testing.T) {
		d := newDesk(t, older)
		d.export("final", all)
		d.until("it asks", func() bool { return d.panel.question != nil })
		test.Tap(d.panel.question.cancel)
		d.settle()
		if d.panel.running != nil || d.panel.choosing.export.Disabled() {
			t.Error("it cannot be chosen again")
		}
		d.want("导出", a+".pdf | "+b+".pdf")
	})
}

// TestPictures: pictures of pages are numbered; an older set is replaced as a whole.
func TestPictures(t *testing.T) {
	long := second + strings.Repeat("班组是企业的细胞，隐患排查靠班组。\n\n", 60)
	d := newDesk(t, map[string]string{"a.md": long, "导出/把责任落到班组-p1.png": "older", "导出/把责任落到班组-p9.png": "older", "导出/把责任落到班组-封面.png": "mine"})
	d.panel.choice.Resolution = 120
	d.export("png", this)
	d.until("it asks", func() bool { return d.panel.question != nil })
	test.Tap(d.panel.question.answer[Replace])
	d.over()
	if got := d.files("导出"); !strings.HasPrefix(got, "把责任落到班组-p1.png | 把责任落到班组-p2.png") || strings.Contains(got, "p9") || !strings.Contains(got, "封面") {
		t.Errorf("the folder holds %s", got)
	}
}

// TestCancelAndRetry: what is cancelled leaves nothing and can be made again.
func TestCancelAndRetry(t *testing.T) {
	docs := map[string]string{}
	for _, name := range []string{"a", "b", "c", "d"} {
		docs[name+".md"] = strings.Replace(second, "把责任", name, 1) + strings.Repeat("班组是企业的细胞，隐患排查靠班组，人人有责。\n\n", 3000)
	}
	d := newDesk(t, docs)
	d.export("final", all)
	d.until("it is at work", func() bool { return d.panel.running != nil && d.panel.running.count()[Working] > 0 })
	test.Tap(d.panel.running.stop)
	d.over()
	if of := d.panel.running.count(); of[Cancelled] == 0 || of[Failed] > 0 {
		t.Errorf("states: %v", of)
	}
	for _, name := range strings.Split(d.files("导出"), " | ") {
		if name != "" && filepath.Ext(name) != ".pdf" {
			t.Errorf("%s is left", name)
		}
	}
	for name := range docs {
		d.write(name, second)
	}
	test.Tap(d.panel.running.retry)
	d.over()
	if of := d.panel.running.count(); of[Made] != 4 {
		t.Errorf("states: %v", of)
	}
}

// TestBackground: an export goes on when the panel is put away, and says so when it
// is over.
func TestBackground(t *testing.T) {
	d := newDesk(t, map[string]string{"a.md": fine, "b.md": second})
	d.export("draft", all)
	d.until("it runs", func() bool { return d.panel.running != nil })
	d.panel.Hide()
	d.over()
	if len(d.told) != 1 || d.told[0] != "已导出 2 篇文稿" {
		t.Errorf("told: %v", d.told)
	}
	if len(d.busy) == 0 || d.busy[len(d.busy)-1] != "" {
		t.Errorf("busy: %v", d.busy)
	}
}

// TestFailures: a document that is gone and a folder that cannot be made fail with
// words, and the others are made.
func TestFailures(t *testing.T) {
	d := newDesk(t, map[string]string{"a.md": fine, "b.md": second})
	d.selected = []string{d.path("a.md"), d.path("gone.md")}
	d.export("final", 1)
	d.over()
	tasks := d.panel.running.tasks
	if tasks[0].State != Made || tasks[1].State != Failed {
		t.Fatalf("states: %v %v", tasks[0].State, tasks[1].State)
	}
	text, _ := explain(tasks[1].Err)
	if text == "" || strings.Contains(text, "no such file") {
		t.Errorf("it says %q", text)
	}
	d.panel.Hide()
	d.write("别处", "a file where the folder should be")
	d.panel.Show()
	d.panel.choosing.folder.SetSelected(ui.Say("export-other-folder"))
	d.settle()
	if d.panel.choice.Folder != d.path("别处") {
		t.Fatalf("the folder is %q", d.panel.choice.Folder)
	}
	test.Tap(d.panel.choosing.export)
	d.over()
	if got := d.panel.running.tasks[0]; got.State != Failed {
		t.Errorf("%v %v", got.State, got.Files)
	}
}
