package taking

import (
	"slices"
	"strconv"

	"safety365/app/ui"
	"safety365/bulletins"
	"safety365/bulletins/intake"
)

// options are those under which the text is cleaned now.
func (p *Pane) options() intake.Options {
	o := intake.Options{Name: p.o.Name, Messages: ui.Language()}
	for _, c := range p.undone {
		if c.Rule == intake.PageRule { // what a page left out has no place of its own
			o.Off = []string{intake.PageRule}
			continue
		}
		o.Keep = append(o.Keep, c.ID)
	}
	return o
}

// run cleans the text in a worker.
func (p *Pane) run() {
	p.turn++
	turn, o := p.turn, p.options()
	clean := func() (*intake.Result, error) { return intake.Clean(p.o.Raw, o) }
	if p.o.Word != nil {
		text := p.wordText()
		clean = func() (*intake.Result, error) { return intake.CleanText(text, "DOCX", o), nil }
	}
	ui.Go(func() {
		r, err := clean()
		front := ""
		if err == nil {
			front = particulars(r.Text[:r.Body])
		}
		ui.Do(func() {
			if turn != p.turn {
				return
			}
			if err != nil {
				p.count.SetText("")
				p.o.Failed(err)
				return
			}
			p.show(r, front)
		})
	})
}

// show shows what came of it.
func (p *Pane) show(r *intake.Result, front string) {
	p.result, p.front = r, front
	all := slices.Concat(r.Changes, p.undone)
	slices.SortStableFunc(all, func(a, b intake.Change) int { return a.Start - b.Start })
	p.lines = nil
	for _, d := range p.o.Notes {
		p.lines = append(p.lines, noteOf(d))
	}
	if p.o.Word != nil {
		for i := range p.o.Word.Proposals {
			p.lines = append(p.lines, p.proposed(i))
		}
	}
	for _, c := range all {
		p.lines = append(p.lines, p.lineOf(c))
	}
	p.mark()
	doubtful := 0
	for _, c := range r.Changes {
		if c.Certainty != intake.Exact {
			doubtful++
		}
	}
	p.count.SetText(ui.Say("taking-count", "count", strconv.Itoa(len(r.Changes)), "doubtful", strconv.Itoa(doubtful), "undone", strconv.Itoa(len(p.undone))))
	p.create.Enable()
	p.list.Refresh()
}

// mark shows both texts with what was changed in them.
func (p *Pane) mark() {
	var before, after []mark
	for _, c := range p.result.Changes {
		if c.Element == "" {
			before = append(before, mark{bulletins.Range{Start: c.Start, End: c.End}, was})
		}
		if end := c.Out + len(c.After); c.Out >= 0 && end <= len(p.result.Text) && p.result.Text[c.Out:end] == c.After {
			after = append(after, mark{bulletins.Range{Start: c.Out, End: end}, is})
		}
	}
	var places []bulletins.Range
	for _, l := range p.lines {
		places = append(places, l.was)
		switch {
		case l.tracked && l.on:
			before = append(before, mark{l.was, settled})
		case l.tracked:
			before = append(before, mark{l.was, remarked})
		}
	}
	plain := p.o.Plain
	if p.o.Word == nil { // it is no Markdown
		plain = nil
	}
	p.atRaw = writePlain("", p.result.Raw, 0, plain, places)
	p.raw.set(p.atRaw.text, placed(before, p.atRaw))
	places = nil
	for _, m := range after {
		places = append(places, m.Range)
	}
	p.atClean = writePlain(p.front, p.result.Text, p.result.Body, p.o.Plain, places)
	p.clean.set(p.atClean.text, placed(after, p.atClean))
}

// placed are marks where they are in what was written.
func placed(marks []mark, w written) []mark {
	for i := range marks {
		marks[i].Range = w.at(marks[i].Range)
	}
	return marks
}

// made says whether a change is made.
func (p *Pane) made(c intake.Change) bool {
	return !slices.ContainsFunc(p.undone, func(u intake.Change) bool { return u.ID == c.ID })
}

// set makes a change or undoes it.
func (p *Pane) set(c intake.Change, on bool) {
	same := func(u intake.Change) bool { return u.ID == c.ID || c.Rule == intake.PageRule && u.Rule == c.Rule }
	all := slices.Concat(p.result.Changes, p.undone)
	p.undone = slices.DeleteFunc(p.undone, same)
	if !on {
		for _, other := range all {
			if same(other) && p.made(other) {
				p.undone = append(p.undone, other)
			}
		}
	}
	p.run()
}
