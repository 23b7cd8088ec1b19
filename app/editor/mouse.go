package editor

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"safety365/app/drafting"
	"safety365/app/editor/view"
	"safety365/app/ime"
	"safety365/app/manuscript"
	"safety365/app/ui"
	"safety365/bulletins"
	"safety365/bulletins/page"
)

const (
	clickTime  = 500 * time.Millisecond // between clicks that count as one
	clickPlace = 4                      // and how far apart they may be, in dips
	creepTime  = 30 * time.Millisecond  // between steps while a selection is drawn past the edge
)

// pointer is what the mouse is about.
type pointer struct {
	clicks    int // 1: by characters, 2: by words, 3: by paragraphs
	last      time.Time
	at        fyne.Position
	origin    bulletins.Range // what the first press selected
	selecting bool
	carrying  bool // what is selected, to another place
	dragged   bool
	pressed   view.Hit // the part that was pressed, acted upon when the button is let go
	cursor    desktop.StandardCursor
	creeping  bool
}

// point is a place in the widget as a place in the text.
func (e *Editor) point(pos fyne.Position) page.Point {
	return page.Point{X: units(pos.X - e.column.x), Y: units(pos.Y-e.column.y) + e.top}
}

// within says whether a place in the widget shows text, and not the bar.
func (e *Editor) within(pos fyne.Position) bool { return pos.Y >= e.column.y }

// MouseDown is part of desktop.Mouseable.
func (e *Editor) MouseDown(event *desktop.MouseEvent) {
	if !e.within(event.Position) {
		return
	}
	e.TakeFocus()
	e.hint.hide()
	ime.Reset(e)
	hit := e.view.At(e.point(event.Position))
	p := &e.pointer
	p.pressed, p.dragged = view.Hit{}, false
	if event.Button != desktop.MouseButtonPrimary {
		if sel := e.manuscript.Selection(); hit.Offset < sel.Start() || hit.Offset > sel.End() || sel.Empty() {
			e.manuscript.Select(manuscript.At(hit.Offset))
		}
		return
	}
	e.count(event.Position)
	mods := event.Modifier | e.modifiers()
	switch {
	case mods&fyne.KeyModifierShift != 0 || e.shift:
		p.origin = bulletins.Range{Start: e.manuscript.Selection().Anchor, End: e.manuscript.Selection().Anchor}
		p.clicks = 1
		p.selecting = true
		e.extend(hit.Offset)
		return
	case mods&fyne.KeyModifierShortcutDefault != 0 && e.jump(hit.Offset):
		return
	case hit.Part == view.Card || hit.Part == view.Picture || hit.Part == view.Task:
		p.pressed = hit
		if hit.Part == view.Task {
			return
		}
	case hit.Part == view.Beyond && e.behind():
		return
	case hit.Part == view.Margin:
		p.clicks = 3
	}
	if sel := e.manuscript.Selection(); p.clicks == 1 && hit.Part == view.None && sel.Start() < hit.Offset && hit.Offset < sel.End() {
		p.carrying = true // or a click, if it is let go here
		return
	}
	p.origin = e.grain(hit.Offset)
	p.selecting = true
	e.manuscript.Select(manuscript.Selection{Anchor: p.origin.Start, Caret: p.origin.End})
	e.wake()
}

// behind begins a paragraph under the text if it ends with a table, a picture or the
// like: otherwise nobody could write on.
func (e *Editor) behind() bool {
	return !e.settings.Source && e.apply(drafting.Behind(e.manuscript.Document()))
}

// count counts presses at one place one soon after the other.
func (e *Editor) count(at fyne.Position) {
	p := &e.pointer
	now := clock()
	near := at.Subtract(p.at)
	if now.Sub(p.last) < clickTime && near.X*near.X+near.Y*near.Y <= clickPlace*clickPlace {
		p.clicks = p.clicks%3 + 1
	} else {
		p.clicks = 1
	}
	p.last, p.at = now, at
}

// grain is what is selected at an offset, after as many clicks as were made.
func (e *Editor) grain(offset int) bulletins.Range {
	switch e.pointer.clicks {
	case 2:
		return e.view.Word(offset)
	case 3:
		return e.view.Paragraph(offset)
	}
	return bulletins.Range{Start: offset, End: offset}
}

// extend draws the selection to an offset.
func (e *Editor) extend(offset int) {
	o, to := e.pointer.origin, e.grain(offset)
	if to.Start < o.Start {
		e.manuscript.Select(manuscript.Selection{Anchor: o.End, Caret: to.Start})
	} else {
		e.manuscript.Select(manuscript.Selection{Anchor: o.Start, Caret: max(o.End, to.End)})
	}
}

// MouseUp is part of desktop.Mouseable.
func (e *Editor) MouseUp(event *desktop.MouseEvent) {
	p := &e.pointer
	hit, act := p.pressed, !p.dragged && p.clicks == 1
	carried := p.carrying
	p.selecting, p.creeping, p.carrying, p.pressed = false, false, false, view.Hit{}
	switch {
	case carried && p.dragged:
		e.drop(event.Modifier | e.modifiers())
		return
	case carried:
		e.manuscript.Select(manuscript.At(e.view.At(e.point(event.Position)).Offset))
		e.wake()
		return
	case !act:
		return
	}
	switch hit.Part {
	case view.Task:
		e.apply(drafting.ToggleTask(e.manuscript.Document(), hit.Range))
	case view.Card: // soon: the driver is not done with this click and would take the focus away
		ui.Do(func() { e.openCard(hit) })
	case view.Picture:
		ui.Do(func() { e.openPicture(hit) })
	}
}

// Dragged is part of fyne.Draggable.
func (e *Editor) Dragged(event *fyne.DragEvent) {
	p := &e.pointer
	if !p.selecting && !p.carrying {
		return
	}
	p.dragged = true
	p.at = event.Position
	e.drawSelection()
	if beyond(p.at.Y, e.column) != 0 && !p.creeping {
		p.creeping = true
		after(creepTime, e.creep)
	}
}

// DragEnd is part of fyne.Draggable. The driver takes the focus from a widget when the
// mouse is let go outside it.
func (e *Editor) DragEnd() {
	e.pointer.selecting, e.pointer.creeping, e.pointer.carrying = false, false, false
	if e.pointer.dragged {
		e.TakeFocus()
	}
}

// drawSelection draws the selection to the pointer; what is carried shows the caret
// where it would go.
func (e *Editor) drawSelection() {
	if e.pointer.carrying {
		e.wake()
		return
	}
	e.extend(e.pulled())
}

// pulled is the offset to which the pointer is pulled, in what can be seen.
func (e *Editor) pulled() int {
	at := e.pointer.at
	at.Y = max(e.column.y, min(at.Y, e.column.y+e.column.height-1))
	return e.view.At(e.point(at)).Offset
}

// drop puts what is carried down; with Ctrl it is copied.
func (e *Editor) drop(mods fyne.KeyModifier) {
	doc, sel := e.now()
	if !e.apply(e.drafter.Carry(doc, sel, max(e.body(), e.pulled()), mods&fyne.KeyModifierShortcutDefault != 0)) {
		e.placeCaret()
	}
	e.wake()
}

// beyond is how far a coordinate lies above the column (negative) or below it.
func beyond(y float32, c column) float32 {
	switch {
	case y < c.y:
		return y - c.y
	case y > c.y+c.height:
		return y - c.y - c.height
	}
	return 0
}

// creep scrolls while a selection is drawn past the edge, the faster the farther.
func (e *Editor) creep() {
	past := beyond(e.pointer.at.Y, e.column)
	if !e.pointer.creeping || past == 0 {
		e.pointer.creeping = false
		return
	}
	e.scrollTo(e.top + units(past/2))
	e.drawSelection()
	after(creepTime, e.creep)
}

// MouseIn is part of desktop.Hoverable.
func (e *Editor) MouseIn(event *desktop.MouseEvent) { e.MouseMoved(event) }

// MouseMoved is part of desktop.Hoverable.
func (e *Editor) MouseMoved(event *desktop.MouseEvent) {
	p := &e.pointer
	if !e.within(event.Position) || e.state.Document == nil || e.column.width <= 0 {
		p.cursor = desktop.DefaultCursor
		e.hint.leave()
		return
	}
	at := e.point(event.Position)
	p.cursor = desktop.TextCursor
	switch e.view.At(at).Part {
	case view.Card, view.Picture, view.Task:
		p.cursor = desktop.PointerCursor
	}
	e.hint.over(at)
}

// MouseOut is part of desktop.Hoverable.
func (e *Editor) MouseOut() { e.hint.leave() }

// Cursor is part of desktop.Cursorable.
func (e *Editor) Cursor() desktop.Cursor { return e.pointer.cursor }
