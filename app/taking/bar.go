package taking

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"safety365/app/ui"
)

// bar is the row of buttons over the list of changes.
type bar struct {
	row        fyne.CanvasObject
	sorts      *ui.Select
	names      []string // of the sorts offered
	chosen     string   // "": all
	undo, redo *ui.Button
	next       *ui.Button
}

// Sorts of lines that are no sort of their own.
const (
	all      = ""
	doubtful = "open"
	undone   = "undone"
)

func (p *Pane) newBar() *bar {
	b := &bar{names: []string{all}}
	b.sorts = ui.NewSelect([]string{ui.Say("taking-all")}, nil)
	b.sorts.SetSelectedIndex(0)
	b.sorts.OnChanged = func(string) {
		if i := b.sorts.SelectedIndex(); i >= 0 && b.names[i] != b.chosen {
			b.chosen = b.names[i]
			p.filter()
			p.list.pick(0)
		}
	}
	b.undo = ui.NewButton(ui.Say("taking-undo-all"), func() { p.setListed(false) })
	b.redo = ui.NewButton(ui.Say("taking-redo-all"), func() { p.setListed(true) })
	b.next = ui.NewButtonWithIcon(ui.Say("taking-next-open"), theme.MoveDownIcon(), p.nextOpen)
	for _, button := range []*ui.Button{b.undo, b.redo, b.next} {
		button.Disable()
	}
	b.row = container.NewBorder(nil, nil, nil, container.NewHBox(b.undo, b.redo, b.next), b.sorts)
	return b
}

// choose lists the lines of a sort.
func (b *bar) choose(name string) {
	if i := slices.Index(b.names, name); i >= 0 {
		b.sorts.SetSelectedIndex(i)
	}
}

// of says whether a line is of a sort.
func (l line) of(sort string) bool {
	switch sort {
	case all:
		return true
	case doubtful:
		return l.open()
	case undone:
		return l.undoable && !l.on && !l.tracked
	}
	return l.sort == sort
}

// offerSorts offers the sorts of which there are lines, with how many.
func (p *Pane) offerSorts() {
	b := p.bar
	b.names, b.sorts.Options = nil, nil
	offer := func(name, label string) {
		n := 0
		for _, l := range p.lines {
			if l.of(name) {
				n++
			}
		}
		if n > 0 || name == all || name == b.chosen {
			b.names = append(b.names, name)
			b.sorts.Options = append(b.sorts.Options, ui.Say("taking-sort", "name", ui.Say(label), "count", strconv.Itoa(n)))
		}
	}
	offer(all, "taking-all")
	offer(doubtful, "taking-open")
	offer(undone, "taking-undone")
	for _, s := range sorts {
		offer(s.name, "taking-sort-"+s.name)
	}
	b.sorts.SetSelectedIndex(slices.Index(b.names, b.chosen))
	b.sorts.Refresh()
}

// filter lists the lines of the sort that is chosen. The list stays where it is.
func (p *Pane) filter() {
	here, stays := p.chosenLine()
	at := p.list.at
	p.listed = nil
	for i, l := range p.lines {
		if l.of(p.bar.chosen) {
			p.listed = append(p.listed, i)
		}
	}
	if i := slices.IndexFunc(p.listed, func(i int) bool { return p.lines[i].key == here.key }); stays && i >= 0 {
		at = i
	}
	p.list.Refresh()
	switch {
	case len(p.listed) == 0:
		p.list.at = -1
		p.list.UnselectAll()
		p.goTo(-1)
	case at >= 0:
		p.list.UnselectAll()
		p.list.pick(at)
	default:
		p.goTo(-1)
	}
	p.tell()
}

// tell says how many lines of which state there are.
func (p *Pane) tell() {
	made, waiting, taken := 0, 0, 0
	for _, l := range p.lines {
		switch {
		case l.of(undone):
			taken++
		case l.undoable && !l.tracked:
			made++
		}
		if l.open() {
			waiting++
		}
	}
	p.count.SetText(ui.Say("taking-count", "count", strconv.Itoa(made), "doubtful", strconv.Itoa(waiting), "undone", strconv.Itoa(taken)))
	able(p.bar.next, waiting > 0)
	listed := func(on bool) bool {
		return slices.ContainsFunc(p.listed, func(i int) bool { return p.lines[i].undoable && p.lines[i].on == on })
	}
	able(p.bar.undo, listed(true))
	able(p.bar.redo, listed(false))
}

// setListed makes all that is listed, or undoes it.
func (p *Pane) setListed(on bool) {
	var some []line
	for _, i := range p.listed {
		if l := p.lines[i]; l.undoable && l.on != on {
			some = append(some, l)
		}
	}
	p.set(on, some...)
}
