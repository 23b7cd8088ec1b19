package styling

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	tip "github.com/dweymouth/fyne-tooltip/widget"

	"safety365/app/drafting"
	"safety365/app/ui"
	"safety365/bulletins"
	"safety365/themes"
)

// Options connect a form with the window.
type Options struct {
	// Apply changes fields of the front matter, in one step.
	Apply func([]drafting.FieldValue)
	Save  func() // as a style of the office
	Back  func() // to the particulars
	// Title is what people call a theme.
	Title func(name string) string
}

// Form shows how a document looks.
type Form struct {
	widget.BaseWidget
	options  Options
	document *bulletins.Document
	theme    *themes.Theme
	han      bool
	rows     []*row
	open     map[string]bool // groups
	base     *widget.Label
	body     *fyne.Container
	save     *ui.Button
	clear    *ui.Button
	all      fyne.CanvasObject
}

// row is an item in the form.
type row struct {
	item    *item
	control control
	reset   *tip.Button
}

// New returns an empty form.
func New(o Options) *Form {
	f := &Form{options: o, han: true, body: container.NewVBox(), base: widget.NewLabel("")}
	f.open = map[string]bool{groups[0].label: true, groups[1].label: true}
	f.base.Truncation, f.base.Importance, f.base.SizeName = fyne.TextTruncateEllipsis, widget.LowImportance, theme.SizeNameCaptionText
	back := ui.NewIconButton(theme.NavigateBackIcon(), ui.Say("style-back"), o.Back)
	title := widget.NewLabel(ui.Say("style-title"))
	title.TextStyle.Bold = true
	f.save = ui.NewButtonWithIcon(ui.Say("style-save"), theme.DocumentSaveIcon(), o.Save)
	f.clear = ui.NewButtonWithIcon(ui.Say("style-clear"), theme.ContentUndoIcon(), f.takeBack)
	f.clear.Importance = widget.LowImportance
	f.build()
	scroll := container.NewVScroll(container.NewPadded(f.body))
	f.all = container.NewBorder(
		container.NewVBox(container.NewBorder(nil, nil, back, nil, title), f.base),
		container.NewVBox(widget.NewSeparator(), f.save, f.clear), nil, nil,
		container.NewStack(scroll, ui.NewWheel(scroll)))
	f.ExtendBaseWidget(f)
	return f
}

// CreateRenderer implements fyne.Widget.
func (f *Form) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(f.all) }

// Set shows a document and the theme that its newest pages have, nil if there are none.
func (f *Form) Set(d *bulletins.Document, t *themes.Theme) {
	f.document, f.theme = d, t
	if t == nil {
		return
	}
	if han := strings.HasPrefix(d.Lang, "zh"); han != f.han {
		f.han = han
		f.build()
	}
	f.base.SetText(ui.Say("style-base", "name", f.options.Title(t.Name)))
	gridded := f.value("typeset.grid") != "off"
	for _, r := range f.rows {
		r.control.show(r.item.path, f.value)
		r.control.enable(!(r.item.free && gridded || r.item.grid && !gridded))
		if r.reset.Hidden == f.stated(r.item) {
			r.reset.Hidden = !r.reset.Hidden
			r.reset.Refresh()
		}
	}
	if len(drafting.Stated(d.Meta, "")) > 0 {
		f.save.Enable()
		f.clear.Enable()
	} else {
		f.save.Disable()
		f.clear.Disable()
	}
}

// value is what counts for a setting: what the document states, for the pages may be
// older, or else its theme.
func (f *Form) value(path string) string {
	for _, way := range drafting.Stated(f.document.Meta, path) {
		if v := at(f.document.Meta, way); strings.Join(way[1:], ".") == path && v.Map == nil && v.List == nil {
			return v.Text
		}
	}
	// A size or an indent that is stated under typeset counts for the body.
	for _, g := range groups {
		for i := range g.items {
			if it := &g.items[i]; it.path == path && it.also != "" {
				return f.theme.Value(it.also)
			}
		}
	}
	return f.theme.Value(path)
}

// at follows keys to a value.
func at(meta *bulletins.Meta, way []string) bulletins.Value {
	v := bulletins.Value{Map: meta.Values}
	for _, key := range way {
		v = v.Map[key]
	}
	return v
}

func (f *Form) stated(it *item) bool {
	return slices.ContainsFunc(append(it.paths(), it.also), func(path string) bool {
		return path != "" && len(drafting.Stated(f.document.Meta, path)) > 0
	})
}

// build makes the groups.
func (f *Form) build() {
	f.rows = nil
	f.body.RemoveAll()
	for i := range groups {
		f.addGroup(&groups[i])
	}
	f.body.Refresh()
}

func (f *Form) addGroup(g *group) {
	inside := container.NewVBox()
	var half []fyne.CanvasObject
	flush := func() {
		if len(half) > 0 {
			inside.Add(container.NewGridWithColumns(2, half...))
			half = nil
		}
	}
	for i := range g.items {
		it := &g.items[i]
		if it.han && !f.han {
			continue
		}
		o := f.addRow(it)
		if !it.half {
			flush()
			inside.Add(o)
			continue
		}
		if half = append(half, o); len(half) == 2 {
			flush()
		}
	}
	flush()
	if len(inside.Objects) == 0 {
		return
	}
	f.body.Add(f.head(g, inside))
	f.body.Add(inside)
}

// head is a button that folds what is below it.
func (f *Form) head(g *group, inside *fyne.Container) fyne.CanvasObject {
	var button *ui.Button
	show := func() {
		inside.Hidden = !f.open[g.label]
		button.SetIcon(theme.MenuExpandIcon())
		if f.open[g.label] {
			button.SetIcon(theme.MenuDropDownIcon())
		}
		f.body.Refresh()
	}
	button = ui.NewButton(ui.Say("style-group-"+g.label), func() {
		f.open[g.label] = !f.open[g.label]
		show()
	})
	button.Importance, button.Alignment = widget.LowImportance, widget.ButtonAlignLeading
	show()
	return button
}

// addRow makes an item: its name with the button that takes it back, and its control. A
// check has its name beside it.
func (f *Form) addRow(it *item) fyne.CanvasObject {
	r := &row{item: it}
	r.control = it.make(func(v drafting.Field) { f.tell(it, v) })
	r.reset = ui.NewIconButton(theme.ContentUndoIcon(), ui.Say("style-reset"), func() { f.tell(it, nil) })
	r.reset.Hidden = true
	f.rows = append(f.rows, r)
	if t, ok := r.control.(*tick); ok {
		t.box.Text = ui.Say("style-" + it.label)
		return container.NewBorder(nil, nil, nil, r.reset, t.box)
	}
	name := widget.NewLabel(ui.Say("style-" + it.label))
	name.SizeName, name.Importance, name.Truncation = theme.SizeNameCaptionText, widget.LowImportance, fyne.TextTruncateEllipsis
	return container.NewVBox(container.NewBorder(nil, nil, nil, r.reset, name), r.control.object())
}

// tell states a setting, or with nil takes it back. Of an item with several settings all
// get the value, or one each of a list.
func (f *Form) tell(it *item, v drafting.Field) {
	if f.document == nil {
		return
	}
	var all []drafting.FieldValue
	for i, path := range it.paths() {
		one := v
		if each, ok := v.(drafting.Items); ok {
			one = each[i]
		}
		all = append(all, drafting.Restate(f.document.Meta, path, one)...)
	}
	if it.also != "" {
		all = append(all, drafting.Restate(f.document.Meta, it.also, nil)...)
	}
	f.options.Apply(all)
}

// takeBack takes all settings back.
func (f *Form) takeBack() {
	if f.document != nil {
		f.options.Apply([]drafting.FieldValue{{Path: []string{"settings"}}})
	}
}

// Names lists what a document states, as the form calls it; what the form does not ask
// is called by its path.
func Names(d *bulletins.Document) []string {
	var out []string
	for _, way := range drafting.Stated(d.Meta, "") {
		path := strings.Join(way[1:], ".")
		name := path
		for _, g := range groups {
			for i := range g.items {
				it := &g.items[i]
				if slices.ContainsFunc(append(it.paths(), it.also), func(p string) bool { return p != "" && (p == path || strings.HasPrefix(path, p+".")) }) {
					name = ui.Say("style-" + it.label)
				}
			}
		}
		if !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}
