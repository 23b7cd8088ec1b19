package editor

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// CreateRenderer is part of fyne.Widget.
func (t *tools) CreateRenderer() fyne.WidgetRenderer {
	r := &toolsRenderer{t: t}
	for _, tool := range t.all {
		r.objects = append(r.objects, tool.object)
	}
	r.objects = append(r.objects, t.more)
	return r
}

type toolsRenderer struct {
	t       *tools
	objects []fyne.CanvasObject
}

func (r *toolsRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *toolsRenderer) Destroy() {}

// MinSize is that of the style picker and a few buttons; the rest may be in the menu.
func (r *toolsRenderer) MinSize() fyne.Size {
	return fyne.NewSize(240, r.t.more.MinSize().Height+4)
}

func (r *toolsRenderer) Refresh() {
	for _, tool := range r.t.all {
		if line, ok := tool.object.(*canvas.Rectangle); ok {
			line.FillColor = theme.Color(theme.ColorNameSeparator)
		}
		tool.object.Refresh()
	}
	r.t.more.Refresh()
	r.Layout(r.t.Size())
}

// Layout shows words beside the icons if all of them have room, and puts what has no
// room at all in the menu.
func (r *toolsRenderer) Layout(size fyne.Size) {
	t := r.t
	plain, wordy := float32(4), float32(4)
	for _, tool := range t.all {
		plain += tool.plain
		wordy += tool.wordy
	}
	words := wordy <= size.Width
	room := size.Width
	if !words && plain > room {
		room -= t.more.MinSize().Width
	}
	x, full := float32(2), false
	t.shown = len(t.all)
	for i, tool := range t.all {
		width := tool.plain
		if words {
			width = tool.wordy
		}
		if !full && x+width > room {
			full = true
			t.shown = i
		}
		if full {
			tool.object.Hide()
			continue
		}
		tool.place(x, width, words, size.Height)
		x += width
	}
	if t.shown == len(t.all) {
		t.more.Hide()
		return
	}
	t.more.Resize(t.more.MinSize())
	t.more.Move(fyne.NewPos(x, (size.Height-t.more.MinSize().Height)/2))
	t.more.Show()
}

// place puts a tool at its place.
func (tool *tool) place(x, width float32, words bool, height float32) {
	if tool.button == nil {
		tool.object.Resize(fyne.NewSize(1, height-14))
		tool.object.Move(fyne.NewPos(x+4, 7))
		tool.object.Show()
		return
	}
	if tool.words != "" {
		text := ""
		if words {
			text = tool.words
		}
		if tool.button.Text != text {
			tool.button.SetText(text)
		}
	}
	tool.object.Resize(fyne.NewSize(width, height-4))
	tool.object.Move(fyne.NewPos(x, 2))
	tool.object.Show()
}
