package kinds

import (
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// letter is an official letter (信函格式: GB/T 9704-2012, 10.1). Its imprint has neither
// rules nor who printed it, and its first page no number.
var letter = Kind{
	Name: "letter", Group: Official, Languages: chineseOnly, Theme: "gbt9704",
	Fields: officialFields, Own: officialOwn, shaped: true, needs: []string{"to"},
	head: letterHead, close: officialClose, place: letterImprint,
	check: checkOfficial, review: reviewOfficial,
}

// Measures of 10.1: of the mark from the upper edge of the sheet, of the first double
// rule from the mark, of the second from the lower edge, and how long both are.
var (
	letterMark = page.MM(30_000)
	letterGap  = page.MM(4_000)
	letterFoot = page.MM(20_000)
	letterRule = page.MM(170_000)
)

// letterHead sets the mark, the double rules and what stands below the first: secrecy
// and urgency at the left, the number at the right.
func letterHead(a *article) []layout.Block {
	s := a.metrics()
	names := a.list("issuer")
	if masthead := a.text("masthead"); masthead != "" {
		names = []string{masthead}
	}
	out, y := a.mark("headmark", names, "", letterMark)
	rule := a.doubleRule(y+letterGap, true)
	y += letterGap + rule.height
	size := a.styles.theme.Page.Size
	if !a.preprinted() {
		out = append(out, rule.blocks...)
		out = append(out, a.doubleRule(size.H-letterFoot-rule.height, false).blocks...)
	}
	// The characters of what comes first stand 7/8 of their height below the rule.
	y += s.em.MulDiv(7, 8) - s.gap()/2
	corner := a.corner(s.area.X, y, false)
	out = append(out, corner...)
	if words := a.text("number"); words != "" {
		right := a.styles.derive("right", a.styles.theme.Style("headitem"), func(own *themes.Style) { own.Align = themes.Right })
		out = append(out, &layout.Fixed{At: s.across(y, 0), Blocks: []layout.Block{a.words(words, right)}})
	}
	y += page.Length(max(1, len(corner))) * s.line
	out = append(out, s.skip(y+2*s.line))
	out = append(out, a.headline()...)
	return append(out, a.addressees(y+2*s.line)...)
}

// doubled is a double rule.
type doubled struct {
	blocks []layout.Block
	height page.Length
}

// doubleRule is a double rule with its upper edge at y, the thick line above the thin
// one or below it.
func (a *article) doubleRule(y page.Length, thickFirst bool) doubled {
	thick := a.styles.theme.Style("letterrule").Box.Rule
	thin, between := thick/4, thick/2
	x := (a.styles.theme.Page.Size.W - letterRule) / 2
	first, second := thick, thin
	if !thickFirst {
		first, second = thin, thick
	}
	return doubled{height: first + between + second, blocks: []layout.Block{
		a.ruleAt("letterrule", x, y, letterRule, first),
		a.ruleAt("letterrule", x, y+first+between, letterRule, second),
	}}
}

// letterImprint sets to whom copies go, without rules, at the foot of the last page.
func letterImprint(a *article, flow *layout.Flow) {
	flow.Imprint = a.imprinted(func(a *article) []layout.Block { return a.copies(a.movedAddressees()) })
}

// order is an order signed by the head of an office (命令（令）格式: 10.2).
var order = Kind{
	Name: "order", Group: Official, Languages: chineseOnly, Theme: "gbt9704",
	Fields: []string{"issuer", "masthead", "number", "title", "stamp", "published", "attachments", "cc", "printed_by", "printed", "letterhead", "last_side"},
	Own:    officialOwn, shaped: true, untitled: true,
	head: orderHead, close: officialClose, place: officialImprint,
	check: checkOrder, review: reviewOfficial,
}

// orderMark is how far the mark of an order stands below the top of the type area.
var orderMark = page.MM(20_000)

// orderHead sets the mark, the number two lines below it and the text two lines below
// that. An order has no title of its own; one that is given stands above the text.
func orderHead(a *article) []layout.Block {
	s := a.metrics()
	names, word := a.list("issuer"), a.phrase("order-mark")
	if masthead := a.text("masthead"); masthead != "" {
		names, word = []string{masthead}, ""
	}
	out, y := a.mark("headmark", names, word, s.area.Y+orderMark)
	number, y := a.numberLine(y + 2*s.line)
	out = append(out, number...)
	out = append(out, s.skip(y+s.gap()/2+2*s.line))
	return append(out, a.headline()...)
}
