package paragraph

import (
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"safety365/bulletins/page"
	"safety365/bulletins/paragraph/babel"
)

// reading is the tag of readings.
const reading = 9

// looks are the ways in which the runs of a fuzzed paragraph differ.
var looks = []func(*Run, *Format){
	func(*Run, *Format) {},
	func(_ *Run, f *Format) { f.Size = em * 7 / 5 },
	func(_ *Run, f *Format) { f.Size, f.Rise = em*3/5, em/3 },
	func(_ *Run, f *Format) { f.Code = true },
	func(_ *Run, f *Format) { f.Literal, f.Code = true, true },
	func(_ *Run, f *Format) { f.Sign = Dots },
	func(_ *Run, f *Format) { f.Sign = NameLine },
	func(_ *Run, f *Format) { f.Sign = BookLine },
	func(_ *Run, f *Format) { f.Tracking = em / 10 },
	func(_ *Run, f *Format) { f.Capitals = true },
	func(_ *Run, f *Format) { f.Lang = "zh-Hant" },
	func(_ *Run, f *Format) { f.Lang = "en" },
	func(_ *Run, f *Format) { f.Underline, f.Strike = true, true },
	func(_ *Run, f *Format) { f.Cell = em * 11 / 10 },
	func(r *Run, _ *Format) { r.Link, r.Tag = 1, 1 },
	func(r *Run, _ *Format) { r.Solid = true },
	func(r *Run, _ *Format) { r.Ruby, r.RubyTag = "yǐn huàn", reading },
	func(r *Run, _ *Format) { r.Anchor = 1 },
}

// fuzzed makes a paragraph of a text: every eleven to thirty characters another look.
func fuzzed(f Format, text string, recipe []byte, measure uint8, choice uint32) *Input {
	pick := func(n uint32) uint32 { c := choice % n; choice /= n; return c }
	flag := func() bool { return pick(2) == 1 }
	langs := []string{"zh-Hans", "zh-Hant", "en", "id"}
	in := &Input{Lang: langs[pick(4)], Measure: page.Length(measure) * em / 4}
	in.Rules = Rules{Kinsoku: Kinsoku(pick(4)), Compress: Compression(pick(3)), Autospace: 250, Orphans: flag(), Counters: flag(), Hanging: flag(), Protrude: flag()}
	in.Align, in.Balance, in.Hyphens, in.Vertical = Align(pick(4)), flag(), flag(), flag()
	if flag() {
		in.Indent = 2 * em
	}
	if flag() {
		in.Widths = []page.Length{in.Measure / 2, in.Measure / 2, in.Measure * 2}
	}
	f.Lang = in.Lang
	for i := 0; len(text) > 0; i++ {
		look, cut := 0, len(text)
		if len(recipe) > 0 {
			r := recipe[i%len(recipe)]
			look, cut = int(r)%(3*len(looks)), 11+int(r)%20
		}
		at := 0
		for n := 0; at < len(text) && n < cut; n++ {
			_, size := utf8.DecodeRuneInString(text[at:])
			at += size
		}
		format := f
		run := Run{Text: text[:at], Format: &format}
		if look < len(looks) {
			looks[look](&run, &format)
		}
		in.Runs = append(in.Runs, run)
		if text = text[at:]; look == len(looks) {
			in.Runs = append(in.Runs, Run{Break: true})
		} else if look == len(looks)+1 {
			in.Runs = append(in.Runs, Run{Box: &Box{Width: em, Ascent: em}})
		}
	}
	return in
}

// told is the text that must come out again: all but spaces and what is never set.
func told(s string) string {
	return strings.Map(func(r rune) rune {
		if k := kindOf(r); k == isSpace || k == isNothing || k == isSoftHyphen || k == isZeroBreak || r == '\u3000' {
			return -1
		}
		return r
	}, s)
}

// checkLines looks for what no paragraph may do.
func checkLines(t *testing.T, in *Input, p *Paragraph) {
	t.Helper()
	var want, got strings.Builder
	for _, r := range in.Runs {
		want.WriteString(r.Text)
	}
	for i := range p.Lines {
		l := &p.Lines[i]
		for _, r := range l.Runs {
			if r.Tag == reading {
				continue
			}
			got.WriteString(r.Text)
			for _, g := range r.Glyphs {
				if int(g.Start) > len(r.Text) {
					t.Fatalf("line %d: a glyph stands for byte %d of %q", i+1, g.Start, r.Text)
				}
				if x := r.Origin.X + g.X; x < -4*em || x > max(l.Measure, l.X+l.Width)+4*em {
					t.Fatalf("line %d: %q stands at %v, measure %v", i+1, r.Text, x, l.Measure)
				}
			}
		}
		if over := l.X + l.Width - l.Measure - l.Overfull; over > em/100 && in.Align != Center && !in.Rules.Hanging && !in.Rules.Protrude {
			t.Fatalf("line %d is too long by %v and does not say so", i+1, over)
		}
	}
	if w, g := told(want.String()), told(got.String()); w != g {
		at := 0
		for at < min(len(w), len(g)) && w[at] == g[at] {
			at++
		}
		t.Fatalf("from byte %d the text is\n%.60q, not\n%.60q", at, g[at:], w[at:])
	}
}

// FuzzSet sets paragraphs of any text, as typed and as made by package babel, with any
// rules: nothing fails, nothing is lost, no line is too long without saying so.
func FuzzSet(f *testing.F) {
	for i, recipe := range babel.Seeds() {
		f.Add("", recipe, uint8(40), uint32(i)*2654435761)
		f.Add("安全", recipe, uint8(i), uint32(0))
	}
	base := *format(f, "zh-Hans")
	s := NewSetter()
	f.Fuzz(func(t *testing.T, text string, recipe []byte, measure uint8, choice uint32) {
		if text = strings.ToValidUTF8(text, "") + babel.Text(recipe); len(text) > 40_000 {
			return
		}
		in := fuzzed(base, text, recipe, measure, choice)
		endless := time.AfterFunc(time.Minute, func() { panic("a paragraph does not end: " + strconv.Quote(text)) })
		p := s.Set(in)
		endless.Stop()
		checkLines(t, in, p)
		s.Natural(in)
		if len(s.signs) > 1000 {
			clear(s.signs) // each run has a format of its own
		}
	})
}
