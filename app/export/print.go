package export

import (
	"context"
	"errors"
	"path/filepath"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"safety365/app/press"
	"safety365/app/ui"
	"safety365/bulletins"
	"safety365/bulletins/kinds"
)

// printing is a document on its way to the printer.
type printing struct {
	o      Options
	path   string
	cancel context.CancelFunc
	dialog *ui.Dialog

	// What stands in the dialog, for tests: the button that goes on, and others.
	yes, other, no *ui.Button
	printer        *ui.Select
	rows           *rows

	// The system's, replaced in tests.
	printers func() []printer
	send     func(to printer, file, title string) error
	open     func(file string, failed func(error))
}

// printer is one that the system knows.
type printer struct {
	id      string // "" is the system's default
	preset  bool   // it is the default
	printed string // its name for people
}

// Print prints a document: the one in the window, saved or not. If its content stops
// a final one, it asks whether a draft shall be printed.
func Print(o Options, path string) {
	p := &printing{o: o, path: path, printers: systemPrinters, send: sendToPrinter, open: Open}
	p.make(false)
}

// sheet is a PDF that was made to be printed.
type sheet struct {
	file, title string
	pages       int
	findings    []press.Finding
}

// make makes the PDF in the background.
func (p *printing) make(draft bool) {
	ctx, cancel := context.WithCancel(context.Background())
	p.cancel = cancel
	bar := widget.NewProgressBarInfinite()
	p.no = ui.NewButton(ui.Say("cancel"), cancel)
	p.put(ui.Say("print-preparing"), bar, p.no)
	p.dialog.SetOnClosed(cancel)
	read := p.o.reads([]string{p.path})
	ui.Go(func() {
		made, err := makeSheet(ctx, p.path, read, draft)
		ui.Do(func() {
			bar.Stop()
			p.dialog.Hide()
			switch {
			case errors.Is(err, context.Canceled):
			case errors.Is(err, press.ErrContent):
				p.stopped(made)
			case err != nil:
				(&Panel{o: p.o}).failed(err)
			default:
				p.ask(made)
			}
		})
	})
}

func makeSheet(ctx context.Context, path string, read reader, draft bool) (sheet, error) {
	var s sheet
	text, err := read.read(path)
	if err != nil {
		return s, err
	}
	folder, err := temporaryFolder()
	if err != nil {
		return s, err
	}
	var id press.Identity
	err = press.Protect(func() error {
		id = press.Identify(bulletins.Parse(path, text, kinds.Schema()))
		return nil
	})
	if err != nil {
		return s, err
	}
	s.title = press.FileName(id, markOf(press.Output{Draft: draft}, id))
	s.file = filepath.Join(folder, s.title+".pdf")
	job := &press.Job{Path: path, Text: text, Settings: press.Settings{Draft: draft}}
	defer job.Close()
	s.pages, err = job.PDF(ctx, press.ToFile(s.file))
	s.findings = job.Findings
	return s, err
}

// put shows a dialog in the place of the one before.
func (p *printing) put(title string, content fyne.CanvasObject, buttons ...fyne.CanvasObject) {
	p.dialog = ui.NewDialog(title, content, p.o.Window)
	p.dialog.SetButtons(buttons)
	ui.Open(p.dialog)
	fit(p.dialog, 460, p.o.Window)
}

// stopped shows what stands in the way of a final document.
func (p *printing) stopped(s sheet) {
	goTo := func(path string, offset int) {
		p.dialog.Hide()
		if p.o.Goto != nil {
			p.o.Goto(path, offset)
		}
	}
	p.rows = newRows(actions{show: goTo})
	p.rows.shown = nil
	for _, r := range obstacles(p.path, s.findings) {
		p.rows.shown = append(p.rows.shown, row{remark: &r})
	}
	p.no = ui.NewButton(ui.Say("cancel"), func() { p.dialog.Hide() })
	p.yes = ui.NewButton(ui.Say("print-draft"), func() {
		p.dialog.Hide()
		p.make(true)
	})
	p.yes.Importance = widget.HighImportance
	p.put(ui.Say("print-stopped"), container.NewStack(p.rows.list), p.no, p.yes)
	p.dialog.Resize(within(fyne.NewSize(620, 420), p.o.Window))
}

// ask asks which printer, or hands the file to the viewer if there is none.
func (p *printing) ask(s sheet) {
	ui.Go(func() {
		all := p.printers()
		ui.Do(func() {
			if len(all) == 0 {
				p.view(s)
				return
			}
			p.choose(s, all)
		})
	})
}

func (p *printing) choose(s sheet, all []printer) {
	var names []string
	chosen := 0
	for i, one := range all {
		names = append(names, one.printed)
		if one.preset {
			chosen = i
		}
	}
	p.printer = ui.NewSelect(names, nil)
	p.printer.SetSelectedIndex(chosen)
	what := ui.NewText(ui.Say("print-what", "name", s.title, "pages", strconv.Itoa(s.pages)))
	p.no = ui.NewButton(ui.Say("cancel"), func() { p.dialog.Hide() })
	p.other = ui.NewButton(ui.Say("print-view"), func() {
		p.dialog.Hide()
		p.view(s)
	})
	p.yes = ui.NewButton(ui.Say("print-do"), func() {
		p.dialog.Hide()
		p.hand(s, all[max(0, p.printer.SelectedIndex())])
	})
	p.yes.Importance = widget.HighImportance
	p.put(ui.Say("print-title"), container.NewVBox(what, p.printer), p.no, p.other, p.yes)
	p.o.Window.Canvas().Focus(p.yes)
}

// view opens the file in the system's viewer, which prints it.
func (p *printing) view(s sheet) {
	p.open(s.file, (&Panel{o: p.o}).failed)
	call(p.o.Tell, ui.Say("print-viewed"))
}

// hand hands the file to a printer.
func (p *printing) hand(s sheet, to printer) {
	ui.Go(func() {
		err := p.send(to, s.file, s.title)
		ui.Do(func() {
			if err != nil {
				(&Panel{o: p.o}).failed(err)
				return
			}
			call(p.o.Tell, ui.Say("print-sent", "name", s.title, "printer", to.printed))
		})
	})
}
