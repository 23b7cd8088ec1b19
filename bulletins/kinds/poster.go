package kinds

import (
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// poster is one sheet to be read from afar: a headline as large as its place lets it be,
// a picture, a few lines, and who speaks. The colours are those of safety signs: red
// forbids, yellow warns, blue commands, green informs (GB 2894-2025, ISO 3864).
var poster = Kind{
	Name: "poster", Group: Display, Theme: "safety365", Form: "paper",
	Fields: []string{"title", "subtitle", "paper", "colour", "image", "slogans", "issuer", "contact", "hotline", "qr", "published"},
	Own: fieldsOf{
		"paper":   choice("A3", "A2", "500x700"),
		"colour":  choice("red", "yellow", "blue", "green"),
		"image":   external,
		"slogans": texts,
		"qr":      external,
	},
	recast: bare, place: placePoster, check: checkPoster,
}

// bare is a document without its text: what is wanted of that stands at places.
func bare(doc *bulletins.Document) *bulletins.Document {
	own := *doc
	own.Blocks, own.Starts = nil, nil
	return &own
}

func placePoster(a *article, flow *layout.Flow) {
	c := a.canvas(flow)
	colour := a.text("colour")
	if colour == "" {
		colour = "red"
	}
	c.paint(c.box(0, 0, 1000, 1000), colour+"-ground")
	flow.MarkColor = "draft-" + colour
	image := a.text("image")
	foot := int64(890)
	c.paint(c.box(0, foot, 1000, 1000-foot), "white")
	head := c.within(60, 435)
	if image != "" {
		head = c.within(50, 270)
	}
	if title := a.text("title"); title != "" {
		t := c.fitted(title, "posterhead-"+colour, head, 0, "middle")
		t.Inlines = headlineParts(title)
		t.Tag, t.Outline = page.RoleH1, 1
	}
	at := int64(510)
	if image != "" {
		at = 335
	}
	if subtitle := a.text("subtitle"); subtitle != "" {
		lines := int64(lengthFactor(a.scene.lang))
		tall := 50 + 35*lines
		c.fitted(subtitle, "postersub-"+colour, c.within(at, tall), int(lines), "middle")
		at += tall + 10
	}
	if image != "" {
		c.picture(image, c.box(0, at, 1000, 670-at))
		at = 680
	}
	c.lines(colour, at, foot-15-at)
	c.foot(foot)
}

// headlineParts parts a headline where its author left a space between Han characters.
func headlineParts(title string) []layout.Inline {
	var out []layout.Inline
	for i, part := range splitHalves([]layout.Inline{{Text: title, Source: -1}}) {
		if part.Text == wideSpace {
			out = append(out, layout.Inline{Break: true, Source: -1})
			continue
		}
		if i > 0 && part.Text == "" {
			continue
		}
		out = append(out, part)
	}
	return out
}

// picture sets a picture in the middle of a place.
func (c *canvas) picture(name string, r page.Rect) {
	p := c.image(name, c.text("title"), "", c.meta.Values["image"].Range)
	f := &layout.Figure{Style: c.styles.derive("bare", c.styles.theme.Style("figure"), func(own *themes.Style) { own.Before, own.After = 0, 0 }),
		Picture: p, Look: c.styles.theme.Figures, Height: r.H, Width: r.W}
	c.put(layout.Fixed{At: r, Blocks: []layout.Block{f}, Valign: "middle"})
}

// lines sets the slogans and the text of the document.
func (c *canvas) lines(colour string, y, h int64) {
	style := c.sized("posterline-"+colour, 62)
	var blocks []layout.Block
	for _, line := range c.list("slogans") {
		blocks = append(blocks, c.words(line, style))
	}
	if c.doc != nil {
		body := c.sized("posterbody-"+colour, 36)
		for i, top := range c.doc.Blocks {
			m := &maker{Composer: c.Composer, top: top}
			blocks = append(blocks, m.blocks([]bulletins.Block{top.Block}, place{style: body})...)
			m.checkPlaceholders()
			c.found = append(c.found, shiftedAll(m.found, c.doc.Starts[i])...)
		}
	}
	if len(blocks) > 0 {
		c.put(layout.Fixed{At: c.within(y, h), Blocks: blocks, Valign: "middle", Fit: true})
	}
}

// foot sets who speaks, how to reach them, and a code at the right.
func (c *canvas) foot(y int64) {
	r := c.within(y+12, 1000-y-32)
	if code := c.text("qr"); code != "" {
		side := r.H
		m := &maker{Composer: c.Composer, top: &bulletins.TopBlock{}}
		d := &bulletins.Directive{Attrs: bulletins.Attrs{{Key: "text", Value: code}, {Key: "size", Value: side.Decimal(3) + "pt"}}}
		ground := page.Rect{X: r.X + r.W - side, Y: r.Y, W: side, H: side}
		c.put(layout.Fixed{At: ground, Blocks: m.qr(d, place{})})
		c.found = append(c.found, shiftedAll(m.found, c.meta.Values["qr"].Range.Start)...)
		r.W -= side + c.safe/2
	}
	style := c.sized("posterissuer", 32)
	words := c.words(strings.Join(c.list("issuer"), " "), style)
	var blocks []layout.Block
	if len(words.Inlines[0].Text) > 0 {
		blocks = append(blocks, words)
	}
	for _, line := range filled([]string{c.labelledLine("hotline", c.text("hotline")), c.names("contact")}) {
		blocks = append(blocks, c.words(line, c.sized("posterfoot", 26)))
	}
	if len(blocks) > 0 {
		c.put(layout.Fixed{At: r, Blocks: blocks, Valign: "middle", Fit: true})
	}
}

// shiftedAll moves what was found in a block to its place in the document.
func shiftedAll(found []bulletins.Diagnostic, by int) []bulletins.Diagnostic {
	var out []bulletins.Diagnostic
	for _, d := range found {
		out = append(out, shifted(d, by))
	}
	return out
}

func checkPoster(meta *bulletins.Meta, report func(bulletins.Diagnostic)) {
	if len(filled(meta.List("issuer"))) == 0 {
		report(problem(bulletins.Warning, "poster-issuer", meta.Values["issuer"].Range))
	}
	if n := len([]rune(oneLine(meta.Text("title")))); n > 40 {
		report(problem(bulletins.Warning, "poster-headline", meta.Values["title"].Range))
	}
}
