package ime

import (
	"io"
	"log"
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// screen knows where windows are. Under X11 that is asked of the server over a
// connection of our own. Under Wayland no program learns where its windows are, so
// places are told from the window's corner.
type screen struct {
	windows []fyne.Window
	wayland bool
	conn    *xgb.Conn
	failed  bool
}

func (s *screen) add(w fyne.Window) {
	s.windows = append(s.windows, w)
	native(w, func(context any) { _, s.wayland = context.(driver.WaylandWindowContext) })
}

// remove says whether it was the last one.
func (s *screen) remove(w fyne.Window) bool {
	s.windows = slices.DeleteFunc(s.windows, func(o fyne.Window) bool { return o == w })
	if len(s.windows) == 0 && s.conn != nil {
		s.conn.Close()
		s.conn = nil
	}
	return len(s.windows) == 0
}

// caret returns where a client's caret is, in pixels of the screen.
func (s *screen) caret(c Client) (rect, bool) {
	w := windowOf(c, s.windows)
	if w == nil {
		return rect{}, false
	}
	x, y, ok := s.origin(w)
	if !ok {
		return rect{}, false
	}
	pos, size := c.CaretRect()
	scale := w.Canvas().Scale()
	if s.wayland {
		scale = 1 // there places are counted before scaling
	}
	px := func(f float32) int32 { return int32(math.Round(float64(f * scale))) }
	return rect{x + px(pos.X), y + px(pos.Y), px(size.Width), px(size.Height)}, true
}

// origin returns where the corner of a window is.
func (s *screen) origin(w fyne.Window) (x, y int32, ok bool) {
	native(w, func(context any) {
		switch c := context.(type) {
		case driver.WaylandWindowContext:
			ok = true
		case driver.X11WindowContext:
			x, y, ok = s.translate(xproto.Window(c.WindowHandle))
		}
	})
	return x, y, ok
}

func (s *screen) translate(window xproto.Window) (x, y int32, ok bool) {
	if window == 0 || !s.connect() {
		return 0, 0, false
	}
	root := xproto.Setup(s.conn).DefaultScreen(s.conn).Root
	at, err := xproto.TranslateCoordinates(s.conn, window, root, 0, 0).Reply()
	if err != nil || at == nil {
		return 0, 0, false
	}
	return int32(at.DstX), int32(at.DstY), true
}

// connect opens the connection to the X server, once.
func (s *screen) connect() bool {
	if s.conn == nil && !s.failed {
		xgb.Logger = log.New(io.Discard, "", 0)
		var err error
		s.conn, err = xgb.NewConn()
		s.failed = err != nil
	}
	return !s.failed
}
