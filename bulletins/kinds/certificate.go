package kinds

import (
	"fmt"
	"strconv"
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// certificate is a certificate for each of the attendees, on a page of its own.
var certificate = Kind{
	Name: "certificate", Group: Warning, Theme: "warning-yellow",
	Fields: []string{"title", "subtitle", "attendees", "number", "issuer", "published", "seal", "seal_image"},
	head:   func(*article) []layout.Block { return nil }, place: placeCertificates, check: checkCertificate,
}

// placeCertificates sets the text once for each person, between name and issuer.
func placeCertificates(a *article, flow *layout.Flow) {
	body, sources := flow.Blocks, flow.Sources
	flow.Blocks, flow.Sources = nil, nil
	add := func(source int32, blocks ...layout.Block) {
		for _, b := range blocks {
			flow.Blocks, flow.Sources = append(flow.Blocks, b), append(flow.Sources, source)
		}
	}
	people := People(a.meta.Values["attendees"])
	if len(people) == 0 {
		people = []Person{{Name: a.phrase("certificate-nobody")}}
	}
	if len(people) > mostCertificates {
		people = people[:mostCertificates]
	}
	for i, p := range people {
		if i > 0 {
			add(-1, &layout.Break{})
		}
		add(-1, a.certified(p)...)
		for k, b := range body {
			add(sources[k], a.certText(b))
		}
		add(-1, a.sealedFoot(p, i))
	}
	flow.Fixed = append(flow.Fixed, a.certificateBorder())
}

// mostCertificates bounds the pages of one document.
const mostCertificates = 2000

// certified sets title and name.
func (a *article) certified(p Person) []layout.Block {
	out := a.headline()
	if len(out) == 1 && out[0] == titlePlace { // the heading of the text is in the text
		out = nil
	}
	for _, b := range out {
		if t, ok := b.(*layout.Text); ok {
			t.Style = a.styles.theme.Style("certtitle")
		}
	}
	out = append(out, a.lines("certsub", a.text("subtitle"))...)
	out = append(out, a.lines("certname", a.phrase("certificate-name", "name", p.Name))...)
	return append(out, a.lines("certunit", a.joined("office-join", p.Unit, strings.Join(p.Posts, a.phrase("name-join"))))...)
}

// certText gives a paragraph of the text the look of a certificate's.
func (a *article) certText(b layout.Block) layout.Block {
	t, ok := b.(*layout.Text)
	if !ok || t.Style != a.styles.body {
		return b
	}
	own := *t
	own.Style = a.styles.theme.Style("certtext")
	return &own
}

// sealedFoot stands at the foot of the page: the number at the left, issuer and date
// with room for the seal at the right.
func (a *article) sealedFoot(p Person, n int) layout.Block {
	style := a.styles.theme.Style("certfoot")
	middle := a.styles.derive("middle", style, func(own *themes.Style) { own.Align = themes.Center })
	row := &layout.Row{Valign: "bottom", Cells: []layout.RowCell{{Share: 55}, {}}}
	if number := certificateNumber(a.text("number"), n); number != "" {
		row.Cells[0].Blocks = []layout.Block{a.words(a.phrase("certificate-number", "number", number), style)}
	}
	right := a.sealImage()
	for _, words := range append(a.list("issuer"), printedDate(a.scene.lang, a.text("published"))) {
		right = append(right, a.words(words, middle))
	}
	if a.text("seal") != "none" && a.text("seal") != "image" {
		right = append([]layout.Block{a.sealRoom()}, right...)
	}
	row.Cells[1].Blocks = right
	return &layout.Fixed{Area: true, Foot: true, Blocks: []layout.Block{row}}
}

// sealRoom is the word that says where the seal comes.
func (a *article) sealRoom() layout.Block {
	return a.words(a.phrase("certificate-seal"), a.styles.theme.Style("certseal"))
}

// certificateNumber is a number with the person's place in the list in place of {n}.
func certificateNumber(number string, n int) string {
	return strings.ReplaceAll(number, "{n}", fmt.Sprintf("%03d", n+1))
}

// certificateBorder is a double frame round every page, in the colours of the theme.
func (a *article) certificateBorder() *layout.Fixed {
	style, size := a.styles.theme.Style("certborder"), a.styles.theme.Page.Size
	at := func(inset page.Length) page.Rect {
		return page.Rect{X: inset, Y: inset, W: size.W - 2*inset, H: size.H - 2*inset}
	}
	thick, gap := style.Box.Width, style.Size
	outer, inner := at(gap*2), at(gap*2+thick*3)
	items := []page.Item{
		&page.Path{Segments: page.RectPath(outer), Stroke: page.Stroke{Color: style.Box.Border, Width: thick}},
		&page.Path{Segments: page.RectPath(inner), Stroke: page.Stroke{Color: style.Box.Border, Width: thick / 4}},
	}
	for _, corner := range []page.Point{{X: inner.X, Y: inner.Y}, {X: inner.X + inner.W, Y: inner.Y}, {X: inner.X, Y: inner.Y + inner.H}, {X: inner.X + inner.W, Y: inner.Y + inner.H}} {
		items = append(items, &page.Path{Fill: style.Box.Border, Segments: diamond(corner, gap)})
	}
	return &layout.Fixed{Artifact: true, Blocks: []layout.Block{&layout.Drawing{Size: size, Items: items}}}
}

// diamond is a square on its corner.
func diamond(at page.Point, r page.Length) []page.Segment {
	point := func(op page.SegmentOp, x, y page.Length) page.Segment {
		return page.Segment{Op: op, P: [3]page.Point{{X: at.X + x, Y: at.Y + y}}}
	}
	return []page.Segment{point(page.MoveTo, -r, 0), point(page.LineTo, 0, -r), point(page.LineTo, r, 0), point(page.LineTo, 0, r), {Op: page.ClosePath}}
}

// checkCertificate looks at the particulars of certificates.
func checkCertificate(meta *bulletins.Meta, report func(bulletins.Diagnostic)) {
	say := func(severity bulletins.Severity, code, key string) {
		report(problem(severity, code, meta.Values[key].Range, "n", "{n}")) // what a number has for the place in the list
	}
	people := People(meta.Values["attendees"])
	if len(people) == 0 {
		say(bulletins.Error, "certificate-people", "attendees")
	}
	if len(people) > mostCertificates {
		report(problem(bulletins.Error, "certificate-many", meta.Values["attendees"].Range, "count", strconv.Itoa(len(people)), "limit", strconv.Itoa(mostCertificates)))
	}
	if number := oneLine(meta.Text("number")); number == "" {
		say(bulletins.Warning, "certificate-no-number", "number")
	} else if len(people) > 1 && !strings.Contains(number, "{n}") {
		say(bulletins.Error, "certificate-same-number", "number")
	}
	if len(filled(meta.List("issuer"))) == 0 || oneLine(meta.Text("published")) == "" {
		say(bulletins.Warning, "certificate-issuer", "issuer")
	}
}
