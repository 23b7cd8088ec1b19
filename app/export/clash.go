package export

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"safety365/app/ui"
)

// question is what is asked about one file that exists.
type question struct {
	text   *ui.Text
	all    *ui.Check // the answer goes for those that follow too
	answer map[Answer]*ui.Button
	cancel *ui.Button
	dialog *ui.Dialog
}

// askClashes asks about every task whose files exist, then goes on. If nobody wants
// to answer, nothing is made.
func (p *Panel) askClashes(tasks []*Task, goOn func()) {
	open := clashes(tasks)
	if len(open) == 0 {
		goOn()
		return
	}
	p.ask(open[0], len(open)-1, func(a Answer, all bool) {
		settle(tasks, open[0], a)
		if all {
			for _, t := range open[1:] {
				settle(tasks, t, a)
			}
		}
		p.askClashes(tasks, goOn)
	}, func() { p.unask(tasks) })
}

// unask goes back to where the question came from.
func (p *Panel) unask(tasks []*Task) {
	if p.running == nil {
		return
	}
	for _, t := range tasks {
		if t.State == Waiting {
			t.State = Cancelled
		}
	}
	for i, t := range p.running.batch.tasks {
		p.running.tasks[i] = *t
	}
	p.running.refresh()
}

// ask asks about one task; more others follow.
func (p *Panel) ask(t *Task, more int, answer func(a Answer, all bool), cancelled func()) {
	q := &question{answer: map[Answer]*ui.Button{}}
	q.text = ui.NewText(ui.Say("export-exists", "name", fileNames(t.Clash)))
	folder := ui.NewQuietText(ui.Say("export-exists-folder", "folder", shorten(t.Place.Folder, 60)))
	q.all = ui.NewCheck(ui.Say("export-for-all", "count", strconv.Itoa(more)), nil)
	show(q.all, more > 0)
	q.dialog = ui.NewDialog(ui.Say("export-exists-title"), container.NewVBox(q.text, folder, q.all), p.o.Window)
	answered := false
	q.dialog.SetOnClosed(func() {
		if !answered {
			cancelled()
		}
	})
	button := func(key string, a Answer) *ui.Button {
		b := ui.NewButton(ui.Say(key), func() {
			answered = true
			q.dialog.Hide()
			answer(a, q.all.Checked)
		})
		q.answer[a] = b
		return b
	}
	q.cancel = ui.NewButton(ui.Say("cancel"), q.dialog.Hide)
	replace := button("export-replace", Replace)
	both := button("export-keep-both", KeepBoth)
	skip := button("export-skip", Skip)
	both.Importance = widget.HighImportance // nothing is lost by it
	q.dialog.SetButtons([]fyne.CanvasObject{q.cancel, skip, replace, both})
	p.question = q
	ui.Open(q.dialog)
	fit(q.dialog, 560, p.o.Window)
	p.o.Window.Canvas().Focus(both)
}
