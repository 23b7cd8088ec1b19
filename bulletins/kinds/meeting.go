package kinds

import (
	"regexp"
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// meetingNotice calls to a meeting (会议通知). One with a number is an official document;
// any other begins with its title.
var meetingNotice = Kind{
	Name: "meeting-notice", Group: Official, Theme: "gbt9704",
	Fields: []string{"issuer", "number", "title", "to", "event_date", "time", "venue", "chair", "attendees", "observers",
		"reply_by", "contact", "attachments", "published", "seal", "seal_image", "signature", "note", "cc", "printed_by", "printed", "letterhead", "last_side"},
	Own: officialOwn, shaped: true, needs: []string{"issuer", "published"},
	head: meetingHead, middle: meetingFacts, close: officialClose, place: meetingImprint,
	check: checkMeeting, review: reviewMeeting,
}

// numbered says whether a document is an official one, with a head and an imprint.
func (a *article) numbered() bool {
	return a.text("number") != "" && strings.HasPrefix(a.scene.lang, "zh")
}

// meetingHead sets title and addressees, below a red head if the notice has a number.
func meetingHead(a *article) []layout.Block {
	if a.numbered() {
		return officialHead(a)
	}
	return plainHead(a)
}

// plainHead sets what a letter without a printed head begins with: in English and
// Indonesian the issuer and what it is; title; addressees.
func plainHead(a *article) []layout.Block {
	var out []layout.Block
	if !strings.HasPrefix(a.scene.lang, "zh") {
		out = append(out, a.lines("letterline", a.joined("part-join", a.names("issuer"), a.text("number")))...)
	}
	out = append(out, a.headline()...)
	if words := a.addresseeWords(); words != "" {
		out = append(out, &layout.Frame{Blocks: a.lines("addressee", a.phrase("addressee-line", "names", words))})
	}
	return out
}

// meetingImprint sets the imprint of a notice that is an official document.
func meetingImprint(a *article, flow *layout.Flow) {
	if a.numbered() {
		officialImprint(a, flow)
	}
}

// fact is a label, by its phrase, and what it labels.
type fact struct{ label, words string }

// meetingFacts are when, where and who of a meeting.
func meetingFacts(a *article) []layout.Block {
	return a.facts("meetingfact", []fact{
		{"meeting-when", a.when()}, {"meeting-where", a.where()}, {"meeting-chair", a.everybody("chair")},
		{"meeting-attendees", a.everybody("attendees")}, {"meeting-observers", a.everybody("observers")},
		{"meeting-reply", a.day("reply_by")}, {"meeting-contact", a.names("contact")},
	})
}

// day is a date of the front matter with its day of the week.
func (a *article) day(key string) string { return printedDay(a.scene.lang, a.text(key)) }

// when is day and time of an event.
func (a *article) when() string {
	return a.joined("when-join", a.day("event_date"), printedTime(a.scene.lang, a.text("time")))
}

// where is the place of an event.
func (a *article) where() string {
	name, address := a.within("venue", "name"), a.within("venue", "address")
	if name == "" || address == "" {
		return name + address
	}
	return a.phrase("meeting-place", "name", name, "address", address)
}

// everybody names people with their posts.
func (a *article) everybody(key string) string {
	var names []string
	for _, p := range People(a.meta.Values[key]) {
		names = append(names, a.person(p))
	}
	return strings.Join(names, a.phrase("person-join"))
}

// person names somebody with unit and posts: before the name in Chinese, else after it.
func (a *article) person(p Person) string {
	posts := strings.Join(p.Posts, a.phrase("name-join"))
	if p.Unit == "" && posts == "" {
		return p.Name
	}
	return a.phrase("person", "name", p.Name, "office", strings.Join(filled([]string{p.Unit, posts}), a.phrase("office-join")))
}

// facts sets labelled lines, the text of all beginning at the same distance.
func (a *article) facts(role string, facts []fact) []layout.Block {
	style := a.styles.theme.Style(role)
	plain := a.styles.derive("plain", style, func(own *themes.Style) { own.Before, own.After, own.Left = 0, 0, 0 })
	label := a.styles.mark("meetinglabel", plain)
	widest := page.Length(0)
	list := &layout.Frame{Style: style, Tag: page.RoleL}
	for _, f := range facts {
		if f.words == "" {
			continue
		}
		words := a.phrase(f.label)
		widest = max(widest, a.lineWidth(words, plain))
		t := a.words(words, plain)
		t.Inlines[0].Style = label
		item := &layout.Item{Label: t}
		for line := range strings.SplitSeq(f.words, "\n") {
			item.Blocks = append(item.Blocks, a.words(line, plain))
		}
		list.Blocks = append(list.Blocks, item)
	}
	if len(list.Blocks) == 0 {
		return nil
	}
	for _, b := range list.Blocks {
		b.(*layout.Item).Indent = widest
		if !strings.HasPrefix(a.scene.lang, "zh") {
			b.(*layout.Item).Indent += plain.Size
		}
	}
	return []layout.Block{list}
}

// checkMeeting looks at the particulars of a notice of a meeting.
func checkMeeting(meta *bulletins.Meta, report func(bulletins.Diagnostic)) {
	checkNumber(meta, report, false)
	checkRanks(meta, report, "attendees", "observers")
	_, held := bulletins.ParseDate(strings.TrimSpace(meta.Text("event_date")))
	for _, need := range []struct{ key, code string }{
		{"event_date", "meeting-date"}, {"time", "meeting-time-missing"}, {"venue", "meeting-venue"}, {"contact", "meeting-contact-missing"},
	} {
		v := meta.Values[need.key]
		if need.key == "time" && held && strings.Contains(meta.Text("event_date"), "T") {
			continue
		}
		if v.Text == "" && len(filled(meta.List(need.key))) == 0 && strings.TrimSpace(v.Map["name"].Text) == "" {
			report(problem(bulletins.Warning, need.code, v.Range))
		}
	}
	if before(meta, "event_date", "published") {
		report(problem(bulletins.Error, "meeting-before-notice", meta.Values["event_date"].Range))
	}
}

// reviewMeeting looks at the text of a notice.
func reviewMeeting(doc *bulletins.Document, report func(bulletins.Diagnostic)) {
	checkAttachments(doc, report)
}

// meetingNews reports a meeting. Who took part stands at its end if the front matter
// says it.
var meetingNews = Kind{
	Name: "meeting-news", Group: Official,
	Fields: []string{"column", "title", "subtitle", "published", "event_date", "source", "author", "byline", "lead", "venue", "chair", "speakers",
		"attendees", "editor", "review", "credit", "contact", "hotline", "related", "rights", "copyright_notice"},
	needs: []string{"published"},
	head:  bulletinHead, close: newsClose, check: checkPast, review: reviewNews,
}

// newsClose sets who took part, and the apparatus.
func newsClose(a *article) []layout.Block {
	var out []layout.Block
	people := People(a.meta.Values["attendees"])
	if len(people) > 0 {
		var names []string
		for _, p := range byRank(people) {
			names = append(names, a.person(p))
		}
		out = append(out, a.lines("body", a.phrase("news-attendees", "names", a.listed(names)))...)
	}
	return append(out, bulletinTail(a)...)
}

// leads are the words with which the paragraphs of a report of a meeting begin.
var leads = regexp.MustCompile(`^\s*((?:会议|會議)(?:指出|强调|強調|要求|认为|認為|决定|決定|听取|聽取)|The meeting (?:noted|stressed|required|agreed|decided|heard)|Rapat (?:mencatat|menekankan|meminta|memutuskan|menyepakati))`)

// sameVerb finds a lead whose verb comes again in its sentence: 会议要求，…要求….
var sameVerb = regexp.MustCompile(`(?:会议|會議)(指出|强调|強調|要求|认为|認為)[，,]([^。]*)`)

// reviewNews reports leads that come twice, a verb that comes twice in a sentence, and
// names that are not in order.
func reviewNews(doc *bulletins.Document, report func(bulletins.Diagnostic)) {
	checkNamed(doc, report)
	seen := map[string]bool{}
	for i, top := range doc.Blocks {
		if _, ok := top.Block.(*bulletins.Paragraph); !ok {
			continue
		}
		if found := leads.FindStringSubmatchIndex(top.Source); found != nil {
			lead := top.Source[found[2]:found[3]]
			if seen[lead] {
				report(problem(bulletins.Warning, "news-lead-repeated", bulletins.Range{Start: doc.Starts[i] + found[2], End: doc.Starts[i] + found[3]}, "lead", lead))
			}
			seen[lead] = true
		}
		for _, found := range sameVerb.FindAllStringSubmatchIndex(top.Source, -1) {
			verb, rest := top.Source[found[2]:found[3]], top.Source[found[4]:found[5]]
			if at := strings.Index(rest, verb); at >= 0 {
				at += doc.Starts[i] + found[4]
				report(problem(bulletins.Warning, "news-verb-repeated", bulletins.Range{Start: at, End: at + len(verb)}, "verb", verb))
			}
		}
	}
}
