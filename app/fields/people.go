package fields

import (
	"reflect"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"safety365/app/drafting"
	"safety365/app/ime"
	"safety365/app/ui"
	"safety365/bulletins"
	"safety365/bulletins/kinds"
)

// people is a control for a list of persons: a row each, with name, posts, unit and
// telephone. A person who is a plain text, 张三（局长）, stays one until something is
// written beside the name; keys that we do not know stay.
type people struct {
	all  []*person
	rows *fyne.Container
	box  *fyne.Container
	tell func(drafting.Field)
}

// personKeys are the fields of a row, the name first.
var personKeys = []string{"name", "posts", "unit", "phone"}

// person is a row.
type person struct {
	was     bulletins.Value
	touched bool
	entries map[string]*ime.Entry
	row     *fyne.Container
}

func newPeople(tell func(drafting.Field)) *people {
	p := &people{rows: container.NewVBox(), tell: tell}
	add := ui.NewButtonWithIcon(ui.Say("fields-add"), theme.ContentAddIcon(), func() {
		name := p.add(bulletins.Value{}).entries["name"]
		if c := fyne.CurrentApp().Driver().CanvasForObject(name); c != nil {
			c.Focus(name)
		}
	})
	add.Importance = widget.LowImportance
	p.box = container.NewVBox(p.rows, container.NewHBox(add))
	p.begin()
	return p
}

func (p *people) object() fyne.CanvasObject { return p.box }

// begin puts a row to fill in where there is none.
func (p *people) begin() {
	if len(p.all) == 0 {
		p.add(bulletins.Value{})
	}
}

// add puts another row at the end.
func (p *people) add(v bulletins.Value) *person {
	one := &person{was: v, entries: map[string]*ime.Entry{}}
	for _, key := range personKeys {
		entry := ime.NewEntry()
		entry.PlaceHolder = ui.Say("field-part-" + key)
		entry.Text = personText(v, key)
		entry.OnChanged = func(string) {
			one.touched = true
			p.tell(p.value())
		}
		one.entries[key] = entry
	}
	remove := ui.NewIconButton(theme.ContentClearIcon(), ui.Say("fields-remove"), func() {
		p.all = slices.DeleteFunc(p.all, func(o *person) bool { return o == one })
		p.rows.Remove(one.row)
		p.begin()
		p.tell(p.value())
	})
	grid := container.NewGridWithColumns(2)
	for _, key := range personKeys {
		grid.Add(one.entries[key])
	}
	one.row = container.NewBorder(nil, nil, nil, remove, grid)
	p.all = append(p.all, one)
	p.rows.Add(one.row)
	return one
}

// personText is what an entry of a row shows at first.
func personText(v bulletins.Value, key string) string {
	if v.Map == nil {
		if key == "name" {
			return v.Text
		}
		return ""
	}
	if inner := v.Map[key]; inner.List != nil {
		m := bulletins.Meta{Values: v.Map}
		return joined(m.List(key))
	}
	return v.Map[key].Text
}

func joined(texts []string) string {
	out := ""
	for i, s := range texts {
		if i > 0 {
			out += "、"
		}
		out += s
	}
	return out
}

// field is what a row says; nil: nothing.
func (o *person) field() drafting.Field {
	if !o.touched {
		if o.was.Map == nil && o.was.List == nil && o.was.Text == "" {
			return nil
		}
		return drafting.FieldOf(o.was)
	}
	text := func(key string) string { return o.entries[key].Text }
	beside := text("posts") + text("unit") + text("phone")
	if o.was.Map == nil && beside == "" {
		return textField(text("name"))
	}
	var m drafting.Map
	put := func(key string) {
		switch {
		case text(key) == "":
		case key == "posts":
			m = append(m, drafting.Entry{Key: key, Value: o.posts()})
		case key == "name":
			m = append(m, drafting.Entry{Key: key, Value: drafting.Text(o.name())})
		default:
			m = append(m, drafting.Entry{Key: key, Value: drafting.Text(text(key))})
		}
	}
	for _, key := range o.was.Keys {
		if slices.Contains(personKeys, key) {
			put(key)
		} else {
			m = append(m, drafting.Entry{Key: key, Value: drafting.FieldOf(o.was.Map[key])})
		}
	}
	for _, key := range personKeys {
		if _, had := o.was.Map[key]; !had {
			put(key)
		}
	}
	if m == nil {
		return nil
	}
	return m
}

// name and posts part posts in brackets behind a name from it, when they are written
// apart.
func (o *person) name() string {
	if all := kinds.People(bulletins.Value{Text: o.entries["name"].Text}); len(all) == 1 && o.entries["posts"].Text == "" {
		return o.entries["name"].Text
	} else if len(all) == 1 {
		return all[0].Name
	}
	return ""
}

func (o *person) posts() drafting.Field {
	all := kinds.People(bulletins.Value{Text: "·（" + o.entries["posts"].Text + "）"})
	if len(all) == 1 && len(all[0].Posts) > 0 {
		return drafting.List(all[0].Posts)
	}
	return drafting.Text(o.entries["posts"].Text)
}

func (p *people) value() drafting.Field {
	var items drafting.Items
	var texts drafting.List
	for _, o := range p.all {
		f := o.field()
		if f == nil {
			continue
		}
		items = append(items, f)
		if t, ok := f.(drafting.Text); ok {
			texts = append(texts, string(t))
		}
	}
	switch {
	case len(items) == 0:
		return nil
	case len(texts) == len(items):
		return texts
	}
	return items
}

func (p *people) show(v bulletins.Value) {
	want := v.List
	if want == nil && (v.Text != "" || v.Map != nil) {
		want = []bulletins.Value{v}
	}
	// Empty rows are not in the text; they stay while the rest agrees.
	if reflect.DeepEqual(p.value(), listOf(want)) {
		return
	}
	p.rows.RemoveAll()
	p.all = nil
	for _, one := range want {
		p.add(one)
	}
	p.begin()
}

// listOf is values as the Field that a control of them gives.
func listOf(values []bulletins.Value) drafting.Field {
	if len(values) == 0 {
		return nil
	}
	return drafting.FieldOf(bulletins.Value{List: values})
}
