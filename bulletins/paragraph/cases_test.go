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

func TestLines(t *testing.T) {
	for _, c := range []struct {
		name, text string
		measure    int
		want       string // lines, separated by |
		set        func(*Input)
	}{
		{"A1 push out", "安全生产月活动启动了，全体员工都要参加培训。", 10, "安全生产月活动启动|了，全体员工都要参加|培训。", nil},
		{"A2 push in", "安全、生产月活动启动，全体员工都要参加培训。", 10, "安全、生产月活动启动，|全体员工都要参加|培训。", nil},
		{"A3 dash", "一二三四五六七八九——十一二三四五", 10, "一二三四五六七八九|——十一二三四五", nil},
		{"A4 ellipsis gb", "一二三四五六七八九……十一二三四五", 10, "一二三四五六七八九|……十一二三四五", nil},
		{"A4 ellipsis strict", "一二三四五六七八九……十一二三四五", 10, "一二三四五六七八|九……十一二三四五", func(in *Input) { in.Rules.Kinsoku = KinsokuStrict }},
		{"A5 solidus", "一二三四五六七八九／十一二三四五", 10, "一二三四五六七八|九／十一二三四五", nil},
		{"A6 interpunct", "一二三四五六七八九十·阿卜杜拉·买买提说", 10, "一二三四五六七八九|十·阿卜杜拉·买买提说", nil},
		{"A9 counter", "一二三四五六七八九1月24日起全面检查", 10, "一二三四五六七八九|1月24日起全面检查", nil},
		{"B8 orphan", "一二三四五六七八九十一二三四五六七八九十完。", 10, "一二三四五六七八九|十一二三四五六七八九|十完。", nil},
		{"B1 line end", "安全生产月活动启动，全体员工都要参加培训。", 10, "安全生产月活动启动，|全体员工都要参加|培训。", nil},
		{"B4 line start", "一二三四五六七八九十《安全生产法》规定生产经营单位", 10, "一二三四五六七八九十|《安全生产法》规定生产|经营单位", nil},
		{"A12 address", "网址example.org/safety/production/month请查看", 10, "", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := input(t, c.text, c.measure)
			if c.set != nil {
				c.set(in)
			}
			p := NewSetter(nil).Set(in)
			var got []string
			for _, l := range p.Lines {
				got = append(got, text(l))
				t.Log(origins(l), l.Emergency, l.Overfull)
			}
			if s := strings.Join(got, "|"); c.want != "" && s != c.want {
				t.Errorf("\n got %s\nwant %s", s, c.want)
			}
		})
	}
}

func TestAdjacentMarks(t *testing.T) {
	in := input(t, "他说：“停！”（真的？）、《法》。」）汉字“‘汉’”字——（《法》）；汉", 60)
	p := NewSetter(nil).Set(in)
	l := p.Lines[0]
	r := l.Runs[len(l.Runs)-1]
	last := r.Origin.X + r.Glyphs[len(r.Glyphs)-1].X
	if last != 28*em {
		t.Errorf("the last character starts at %v em\n%s", float64(last)/float64(em), origins(l))
	}
}

func BenchmarkSet(b *testing.B) {
	text := "根据国务院安委会办公室统一部署，按照ISO 45001标准，共85 dB(A)；全厂37处重大危险源实施分级管控，（一）落实“一岗双责”，二是强化现场管理。"
	text = strings.Repeat(text, 4)
	in := input(b, text, 40)
	s := NewSetter(nil)
	b.ReportAllocs()
	for b.Loop() {
		s.Set(in)
	}
	b.ReportMetric(float64(len([]rune(text)))*float64(b.N)/b.Elapsed().Seconds(), "chars/s")
}
