package bulletins

import (
	"maps"
	"slices"
	"strings"
)

// checkMap compares a mapping with its fields. path is empty or ends in a dot.
func (r *frontReader) checkMap(v Value, keys map[string]Range, fields map[string]Field, path string) {
	for _, key := range v.Keys {
		field, ok := fields[key]
		switch {
		case ok:
			r.checkValue(v.Map[key], field, path+key)
		case path == "" && key == "lang": // every document may say its language
		default:
			at, ok := keys[key]
			if !ok {
				at = v.Map[key].Range
			}
			r.report(note(Warning, "field-unknown", at, "key", path+key,
				"suggestion", nearest(key, slices.Sorted(maps.Keys(fields)))))
		}
	}
}

func (r *frontReader) checkValue(v Value, f Field, path string) {
	problem := ""
	switch {
	case v.Map != nil:
		if f.Fields != nil && (f.Type == MapField || f.Type == ListField) {
			r.checkMap(v, r.keysBefore(v), f.Fields, path+".")
			r.checkRequired(f.Fields, v.Map, path+".", v.Range)
		} else if f.Type != AnyField {
			problem = "type"
		}
	case v.List != nil:
		switch f.Type {
		case AnyField:
		case ListField:
			for i, e := range v.List {
				switch {
				case e.Map != nil && f.Fields != nil:
					r.checkValue(e, f, path+"["+itoa(i+1)+"]")
				case e.Map != nil || e.List != nil:
					problem = "type"
				}
			}
		default:
			problem = "type"
		}
	case v.Text == "": // nothing is said: checkRequired sees to it
	case f.Type == LanguageField && path == "lang": // readLanguage sees to it
	default:
		problem = f.problem(v.Text)
	}
	if problem == "" {
		return
	}
	d := note(Error, "field-"+problem, v.Range, "key", path, "value", v.Text, "type", typeNames[f.Type])
	if problem == "choice" {
		d.Args["choices"] = strings.Join(f.Choices, ", ")
		d.Args["suggestion"] = nearest(v.Text, f.Choices)
	}
	r.report(d)
}

// typeNames are what a message calls the types of fields.
var typeNames = [...]string{
	TextField: "text", NumberField: "number", BoolField: "bool", DateField: "date", LanguageField: "language",
	ListField: "list", MapField: "map", ChoiceField: "choice", AnyField: "any",
}

// keysBefore finds the keys of a mapping inside a value: each stands before its
// value, so the text just before says where.
func (r *frontReader) keysBefore(v Value) map[string]Range {
	keys := map[string]Range{}
	for _, key := range v.Keys {
		end := min(v.Map[key].Range.Start, len(r.source))
		if i := strings.LastIndex(r.source[:end], key); i >= v.Range.Start {
			keys[key] = Range{i, i + len(key)}
		}
	}
	return keys
}

func (r *frontReader) checkRequired(fields map[string]Field, values map[string]Value, path string, at Range) {
	for _, key := range slices.Sorted(maps.Keys(fields)) {
		v, ok := values[key]
		if fields[key].Required && (!ok || v.Text == "" && len(v.List) == 0 && len(v.Map) == 0) {
			where := at
			if ok {
				where = v.Range
			}
			r.report(note(Error, "field-missing", where, "key", path+key))
		}
	}
}
