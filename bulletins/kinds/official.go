package kinds

import (
	"strconv"
	"strings"

	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// chinese are the languages of official documents.
var chineseOnly = []string{"zh-Hans", "zh-Hant"}

// officialFields are the front matter keys of official documents, in the order of the
// page (GB/T 9704-2012, 7.1).
var officialFields = []string{
	"copy_no", "classification", "urgency", "issuer", "masthead", "number", "signer", "title", "to",
	"attachments", "signature", "published", "seal", "seal_image", "stamp", "note", "cc", "printed_by", "printed", "letterhead", "last_side",
}

// officialOwn are the keys that only they have.
var officialOwn = fieldsOf{
	"masthead": text,   // the words of the mark, if they are not the issuer's with 文件
	"stamp":    people, // whose signature stamp stands in place of a seal
	// whether the imprint stands on an even side, as on paper printed on both sides
	"last_side": choice("even", "any"),
	"reply_by":  date, // until when those addressed answer
}

// official is a document in the common format of GB/T 9704-2012.
var official = Kind{
	Name: "official", Group: Official, Languages: chineseOnly, Theme: "gbt9704",
	Fields: officialFields, Own: officialOwn, shaped: true,
	head: officialHead, close: officialClose, place: officialImprint,
	check: checkOfficial, review: reviewOfficial,
}

// circular is a notice of criticism or commendation (通报): an official document.
var circular = Kind{
	Name: "circular", Group: Official, Languages: chineseOnly, Theme: "gbt9704",
	Fields: officialFields, Own: officialOwn, shaped: true,
	head: officialHead, close: officialClose, place: officialImprint,
	check: checkOfficial, review: reviewOfficial,
}

// warningLetter warns a unit (警示函). It needs no red head.
var warningLetter = Kind{
	Name: "warning-letter", Group: Official, Languages: chineseOnly, Theme: "gbt9704",
	Fields: officialFields, Own: officialOwn, shaped: true, needs: []string{"to"},
	head: officialHead, close: officialClose, place: officialImprint,
	check: checkOfficial, review: reviewOfficial,
}

// officialHead sets what stands above the text: the head down to the red rule, the
// title two lines below it, the addressees one line below the title.
func officialHead(a *article) []layout.Block {
	s := a.metrics()
	word := a.phrase("official-mark")
	names := a.list("issuer")
	if masthead := a.text("masthead"); masthead != "" {
		names, word = []string{masthead}, ""
	}
	out := a.corner(s.area.X, s.row(0), true)
	mark, y := a.mark("headmark", names, word, s.area.Y+markAt)
	out = append(out, mark...)
	number, y := a.numberLine(y + 2*s.line)
	out = append(out, number...)
	box := a.styles.theme.Style("redrule").Box
	y += page.MM(4_000) // 7.2.7
	if !a.preprinted() {
		out = append(out, a.ruleAt("redrule", s.area.X, y, s.area.W, box.Rule))
	}
	out = append(out, s.skip(y+box.Rule+2*s.line))
	out = append(out, a.headline()...)
	return append(out, a.addressees(y+box.Rule+2*s.line)...)
}

// addressees sets whom the document goes to, one line below the title (7.3.2), which
// begins at y; nothing if they stand in the imprint.
func (a *article) addressees(y page.Length) []layout.Block {
	words := a.addresseeWords()
	if words == "" || a.manyAddressees(y) {
		return nil
	}
	return []layout.Block{&layout.Frame{Blocks: a.lines("addressee", a.phrase("addressee-line", "names", words))}}
}

func (a *article) addresseeWords() string {
	return strings.TrimRight(strings.Join(a.list("to"), a.phrase("addressee-join")), "：:。.")
}

// manyAddressees says whether the addressees would keep the text off the first page;
// then they stand in the imprint (7.3.2).
func (a *article) manyAddressees(y page.Length) bool {
	s, style := a.metrics(), a.styles.theme.Style("addressee")
	title := halfEms(a.text("title")) * a.styles.theme.Style("title").Size / 2
	lines := 4 + title/s.area.W + halfEms(a.addresseeWords())*style.Size/2/s.area.W
	return s.grid && y+lines*s.line > s.area.Y+s.area.H
}

// officialClose sets what follows the text: the list of attachments, issuers and date,
// the note.
func officialClose(a *article) []layout.Block {
	out := append(a.attachmentNote(), a.signOff()...)
	if note := strings.Trim(a.text("note"), "（）()"); note != "" {
		out = append(out, a.lines("officialnote", a.phrase("official-note", "note", note))...)
	}
	return out
}

// attachmentNote lists the attachments one line below the text, two characters in; a
// second line stands below the first character of the name (7.3.4).
func (a *article) attachmentNote() []layout.Block {
	names := a.list("attachments")
	if len(names) == 0 {
		names = filled(a.attached)
	}
	if len(names) == 0 {
		return nil
	}
	s, style := a.metrics(), a.styles.theme.Style("attachmentnote")
	plain := a.styles.derive("plain", style, func(own *themes.Style) { own.Before, own.After, own.Left = 0, 0, 0 })
	style = a.styles.derive("with the text", style, func(own *themes.Style) { own.KeepPrevious = true }) // no side has signatures alone: 7.3.5.5
	label := a.phrase("attachments") + a.phrase("colon")
	indent := a.styles.body.Indent
	width := a.lineWidth(label, style)
	if s.grid {
		width = halfEms(label) * s.char / 2
	}
	list := &layout.Frame{Style: style, Tag: page.RoleL, Ordered: len(names) > 1}
	for i, name := range names {
		number, room := "", page.Length(0)
		if len(names) > 1 {
			number = a.phrase("attachment-entry", "n", strconv.Itoa(i+1))
			room = s.char * 5 / 4
			if len(names) > 9 {
				room = s.char * 7 / 4
			}
		}
		item := &layout.Item{Label: a.label(number, plain), Indent: width + room, Blocks: []layout.Block{a.words(name, plain)}}
		if i == 0 {
			item.Label = a.label(label+number, plain)
			list.Blocks = append(list.Blocks, a.shiftedFrame(indent, item))
			continue
		}
		item.Indent = room
		list.Blocks = append(list.Blocks, a.shiftedFrame(indent+width, item))
	}
	return []layout.Block{list}
}

// shiftedFrame moves blocks to the right.
func (a *article) shiftedFrame(left page.Length, blocks ...layout.Block) layout.Block {
	style := a.styles.derive("shift "+left.String(), a.styles.theme.Style("attachmentnote"), func(own *themes.Style) {
		*own = themes.Style{Role: own.Role, Size: own.Size, Leading: own.Leading, Left: left}
	})
	return &layout.Frame{Style: style, Blocks: blocks}
}
