package export

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"safety365/app/press"
	"safety365/app/ui"
	"safety365/bulletins"
)

// actions are what the rows of the list offer; the numbers are those of tasks.
type actions struct {
	stop, retry, draft, open, reveal func(task int)
	show                             func(path string, offset int)
}

// rows are the list of tasks, each followed by what is to be said about it. Only
// what can be seen of it exists.
type rows struct {
	actions actions
	list    *fyne.Container
	inner   *ui.List
	shown   []row
	measure *remark // never shown
	width   float32
}

// row is a task, or a remark on the task above it.
type row struct {
	task   int
	now    Task
	remark *said // nil: it is the task itself
}

// said is something to say about a task.
type said struct {
	text, hint string
	path       string // the document where it leads, "" for nowhere
	offset     int
}

// maxRemarks bounds what is said about one task.
const maxRemarks = 30

func newRows(a actions) *rows {
	r := &rows{actions: a, measure: newRemark()}
	r.inner = ui.NewList(func() int { return len(r.shown) }, r.create, r.update)
	r.inner.OnSelected = func(id widget.ListItemID) { r.inner.Unselect(id) }
	r.inner.HideSeparators = true
	r.list = container.New(&rowsLayout{r}, r.inner)
	return r
}

// rowsLayout gives the list all the room and has rows measured when that changes.
type rowsLayout struct{ rows *rows }

func (l *rowsLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 160) }

func (l *rowsLayout) Layout(all []fyne.CanvasObject, size fyne.Size) {
	all[0].Resize(size)
	if l.rows.width != size.Width {
		l.rows.width = size.Width
		l.rows.fit(0)
	}
}

// show lists tasks.
func (r *rows) show(tasks []Task) {
	before := r.shown
	r.shown = nil
	for i, t := range tasks {
		r.shown = append(r.shown, row{task: i, now: t})
		for _, s := range remarks(t) {
			r.shown = append(r.shown, row{task: i, now: t, remark: &s})
		}
	}
	same := 0 // rows whose height is as before
	for same < min(len(before), len(r.shown)) && (before[same].remark == nil) == (r.shown[same].remark == nil) &&
		(before[same].remark == nil || *before[same].remark == *r.shown[same].remark) {
		same++
	}
	r.fit(same)
	r.inner.Refresh()
}

// fit gives rows their heights, from one on.
func (r *rows) fit(from int) {
	if r.width == 0 {
		return
	}
	for i := from; i < len(r.shown); i++ {
		height := rowHeight()
		if s := r.shown[i].remark; s != nil {
			r.measure.set(s)
			height = r.measure.heightAt(r.width)
		}
		r.inner.SetItemHeight(i, height)
	}
}

func rowHeight() float32 { return taskRowOf(newTaskRow()).MinSize().Height }

func (r *rows) create() fyne.CanvasObject {
	return container.NewStack(newTaskRow(), newRemark())
}

func (r *rows) update(id widget.ListItemID, o fyne.CanvasObject) {
	if id >= len(r.shown) {
		return
	}
	both := o.(*fyne.Container).Objects
	task, note := both[0].(*fyne.Container), both[1].(*remark)
	now := r.shown[id]
	if now.remark != nil {
		task.Hide()
		note.set(now.remark)
		note.show = r.actions.show
		note.Show()
		return
	}
	note.Hide()
	taskRowOf(task).set(now.task, now.now, r.actions)
	task.Show()
}

// remarks are what is to be said about a task: why it was not made.
func remarks(t Task) []said {
	switch t.State {
	case Failed:
		text, hint := explain(t.Err)
		return []said{{text: text, hint: hint}}
	case Stopped:
		return obstacles(t.Path, t.Findings)
	}
	return nil
}

// obstacles are the findings that stop a final document.
func obstacles(path string, findings []press.Finding) []said {
	var out []said
	more := 0
	for _, f := range findings {
		if f.Severity != bulletins.Error {
			continue
		}
		if len(out) == maxRemarks {
			more++
			continue
		}
		s := said{text: f.Text}
		if s.text == "" {
			s.text, s.hint = ui.Message(f.Diagnostic)
		}
		if f.Inside() && f.File == path {
			s.path, s.offset = path, f.Range.Start
		} else if f.Line > 0 {
			s.text = f.File + "：" + s.text
		}
		out = append(out, s)
	}
	if more > 0 {
		out = append(out, said{text: ui.Say("export-more", "count", strconv.Itoa(more))})
	}
	return out
}

// taskRow is a task in the list.
type taskRow struct {
	*fyne.Container
	icon          *widget.Icon
	title, status *widget.Label
	buttons       [5]*ui.Button // in the order of rowButtons
}

// rowButtons are what can be done with a task, depending on its state.
var rowButtons = [5]struct {
	key  string
	icon fyne.ThemeIconName
	when func(Task) bool
	do   func(actions) func(int)
}{
	{"export-cancel-one", theme.IconNameCancel, func(t Task) bool { return !t.State.Over() }, func(a actions) func(int) { return a.stop }},
	{"export-open", theme.IconNameFile, func(t Task) bool { return t.State == Made }, func(a actions) func(int) { return a.open }},
	{"export-reveal", theme.IconNameFolderOpen, func(t Task) bool { return t.State == Made }, func(a actions) func(int) { return a.reveal }},
	{"export-as-draft", theme.IconNameDocument, func(t Task) bool { return t.State == Stopped }, func(a actions) func(int) { return a.draft }},
	{"export-retry", theme.IconNameViewRefresh, func(t Task) bool { return t.State == Failed || t.State == Cancelled || t.State == Stopped }, func(a actions) func(int) { return a.retry }},
}

func newTaskRow() *fyne.Container {
	icon := widget.NewIcon(theme.DocumentIcon())
	title, status := widget.NewLabel(""), widget.NewLabel("")
	title.TextStyle.Bold = true
	title.Truncation, status.Truncation = fyne.TextTruncateEllipsis, fyne.TextTruncateEllipsis
	buttons := container.NewHBox()
	for _, b := range rowButtons {
		button := ui.NewButtonWithIcon(ui.Say(b.key), theme.Current().Icon(b.icon), nil)
		button.Hide() // so that a row is no wider than what it shows
		buttons.Add(button)
	}
	texts := container.New(layout.NewCustomPaddedVBoxLayout(-2*theme.InnerPadding()+theme.Padding()), title, status)
	room := canvas.NewRectangle(color.Transparent) // for the bar of the list
	room.SetMinSize(fyne.NewSize(theme.ScrollBarSize(), 0))
	return container.NewBorder(nil, nil, icon, container.NewHBox(container.NewCenter(buttons), room), texts)
}

// taskRowOf finds the parts of a row that newTaskRow made.
func taskRowOf(c *fyne.Container) *taskRow {
	t := &taskRow{Container: c}
	texts := c.Objects[0].(*fyne.Container)
	t.title, t.status = texts.Objects[0].(*widget.Label), texts.Objects[1].(*widget.Label)
	t.icon = c.Objects[1].(*widget.Icon)
	for i, b := range c.Objects[2].(*fyne.Container).Objects[0].(*fyne.Container).Objects[0].(*fyne.Container).Objects {
		t.buttons[i] = b.(*ui.Button)
	}
	return t
}

// looks are how states look in the list.
var looks = map[State]struct {
	icon  fyne.ThemeIconName
	color fyne.ThemeColorName
}{
	Waiting:   {theme.IconNameMoreHorizontal, theme.ColorNameDisabled},
	Working:   {theme.IconNameMediaPlay, theme.ColorNamePrimary},
	Made:      {theme.IconNameConfirm, theme.ColorNameSuccess},
	Stopped:   {theme.IconNameWarning, theme.ColorNameWarning},
	Failed:    {theme.IconNameError, theme.ColorNameError},
	Cancelled: {theme.IconNameCancel, theme.ColorNameDisabled},
	Skipped:   {theme.IconNameMediaSkipNext, theme.ColorNameDisabled},
}

func (t *taskRow) set(i int, now Task, a actions) {
	look := looks[now.State]
	t.icon.SetResource(theme.NewColoredResource(theme.Current().Icon(look.icon), look.color))
	t.title.SetText(now.Title)
	t.status.SetText(now.status())
	for k, b := range rowButtons {
		do := b.do(a)
		t.buttons[k].OnTapped = func() { do(i) }
		show(t.buttons[k], b.when(now))
	}
	t.Refresh()
}

// status says how far a task is.
func (t Task) status() string {
	switch t.State {
	case Working:
		if t.Pages > 0 {
			return ui.Say("export-working-of", "done", strconv.Itoa(t.Done), "pages", strconv.Itoa(t.Pages))
		}
		return ui.Say("export-working", "done", strconv.Itoa(t.Done))
	case Made:
		return ui.Say("export-made", "name", fileNames(t.Files), "pages", strconv.Itoa(t.Pages))
	case Stopped:
		return ui.Say("export-stopped", "count", strconv.Itoa(errorsIn(t.Findings)))
	}
	return ui.Say([...]string{Waiting: "export-waiting", Failed: "export-failed", Cancelled: "export-cancelled", Skipped: "export-skipped"}[t.State])
}

func errorsIn(findings []press.Finding) int {
	n := 0
	for _, f := range findings {
		if f.Severity == bulletins.Error {
			n++
		}
	}
	return n
}
