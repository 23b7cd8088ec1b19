package drafting

import (
	"slices"
	"strings"

	"safety365/app/manuscript"
	"safety365/bulletins"
	"safety365/bulletins/kinds"
)

// FieldValue is a value for a field of the front matter; nil takes it out.
type FieldValue struct {
	Path  []string
	Value Field
}

// SetFields is [SetField] for several fields, as one change.
func SetFields(doc *bulletins.Document, all []FieldValue) (change, bool) {
	now := doc
	set := func(path []string, value Field) {
		if text, ok := withField(now, path, value); ok {
			now = bulletins.Parse(doc.Name, text, kinds.Schema())
		}
	}
	for _, f := range all {
		set(f.Path, f.Value)
		for n := len(f.Path) - 1; f.Value == nil && n > 0; n-- {
			if v := valueAt(now.Meta, f.Path[:n]); v != nil && bare(*v) {
				set(f.Path[:n], nil) // there is nothing left in it
			}
		}
	}
	if now.Text == doc.Text {
		return change{}, false
	}
	c := change{Edits: []manuscript.Edit{between(doc.Text, now.Text)}, Stay: true}
	c.After = manuscript.At(c.Edits[0].Range.Start + len(c.Edits[0].Text))
	return c, true
}

// withField returns the text with a field set. Where it cannot be put as the text
// stands, in braces inside of braces say, the mapping round it is written anew.
func withField(doc *bulletins.Document, path []string, value Field) (string, bool) {
	old := valueAt(doc.Meta, path)
	if old == nil && value == nil || old != nil && value != nil && says(*old, value) {
		return "", false
	}
	if c, ok := SetField(doc, path, value); ok {
		e := c.Edits[0]
		return doc.Text[:e.Range.Start] + e.Text + doc.Text[e.Range.End:], true
	}
	last := len(path) - 1
	if last < 1 {
		return "", false
	}
	round, _ := FieldOf(deref(valueAt(doc.Meta, path[:last]))).(Map)
	round = slices.DeleteFunc(slices.Clone(round), func(e Entry) bool { return e.Key == path[last] })
	if value != nil {
		round = append(round, Entry{path[last], value})
	}
	if len(round) == 0 {
		return withField(doc, path[:last], nil)
	}
	return withField(doc, path[:last], round)
}

// bare says whether a field has no value.
func bare(v bulletins.Value) bool { return v.Text == "" && len(v.Map) == 0 && len(v.List) == 0 }

func deref(v *bulletins.Value) bulletins.Value {
	if v == nil {
		return bulletins.Value{}
	}
	return *v
}

// settingsKey is the field under which a document states settings of its theme.
const settingsKey = "settings"

// Stated lists the fields that state a setting of the theme, such as page.margins, or a
// part of it; for "" each single one. Keys may hold dots: page.margins.top.
func Stated(meta *bulletins.Meta, setting string) [][]string {
	var out [][]string
	var walk func(v bulletins.Value, path []string, name string)
	walk = func(v bulletins.Value, path []string, name string) {
		if setting == "" && name != "" && v.Map == nil || setting != "" && (name == setting || strings.HasPrefix(name, setting+".")) {
			out = append(out, path)
			return
		}
		for _, key := range v.Keys {
			inner := key
			if name != "" {
				inner = name + "." + key
			}
			walk(v.Map[key], append(slices.Clone(path), key), inner)
		}
	}
	walk(meta.Values[settingsKey], []string{settingsKey}, "")
	return out
}

// Restate is what has to be set so that a document states a setting, in the place where
// it does already; with nil, so that it does not.
func Restate(meta *bulletins.Meta, setting string, value Field) []FieldValue {
	var out []FieldValue
	done := value == nil
	for _, path := range Stated(meta, setting) {
		f := FieldValue{Path: path}
		if !done && strings.Join(path[1:], ".") == setting {
			f.Value, done = value, true
		}
		out = append(out, f)
	}
	if !done {
		out = append(out, FieldValue{append([]string{settingsKey}, strings.Split(setting, ".")...), value})
	}
	return out
}
