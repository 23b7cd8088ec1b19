package export

import (
	"context"
	"path/filepath"
	"strconv"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"safety365/app/ui"
)

// running is the face that shows how documents are made and what became of them.
type running struct {
	panel  *Panel
	batch  *batch
	tasks  []Task // as shown
	busy   bool
	cancel context.CancelFunc
	over   sync.WaitGroup

	summary *widget.Label
	bar     *widget.ProgressBar
	rows    *rows
	stop    *ui.Button // cancels all
	hide    *ui.Button // closes the panel, or lets it go on in the background
	back    *ui.Button // to choose again
	retry   *ui.Button
	drafts  *ui.Button
	folder  *ui.Button
	buttons *fyne.Container
	content fyne.CanvasObject
}

// run shows the face and makes what a batch has to make.
func (p *Panel) run(b *batch) {
	b.keep = p.o.Keep
	p.choosing = nil
	p.running = newRunning(p, b)
	p.put(p.running.content)
	p.running.start()
}

func newRunning(p *Panel, b *batch) *running {
	r := &running{panel: p, batch: b, cancel: func() {}}
	for _, t := range b.tasks {
		r.tasks = append(r.tasks, *t)
	}
	r.summary = widget.NewLabel("")
	r.summary.TextStyle.Bold = true
	r.summary.Truncation = fyne.TextTruncateEllipsis
	r.bar = widget.NewProgressBar()
	r.rows = newRows(actions{stop: b.stop, retry: r.again, draft: r.draft, open: r.open, reveal: r.reveal, show: r.show})
	r.stop = ui.NewButtonWithIcon(ui.Say("export-cancel"), theme.CancelIcon(), func() { r.cancel() })
	r.hide = ui.NewButton("", p.Hide)
	r.back = ui.NewButtonWithIcon(ui.Say("export-back"), theme.NavigateBackIcon(), p.choose)
	r.retry = ui.NewButtonWithIcon(ui.Say("export-retry-all"), theme.ViewRefreshIcon(), func() { r.repeat(false, failed) })
	r.drafts = ui.NewButton(ui.Say("export-as-draft-all"), func() { r.repeat(true, stopped) })
	r.folder = ui.NewButtonWithIcon(ui.Say("export-show-folder"), theme.FolderOpenIcon(), r.showFolder)
	r.buttons = container.NewHBox(r.back, r.folder, layout.NewSpacer(), r.drafts, r.retry, r.stop, r.hide)
	r.content = container.NewBorder(container.NewVBox(r.summary, r.bar), r.buttons, nil, nil, r.rows.list)
	return r
}

func failed(t Task) bool  { return t.State == Failed || t.State == Cancelled }
func stopped(t Task) bool { return t.State == Stopped }

// start makes what waits, in the background.
func (r *running) start() {
	ctx, cancel := context.WithCancel(context.Background())
	r.busy, r.cancel = true, cancel
	r.over.Add(1)
	r.refresh()
	var paths []string
	for _, t := range r.tasks {
		paths = append(paths, t.Path)
	}
	read := r.panel.o.reads(paths)
	ui.Go(func() {
		defer r.over.Done()
		defer cancel()
		r.batch.run(ctx, read)
		ui.Do(r.finished)
	})
}

// finished says how it went, in passing if the panel has been put away.
func (r *running) finished() {
	r.busy = false
	r.refresh()
	call(r.panel.o.Busy, "")
	if r.panel.shown {
		r.panel.o.Window.Canvas().Focus(r.hide)
	} else {
		call(r.panel.o.Tell, r.told())
	}
}

// note takes a task that changed; it is called from workers.
func (p *Panel) note(i int, t Task) {
	p.mu.Lock()
	p.latest[i] = t
	post := !p.posted
	p.posted = true
	p.mu.Unlock()
	if post {
		ui.Do(p.update)
	}
}

// update shows the tasks that changed.
func (p *Panel) update() {
	p.mu.Lock()
	latest := p.latest
	p.latest, p.posted = map[int]Task{}, false
	p.mu.Unlock()
	r := p.running
	if r == nil {
		return
	}
	for i, t := range latest {
		if i < len(r.tasks) {
			r.tasks[i] = t
		}
	}
	r.refresh()
}

// count counts the tasks in each state.
func (r *running) count() (of map[State]int) {
	of = map[State]int{}
	for _, t := range r.tasks {
		of[t.State]++
	}
	return of
}

// refresh shows everything anew.
func (r *running) refresh() {
	of := r.count()
	over := len(r.tasks) - of[Waiting] - of[Working]
	r.summary.SetText(r.told())
	r.bar.SetValue(float64(over) / float64(max(1, len(r.tasks))))
	if r.bar.Visible() != r.busy {
		show(r.bar, r.busy)
		r.content.Refresh() // the list takes its room
	}
	show(r.stop, r.busy)
	show(r.back, !r.busy)
	show(r.folder, of[Made] > 0)
	show(r.retry, !r.busy && of[Failed]+of[Cancelled] > 1)
	show(r.drafts, !r.busy && of[Stopped] > 1)
	r.hide.SetText(ui.Say(map[bool]string{true: "export-background", false: "close"}[r.busy]))
	r.hide.Importance = map[bool]widget.Importance{true: widget.MediumImportance, false: widget.HighImportance}[r.busy]
	r.buttons.Refresh()
	r.rows.show(r.tasks)
	if r.busy {
		call(r.panel.o.Busy, r.told())
	}
}

func show(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

// told sums up how it goes or went.
func (r *running) told() string {
	of := r.count()
	if r.busy {
		return ui.Say("export-running", "done", strconv.Itoa(len(r.tasks)-of[Waiting]-of[Working]), "all", strconv.Itoa(len(r.tasks)))
	}
	if of[Made] == len(r.tasks) {
		if len(r.tasks) == 1 && len(r.tasks[0].Files) > 0 {
			return ui.Say("export-done-one", "name", filepath.Base(r.tasks[0].Files[0]))
		}
		return ui.Say("export-done", "count", strconv.Itoa(of[Made]))
	}
	return ui.Say("export-partly", "made", strconv.Itoa(of[Made]), "not", strconv.Itoa(len(r.tasks)-of[Made]))
}

// again tries a task again.
func (r *running) again(i int) { r.repeatIf(false, func(k int, _ *Task) bool { return k == i }) }

// draft makes a draft of a task that was stopped.
func (r *running) draft(i int) { r.repeatIf(true, func(k int, _ *Task) bool { return k == i }) }

func (r *running) repeat(asDraft bool, which func(Task) bool) {
	r.repeatIf(asDraft, func(_ int, t *Task) bool { return which(*t) })
}

// repeatIf makes tasks once more. A name that a draft would take may need asking.
func (r *running) repeatIf(asDraft bool, which func(int, *Task) bool) {
	if r.busy || r.batch.again(which, asDraft) == 0 {
		return
	}
	p := r.panel
	p.askClashes(r.batch.tasks, func() {
		for i, t := range r.batch.tasks {
			r.tasks[i] = *t
		}
		r.start()
	})
}

func (r *running) open(i int) {
	if files := r.tasks[i].Files; len(files) > 0 {
		Open(files[0], r.panel.failed)
	}
}

func (r *running) reveal(i int) {
	if files := r.tasks[i].Files; len(files) > 0 {
		Reveal(files[0], r.panel.failed)
	}
}

func (r *running) showFolder() {
	for i, t := range r.tasks {
		if len(t.Files) > 0 {
			r.reveal(i)
			return
		}
	}
}

// show goes to a place in a document.
func (r *running) show(path string, offset int) {
	r.panel.Hide()
	if r.panel.o.Goto != nil {
		r.panel.o.Goto(path, offset)
	}
}
