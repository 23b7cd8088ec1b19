package window

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"safety365/app/keeping"
	"safety365/app/library"
	"safety365/app/look"
	"safety365/app/ui"
	"safety365/assets"
	"safety365/bulletins"
)

// failed says that something did not work, and what helps.
func (w *Window) failed(err error) {
	if err != nil {
		w.explain(keeping.Explain(err))
	}
}

// refused says what is wrong with a file that was not taken in.
func (w *Window) refused(found []bulletins.Diagnostic) {
	worst := found[0]
	for _, d := range found {
		if d.Severity > worst.Severity {
			worst = d
		}
	}
	w.explain(worst)
}

// explain says what is the matter, and what helps.
func (w *Window) explain(d bulletins.Diagnostic) {
	message, hint := ui.Message(d)
	words := ui.NewText(message)
	box := container.NewVBox(words)
	if hint != "" {
		help := ui.NewQuietText(hint)
		box.Add(help)
	}
	w.dialog(ui.Say("failed-title"), box, 460, 0)
}

// failedAt says that something did not work with a file.
func (w *Window) failedAt(what string, err error) {
	l := ui.NewText(library.Why(err))
	w.dialog(what, l, 460, 0)
}

// tell says something that needs no answer.
func (w *Window) tell(words string) {
	l := ui.NewText(words)
	w.dialog(ui.Say("app-name"), l, 420, 0)
}

// dialog shows something with a button to close it. A height of 0 is what it takes.
func (w *Window) dialog(title string, content fyne.CanvasObject, width, height float32) *ui.Dialog {
	d := ui.NewNotice(title, ui.Say("close"), content, w.win)
	d.Resize(fyne.NewSize(width, height))
	ui.Open(d)
	return d
}

// confirm asks a question that is answered by doing or leaving it.
func (w *Window) confirm(title, words, yes, no string, then func(bool)) {
	l := ui.NewText(words)
	d := ui.NewQuestion(title, yes, no, l, then, w.win)
	d.Resize(fyne.NewSize(480, 0))
	ui.Open(d)
}

// table2 is rows of words and what belongs to them.
func table2(rows ...fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewFormLayout(), rows...)
}

// showCounts shows the numbers of the open document as WPS counts them.
func (w *Window) showCounts() {
	d := w.desk
	if d == nil {
		return
	}
	c := d.counter.Count(d.text.Document())
	var rows []fyne.CanvasObject
	for _, row := range []struct {
		label string
		n     int
	}{
		{"counts-words", c.Words}, {"counts-characters", c.Characters}, {"counts-solid", c.Solid},
		{"counts-han", c.Han}, {"counts-latin", c.Latin}, {"counts-paragraphs", c.Paragraphs},
	} {
		n := widget.NewLabel(strconv.Itoa(row.n))
		n.Alignment = fyne.TextAlignTrailing
		rows = append(rows, widget.NewLabel(ui.Say(row.label)), n)
	}
	if d.sheets != nil {
		n := widget.NewLabel(strconv.Itoa(d.sheets.Pages.Len()))
		n.Alignment = fyne.TextAlignTrailing
		rows = append(rows, widget.NewLabel(ui.Say("counts-pages")), n)
	}
	w.dialog(ui.Say("counts-title"), table2(rows...), 340, 0)
}

// showAbout says what the program is and under which licence.
func (w *Window) showAbout() {
	icon := widget.NewIcon(fyne.NewStaticResource("icon.png", assets.Icon))
	words := ui.NewText(ui.Say("about-words"))
	words.Style.Alignment = fyne.TextAlignCenter
	version := widget.NewLabel(ui.Say("about-version", "version", w.app.Metadata().Version))
	version.Alignment = fyne.TextAlignCenter
	version.Importance = widget.LowImportance
	w.dialog(ui.Say("command-about"), container.NewVBox(
		container.NewCenter(container.NewGridWrap(fyne.NewSize(96, 96), icon)), words, version), 460, 0)
}

// showPreferences shows what the user can choose about the program.
func (w *Window) showPreferences() {
	s := w.prefs.look()
	languages := ui.NewSelect(nil, nil)
	for _, lang := range assets.Languages {
		languages.Options = append(languages.Options, ui.Say("command-language-"+lang))
	}
	for i, lang := range assets.Languages {
		if lang == ui.Language() {
			languages.SetSelectedIndex(i)
		}
	}
	shades := []look.Shade{look.Auto, look.Light, look.Dark}
	shade := ui.NewRadioGroup(nil, "", nil)
	shade.Horizontal = true
	for _, v := range shades {
		shade.Options = append(shade.Options, ui.Say("command-shade-"+string(v)))
		if v == s.Shade {
			shade.Selected = ui.Say("command-shade-" + string(v))
		}
	}
	contrast := ui.NewCheck(ui.Say("command-contrast"), nil)
	contrast.Checked = s.Contrast
	percent := widget.NewLabel("")
	scale := ui.NewSlider(80, 200, 10)
	scale.OnChanged = func(v float64) { percent.SetText(strconv.Itoa(int(v)) + " %") }
	scale.SetValue(float64(s.Scale) * 100)
	scale.OnChanged(scale.Value)
	form := table2(
		widget.NewLabel(ui.Say("preferences-language")), languages,
		widget.NewLabel(ui.Say("preferences-shade")), shade,
		widget.NewLabel(""), contrast,
		widget.NewLabel(ui.Say("preferences-scale")), container.NewBorder(nil, nil, nil, percent, scale),
		widget.NewLabel(ui.Say("preferences-state")), state(),
	)
	d := ui.NewQuestion(ui.Say("preferences-title"), ui.Say("ok"), ui.Say("cancel"), form, func(yes bool) {
		if !yes {
			return
		}
		s.Shade = look.Auto
		for _, v := range shades {
			if shade.Selected == ui.Say("command-shade-"+string(v)) {
				s.Shade = v
			}
		}
		s.Contrast, s.Scale = contrast.Checked, float32(scale.Value/100)
		put(w.prefs, "look", s)
		w.changeLanguage(assets.Languages[max(0, languages.SelectedIndex())])
	}, w.win)
	d.Resize(fyne.NewSize(600, 0))
	ui.Open(d)
}

// state says where versions and journals lie.
func state() fyne.CanvasObject {
	l := ui.NewQuietText(keeping.State())
	l.Style.SizeName = theme.SizeNameCaptionText
	return l
}
