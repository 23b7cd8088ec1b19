package kinds

import (
	"strconv"
	"strings"
	"time"

	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// safety365 prints dated tips: a card for each day, or a sheet for the month.
var safety365 = Kind{
	Name: "safety365", Group: Display, Theme: "safety365", Form: "form",
	Fields: []string{"title", "month", "form", "days", "data", "issuer", "hotline", "contact"},
	Own: fieldsOf{
		"month": text,                    // 2026-06
		"form":  choice("month", "card"), // the sheet or the cards
		"days":  texts,                   // cards of these days only
		"data":  external,                // a CSV, XLSX or YAML file of tips
	},
	recast: bare, place: placeTips,
}

func placeTips(a *article, flow *layout.Flow) {
	tips := a.tips()
	from, ok := a.month(tips)
	if !ok {
		a.report(bulletins.Error, "tip-month", a.meta.Values["month"].Range, "value", a.text("month"))
		return
	}
	to := from.AddDate(0, 1, -1)
	var own []tip
	for _, t := range tips {
		if !t.day.Before(from) && !t.day.After(to) {
			own = append(own, t)
		}
	}
	if a.text("form") == "card" {
		if days := a.list("days"); len(days) > 0 {
			own = pickDays(own, days)
		} else {
			a.checkTips(own, from, to)
		}
		a.cards(flow, own)
		return
	}
	a.checkTips(own, from, to)
	a.monthSheet(flow, own, from)
}

// month is the first day of the month that is wanted, or of the first tip.
func (a *article) month(tips []tip) (time.Time, bool) {
	if t, err := time.Parse("2006-01", a.text("month")); err == nil {
		return t, true
	}
	if a.text("month") == "" && len(tips) > 0 {
		first := tips[0].day
		return time.Date(first.Year(), first.Month(), 1, 0, 0, 0, 0, time.UTC), true
	}
	return time.Time{}, false
}

func pickDays(tips []tip, days []string) []tip {
	var out []tip
	for _, t := range tips {
		for _, d := range days {
			if n, err := strconv.Atoi(d); err == nil && n == t.day.Day() || d == t.day.Format(time.DateOnly) {
				out = append(out, t)
				break
			}
		}
	}
	return out
}

// grounds are the colours of the days of the week, from Sunday on.
var grounds = []string{"red", "blue", "green", "accent", "blue", "green", "orange"}

// cards sets a sheet for each tip.
func (a *article) cards(flow *layout.Flow, tips []tip) {
	c := a.canvas(flow)
	for i, t := range tips {
		if i > 0 {
			c.newPage()
		}
		c.card(t)
	}
}

// card sets a tip: the day in a band, the topic, the tip as large as it can be, a line
// below it, and who speaks.
func (c *canvas) card(t tip) {
	ground := grounds[t.day.Weekday()]
	c.paint(c.box(0, 0, 1000, 1000), "white")
	c.paint(c.box(0, 0, 1000, 270), ground)
	number := c.box(0, 30, 420, 210)
	number.X, number.W = c.safe, number.W-c.safe
	c.fitted(strconv.Itoa(t.day.Day()), "cardday", number, 1, "middle")
	side := c.box(440, 60, 500, 150)
	side.W = c.size.W - c.safe - side.X
	month := c.phrase("month-year", "year", strconv.Itoa(t.day.Year()), "month", c.phrase("month-"+strconv.Itoa(int(t.day.Month()))))
	c.put(layout.Fixed{At: side, Valign: "middle", Fit: true, Blocks: []layout.Block{
		c.words(month, c.sized("cardmonth", 62)), c.words(weekday(c.scene.lang, t.day), c.sized("cardmonth", 62))}})
	topic := t.topic
	if t.sector != "" {
		topic = strings.Trim(topic+" · "+t.sector, " ·")
	}
	head := c.words(topic, c.sized("cardtopic", 56))
	head.Tag, head.Outline = page.RoleH1, 1
	c.put(layout.Fixed{At: c.within(310, 60), Valign: "middle", Fit: true, Blocks: []layout.Block{head}})
	rest, tall := int64(850), int64(460)
	if t.body != "" || t.image != "" {
		tall = 270
	}
	c.fitted(t.words, "cardtip", c.within(385, tall), 6, "middle")
	if t.image != "" {
		c.picture(t.image, c.within(670, rest-680))
	} else if t.body != "" {
		c.put(layout.Fixed{At: c.within(670, rest-680), Valign: "middle", Fit: true, Blocks: []layout.Block{c.words(t.body, c.sized("cardbody", 42))}})
	}
	c.cardFoot(t, 880)
}

// cardFoot sets the name of the column and the issuer, with a code at the right.
func (c *canvas) cardFoot(t tip, y int64) {
	r := c.within(y, 80)
	title := c.text("title")
	if title == "" {
		title = c.phrase("kind-safety365")
	}
	line := c.words(title, c.sized("cardfoot", 36))
	line.Inlines = append(line.Inlines, layout.Inline{Fill: true, Source: -1}, layout.Inline{Text: c.names("issuer"), Source: -1})
	if t.qr != "" {
		m := &maker{Composer: c.Composer, top: &bulletins.TopBlock{}}
		side := c.size.W.MulDiv(150, 1000)
		d := &bulletins.Directive{Attrs: bulletins.Attrs{{Key: "text", Value: t.qr}, {Key: "size", Value: side.Decimal(3) + "pt"}}}
		c.put(layout.Fixed{At: page.Rect{X: r.X + r.W - side, Y: r.Y + r.H - side, W: side, H: side}, Blocks: m.qr(d, place{})})
		c.found = append(c.found, shiftedAll(m.found, t.at.Start)...)
		r.W -= side
	}
	c.put(layout.Fixed{At: r, Valign: "middle", Fit: true, Blocks: []layout.Block{line}})
}

// monthSheet sets a calendar of the month: a week a row, from Monday on.
func (a *article) monthSheet(flow *layout.Flow, tips []tip, from time.Time) {
	by := map[int]tip{}
	for _, t := range tips {
		if _, ok := by[t.day.Day()]; !ok {
			by[t.day.Day()] = t
		}
	}
	a.monthBand(flow, from)
	add := func(b layout.Block) {
		flow.Blocks, flow.Sources = append(flow.Blocks, b), append(flow.Sources, -1)
	}
	t := &layout.Table{Style: a.styles.block("tableblock", "caption"), Look: a.styles.theme.Tables}
	t.Look.Row, t.Look.Column = max(t.Look.Row, page.Pt/2), max(t.Look.Column, page.Pt/2)
	style := a.styles.theme.Style("monthhead")
	names := layout.TableRow{}
	for day := range 7 {
		t.Columns = append(t.Columns, layout.Column{Part: 1000, Valign: "top"})
		monday := time.Date(2024, 1, 1+day, 0, 0, 0, 0, time.UTC)
		names.Cells = append(names.Cells, layout.Cell{Text: a.words(weekday(a.scene.lang, monday), style)})
	}
	t.Head = []layout.TableRow{names}
	first := (int(from.Weekday()) + 6) % 7
	days := from.AddDate(0, 1, -1).Day()
	weeks := (first + days + 6) / 7
	t.RowHeight = a.styles.theme.Area(1).H.MulDiv(85, 100) / page.Length(weeks)
	for week := range weeks {
		row := layout.TableRow{}
		for column := range 7 {
			day := week*7 + column - first + 1
			row.Cells = append(row.Cells, layout.Cell{Text: a.dayCell(day, days, a.dayStyle(column, weeks), by)})
		}
		t.Rows = append(t.Rows, row)
	}
	add(t)
	contact := a.joined("part-join", a.labelledLine("hotline", a.text("hotline")), a.names("contact"))
	for _, line := range a.ends("monthfoot", a.names("issuer"), contact) {
		add(line)
	}
}

// monthBand sets the name of the column and the month in a band across the head of the
// sheet, down to a little above the type area.
func (a *article) monthBand(flow *layout.Flow, from time.Time) {
	c := a.canvas(flow)
	area := a.styles.theme.Area(1)
	band := page.Rect{W: c.size.W, H: area.Y * 4 / 5}
	c.paint(band, "accent")
	month := a.phrase("month-year", "year", strconv.Itoa(from.Year()), "month", a.phrase("month-"+strconv.Itoa(int(from.Month()))))
	head := a.words(a.text("title"), a.styles.theme.Style("monthtitle"))
	head.Inlines = append(head.Inlines, layout.Inline{Fill: true, Source: -1}, layout.Inline{Text: month, Source: -1})
	head.Tag, head.Outline = page.RoleH1, 1
	band.X, band.W = area.X, area.W
	c.put(layout.Fixed{At: band, Valign: "middle", Fit: true, Blocks: []layout.Block{head}})
}

// dayStyle is the style of a column's days: those of the weekend have a ground. Where the
// month has six weeks it is smaller.
func (a *article) dayStyle(column, weeks int) *themes.Style {
	role := "monthcell"
	if column > 4 {
		role = "monthweekend"
	}
	style := a.styles.theme.Style(role)
	if weeks < 6 {
		return style
	}
	return a.styles.derive("tight", style, func(own *themes.Style) {
		own.Size, own.Leading = own.Size*9/10, own.Leading*9/10
	})
}

// dayCell is a day of the sheet: its number, the topic, the tip.
func (a *article) dayCell(day, days int, style *themes.Style, by map[int]tip) *layout.Text {
	if day < 1 || day > days {
		return a.words("", style)
	}
	t := by[day]
	out := &layout.Text{Style: style, Lang: a.scene.lang, Inlines: []layout.Inline{
		{Text: strconv.Itoa(day), Style: a.styles.mark("monthday", style), Source: -1}}}
	if t.topic != "" {
		out.Inlines = append(out.Inlines, layout.Inline{Text: " " + t.topic, Style: a.styles.mark("monthtopic", style), Source: -1})
	}
	out.Inlines = append(out.Inlines, layout.Inline{Break: true, Source: -1}, layout.Inline{Text: t.words, Source: -1})
	return out
}

// lengthFactor is how many times as long a language is than Chinese for the same words.
func lengthFactor(lang string) page.Length {
	if strings.HasPrefix(lang, "zh") {
		return 1
	}
	return 2
}
