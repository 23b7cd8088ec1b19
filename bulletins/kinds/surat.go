package kinds

import (
	"slices"
	"strconv"
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// The Indonesian letters (naskah dinas). Heads and order as public offices use them; the
// measures are the theme's.

var suratOwn = fieldsOf{
	"address": text, // of the issuer, in the letterhead
	"logo":    text, // a picture at its left
	"city":    text, // before the date
	"post":    text, // of who signs
	"nature":  text, // sifat
}

// suratNeeds are what a letter cannot do without.
var suratNeeds = []string{"number", "published", "to", "post", "signer"}

var suratUndangan = Kind{
	Name: "surat-undangan", Group: Indonesian, Languages: indonesianOnly, Theme: "edaran",
	Fields: []string{"title", "number", "nature", "issuer", "address", "logo", "city", "published", "to", "event_date", "time", "venue", "attachments", "post", "signer", "cc"},
	Own:    suratOwn, needs: append(slices.Clone(suratNeeds), "event_date", "time", "venue"),
	head: undanganHead, close: suratClose, check: checkUndangan,
}

var suratEdaran = Kind{
	Name: "surat-edaran", Group: Indonesian, Languages: indonesianOnly, Theme: "edaran",
	Fields: []string{"title", "number", "issuer", "address", "logo", "to", "city", "published", "post", "signer", "cc", "attachments"},
	Own:    suratOwn, needs: suratNeeds,
	head: edaranHead, close: suratClose, review: reviewEdaran,
}

// kop is the letterhead: logo, name and address above a rule.
func (a *article) kop() []layout.Block {
	name := a.lines("kopname", a.list("issuer")...)
	if len(name) == 0 {
		name = a.lines("kopname", a.phrase("issuer-missing"))
	}
	words := append(name, a.lines("kopaddress", a.text("address"))...)
	row := &layout.Row{Valign: "middle", Gap: a.styles.body.Size}
	if logo := a.text("logo"); logo != "" {
		picture := a.image(logo, a.phrase("logo"), "", a.meta.Values["logo"].Range)
		row.Cells = append(row.Cells, layout.RowCell{Share: 14, Blocks: []layout.Block{&layout.Figure{Picture: picture, Look: a.styles.theme.Figures, Share: 100}}})
		row.Cells = append(row.Cells, layout.RowCell{Blocks: words}, layout.RowCell{Share: 14})
	} else {
		row.Cells = []layout.RowCell{{Blocks: words}}
	}
	return []layout.Block{&layout.Frame{Style: a.styles.theme.Style("kop"), Blocks: []layout.Block{row}}}
}

// centredHeadline is the title in the middle, as the words above it, whatever the house
// style does with titles.
func (a *article) centredHeadline() []layout.Block {
	out := a.headline()
	for _, b := range out {
		if t, ok := b.(*layout.Text); ok {
			t.Style = a.styles.derive("centred", t.Style, func(own *themes.Style) { own.Align = themes.Center })
		}
	}
	return out
}

// edaranHead: letterhead, addressees, the words SURAT EDARAN, number, TENTANG, subject.
func edaranHead(a *article) []layout.Block {
	out := a.kop()
	out = append(out, a.yth()...)
	out = append(out, a.lines("suratname", a.phrase("surat-edaran-mark"))...)
	if number := a.text("number"); number != "" {
		out = append(out, a.lines("suratnumber", a.phrase("surat-number", "number", number))...)
	}
	out = append(out, a.lines("suratabout", a.phrase("surat-about"))...)
	return append(out, a.centredHeadline()...)
}

// undanganHead: number, nature, enclosures and subject at the left, place and date at the
// right of the first line; then the addressees.
func undanganHead(a *article) []layout.Block {
	out := a.kop()
	style := a.styles.theme.Style("suratfact")
	attached := a.phrase("surat-none")
	if n := len(a.list("attachments")); n > 0 {
		attached = a.phrase("surat-sheets", "n", strconv.Itoa(n))
	}
	pairs := []pair{{"surat-fact-number", a.text("number")}, {"surat-fact-nature", a.text("nature")}, {"surat-fact-attached", attached}, {"surat-fact-subject", a.text("title")}}
	left := 0
	for _, p := range pairs {
		left = max(left, int(a.lineWidth(a.phrase(p.label), style)))
	}
	label := page.Length(left) + style.Size
	for i, p := range pairs {
		value := a.words(a.phrase("surat-colon")+p.value, style)
		if i == 0 {
			if day := a.cityDate(); day != "" {
				value.Inlines = append(value.Inlines, layout.Inline{Fill: true, Source: -1}, layout.Inline{Text: day, Source: -1})
			}
		}
		if p.label == "surat-fact-subject" {
			value.Tag, value.Outline = page.RoleH1, 1
		}
		out = append(out, &layout.Item{Label: a.label(a.phrase(p.label), style), Indent: label, Blocks: []layout.Block{value}})
	}
	return append(out, a.yth()...)
}

// yth are the addressees.
func (a *article) yth() []layout.Block {
	to := a.list("to")
	if len(to) == 0 {
		return nil
	}
	style := a.styles.theme.Style("yth")
	if len(to) == 1 {
		return []layout.Block{a.words(a.phrase("yth-one", "name", to[0]), style)}
	}
	out := []layout.Block{a.words(a.phrase("yth-many"), a.styles.keptNext(a.styles.derive("yth first", style, func(own *themes.Style) { own.After = 0 })))}
	last := a.styles.derive("yth last", style, func(own *themes.Style) { own.Before = 0 })
	next := a.styles.derive("yth next", last, func(own *themes.Style) { own.After = 0 })
	for i, name := range to {
		role := next
		if i == len(to)-1 {
			role = last
		}
		out = append(out, a.words(strconv.Itoa(i+1)+". "+name, role))
	}
	return out
}

// cityDate is the place and date of a letter.
func (a *article) cityDate() string {
	return a.joined("city-join", a.text("city"), printedDate(a.scene.lang, a.text("published")))
}

// suratClose sets who signs, and below at the left who gets a copy.
func suratClose(a *article) []layout.Block {
	var out []layout.Block
	day := ""
	if a.scene.kind.Name == "surat-edaran" {
		day = a.cityDate()
	}
	out = append(out, a.signatory(day, a.text("post"), a.peopleName("signer")))
	if cc := a.list("cc"); len(cc) > 0 {
		style := a.styles.theme.Style("tembusan")
		first := a.styles.derive("tembusan first", style, func(own *themes.Style) { own.Before = own.Leading })
		out = append(out, a.words(a.phrase("tembusan"), a.styles.keptNext(first)))
		for i, name := range cc {
			out = append(out, a.words(strconv.Itoa(i+1)+". "+name, style))
		}
	}
	return out
}

func (a *article) peopleName(key string) string {
	if all := People(a.meta.Values[key]); len(all) > 0 {
		return all[0].Name
	}
	return ""
}

// signatory sets place and date, the post in capitals with a comma, room to sign, and the
// name, in the right half.
func (a *article) signatory(day, post, name string) layout.Block {
	style := a.styles.theme.Style("signatory")
	frame := &layout.Frame{Natural: true, Place: themes.Right, Style: a.styles.theme.Style("signatoryblock")}
	if day != "" {
		frame.Blocks = append(frame.Blocks, a.words(day, style))
	}
	if post != "" {
		frame.Blocks = append(frame.Blocks, a.words(strings.TrimSuffix(strings.ToUpper(post), ",")+",", style))
	}
	if name == "" {
		name = a.phrase("name-missing")
	}
	room := a.styles.derive("room", style, func(own *themes.Style) { own.Before += 4 * own.Leading })
	frame.Blocks = append(frame.Blocks, a.words(name, room))
	return frame
}

func checkUndangan(meta *bulletins.Meta, report func(bulletins.Diagnostic)) {
	if before(meta, "event_date", "published") {
		report(problem(bulletins.Error, "event-before-letter", meta.Values["event_date"].Range))
	}
}

// edaranParts are the headings of a circular letter, in order.
var edaranParts = []string{"latar belakang", "maksud dan tujuan", "ruang lingkup", "dasar", "isi", "penutup"}

// reviewEdaran reports a part that is not there, or not in its place.
func reviewEdaran(doc *bulletins.Document, report func(bulletins.Diagnostic)) {
	next := 0
	for _, top := range doc.Blocks {
		h, ok := top.Block.(*bulletins.Heading)
		if !ok {
			continue
		}
		words := strings.ToLower(bulletins.PlainText(h.Spans))
		for i := next; i < len(edaranParts); i++ {
			if strings.Contains(words, edaranParts[i]) {
				for _, missed := range edaranParts[next:i] {
					report(problem(bulletins.Warning, "edaran-part", bulletins.Range{}, "part", missed))
				}
				next = i + 1
				break
			}
		}
	}
	for _, missed := range edaranParts[next:] {
		if len(doc.Blocks) > 0 {
			report(problem(bulletins.Warning, "edaran-part", bulletins.Range{}, "part", missed))
		}
	}
}
