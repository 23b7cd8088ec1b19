package taking

import (
	"strings"

	"safety365/app/ui"
	"safety365/bulletins"
	"safety365/bulletins/kinds"
)

// understood are keys of the front matter that nobody has to read here: kind and
// language are chosen in the gallery.
var understood = map[string]bool{"kind": true, "lang": true}

// particulars are a front matter as people read it: each field with the name that the
// form has for it. What has no value is left out.
func particulars(front string) string {
	meta := bulletins.Parse("", front, kinds.Schema()).Meta
	var b strings.Builder
	for _, key := range meta.Keys {
		switch {
		case understood[key]:
		case key == "import_warnings":
			field(&b, ui.Say("taking-warnings"), key, meta.Values[key])
		default:
			field(&b, ui.FieldName(key), key, meta.Values[key])
		}
	}
	return b.String()
}

// field writes a value under a name: a list with a line for each of its texts, a map
// with a line for each of its keys.
func field(b *strings.Builder, name, key string, v bulletins.Value) {
	switch {
	case v.Map != nil:
		for _, k := range v.Keys {
			field(b, ui.FieldName(key+"."+k), key+"."+k, v.Map[k])
		}
	case v.List != nil:
		b.WriteString(ui.Say("taking-field", "name", name, "value", "") + "\n")
		for _, e := range v.List {
			b.WriteString("· " + e.Text + "\n")
		}
	case v.Text != "":
		b.WriteString(ui.Say("taking-field", "name", name, "value", v.Text) + "\n")
	}
}
