package editor

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"safety365/app/drafting"
	"safety365/app/manuscript"
	"safety365/app/ui"
	"safety365/bulletins"
)

// question is a line of a small form: its label and what stands in its field.
type question struct{ label, value, hint string }

// ask opens a form at the caret; done gets the answers if the user says so.
func (e *Editor) ask(title string, questions []question, done func(answers []string)) {
	var box *popup
	fields := make([]*field, len(questions))
	answer := func() {
		var answers []string
		for _, f := range fields {
			answers = append(answers, strings.TrimSpace(f.Text))
		}
		box.close()
		done(answers)
	}
	rows := container.New(layout.NewFormLayout())
	for i, q := range questions {
		f := newField(func(_ *field, k fyne.KeyName, _ bool) bool {
			switch k {
			case fyne.KeyEscape:
				box.close()
			case fyne.KeyReturn, fyne.KeyEnter:
				answer()
			default:
				return false
			}
			return true
		})
		f.SetText(q.value)
		f.SetPlaceHolder(q.hint)
		fields[i] = f
		rows.Add(widget.NewLabel(q.label))
		rows.Add(f)
	}
	yes := ui.NewButton(ui.Say("ok"), answer)
	yes.Importance = widget.HighImportance
	no := ui.NewButton(ui.Say("cancel"), func() { box.close() })
	pos, size := e.atCaret()
	box = e.popUp(wide(container.NewVBox(
		widget.NewLabelWithStyle(title, fyne.TextAlignLeading, fyne.TextStyle{Bold: true}),
		rows, container.NewHBox(layout.NewSpacer(), no, yes))), pos, size)
	for _, f := range fields { // the first that is empty
		if f.Text == "" || f == fields[len(fields)-1] {
			e.canvas().Focus(f)
			break
		}
	}
}

// openNote asks for the text of a footnote.
func (e *Editor) openNote() {
	e.ask(ui.Say("command-insert-note"), []question{{ui.Say("note-text"), "", ui.Say("note-hint")}}, func(a []string) {
		doc, sel := e.now()
		e.apply(drafting.InsertNote(doc, manuscript.At(sel.End()), a[0]))
	})
}

// openRuby asks for the reading of what is selected, else of the word at the caret.
func (e *Editor) openRuby() {
	if e.manuscript.Selection().Empty() {
		w := e.view.Word(e.manuscript.Selection().Caret)
		e.manuscript.Select(manuscript.Selection{Anchor: w.Start, Caret: w.End})
	}
	sel := e.manuscript.Selection()
	base := e.view.Plain(bulletins.Range{Start: sel.Start(), End: sel.End()})
	if strings.TrimSpace(base) == "" || strings.Contains(base, "\n") {
		return
	}
	e.ask(ui.Say("ruby-of", "text", base), []question{{ui.Say("ruby-reading"), "", ui.Say("ruby-hint")}}, func(a []string) {
		if a[0] != "" {
			doc, sel := e.now()
			e.apply(drafting.InsertRuby(doc, sel, a[0]))
		}
	})
}

// openLink asks where a link leads and what it says.
func (e *Editor) openLink() {
	text := ""
	if sel := e.manuscript.Selection(); !sel.Empty() {
		text = e.view.Plain(bulletins.Range{Start: sel.Start(), End: sel.End()})
	}
	if strings.Contains(text, "\n") {
		return
	}
	e.ask(ui.Say("command-insert-link"), []question{
		{ui.Say("link-text"), text, ""},
		{ui.Say("link-address"), e.Look().Link, "https://"},
	}, func(a []string) {
		if a[1] == "" {
			return
		}
		if a[0] == "" {
			a[0] = a[1]
		}
		doc, sel := e.now()
		e.apply(drafting.InsertLink(doc, sel, a[1], a[0]))
	})
}
