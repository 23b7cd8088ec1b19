package word

import (
	"context"
	"io"
	"maps"
	"slices"
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/layout"
)

// Compare says what a reviewer did to a copy of a document that [Write] wrote from flow:
// tracked changes and comments, and what was changed without tracking, found by
// comparison. Proposals stand in the order of the document; those with an Edit can be
// made by [Apply]. What the document's own front matter says, and paragraphs that were
// changed in the document as well, are shown as conflicts and have no Edit until they are
// [Proposal.Answered].
func Compare(ctx context.Context, doc *bulletins.Document, flow *layout.Flow, r io.ReaderAt, size int64, name string) ([]Proposal, []bulletins.Diagnostic) {
	w := compose(ctx, flow)
	if w.err != nil {
		return nil, []bulletins.Diagnostic{problem(bulletins.Error, "word-broken", "name", name, "reason", w.err.Error())}
	}
	c, bad := openContainer(r, size, name)
	if bad != nil {
		return nil, []bulletins.Diagnostic{bad.Diagnostic}
	}
	t, bad := readContent(c)
	if bad != nil {
		return nil, []bulletins.Diagnostic{bad.Diagnostic}
	}
	k := &comparer{
		doc: doc, content: t, ours: w.written, remarks: map[string]int{}, numbers: map[int]bool{},
		joints: map[*para]change{}, cells: map[*para]cellOf{}, tables: map[*tableIn][]*rowOf{}, bases: c.readBases(), own: w.asWritten(), placed: map[*paragraph]cellOf{},
	}
	var body, notes []int
	for i := range w.written {
		if w.written[i].text == "" {
			continue
		}
		if w.written[i].note != "" {
			notes = append(notes, i)
		} else {
			body = append(body, i)
		}
	}
	k.locate(t.items, cellOf{})
	theirs := k.paragraphs(t.items, false)
	theirNotes := k.theirNotes(theirs)
	k.sameScript(slices.Concat(theirs, theirNotes), name)
	k.countMarks(slices.Concat(theirs, theirNotes))
	theirs, theirNotes = k.parted(theirs), k.parted(theirNotes)
	pairs := k.match(body, theirs)
	if k.isOther(pairs, theirs) {
		return nil, []bulletins.Diagnostic{problem(bulletins.Error, "word-other", "name", name)}
	}
	k.compare(body, theirs, pairs)
	k.compare(notes, theirNotes, k.match(notes, theirNotes))
	k.restOfRemarks()
	k.keepMoved()
	found := t.found
	if !k.marked {
		found = append(found, problem(bulletins.Warning, "word-not-ours", "name", name))
	}
	slices.SortStableFunc(k.out, func(a, b Proposal) int { return a.Range.Start - b.Range.Start })
	return k.out, found
}

// Edits are the changes that are accepted, in order, as edits of the document's text. Of
// two that overlap the first is made.
func Edits(list []Proposal, accepted func(i int) bool) []bulletins.Fix {
	var all []bulletins.Fix
	for i := range list {
		if list[i].Edit != nil && accepted(i) {
			all = append(all, *list[i].Edit)
		}
	}
	slices.SortStableFunc(all, func(a, b bulletins.Fix) int { return a.Range.Start - b.Range.Start })
	at := 0
	return slices.DeleteFunc(all, func(e bulletins.Fix) bool {
		over := e.Range.Start < at
		at = max(at, e.Range.End)
		return over
	})
}

// Apply makes the changes of a text that are accepted, as [Edits] says.
func Apply(text string, list []Proposal, accepted func(i int) bool) string {
	var b strings.Builder
	at := 0
	for _, e := range Edits(list, accepted) {
		b.WriteString(text[at:e.Range.Start] + e.Text)
		at = e.Range.End
	}
	return b.String() + text[at:]
}

// comparer compares the paragraphs of a document with those of a reviewed copy.
type comparer struct {
	*content
	doc     *bulletins.Document
	ours    []paragraph
	out     []Proposal
	remarks map[string]int   // proposals of comments
	marked  bool             // the copy bears our marks
	numbers map[int]bool     // of the marks that it has
	joints  map[*para]change // ends of paragraphs that were taken out
	cells   map[*para]cellOf
	tables  map[*tableIn][]*rowOf
	placed  map[*paragraph]cellOf // where ours stand in tables of the copy
	count   int                   // of paragraphs when it was written; 0: unknown
	own     map[int]*para         // ours as they would be read, by their numbers now
	bases   map[string]bool       // short hashes of paragraphs when the copy was written; nil: unknown
}

// paragraphs lists the paragraphs of a copy in order.
func (k *comparer) paragraphs(items []item, note bool) []*para {
	var out []*para
	for _, it := range items {
		if it.para != nil {
			if !it.para.contents {
				it.para.runs = slices.DeleteFunc(it.para.runs, func(r runIn) bool { return r.counted })
				out = append(out, it.para)
			}
			continue
		}
		for _, row := range it.table.rows {
			for _, c := range row {
				out = append(out, k.paragraphs(c.items, note)...)
			}
		}
	}
	return out
}

// theirNotes lists the paragraphs of the notes that paragraphs refer to.
func (k *comparer) theirNotes(list []*para) []*para {
	var out []*para
	seen := map[string]bool{}
	for _, p := range list {
		for _, r := range p.runs {
			n := k.notes[r.note]
			if n == nil || seen[r.note] {
				continue
			}
			seen[r.note] = true
			inner := k.paragraphs(k.blocks(n, true), true)
			if len(inner) > 0 { // a space parts a note from its mark
				text := inner[0].text(false)
				inner[0].cut(len(text) - len(strings.TrimLeft(text, " \t")))
			}
			out = append(out, inner...)
		}
	}
	return out
}

// compare compares paragraphs of ours, by their indices, with those of a copy that they
// are paired with.
func (k *comparer) compare(ours []int, theirs []*para, pairs map[int]int) {
	done := k.rejoined(pairs, theirs)
	moved := k.moved(pairs, theirs)
	taken, known, paired := map[int]bool{}, map[int]int{}, map[int]bool{}
	for j, i := range pairs {
		paired[i], k.placed[&k.ours[i]] = true, k.cells[theirs[j]]
		if n, _, ok := base(theirs[j]); ok {
			known[i] = n
		}
	}
	k.rows(pairs, theirs, done, taken)
	above := -1 // the paragraph of ours above
	for j, p := range theirs {
		i, ok := pairs[j]
		switch {
		case done[j]:
			if ok {
				above = i
			}
		case ok && moved[j]:
			taken[i] = true
			k.gone(&k.ours[i], change{}, false)
			p.marks, p.starts = nil, nil
			k.added(p, above, k.next(pairs, moved, j, len(theirs)))
		case ok:
			taken[i] = true
			above = i
			k.pair(&k.ours[i], p)
			if c, is := k.joints[p]; is && j+1 < len(theirs) {
				if next, has := pairs[j+1]; has {
					k.join(&k.ours[i], &k.ours[next], c)
				}
			}
		case p.text(true)+p.text(false) == "":
			k.remarksOf(p, len(k.out))
		case !paired[above+1] && k.home(p, above+1):
			above++
			taken[above] = true
			k.remarksOf(p, len(k.out))
		default:
			k.added(p, above, k.next(pairs, moved, j, len(theirs)))
		}
	}
	k.missing(ours, known, taken)
}

// next is the paragraph of ours below a place in a copy, or -1.
func (k *comparer) next(pairs map[int]int, moved map[int]bool, j, count int) int {
	for j++; j < count; j++ {
		if i, ok := pairs[j]; ok && !moved[j] {
			return i
		}
	}
	return -1
}

// missing proposes that those of ours go that a copy no longer has: whole rows of tables,
// and paragraphs.
func (k *comparer) missing(ours []int, known map[int]int, taken map[int]bool) {
	gone := map[int]bool{}
	for _, i := range ours {
		gone[i] = !taken[i] && k.was(known, taken, i)
	}
	for _, i := range ours {
		if !gone[i] {
			continue
		}
		if at, ok := k.rowAt(&k.ours[i]); ok && k.wholeRow(Proposal{Kind: Delete}, at, func(i int) bool { return gone[i] }) {
			for other := range k.ours {
				if here, ok := k.rowAt(&k.ours[other]); ok && here == at {
					k.passRow(gone, other)
				}
			}
		}
	}
	for _, i := range ours {
		switch o := &k.ours[i]; {
		case gone[i] && k.marked && k.bases != nil && !k.bases[shortHash(o.text)]: // we changed it since
			k.meet(o, &para{}, false)
		case gone[i]:
			k.gone(o, change{}, false)
		}
	}
}

// passRow is done with a cell of a row that goes, and with those beside it whose words do
// not stand in the text as they are.
func (k *comparer) passRow(gone map[int]bool, i int) {
	delete(gone, i)
	for _, step := range []int{-1, 1} {
		for at := i + step; at >= 0 && at < len(k.ours); at += step {
			o := &k.ours[at]
			if _, row := k.rowAt(o); row || !o.cell || o.top != k.ours[i].top || o.text != "" && !gone[at] {
				break
			}
			delete(gone, at)
		}
	}
}

// pair compares a paragraph with what became of it.
func (k *comparer) pair(o *paragraph, p *para) {
	was := p.text(false) // before the tracked changes
	if made, ok := taken(o.text, p); ok && was != o.text {
		k.tracked(o, p, made, nil, false)
		return
	}
	_, hash, marked := base(p)
	changed := k.marked && marked && hash != hashOf(o.text) && was != o.text // in the document
	switch kept := hash == hashOf(was); {
	case changed && !(kept && p.text(true) == was):
		k.meet(o, p, kept)
	case p.deleted != nil && p.allDeleted() && was == o.text:
		k.gone(o, *p.deleted, true)
		return
	case was != o.text && strings.TrimSpace(was+p.text(true)) == "" && !changed:
		k.gone(o, change{}, false)
		return
	}
	untracked := compareTexts(o.text, was)
	for _, e := range untracked {
		if !changed {
			k.propose(o, Proposal{Before: o.text[e.from:e.to], After: e.with}, e.from, e.to)
		}
	}
	k.tracked(o, p, nil, untracked, changed)
	if n, _, ok := base(p); ok && !changed {
		k.emphasis(o, k.own[n], p, untracked)
	}
}

// tracked proposes the tracked changes and the comments of a paragraph, but for those
// that were made already; of one that is in conflict, its comments. Its text differs from
// ours by untracked edits.
func (k *comparer) tracked(o *paragraph, p *para, made map[int]bool, untracked []textEdit, conflict bool) {
	at, from := 0, len(k.out) // in the text before the changes
	for i := range p.runs {
		r := &p.runs[i]
		start := at
		if r.change == nil || r.change.deleted != made[i] { // it is in the text
			at += len(r.text)
		}
		a, ok := before(untracked, start)
		b, ok2 := before(untracked, at)
		why := ""
		if !(ok && ok2) {
			why = "word-conflict-place"
		}
		a, b = min(a, len(o.text)), min(max(a, b), len(o.text))
		if c := r.change; c != nil && r.text != "" && !made[i] && !conflict {
			q := Proposal{Author: c.author, Date: c.date, Tracked: true, Conflict: why}
			if c.deleted {
				q.Before = r.text
			} else {
				q.After = r.text
			}
			k.joined(o, q, a, b, from)
		}
		for _, id := range r.comments {
			k.remark(o, id, r.text, a, b)
		}
	}
}

// before turns a place in a text with untracked edits into that before them; false: it
// is inside one.
func before(edits []textEdit, at int) (int, bool) {
	shift := 0
	for _, e := range edits {
		from := e.from + shift
		switch {
		case at < from || at == from && e.from != e.to:
			return at - shift, true
		case at < from+len(e.with):
			return e.from, false
		}
		shift += len(e.with) - (e.to - e.from)
	}
	return at - shift, true
}

// joined proposes a change of a stretch of ours, or adds it to the one before if that is
// the same person's and touches it.
func (k *comparer) joined(o *paragraph, q Proposal, a, b, from int) {
	if n := len(k.out); n > from {
		last := &k.out[n-1]
		if last.Kind != Comment && last.Author == q.Author && last.end == a && last.Conflict == q.Conflict && (last.Before == "" || q.Before == "" || last.After == "") && last.owner == o {
			q.Before, q.After = last.Before+q.Before, last.After+q.After
			a = last.begin
			k.out = k.out[:n-1]
		}
	}
	k.propose(o, q, a, b)
}

func (k *comparer) propose(o *paragraph, q Proposal, a, b int) {
	switch {
	case q.Before == "":
		q.Kind = Insert
	case q.After == "":
		q.Kind = Delete
	default:
		q.Kind = Replace
	}
	q.Around, q.owner, q.begin, q.end = excerpt(o.text), o, a, b
	place, edit, why := k.place(o, a, b, q.After)
	q.Range = place
	switch {
	case q.Conflict != "":
	case edit == nil:
		q.Conflict = why
	default:
		q.Edit = edit
	}
	q.After = strings.ReplaceAll(q.After, lineEnd, "¶")
	k.out = append(k.out, q)
}

// remark keeps a comment about a stretch of ours.
func (k *comparer) remark(o *paragraph, id, about string, a, b int) {
	c := k.comments[id]
	if c == nil {
		return
	}
	if n, ok := k.remarks[id]; ok && n < len(k.out) && k.out[n].Kind == Comment {
		k.out[n].Before += about
		return
	}
	place, _, _ := k.place(o, a, b, "")
	k.remarks[id] = len(k.out)
	k.out = append(k.out, Proposal{Kind: Comment, Author: c.author, Date: c.date, Tracked: true, Before: about, Note: c.text, Around: excerpt(o.text), Range: place})
}

// restOfRemarks keeps the comments that are on nothing that was compared.
func (k *comparer) restOfRemarks() {
	for _, id := range slices.Sorted(maps.Keys(k.comments)) {
		if _, ok := k.remarks[id]; !ok {
			c := k.comments[id]
			k.out = append(k.out, Proposal{Kind: Comment, Author: c.author, Date: c.date, Tracked: true, Note: c.text})
		}
	}
}

// keepMoved lets no paragraph be taken out that has no place where a reviewer moved it.
func (k *comparer) keepMoved() {
	lost := map[string]bool{}
	for _, q := range k.out {
		if q.Kind == Insert && q.Edit == nil && q.answers[Theirs] == nil {
			lost[strings.TrimSpace(q.After)] = true
		}
	}
	for i := range k.out {
		if q := &k.out[i]; q.Kind == Delete && q.Edit != nil && lost[strings.TrimSpace(q.Before)] {
			q.Edit, q.Conflict = nil, "word-conflict-place"
		}
	}
}
