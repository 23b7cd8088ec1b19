package taking

import (
	"os"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"safety365/app/ui"
	"safety365/bulletins"
	"safety365/bulletins/word"
)

var handed = make(chan func(), 100)

func TestMain(m *testing.M) {
	ui.Do = func(f func()) { handed <- f }
	os.Exit(m.Run())
}

// wait runs what workers hand over until something is so.
func wait(t *testing.T, so func() bool) {
	t.Helper()
	for limit := time.After(20 * time.Second); !so(); {
		select {
		case f := <-handed:
			f()
		case <-limit:
			t.Fatal("waited in vain")
		}
	}
}

const page = `首页 > 安全 > 正文
班前会要讲清当天的风险
来源：江安应急 作者：李晚舟 2026-03-06 09:12
各班组要把隐患(yǐn huàn)讲清楚,不能走过场。
打印本页 关闭窗口
`

// pane opens a pane; what it makes comes into made.
func pane(t *testing.T, o Options) (p *Pane, made *Taken) {
	t.Helper()
	test.NewTempApp(t)
	ui.SetLanguage("zh-Hans")
	made = &Taken{}
	o.Cancel, o.Failed = func() {}, func(err error) { t.Error(err) }
	o.Create = func(m Taken) { *made = m }
	p = New(o)
	w := test.NewTempWindow(t, p)
	w.Resize(fyne.NewSize(1000, 640))
	wait(t, func() bool { return p.out != nil })
	return p, made
}

// A change that is undone stays in the list, and can be made again.
func TestUndoneSingly(t *testing.T) {
	p, made := pane(t, Options{Raw: []byte(page)})
	comma := lineSaying(p, became(",", "，"))
	if comma.key == "" || !strings.Contains(p.result.Text, "讲清楚，") {
		t.Fatalf("made %q by %+v", p.result.Text, p.lines)
	}
	n := len(p.lines)
	again := func(on bool) {
		before := p.out
		p.set(on, comma)
		wait(t, func() bool { return p.out != before })
	}
	again(false)
	if !strings.Contains(p.result.Text, "讲清楚,") || lineSaying(p, became(",", "，")).on || len(p.lines) < n {
		t.Errorf("undone: %q, %d changes of %d", p.result.Text, len(p.lines), n)
	}
	test.Tap(p.create)
	if !strings.Contains(made.Text, "讲清楚,") || made.Raw != page {
		t.Errorf("a document of %q", made.Text)
	}
	again(true)
	if strings.Contains(p.result.Text, "讲清楚,") || !lineSaying(p, became(",", "，")).on {
		t.Errorf("made again: %q", p.result.Text)
	}
}

// Every place that was changed is marked in the text as it came.
func TestEveryChangeIsMarked(t *testing.T) {
	p, _ := pane(t, Options{Raw: []byte(page)})
	for _, c := range p.result.Changes {
		marked := ""
		for _, r := range p.raw.rows {
			for _, m := range r.marks {
				if m.Start < c.End && c.Start < m.End {
					marked += p.raw.content[m.Start:m.End]
				}
			}
		}
		if c.End > c.Start && marked == "" {
			t.Errorf("%s %q is not marked", c.Rule, c.Before)
		}
	}
}

// Rows hold the whole text.
func TestRows(t *testing.T) {
	text := strings.Repeat("各班组要把隐患讲清楚，plain words too。\n", 20_000)
	half := func(r rune) float32 {
		if r >= 0x2E80 {
			return 2
		}
		return 1
	}
	rows := rowsOf(text, 20, half, []mark{{bulletins.Range{Start: 3, End: 70}, came}})
	var b strings.Builder
	for i, r := range rows {
		if i > 0 && r.Start > rows[i-1].End {
			b.WriteString("\n")
		}
		b.WriteString(text[r.Start:r.End])
	}
	if b.String()+"\n" != text {
		t.Error("the rows are not the text")
	}
	if got := rows[0].pieces(); len(got) != 2 || text[:got[0].End] != "各" || got[0].look != plain || got[1].look != came {
		t.Errorf("pieces %v", got)
	}
	for _, r := range rows {
		if strings.HasSuffix(text[r.Start:r.End], "wor") {
			t.Fatalf("a word is cut: %q", text[r.Start:r.End])
		}
	}
}

// lineSaying is the line that says what became of something.
func lineSaying(p *Pane, words string) line {
	for _, l := range p.lines {
		if what, _ := l.words(); what == words {
			return l
		}
	}
	return line{}
}

// change has something decided and waits for what comes of it.
func change(t *testing.T, p *Pane, do func()) {
	t.Helper()
	before := p.out
	do()
	wait(t, func() bool { return p.out != before && !p.running })
}

// The keys go through the list and undo what is chosen.
func TestKeys(t *testing.T) {
	p, _ := pane(t, Options{Raw: []byte(page)})
	p.list.FocusGained()
	for {
		if l, _ := p.chosenLine(); l.key == lineSaying(p, became(",", "，")).key {
			break
		}
		before := p.list.at
		if p.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown}); p.list.at == before {
			t.Fatal("the comma is not in the list")
		}
	}
	before := p.out
	p.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	wait(t, func() bool { return p.out != before })
	if !strings.Contains(p.result.Text, "讲清楚,") {
		t.Errorf("it was not undone: %q", p.result.Text)
	}
}

// A tap on a tick undoes its change.
func TestTick(t *testing.T) {
	p, _ := pane(t, Options{Raw: []byte(page)})
	row := newLine()
	for i, l := range p.lines {
		if what, _ := l.words(); what == became(",", "，") {
			p.fillLine(i, row)
		}
	}
	before := p.out
	row.(*fyne.Container).Objects[0].(*fyne.Container).Objects[1].(*fyne.Container).Objects[0].(*tick).Tapped(nil)
	wait(t, func() bool { return p.out != before })
	if !strings.Contains(p.result.Text, "讲清楚,") {
		t.Errorf("it was not undone: %q", p.result.Text)
	}
}

// Tracked changes of a Word file are made one by one; what was undone of the cleaning
// stays undone though its place moves. What is not made is listed.
func TestWord(t *testing.T) {
	markdown := "班前会要讲清风险,不走过场。\n\n值班人员,病假人员除外。\n"
	at := strings.Index(markdown, "风险")
	said := bulletins.Range{Start: strings.Index(markdown, "值班"), End: strings.Index(markdown, ",病")}
	file := &word.Text{Markdown: markdown, Proposals: []word.Proposal{
		{Kind: word.Insert, Author: "程砚", Tracked: true, After: "当天的", Range: bulletins.Range{Start: at, End: at},
			Edit: &bulletins.Fix{Range: bulletins.Range{Start: at, End: at}, Text: "当天的"}},
		{Kind: word.Comment, Author: "顾南乔", Tracked: true, Before: "值班人员", Note: "几个人？", Range: said},
	}}
	p, made := pane(t, Options{Word: file, Name: "来稿.docx"})
	run := func(do func()) { t.Helper(); change(t, p, do) }
	second := func() line {
		var out line
		for _, l := range p.lines {
			if what, _ := l.words(); strings.HasPrefix(what, ",") {
				out = l
			}
		}
		return out
	}
	run(func() { p.set(false, second()) })
	if _, by := p.lines[0].words(); p.lines[0].on || !strings.Contains(by, "程砚") || p.lines[1].undoable {
		t.Errorf("%+v", p.lines[:2])
	}
	run(func() { p.flip(p.lines[0]) })
	if got := p.result.Text; !strings.Contains(got, "讲清当天的风险，不走") || !strings.Contains(got, "值班人员,病假") || second().on {
		t.Errorf("made %q", got)
	}
	test.Tap(p.create)
	if !strings.Contains(made.Left, "几个人？") || strings.Contains(made.Left, "当天的") {
		t.Errorf("left is %q", made.Left)
	}
	run(func() { p.flip(p.lines[0]) })
	if got := p.result.Text; strings.Contains(got, "当天的") || !strings.Contains(got, "值班人员,病假") {
		t.Errorf("made %q", got)
	}
}

// A text is shown without its marks, and places are where they were.
func TestPlain(t *testing.T) {
	text := "---\ntitle: x\n---\n## 一、时间\n\n上午**九**时。\n"
	body := strings.Index(text, "## ")
	at := bulletins.Range{Start: strings.Index(text, "上午"), End: strings.Index(text, "时。")}
	w := writePlain(text, body, strings.NewReplacer("## ", "", "**", "").Replace, []bulletins.Range{at})
	if got := w.at(at); w.text != "一、时间\n\n上午九时。\n" || w.text[got.Start:got.End] != "上午九" {
		t.Errorf("%q, at %q", w.text, w.text[got.Start:got.End])
	}
	if got := w.place(0); got != 0 {
		t.Errorf("the front matter is at %d", got)
	}
}
