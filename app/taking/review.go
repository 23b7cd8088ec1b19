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
	Take    func(c *Compared, edits []bulletins.Fix)
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
	both // of a conflict: what the document says and what the copy says
)

// Review shows what a reviewer did to a copy of a document, each change to be accepted
// or rejected, beside the text with all of them.
type Review struct {
	widget.BaseWidget
	o            ReviewOptions
	c            *Compared
	choices      []choice
	past, future [][]choice // before the last decisions, and after those taken back
	listed       []int      // proposals that the list shows
	places       []bulletins.Range
	sorts        []string // that are offered: of proposals, or a reviewer

	text                 *text
	list                 *list
	count                *widget.Label
	about                *ui.Text
	detail               *detail
	sort                 *ui.Select
	accept, reject, both *ui.Button
	acceptAll, rejectAll *ui.Button
	next, take           *ui.Button
	buttons              *fyne.Container
	body                 fyne.CanvasObject
}

// NewReview makes a pane and begins to compare.
func NewReview(o ReviewOptions) *Review {
	r := &Review{o: o, text: newText(), detail: newDetail()}
	r.count = widget.NewLabel(ui.Say("review-busy"))
	r.count.Truncation = fyne.TextTruncateEllipsis
	r.about = ui.NewText("")
	r.about.Style.ColorName, r.about.Hidden = theme.ColorNameWarning, true
	r.list = newList(func() int { return len(r.listed) }, newProposal, r.fillProposal, r.goTo)
	r.list.key, r.list.shortcut = r.key, r.shortcut
	r.text.key, r.text.shortcut, r.text.tapped = r.key, r.shortcut, r.tappedAt
	r.sort = ui.NewSelect([]string{ui.Say("taking-all")}, nil)
	r.sort.SetSelectedIndex(0)
	r.accept = ui.NewButtonWithIcon(ui.Say("review-accept"), theme.ConfirmIcon(), func() { r.choose(accepted) })
	r.reject = ui.NewButtonWithIcon(ui.Say("review-reject"), theme.CancelIcon(), func() { r.choose(rejected) })
	r.both = ui.NewButton(ui.Say("review-both"), func() { r.choose(both) })
	r.both.Hidden = true
	r.next = ui.NewButtonWithIcon(ui.Say("review-next"), theme.MoveDownIcon(), r.nextOpen)
	r.acceptAll = ui.NewButton(ui.Say("review-accept-all"), func() { r.chooseAll(accepted) })
	r.rejectAll = ui.NewButton(ui.Say("review-reject-all"), func() { r.chooseAll(rejected) })
	r.take = ui.NewButtonWithIcon(ui.Say("review-take"), theme.ConfirmIcon(), func() { o.Take(r.c, r.edits()) })
	r.take.Importance = widget.HighImportance
	for _, b := range []*ui.Button{r.accept, r.reject, r.both, r.acceptAll, r.rejectAll, r.next, r.take} {
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
	filter := container.NewBorder(nil, nil, nil, container.NewHBox(r.acceptAll, r.rejectAll, r.next), r.sort)
	keys := widget.NewLabel(ui.Say("review-keys"))
	keys.SizeName, keys.Importance, keys.Truncation = theme.SizeNameCaptionText, widget.LowImportance, fyne.TextTruncateEllipsis
	r.buttons = container.NewHBox(r.reject, r.both, r.accept)
	single := container.NewBorder(nil, container.NewBorder(nil, nil, nil, r.buttons, keys), nil, nil, r.detail)
	left := container.NewBorder(filter, single, nil, nil, r.list)
	split := container.NewHSplit(left, titled("review-text", r.text))
	split.SetOffset(0.46)
	foot := container.NewBorder(nil, nil, nil, container.NewHBox(ui.NewButton(ui.Say("cancel"), r.o.Cancel), r.take), r.count)
	title, _ := heading(ui.Say("review-title"), r.o.Name)
	head := container.NewVBox(title, r.about)
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
	r.sort.OnChanged = func(string) { r.filter() }
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

// ofSort says whether a proposal is of a sort, or by a reviewer.
func (r *Review) ofSort(i int, sort string) bool {
	p := r.c.Proposals[i]
	switch sort {
	case "":
		return true
	case "review-open":
		return r.possible(i) && r.choices[i] == open
	case "review-conflict":
		return p.Conflict != ""
	case "review-comment":
		return p.Kind == word.Comment
	}
	return reviewer(p) == sort
}

// offerSorts offers what of the proposals can be listed, with how many there are.
func (r *Review) offerSorts() {
	chosen := r.sortChosen()
	r.sorts, r.sort.Options = nil, nil
	offer := func(sort, label string) {
		n := 0
		for i := range r.c.Proposals {
			if r.ofSort(i, sort) {
				n++
			}
		}
		if n > 0 || sort == "" || sort == chosen {
			r.sorts = append(r.sorts, sort)
			r.sort.Options = append(r.sort.Options, ui.Say("taking-sort", "name", label, "count", strconv.Itoa(n)))
		}
	}
	offer("", ui.Say("taking-all"))
	for _, sort := range []string{"review-open", "review-conflict", "review-comment"} {
		offer(sort, ui.Say(sort))
	}
	for _, name := range r.names() {
		offer(name, name)
	}
	tell := r.sort.OnChanged
	r.sort.OnChanged = nil
	r.sort.SetSelectedIndex(slices.Index(r.sorts, chosen))
	r.sort.OnChanged = tell
	r.sort.Refresh()
}

// sortChosen is what is listed; "" is all.
func (r *Review) sortChosen() string {
	if i := r.sort.SelectedIndex(); i >= 0 && i < len(r.sorts) {
		return r.sorts[i]
	}
	return ""
}

// filter lists the proposals of the sort that is chosen. They stay in the list when they
// have been decided.
func (r *Review) filter() {
	r.listed = nil
	for i := range r.c.Proposals {
		if r.ofSort(i, r.sortChosen()) {
			r.listed = append(r.listed, i)
		}
	}
	r.list.at = -1
	r.list.UnselectAll()
	r.list.ScrollToTop()
	r.list.pick(0)
	r.refresh()
}

// tappedAt chooses the proposal that was tapped in the text.
func (r *Review) tappedAt(at int) {
	for n, i := range r.listed {
		if p := r.places[i]; p.Start <= at && at < p.End {
			r.list.pick(n)
			break
		}
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(r.list); c != nil {
		c.Focus(r.list)
	}
}
