package styling

import "safety365/app/drafting"

// group is a part of the form that can be folded.
type group struct {
	label string // style-group-LABEL
	items []item
}

// item is a setting of the form.
type item struct {
	label string // style-LABEL
	path  string // of the setting that it states
	also  string // another one that says the same; it goes when this one is stated
	wide  []string
	half  bool // two of them stand side by side
	free  bool // it means nothing on a grid
	grid  bool // it means nothing without one
	han   bool // it is about Chinese text
	make  func(tell func(drafting.Field)) control
}

// paths are all settings that an item states.
func (it *item) paths() []string { return append([]string{it.path}, it.wide...) }

// groups is the form. Sizes and indents are stated under typeset, which goes before what
// a theme says of the body.
var groups = []group{
	{"page", []item{
		{label: "paper", path: "page.size", make: paper},
		{label: "top", path: "page.margins.top", half: true, make: margin},
		{label: "bottom", path: "page.margins.bottom", half: true, make: margin},
		{label: "inner", path: "page.margins.inner", half: true, make: margin},
		{label: "outer", path: "page.margins.outer", half: true, make: margin},
		{label: "mirror", path: "page.mirror", make: check("off", "on")},
		{label: "columns", path: "page.columns", half: true, make: words("columns", "1", "2", "3")},
		{label: "columns-gap", path: "columns.gap", half: true, make: measure("em", 1, 0, 10)},
		{label: "direction", path: "typeset.direction", han: true, make: words("direction", "horizontal", "vertical")},
	}},
	{"text", []item{
		{label: "font", path: "styles.body.font", half: true, han: true, make: words("font", "song", "fang", "hei", "kai")},
		{label: "latin", path: "styles.body.latin", half: true, make: words("latin", "latin-serif", "latin-sans")},
		{label: "size", path: "typeset.size", also: "styles.body.size", half: true, make: size(5, 26)},
		{label: "leading", path: "styles.body.leading", half: true, free: true, make: measure("times", 0.05, 0.9, 5)},
		{label: "indent", path: "typeset.indent", also: "styles.body.indent", half: true, make: measure("em", 1, 0, 10)},
		{label: "after", path: "styles.body.after", half: true, make: measure("em", 0.25, 0, 10)},
		{label: "justify", path: "typeset.justify", also: "styles.body.align", make: check("off", "on")},
	}},
	{"heads", []item{
		{label: "title-font", path: "styles.title.font", half: true, han: true, make: words("font", "title", "song", "hei", "kai")},
		{label: "title-size", path: "styles.title.size", half: true, make: size(12, 48)},
		{label: "title-color", path: "styles.title.color", make: words("color", inks...)},
		{label: "head-font", path: "styles.h1.font", half: true, han: true, make: words("font", "hei", "song", "kai", "title")},
		{label: "head-size", path: "styles.h1.size", half: true, make: size(9, 26)},
		{label: "head-color", path: "styles.h1.color", wide: []string{"styles.h2.color", "styles.h3.color"}, make: words("color", inks...)},
		{label: "accent", path: "colors.accent", wide: []string{"colors.accent-wash"}, make: accent},
	}},
	{"number", []item{
		{label: "number-place", path: "furniture.footer.odd", make: numberPlace},
	}},
	{"grid", []item{
		{label: "grid", path: "typeset.grid", han: true, make: grid},
		{label: "cells", path: "typeset.cells", han: true, grid: true, make: check("free", "strict")},
	}},
	{"typeset", []item{
		{label: "kinsoku", path: "typeset.kinsoku", han: true, make: words("kinsoku", "gb", "strict", "basic", "none")},
		{label: "compress", path: "typeset.compress", han: true, make: words("compress", "gb", "tight", "none")},
		{label: "autospace", path: "typeset.autospace", han: true, make: words("autospace", "0.25em", "0.125em", "0")},
		{label: "quotes", path: "typeset.quotes", make: words("quotes", "typed", "language")},
		{label: "hanging", path: "typeset.hanging", han: true, make: check("off", "on")},
		{label: "orphans", path: "typeset.orphans", han: true, make: check("allow", "avoid")},
		{label: "widows", path: "typeset.widows", make: check("allow", "avoid")},
		{label: "counters", path: "typeset.counters", han: true, make: check("split", "keep")},
		{label: "normalise", path: "typeset.normalise", han: true, make: check("off", "on")},
		{label: "hyphens", path: "typeset.hyphens", also: "styles.body.hyphens", make: check("off", "on")},
		{label: "figures", path: "figures.captions", make: check("plain", "numbered")},
		{label: "tables", path: "tables.captions", make: check("plain", "numbered")},
	}},
}

// inks are colours of a theme by their names in it.
var inks = []string{"text", "accent", "red", "orange", "green", "blue", "quiet"}

// hue is a colour with its inks, in per cent, and the ground that goes with it.
type hue struct {
	name string // style-hue-NAME
	ink
	wash ink
}

type ink struct{ cmyk, srgb string }

// hues are offered as the colour of a style. The theme's safety colours are among them
// (ISO 3864-4); the inks were chosen for the look, nothing converts one to the other.
var hues = []hue{
	{"darkred", ink{"20 100 100 10", "#9B2423"}, ink{"0 5 5 2", "#FAF2F0"}},
	{"red", ink{"0 80 80 0", "#E60012"}, ink{"0 6 5 1", "#FBF1EF"}},
	{"orange", ink{"0 65 95 5", "#D05D29"}, ink{"0 5 9 0", "#FDF3EC"}},
	{"green", ink{"90 10 80 10", "#237F52"}, ink{"6 0 6 1", "#EEF6F1"}},
	{"teal", ink{"80 0 60 30", "#1B7A5B"}, ink{"6 0 6 1", "#EEF6F1"}},
	{"blue", ink{"95 60 0 20", "#005387"}, ink{"6 2 0 1", "#EEF4F9"}},
	{"navy", ink{"100 85 10 45", "#0F2A57"}, ink{"5 3 0 2", "#EFF2F8"}},
	{"black", ink{"0 0 0 100", "#1A1A1A"}, ink{"0 0 0 6", "#F2F2F1"}},
}
