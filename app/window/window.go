package window

import (
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	tooltip "github.com/dweymouth/fyne-tooltip"

	"safety365/app/command"
	"safety365/app/drafting"
	"safety365/app/export"
	"safety365/app/ime"
	"safety365/app/keeping"
	"safety365/app/library"
	"safety365/app/look"
	"safety365/app/press"
	"safety365/app/ui"
	"safety365/assets"
)

// Window is the program's window and what is open in it.
type Window struct {
	app   fyne.App
	win   fyne.Window
	prefs preferences

	folder  string // whose documents are listed; "": none yet
	claim   *keeping.Claim
	watcher *keeping.Watcher

	desks map[string]*desk // by path, of the folder
	desk  *desk            // that is shown; nil: the start page
	shown int              // counts what was shown

	frame     *frame
	start     *library.Start    // while it is shown
	content   fyne.CanvasObject // that is shown: the start page or the frame
	views     *views            // of the desk that is shown; nil: none was shown yet
	styling   bool              // the side shows the form for the look
	ownStyles []press.OwnTheme  // that documents of the folder can have
	list      *library.List
	commands  command.Table
	menuState string
	exporter  *export.Panel
	showCrash func(title, words string) // by the system's own means
	stopIME   func()
	waiting   []string  // files that are to be taken in, one after the other
	holding   bool      // they wait, though nothing lies over the window
	stopwatch stopwatch // of the end-to-end tests
}

// Run shows the window on documents or a folder, until it is closed. ShowCrash tells
// the user of a panic by the system's own means.
func Run(a fyne.App, args []string, showCrash func(title, words string)) {
	w := newWindow(a)
	w.showCrash = showCrash
	a.Lifecycle().SetOnStarted(w.started)
	w.begin(args)
	ui.Guard(w.win.ShowAndRun)
	w.end()
}

// newWindow makes the window without showing it.
func newWindow(a fyne.App) *Window {
	w := &Window{app: a, prefs: preferences{a.Preferences()}, desks: map[string]*desk{}}
	ui.SetLanguage(w.prefs.language())
	ui.Crashed, ui.Uncovered = w.crashed, w.takeNext
	a.Settings().SetTheme(look.New(w.prefs.look()))
	w.win = a.NewWindow(ui.Say("app-name"))
	w.win.SetPadded(false)
	size := w.prefs.frame()
	w.win.Resize(fyne.NewSize(max(size.Width, 640), max(size.Height, 480)))
	w.win.SetOnDropped(w.dropped)
	w.win.SetCloseIntercept(w.quit)
	w.win.Canvas().SetOnTypedKey(w.typedKey)
	w.build()
	return w
}

// build makes the parts that belong to no document. It is called again when the
// language or the look has changed.
func (w *Window) build() {
	w.frame = newFrame(w.prefs.frame())
	w.list = library.NewList(library.ListOptions{
		Window: w.win, Open: func(path string) { w.openPath(path) },
		OpenAt:  func(path string, offset, length int) { w.openAt(path, offset, length) },
		New:     w.newDocument,
		Export:  w.exportPaths,
		Review:  w.reviewPath,
		Reveal:  w.reveal,
		OpenDir: w.openFolder,
		Moved:   w.renamed,
		Removed: w.removed,
		Failed:  w.failedAt,
		Trash:   keeping.Trash,
		NewFrom: drafting.NewFrom,
	})
	w.list.SetFolder(w.folder)
	fill(w.frame.documents, w.list)
}

// rebuild makes all parts again, around the same manuscripts.
func (w *Window) rebuild() {
	w.frame.keep()
	w.prefs.setFrame(w.frame.state)
	w.list.Close()
	for _, d := range w.desks {
		d.strip()
	}
	if w.views != nil {
		w.views.preview.Close()
	}
	w.views = nil
	w.win.SetTitle(ui.Say("app-name"))
	if w.exporter != nil && !w.exporter.Busy() {
		w.exporter = nil
	}
	w.build()
	w.show(w.desk)
}

// show puts a desk, or with nil the start page, into the window.
func (w *Window) show(d *desk) {
	if w.start != nil {
		w.start.Close()
		w.start = nil
	}
	if w.desk != nil && w.desk != d {
		w.desk.strip()
	}
	w.desk = d
	w.retire()
	var content fyne.CanvasObject
	if d == nil {
		w.list.SetOpen("")
		w.start = w.newStart()
		content = w.start
	} else {
		d.build()
		fill(w.frame.tools, d.tools)
		fill(w.frame.text, d.editor)
		fill(w.frame.pages, d.preview)
		fill(w.frame.outline, d.outline)
		w.fillSide()
		fill(w.frame.problems, d.problems)
		fill(w.frame.status, d.status)
		w.list.SetOpen(d.path)
		content = w.frame.root
	}
	w.commands, w.menuState = w.table(), ""
	w.refreshMenu()
	if w.content != content {
		w.content = content
		w.win.SetContent(tooltip.AddWindowToolTipLayer(content, w.win.Canvas()))
	}
	w.titled()
	if d != nil {
		w.win.Canvas().Focus(d.editor)
		d.submit()
	}
}

// desksKept is how many documents stay open when others are shown: their history and
// their pages are there at once when somebody comes back.
const desksKept = 6

// retire closes the documents that were shown longest ago, when there are too many.
func (w *Window) retire() {
	w.shown++
	if w.desk != nil {
		w.desk.turn = w.shown
	}
	for len(w.desks) > desksKept {
		var oldest *desk
		for _, d := range w.desks {
			if oldest == nil || d.turn < oldest.turn {
				oldest = d
			}
		}
		if oldest == w.desk || !oldest.leave() {
			return
		}
		oldest.close()
		delete(w.desks, oldest.path)
	}
}

// titled names the window after what it shows.
func (w *Window) titled() {
	title := ui.Say("app-name")
	if w.desk != nil {
		mark := ""
		if !w.desk.text.Saved() || w.desk.gone {
			mark = "● "
		}
		title = mark + filepath.Base(w.desk.path) + " – " + title
	}
	if w.win.Title() != title {
		w.win.SetTitle(title)
	}
}

// newStart makes the start page.
func (w *Window) newStart() *library.Start {
	return library.NewStart(library.StartOptions{
		Window: w.win, Icon: fyne.NewStaticResource("icon.png", assets.Icon), Version: w.app.Metadata().Version,
		New: w.newDocument, OpenFolder: w.openFolder, OpenFile: w.openFile,
		Open: func(path string) { w.openPath(path) }, OpenDir: w.enterFolder,
		Paste:     w.newFromText,
		SampleDir: func(then func(string)) { then(homeFolder()) },
		Recent:    w.prefs.recent, Forget: w.prefs.forget,
		Guide: w.openGuide, Language: w.changeLanguage,
		Failed: w.failedAt,
	})
}

// begin shows what the program's arguments ask for.
func (w *Window) begin(args []string) {
	for _, a := range args {
		path, err := filepath.Abs(a)
		if err != nil {
			continue
		}
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			w.enterFolder(path)
		} else {
			w.openAny(path)
		}
	}
	if w.desk == nil {
		w.show(nil)
	}
}

// started is called when the window is there.
func (w *Window) started() {
	ui.Go(keeping.Tidy)
	w.stopIME = ime.Start(w.win)
	w.probe()
	w.offerRecovery()
	w.offerOffice()
	if w.desk != nil {
		w.win.Canvas().Focus(w.desk.editor)
	}
}

// typedKey takes a key that nobody else wanted. Escape closes what lies over the
// window; under it no command can be given.
func (w *Window) typedKey(k *fyne.KeyEvent) {
	if w.win.Canvas().Overlays().Top() == nil {
		w.commands.Key(k.Name, modifiers())
	} else if k.Name == fyne.KeyEscape && ui.Escape() {
		w.refocus()
	}
}

// refocus gives the keys back to the text when nothing lies over it.
func (w *Window) refocus() {
	if w.desk != nil && w.win.Canvas().Overlays().Top() == nil {
		w.win.Canvas().Focus(w.desk.editor)
	}
}

// changeLanguage changes the language of the window.
func (w *Window) changeLanguage(lang string) {
	w.prefs.store.SetString("language", lang)
	ui.SetLanguage(lang)
	w.app.Settings().SetTheme(look.New(w.prefs.look()))
	w.rebuild()
}

// changeLook changes what the window looks like.
func (w *Window) changeLook(change func(*look.Settings)) {
	s := w.prefs.look()
	change(&s)
	put(w.prefs, "look", s)
	w.app.Settings().SetTheme(look.New(w.prefs.look()))
	w.rebuild()
}

// quit ends the program, unless the user wants to stay with what lies over the window.
func (w *Window) quit() { ui.Leave(w.quitNow) }

// quitNow saves what is open and ends the program.
func (w *Window) quitNow() {
	for _, d := range w.desks {
		if !d.leave() {
			return
		}
	}
	w.frame.keep()
	size := w.win.Canvas().Size()
	if !w.win.FullScreen() {
		w.frame.state.Width, w.frame.state.Height = size.Width, size.Height
	}
	w.prefs.setFrame(w.frame.state)
	if w.exporter != nil {
		w.exporter.Stop()
	}
	w.win.SetCloseIntercept(nil)
	w.app.Quit()
}

// end lets go of everything after the window is gone.
func (w *Window) end() {
	for _, d := range w.desks {
		d.close()
	}
	w.leaveFolder()
	if w.views != nil {
		w.views.preview.Close()
	}
	if w.stopIME != nil {
		w.stopIME()
	}
	export.Clean()
}
