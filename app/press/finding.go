package press

import (
	"cmp"
	"slices"

	"safety365/bulletins"
)

// Finding is something to say about a document, with its place.
type Finding struct {
	bulletins.Diagnostic        // its Range is in the document's text; {-1, -1}: it is about another file
	File                 string // the document, a theme's file, or the option that is meant
	Line, Column         int    // from 1; 0: an option, which has no place
	EndLine              int    // if it is another line
	Text                 string // the message, if it is not in the catalogue
}

// nowhere is the range of a finding about another file.
var nowhere = bulletins.Range{Start: -1, End: -1}

// Inside reports whether the finding is about the document's own text, at its Range.
func (f *Finding) Inside() bool { return f.Range.Start >= 0 }

// FindingOf places a Diagnostic.
func FindingOf(doc *bulletins.Document, d bulletins.Diagnostic) Finding {
	at, end := doc.Position(d.Range.Start), doc.Position(max(d.Range.Start, d.Range.End))
	f := Finding{Diagnostic: d, File: doc.Name, Line: at.Line, Column: at.Column}
	// A range that ends behind a line break ends on the line before.
	if end.Column == 1 && end.Line > at.Line {
		end.Line--
	}
	if end.Line > at.Line {
		f.EndLine = end.Line
	}
	return f
}

// SortFindings orders by place, each file's together in order of appearance.
func SortFindings(list []Finding) {
	files := map[string]int{}
	for _, f := range list {
		if _, ok := files[f.File]; !ok {
			files[f.File] = len(files)
		}
	}
	slices.SortStableFunc(list, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(files[a.File], files[b.File]), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
}

// HasErrors reports whether anything stops a final document.
func HasErrors(list []Finding) bool {
	return slices.ContainsFunc(list, func(f Finding) bool { return f.Severity == bulletins.Error })
}
