package editor

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"safety365/app/drafting"
	"safety365/app/editor/view"
	"safety365/app/ui"
	"safety365/bulletins"
	"safety365/bulletins/kinds"
)

// attrOrder is the order of attributes in forms; others follow by name.
var attrOrder = []string{"title", "caption", "tone", "speaker", "post", "source", "verified", "name", "date", "depth",
	"width", "height", "place", "frame", "columns", "head", "heads", "foot", "group", "size", "align", "valign"}

// form is what can be said of a directive, as a form. What is typed goes into the
// text at once.
type form struct {
	editor *Editor
	at     bulletins.Range // of the directive, in the text
	popup  *popup
}

// openCard opens the form of the card that was clicked.
func (e *Editor) openCard(hit view.Hit) {
	doc := e.manuscript.Document()
	if meta := doc.Meta.Range; meta.End > meta.Start && hit.Range.Start < meta.End {
		if e.options.EditFields != nil {
			e.options.EditFields()
		}
		return
	}
	pos, size := e.onCanvas(hit)
	e.openForm(hit.Range.Start, pos, size)
}

// hasSettings says whether the caret stands in something that has a form.
func (e *Editor) hasSettings() bool {
	doc, sel := e.now()
	_, figure := figureAt(doc, sel.Caret)
	return figure || e.Look().Directive != ""
}

// blockSettings opens the form of the picture or block at the caret.
func (e *Editor) blockSettings() {
	doc, sel := e.now()
	pos, size := e.atCaret()
	if at, ok := figureAt(doc, sel.Caret); ok {
		e.openPictureAt(at, pos, size)
	} else if l := e.Look(); l.Directive != "" {
		e.openForm(l.Block.Start, pos, size)
	}
}

// onCanvas is the rectangle of a part in the canvas.
func (e *Editor) onCanvas(hit view.Hit) (fyne.Position, fyne.Size) {
	origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(e)
	pos := fyne.NewPos(e.column.x+dips(hit.Rect.X), e.column.y+dips(hit.Rect.Y-e.top))
	return pos.Add(origin), fyne.NewSize(dips(hit.Rect.W), dips(hit.Rect.H))
}

// openForm opens the form of the directive that begins at an offset.
func (e *Editor) openForm(start int, pos fyne.Position, size fyne.Size) {
	d, at := directiveAt(e.manuscript.Document(), start)
	if d == nil {
		return
	}
	f := &form{editor: e, at: at}
	title := widget.NewLabelWithStyle(directiveName(d.Name), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	rows := container.New(layout.NewFormLayout())
	var first fyne.Focusable
	for _, key := range attrKeys(d) {
		input, focus := f.input(key, kinds.Schema().Directives[d.Name].Attrs[key], d.Attrs.Get(key))
		rows.Add(widget.NewLabel(ui.Say("attr-" + key)))
		rows.Add(input)
		if first == nil {
			first = focus
		}
	}
	buttons := container.NewHBox()
	if !kinds.Schema().Directives[d.Name].Empty {
		buttons.Add(ui.NewButton(ui.Say("card-unwrap"), func() {
			f.popup.close()
			e.apply(drafting.Unwrap(e.manuscript.Document(), f.at))
		}))
	}
	remove := ui.NewButton(ui.Say("card-delete"), func() {
		f.popup.close()
		e.apply(drafting.Remove(e.manuscript.Document(), f.at))
	})
	buttons.Add(remove)
	buttons.Add(layout.NewSpacer())
	done := ui.NewButton(ui.Say("form-done"), func() { f.popup.close() })
	done.Importance = widget.HighImportance
	buttons.Add(done)
	f.popup = e.popUp(wide(container.NewVBox(title, rows, buttons)), pos, size)
	if first != nil {
		e.canvas().Focus(first)
	}
}

// wide gives an object at least the width of a form.
func wide(o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(leastWidth(360), o)
}

// leastWidth is a layout of one object that is not narrower.
type leastWidth float32

func (w leastWidth) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().Max(fyne.NewSize(float32(w), 0))
}

func (w leastWidth) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

// attrKeys are the attributes of a form: those that the schema knows, and others that
// stand there.
func attrKeys(d *bulletins.Directive) []string {
	rule := kinds.Schema().Directives[d.Name]
	var keys []string
	for key := range rule.Attrs {
		keys = append(keys, key)
	}
	for _, a := range d.Attrs {
		if a.Key != "" && !slices.Contains(keys, a.Key) {
			keys = append(keys, a.Key)
		}
	}
	rank := func(key string) int {
		if i := slices.Index(attrOrder, key); i >= 0 {
			return i
		}
		return len(attrOrder)
	}
	slices.SortFunc(keys, func(a, b string) int {
		if d := rank(a) - rank(b); d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
	return keys
}

// directiveName is what a directive is called.
func directiveName(name string) string {
	key := "directive-" + name
	if words := ui.Say(key); words != key {
		return words
	}
	return name
}
