package kinds

import (
	"slices"
	"strconv"
	"strings"

	"safety365/bulletins"
	sheets "safety365/bulletins/intake/sheet"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// enterpriseFile is the file of one enterprise (一企一档): cover, basic data, and in the text its
// risks, inspections and rectifications. The basic data are a row of a table file, or
// stand in the front matter.
var enterpriseFile = Kind{
	Name: "enterprise-file", Group: Records,
	Fields: []string{"title", "unit", "number", "issuer", "grid", "published", "as_of", "data", "sheet", "row", "basics", "compiled_by", "checked_by", "note"},
	Own:    with(with(listOwn, roundOwn), fieldsOf{"row": external, "basics": free}),
	lists:  []*list{&risks, &hazards, &findings},
	head:   enterpriseHead, close: enterpriseClose, review: reviewEnterprise,
}

// coverDrop is how far down on the cover the title stands.
var coverDrop = page.MM(55_000)

func enterpriseHead(a *article) []layout.Block {
	basics := a.basics()
	unit := a.text("unit")
	for _, p := range basics {
		if unit == "" && slices.ContainsFunc(namesOf("unit-name"), func(name string) bool { return strings.EqualFold(name, p[0]) }) {
			unit = p[1]
		}
	}
	align := a.styles.theme.Style("title").Align
	cover := func(role, words string) []layout.Block {
		out := a.lines(role, words)
		for _, b := range out {
			t := b.(*layout.Text)
			t.Style = a.styles.derive("cover", t.Style, func(own *themes.Style) { own.Align = align })
		}
		return out
	}
	out := []layout.Block{&layout.Skip{To: coverDrop}}
	out = append(out, a.headline()...)
	out = append(out, cover("covername", unit)...)
	for _, line := range []string{a.labelledLine("cover-number", a.text("number")), a.labelledLine("round-grid", a.text("grid")), a.labelledLine("cover-keeper", a.names("issuer")), a.labelledLine("cover-date", printedDate(a.scene.lang, a.text("published")))} {
		out = append(out, cover("coverline", line)...)
	}
	out = append(out, &layout.Break{})
	if len(basics) > 0 {
		title := a.words(a.phrase("enterprise-basics"), a.styles.theme.Style("h2"))
		title.Tag, title.Outline = "H2", 2
		out = append(out, title, a.grid(basics))
	}
	return out
}

// basics are the labels and values of the basic data.
func (a *article) basics() [][2]string {
	var out [][2]string
	v := a.meta.Values["basics"]
	for _, key := range v.Keys {
		value := v.Map[key].Text
		if list := v.Map[key].List; list != nil {
			m := bulletins.Meta{Values: v.Map}
			value = strings.Join(filled(m.List(key)), "\n")
		}
		out = append(out, [2]string{key, strings.TrimSpace(value)})
	}
	file := a.text("data")
	if file == "" {
		return out
	}
	s := a.data(file, a.text("sheet"), a.meta.Values["data"].Range)
	if s == nil {
		return out
	}
	row := a.enterpriseRow(s)
	if row < 0 {
		return out
	}
	for c, name := range s.Head {
		if _, item, ok := strings.Cut(name, "/"); ok {
			name = item
		}
		out = append(out, [2]string{name, a.printedCell(s.Value(row, c))})
	}
	return out
}

// enterpriseRow finds the row that the front matter means, by its number in the list or
// by the name of the enterprise; the first if it says nothing.
func (a *article) enterpriseRow(s *sheets.Table) int {
	want := a.text("row")
	if want == "" {
		want = a.text("unit")
	}
	if want == "" && len(s.Rows) > 0 {
		return 0
	}
	name := s.Column(namesOf("unit-name")...)
	var known []string
	for row := range s.Rows {
		if name >= 0 {
			if s.Value(row, name) == want {
				return row
			}
			known = append(known, s.Value(row, name))
		}
	}
	if n, err := strconv.Atoi(want); err == nil && n >= 1 && n <= len(s.Rows) {
		return n - 1
	}
	at := a.meta.Values["row"]
	if at.Text == "" {
		at = a.meta.Values["unit"]
	}
	a.report(bulletins.Error, "enterprise-row", at.Range, "value", want, "file", a.text("data"), "nearest", themes.Nearest(want, known), "rows", strconv.Itoa(len(s.Rows)))
	return -1
}

func enterpriseClose(a *article) []layout.Block {
	out := a.lines("listnote", a.text("note"))
	var parts []string
	for _, key := range []string{"checked_by", "compiled_by"} {
		if names := a.names(key); names != "" {
			parts = append(parts, a.phrase("list-"+key)+a.phrase("colon")+names)
		}
	}
	return append(out, a.spaced("listsign", parts)...)
}

func reviewEnterprise(doc *bulletins.Document, report func(bulletins.Diagnostic)) {
	if lacks(doc.Meta, "data") && lacks(doc.Meta, "basics") {
		report(problem(bulletins.Warning, "enterprise-basics", bulletins.Range{}))
	}
}
