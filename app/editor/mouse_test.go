package editor

import (
	"errors"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"safety365/app/editor/view"
	"safety365/app/manuscript"
	"safety365/app/ui"
	"safety365/bulletins"
	"safety365/bulletins/page"
)

func rangeOf(text string) bulletins.Range { return bulletins.Range{End: len(text)} }

// find is where words stand in the text.
func (s *stage) find(words string) int {
	s.t.Helper()
	at := strings.Index(s.text(), words)
	if at < 0 {
		s.t.Fatalf("%q is not in %q", words, s.text())
	}
	return at
}

// partAt is a place of the widget where a part stands, from the top.
func (s *stage) partAt(part view.Part, nth int) fyne.Position {
	s.t.Helper()
	var last page.Rect
	for y := page.Length(0); y < s.view.Height(); y += 3 * page.Pt {
		for x := float32(0); x < s.column.width; x += 6 {
			hit := s.view.At(page.Point{X: units(x), Y: y})
			if hit.Part != part || hit.Rect == last {
				continue
			}
			last = hit.Rect
			if nth--; nth < 0 {
				s.scrollTo(hit.Rect.Y - s.height()/3)
				return fyne.NewPos(s.column.x+x+1, s.column.y+dips(hit.Rect.Y+hit.Rect.H/2-s.top))
			}
			break
		}
	}
	s.t.Fatalf("no part %v", part)
	return fyne.Position{}
}

func TestSelectionByMouse(t *testing.T) {
	s := newStage(t, "安全第一，预防为主\n\nSafety comes first", setting{})
	s.drag(s.place(3), s.place(12))
	if got := s.manuscript.Selected(); got != "全第一" {
		t.Errorf("drawing selects %q", got)
	}
	at := s.place(s.find("comes") + 2)
	s.click(at)
	s.press(at, desktop.MouseButtonPrimary, 0)
	if got := strings.TrimSpace(s.manuscript.Selected()); got != "comes" {
		t.Errorf("a double click selects %q", got)
	}
	s.press(at, desktop.MouseButtonPrimary, 0)
	if got := strings.TrimSpace(s.manuscript.Selected()); got != "Safety comes first" {
		t.Errorf("a triple click selects %q", got)
	}
	s.click(s.place(0))
	pass(time.Second)
	s.press(s.place(6), desktop.MouseButtonPrimary, fyne.KeyModifierShift)
	if got := s.manuscript.Selected(); got != "安全" {
		t.Errorf("Shift and a click select %q", got)
	}
}

// TestDoubleClickDrag: after a double click the selection grows by words.
func TestCarrying(t *testing.T) {
	s := newStage(t, "甲乙丙丁\n\n戊己", setting{})
	choose := func(words string) {
		s.manuscript.Select(manuscript.Selection{Anchor: s.find(words), Caret: s.find(words) + len(words)})
	}
	inside := func(words string) fyne.Position { return s.place(s.find(words) + len("甲")) }
	choose("甲乙")
	s.drag(inside("甲乙"), s.place(s.find("己")))
	s.want("丙丁\n\n戊甲乙己")
	if got := s.manuscript.Selected(); got != "甲乙" {
		t.Errorf("%q is selected", got)
	}
	s.undo()
	s.want("甲乙丙丁\n\n戊己")
	choose("甲乙")
	s.drag(inside("甲乙"), s.place(s.find("甲")))
	s.want("甲乙丙丁\n\n戊己")
	s.dragWith(ctrl, inside("甲乙"), s.place(s.find("己")))
	s.want("甲乙丙丁\n\n戊甲乙己")
	choose("丙丁")
	s.click(inside("丙丁"))
	if sel := s.manuscript.Selection(); !sel.Empty() || sel.Caret != s.find("丁") {
		t.Errorf("a click in what is selected selects %v", sel)
	}
}

// A text that ends with a table can be gone on with.
func TestBehindATable(t *testing.T) {
	const text = "| 甲 |\n| --- |\n| 乙 |\n"
	for name, leave := range map[string]func(s *stage){
		"a click below": func(s *stage) { s.click(s.place(len(text)-3).AddXY(0, 200)) },
		"down":          func(s *stage) { s.caretAt(s.find("乙")); s.key(fyne.KeyDown) },
		"Enter twice":   func(s *stage) { s.caretAt(s.find("乙")); s.key(fyne.KeyReturn, fyne.KeyReturn) },
	} {
		s := newStage(t, text, setting{})
		leave(s)
		s.typed("丙")
		if got := strings.TrimRight(s.text(), "\n"); !strings.HasSuffix(got, "|\n\n丙") {
			t.Errorf("%s: the text is %q", name, got)
		}
	}
}

func TestDoubleClickDrag(t *testing.T) {
	s := newStage(t, "Safety comes first", setting{})
	s.click(s.place(9))
	s.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: s.place(9)}, Button: desktop.MouseButtonPrimary})
	s.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: s.place(15)}})
	s.DragEnd()
	if got := strings.TrimSpace(s.manuscript.Selected()); got != "comes first" {
		t.Errorf("selected: %q", got)
	}
}

// TestDrawingPastTheEdge scrolls while the mouse stays below the text.
func TestDrawingPastTheEdge(t *testing.T) {
	s := newStage(t, strings.Repeat("安全第一\n\n", 100), setting{})
	s.scrollTo(0)
	s.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: s.place(0)}, Button: desktop.MouseButtonPrimary})
	s.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(100, s.Size().Height+40)}})
	selected := len(s.manuscript.Selected())
	pass(time.Second)
	if s.top == 0 || len(s.manuscript.Selected()) <= selected {
		t.Errorf("scrolled to %v, selected %d bytes, before %d", s.top, len(s.manuscript.Selected()), selected)
	}
	s.DragEnd()
	top := s.top
	pass(time.Second)
	if s.top != top {
		t.Error("it goes on without the mouse")
	}
}

func TestTask(t *testing.T) {
	s := newStage(t, "- [ ] 海报张贴\n- [x] 演练", setting{})
	s.click(s.partAt(view.Task, 0))
	s.want("- [x] 海报张贴\n- [x] 演练")
	s.undo()
	s.want("- [ ] 海报张贴\n- [x] 演练")
}

const boxed = "::: callout {title=要点 tone=warning}\n须有专人监护。\n:::\n"

// fieldsIn are the fields of a form.
func fieldsIn(o fyne.CanvasObject) (all []*field) {
	for _, o := range test.LaidOutObjects(o) {
		if f, ok := o.(*field); ok {
			all = append(all, f)
		}
	}
	return all
}

// button finds a button by its words.
func (s *stage) button(words string) *ui.Button {
	s.t.Helper()
	for _, o := range test.LaidOutObjects(s.overlay()) {
		if b, ok := o.(*ui.Button); ok && b.Text == words {
			return b
		}
	}
	s.t.Fatalf("no button %q", words)
	return nil
}

func TestCardForm(t *testing.T) {
	s := newStage(t, boxed, setting{})
	s.click(s.partAt(view.Card, 0))
	fields := fieldsIn(s.overlay())
	if len(fields) != 1 || fields[0].Text != "要点" {
		t.Fatalf("%d fields", len(fields))
	}
	s.shot("form-card")
	test.Type(fields[0], "一二三")
	s.key() // nothing: the form has the keys
	if got := s.text(); !strings.Contains(got, "title=一二三要点") && !strings.Contains(got, "title=要点一二三") {
		t.Errorf("the text is %q", got)
	}
	for _, o := range test.LaidOutObjects(s.overlay()) {
		if sel, ok := o.(*ui.Select); ok {
			sel.SetSelected("危险")
		}
	}
	if got := s.text(); !strings.Contains(got, "tone=danger") {
		t.Errorf("the text is %q", got)
	}
	fields[0].TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if s.overlay() != nil {
		t.Error("Escape leaves the form open")
	}
	s.undo()
	if got := s.text(); !strings.Contains(got, "tone=warning") || !strings.Contains(got, "一二三") {
		t.Errorf("after an undo the text is %q", got)
	}
	s.undo()
	s.want(boxed)
}

func TestCardButtons(t *testing.T) {
	s := newStage(t, boxed, setting{})
	s.click(s.partAt(view.Card, 0))
	test.Tap(s.button("去掉边框，保留文字"))
	if got := strings.TrimSpace(s.text()); got != "须有专人监护。" {
		t.Errorf("without its frame the text is %q", got)
	}
	s.undo()
	s.click(s.partAt(view.Card, 0))
	test.Tap(s.button("删除"))
	if got := strings.TrimSpace(s.text()); got != "" {
		t.Errorf("after deleting the text is %q", got)
	}
}

func TestFrontCard(t *testing.T) {
	asked := 0
	s := newStage(t, sample, setting{options: Options{EditFields: func() { asked++ }}})
	s.click(s.partAt(view.Card, 0))
	if asked != 1 || s.overlay() != nil {
		t.Errorf("asked %d times", asked)
	}
}

func TestDrop(t *testing.T) {
	var failed error
	s := newStage(t, "甲\n\n乙", setting{options: Options{
		AddPicture: func(file string) (string, error) {
			if strings.HasSuffix(file, ".txt") {
				return "", errors.New("no picture")
			}
			return strings.TrimPrefix(file, "/tmp/"), nil
		},
		Failed: func(err error) { failed = err },
	}})
	if !s.Drop([]string{"/tmp/演练.png", "/tmp/a.txt"}, s.place(0).Add(s.origin())) {
		t.Error("the place is not the editor's")
	}
	if got := s.text(); strings.Count(got, "](演练.png)") != 1 || failed == nil {
		t.Errorf("the text is %q, the error %v", got, failed)
	}
	if s.Drop([]string{"/tmp/演练.png"}, fyne.NewPos(5, 5)) {
		t.Error("the toolbar takes files")
	}
}

func TestPictureForm(t *testing.T) {
	s := newStage(t, "![演练](drill.png)\n", setting{options: Options{
		PickPicture: func(picked func(string)) { picked("/tmp/新.png") },
		AddPicture:  func(string) (string, error) { return "新.png", nil },
	}})
	s.click(s.partAt(view.Picture, 0))
	fields := fieldsIn(s.overlay())
	if len(fields) != 2 || fields[0].Text != "演练" {
		t.Fatalf("%d fields", len(fields))
	}
	s.shot("form-picture")
	fields[0].SetText("演练现场")
	fields[1].SetText("60")
	test.Tap(s.button("更换图片"))
	if got := strings.TrimSpace(s.text()); got != "![演练现场](新.png){width=60%}" {
		t.Errorf("the text is %q", got)
	}
	s.overlay().(*popup).Tapped(&fyne.PointEvent{Position: fyne.NewPos(1, 1)})
	if s.overlay() != nil {
		t.Error("a click beside the form leaves it open")
	}
}

func TestContextMenu(t *testing.T) {
	s := newStage(t, "| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |\n", setting{})
	at := s.place(s.find("丁"))
	s.press(at, desktop.MouseButtonSecondary, 0)
	s.TappedSecondary(&fyne.PointEvent{Position: at, AbsolutePosition: at.Add(s.origin())})
	menu, ok := s.overlay().(fyne.Widget)
	if !ok {
		t.Fatal("no menu")
	}
	_ = menu
	var names []string
	for _, i := range s.contextMenu().Items {
		names = append(names, i.Label)
	}
	for _, want := range []string{"撤销", "复制", "粘贴", "只粘贴文本", "全选", "在下方插入行", "表格"} {
		if !strings.Contains(strings.Join(names, " "), want) {
			t.Errorf("%q is not in %v", want, names)
		}
	}
	s.window.Canvas().Overlays().Remove(s.overlay())
	s.table["row-below"].Do()
	if got := strings.Count(s.text(), "\n"); got != 4 {
		t.Errorf("the text is %q", s.text())
	}
}

func TestJump(t *testing.T) {
	s := newStage(t, "见[安排](#plan)和注[^1]。\n\n## 活动安排 {#plan}\n\n[^1]: 来源。\n", setting{})
	pass(time.Second)
	s.press(s.place(s.find("安排")+1), desktop.MouseButtonPrimary, ctrl)
	if at := s.manuscript.Selection().Caret; at < s.find("## ") || at > s.find("活动安排") {
		t.Errorf("the link leads to %d", at)
	}
	s.caretAt(0)
	pass(time.Second)
	if !s.jump(s.find("[^1]") + 1) {
		t.Error("the sign of the note leads nowhere")
	}
	if at := s.manuscript.Selection().Caret; at < s.find("[^1]: ") {
		t.Errorf("the note is at %d", at)
	}
	if s.jump(0) {
		t.Error("plain text leads somewhere")
	}
}
