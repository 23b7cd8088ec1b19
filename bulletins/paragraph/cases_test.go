package paragraph

import (
	"fmt"
	"slices"
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

// typeset is a case of the list of typesetting cases (A1 to C4), or a further text of
// the same rule.
type typeset struct {
	name, text string
	measure    int    // em
	want       string // the lines, separated by |
	at         string // "，9.50 启8.50|了0.00": characters of the first line, the second …, and where they stand in em
	set        func(*Input)
}

func strict(in *Input) { in.Rules.Kinsoku = KinsokuStrict }

func TestCases(t *testing.T) {
	for _, c := range slices.Concat(lineCases, markCases, mixedCases) {
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
			for i, row := range strings.Split(c.at, "|") {
				for at := range strings.FieldsSeq(row) {
					if i >= len(places) || !strings.Contains(" "+places[i]+" ", " "+at+" ") {
						t.Errorf("line %d, not at %s: %s", i+1, at, places[min(i, len(places)-1)])
					}
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

// TestHeadings: a heading is broken between words and evenly (case A14).
func TestHeadings(t *testing.T) {
	for _, c := range []struct {
		text    string
		measure int
		want    string
	}{
		{"以责任为基石筑牢安全生产防线", 9, "以责任为基石|筑牢安全生产防线"},
		{"关于开展全市危险化学品企业安全生产专项检查的通知", 16, "关于开展全市危险化学品|企业安全生产专项检查的通知"},
		{"标题按词断开，上下两行匀称：先把隐患清在开工之前再把责任落到每一个班组", 34, "标题按词断开，上下两行匀称：|先把隐患清在开工之前再把责任落到每一个班组"},
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
