package taking

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"safety365/app/ui"
	"safety365/bulletins/word"
)

// possible says whether a proposal can be accepted.
func (r *Review) possible(i int) bool { return r.c.Proposals[i].Edit != nil }

func (r *Review) taken(i int) bool { return r.choices[i] == accepted && r.possible(i) }

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
	case r.choices[i] == what:
		r.choices[i] = open
		r.refresh()
		return
	}
	r.choices[i] = what
	r.refresh()
	for at := r.list.at + 1; at < len(r.listed); at++ {
		if n := r.listed[at]; !r.possible(n) || r.choices[n] == open {
			r.list.pick(at)
			return
		}
	}
}

// chooseAll decides about all that are listed.
func (r *Review) chooseAll(what choice) {
	for _, i := range r.listed {
		if r.possible(i) {
			r.choices[i] = what
		}
	}
	r.refresh()
}

// decide is what keys do with the line chosen.
func (r *Review) decide(name fyne.KeyName) bool {
	switch name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		r.choose(accepted)
	case fyne.KeyDelete, fyne.KeyBackspace:
		r.choose(rejected)
	default:
		return false
	}
	return true
}

// refresh shows what has been decided.
func (r *Review) refresh() {
	var of [3]int
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
	r.count.SetText(ui.Say("review-count", "accepted", strconv.Itoa(of[accepted]), "rejected", strconv.Itoa(of[rejected]),
		"open", strconv.Itoa(of[open]), "hand", strconv.Itoa(byHand), "comments", strconv.Itoa(remarks)))
	able(r.take, of[accepted] > 0)
	some := slices.ContainsFunc(r.listed, r.possible)
	able(r.acceptAll, some)
	able(r.rejectAll, some)
	r.write()
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

// goTo shows a line of the list in full and its place in the text.
func (r *Review) goTo(int) {
	i := r.chosen()
	able(r.accept, i >= 0 && r.possible(i))
	able(r.reject, i >= 0 && r.possible(i))
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
