package kinds

import (
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
)

// tabStop is how many spaces a tab in code is at most.
const tabStop = 4

// code makes a box of literal lines.
func (m *maker) code(b *bulletins.Code) layout.Block {
	t := &layout.Text{Style: m.styles.inside("code", m.styles.body), Tag: page.RoleCode, Lang: m.scene.lang, Literal: true}
	at := m.codeStart(b)
	for i, line := range strings.Split(strings.TrimSuffix(b.Text, "\n"), "\n") {
		if i > 0 {
			t.Inlines = append(t.Inlines, layout.Inline{Break: true, Source: -1})
		}
		t.Inlines = append(t.Inlines, codeLine(line, at)...)
		if at >= 0 {
			at += len(line) + 1
		}
	}
	return &layout.Frame{Style: m.styles.theme.Style("code"), Blocks: []layout.Block{t}}
}

// codeStart finds where the lines of code begin: after the line of the fence. Code
// that is indented in the source, in a list, is not found and has no offsets.
func (m *maker) codeStart(b *bulletins.Code) int {
	source := m.source(b.Range)
	first := strings.IndexByte(source, '\n') + 1
	if first == 0 || !strings.HasPrefix(source[first:], b.Text) {
		return -1
	}
	return b.Start + first
}

// codeLine returns the pieces of a line, which starts at a place in the source or
// at -1. A tab is a piece of its own, spaces up to the next stop.
func codeLine(line string, at int) []layout.Inline {
	var out []layout.Inline
	add := func(text string, offset int) {
		source := int32(-1)
		if at >= 0 {
			source = int32(at + offset)
		}
		if text != "" {
			out = append(out, layout.Inline{Text: text, Code: true, Source: source})
		}
	}
	from, column := 0, 0
	for i, c := range line {
		if c != '\t' {
			column++
			continue
		}
		add(line[from:i], from)
		n := tabStop - column%tabStop
		add(strings.Repeat(" ", n), i)
		column += n
		from = i + 1
	}
	add(line[from:], from)
	return out
}
