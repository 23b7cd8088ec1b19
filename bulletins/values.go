package bulletins

// maxValues bounds a file of values, in bytes.
const maxValues = 1 << 20

// ReadValues reads a YAML file as if it were the front matter of a document without a
// text: its Meta has the values with their places, its Diagnostics say what is wrong
// with them. Nil fields allow everything.
func ReadValues(name, text string, fields map[string]Field) *Document {
	d := &Document{Name: name, Meta: &Meta{Values: map[string]Value{}}, Lang: "en", Notes: map[string]*Note{}, NoteStarts: map[string]int{}}
	if len(text) > maxValues {
		d.Diagnostics = []Diagnostic{note(Error, "too-large", Range{}, "limit", itoa(maxValues>>20)+" MiB")}
	} else if clean, found, ok := clean(text); ok {
		var schema *Schema
		if fields != nil {
			schema = &Schema{Fields: fields}
		}
		front := readFront(clean, frontBlock{yamlEnd: len(clean), end: len(clean)}, schema)
		d.Text, d.Meta, d.Diagnostics = clean, front.meta, append(found, front.diagnostics...)
	} else {
		d.Diagnostics = found
	}
	finish(d)
	return d
}
