package taking

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"safety365/app/ui"
	"safety365/bulletins"
	"safety365/bulletins/word"
)

// Compared is what became of a document in a copy that somebody has reviewed.
type Compared struct {
	Text      string // of the document
	Body      int    // where its body begins: the rest is never changed
	Proposals []word.Proposal
	Found     []bulletins.Diagnostic // what there is to say about the copy
}

// ReviewOptions say what is reviewed and what becomes of it.
type ReviewOptions struct {
	Name    string                    // of the copy
	Compare func() (*Compared, error) // called by a worker
	Plain   func(text string) string  // a piece of the document without its marks
	Page    func(at int) int          // the page of a place in the document, from 1; 0: unknown
	Take    func(c *Compared, accepted func(i int) bool)
	Cancel  func()
	Failed  func(error)
	Refused func([]bulletins.Diagnostic) // the copy cannot be used
	Nothing func()                       // was changed or said in it
}

// choice is what is to become of a proposal.
type choice uint8

const (
	open choice = iota
	accepted
	rejected
)

// Review shows what a reviewer did to a copy of a document, each change to be accepted
// or rejected, beside the text with all of them.
type Review struct {
	widget.BaseWidget
	o       ReviewOptions
	c       *Compared
	choices []choice
	listed  []int // proposals that the list shows
	places  []bulletins.Range

	text                 *text
	list                 *list
	count, about         *widget.Label
	detail               *detail
	authors              *ui.Select
	accept, reject       *ui.Button
	acceptAll, rejectAll *ui.Button
	take                 *ui.Button
	body                 fyne.CanvasObject
}

// NewReview makes a pane and begins to compare.
func NewReview(o ReviewOptions) *Review {
	r := &Review{o: o, text: newText(), detail: newDetail()}
	r.count = widget.NewLabel(ui.Say("review-busy"))
	r.count.Truncation = fyne.TextTruncateEllipsis
	r.about = widget.NewLabel("")
	r.about.Wrapping, r.about.Importance, r.about.Hidden = fyne.TextWrapWord, widget.WarningImportance, true
	r.list = newList(func() int { return len(r.listed) }, newProposal, r.fillProposal, r.goTo)
	r.list.key = r.decide
	r.authors = ui.NewSelect([]string{ui.Say("review-everybody")}, nil)
	r.authors.SetSelectedIndex(0)
	r.accept = ui.NewButtonWithIcon(ui.Say("review-accept"), theme.ConfirmIcon(), func() { r.choose(accepted) })
	r.reject = ui.NewButtonWithIcon(ui.Say("review-reject"), theme.CancelIcon(), func() { r.choose(rejected) })
	r.acceptAll = ui.NewButton(ui.Say("review-accept-all"), func() { r.chooseAll(accepted) })
	r.rejectAll = ui.NewButton(ui.Say("review-reject-all"), func() { r.chooseAll(rejected) })
	r.take = ui.NewButtonWithIcon(ui.Say("review-take"), theme.ConfirmIcon(), func() { o.Take(r.c, r.taken) })
	r.take.Importance = widget.HighImportance
	for _, b := range []*ui.Button{r.accept, r.reject, r.acceptAll, r.rejectAll, r.take} {
		b.Disable()
	}
	r.body = r.arrange()
	r.ExtendBaseWidget(r)
	r.run()
	return r
}

// arrange puts the changes at the left with what is done with them, and the text at the
// right.
func (r *Review) arrange() fyne.CanvasObject {
	filter := container.NewBorder(nil, nil, nil, container.NewHBox(r.acceptAll, r.rejectAll), r.authors)
	keys := widget.NewLabel(ui.Say("review-keys"))
	keys.SizeName, keys.Importance, keys.Truncation = theme.SizeNameCaptionText, widget.LowImportance, fyne.TextTruncateEllipsis
	single := container.NewBorder(nil, container.NewBorder(nil, nil, nil, container.NewHBox(r.reject, r.accept), keys), nil, nil, r.detail)
	left := container.NewBorder(filter, single, nil, nil, r.list)
	split := container.NewHSplit(left, titled("review-text", r.text))
	split.SetOffset(0.46)
	foot := container.NewBorder(nil, nil, nil, container.NewHBox(ui.NewButton(ui.Say("cancel"), r.o.Cancel), r.take), r.count)
	head := container.NewVBox(heading(ui.Say("review-title"), r.o.Name), r.about)
	return container.NewBorder(head, foot, nil, nil, split)
}

// CreateRenderer implements fyne.Widget.
func (r *Review) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.body) }

// Focused is what ought to have the focus when the pane is shown.
func (r *Review) Focused() fyne.Focusable { return r.list }

// run compares in a worker.
func (r *Review) run() {
	ui.Go(func() {
		c, err := r.o.Compare()
		ui.Do(func() {
			switch {
			case err != nil:
				r.o.Failed(err)
			case slices.ContainsFunc(c.Found, func(d bulletins.Diagnostic) bool { return d.Severity == bulletins.Error }):
				r.o.Refused(c.Found)
			case len(c.Proposals) == 0:
				r.o.Nothing()
			default:
				r.show(c)
			}
		})
	})
}

// show shows what the reviewer did.
func (r *Review) show(c *Compared) {
	r.c, r.choices = c, make([]choice, len(c.Proposals))
	r.authors.Options = append(r.authors.Options, r.names()...)
	r.authors.OnChanged = func(string) { r.filter() }
	r.authors.Refresh()
	if len(c.Found) > 0 {
		message, hint := ui.Message(c.Found[0])
		r.about.SetText(message + " " + hint)
		r.about.Show()
	}
	r.write()
	r.filter()
}

// names are those of the reviewers, in the order of their first changes.
func (r *Review) names() []string {
	var out []string
	for _, p := range r.c.Proposals {
		if name := reviewer(p); !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// filter lists the proposals of the reviewer that is chosen.
func (r *Review) filter() {
	r.listed = nil
	for i, p := range r.c.Proposals {
		if r.authors.SelectedIndex() <= 0 || reviewer(p) == r.authors.Selected {
			r.listed = append(r.listed, i)
		}
	}
	r.list.at = -1
	r.list.UnselectAll()
	r.list.ScrollToTop()
	r.list.pick(0)
	r.refresh()
}

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
