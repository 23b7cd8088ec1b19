package window

import (
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"safety365/app/keeping"
	"safety365/app/library"
	"safety365/app/library/shelf"
	"safety365/app/look"
	"safety365/app/manuscript"
	"safety365/app/ui"
	"safety365/assets"
)

// The main sights of the window, in every language of the interface, light and dark, at
// scale 1 and 2: no word may be cut, covered or missing (fit_test.go), and the start
// page, the desk and the export panel must look as they did (testdata/looks). After a
// change that is meant:
//
//	go test -tags headless ./app/window -run TestLooks -update
//
// and look at what became of the pictures. With SAFETY365_SHOTS=FOLDER a picture of
// every view is written there.

var update = flag.Bool("update", false, "write the reference images of the window anew")

// frameSize is the window of the tests: that of a small notebook.
var frameSize = fyne.NewSize(1100, 720)

// view is something that the window can show.
type view struct {
	name string
	open func(v *viewer)
	// shows is something that stands in the view when it is complete.
	shows func(v *viewer) string
}

func say(key string) func(*viewer) string { return func(*viewer) string { return ui.Say(key) } }

// tab is the desk with a tab of the side.
func tab(t sideTab) func(*viewer) {
	return func(v *viewer) { v.w.frame.showTab(t) }
}

var sights = []view{
	{"start", (*viewer).start, func(v *viewer) string {
		return string([]rune(shelf.Samples(ui.Language())[0].Title)[:4])
	}},
	{"desk", tab(documentsTab), func(*viewer) string { return "Night shifts" }},
	{"outline", tab(outlineTab), func(*viewer) string { return "（一）整改时限" }},
	{"fields", tab(fieldsTab), say("field-subtitle")},
	{"style", func(v *viewer) { v.w.showStyle() }, say("style-leading")},
	{"save-style", func(v *viewer) { v.w.askStyle("") }, say("style-save-name")},
	{"gallery", func(v *viewer) { v.w.newDocument() }, say("library-gallery-kind")},
	{"export", func(v *viewer) { v.w.export() }, say("export-names")},
	{"problems", func(v *viewer) { v.w.flip(&v.w.frame.state.Problems) }, func(*viewer) string { return "没有这张图.png" }},
	{"versions", func(v *viewer) { v.w.showVersions() }, func(*viewer) string { return "［+" }},
	{"recovery", func(v *viewer) {
		v.w.offer([]*keeping.Recovery{{Path: v.path, When: fixed, Text: v.text, Disk: v.older(), Exists: true}})
	}, func(*viewer) string { return "［+" }},
	{"conflict", func(v *viewer) {
		v.w.desk.settle(keeping.Result{Path: v.path, Text: v.text, Disk: &keeping.File{Text: v.older()}})
	}, func(*viewer) string { return "［+" }},
	{"preferences", func(v *viewer) { v.w.showPreferences() }, say("preferences-scale")},
	{"office", func(v *viewer) { v.w.showOffice() }, say("office-title")},
	{"taking", func(v *viewer) { v.w.app.Clipboard().SetContent(foreign); v.w.newFromText(foreign) }, say("taking-undo-all")},
	{"review", func(v *viewer) { v.w.reviewCopy(v.copied()) }, say("review-keys")},
	{"which", func(v *viewer) { v.w.askWord(filepath.Join(filepath.Dir(v.path), "开工前先清隐患-审.docx")) }, say("review-which-copy")},
	{"counts", func(v *viewer) { v.w.showCounts() }, say("counts-pages")},
	{"palette", func(v *viewer) { v.w.commands.ShowPalette(v.w.win) }, say("command-save")},
	{"shortcuts", func(v *viewer) { v.w.commands.ShowSheet(v.w.win) }, say("command-save")},
	{"about", func(v *viewer) { v.w.showAbout() }, say("about-words")},
	{"failed", func(v *viewer) { v.w.failed(&fs.PathError{Op: "open", Path: v.path, Err: fs.ErrPermission}) }, say("failed-title")},
}

// foreign is a text as somebody copies it from a web page.
const foreign = "首页 > 安全 > 正文\n班前会要讲清当天的风险\n来源：江安应急\n各班组要把隐患讲清楚,不能走过场。\n打印本页 关闭窗口\n"

// references are the views of which pictures are kept.
var references = map[string]bool{"start": true, "desk": true, "export": true}

// fixed is when everything in the test's folder was changed.
var fixed = time.Date(2024, 3, 1, 9, 30, 0, 0, time.UTC)

// viewer is a window whose sights are looked at.
type viewer struct {
	*testing.T
	w    *Window
	q    queue
	path string // of the document that is open
	text string
	lang string
	name string // of what is looked at, as of the pictures

	known string // words of the user's, for own
	copy  string // of the document, reviewed
}

// Times in the pictures are the same everywhere. This is settled before any worker
// looks at a clock.
func init() { time.Local = time.UTC }

func TestLooks(t *testing.T) {
	for _, lang := range assets.Languages {
		if testing.Short() && lang != "zh-Hans" {
			continue
		}
		t.Run(lang, func(t *testing.T) {
			v := newViewer(t, lang)
			for _, shade := range []look.Shade{look.Light, look.Dark} {
				if testing.Short() && shade != look.Light {
					continue
				}
				v.w.changeLook(func(s *look.Settings) { s.Shade = shade })
				for _, view := range sights {
					v.look(view, shade)
				}
			}
		})
	}
}

// newViewer opens the test's folder.
func newViewer(t *testing.T, lang string) *viewer {
	t.Helper()
	w, q, _ := opened(t, lang, nil)
	home, err := os.UserHomeDir() // a folder below it is shown without the rest of its path
	must(t, err)
	dir := filepath.Join(home, "2024-03")
	must(t, os.CopyFS(dir, os.DirFS("testdata/looks/folder")))
	picture, err := os.Create(filepath.Join(dir, "通道.png"))
	must(t, err)
	must(t, png.Encode(picture, passage()))
	must(t, picture.Close())
	names, err := filepath.Glob(filepath.Join(dir, "*"))
	must(t, err)
	for i, name := range names {
		must(t, os.Chtimes(name, fixed, fixed.Add(-time.Duration(i)*time.Hour)))
	}
	w.win.Resize(frameSize)
	v := &viewer{T: t, w: w, q: q, lang: lang, path: filepath.Join(dir, "开工前先清隐患.md")}
	v.text = read(t, v.path)
	must(t, keeping.AddVersion(v.path, v.older(), keeping.Autosaved))
	must(t, keeping.AddVersion(v.path, v.older()+"\n又一段。\n", keeping.Outside))
	w.begin([]string{v.path})
	return v
}

// start shows the start page with what was opened long ago.
func (v *viewer) start() {
	dir, all := filepath.Dir(v.path), []library.Recent(nil)
	for i, name := range []string{"开工前先清隐患.md", "surat-edaran.md", "night-shift.md"} {
		all = append(all, library.Recent{Path: filepath.Join(dir, name), Opened: fixed.Add(-time.Duration(i) * time.Hour)})
	}
	put(v.w.prefs, "recent", append(all, library.Recent{Path: dir, Title: filepath.Base(dir), Folder: true, Opened: fixed}))
	v.w.show(nil)
}

// copied is a copy of the document in which somebody has changed a few words.
func (v *viewer) copied() string {
	if v.copy == "" {
		v.copy = wordFile(v.T, filepath.Dir(v.path), v.text, "开工前先清隐患-审.docx")
		rewritten(v.T, v.copy, "一米二", "一米五", "立即停工", "当天停工")
	}
	return v.copy
}

// older is the document before its last changes.
func (v *viewer) older() string {
	return strings.NewReplacer("通道宽度不少于一米二", "通道宽度不少于一米", "\n应急灯", "\n", "立即停工", "当天停工").Replace(v.text)
}

// passage is the picture in the document.
func passage() image.Image {
	img := image.NewRGBA(image.Rect(0, 0, 640, 320))
	fill := func(r image.Rectangle, c color.RGBA) { draw.Draw(img, r, image.NewUniform(c), image.Point{}, draw.Src) }
	fill(img.Rect, color.RGBA{226, 234, 238, 255})
	for i := range 6 {
		fill(image.Rect(30+100*i, 40, 110+100*i, 120), color.RGBA{uint8(90 + 20*i), 120, 160, 255})
	}
	fill(image.Rect(0, 160, 640, 240), color.RGBA{244, 214, 96, 255})
	for i := range 8 {
		fill(image.Rect(20+80*i, 196, 60+80*i, 204), color.RGBA{255, 255, 255, 255})
	}
	return img
}

// look opens a view, checks its words and compares its picture, at scale 1 and 2.
func (v *viewer) look(view view, shade look.Shade) {
	v.Helper()
	v.name = fmt.Sprintf("%s-%s-%s", view.name, v.lang, shade)
	v.desk()
	view.open(v)
	want := view.shows(v)
	v.q.until(v.T, v.name+" shows "+want, func() bool { return v.shown(want) })
	v.drain()
	if v.w.desk != nil {
		v.w.desk.preview.GoTo(0) // where the caret led depends on what came first
	}
	if top := v.w.win.Canvas().Overlays().Top(); top != nil {
		top.Resize(fyne.Size{}) // a real window lays out again what has changed, the test's does not
		top.Resize(frameSize)
	}
	if size := v.w.win.Canvas().Size(); size != frameSize {
		v.Errorf("%s: the window had to grow to %v", v.name, size)
		v.w.win.Resize(frameSize)
	}
	v.fits()
	if view.name == "desk" {
		for _, tab := range []string{"side-documents", "side-outline", "side-fields"} {
			if !v.shown(ui.Say(tab)) {
				v.Errorf("%s: there is no room for the tab %s", v.name, ui.Say(tab))
			}
		}
	}
	if testing.Short() {
		return
	}
	v.compare(references[view.name], 1)
	v.scale(2)
	v.fits()
	v.compare(references[view.name], 2)
	v.scale(1)
}

// desk goes back to the document with nothing over it.
func (v *viewer) desk() {
	for ui.Escape() {
	}
	overlays := v.w.win.Canvas().Overlays()
	for overlays.Top() != nil {
		overlays.Remove(overlays.Top())
	}
	v.w.frame.state.Problems = false
	v.w.frame.divide()
	if v.w.desk == nil || v.w.desk.path != v.path {
		v.w.openPath(v.path)
	}
	d := v.w.desk
	v.w.showFields()
	v.w.frame.showTab(documentsTab)
	d.text.Select(manuscript.At(strings.Index(v.text, "节后")))
	v.w.win.Canvas().Unfocus()
	v.q.until(v.T, "pages", func() bool { return d.sheets != nil && d.sheets.Generation == d.text.Generation() })
}

// scale sets how many pixels stand for one.
func (v *viewer) scale(n float32) {
	v.w.win.Canvas().(interface{ SetScale(float32) }).SetScale(n)
}

// compare compares the window, if it is kept as a reference, with its image. Thumbnails
// and pages come one after the other, so it looks again until it agrees or nothing new
// comes.
func (v *viewer) compare(kept bool, scale int) {
	v.Helper()
	shots := os.Getenv("SAFETY365_SHOTS")
	if !kept && shots == "" {
		return
	}
	name := fmt.Sprintf("%s-%d.png", v.name, scale)
	path := filepath.Join("testdata/looks", name)
	var want *image.RGBA
	if kept && !*update {
		want = readPicture(v.T, path)
	}
	got := v.capture(want, scale)
	small := reduced(got, scale)
	if want != nil && differs(small, want) != "" {
		out := filepath.Join(os.TempDir(), "safety365-looks", name)
		must(v.T, os.MkdirAll(filepath.Dir(out), 0o777))
		writePicture(v.T, out, got)
		v.Errorf("%s is not as in %s: %s; see %s", v.name, path, differs(small, want), out)
	}
	if kept && *update {
		writePicture(v.T, path, fewer(small))
	}
	if shots != "" {
		writePicture(v.T, filepath.Join(shots, name), got)
	}
}

// capture takes a picture, as soon as it is as wanted or nothing new comes.
func (v *viewer) capture(want *image.RGBA, scale int) image.Image {
	canvas := v.w.win.Canvas()
	for {
		got := canvas.Capture()
		if want != nil && differs(reduced(got, scale), want) == "" {
			return got
		}
		select {
		case f := <-v.q:
			f()
			v.drain()
		case <-time.After(quiet):
			return got
		}
	}
}

// drain runs what waits and what comes at once after it.
func (v *viewer) drain() {
	for {
		select {
		case f := <-v.q:
			f()
		case <-time.After(20 * time.Millisecond):
			return
		}
	}
}

// Pictures are kept and compared at half the size of scale 1, in few colours: 48 of
// them as they are would be larger than the program's source. Nothing is lost by it
// that the comparison could see. It goes by the mean difference of blocks, so that
// letters that a processor rounds otherwise do not matter and a word that is gone does,
// also in a large picture; and the mean over the letters of a block is the same in both
// sizes.
const (
	shrink    = 2  // how many pixels of scale 1 become one
	blockSide = 10 // pixels of the small picture
	tolerance = 14 // the mean difference of a block, of 255
)
