package layout_test

import (
	"fmt"
	"strings"
	"testing"

	"safety365/bulletins/layout"
	"safety365/bulletins/page"
)

const front = "---\nlang: zh-Hans\ntitle: T\n---\n"

// bodyPlaces returns where the characters of the body and of list items stand, in em
// from where the leftmost line begins: "首0.00|重0.50 要1.50".
func bodyPlaces(book *page.Book) string {
	var lines []string
	left := page.Length(1 << 40)
	for _, p := range book.Pages {
		for _, l := range p.Lines {
			if l.Role == "body" {
				left = min(left, l.X)
			}
		}
	}
	for _, p := range book.Pages {
		for _, l := range p.Lines {
			if l.Role != "body" && l.Role != "list" {
				continue
			}
			var out []string
			em := runEm(p, l)
			for _, it := range p.Items[l.First : l.First+l.N] {
				r, ok := it.(*page.GlyphRun)
				if !ok {
					continue
				}
				for i, g := range r.Glyphs {
					if text := r.Cluster(i); text != " " {
						out = append(out, fmt.Sprintf("%s%.2f", text, float64(r.Origin.X+g.X-left)/float64(em)))
					}
				}
			}
			lines = append(lines, strings.Join(out, " "))
		}
	}
	return strings.Join(lines, "|")
}

// runEm is the largest size of a line.
func runEm(p *page.Page, l page.Line) (em page.Length) {
	for _, it := range p.Items[l.First : l.First+l.N] {
		if r, ok := it.(*page.GlyphRun); ok {
			em = max(em, r.Size)
		}
	}
	return em
}

// TestMarkdownCases: the cases whose rule crosses what Markdown parts (emphasis, code,
// links, lists) or what the theme switches. Places are those of the paragraph's
// characters from the left of the type area, in em.
func TestMarkdownCases(t *testing.T) {
	for _, c := range []struct {
		name, text, at string
		sets           []string
	}{
		{name: "B5 indented", text: "“安全第一”是我们始终坚持的方针。", at: "“1.50 安2.50", sets: []string{"typeset.indent=2em", "typeset.measure=12em"}},
		{name: "B5 indented, a book", text: "《安全生产法》是我们的依据。", at: "《1.50 安2.50", sets: []string{"typeset.indent=2em", "typeset.measure=12em"}},
		{name: "B5 in a list", text: "- “安全第一”是写给人看的\n- 安全第一是写给人看的", at: "“3.50 安4.50 安4.00"},
		{name: "B5 in a list, a book", text: "- 《安全生产法》是依据\n- 安全第一是写给人看的", at: "《3.50 安4.50 安4.00"},
		{name: "B11 bold before a stop", text: "**（重要）**。见《法》，好", at: "（-0.50 重0.50 ）2.50 。3.00 见4.00 《5.00 法6.00 》7.00 ，7.50 好8.50"},
		{name: "B11 code and a link", text: "见`《法》`，又见[《法》](https://example.org)，好", at: "见0.00 《1.00 法1.92 》2.84 ，3.30 又4.30"},
		{name: "B11 a link", text: "又见[《法》](https://example.org)，好", at: "《2.00 法3.00 》4.00 ，4.50 好5.50"},
		{name: "B11 strong in brackets", text: "见（**一**）。好", at: "（1.00 一2.00 ）3.00 。3.50 好4.50"},
		{name: "B11 emphasis dots", text: "查:em[看、查]，好", at: "看1.00 、2.00 查3.00 ，4.00 好5.00"},
		{name: "C3 code", text: "调用`Lock()`前", at: "L2.25"},
		{name: "C3 strong", text: "看**ISO**标准", at: "I1.25"},
		{name: "C3 a link", text: "看[ISO](https://example.org)标准", at: "I1.25"},
		{name: "C3 a formula", text: "共$n$项", at: "n1.25 项2.00"},
		{name: "C3 formulas beside code and signs", text: "令$-k$与`ab`比，（$m$）和$v_{\\text{高}}$处", at: "−1.25 与2.51 （6.61 m7.61 ）8.33 v10.58 高11.03 处11.88"},
		{name: "C3 a typed space", text: "共 $n$ 项", at: "n1.25 项2.00"},
		{name: "C3 operators", text: "设$a+b=c$时", at: "a1.25 +1.97 b2.76 =3.54 c4.38 时5.07"},
		{name: "C5 commas", text: "全体员工,都要参加;培训:好!对?完.", at: "，4.00 都5.00 ；9.00 培10.00 ：12.00 好13.00 ！14.00 对15.00 ？16.00 完17.00 。18.00", sets: []string{"typeset.normalise=on"}},
		{name: "C5 off", text: "员工,都要", at: ",2.00"},
	} {
		t.Run(c.name, func(t *testing.T) {
			sets := append([]string{"typeset.measure=30em", "typeset.indent=0"}, c.sets...)
			book := composeText(t, front+"首\n\n"+c.text+"\n", sets...).book(t)
			got := strings.ReplaceAll(bodyPlaces(book), "|", " ")
			for at := range strings.FieldsSeq(c.at) {
				if !strings.Contains(" "+got+" ", " "+at+" ") {
					t.Errorf("not at %s: %s", at, got)
				}
			}
		})
	}
}

// TestNormalised: narrow marks among Han become full-width before lines are broken, but
// not in numbers, times, addresses and code (C5).
func TestNormalised(t *testing.T) {
	for typed, want := range map[string]string{
		"全体员工,都要参加;培训.":             "全体员工，都要参加；培训。",
		"好!对?如下:一看":                 "好！对？如下：一看",
		"于10:30办,共3,000元.":          "于10:30办，共3,000元。",
		"见https://example.org/a,b页": "见https://example.org/a,b页",
		"运行`a, b`":                  "运行a, b",
		"Hello, world: yes; no!":    "Hello, world: yes; no!",
		"安全,Safety,第一":              "安全,Safety,第一",
		"**重要**,要看":                 "重要，要看",
		"“好”,他说":                    "“好”，他说",
	} {
		if got := printedText(composeText(t, front+typed+"\n", "typeset.normalise=on").book(t), "body"); got != want {
			t.Errorf("%q is printed %q, want %q", typed, got, want)
		}
		if got := printedText(composeText(t, front+typed+"\n").book(t), "body"); got != strings.NewReplacer("`", "", "*", "").Replace(typed) {
			t.Errorf("%q is printed %q although it is to stay as typed", typed, got)
		}
	}
}

// TestRareSigns: what the wanted face lacks comes from another, never as .notdef, and is
// reported with both faces (C7).
func TestRareSigns(t *testing.T) {
	for _, text := range []string{"𠮷 㐀 ⚠ ⛑ Ω ① ㈱ 〇", "见⑳条，☎ 110，→ 出口 ★", "温度℃ ± ≥ × ÷ √"} {
		made := composeText(t, front+text+"\n")
		var fallbacks []layout.Fallback
		r := layout.NewReport(made.flow.Theme, nil)
		_, problems, err := layout.Build(t.Context(), made.flow, layout.Options{Fallback: func(f layout.Fallback) {
			fallbacks = append(fallbacks, f)
			r.Fallback(f)
		}}, func(p *page.Page) error {
			r.Add(p)
			for _, it := range p.Items {
				run, ok := it.(*page.GlyphRun)
				if !ok {
					continue
				}
				for i, g := range run.Glyphs {
					if char := run.Cluster(i); g.ID == 0 && char != "⛑" && char != "𠮷" {
						t.Errorf("%s is .notdef in %s", char, run.Face.Name())
					}
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range fallbacks {
			if f.Wanted == f.Used || f.Wanted == "" || f.Used == "" {
				t.Errorf("%+v", f)
			}
		}
		t.Log(text, fallbacks, problems)
	}
}

// TestLinePitch: emphasis dots, lines of names and titles, and readings never change the
// distance of lines (D1, D2, D3).
func TestLinePitch(t *testing.T) {
	plain := strings.Repeat("安全第一预防为主综合治理", 6)
	for _, mark := range []string{":em[安全第一、预防为主]", ":name[王建国]:name[李秀英]", ":book[安全生产法]", ":ruby[隐患]{yǐn huàn}", ":ruby[注]{ㄓㄨˋ}", "10:sup[-6]和CO:sub[2]", "**粗**和`code`", `风险$x_i^2$与$\frac{1}{2}$`} {
		book := composeText(t, front+plain+mark+plain+"\n", "typeset.measure=15em").book(t)
		var at []page.Length
		for _, l := range book.Pages[0].Lines {
			if l.Role == "body" {
				at = append(at, l.Baseline)
			}
		}
		for i := 2; i < len(at); i++ {
			if at[i]-at[i-1] != at[1]-at[0] {
				t.Errorf("%s: lines %d and %d are %v apart, not %v", mark, i, i+1, at[i]-at[i-1], at[1]-at[0])
			}
		}
	}
}

// TestLeadIn: wherever a page ends, a line that ends in a colon is not the last of it.
func TestLeadIn(t *testing.T) {
	for name, text := range map[string]string{
		"a paragraph": "要点如下：\n\n甲\n", "a list": "The points:\n\n- one\n- two\n", "a table": "**见表：**\n\n|甲|乙|\n|-|-|\n|一|二|\n",
		"a numbered paragraph": "（一）做到以下各点：\n\n1. 甲\n2. 乙\n", "long": strings.Repeat("安全第一预防为主", 9) + "：\n\n甲\n",
	} {
		t.Run(name, func(t *testing.T) {
			for before := range 45 {
				book := composeText(t, front+strings.Repeat("行\n\n", before)+text, "typeset.measure=20em").book(t)
				for i, p := range book.Pages[:len(book.Pages)-1] {
					last := ""
					for _, l := range p.Lines {
						if l.Role == "footer" {
							break
						}
						last = lineText(p, l)
					}
					if strings.HasSuffix(last, "：") || strings.HasSuffix(last, ":") {
						t.Errorf("after %d lines page %d ends in %q", before, i+1, last)
					}
				}
			}
		})
	}
}

// TestPageBreaks: wherever a page ends in it, a paragraph of five lines leaves two lines
// at least on each side, a heading keeps two lines of its text, a caption its picture
// (D6).
func TestPageBreaks(t *testing.T) {
	five := strings.Repeat("安全第一预防为主", 9) + "完了。"
	for before := range 50 {
		text := front + strings.Repeat("行\n\n", before)
		book := composeText(t, text+"# 标题一二三\n\n"+five+"\n\n"+five+"\n\n![图题](pictures/drill.webp){width=40%}\n\n"+five+"\n", "typeset.measure=16em").book(t)
		type seen struct{ page, lines int }
		at := map[int][]seen{} // of paragraphs: how many lines on which page
		for i, p := range book.Pages {
			for _, l := range p.Lines {
				s := at[l.Paragraph]
				if len(s) == 0 || s[len(s)-1].page != i {
					s = append(s, seen{page: i})
				}
				s[len(s)-1].lines++
				at[l.Paragraph] = s
			}
			last := len(p.Lines) - 1
			for last >= 0 && p.Lines[last].Role == "footer" {
				last--
			}
			if last >= 0 && p.Lines[last].Role == "h1" {
				t.Errorf("after %d lines: the heading is the last of page %d", before, i+1)
			}
			caption, picture := false, false
			for _, l := range p.Lines {
				caption = caption || l.Role == "caption"
			}
			for _, it := range p.Items {
				if _, ok := it.(*page.Image); ok {
					picture = true
				}
			}
			if caption != picture {
				t.Errorf("after %d lines: page %d has the caption %v, the picture %v", before, i+1, caption, picture)
			}
		}
		for n, parts := range at {
			for _, s := range parts {
				if len(parts) > 1 && s.lines < 2 {
					t.Errorf("after %d lines: paragraph %d has %d lines on page %d", before, n, s.lines, s.page+1)
				}
			}
		}
	}
}
