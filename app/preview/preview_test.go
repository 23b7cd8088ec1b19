package preview

import (
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"safety365/app/look"
	"safety365/bulletins"
	"safety365/bulletins/page"
	"safety365/bulletins/specimen"
)

func TestModes(t *testing.T) {
	sheets := newMaker(t, "").make(specimen.Bulletin(3))
	for _, shade := range []look.Shade{look.Light, look.Dark} {
		for _, scale := range []float32{1, 2} {
			for _, mode := range Modes {
				name := fmt.Sprintf("%s-%s-%v", mode, shade, scale)
				t.Run(name, func(t *testing.T) {
					if scale == 2 && mode != Facing && os.Getenv("SHOTS") == "" {
						t.Skip("to be looked at only")
					}
					s := newStage(t, look.Settings{Shade: shade}, scale)
					s.SetSheets(sheets)
					s.SetMode(mode)
					if mode == TwoPages || mode == Facing {
						s.SetFit(FitPage)
					}
					s.ShowCaret(strings.Index(sheets.Document.Text, "第0节第1段"))
					s.settle()
					s.shot(name)
					first, last := s.inView()
					for n := first; n < last; n++ {
						l := s.leaves[n]
						if l == nil || l.img == nil {
							t.Fatalf("page %d has no picture", n+1)
						}
						// A picture has a pixel for each of the screen's.
						w, h := s.window.Canvas().PixelCoordinateForPosition(fyne.NewPos(l.size.Width, l.size.Height))
						if b := l.img.Bounds(); b.Dx() != w || b.Dy() != h {
							t.Errorf("page %d has %d × %d pixels, not %d × %d", n+1, b.Dx(), b.Dy(), w, h)
						}
					}
					if mode == Facing {
						one, two, three := s.layout.place(0), s.layout.place(1), s.layout.place(2)
						if one.X != three.X || two.X >= one.X || two.Y != three.Y || one.Y >= two.Y {
							t.Errorf("pages lie at %v, %v, %v", one, two, three)
						}
					}
				})
			}
		}
	}
}

// TestOnlyVisible scrolls through 100 pages.
func TestOnlyVisible(t *testing.T) {
	s := newStage(t, look.Settings{}, 1)
	s.SetSheets(newMaker(t, "").make(specimen.Bulletin(60)))
	if s.pages() < 60 {
		t.Fatalf("only %d pages", s.pages())
	}
	s.SetZoom(30)
	s.settle()
	most, rooms := 0, 0
	for s.scroll.Offset.Y < s.desk.needs.Height-s.layout.view.Height-1 {
		test.Scroll(s.window.Canvas(), fyne.NewPos(300, 300), 0, -600)
		s.settle()
		first, last := s.inView()
		for n := first; n < last; n++ {
			if s.leaves[n] == nil || s.leaves[n].img == nil {
				t.Fatalf("page %d is empty", n+1)
			}
		}
		most, rooms = max(most, s.owners()), max(rooms, s.room.count())
	}
	if s.Page() < s.pages()-3 {
		t.Errorf("stopped at page %d of %d", s.Page()+1, s.pages())
	}
	if most > 8 || rooms > 10 {
		t.Errorf("%d leaves had pictures, and %d were kept", most, rooms)
	}
	if n := len(s.leaves) + len(s.free); n > 12 {
		t.Errorf("%d leaves were made", n)
	}
}

// TestTypingKeepsPictures: a key changes one page; the others keep their pictures, and
// none is ever empty.
func TestTypingKeepsPictures(t *testing.T) {
	s := newStage(t, look.Settings{}, 1)
	m := newMaker(t, "")
	text := specimen.Bulletin(10)
	s.SetSheets(m.make(text))
	s.SetZoom(30)
	s.settle()
	before := map[int]any{}
	for n, l := range s.leaves {
		before[n] = l.img
	}
	// Without Prepare the old picture stays until the new one is there.
	at := strings.Index(text, "第1节第1段")
	s.SetSheets(m.make(text[:at] + "改" + text[at:]))
	for n, l := range s.leaves {
		if l.img == nil {
			t.Fatalf("page %d flashes", n+1)
		}
	}
	s.settle()
	changed := 0
	for n, l := range s.leaves {
		if before[n] != l.img {
			changed++
		}
	}
	if changed != 1 {
		t.Errorf("%d pages of %d were drawn again", changed, len(before))
	}
	// With it the new picture is there at once.
	sheets := m.make(text[:at] + "改改" + text[at:])
	s.Prepare(sheets)
	s.SetSheets(sheets)
	for n, l := range s.leaves {
		if first, last := s.inView(); n >= first && n < last && l.shown.page != sheets.Pages.Page(n) {
			t.Errorf("page %d is not shown at once", n+1)
		}
	}
}

func TestOverlays(t *testing.T) {
	s := newStage(t, look.Settings{}, 1)
	text := strings.Replace(specimen.Bulletin(2), "第0节第0段", "缺字󰀀在此", 1)
	s.SetSheets(newMaker(t, "").make(text))
	s.SetState(State{Mode: Continuous, Fit: FitWidth, Overlays: Overlays})
	s.settle()
	s.shot("overlays")
	if len(faultsOf(s.sheets.Pages.Page(0))) == 0 {
		t.Error("the missing character is not marked")
	}
	trim := s.sheets.Theme.Page.Bleed.Points()
	if got := s.format.bleed.Points(); trim == 0 || got != trim {
		t.Errorf("a bleed of %v is shown, not %v", got, trim)
	}
	all := s.leaves[0].img
	s.SetState(State{Mode: Continuous, Fit: FitWidth})
	s.settle()
	if s.leaves[0].img == all || s.format.bleed != 0 {
		t.Error("the overlays are still there")
	}
}

func TestThumbnails(t *testing.T) {
	s := newStage(t, look.Settings{}, 1)
	s.SetSheets(newMaker(t, "").make(specimen.Bulletin(40)))
	s.ToggleThumbnails()
	s.window.Canvas().Capture()
	s.settle()
	s.shot("thumbnails")
	if n := len(s.thumbs.all); n == 0 || n > 12 {
		t.Errorf("%d small pages exist", n)
	}
	shown := 0
	for _, m := range s.thumbs.all {
		if m.img != nil {
			shown++
		}
	}
	if shown < 3 {
		t.Errorf("%d small pictures", shown)
	}
	s.thumbs.list.Select(2)
	if s.Page() != 2 {
		t.Errorf("page %d", s.Page()+1)
	}
	s.ToggleThumbnails()
	if s.thumbs.object.Visible() {
		t.Error("still there")
	}
}

// TestState: what was chosen comes back; nonsense does no harm.
func TestState(t *testing.T) {
	s := newStage(t, look.Settings{}, 1)
	want := State{Mode: Facing, Fit: FitNone, Percent: 75, Thumbnails: true, Overlays: []Overlay{Margins, Safe}}
	s.SetState(want)
	if got := s.State(); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%v", got)
	}
	s.SetState(State{Mode: "x", Fit: "y", Percent: -3, Overlays: []Overlay{"z"}})
	if got := s.State(); got.Mode != Continuous || got.Fit != FitWidth || got.Percent != 100 || len(got.Overlays) != 0 {
		t.Errorf("%v", got)
	}
}

// TestWords: every command has words in every language, and the bar fits a narrow window.
func TestWords(t *testing.T) {
	sheets := newMaker(t, "").make(specimen.Bulletin(3))
	for _, lang := range bulletins.Languages {
		s := newStage(t, look.Settings{Language: lang}, 1)
		s.SetSheets(sheets)
		for _, c := range s.Commands() {
			if c.Title() == "command-"+c.ID {
				t.Errorf("%s: %s has no words", lang, c.ID)
			}
		}
		if w := s.bar.object.MinSize().Width; w > 420 {
			t.Errorf("%s: the bar takes %v", lang, w)
		}
		s.window.Resize(fyne.NewSize(460, 640))
		s.settle()
		s.shot("bar-" + lang)
		test.Tap(s.bar.view)
		s.shot("view-" + lang)
		s.window.Canvas().Overlays().Remove(s.window.Canvas().Overlays().Top())
		test.Tap(s.bar.percent)
		s.shot("scale-" + lang)
	}
}

// TestVertical: text of vertical lines is bound at the right.
func TestVertical(t *testing.T) {
	s := newStage(t, look.Settings{}, 1)
	text := strings.Replace(specimen.Bulletin(3), "lang: zh-Hans\n", "lang: zh-Hans\nsettings: {typeset: {direction: vertical}}\n", 1)
	s.SetSheets(newMaker(t, "").make(text))
	s.SetMode(TwoPages)
	s.SetFit(FitPage)
	s.ShowCaret(strings.Index(text, "第0节第1段"))
	s.settle()
	s.shot("vertical")
	if one, two := s.layout.place(0), s.layout.place(1); one.X <= two.X {
		t.Errorf("pages lie at %v and %v", one, two)
	}
}

func TestFaults(t *testing.T) {
	m := newMaker(t, "")
	for _, direction := range []string{"horizontal", "vertical"} {
		head := "---\nlang: zh-Hans\ntitle: 题\nsettings: {typeset: {direction: " + direction + "}}\n---\n\n"
		s := m.make(head + "缺字󰀀在此。\n")
		if n := len(faultsOf(s.Pages.Page(0))); n != 1 {
			t.Errorf("%s: %d faults", direction, n)
		}
	}
	run := &page.GlyphRun{Size: 10 * page.Pt}
	line := page.Line{X: 50 * page.Pt, Baseline: 100 * page.Pt, Width: 130 * page.Pt, Measure: 100 * page.Pt, Overfull: 30 * page.Pt, N: 1}
	for _, c := range []struct {
		item page.Item
		want string
	}{
		{run, "150 90 30×12.5"},
		{&page.GlyphRun{Size: 10 * page.Pt, Vertical: true}, "47.5 200 12.5×30"},
		{&page.Group{Items: []page.Item{run}}, "47.5 200 12.5×30"},
	} {
		found := faultsOf(&page.Page{Items: []page.Item{c.item}, Lines: []page.Line{line}})
		if len(found) != 1 || found[0].String() != c.want {
			t.Errorf("the end of a line is marked at %v, not %s", found, c.want)
		}
	}
}

// TestScreen: the window goes to a screen with other pixels.
func TestScreen(t *testing.T) {
	s := newStage(t, look.Settings{}, 1)
	s.SetSheets(newMaker(t, "").make(specimen.Bulletin(2)))
	s.SetZoom(50)
	s.settle()
	before := s.leaves[0].img.Bounds().Dx()
	s.window.Canvas().(test.WindowlessCanvas).SetScale(1.5)
	s.window.Canvas().Capture()
	s.settle()
	if now := s.leaves[0].img.Bounds().Dx(); math.Abs(float64(now)-1.5*float64(before)) > 2 {
		t.Errorf("the picture is %d wide, and was %d", now, before)
	}
}

// BenchmarkKey takes a key in the middle of a document to the pictures in view, as
// they would be put on the screen.
func BenchmarkKey(b *testing.B) {
	for _, pages := range []int{1, 10, 100} {
		b.Run(fmt.Sprint(pages), func(b *testing.B) {
			s := newStage(b, look.Settings{}, 1)
			m := newMaker(b, "")
			text := specimen.Bulletin(pages)
			at := strings.Index(text[len(text)/2:], "安全生产") + len(text)/2
			s.SetSheets(m.make(text))
			s.ShowCaret(at)
			s.settle()
			for i := 0; b.Loop(); i++ {
				sheets := m.make(text[:at] + strings.Repeat("改", i%20) + text[at:])
				s.Prepare(sheets)
				s.SetSheets(sheets)
				s.ShowCaret(at + 3*(i%20))
			}
		})
	}
}

// Pages that fit the width are not wider than the view, however that is rounded to
// pixels.
func TestFitNeedsNoBar(t *testing.T) {
	a4 := page.Size{W: page.MM(210000), H: page.MM(297000)}
	for _, pixel := range []float64{1, 1.25, 2} {
		for width := float32(300); width < 700; width += 0.5 {
			a := &arrangement{view: fyne.NewSize(width, 600)}
			f := &format{sheet: a4, pixel: pixel}
			f.units = fitted(FitWidth, a, f) / 100 * unitsPerInch / 72
			if needs := f.size().Width + 2*edge; needs > width {
				t.Fatalf("at %v pixels a unit the page needs %v of %v", pixel, needs, width)
			}
		}
	}
}
