package preview

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"safety365/app/look"
	"safety365/bulletins/page"
	"safety365/bulletins/specimen"
)

func TestZoom(t *testing.T) {
	s := newStage(t, look.Settings{}, 1)
	var told []int
	s.options.Zoomed = func(p int) { told = append(told, p) }
	s.SetSheets(newMaker(t, "").make(specimen.Bulletin(5)))
	s.settle()
	width := func() float32 { return s.layout.page.Width }
	if got := width() + 2*edge; math.Abs(float64(got-s.layout.view.Width)) > 2 {
		t.Errorf("a page of %v does not fit the width %v", width(), s.layout.view.Width)
	}
	s.SetZoom(100)
	// A4 is 210 mm wide: 793.7 units at 96 an inch.
	if got := width(); math.Abs(float64(got)-793.7) > 1 {
		t.Errorf("at 100 %% a page is %v wide", got)
	}
	old := s.leaves[0].img
	s.ZoomIn()
	if s.rounded() != 110 {
		t.Errorf("enlarged to %d", s.rounded())
	}
	if s.leaves[0].img != old || old == nil {
		t.Error("the old picture is not stretched")
	}
	s.settle()
	if b := s.leaves[0].img.Bounds(); b.Dx() != int(width()+0.5) {
		t.Errorf("the picture is %d wide, not %v", b.Dx(), width())
	}
	s.ZoomOut()
	s.ZoomOut()
	if s.rounded() != 90 {
		t.Errorf("reduced to %d", s.rounded())
	}
	s.SetFit(FitPage)
	if h := s.layout.page.Height + 2*edge; math.Abs(float64(h-s.layout.view.Height)) > 2 {
		t.Errorf("a page of %v does not fit the height %v", h, s.layout.view.Height)
	}
	s.window.Resize(fyne.NewSize(500, 500))
	if h := s.layout.page.Height + 2*edge; math.Abs(float64(h-s.layout.view.Height)) > 2 {
		t.Errorf("after resizing a page of %v does not fit the height %v", h, s.layout.view.Height)
	}
	s.zoomAt(1e9, s.middle())
	s.zoomAt(0, s.middle())
	if s.rounded() != minPercent {
		t.Errorf("reduced to %d", s.rounded())
	}
	if len(told) < 6 {
		t.Errorf("told of %v", told)
	}
}

// TestZoomStays: what is under the pointer stays there.
func TestZoomStays(t *testing.T) {
	s := newStage(t, look.Settings{}, 1)
	s.SetSheets(newMaker(t, "").make(specimen.Bulletin(10)))
	s.SetZoom(80)
	s.GoTo(3)
	at := s.scroll.Offset.AddXY(200, 300)
	number, before := s.pointAt(at)
	s.zoomAt(160, at)
	now, after := s.pointAt(s.scroll.Offset.AddXY(200, 300))
	if d := (after.Y - before.Y).Points(); now != number || math.Abs(d) > 2 {
		t.Errorf("from page %d, %v to page %d, %v", number, before, now, after)
	}
}

// TestClick: a click on a character leads to it, in every arrangement.
func TestClick(t *testing.T) {
	s := newStage(t, look.Settings{}, 1)
	sheets := newMaker(t, "").make(specimen.Bulletin(6))
	s.SetSheets(sheets)
	for _, mode := range Modes {
		for _, overlay := range [][]Overlay{nil, {Trim}} {
			s.SetState(State{Mode: mode, Fit: FitNone, Percent: 40, Overlays: overlay})
			for _, words := range []string{"第2节第1段", "第9节第0段"} {
				offset := strings.Index(sheets.Document.Text, words)
				number, caret, ok := sheets.Place(offset)
				if !ok {
					t.Fatal(words)
				}
				s.GoTo(number)
				at, _ := s.format.rect(page.Rect{X: caret.X + page.Pt, Y: caret.Y + caret.H/2})
				at = at.Add(s.layout.place(number))
				s.moveTo(at.SubtractXY(300, 200))
				at = at.Subtract(s.scroll.Offset)
				s.jumps = nil
				test.TapCanvas(s.window.Canvas(), at)
				if len(s.jumps) != 1 || s.jumps[0] != offset {
					t.Errorf("%s %v: a click on %q leads to %v, not %d", mode, overlay, words, s.jumps, offset)
				}
			}
		}
	}
}

func TestCaret(t *testing.T) {
	s := newStage(t, look.Settings{}, 1)
	sheets := newMaker(t, "").make(specimen.Bulletin(10))
	s.SetSheets(sheets)
	s.SetZoom(80)
	offset := strings.Index(sheets.Document.Text, "第20节第1段")
	number, _, _ := sheets.Place(offset)
	s.ShowCaret(offset)
	if first, last := s.inView(); number < first || number >= last {
		t.Fatalf("the caret is on page %d, pages %d to %d are in view", number+1, first+1, last)
	}
	if !s.desk.bar.Visible() || !s.desk.band.Visible() {
		t.Error("there is no caret")
	}
	at := s.desk.bar.Position().Subtract(s.scroll.Offset)
	if at.Y < 0 || at.Y > s.layout.view.Height {
		t.Errorf("the caret is at %v", at)
	}
	// Whoever scrolls by hand is left alone, until the caret moves later on.
	s.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 100000)})
	s.ShowCaret(offset + 3)
	s.SetSheets(sheets)
	if s.scroll.Offset.Y > 10 {
		t.Error("the view was pulled away")
	}
	s.hand = time.Now().Add(-2 * patience)
	s.ShowCaret(offset + 3)
	if s.scroll.Offset.Y > 10 {
		t.Error("the view was pulled away though the caret did not move")
	}
	s.ShowCaret(offset + 6)
	if s.scroll.Offset.Y < 10 {
		t.Error("the view does not follow the caret")
	}
	s.HideCaret()
	if s.desk.bar.Visible() {
		t.Error("the caret is still there")
	}
}

func TestKeys(t *testing.T) {
	s := newStage(t, look.Settings{}, 1)
	s.SetSheets(newMaker(t, "").make(specimen.Bulletin(6)))
	s.window.Canvas().Focus(s.desk)
	for _, mode := range Modes {
		s.SetState(State{Mode: mode, Fit: FitNone, Percent: 30})
		s.key(fyne.KeyHome)
		if s.Page() != 0 {
			t.Errorf("%s: Home leads to page %d", mode, s.Page()+1)
		}
		for range 20 * s.pages() {
			s.key(fyne.KeyPageDown)
		}
		last := s.pages() - 1
		if _, end := s.inView(); end != last+1 {
			t.Errorf("%s: PageDown ends at page %d of %d", mode, end, last+1)
		}
		s.key(fyne.KeyPageUp)
		s.key(fyne.KeyEnd)
		if _, end := s.inView(); end != last+1 {
			t.Errorf("%s: End leads to page %d of %d", mode, end, last+1)
		}
	}
	if !s.focus.Visible() {
		t.Error("nothing shows where the keys go")
	}
}

// TestBar types a page number and turns pages by the buttons.
func TestBar(t *testing.T) {
	s := newStage(t, look.Settings{}, 1)
	s.SetSheets(newMaker(t, "").make(specimen.Bulletin(6)))
	s.SetZoom(60)
	if s.bar.number.Text != "1" || s.bar.total.Text != fmt.Sprintf("/ %d", s.pages()) {
		t.Errorf("%q %q", s.bar.number.Text, s.bar.total.Text)
	}
	for _, c := range []struct {
		typed string
		page  int
	}{{"3", 3}, {" ４ ", 4}, {"999", s.pages()}, {"0", 1}, {"x", 1}, {"", 1}} {
		s.bar.number.SetText(c.typed)
		s.bar.number.OnSubmitted(c.typed)
		if s.Page()+1 != c.page || s.bar.number.Text != fmt.Sprint(c.page) {
			t.Errorf("%q leads to page %d, shown as %q", c.typed, s.Page()+1, s.bar.number.Text)
		}
	}
	s.Next()
	s.Next()
	s.Previous()
	if s.Page() != 1 {
		t.Errorf("page %d", s.Page()+1)
	}
}

// TestFewerPages: the document loses pages while the last one is looked at.
func TestFewerPages(t *testing.T) {
	for _, mode := range Modes {
		s := newStage(t, look.Settings{}, 1)
		m := newMaker(t, "")
		s.SetSheets(m.make(specimen.Bulletin(6)))
		s.SetMode(mode)
		s.key(fyne.KeyEnd)
		s.settle()
		s.SetSheets(m.make(specimen.Bulletin(1)))
		s.settle()
		if first, last := s.inView(); first >= last || last > s.pages() {
			t.Errorf("%s: pages %d to %d of %d are in view", mode, first+1, last, s.pages())
		}
		s.SetSheets(m.make(""))
		s.settle()
		if s.pages() != 1 || s.Page() != 0 {
			t.Errorf("%s: page %d of %d", mode, s.Page()+1, s.pages())
		}
	}
}
