package word

import (
	"regexp"
	"slices"
	"strings"

	"safety365/bulletins"
)

// cellOf is where a paragraph of a copy stands in a table.
type cellOf struct {
	*rowOf
	column int
}

// rowOf is a row of a table of a copy.
type rowOf struct {
	table *tableIn
	index int
	cells [][]*para
	whole bool // no cell covers others
}

// locate notes where in tables the paragraphs of a copy stand.
func (k *comparer) locate(items []item, in cellOf) {
	for _, it := range items {
		if it.para != nil {
			k.cells[it.para] = in
			if in.rowOf != nil {
				in.cells[in.column] = append(in.cells[in.column], it.para)
			}
			continue
		}
		for i, row := range it.table.rows {
			r := &rowOf{table: it.table, index: i, cells: make([][]*para, len(row)), whole: true}
			k.tables[it.table] = append(k.tables[it.table], r)
			for column, c := range row {
				r.whole = r.whole && c.span == 1 && !c.down
				k.locate(c.items, cellOf{r, column})
			}
		}
	}
}

// tableLine is a row of a table in Markdown, ruleLine the one below its head.
var (
	tableLine = regexp.MustCompile(`^[ \t>]*\|`)
	ruleLine  = regexp.MustCompile(`^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-*:?[ \t]*)*$`)
)

// rowAt is the row of a table that a paragraph stands in.
func (k *comparer) rowAt(o *paragraph) (bulletins.Range, bool) {
	if !o.cell || o.note != "" {
		return bulletins.Range{}, false
	}
	at, ok := k.lines(o)
	return at, ok && tableLine.MatchString(k.doc.Text[at.Start:at.End])
}

// isHead reports whether a row is the head of its table.
func (k *comparer) isHead(at bulletins.Range) bool { return ruleLine.MatchString(k.lineBelow(at.End)) }

// lineBelow is the line below the one that ends at a place.
func (k *comparer) lineBelow(end int) string {
	if end >= len(k.doc.Text) {
		return ""
	}
	line, _, _ := strings.Cut(k.doc.Text[end+1:], "\n")
	return line
}

// rows proposes the rows that a reviewer put into tables and took out of them. It says
// which paragraphs of the copy are done with; of ours, the rows are in taken.
func (k *comparer) rows(pairs map[int]int, theirs []*para, done, taken map[int]bool) {
	seen := map[*rowOf]bool{}
	places := map[*para]int{}
	for j, p := range theirs {
		places[p] = j
	}
	for _, p := range theirs {
		c := k.cells[p]
		if c.rowOf == nil || seen[c.rowOf] {
			continue
		}
		seen[c.rowOf] = true
		all := slices.Concat(c.cells...)
		fresh, out := true, true
		text := ""
		for _, q := range all {
			j, here := places[q]
			_, paired := pairs[j]
			_, _, own := base(q)
			fresh = fresh && here && !paired && !own
			out = out && (q.allDeleted() || q.text(false)+q.text(true) == "")
			text += q.text(true) + q.text(false)
		}
		if strings.TrimSpace(text) == "" {
			continue
		}
		switch {
		case fresh && k.newRow(c.rowOf, pairs, places), out && k.rowOut(all, pairs, places, taken):
			for _, q := range all {
				k.remarksOf(q, len(k.out)-1)
				done[places[q]] = true
			}
		}
	}
}

// newRow proposes a row below the one above it.
func (k *comparer) newRow(r *rowOf, pairs map[int]int, places map[*para]int) bool {
	var above, near *paragraph
	counted := false
	for i := r.index - 1; i >= 0 && above == nil; i-- {
		for column, cell := range k.tables[r.table][i].cells {
			for _, p := range cell {
				n, ok := pairs[places[p]]
				if !ok {
					continue
				}
				near = &k.ours[n]
				if _, is := k.rowAt(near); is {
					above = near
				} else if column == 0 {
					counted = true // a number that the program writes
				}
			}
		}
	}
	var cells, shown []string
	q := Proposal{Kind: Insert}
	for _, cell := range r.cells {
		var lines []string
		for _, p := range cell {
			lines = append(lines, strings.TrimSpace(p.text(true)))
			for _, run := range p.runs {
				if run.change != nil && !run.change.deleted {
					q.Author, q.Date, q.Tracked = run.change.author, run.change.date, true
				}
			}
		}
		text := strings.Join(lines, "\n")
		cells, shown = append(cells, typed(text, false, true)), append(shown, text)
	}
	q.After = strings.Join(shown, " | ")
	q.Around = excerpt(q.After)
	if above == nil {
		if near != nil { // what the program makes a table of
			q.Range, q.Conflict = k.near(near), "word-conflict-place"
			k.out = append(k.out, q)
		}
		return near != nil
	}
	at, _ := k.rowAt(above)
	columns := cellCount(k.doc.Text[at.Start:at.End])
	prefix := k.doc.Text[at.Start : at.Start+strings.IndexByte(k.doc.Text[at.Start:at.End], '|')]
	if k.isHead(at) {
		at.End += 1 + len(k.lineBelow(at.End))
	}
	q.Range = bulletins.Range{Start: at.End, End: at.End}
	if counted && len(cells) == columns+1 {
		cells = cells[1:]
	}
	if len(cells) == columns && r.whole {
		q.Edit = &bulletins.Fix{Range: q.Range, Text: "\n" + prefix + "| " + strings.Join(cells, " | ") + " |"}
	} else {
		q.Conflict = "word-conflict-place"
	}
	k.out = append(k.out, q)
	return true
}

// cellCount is how many cells a line of Markdown has.
func cellCount(line string) int {
	line = strings.TrimSpace(strings.ReplaceAll(line, `\|`, ""))
	line = strings.TrimLeft(line, "> \t")
	return strings.Count(strings.TrimSuffix(strings.TrimPrefix(line, "|"), "|"), "|") + 1
}

// rowOut proposes that a row go whose words a reviewer has taken out with tracking.
func (k *comparer) rowOut(all []*para, pairs map[int]int, places map[*para]int, taken map[int]bool) bool {
	q := Proposal{Kind: Delete, Tracked: true}
	var at bulletins.Range
	var row []int
	for _, p := range all {
		i, ok := pairs[places[p]]
		if !ok || hashOf(k.ours[i].text) != hashOf(p.text(false)) {
			continue
		}
		row = append(row, i)
		if here, is := k.rowAt(&k.ours[i]); is {
			at = here
		}
		for _, r := range p.runs {
			q.Author, q.Date = r.change.author, r.change.date
		}
	}
	if len(row) == 0 || !k.wholeRow(q, at, func(i int) bool { return slices.Contains(row, i) }) {
		return false
	}
	for _, i := range row {
		taken[i] = true
	}
	return true
}

// wholeRow proposes that the row at a place go, if all its cells that have words do.
func (k *comparer) wholeRow(q Proposal, at bulletins.Range, gone func(i int) bool) bool {
	if at.End == 0 || k.isHead(at) {
		return false
	}
	var shown []string
	for i := range k.ours {
		o := &k.ours[i]
		if here, ok := k.rowAt(o); !ok || here != at || o.text == "" {
			continue
		}
		if !gone(i) {
			return false
		}
		shown = append(shown, o.text)
	}
	if len(shown) == 0 {
		return false
	}
	if at.End < len(k.doc.Text) {
		at.End++ // the line end goes too
	}
	q.Before, q.Range, q.Edit = strings.Join(shown, " | "), at, &bulletins.Fix{Range: at}
	q.Around = excerpt(q.Before)
	k.out = append(k.out, q)
	return true
}
