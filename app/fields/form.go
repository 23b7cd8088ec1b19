package fields

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"safety365/app/drafting"
	"safety365/app/ui"
	"safety365/bulletins"
	"safety365/bulletins/kinds"
	"safety365/themes"
)

// Options connect a form with the window.
type Options struct {
	// Apply changes a field of the text; a nil value takes it out.
	Apply func(path []string, value drafting.Field)
	// Style shows the form for the look; nil: there is none.
	Style func()
	// NoTheme leaves out the house style: it is chosen elsewhere.
	NoTheme bool
	// Propose fills in the next number of the folder's documents; nil: it cannot.
	Propose func()
}

// Theme is a house style of the user's own.
type Theme struct{ Name, Title string }

// Form shows the front matter of a document.
type Form struct {
	widget.BaseWidget
	options  Options
	themes   []Theme
	controls map[string]control // by key
	kind     string
	extra    []string // keys that the kind does not ask for
	folded   []string // keys that are out of sight until they are asked for
	unfolded bool     // they were
	box      *fyne.Container
}

// control shows the value of a field and tells when the user changes it.
type control interface {
	object() fyne.CanvasObject
	show(v bulletins.Value)
}

// choices are the fields that stand first, whatever the kind.
var choices = []string{"kind", "theme", "lang"}

// unseen are keys that are no business of a form.
var unseen = []string{"settings", "import_warnings"}

// New returns an empty form.
func New(o Options) *Form {
	f := &Form{options: o, box: container.NewVBox()}
	f.ExtendBaseWidget(f)
	f.build(kinds.Names()[0], nil, nil)
	return f
}

// CreateRenderer implements fyne.Widget.
func (f *Form) CreateRenderer() fyne.WidgetRenderer {
	scroll := container.NewVScroll(container.NewPadded(f.box))
	return widget.NewSimpleRenderer(container.NewStack(scroll, ui.NewWheel(scroll)))
}

// Set shows the front matter of a document.
func (f *Form) Set(d *bulletins.Document) {
	kind := d.Meta.Text("kind")
	k, ok := kinds.Lookup(kind)
	if !ok {
		k, _ = kinds.Lookup(kinds.Names()[0])
	}
	var extra []string
	for _, key := range d.Meta.Keys {
		if !slices.Contains(k.Fields, key) && !slices.Contains(choices, key) && !slices.Contains(unseen, key) {
			extra = append(extra, key)
		}
	}
	filled := func(key string) bool { return slices.Contains(d.Meta.Keys, key) }
	if k.Name != f.kind || !slices.Equal(extra, f.extra) || !f.unfolded && slices.ContainsFunc(f.folded, filled) {
		f.build(k.Name, extra, filled)
	}
	for key, c := range f.controls {
		v := d.Meta.Values[key]
		if key == "lang" && v.Text == "" {
			v.Text = d.Lang // guessed
		}
		if key == "kind" && v.Text == "" {
			v.Text = k.Name
		}
		c.show(v)
	}
}

// SetThemes says which house styles there are beside the built-in ones.
func (f *Form) SetThemes(all []Theme) {
	if slices.Equal(all, f.themes) {
		return
	}
	f.themes = all
	old := f.controls["theme"].(*choice)
	shown := ""
	if i := old.box.SelectedIndex(); i >= 0 {
		shown = old.values[i]
	}
	fresh := f.choice("theme").(*choice)
	old.values, old.words = fresh.values, fresh.words
	old.quiet = true
	old.box.SetOptions(old.words)
	old.box.ClearSelected()
	old.quiet = false
	old.show(bulletins.Value{Text: shown})
}

// mainFields is how many fields of a kind are in sight though they are empty.
const mainFields = 8

// seldom are fields that stand early on the page and are seldom filled in.
var seldom = []string{"copy_no", "classification", "urgency", "masthead", "column", "series", "subtitle"}

// build makes the controls that a kind asks for, and those of other keys. Of a long
// form what is not filled in is folded away behind the first fields.
func (f *Form) build(kind string, extra []string, filled func(string) bool) {
	f.unfolded = f.unfolded && kind == f.kind
	f.kind, f.extra, f.folded, f.controls = kind, extra, nil, map[string]control{}
	f.box.RemoveAll()
	for _, key := range choices {
		if key == "theme" && f.options.NoTheme {
			continue
		}
		f.add(key, f.choice(key))
		if key == "theme" && f.options.Style != nil {
			button := ui.NewButtonWithIcon(ui.Say("fields-style"), theme.ColorPaletteIcon(), f.options.Style)
			button.Importance, button.Alignment = widget.LowImportance, widget.ButtonAlignLeading
			f.box.Add(button)
		}
	}
	f.box.Add(widget.NewSeparator())
	k, _ := kinds.Lookup(kind)
	schema := kinds.Schema().Fields
	shown := 0
	for _, key := range k.Fields {
		more := shown >= mainFields || slices.Contains(seldom, key)
		if more && len(k.Fields) > mainFields+2 && (filled == nil || !filled(key)) {
			f.folded = append(f.folded, key)
			continue
		}
		shown++
		f.add(key, f.control([]string{key}, schema[key]))
	}
	f.fold()
	if len(extra) > 0 {
		f.box.Add(widget.NewSeparator())
		f.box.Add(caption(ui.Say("fields-more")))
		for _, key := range extra {
			f.add(key, f.control([]string{key}, schema[key]))
		}
	}
	f.box.Refresh()
}

// fold puts the folded fields behind a button that shows and hides them.
func (f *Form) fold() {
	if len(f.folded) == 0 {
		return
	}
	schema := kinds.Schema().Fields
	rest := container.NewVBox()
	for _, key := range f.folded {
		c := f.control([]string{key}, schema[key])
		f.controls[key] = c
		rest.Add(labelled(key, c))
	}
	var button *ui.Button
	show := func() {
		rest.Hidden = !f.unfolded
		button.SetIcon(theme.MenuExpandIcon())
		if f.unfolded {
			button.SetIcon(theme.MenuDropDownIcon())
		}
		f.box.Refresh()
	}
	button = ui.NewButton(ui.Say("fields-folded", "count", strconv.Itoa(len(f.folded))), func() {
		f.unfolded = !f.unfolded
		show()
	})
	button.Importance, button.Alignment = widget.LowImportance, widget.ButtonAlignLeading
	f.box.Add(button)
	f.box.Add(rest)
	show()
}

func (f *Form) add(key string, c control) {
	f.controls[key] = c
	f.box.Add(labelled(key, c))
}

func labelled(key string, c control) fyne.CanvasObject {
	return container.NewVBox(caption(ui.FieldName(key)), c.object())
}

// choiceWords are what people call the values of a choice. One without words is called
// as it is.
func choiceWords(key string, values []string) []string {
	var out []string
	for _, v := range values {
		label := "choice-" + key + "-" + v
		if words := ui.Say(label); words != label {
			v = words
		}
		out = append(out, v)
	}
	return out
}

// caption is the small heading over a control.
func caption(words string) *widget.Label {
	l := widget.NewLabel(words)
	l.SizeName = theme.SizeNameCaptionText
	l.Importance = widget.LowImportance
	l.Truncation = fyne.TextTruncateEllipsis
	return l
}

// choice makes one of the pickers at the top.
func (f *Form) choice(key string) control {
	var values, words []string
	lang := ui.Language()
	switch key {
	case "kind":
		for _, n := range kinds.Names() {
			k, _ := kinds.Lookup(n)
			values, words = append(values, n), append(words, k.Title(lang))
		}
	case "theme":
		values, words = []string{""}, []string{ui.Say("fields-theme-default")}
		for _, n := range themes.Names() {
			values, words = append(values, n), append(words, themeTitle(n, lang))
		}
		for _, t := range f.themes {
			values, words = append(values, t.Name), append(words, t.Title)
		}
	case "lang":
		for _, l := range bulletins.Languages {
			values, words = append(values, l), append(words, ui.Say("language-"+l))
		}
	}
	return newChoice(values, words, f.tell([]string{key}))
}

// themeTitle is what a house style is called: its description up to the first stop,
// or its name.
func themeTitle(name, lang string) string {
	words, _ := themes.Describe(name, nil)
	if d := words[lang]; d != "" {
		return d
	}
	return name
}

// tell returns what a control calls with a new value.
func (f *Form) tell(path []string) func(drafting.Field) {
	return func(v drafting.Field) { f.options.Apply(path, v) }
}

// numbers are the texts that count on from one document to the next.
var numbers = []string{"number", "series.issue"}

// long are the texts that take several lines.
var long = []string{"lead", "abstract", "copyright_notice", "rights"}

// control makes the control for a field of a shape.
func (f *Form) control(path []string, field bulletins.Field) control {
	return f.controlFor(path, field, f.tell(path))
}

func (f *Form) controlFor(path []string, field bulletins.Field, tell func(drafting.Field)) control {
	switch field.Type {
	case bulletins.ListField:
		if field.Fields != nil {
			return newPeople(tell)
		}
		return newList(tell)
	case bulletins.BoolField:
		return newCheck(tell)
	case bulletins.DateField:
		return newDate(tell)
	case bulletins.ChoiceField:
		values := append([]string{""}, field.Choices...)
		words := append([]string{ui.Say("fields-usual")}, choiceWords(path[len(path)-1], field.Choices)...)
		return newChoice(values, words, tell)
	case bulletins.MapField:
		return f.group(path, field.Fields)
	}
	t := newText(slices.Contains(long, path[len(path)-1]), tell)
	if f.options.Propose != nil && slices.Contains(numbers, strings.Join(path, ".")) {
		next := ui.NewButton(ui.Say("fields-next-number"), f.options.Propose)
		return &numbered{t, container.NewBorder(nil, nil, nil, next, t.entry)}
	}
	return t
}

// sorted returns the keys of a group in the order in which people think of them, the
// unknown ones last.
func sorted(fields map[string]bulletins.Field) []string {
	order := []string{"first", "second", "final", "name", "issue", "total", "text", "photo"}
	rank := func(key string) int {
		if i := slices.Index(order, key); i >= 0 {
			return i
		}
		return len(order)
	}
	return slices.SortedFunc(maps.Keys(fields), func(a, b string) int {
		if d := rank(a) - rank(b); d != 0 {
			return d
		}
		if a < b {
			return -1
		}
		return 1
	})
}
