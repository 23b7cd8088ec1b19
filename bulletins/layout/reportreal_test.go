package layout_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"safety365/bulletins"
	"safety365/bulletins/kinds"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// realTexts are the samples, and the Chinese documents that were handed in, if they
// are there.
func realTexts(t *testing.T) []string {
	files, _ := filepath.Glob("../../assets/samples/*.md")
	if len(files) == 0 {
		t.Fatal("no samples")
	}
	handed, _ := filepath.Glob("../../../shared/reference/intake/expected-00[234].md")
	if len(handed) == 0 { // in a worktree
		handed, _ = filepath.Glob("../../../../shared/reference/intake/expected-00[234].md")
	}
	if len(handed) == 0 {
		t.Log("../shared/reference/intake is not there: only the samples are looked at")
	}
	return append(files, handed...)
}

// composed is a document on its way to its pages.
type composed struct {
	doc  *bulletins.Document
	flow *layout.Flow
}

func compose(t testing.TB, file string, sets ...string) composed {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	folder, err := bulletins.OpenFolder(filepath.Dir(file))
	if err != nil {
		t.Fatal(err)
	}
	defer folder.Close()
	doc := bulletins.Parse(filepath.Base(file), string(text), kinds.Schema())
	name := "plain"
	if strings.HasPrefix(doc.Lang, "zh") {
		name = "bulletin"
	}
	theme, problems := themes.Load(name, themes.Options{Language: doc.Lang, Settings: themes.SettingsOf(doc), Sets: themes.Sets(sets)})
	for _, p := range problems {
		t.Fatal(p)
	}
	flow, _ := kinds.NewComposer().Compose(doc, theme, folder, kinds.Options{Draft: true})
	return composed{doc, flow}
}

// report lays a document out and reports on it; every page is shown to see.
func (c composed) report(t testing.TB, found func(layout.Finding), see func(*page.Page)) *layout.Totals {
	t.Helper()
	r := layout.NewReport(c.flow.Theme, found)
	_, _, err := layout.Build(context.Background(), c.flow, layout.Options{Fallback: r.Fallback}, func(p *page.Page) error {
		r.Add(p)
		see(p)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return r.Finish()
}

// place writes where a finding is in the text and on paper.
func (c composed) place(f layout.Finding) string {
	s := c.doc.Name
	if f.Source.Block >= 0 && f.Source.Offset >= 0 {
		at := c.doc.Position(c.doc.Starts[f.Source.Block] + int(f.Source.Offset))
		s = fmt.Sprintf("%s:%d:%d", s, at.Line, at.Column)
	}
	return fmt.Sprintf("%s page %d row %d", s, f.Page, f.Row)
}

// TestMeasures sets the real texts at several measures: every line that is to be
// filled is as long as its measure, and no paragraph ends in a lone character (case
// B13). The lines that the report finds fault with are printed.
func TestMeasures(t *testing.T) {
	for _, file := range realTexts(t) {
		for _, measure := range []string{"20em", "22em", "28em", "40em"} {
			t.Run(strings.TrimSuffix(filepath.Base(file), ".md")+" "+measure, func(t *testing.T) {
				c := compose(t, file, "typeset.measure="+measure, "typeset.grid=off")
				m := &measurer{t: t, c: c}
				totals := c.report(t, func(f layout.Finding) {
					switch cell := strings.HasPrefix(f.Role, "table"); {
					case f.Fault == layout.Overfull, f.Fault == layout.Orphan && !cell: // （条） below the rest of its head is all right
						t.Errorf("%s: %s %v %s: %s", c.place(f), f.Fault, f.Value, f.Unit, f.Text)
					default:
						t.Logf("%s: %s %v %s: %s", c.place(f), f.Fault, f.Value, f.Unit, f.Text)
					}
				}, m.see)
				m.flush()
				t.Logf("lines %d, looked at %d; loose %d (%v ‰), tight %d, ragged %d, emergency %d; widest gap +%v em, widest space %v; hyphens %d; badness %d, %v a line",
					totals.Lines, m.checked, totals.Count[layout.Loose], totals.Share(layout.Loose), totals.Count[layout.Tight], totals.Count[layout.Ragged], totals.Count[layout.Emergency],
					totals.WidestGap, totals.WidestSpace, totals.Hyphens, totals.Badness, totals.Mean())
				if m.checked == 0 {
					t.Error("no line was looked at")
				}
			})
		}
	}
}

// measurer checks that lines fill their measures.
type measurer struct {
	t       *testing.T
	c       composed
	rows    []measured // of the page before and of this, in order
	checked int
}

type measured struct {
	page.Line
	number     int
	from, to   page.Source // of its text
	em         page.Length
	last       rune
	lastWidth  page.Length
	first      rune
	firstWidth page.Length
	vertical   bool // of a frame: X is where it begins down the page
}

func (m *measurer) see(p *page.Page) {
	for i := range p.Lines {
		l := measured{Line: p.Lines[i], number: p.Number, from: page.Source{Block: -1, Offset: -1}}
		l.to = l.from
		if _, turned := p.Items[l.First].(*page.Group); turned || firstRun(p.Items[l.First]).Vertical {
			l.vertical, l.X, l.Baseline = true, l.Baseline, l.X
		}
		eachRun(p.Items[l.First:l.First+l.N], page.Matrix{}, func(r *page.GlyphRun, _ page.Matrix) {
			if !l.vertical && r.Origin.Y != l.Baseline {
				return
			}
			l.em = max(l.em, r.Size)
			if r.Source.Offset >= 0 {
				if l.from.Offset < 0 {
					l.from = r.Source
				}
				l.to = r.Source
				l.to.Offset += int32(len(r.Text))
			}
			for _, g := range r.Glyphs {
				char, _ := utf8.DecodeRuneInString(r.Text[g.Start:])
				if char == ' ' {
					continue
				}
				if l.first == 0 {
					l.first, l.firstWidth = char, g.Advance
				}
				l.last, l.lastWidth = char, g.Advance
			}
		})
		m.rows = append(m.rows, l)
	}
}

// flush looks at all lines.
func (m *measurer) flush() {
	paragraphs := map[int][]int{}
	for i := range m.rows {
		n := m.rows[i].Paragraph
		paragraphs[n] = append(paragraphs[n], i)
	}
	for _, lines := range paragraphs {
		for k, i := range lines {
			l := &m.rows[i]
			if m.c.flow.Theme.Style(l.Role).Align != themes.Justify || strings.HasPrefix(l.Role, "table") {
				continue
			}
			if l.vertical && !strings.HasPrefix(m.c.doc.Lang, "zh") {
				continue // not stretched
			}
			// Where the text begins at the left: as in another line of this column that
			// has no indent.
			left, ok := page.Length(0), false
			for at, other := range lines {
				if o := &m.rows[other]; at > 0 && o.number == l.number && o.X-l.X < l.Measure/2 && l.X-o.X < l.Measure/2 {
					left, ok = o.X+m.start(o), true
				}
			}
			if !ok {
				continue
			}
			over := l.X + l.Width - m.end(l) - left - l.Measure
			last := k+1 == len(lines)
			if over > l.em/100 && !l.Emergency {
				m.t.Errorf("%s is too long by %v", m.where(l), over)
			}
			if over < -l.em/100 && !last && !l.Ragged && !l.Emergency && !m.forced(l, &m.rows[lines[k+1]]) {
				m.t.Errorf("%s is too short by %v", m.where(l), -over)
			}
			m.checked++
		}
	}
}

// start and end return how much of a line of words stands in the margin (after
// package paragraph, margin.go).
func (m *measurer) start(l *measured) page.Length {
	if strings.HasPrefix(m.c.doc.Lang, "zh") {
		return 0
	}
	return l.firstWidth * map[rune]page.Length{'“': 50, '‘': 60, '"': 50, '\'': 60, '(': 10}[l.first] / 100
}

func (m *measurer) end(l *measured) page.Length {
	if strings.HasPrefix(m.c.doc.Lang, "zh") {
		return 0
	}
	return l.lastWidth * map[rune]page.Length{'\u00AD': 50, '.': 70, ',': 70, ';': 30, ':': 30, '!': 20, '?': 10, '-': 50, '–': 30, '—': 20, '”': 50, '’': 60, '"': 50, '\'': 60, ')': 20}[l.last] / 100
}

// forced reports whether the text breaks the line itself.
func (m *measurer) forced(l, next *measured) bool {
	if l.to.Offset < 0 || next.from.Offset < 0 || l.to.Block != next.from.Block || l.to.Offset > next.from.Offset {
		return false
	}
	start := m.c.doc.Starts[l.to.Block]
	between := m.c.doc.Text[start+int(l.to.Offset) : start+int(next.from.Offset)]
	return strings.Contains(between, "<br") || strings.Contains(between, "\\\n") || strings.Contains(between, "  \n")
}

func (m *measurer) where(l *measured) string {
	s := fmt.Sprintf("%s page %d, %s", m.c.doc.Name, l.number+1, l.Role)
	if l.from.Offset >= 0 {
		at := m.c.doc.Position(m.c.doc.Starts[l.from.Block] + int(l.from.Offset))
		s += fmt.Sprintf(", %d:%d", at.Line, at.Column)
	}
	return s
}
