package editor

import (
	"strings"

	"safety365/app/editor/view"
	"safety365/app/ui"
	"safety365/bulletins"
	"safety365/bulletins/page"
)

// bodySize is the size of body text at a zoom of 100 %, and measureLimit how wide a
// column of text becomes, in ems: a line that is longer is hard to read.
const (
	bodySize     = 16 * page.Pt
	measureLimit = 50
)

// column is where the text stands in the widget.
type column struct{ x, y, width, height float32 }

func units(dips float32) page.Length { return page.Length(float64(dips) * float64(page.Pt)) }
func dips(l page.Length) float32     { return float32(l.Points()) }

// size is that of body text.
func (e *Editor) size() page.Length { return bodySize.MulDiv(int64(e.Zoom()), 100) }

// height is that of the part of the text that can be seen.
func (e *Editor) height() page.Length { return units(e.column.height) }

// update gives the view what holds now. The text at the top of the window stays
// where it is.
func (e *Editor) update() {
	anchor, distance := e.anchor()
	doc := e.manuscript.Document()
	if old := e.state.Document; old != nil && old != doc {
		d := differ(old.Text, doc.Text)
		anchor = d.place(anchor)
		for i := range e.diagnostics {
			d.carry(&e.diagnostics[i])
		}
	}
	e.state.Document = doc
	e.state.Selection = e.manuscript.Selection()
	e.state.Width = units(e.column.width)
	e.state.Size = e.size()
	if e.state.Colors == (view.Colors{}) {
		e.state.Colors = e.options.Colors()
	}
	e.state.Matches, e.state.Match = e.finder.shown()
	e.state.Squiggles = squiggles(e.diagnostics)
	e.state.Pictures = e.options.Pictures
	e.state.Name = directiveName
	e.state.Front = front(doc.Meta)
	e.state.Active = e.focused
	e.state.CaretOff = true
	e.state.Marks = e.settings.Source
	e.state.Numbers = e.settings.Numbers
	e.state.Focus = e.settings.Focus
	e.drafter.Source = e.settings.Source
	if e.column.width <= 0 {
		return // not laid out yet
	}
	e.view.Set(e.state)
	if e.top > 0 {
		e.top = e.whole(e.clamp(e.view.Caret(min(anchor, len(doc.Text))).Y - distance))
	}
	e.redraw()
}

// front is what the card of the front matter says: the title, and quietly who issued
// the document and when.
func front(m *bulletins.Meta) string {
	title := m.Text("title")
	if title == "" {
		title = ui.Say("front-untitled")
	}
	var about []string
	for _, key := range []string{"issuer", "number", "published"} {
		if text := strings.Join(m.List(key), "、"); text != "" {
			about = append(about, text)
		}
	}
	if len(about) == 0 {
		about = append(about, ui.Say("front-about"))
	}
	return strings.ReplaceAll(title, "\n", " ") + "\n" + strings.ReplaceAll(strings.Join(about, " · "), "\n", " ")
}

// anchor is the text at the top of the window and how far below the top it stands.
func (e *Editor) anchor() (offset int, distance page.Length) {
	if e.state.Document == nil || e.column.width <= 0 || e.top == 0 {
		return 0, 0
	}
	offset = e.view.At(page.Point{Y: e.top}).Offset
	return offset, e.view.Caret(offset).Y - e.top
}

// redraw has the picture made anew before it is shown next.
func (e *Editor) redraw() {
	e.surface.redraw()
	e.placeCaret()
	e.scroller.update()
}

// difference is where a text differs from an older one: [start, old) became
// [start, new).
type difference struct{ start, old, new int }

// differ compares two texts. It need not find the least difference.
func differ(old, new string) difference {
	n := min(len(old), len(new))
	start := common(old[:n], new[:n])
	d := difference{start, len(old), len(new)}
	for d.old-piece >= start && d.new-piece >= start && old[d.old-piece:d.old] == new[d.new-piece:d.new] {
		d.old -= piece
		d.new -= piece
	}
	for d.old > start && d.new > start && old[d.old-1] == new[d.new-1] {
		d.old--
		d.new--
	}
	return d
}

// piece is how much text is compared at once, which is a hundred times faster than
// byte for byte.
const piece = 4096

// common is the length of what two texts of one length begin with alike.
func common(a, b string) int {
	at := 0
	for at+piece <= len(a) && strings.HasPrefix(a[at:], b[at:at+piece]) {
		at += piece
	}
	for at < len(a) && a[at] == b[at] {
		at++
	}
	return at
}

// place is where an offset of the older text stands now.
func (d difference) place(offset int) int {
	switch {
	case offset <= d.start:
		return offset
	case offset >= d.old:
		return offset + d.new - d.old
	}
	return min(offset, d.new)
}

// stretch is where a range stands now.
func (d difference) stretch(r bulletins.Range) bulletins.Range {
	r = bulletins.Range{Start: d.place(r.Start), End: d.place(r.End)}
	r.End = max(r.Start, r.End)
	return r
}

// carry moves a Diagnostic to where it stands now. Its edit is lost when the text
// that it would change has changed itself.
func (d difference) carry(g *bulletins.Diagnostic) {
	g.Range = d.stretch(g.Range)
	if g.Fix == nil {
		return
	}
	if r := g.Fix.Range; r.Start < d.old && d.start < r.End {
		g.Fix = nil
	} else {
		g.Fix = &bulletins.Fix{Range: d.stretch(r), Text: g.Fix.Text}
	}
}
