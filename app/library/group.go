package library

import (
	"slices"

	"safety365/app/ui"
	"safety365/assets"
	"safety365/bulletins/kinds"
)

// Kinds are offered by group, in the order of their table, and only those that exist in
// the language of the document.

// groups lists the groups of kinds in order.
func groups() []kinds.Group {
	var out []kinds.Group
	for _, name := range kinds.Names() {
		if k, _ := kinds.Lookup(name); !slices.Contains(out, k.Group) {
			out = append(out, k.Group)
		}
	}
	return out
}

func groupTitle(g kinds.Group) string { return assets.Phrase(ui.Language(), "kind-group-"+string(g)) }

// kindsOf lists the kinds of a group.
func (g *Gallery) kindsOf(group kinds.Group) []*kinds.Kind {
	var out []*kinds.Kind
	for _, name := range kinds.Names() {
		if k, _ := kinds.Lookup(name); k.Group == group && k.In(g.language()) {
			out = append(out, k)
		}
	}
	return out
}

// offerGroups hides the groups of which nothing exists in the language. If one of them
// was picked, all are shown.
func (g *Gallery) offerGroups() {
	for _, group := range groups() {
		on := len(g.kindsOf(group)) > 0
		g.groups.offer(string(group), on)
		if !on && g.group == group {
			g.group = ""
			g.groups.pick("")
		}
	}
	g.groups.box.Refresh()
}

// offer is a kind in the style that was picked, if it has all the words. Words may
// also name another style: then it is offered in that one.
func (g *Gallery) offer(kind *kinds.Kind, words []string) (choice, bool) {
	own := g.style
	if own == "" {
		own = kinds.ThemeFor(kind.Name, g.language())
	}
	c := choice{kind, style{name: own, title: ui.Say("library-gallery-style-own")}} // one that is offered for nothing else
	if i := slices.IndexFunc(g.styles, func(s style) bool { return s.name == own }); i >= 0 {
		c.style = g.styles[i]
	}
	if c.matches(words, g.language()) {
		return c, true
	}
	for _, s := range g.styles {
		if c.style = s; g.style == "" && c.matches(words, g.language()) {
			return c, true
		}
	}
	return c, false
}

// listStyles offers the styles.
func (g *Gallery) listStyles() {
	options := []string{ui.Say("library-gallery-style-own")}
	for _, s := range g.styles {
		options = append(options, s.title)
	}
	g.themes.Options = options
	g.themes.Selected = options[1+slices.IndexFunc(g.styles, func(s style) bool { return s.name == g.style })]
	g.themes.Refresh()
}

// pickStyle shows all kinds in a style of those listed; 0: each in its own.
func (g *Gallery) pickStyle(i int) {
	if g.style = ""; i > 0 {
		g.style = g.styles[i-1].name
	}
	g.choose()
}

// note is the small line below a kind: its group where all are shown, else its style.
func (g *Gallery) note(c choice) string {
	if g.group == "" && g.style == "" && g.words == "" {
		return groupTitle(c.kind.Group)
	}
	return c.style.title
}
