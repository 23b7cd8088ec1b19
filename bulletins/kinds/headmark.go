package kinds

import (
	"slices"
	"strings"

	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// markAt is how far the mark of an official document stands below the top of the type
// area (GB/T 9704-2012, 7.2.4).
var markAt = page.MM(35_000)

// Most of the type area that a mark takes, in width and, of several issuers, height.
var (
	markWidth  = int64(96) // per cent
	markHeight = page.MM(62_000)
)

// preprinted says whether all that is red is on the paper already.
func (a *article) preprinted() bool { return a.text("letterhead") == "preprinted" }

// corner sets copy number, classification and urgency, one below the other from a
// height on (7.2.1 to 7.2.3). The classification stands on the second line, even alone,
// if it has a line of its own.
func (a *article) corner(x, y page.Length, own bool) []layout.Block {
	s := a.metrics()
	var out []layout.Block
	row := 0
	for _, e := range []struct{ key, role string }{{"copy_no", "headitem"}, {"classification", "headurgent"}, {"urgency", "headurgent"}} {
		words := a.text(e.key)
		if words == "" {
			continue
		}
		if e.key == "classification" && own {
			row = max(row, 1)
		}
		out = append(out, &layout.Fixed{
			At:     page.Rect{X: x, Y: y + page.Length(row)*s.line, W: s.area.W / 2},
			Blocks: a.lines(e.role, words),
		})
		row++
	}
	return out
}

// mark sets the mark of the issuers with its upper edge at y and returns its lower
// edge. Several names stand below one another, equally long, with the word for
// document beside them (7.2.4).
func (a *article) mark(role string, names []string, word string, y page.Length) ([]layout.Block, page.Length) {
	names = filled(names)
	if len(names) == 0 {
		names = []string{a.phrase("issuer-missing")}
	}
	s, style := a.metrics(), a.styles.theme.Style(role)
	if len(names) == 1 {
		names, word = []string{names[0] + word}, ""
	}
	longest := slices.MaxFunc(names, func(x, y string) int { return int(halfEms(x) - halfEms(y)) })
	halves, lines := halfEms(longest), page.Length(len(names))
	whole := halves
	if word != "" {
		whole += 1 + halfEms(word)
	}
	room := s.area.W.MulDiv(markWidth, 100)
	size := min(style.Size, room*2/whole, markHeight*3/(4*lines)) / (page.Pt / 2) * (page.Pt / 2)
	pitch := size * 4 / 3
	style = a.styles.derive("mark "+size.String()+pitch.String(), style, func(own *themes.Style) { own.Size, own.Leading, own.Cell = size, pitch, 0 })
	bottom := y + (lines-1)*pitch + size
	if a.preprinted() {
		return nil, bottom
	}
	text := func(words string, spread bool) layout.Block {
		return &layout.Text{Style: style, Lang: a.scene.lang, Spread: spread, Inlines: []layout.Inline{{Text: words, Source: -1}}}
	}
	at := s.across(y-(pitch-size)/2, 0)
	if word == "" {
		return []layout.Block{&layout.Fixed{At: at, Blocks: []layout.Block{text(names[0], false)}}}, bottom
	}
	at.X += (at.W - whole*size/2) / 2
	at.W = halves * size / 2
	stack := &layout.Fixed{At: at}
	for _, name := range names {
		stack.Blocks = append(stack.Blocks, text(name, true))
	}
	at.X += at.W + size/2
	at.W, at.H = halfEms(word)*size/2, lines*pitch
	return []layout.Block{stack, &layout.Fixed{At: at, Valign: "middle", Blocks: []layout.Block{text(word, false)}}}, bottom
}

// numberLine sets the number of the document, the signers beside it (7.2.5, 7.2.6),
// its first line at y. It returns the lower edge of the characters of the last one.
func (a *article) numberLine(y page.Length) ([]layout.Block, page.Length) {
	s := a.metrics()
	var out []layout.Block
	signers := People(a.meta.Values["signer"])
	rows := max(1, (len(signers)+1)/2)
	last := y + page.Length(rows-1)*s.line
	if words := a.text("number"); words != "" {
		role, at := "headnumber", s.across(last, 0)
		if len(signers) > 0 {
			role = "headitem"
			at.X, at.W = at.X+s.char, at.W/2
		}
		out = append(out, &layout.Fixed{At: at, Blocks: a.lines(role, words)})
	}
	if len(signers) > 0 {
		out = append(out, a.signers(signers, y))
	}
	return out, last + s.gap()/2 + s.em
}

// signers sets the names of the signers at the right, two in a line, those of a line
// below those of the one above.
func (a *article) signers(people []Person, y page.Length) layout.Block {
	s, style := a.metrics(), a.styles.theme.Style("headitem")
	label := a.phrase("signer-label")
	longest := page.Length(0)
	for _, p := range people {
		longest = max(longest, halfEms(p.Name), 6)
	}
	columns := page.Length(min(len(people), 2))
	width := (halfEms(label) + columns*longest + 2*(columns-1)) * s.char / 2
	at := page.Rect{X: s.area.X + s.area.W - s.char - width, Y: y, W: width + s.char/2}
	name := a.styles.mark("signername", style)
	f := &layout.Fixed{At: at}
	for i := 0; i < len(people); i += 2 {
		if i > 0 {
			label = strings.Repeat(wideSpace, int(halfEms(label)+1)/2)
		}
		t := a.words(label, style)
		for k, p := range people[i:min(i+2, len(people))] {
			if k > 0 {
				t.Inlines = append(t.Inlines, layout.Inline{Text: wideSpace, Source: -1})
			}
			t.Inlines = append(t.Inlines, layout.Inline{Text: padded(p.Name, longest), Style: name, Source: -1})
		}
		f.Blocks = append(f.Blocks, t)
	}
	return f
}

// padded widens a name: one of two characters has a space between them, a shorter one
// spaces behind it.
func padded(name string, halves page.Length) string {
	if r := []rune(name); len(r) == 2 && isWide(r[0]) && halves == 6 {
		return string(r[0]) + wideSpace + string(r[1])
	}
	return name + strings.Repeat(wideSpace, int(max(0, halves-halfEms(name)))/2)
}
