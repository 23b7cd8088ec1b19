package kinds

import (
	"strconv"

	"safety365/assets"
	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// maxDepth bounds blocks inside blocks. Parse stops before; this is for documents
// that are made otherwise.
const maxDepth = 48

// maker makes layout blocks of one top-level block or note.
type maker struct {
	*Composer
	top       *bulletins.TopBlock
	levels    levels
	found     []bulletins.Diagnostic
	used      []*picture
	consulted []*book
	files     []included // that it took in
	// What it counts and refers to.
	counts   counts
	note     bool // of a note, which has no numbers
	rolled   bool // a table of it is one of the kind's lists
	referred []referred
	sides    int // side notes so far that are footnotes
}

// place is where a block stands: among what text, inside what.
type place struct {
	style            *themes.Style // of plain paragraphs
	bullets, numbers int           // lists of either sort round it
	depth            int
	note             bool
	columns          bool // inside of columns
}

func (p place) inside() place {
	p.depth++
	return p
}

func (m *maker) report(severity bulletins.Severity, code string, at bulletins.Range, args ...string) {
	m.found = append(m.found, problem(severity, code, at, args...))
}

// phrase returns printed words in the document's language.
func (m *maker) phrase(key string, args ...string) string {
	return assets.Phrase(m.scene.lang, key, args...)
}

func (m *maker) blocks(blocks []bulletins.Block, at place) []layout.Block {
	if at.depth > maxDepth {
		if len(blocks) > 0 {
			m.report(bulletins.Error, "nesting-too-deep", blocks[0].Source(), "limit", strconv.Itoa(maxDepth))
		}
		return nil
	}
	var out []layout.Block
	for _, b := range blocks {
		out = append(out, m.block(b, at)...)
	}
	return out
}

// block makes what stands for a block: mostly one block, sometimes none or several.
func (m *maker) block(b bulletins.Block, at place) []layout.Block {
	one := func(b layout.Block) []layout.Block { return []layout.Block{b} }
	switch b := b.(type) {
	case *bulletins.Heading:
		if t := m.heading(b, at); t != nil {
			return acrossIf(b.Across, one(t))
		}
	case *bulletins.Paragraph:
		if t := m.paragraph(b, at); t != nil {
			return one(t)
		}
	case *bulletins.List:
		return one(m.list(b, at))
	case *bulletins.Table:
		return m.tableWith(b, nil)
	case *bulletins.Figure:
		return across(b.Attrs.Get("span"), one(m.figure(b)))
	case *bulletins.Quote:
		return one(&layout.Frame{Style: m.styles.theme.Style("quote"), Tag: page.RoleQuote, Blocks: m.framed("quote", b.Blocks, at)})
	case *bulletins.Code:
		return one(m.code(b))
	case *bulletins.Rule:
		return one(&layout.Divider{Style: m.styles.divider(), Look: m.styles.theme.Divider})
	case *bulletins.DefinitionList:
		return m.definitions(b, at)
	case *bulletins.Directive:
		return m.directive(b, at)
	}
	return nil
}

// framed makes blocks that stand inside a frame of a role.
func (m *maker) framed(role string, blocks []bulletins.Block, at place) []layout.Block {
	at = at.inside()
	at.style = m.styles.inside(role, at.style)
	return m.blocks(blocks, at)
}

func (m *maker) paragraph(p *bulletins.Paragraph, at place) layout.Block {
	if p.Level >= 1 && p.Level <= 4 {
		return m.numbered(p, at)
	}
	t := &layout.Text{Style: at.style, Inlines: m.inlines(p.Spans, at.style), Lang: m.scene.lang}
	if len(t.Inlines) == 0 {
		return nil
	}
	return t
}

// definitions makes terms with their descriptions below them.
func (m *maker) definitions(l *bulletins.DefinitionList, at place) []layout.Block {
	var out []layout.Block
	term := m.styles.text("term", at.style)
	for _, d := range l.Items {
		for _, spans := range d.Terms {
			out = append(out, &layout.Text{Style: term, Inlines: m.inlines(spans, term), Lang: m.scene.lang})
		}
		for _, blocks := range d.Descriptions {
			out = append(out, &layout.Frame{Style: m.styles.text("definition", at.style), Blocks: m.framed("definition", blocks, at)})
		}
	}
	return out
}

// source returns a stretch of the source.
func (m *maker) source(r bulletins.Range) string {
	end := min(max(r.End, 0), len(m.top.Source))
	return m.top.Source[min(max(r.Start, 0), end):end]
}
