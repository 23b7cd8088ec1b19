package taking

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"safety365/app/ui"
	"safety365/bulletins"
	"safety365/bulletins/word"
)

// possible says whether there is something to decide about a proposal.
func (r *Review) possible(i int) bool { return r.c.Proposals[i].Edit != nil || r.clashes(i) }

// clashes says whether a proposal is a conflict that can be ended here.
func (r *Review) clashes(i int) bool { return r.c.Proposals[i].Answers() != nil }

// ends are how conflicts end.
var ends = map[choice]word.Answer{accepted: word.Theirs, both: word.Both, rejected: word.Mine, open: word.Theirs}

// edit is what a proposal does if it is taken in a way; nil: nothing.
func (r *Review) edit(i int, what choice) *bulletins.Fix {
	return r.c.Proposals[i].Answered(ends[what]).Edit
}

// can says whether a proposal can be taken in a way.
func (r *Review) can(i int, what choice) bool {
	return i >= 0 && r.possible(i) && (what == rejected || r.edit(i, what) != nil && (what != both || r.clashes(i)))
}

// edits are those of all that is accepted.
func (r *Review) edits() []bulletins.Fix {
	list := slices.Clone(r.c.Proposals)
	for i := range list {
		list[i] = list[i].Answered(ends[r.choices[i]])
	}
	return word.Edits(list, func(i int) bool { return r.choices[i] == accepted || r.choices[i] == both })
}

// chosen is the proposal of the list's line, or -1.
func (r *Review) chosen() int {
	if r.list.at < 0 || r.list.at >= len(r.listed) {
		return -1
	}
	return r.listed[r.list.at]
}

// choose decides about the proposal chosen and goes on to the next that is open; what
// cannot be decided has been read. Deciding the same again takes it back.
func (r *Review) choose(what choice) {
	i := r.chosen()
	switch {
	case i < 0:
		return
	case !r.possible(i):
		r.list.pick(r.list.at + 1)
		return
	case !r.can(i, what):
		return
	case r.choices[i] == what:
		r.decide(func() { r.choices[i] = open })
		return
	}
	r.decide(func() { r.choices[i] = what })
	for at := r.list.at + 1; at < len(r.listed); at++ {
		if n := r.listed[at]; !r.possible(n) || r.choices[n] == open {
			r.list.pick(at)
			return
		}
	}
}

// chooseAll decides about all that are listed. A conflict is looked at by itself.
func (r *Review) chooseAll(what choice) {
	r.decide(func() {
		for _, i := range r.listed {
			if r.c.Proposals[i].Edit != nil {
				r.choices[i] = what
			}
		}
	})
}

// decide does something that can be taken back.
func (r *Review) decide(do func()) {
	r.past, r.future = append(r.past, slices.Clone(r.choices)), nil
	do()
	r.refresh()
}

// Decided says whether there is something that would be lost.
func (r *Review) Decided() bool {
	return slices.ContainsFunc(r.choices, func(c choice) bool { return c != open })
}

// shortcut takes the last decision back, or makes it again.
func (r *Review) shortcut(s fyne.Shortcut) {
	from, to := &r.past, &r.future
	switch s.(type) {
	case *fyne.ShortcutUndo:
	case *fyne.ShortcutRedo:
		from, to = to, from
	default:
		return
	}
	if n := len(*from); n > 0 {
		*to = append(*to, r.choices)
		r.choices, *from = (*from)[n-1], (*from)[:n-1]
		r.refresh()
	}
}

// key is what keys do with the line chosen.
func (r *Review) key(name fyne.KeyName) bool {
	switch name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		r.choose(accepted)
	case fyne.KeyDelete, fyne.KeyBackspace:
		r.choose(rejected)
	case fyne.KeyF8:
		r.nextOpen()
	default:
		return false
	}
	return true
}

// nextOpen goes to the next proposal of the list that is not decided yet.
func (r *Review) nextOpen() {
	n := len(r.listed)
	for step := 1; step <= n; step++ {
		at := (max(r.list.at, 0) + step) % n
		if i := r.listed[at]; r.possible(i) && r.choices[i] == open {
			r.list.pick(at)
			return
		}
	}
}

// refresh shows what has been decided.
func (r *Review) refresh() {
	var of [4]int
	byHand, remarks := 0, 0
	for i, p := range r.c.Proposals {
		switch {
		case p.Kind == word.Comment:
			remarks++
		case !r.possible(i):
			byHand++
		default:
			of[r.choices[i]]++
		}
	}
	r.count.SetText(ui.Say("review-count", "accepted", strconv.Itoa(of[accepted]+of[both]), "rejected", strconv.Itoa(of[rejected]),
		"open", strconv.Itoa(of[open]), "hand", strconv.Itoa(byHand), "comments", strconv.Itoa(remarks)))
	able(r.take, of[accepted]+of[both] > 0)
	some := slices.ContainsFunc(r.listed, func(i int) bool { return r.c.Proposals[i].Edit != nil })
	able(r.acceptAll, some)
	able(r.rejectAll, some)
	able(r.next, of[open] > 0)
	r.write()
	r.offerSorts()
	r.list.Refresh()
	r.goTo(r.list.at)
}

func able(b *ui.Button, on bool) {
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}

// goTo shows a line of the list in full and its place in the text, and names what can be
// done with it.
func (r *Review) goTo(int) {
	i := r.chosen()
	able(r.accept, r.can(i, accepted))
	able(r.reject, r.can(i, rejected))
	able(r.both, r.can(i, both))
	accept, reject := "review-accept", "review-reject"
	if r.both.Hidden = i < 0 || !r.clashes(i); !r.both.Hidden {
		accept, reject = "review-theirs", "review-mine"
	}
	r.accept.SetText(ui.Say(accept))
	r.reject.SetText(ui.Say(reject))
	r.buttons.Refresh()
	if i < 0 {
		r.detail.clear()
		return
	}
	r.detail.show(r.c.Proposals[i], r.where(i))
	r.text.goTo(r.places[i])
}

// where says on which page a proposal is, or "".
func (r *Review) where(i int) string {
	if n := r.o.Page(r.c.Proposals[i].Range.Start); n > 0 {
		return ui.Say("review-page", "page", strconv.Itoa(n))
	}
	return ""
}
