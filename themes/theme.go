package themes

import (
	"maps"
	"safety365/bulletins/page"
	"slices"
	"sync"
)

// Theme is a theme resolved for one language and one document's settings. It does
// not change, and may be used from any goroutine.
type Theme struct {
	Name        string
	Language    string
	Description map[string]string // by language
	Page        Paper
	Typeset     Typeset
	Furniture   Furniture
	Lists       Lists
	Tables      Tables
	Figures     Figures
	Footnotes   Footnotes
	Columns     Columns
	Divider     Divider
	// Fonts are names or files of fonts of the user's own by font role; they are
	// asked before the bundled ones.
	Fonts map[string][]string

	colors map[string]page.Color
	tones  map[string]Tone
	source *node // everything merged

	mu      sync.Mutex
	styles  map[string]*Style
	nodes   map[*Style]*node // what the resolved values came from
	inline  map[inlineKey]*Style
	unknown map[string]bool // roles that were asked for but not found
}

// Style returns the style of a role, the same pointer each time. A role that the
// theme does not have is set like body, and listed by [Theme.Unknown].
func (t *Theme) Style(role string) *Style {
	t.mu.Lock()
	defer t.mu.Unlock()
	if s, ok := t.styles[role]; ok {
		return s
	}
	body := t.styles["body"]
	s := *body
	s.Role = role
	t.styles[role] = &s
	t.nodes[&s] = t.nodes[body]
	t.unknown[role] = true
	return &s
}

// Has reports whether the theme itself, or one it extends, has a style for a role.
func (t *Theme) Has(role string) bool { return t.source.at("styles", role) != nil }

// Roles lists the roles that the theme has, sorted.
func (t *Theme) Roles() []string {
	var out []string
	if styles := t.source.child("styles"); styles != nil {
		for _, k := range styles.keys {
			out = append(out, k.name)
		}
	}
	slices.Sort(out)
	return out
}

// Unknown lists the roles that were asked for although the theme has none such.
func (t *Theme) Unknown() []string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return slices.Sorted(maps.Keys(t.unknown))
}

// Color returns a colour by its name in the theme. A name that the theme does not
// have is text black, and "none" is the zero Color, which paints nothing.
func (t *Theme) Color(name string) page.Color {
	if name == "none" || name == "" {
		return page.Color{}
	}
	if c, ok := t.colors[name]; ok {
		return c
	}
	return page.Black
}

// Colors lists the names of the theme's colours, sorted.
func (t *Theme) Colors() []string { return slices.Sorted(maps.Keys(t.colors)) }

// Tone returns the colours of a callout: info, success, warning, danger or one of
// the theme's own. A tone that the theme does not have looks like info.
func (t *Theme) Tone(name string) Tone {
	if tone, ok := t.tones[name]; ok {
		return tone
	}
	return t.tones["info"]
}

// Area returns the type area of a page, counted from 1. Odd pages are right-hand
// ones; with mirrored margins the binding edge of even pages is at their right.
func (t *Theme) Area(number int) page.Rect {
	p := t.Page
	left, right := p.Inner, p.Outer
	if p.Mirror && number%2 == 0 {
		left, right = right, left
	}
	area := page.Rect{X: left, Y: p.Top, W: p.Size.W - left - right, H: p.Size.H - p.Top - p.Bottom}
	switch m := t.Typeset.Measure; {
	case m > 0 && t.Typeset.Vertical():
		area.H = min(area.H, m)
	case m > 0:
		area.W = min(area.W, m)
	}
	return area
}
