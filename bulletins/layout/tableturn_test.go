package layout_test

import (
	"fmt"
	"strings"
	"testing"

	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// turnedTable makes a stage's table with turned heads: 10 pt type on 20 pt lines, 10 pt of room at
// both sides of a cell.
func turnedTable(s *stage, head, rows int, cells ...[]string) *layout.Table {
	t := tableOf(s.Theme, head, rows, 0, cells...)
	t.TurnHeads, t.Place, t.Measure.Natural = true, themes.Left, true
	t.Style, t.Look.PadX, t.Look.PadY, t.Look.HeadValign = &s.body, 10*page.Pt, 0, "bottom"
	for _, rows := range [][]layout.TableRow{t.Head, t.Rows} {
		for _, r := range rows {
			for i := range r.Cells {
				r.Cells[i].Text.Style = &s.body
			}
		}
	}
	return t
}

// headLines says where the lines of a page's heads stand that are turned, in em of 10 pt
// from the type area: where the middle of the line is across, and where it begins and ends
// down.
func headLines(p *page.Page) string {
	var out []string
	for _, l := range p.Lines {
		g, turned := p.Items[l.First].(*page.Group)
		r := firstRun(p.Items[l.First])
		if !turned && !r.Vertical {
			continue
		}
		text := ""
		for _, it := range p.Items[l.First : l.First+l.N] {
			text += firstRun(it).Text
		}
		middle, length := l.X-50*page.Pt+r.Size*38/100, l.Width
		if turned && g.Transform.C > 0 {
			middle, length = l.X-50*page.Pt-r.Size*38/100, -length
		}
		from := l.Baseline - 40*page.Pt
		out = append(out, fmt.Sprintf("%s %s %s-%s", text, middle.MulDiv(1, 10).Decimal(2), from.MulDiv(1, 10).Decimal(2), (from+length).MulDiv(1, 10).Decimal(2)))
	}
	return strings.Join(out, "; ")
}

// TestTurnedHeads: heads that are wider than what stands below them run downwards in a
// column as wide as an em, in the middle of the head; those in Latin letters upwards.
func TestTurnedHeads(t *testing.T) {
	for _, test := range []struct {
		name       string
		head, rows int
		cells      [][]string
		want       string
	}{
		{"one line each", 1, 1, [][]string{{"序号", "整改责任人", "检查项目"}, {"1", "", "配电箱门完好"}}, "序号 1.5 1.5-3.5; 整改责任人 4.5 0-5"},
		{"case D4", 1, 1, [][]string{{"安全生产，人人有责：“生命至上”。《法》——自12月起，PDCA循环2024年……（完）", "乙"}, {"1", "2"}}, "安全生产， 11.5 1.75-6.25; 人人有责： 9.5 1.69-6.31; “生命至上”。《法》 7.5 0-8; ——自12月起， 5.5 0.75-7.25; " +
			"PDCA循环 3.5 1.54-6.46; 2024年……（完） 1.5 0.13-7.88; 乙 14.5 3.5-4.5"},
		{"short numbers", 1, 1, [][]string{{"第3季度12月", "（一）“三违”"}, {"1", "2"}}, "第3季度12月 1.5 0-6; （一）“三违” 4.5 0.25-5.75"},
		{"two lines", 1, 1, [][]string{{"整改措施落实情况复查", "合格"}, {"", "√"}}, "整改措施 3.5 1-5; 落实情况复查 1.5 0-6; 合格 6.5 2-4"},
		{"merged", 2, 1, [][]string{{"检查项目", "复查情况", "<", "备注栏"}, {"^", "合格", "不合格", "^"}, {"甲", "", "", ""}}, "检查项目 1.5 0.5-4.5; 备注栏 10.5 1-4; 合格 4.5 2.5-4.5; 不合格 7.5 2-5"},
		{"Latin", 1, 1, [][]string{{"Working at height", "No.", "Hot work"}, {"x", "1", ""}}, "Working at height 1.5 7.2-0; Hot work 7.97 7.2-3.39"},
		{"wider below", 1, 1, [][]string{{"部位", "隐患"}, {"一号车间", "接线裸露"}}, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := newStage(t)
			pages := bothWays(t, s.flow(turnedTable(s, test.head, test.rows, test.cells...)))
			if got := headLines(pages[0]); got != test.want {
				t.Errorf("%s\nnot %s", got, test.want)
			}
		})
	}
}

// TestTurnedHeadsRepeat: on the pages that a table goes on to its heads stand turned as on
// the first, and are no content there.
func TestTurnedHeadsRepeat(t *testing.T) {
	s := newStage(t)
	cells := append([][]string{{"整改责任人", "隐患", "First aid"}}, manyRows(40, func(i int) []string { return []string{"", "护栏松动", ""} })...)
	pages := pagesOf(t, s.flow(turnedTable(s, 1, 40, cells...)))
	heads := func(p *page.Page, content bool) (out string) {
		eachRun(p.Items, page.Matrix{}, func(r *page.GlyphRun, m page.Matrix) {
			if (r.Vertical || m != page.Matrix{}) && content == (r.Tag != 0) {
				out += fmt.Sprint(r.Text, m.Apply(r.Origin), " ")
			}
		})
		return out
	}
	first := heads(pages[0], true)
	if first == "" || len(pages) < 2 {
		t.Fatalf("%d pages, heads %q", len(pages), first)
	}
	for _, p := range pages[1:] {
		if got := heads(p, false); got != first || heads(p, true) != "" {
			t.Errorf("on page %d stand %q, not %q", p.Number+1, got, first)
		}
	}
}

// TestTurnedHeadsNarrow: a turned head needs an em of width, so that a table of many
// columns keeps the size of its type.
func TestTurnedHeadsNarrow(t *testing.T) {
	s := newStage(t)
	head, row := []string{"单位"}, []string{"一车间"}
	for i := range 7 {
		head, row = append(head, []string{"安全培训记录", "劳动防护用品", "Permit to work"}[i%3]), append(row, "√")
	}
	for _, turned := range []bool{true, false} {
		table := turnedTable(s, 1, 1, head, row)
		table.TurnHeads = turned
		_, book, problems := set(t, s.Theme, "zh-Hans", table)
		least := 10 * page.Pt
		for _, l := range book.Pages[0].Lines {
			least = min(least, firstRun(book.Pages[0].Items[l.First]).Size)
		}
		if (least == 10*page.Pt && len(problems) == 0) != turned {
			t.Errorf("turned %v: type of %v, problems %v", turned, least, problems)
		}
	}
}
