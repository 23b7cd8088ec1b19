package kinds

import (
	"safety365/bulletins/layout"
	"safety365/themes"
)

// notula is the Indonesian minutes of a meeting, signed by chair and recorder.
var notula = Kind{
	Name: "notula", Group: Indonesian, Languages: indonesianOnly, Theme: "edaran",
	Fields: []string{"title", "issuer", "address", "logo", "event_date", "time", "venue", "chair", "recorder", "attendees", "absent", "city", "published"},
	Own:    suratOwn, needs: []string{"event_date", "venue", "chair", "recorder", "attendees"},
	head: notulaHead, close: notulaClose, check: checkPast,
}

func notulaHead(a *article) []layout.Block {
	out := a.kop()
	out = append(out, a.lines("suratname", a.phrase("notula-mark"))...)
	out = append(out, a.centredHeadline()...)
	return append(out, a.factTable(
		pair{"notula-day", printedDay(a.scene.lang, a.text("event_date"))},
		pair{"talk-time", printedTime(a.scene.lang, a.text("time"))},
		pair{"talk-place", a.where()},
		pair{"notula-chair", a.everybody("chair")},
		pair{"notula-recorder", a.everybody("recorder")},
		pair{"notula-attendees", a.everybody("attendees")},
		pair{"notula-absent", a.everybody("absent")},
	)...)
}

// notulaClose lets chair and recorder sign side by side.
func notulaClose(a *article) []layout.Block {
	style := a.styles.theme.Style("signatory")
	room := a.styles.derive("room", style, func(own *themes.Style) { own.Before += 4 * own.Leading })
	cell := func(label, name string) layout.RowCell {
		if name == "" {
			name = a.phrase("name-missing")
		}
		return layout.RowCell{Blocks: []layout.Block{a.words(a.phrase(label)+",", style), a.words(name, room)}}
	}
	out := []layout.Block{}
	if day := a.cityDate(); day != "" {
		right := a.styles.derive("right", style, func(own *themes.Style) { own.Align, own.Before = themes.Right, own.Leading })
		out = append(out, a.words(day, right))
	}
	return append(out, &layout.Row{Style: a.styles.theme.Style("signatoryblock"), Cells: []layout.RowCell{
		cell("notula-chair", a.peopleName("chair")), cell("notula-recorder", a.peopleName("recorder"))}})
}
