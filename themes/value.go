package themes

import "strings"

// Value returns what counts for a setting such as "page.size" or "styles.h1.size" as it
// was written, for a style also what it takes over from the one that it is like. It is
// "" if nothing is said, and for lists and mappings.
func (t *Theme) Value(path string) string {
	names := strings.Split(path, ".")
	n := t.source.at(names...)
	if names[0] == "styles" && len(names) > 2 {
		t.mu.Lock()
		n = t.nodes[t.styles[names[1]]].at(names[2:]...)
		t.mu.Unlock()
	}
	if n == nil || n.kind != scalar {
		return ""
	}
	return n.text
}

// NamedSize is a traditional size of type (字号) in points.
type NamedSize struct {
	Name   string
	Points float64
}

// NamedSizes lists the traditional sizes of type, the largest first.
func NamedSizes() []NamedSize {
	var out []NamedSize
	for _, s := range sizes {
		out = append(out, NamedSize{s.name, float64(s.tenths) / 10})
	}
	return out
}
