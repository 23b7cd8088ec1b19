package editor

import (
	"math/rand"
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"safety365/app/manuscript"
)

func TestTyping(t *testing.T) {
	for _, c := range []struct {
		name, text string
		caret      int // -1: at the end
		do         func(*stage)
		want       string
	}{
		{"paragraphs", "", 0, func(s *stage) { s.typed("安全第一\n预防为主") }, "安全第一\n\n预防为主"},
		{"line break", "", 0, func(s *stage) { s.typed("甲"); s.shifted(fyne.KeyReturn); s.typed("乙") }, "甲\\\n乙"},
		{"back", "安全", -1, func(s *stage) { s.key(fyne.KeyBackspace) }, "安"},
		{"forward", "安全", 0, func(s *stage) { s.key(fyne.KeyDelete) }, "全"},
		{"over the selection", "安全第一", 0, func(s *stage) { s.shifted(fyne.KeyRight, fyne.KeyRight); s.typed("质量") }, "质量第一"},
		{"heading", "通知", 0, func(s *stage) { s.chord(ctrl, fyne.Key1) }, "# 通知"},
		{"heading by WPS's key", "通知", 0, func(s *stage) { s.chord(ctrl|fyne.KeyModifierAlt, fyne.Key2) }, "## 通知"},
		{"body again", "# 通知", 3, func(s *stage) { s.chord(ctrl, fyne.Key0) }, "通知"},
		{"list goes on", "", 0, func(s *stage) { s.table["bullets"].Do(); s.typed("甲\n乙") }, "- 甲\n- 乙"},
		{"list ends", "", 0, func(s *stage) { s.table["bullets"].Do(); s.typed("甲\n\n丙") }, "- 甲\n\n丙"},
		{"list off", "- 甲", 3, func(s *stage) { s.table["bullets"].Do() }, "甲"},
		{"tab in a list", "- 甲\n- 乙", -1, func(s *stage) { s.key(fyne.KeyTab) }, "- 甲\n  - 乙"},
		{"bold", "安全第一", 0, func(s *stage) { s.shifted(fyne.KeyRight, fyne.KeyRight); s.chord(ctrl, fyne.KeyB) }, "**安全**第一"},
		{"bold for what is typed next", "安全", -1, func(s *stage) { s.chord(ctrl, fyne.KeyB); s.typed("第一"); s.chord(ctrl, fyne.KeyB); s.typed("。") }, "安全**第一**。"},
		{"bold on and off again", "安全", -1, func(s *stage) { s.chord(ctrl, fyne.KeyB); s.chord(ctrl, fyne.KeyB); s.typed("第一") }, "安全第一"},
		{"bold forgotten", "安全", -1, func(s *stage) { s.chord(ctrl, fyne.KeyB); s.key(fyne.KeyLeft, fyne.KeyRight); s.typed("第一") }, "安全第一"},
		{"bold by an input method", "安", -1, func(s *stage) { s.chord(ctrl, fyne.KeyB); s.Preedit("quan", 4); s.Commit("全") }, "安**全**"},
		{"bold of a word", "safety first", 3, func(s *stage) { s.chord(ctrl, fyne.KeyB) }, "**safety** first"},
		{"select all", "甲\n\n乙", 0, func(s *stage) { s.TypedShortcut(&fyne.ShortcutSelectAll{}); s.key(fyne.KeyDelete) }, ""},
		{"undo", "", 0, func(s *stage) { s.typed("安全"); s.TypedShortcut(&fyne.ShortcutUndo{}) }, ""},
		{"redo", "", 0, func(s *stage) {
			s.typed("安全")
			s.TypedShortcut(&fyne.ShortcutUndo{})
			s.chord(ctrl|fyne.KeyModifierShift, fyne.KeyZ)
		}, "安全"},
		{"move down", "甲\n\n乙", 0, func(s *stage) { s.chord(fyne.KeyModifierAlt, fyne.KeyDown) }, "乙\n\n甲"},
		{"commit", "安", -1, func(s *stage) { s.Preedit("quan", 4); s.Commit("全") }, "安全"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newStage(t, c.text, setting{})
			if c.caret < 0 {
				c.caret = len(c.text)
			}
			s.caretAt(c.caret)
			c.do(s)
			if got := strings.TrimRight(s.text(), "\n"); got != c.want {
				t.Errorf("the text is\n%q, wanted\n%q", got, c.want)
			}
		})
	}
}

func TestWords(t *testing.T) {
	const text = "Safety first 安全第一"
	s := newStage(t, text, setting{})
	s.caretAt(0)
	s.chord(ctrl, fyne.KeyRight)
	if at := s.manuscript.Selection().Caret; at != len("Safety ") && at != len("Safety") {
		t.Errorf("Ctrl+Right goes to %d", at)
	}
	s.chord(ctrl|fyne.KeyModifierShift, fyne.KeyEnd)
	if got := s.manuscript.Selected(); !strings.HasSuffix(got, "安全第一") {
		t.Errorf("Ctrl+Shift+End selects %q", got)
	}
	s.chord(ctrl, fyne.KeyHome)
	if sel := s.manuscript.Selection(); sel != manuscript.At(0) {
		t.Errorf("Ctrl+Home gives %v", sel)
	}
	s.key(fyne.KeyEnd)
	s.chord(ctrl, fyne.KeyBackspace)
	if got := s.text(); len(got) >= len(text) || !strings.HasPrefix(got, "Safety first ") {
		t.Errorf("Ctrl+Backspace leaves %q", got)
	}
}

// TestArrowsLeaveSelection: a selection is left at its ends.
func TestArrowsLeaveSelection(t *testing.T) {
	s := newStage(t, "安全第一", setting{})
	s.manuscript.Select(manuscript.Selection{Anchor: 3, Caret: 9})
	s.key(fyne.KeyLeft)
	if sel := s.manuscript.Selection(); sel != manuscript.At(3) {
		t.Errorf("Left gives %v", sel)
	}
	s.manuscript.Select(manuscript.Selection{Anchor: 3, Caret: 9})
	s.key(fyne.KeyRight)
	if sel := s.manuscript.Selection(); sel != manuscript.At(9) {
		t.Errorf("Right gives %v", sel)
	}
	s.manuscript.Select(manuscript.Selection{Anchor: 3, Caret: 9})
	s.key(fyne.KeyEscape)
	if sel := s.manuscript.Selection(); sel != manuscript.At(9) {
		t.Errorf("Escape gives %v", sel)
	}
}

func TestClipboard(t *testing.T) {
	const text = "甲**安全**乙"
	s := newStage(t, text, setting{})
	s.manuscript.Select(manuscript.Selection{Anchor: 0, Caret: len(text)})
	s.TypedShortcut(&fyne.ShortcutCopy{})
	if got := s.board.Content(); got != "甲安全乙" {
		t.Errorf("other programs get %q", got)
	}
	s.caretAt(len(text))
	s.key(fyne.KeyReturn)
	s.TypedShortcut(&fyne.ShortcutPaste{})
	if got := strings.TrimSpace(s.text()); got != text+"\n\n"+text {
		t.Errorf("pasting gives %q", got)
	}
	s.undo()
	s.chord(ctrl|fyne.KeyModifierShift, fyne.KeyV)
	if got := strings.TrimSpace(s.text()); got != text+"\n\n甲安全乙" {
		t.Errorf("pasting as text gives %q", got)
	}
	s.board.SetContent("一\r\n二*")
	s.TypedShortcut(&fyne.ShortcutSelectAll{})
	s.TypedShortcut(&fyne.ShortcutPaste{})
	if got := strings.TrimSpace(s.text()); got != `一`+"\n\n"+`二\*` && got != "一\n\n二*" {
		t.Errorf("foreign text becomes %q", got)
	}
	s.TypedShortcut(&fyne.ShortcutSelectAll{})
	s.TypedShortcut(&fyne.ShortcutCut{})
	if got := strings.TrimSpace(s.text()); got != "" {
		t.Errorf("cutting all leaves %q", got)
	}
	s.board.SetContent("日期\t活动\n6月1日\t启动")
	s.TypedShortcut(&fyne.ShortcutPaste{})
	if got := s.text(); !strings.Contains(got, "| 日期 | 活动 |") {
		t.Errorf("cells from a spreadsheet become %q", got)
	}
}

func TestPastePicture(t *testing.T) {
	s := newStage(t, "", setting{options: Options{PastePicture: func() (string, bool) { return "图.png", true }}})
	s.TypedShortcut(&fyne.ShortcutPaste{})
	if got := s.text(); !strings.Contains(got, "](图.png)") {
		t.Errorf("the text is %q", got)
	}
}

// TestPreedit: what is composed is shown and is no part of the text.
func TestPreedit(t *testing.T) {
	s := newStage(t, "安", setting{})
	s.caretAt(3)
	before, _ := s.CaretRect()
	s.Preedit("quan", 4)
	after, size := s.CaretRect()
	if s.text() != "安" {
		t.Errorf("the text is %q", s.text())
	}
	if after.X <= before.X || size.Height <= 0 {
		t.Errorf("the caret stands at %v, before at %v", after, before)
	}
	s.Preedit("", -1)
	if again, _ := s.CaretRect(); again != before {
		t.Errorf("the caret stands at %v, before at %v", again, before)
	}
}

// TestShortcutsPassOn: what is not the editor's goes to the window.
func TestShortcutsPassOn(t *testing.T) {
	var got []string
	s := newStage(t, "安全", setting{options: Options{
		Shortcut: func(s fyne.Shortcut) { got = append(got, s.ShortcutName()) },
		Key:      func(k *fyne.KeyEvent) { got = append(got, string(k.Name)) },
	}})
	s.chord(ctrl, fyne.KeyS)
	s.key(fyne.KeyF1)
	s.chord(ctrl, fyne.KeyB)
	if len(got) != 2 || got[0] != "CustomDesktop:Control+S" || got[1] != "F1" {
		t.Errorf("passed on: %v", got)
	}
}

// TestRandomKeys presses keys at random: nothing breaks, and the selection stays in
// the text and between characters.
func TestRandomKeys(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	keys := []fyne.KeyName{fyne.KeyReturn, fyne.KeyBackspace, fyne.KeyDelete, fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown,
		fyne.KeyTab, fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageDown, fyne.KeyPageUp, fyne.KeyEscape}
	typeable := []rune("安全a1、*|-#: ")
	s := newStage(t, sample, setting{})
	defer func() {
		if r := recover(); r != nil {
			t.Fatalf("%v with %v in\n%q", r, s.manuscript.Selection(), s.text())
		}
	}()
	for i := range 1500 {
		switch n := r.Intn(10); {
		case n < 3:
			s.typed(string(typeable[r.Intn(len(typeable))]))
		case n < 6:
			s.key(keys[r.Intn(len(keys))])
		case n < 8:
			s.shifted(keys[r.Intn(len(keys))])
		case n == 8:
			for _, c := range s.commands {
				if (c.Menu == "format" || c.Menu == "table") && c.ID != "block-settings" && c.ID != "table-settings" && r.Intn(12) == 0 {
					c.Do()
				}
			}
		default:
			s.press(fyne.NewPos(r.Float32()*700, r.Float32()*500), desktop.MouseButtonPrimary, 0)
			if p, ok := s.overlay().(*popup); ok {
				p.close()
			}
		}
		sel := s.manuscript.Selection()
		for _, at := range []int{sel.Anchor, sel.Caret} {
			if at < 0 || at > len(s.text()) || at < len(s.text()) && !utf8.RuneStart(s.text()[at]) {
				t.Fatalf("step %d: selection %v in %q", i, sel, s.text())
			}
		}
		if s.top != s.clamp(s.top) {
			t.Fatalf("step %d: scrolled to %v", i, s.top)
		}
	}
	for s.manuscript.CanUndo() {
		s.undo()
	}
	s.want(sample)
}

func TestDifference(t *testing.T) {
	for _, c := range []struct {
		old, new           string
		start, before, now int
	}{
		{"abc", "abc", 3, 3, 3},
		{"abc", "abXc", 2, 2, 3},
		{"aaaa", "aaa", 3, 4, 3},
		{"", "x", 0, 0, 1},
		{strings.Repeat("长", 5000), strings.Repeat("长", 4000) + "短" + strings.Repeat("长", 1000), 0, 0, 0},
	} {
		d := differ(c.old, c.new)
		if got := c.old[:d.start] + c.new[d.start:d.new] + c.old[d.old:]; got != c.new {
			t.Errorf("%.10q to %.10q: %v", c.old, c.new, d)
		}
		if c.now > 0 && d != (difference{c.start, c.before, c.now}) {
			t.Errorf("%q to %q: %v", c.old, c.new, d)
		}
	}
}

func TestTighten(t *testing.T) {
	old := "::: callout {title=要点}"
	for _, now := range []string{"::: callout {title=要点一}", "::: callout {title=点}", "::: callout {title=要害}", "::: callout"} {
		m := manuscript.New("", old)
		c := manuscript.Change{Edits: []manuscript.Edit{{Range: rangeOf(old), Text: now}}}
		tighten(old, &c)
		m.Apply(c)
		if m.Text() != now || !utf8.ValidString(c.Edits[0].Text) {
			t.Errorf("%q: %+v", now, c)
		}
	}
}
