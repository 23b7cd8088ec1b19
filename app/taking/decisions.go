package taking

import (
	"maps"
	"strings"

	"safety365/bulletins/intake"
)

// decisions are what the user wants otherwise than it is proposed.
type decisions struct {
	undone   map[string]intake.Change // by their IDs
	accepted map[int]bool             // tracked changes of a Word file that are made
	checked  map[string]check         // doubtful changes by their IDs, warnings by their words
	raw      string                   // the text of which the IDs are
}

// check is that somebody has looked at something.
type check struct {
	change intake.Change // of which it is; none for a warning
	text   string        // what is to stand there
}

func noDecisions() decisions {
	return decisions{undone: map[string]intake.Change{}, accepted: map[int]bool{}, checked: map[string]check{}}
}

func (d decisions) clone() decisions {
	return decisions{maps.Clone(d.undone), maps.Clone(d.accepted), maps.Clone(d.checked), d.raw}
}

// any says whether something was decided.
func (d decisions) any() bool { return len(d.undone)+len(d.accepted)+len(d.checked) > 0 }

// onPage says whether a change left out a part of a web page: it has no place in the text.
func onPage(c intake.Change) bool { return c.Rule == intake.PageRule }

// follow takes the decisions to a text that has become another, because more of its page
// is in it or less. It says whether that changes any of them.
func (d *decisions) follow(raw string) bool {
	old := d.raw
	d.raw = raw
	if old == "" || old == raw || len(d.undone)+len(d.checked) == 0 {
		return false
	}
	place := lineShift(old, raw)
	return d.move(func(c intake.Change) (intake.Change, bool) {
		if onPage(c) {
			return c, true
		}
		at := place(c.Start)
		return moved(c, at-c.Start), at >= 0
	})
}

// move takes the decisions about changes to where these are now, or nowhere, and says
// whether any of them moved.
func (d *decisions) move(to func(intake.Change) (intake.Change, bool)) bool {
	some := false
	undone, checked := map[string]intake.Change{}, map[string]check{}
	for _, c := range d.undone {
		now, ok := to(c)
		if ok {
			undone[now.ID] = now
		}
		some = some || now.ID != c.ID || !ok
	}
	for key, c := range d.checked {
		if c.change.ID == "" {
			checked[key] = c
			continue
		}
		if now, ok := to(c.change); ok {
			checked[now.ID] = check{now, c.text}
		}
	}
	d.undone, d.checked = undone, checked
	return some
}

// lineShift tells where places of a text are in another one, which has some lines more,
// or less; -1 is nowhere.
func lineShift(old, new string) func(at int) int {
	more, less := new, old
	if len(old) > len(new) {
		more, less = old, new
	}
	type pair struct{ more, less, length int }
	var pairs []pair
	at, from := 0, 0
	for line := range strings.Lines(less) {
		to := from
		for to < len(more) {
			end := to + len(line)
			if strings.HasPrefix(more[to:], line) {
				pairs = append(pairs, pair{to, at, len(line)})
				from = end
				break
			}
			next := strings.IndexByte(more[to:], '\n')
			if next < 0 {
				break
			}
			to += next + 1
		}
		at += len(line)
	}
	return func(at int) int {
		for _, p := range pairs {
			here, there := p.less, p.more
			if len(old) > len(new) {
				here, there = there, here
			}
			if here <= at && at < here+p.length {
				return there + at - here
			}
		}
		return -1
	}
}

// decide does something that can be taken back.
func (p *Pane) decide(do func()) {
	p.past, p.future = append(p.past, p.now.clone()), nil
	do()
	p.run()
}

// undo takes the last decision back, redo makes it again.
func (p *Pane) undo() { p.back(&p.past, &p.future) }
func (p *Pane) redo() { p.back(&p.future, &p.past) }

func (p *Pane) back(from, to *[]decisions) {
	if n := len(*from); n > 0 {
		*to = append(*to, p.now)
		p.now, *from = (*from)[n-1], (*from)[:n-1]
		p.run()
	}
}

// set makes what lines are about, or undoes it.
func (p *Pane) set(on bool, lines ...line) {
	if len(lines) == 0 {
		return
	}
	p.decide(func() {
		for _, l := range lines {
			if delete(p.now.undone, l.change.ID); !on && !l.tracked {
				p.now.undone[l.change.ID] = l.change
			}
		}
		for _, l := range lines {
			if l.tracked {
				p.accept(l.number, on)
			}
		}
		if p.o.Word != nil {
			p.now.raw = p.wordText(p.now)
		}
	})
}

// flip makes what is not made and undoes what is; what can only be confirmed is.
func (p *Pane) flip(l line) {
	if l.undoable {
		p.set(!l.on, l)
	} else if l.confirmable {
		p.confirm(l, "")
	}
}

// confirm notes that somebody has looked at something, and what is to stand there; a
// second time takes it back.
func (p *Pane) confirm(l line, text string) {
	p.decide(func() {
		if was, ok := p.now.checked[l.key]; ok && was.text == text {
			delete(p.now.checked, l.key)
			return
		}
		p.now.checked[l.key] = check{l.change, text}
	})
}

// Decided says whether there is something that would be lost.
func (p *Pane) Decided() bool { return p.now.any() || len(p.fields) > 0 }
