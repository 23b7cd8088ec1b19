package word

import (
	"strings"

	"safety365/bulletins"
)

// loss is something of a file that does not come into the Markdown: the code and the
// arguments of what is to be said.
type loss struct {
	code string
	args []string
}

// quiet are the losses that change nothing of what a text says.
var quiet = map[string]bool{"word-shape": true, "word-hidden": true, "word-edited": true, "word-tabs": true}

// maxTold is how many losses of one kind are told one by one.
const maxTold = 20

// lose notes what is lost where the text has come to.
func (r *reader) lose(as runIn, code string, args ...string) {
	as.text, as.picture, as.lost = "", "", &loss{code, args}
	r.add(as)
}

// tell says what of a paragraph is lost. Its place is told by the words of the paragraph,
// or by those before it.
func (s *scribe) tell(p *para) {
	if words := excerpt(p.text(false)); words != "" {
		s.around = words
	}
	for _, r := range p.runs {
		if r.lost != nil {
			s.lost(*r.lost)
		}
	}
}

func (s *scribe) lost(l loss) {
	if s.told[l.code]++; s.told[l.code] > maxTold {
		return
	}
	severity := bulletins.Warning
	if quiet[l.code] {
		severity = bulletins.Info
	}
	d := problem(severity, l.code, append([]string{"place", s.around}, l.args...)...)
	d.Range = bulletins.Range{Start: len(s.out), End: len(s.out)}
	s.found = append(s.found, d)
}

// tellMore says how many losses were not told one by one.
func (s *scribe) tellMore() {
	more := 0
	for _, n := range s.told {
		more += max(n-maxTold, 0)
	}
	if more > 0 {
		s.found = append(s.found, problem(bulletins.Warning, "word-more", "count", itoa(more)))
	}
}

// tellFurniture says what stands at the head and foot of pages, page numbers aside.
func (s *scribe) tellFurniture() {
	var said []string
	seen := map[string]bool{}
	for _, name := range []string{"headerReference", "footerReference"} {
		s.content.body.find(name, func(ref *element) {
			part := s.inside[ref.at("id")]
			if seen[part] {
				return
			}
			seen[part] = true
			root, bad := s.tree(part)
			if bad != nil {
				return
			}
			words := excerpt(textOf(root))
			if strings.Trim(words, " 0123456789—-–－·/第页共頁ofPageHalamandari") != "" && !seen[words] {
				seen[words] = true
				said = append(said, words)
			}
		})
	}
	if len(said) > 0 {
		s.found = append(s.found, problem(bulletins.Info, "word-furniture", "text", strings.Join(said, " | ")))
	}
}
