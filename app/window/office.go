package window

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"safety365/app/drafting"
	"safety365/app/ime"
	"safety365/app/keeping"
	"safety365/app/ui"
	"safety365/bulletins"
)

// officeFile holds what an office says once for all documents of a folder. Below
// "fields" stand values for their front matter.
const officeFile = "office.yaml"

// officeField is a question of the office's form.
type officeField struct {
	key  string
	list bool // its texts stand with ； between them
}

var officeFields = []officeField{
	{"issuer", false}, {"code", false}, {"contact", true}, {"to", true}, {"cc", true},
	{"address", false}, {"city", false}, {"printed_by", false}, {"logo", false},
}

// officeText is the file of an office as a document's front matter, so that it is
// changed by lines as that is: comments and unknown keys stay.
func officeText(yaml string) *bulletins.Document {
	yaml = strings.TrimPrefix(strings.TrimPrefix(yaml, "\ufeff"), "---\n")
	if yaml != "" && !strings.HasSuffix(yaml, "\n") {
		yaml += "\n"
	}
	return bulletins.Parse(officeFile, "---\n"+yaml+"---\n", nil)
}

// withOffice returns an office's file with values changed; those of nil go.
func withOffice(yaml string, values map[string]drafting.Field) string {
	d := officeText(yaml)
	for _, f := range officeFields {
		value, asked := values[f.key]
		if !asked {
			continue
		}
		if c, ok := drafting.SetField(d, []string{"fields", f.key}, value); ok {
			text := d.Text
			for i := len(c.Edits) - 1; i >= 0; i-- {
				e := c.Edits[i]
				text = text[:e.Range.Start] + e.Text + text[e.Range.End:]
			}
			d = bulletins.Parse(officeFile, text, nil)
		}
	}
	return strings.TrimSuffix(strings.TrimPrefix(d.Text, "---\n"), "---\n")
}

// shownOffice is a value as the form shows it. Fixed is one that is too rich for it.
func shownOffice(v bulletins.Value) (text string, fixed bool) {
	var texts []string
	for _, e := range v.List {
		fixed = fixed || e.Map != nil || e.List != nil
		texts = append(texts, e.Text)
	}
	if v.List != nil {
		return strings.Join(texts, "；"), fixed
	}
	return v.Text, v.Map != nil
}

// field is what was typed as a value.
func (f officeField) field(text string) drafting.Field {
	text = strings.TrimSpace(text)
	if text == "" {
		return nil
	}
	if !f.list {
		return drafting.Text(text)
	}
	var out drafting.List
	for _, s := range strings.FieldsFunc(text, func(r rune) bool { return r == '；' || r == ';' || r == '\n' }) {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// showOffice asks about the office that documents of the folder come from.
func (w *Window) showOffice() {
	dir := w.folder
	if dir == "" {
		dir = homeFolder()
	}
	path := filepath.Join(dir, officeFile)
	ui.Go(func() {
		file, err := &keeping.File{Path: path}, error(nil)
		if _, missing := os.Stat(path); !errors.Is(missing, fs.ErrNotExist) {
			file, err = keeping.Read(path)
		}
		ui.Do(func() {
			if err != nil {
				w.failed(err)
				return
			}
			w.askOffice(path, file.Text)
		})
	})
}

// askOffice shows the form for a file that says yaml now.
func (w *Window) askOffice(path, yaml string) {
	fields := officeText(yaml).Meta.Values["fields"].Map
	entries := map[string]*ime.Entry{}
	shown := map[string]string{}
	about := ui.NewQuietText(ui.Say("office-about", "folder", filepath.Base(filepath.Dir(path))))
	var rows []fyne.CanvasObject
	for _, f := range officeFields {
		text, fixed := shownOffice(fields[f.key])
		entry := ime.NewEntry()
		entry.Text, shown[f.key] = text, text
		entry.PlaceHolder = ui.Say("office-" + f.key + "-hint")
		if fixed {
			entry.Disable()
		}
		entries[f.key] = entry
		var control fyne.CanvasObject = entry
		if f.key == "logo" {
			control = container.NewBorder(nil, nil, nil, ui.NewIconButton(theme.FolderOpenIcon(), ui.Say("ask-picture"), func() {
				w.pickPicture(func(file string) { w.takeLogo(path, file, entry) })
			}), entry)
		}
		rows = append(rows, widget.NewLabel(ui.Say("office-"+f.key)), control)
	}
	content := container.NewBorder(about, nil, nil, nil, container.NewVScroll(table2(rows...)))
	d := ui.NewQuestion(ui.Say("office-title"), ui.Say("ok"), ui.Say("cancel"), content, func(yes bool) {
		defer w.refocus()
		if !yes {
			return
		}
		values := map[string]drafting.Field{}
		for _, f := range officeFields {
			if text := entries[f.key].Text; text != shown[f.key] {
				values[f.key] = f.field(text)
			}
		}
		if len(values) > 0 {
			w.writeOffice(path, withOffice(yaml, values))
		}
	}, w.win)
	d.Resize(fyne.NewSize(640, 620))
	ui.Open(d)
	w.win.Canvas().Focus(entries[officeFields[0].key])
}

// takeLogo puts a picture into the office's folder, unless it is there, and names it.
func (w *Window) takeLogo(path, file string, entry *ime.Entry) {
	dir := filepath.Dir(path)
	if in, err := filepath.Rel(dir, file); err == nil && filepath.IsLocal(in) {
		entry.SetText(filepath.ToSlash(in))
		return
	}
	name := filepath.Base(file)
	ui.Go(func() {
		data, err := os.ReadFile(file)
		if err == nil {
			err = os.MkdirAll(dir, 0o777)
		}
		if err == nil {
			err = keeping.Write(filepath.Join(dir, name), data)
		}
		ui.Do(func() {
			w.failed(err)
			if err == nil {
				entry.SetText(name)
			}
		})
	})
}

// writeOffice writes the file and sets the open document anew.
func (w *Window) writeOffice(path, yaml string) {
	ui.Go(func() {
		err := os.MkdirAll(filepath.Dir(path), 0o777)
		if err == nil {
			err = keeping.Write(path, []byte(yaml))
		}
		ui.Do(func() {
			w.failed(err)
			if err == nil && w.desk != nil {
				w.desk.submit()
			}
		})
	})
}

// offerOffice shows the form once, to somebody who has not had a document open yet.
func (w *Window) offerOffice() {
	if drivenByTests || w.desk != nil || len(w.prefs.recent()) > 0 || w.prefs.store.Bool("office-offered") {
		return
	}
	w.prefs.store.SetBool("office-offered", true)
	w.showOffice()
}
