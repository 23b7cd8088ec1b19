package window

import (
	"cmp"
	"strconv"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"safety365/app/manuscript"
	"safety365/app/ui"
	"safety365/bulletins"
	"safety365/bulletins/intake/script"
	"safety365/bulletins/kinds"
)

// conversion is the dialog that brings the text, or what of it is selected, into the
// other script of Chinese (简繁转换). Characters that may become several are listed, each
// with its values to choose from.
type conversion struct {
	w      *Window
	d      *desk
	doc    *bulletins.Document
	within bulletins.Range
	config string
	pieces []script.Piece
	asked  []asked
	picked map[asked]string // what the user took instead

	about *ui.Text
	list  *ui.List
	do    *ui.Button
}

// asked is a choice of a piece.
type asked struct{ piece, choice int }

// convert asks how the document is to be converted, and does it in one step.
func (w *Window) convert() {
	c := &conversion{w: w, d: w.desk, doc: w.desk.text.Document()}
	whole, selected := bulletins.Range{End: len(c.doc.Text)}, c.d.text.Selection()
	c.within = whole
	only := ui.NewCheck(ui.Say("convert-selected"), func(on bool) {
		c.within = whole
		if on {
			c.within = bulletins.Range{Start: selected.Start(), End: selected.End()}
		}
		c.look()
	})
	var names []string
	for _, config := range script.Configs {
		names = append(names, ui.Say("convert-"+config))
	}
	way := ui.NewSelect(names, nil)
	way.OnChanged = func(string) {
		c.config = script.Configs[way.SelectedIndex()]
		c.look()
	}
	c.about = ui.NewQuietText("")
	c.list = ui.NewList(func() int { return len(c.asked) }, newAsked, c.show)
	top := container.NewVBox(way)
	if !selected.Empty() {
		top.Add(only)
	}
	top.Add(c.about)
	dialog := ui.NewDialog(ui.Say("convert-title"), container.NewBorder(top, nil, nil, nil, c.list), w.win)
	c.do = ui.NewButton(ui.Say("convert-do"), func() {
		dialog.Hide()
		c.apply()
	})
	c.do.Importance = widget.HighImportance
	dialog.SetButtons([]fyne.CanvasObject{ui.NewButton(ui.Say("cancel"), dialog.Hide), c.do})
	c.config = "s2t"
	if c.doc.Lang == "zh-Hant" {
		c.config = "tw2s"
	}
	way.SetSelected(ui.Say("convert-" + c.config))
	only.SetChecked(!selected.Empty())
	size := w.win.Canvas().Size()
	dialog.Resize(fyne.NewSize(min(560, size.Width-40), min(460, size.Height-60)))
	ui.Open(dialog)
}

// look finds out what would change.
func (c *conversion) look() {
	c.pieces = script.Document(c.doc, kinds.Schema(), c.within, c.config)
	c.asked, c.picked = nil, map[asked]string{}
	changed := 0
	for i, p := range c.pieces {
		if p.Text != c.doc.Text[p.Start:p.End] {
			changed++
		}
		for k := range p.Choices {
			c.asked = append(c.asked, asked{i, k})
		}
	}
	switch {
	case changed == 0:
		c.about.SetText(ui.Say("convert-nothing"))
	case len(c.asked) == 0:
		c.about.SetText(ui.Say("convert-clear", "count", strconv.Itoa(changed)))
	default:
		c.about.SetText(ui.Say("convert-asked", "count", strconv.Itoa(changed), "asked", strconv.Itoa(len(c.asked))))
	}
	c.list.Refresh()
	if changed+len(c.asked) == 0 {
		c.do.Disable()
	} else {
		c.do.Enable()
	}
}

// newAsked is a row for a choice: the words round it, and its values.
func newAsked() fyne.CanvasObject {
	words := widget.NewLabel("")
	words.Truncation = fyne.TextTruncateEllipsis
	return container.NewBorder(nil, nil, nil, container.New(layout.NewCustomPaddedLayout(2, 2, 0, 2), ui.NewSelect(nil, nil)), words)
}

// show puts a choice into a row.
func (c *conversion) show(i int, row fyne.CanvasObject) {
	a := c.asked[i]
	p := c.pieces[a.piece]
	choice := p.Choices[a.choice]
	parts := row.(*fyne.Container).Objects
	parts[0].(*widget.Label).SetText(around(c.doc.Text[p.Start:p.End], choice.Offset, len(choice.From)))
	values := parts[1].(*fyne.Container).Objects[0].(*ui.Select)
	values.OnChanged = nil
	values.SetOptions(append([]string{choice.To}, choice.Others...))
	values.SetSelected(cmp.Or(c.picked[a], choice.To))
	values.OnChanged = func(value string) { c.picked[a] = value }
}

// aroundLength is how many characters are shown on each side of one.
const aroundLength = 12

// around is a character of a stretch with those beside it on its line.
func around(text string, at, size int) string {
	before := text[strings.LastIndexByte(text[:at], '\n')+1 : at]
	after, _, _ := strings.Cut(text[at+size:], "\n")
	from, to := len(before), 0
	for range aroundLength {
		_, n := utf8.DecodeLastRuneInString(before[:from])
		_, m := utf8.DecodeRuneInString(after[to:])
		from, to = from-n, to+m
	}
	return before[from:] + "【" + text[at:at+size] + "】" + after[:to]
}

// apply converts the text in one step that can be undone.
func (c *conversion) apply() {
	if c.w.desk != c.d || c.d.text.Document() != c.doc {
		return
	}
	change := manuscript.Change{Stay: true, After: c.d.text.Selection()}
	for i, p := range c.pieces {
		text := p.Chosen(func(k int) string { return c.picked[asked{i, k}] })
		change.Edits = append(change.Edits, manuscript.Edit{Range: p.Range, Text: text})
	}
	c.d.text.Apply(change)
	c.d.status.SetNote(ui.Say("converted"))
}
