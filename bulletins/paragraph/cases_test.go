package paragraph

import (
	"fmt"
	"strings"
	"testing"

	"safety365/bulletins/page"
	"safety365/fonts"
)

const em = 10 * page.Pt

func format(t testing.TB, lang string) *Format {
	t.Helper()
	han, err := fonts.Lookup("song", fonts.Style{}, lang)
	if err != nil {
		t.Fatal(err)
	}
	latin, err := fonts.Lookup("latin-serif", fonts.Style{}, lang)
	if err != nil {
		t.Fatal(err)
	}
	return &Format{Han: han, Latin: latin, Size: em, Color: page.Black, Lang: lang}
}

// input returns a paragraph with a measure of n em.
func input(t testing.TB, text string, n int) *Input {
	return &Input{
		Runs: []Run{{Text: text, Format: format(t, "zh-Hans")}}, Lang: "zh-Hans",
		Rules: Rules{Autospace: 250}, Measure: page.Length(n) * em,
	}
}

func text(l Line) string {
	var b strings.Builder
	for _, r := range l.Runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

// origins returns where the glyph of each character of the line stands, in em.
func origins(l Line) string {
	var out []string
	for _, r := range l.Runs {
		for i, g := range r.Glyphs {
			out = append(out, fmt.Sprintf("%s%.2f", r.Cluster(i), float64(r.Origin.X+g.X)/float64(em)))
		}
	}
	return strings.Join(out, " ")
}

// cases are those of the list of typesetting cases, each rule with further texts:
// lines separated by |, or where characters stand, in em from the left.
var cases = []struct {
	name, text string
	measure    int
	want       string
	at         string // "，9.50 启8.50": the first of that character on the first line
	set        func(*Input)
}{
	{name: "A1 a comma never begins a line: push out", text: "安全生产月活动启动了，全体员工都要参加培训。", measure: 10, want: "安全生产月活动启动|了，全体员工都要参加|培训。", at: "全1.12 动9.00"},
	{name: "A1 a stop", text: "企业是安全生产的主体。各级领导要负起责任来。", measure: 10, want: "企业是安全生产的主|体。各级领导要负起责|任来。"},
	{name: "A1 a closing bracket", text: "特种作业的人员持证上岗位）全体员工都要参加培训。", measure: 11, want: "特种作业的人员持证上|岗位）全体员工都要参加|培训。"},
	{name: "A2 push in before push out", text: "安全、生产月活动启动，全体员工都要参加培训。", measure: 10, want: "安全、生产月活动启动，|全体员工都要参加|培训。", at: "、2.00 生2.50 ，9.50"},
	{name: "A2 with a bracket", text: "开展（安全）生产检查月，全体员工都要参加学习培训班。", measure: 11, want: "开展（安全）生产检查月，|全体员工都要参加学习培|训班。"},
	{name: "A2 with a stop", text: "检查。整改再检查再整，各单位都要按期完成任务了。", measure: 10, want: "检查。整改再检查再整，|各单位都要按期完成任|务了。"},
	{name: "A3 a dash is one unit", text: "一二三四五六七八九——十一二三四五", measure: 10, want: "一二三四五六七八九|——十一二三四五", at: "九9.00"},
	{name: "A3 inside a line", text: "安全——生命之本重于泰山啊", measure: 10, want: "安全——生命之本重于|泰山啊", at: "生4.00"},
	{name: "A3 at a line's end", text: "一二三四五六七八——十一二三四五", measure: 10, want: "一二三四五六七八——|十一二三四五"},
	{name: "A4 an ellipsis may begin a line", text: "一二三四五六七八九……十一二三四五", measure: 10, want: "一二三四五六七八九|……十一二三四五"},
	{name: "A4 strict", text: "一二三四五六七八九……十一二三四五", measure: 10, want: "一二三四五六七八|九……十一二三四五", set: strict},
	{name: "A4 strict, a dash", text: "一二三四五六七八九——十一二三四五", measure: 10, want: "一二三四五六七八|九——十一二三四五", set: strict},
	{name: "A5 a solidus neither begins nor ends a line", text: "一二三四五六七八九／十一二三四五", measure: 10, want: "一二三四五六七八|九／十一二三四五"},
	{name: "A5 later", text: "一二三四五六七八九十／一二三四五", measure: 10, want: "一二三四五六七八九|十／一二三四五"},
	{name: "A5 basic", text: "一二三四五六七八九／十一二三四五", measure: 10, want: "一二三四五六七八九／|十一二三四五", set: func(in *Input) { in.Rules.Kinsoku = KinsokuBasic }},
	{name: "A6 an interpunct never begins a line", text: "一二三四五六七八九十·阿卜杜拉·买买提说", measure: 10, want: "一二三四五六七八九|十·阿卜杜拉·买买提说"},
	{name: "A6 a connector", text: "一二三四五六七八九十～二十页说得很明白", measure: 10, want: "一二三四五六七八九|十～二十页说得很明白"},
	{name: "A7 closers and openers in a row", text: "一二三四五六七八（“九。”）十一二三四", measure: 10, want: "一二三四五六七八|（“九。”）十一二三四"},
	{name: "A8 a number stays with its sign", text: "一二三四五六七八九85%一二三四五六七八九", measure: 10, want: "一二三四五六七八九|85%一二三四五六七|八九"},
	{name: "A8 a prefix", text: "一二三四五六七八九￥500元整，如数上缴", measure: 10, want: "一二三四五六七八九|￥500元整，如数上缴"},
	{name: "A8 degrees", text: "一二三四五六七八九100℃以上的高温设备", measure: 10, want: "一二三四五六七八九|100℃以上的高温设备"},
	{name: "A9 a number and its counter", text: "一二三四五六七八九1月24日起全面检查", measure: 10, want: "一二三四五六七八九|1月24日起全面检查", at: "二1.12"},
	{name: "A9 days", text: "一二三四五六七八九30日内完成整改工作", measure: 10, want: "一二三四五六七八九|30日内完成整改工作"},
	{name: "A9 metres", text: "一二三四五六七八九3 米以上的高处作业", measure: 10, want: "一二三四五六七八九|3 米以上的高处作业"},
	{name: "A10 a unit stays with its number", text: "一二三四五六七八九2 m以上的高处作业", measure: 10, want: "一二三四五六七八九|2 m以上的高处作业"},
	{name: "A10 decibels", text: "一二三四五六七八85 dB(A)以上的噪声", measure: 10, want: "一二三四五六七八|85 dB(A)以上的噪声"},
	{name: "A11 a long word is hyphenated", text: "一二三四五Underwriters安全生产月活动启动了", measure: 10, want: "", set: func(in *Input) { in.Hyphens = true }},
	{name: "B1 a mark at a line's end is half an em", text: "安全生产月活动启动，全体员工都要参加培训。", measure: 10, want: "安全生产月活动启动，|全体员工都要参加|培训。", at: "全1.06 ，9.50"},
	{name: "B3 nothing between ( and ?", text: "这是（？）一句（！）话，《》「」", measure: 30, want: "这是（？）一句（！）话，《》「」", at: "（2.00 ？3.00 ）3.50 一4.50"},
	{name: "B4 a bracket at a line's start", text: "一二三四五六七八九十《安全生产法》规定生产经营单位", measure: 10, want: "一二三四五六七八九十|《安全生产法》规定生产|经营单位"},
	{name: "B4 a quotation mark", text: "一二三四五六七八九十“安全第一”是我们的方针之一", measure: 10, want: "一二三四五六七八九十|“安全第一”是我们的方|针之一"},
	{name: "B5 with an indent", text: "“安全第一”是我们始终坚持的方针", measure: 20, want: "“安全第一”是我们始终坚持的方针", at: "“1.50 安2.50", set: func(in *Input) { in.Indent = 2 * em }},
	{name: "B5 a book", text: "《安全生产法》是我们的依据", measure: 20, want: "《安全生产法》是我们的依据", at: "《1.50 安2.50", set: func(in *Input) { in.Indent = 2 * em }},
	{name: "B6 brackets shrink before commas and stops", text: "安（一）全、生产。责任落实，到位了才能算数", measure: 13, want: "安（一）全、生产。责任落实，|到位了才能算数", at: "（0.75 一1.75 全3.50 、4.50 生5.50 。7.50 责8.50"},
	{name: "B8 no lone last character", text: "一二三四五六七八九十一二三四五六七八九十完。", measure: 10, want: "一二三四五六七八九|十一二三四五六七八九|十完。"},
	{name: "B8 without a mark", text: "一二三四五六七八九十一二三四五六七八九十完", measure: 10, want: "一二三四五六七八九|十一二三四五六七八九|十完"},
	{name: "B8 allowed", text: "一二三四五六七八九十一二三四五六七八九十完。", measure: 10, want: "一二三四五六七八九十|一二三四五六七八九十|完。", set: func(in *Input) { in.Rules.Orphans = true }},
	{name: "B9 a mark before it", text: "一二三四五六七八九十一二三四五六七八九，完。", measure: 20, want: "一二三四五六七八九十一二三四五六七|八九，完。"},
	{name: "B10 a hanging comma", text: "安全生产月活动启动了，全体员工都要参加培训。", measure: 10, want: "安全生产月活动启动了，|全体员工都要参加培训。", at: "了9.00 ，10.00", set: func(in *Input) { in.Rules.Hanging = true }},
	{name: "B10 never a row of marks", text: "一二三四五六七八（九），全体员工都要参加培训。", measure: 10, want: "", set: func(in *Input) { in.Rules.Hanging = true }},
	{name: "C1 Han and Latin", text: "按照ISO 45001标准，共85 dB(A)；在Word中（GB 2894—2008）打开。", measure: 60, want: "按照ISO 45001标准，共85 dB(A)；在Word中（GB 2894—2008）打开。", at: "I2.25 标6.86 共9.86 8" + "11.11 ；14.92 W17.17 G21.61"},
	{name: "C2 typed spaces", text: "按照 ISO 标准 和ISO标准", measure: 60, want: "按照 ISO 标准和ISO标准", at: "I2.25 标4.11 和6.11"},
	{name: "C4 quotation marks", text: "开展“安全月”活动，it’s fine。", measure: 60, want: "开展“安全月”活动，it’s fine。", at: "“2.00 安3.00 i10.00"},
}

func strict(in *Input) { in.Rules.Kinsoku = KinsokuStrict }

func TestCases(t *testing.T) {
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			in := input(t, c.text, c.measure)
			if c.set != nil {
				c.set(in)
			}
			p := NewSetter().Set(in)
			var lines, places []string
			for i, l := range p.Lines {
				lines = append(lines, text(l))
				places = append(places, origins(l))
				filled(t, in, p, i)
			}
			if s := strings.Join(lines, "|"); c.want != "" && s != c.want {
				t.Errorf("\n got %s\nwant %s\n%s", s, c.want, strings.Join(places, "\n"))
			}
			for at := range strings.FieldsSeq(c.at) {
				if !strings.Contains(" "+places[0]+" ", " "+at+" ") {
					t.Errorf("not at %s: %s", at, places[0])
				}
			}
		})
	}
}

// filled checks that a line is as long as its measure unless it may be shorter.
func filled(t *testing.T, in *Input, p *Paragraph, i int) {
	t.Helper()
	l := &p.Lines[i]
	if over := l.X + l.Width - l.Measure; over > em/100 && !in.Rules.Hanging {
		t.Errorf("line %d is too long by %v", i+1, over)
	}
	if i < len(p.Lines)-1 && !l.Ragged && !in.Rules.Hanging && l.Measure-l.X-l.Width > em/100 {
		t.Errorf("line %d is too short by %v", i+1, l.Measure-l.X-l.Width)
	}
}

func TestAdjacentMarks(t *testing.T) {
	in := input(t, "他说：“停！”（真的？）、《法》。」）汉字“‘汉’”字——（《法》）；汉", 60)
	p := NewSetter().Set(in)
	l := p.Lines[0]
	r := l.Runs[len(l.Runs)-1]
	last := r.Origin.X + r.Glyphs[len(r.Glyphs)-1].X
	if last != 28*em {
		t.Errorf("the last character starts at %v em\n%s", float64(last)/float64(em), origins(l))
	}
}

// TestHeadings: a heading is broken between words and evenly (case A14).
func TestHeadings(t *testing.T) {
	for _, c := range []struct {
		text    string
		measure int
		want    string
	}{
		{"以责任为基石筑牢安全生产防线", 9, "以责任为基石|筑牢安全生产防线"},
		{"关于开展全市危险化学品企业安全生产专项检查的通知", 16, "关于开展全市危险化学品|企业安全生产专项检查的通知"},
		{"把隐患清在开工前把责任落到班组里", 12, "把隐患清在开工前|把责任落到班组里"},
		{"应急管理局召开春季复工复产安全生产工作会议", 14, "应急管理局召开春季|复工复产安全生产工作会议"},
	} {
		in := input(t, c.text, c.measure)
		in.Align, in.Balance = Center, true
		var lines []string
		for _, l := range NewSetter().Set(in).Lines {
			lines = append(lines, text(l))
		}
		if got := strings.Join(lines, "|"); got != c.want {
			t.Errorf("%s, not %s", got, c.want)
		}
	}
}

// TestStretchOrder: while Han–Latin gaps are below half an em, Han gaps are closed
// (case B7).
func TestStretchOrder(t *testing.T) {
	for _, c := range []struct {
		text    string
		measure page.Length
	}{
		{"我们用PDCA循环管理37处危险源，这一条是另起一行的很长的文字", 14*em + em*3/4},
		{"全厂共有37处重大危险源需要A级管控，这一条是另起一行的很长的文字", 16 * em},
		{"请在Word中打开ISO标准文本，并与GB标准逐条对照，这一条很长很长", 14*em + em/2},
	} {
		in := input(t, c.text, 0)
		in.Measure = c.measure
		l := NewSetter().Set(in).Lines[0]
		var last rune
		var at page.Length
		border, han := page.Length(0), page.Length(0)
		for _, r := range l.Runs {
			for i, g := range r.Glyphs {
				x := r.Origin.X + g.X
				this := []rune(r.Cluster(i))[0]
				if last >= 0x4E00 && this >= 0x4E00 && this < 0xFF00 {
					han = max(han, x-at-em)
				} else if last >= 0x4E00 && this < 0x80 && last < 0xFF00 {
					border = max(border, x-at-em)
				}
				last, at = this, x
			}
		}
		if han > em/100 && border < em/2-em/100 {
			t.Errorf("%s: Han gaps %v though borders are only %v\n%s", c.text, han, border, origins(l))
		}
	}
}

// TestTraditional: brackets beside other marks are compressed in Traditional Chinese
// too, centred marks are not (case B12).
func TestTraditional(t *testing.T) {
	for text, want := range map[string]float64{
		"：「安": 1.5, "」（安": 1.5, "）、安": 1.5, "》。安": 1.5, "！？安": 2, "，人人": 1, "「『安": 1.5,
	} {
		in := input(t, text, 30)
		in.Lang = "zh-Hant"
		in.Runs[0].Format = format(t, "zh-Hant")
		in.Runs[0].Text = "前" + text
		l := NewSetter().Set(in).Lines[0]
		var at page.Length
		for _, r := range l.Runs {
			for i, g := range r.Glyphs {
				if strings.ContainsAny(r.Cluster(i), "安人") {
					at = r.Origin.X + g.X
					break
				}
			}
			if at > 0 {
				break
			}
		}
		got := float64(at-em) / float64(em)
		if got != want {
			t.Errorf("%s takes %.2f em, not %.2f: %s", text, got, want, origins(l))
		}
	}
}

// TestHyphens: words are hyphenated where there is no room, Indonesian by its own
// rules (cases A11, C8, C9).
func TestHyphens(t *testing.T) {
	for _, c := range []struct {
		text, lang string
		measure    int
		want       string
	}{
		{"一二三四五Underwriters安全生产月活动启动了", "zh-Hans", 10, "Under\u00AD"},
		{"petugas mempertanggungjawabkan tindakan", "id", 9, "mempertang\u00AD"},
		{"panitia menyelenggarakan pelatihan kerja", "id", 9, "me\u00AD"},
	} {
		in := input(t, c.text, c.measure)
		in.Lang, in.Hyphens = c.lang, true
		in.Runs[0].Format = format(t, c.lang)
		var lines []string
		for _, l := range NewSetter().Set(in).Lines {
			lines = append(lines, text(l))
			if l.X+l.Width > l.Measure+em/100 {
				t.Errorf("too long: %s", text(l))
			}
		}
		if s := strings.Join(lines, "|"); !strings.Contains(s, "\u00AD|") {
			t.Errorf("no hyphen: %s", s)
		} else {
			t.Log(s)
		}
	}
}

func BenchmarkSet(b *testing.B) {
	text := "根据国务院安委会办公室统一部署，按照ISO 45001标准，共85 dB(A)；全厂37处重大危险源实施分级管控，（一）落实“一岗双责”，二是强化现场管理。"
	text = strings.Repeat(text, 4)
	in := input(b, text, 40)
	s := NewSetter()
	b.ReportAllocs()
	for b.Loop() {
		s.Set(in)
	}
	b.ReportMetric(float64(len([]rune(text)))*float64(b.N)/b.Elapsed().Seconds(), "chars/s")
}
