package kinds

import (
	"strconv"
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/themes"
)

// signIn is a sheet on which those present sign (签到表).
var signIn = Kind{
	Name: "sign-in", Group: Warning, Theme: "warning-yellow",
	Fields: []string{"title", "event_date", "time", "venue", "chair", "speakers", "issuer", "rows", "attendees"},
	Own:    fieldsOf{"rows": whole},
	head:   signInHead, close: signInClose, check: checkSignIn,
}

// signInRows is how many empty rows a sheet has that says nothing: they fill a page.
const signInRows = 20

// mostRows bounds the empty rows of a sheet.
const mostRows = 1000

// signInHead sets title and particulars.
func signInHead(a *article) []layout.Block {
	return append(a.headline(), a.particulars(
		particular{"lesson-when", a.when(), true},
		particular{"lesson-where", a.where(), true},
		particular{"sign-in-chair", a.everybody("chair"), true},
		particular{"lesson-speaker", a.everybody("speakers"), true},
		particular{"sign-in-issuer", a.names("issuer"), false},
	)...)
}

// signInClose sets the table: those who are to come, then empty rows.
func signInClose(a *article) []layout.Block {
	people := People(a.meta.Values["attendees"])
	empty, err := strconv.Atoi(oneLine(a.meta.Text("rows")))
	if err != nil {
		empty = max(0, signInRows-len(people))
	}
	return []layout.Block{a.signInTable(people, empty)}
}

// signInTable has a row for each of some people and so many empty ones.
func (m *maker) signInTable(people []Person, empty int) *layout.Table {
	head, cell := m.styles.theme.Style("tablehead"), m.styles.theme.Style("signinrow")
	number := m.styles.derive("middle", cell, func(own *themes.Style) { own.Align = themes.Center })
	middle := m.styles.derive("middle", head, func(own *themes.Style) { own.Align = themes.Center })
	t := &layout.Table{Style: m.styles.block("tableblock", "caption"), Look: m.gridLook(), Valign: "middle"}
	t.Look.HeadValign = "middle"
	t.Head = []layout.TableRow{{}}
	for _, c := range signInColumns {
		t.Columns = append(t.Columns, layout.Column{Part: c.part})
		t.Head[0].Cells = append(t.Head[0].Cells, layout.Cell{Text: m.words(m.phrase(c.phrase), middle)})
	}
	row := func(p Person) {
		r := layout.TableRow{Cells: []layout.Cell{{Text: m.words(strconv.Itoa(len(t.Rows)+1), number)}}}
		for _, words := range []string{p.Name, p.Unit, strings.Join(p.Posts, m.phrase("name-join")), p.Phone, ""} {
			r.Cells = append(r.Cells, layout.Cell{Text: m.words(words, cell)})
		}
		t.Rows = append(t.Rows, r)
	}
	for _, p := range people {
		row(p)
	}
	for range min(max(empty, 0), mostRows) {
		row(Person{})
	}
	return t
}

// signInColumns are the columns of a sheet with their parts of its width.
var signInColumns = []struct {
	phrase string
	part   int
}{{"row-number", 8}, {"attendee-name", 17}, {"attendee-unit", 22}, {"attendee-post", 17}, {"attendee-phone", 18}, {"review-signature", 18}}

// signInSheet makes a sheet inside another document.
func (m *maker) signInSheet(d *bulletins.Directive, at place) []layout.Block {
	rows := signInRows
	if n, err := strconv.Atoi(strings.TrimSpace(d.Attrs.Get("rows"))); err == nil {
		rows = n
	}
	return append(m.blocks(d.Blocks, at.inside()), m.signInTable(nil, rows))
}

// checkSignIn says that a sheet has no row, or more than are set.
func checkSignIn(meta *bulletins.Meta, report func(bulletins.Diagnostic)) {
	n, err := strconv.Atoi(oneLine(meta.Text("rows")))
	if err == nil && (n < 0 || n > mostRows || n == 0 && len(People(meta.Values["attendees"])) == 0) {
		report(problem(bulletins.Warning, "sign-in-rows", meta.Values["rows"].Range, "limit", strconv.Itoa(mostRows)))
	}
	if oneLine(meta.Text("event_date")) == "" {
		report(problem(bulletins.Warning, "sign-in-date", meta.Values["event_date"].Range))
	}
}
