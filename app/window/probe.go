//go:build e2e

package window

import (
	"bufio"
	"fmt"
	"net"
	"os"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"safety365/app/ui"
)

// drivenByTests says whether nobody is greeted: tests know what they want.
const drivenByTests = true

// probe answers the end-to-end tests' questions about what the window shows, over the
// socket that SAFETY365_PROBE names: "find WORDS" gives the rectangle, in pixels of
// the window, of the lowest shown text that is WORDS or, failing that, of the
// first that begins with them; "texts" lists all that is shown; "state" tells the open document's path, its
// pages, generation and caret. The tests move the mouse and press the keys
// themselves. It is built in with -tags e2e only.
func (w *Window) probe() {
	path := os.Getenv("SAFETY365_PROBE")
	if path == "" {
		return
	}
	l, err := net.Listen("unix", path)
	if err != nil {
		fmt.Fprintln(os.Stderr, "probe:", err)
		return
	}
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				defer c.Close()
				line, _ := bufio.NewReader(c).ReadString('\n')
				answer := make(chan string)
				ui.Do(func() { answer <- w.answer(strings.TrimSpace(line)) })
				fmt.Fprint(c, <-answer)
			}()
		}
	}()
}

func (w *Window) answer(question string) string {
	verb, words, _ := strings.Cut(question, " ")
	switch verb {
	case "find":
		return w.find(words)
	case "texts":
		var all []string
		w.walk(func(t *canvas.Text, at fyne.Position) { all = append(all, t.Text) })
		return strings.Join(all, "\n")
	case "state":
		if w.desk == nil {
			return "start"
		}
		d, pages, shown := w.desk, 0, uint64(0)
		if d.sheets != nil {
			pages, shown = d.sheets.Pages.Len(), d.sheets.Generation
		}
		pos, size := d.editor.CaretRect()
		return fmt.Sprintf("path=%s\ngeneration=%d\nshown=%d\npages=%d\ncaret=%d\nat=%v %v %v %v\nsaved=%v\nproblems=%d\nfocused=%v", d.path,
			d.text.Generation(), shown, pages, d.text.Selection().Caret, pos.X, pos.Y, size.Width, size.Height, d.text.Saved(),
			len(d.problemsNow()), w.win.Canvas().Focused() == fyne.Focusable(d.editor))
	case "text":
		if w.desk != nil {
			return w.desk.text.Text()
		}
	}
	return w.measure(verb, words)
}

// find returns where words stand, as "x y width height", or "".
func (w *Window) find(words string) string {
	scale := w.win.Canvas().Scale()
	exact, begins, lowest := "", "", float32(-1)
	w.walk(func(t *canvas.Text, at fyne.Position) {
		r := fmt.Sprintf("%d %d %d %d", int(at.X*scale), int(at.Y*scale), int(t.Size().Width*scale), int(t.Size().Height*scale))
		switch {
		case t.Text == words && at.Y > lowest:
			exact, lowest = r, at.Y
		case begins == "" && strings.HasPrefix(t.Text, words):
			begins = r
		}
	})
	if exact != "" {
		return exact
	}
	return begins
}

// walk visits all texts that are shown: those of the uppermost overlay, if there is
// one, else those of the window.
func (w *Window) walk(visit func(t *canvas.Text, at fyne.Position)) {
	c := w.win.Canvas()
	var root fyne.CanvasObject = c.Content()
	if top := c.Overlays().Top(); top != nil {
		root = top
	}
	driver := fyne.CurrentApp().Driver()
	var down func(o fyne.CanvasObject)
	down = func(o fyne.CanvasObject) {
		if o == nil || !o.Visible() {
			return
		}
		switch o := o.(type) {
		case *canvas.Text:
			visit(o, driver.AbsolutePositionForObject(o))
		case *fyne.Container:
			for _, child := range o.Objects {
				down(child)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(o).Objects() {
				down(child)
			}
		}
	}
	down(root)
	if m := w.menuObject(); m != nil && c.Overlays().Top() == nil {
		down(m)
	}
}

// menuObject is the bar of menus, which belongs to the driver.
func (w *Window) menuObject() fyne.CanvasObject { return nil }
