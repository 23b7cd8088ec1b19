package library

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"safety365/app/ui"
)

// doors are the ways in, at the left of the page.
func (s *Start) doors() *fyne.Container {
	box := container.NewVBox(s.sign(), space(12))
	door := func(key string, icon fyne.Resource, importance widget.Importance, do func()) {
		if do == nil {
			return
		}
		b := ui.NewButtonWithIcon(ui.Say(key), icon, do)
		b.Alignment, b.Importance = widget.ButtonAlignLeading, importance
		box.Add(container.New(&tall{46}, b))
	}
	door("library-start-new", theme.DocumentCreateIcon(), widget.HighImportance, s.o.New)
	door("library-start-folder", theme.FolderOpenIcon(), widget.MediumImportance, s.o.OpenFolder)
	door("library-start-file", theme.FileTextIcon(), widget.MediumImportance, s.o.OpenFile)
	if s.o.Paste != nil {
		door("library-start-paste", theme.ContentPasteIcon(), widget.MediumImportance, s.paste)
	}
	foot := container.NewVBox()
	if s.o.Guide != nil {
		b := ui.NewButtonWithIcon(ui.Say("library-start-guide"), theme.HelpIcon(), s.o.Guide)
		b.Alignment, b.Importance = widget.ButtonAlignLeading, widget.LowImportance
		foot.Add(b)
	}
	if s.o.Version != "" {
		foot.Add(caption(ui.Say("library-start-version", "version", s.o.Version)))
	}
	return container.NewStack(newPanel(theme.ColorNameHeaderBackground),
		container.New(layout.NewCustomPaddedLayout(28, 16, 22, 22),
			container.New(&wide{224}, container.NewBorder(box, foot, nil, nil))))
}

// sign is the program's icon and name.
func (s *Start) sign() fyne.CanvasObject {
	name := widget.NewLabel(ui.Say("app-name"))
	name.SizeName = theme.SizeNameHeadingText
	name.TextStyle.Bold = true
	about := widget.NewLabel(ui.Say("library-start-about"))
	about.Truncation, about.Importance = fyne.TextTruncateEllipsis, widget.LowImportance
	about.SizeName = theme.SizeNameCaptionText
	if s.o.Icon == nil {
		return container.NewVBox(name, about)
	}
	icon := canvas.NewImageFromResource(s.o.Icon)
	icon.FillMode = canvas.ImageFillContain
	icon.SetMinSize(fyne.NewSquareSize(48))
	return container.NewVBox(container.NewHBox(icon, container.NewCenter(name)), about)
}

// languageSwitch is a globe and the languages, each by its own name.
func (s *Start) languageSwitch() *fyne.Container {
	box := container.NewHBox(container.NewCenter(container.NewGridWrap(fyne.NewSquareSize(20), widget.NewIcon(globe))))
	for _, l := range languages {
		b := ui.NewButton(l.name, func() {
			if s.o.Language != nil && ui.Language() != l.tag {
				s.o.Language(l.tag)
			}
		})
		b.Importance = widget.LowImportance
		if l.tag == ui.Language() {
			b.Importance = widget.MediumImportance
		}
		box.Add(b)
	}
	return box
}

func heading(words string) fyne.CanvasObject {
	l := widget.NewLabel(words)
	l.SizeName = theme.SizeNameSubHeadingText
	l.TextStyle.Bold = true
	return l
}
