package layout_test

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"safety365/bulletins"
	"safety365/bulletins/kinds"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// composeText composes a document that is not in a file; its pictures are those of
// the samples.
func composeText(t testing.TB, text string, sets ...string) composed {
	t.Helper()
	doc := bulletins.Parse("text.md", text, kinds.Schema())
	theme, problems := themes.Load("bulletin", themes.Options{Language: doc.Lang, Settings: themes.SettingsOf(doc), Sets: themes.Sets(sets)})
	for _, p := range problems {
		t.Fatal(p)
	}
	folder, err := bulletins.OpenFolder(filepath.Join("..", "..", "assets", "samples"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { folder.Close() })
	flow, _ := kinds.NewComposer().Compose(doc, theme, folder, kinds.Options{})
	return composed{doc, flow}
}

func (c composed) book(t testing.TB) *page.Book {
	t.Helper()
	book, _, err := layout.Layout(context.Background(), c.flow, layout.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// official is the page of GB/T 9704-2012, 5.2: type area 156 × 225 mm.
var official = []string{"page.margins.top=37mm", "page.margins.bottom=35mm", "page.margins.inner=28mm", "page.margins.outer=26mm", "styles.body.font=fang"}

// mixed is a text with everything that could move a line off the grid.
func mixed(size string) string {
	long := strings.Repeat("各单位要把隐患排查作为日常工作来抓逐级落实责任确保整改到位", 9)
	return "---\nlang: zh-Hans\ntitle: 关于开展作业场所安全检查的通知\nsettings: {page: {mirror: on}, typeset: {size: " + size + "}}\n---\n\n" +
		strings.Repeat("# 一级标题\n\n"+long+"。[^1]\n\n## 二级标题\n\n"+long+"。\n\n"+
			"| 项目 | 结果 |\n|---|---|\n| 配电箱 | 合格 |\n| 吊索具\\\n与卸扣 | 更换 |\n\n"+long+"。\n\n"+
			"![作业现场](pictures/workshop.jpg){width=60%}\n\n"+long+"\n\n"+
			"::: callout {title=要点 tone=warning}\n"+long+"\n:::\n\n"+
			"- 先检查\n- 后作业\n\n> 安全责任重于泰山\n\n一、数字标题\n\n"+long+"\n\n```\n查看 现场\n```\n\n"+long+"\n\n---\n\n", 3) +
		"[^1]: 检查记录保存两年，" + long + "。\n"
}

// offGrid are the roles whose lines have a leading of their own.
var offGrid = map[string]bool{"table": true, "tablehead": true, "footnote": true, "header": true, "footer": true, "pagenumber": true}

// TestGridBaselines is case D5: after headings, tables, pictures, frames and notes, all
// baselines stand on the grid, on facing pages at the same heights.
func TestGridBaselines(t *testing.T) {
	for _, grid := range []string{"22x28", "20×25", "38x40", "30x36"} {
		for _, size := range []string{"三号", "10.5pt", "15.75pt"} {
			for _, sets := range [][]string{official, {}, {"typeset.cells=strict"}} {
				t.Run(fmt.Sprint(grid, size, sets), func(t *testing.T) {
					c := composeText(t, mixed(size), append(sets[:len(sets):len(sets)], "typeset.grid="+grid)...)
					g, area := c.flow.Theme.Typeset.Grid, c.flow.Theme.Area(1)
					first := area.Y + (g.Pitch-c.flow.Theme.Style("body").Size)/2 + c.flow.Theme.Style("body").Size*88/100
					lines := 0
					for _, p := range c.book(t).Pages {
						for _, l := range p.Lines {
							if offGrid[l.Role] {
								continue
							}
							lines++
							if off := (l.Baseline - first) % g.Pitch; off != 0 {
								t.Errorf("page %d: a line of %s is %v off the grid", p.Number+1, l.Role, off)
							}
						}
					}
					if lines < 150 {
						t.Errorf("only %d lines were looked at", lines)
					}
				})
			}
		}
	}
}

// TestGridFull counts what a full page holds: so many lines of so many characters,
// each in its cell, the first at the top of the type area and the last at its bottom.
func TestGridFull(t *testing.T) {
	for _, test := range []struct {
		grid         string
		lines, chars int
		size         string
	}{{"22x28", 22, 28, "三号"}, {"22x28", 22, 28, "15.75pt"}, {"22x25", 22, 25, "三号"}, {"19x24", 19, 24, "16pt"}, {"40x42", 40, 42, "五号"}} {
		t.Run(test.grid+" "+test.size, func(t *testing.T) {
			text := "---\nlang: zh-Hans\ntitle: 满页\nsettings: {typeset: {size: " + test.size + "}}\n---\n\n" + strings.Repeat("安全生产责任重于泰山", 500)
			c := composeText(t, text, append(official, "typeset.grid="+test.grid, "typeset.indent=0")...)
			p := c.book(t).Pages[1]
			if len(p.Lines) != test.lines {
				t.Errorf("%d lines, want %d", len(p.Lines), test.lines)
			}
			em := c.flow.Theme.Style("body").Size
			mm := func(n int64) page.Length { return page.Length(n).MulDiv(int64(page.Inch)*10, 254) }
			cell := mm(156) / page.Length(test.chars)
			near := func(what string, got, want page.Length) {
				if d := got - want; d > em/100 || d < -em/100 {
					t.Errorf("%s: %v, want %v", what, got, want)
				}
			}
			for _, l := range p.Lines {
				n := 0
				for _, it := range p.Items[l.First : l.First+l.N] {
					run := it.(*page.GlyphRun)
					for i, g := range run.Glyphs {
						if run.Cluster(i) == "" {
							continue
						}
						near(fmt.Sprintf("character %d", n+1), run.Origin.X+g.X, mm(28)+cell*page.Length(n))
						n++
					}
				}
				if n != test.chars {
					t.Errorf("%d characters, want %d", n, test.chars)
				}
			}
			near("top", p.Lines[0].Baseline-em*88/100, mm(37))
			near("bottom", p.Lines[len(p.Lines)-1].Baseline+em*12/100, mm(37+225))
		})
	}
}

// TestStrictCells: with typeset.cells=strict marks keep their cells and no line is
// stretched, so every character of Chinese text stands at a multiple of the cell.
func TestStrictCells(t *testing.T) {
	for _, text := range []string{"安全第一，预防为主：“生命至上”（试行）。", "他说，《法》、《条例》；停！真的？——是的……", "一、二，三。四；五：六！七？"} {
		c := composeText(t, "---\nlang: zh-Hans\ntitle: 格\n---\n\n"+strings.Repeat(text, 30), append(official, "typeset.grid=22x28", "typeset.cells=strict", "typeset.size=三号")...)
		cell := c.flow.Theme.Typeset.Grid.Cell
		for _, p := range c.book(t).Pages {
			for _, l := range p.Lines {
				if l.Role != "body" {
					continue
				}
				for _, it := range p.Items[l.First : l.First+l.N] {
					run := it.(*page.GlyphRun)
					for i, g := range run.Glyphs {
						if at := (run.Origin.X + g.X - c.flow.Theme.Area(1).X) % cell; min(at, cell-at) > cell/100 {
							t.Fatalf("%q of %q stands %v beside its cell", run.Cluster(i), run.Text, at)
						}
					}
				}
			}
		}
	}
}

// TestStrictCellsLatin: in strict cells a phrase of words or figures takes whole cells with
// the room round it, so that characters after it stand in cells again, and a line that
// goes on ends with its last cell.
func TestStrictCellsLatin(t *testing.T) {
	for _, text := range []string{
		"按照ISO 45001标准检查共2024年，85 dB(A)以下",
		"在2026年3月6日前完成37处整改，",
		"实行PDCA循环（见GB/T 2894—2008），",
		"Lock out, tag out上锁挂牌制度",
		"1月24日起，Permit to Work作业许可制度全面实行。",
		"安全第一预防为主A",
	} {
		c := composeText(t, "---\nlang: zh-Hans\ntitle: 格\n---\n\n"+strings.Repeat(text, 30), append(official, "typeset.grid=22x28", "typeset.cells=strict", "typeset.size=三号")...)
		cell, area := c.flow.Theme.Typeset.Grid.Cell, c.flow.Theme.Area(1)
		lines, off, short := 0, 0, 0
		for _, p := range c.book(t).Pages {
			for i, l := range p.Lines {
				if l.Role != "body" {
					continue
				}
				lines++
				inside := true
				for _, it := range p.Items[l.First : l.First+l.N] {
					run := it.(*page.GlyphRun)
					for k, g := range run.Glyphs {
						at := (run.Origin.X + g.X - area.X + cell/50) % cell
						if r := []rune(run.Cluster(k)); len(r) == 1 && r[0] >= 0x4E00 && at > cell/25 {
							inside = false
						}
					}
				}
				if !inside {
					off++
				}
				if last := i+1 == len(p.Lines) || p.Lines[i+1].Paragraph != l.Paragraph; !last && l.X+l.Width < area.X+area.W-cell/25 {
					short++
				}
				if l.X+l.Width > area.X+area.W+cell/25 {
					t.Errorf("%q: a line is %v too long", text, l.X+l.Width-area.X-area.W)
				}
			}
		}
		if off > 0 || short > 0 || lines < 9 {
			t.Errorf("%q: of %d lines %d have characters beside their cells, %d are short", text, lines, off, short)
		}
	}
}

// TestStrictGridTable: on a strict grid the rows of a table are whole lines, so that the
// text after it stands right below; and notes end on the last line of the page.
func TestStrictGridTable(t *testing.T) {
	rows := "| 项目 | 结果 |\n|---|---|\n" + strings.Repeat("| 配电箱 | 合格 |\n| 吊索具与卸扣 | 断丝超标，"+strings.Repeat("更换后复查，", 12)+" |\n", 14)
	text := "---\nlang: zh-Hans\ntitle: 表\n---\n\n前文。[^1]\n\n" + rows + "\n" + strings.Repeat("后文。", 40) + "\n\n[^1]: " + strings.Repeat("注文。", 30) + "\n"
	for _, grid := range []string{"22x28", "30x36"} {
		c := composeText(t, text, append(official, "typeset.grid="+grid, "typeset.cells=strict", "typeset.size=三号", "tables.row=0.4pt")...)
		g, body, area := c.flow.Theme.Typeset.Grid, c.flow.Theme.Style("body").Size, c.flow.Theme.Area(1)
		top := area.Y + (g.Pitch-body)/2 + body*88/100 // the first baseline
		rules := 0
		for _, p := range c.book(t).Pages {
			for i, l := range p.Lines {
				switch l.Role {
				case "footnote":
					if off := (l.Baseline - top) % g.Pitch; i+1 == len(p.Lines) && off != 0 {
						t.Errorf("%s, page %d: the last note is %v off the grid", grid, p.Number+1, off)
					}
				case "body":
					if off := (l.Baseline - top) % g.Pitch; off != 0 {
						t.Errorf("%s, page %d: a line of text is %v off the grid", grid, p.Number+1, off)
					}
				}
			}
			for _, y := range rulesOf(p, area) {
				rules++
				if off := (y - area.Y + g.Pitch/100) % g.Pitch; off > g.Pitch/50 {
					t.Errorf("%s, page %d: a rule of the table is %v off the grid", grid, p.Number+1, off)
				}
			}
		}
		if rules < 30 {
			t.Errorf("%s: only %d rules", grid, rules)
		}
	}
}

// rulesOf lists the heights of the rules that go across a page.
func rulesOf(p *page.Page, area page.Rect) []page.Length {
	var out []page.Length
	for _, it := range p.Items {
		path, ok := it.(*page.Path)
		if !ok || len(path.Segments) < 4 {
			continue
		}
		a, b := path.Segments[0].P[0], path.Segments[2].P[0]
		if h := b.Y - a.Y; h > 0 && h < 2*page.Pt && b.X-a.X > area.W*9/10 && a.Y > area.Y {
			out = append(out, a.Y+h/2)
		}
	}
	return out
}
