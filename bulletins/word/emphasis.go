package word

import (
	"archive/zip"
	"bytes"
	"strings"

	"safety365/bulletins"
)

// asWritten reads our own paragraphs as a reviewer's program would, by their numbers.
func (w *writer) asWritten() map[int]*para {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range w.parts() {
		if !strings.HasPrefix(f.name, "word/media/") {
			if out, err := z.CreateHeader(&zip.FileHeader{Name: f.name, Method: zip.Store}); err == nil {
				out.Write(f.data)
			}
		}
	}
	z.Close()
	c, bad := openContainer(bytes.NewReader(b.Bytes()), int64(b.Len()), "")
	if bad != nil {
		return nil
	}
	t, bad := readContent(c)
	if bad != nil {
		return nil
	}
	k := &comparer{content: t}
	list := k.paragraphs(t.items, false)
	out := map[int]*para{}
	for _, p := range append(list, k.theirNotes(list)...) {
		if n, _, ok := base(p); ok {
			out[n] = p
		}
	}
	return out
}

// emphasis proposes what a reviewer made bold, or no longer bold, of words that both have.
// What a paragraph is by its style is none of it.
func (k *comparer) emphasis(o *paragraph, own, p *para, untracked []textEdit) {
	if own == nil || own.text(false) != o.text {
		return
	}
	bold := make([]bool, len(o.text))
	at := 0
	for _, r := range own.runs {
		for range len(r.text) {
			bold[at] = r.bold
			at++
		}
	}
	from, to, now := 0, 0, false // what was made so, as far as it goes
	var by *change
	end := func() {
		isMark := func(c rune) bool { return !isWord(c) } // beside marks, emphasis is none in Latin text
		words := strings.TrimLeftFunc(o.text[from:to], isMark)
		from = to - len(words)
		words = strings.TrimRightFunc(words, isMark)
		if words != "" {
			k.embolden(o, from, from+len(words), now, by)
		}
		from, to, by = 0, 0, nil
	}
	at = 0
	for _, r := range p.runs {
		if r.change != nil {
			end()
			if r.change.deleted {
				at += len(r.text)
			}
			continue
		}
		for i := range r.text {
			next := i + 1
			for next < len(r.text) && r.text[next]&0xC0 == 0x80 {
				next++
			}
			a, same := before(untracked, at+i)
			same = same && a+next-i <= len(o.text) && o.text[a:a+next-i] == r.text[i:next]
			switch {
			case !same || bold[a] == r.bold:
				end()
			case a == to && from < to && now == r.bold:
				to = a + next - i
			default:
				end()
				from, to, now, by = a, a+next-i, r.bold, r.restyled
			}
		}
		at += len(r.text)
	}
	end()
}

// embolden proposes that words of ours be bold, or no longer be it.
func (k *comparer) embolden(o *paragraph, a, b int, on bool, by *change) {
	const mark = "**"
	q := Proposal{Kind: Bold, Before: o.text[a:b], After: o.text[a:b], Around: excerpt(o.text), owner: o, begin: a, end: b}
	if by != nil {
		q.Author, q.Date, q.Tracked = by.author, by.date, true
	}
	place, edit, why := k.place(o, a, b, "")
	q.Range = place
	text := k.doc.Text
	inside := text[place.Start:place.End]
	wrapped := strings.HasSuffix(text[:place.Start], mark) && strings.HasPrefix(text[place.End:], mark)
	switch {
	case edit == nil:
		q.Conflict = why
	case on && !strings.ContainsAny(inside, "*\n") && !wrapped && !fenceLine.MatchString(k.lineOf(place.Start)):
		q.Edit = &bulletins.Fix{Range: place, Text: mark + inside + mark}
	case !on && wrapped && !strings.Contains(inside, mark):
		q.Range = bulletins.Range{Start: place.Start - len(mark), End: place.End + len(mark)}
		q.Edit = &bulletins.Fix{Range: q.Range, Text: inside}
	default:
		q.Conflict = "word-conflict-place"
	}
	if !on {
		q.Kind = Plain
	}
	k.out = append(k.out, q)
}
