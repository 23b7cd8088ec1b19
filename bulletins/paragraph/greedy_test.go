package paragraph

import (
	"os"
	"strings"
	"testing"

	"safety365/bulletins/page"
)

// greedy breaks a paragraph as most programs do, on the same atoms: into each line
// goes as much as fits, hyphenated words included. With squeeze a line may be
// compressed to take in more.
func greedy(s *Setter, squeeze bool) []span {
	b := &s.breaker
	b.s = s
	b.sum()
	var lines []span
	for from := 0; from < len(s.atoms); {
		room := s.in.width(len(lines)) - s.in.indent(len(lines))
		to := -1
		for e := from + 1; e <= len(s.atoms); e++ {
			forced := e == len(s.atoms) || s.atoms[e].forced
			if !forced && s.gaps[e].cost < 0 {
				continue
			}
			over := b.natural(from, e) - room
			fits := over <= 0
			if !fits && squeeze {
				_, fits = b.shrinkCost(from, e, over)
			}
			if fits || to < 0 {
				to = e
			}
			if forced || b.length[e]-b.length[from] > 2*room {
				break
			}
		}
		lines = append(lines, span{from: from, to: to})
		from = to
	}
	return lines
}

// score sums up how well paragraphs are broken.
type score struct {
	lines, hyphens, rows, loose, overfull int
	badness                               int64 // also of lines that would be set ragged
	widest                                int64 // word space, thousandths of a normal one
}

func (sc *score) add(s *Setter, lines []span) {
	b := &s.breaker
	row := 0
	for i, l := range lines {
		sc.lines++
		if l.to < len(s.gaps) && s.gaps[l.to].hyphen > 0 {
			sc.hyphens++
			if row++; row == 3 {
				sc.rows++
			}
		} else {
			row = 0
		}
		slack := s.in.width(i) - s.in.indent(i) - b.natural(l.from, l.to)
		var used int64
		switch {
		case slack < 0:
			ok := true
			if used, ok = b.shrinkCost(l.from, l.to, -slack); !ok {
				sc.overfull++
			}
		case l.to < len(s.atoms) && !s.atoms[l.to].forced:
			used, _ = b.stretchCost(l.from, l.to, slack)
			widest := int64(0)
			extra := newShares(b, l, slack)
			for g := l.from + 1; g < l.to; g++ {
				if gap := &s.gaps[g]; gap.stretchRank == stretchWord && gap.stretch > 0 {
					widest = max(widest, int64((gap.width+extra.next(gap)).MulDiv(1000, int64(gap.width))))
				} else {
					extra.next(gap)
				}
			}
			if sc.widest = max(sc.widest, widest); widest > 2200 {
				sc.loose++
			}
		}
		sc.badness += used * used
	}
}

// sampleText returns the paragraphs of running text of a sample.
func sampleText(t testing.TB, name string) []string {
	return readParagraphs(t, "../../assets/samples/"+name)
}

// readParagraphs returns those of a file.
func readParagraphs(t testing.TB, file string) []string {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	_, body, _ := strings.Cut(strings.TrimPrefix(string(data), "---\n"), "\n---\n")
	var out []string
	for part := range strings.SplitSeq(body, "\n\n") {
		if part = strings.TrimSpace(part); part != "" && !strings.ContainsAny(part[:1], "#|:!>-[") {
			out = append(out, strings.ReplaceAll(part, "\n", " "))
		}
	}
	return out
}

// comparisons are the texts and measures.
var comparisons = []struct {
	lang, file string
	measure    int64 // mm
}{
	{"en", "campaign-bulletin.en.md", 45}, {"en", "campaign-bulletin.en.md", 85},
	{"id", "meeting-report.id.md", 45}, {"id", "meeting-report.id.md", 85},
}

// breakers are ours and those that it is compared with.
var breakers = []struct {
	name  string
	lines func(*Setter) []span
}{
	{"ours", func(s *Setter) []span { lines, _ := s.breaker.lines(s); return lines }},
	{"greedy", func(s *Setter) []span { return greedy(s, false) }},
	{"squeezing", func(s *Setter) []span { return greedy(s, true) }},
}

func scoreOf(t testing.TB, texts []string, lang string, mm int64, lines func(*Setter) []span) score {
	s := NewSetter()
	f := format(t, lang)
	f.Size = 10*page.Pt + page.Pt/2
	var sc score
	for _, text := range texts {
		s.in = &Input{Runs: []Run{{Text: text, Format: f}}, Lang: lang, Rules: Rules{Autospace: 250, Protrude: true}, Measure: page.MM(mm * 1000), Indent: f.Size * 3 / 2, Hyphens: true}
		s.build(false)
		sc.add(s, lines(s))
	}
	return sc
}

// TestGreedy: breaking a paragraph as a whole gives fewer hyphens and less badness
// than filling line after line, and at 85 mm no word space above 2.2 normal ones. A
// greedy breaker that squeezes lines is shown beside it.
func TestGreedy(t *testing.T) {
	for _, c := range comparisons {
		texts := sampleText(t, c.file)
		scores := map[string]score{}
		for _, br := range breakers {
			sc := scoreOf(t, texts, c.lang, c.measure, br.lines)
			scores[br.name] = sc
			t.Logf("%s %d mm %-9s %+v", c.lang, c.measure, br.name, sc)
		}
		ours, theirs := scores["ours"], scores["greedy"]
		for _, promise := range []struct {
			what string
			kept bool
		}{
			{"badness", ours.badness < theirs.badness},
			{"hyphens", ours.hyphens < theirs.hyphens},
			{"widest", c.measure < 85 || ours.widest <= 2200},
			{"overfull", ours.overfull == 0},
		} {
			if !promise.kept {
				t.Errorf("%s %d mm: %s", c.lang, c.measure, promise.what)
			}
		}
	}
}

// BenchmarkGreedy prints both figures.
func BenchmarkGreedy(b *testing.B) {
	for _, c := range comparisons {
		texts := sampleText(b, c.file)
		for _, br := range breakers {
			b.Run(c.lang+"/"+page.Length(c.measure*int64(page.Pt)).Decimal(0)+"mm/"+br.name, func(b *testing.B) {
				var sc score
				for b.Loop() {
					sc = scoreOf(b, texts, c.lang, c.measure, br.lines)
				}
				b.ReportMetric(float64(sc.hyphens), "hyphens")
				b.ReportMetric(float64(sc.badness), "badness")
				b.ReportMetric(float64(sc.lines), "lines")
				b.ReportMetric(float64(sc.widest)/1000, "widest")
			})
		}
	}
}
