package kinds

import (
	"strconv"
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/layout"
)

// isAttachment says whether a block begins the attachments, which stand behind what
// closes the document.
func isAttachment(b bulletins.Block) bool {
	d, ok := b.(*bulletins.Directive)
	return ok && d.Name == "attachment"
}

// isCounted says whether a block is an attachment that is called one and has its number
// among them. The text that an order or a notice issues is part of the document: it
// stands behind what closes that, but under no label.
func isCounted(b bulletins.Block) bool {
	return isAttachment(b) && !issued(b.(*bulletins.Directive))
}

func issued(d *bulletins.Directive) bool {
	yes, _ := bulletins.ParseBool(d.Attrs.Get("issued"))
	return yes
}

// attachedTitles are the titles of the attachments of a document, in order.
func attachedTitles(doc *bulletins.Document) []string {
	var out []string
	for _, top := range doc.Blocks {
		if isCounted(top.Block) {
			out = append(out, strings.TrimSpace(top.Block.(*bulletins.Directive).Attrs.Get("title")))
		}
	}
	return out
}

// attachment makes an attachment: on a new page, with its number above its title
// (GB/T 9704-2012, 7.3.7).
func (m *maker) attachment(d *bulletins.Directive, at place) []layout.Block {
	out := []layout.Block{&layout.Break{}}
	if !issued(d) {
		m.counts[attachmentCount]++
		label := m.phrase("attachment-label")
		if m.scene.several {
			label = m.phrase("attachment-number", "n", strconv.Itoa(int(m.counts[attachmentCount])))
		}
		out = append(out, m.words(label, m.styles.theme.Style("attachmentlabel")))
	}
	if title := strings.TrimSpace(d.Attrs.Get("title")); title != "" {
		t := m.attribute(d, "title", title, m.styles.theme.Style("attachmenttitle"))
		t.Tag, t.Outline = "H1", 1
		out = append(out, t)
	}
	return append(out, m.blocks(d.Blocks, at.inside())...)
}
