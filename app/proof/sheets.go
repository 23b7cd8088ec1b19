package proof

import (
	"sort"
	"strings"
	"unicode/utf8"

	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// Sheets are the pages of one state of a document. They are never changed and may be
// read from any goroutine.
type Sheets struct {
	Generation uint64 // as given to Submit
	Document   *bulletins.Document
	Pages      *layout.Pages
	// Diagnostics are all that is to be said about the document, in order of place:
	// what Parse, Compose and Layout found, and what is wrong with its theme.
	Diagnostics []bulletins.Diagnostic
	Theme       *themes.Theme
	Info        page.Info
}

// Offset returns the place in Document.Text of the character that stands at a point
// of a page, or nearest to it; false if nothing on the page comes from the text.
func (s *Sheets) Offset(number int, at page.Point) (int, bool) {
	spot, ok := s.Pages.At(number, at)
	if !ok {
		return 0, false
	}
	if spot.Text != "" {
		if offset, ok := s.stated(spot.Text); ok {
			return offset, true
		}
	}
	return s.offset(spot.Origin)
}

// Place returns where a place in Document.Text stands: its page, from 0, and the
// caret there. What is not printed stands where the nearest character of its block
// does, or else the end of the block before.
func (s *Sheets) Place(offset int) (number int, rect page.Rect, ok bool) {
	spot, ok := s.Spot(offset)
	return spot.Page, spot.Caret, ok
}

// Spot is Place with the whole line.
func (s *Sheets) Spot(offset int) (layout.Spot, bool) {
	doc := s.Document
	if meta := doc.Meta.Range; offset < meta.End && offset >= meta.Start {
		return s.printed(offset)
	}
	if spot, ok := s.inNote(offset); ok {
		return spot, true
	}
	block := sort.SearchInts(doc.Starts, offset+1) - 1
	if block >= 0 {
		if spot, ok := s.Pages.Find(layout.Origin{Block: int32(block), Offset: int32(offset - doc.Starts[block])}); ok {
			return spot, true
		}
	}
	for b := block - 1; b >= 0; b-- {
		if spot, ok := s.Pages.Find(layout.Origin{Block: int32(b), Offset: int32(len(doc.Blocks[b].Source))}); ok {
			return spot, true
		}
	}
	for b := max(block+1, 0); b < len(doc.Blocks); b++ {
		if spot, ok := s.Pages.Find(layout.Origin{Block: int32(b)}); ok {
			return spot, true
		}
	}
	return layout.Spot{}, false
}

// offset returns the place in Document.Text of an Origin.
func (s *Sheets) offset(o layout.Origin) (int, bool) {
	start := -1
	if _, label, ok := strings.Cut(o.Note, ":"); ok { // package kinds puts fn: before a note's label
		if at, ok := s.Document.NoteStarts[label]; ok {
			start = at
		}
	} else if o.Block >= 0 && int(o.Block) < len(s.Document.Starts) {
		start = s.Document.Starts[o.Block]
	}
	if start < 0 {
		return 0, false
	}
	return min(start+int(max(o.Offset, 0)), len(s.Document.Text)), true
}

// inNote finds a place in the definition of a note.
func (s *Sheets) inNote(offset int) (layout.Spot, bool) {
	best, near := "", -1
	for label, note := range s.Document.Notes {
		start := s.Document.NoteStarts[label]
		if offset < start || offset > start+len(note.Top.Source) {
			continue
		}
		for _, b := range note.Blocks {
			r := b.Source()
			away := max(start+r.Start-offset, offset-start-r.End, 0)
			// Before it stands only its label, [^label]:
			if away <= len(label)+len("[^]: ") && (near < 0 || away < near) {
				best, near = label, away
			}
		}
	}
	if near < 0 {
		return layout.Spot{}, false
	}
	return s.Pages.Find(layout.Origin{Block: -1, Note: "fn:" + best, Offset: int32(offset - s.Document.NoteStarts[best])})
}

// A value of the front matter is printed by the kind, which keeps no note of where.
// So it is found by its words, on the first and the last page.

// stated finds the value that a printed line comes from.
func (s *Sheets) stated(line string) (int, bool) {
	line = strings.TrimSpace(line)
	best, found := 0, false
	longest := 0
	s.values(func(v bulletins.Value) {
		common := line
		if !strings.Contains(v.Text, line) {
			if common = v.Text; !strings.Contains(line, v.Text) {
				return
			}
		}
		if n := len(common); n > longest && utf8.RuneCountInString(common) > 1 {
			longest, best, found = n, v.Range.Start, true
			if i := strings.Index(s.Document.Text[v.Range.Start:v.Range.End], common); i >= 0 {
				best += i
			}
		}
	})
	return best, found
}

// printed finds the line in which a value is printed.
func (s *Sheets) printed(offset int) (layout.Spot, bool) {
	var value string
	s.values(func(v bulletins.Value) {
		if offset >= v.Range.Start && offset <= v.Range.End {
			value = v.Text
		}
	})
	if utf8.RuneCountInString(value) < 2 {
		return layout.Spot{}, false
	}
	for _, number := range []int{0, s.Pages.Len() - 1} {
		if spot, ok := s.Pages.Seek(number, func(line string) bool {
			line = strings.TrimSpace(line)
			return strings.Contains(line, value) || utf8.RuneCountInString(line) > 1 && strings.Contains(value, line)
		}); ok {
			return spot, true
		}
	}
	return layout.Spot{}, false
}

// values calls f with each single value of the front matter.
func (s *Sheets) values(f func(bulletins.Value)) {
	var walk func(bulletins.Value)
	walk = func(v bulletins.Value) {
		for _, item := range v.List {
			walk(item)
		}
		for _, k := range v.Keys {
			walk(v.Map[k])
		}
		if v.List == nil && v.Map == nil && v.Text != "" && v.Range.End <= len(s.Document.Text) {
			f(v)
		}
	}
	for _, k := range s.Document.Meta.Keys {
		walk(s.Document.Meta.Values[k])
	}
}
