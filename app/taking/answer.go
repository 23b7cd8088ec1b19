package taking

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"safety365/app/ime"
	"safety365/app/ui"
)

// answer is the row under the list of changes: what helps with the line chosen, and, if
// somebody has to look at it, a field for what is to stand there and a button that says
// that it is right.
type answer struct {
	row    fyne.CanvasObject
	hint   *widget.Label
	field  *ime.Entry
	button *ui.Button
	do     func(l line, text string)
	line   line
}

// fieldWidth is how wide the field is, in ems.
const fieldWidth = 11

func (p *Pane) newAnswer() *answer {
	a := &answer{hint: widget.NewLabel(""), field: ime.NewEntry()}
	a.hint.Importance, a.hint.Truncation = widget.LowImportance, fyne.TextTruncateEllipsis
	a.field.PlaceHolder = ui.Say("taking-fill")
	a.field.OnChanged = func(string) { a.enable() }
	a.field.OnSubmitted = func(string) { a.confirm() }
	a.button = ui.NewButtonWithIcon(ui.Say("taking-confirm"), theme.ConfirmIcon(), func() { a.confirm() })
	a.do = func(l line, text string) {
		next := p.list.at
		p.confirm(l, text)
		if p.list.at = next; !l.settled {
			p.nextOpen()
		}
	}
	width := theme.TextSize() * fieldWidth
	a.row = container.NewBorder(nil, nil, nil, container.NewHBox(container.New(layout.NewGridWrapLayout(fyne.NewSize(width, a.field.MinSize().Height)), a.field), a.button), a.hint)
	a.show(line{}, false)
	return a
}

// show shows what can be said about a line.
func (a *answer) show(l line, some bool) {
	same := a.line.key == l.key && a.line.settled == l.settled
	a.line = l
	a.hint.SetText(ui.Say("taking-keys"))
	if some && l.hint != nil {
		if hint := l.hint(); hint != "" {
			a.hint.SetText(hint)
		}
	}
	a.field.Hidden = !l.fill
	a.button.Hidden = !l.confirmable
	a.button.SetText(ui.Say("taking-confirm"))
	if l.settled {
		a.button.SetText(ui.Say("taking-unconfirm"))
	}
	if l.fill && !same {
		words := l.proposed
		if l.unknown() {
			words = ""
		}
		a.field.SetText(words)
	}
	a.enable()
	a.row.Refresh()
}

// enable lets something be confirmed as soon as it is known what is to stand there.
func (a *answer) enable() { able(a.button, !a.line.unknown() || a.field.Text != "") }

// confirm says that what stands in the field is right.
func (a *answer) confirm() {
	switch {
	case !a.line.confirmable:
	case a.line.unknown() && a.field.Text == "":
		if c := fyne.CurrentApp().Driver().CanvasForObject(a.field); c != nil {
			c.Focus(a.field)
		}
	case a.line.fill:
		a.do(a.line, a.field.Text)
	default:
		a.do(a.line, "")
	}
}
