package taking

import (
	"slices"

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
	count                *widget.Label
	about                *ui.Text
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
	r.about = ui.NewText("")
	r.about.Style.ColorName, r.about.Hidden = theme.ColorNameWarning, true
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
