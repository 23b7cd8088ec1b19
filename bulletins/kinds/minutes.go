package kinds

import (
	"regexp"
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// minutes record a meeting and what it decided (纪要格式: GB/T 9704-2012, 10.3).
var minutes = Kind{
	Name: "minutes", Group: Official, Theme: "gbt9704",
	Fields: []string{"masthead", "issuer", "number", "title", "published", "event_date", "time", "venue", "chair", "recorder",
		"attendees", "absent", "observers", "attachments", "cc", "printed_by", "printed", "letterhead", "last_side"},
	Own: officialOwn, shaped: true,
	head: minutesHead, close: minutesClose, place: minutesImprint,
	check: checkMinutes, review: reviewMinutes,
}

// minutesHead sets mark, number, issuer and date above a red rule in Chinese, else the
// issuer and the title; then when, where and who.
func minutesHead(a *article) []layout.Block {
	facts := []fact{
		{"meeting-when", a.when()}, {"meeting-where", a.where()}, {"meeting-chair", a.everybody("chair")}, {"meeting-recorder", a.everybody("recorder")},
	}
	if !strings.HasPrefix(a.scene.lang, "zh") {
		out := a.lines("letterline", a.joined("part-join", a.names("issuer"), a.text("number")))
		out = append(out, a.headline()...)
		facts = append(facts, fact{"meeting-present", a.everybody("attendees")}, fact{"meeting-absent", a.everybody("absent")}, fact{"meeting-observers", a.everybody("observers")})
		return append(out, a.facts("meetingfact", facts)...)
	}
	s := a.metrics()
	names := filled([]string{a.text("masthead")})
	word := ""
	if len(names) == 0 {
		names, word = a.list("issuer"), a.phrase("minutes-mark")
	}
	out, y := a.mark("headmark", names, word, s.area.Y+markAt)
	if words := a.text("number"); words != "" {
		out = append(out, &layout.Fixed{At: s.across(y+s.line/2, 0), Blocks: a.lines("headnumber", words)})
		y += s.line
	}
	y += s.line
	line := a.words(strings.Join(a.list("issuer"), a.phrase("name-join")), a.sided(a.styles.theme.Style("headitem"), s.char))
	line.Inlines = append(line.Inlines, layout.Inline{Fill: true, Source: -1}, layout.Inline{Text: printedDate(a.scene.lang, a.text("published")), Source: -1})
	out = append(out, &layout.Fixed{At: s.across(y, 0), Blocks: []layout.Block{line}})
	y += s.gap()/2 + s.em + page.MM(4_000)
	box := a.styles.theme.Style("redrule").Box
	if !a.preprinted() {
		out = append(out, a.ruleAt("redrule", s.area.X, y, s.area.W, box.Rule))
	}
	out = append(out, s.skip(y+box.Rule+2*s.line))
	out = append(out, a.headline()...)
	return append(out, a.facts("meetingfact", facts)...)
}

// minutesClose sets who was there, one line below the text in Chinese (10.3), and who
// signs else.
func minutesClose(a *article) []layout.Block {
	out := a.attachmentNote()
	if strings.HasPrefix(a.scene.lang, "zh") {
		return append(out, a.attendance()...)
	}
	return append(out, a.signatures("meeting-chair-signs", a.meta.Values["chair"], "meeting-recorder-signs", a.meta.Values["recorder"]))
}

// attendance lists those present, absent and observing, with labels in bold type; lines
// after the first begin below the first name.
func (a *article) attendance() []layout.Block {
	var out []layout.Block
	style := a.styles.theme.Style("attendance")
	for _, e := range []struct{ label, key string }{{"present-label", "attendees"}, {"absent-label", "absent"}, {"observers-label", "observers"}} {
		words := a.everybody(e.key)
		if words == "" {
			continue
		}
		own := style
		if len(out) == 0 {
			own = a.inLines(style, 1)
		}
		plain := a.styles.derive("plain", style, func(own *themes.Style) { own.Left = 0 })
		t := a.words(a.phrase(e.label), plain)
		t.Inlines[0].Style = a.styles.mark("meetinglabel", plain)
		indent := halfEms(a.phrase(e.label)) * a.metrics().char / 2
		out = append(out, &layout.Frame{Style: own, Blocks: []layout.Block{&layout.Item{Label: t, Indent: indent, Blocks: []layout.Block{a.words(words, plain)}}}})
	}
	return out
}

// signatures sets two lines to sign on side by side, with the names below them.
func (a *article) signatures(label1 string, first bulletins.Value, label2 string, second bulletins.Value) layout.Block {
	style := a.styles.theme.Style("signcell")
	row := &layout.Row{Style: a.styles.theme.Style("signrow"), Gap: 2 * style.Size}
	for _, e := range []struct {
		label string
		who   bulletins.Value
	}{{label1, first}, {label2, second}} {
		name := ""
		if people := People(e.who); len(people) > 0 {
			name = people[0].Name
		}
		line := &layout.Text{Style: a.inLines(style, 3), Lang: a.scene.lang, Inlines: []layout.Inline{{Fill: true, Leader: "_", Source: -1}}}
		row.Cells = append(row.Cells, layout.RowCell{Blocks: []layout.Block{a.words(a.phrase(e.label), style), line, a.words(name+" ", style)}})
	}
	return row
}

// minutesImprint sets the imprint of Chinese minutes.
func minutesImprint(a *article, flow *layout.Flow) {
	if strings.HasPrefix(a.scene.lang, "zh") {
		officialImprint(a, flow)
	}
}

// checkMinutes looks at the particulars of minutes.
func checkMinutes(meta *bulletins.Meta, report func(bulletins.Diagnostic)) {
	for _, need := range []struct{ key, code string }{{"event_date", "meeting-date"}, {"chair", "minutes-chair"}, {"attendees", "minutes-attendees"}} {
		v := meta.Values[need.key]
		if v.Text == "" && len(v.List) == 0 && len(v.Map) == 0 {
			report(problem(bulletins.Warning, need.code, v.Range))
		}
	}
	checkRanks(meta, report, "attendees", "observers")
	checkPast(meta, report)
	absent := map[string]bool{}
	for _, p := range People(meta.Values["absent"]) {
		absent[p.Name] = true
	}
	for _, p := range People(meta.Values["attendees"]) {
		if absent[p.Name] && placeholder(p.Name) == nil {
			report(problem(bulletins.Error, "minutes-both", p.Range, "name", p.Name))
		}
	}
}

// What tells a decision, who has to carry it out and until when.
var (
	decisionHeads = regexp.MustCompile(`(?i)议定|議定|决定|決定|decision|action|keputusan|tindak lanjut`)
	owners        = regexp.MustCompile(`(?i)由.{1,40}?(负责|負責|牵头|牽頭|落实|落實|组织|組織|会同|會同)|责任单位|責任單位|责任人|責任人|牵头|牽頭|\b(owner|responsible|led by|action by|shall|will)\b|penanggung jawab|\boleh\b|PIC|\b(bagian|kepala|ketua|manajer|petugas|tim|divisi|seksi|unit|komite|panitia|sekretaris|direktur|pengawas)\b.{0,40}? (me|ber)[a-z]+`)
	deadlines     = regexp.MustCompile(`(?i)\d+\s*(月|日|天|年|个工作日|個工作日)|月底|年底|前(完成|报|報|落实|落實)|立即|即日|长期|長期|\b(by|before|until|within|immediately|deadline)\b|paling lambat|sebelum|hingga|segera|tenggat`)
)

// reviewMinutes reports decisions that name nobody or no date.
func reviewMinutes(doc *bulletins.Document, report func(bulletins.Diagnostic)) {
	deciding, depth := false, 0
	for i, top := range doc.Blocks {
		switch b := top.Block.(type) {
		case *bulletins.Heading:
			deciding = decisionHeads.MatchString(bulletins.PlainText(b.Spans))
		case *bulletins.Paragraph:
			words := bulletins.PlainText(b.Spans)
			if b.Level > 0 && isHeading(words) && (!deciding || b.Level <= depth) {
				deciding, depth = decisionHeads.MatchString(words), b.Level
				continue
			}
			if deciding && b.Level > depth {
				checkDecision(words, bulletins.Range{Start: doc.Starts[i], End: doc.Starts[i] + len(top.Source)}, report)
			}
		case *bulletins.List:
			for _, item := range b.Items {
				if deciding {
					at := bulletins.Range{Start: doc.Starts[i] + item.Start, End: doc.Starts[i] + item.End}
					checkDecision(top.Source[item.Start:min(item.End, len(top.Source))], at, report)
				}
			}
		}
	}
}

func checkDecision(words string, at bulletins.Range, report func(bulletins.Diagnostic)) {
	if !owners.MatchString(words) {
		report(problem(bulletins.Warning, "minutes-owner", at))
	}
	if !deadlines.MatchString(words) {
		report(problem(bulletins.Warning, "minutes-deadline", at))
	}
}
