package editor

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"safety365/app/drafting"
	"safety365/app/ui"
)

const (
	gridCells = 8  // a table of the picker has at most as many rows and columns
	gridCell  = 22 // the side of a cell
)

// grid is the picker of a table's size: the mouse sweeps over cells, or the arrows do.
type grid struct {
	widget.BaseWidget
	cells      []*canvas.Rectangle
	rows, cols int
	swept      func() // the size has changed
	picked     func(rows, cols int)
	escaped    func()
}

var (
	_ fyne.Tappable     = (*grid)(nil)
	_ fyne.Focusable    = (*grid)(nil)
	_ desktop.Hoverable = (*grid)(nil)
)

func newGrid() *grid {
	g := &grid{rows: 3, cols: 3}
	for range gridCells * gridCells {
		g.cells = append(g.cells, &canvas.Rectangle{StrokeWidth: 1})
	}
	g.ExtendBaseWidget(g)
	return g
}

// CreateRenderer is part of fyne.Widget.
func (g *grid) CreateRenderer() fyne.WidgetRenderer {
	box := container.New(cellLayout{})
	for _, c := range g.cells {
		box.Add(c)
	}
	g.paint()
	return widget.NewSimpleRenderer(box)
}

// cellLayout puts cells on whole pixels, so that all look alike.
type cellLayout struct{}

func (cellLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSquareSize(gridCells * gridCell)
}

func (cellLayout) Layout(cells []fyne.CanvasObject, _ fyne.Size) {
	for i, c := range cells {
		c.Move(fyne.NewPos(float32(i%gridCells)*gridCell+2, float32(i/gridCells)*gridCell+2))
		c.Resize(fyne.NewSquareSize(gridCell - 4))
	}
}

// paint colours the cells that the table would have.
func (g *grid) paint() {
	for i, c := range g.cells {
		c.FillColor = theme.Color(theme.ColorNameInputBackground)
		c.StrokeColor = theme.Color(theme.ColorNameInputBorder)
		if i/gridCells < g.rows && i%gridCells < g.cols {
			c.FillColor = theme.Color(theme.ColorNameSelection)
			c.StrokeColor = theme.Color(theme.ColorNamePrimary)
		}
		c.Refresh()
	}
}

// set chooses a size.
func (g *grid) set(rows, cols int) {
	rows, cols = max(1, min(rows, gridCells)), max(1, min(cols, gridCells))
	if rows == g.rows && cols == g.cols {
		return
	}
	g.rows, g.cols = rows, cols
	g.paint()
	g.swept()
}

// at chooses the size whose last cell is under the mouse.
func (g *grid) at(pos fyne.Position) {
	g.set(int(pos.Y/gridCell)+1, int(pos.X/gridCell)+1)
}

// MouseIn is part of desktop.Hoverable.
func (g *grid) MouseIn(event *desktop.MouseEvent) { g.at(event.Position) }

// MouseMoved is part of desktop.Hoverable.
func (g *grid) MouseMoved(event *desktop.MouseEvent) { g.at(event.Position) }

// MouseOut is part of desktop.Hoverable.
func (g *grid) MouseOut() {}

// Tapped is part of fyne.Tappable.
func (g *grid) Tapped(event *fyne.PointEvent) {
	g.at(event.Position)
	g.picked(g.rows, g.cols)
}

// FocusGained is part of fyne.Focusable.
func (g *grid) FocusGained() {}

// FocusLost is part of fyne.Focusable.
func (g *grid) FocusLost() {}

// TypedRune is part of fyne.Focusable.
func (g *grid) TypedRune(rune) {}

// TypedKey is part of fyne.Focusable.
func (g *grid) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyLeft:
		g.set(g.rows, g.cols-1)
	case fyne.KeyRight:
		g.set(g.rows, g.cols+1)
	case fyne.KeyUp:
		g.set(g.rows-1, g.cols)
	case fyne.KeyDown:
		g.set(g.rows+1, g.cols)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		g.picked(g.rows, g.cols)
	case fyne.KeyEscape:
		g.escaped()
	}
}

// pickTable opens the picker by a button, or at the caret.
func (e *Editor) pickTable(by fyne.CanvasObject) {
	g := newGrid()
	label := widget.NewLabel("")
	label.Alignment = fyne.TextAlignCenter
	g.swept = func() {
		label.SetText(ui.Say("table-size", "rows", strconv.Itoa(g.rows), "columns", strconv.Itoa(g.cols)))
	}
	g.swept()
	pos, size := e.below(by)
	p := e.popUp(container.NewVBox(label, container.NewCenter(g)), pos, size)
	g.escaped = p.close
	g.picked = func(rows, cols int) {
		p.close()
		doc, sel := e.now()
		e.apply(drafting.InsertTable(doc, sel, rows, cols))
	}
	e.canvas().Focus(g)
}
