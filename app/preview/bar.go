package preview

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	tip "github.com/dweymouth/fyne-tooltip/widget"

	"safety365/app/command"
	"safety365/app/ime"
	"safety365/app/ui"
)

// bar stands below the pages: the page that is looked at, how pages lie, the scale.
type bar struct {
	preview *Preview
	object  fyne.CanvasObject
	number  *ime.Entry
	total   *widget.Label
	percent *tip.Button
	view    *tip.Button
}

func newBar(p *Preview) *bar {
	b := &bar{preview: p, number: ime.NewEntry(), total: widget.NewLabel("")}
	b.number.OnSubmitted = b.goTo
	button := func(id string, icon fyne.Resource, run func()) *tip.Button {
		return ui.NewIconButton(icon, ui.Say("command-"+id), run)
	}
	b.view = ui.NewIconButton(theme.ViewFullScreenIcon(), ui.Say("preview-view"), func() { b.menu(b.view, b.viewItems()) })
	b.percent = tip.NewButton("100%", func() { b.menu(b.percent, b.scaleItems()) })
	b.percent.Importance = widget.LowImportance
	b.percent.SetToolTip(ui.Say("preview-scale"))
	height := b.number.MinSize().Height
	fixed := func(width float32, o fyne.CanvasObject) fyne.CanvasObject {
		return container.NewGridWrap(fyne.NewSize(width, height), o)
	}
	row := container.New(layout.NewCustomPaddedHBoxLayout(1),
		button("preview-thumbnails", theme.ListIcon(), p.ToggleThumbnails),
		button("preview-previous", theme.NavigateBackIcon(), p.Previous),
		fixed(46, b.number), b.total,
		button("preview-next", theme.NavigateNextIcon(), p.Next),
		layout.NewSpacer(),
		b.view,
		button("preview-zoom-out", theme.ZoomOutIcon(), p.ZoomOut),
		fixed(58, b.percent),
		button("preview-zoom-in", theme.ZoomInIcon(), p.ZoomIn))
	b.object = container.New(layout.NewCustomPaddedLayout(2, 2, 4, 4), row)
	b.update()
	return b
}

// update shows where the Preview stands.
func (b *bar) update() {
	p := b.preview
	number := ""
	if p.pages() > 0 {
		number = strconv.Itoa(p.number + 1)
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(b.number); c == nil || c.Focused() != fyne.Focusable(b.number) {
		if b.number.Text != number {
			b.number.SetText(number)
		}
	}
	if total := "/ " + strconv.Itoa(p.pages()); b.total.Text != total {
		b.total.SetText(total)
	}
	if percent := strconv.Itoa(p.rounded()) + "%"; b.percent.Text != percent {
		b.percent.SetText(percent)
	}
}

// goTo goes to the page that was typed in, or the nearest there is.
func (b *bar) goTo(text string) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(b.number); c != nil {
		c.Focus(b.preview.desk)
	}
	if n, err := strconv.Atoi(narrow.Replace(strings.TrimSpace(text))); err == nil {
		b.preview.byHand()
		b.preview.GoTo(n - 1)
	}
	b.update()
}

// narrow turns full-width digits into those that are read.
var narrow = strings.NewReplacer("０", "0", "１", "1", "２", "2", "３", "3", "４", "4", "５", "5", "６", "6", "７", "7", "８", "8", "９", "9")

// menu opens a menu above a button.
func (b *bar) menu(button fyne.CanvasObject, items []*fyne.MenuItem) {
	c := fyne.CurrentApp().Driver().CanvasForObject(button)
	if c == nil {
		return
	}
	m := widget.NewPopUpMenu(fyne.NewMenu("", items...), c)
	m.ShowAtRelativePosition(fyne.NewPos(0, -m.MinSize().Height), button)
}

// viewItems offers how pages lie and what is drawn over them.
func (b *bar) viewItems() []*fyne.MenuItem {
	return b.items(groupMode, groupOverlay)
}

// scaleItems offers scales.
func (b *bar) scaleItems() []*fyne.MenuItem {
	items := append(b.items(groupFit), fyne.NewMenuItemSeparator())
	for _, percent := range offered {
		item := fyne.NewMenuItem(strconv.Itoa(percent)+"%", func() { b.preview.SetZoom(percent) })
		item.Checked = b.preview.state.Fit == FitNone && b.preview.rounded() == percent
		items = append(items, item)
	}
	return items
}

// items makes entries of the commands of some groups.
func (b *bar) items(groups ...int) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, group := range groups {
		if len(items) > 0 {
			items = append(items, fyne.NewMenuItemSeparator())
		}
		for _, c := range b.preview.Commands() {
			if c.Group == group {
				items = append(items, itemOf(c))
			}
		}
	}
	return items
}

func itemOf(c *command.Command) *fyne.MenuItem {
	item := fyne.NewMenuItem(c.Title(), c.Do)
	item.Checked = c.Checked != nil && c.Checked()
	item.Disabled = !c.Ready()
	return item
}
