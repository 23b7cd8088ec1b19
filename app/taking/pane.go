package taking

import (
	"slices"
	"strconv"

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

// options are those under which the text is cleaned now.
func (p *Pane) options() intake.Options {
	o := intake.Options{Name: p.o.Name, Messages: ui.Language()}
	for _, c := range p.undone {
		if c.Rule == intake.PageRule { // what a page left out has no place of its own
			o.Off = []string{intake.PageRule}
			continue
		}
		o.Keep = append(o.Keep, c.ID)
	}
	return o
}

// run cleans the text in a worker.
func (p *Pane) run() {
	p.turn++
	turn, o := p.turn, p.options()
	clean := func() (*intake.Result, error) { return intake.Clean(p.o.Raw, o) }
	if p.o.Word != nil {
		text := p.wordText()
		clean = func() (*intake.Result, error) { return intake.CleanText(text, "DOCX", o), nil }
	}
	ui.Go(func() {
		r, err := clean()
		front := ""
		if err == nil {
			front = particulars(r.Text[:r.Body])
		}
		ui.Do(func() {
			if turn != p.turn {
				return
			}
			if err != nil {
				p.count.SetText("")
				p.o.Failed(err)
				return
			}
			p.show(r, front)
		})
	})
}

// show shows what came of it.
func (p *Pane) show(r *intake.Result, front string) {
	p.result, p.front = r, front
	all := slices.Concat(r.Changes, p.undone)
	slices.SortStableFunc(all, func(a, b intake.Change) int { return a.Start - b.Start })
	p.lines = nil
	for _, d := range p.o.Notes {
		p.lines = append(p.lines, noteOf(d))
	}
	if p.o.Word != nil {
		for i := range p.o.Word.Proposals {
			p.lines = append(p.lines, p.proposed(i))
		}
	}
	for _, c := range all {
		p.lines = append(p.lines, p.lineOf(c))
	}
	p.mark()
	doubtful := 0
	for _, c := range r.Changes {
		if c.Certainty != intake.Exact {
			doubtful++
		}
	}
	p.count.SetText(ui.Say("taking-count", "count", strconv.Itoa(len(r.Changes)), "doubtful", strconv.Itoa(doubtful), "undone", strconv.Itoa(len(p.undone))))
	p.create.Enable()
	p.list.Refresh()
}

// mark shows both texts with what was changed in them.
func (p *Pane) mark() {
	var before, after []mark
	for _, c := range p.result.Changes {
		if c.Element == "" {
			before = append(before, mark{bulletins.Range{Start: c.Start, End: c.End}, was})
		}
		if end := c.Out + len(c.After); c.Out >= 0 && end <= len(p.result.Text) && p.result.Text[c.Out:end] == c.After {
			after = append(after, mark{bulletins.Range{Start: c.Out, End: end}, is})
		}
	}
	var places []bulletins.Range
	for _, l := range p.lines {
		places = append(places, l.was)
		switch {
		case l.tracked && l.on:
			before = append(before, mark{l.was, settled})
		case l.tracked:
			before = append(before, mark{l.was, remarked})
		}
	}
	plain := p.o.Plain
	if p.o.Word == nil { // it is no Markdown
		plain = nil
	}
	p.atRaw = writePlain("", p.result.Raw, 0, plain, places)
	p.raw.set(p.atRaw.text, placed(before, p.atRaw))
	places = nil
	for _, m := range after {
		places = append(places, m.Range)
	}
	p.atClean = writePlain(p.front, p.result.Text, p.result.Body, p.o.Plain, places)
	p.clean.set(p.atClean.text, placed(after, p.atClean))
}

// placed are marks where they are in what was written.
func placed(marks []mark, w written) []mark {
	for i := range marks {
		marks[i].Range = w.at(marks[i].Range)
	}
	return marks
}

// made says whether a change is made.
func (p *Pane) made(c intake.Change) bool {
	return !slices.ContainsFunc(p.undone, func(u intake.Change) bool { return u.ID == c.ID })
}

// set makes a change or undoes it.
func (p *Pane) set(c intake.Change, on bool) {
	same := func(u intake.Change) bool { return u.ID == c.ID || c.Rule == intake.PageRule && u.Rule == c.Rule }
	all := slices.Concat(p.result.Changes, p.undone)
	p.undone = slices.DeleteFunc(p.undone, same)
	if !on {
		for _, other := range all {
			if same(other) && p.made(other) {
				p.undone = append(p.undone, other)
			}
		}
	}
	p.run()
}

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
