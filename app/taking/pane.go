package taking

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"safety365/app/drafting"
	"safety365/app/fields"
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
	Kind string // that was chosen, or that it looks like; or ""
	Left string // tracked changes and comments that were not made, for people; "": none
}

// Pane shows a foreign text and what becomes of it.
type Pane struct {
	widget.BaseWidget
	o            Options
	out          *outcome
	result       *intake.Result // that of out
	lines        []line         // those of out
	listed       []int          // lines that the list shows
	now          decisions
	past, future []decisions           // before the last ones, and after those taken back
	fields       []drafting.FieldValue // what the user has filled in
	running      bool                  // a worker is at it
	again        bool                  // what it makes is out of date
	wanted       bool                  // a document is to be made of it

	raw, clean *text
	list       *list
	form       *fields.Form
	file       *widget.Label
	count      *widget.Label
	bar        *bar
	answer     *answer
	create     *ui.Button
	body       fyne.CanvasObject
}

// New makes a pane and begins to clean.
func New(o Options) *Pane {
	p := &Pane{o: o, raw: newText(), clean: newText(), now: noDecisions()}
	p.count = widget.NewLabel(ui.Say("taking-busy"))
	p.count.Truncation = fyne.TextTruncateEllipsis
	p.list = newList(func() int { return len(p.listed) }, newLine, p.fillLine, p.goTo)
	p.list.key, p.list.shortcut = p.key, p.shortcut
	p.form = fields.New(fields.Options{Apply: p.setField, NoTheme: true})
	p.bar, p.answer = p.newBar(), p.newAnswer()
	p.create = ui.NewButtonWithIcon(ui.Say("taking-create"), theme.DocumentCreateIcon(), p.take)
	p.create.Importance = widget.HighImportance
	p.create.Disable()
	p.together()
	p.body = p.arrange()
	p.ExtendBaseWidget(p)
	p.run()
	return p
}

// arrange puts the texts side by side over the changes, and the fields beside both.
func (p *Pane) arrange() fyne.CanvasObject {
	texts := container.NewHSplit(titled("taking-raw", p.raw), titled("taking-clean", p.clean))
	changes := container.NewBorder(p.bar.row, p.answer.row, nil, nil, p.list)
	left := container.NewVSplit(texts, changes)
	left.SetOffset(0.52)
	split := container.NewHSplit(left, titled("taking-fields", p.form))
	split.SetOffset(0.74)
	foot := container.NewBorder(nil, nil, nil, container.NewHBox(ui.NewButton(ui.Say("cancel"), p.o.Cancel), p.create), p.count)
	var head fyne.CanvasObject
	head, p.file = heading(ui.Say("taking-title"), p.o.Name)
	return container.NewBorder(head, foot, nil, nil, split)
}

// heading says what a pane is about; the label says of which file.
func heading(title, name string) (fyne.CanvasObject, *widget.Label) {
	head, file := widget.NewLabel(title), widget.NewLabel(name)
	head.SizeName, head.TextStyle.Bold = theme.SizeNameHeadingText, true
	file.Importance, file.Truncation = widget.LowImportance, fyne.TextTruncateEllipsis
	return container.NewBorder(nil, nil, head, nil, container.NewVBox(layout.NewSpacer(), file, layout.NewSpacer())), file
}

func titled(key string, o fyne.CanvasObject) fyne.CanvasObject {
	l := widget.NewLabel(ui.Say(key))
	l.SizeName, l.Importance, l.Truncation = theme.SizeNameCaptionText, widget.LowImportance, fyne.TextTruncateEllipsis
	return container.NewBorder(l, nil, nil, nil, o)
}

// CreateRenderer implements fyne.Widget.
func (p *Pane) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.body) }

// Focused is what ought to have the focus when the pane is shown.
func (p *Pane) Focused() fyne.Focusable { return p.list }

// goTo shows the place of a change in both texts.
func (p *Pane) goTo(int) {
	l, ok := p.chosenLine()
	p.answer.show(l, ok)
	if !ok {
		return
	}
	p.raw.goTo(l.inRaw)
	if l.gone {
		p.beside(p.raw, p.clean)
	} else {
		p.clean.goTo(l.inClean)
	}
}

// chosenLine is the line on which the list stands.
func (p *Pane) chosenLine() (line, bool) {
	if p.list.at < 0 || p.list.at >= len(p.listed) {
		return line{}, false
	}
	return p.lines[p.listed[p.list.at]], true
}

// take makes a document, as soon as all that was decided is in the text.
func (p *Pane) take() {
	if p.wanted = p.running; !p.wanted {
		p.o.Create(Taken{p.document(), p.result.Raw, p.chosen("kind"), p.left()})
	}
}
