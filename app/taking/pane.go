package taking

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"safety365/app/ui"
	"safety365/bulletins"
	"safety365/bulletins/intake"
	"safety365/bulletins/word"
)

// Options say what is taken in and what becomes of it.
type Options struct {
	Raw    []byte
	Name   string                 // of the file; "": it was pasted
	Word   *word.Text             // what a Word file says, in place of Raw; nil: it is none
	Notes  []bulletins.Diagnostic // what there is to say about the file
	Plain  func(string) string    // a piece of Markdown without its marks; nil: as it is
	Create func(Taken)            // make a document
	Cancel func()
	Failed func(error)
}

// Taken is a text that was taken in.
type Taken struct {
	Text string // Markdown with front matter
	Raw  string // as it came
	Kind string // that it looks like, or ""
	Left string // tracked changes and comments that were not made, for people; "": none
}

// Pane shows a foreign text and what becomes of it.
type Pane struct {
	widget.BaseWidget
	o        Options
	result   *intake.Result
	front    string // the result's particulars as people read them
	undone   []intake.Change
	accepted map[int]bool // tracked changes of a Word file that are made
	lines    []line
	atRaw    written
	atClean  written
	turn     int // counts runs, so that a late one is known

	raw, clean *text
	list       *list
	count      *widget.Label
	create     *ui.Button
	body       fyne.CanvasObject
}

// New makes a pane and begins to clean.
func New(o Options) *Pane {
	p := &Pane{o: o, raw: newText(), clean: newText(), accepted: map[int]bool{}}
	p.count = widget.NewLabel(ui.Say("taking-busy"))
	p.count.Truncation = fyne.TextTruncateEllipsis
	p.list = newList(func() int { return len(p.lines) }, newLine, p.fillLine, p.goTo)
	p.list.key = p.flip
	p.create = ui.NewButtonWithIcon(ui.Say("taking-create"), theme.DocumentCreateIcon(), p.take)
	p.create.Importance = widget.HighImportance
	p.create.Disable()
	texts := container.NewHSplit(titled("taking-raw", p.raw), titled("taking-clean", p.clean))
	changes := container.NewBorder(p.count, nil, nil, nil, p.list)
	split := container.NewVSplit(texts, changes)
	split.SetOffset(0.62)
	foot := container.NewHBox(layout.NewSpacer(), ui.NewButton(ui.Say("cancel"), o.Cancel), p.create)
	p.body = container.NewBorder(heading(ui.Say("taking-title"), o.Name), foot, nil, nil, split)
	p.ExtendBaseWidget(p)
	p.run()
	return p
}

// heading says what a pane is about.
func heading(title, name string) fyne.CanvasObject {
	head, file := widget.NewLabel(title), widget.NewLabel(name)
	head.SizeName, head.TextStyle.Bold = theme.SizeNameHeadingText, true
	file.Importance, file.Truncation = widget.LowImportance, fyne.TextTruncateEllipsis
	return container.NewBorder(nil, nil, head, nil, container.NewVBox(layout.NewSpacer(), file, layout.NewSpacer()))
}

func titled(key string, o fyne.CanvasObject) fyne.CanvasObject {
	l := widget.NewLabel(ui.Say(key))
	l.SizeName, l.Importance = theme.SizeNameCaptionText, widget.LowImportance
	return container.NewBorder(l, nil, nil, nil, o)
}

// CreateRenderer implements fyne.Widget.
func (p *Pane) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.body) }

// Focused is what ought to have the focus when the pane is shown.
func (p *Pane) Focused() fyne.Focusable { return p.list }

// flip makes the change of the line chosen or undoes it.
func (p *Pane) flip(name fyne.KeyName) bool {
	if name != fyne.KeySpace && name != fyne.KeyReturn && name != fyne.KeyEnter {
		return false
	}
	if l := p.lines[min(p.list.at, len(p.lines)-1)]; l.set != nil {
		l.set(!l.on)
	}
	return true
}

// goTo shows the place of a change in both texts.
func (p *Pane) goTo(i int) {
	if i >= len(p.lines) {
		return
	}
	l := p.lines[i]
	p.raw.goTo(p.atRaw.at(l.was))
	if !l.gone {
		p.clean.goTo(p.atClean.at(l.is))
	}
}

func (p *Pane) take() {
	if p.result != nil {
		p.o.Create(Taken{p.result.Text, p.result.Raw, p.result.KindHint, p.left()})
	}
}
