package layout_test

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
	"unicode"

	"safety365/bulletins/formula"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/bulletins/paragraph/babel"
	"safety365/themes"
)

var (
	loaded    sync.Map // themes by language and settings
	loadedNow atomic.Int32
)

// mostLoaded is how many themes are kept: fuzzing asks for thousands.
const mostLoaded = 200

func themeFor(t testing.TB, lang string, sets ...string) *themes.Theme {
	t.Helper()
	key := lang + strings.Join(sets, " ")
	if th, ok := loaded.Load(key); ok {
		return th.(*themes.Theme)
	}
	th, problems := themes.Load("bulletin", themes.Options{Language: lang, Sets: themes.Sets(sets)})
	for _, p := range problems {
		t.Fatal(p)
	}
	if loadedNow.Add(1) > mostLoaded {
		loaded.Clear()
		loadedNow.Store(1)
	}
	loaded.Store(key, th)
	return th
}

// flowOf makes a flow of a text: a block for each line, whose first character says
// which.
func flowOf(t testing.TB, text, lang string, sets ...string) *layout.Flow {
	t.Helper()
	th := themeFor(t, lang, sets...)
	f := &layout.Flow{Theme: th, Info: page.Info{Title: "t", Language: lang}, Fields: map[string]string{"title": "题"}}
	para := func(role, s string) *layout.Text {
		return &layout.Text{Style: th.Style(role), Inlines: []layout.Inline{{Text: s, Source: 0}}}
	}
	var columns *layout.Columns // that is open
	rest := f.Blocks
	for i, line := range strings.Split(text, "\n") {
		if line == "" {
			continue
		}
		kind, body := line[0], line[1:]
		switch kind {
		case '#':
			f.Blocks = append(f.Blocks, para("h1", body))
		case '-':
			f.Blocks = append(f.Blocks, &layout.Frame{Tag: page.RoleL, Style: th.Style("list"), Blocks: []layout.Block{
				&layout.Item{Label: para("listlabel", "•"), Indent: th.Lists.Indent, Blocks: []layout.Block{para("list", body)}}}})
		case '>':
			f.Blocks = append(f.Blocks, &layout.Frame{Tag: page.RoleQuote, Style: th.Style("quote"), Blocks: []layout.Block{para("quote", body)}})
		case '|':
			row := layout.TableRow{}
			for cell := range strings.SplitSeq(body, "|") {
				row.Cells = append(row.Cells, layout.Cell{Text: para("table", cell)})
			}
			f.Blocks = append(f.Blocks, &layout.Table{Style: th.Style("table"), Look: th.Tables, TurnHeads: i%2 == 1, Head: []layout.TableRow{{Cells: row.Cells[:1]}}, Rows: []layout.TableRow{row, row}})
		case '^':
			p := para("body", body)
			note := &layout.Note{Label: "①", ID: "n" + string(rune('0'+i%10)), Back: "b", Source: -1, Blocks: []layout.Block{para("footnote", body)}}
			p.Inlines = append(p.Inlines, layout.Inline{Text: "①", Note: note, Source: -1, Style: th.Inline("footnotemark", p.Style)})
			f.Blocks = append(f.Blocks, p)
		case '*':
			p := para("body", "")
			for k, part := range strings.Split(body, "*") {
				in := layout.Inline{Text: part, Source: 0}
				if k%2 == 1 {
					in.Style = th.Inline("strong", p.Style)
				}
				p.Inlines = append(p.Inlines, in)
			}
			f.Blocks = append(f.Blocks, p)
		case '%':
			f.Blocks = append(f.Blocks, &layout.Break{})
		case '=': // columns begin or end
			if columns == nil {
				columns = &layout.Columns{Count: 2 + len(body)%3, Gap: th.Columns.Gap, Rule: themes.Rule{Width: page.Pt}}
				rest, f.Blocks = f.Blocks, nil
			} else {
				columns.Blocks = f.Blocks
				f.Blocks, columns = append(rest, columns), nil
			}
		case '+':
			f.Blocks = append(f.Blocks, &layout.Across{Blocks: []layout.Block{para("h2", body)}})
		case '!':
			p := para("body", body)
			p.Drop = 2 + i%4
			f.Blocks = append(f.Blocks, p)
		case '~': // a side note after the first half
			half := len([]rune(body)) / 2
			p := para("body", string([]rune(body)[:half]))
			note := &layout.Note{Side: true, Source: -1, Blocks: []layout.Block{para("sidenote", body)}}
			p.Inlines = append(p.Inlines, layout.Inline{Text: string([]rune(body)[half:]) + "。", Source: 0, Side: note})
			if w, _ := th.Sidenotes(); w == 0 {
				p.Inlines[1].Side = nil
			}
			f.Blocks = append(f.Blocks, p)
		case '&':
			f.Blocks = append(f.Blocks, &layout.ColumnBreak{})
		case '$': // a vertical frame, every other one of two paragraphs
			v := &layout.Vertical{Style: th.Style([]string{"vertical", "verticalrule"}[i%2]), Tag: page.RoleSect, Height: page.Length(i%5) * 40 * page.Pt,
				Place: themes.Align(i % 4), Even: i%3 == 0, Blocks: []layout.Block{para("body", body)}}
			if i%2 == 1 {
				v.Blocks = append(v.Blocks, para("h2", body))
			}
			f.Blocks = append(f.Blocks, v)
		case ';':
			f.Blocks = append(f.Blocks, formulaLine(th, para("body", "设"), body))
		default:
			f.Blocks = append(f.Blocks, para("body", line))
		}
	}
	if columns != nil {
		columns.Blocks = f.Blocks
		f.Blocks = append(rest, columns)
	}
	return f
}

// formulaLine adds a formula and a word to a paragraph.
func formulaLine(th *themes.Theme, p *layout.Text, source string) *layout.Text {
	of := &layout.Formula{Source: source}
	pieces, _ := formula.Parse(source)
	for _, piece := range pieces {
		in := layout.Inline{Text: piece.Text, Formula: of, Space: piece.Space, Source: -1}
		if piece.Scripts != "" {
			in.Style = th.Inline("sup", p.Style)
		}
		p.Inlines = append(p.Inlines, in)
	}
	p.Inlines = append(p.Inlines, layout.Inline{Text: "。", Source: -1})
	return p
}

// visible returns the characters that must be found on the pages.
func visible(s string) map[rune]int {
	n := map[rune]int{}
	for _, r := range s {
		if !unicode.IsSpace(r) && !unicode.IsControl(r) && !unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Mn, r) && r != unicode.ReplacementChar && r != 0x3000 {
			n[r]++
		}
	}
	return n
}

// wanted lists all texts of a flow.
func wanted(blocks []layout.Block, b *strings.Builder) {
	text := func(t *layout.Text) {
		if t == nil {
			return
		}
		for _, in := range t.Inlines {
			b.WriteString(in.Text)
			if in.Side != nil {
				wanted(in.Side.Blocks, b)
			}
			if in.Note != nil {
				b.WriteString(in.Note.Label)
				wanted(in.Note.Blocks, b)
			}
		}
	}
	for _, blk := range blocks {
		switch blk := blk.(type) {
		case *layout.Text:
			text(blk)
		case *layout.Frame:
			wanted(blk.Blocks, b)
		case *layout.Figure:
			text(blk.Caption)
		case *layout.Columns:
			wanted(blk.Blocks, b)
		case *layout.Vertical:
			wanted(blk.Blocks, b)
		case *layout.Fixed:
			if !blk.Artifact {
				wanted(blk.Blocks, b)
			}
		case *layout.Row:
			for _, c := range blk.Cells {
				wanted(c.Blocks, b)
			}
		case *layout.Across:
			wanted(blk.Blocks, b)
		case *layout.Turn:
			wanted(blk.Blocks, b)
		case *layout.Item:
			text(blk.Label)
			wanted(blk.Blocks, b)
		case *layout.Table:
			text(blk.Caption)
			for _, rows := range [][]layout.TableRow{blk.Head, blk.Rows, blk.Foot} {
				for _, r := range rows {
					for _, c := range r.Cells {
						text(c.Text)
					}
				}
			}
		}
	}
}

// wantedAll lists all texts of a flow, those beside its blocks too.
func wantedAll(f *layout.Flow, b *strings.Builder) {
	wanted(f.Blocks, b)
	wanted(f.Imprint, b)
	for _, x := range f.Fixed {
		wanted([]layout.Block{x}, b)
	}
}

const closers = "，。、；：！？）》」』】〕〉”’"

// checkBook looks for what no layout may do.
func checkBook(t *testing.T, f *layout.Flow, book *page.Book) {
	t.Helper()
	var in, out strings.Builder
	wantedAll(f, &in)
	for _, p := range book.Pages {
		eachRun(p.Items, page.Matrix{}, func(r *page.GlyphRun, m page.Matrix) {
			if r.Tag == 0 {
				return
			}
			out.WriteString(strings.ReplaceAll(r.Text, "\u00AD", ""))
			for i, g := range r.Glyphs {
				if i > 0 && g.Advance == 0 && g.Start == r.Glyphs[i-1].Start { // thirty accents over one letter
					continue
				}
				at := m.Apply(page.Point{X: r.Origin.X + g.X, Y: r.Origin.Y + g.Y})
				if at.X < -r.Size || at.X > p.Trim.W+r.Size || at.Y < 0 || at.Y > p.Trim.H {
					t.Fatalf("page %d: %q stands at %v", p.Number+1, r.Text, at)
				}
			}
		})
		for i, l := range p.Lines {
			if i == 0 || p.Lines[i-1].Paragraph != l.Paragraph || p.Lines[i-1].Emergency || l.N == 0 {
				continue
			}
			r := firstRun(p.Items[l.First])
			if first := []rune(r.Text); len(first) > 0 && strings.ContainsRune(closers, first[0]) && r.Size == firstRun(p.Items[p.Lines[i-1].First]).Size {
				if latin := strings.HasPrefix(r.Face.Name(), "Liberation"); !latin {
					t.Fatalf("page %d: a line begins with %q", p.Number+1, r.Text)
				}
			}
		}
	}
	sameText(t, in.String(), out.String())
}

// checkText looks whether all text is on the pages, and no more.
func checkText(t *testing.T, f *layout.Flow, book *page.Book) {
	t.Helper()
	var in, out strings.Builder
	wantedAll(f, &in)
	for _, p := range book.Pages {
		eachRun(p.Items, page.Matrix{}, func(r *page.GlyphRun, _ page.Matrix) {
			if r.Tag != 0 {
				out.WriteString(strings.ReplaceAll(r.Text, "\u00AD", ""))
			}
		})
	}
	sameText(t, in.String(), out.String())
}

// eachRun calls do for the runs among items, with what turns them.
func eachRun(items []page.Item, m page.Matrix, do func(*page.GlyphRun, page.Matrix)) {
	for _, it := range items {
		switch it := it.(type) {
		case *page.GlyphRun:
			do(it, m)
		case *page.Group:
			eachRun(it.Items, it.Transform, do)
		}
	}
}

// firstRun is the run that an item is, or holds.
func firstRun(it page.Item) (first *page.GlyphRun) {
	eachRun([]page.Item{it}, page.Matrix{}, func(r *page.GlyphRun, _ page.Matrix) {
		if first == nil {
			first = r
		}
	})
	return first
}

func sameText(t *testing.T, in, out string) {
	t.Helper()
	want, got := visible(in), visible(out)
	for r, n := range want {
		if got[r] != n {
			t.Fatalf("%q (U+%04X) stands %d times in the text and %d times on the pages", r, r, n, got[r])
		}
	}
	for r, n := range got {
		if want[r] != n {
			t.Fatalf("%q (U+%04X) is on the pages %d times too often", r, r, n-want[r])
		}
	}
}

// FuzzLayout lays out blocks of any kind, of texts as typed and as made by package babel.
func FuzzLayout(f *testing.F) {
	for _, s := range []string{
		"安全生产月活动启动了，全体员工都要参加培训。\n#标题以责任为基石\n-检查（一）消防通道，“安全第一”；二、核对。",
		"。。。。，，，，””””））））》》》《《《《（（（（““““——————……………………",
		"A very long-winded sentence/with/slashes and Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft, 85 dB(A).",
		"|序号|隐患部位|很长的一个单元格，里面有很多文字，需要换行，还有English words\n^脚注。\n>引文\n%\n*重要*通知*（第一）*。",
		"\U00020BB7㐀⚠⛑Ω①㈱〇 é̂̄ 👨‍👩‍👧 مرحبا שלום กขค \u200b\u00ad\u2060",
		`;L_{eq}=80+10\lg\frac{n}{\sqrt{m+1}}\times\text{最大值，}v^{2}\le\foo→…` + "\n;" + strings.Repeat("x+", 300),
		strings.Repeat("~行中有旁注的一段文字，旁注排在版心外侧。\n", 30),
		"前文\n=\n#栏内标题\n" + strings.Repeat("栏内的文字。", 300) + "\n^脚注在栏里\n+通栏\n&\n|表|格\n=\n后文",
		"前文\n$安全生产，人人有责：“生命至上”。《法》——自12月起，PDCA循环2024年……（完）\n$" + strings.Repeat("竖排的文字2024年，Safety first。", 80) + "\n|表头竖排|12345\n=\n$栏里\n|Head of column|1\n=",
		strings.Repeat("字", 300), strings.Repeat("x", 2000), strings.Repeat("（", 100), strings.Repeat("1月", 100), strings.Repeat("85 m ", 50),
	} {
		f.Add(s, []byte{}, uint8(20), uint8(0))
		f.Add(s, []byte{}, uint8(28), uint8(64))
		f.Add(s, []byte{}, uint8(12), uint8(192))
	}
	for i, recipe := range babel.Seeds() {
		f.Add("", recipe, uint8(21), uint8(i*37))
		f.Add("栏\n=\n", recipe, uint8(10), uint8(i*59))
	}
	f.Fuzz(func(t *testing.T, s string, recipe []byte, measure, rule uint8) {
		if s = strings.ToValidUTF8(s, "") + babel.Text(recipe); len(s) > 40_000 || measure < 1 {
			return
		}
		kinsoku := []string{"gb", "basic", "strict", "none"}[rule%4]
		compress := []string{"gb", "none", "tight"}[rule/4%3]
		lang := []string{"zh-Hans", "zh-Hant", "en", "id"}[rule/16%4]
		sets := []string{"typeset.quotes=typed", "typeset.measure=" + strconv.Itoa(int(measure)) + "em", "typeset.kinsoku=" + kinsoku, "typeset.compress=" + compress, "page.sidenotes=25mm"}
		special, turned := rule/64, false
		switch {
		case measure%2 == 0: // columns
			sets = append(sets, "page.columns="+strconv.Itoa(int(special)), "footnotes.place="+[]string{"page", "column"}[measure/2%2])
		case special&1 == 1 && measure > 4 && measure <= 200:
			sets = append(sets, "typeset.grid=9x"+strconv.Itoa(int(measure)), "footnotes.restart=page", "typeset.cells="+[]string{"free", "strict"}[measure/2%2])
			fallthrough
		default:
			turned = special > 1
		}
		flow := flowOf(t, s, lang, sets...)
		if n := len(flow.Blocks); turned && n > 0 {
			flow.Blocks = append([]layout.Block{&layout.Turn{Blocks: flow.Blocks[:(n+1)/2]}}, flow.Blocks[(n+1)/2:]...)
		}

		endless := time.AfterFunc(time.Minute, func() { panic("layout does not end: " + strconv.Quote(s)) })
		book, problems, err := layout.Layout(context.Background(), flow, layout.Options{Workers: 1})
		endless.Stop()
		if err != nil {
			t.Fatal(err)
		}
		if kinsoku == "none" {
			for _, p := range book.Pages {
				for i := range p.Lines {
					p.Lines[i].Emergency = true
				}
			}
		}
		if slices.ContainsFunc(problems, func(p layout.Problem) bool { return p.Code == "sidenote-overfull" }) {
			checkText(t, flow, book) // it runs off the sheet, and was told of
			return
		}
		checkBook(t, flow, book)
	})
}
