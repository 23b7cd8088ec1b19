package kinds

import (
	"safety365/bulletins"
	"safety365/bulletins/formula"
	"safety365/bulletins/layout"
	"safety365/themes"
)

// scripts are the roles of the indices of formulas.
var scripts = map[rune]string{'^': "sup", '_': "sub"}

// formula adds the pieces of a formula. What was found amiss in it, the parser has
// reported.
func (w *inliner) formula(s *bulletins.Span, r run) {
	of := &layout.Formula{Source: s.Text}
	pieces, _ := formula.Parse(s.Text)
	for _, p := range pieces {
		look := r
		for _, script := range p.Scripts {
			look.style = w.styles.mark(scripts[script], look.style)
		}
		if p.Look == formula.Bold {
			look.style = w.styles.mark("strong", look.style)
		}
		if italic := p.Look == formula.Italic; look.style.Italic != italic {
			look.style = w.styles.derive("formula", look.style, func(own *themes.Style) { own.Italic = italic })
		}
		w.add(layout.Inline{Text: p.Text, Source: int32(s.Start + len("$") + p.At), Formula: of, Space: p.Space}, look)
	}
}
