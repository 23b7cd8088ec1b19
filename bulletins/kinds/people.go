package kinds

import (
	"strings"

	"safety365/bulletins"
)

// Person is somebody that a document names.
type Person struct {
	Name  string
	Posts []string // the highest first
	Unit  string
	Phone string
	Rank  string          // by the office's register
	Range bulletins.Range // in the document
}

// People reads a value that names people: texts, or mappings with name, posts, unit
// and phone. A text is a name, with posts in brackets behind it: 张三（局长、书记）.
func People(v bulletins.Value) []Person {
	list := v.List
	if list == nil && (v.Text != "" || v.Map != nil) {
		list = []bulletins.Value{v}
	}
	var out []Person
	for _, e := range list {
		p := Person{Name: oneLine(e.Text), Range: e.Range}
		if e.Map != nil {
			m := bulletins.Meta{Values: e.Map}
			p.Name, p.Unit, p.Phone = oneLine(m.Text("name")), oneLine(m.Text("unit")), oneLine(m.Text("phone"))
			p.Posts, p.Rank = filled(m.List("posts")), oneLine(m.Text("rank"))
		} else {
			p.Name, p.Posts = splitPosts(p.Name)
		}
		if p.Name != "" {
			out = append(out, p)
		}
	}
	return out
}

// splitPosts parts a name from the posts in brackets behind it.
func splitPosts(text string) (name string, posts []string) {
	for _, pair := range []string{"（）", "()"} {
		open, shut := string([]rune(pair)[0]), string([]rune(pair)[1])
		before, after, ok := strings.Cut(text, open)
		if inner, closed := strings.CutSuffix(after, shut); ok && closed && before != "" {
			return strings.TrimSpace(before), filled(strings.FieldsFunc(inner, func(r rune) bool { return strings.ContainsRune("、,，;；", r) }))
		}
	}
	return text, nil
}
