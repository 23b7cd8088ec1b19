package kinds

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// composeIn composes a text in a folder with the theme that its kind asks for.
func composeIn(t *testing.T, dir, text string) (*layout.Flow, []bulletins.Diagnostic) {
	t.Helper()
	doc := bulletins.Parse("test.md", text, Schema())
	theme, problems := themes.Load(ThemeFor(doc.Meta.Text("kind"), doc.Lang), themes.Options{Language: doc.Lang, Kinds: Layers(doc.Meta)})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	flow, found := NewComposer().Compose(doc, theme, open(t, dir), Options{})
	return flow, append(doc.Diagnostics, found...)
}

// laid lays a flow out.
func laid(t *testing.T, flow *layout.Flow) []*page.Page {
	t.Helper()
	var pages []*page.Page
	_, problems, err := layout.Build(context.Background(), flow, layout.Options{}, func(p *page.Page) error {
		pages = append(pages, p)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		t.Errorf("%s %v", p.Code, p.Args)
	}
	return pages
}

// TestTips: the days of a month, from a table of the text and from files.
func TestTips(t *testing.T) {
	dir := t.TempDir()
	files := map[string]string{
		"t.csv":  "日期,主题,提示\n2026.6.1,用电,插座发烫就停用\n2026/6/3,防暑,多喝水\n",
		"t.yaml": "- {date: 2026-06-01, topic: 用电, tip: 插座发烫就停用}\n- {date: 2026-06-02, tip: 多喝水}\n",
		"b.yaml": "- {date: [\n",
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	const head = "---\nlang: zh-Hans\nkind: safety365\ntitle: 安全365\n"
	const table = "\n| 日期 | 主题 | 提示 |\n|---|---|---|\n"
	for _, c := range []struct{ name, text, want string }{
		{"csv", head + "data: t.csv\n---\n", "tip-gap 28"},
		{"yaml", head + "data: t.yaml\nmonth: 2026-06\n---\n", "tip-gap 28"},
		{"broken", head + "data: b.yaml\nmonth: 2026-06\n---\n", "data-unreadable ,tip-gap 30"},
		{"outside", head + "data: ../t.csv\nmonth: 2026-06\n---\n", "data-outside ,tip-gap 30"},
		{"cards of some days", head + "data: t.csv\nform: card\ndays: [3]\n---\n", ""},
		{"no month", head + "---\n", "tip-month "},
		{"twice", head + "---\n" + table + "| 2026-06-01 | 甲 | 一 |\n| 2026-06-01 | 乙 | 二 |\n", "tip-gap 29,tip-twice "},
		{"again, long, no date", head + "---\n" + table + "| 2026-06-01 | 甲 | 一 |\n| 2026-06-02 | 乙 | 一 |\n| 2026-06-03 | 丙 | " + strings.Repeat("长", 61) + " |\n| 六月四日 | 丁 | 四 |\n", "tip-again ,tip-date ,tip-gap 27,tip-long "},
	} {
		_, found := composeIn(t, dir, c.text)
		var got []string
		for _, d := range found {
			if d.Severity >= bulletins.Warning {
				got = append(got, d.Code+" "+d.Args["count"])
			}
		}
		slices.Sort(got)
		if s := strings.Join(got, ","); s != c.want {
			t.Errorf("%s: %s, want %s", c.name, s, c.want)
		}
	}
}

// TestShippedTips: a month of tips in three languages, whole and in place.
func TestShippedTips(t *testing.T) {
	for _, lang := range []string{"zh-Hans", "id", "en"} {
		for form, want := range map[string]int{"month": 1, "card": 30} {
			flow, found := composeIn(t, samples+"/365", "---\nlang: "+lang+"\nkind: safety365\ntitle: 365\nissuer: A\nmonth: 2026-06\nform: "+form+"\ndata: tips/2026-06."+lang+".csv\n---\n")
			if len(found) > 0 {
				t.Errorf("%s %s: %v", lang, form, found)
			}
			if pages := laid(t, flow); len(pages) != want {
				t.Errorf("%s %s: %d pages", lang, form, len(pages))
			}
		}
	}
}

// TestMonthSheet: a month of four, five or six weeks is one sheet, with its name in the
// band at the head.
func TestMonthSheet(t *testing.T) {
	for month, band := range map[string]string{"2027-02": "February 2027", "2026-06": "June 2026", "2026-08": "August 2026"} {
		var rows strings.Builder
		from, _ := time.Parse("2006-01", month)
		for day := from; day.Month() == from.Month(); day = day.AddDate(0, 0, 1) {
			rows.WriteString("| " + day.Format(time.DateOnly) + " | Emergency exits | Day " + strconv.Itoa(day.Day()) + ": know two ways out of every room that you work in or visit today. |\n")
		}
		flow, found := composeIn(t, samples, "---\nlang: en\nkind: safety365\ntitle: Safety 365\nissuer: A\nmonth: "+month+"\n---\n\n| date | topic | tip |\n|---|---|---|\n"+rows.String())
		if len(found) > 0 {
			t.Errorf("%s: %v", month, found)
		}
		pages := laid(t, flow)
		if len(pages) != 1 {
			t.Fatalf("%s: %d pages", month, len(pages))
		}
		shown := ""
		for _, item := range pages[0].Items {
			if run, ok := item.(*page.GlyphRun); ok && run.Origin.Y < page.MM(30_000) {
				shown += run.Text
			}
		}
		if shown != "Safety 365"+band {
			t.Errorf("%s: the band says %q", month, shown)
		}
	}
}

// TestPoster: the headline is as large as its place lets it be, on every paper, and
// nothing but the ground comes nearer to the edge than the safe margin. All that stands
// on the ground is bold.
func TestPoster(t *testing.T) {
	for _, paper := range []string{"A3", "A2", "500x700"} {
		for _, title := range []string{"安全第一", "安全第一 预防为主", "动火作业不清场就是把火种留给下一个人", "Safety"} {
			flow, found := composeIn(t, samples, "---\nlang: zh-Hans\nkind: poster\ntitle: "+title+"\npaper: "+paper+"\nsubtitle: 清、看、守\nslogans: [看得见的隐患今天就报]\nissuer: 安委办\nqr: https://example.org\n---\n")
			if len(found) > 0 {
				t.Errorf("%s: %v", title, found)
			}
			pages := laid(t, flow)
			if len(pages) != 1 {
				t.Fatalf("%s: %d pages", title, len(pages))
			}
			p := pages[0]
			safe := p.Trim.W / 40
			largest := page.Length(0)
			for _, item := range p.Items {
				run, ok := item.(*page.GlyphRun)
				if !ok {
					continue
				}
				largest = max(largest, run.Size)
				if run.Origin.Y < p.Trim.H*85/100 && !strings.Contains(run.Face.Name(), "Bold") {
					t.Errorf("%s %s: %q is too thin to be read from afar: %s", paper, title, run.Text, run.Face.Name())
				}
				if run.Origin.X < safe || run.Origin.Y > p.Trim.H-safe || run.Origin.X+width(run) > p.Trim.W-safe {
					t.Errorf("%s %s: %q is too near to the edge", paper, title, run.Text)
				}
			}
			if largest < p.Trim.W/10 {
				t.Errorf("%s %s: the headline is %s", paper, title, largest)
			}
		}
	}
}

func width(run *page.GlyphRun) (w page.Length) {
	for _, g := range run.Glyphs {
		w += g.Advance
	}
	return w
}
