package window

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"safety365/app/drafting"
	"safety365/app/fields"
	"safety365/app/ime"
	"safety365/app/keeping"
	"safety365/app/library/shelf"
	"safety365/app/press"
	"safety365/app/styling"
	"safety365/app/ui"
	"safety365/bulletins"
	"safety365/themes"
)

// The side shows the particulars or, while w.styling, the form for the look.

func (w *Window) showStyle()  { w.turnSide(true) }
func (w *Window) showFields() { w.turnSide(false) }

func (w *Window) turnSide(style bool) {
	w.styling = style
	w.fillSide()
	w.frame.showTab(fieldsTab)
}

// fillSide puts what is to be shown beside the text into its place.
func (w *Window) fillSide() {
	if !w.styling {
		fill(w.frame.fields, w.views.form)
		return
	}
	fill(w.frame.fields, w.views.style)
	w.desk.dress()
}

// dress shows how the document looks.
func (d *desk) dress() {
	if !d.w.styling {
		return
	}
	var theme *themes.Theme
	if d.sheets != nil {
		theme = d.sheets.Theme
	}
	d.style.Set(d.text.Document(), theme)
}

// setFields changes the front matter in several places, in one step.
func (d *desk) setFields(all []drafting.FieldValue) {
	if c, ok := drafting.SetFields(d.text.Document(), all); ok {
		d.text.Apply(c)
	}
}

// findStyles lists the user's own styles anew.
func (w *Window) findStyles() {
	dir := w.folder
	ui.Go(func() {
		own := press.OwnThemes(dir)
		ui.Do(func() {
			if dir == w.folder {
				w.ownStyles = own
				w.offerStyles()
			}
		})
	})
}

// offerStyles has the form of particulars offer them.
func (w *Window) offerStyles() {
	if w.views == nil {
		return
	}
	var offered []fields.Theme
	for _, t := range w.ownStyles {
		offered = append(offered, fields.Theme{Name: t.Name, Title: styleTitle(t.Texts, t.Name)})
	}
	w.views.form.SetThemes(offered)
}

// styleTitle is what people call a style: what it says of itself up to the first stop.
func styleTitle(texts map[string]string, name string) string {
	words := cmp.Or(texts[ui.Language()], texts["en"], name)
	title, _, ok := strings.Cut(words, "：")
	if !ok {
		title, _, _ = strings.Cut(words, ":")
	}
	return strings.TrimSpace(title)
}

// ownStyle finds a style of the user's own.
func (w *Window) ownStyle(name string) (press.OwnTheme, bool) {
	i := slices.IndexFunc(w.ownStyles, func(t press.OwnTheme) bool { return t.Name == name })
	if i < 0 {
		return press.OwnTheme{}, false
	}
	return w.ownStyles[i], true
}

// titleOfStyle is what a style is called, the user's own or a built-in one.
func (w *Window) titleOfStyle(name string) string {
	if own, ok := w.ownStyle(name); ok {
		return styleTitle(own.Texts, name)
	}
	texts, _ := themes.Describe(name, nil)
	return styleTitle(texts, name)
}

// savingStyle is what the user said about a style to be saved.
type savingStyle struct {
	title string
	dir   string
	old   string // the file of the document's own style, if that is to be changed
}

// saveStyle asks how the look of the document is to be called.
func (w *Window) saveStyle() {
	d := w.desk
	if d.sheets == nil || len(drafting.Stated(d.text.Document().Meta, "")) == 0 {
		w.tell(ui.Say("style-save-nothing"))
		return
	}
	w.askStyle("")
}

// askStyle asks for the name, and where the style is to be used.
func (w *Window) askStyle(title string) {
	d := w.desk
	now := d.sheets.Theme.Name
	own, isOwn := w.ownStyle(now)
	if title == "" && isOwn {
		title = w.titleOfStyle(now)
	}
	name := ime.NewEntry()
	name.Text, name.PlaceHolder = title, ui.Say("style-save-name-hint")
	about := ui.NewText(ui.Say("style-save-about", "base", w.titleOfStyle(now)))
	states := ui.NewQuietText(ui.Say("style-save-states", "list", strings.Join(styling.Names(d.text.Document()), ui.Say("style-list-join"))))
	here := ui.Say("style-save-here", "folder", filepath.Base(w.folder))
	everywhere := ui.Say("style-save-everywhere")
	place := ui.NewRadioGroup([]string{here, everywhere}, here, nil)
	switch {
	case isOwn && filepath.Dir(own.Path) == w.folder: // what it extends is found here alone
		place.Options = place.Options[:1]
	case isOwn:
		place.Selected = everywhere
	}
	content := container.NewVBox(about, table2(
		widget.NewLabel(ui.Say("style-save-name")), name,
		widget.NewLabel(ui.Say("style-save-place")), place), states)
	entered := false
	question := ui.NewQuestion(ui.Say("style-save-title"), ui.Say("ok"), ui.Say("cancel"), content, func(yes bool) {
		if !yes && !entered || strings.TrimSpace(name.Text) == "" {
			w.refocus()
			return
		}
		s := savingStyle{title: strings.TrimSpace(name.Text), dir: w.folder}
		if place.Selected == everywhere {
			s.dir, _ = press.ThemeFolder()
		}
		w.checkStyle(s, own)
	}, w.win)
	name.OnSubmitted = func(string) { entered = true; question.Hide() }
	question.Resize(fyne.NewSize(560, 0))
	ui.Open(question)
	w.win.Canvas().Focus(name)
}

// checkStyle sees to it that no other style is lost: a name that is taken is asked for
// again, and the document's own style changes when the user has said so.
func (w *Window) checkStyle(s savingStyle, own press.OwnTheme) {
	name := styleName(s.title)
	path := filepath.Join(s.dir, name+".yaml")
	_, taken := w.ownStyle(name)
	_, err := os.Lstat(path)
	switch {
	case name == "":
		w.askStyle(s.title)
	case path == own.Path:
		s.old = own.Path
		w.confirm(ui.Say("style-save-update", "name", s.title), ui.Say("style-save-update-words"), ui.Say("ok"), ui.Say("cancel"), func(yes bool) {
			if yes {
				w.writeStyle(s, path)
			}
		})
	case taken, slices.Contains(themes.Names(), name), !errors.Is(err, fs.ErrNotExist):
		w.askStyle(s.title)
		w.tell(ui.Say("style-save-taken", "name", s.title))
	default:
		w.writeStyle(s, path)
	}
}

// styleName is the name of a style's file, without extension, that documents state.
func styleName(title string) string {
	name := shelf.CleanName(title)
	for !themes.ValidName(name) && name != "" {
		runes := []rune(name)
		name = strings.TrimSpace(string(runes[:len(runes)-1]))
	}
	return name
}

// writeStyle writes the style and gives it to the document, which then states no more
// what the style says.
func (w *Window) writeStyle(s savingStyle, path string) {
	d, doc, dir := w.desk, w.desk.text.Document(), w.folder
	own := themes.Own{Name: strings.TrimSuffix(filepath.Base(path), ".yaml"), Title: s.title, Spoken: ui.Language()}
	ui.Go(func() {
		style, err := makeStyle(doc, dir, own, s.old)
		if err == nil {
			err = putStyle(path, style.File, s.old != "")
		}
		ui.Do(func() {
			if w.failed(err); err != nil || d.proof == nil {
				return
			}
			d.wear(own.Name, style.Moved)
			w.findStyles()
			w.note(ui.Say("style-saved", "name", s.title))
		})
	})
}

func makeStyle(doc *bulletins.Document, dir string, own themes.Own, old string) (press.Style, error) {
	folder, err := bulletins.OpenFolder(dir)
	if err != nil {
		return press.Style{}, err
	}
	defer folder.Close()
	if old != "" {
		if own.Old, err = press.ReadThemeFile(old); err != nil {
			return press.Style{}, err
		}
	}
	return press.MakeStyle(doc, folder, dir, press.Settings{}, own)
}

// putStyle writes a style's file; a new one only where there is none.
func putStyle(path string, data []byte, replace bool) error {
	if replace {
		return keeping.Write(path, data)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	if err = errors.Join(f.Close(), keeping.Write(path, data)); err != nil {
		os.Remove(path)
	}
	return err
}

// wear gives the document a style in the place of settings.
func (d *desk) wear(name string, moved []themes.Setting) {
	all := []drafting.FieldValue{{Path: []string{"theme"}, Value: drafting.Text(name)}}
	for _, s := range moved {
		all = append(all, drafting.Restate(d.text.Document().Meta, s.Path, nil)...)
	}
	d.setFields(all)
	d.proof.Refresh() // the style may be as it was called before
}
