package kinds

import (
	"strconv"

	"safety365/bulletins"
	"safety365/bulletins/layout"
)

// mostDropped bounds the lines that a first letter may cover.
const mostDropped = 9

// dropCap gives the first paragraph of a directive a drop cap.
func (m *maker) dropCap(d *bulletins.Directive, at place) []layout.Block {
	lines := 3
	if value := d.Attrs.Get("lines"); value != "" {
		n, err := strconv.Atoi(value)
		if err == nil && (n < 2 || n > mostDropped) {
			m.report(bulletins.Warning, "dropcap-lines", attrRange(d, "lines"), "value", value, "limit", strconv.Itoa(mostDropped))
		}
		lines = min(max(n, 2), mostDropped)
	}
	out := m.blocks(d.Blocks, at.inside())
	if !drop(out, lines) {
		m.report(bulletins.Warning, "dropcap-paragraph", d.Range)
	}
	return out
}

// drop gives the first of blocks that were just made a drop cap, if it is a paragraph.
func drop(blocks []layout.Block, lines int) bool {
	if len(blocks) == 0 {
		return false
	}
	t, ok := blocks[0].(*layout.Text)
	if ok = ok && t.Outline == 0 && !t.Literal; ok {
		t.Drop = lines
	}
	return ok
}

// opensText says whether a block is a plain paragraph, whose first letter may be a
// drop cap if it is the first.
func opensText(b bulletins.Block) bool {
	p, ok := b.(*bulletins.Paragraph)
	return ok && p.Level == 0
}
