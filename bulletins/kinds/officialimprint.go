package kinds

import (
	"strings"

	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// officialImprint sets the imprint: to whom copies go, who printed it and when, between
// rules, at the foot of the last side (7.4).
func officialImprint(a *article, flow *layout.Flow) {
	flow.Imprint = a.imprinted(officialParts)
	flow.ImprintEven = len(flow.Imprint) > 0 && a.text("last_side") != "any"
}

// imprinted makes the imprint, unless it was made of the same front matter before.
func (a *article) imprinted(make func(*article) []layout.Block) []layout.Block {
	if *a.imprint == nil {
		*a.imprint = make(a)
	}
	return *a.imprint
}

// officialParts are the parts of an imprint between its rules.
func officialParts(a *article) []layout.Block {
	s := a.metrics()
	var parts [][]layout.Block
	if copies := a.copies(a.movedAddressees()); len(copies) > 0 {
		parts = append(parts, copies)
	}
	by := a.text("printed_by")
	if by == "" && len(a.list("issuer")) > 0 {
		by = a.list("issuer")[0]
	}
	date := a.text("printed")
	if date == "" {
		date = a.text("published")
	}
	if date != "" {
		date = a.phrase("imprint-date", "date", printedDate(a.scene.lang, date))
	}
	if by != "" || date != "" {
		parts = append(parts, []layout.Block{a.imprintLine(by, date)})
	}
	return a.ruled(s, parts)
}

// copies are the lines that say to whom a document goes besides its addressees, and
// these if they stand here.
func (a *article) copies(to string) []layout.Block {
	var out []layout.Block
	for _, e := range []struct{ label, words string }{
		{"imprint-to", to}, {"imprint-cc", strings.TrimRight(strings.Join(a.list("cc"), a.phrase("cc-join")), "。.")},
	} {
		if e.words != "" {
			out = append(out, a.imprintEntry(a.phrase(e.label), e.words+a.phrase("full-stop")))
		}
	}
	return out
}

// movedAddressees are those that have no room below the title.
func (a *article) movedAddressees() string {
	if y, ok := a.titleAt(); ok && a.manyAddressees(y) {
		return a.addresseeWords()
	}
	return ""
}

// ruled puts rules above, between and below the parts of an imprint. The last rule lies
// on the lower edge of the type area.
func (a *article) ruled(s metrics, parts [][]layout.Block) []layout.Block {
	if len(parts) == 0 {
		return nil
	}
	var out []layout.Block
	for i, part := range parts {
		role := "colophoninner"
		if i == 0 {
			role = "colophonrule"
		}
		out = append(out, a.fullRule(role))
		out = append(out, part...)
	}
	out = append(out, a.fullRule("colophonrule"))
	if below := s.top + a.styles.theme.Area(1).H - s.area.Y - s.area.H; below > 0 {
		out = append(out, &layout.Drawing{Size: page.Size{W: s.area.W, H: below}})
	}
	return out
}

func (a *article) fullRule(role string) layout.Block {
	box := a.styles.theme.Style(role).Box
	return &layout.Divider{Style: a.thin(box.Rule), Look: themes.Divider{Rule: themes.Rule{Width: box.Rule, Color: box.Above}}}
}

// imprintEntry is a label with what it labels, one character from either side; lines
// after the first begin where the text does (7.4.2).
func (a *article) imprintEntry(label, words string) layout.Block {
	s, style := a.metrics(), a.styles.theme.Style("colophon")
	return &layout.Frame{Style: a.sided(style, s.char), Blocks: []layout.Block{&layout.Item{
		Label: a.label(label, style), Indent: a.lineWidth(label, style), Blocks: []layout.Block{a.words(words, style)},
	}}}
}

// imprintLine has one text at the left and one at the right, each a character in (7.4.3).
func (a *article) imprintLine(left, right string) layout.Block {
	style := a.sided(a.styles.theme.Style("colophon"), a.metrics().char)
	t := a.words(left, style)
	t.Inlines = append(t.Inlines, layout.Inline{Fill: true, Source: -1}, layout.Inline{Text: right, Source: -1})
	return t
}

// sided returns a style with room at both sides.
func (a *article) sided(style *themes.Style, room page.Length) *themes.Style {
	return a.styles.derive("sided "+room.String(), style, func(own *themes.Style) { own.Left, own.Right = room, room })
}

// titleAt is the height at which the title begins; false if the head says nothing of it.
func (a *article) titleAt() (page.Length, bool) {
	for _, b := range a.above {
		if skip, ok := b.(*layout.Skip); ok {
			return skip.To + a.metrics().top, true
		}
	}
	return 0, false
}
