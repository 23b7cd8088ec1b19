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
