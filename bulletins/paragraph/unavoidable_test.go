package paragraph

import (
	"path/filepath"
	"testing"

	"safety365/bulletins/page"
)

// TestLooseUnavoidable: where a Chinese line has gaps above 1.10 em, no other breaks
// would give the paragraph lines without (case B13). It tries all of them, with no
// regard to cost.
func TestLooseUnavoidable(t *testing.T) {
	files, _ := filepath.Glob("../../assets/samples/*.zh-*.md")
	for _, above := range []string{"../../..", "../../../.."} { // the repository, or a worktree
		handed, _ := filepath.Glob(above + "/shared/reference/intake/expected-00[234].md")
		files = append(files, handed...)
	}
	loose, lines := 0, 0
	for _, file := range files {
		for _, s := range readParagraphs(t, file) {
			for _, measure := range []int{12, 20, 22, 28, 40} {
				in := input(t, s, measure)
				in.Hyphens, in.Indent = true, 2*em
				set := NewSetter()
				p := set.Set(in)
				for i, l := range p.Lines {
					lines++
					if l.Loose <= 100 && !l.Ragged {
						continue
					}
					loose++
					if filledWithin(set, 100) {
						t.Errorf("%s, measure %d: line %d of %q is loose by %d thousandths though it need not be", filepath.Base(file), measure, i+1, text(l), l.Loose)
					}
				}
			}
		}
	}
	t.Logf("%d of %d lines are loose and cannot but be", loose, lines)
}

// filledWithin reports whether the paragraph can be broken so that every line is filled
// with no gap stretched beyond limit and the last line is no lone character.
func filledWithin(s *Setter, limit int64) bool {
	b := &s.breaker
	n := len(s.atoms)
	type at struct{ atom, line, hyphens int }
	seen := map[at]bool{}
	todo := []at{{}}
	for len(todo) > 0 {
		from := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		room := s.in.width(from.line) - s.in.indent(from.line)
		for e := from.atom + 1; e <= n; e++ {
			forced := e == n || s.atoms[e].forced
			if !forced && s.gaps[e].cost < 0 {
				continue
			}
			slack := room - b.natural(from.atom, e)
			ok := slack >= 0 && forced && (e < n || from.line == 0 || !b.orphan(from.atom))
			if slack < 0 {
				_, ok = b.shrinkCost(from.atom, e, -slack)
				ok = ok && (e < n || !b.orphan(from.atom))
			} else if !forced {
				_, beyond := b.stretchCost(from.atom, e, slack)
				ok = beyond <= limit
			}
			next := at{e, min(from.line+1, 2), 0}
			if e < n && s.gaps[e].hyphen > 0 {
				next.hyphens = from.hyphens + 1
			}
			if ok && e == n {
				return true
			}
			if ok && next.hyphens <= maxHyphens && !seen[next] {
				seen[next] = true
				todo = append(todo, next)
			}
			if forced || slack < -room-page.Length(10)*em {
				break
			}
		}
	}
	return false
}
