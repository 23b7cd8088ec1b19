package kinds

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"safety365/assets"
	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// warningKinds are the kinds of warning education.
var warningKinds = []string{"case-bulletin", "safety-reminder", "warning", "open-letter", "appeal", "first-lesson", "lesson", "training-card", "quiz", "sign-in", "certificate"}

// set composes a text in its own house style and lays it out.
func set(t *testing.T, text string) (*page.Book, []bulletins.Diagnostic, []layout.Problem) {
	t.Helper()
	doc := bulletins.Parse("test.md", text, Schema())
	kind := doc.Meta.Text("kind")
	theme, problems := themes.Load(ThemeFor(kind, doc.Lang), themes.Options{Language: doc.Lang, Kinds: Layers(doc.Meta)})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	flow, found := NewComposer().Compose(doc, theme, open(t, samples), Options{})
	book, more, err := layout.Layout(t.Context(), flow, layout.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if unknown := theme.Unknown(); len(unknown) > 0 {
		t.Errorf("the theme has no %v", unknown)
	}
	return book, slices.Concat(doc.Diagnostics, found), more
}

// piece is a stretch of text at its place, in millimetres.
type piece struct {
	text string
	x, y float64
	size float64 // in points
}

// pieces are the texts of a page.
func pieces(p *page.Page) []piece {
	var out []piece
	var walk func(items []page.Item, dx, dy page.Length)
	walk = func(items []page.Item, dx, dy page.Length) {
		for _, it := range items {
			switch it := it.(type) {
			case *page.GlyphRun:
				out = append(out, piece{it.Text, mm(it.Origin.X + dx), mm(it.Origin.Y + dy), float64(it.Size) / float64(page.Pt)})
			case *page.Group:
				walk(it.Items, dx+it.Transform.E, dy+it.Transform.F)
			}
		}
	}
	walk(p.Items, 0, 0)
	return out
}

// textOf is all the text of a page.
func textOf(p *page.Page) string {
	var b strings.Builder
	for _, s := range pieces(p) {
		b.WriteString(s.text)
	}
	return strings.ReplaceAll(b.String(), "\u00a0", " ")
}

// at finds a piece that holds a text.
func at(t *testing.T, p *page.Page, text string) piece {
	t.Helper()
	for _, s := range pieces(p) {
		if strings.Contains(s.text, text) {
			return s
		}
	}
	t.Errorf("no %q on page %d: %s", text, p.Number, textOf(p))
	return piece{}
}

// TestWarningStarters: what a new document begins with has nothing wrong but its
// placeholders, in any language, and fits its pages.
func TestWarningStarters(t *testing.T) {
	for _, name := range warningKinds {
		for _, lang := range assets.Languages {
			t.Run(name+"."+lang, func(t *testing.T) {
				text, err := Starter(name, lang)
				if err != nil {
					t.Fatal(err)
				}
				book, found, problems := set(t, text)
				for _, d := range found {
					if d.Code != "placeholder" {
						t.Errorf("%s %v %q", d.Code, d.Args, text[d.Range.Start:min(d.Range.End, len(text))])
					}
				}
				for _, p := range problems {
					t.Errorf("%s %v", p.Code, p.Args)
				}
				if n := map[string]int{"safety-reminder": 1, "warning": 1, "open-letter": 1, "appeal": 1, "lesson": 1, "sign-in": 1}[name]; n > 0 && len(book.Pages) != n {
					t.Errorf("%d pages, want %d", len(book.Pages), n)
				}
			})
		}
	}
}

func TestLevelOf(t *testing.T) {
	for _, c := range []struct {
		deaths, injured int
		loss            string
		want            string
	}{
		{0, 0, "0", "ordinary"}, {2, 9, "999万元", "ordinary"}, {1, 0, "1680000元", "ordinary"},
		{3, 0, "", "serious"}, {9, 0, "", "serious"}, {0, 10, "", "serious"}, {0, 49, "", "serious"}, {0, 0, "1000万元", "serious"}, {0, 0, "4999.9万元", "serious"},
		{10, 0, "", "major"}, {29, 0, "", "major"}, {0, 50, "", "major"}, {0, 0, "5000万", "major"}, {0, 0, "9999.99萬元", "major"},
		{30, 0, "", "extraordinary"}, {0, 100, "", "extraordinary"}, {0, 99, "1亿元", "extraordinary"},
	} {
		loss, _ := yuan(c.loss)
		if got := levelOf(c.deaths, c.injured, loss); got != c.want {
			t.Errorf("%d deaths, %d injured, %s: %s, want %s", c.deaths, c.injured, c.loss, got, c.want)
		}
	}
}

func TestYuan(t *testing.T) {
	for typed, want := range map[string]int64{
		"320万元": 3_200_000, "1.2亿元": 120_000_000, "约168万元": 1_680_000, "3,200,000元": 3_200_000, "CNY 3.2 million": 3_200_000,
		"3,2 juta yuan": 3_200_000, "3.200.000 yuan": 3_200_000, "1.234.567,5 yuan": 1_234_568, "2千万元": 20_000_000, "": -1, "不详": -1, "Rp 5 miliar": -1, "USD 3 million": -1,
	} {
		got, ok := yuan(typed)
		if ok != (want >= 0) || ok && got != want {
			t.Errorf("%s is %d, want %d", typed, got, want)
		}
	}
}

// TestWarningChecks: what is wrong is said at its place.
func TestWarningChecks(t *testing.T) {
	starter := func(name, lang string) string {
		text, _ := Starter(name, lang)
		return text
	}
	for _, c := range []struct {
		name, kind, lang, from, to string
		code, at                   string
		severity                   bulletins.Severity
	}{
		{"level", "case-bulletin", "zh-Hans", "deaths: 1", "deaths: 3", "case-level", "ordinary", bulletins.Error},
		{"level, at the limit", "case-bulletin", "zh-Hans", "loss: 168万元", "loss: 1000万元", "case-level", "ordinary", bulletins.Error},
		{"no numbers", "case-bulletin", "en", "  deaths: 1\n  injured: 0\n  loss: 1.68 million yuan\n  level: ordinary\n", "", "case-level-unknown", "", bulletins.Warning},
		{"other money", "case-bulletin", "en", "1.68 million yuan", "much", "case-loss", "much", bulletins.Warning},
		{"source", "case-bulletin", "en", `source: "[title and issuer of the investigation report]"`, `source: ""`, "case-source", "", bulletins.Warning},
		{"dated before", "case-bulletin", "id", "published: 2026-04-20", "published: 2026-03-01", "case-before-accident", "2026-03-01", bulletins.Error},
		{"heading", "case-bulletin", "zh-Hans", "三、人员伤亡和直接经济损失", "三、其他", "case-heading-missing", "", bulletins.Warning},
		{"order", "case-bulletin", "id", "## 1. Profil perusahaan", "## 1. Kronologi\n\nA.\n\n## 1. Profil perusahaan", "case-heading-order", "## 1. Profil perusahaan", bulletins.Warning},
		{"checklist", "case-bulletin", "zh-Hant", "- [ ] ", "- ", "case-part", "", bulletins.Warning},
		{"name", "case-bulletin", "zh-Hans", "维修工张某、李某到", "死者张伟在", "case-person", "张伟", bulletins.Warning},
		{"name in English", "case-bulletin", "en", "one of them stepped", "Mr. Wang Lei stepped", "case-person", "Mr. Wang Lei", bulletins.Warning},
		{"telephone", "case-bulletin", "zh-Hans", "单位拨打120并", "单位拨打13812345678并", "case-person", "13812345678", bulletins.Warning},
		{"colour", "warning", "zh-Hans", `signal_level: "2"`, `signal_level: "1"`, "warning-level", "orange", bulletins.Error},
		{"colour of the title", "warning", "zh-Hans", "title: 暴雨橙色预警", "title: 暴雨红色预警", "warning-title", "暴雨红色预警", bulletins.Error},
		{"colour of the title in Indonesian", "warning", "id", `"Peringatan oranye: hujan lebat"`, "Peringatan kuning", "warning-title", "Peringatan kuning", bulletins.Error},
		{"expiry", "warning", "en", "valid_until: 2026-07-08T20:00", `valid_until: ""`, "warning-expiry", "", bulletins.Error},
		{"expired", "warning", "en", "valid_until: 2026-07-08T20:00", "valid_until: 2026-07-07T12:00", "warning-expired", "2026-07-07T12:00", bulletins.Error},
		{"reminder expired", "safety-reminder", "zh-Hans", "valid_until: 2026-08-31", "valid_until: 2026-06-01", "warning-expired", "2026-06-01", bulletins.Error},
		{"half of the advice", "warning", "en", "\n- Do", "\n+ Do", "advice-half", "::: advice", bulletins.Warning},
		{"two ways to speak", "open-letter", "zh-Hans", "请您亲自给职工", "请你亲自给职工", "letter-address", "你", bulletins.Warning},
		{"two ways in Indonesian", "open-letter", "id", "Semoga Bapak/Ibu", "Semoga kalian", "letter-address", "kalian", bulletins.Warning},
		{"calls", "appeal", "en", "## ", "> ", "appeal-calls", "Let us all know safety and be ready to act", bulletins.Warning},
		{"points", "lesson", "zh-Hans", "5. 及时撤。", "\n", "lesson-points", "::: measures", bulletins.Warning},
		{"quiz of a lesson", "lesson", "en", "::: quiz", "::: facts", "lesson-quiz", "", bulletins.Warning},
		{"sheet of a lesson", "first-lesson", "en", "::: sign-in {rows=18}\n:::\n", "", "lesson-signin", "", bulletins.Warning},
		{"answer", "quiz", "en", "- [x] 119", "- [ ] 119", "quiz-answer", "4. Which number calls the fire brigade?", bulletins.Error},
		{"answer of a statement", "quiz", "zh-Hans", "    答案：对\n    来源：《安全生产法》第三十条", "    来源：《中华人民共和国安全生产法》第三十条", "quiz-answer", "7. 特种作业人员", bulletins.Error},
		{"source", "quiz", "id", "    Sumber: UU No. 1 Tahun 1970, Pasal 9\n", "", "quiz-source", "1. Siapa yang wajib", bulletins.Warning},
		{"marks", "quiz", "en", "full_marks: 100", "full_marks: 120", "quiz-marks", "120", bulletins.Warning},
		{"options", "quiz", "en", "- [ ] 110", "- [ ] 119", "quiz-same-option", "4. Which", bulletins.Warning},
		{"rows", "sign-in", "en", "rows: 20", "rows: 0", "sign-in-rows", "0", bulletins.Warning},
		{"numbers", "certificate", "en", "number: ST-2026-{n}", "number: ST-2026-1", "certificate-same-number", "ST-2026-1", bulletins.Error},
	} {
		t.Run(c.name, func(t *testing.T) {
			before := starter(c.kind, c.lang)
			text := strings.ReplaceAll(before, c.from, c.to)
			if text == before {
				t.Fatalf("the starter has no %q", c.from)
			}
			doc := bulletins.Parse("test.md", text, Schema())
			_, found := NewComposer().Compose(doc, load(t, "warning-yellow", c.lang), nil, Options{})
			for _, d := range found {
				if d.Code != c.code {
					continue
				}
				if got := text[d.Range.Start:min(d.Range.End, len(text))]; !strings.HasPrefix(got, c.at) || c.at == "" && strings.TrimSpace(strings.Trim(got, `"`)) != "" && d.Range.End-d.Range.Start < 40 {
					t.Errorf("it is at %q, want %q", got, c.at)
				}
				if d.Severity != c.severity {
					t.Errorf("it is %v", d.Severity)
				}
				return
			}
			t.Errorf("%s was not reported; %v", c.code, codesOf(found))
		})
	}
}

func codesOf(found []bulletins.Diagnostic) []string {
	var out []string
	for _, d := range found {
		if d.Code != "placeholder" {
			out = append(out, fmt.Sprint(d.Code, d.Args))
		}
	}
	return out
}

// TestWarningEmpty: a document that says nothing but its kind is composed, and so is one
// with odd blocks.
func TestWarningEmpty(t *testing.T) {
	for _, name := range warningKinds {
		for _, lang := range assets.Languages {
			for _, body := range []string{"", "\n::: quiz\n:::\n", "\n::: quiz\n1. \n2. a\n    - [x] \n:::\n", "\n::: advice\n+ a\n:::\n\n::: advice\n1. a\n:::\n", "\n::: sign-in {rows=-3}\n:::\n"} {
				book, _, _ := set(t, "---\nlang: "+lang+"\nkind: "+name+"\n---\n"+body)
				if len(book.Pages) == 0 {
					t.Errorf("%s in %s has no page", name, lang)
				}
			}
		}
	}
}

// TestWarningPage: bar, title and boxes stand where they ought to.
func TestWarningPage(t *testing.T) {
	text, _ := Starter("warning", "zh-Hans")
	book, _, _ := set(t, text)
	p := book.Pages[0]
	bar, title, do, dont := at(t, p, "橙色预警"), at(t, p, "暴雨"), at(t, p, "这样做"), at(t, p, "不要做")
	if bar.x < 28 || bar.x > 34 || bar.size < 20 || bar.y > title.y {
		t.Errorf("the word of the bar is at %+v, the title at %+v", bar, title)
	}
	if do.y != dont.y || dont.x-do.x < 70 {
		t.Errorf("advice is not side by side: %+v %+v", do, dont)
	}
	if level := at(t, p, "II"); level.x < 150 || level.y != bar.y {
		t.Errorf("the level is at %+v, the word at %+v", level, bar)
	}
	if valid := textOf(p); !strings.Contains(valid, "2026年7月7日18:00至2026年7月8日20:00") {
		t.Error(valid)
	}
}

// TestFactsToFill: a label without a value has room to write in, twice that of a value.
func TestFactsToFill(t *testing.T) {
	book, _, _ := set(t, "---\nlang: zh-Hans\nkind: lesson\ntitle: 题\n---\n\n::: facts\n- 甲：一\n- 乙：二\n- 丙：\n- 丁：\n- 戊：三\n:::\n")
	p := book.Pages[0]
	printed, open := at(t, p, "乙").y-at(t, p, "甲").y, at(t, p, "丁").y-at(t, p, "丙").y
	if open < printed+4 {
		t.Errorf("%.1f mm to write in, %.1f mm for a value", open, printed)
	}
}
