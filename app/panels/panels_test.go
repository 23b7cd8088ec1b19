package panels

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"safety365/app/ui"
	"safety365/bulletins"
	"safety365/bulletins/kinds"
)

func parse(text string) *bulletins.Document { return bulletins.Parse("a.md", text, kinds.Schema()) }

func TestEntries(t *testing.T) {
	d := parse("---\nlang: zh-Hans\n---\n\n# 总题\n\n一、会议情况\n\n（一）会议议程。下面是正文。\n\n::: callout {title=要点}\n## 内层\n:::\n")
	var got []string
	for _, e := range Entries(d) {
		got = append(got, strings.Repeat(">", e.Level)+e.Title)
		if !strings.Contains(d.Text[e.Offset:], e.Title) || d.Text[e.Offset] == '\n' {
			t.Errorf("%q does not stand at %d", e.Title, e.Offset)
		}
	}
	want := ">总题|>一、会议情况|>>（一）会议议程。|>>内层"
	if s := strings.Join(got, "|"); s != want {
		t.Errorf("got %s, wanted %s", s, want)
	}
}

func TestOutlineMarksAndGoes(t *testing.T) {
	test.NewTempApp(t)
	var went []int
	o := NewOutline(func(offset int) { went = append(went, offset) })
	w := test.NewTempWindow(t, o)
	w.Resize(fyne.NewSize(300, 300))
	d := parse("# A\n\nx\n\n# B\n\ny\n")
	o.Set(d, 0)
	o.Set(d, len(d.Text))
	if len(went) != 0 {
		t.Errorf("moving the caret went to %v", went)
	}
	o.list.Select(0)
	if len(went) != 1 || went[0] != strings.Index(d.Text, "# A") {
		t.Errorf("a click went to %v", went)
	}
}

func TestProblemsGroups(t *testing.T) {
	test.NewTempApp(t)
	ui.SetLanguage("zh-Hans")
	var fixed, went int
	p := NewProblems(ProblemsOptions{GoTo: func(bulletins.Diagnostic) { went++ }, Fix: func(bulletins.Diagnostic) { fixed++ }})
	w := test.NewTempWindow(t, p)
	w.Resize(fyne.NewSize(600, 400))
	d := parse("甲\n\n乙\n")
	p.Set(d, []bulletins.Diagnostic{
		{Code: "title-missing", Severity: bulletins.Warning},
		{Code: "image-missing", Severity: bulletins.Error, Range: bulletins.Range{Start: 5, End: 8}, Args: map[string]string{"name": "图.png"},
			Fix: &bulletins.Fix{}},
	})
	var lines []string
	for _, r := range p.rows {
		lines = append(lines, r.head+r.about.Code)
	}
	if got := strings.Join(lines, "|"); got != "必须改正，否则不能出定稿（1）|image-missing|建议改正（1）|title-missing" {
		t.Error(got)
	}
	p.list.Select(0) // a head leads nowhere
	p.list.Select(1)
	if went != 1 {
		t.Errorf("went to %d places", went)
	}
	if got := p.place(p.rows[1].about); got != "第 3 行" {
		t.Error(got)
	}
	r := p.newRow().(*row)
	p.showRow(1, r)
	test.Tap(r.fix)
	if fixed != 1 || r.message.Text != "找不到图片“图.png”。" {
		t.Errorf("fixed %d, %q", fixed, r.message.Text)
	}
}

func TestStatusWords(t *testing.T) {
	test.NewTempApp(t)
	for _, lang := range []string{"zh-Hans", "zh-Hant", "id", "en"} {
		ui.SetLanguage(lang)
		s := NewStatus(StatusOptions{})
		s.SetWords(1200, 35)
		s.SetPages(2, 7)
		s.SetPlace(3, 4)
		s.SetLanguage("id")
		s.SetSaved(Failed)
		s.SetProblems(Counts{Errors: 2, Warnings: 1})
		for _, i := range []*item{s.words, s.pages, s.place, s.language, s.saved, s.problems} {
			if i.Text == "" || i.Hidden || strings.ContainsAny(i.Text, "{}") || strings.HasPrefix(i.Text, "status-") {
				t.Errorf("%s: %q", lang, i.Text)
			}
		}
	}
}
