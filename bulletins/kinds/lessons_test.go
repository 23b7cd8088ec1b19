package kinds

import (
	"slices"
	"strings"
	"testing"

	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// TestQuizPapers: the papers have the same questions in their own orders, and the key
// is right for each.
func TestQuizPapers(t *testing.T) {
	text, _ := Starter("quiz", "en")
	doc := bulletins.Parse("test.md", text, Schema())
	bank := bankOf(doc.Blocks[len(doc.Blocks)-1].Block.(*bulletins.Directive))
	if len(bank) != 12 {
		t.Fatalf("%d questions", len(bank))
	}
	var kinds []int
	for _, q := range bank {
		kinds = append(kinds, q.kind)
	}
	if want := []int{0, 0, 0, 0, 1, 1, 2, 2, 2, 2, 3, 3}; !slices.Equal(kinds, want) {
		t.Errorf("types %v, want %v", kinds, want)
	}
	words := func(p paper) (out []string) {
		for _, g := range p.groups {
			for _, q := range g {
				out = append(out, bulletins.PlainText(q.spans))
			}
		}
		return out
	}
	a, again, b, plain := newPaper(bank, 7, 0), newPaper(bank, 7, 0), newPaper(bank, 7, 1), newPaper(bank, 0, 0)
	if !slices.Equal(words(a), words(again)) || slices.Equal(words(a), words(b)) || bulletins.PlainText(plain.groups[single][0].spans) != bulletins.PlainText(bank[0].spans) {
		t.Errorf("orders: %v\n%v", words(a), words(b))
	}
	for _, p := range []paper{a, b} {
		for _, q := range p.groups[single] {
			for i, o := range q.options {
				key := answerLetters(q)
				if o.right != (key == letters(i+1, 'A')) {
					t.Errorf("%s: %s", bulletins.PlainText(q.spans), key)
				}
			}
		}
	}
	book, _, _ := set(t, text)
	if n := len(book.Pages); n != 5 && n != 6 {
		t.Errorf("%d pages", n)
	}
	last := textOf(book.Pages[len(book.Pages)-1]) + textOf(book.Pages[len(book.Pages)-2])
	if !strings.Contains(last, "Answer key") || !strings.Contains(last, "Paper B") {
		t.Error(last)
	}
	if first := textOf(book.Pages[0]); !strings.Contains(first, "Paper A") || strings.Contains(first, "article 21") || !strings.Contains(first, "100") {
		t.Error(first)
	}
}

// TestLessonQuiz: questions that earn no marks have no parts and no points, but say their
// type; the key is below the last of them. A bank that states marks has both.
func TestLessonQuiz(t *testing.T) {
	const bank = `
1. 油锅起火怎么办？
    来源：要点一
    - [x] 盖锅盖
    - [ ] 泼水

2. 灭火时站在上风向。
    答案：对
    来源：要点二
:::
`
	lesson := func(attrs string) *page.Page {
		book, _, _ := set(t, "---\nlang: zh-Hans\nkind: lesson\ntitle: 题\n---\n\n文。\n\n::: quiz"+attrs+"\n"+bank)
		return book.Pages[0]
	}
	p := lesson("")
	for _, words := range []string{"怎么办？（单选）（", "上风向。（判断）（", "参考答案：1.A；2.对"} {
		if got := strings.ReplaceAll(textOf(p), " ", ""); !strings.Contains(got, words) {
			t.Errorf("no %q: %s", words, got)
		}
	}
	if got := textOf(p); strings.Contains(got, "分") || strings.Contains(got, "选择题") || strings.Contains(got, "姓名") {
		t.Error(got)
	}
	if got := textOf(lesson(" {single=10}")); !strings.Contains(got, "单项选择题") || strings.Contains(got, "单选") {
		t.Error(got)
	}
	at(t, lesson(" {names=yes}"), "姓名")
}

// TestSignIn: one row for each of the attendees, then empty ones; the head is on every
// page.
func TestSignIn(t *testing.T) {
	text := "---\nlang: en\nkind: sign-in\ntitle: Sheet\nevent_date: 2026-03-18\nrows: 40\nattendees: [{name: Ann, unit: Works, posts: [Fitter], phone: '12345'}, Ben]\n---\n"
	book, found, problems := set(t, text)
	if len(book.Pages) < 2 || len(found)+len(problems) > 0 {
		t.Fatal(len(book.Pages), found, problems)
	}
	for _, p := range book.Pages {
		at(t, p, "Signature")
	}
	name, post := at(t, book.Pages[0], "Ann"), at(t, book.Pages[0], "Fitter")
	if name.y != post.y || name.x >= post.x {
		t.Error(name, post)
	}
	if last := textOf(book.Pages[len(book.Pages)-1]); !strings.Contains(last, "42") {
		t.Error(last)
	}
}

// TestCertificates: one landscape page for each person, with a number of its own.
func TestCertificates(t *testing.T) {
	text := "---\nlang: zh-Hans\nkind: certificate\ntitle: 合格证书\nnumber: 安培{n}号\nissuer: 培训中心\npublished: 2026-03-20\nattendees: [{name: 张三, unit: 甲厂}, 李四]\n---\n\n考核合格。\n"
	book, found, problems := set(t, text)
	if len(book.Pages) != 2 || len(found)+len(problems) > 0 {
		t.Fatal(len(book.Pages), found, problems)
	}
	for i, want := range [][]string{{"张三：", "安培001号", "甲厂"}, {"李四：", "安培002号"}} {
		p := book.Pages[i]
		if p.Trim.W <= p.Trim.H {
			t.Errorf("page %d is %v", i+1, p.Trim)
		}
		all := textOf(p)
		for _, w := range append(want, "考核合格。", "合格证书", "2026年3月20日", "（盖章）") {
			if !strings.Contains(all, w) {
				t.Errorf("page %d has no %q: %s", i+1, w, all)
			}
		}
	}
	if issuer, date := at(t, book.Pages[0], "培训中心"), at(t, book.Pages[0], "2026"); date.y <= issuer.y || issuer.x < 150 || date.y > 185 || date.y < 165 {
		t.Error(issuer, date)
	}
}

// TestCertificateFurniture: whatever the house style, nothing but the certificate is on
// its pages.
func TestCertificateFurniture(t *testing.T) {
	text, _ := Starter("certificate", "en")
	for _, name := range []string{"bulletin", "plain", "warning-yellow"} {
		doc := bulletins.Parse("test.md", text, Schema())
		theme, _ := themes.Load(name, themes.Options{Language: "en", Kinds: []string{"certificate"}})
		flow, _ := NewComposer().Compose(doc, theme, nil, Options{})
		book, _, err := layout.Layout(t.Context(), flow, layout.Options{})
		if err != nil || len(book.Pages) != 2 {
			t.Fatal(name, err, len(book.Pages))
		}
		for _, s := range pieces(book.Pages[1]) {
			if s.size < 12 {
				t.Errorf("%s: %q", name, s.text)
			}
		}
	}
}
