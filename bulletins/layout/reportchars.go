package layout

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"safety365/bulletins/page"
)

// borrowing is a character of one face in place of another.
type borrowing struct {
	char         rune
	wanted, used string
}

// instance is a character that is not in the face wanted, with all its places.
type instance struct {
	CharTotal
	order int // in which it was met
}

// Fallback goes into [Options].
func (r *Report) Fallback(f Fallback) {
	key := borrowing{f.Char, f.Wanted, f.Used}
	in := r.borrowed[key]
	if in == nil {
		in = &instance{CharTotal{Char: f.Char, Wanted: f.Wanted, Used: f.Used, Source: page.Source{Block: f.Block, Offset: f.Offset}}, r.seen}
		r.seen++
		r.borrowed[key] = in
		r.wanted[in.block()] = append(r.wanted[in.block()], in)
	}
	in.Count++
}

// chars finds the missing glyphs of a page, and the places of fallbacks that have
// been told of.
func (r *Report) chars(p *page.Page, rows []int) {
	line := 0
	for i, it := range p.Items {
		run, _ := runIn(it)
		if run == nil {
			continue
		}
		for line < len(p.Lines) && i >= p.Lines[line].First+p.Lines[line].N {
			line++
		}
		row := 0
		if line < len(p.Lines) && i >= p.Lines[line].First {
			row = rows[line]
		}
		for k := range run.Glyphs {
			if run.Glyphs[k].ID == 0 && run.Cluster(k) != "" {
				r.miss(run, k, row)
			}
		}
		if len(r.wanted) > 0 {
			r.place(run, run.Source.Block, row)
			if run.Source.Block >= 0 {
				r.place(run, -1, row)
			}
		}
	}
}

// place finds those of a block's fallbacks that a run shows.
func (r *Report) place(run *page.GlyphRun, block int32, row int) {
	if len(r.wanted[block]) == 0 {
		return
	}
	rest := slices.DeleteFunc(r.wanted[block], func(in *instance) bool {
		if !in.stands(run) {
			return false
		}
		in.Page, in.Row = r.number, row
		return true
	})
	if r.wanted[block] = rest; len(rest) == 0 {
		delete(r.wanted, block)
	}
}

func (r *Report) miss(run *page.GlyphRun, k, row int) {
	at := int(run.Glyphs[k].Start)
	char, _ := utf8.DecodeRuneInString(run.Text[at:])
	in := r.absent[char]
	if in == nil {
		in = &instance{CharTotal{Char: char, Used: run.Face.Name(), Source: run.Source, Page: r.number, Row: row}, r.seen}
		if in.Source.Offset >= 0 {
			in.Source.Offset += int32(at)
		}
		r.seen++
		r.absent[char] = in
	}
	in.Count++
}

// block returns the block of an instance; -1: it is not from the text.
func (in *instance) block() int32 {
	if in.Source.Offset < 0 {
		return -1
	}
	return in.Source.Block
}

// stands reports whether a run shows the character.
func (in *instance) stands(run *page.GlyphRun) bool {
	if run.Face.Name() != in.Used {
		return false
	}
	if in.block() < 0 {
		return strings.ContainsRune(run.Text, in.Char)
	}
	at := in.Source.Offset - run.Source.Offset
	return run.Source.Block == in.Source.Block && run.Source.Offset >= 0 && at >= 0 && int(at) < len(run.Text) && strings.HasPrefix(run.Text[at:], string(in.Char))
}

func totalsOf[K comparable](m map[K]*instance) []CharTotal {
	list := slices.SortedFunc(maps.Values(m), func(a, b *instance) int { return cmp.Compare(a.order, b.order) })
	out := make([]CharTotal, len(list))
	for i, in := range list {
		out[i] = in.CharTotal
	}
	return out
}
