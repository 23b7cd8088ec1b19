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
)

// Options say what is taken in and what becomes of it.
type Options struct {
	Raw    []byte
	Name   string                       // of the file; "": it was pasted
	Create func(text, raw, kind string) // make a document; kind is what the text looks like, or ""
	Cancel func()
	Failed func(error)
}

// Pane shows a foreign text and what becomes of it.
type Pane struct {
	widget.BaseWidget
	o      Options
	result *intake.Result
	undone []intake.Change
	all    []intake.Change // made or undone, in order of their places
	turn   int             // counts runs, so that a late one is known

	raw, clean *text
	list       *ui.List
	count      *widget.Label
	create     *ui.Button
	body       fyne.CanvasObject
}

// New makes a pane and begins to clean.
func New(o Options) *Pane {
	p := &Pane{o: o, raw: newText(theme.ColorNameError), clean: newText(theme.ColorNameSuccess)}
	p.count = widget.NewLabel(ui.Say("taking-busy"))
	p.list = ui.NewList(func() int { return len(p.all) }, p.newLine, p.fillLine)
	p.list.OnSelected = func(i int) { p.goTo(i) }
	p.create = ui.NewButtonWithIcon(ui.Say("taking-create"), theme.DocumentCreateIcon(), p.take)
	p.create.Importance = widget.HighImportance
	p.create.Disable()
	head := widget.NewLabel(ui.Say("taking-title"))
	head.SizeName, head.TextStyle.Bold = theme.SizeNameHeadingText, true
	texts := container.NewGridWithColumns(2, titled("taking-raw", p.raw), titled("taking-clean", p.clean))
	changes := container.NewBorder(p.count, nil, nil, nil, p.list)
	split := container.NewVSplit(texts, changes)
	split.SetOffset(0.62)
	foot := container.NewHBox(layout.NewSpacer(), ui.NewButton(ui.Say("cancel"), o.Cancel), p.create)
	p.body = container.NewBorder(head, foot, nil, nil, split)
	p.ExtendBaseWidget(p)
	p.run()
	return p
}

func titled(key string, o fyne.CanvasObject) fyne.CanvasObject {
	l := widget.NewLabel(ui.Say(key))
	l.SizeName, l.Importance = theme.SizeNameCaptionText, widget.LowImportance
	return container.NewBorder(l, nil, nil, nil, o)
}

// CreateRenderer implements fyne.Widget.
func (p *Pane) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.body) }

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
	ui.Go(func() {
		r, err := intake.Clean(p.o.Raw, o)
		ui.Do(func() {
			if turn != p.turn {
				return
			}
			if err != nil {
				p.count.SetText("")
				p.o.Failed(err)
				return
			}
			p.show(r)
		})
	})
}

// show shows what came of it.
func (p *Pane) show(r *intake.Result) {
	p.result = r
	p.all = slices.Concat(r.Changes, p.undone)
	slices.SortStableFunc(p.all, func(a, b intake.Change) int { return a.Start - b.Start })
	var was, is []bulletins.Range
	for _, c := range r.Changes {
		if c.Element == "" {
			was = append(was, bulletins.Range{Start: c.Start, End: c.End})
		}
		if end := c.Out + len(c.After); c.Out >= 0 && end <= len(r.Text) && r.Text[c.Out:end] == c.After {
			is = append(is, bulletins.Range{Start: c.Out, End: end})
		}
	}
	p.raw.set(r.Raw, was)
	p.clean.set(r.Text, is)
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

// made says whether a change is made.
func (p *Pane) made(c intake.Change) bool {
	return !slices.ContainsFunc(p.undone, func(u intake.Change) bool { return u.ID == c.ID })
}

// set makes a change or undoes it.
func (p *Pane) set(c intake.Change, on bool) {
	same := func(u intake.Change) bool { return u.ID == c.ID || c.Rule == intake.PageRule && u.Rule == c.Rule }
	p.undone = slices.DeleteFunc(p.undone, same)
	if !on {
		for _, other := range p.all {
			if same(other) {
				p.undone = append(p.undone, other)
			}
		}
	}
	p.run()
}

// goTo shows the place of a change in both texts.
func (p *Pane) goTo(i int) {
	c := p.all[i]
	p.raw.goTo(c.Start)
	if c.Out >= 0 && p.made(c) {
		p.clean.goTo(c.Out)
	}
}

func (p *Pane) take() {
	if p.result != nil {
		p.o.Create(p.result.Text, p.result.Raw, p.result.KindHint)
	}
}
