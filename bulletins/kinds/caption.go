package kinds

import (
	"regexp"
	"strconv"
	"strings"

	"safety365/assets"
	"safety365/bulletins"
	"safety365/bulletins/layout"
)

// captionKind tells what bears numbers of its own.
type captionKind uint8

const (
	figureCaption captionKind = iota
	tableCaption
	captionKinds
	attachmentCount = captionKinds
)

// captionWords are for each kind the phrase of its number and what an author writes
// in place of it.
var captionWords = [captionKinds]struct {
	phrase string
	typed  *regexp.Regexp
}{
	{"figure-number", regexp.MustCompile(`^(?i:附?图|附?圖|figure|fig\.|gambar|bagan)` + typedNumber)},
	{"table-number", regexp.MustCompile(`^(?i:附?表|table|tab\.|tabel)` + typedNumber)},
}

const typedNumber = `\s*([0-9０-９]+|[一二三四五六七八九十]+)([-–—.．][0-9]+)*`

// counts are the numbers that captions and attachments have reached at a place of the
// text.
type counts [captionKinds + 1]int32

// number gives a caption its number: none if there is no caption or the theme asks for
// none, the author's own if he typed one, else the next.
func (c *counts) number(kind captionKind, caption string, numbered bool, lang string) (number string, typed bool) {
	caption = strings.TrimSpace(caption)
	if caption == "" {
		return "", false
	}
	words := &captionWords[kind]
	if m := words.typed.FindStringSubmatch(caption); m != nil {
		if n, err := strconv.ParseInt(m[1], 10, 32); err == nil && m[2] == "" {
			c[kind] = int32(n)
		}
		return m[0], true
	}
	if !numbered {
		return "", false
	}
	c[kind]++
	return assets.Phrase(lang, words.phrase, "n", strconv.Itoa(int(c[kind]))), false
}

// captioned numbers the caption of a picture or table that is being made, in front of
// its words.
func (m *maker) captioned(kind captionKind, inlines []layout.Inline, plain string) []layout.Inline {
	if m.note {
		return inlines
	}
	number, typed := m.counts.number(kind, plain, m.numbers(kind), m.scene.lang)
	if number == "" || typed {
		return inlines
	}
	prefix := layout.Inline{Text: number + assets.Phrase(m.scene.lang, "caption-join"), Source: -1}
	return append([]layout.Inline{prefix}, inlines...)
}

// numbers says whether the theme numbers captions of a kind.
func (c *Composer) numbers(kind captionKind) bool {
	if kind == figureCaption {
		return c.scene.theme.Figures.Numbered
	}
	return c.scene.theme.Tables.Numbered
}

// referent is what a reference leads to: something with a number, or only with a title.
type referent struct{ number, title string }

// numberCaptions finds the numbers with which each top-level block begins, and what
// references may lead to.
func (c *Composer) numberCaptions(doc *bulletins.Document) {
	c.starts, c.targets = make([]counts, len(doc.Blocks)), map[string]referent{}
	var n counts
	for i, top := range doc.Blocks {
		c.starts[i] = n
		if isCounted(top.Block) {
			n[attachmentCount]++
		}
		for _, id := range top.IDs {
			c.targets[id] = referent{}
		}
		if h, ok := top.Block.(*bulletins.Heading); ok && h.ID != "" {
			c.targets[h.ID] = referent{title: bulletins.PlainText(h.Spans)}
		}
		if !mayHaveCaptions(top.Block) {
			continue
		}
		captions([]bulletins.Block{top.Block}, func(kind captionKind, id, caption string) {
			number, _ := n.number(kind, caption, c.numbers(kind), c.scene.lang)
			if id != "" {
				c.targets[id] = referent{number, strings.TrimSpace(caption)}
			}
		})
	}
}

// mayHaveCaptions says whether the numbers above a block matter to it.
func mayHaveCaptions(b bulletins.Block) bool {
	switch b.(type) {
	case *bulletins.Paragraph, *bulletins.Heading, *bulletins.Code, *bulletins.Rule:
		return false
	}
	return true
}

// captions walks blocks in the order in which they are made and calls see for every
// picture and table with its caption.
func captions(blocks []bulletins.Block, see func(kind captionKind, id, caption string)) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *bulletins.Figure:
			see(figureCaption, b.Attrs.Get("id"), bulletins.PlainText(b.Caption))
		case *bulletins.Table:
			see(tableCaption, "", bulletins.PlainText(b.Caption))
		case *bulletins.List:
			for i := range b.Items {
				captions(b.Items[i].Blocks, see)
			}
		case *bulletins.Quote:
			captions(b.Blocks, see)
		case *bulletins.DefinitionList:
			for i := range b.Items {
				for _, d := range b.Items[i].Descriptions {
					captions(d, see)
				}
			}
		case *bulletins.Directive:
			id, caption := b.Attrs.Get("id"), b.Attrs.Get("caption")
			inner := func(kind captionKind, own, text string) {
				if kind == tableCaption && b.Name == "table" { // its first table has them
					if text == "" {
						text, caption = caption, ""
					}
					own, id = id, ""
				}
				see(kind, own, text)
			}
			captions(b.Blocks, inner)
		}
	}
}
