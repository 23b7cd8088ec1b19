package library

import (
	"image/color"

	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"safety365/app/look"
	"safety365/app/ui"
)

// maxRecent is how many documents, and how many folders, the start page shows.
const maxRecent = 8

// recents are the documents and the folders that were open before, side by side.
func (s *Start) recents(list []Recent) fyne.CanvasObject {
	documents := container.NewVBox(heading(ui.Say("library-start-documents")))
	folders := container.NewVBox(heading(ui.Say("library-start-folders")))
	s.rows = nil
	for _, r := range list {
		box := documents
		if r.Folder {
			box = folders
		}
		if len(box.Objects) > maxRecent {
			continue
		}
		row := newRecentRow(s, r)
		s.rows = append(s.rows, row)
		box.Add(row)
	}
	s.findMissing()
	both := container.New(s.columns)
	for _, box := range []*fyne.Container{documents, folders} {
		if len(box.Objects) > 1 {
			both.Add(box)
		}
	}
	return both
}

// findMissing looks which of them are gone. A drive that does not answer holds up
// nothing.
func (s *Start) findMissing() {
	rows := s.rows
	ui.Go(func() {
		for _, r := range rows {
			if _, err := os.Stat(r.recent.Path); err != nil {
				ui.Do(func() { r.setMissing() })
			}
		}
	})
}

// recentRow is a document or folder that was open before.
type recentRow struct {
	widget.BaseWidget
	start   *Start
	recent  Recent
	missing bool
	hovered bool
	off     bool // the mouse is on the cross

	back        *canvas.Rectangle
	icon, cross *widget.Icon
	title, path *line
	when        *line
}

func newRecentRow(s *Start, recent Recent) *recentRow {
	r := &recentRow{
		start: s, recent: recent,
		back:  canvas.NewRectangle(color.Transparent),
		icon:  widget.NewIcon(nil),
		cross: widget.NewIcon(theme.CancelIcon()),
		title: newLine(textSize, theme.ColorNameForeground),
		path:  newLine(captionSize, look.Quiet),
		when:  newLine(captionSize, look.Quiet),
	}
	r.title.words = recent.Title
	if r.title.words == "" {
		r.title.words = strings.TrimSuffix(filepath.Base(recent.Path), ".md")
	}
	r.path.words = shortPath(filepath.Dir(recent.Path))
	r.when.words = timeOf(recent.Opened, time.Now())
	r.ExtendBaseWidget(r)
	return r
}

// shortPath writes a path below the user's own folder as ~.
func shortPath(path string) string {
	home, err := os.UserHomeDir()
	if err != nil {
		return path
	}
	if rel, err := filepath.Rel(home, path); err == nil && filepath.IsLocal(rel) {
		if rel == "." {
			return "~"
		}
		return filepath.Join("~", rel)
	}
	return path
}

func (r *recentRow) setMissing() {
	r.missing = true
	r.path.words = ui.Say("library-start-missing") + " · " + r.path.words
	r.Refresh()
}

func (r *recentRow) MouseIn(e *desktop.MouseEvent)    { r.hover(true, e.Position) }
func (r *recentRow) MouseMoved(e *desktop.MouseEvent) { r.hover(true, e.Position) }
func (r *recentRow) MouseOut()                        { r.hover(false, fyne.Position{}) }

func (r *recentRow) hover(on bool, at fyne.Position) {
	off := on && r.onCross(at)
	if on != r.hovered || off != r.off {
		r.hovered, r.off = on, off
		r.Refresh()
	}
}

func (r *recentRow) onCross(at fyne.Position) bool { return at.X > r.Size().Width-rowMore-rowPad }

// Cursor implements desktop.Cursorable.
func (r *recentRow) Cursor() desktop.Cursor { return desktop.PointerCursor }

// Tapped opens it, or removes it from the list.
func (r *recentRow) Tapped(e *fyne.PointEvent) {
	if r.onCross(e.Position) {
		r.forget()
		return
	}
	r.open()
}

// TappedSecondary offers both.
func (r *recentRow) TappedSecondary(e *fyne.PointEvent) {
	open := fyne.NewMenuItemWithIcon(ui.Say("library-open"), theme.FileIcon(), r.open)
	open.Disabled = r.missing
	forget := fyne.NewMenuItemWithIcon(ui.Say("library-start-forget"), theme.CancelIcon(), r.forget)
	if c := fyne.CurrentApp().Driver().CanvasForObject(r); c != nil {
		widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", open, forget), c, e.AbsolutePosition)
	}
}

// open opens it. One that seemed to be missing is tried all the same: the drive may be
// back.
func (r *recentRow) open() {
	o := r.start.o
	switch {
	case r.recent.Folder && o.OpenDir != nil:
		o.OpenDir(r.recent.Path)
	case !r.recent.Folder && o.Open != nil:
		o.Open(r.recent.Path)
	}
}

func (r *recentRow) forget() {
	if r.start.o.Forget != nil {
		r.start.o.Forget(r.recent.Path)
		r.start.Reload()
	}
}

// CreateRenderer implements fyne.Widget.
func (r *recentRow) CreateRenderer() fyne.WidgetRenderer {
	renderer := &recentRenderer{r}
	renderer.Refresh()
	return renderer
}

type recentRenderer struct{ *recentRow }

func (r *recentRenderer) Destroy() {}
func (r *recentRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.icon, r.title.Text, r.path.Text, r.when.Text, r.cross}
}

func (r *recentRenderer) MinSize() fyne.Size {
	return fyne.NewSize(200, lineHeight(textSize)+lineHeight(captionSize)+2*rowPad)
}

func (r *recentRenderer) Layout(size fyne.Size) {
	const icon = 24
	r.back.Resize(size)
	r.icon.Resize(fyne.NewSquareSize(icon))
	r.icon.Move(fyne.NewPos(rowPad, (size.Height-icon)/2))
	x := float32(icon + 3*rowPad)
	right := size.Width - rowPad
	w := fyne.MeasureText(r.when.words, r.when.TextSize, r.when.TextStyle).Width
	r.when.place(fyne.NewPos(right-w, (size.Height-r.when.height())/2), w+1)
	r.cross.Resize(fyne.NewSquareSize(rowMore - 6))
	r.cross.Move(fyne.NewPos(right-rowMore+6, (size.Height-rowMore+6)/2))
	width := right - x - max(w, rowMore) - rowPad
	r.title.place(fyne.NewPos(x, rowPad), width)
	r.path.place(fyne.NewPos(x, rowPad+r.title.height()), width)
}

func (r *recentRenderer) Refresh() {
	th, v := current()
	r.icon.Resource = theme.FileTextIcon()
	if r.recent.Folder {
		r.icon.Resource = theme.FolderIcon()
	}
	r.title.color = theme.ColorNameForeground
	if r.missing {
		r.icon.Resource = theme.NewDisabledResource(r.icon.Resource)
		r.title.color = theme.ColorNameDisabled
	}
	for _, l := range []*line{r.title, r.path, r.when} {
		l.restyle()
	}
	r.back.CornerRadius = th.Size(theme.SizeNameSelectionRadius)
	r.back.FillColor = color.Transparent
	if r.hovered {
		r.back.FillColor = th.Color(theme.ColorNameHover, v)
	}
	r.cross.Hidden, r.when.Hidden = !r.hovered, r.hovered
	r.cross.Resource = theme.CancelIcon()
	if r.off {
		r.cross.Resource = theme.NewErrorThemedResource(theme.CancelIcon())
	}
	r.Layout(r.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}
