package editor

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"safety365/app/manuscript"
	"safety365/bulletins"
	"safety365/bulletins/page"
)

func long() string {
	return strings.Repeat("今年六月是全国安全生产月，主题是人人讲安全、个个会应急，畅通生命通道。\n\n", 200)
}

// TestBlink: the caret blinks without a new picture, stops after ten seconds, and no
// clock runs without the focus.
func TestBlink(t *testing.T) {
	s := newStage(t, "安全", setting{})
	s.window.Canvas().Capture()
	drawn := s.surface.drawn
	if s.caret.Hidden {
		t.Fatal("no caret")
	}
	hidden := 0
	for range 8 {
		pass(blinkTime)
		if s.caret.Hidden {
			hidden++
		}
	}
	s.window.Canvas().Capture()
	if hidden != 4 || s.surface.drawn != drawn {
		t.Errorf("hidden %d times of 8, %d new pictures", hidden, s.surface.drawn-drawn)
	}
	pass(20 * time.Second)
	if len(timers) != 0 || s.caret.Hidden {
		t.Errorf("%d clocks run, hidden: %v", len(timers), s.caret.Hidden)
	}
	s.typed("第")
	s.window.Canvas().Unfocus()
	pass(time.Minute)
	if len(timers) != 0 || !s.caret.Hidden {
		t.Errorf("without the focus %d clocks run, hidden: %v", len(timers), s.caret.Hidden)
	}
}

func TestScrolling(t *testing.T) {
	s := newStage(t, long(), setting{})
	s.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -250)})
	if s.top != 500*page.Pt {
		t.Errorf("the wheel goes to %v", s.top)
	}
	s.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 1000)})
	if s.top != 0 {
		t.Errorf("the wheel goes to %v", s.top)
	}
	s.chord(ctrl, fyne.KeyEnd)
	if at := s.view.Caret(len(s.text())); at.Y < s.top || at.Y+at.H > s.top+s.height() {
		t.Errorf("the end of the text stands at %v, seen is %v", at, s.top)
	}
	s.key(fyne.KeyPageUp)
	s.chord(ctrl, fyne.KeyHome)
	if s.top != 0 {
		t.Errorf("the start of the text is at %v", s.top)
	}
	s.key(fyne.KeyPageDown)
	if s.top == 0 || s.manuscript.Selection().Caret == 0 {
		t.Error("PageDown stays")
	}
}

// TestScrollStays: what changes above what is seen moves nothing.
func TestScrollStays(t *testing.T) {
	s := newStage(t, long(), setting{})
	s.scrollTo(3000 * page.Pt)
	see := func() string {
		at := s.view.At(page.Point{X: units(s.column.width / 2), Y: s.top + s.height()/2}).Offset
		return s.text()[at:]
	}
	before := see()
	y := s.view.Caret(len(s.text())-len(before)).Y - s.top
	s.manuscript.Apply(manuscript.Insert(manuscript.At(0), "# 新的标题\n\n又一段。\n\n"))
	if after := see(); after != before {
		t.Errorf("seen was %.30q, is %.30q", before, after)
	}
	if now := s.view.Caret(len(s.text())-len(before)).Y - s.top; now-y > page.Pt || y-now > page.Pt {
		t.Errorf("it stood at %v, stands at %v", y, now)
	}
}

func TestScroller(t *testing.T) {
	s := newStage(t, long(), setting{})
	s.scroller.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(5, s.scroller.Size().Height-1)}})
	if s.top != s.whole(s.clamp(1<<60)) {
		t.Errorf("a click at the end of the bar goes to %v of %v", s.top, s.clamp(1<<60))
	}
	s.scroller.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(5, -100)}})
	if s.top != 0 {
		t.Errorf("the bar drawn up goes to %v", s.top)
	}
	short := newStage(t, "安全", setting{})
	if short.scroller.bar.Visible() {
		t.Error("a short text has a bar")
	}
}

func TestZoom(t *testing.T) {
	var told Settings
	s := newStage(t, long(), setting{options: Options{Changed: func(n Settings) { told = n }}})
	before := s.view.Height()
	held = fyne.KeyModifierControl
	s.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 25)})
	held = 0
	if s.Zoom() != 110 || told.Zoom != 110 || s.view.Height() <= before || s.top != 0 {
		t.Errorf("zoom %d, told %d, %v high, before %v", s.Zoom(), told.Zoom, s.view.Height(), before)
	}
	s.chord(ctrl, fyne.KeyMinus)
	s.chord(ctrl, fyne.KeyMinus)
	if s.Zoom() != 90 {
		t.Errorf("zoom %d", s.Zoom())
	}
	s.chord(ctrl|fyne.KeyModifierShift, fyne.Key0)
	if s.Zoom() != 100 {
		t.Errorf("zoom %d", s.Zoom())
	}
	s.SetZoom(100000)
	if s.Zoom() != 400 {
		t.Errorf("zoom %d", s.Zoom())
	}
}

func TestSource(t *testing.T) {
	s := newStage(t, sample, setting{})
	plain := s.view.Height()
	s.table["show-source"].Do()
	if !s.state.Marks || s.view.Height() == plain || !s.table["show-source"].Checked() {
		t.Error("marks are not shown")
	}
	s.caretAt(len(s.text()))
	s.typed("*")
	if !strings.HasSuffix(s.text(), "*") || strings.HasSuffix(s.text(), `\*`) {
		t.Errorf("typed as it stands: %q", s.text()[len(s.text())-4:])
	}
	s.shot("source")
	s.table["show-source"].Do()
	s.table["line-numbers"].Do()
	s.table["focus-mode"].Do()
	if !s.state.Numbers || !s.state.Focus || s.state.Marks {
		t.Errorf("%+v", s.settings)
	}
	s.caretAt(s.find("今年六月"))
	s.shot("numbers")
}

func TestTypewriter(t *testing.T) {
	s := newStage(t, long(), setting{})
	s.SetTypewriter(true)
	s.caretAt(s.manuscript.Document().Starts[50])
	s.typed("甲")
	at := s.view.Caret(s.manuscript.Selection().Caret)
	if middle := at.Y + at.H/2 - s.top; middle < s.height()/2-page.Pt || middle > s.height()/2+page.Pt {
		t.Errorf("the line stands at %v of %v", middle, s.height())
	}
}

func TestReveal(t *testing.T) {
	s := newStage(t, long(), setting{})
	s.window.Canvas().Unfocus()
	at := s.manuscript.Document().Starts[120]
	s.Reveal(at)
	place := s.view.Caret(at).Y - s.top
	if s.manuscript.Selection() != manuscript.At(at) || place < 0 || place > s.height()/2 || s.window.Canvas().Focused() != fyne.Focusable(s.Editor) {
		t.Errorf("revealed at %v of %v", place, s.height())
	}
}

// trouble is something wrong with a mend.
func trouble(s *stage, words, mend string) bulletins.Diagnostic {
	at := s.find(words)
	r := bulletins.Range{Start: at, End: at + len(words)}
	return bulletins.Diagnostic{Code: "image-missing", Severity: bulletins.Error, Range: r,
		Args: map[string]string{"name": "图.png"}, Fix: &bulletins.Fix{Range: r, Text: mend}}
}

func TestFix(t *testing.T) {
	s := newStage(t, "甲乙丙安全生产。", setting{})
	s.SetDiagnostics([]bulletins.Diagnostic{trouble(s, "安全", "平安")})
	s.caretAt(s.find("甲"))
	if s.fixable() {
		t.Error("there is something to mend where nothing is wrong")
	}
	s.typed("一二") // everything moves
	s.caretAt(s.find("全生"))
	s.chord(fyne.KeyModifierAlt, fyne.KeyReturn)
	s.want("一二甲乙丙平安生产。")
	s.undo()
	s.want("一二甲乙丙安全生产。")
}

// TestFixIsLost: an edit is not made in a text that it was not made for.
func TestFixIsLost(t *testing.T) {
	s := newStage(t, "甲安全乙", setting{})
	s.SetDiagnostics([]bulletins.Diagnostic{trouble(s, "安全", "平安")})
	s.caretAt(s.find("全"))
	s.typed("大")
	if s.fix(s.find("全")) {
		t.Errorf("mended to %q", s.text())
	}
}

func TestHint(t *testing.T) {
	s := newStage(t, "甲乙丙安全生产。", setting{})
	s.SetDiagnostics([]bulletins.Diagnostic{trouble(s, "安全", "平安")})
	over := func(offset int) {
		s.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: s.place(offset).AddXY(3, 0)}})
	}
	over(s.find("安"))
	if s.hint.Visible() {
		t.Error("the message comes at once")
	}
	pass(hintDelay)
	if !s.hint.Visible() {
		t.Fatal("no message")
	}
	s.shot("hint")
	over(s.find("甲"))
	pass(hintStay)
	if s.hint.Visible() {
		t.Error("the message stays")
	}
	over(s.find("安"))
	pass(hintDelay)
	for _, o := range test.LaidOutObjects(s.hint) {
		if b, ok := o.(*mender); ok {
			// As Fyne's driver does it: the mouse goes there, the press takes the focus.
			s.MouseOut()
			b.MouseIn(&desktop.MouseEvent{})
			pass(time.Minute)
			s.window.Canvas().Unfocus()
			if !s.hint.Visible() {
				t.Fatal("the message goes before it can be clicked")
			}
			test.Tap(b)
			break
		}
	}
	s.want("甲乙丙平安生产。")
}

// TestIdle: showing again what is there costs no picture.
func TestIdle(t *testing.T) {
	s := newStage(t, sample, setting{})
	s.window.Canvas().Capture()
	drawn := s.surface.drawn
	s.window.Canvas().Capture()
	if s.surface.drawn != drawn {
		t.Error("drawn again")
	}
	s.typed("甲")
	s.window.Canvas().Capture()
	if s.surface.drawn != drawn+1 {
		t.Errorf("%d pictures for a key", s.surface.drawn-drawn)
	}
}

func TestScales(t *testing.T) {
	for _, scale := range []float32{1, 1.25, 1.5, 2} {
		s := newStage(t, sample, setting{scale: scale})
		s.window.Canvas().Capture()
		if s.surface.picture == nil {
			t.Fatal("no picture")
		}
		if want := int(s.surface.Size().Width*scale + 0.5); s.surface.picture.Rect.Dx() != want {
			t.Errorf("scale %v: %d pixels, wanted %d", scale, s.surface.picture.Rect.Dx(), want)
		}
		if scale == 2 {
			s.shot("scale-2")
		}
	}
}
