package taking

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"safety365/app/ui"
	"safety365/bulletins"
	"safety365/bulletins/word"
)

// reviewer is who made a proposal.
func reviewer(p word.Proposal) string {
	switch {
	case !p.Tracked:
		return ui.Say("taking-untracked")
	case p.Author == "":
		return ui.Say("taking-nobody")
	}
	return p.Author
}

// newProposal makes a line of the list: what is to become of it, what was done, by whom.
func newProposal() fyne.CanvasObject {
	what, who := widget.NewLabel(""), widget.NewLabel("")
	what.Truncation, who.Truncation = fyne.TextTruncateEllipsis, fyne.TextTruncateEllipsis
	who.SizeName, who.Importance = theme.SizeNameCaptionText, widget.LowImportance
	words := container.New(layout.NewCustomPaddedVBoxLayout(2-2*theme.InnerPadding()), what, who)
	return container.New(layout.NewCustomPaddedLayout(-3, -3, 4, 0),
		container.NewBorder(nil, nil, container.NewCenter(widget.NewIcon(nil)), nil, words))
}

func (r *Review) fillProposal(n int, o fyne.CanvasObject) {
	if n >= len(r.listed) {
		return
	}
	i := r.listed[n]
	row := o.(*fyne.Container).Objects[0].(*fyne.Container)
	words := row.Objects[0].(*fyne.Container).Objects
	row.Objects[1].(*fyne.Container).Objects[0].(*widget.Icon).SetResource(r.sign(i))
	what := words[0].(*widget.Label)
	what.Importance = widget.MediumImportance
	if r.choices[i] == rejected {
		what.Importance = widget.LowImportance
	}
	what.SetText(did(r.c.Proposals[i]))
	words[1].(*widget.Label).SetText(joined(by(r.c.Proposals[i]), r.where(i)))
}

func joined(words ...string) string {
	return strings.Join(strings.FieldsFunc(strings.Join(words, "\n"), func(c rune) bool { return c == '\n' }), " · ")
}

// sign is the picture of what is to become of a proposal.
func (r *Review) sign(i int) fyne.Resource {
	switch {
	case r.c.Proposals[i].Kind == word.Comment:
		return theme.NewWarningThemedResource(theme.InfoIcon())
	case !r.possible(i), r.clashes(i) && r.choices[i] == open:
		return theme.NewErrorThemedResource(theme.WarningIcon())
	case r.choices[i] == accepted, r.choices[i] == both:
		return theme.NewSuccessThemedResource(theme.ConfirmIcon())
	case r.choices[i] == rejected:
		return theme.NewErrorThemedResource(theme.CancelIcon())
	}
	return theme.NewDisabledResource(theme.RadioButtonIcon())
}

// detail shows all about a proposal.
type detail struct {
	widget.BaseWidget
	words *widget.RichText
	body  fyne.CanvasObject
}

func newDetail() *detail {
	d := &detail{words: widget.NewRichText()}
	d.words.Wrapping = fyne.TextWrapBreak
	d.body = container.NewBorder(widget.NewSeparator(), nil, nil, nil, container.NewVScroll(d.words))
	d.ExtendBaseWidget(d)
	return d
}

// CreateRenderer implements fyne.Widget.
func (d *detail) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(d.body) }

// MinSize is room for a few lines.
func (d *detail) MinSize() fyne.Size {
	return fyne.NewSize(d.BaseWidget.MinSize().Width, 7.5*theme.TextSize())
}

func (d *detail) clear() { d.set() }

func (d *detail) set(segments ...widget.RichTextSegment) {
	d.words.Segments = segments
	d.words.Refresh()
}

func (d *detail) show(p word.Proposal, where string) {
	var all []widget.RichTextSegment
	add := func(words string, l look, inline bool) {
		style := widget.RichTextStyle{Inline: inline, ColorName: looks[l].color, TextStyle: looks[l].style, SizeName: theme.SizeNameText}
		if words != "" {
			all = append(all, &widget.TextSegment{Text: words, Style: style})
		}
	}
	add(joined(by(p), where), plain, false)
	switch p.Kind {
	case word.Comment:
		add(ui.Say("review-about", "words", p.Before), plain, false)
		add(p.Note, warned, false)
	case word.Bold, word.Plain: // the words stay
		add(ui.Say("taking-"+p.Kind.String(), "before", p.Before), came, false)
	default:
		if p.Answers() != nil {
			add(ui.Say("review-of-ours", "words", p.Before), plain, false)
			add(ui.Say("review-of-theirs", "words", p.After), came, false)
			break
		}
		add(p.Before, went, p.After != "")
		add(p.After, came, false)
	}
	if p.Conflict != "" {
		message, hint := ui.Message(bulletins.Diagnostic{Code: p.Conflict})
		if p.Answers() == nil {
			add(ui.Say("review-around", "words", p.Around), plain, false)
		}
		add(message+" "+hint, warned, false)
	}
	d.set(all...)
}
