package kinds

import (
	"strconv"

	"safety365/bulletins/layout"
	"safety365/bulletins/page"
)

// A talk before work: what it is about, who came and what is to be done. Its text is the
// key points; behind it stand a sheet for signatures and one for actions.

var talkFields = []string{"title", "event_date", "time", "duration", "venue", "leader", "sector", "audience", "issuer", "attendees", "rows"}

var talkNeeds = []string{"event_date", "leader"}

var talkOwn = fieldsOf{"duration": text, "leader": people, "rows": whole}

var toolboxTalk = Kind{
	Name: "toolbox-talk", Group: English, Languages: englishOnly, Theme: "plain-en",
	Fields: talkFields, Own: talkOwn, needs: talkNeeds, head: talkHead, close: talkClose,
}

var safetyTalk = Kind{
	Name: "safety-talk", Group: Indonesian, Languages: indonesianOnly, Theme: "k3-green",
	Fields: talkFields, Own: talkOwn, needs: talkNeeds, head: talkHead, close: talkClose,
}

func talkHead(a *article) []layout.Block {
	out := []layout.Block{a.band("success", a.phrase("band-"+a.scene.kind.Name), "")}
	out = append(out, a.headline()...)
	return append(out, a.factTable(
		pair{"talk-date", printedDay(a.scene.lang, a.text("event_date"))},
		pair{"talk-time", printedTime(a.scene.lang, a.text("time"))},
		pair{"talk-duration", a.text("duration")},
		pair{"talk-place", a.where()},
		pair{"talk-leader", a.everybody("leader")},
		pair{"notice-sector", a.text("sector")},
		pair{"notice-audience", a.names("audience")},
	)...)
}

// talkClose sets the sheets for actions and signatures, both on one page: what goes round
// among those who listen.
func talkClose(a *article) []layout.Block {
	people := People(a.meta.Values["attendees"])
	rows, err := strconv.Atoi(a.text("rows"))
	if err != nil || rows < 1 || rows > 500 {
		rows = 10
	}
	out := a.sheetTitle("talk-actions")
	out = append(out, a.emptySheet([]string{"row-number", "action-what", "action-owner", "action-due", "action-state"}, 3))
	out = append(out, a.sheetTitle("talk-attendance")...)
	out = append(out, a.signInTable(people, max(0, rows-len(people))))
	return []layout.Block{&layout.Frame{Style: a.styles.theme.Style("talksheets"), Tag: page.RoleSect, Blocks: out}}
}

func (a *article) sheetTitle(key string) []layout.Block {
	return []layout.Block{a.words(a.phrase(key), a.styles.theme.Style("blocktitle"))}
}

// emptySheet is a table of numbered rows to be filled in by hand.
func (a *article) emptySheet(columns []string, rows int) layout.Block {
	cell := a.styles.theme.Style("signinrow")
	t := &layout.Table{Style: a.styles.block("tableblock", "caption"), Look: a.gridLook(), Valign: "middle", Columns: make([]layout.Column, len(columns))}
	t.Columns[0].Length = 3 * cell.Size
	for i := range columns[1:] {
		t.Columns[i+1].Part = 1000
	}
	row := func(role string, words func(column int) string) layout.TableRow {
		var r layout.TableRow
		for c := range columns {
			r.Cells = append(r.Cells, layout.Cell{Text: a.words(words(c), a.styles.theme.Style(role))})
		}
		return r
	}
	t.Head = []layout.TableRow{row("tablehead", func(c int) string { return a.phrase(columns[c]) })}
	for i := range rows {
		t.Rows = append(t.Rows, row("signinrow", func(c int) string {
			if c == 0 {
				return strconv.Itoa(i + 1)
			}
			return ""
		}))
	}
	return t
}
