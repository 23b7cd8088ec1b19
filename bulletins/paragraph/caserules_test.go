package paragraph

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"safety365/bulletins/page"
	"safety365/fonts"
)

// linesOf sets a paragraph and returns the texts of its lines.
func linesOf(in *Input) []string {
	var out []string
	for _, l := range NewSetter().Set(in).Lines {
		out = append(out, text(l))
	}
	return out
}

// TestUnparted: wherever it stands in a line, a number stays with its sign, its counter
// and its unit (cases A8, A9, A10), and doubled marks and closing marks with what they
// belong to (A3, A7).
func TestUnparted(t *testing.T) {
	for rule, tokens := range map[string][]string{
		"A3":  {"——", "……"},
		"A7":  {"（“九。”）", "《法》，", "（？）", "“‘汉’”", "【一】"},
		"A8":  {"85%", "100℃", "￥500", "±5", "No.3", "-18℃", "$20", "3‰", "95.5％", "€40", "№7"},
		"A9":  {"1月", "24日", "2026年", "30分", "15秒", "第3条", "第12款", "3项", "5个", "20人", "2次", "8家", "6号", "3米", "12台", "3 月"},
		"A10": {"2 m", "85 dB(A)", "24 h", "10 kV", "220 V", "3.5 MPa", "50 mg/m³", "100 km/h", "15 min", "0.5 mm"},
	} {
		for _, token := range tokens {
			for before := range 14 {
				for _, kinsoku := range []Kinsoku{KinsokuBasic, KinsokuGB, KinsokuStrict} {
					in := input(t, strings.Repeat("安", before)+token+"以上的作业要先办票再开工", 10)
					in.Rules.Kinsoku = kinsoku
					if lines := linesOf(in); !strings.Contains(strings.Join(lines, "|"), token) {
						t.Errorf("%s: %s is parted: %s", rule, token, strings.Join(lines, "|"))
					}
				}
			}
		}
	}
}

// TestNeverBegins: no line begins with a mark that closes, or ends with one that opens,
// whatever the measure (A1, A5, A6, A7).
func TestNeverBegins(t *testing.T) {
	const (
		begins = "，。、；：！？）》」』】〕”’·／～"
		ends   = "（《「『【〔“‘／"
	)
	for _, s := range []string{
		"他问：“谁？”我答：“我！”（《法》）；好、坏，都、有。甲／乙，一～二；买买提·阿里、【注】“‘汉’”。",
		"（一）、（二）；“三”？“四”！《五》，《六》：「七」『八』。【九】·【十】／〔一〕～〔二〕，完了。",
		"查、改、验、销。四步？四步！（一步也不少）；“说了算，定了干。”——这样才好……对吧？",
	} {
		for measure := 4; measure < 30; measure++ {
			in := input(t, s, measure)
			p := NewSetter().Set(in)
			for i, l := range p.Lines {
				first, _ := utf8.DecodeRuneInString(text(l))
				last, _ := utf8.DecodeLastRuneInString(text(l))
				if l.Emergency || i > 0 && p.Lines[i-1].Emergency {
					continue
				}
				if i > 0 && strings.ContainsRune(begins, first) || i < len(p.Lines)-1 && strings.ContainsRune(ends, last) {
					t.Errorf("measure %d: line %d is %q", measure, i+1, text(l))
				}
			}
		}
	}
}

// TestLongWords: a long word is hyphenated and no Han gap is above 1.5; where it cannot
// be, the line is left ragged and says so (A11).
func TestLongWords(t *testing.T) {
	for _, c := range []struct {
		text     string
		hyphens  bool
		measure  int
		contains string
	}{
		{"一二三四五Underwriters安全生产月活动启动了", true, 10, "\u00AD|ers安"},
		{"请按照International标准逐条逐项核对一遍", true, 8, "\u00AD|"},
		{"这项由responsibility条款规定的内容很多", true, 8, "\u00AD|"},
		{"一二三四五Underwriters安全生产月活动启动了", false, 10, "一二三四五|Under"},
		{"一二三四WXKJQZBTRPLDM安全生产月活动启动了", true, 10, "一二三四|WX"},
		{"一二三XK-2026-03-0417-AB-77安全生产月活动", true, 9, ""},
	} {
		in := input(t, c.text, c.measure)
		in.Hyphens = c.hyphens
		p := NewSetter().Set(in)
		var lines []string
		for i, l := range p.Lines {
			lines = append(lines, text(l))
			filled(t, in, p, i)
			for at, gap := range hanGaps(l) {
				if gap > em/2 {
					t.Errorf("%s: gap of %v after %d characters", text(l), gap, at)
				}
			}
		}
		joined := strings.Join(lines, "|")
		if !strings.Contains(joined, c.contains) {
			t.Errorf("%s, want %q in it", joined, c.contains)
		}
		if !c.hyphens && !p.Lines[0].Ragged {
			t.Errorf("%s: the line does not say that it is ragged", joined)
		}
	}
}

// hanGaps returns how much wider than an em Han characters stand from the next.
func hanGaps(l Line) map[int]page.Length {
	gaps := map[int]page.Length{}
	last, at, n := false, page.Length(0), 0
	for _, r := range l.Runs {
		for i, g := range r.Glyphs {
			x := r.Origin.X + g.X
			c, _ := utf8.DecodeRuneInString(r.Cluster(i))
			isHan := c >= 0x4E00 && c < 0xA000
			if last && isHan {
				gaps[n] = x - at - em
			}
			last, at = isHan, x
			n++
		}
	}
	return gaps
}

// TestEvenGaps: in a line that is stretched all Han gaps are the same, and while a
// Han–Latin border is below half an em they are closed; a line that is compressed has
// them closed too (B1, B6, B7).
func TestEvenGaps(t *testing.T) {
	s := "我们采用PDCA循环与LEC法，对全厂37处重大危险源（一级、二级）实施分级管控；班前会——安全第一课，不许少……按ISO 45001的要求，每季评一次。"
	for measure := 8; measure < 40; measure++ {
		p := NewSetter().Set(input(t, s, measure))
		for i, l := range p.Lines[:len(p.Lines)-1] {
			least, most := page.Length(1<<40), page.Length(0)
			for _, gap := range hanGaps(l) {
				least, most = min(least, gap), max(most, gap)
			}
			if most > 0 && most-least > em/100 {
				t.Errorf("measure %d, line %d: Han gaps from %v to %v: %s", measure, i+1, least, most, origins(l))
			}
			if dash := strings.Index(origins(l), "——"); dash >= 0 && dashWidth(l) != 2*em {
				t.Errorf("measure %d: —— is %v wide", measure, dashWidth(l))
			}
		}
	}
}

// dashWidth returns how wide the ink of —— may be: the advance of its glyph without
// what the line adds after it.
func dashWidth(l Line) page.Length {
	for _, r := range l.Runs {
		for i, g := range r.Glyphs {
			if strings.HasPrefix(r.Cluster(i), "——") {
				return page.Length(r.Face.Sfnt().Advance(g.ID)).MulDiv(int64(r.Size), int64(r.Face.UnitsPerEm()))
			}
		}
	}
	return 0
}

// TestOptimum: over a paragraph the sum of squared stretch is below that of filling
// line after line (A13).
func TestOptimum(t *testing.T) {
	better := 0
	for _, c := range []struct {
		text    string
		measure page.Length
	}{
		{"我们采用PDCA循环与LEC法对全厂37处重大危险源实施分级管控", 12},
		{"我们用PDCA循环管住全厂37处危险源，每季评一次，差的加一次，评出的A级由厂长亲自包保", 12},
		{"请在Word中打开ISO 45001标准文本，并与GB/T 33000逐条对照，不一样的用Excel列表，3月12日前报EHS部", 14},
		{"安全第一是Safety First，预防为主是Prevention，综合治理要靠Management，三者缺一不可", 16},
	} {
		in := input(t, c.text, 0)
		in.Measure, in.Hyphens = c.measure*em, true
		s := NewSetter()
		s.in = in
		s.build(false)
		var ours, theirs score
		lines, _ := s.breaker.lines(s)
		ours.add(s, lines)
		theirs.add(s, greedy(s, false))
		if ours.badness > theirs.badness {
			t.Errorf("%s: badness %d, line by line %d", c.text, ours.badness, theirs.badness)
		}
		if ours.badness < theirs.badness {
			better++
		}
	}
	if better < 3 {
		t.Errorf("only %d paragraphs are better than line by line", better)
	}
}

// TestQuoteFaces: “ ” ‘ ’ — … take the Chinese face in Chinese, an em wide, and the
// Latin one inside Latin words (C4).
func TestQuoteFaces(t *testing.T) {
	in := input(t, "", 60)
	chinese, latin := in.Runs[0].Format.Han.Faces[0], in.Runs[0].Format.Latin.Faces[0]
	for _, c := range []struct {
		text, mark string
		want       *fonts.Face
	}{
		{"开展“安全月”活动，it’s “OK”。", "“", chinese},
		{"开展“安全月”活动，it’s “OK”。", "’", latin},
		{"把ISO“认证”做好", "“", chinese}, {"说“OK”就行", "“", chinese}, {"they said “OK” at once", "“", latin},
		{"don’t", "’", latin}, {"安全——第一", "——", chinese}, {"等等……好", "……", chinese}, {"A—B", "—", latin}, {"wait…what", "…", latin}, {"哈丽玛·阿里", "·", chinese},
	} {
		in.Runs[0].Text = c.text
		found := false
		for _, r := range NewSetter().Set(in).Lines[0].Runs {
			for i := range r.Glyphs {
				if found = r.Cluster(i) == c.mark; found {
					if r.Face != c.want {
						t.Errorf("%s: %s is from %s", c.text, c.mark, r.Face.Name())
					}
					break
				}
			}
			if found {
				break
			}
		}
		if !found {
			t.Errorf("%s: no %s", c.text, c.mark)
		}
	}
}

// TestUnderlines: an underline, a strike and a background go from the first letter to
// the last, not under the gaps beside them (C3).
func TestUnderlines(t *testing.T) {
	for _, c := range []struct{ before, text, after string }{{"看", "ISO", "标准"}, {"按照", "GB 2894", "执行"}, {"共", "37", "处"}} {
		for _, measure := range []int{4, 60} {
			in := input(t, c.before, measure)
			base := in.Runs[0].Format
			f := *base
			f.Underline, f.Strike = true, true
			in.Runs = append(in.Runs, Run{Text: c.text, Format: &f}, Run{Text: c.after + "即可，不必再问旁人", Format: base})
			for _, l := range NewSetter().Set(in).Lines {
				for _, rule := range l.Rules {
					from, to := page.Length(1<<40), page.Length(0)
					for _, r := range l.Runs {
						for _, g := range r.Glyphs {
							if x := r.Origin.X + g.X; strings.Contains(c.text, r.Text) && r.Text != " " {
								from = min(from, x)
								to = max(to, x+page.Length(r.Face.Sfnt().Advance(g.ID)).MulDiv(int64(em), int64(r.Face.UnitsPerEm())))
							}
						}
					}
					if rule.Rect.X != from || rule.Rect.X+rule.Rect.W > to+em/100 {
						t.Errorf("%s%s%s: a line from %v to %v, the letters from %v to %v", c.before, c.text, c.after, rule.Rect.X, rule.Rect.X+rule.Rect.W, from, to)
					}
				}
			}
		}
	}
}

// TestRegions: Simplified and Traditional Chinese have their own glyphs and places of
// marks, also after a change of format within the paragraph (C6).
func TestRegions(t *testing.T) {
	glyphs := func(runs ...Run) string {
		in := input(t, "", 60)
		in.Runs = runs
		var out []string
		for _, r := range NewSetter().Set(in).Lines[0].Runs {
			for i, g := range r.Glyphs {
				x0, x1 := ink(r.Face, g.ID, 1000)
				out = append(out, fmt.Sprintf("%s %s %d–%d", r.Cluster(i), r.Face.Name(), x0, x1))
			}
		}
		return strings.Join(out, "\n")
	}
	hans, hant := format(t, "zh-Hans"), format(t, "zh-Hant")
	for _, c := range []string{"骨直角令門，。", "，。：；", "今冷述返"} {
		simple, traditional := glyphs(Run{Text: c, Format: hans}), glyphs(Run{Text: c, Format: hant})
		if simple == traditional {
			t.Errorf("%s is the same in both:\n%s", c, simple)
		}
		both := glyphs(Run{Text: c, Format: hans}, Run{Text: c, Format: hant}, Run{Text: c, Format: hans})
		if want := simple + "\n" + traditional + "\n" + simple; both != want {
			t.Errorf("%s in one paragraph:\n%s\nwant\n%s", c, both, want)
		}
	}
}

// TestHyphens: the samples' English and Indonesian words are hyphenated with two letters
// before and after at least (three after in English), not on more than two lines in a
// row, nor before a paragraph's last line; hyphens stand in part in the margin (C8, C9).
func TestHyphens(t *testing.T) {
	for _, c := range []struct {
		lang, sample string
		measure      int
		after        int // letters
		ends         int // last words that may be hyphenated
	}{
		{"en", "campaign-bulletin.en.md", 9, 3, 1}, {"en", "campaign-bulletin.en.md", 16, 3, 0}, {"en", "campaign-bulletin.en.md", 24, 3, 0},
		{"en", "showcase.en.md", 9, 3, 1}, {"en", "showcase.en.md", 24, 3, 0},
		{"id", "meeting-report.id.md", 16, 2, 2}, {"id", "meeting-report.id.md", 24, 2, 1}, {"id", "showcase.id.md", 24, 2, 0},
	} {
		hyphens, ends := 0, 0
		for _, s := range sampleText(t, c.sample) {
			in := input(t, s, c.measure)
			in.Lang, in.Hyphens, in.Rules.Protrude = c.lang, true, true
			in.Runs[0].Format = format(t, c.lang)
			p := NewSetter().Set(in)
			row := 0
			for i, l := range p.Lines[:len(p.Lines)-1] {
				before, hyphen := strings.CutSuffix(text(l), "\u00AD")
				if !hyphen {
					row = 0
					continue
				}
				hyphens++
				row++
				after := text(p.Lines[i+1])
				fields := strings.Fields(after)
				first := strings.TrimRight(fields[0], ".,;:\u00AD")
				last := before[strings.LastIndexAny(before, " -/–(“")+1:]
				if utf8.RuneCountInString(last) < 2 || utf8.RuneCountInString(first) < c.after || row > 2 {
					t.Errorf("%s %d: %s-|%s, row %d", c.sample, c.measure, before, after, row)
				}
				if i == len(p.Lines)-2 {
					ends++
				}
				if !l.Ragged && l.X+l.Width <= l.Measure {
					t.Errorf("%s %d: the hyphen of %s does not protrude", c.sample, c.measure, before)
				}
			}
		}
		if hyphens == 0 && c.measure < 20 || ends > c.ends {
			t.Errorf("%s %d: %d hyphens, %d before last lines", c.sample, c.measure, hyphens, ends)
		}
	}
}
