package fields

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"safety365/app/drafting"
	"safety365/app/ui"
	"safety365/bulletins"
)

// date is a control for a day: a text, with a calendar to pick it from. What is typed
// is kept as it is; Parse says if it is no date.
type date struct {
	text
	box *fyne.Container
}

const isoDay = "2006-01-02"

func newDate(tell func(drafting.Field)) *date {
	d := &date{text: *newText(false, nil)}
	d.entry.SetPlaceHolder(ui.Say("fields-date-hint"))
	d.entry.OnChanged = func(s string) {
		if !d.quiet {
			tell(textField(s))
		}
	}
	var pick *widget.Button
	pick = widget.NewButtonWithIcon("", theme.CalendarIcon(), func() { d.pick(pick) })
	d.box = container.NewBorder(nil, nil, nil, pick, d.entry)
	return d
}

func (d *date) object() fyne.CanvasObject { return d.box }

// pick opens the calendar below a button.
func (d *date) pick(at *widget.Button) {
	driver := fyne.CurrentApp().Driver()
	canvas := driver.CanvasForObject(at)
	if canvas == nil {
		return
	}
	day, ok := bulletins.ParseDate(d.entry.Text)
	if !ok {
		day = time.Now()
	}
	var popup *widget.PopUp
	c := newCalendar(day, func(t time.Time) {
		popup.Hide()
		d.entry.SetText(t.Format(isoDay))
	})
	popup = widget.NewPopUp(c, canvas)
	size := popup.MinSize()
	pos := driver.AbsolutePositionForObject(at).AddXY(at.Size().Width-size.Width, at.Size().Height)
	ui.Open(ui.Popup{PopUp: popup, At: fyne.NewPos(max(0, pos.X), min(pos.Y, canvas.Size().Height-size.Height))})
}

// calendar shows a month, weeks from Monday.
type calendar struct {
	widget.BaseWidget
	month  time.Time // its first day
	chosen time.Time
	picked func(time.Time)
	title  *widget.Label
	days   *fyne.Container
	box    fyne.CanvasObject
}

func newCalendar(day time.Time, picked func(time.Time)) *calendar {
	c := &calendar{chosen: day, picked: picked, title: widget.NewLabel(""), days: container.NewGridWithColumns(7)}
	c.month = time.Date(day.Year(), day.Month(), 1, 0, 0, 0, 0, time.UTC)
	c.title.TextStyle.Bold = true
	c.title.Alignment = fyne.TextAlignCenter
	back := ui.NewIconButton(theme.NavigateBackIcon(), ui.Say("calendar-back"), func() { c.turn(-1) })
	next := ui.NewIconButton(theme.NavigateNextIcon(), ui.Say("calendar-next"), func() { c.turn(1) })
	today := widget.NewButton(ui.Say("calendar-today"), func() { picked(time.Now()) })
	today.Importance = widget.LowImportance
	c.box = container.NewVBox(container.NewBorder(nil, nil, back, next, c.title), c.days, today)
	c.ExtendBaseWidget(c)
	c.turn(0)
	return c
}

func (c *calendar) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.box) }

// turn goes by months.
func (c *calendar) turn(by int) {
	c.month = c.month.AddDate(0, by, 0)
	c.title.SetText(ui.Say("calendar-month", "year", strconv.Itoa(c.month.Year()),
		"month", ui.Say("month-"+strconv.Itoa(int(c.month.Month())))))
	c.days.RemoveAll()
	for i := range 7 {
		l := widget.NewLabel(ui.Say("weekday-" + strconv.Itoa(i+1)))
		l.Alignment, l.Importance, l.SizeName = fyne.TextAlignCenter, widget.LowImportance, theme.SizeNameCaptionText
		c.days.Add(l)
	}
	first := (int(c.month.Weekday()) + 6) % 7
	for range first {
		c.days.Add(widget.NewLabel(""))
	}
	for day := c.month; day.Month() == c.month.Month(); day = day.AddDate(0, 0, 1) {
		b := widget.NewButton(strconv.Itoa(day.Day()), func() { c.picked(day) })
		b.Importance = widget.LowImportance
		if day.Format(isoDay) == c.chosen.Format(isoDay) {
			b.Importance = widget.HighImportance
		}
		c.days.Add(b)
	}
	c.Refresh()
}
