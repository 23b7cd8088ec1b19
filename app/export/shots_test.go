package export

import (
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"safety365/app/look"
	"safety365/app/ui"
	"safety365/assets"
)

// TestFits: in every language the faces of the panel have room for their words. With
// SAFETY365_SHOTS=FOLDER pictures of them are written there.
func TestFits(t *testing.T) {
	for _, lang := range assets.Languages {
		t.Run(lang, func(t *testing.T) {
			docs := map[string]string{"a.md": fine, "b.md": second, "c.md": faulty + strings.Repeat("\n![塔吊](没有.png)\n", 3)}
			d := newDesk(t, docs)
			ui.SetLanguage(lang)
			fyne.CurrentApp().Settings().SetTheme(look.New(look.Settings{Language: lang}))
			d.panel = New(d.options())
			d.selected = []string{d.path("a.md"), d.path("b.md")}
			d.panel.ShowOutput("png")
			d.until("the name is shown", func() bool { return d.panel.choosing.names.Text != "" })
			d.look("choice-" + lang)
			d.panel.Hide()

			d.write(ui.Say("export-folder")+"/安委〔2026〕3号 关于开展“百日清零”行动的通知.pdf", "older")
			d.write(ui.Say("export-folder")+"/把责任落到班组.pdf", "older")
			d.export("final", 2)
			d.until("it asks", func() bool { return d.panel.question != nil })
			d.look("clash-" + lang)
			d.panel.question.all.SetChecked(true)
			test.Tap(d.panel.question.answer[KeepBoth])
			d.over()
			r := d.panel.running
			d.look("done-" + lang)
			r.tasks = append(r.tasks, r.tasks[2], r.tasks[0], r.tasks[1], r.tasks[1])
			r.tasks[3].State, r.tasks[4].State, r.tasks[5].State, r.tasks[6].State = Failed, Working, Waiting, Cancelled
			r.tasks[3].Err, r.busy = os.ErrPermission, true
			r.refresh()
			d.look("run-" + lang)
			d.panel.Hide()

			p := &printing{o: d.options(), path: d.path("c.md"), printers: func() []printer { return []printer{{id: "HP", printed: "HP_LaserJet"}} }}
			p.make(false)
			d.until("it is stopped", func() bool { return p.yes != nil })
			d.look("print-stopped-" + lang)
			p.yes, p.printer = nil, nil
			p.dialog.Hide()
			p.make(true)
			d.until("it asks", func() bool { return p.printer != nil })
			d.look("print-" + lang)
		})
	}
}

// look checks that everything has room, and keeps a picture.
func (d *desk) look(name string) {
	d.t.Helper()
	d.settle()
	canvas := d.window.Canvas()
	d.roomy(name, canvas.Overlays().Top())
	folder := os.Getenv("SAFETY365_SHOTS")
	if folder == "" {
		return
	}
	for shade, suffix := range map[look.Shade]string{look.Light: "", look.Dark: "-dark"} {
		settings := fyne.CurrentApp().Settings()
		old := settings.Theme().(*look.Look).Settings
		now := old
		now.Shade = shade
		settings.SetTheme(look.New(now))
		f, err := os.Create(filepath.Join(folder, name+suffix+".png"))
		if err != nil {
			d.t.Fatal(err)
		}
		png.Encode(f, canvas.Capture())
		f.Close()
		settings.SetTheme(look.New(old))
	}
}

// roomy checks that no widget has less room than it needs.
func (d *desk) roomy(name string, o fyne.CanvasObject) {
	d.t.Helper()
	if !o.Visible() {
		return
	}
	need, has := o.MinSize(), o.Size()
	if has.IsZero() { // Fyne's dialogs draw their titles so
		return
	}
	if need.Width > has.Width+1 || need.Height > has.Height+1 {
		words := ""
		switch w := o.(type) {
		case *widget.Label:
			words = w.Text
		case *ui.Button:
			words = w.Text
		}
		d.t.Errorf("%s: %T %q needs %v, has %v", name, o, words, need, has)
	}
	switch o := o.(type) {
	case *container.Scroll:
		return // what is in it may be larger
	case *fyne.Container:
		for _, inner := range o.Objects {
			d.roomy(name, inner)
		}
	case fyne.Widget:
		for _, inner := range test.WidgetRenderer(o).Objects() {
			d.roomy(name, inner)
		}
	}
}
