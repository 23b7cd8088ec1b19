package taking

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"safety365/app/drafting"
	"safety365/app/ui"
	"safety365/bulletins"
	"safety365/bulletins/kinds"
)

// webpage is a page of which much is left out.
const webpage = `<!doctype html><html><body>
<nav><a href="/">首页</a> <a href="/yw">要闻</a></nav>
<main><article><h1>汛期值守要到岗</h1>
<p>各班组要把隐患讲清楚,不能走过场。值班人员要按时到岗,遇有险情立即报告。</p>
<p>物资每周清点一次,清点结果报安委办。夜间值守实行双人双岗。</p></article></main>
<footer>江安应急版权所有</footer></body></html>`

// What a page left out is kept singly, and what was undone behind it stays undone.
func TestPagePartKept(t *testing.T) {
	p, _ := pane(t, Options{Raw: []byte(webpage), Name: "来文.html"})
	part := func(words string) line {
		i := slices.IndexFunc(p.lines, func(l line) bool { return onPage(l.change) && strings.Contains(l.change.Before, words) })
		if i < 0 {
			t.Fatalf("no %q among the lines", words)
		}
		return p.lines[i]
	}
	last := func() line {
		i := strings.LastIndex(p.result.Raw, ",清点")
		for _, l := range p.lines {
			if l.was.Start == i && l.change.Rule == "I40" {
				return l
			}
		}
		t.Fatalf("the comma is not in the list of\n%s", p.result.Raw)
		return line{}
	}
	change(t, p, func() { p.flip(last()) })
	change(t, p, func() { p.flip(part("首页")) })
	if got := p.document(); !strings.Contains(got, "首页") || strings.Contains(got, "版权所有") || !strings.Contains(got, "一次,清点") || !strings.Contains(got, "讲清楚，") {
		t.Errorf("made\n%s", got)
	}
	change(t, p, p.undo)
	change(t, p, func() { p.flip(last()) })
	if got := p.document(); strings.Contains(got, "首页") || !strings.Contains(got, "一次，清点") {
		t.Errorf("made\n%s", got)
	}
}

// doubted is a text in which nobody can read a character.
const doubted = "班前会要讲清当天的风险\n\n各班组要把隐\ufffd讲清楚，不能走过场。值班人员要按时到岗。\n"

// What nobody could read is typed in, and stops no final any more.
func TestFilledIn(t *testing.T) {
	p, made := pane(t, Options{Raw: []byte(doubted)})
	if !strings.Contains(p.document(), "⟦?⟧") {
		t.Fatalf("nothing is marked in\n%s", p.document())
	}
	p.bar.choose(doubtful)
	p.nextOpen()
	for !p.lines[p.listed[p.list.at]].fill {
		p.nextOpen()
	}
	if p.answer.field.Hidden || !p.answer.button.Disabled() {
		t.Fatal("one cannot type what is right, or confirm nothing")
	}
	p.answer.field.SetText("患")
	change(t, p, p.answer.confirm)
	p.take()
	if strings.Contains(made.Text, "⟦") || !strings.Contains(made.Text, "隐患讲清楚") || !strings.Contains(p.clean.content, "隐患讲清楚") {
		t.Errorf("made\n%s", made.Text)
	}
	change(t, p, p.undo)
	if !strings.Contains(p.document(), "⟦?⟧") {
		t.Error("it was not taken back")
	}
	change(t, p, p.redo)
	if strings.Contains(p.document(), "⟦?⟧") {
		t.Error("it was not made again")
	}
}

// A warning that somebody has looked at, or to which a field is the answer, is not in the
// document.
func TestWarningsSettled(t *testing.T) {
	p, made := pane(t, Options{Raw: []byte("各班组要把隐患讲清楚，不能走过场。\n\n值班人员要按时到岗，遇有险情立即报告，不得迟报漏报。\n")})
	open := func() (n int) {
		for _, l := range p.lines {
			if l.open() {
				n++
			}
		}
		return n
	}
	all := open()
	if all < 2 {
		t.Fatalf("%d warnings: %q", all, p.document())
	}
	p.setField([]string{"title"}, drafting.Text("班前会"))
	if open() != all-1 || !strings.Contains(p.count.Text, "待确认 "+string(rune('0'+all-1))) {
		t.Errorf("%d of %d are open, %q", open(), all, p.count.Text)
	}
	for open() > 0 {
		p.nextOpen()
		change(t, p, func() { p.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) })
	}
	p.take()
	meta := bulletins.Parse("", made.Text, kinds.Schema()).Meta
	if meta.Text("title") != "班前会" || said(meta.Values["import_warnings"]) {
		t.Errorf("made\n%s", made.Text)
	}
}

// Kind and language are chosen by name; the language has its own rules.
func TestParticulars(t *testing.T) {
	p, made := pane(t, Options{Raw: []byte(page)})
	if strings.Contains(p.clean.content, "title:") || strings.Contains(p.clean.content, "来源") {
		t.Errorf("the text is shown as\n%s", p.clean.content)
	}
	p.setField([]string{"kind"}, drafting.Text("safety-reminder"))
	p.setField([]string{"review", "first"}, drafting.List{"顾南乔"})
	change(t, p, func() { p.setField([]string{"lang"}, drafting.Text("zh-Hant")) })
	p.take()
	meta := bulletins.Parse("", made.Text, kinds.Schema()).Meta
	if made.Kind != "safety-reminder" || meta.Text("kind") != made.Kind || meta.Text("lang") != "zh-Hant" || meta.Text("source") == "" || !strings.Contains(made.Text, "各班組要把") {
		t.Errorf("%q made\n%s", made.Kind, made.Text)
	}
}

// Lines are listed by sort; all that are listed are undone at once.
func TestSorts(t *testing.T) {
	p, _ := pane(t, Options{Raw: []byte(page)})
	p.bar.choose("marks")
	if len(p.listed) == 0 || len(p.listed) == len(p.lines) || !strings.HasPrefix(p.bar.sorts.Selected, ui.Say("taking-sort-marks")) {
		t.Fatalf("%d of %d listed under %q", len(p.listed), len(p.lines), p.bar.sorts.Selected)
	}
	change(t, p, func() { p.setListed(false) })
	if got := p.document(); !strings.Contains(got, "讲清楚,") || strings.Contains(got, "打印本页") {
		t.Errorf("made\n%s", got)
	}
	change(t, p, p.undo)
	if got := p.document(); strings.Contains(got, "讲清楚,") || p.Decided() {
		t.Errorf("made\n%s", got)
	}
}

// Both texts are scrolled together, whatever was dropped or put in between.
func TestTogether(t *testing.T) {
	raw := "班前会要讲清当天的风险\n来源：江安应急 作者：李晚舟 2026-03-06 09:12\n" + strings.Repeat("各班组要把隐患讲清楚,不能走过场。\n", 300) + "最后一段在此,到此为止。\n打印本页 关闭窗口\n"
	p, _ := pane(t, Options{Raw: []byte(raw)})
	p.raw.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	if !p.clean.atEnd() {
		t.Errorf("the other text stands at %v", p.clean.scroll.Offset)
	}
	p.clean.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	if p.raw.scroll.Offset.Y > 4*rowHeight() {
		t.Errorf("the other text stands at %v", p.raw.scroll.Offset)
	}
	at := strings.Index(p.clean.content, "最后一段")
	p.clean.showTop(at - 3000)
	p.beside(p.clean, p.raw)
	if got, want := p.raw.top(), strings.Index(p.raw.content, "最后一段")-3000; got < want-900 || got > want+900 {
		t.Errorf("the other text stands at %d, not about %d", got, want)
	}
}

// A change that is clicked in a text is the one chosen in the list.
func TestClickedMark(t *testing.T) {
	p, _ := pane(t, Options{Raw: []byte(page)})
	p.raw.tapped(strings.Index(p.raw.content, ",不能"))
	if l, ok := p.chosenLine(); !ok || l.key != lineSaying(p, became(",", "，")).key {
		t.Errorf("chosen is %v", p.list.at)
	}
}

// Places are found again in a text that has more lines, or fewer.
func TestLineShift(t *testing.T) {
	old, new := "甲\n乙\n丙\n", "甲\n导航\n乙\n丙\n"
	if got := lineShift(old, new)(strings.Index(old, "丙")); got != strings.Index(new, "丙") {
		t.Errorf("丙 is at %d", got)
	}
	back := lineShift(new, old)
	if back(strings.Index(new, "丙")) != strings.Index(old, "丙") || back(strings.Index(new, "导航")) != -1 {
		t.Error("not the way back")
	}
}
