package drafting

import (
	"safety365/bulletins"
)

// each calls f with the blocks and spans of the top-level blocks at a range, outer ones
// first.
func each(doc *bulletins.Document, rng bulletins.Range, f func(bulletins.Range, int, bulletins.Block, *bulletins.Span)) {
	var block func(bulletins.Block, int)
	var spans func([]bulletins.Span, int)
	spans = func(list []bulletins.Span, base int) {
		for i := range list {
			f(list[i].Range, base, nil, &list[i])
			spans(list[i].Children, base)
		}
	}
	all := func(list []bulletins.Block, base int) {
		for _, b := range list {
			block(b, base)
		}
	}
	block = func(b bulletins.Block, base int) {
		f(b.Source(), base, b, nil)
		switch b := b.(type) {
		case *bulletins.Paragraph:
			spans(b.Spans, base)
		case *bulletins.Heading:
			spans(b.Spans, base)
		case *bulletins.Figure:
			spans(b.Caption, base)
		case *bulletins.Quote:
			all(b.Blocks, base)
		case *bulletins.Directive:
			all(b.Blocks, base)
		case *bulletins.List:
			for _, i := range b.Items {
				all(i.Blocks, base)
			}
		case *bulletins.Table:
			for _, row := range append([][]bulletins.Cell{b.Header}, b.Rows...) {
				for _, c := range row {
					spans(c.Spans, base)
				}
			}
		case *bulletins.DefinitionList:
			for _, d := range b.Items {
				for _, term := range d.Terms {
					spans(term, base)
				}
				for _, list := range d.Descriptions {
					all(list, base)
				}
			}
		}
	}
	for i := topBefore(doc, rng.Start); i < len(doc.Blocks) && doc.Starts[i] <= rng.End; i++ {
		block(doc.Blocks[i].Block, doc.Starts[i])
	}
	for label, n := range doc.Notes {
		all(n.Blocks, doc.NoteStarts[label])
	}
}
