package layout_test

import (
	"context"
	"strings"
	"testing"

	"safety365/bulletins/layout"
	"safety365/bulletins/page"
)

// place is a character where it stands on a page.
type place struct {
	text     string
	x, y     page.Length
	vertical bool
	turned   bool
	nominal  bool
}

// places lists the characters of a page's content in reading order.
func places(p *page.Page) []place {
	var out []place
	var walk func(items []page.Item, m page.Matrix)
	walk = func(items []page.Item, m page.Matrix) {
		for _, it := range items {
			switch it := it.(type) {
			case *page.Group:
				walk(it.Items, it.Transform)
			case *page.GlyphRun:
				if it.Tag == 0 {
					continue
				}
				for i, g := range it.Glyphs {
					at := m.Apply(page.Point{X: it.Origin.X + g.X, Y: it.Origin.Y + g.Y})
					text := it.Cluster(i)
					id, _ := it.Face.Glyph([]rune(text + " ")[0])
					out = append(out, place{text, at.X, at.Y, it.Vertical, m != page.Matrix{}, id == g.ID})
				}
			}
		}
	}
	walk(p.Items, page.Matrix{})
	return out
}

func seek(t *testing.T, all []place, text string) place {
	t.Helper()
	for _, p := range all {
		if p.text == text {
			return p
		}
	}
	t.Fatalf("%q is not there", text)
	return place{}
}

// TestVerticalWriting is case D4: vertical forms, short numbers upright in one cell, words
// turned, columns from right to left, the prohibition rules as in horizontal lines.
func TestVerticalWriting(t *testing.T) {
	text := "安全生产，人人有责：“生命至上”。《法》——自12月起，PDCA循环2024年第3季度……（完）各单位都要认真落实。"
	flow := flowOf(t, text, "zh-Hans", "typeset.direction=vertical", "typeset.measure=10em", "typeset.indent=0")
	book, _, err := layout.Layout(context.Background(), flow, layout.Options{})
	if err != nil {
		t.Fatal(err)
	}
	p := book.Pages[0]
	all := places(p)
	an, quan := seek(t, all, "安"), seek(t, all, "全")
	em := flow.Theme.Style("body").Size
	if d := quan.y - an.y; quan.x != an.x || d < em || d > em*13/10 {
		t.Errorf("安 at %v,%v and 全 at %v,%v", an.x, an.y, quan.x, quan.y)
	}
	one, two := seek(t, all, "1"), seek(t, all, "2")
	if one.y != two.y || two.x <= one.x || !one.vertical {
		t.Errorf("12 is not side by side: %v %v", one, two)
	}
	if word := seek(t, all, "P"); !word.turned {
		t.Errorf("PDCA is not turned: %v", word)
	}
	for _, mark := range []string{"，", "《", "（", "“"} {
		if m := seek(t, all, mark); m.nominal {
			t.Errorf("%s has its horizontal form", mark)
		}
	}
	if len(p.Lines) < 4 {
		t.Fatalf("%d columns", len(p.Lines))
	}
	for i, l := range p.Lines {
		if i > 0 && l.X >= p.Lines[i-1].X {
			t.Errorf("column %d is not left of the one before", i+1)
		}
		first := p.Items[l.First]
		if g, ok := first.(*page.Group); ok {
			first = g.Items[0]
		}
		if r := first.(*page.GlyphRun); i > 0 && strings.ContainsRune(closers, []rune(r.Text)[0]) {
			t.Errorf("column %d begins with %s", i+1, r.Text)
		}
	}
	for _, c := range all {
		if c.x < 0 || c.x > p.Trim.W || c.y < 0 || c.y > p.Trim.H {
			t.Errorf("%s stands at %v, %v", c.text, c.x, c.y)
		}
	}
}
