package export

import (
	"context"
	"path/filepath"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"safety365/app/press"
	"safety365/app/ui"
)

// scope is a set of documents that may be exported.
type scope struct {
	words string
	paths []string
}

// choosing is the face on which it is chosen what to export.
type choosing struct {
	panel   *Panel
	outputs []press.Output
	scopes  []scope
	folders []string // as offered; "" is the one beside the documents

	output     *widget.RadioGroup
	note       *ui.Text
	resolution *ui.Select
	sharpness  *fyne.Container // the resolution with its name; hidden where there is none
	documents  *widget.RadioGroup
	folder     *ui.Select
	names      *widget.Label
	export     *ui.Button
	activity   *widget.ProgressBarInfinite
	form       *fyne.Container
	content    fyne.CanvasObject
	round      int // of looking for the names
}

// choose shows the face to choose on.
func (p *Panel) choose() {
	p.running = nil
	p.choosing = newChoosing(p)
	p.put(p.choosing.content)
}

func newChoosing(p *Panel) *choosing {
	c := &choosing{panel: p, outputs: press.Outputs(), scopes: p.scopes()}
	c.note = ui.NewQuietText("")
	c.names = widget.NewLabel("")
	c.names.Truncation = fyne.TextTruncateEllipsis
	c.activity = widget.NewProgressBarInfinite()
	c.export = ui.NewButtonWithIcon(ui.Say("export-do"), theme.DownloadIcon(), c.start)
	c.export.Importance = widget.HighImportance
	c.makeResolution()
	c.makeOutput()
	c.makeDocuments()
	c.makeFolder()
	c.lay()
	c.busy(false)
	c.pick()
	return c
}

// scopes lists what can be exported now.
func (p *Panel) scopes() []scope {
	var out []scope
	if len(p.wanted) > 0 {
		out = append(out, scope{ui.Say("export-selected", "count", strconv.Itoa(len(p.wanted))), p.wanted})
	}
	if p.o.Current != nil {
		if path := p.o.Current(); path != "" {
			out = append(out, scope{ui.Say("export-this", "name", filepath.Base(path)), []string{path}})
		}
	}
	if paths := list(p.o.Selected); len(paths) > 0 && len(p.wanted) == 0 {
		out = append(out, scope{ui.Say("export-selected", "count", strconv.Itoa(len(paths))), paths})
	}
	if paths := list(p.o.Folder); len(paths) > 0 {
		out = append(out, scope{ui.Say("export-all", "count", strconv.Itoa(len(paths))), paths})
	}
	return out
}

func (c *choosing) makeOutput() {
	var names []string
	chosen := 0
	for i, o := range c.outputs {
		names = append(names, ui.Say(o.Label))
		if o.ID == c.panel.choice.Output {
			chosen = i
		}
	}
	c.output = ui.NewRadioGroup(names, names[chosen], func(string) { c.pick() })
}

func (c *choosing) makeResolution() {
	c.resolution = ui.NewSelect(nil, nil)
	c.sharpness = container.NewBorder(nil, nil, widget.NewLabel(ui.Say("export-resolution")), nil, c.resolution)
}

func (c *choosing) makeDocuments() {
	var names []string
	for _, s := range c.scopes {
		names = append(names, s.words)
	}
	chosen := ""
	if len(names) > 0 {
		chosen = names[0]
	}
	c.documents = ui.NewRadioGroup(names, chosen, func(string) { c.pick() })
}

// makeFolder offers the folder beside the documents, the one used last, and any
// other.
func (c *choosing) makeFolder() {
	c.folder = ui.NewSelect(nil, nil)
	c.offer(c.panel.choice.Folder)
	c.folder.OnChanged = func(string) {
		if i := c.folder.SelectedIndex(); i < len(c.folders) {
			c.panel.choice.Folder = c.folders[i]
			c.pick()
			return
		}
		c.offer(c.panel.choice.Folder) // until another is chosen
		c.panel.chooseFolder(c.folderPath(), func(folder string) {
			c.panel.choice.Folder = folder
			c.offer(folder)
			c.pick()
		})
	}
}

// offer fills the list of folders and selects one.
func (c *choosing) offer(chosen string) {
	c.folders = []string{""}
	names := []string{ui.Say("export-beside", "folder", ui.Say("export-folder"))}
	last := c.panel.o.Choice.Folder
	for _, folder := range []string{last, chosen} {
		if folder != "" && folder != c.folders[len(c.folders)-1] {
			c.folders, names = append(c.folders, folder), append(names, shorten(folder, 48))
		}
	}
	at := 0
	for i, folder := range c.folders {
		if folder == chosen {
			at = i
		}
	}
	changed := c.folder.OnChanged
	c.folder.OnChanged = nil
	c.folder.SetOptions(append(names, ui.Say("export-other-folder")))
	c.folder.SetSelectedIndex(at)
	c.folder.OnChanged = changed
}

// shorten leaves out the middle of a path.
func shorten(path string, limit int) string {
	r := []rune(path)
	if len(r) <= limit {
		return path
	}
	return string(r[:limit/3]) + "…" + string(r[len(r)-(limit-limit/3-1):])
}

func (p *Panel) chooseFolder(begin string, chosen func(string)) {
	picked := func(folder string) {
		ui.Do(func() {
			if folder != "" {
				chosen(folder)
			}
		})
	}
	if p.o.ChooseFolder != nil {
		p.o.ChooseFolder(begin, picked)
		return
	}
	dialog.ShowFolderOpen(func(uri fyne.ListableURI, err error) {
		if err == nil && uri != nil {
			picked(uri.Path())
		}
	}, p.o.Window)
}

// lay puts the controls beside their names.
func (c *choosing) lay() {
	name := func(key string) fyne.CanvasObject {
		l := widget.NewLabel(ui.Say(key))
		l.TextStyle.Bold = true
		return container.NewVBox(l)
	}
	c.form = container.New(layout.NewFormLayout(),
		name("export-what"), container.NewVBox(c.output, c.note, c.sharpness),
		name("export-which"), c.documents,
		name("export-where"), c.folder,
		name("export-names"), c.names,
	)
	cancel := ui.NewButton(ui.Say("cancel"), c.panel.Hide)
	buttons := container.NewHBox(layout.NewSpacer(), cancel, c.export)
	c.content = container.NewBorder(nil, container.NewVBox(c.activity, buttons), nil, nil, container.NewVScroll(c.form))
}

func (c *choosing) chosenOutput() press.Output {
	for i, name := range c.output.Options {
		if name == c.output.Selected {
			return c.outputs[i]
		}
	}
	return c.outputs[0]
}

func (c *choosing) chosenPaths() []string {
	for _, s := range c.scopes {
		if s.words == c.documents.Selected {
			return s.paths
		}
	}
	return nil
}

// folderPath is the path of the folder that is chosen.
func (c *choosing) folderPath() string {
	if folder := c.panel.choice.Folder; folder != "" {
		return folder
	}
	paths := c.chosenPaths()
	if len(paths) == 0 {
		return ""
	}
	return filepath.Join(filepath.Dir(paths[0]), ui.Say("export-folder"))
}

// pick shows what follows from what was picked.
func (c *choosing) pick() {
	o := c.chosenOutput()
	c.panel.choice.Output = o.ID
	c.note.SetText(ui.Say(o.Label + "-note"))
	c.pickResolution(o)
	c.form.Refresh()
	if len(c.chosenPaths()) == 0 {
		c.export.Disable()
		c.names.SetText(ui.Say("export-none"))
		return
	}
	c.export.Enable()
	c.preview()
}

func (c *choosing) pickResolution(o press.Output) {
	if len(o.Resolutions) == 0 {
		c.sharpness.Hide()
		return
	}
	names := make([]string, len(o.Resolutions))
	chosen := 0
	for i, dpi := range o.Resolutions {
		names[i] = ui.Say("export-dpi", "dpi", strconv.Itoa(dpi))
		if dpi == c.panel.choice.Resolution {
			chosen = i
		}
	}
	c.resolution.OnChanged = nil
	c.resolution.SetOptions(names)
	c.resolution.SetSelectedIndex(chosen)
	c.resolution.OnChanged = func(string) {
		c.panel.choice.Resolution = o.Resolutions[c.resolution.SelectedIndex()]
	}
	c.sharpness.Show()
}

// preview shows the name of the first file, once it is known.
func (c *choosing) preview() {
	c.round++
	round, r := c.round, c.request()
	count := len(r.paths)
	r.paths = r.paths[:1]
	read := c.panel.o.reads(r.paths)
	ui.Go(func() {
		tasks, err := plan(context.Background(), r, read)
		ui.Do(func() {
			if err != nil || round != c.round || len(tasks) == 0 {
				return
			}
			name := tasks[0].Place.Name + r.output.Extension
			if count > 1 {
				name = ui.Say("export-names-more", "name", name, "count", strconv.Itoa(count))
			}
			c.names.SetText(name)
		})
	})
}

func (c *choosing) request() request {
	return request{output: c.chosenOutput(), paths: c.chosenPaths(), folder: c.folderPath(), resolution: c.dpi()}
}

// dpi is the resolution that is shown, 0 if there is none to choose.
func (c *choosing) dpi() int {
	if list := c.chosenOutput().Resolutions; len(list) > 0 {
		return list[max(0, c.resolution.SelectedIndex())]
	}
	return 0
}

// busy shows that documents are being looked at.
func (c *choosing) busy(on bool) {
	if on {
		c.export.Disable()
		c.activity.Show()
		c.activity.Start()
		return
	}
	c.export.Enable()
	c.activity.Stop()
	c.activity.Hide()
}

func (c *choosing) start() {
	r := c.request()
	if len(r.paths) == 0 {
		return
	}
	call(c.panel.o.Remember, c.panel.choice)
	c.panel.o.Choice = c.panel.choice
	c.panel.export(r)
}
