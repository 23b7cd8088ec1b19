package editor

import (
	"strings"

	"safety365/bulletins"
)

// top returns the top-level block that holds an offset of the text and where it
// begins; a note's block counts as well.
func top(doc *bulletins.Document, offset int) (bulletins.Block, int) {
	for i := len(doc.Blocks) - 1; i >= 0; i-- {
		if start := doc.Starts[i]; start <= offset {
			if block := doc.Blocks[i].Block; offset <= start+block.Source().End {
				return block, start
			}
			break
		}
	}
	return nil, 0
}

// inside calls f with a block and all that it holds, the outer ones first.
func inside(b bulletins.Block, f func(bulletins.Block, []bulletins.Span)) {
	all := func(blocks []bulletins.Block) {
		for _, b := range blocks {
			inside(b, f)
		}
	}
	switch b := b.(type) {
	case *bulletins.Heading:
		f(b, b.Spans)
	case *bulletins.Paragraph:
		f(b, b.Spans)
	case *bulletins.Figure:
		f(b, b.Caption)
	case *bulletins.Table:
		f(b, b.Caption)
		for _, row := range append([][]bulletins.Cell{b.Header}, b.Rows...) {
			for _, cell := range row {
				f(b, cell.Spans)
			}
		}
	case *bulletins.List:
		for _, item := range b.Items {
			all(item.Blocks)
		}
	case *bulletins.Quote:
		all(b.Blocks)
	case *bulletins.Directive:
		f(b, nil)
		all(b.Blocks)
	case *bulletins.DefinitionList:
		for _, d := range b.Items {
			for _, term := range d.Terms {
				f(b, term)
			}
			for _, blocks := range d.Descriptions {
				all(blocks)
			}
		}
	}
}

// directiveAt finds the block directive that begins at an offset.
func directiveAt(doc *bulletins.Document, start int) (d *bulletins.Directive, at bulletins.Range) {
	block, base := top(doc, start)
	if block == nil {
		return nil, at
	}
	inside(block, func(b bulletins.Block, _ []bulletins.Span) {
		if found, ok := b.(*bulletins.Directive); ok && d == nil && base+found.Start == start {
			d, at = found, bulletins.Range{Start: base + found.Start, End: base + found.End}
		}
	})
	return d, at
}

// figureAt finds the picture that stands by itself at an offset.
func figureAt(doc *bulletins.Document, offset int) (at bulletins.Range, ok bool) {
	block, base := top(doc, offset)
	if block == nil {
		return at, false
	}
	inside(block, func(b bulletins.Block, _ []bulletins.Span) {
		if f, is := b.(*bulletins.Figure); is && base+f.Start <= offset && offset <= base+f.End {
			at, ok = bulletins.Range{Start: base + f.Start, End: base + f.End}, true
		}
	})
	return at, ok
}

// spanAt finds the innermost span of some kinds that holds an offset.
func spanAt(doc *bulletins.Document, offset int, kinds ...bulletins.SpanKind) (found bulletins.Span, ok bool) {
	block, base := top(doc, offset)
	if block == nil {
		return found, false
	}
	var look func([]bulletins.Span)
	look = func(spans []bulletins.Span) {
		for _, s := range spans {
			if offset-base < s.Start || offset-base > s.End {
				continue
			}
			for _, kind := range kinds {
				if s.Kind == kind {
					found, ok = s, true
				}
			}
			look(s.Children)
		}
	}
	inside(block, func(_ bulletins.Block, spans []bulletins.Span) { look(spans) })
	return found, ok
}

// jump follows a link or the sign of a note to its target in the text. Nothing
// outside is ever opened.
func (e *Editor) jump(offset int) bool {
	doc := e.manuscript.Document()
	s, ok := spanAt(doc, offset, bulletins.LinkSpan, bulletins.NoteRef)
	if !ok {
		return false
	}
	if s.Kind == bulletins.NoteRef {
		start, ok := doc.NoteStarts[s.Name]
		if ok {
			if note := doc.Notes[s.Name]; len(note.Blocks) > 0 {
				start += note.Blocks[0].Source().Start
			}
			e.Reveal(start)
		}
		return ok
	}
	id, local := strings.CutPrefix(s.URL, "#")
	if !local {
		return false
	}
	for i, t := range doc.Blocks {
		for _, known := range t.IDs {
			if known == id {
				e.Reveal(doc.Starts[i] + t.Block.Source().Start)
				return true
			}
		}
	}
	for i, t := range doc.Blocks { // a link may name a heading by its words
		if h, ok := t.Block.(*bulletins.Heading); ok && (h.ID == id || bulletins.PlainText(h.Spans) == id) {
			e.Reveal(doc.Starts[i] + h.Start)
			return true
		}
	}
	return false
}

// shortSelection is what is selected if it can be a word to look for: a piece of one
// line.
func (e *Editor) shortSelection() string {
	text := e.manuscript.Selected()
	if strings.ContainsRune(text, '\n') || len(text) > 200 {
		return ""
	}
	return text
}
