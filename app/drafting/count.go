package drafting

import (
	"unicode"

	"safety365/bulletins"
)

// Counter counts a text again and again. It keeps what it knows of each block, so a
// key costs one block.
type Counter struct {
	known map[*bulletins.TopBlock]Counts
}

// Count counts a text as it is shown, without marks and front matter, as WPS does: a
// Han character or full-width mark is a word, and so is a run of other letters and
// digits. Notes count too.
func Count(doc *bulletins.Document) Counts { return new(Counter).Count(doc) }

// Count is Count with what is known from before.
func (c *Counter) Count(doc *bulletins.Document) Counts {
	fresh := make(map[*bulletins.TopBlock]Counts, len(doc.Blocks))
	var sum Counts
	add := func(top *bulletins.TopBlock) {
		n, ok := c.known[top]
		if !ok {
			n = countTop(top)
		}
		fresh[top] = n
		sum.add(n)
	}
	for _, top := range doc.Blocks {
		add(top)
	}
	for _, n := range doc.Notes {
		if n.Top != nil && n.Top.Block == nil {
			if _, done := fresh[n.Top]; !done {
				add(n.Top)
			}
		}
	}
	c.known = fresh
	return sum
}

func (c *Counts) add(o Counts) {
	c.Words += o.Words
	c.Characters += o.Characters
	c.Solid += o.Solid
	c.Han += o.Han
	c.Latin += o.Latin
	c.Paragraphs += o.Paragraphs
}

func countTop(top *bulletins.TopBlock) Counts {
	var c Counts
	if top.Block != nil {
		c.block(top.Block)
	}
	for _, n := range top.Notes {
		c.blocks(n.Blocks)
	}
	return c
}

func (c *Counts) blocks(list []bulletins.Block) {
	for _, b := range list {
		c.block(b)
	}
}

func (c *Counts) block(b bulletins.Block) {
	switch b := b.(type) {
	case *bulletins.Paragraph:
		c.spans(b.Spans)
	case *bulletins.Heading:
		c.spans(b.Spans)
	case *bulletins.Figure:
		c.spans(b.Caption)
	case *bulletins.Code:
		c.text(b.Text)
	case *bulletins.Quote:
		c.blocks(b.Blocks)
	case *bulletins.Directive:
		c.blocks(b.Blocks)
	case *bulletins.List:
		for _, i := range b.Items {
			c.blocks(i.Blocks)
		}
	case *bulletins.Table:
		c.spans(b.Caption)
		for _, cell := range b.Header {
			c.spans(cell.Spans)
		}
		for _, row := range b.Rows {
			for _, cell := range row {
				c.spans(cell.Spans)
			}
		}
	case *bulletins.DefinitionList:
		for _, d := range b.Items {
			for _, term := range d.Terms {
				c.spans(term)
			}
			for _, list := range d.Descriptions {
				c.blocks(list)
			}
		}
	}
}

func (c *Counts) spans(spans []bulletins.Span) { c.text(bulletins.PlainText(spans)) }

// text counts the paragraphs of a plain text.
func (c *Counts) text(s string) {
	shown, word := false, false
	for _, r := range s {
		switch {
		case r == '\n':
			word = false
			continue
		case unicode.IsSpace(r):
			c.Characters++
			word = false
			continue
		}
		shown = true
		c.Characters++
		c.Solid++
		if isWide(r) {
			c.Words++
			c.Han++
			word = false
			continue
		}
		if !word {
			c.Words++
			c.Latin++
		}
		word = true
	}
	if shown {
		c.Paragraphs++
	}
}

// isWide says whether a character counts by itself.
func isWide(r rune) bool {
	switch r {
	case '“', '”', '‘', '’', '—', '…', '·':
		return true
	}
	return bulletins.IsHan(r)
}
