package script

import (
	"sort"
	"strings"

	"safety365/bulletins"
)

// Piece is a stretch of a document that a conversion changes, or in which it made a
// choice.
type Piece struct {
	bulletins.Range        // in Document.Text
	Text            string // what it becomes
	// Choices were made in it. Their Offset counts from the start of the Range, their
	// Result from that of Text.
	Choices []Choice
}

// Document converts what a reader of a document sees, by a configuration as of
// [Convert], as far as it lies within a range of Document.Text; one that is Chinese and
// states its language is given the new one. What names something stays: files,
// addresses, styles, code, the columns of a ledger. The quotation marks follow where the
// configuration says which region reads the text. The pieces come in their order.
func Document(doc *bulletins.Document, schema *bulletins.Schema, within bulletins.Range, config string) []Piece {
	if Target(config) == "" {
		return nil
	}
	c := converter{doc: doc, schema: schema, config: config, bounds: within}
	for key, v := range doc.Meta.Values {
		c.value(v, schema.Fields[key])
	}
	if at := doc.Meta.Values["lang"].Range; within.Start <= at.Start && at.Start < at.End && at.End <= within.End && strings.HasPrefix(doc.Lang, "zh") {
		c.pieces = append(c.pieces, Piece{Range: at, Text: Target(config)})
	}
	for i, top := range doc.Blocks {
		c.base = doc.Starts[i]
		c.block(top.Block)
	}
	for label, note := range doc.Notes {
		c.base = doc.NoteStarts[label]
		c.blocks(note.Blocks)
	}
	sort.Slice(c.pieces, func(i, j int) bool { return c.pieces[i].Start < c.pieces[j].Start })
	return c.pieces
}

// Apply makes the pieces of a document's text what they become.
func Apply(text string, pieces []Piece) string {
	var b strings.Builder
	at := 0
	for _, p := range pieces {
		b.WriteString(text[at:p.Start] + p.Text)
		at = p.End
	}
	return b.String() + text[at:]
}

// Target is the language of what a configuration makes; "" if there is none of that
// name.
func Target(config string) string {
	switch {
	case strings.HasSuffix(config, "2s"):
		return "zh-Hans"
	case strings.HasPrefix(config, "s2"):
		return "zh-Hant"
	}
	return ""
}

// Chosen is the text of a piece with other values in the places of its choices; pick
// returns one of Others, or "" for what was taken.
func (p Piece) Chosen(pick func(i int) string) string {
	text := p.Text
	for i := len(p.Choices) - 1; i >= 0; i-- {
		if c := p.Choices[i]; pick(i) != "" {
			text = text[:c.Result] + pick(i) + text[c.Result+len(c.To):]
		}
	}
	return text
}

// converter goes through a document.
type converter struct {
	doc    *bulletins.Document
	schema *bulletins.Schema
	config string
	bounds bulletins.Range
	base   int // of the ranges of the block at hand
	pieces []Piece
}

// stretch converts a range of the document, as far as that is wanted.
func (c *converter) stretch(start, end int) {
	start, end = max(start, c.bounds.Start), min(end, c.bounds.End)
	if start >= end {
		return
	}
	source := c.doc.Text[start:end]
	text, choices := Convert(source, c.config)
	if c.config != "s2t" {
		text = Quotes(text, Target(c.config)) // a mark has as many bytes as the other
	}
	if text != source || len(choices) > 0 {
		c.pieces = append(c.pieces, Piece{bulletins.Range{Start: start, End: end}, text, choices})
	}
}

// value converts a value of the front matter.
func (c *converter) value(v bulletins.Value, field bulletins.Field) {
	switch {
	case field.Name:
	case v.List != nil:
		for _, e := range v.List {
			c.value(e, bulletins.Field{Fields: field.Fields})
		}
	case v.Map != nil:
		for key, e := range v.Map {
			c.value(e, field.Fields[key])
		}
	case field.Type == bulletins.ChoiceField, field.Type == bulletins.LanguageField:
	default:
		c.stretch(v.Range.Start, v.Range.End)
	}
}

func (c *converter) blocks(list []bulletins.Block) {
	for _, b := range list {
		c.block(b)
	}
}

func (c *converter) block(b bulletins.Block) {
	switch b := b.(type) {
	case *bulletins.Heading:
		c.spans(b.Spans)
	case *bulletins.Paragraph:
		c.spans(b.Spans)
	case *bulletins.List:
		for _, item := range b.Items {
			c.blocks(item.Blocks)
		}
	case *bulletins.Table:
		for _, row := range append([][]bulletins.Cell{b.Header}, b.Rows...) {
			for _, cell := range row {
				c.spans(cell.Spans)
			}
		}
		c.spans(b.Caption)
	case *bulletins.Figure:
		c.spans(b.Caption)
	case *bulletins.Quote:
		c.blocks(b.Blocks)
	case *bulletins.DefinitionList:
		for _, d := range b.Items {
			for _, term := range d.Terms {
				c.spans(term)
			}
			for _, text := range d.Descriptions {
				c.blocks(text)
			}
		}
	case *bulletins.Directive:
		c.attrs(b.Name, b.Attrs)
		c.blocks(b.Blocks)
	}
}

func (c *converter) spans(list []bulletins.Span) {
	for i := range list {
		switch s := &list[i]; {
		case s.Kind == bulletins.TextSpan:
			c.stretch(c.base+s.Start, c.base+s.End)
		case s.Kind == bulletins.ImageSpan:
			c.within(s.Range, s.Text)
		case s.Kind == bulletins.LinkSpan && bulletins.PlainText(s.Children) == s.URL:
		case c.schema.Directives[s.Name].Name:
		default:
			c.attrs(s.Name, s.Attrs)
			c.spans(s.Children)
		}
	}
}

// attrs converts the attributes of a directive that are printed.
func (c *converter) attrs(name string, list bulletins.Attrs) {
	for _, a := range list {
		if f, known := c.schema.Directives[name].Attrs[a.Key]; known && !f.Name && f.Type != bulletins.ChoiceField || a.Key == "" {
			c.within(a.Range, a.Value)
		}
	}
}

// within converts a text that stands as it is in a range.
func (c *converter) within(at bulletins.Range, text string) {
	start := c.base + at.Start
	if i := strings.Index(c.doc.Text[start:c.base+at.End], text); i >= 0 {
		c.stretch(start+i, start+i+len(text))
	}
}
