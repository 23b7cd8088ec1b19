package taking

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"safety365/app/ui"
	"safety365/bulletins"
	"safety365/bulletins/word"
)

const reviewed = "---\ntitle: 消防演练\n---\n\n3月16日上午9时集合。\n\n值班人员除外。\n\n按时到场。\n"

// edit proposes that something be put in the place of words.
func edit(kind word.Kind, author, before, after string) word.Proposal {
	at := bulletins.Range{Start: strings.Index(reviewed, before)}
	at.End = at.Start + len(before)
	p := word.Proposal{Kind: kind, Author: author, Tracked: author != "", Before: before, After: after, Range: at}
	if kind != word.Comment {
		p.Edit = &bulletins.Fix{Range: at, Text: after}
	}
	return p
}

// review opens a pane on what three people did.
func review(t *testing.T) (r *Review, taken *string) {
	t.Helper()
	test.NewTempApp(t)
	ui.SetLanguage("zh-Hans")
	remark := edit(word.Comment, "顾南乔", "值班人员除外", "")
	remark.Note = "请列名单"
	clash := edit(word.Replace, "程砚", "按时", "提前")
	clash.Edit, clash.Conflict = nil, "word-conflict-changed"
	c := &Compared{Text: reviewed, Body: strings.Index(reviewed, "\n3月"), Proposals: []word.Proposal{
		edit(word.Replace, "程砚", "16日", "18日"), edit(word.Delete, "", "上午", ""), remark, edit(word.Replace, "顾南乔", "除外", "不参加"), clash}}
	taken = new(string)
	r = NewReview(ReviewOptions{Name: "演练-审.docx", Compare: func() (*Compared, error) { return c, nil },
		Plain: func(s string) string { return s }, Page: func(int) int { return 2 }, Cancel: func() {},
		Take: func(c *Compared, edits []bulletins.Fix) {
			*taken = c.Text
			for _, e := range slices.Backward(edits) {
				*taken = (*taken)[:e.Range.Start] + e.Text + (*taken)[e.Range.End:]
			}
		}})
	w := test.NewTempWindow(t, r)
	w.Resize(fyne.NewSize(1000, 640))
	wait(t, func() bool { return r.c != nil })
	return r, taken
}

func (r *Review) press(keys ...fyne.KeyName) {
	for _, k := range keys {
		r.list.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

// Each change is accepted or rejected by itself; what is open, and what has to be done
// by hand, is not made.
func TestReviewed(t *testing.T) {
	r, taken := review(t)
	if want := "3月16日18日上午9时集合。\n\n值班人员除外不参加。\n\n按时提前到场。"; r.text.content != want {
		t.Errorf("shown is %q", r.text.content)
	}
	if !r.take.Disabled() {
		t.Error("nothing can be taken over yet")
	}
	r.press(fyne.KeySpace) // accept, and on to the next
	if r.list.at != 1 || r.choices[0] != accepted || strings.Contains(r.text.content, "16日") {
		t.Errorf("at %d, %v, %q", r.list.at, r.choices, r.text.content)
	}
	r.press(fyne.KeyDelete, fyne.KeySpace) // reject, read the comment
	if r.list.at != 3 || r.choices[1] != rejected {
		t.Errorf("at %d, %v", r.list.at, r.choices)
	}
	r.press(fyne.KeyEnd, fyne.KeySpace)
	if r.choices[4] != open || !r.accept.Disabled() {
		t.Error("a conflict was accepted")
	}
	for _, words := range []string{"接受 1", "拒绝 1", "待定 1", "须手动 1", "批注 1"} {
		if !strings.Contains(r.count.Text, words) {
			t.Errorf("no %q in %q", words, r.count.Text)
		}
	}
	test.Tap(r.take)
	if want := strings.Replace(reviewed, "16日", "18日", 1); *taken != want {
		t.Errorf("taken over is %q", *taken)
	}
}

// All of one person is decided at once, and can be decided otherwise again.
func TestAllOfOne(t *testing.T) {
	r, taken := review(t)
	list := func(sort string) { r.sort.SetSelectedIndex(slices.Index(r.sorts, sort)) }
	if list("顾南乔"); len(r.listed) != 2 || !slices.Contains(r.sorts, ui.Say("taking-untracked")) {
		t.Fatalf("listed %v of %v", r.listed, r.sorts)
	}
	test.Tap(r.acceptAll)
	list("")
	r.press(fyne.KeySpace)
	r.press(fyne.KeyHome, fyne.KeySpace) // the same again takes it back
	test.Tap(r.take)
	if want := strings.Replace(reviewed, "除外", "不参加", 1); *taken != want {
		t.Errorf("taken over is %q", *taken)
	}
}

// What somebody said about a place is marked round the changes in it.
func TestRemarkRoundChange(t *testing.T) {
	r, _ := review(t)
	marked := ""
	for _, m := range r.text.marks {
		if m.look == remarked {
			marked += r.text.content[m.Start:m.End] + "|"
		}
	}
	if !strings.HasPrefix(marked, "值班人员|") {
		t.Errorf("marked %q", marked)
	}
}
