package bulletins

// Meta is the front matter: values by key, with their places.
type Meta struct {
	Range  Range // of the whole front matter with its fences, in Document.Text; empty if there is none
	Keys   []string
	Values map[string]Value
}

// Value is one value of the front matter.
type Value struct {
	Range Range // in Document.Text
	Text  string
	List  []Value
	Map   map[string]Value
	Keys  []string // of Map, in order
}

// Text returns the text of a key, or "".
func (m *Meta) Text(key string) string { return m.Values[key].Text }

// List returns the texts of a key that holds a list, or one text.
func (m *Meta) List(key string) []string {
	v := m.Values[key]
	if v.List == nil && v.Text != "" {
		return []string{v.Text}
	}
	var out []string
	for _, e := range v.List {
		out = append(out, e.Text)
	}
	return out
}
