package proof

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"safety365/app/press"
	"safety365/bulletins"
	"safety365/bulletins/layout"
)

// collect gathers all that is to be said about the document.
func (s *Sheets) collect(composed []bulletins.Diagnostic, theme []press.Finding) {
	problems := s.Pages.Problems()
	all := make([]bulletins.Diagnostic, 0, len(s.Document.Diagnostics)+len(composed)+len(theme)+len(problems))
	all = append(append(all, s.Document.Diagnostics...), composed...)
	for i := range theme {
		all = append(all, s.ofTheme(&theme[i]))
	}
	for _, p := range problems {
		all = append(all, s.ofLayout(p))
	}
	slices.SortStableFunc(all, func(a, b bulletins.Diagnostic) int { return cmp.Compare(a.Range.Start, b.Range.Start) })
	s.Diagnostics = all
}

// ofTheme places what is wrong with a theme. A fault in its file has no place in the
// document but where that is named; the arguments file and line say where it is.
func (s *Sheets) ofTheme(f *press.Finding) bulletins.Diagnostic {
	d := f.Diagnostic
	if f.Inside() {
		return d
	}
	d.Range = s.Document.Meta.Values["theme"].Range
	d.Args = maps.Clone(d.Args)
	if d.Args == nil {
		d.Args = map[string]string{}
	}
	d.Args["file"], d.Args["line"] = f.File, strconv.Itoa(f.Line)
	return d
}

// ofLayout places what layout found: a character, or the beginning of a line.
func (s *Sheets) ofLayout(p layout.Problem) bulletins.Diagnostic {
	d := press.DiagnosticOf(s.Document, p)
	at, ok := s.offset(layout.Origin{Block: p.Block, Note: p.Note, Offset: p.Offset})
	if !ok {
		return d
	}
	text := p.Args["char"]
	if text == "" {
		text = strings.TrimSuffix(p.Args["text"], "…")
	}
	// The excerpt goes over the marks between its pieces: at least what stands in the
	// source as it is is pointed at.
	end := at
	for _, c := range text {
		if !strings.HasPrefix(s.Document.Text[end:], string(c)) {
			break
		}
		end += len(string(c))
	}
	d.Range = bulletins.Range{Start: at, End: end}
	return d
}
