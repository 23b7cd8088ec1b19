package kinds

import (
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
)

// nameCard makes cards for a table (席卡): for each of the attendees a sheet with the
// name on both sides of a fold, head to head, so that it reads from the front and from
// behind when it stands as a tent.
var nameCard = Kind{
	Name: "name-card", Group: Official, Theme: "cards",
	Fields:   []string{"title", "attendees", "chair", "speakers", "observers"},
	untitled: true,
	head:     cardHead, recast: withoutText, check: checkCards,
}

// cardPanel is the height of each side of a card.
var cardPanel = page.MM(100_000)

// cardHead sets a sheet for each person.
func cardHead(a *article) []layout.Block {
	var out []layout.Block
	for _, key := range []string{"chair", "speakers", "attendees", "observers"} {
		for _, p := range People(a.meta.Values[key]) {
			if len(out) > 0 {
				out = append(out, &layout.Break{})
			}
			out = append(out, a.card(p)...)
		}
	}
	return out
}

// card sets the two sides of a card, the lines to fold and to cut along.
func (a *article) card(p Person) []layout.Block {
	size := a.styles.theme.Page.Size
	middle := size.H / 2
	var out []layout.Block
	for _, y := range []page.Length{middle - cardPanel, middle, middle + cardPanel} {
		out = append(out, &layout.Fixed{Artifact: true, At: page.Rect{Y: y, W: size.W}, Blocks: []layout.Block{
			&layout.Drawing{Size: page.Size{W: size.W}, Items: []page.Item{dashed(size.W, a.styles.theme.Color("hairline"))}},
		}})
	}
	edge := size.W / 12
	at := page.Rect{X: edge, Y: middle, W: size.W - 2*edge, H: cardPanel}
	behind := at
	behind.Y = middle - cardPanel
	return append(out,
		&layout.Fixed{At: at, Valign: "middle", Blocks: a.cardSide(p, at.W, true)},
		&layout.Fixed{At: behind, Valign: "middle", Turned: true, Artifact: true, Blocks: a.cardSide(p, at.W, false)})
}

// cardSide sets the name as large as it goes, the unit and the post above it.
func (a *article) cardSide(p Person, room page.Length, front bool) []layout.Block {
	var out []layout.Block
	if office := a.joined("office-join", append([]string{p.Unit}, p.Posts...)...); office != "" {
		out = append(out, a.lines("cardoffice", office)...)
	}
	style := a.styles.theme.Style("cardname")
	name := p.Name
	if r := []rune(name); len(r) == 2 && isWide(r[0]) {
		name = string(r[0]) + wideSpace + string(r[1])
	}
	most := min(style.Size, room*2/max(halfEms(name), 1))
	if !strings.HasPrefix(a.scene.lang, "zh") {
		most = style.Size
	}
	least := most / 3
	fit := &layout.Fit{Least: least, Most: most, Lines: 1}
	if !strings.HasPrefix(a.scene.lang, "zh") && a.lineWidth(name, style) > 2*room {
		fit.Lines = 2 // in one line it would be less than half as large
	}
	t := &layout.Text{Style: style, Lang: a.scene.lang, Fit: fit, Inlines: []layout.Inline{{Text: name, Source: -1}}}
	if front {
		t.Tag, t.Outline = page.RoleH1, 1
	}
	return append(out, t)
}

// dashed is a thin dashed line across a sheet.
func dashed(w page.Length, c page.Color) *page.Path {
	var segments []page.Segment
	for x := page.Length(0); x < w; x += page.MM(4_000) {
		segments = append(segments,
			page.Segment{Op: page.MoveTo, P: [3]page.Point{{X: x}}},
			page.Segment{Op: page.LineTo, P: [3]page.Point{{X: min(x+page.MM(2_000), w)}}})
	}
	return &page.Path{Segments: segments, Stroke: page.Stroke{Color: c, Width: page.Pt / 2}}
}

// withoutText leaves the text of a document out: cards have none.
func withoutText(doc *bulletins.Document) *bulletins.Document {
	own := *doc
	own.Blocks, own.Starts = nil, nil
	return &own
}

// checkCards reports that there is nobody to make cards for.
func checkCards(meta *bulletins.Meta, report func(bulletins.Diagnostic)) {
	seen := map[string]bool{}
	n := 0
	for _, key := range []string{"chair", "speakers", "attendees", "observers"} {
		for _, p := range People(meta.Values[key]) {
			n++
			if seen[p.Name] && placeholder(p.Name) == nil {
				report(problem(bulletins.Warning, "card-twice", p.Range, "name", p.Name))
			}
			seen[p.Name] = true
		}
	}
	if n == 0 {
		report(problem(bulletins.Error, "card-none", meta.Values["attendees"].Range))
	}
}
