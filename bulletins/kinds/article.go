package kinds

import (
	"slices"
	"strings"
	"unicode"

	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// article is what a kind makes of the front matter, and what it makes it with.
type article struct {
	*maker
	meta     *bulletins.Meta
	title    *bulletins.TopBlock // the heading that is the title, or nil
	attached []string            // titles of the attachments
	doc      *bulletins.Document // as it was written, while something is placed

	above   []layout.Block  // before the title if that is a heading of the text, else all of the head
	below   []layout.Block  // between such a title and the text
	middle  []layout.Block  // after its opening
	close   []layout.Block  // after the text
	tail    []layout.Block  // after the attachments
	imprint *[]layout.Block // at the foot of the last page, once it was made
	// noTitle is the placeholder, once it was wanted.
	noTitle layout.Block
	info    page.Info
	fields  map[string]string
}

// arrange makes what stands round the text, unless the front matter is still the
// same.
func (c *Composer) arrange(doc *bulletins.Document, title *bulletins.TopBlock, attached []string) *article {
	if a := c.article; a != nil && a.meta == doc.Meta && a.title == title && slices.Equal(a.attached, attached) && c.sameBooks(a.consulted) {
		return a
	}
	a := &article{maker: &maker{Composer: c, top: &bulletins.TopBlock{}}, meta: doc.Meta, title: title, attached: attached, imprint: new([]layout.Block)}
	a.fill(doc)
	for _, part := range []struct {
		make func(*article) []layout.Block
		to   *[]layout.Block
	}{{c.scene.kind.head, &a.above}, {c.scene.kind.middle, &a.middle}, {c.scene.kind.close, &a.close}, {c.scene.kind.tail, &a.tail}} {
		if part.make != nil {
			*part.to = part.make(a)
		}
	}
	for i, b := range a.above {
		if b == titlePlace {
			a.above, a.below = a.above[:i:i], a.above[i+1:]
			break
		}
	}
	a.part()
	a.above, a.below, a.middle, a.close, a.tail = a.aside(a.above), a.aside(a.below), a.aside(a.middle), a.aside(a.close), a.aside(a.tail)
	a.check()
	a.checkWeekdays(doc)
	a.checkProof(doc)
	a.settle(doc)
	c.article = a
	return a
}

// placed fills what has a place of its own and returns what is wrong with it.
func (a *article) placed(doc *bulletins.Document, flow *layout.Flow) []bulletins.Diagnostic {
	own := *a.maker
	at := *a
	at.maker, at.doc = &own, doc
	own.found, own.used, own.consulted = nil, nil, nil
	a.scene.kind.place(&at, flow)
	return own.found
}

// part gives the last line of the head at least the room below it that a date line
// has.
func (a *article) part() {
	head := a.above
	if a.title != nil {
		head = a.below
	}
	if len(head) == 0 {
		return
	}
	if t, ok := head[len(head)-1].(*layout.Text); ok {
		room := a.styles.theme.Style("dateline").After
		t.Style = a.styles.derive("head end", t.Style, func(own *themes.Style) { own.After = max(own.After, room) })
	}
}

// titlePlace stands in the head for a title that is a heading of the text.
var titlePlace layout.Block = &layout.Text{}

// headline returns the document's title as a block of the head, or nothing.
func (a *article) headline() []layout.Block {
	if a.title != nil {
		return []layout.Block{titlePlace}
	}
	if title := a.text("title"); title != "" {
		return []layout.Block{a.titleText([]layout.Inline{{Text: title, Source: -1}}, a.styles.theme.Style("title"))}
	}
	return nil
}

// placeholder stands in a review copy for a title that is missing.
func (a *article) placeholder() layout.Block {
	if a.noTitle == nil {
		style := a.styles.theme.Style("title")
		a.noTitle = a.titleText([]layout.Inline{{Text: a.phrase("title-missing"), Style: a.styles.mark("missing", style), Source: -1}}, style)
	}
	return a.noTitle
}

// text returns a value of the front matter in one line.
func (a *article) text(key string) string { return oneLine(a.meta.Text(key)) }

// rows returns the lines of values that may have several.
func (a *article) rows(keys ...string) []string {
	var out []string
	for _, key := range keys {
		out = append(out, strings.Split(a.meta.Text(key), "\n")...)
	}
	return out
}

// list returns the values of a key that are not empty.
func (a *article) list(key string) []string { return filled(a.meta.List(key)) }

// names returns the values of a key as one text.
func (a *article) names(key string) string { return a.joined("name-join", a.list(key)...) }

// within returns the names under a key inside a mapping.
func (a *article) within(key, inner string) string {
	return a.joined("name-join", namesIn(a.meta, key, inner)...)
}

func namesIn(meta *bulletins.Meta, key, inner string) []string {
	if v := meta.Values[key]; v.Map == nil && inner == "name" {
		return filled([]string{v.Text})
	}
	m := bulletins.Meta{Values: meta.Values[key].Map}
	return filled(m.List(inner))
}

// joined puts a phrase between texts, leaving the empty ones out.
func (a *article) joined(join string, texts ...string) string {
	return strings.Join(filled(texts), a.phrase(join))
}

// listed puts texts into a sentence: a, b and c.
func (a *article) listed(texts []string) string {
	n := len(texts) - 1
	switch {
	case n < 1:
		return strings.Join(texts, "")
	case n == 1:
		return texts[0] + a.phrase("list-two") + texts[1]
	}
	return strings.Join(texts[:n], a.phrase("name-join")) + a.phrase("list-last") + texts[n]
}

// lines makes paragraphs of a role, leaving the empty ones out.
func (a *article) lines(role string, texts ...string) []layout.Block {
	var out []layout.Block
	for _, text := range filled(texts) {
		out = append(out, a.words(wideSpaces(text), a.styles.theme.Style(role)))
	}
	return out
}

// filled returns texts in one line each, without the empty ones.
func filled(texts []string) []string {
	var out []string
	for _, text := range texts {
		if text = oneLine(text); text != "" {
			out = append(out, text)
		}
	}
	return out
}

// oneLine makes line ends and the spaces round a text go. A space inside stays as
// it is typed: in a title it means something.
func oneLine(text string) string {
	control := func(r rune) bool { return unicode.IsControl(r) }
	if strings.IndexFunc(text, control) >= 0 {
		text = strings.Join(strings.FieldsFunc(text, control), " ")
	}
	return strings.TrimSpace(text)
}
