package kinds

import (
	"strconv"

	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// mostColumns bounds the columns that a directive may ask for.
const mostColumns = 6

// columns makes columns of what stands in a directive.
func (m *maker) columns(d *bulletins.Directive, at place) []layout.Block {
	look := m.styles.theme.Columns
	c := &layout.Columns{Count: 2, Gap: look.Gap, Rule: look.Rule}
	if value := d.Attrs.Get("n"); value != "" {
		n, err := strconv.Atoi(value)
		if err == nil && (n < 1 || n > mostColumns) {
			m.report(bulletins.Warning, "columns-count", attrRange(d, "n"), "value", value, "limit", strconv.Itoa(mostColumns))
		}
		c.Count = min(max(n, 1), mostColumns)
	}
	if value := d.Attrs.Get("gap"); value != "" {
		if length, ok := themes.ParseLength(value); ok && length.N >= 0 {
			c.Gap = length.Of(at.style.Size)
		} else {
			m.report(bulletins.Warning, "columns-gap", attrRange(d, "gap"), "value", value)
		}
	}
	if on, ok := bulletins.ParseBool(d.Attrs.Get("rule")); ok {
		c.Rule.Width = max(c.Rule.Width, hairline)
		if !on {
			c.Rule.Width = 0
		}
	}
	if at.columns || at.note {
		m.report(bulletins.Warning, "columns-inside", d.Range)
	}
	at = at.inside()
	at.columns = true
	c.Blocks = m.blocks(d.Blocks, at)
	return []layout.Block{c}
}

// hairline is the width of a rule for which the theme has none.
const hairline = page.Pt * 2 / 5

// across puts blocks across the columns that they stand in, if the value of span asks
// for it.
func across(span string, blocks []layout.Block) []layout.Block {
	return acrossIf(span == "all", blocks)
}

func acrossIf(yes bool, blocks []layout.Block) []layout.Block {
	if !yes || len(blocks) == 0 {
		return blocks
	}
	return []layout.Block{&layout.Across{Blocks: blocks}}
}

// aside puts what is not the text itself across the columns of the whole text, each
// block for itself, so that nothing is set again that did not change.
func (m *maker) aside(blocks []layout.Block) []layout.Block {
	if m.styles.theme.Page.Columns <= 1 {
		return blocks
	}
	var out []layout.Block
	for _, b := range blocks {
		out = append(out, &layout.Across{Blocks: []layout.Block{b}})
	}
	return out
}
