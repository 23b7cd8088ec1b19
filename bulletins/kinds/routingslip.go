package kinds

import (
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
)

// routingSlip is the form on which an official document is drafted, checked and signed
// (发文稿纸), with the text of the draft behind it.
var routingSlip = Kind{
	Name: "routing-slip", Group: Official, Languages: chineseOnly, Theme: "gbt9704",
	Fields: []string{"issuer", "number", "urgency", "classification", "draft_unit", "drafter", "title", "to", "cc", "attachments", "copies"},
	Own: fieldsOf{
		"drafter":    people,
		"draft_unit": text,
	},
	head: slipHead, check: checkSlip, review: reviewMeeting,
}

// slipCell is a cell of the form: a label with its value, so many columns wide, so many
// lines tall.
type slipCell struct {
	label, words string
	columns      int
	lines        int
}

// slipColumns is how many columns the form has: three labels and three values.
const slipColumns = 6

// slipHead sets the name of the form and the form.
func slipHead(a *article) []layout.Block {
	var drafter Person
	if people := People(a.meta.Values["drafter"]); len(people) > 0 {
		drafter = people[0]
	}
	rows := [][]slipCell{
		{{"slip-number", a.text("number"), 3, 1}, {"slip-urgency", a.text("urgency"), 1, 1}},
		{{"slip-sign", "", 2, 6}, {"slip-joint", "", 2, 6}},
		{{"slip-check", "", slipColumns - 1, 3}},
		{{"slip-unit", a.text("draft_unit"), 3, 1}, {"slip-secret", a.text("classification"), 1, 1}},
		{{"slip-drafter", drafter.Name, 3, 1}, {"slip-phone", drafter.Phone, 1, 1}},
		{{"slip-title", a.draftTitle(), slipColumns - 1, 1}},
		{{"slip-to", a.names("to"), slipColumns - 1, 1}},
		{{"slip-cc", a.names("cc"), slipColumns - 1, 1}},
		{{"slip-attachments", strings.Join(a.list("attachments"), a.phrase("part-join")), slipColumns - 1, 1}},
		{{"slip-print", "", 1, 1}, {"slip-proof", "", 1, 1}, {"slip-copies", a.text("copies"), 1, 1}},
	}
	theme := a.styles.theme
	look := theme.Tables
	look.Color = theme.Color("official-red")
	look.Frame, look.Row, look.Column, look.Head = page.Pt*3/2, page.Pt*3/4, page.Pt*3/4, page.Pt*3/4
	table := &layout.Table{Style: theme.Style("tableblock"), Look: look, Valign: "middle"}
	for i := range slipColumns {
		table.Columns = append(table.Columns, layout.Column{Share: 16 + i%2})
	}
	for _, row := range rows {
		table.Rows = append(table.Rows, a.slipRow(row))
	}
	out := a.lines("slipname", a.phrase("slip-name", "issuer", strings.Join(a.list("issuer"), a.phrase("name-join"))))
	out = append(out, table, &layout.Break{})
	return append(out, a.headline()...)
}

// draftTitle is the title of the draft.
func (a *article) draftTitle() string {
	if a.title != nil {
		return oneLine(bulletins.PlainText(a.title.Block.(*bulletins.Heading).Spans))
	}
	return a.text("title")
}

// slipRow makes a row of the form.
func (a *article) slipRow(cells []slipCell) layout.TableRow {
	label, value := a.styles.theme.Style("sliplabel"), a.styles.theme.Style("slipcell")
	var row layout.TableRow
	for _, c := range cells {
		t := a.words(c.words, value)
		for range c.lines - 1 { // room to write
			t.Inlines = append(t.Inlines, layout.Inline{Break: true, Source: -1}, layout.Inline{Text: wideSpace, Source: -1})
		}
		row.Cells = append(row.Cells, layout.Cell{Text: a.words(a.phrase(c.label), label)}, layout.Cell{Text: t, ColSpan: c.columns})
		for range c.columns - 1 {
			row.Cells = append(row.Cells, layout.Cell{})
		}
	}
	return row
}

// checkSlip looks at the particulars of a routing slip.
func checkSlip(meta *bulletins.Meta, report func(bulletins.Diagnostic)) {
	checkNumber(meta, report, false)
	if len(People(meta.Values["drafter"])) == 0 {
		report(problem(bulletins.Warning, "slip-drafter-missing", meta.Values["drafter"].Range))
	}
	checkMarks(meta, report)
}
