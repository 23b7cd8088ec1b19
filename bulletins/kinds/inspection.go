package kinds

import (
	"slices"
	"strconv"
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/layout"
)

// inspectionRecord is the record of an inspection on the spot, without notice if nothing
// else is said (四不两直).
var inspectionRecord = Kind{
	Name: "inspection-record", Group: Records,
	Fields: []string{"title", "number", "issuer", "unit", "unit_address", "unit_head", "event_date", "time", "time_to", "inspectors", "advance_notice", "rows", "opinion", "note"},
	Own:    with(roundOwn, fieldsOf{"rows": whole}),
	lists:  []*list{&findings},
	head:   inspectionHead, close: inspectionClose, check: checkInspection,
}

var findings = list{
	columns: []string{"number", "check-item", "finding", "basis", "handling", "deadline", "owner", "photo", "remark"},
	needs:   []string{"finding", "handling", "deadline"},
	filled:  []string{"finding", "handling"},
	groups:  []string{"check-item"},
	derived: []derived{{key: "number", first: true, value: func(r *roll, row int) string { return strconv.Itoa(row + 1) }}},
}

func inspectionHead(a *article) []layout.Block {
	out := a.headline()
	out = append(out, a.ends("listline", a.joined("part-join", a.names("issuer")), a.text("number"))...)
	announced, _ := bulletins.ParseBool(a.text("advance_notice"))
	way := a.phrase("round-unannounced", "box", box(!announced)) + "\n" + a.phrase("round-announced", "box", box(announced))
	return append(out, a.factGrid(
		pair{"round-unit", a.text("unit")}, pair{"round-head", a.everybody("unit_head")},
		pair{"round-address", a.text("unit_address")}, pair{"round-date", a.roundTime()},
		pair{"round-inspectors", a.officers("inspectors")}, pair{"round-way", way},
	)...)
}

// officers names people as typed: what stands in brackets is the number of a certificate.
func (a *article) officers(key string) string {
	var names []string
	for _, p := range People(a.meta.Values[key]) {
		if notes := filled(append([]string{p.Unit}, p.Posts...)); len(notes) > 0 {
			p.Name = a.phrase("round-officer", "name", p.Name, "note", strings.Join(notes, a.phrase("name-join")))
		}
		names = append(names, p.Name)
	}
	return strings.Join(names, a.phrase("person-join"))
}

func inspectionClose(a *article) []layout.Block {
	title := a.styles.theme.Style("blocktitle")
	out := []layout.Block{a.words(a.phrase("round-opinion"), title)}
	if opinion := a.text("opinion"); opinion != "" {
		out = append(out, a.words(opinion, a.styles.body))
	} else {
		for range 3 {
			t := a.words("", a.styles.theme.Style("signline"))
			t.Inlines = []layout.Inline{{Fill: true, Leader: "_", Source: -1}}
			out = append(out, t)
		}
	}
	out = append(out, a.lines("listnote", a.text("note"))...)
	for range max(2, len(People(a.meta.Values["inspectors"]))) {
		out = append(out, a.signLine("round-sign-inspector", "sign-date"))
	}
	return append(out, a.signLine("round-sign-unit", "sign-date"))
}

// checkInspection asks for what a record of an inspection must say (Work Safety Law,
// article 68; Law on Administrative Penalties, article 42: two officers at least).
func checkInspection(meta *bulletins.Meta, report func(bulletins.Diagnostic)) {
	for _, key := range []string{"unit", "event_date", "unit_address", "inspectors"} {
		if lacks(meta, key) {
			report(problem(bulletins.Error, "inspection-missing", meta.Values[key].Range, "key", key))
		}
	}
	if v := meta.Values["inspectors"]; len(People(v)) == 1 {
		report(problem(bulletins.Error, "inspection-alone", v.Range))
	}
	names := []string{}
	for _, p := range People(meta.Values["inspectors"]) {
		names = append(names, p.Name)
	}
	for _, p := range People(meta.Values["unit_head"]) {
		if slices.Contains(names, p.Name) {
			report(problem(bulletins.Warning, "inspection-own", p.Range, "name", p.Name))
		}
	}
}
