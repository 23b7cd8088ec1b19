package panels

import (
	"image/color"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"safety365/app/ui"
	"safety365/bulletins"
)

// Counts says how many problems of each weight there are.
type Counts struct{ Errors, Warnings, Infos int }

// Count counts diagnostics by their weight.
func Count(all []bulletins.Diagnostic) (c Counts) {
	for _, d := range all {
		switch d.Severity {
		case bulletins.Error:
			c.Errors++
		case bulletins.Warning:
			c.Warnings++
		default:
			c.Infos++
		}
	}
	return c
}

// ProblemsOptions are what a list of problems tells.
type ProblemsOptions struct {
	GoTo func(bulletins.Diagnostic)
	Fix  func(bulletins.Diagnostic)
}

// Problems lists what is wrong with the document: what stops a final one first, in
// the order of the text within each group.
type Problems struct {
	widget.BaseWidget
	list     *ui.List
	none     *widget.Label
	options  ProblemsOptions
	rows     []problem
	heights  [2]float32 // of a diagnostic and of a group's head
	document *bulletins.Document
}

// problem is a row: a group's head, or a diagnostic.
type problem struct {
	head  string
	about bulletins.Diagnostic
}

// NewProblems returns an empty list of problems.
func NewProblems(o ProblemsOptions) *Problems {
	p := &Problems{options: o, none: widget.NewLabel(ui.Say("problems-none"))}
	p.none.Importance = widget.LowImportance
	p.list = ui.NewList(func() int { return len(p.rows) }, p.newRow, p.showRow)
	p.list.HideSeparators = true
	p.heights = [2]float32{p.newRow().MinSize().Height, widget.NewLabel("").MinSize().Height}
	p.list.OnSelected = func(i int) {
		p.list.UnselectAll()
		if i < len(p.rows) && p.rows[i].head == "" {
			p.options.GoTo(p.rows[i].about)
		}
	}
	p.ExtendBaseWidget(p)
	return p
}

// groups are the weights from the heaviest.
var groups = []struct {
	severity bulletins.Severity
	label    string
}{
	{bulletins.Error, "problems-errors"},
	{bulletins.Warning, "problems-warnings"},
	{bulletins.Info, "problems-infos"},
}

// Set shows the problems of a document.
func (p *Problems) Set(d *bulletins.Document, all []bulletins.Diagnostic) {
	p.document, p.rows = d, p.rows[:0]
	sorted := slices.Clone(all)
	slices.SortStableFunc(sorted, func(a, b bulletins.Diagnostic) int { return a.Range.Start - b.Range.Start })
	for _, g := range groups {
		at := len(p.rows)
		p.rows = append(p.rows, problem{})
		for _, d := range sorted {
			if d.Severity == g.severity {
				p.rows = append(p.rows, problem{about: d})
			}
		}
		if n := len(p.rows) - at - 1; n > 0 {
			p.rows[at].head = ui.Say(g.label, "count", strconv.Itoa(n))
		} else {
			p.rows = p.rows[:at]
		}
	}
	p.none.Hidden = len(p.rows) > 0
	p.none.Refresh()
	p.list.Refresh()
	for i, r := range p.rows {
		kind := 0
		if r.head != "" {
			kind = 1
		}
		p.list.SetItemHeight(i, p.heights[kind])
	}
}

// row shows a problem: a coloured dot, its words, its place, and a way to mend it.
type row struct {
	widget.BaseWidget
	dot           *canvas.Circle
	message, hint *widget.Label
	place         *widget.Label
	fix           *widget.Button
	box           fyne.CanvasObject
}

func (p *Problems) newRow() fyne.CanvasObject {
	r := &row{dot: canvas.NewCircle(color.Transparent), message: widget.NewLabel(""), hint: widget.NewLabel(""), place: widget.NewLabel("")}
	r.message.Truncation, r.hint.Truncation = fyne.TextTruncateEllipsis, fyne.TextTruncateEllipsis
	r.hint.Importance, r.place.Importance = widget.LowImportance, widget.LowImportance
	r.hint.SizeName = theme.SizeNameCaptionText
	r.fix = widget.NewButton(ui.Say("problems-fix"), nil)
	dot := container.NewCenter(container.NewGridWrap(fyne.NewSize(10, 10), r.dot))
	r.box = container.NewBorder(nil, nil, container.NewPadded(dot), container.NewHBox(r.place, container.NewCenter(r.fix)),
		container.New(layout.NewCustomPaddedVBoxLayout(2-2*theme.InnerPadding()), r.message, r.hint))
	r.ExtendBaseWidget(r)
	return r
}

func (r *row) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.box) }

// dots are the colours of weights.
var dots = map[bulletins.Severity]fyne.ThemeColorName{
	bulletins.Error: theme.ColorNameError, bulletins.Warning: theme.ColorNameWarning, bulletins.Info: "info",
}

func (p *Problems) showRow(i int, o fyne.CanvasObject) {
	r, it := o.(*row), p.rows[i]
	r.message.TextStyle.Bold = it.head != ""
	if it.head != "" {
		r.message.SetText(it.head)
		r.hint.SetText("")
		r.hint.Hide()
		r.place.SetText("")
		r.dot.Hide()
		r.fix.Hide()
		r.Refresh()
		return
	}
	message, hint := ui.Message(it.about)
	r.message.SetText(message)
	r.hint.SetText(hint)
	r.hint.Show()
	r.place.SetText(p.place(it.about))
	r.dot.FillColor = theme.Color(dots[it.about.Severity])
	r.dot.Show()
	r.dot.Refresh()
	r.fix.Hidden = it.about.Fix == nil || p.options.Fix == nil
	r.fix.OnTapped = func() { p.options.Fix(it.about) }
	r.Refresh() // the place takes another width
}

// place says which line of the text a problem is about.
func (p *Problems) place(d bulletins.Diagnostic) string {
	if p.document == nil || d.Range.Start > len(p.document.Text) {
		return ""
	}
	return ui.Say("problems-line", "line", strconv.Itoa(p.document.Position(d.Range.Start).Line))
}

// CreateRenderer implements fyne.Widget.
func (p *Problems) CreateRenderer() fyne.WidgetRenderer {
	p.none.Hidden = len(p.rows) > 0
	return widget.NewSimpleRenderer(container.NewStack(p.list, container.NewVBox(p.none)))
}
