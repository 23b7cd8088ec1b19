package editor

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	tip "github.com/dweymouth/fyne-tooltip/widget"
)

const findable = "---\ntitle: 安全\n---\n\n安全第一，安全为了生产。\n\n生产必须安全。Safe safety.\n"

func TestFind(t *testing.T) {
	s := newStage(t, findable, setting{})
	s.caretAt(s.find("安全第一"))
	s.shifted(fyne.KeyRight, fyne.KeyRight)
	s.table["find"].Do()
	f := s.finder
	if f.words.Text != "安全" || f.count.Text != "1/3" {
		t.Errorf("looking for %q: %s", f.words.Text, f.count.Text)
	}
	for _, want := range []string{"2/3", "3/3", "1/3"} {
		f.words.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if f.count.Text != want {
			t.Errorf("%s, wanted %s", f.count.Text, want)
		}
	}
	s.key(fyne.KeyF3)
	s.shifted(fyne.KeyF3)
	if f.count.Text != "1/3" || s.manuscript.Selected() != "安全" {
		t.Errorf("%s, selected %q", f.count.Text, s.manuscript.Selected())
	}
	s.shot("find")
	f.words.SetText("没有")
	if f.count.Text != "未找到" {
		t.Errorf("count is %q", f.count.Text)
	}
	f.words.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if f.Visible() || s.window.Canvas().Focused() != fyne.Focusable(s.Editor) || len(s.state.Matches) != 0 {
		t.Error("Escape does not close the bar")
	}
}

func TestFindSwitches(t *testing.T) {
	s := newStage(t, findable, setting{})
	s.table["find"].Do()
	f := s.finder
	f.words.SetText("safe")
	if len(f.matches) != 2 {
		t.Errorf("%d matches", len(f.matches))
	}
	f.query.Case = true
	f.typed()
	if len(f.matches) != 1 {
		t.Errorf("with case %d matches", len(f.matches))
	}
	f.query.Case, f.query.Word = false, true
	f.typed()
	if len(f.matches) != 1 {
		t.Errorf("of words %d matches", len(f.matches))
	}
	f.query.Word, f.query.Regexp = false, true
	f.words.SetText("安全|生产")
	if len(f.matches) != 5 {
		t.Errorf("of the expression %d matches", len(f.matches))
	}
	f.words.SetText("安全(")
	if !f.trouble.Visible() || f.trouble.String() == "" {
		t.Error("a bad expression says nothing")
	}
	s.shot("find-bad")
	f.words.SetText("安全")
	if f.trouble.Visible() {
		t.Error("the complaint stays")
	}
}

func TestReplace(t *testing.T) {
	s := newStage(t, findable, setting{})
	s.table["replace"].Do()
	f := s.finder
	f.words.SetText("安全")
	f.words.TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
	if s.window.Canvas().Focused() != fyne.Focusable(f.with) {
		t.Error("Tab does not go to the other field")
	}
	f.with.SetText("平安")
	f.with.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := strings.Count(s.text(), "平安"); got != 1 || f.count.Text != "1/2" {
		t.Errorf("%d replaced, count %s", got, f.count.Text)
	}
	f.replaceAll()
	if got := strings.Count(s.text(), "平安"); got != 3 || !strings.Contains(f.count.Text, "2") {
		t.Errorf("%d replaced, count %s", got, f.count.Text)
	}
	if !strings.Contains(s.text(), "title: 安全") {
		t.Error("what cannot be seen was replaced")
	}
	s.undo()
	if got := strings.Count(s.text(), "平安"); got != 1 {
		t.Errorf("one undo leaves %d", got)
	}
}

// TestReplaceDoesNotLoop: what was put in is not found again at once.
func TestReplaceDoesNotLoop(t *testing.T) {
	s := newStage(t, "安安安", setting{})
	s.table["replace"].Do()
	f := s.finder
	f.words.SetText("安")
	f.with.SetText("安安")
	for range 3 {
		f.replace()
	}
	s.want("安安安安安安")
}

func TestFindFolder(t *testing.T) {
	asked := ""
	s := newStage(t, findable, setting{options: Options{SearchFolder: func(words string) { asked = words }}})
	s.caretAt(s.find("安全第一"))
	s.shifted(fyne.KeyRight, fyne.KeyRight)
	s.table["find"].Do()
	for _, o := range test.LaidOutObjects(s.finder) {
		if b, ok := o.(*tip.Button); ok && b.Icon.Name() == theme.FolderOpenIcon().Name() {
			test.Tap(b)
		}
	}
	if asked != "安全" {
		t.Errorf("asked for %q", asked)
	}
}

// TestTextStaysWhenTheBarOpens: the bar takes room above and moves nothing.
func TestTextStaysWhenTheBarOpens(t *testing.T) {
	s := newStage(t, long(), setting{})
	s.scrollTo(units(1000))
	at := s.place(s.manuscript.Document().Starts[40])
	s.table["find"].Do()
	if now := s.place(s.manuscript.Document().Starts[40]); now != at {
		t.Errorf("it stood at %v, stands at %v", at, now)
	}
}
