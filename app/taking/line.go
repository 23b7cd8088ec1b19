package taking

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"safety365/app/ui"
	"safety365/bulletins"
	"safety365/bulletins/intake"
)

// newLine makes a line of the list of changes: a check, what became of what, and why.
func (p *Pane) newLine() fyne.CanvasObject {
	what, why := widget.NewLabel(""), widget.NewLabel("")
	what.Truncation, why.Truncation = fyne.TextTruncateEllipsis, fyne.TextTruncateEllipsis
	why.Importance = widget.LowImportance
	return container.NewBorder(nil, nil, ui.NewCheck("", nil), nil, container.NewGridWithColumns(2, what, why))
}

func (p *Pane) fillLine(i int, o fyne.CanvasObject) {
	if i >= len(p.all) {
		return
	}
	c, line := p.all[i], o.(*fyne.Container)
	words := line.Objects[0].(*fyne.Container).Objects
	check := line.Objects[1].(*ui.Check)
	check.OnChanged = nil
	check.SetChecked(p.made(c))
	check.OnChanged = func(on bool) { p.set(c, on) }
	words[0].(*widget.Label).SetText(whatOf(c))
	reason, _ := c.Reason(ui.Language())
	why := words[1].(*widget.Label)
	why.Importance = widget.LowImportance
	if c.Certainty != intake.Exact {
		why.Importance = widget.WarningImportance
	}
	why.SetText(ui.Say("taking-"+c.Certainty.String()) + " · " + reason)
}

// longest is how many characters of a change the list shows.
const longest = 40

// whatOf says what became of what.
func whatOf(c intake.Change) string {
	after := brief(c.After)
	if c.After == "" {
		after = ui.Say("taking-dropped")
	}
	before := brief(c.Before)
	if strings.TrimSpace(before) == "" {
		before = ui.Say("taking-space")
	}
	return before + " → " + after
}

func brief(s string) string {
	s = strings.Join(strings.Fields(shown(s)), " ")
	if utf8.RuneCountInString(s) <= longest {
		return s
	}
	return string([]rune(s)[:longest-1]) + "…"
}

// text shows a long text with what was changed in it.
type text struct {
	widget.BaseWidget
	content string
	marks   func() // cuts the content into rows of the present width
	rows    []row
	width   int // of a row, in halves of an em
	list    *ui.List
	color   fyne.ThemeColorName
}

func newText(color fyne.ThemeColorName) *text {
	t := &text{color: color, marks: func() {}}
	t.list = ui.NewList(func() int { return len(t.rows) }, func() fyne.CanvasObject {
		r := widget.NewRichText(&widget.TextSegment{Text: " "})
		r.Truncation = fyne.TextTruncateClip
		return r
	}, t.fill)
	t.list.HideSeparators = true
	t.ExtendBaseWidget(t)
	return t
}

func (t *text) fill(i int, o fyne.CanvasObject) {
	if i >= len(t.rows) {
		return
	}
	r := o.(*widget.RichText)
	r.Segments = nil
	for _, p := range t.rows[i].pieces(t.content) {
		style := widget.RichTextStyleInline
		if p.changed {
			style.ColorName, style.TextStyle.Bold = t.color, true
		}
		r.Segments = append(r.Segments, &widget.TextSegment{Text: p.text, Style: style})
	}
	r.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (t *text) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.list) }

// Resize cuts the text anew when the width has changed.
func (t *text) Resize(size fyne.Size) {
	t.BaseWidget.Resize(size)
	em := theme.TextSize()
	width := int((size.Width - 6*theme.InnerPadding()) / em * 2)
	if width != t.width {
		t.width = width
		t.marks()
	}
}

// set shows a text with changed places.
func (t *text) set(content string, changed []bulletins.Range) {
	t.marks = func() {
		if t.width > 0 {
			t.content, t.rows = content, rowsOf(content, t.width, slices.Clone(changed))
			t.list.Refresh()
		}
	}
	t.marks()
}

// goTo shows a place of the text.
func (t *text) goTo(at int) {
	if len(t.rows) > 0 {
		t.list.ScrollTo(rowAt(t.rows, at))
	}
}
