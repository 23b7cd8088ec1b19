package layout_test

import (
	"fmt"
	"testing"

	"safety365/bulletins/page"
)

// TestCodeSpaces: a space in code is as wide as its letters, however full the line is.
func TestCodeSpaces(t *testing.T) {
	for tenths := 120; tenths < 160; tenths += 3 {
		text := front + "先在窗口里输入`set a b`这一行命令再看结果是不是正确。\n"
		book := composeText(t, text, fmt.Sprintf("typeset.measure=%d.%dem", tenths/10, tenths%10), "typeset.indent=0").book(t)
		for _, l := range book.Pages[0].Lines {
			var at []page.Length // of the letters of the code
			var em page.Length
			for _, it := range book.Pages[0].Items[l.First : l.First+l.N] {
				if r, ok := it.(*page.GlyphRun); ok && r.Face.Name() == "LiberationMono-Regular" {
					em = r.Size
					for i, g := range r.Glyphs {
						if r.Cluster(i) != " " {
							at = append(at, r.Origin.X+g.X)
						}
					}
				}
			}
			for i := 1; i < len(at); i++ {
				if d := at[i] - at[i-1]; d > 2*em*61/100 {
					t.Errorf("%d: letters of code are %v em apart", tenths, float64(d)/float64(em))
				} else if i >= 3 && d < 2*em*59/100 {
					t.Errorf("%d: a space in code is %v em wide", tenths, float64(d)/float64(em)-0.6)
				}
			}
		}
	}
}
