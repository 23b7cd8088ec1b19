package export

import (
	"context"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"safety365/app/press"
	"safety365/app/ui"
)

// Panel is where documents are exported. It is made once for a window, by [New], and
// shown as often as wanted; while documents are being made it may be put away.
type Panel struct {
	o      Options
	choice Choice

	face   *fyne.Container // holds the choice or the run
	dialog *ui.Dialog
	shown  bool

	choosing *choosing // nil while documents are being made
	running  *running  // nil: nothing has been exported since the panel was opened
	question *question // the last one
	wanted   []string  // documents that were asked for

	mu     sync.Mutex
	latest map[int]Task // tasks that changed and have not been shown yet
	posted bool
}

// size is how large the panel is, where the window has the room.
var size = fyne.NewSize(760, 540)

// New makes the panel of a window.
func New(o Options) *Panel {
	return &Panel{o: o, choice: o.Choice, face: container.NewStack(), latest: map[int]Task{}}
}

// Show opens the panel: on what is being made, if anything is, otherwise to choose.
func (p *Panel) Show() {
	if p.shown {
		return
	}
	if p.running == nil || !p.running.busy {
		p.choose()
	}
	p.open()
}

// ShowOutput opens the panel with an output chosen.
func (p *Panel) ShowOutput(id string) {
	if _, known := press.Lookup(id); known && !p.Busy() {
		p.choice.Output = id
	}
	p.Show()
}

// ShowPaths opens the panel for certain documents, as from the menu of a list.
func (p *Panel) ShowPaths(paths []string) {
	p.wanted = paths
	p.Show()
	p.wanted = nil
}

// Busy reports whether documents are being made.
func (p *Panel) Busy() bool { return p.running != nil && p.running.busy }

// Stop cancels what is being made, as when the program ends, and waits for it.
func (p *Panel) Stop() {
	if p.running != nil {
		p.running.cancel()
		p.running.over.Wait()
	}
}

func (p *Panel) open() {
	p.dialog = ui.NewDialog(ui.Say("export-title"), p.face, p.o.Window)
	p.dialog.SetOnClosed(func() { p.shown = false })
	p.shown = true
	ui.Open(p.dialog)
	p.dialog.Resize(within(size, p.o.Window))
	if p.choosing != nil {
		p.o.Window.Canvas().Focus(p.choosing.export)
	}
}

// within is a size that a window has room for.
func within(size fyne.Size, w fyne.Window) fyne.Size { return size.Min(w.Canvas().Size()) }

// fit makes a dialog that wide, and as high as its text is then.
func fit(d *ui.Dialog, width float32, w fyne.Window) {
	for range 2 { // once that wide, lines are broken anew
		want := d.MinSize()
		d.Resize(within(fyne.NewSize(max(width, want.Width), want.Height), w))
	}
}

// Hide puts the panel away; what is being made goes on.
func (p *Panel) Hide() {
	if p.dialog != nil {
		p.dialog.Hide()
	}
	p.shown = false
}

// put shows a face.
func (p *Panel) put(o fyne.CanvasObject) {
	p.face.Objects = []fyne.CanvasObject{o}
	p.face.Refresh()
}

// export makes outputs of documents: reads them, asks about files that exist, runs.
func (p *Panel) export(r request) {
	p.choosing.busy(true)
	read := p.o.reads(r.paths)
	ui.Go(func() {
		tasks, err := plan(context.Background(), r, read)
		ui.Do(func() {
			if p.choosing != nil {
				p.choosing.busy(false)
			}
			if err != nil || len(tasks) == 0 {
				return
			}
			p.askClashes(tasks, func() { p.run(newBatch(tasks, p.note)) })
		})
	})
}
