package kinds

import (
	"slices"

	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// sealSize is the diameter of a seal.
var sealSize = page.MM(42_000)

// signOff sets issuers and date, with room for seals or without, or beside a signature
// stamp (GB/T 9704-2012, 7.3.5).
func (a *article) signOff() []layout.Block {
	names := a.list("signature")
	if len(names) == 0 {
		names = a.list("issuer")
	}
	date := printedDate(a.scene.lang, a.text("published"))
	stamps := People(a.meta.Values["stamp"])
	switch {
	case len(stamps) > 0:
		return a.stamped(stamps[0], date)
	case len(names) == 0 && date == "":
		return nil
	case a.text("seal") == "none":
		return a.unsealed(names, date)
	case len(names) > 1:
		return a.sealedRows(names, date)
	}
	return a.sealed(names, date)
}

// unsealed sets the names one line below the text, two characters from the right, and
// the date so that it begins two characters after them (7.3.5.2).
func (a *article) unsealed(names []string, date string) []layout.Block {
	s, style := a.metrics(), a.styles.theme.Style("signoff")
	left := a.styles.derive("unsealed", style, func(own *themes.Style) { own.Align = themes.Left })
	frame := a.signFrame(1, 2*s.char)
	for _, name := range names {
		frame.Blocks = append(frame.Blocks, a.words(name, left))
	}
	if date != "" {
		frame.Blocks = append(frame.Blocks, a.words(date, a.styles.derive("unsealed date", left, func(own *themes.Style) { own.Left = 2 * s.char })))
	}
	return []layout.Block{frame}
}

// signFrame holds lines at the right, as wide as the widest, so many empty lines below
// the text.
func (a *article) signFrame(lines int, right page.Length) *layout.Frame {
	style := a.inLines(a.styles.theme.Style("signoff"), lines)
	style = a.styles.derive("right "+right.String(), style, func(own *themes.Style) { own.Right, own.KeepTogether, own.KeepPrevious = right, true, true })
	return &layout.Frame{Style: style, Natural: true, Place: themes.Right}
}

// sealed sets the name in the middle over the date, which stands four characters from
// the right (7.3.5.1). The seal lies over both; it begins within a line of the text.
func (a *article) sealed(names []string, date string) []layout.Block {
	s, style := a.metrics(), a.styles.theme.Style("signoff")
	right := 4 * s.char
	if len(names) > 0 && date != "" { // a longer name stands out on both sides of the date
		right = max(right-max(0, a.gridWidth(names[0])-a.gridWidth(date))/2, s.char)
	}
	frame := a.signFrame(2, right)
	frame.Blocks = append(frame.Blocks, a.sealImage()...)
	for _, words := range filled(append(slices.Clone(names), date)) {
		frame.Blocks = append(frame.Blocks, a.words(words, style))
	}
	return []layout.Block{frame}
}

// gridWidth is the width of a line of text.
func (a *article) gridWidth(words string) page.Length {
	if s := a.metrics(); s.grid {
		return gridWidth(words, s.char, s.em)
	}
	return a.lineWidth(words, a.styles.theme.Style("signoff"))
}

// sealedRows sets the names of several issuers side by side, each with room for its own
// seal, the date below the last.
func (a *article) sealedRows(names []string, date string) []layout.Block {
	s, style := a.metrics(), a.styles.theme.Style("signoff")
	across := 1
	for n := 3; n > 1; n-- { // as many as have room for name and seal
		room := s.area.W/page.Length(n) - s.char
		if room >= sealSize && !slices.ContainsFunc(names, func(name string) bool { return a.gridWidth(name) > room }) {
			across = min(n, len(names))
			break
		}
	}
	var out []layout.Block
	between := int((sealSize + s.line - 1) / s.line)
	for from, lines := 0, 2; from < len(names); from, lines = from+across, between-1 {
		row := &layout.Row{Style: a.inLines(style, lines)}
		part := names[from:min(from+across, len(names))]
		for range across - len(part) { // the last stands at the right, with the date
			row.Cells = append(row.Cells, layout.RowCell{})
		}
		for i, name := range part {
			cell := layout.RowCell{Blocks: append(a.sealImageOf(from+i), a.words(name, style))}
			if from+i == len(names)-1 && date != "" {
				cell.Blocks = append(cell.Blocks, a.words(date, style))
			}
			row.Cells = append(row.Cells, cell)
		}
		out = append(out, row)
	}
	return out
}

// sealImage is the picture of the seal, if it is to be printed: it lies under the words
// that follow and takes no room. Its middle is a little above theirs.
func (a *article) sealImage() []layout.Block { return a.sealImageOf(0) }

// sealImageOf is that of one of several issuers; their pictures are a list.
func (a *article) sealImageOf(i int) []layout.Block {
	files := a.list("seal_image")
	if a.text("seal") != "image" || i >= len(files) {
		return nil
	}
	s := a.metrics()
	p := a.image(files[i], a.phrase("seal"), "", a.meta.Values["seal_image"].Range)
	if p.Source == nil {
		return nil
	}
	w, h := page.Length(p.Source.Width), page.Length(p.Source.Height)
	size := page.Size{W: sealSize.MulDiv(int64(w), int64(max(w, h))), H: sealSize.MulDiv(int64(h), int64(max(w, h)))}
	style := a.styles.derive("seal", a.styles.theme.Style("signoff"), func(own *themes.Style) { *own = themes.Style{Role: own.Role, Align: themes.Center} })
	at := page.Rect{X: -size.W / 2, Y: s.line*3/4 - size.H/2, W: size.W, H: size.H}
	return []layout.Block{&layout.Drawing{Style: style, Alt: p.Alt, Items: []page.Item{&page.Image{Source: p.Source, Rect: at}}}}
}

// stamped sets post and name of who signs by a stamp two lines below the text, four
// characters from the right, and the date a line below them (7.3.5.3).
func (a *article) stamped(who Person, date string) []layout.Block {
	s, style := a.metrics(), a.styles.theme.Style("signoff")
	right := a.styles.derive("stamped", style, func(own *themes.Style) { own.Align, own.Right = themes.Right, 4*s.char })
	t := &layout.Text{Style: a.inLines(right, 2), Lang: a.scene.lang}
	if len(who.Posts) > 0 {
		t.Inlines = append(t.Inlines, layout.Inline{Text: who.Posts[0] + wideSpace + wideSpace, Source: -1})
	}
	t.Inlines = append(t.Inlines, layout.Inline{Text: padded(who.Name, 6), Style: a.styles.mark("stampname", t.Style), Source: -1})
	out := []layout.Block{t}
	if date != "" {
		out = append(out, a.words(date, a.inLines(right, 1)))
	}
	return out
}
