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
	"safety365/bulletins/intake"
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

// pane opens a pane on a text; what it makes comes into the strings.
func pane(t *testing.T, text string) (p *Pane, made *[2]string) {
	t.Helper()
	test.NewTempApp(t)
	ui.SetLanguage("zh-Hans")
	made = &[2]string{}
	p = New(Options{Raw: []byte(text), Cancel: func() {}, Failed: func(err error) { t.Error(err) },
		Create: func(text, raw, kind string) { *made = [2]string{text, raw} }})
	w := test.NewTempWindow(t, p)
	w.Resize(fyne.NewSize(1000, 640))
	wait(t, func() bool { return p.result != nil })
	return p, made
}

// A change that is undone stays in the list, and can be made again.
func TestUndoneSingly(t *testing.T) {
	p, made := pane(t, page)
	var comma intake.Change
	for _, c := range p.all {
		if c.Rule == "I40" {
			comma = c
		}
	}
	if comma.ID == "" || !strings.Contains(p.result.Text, "讲清楚，") {
		t.Fatalf("made %q by %+v", p.result.Text, p.all)
	}
	n := len(p.all)
	again := func(on bool) {
		before := p.result
		p.set(comma, on)
		wait(t, func() bool { return p.result != before })
	}
	again(false)
	if !strings.Contains(p.result.Text, "讲清楚,") || p.made(comma) || len(p.all) < n {
		t.Errorf("undone: %q, %d changes of %d", p.result.Text, len(p.all), n)
	}
	test.Tap(p.create)
	if !strings.Contains(made[0], "讲清楚,") || made[1] != page {
		t.Errorf("a document of %q", made[0])
	}
	again(true)
	if strings.Contains(p.result.Text, "讲清楚,") || !p.made(comma) {
		t.Errorf("made again: %q", p.result.Text)
	}
}

// Every place that was changed is marked in the text as it came.
func TestEveryChangeIsMarked(t *testing.T) {
	p, _ := pane(t, page)
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
	rows := rowsOf(text, 20, []bulletins.Range{{Start: 3, End: 70}})
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
	if got := rows[0].pieces(text); len(got) != 2 || got[0] != (piece{"各", false}) || !got[1].changed {
		t.Errorf("pieces %v", got)
	}
}
