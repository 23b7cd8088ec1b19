package kinds

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// printout is the pages of a document as they are printed.
type printout struct {
	t     *testing.T
	pages []*page.Page
}

// print lays a document out in its own house style.
func printed(t *testing.T, text string) (printout, []bulletins.Diagnostic) {
	t.Helper()
	doc := bulletins.Parse("test.md", text, Schema())
	kind := doc.Meta.Text("kind")
	theme, _ := themes.Load(ThemeFor(kind, doc.Lang), themes.Options{Language: doc.Lang, Kinds: []string{kind}})
	flow, found := NewComposer().Compose(doc, theme, nil, Options{})
	book, _, err := layout.Layout(context.Background(), flow, layout.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return printout{t, book.Pages}, slices.Concat(doc.Diagnostics, found)
}

// mm is a length in millimetres.
func mm(l page.Length) float64 { return float64(l) / float64(page.MM(1000)) }

// glyphs are the runs of a page, in order.
func (s printout) glyphs(n int) []*page.GlyphRun {
	var out []*page.GlyphRun
	var walk func(items []page.Item)
	walk = func(items []page.Item) {
		for _, it := range items {
			switch it := it.(type) {
			case *page.GlyphRun:
				out = append(out, it)
			case *page.Group:
				walk(it.Items)
			}
		}
	}
	walk(s.pages[n].Items)
	return out
}

// place is where words stand on a page: the edges of their characters' squares.
type square struct{ left, top, right, bottom, size float64 }

// find returns where words stand; on a page, from 0.
func (s printout) find(n int, words string) square {
	s.t.Helper()
	runs := s.glyphs(n)
	for i := range runs {
		text, last := "", i
		for ; last < len(runs) && runs[last].Origin.Y == runs[i].Origin.Y && len(text) < len(words); last++ {
			text += runs[last].Text
		}
		if !strings.HasPrefix(text, words) {
			continue
		}
		r, end := runs[i], runs[last-1]
		var advance page.Length
		for _, g := range end.Glyphs {
			advance += g.Advance
		}
		if end != r || len(end.Text) == len(words) {
			// The last character's own square, without the room of its cell.
			last := end.Glyphs[len(end.Glyphs)-1]
			advance = advance - last.Advance + min(last.Advance, end.Size)
		}
		top := r.Origin.Y - r.Size*88/100
		return square{mm(r.Origin.X), mm(top), mm(end.Origin.X + advance), mm(top + r.Size), r.Size.Points()}
	}
	s.t.Fatalf("page %d has no %q: %s", n+1, words, s.text(n))
	return square{}
}

// text is what a page says, line by line.
func (s printout) text(n int) string {
	var b strings.Builder
	var y page.Length
	for _, r := range s.glyphs(n) {
		if r.Origin.Y != y && b.Len() > 0 {
			b.WriteByte('\n')
		}
		y = r.Origin.Y
		b.WriteString(r.Text)
	}
	return b.String()
}

// rules are the filled strips of a page, from the top down.
func (s printout) rules(n int) []page.Rect {
	var out []page.Rect
	for _, it := range s.pages[n].Items {
		p, ok := it.(*page.Path)
		if !ok || p.Fill.Space == page.NoColor || len(p.Segments) == 0 {
			continue
		}
		least, most := p.Segments[0].P[0], p.Segments[0].P[0]
		for _, seg := range p.Segments {
			if seg.Op == page.MoveTo || seg.Op == page.LineTo {
				least.X, least.Y = min(least.X, seg.P[0].X), min(least.Y, seg.P[0].Y)
				most.X, most.Y = max(most.X, seg.P[0].X), max(most.Y, seg.P[0].Y)
			}
		}
		if h := most.Y - least.Y; h < 4*page.Pt {
			out = append(out, page.Rect{X: least.X, Y: least.Y, W: most.X - least.X, H: h})
		}
	}
	slices.SortFunc(out, func(a, b page.Rect) int { return int(a.Y - b.Y) })
	return out
}

// tolerance is how far a place may be from where the standard has it, in mm.
const tolerance = 0.3

func (s printout) at(what string, got, want float64) {
	s.t.Helper()
	if math.Abs(got-want) > tolerance {
		s.t.Errorf("%s at %.2f mm, want %.2f", what, got, want)
	}
}

// lineMM and charMM are one 行 and one 字.
const (
	emMM   = 16 * 25.4 / 72
	lineMM = (225 - emMM) / 21
	charMM = 156.0 / 28
)

const officialFront = `---
lang: zh-Hans
kind: official
issuer: [临江市应急管理局]
number: 临应急〔2026〕3号
title: 关于开展夏季安全检查的通知
to: [各县（市、区）应急管理局]
published: 2026-03-06
cc: [市安委会办公室]
printed_by: 临江市应急管理局办公室
printed: 2026-03-08
`

// TestOfficialHead measures what stands above the text (GB/T 9704-2012, 7.2 and 7.3).
func TestOfficialHead(t *testing.T) {
	s, found := printed(t, officialFront+"copy_no: \"000001\"\nclassification: 机密★1年\nurgency: 特急\n---\n\n现将有关事项通知如下。\n")
	for _, d := range found {
		t.Errorf("%s %v", d.Code, d.Args)
	}
	half := (lineMM - emMM) / 2
	for i, words := range []string{"000001", "机密★", "特急"} {
		q := s.find(0, words)
		s.at(words+" top", q.top, 37+float64(i)*lineMM)
		s.at(words+" left", q.left, 28)
	}
	mark := s.find(0, "临江市应急管理局文件")
	s.at("mark top", mark.top, 72)
	s.at("mark in the middle", (mark.left+mark.right)/2, 28+78)
	number := s.find(0, "临应急〔2026〕3号")
	s.at("number", number.top, mark.bottom+2*lineMM+half)
	s.at("number in the middle", (number.left+number.right)/2, 106)
	rules := s.rules(0)
	if len(rules) != 1 {
		t.Fatal(rules)
	}
	s.at("red rule", mm(rules[0].Y), number.bottom+4)
	s.at("red rule left", mm(rules[0].X), 28)
	s.at("red rule width", mm(rules[0].W), 156)
	title := s.find(0, "关于开展夏季安全检查的通知")
	s.at("title", title.bottom, mm(rules[0].Y+rules[0].H)+2*lineMM+half+0.88*emMM+0.12*22*25.4/72)
	if title.size != 22 || number.size != 16 {
		t.Error("sizes", title.size, number.size)
	}
	to := s.find(0, "各县")
	s.at("addressee", to.top, title.bottom-0.12*22*25.4/72-0.88*emMM+2*lineMM)
	s.at("addressee left", to.left, 28)
	body := s.find(0, "现将")
	s.at("text", body.top, to.top+lineMM)
	s.at("text left", body.left, 28+2*charMM)
	if !strings.Contains(s.text(0), "应急管理局：") {
		t.Error("no colon behind the addressees")
	}
}

// TestUpward: number at the left, signers at the right, two in a line (7.2.5, 7.2.6).
func TestUpward(t *testing.T) {
	front := strings.Replace(officialFront, "通知\n", "请示\n", 1) + "signer: [王建国, 李梅, 赵大勇]\n---\n\n文。\n"
	s, _ := printed(t, front)
	mark := s.find(0, "临江市应急管理局文件")
	number, first, second, third := s.find(0, "临应急"), s.find(0, "签发人"), s.find(0, "李　梅"), s.find(0, "赵大勇")
	half := (lineMM - emMM) / 2
	s.at("first signers", first.top, mark.bottom+2*lineMM+half)
	s.at("number beside the last", number.top, third.top)
	s.at("number left", number.left, 28+charMM)
	s.at("signers right", second.right, 184-charMM)
	s.at("a line below", third.top, first.top+lineMM)
	s.at("names below names", third.left, s.find(0, "王建国").left)
	s.at("red rule", mm(s.rules(0)[0].Y), number.bottom+4)
}

// TestSignOff measures issuer and date, with and without a seal and with a stamp (7.3.5).
func TestSignOff(t *testing.T) {
	text := "---\n\n文。\n"
	s, _ := printed(t, officialFront+text)
	body, issuer, date := s.find(0, "文。"), s.find(0, "临江市应急管理局\n"[:len("临江市应急管理局")]), s.find(0, "2026年3月6日")
	_ = issuer
	runs := s.find(0, "2026年3月6日")
	s.at("date right", runs.right, 184-4*charMM)
	s.at("date below issuer, which is three lines below the text", date.top, body.top+4*lineMM)
	s, _ = printed(t, officialFront+"seal: none\nnote: 此件公开\n"+text)
	body, date = s.find(0, "文。"), s.find(0, "2026年3月6日")
	s.at("unsealed date", date.top, body.top+3*lineMM)
	name := s.last(0, "临江市应急管理局")
	s.at("unsealed issuer", name.top, body.top+2*lineMM)
	s.at("date two characters right of the issuer's", date.left, name.left+2*charMM)
	s.at("right edge", math.Max(name.right, date.right), 184-2*charMM)
	note := s.find(0, "（此件公开）")
	s.at("note", note.top, date.top+lineMM)
	s, _ = printed(t, officialFront+"stamp: [{name: 王建国, posts: [局长]}]\n"+text)
	body, date = s.find(0, "文。"), s.find(0, "2026年3月6日")
	post, stamp := s.find(0, "局长"), s.find(0, "王建国")
	s.at("stamp", post.top, body.top+3*lineMM)
	s.at("stamp right", stamp.right, 184-4*charMM)
	s.at("date below the stamp", date.top, post.top+2*lineMM)
	s.at("date right", date.right, 184-4*charMM)
}

// last finds the last of words on a page.
func (s printout) last(n int, words string) square {
	s.t.Helper()
	own := s
	runs := s.glyphs(n)
	for i := len(runs) - 1; i >= 0; i-- {
		if strings.HasPrefix(runs[i].Text, words) {
			p := *s.pages[n]
			p.Items = nil
			for _, r := range runs[i:] {
				p.Items = append(p.Items, r)
			}
			own.pages = slices.Clone(s.pages)
			own.pages[n] = &p
			break
		}
	}
	return own.find(n, words)
}

// TestGrid: 22 lines of 28 characters on a full page (5.2.3).
func TestOfficialGrid(t *testing.T) {
	s, _ := printed(t, officialFront+"---\n\n"+strings.Repeat("安", 26+28*60)+"\n")
	if len(s.pages) < 4 {
		t.Fatal(len(s.pages))
	}
	for _, n := range []int{1, 2} {
		lines := strings.Split(s.text(n), "\n")
		full := slices.DeleteFunc(lines, func(l string) bool { return !strings.Contains(l, "安") })
		if len(full) != 22 {
			t.Errorf("page %d has %d lines", n+1, len(full))
		}
		for i, l := range full {
			if c := len([]rune(l)); c != 28 {
				t.Errorf("page %d line %d has %d characters", n+1, i+1, c)
			}
		}
		runs := s.glyphs(n)
		left := []float64{26, 28}[n-1]
		s.at("first line", mm(runs[0].Origin.Y-runs[0].Size*88/100), 37)
		s.at("left", mm(runs[0].Origin.X), left)
		last := runs[0]
		for _, r := range runs {
			if strings.Contains(r.Text, "安") {
				last = r
			}
		}
		s.at("last line", mm(last.Origin.Y+last.Size*12/100), 262)
	}
}

// TestPageNumbers: at the outer side, one character in, 7 mm below the type area; none on
// the page of the imprint alone and the blank one before it (7.5).
func TestPageNumbers(t *testing.T) {
	s, _ := printed(t, officialFront+"---\n\n"+strings.Repeat("安", 26+28*52)+"\n")
	for n := range s.pages {
		text := s.text(n)
		has := strings.Contains(text, fmt.Sprintf("— %d —", n+1))
		alone := !strings.Contains(text, "安安") && !strings.Contains(text, "2026年3月6日\n")
		if has == alone {
			t.Errorf("page %d: number %v\n%s", n+1, has, text)
		}
		if !has {
			continue
		}
		q := s.find(n, fmt.Sprintf("— %d —", n+1))
		if n%2 == 0 {
			s.at("odd number right", q.right, 184-charMM)
		} else {
			s.at("even number left", q.left, 26+charMM)
		}
		if q.size != 14 {
			t.Error("number of size", q.size)
		}
		// The dash of the face is 0.315 em above its baseline.
		s.at("dash", q.bottom-0.12*14*25.4/72-0.315*14*25.4/72, 269)
	}
}

// TestImprint: at the foot of the last side, which is an even one (7.4).
func TestImprint(t *testing.T) {
	s, _ := printed(t, officialFront+"---\n\n文。\n")
	if len(s.pages)%2 != 0 {
		t.Error(len(s.pages), "pages")
	}
	n := len(s.pages) - 1
	rules := s.rules(n)
	if len(rules) < 3 {
		t.Fatal(rules)
	}
	rules = rules[len(rules)-3:]
	s.at("last rule's lower edge", mm(rules[2].Y+rules[2].H), 262)
	for i, want := range []float64{0.35, 0.25, 0.35} {
		if math.Abs(mm(rules[i].H)-want) > 0.01 {
			t.Errorf("rule %d is %.2f mm", i, mm(rules[i].H))
		}
		s.at("rule's left", mm(rules[i].X), 26)
		s.at("rule's width", mm(rules[i].W), 156)
	}
	cc, by, date := s.find(n, "抄送："), s.find(n, "临江市应急管理局办公室"), s.find(n, "2026年3月8日印发")
	s.at("cc left", cc.left, 26+charMM)
	s.at("printer left", by.left, 26+charMM)
	s.at("date right", date.right, 182-charMM)
	s.at("one line", by.top, date.top)
	if cc.size != 14 {
		t.Error(cc.size)
	}
}

// TestJoint: a notice of three pages with two attachments and joint issuers.
func TestJoint(t *testing.T) {
	front := strings.Replace(officialFront, "issuer: [临江市应急管理局]", "issuer: [临江市应急管理局, 临江市公安局, 临江市消防救援局]", 1)
	s, found := printed(t, front+"attachments: [检查表, 联系人名单]\n---\n\n"+strings.Repeat("要认真检查。", 80)+
		"\n\n::: attachment {title=检查表}\n\n一、项目\n\n:::\n\n::: attachment {title=联系人名单}\n\n张三\n\n:::\n")
	for _, d := range found {
		t.Errorf("%s %v", d.Code, d.Args)
	}
	one, two, three := s.find(0, "临江市应急管理局"), s.find(0, "临江市公安局"), s.find(0, "临江市消防救援局")
	s.at("first name", one.top, 72)
	for _, q := range []square{two, three} {
		s.at("left of names", q.left, one.left)
		s.at("right of names", q.right, one.right)
	}
	word := s.find(0, "文件")
	s.at("the word stands in the middle", (word.top+word.bottom)/2, (one.top+three.bottom)/2)
	if word.left < one.right {
		t.Error("the word stands in the names")
	}
	note1, note2 := s.find(1, "附件：1."), s.find(1, "2.")
	s.at("list of attachments", note1.left, 26+2*charMM)
	s.at("the second number below the first", note2.left, 26+5*charMM)
	s.at("name below name", s.find(1, "联系人名单").left, s.find(1, "检查表").left)
	for i, title := range []string{"检查表", "联系人名单"} {
		label, name := s.find(2+i, fmt.Sprintf("附件%d", i+1)), s.find(2+i, title)
		s.at("attachment's first line", label.top, 37)
		s.at("title on the third line", name.bottom-0.12*22*25.4/72, 37+0.88*emMM+2*lineMM)
	}
	if n := len(s.pages); n != 4 {
		t.Errorf("%d pages", n)
	}
	if rules := s.rules(3); len(rules) != 3 {
		t.Error("no imprint on the last page", rules)
	}
}

// TestPreprinted: nothing red is printed, and nothing moves (letterhead).
func TestPreprinted(t *testing.T) {
	for _, kind := range []string{"official", "letter"} {
		front := strings.Replace(officialFront, "kind: official", "kind: "+kind, 1)
		s, _ := printed(t, front+"---\n\n文。\n")
		blank, _ := printed(t, front+"letterhead: preprinted\n---\n\n文。\n")
		for _, words := range []string{"临应急", "关于开展", "各县", "文。"} {
			if a, b := s.find(0, words), blank.find(0, words); a != b {
				t.Errorf("%s: %s moves from %v to %v", kind, words, a, b)
			}
		}
		for _, r := range blank.glyphs(0) {
			if r.Color.Space == page.CMYK && r.Color.Inks[1] > 0 {
				t.Errorf("%s: red %s", kind, r.Text)
			}
		}
		if n := len(blank.rules(0)); n != 0 {
			t.Errorf("%s: %d rules", kind, n)
		}
	}
}

// TestLetter measures 10.1.
func TestLetter(t *testing.T) {
	s, _ := printed(t, strings.Replace(officialFront, "kind: official", "kind: letter", 1)+"urgency: 特急\n---\n\n文。\n")
	mark := s.find(0, "临江市应急管理局")
	s.at("mark", mark.top, 30)
	rules := s.rules(0)
	if len(rules) != 4 {
		t.Fatal(rules)
	}
	s.at("first rule", mm(rules[0].Y), mark.bottom+4)
	for _, r := range rules {
		s.at("rule's left", mm(r.X), 20)
		s.at("rule's width", mm(r.W), 170)
	}
	if rules[0].H <= rules[1].H || rules[2].H >= rules[3].H {
		t.Error("thick above thin, then thin above thick", rules)
	}
	s.at("last rule", mm(rules[3].Y+rules[3].H), 277)
	urgency, number := s.find(0, "特急"), s.find(0, "临应急〔2026〕3号")
	s.at("first below the rule", urgency.top, mm(rules[1].Y+rules[1].H)+emMM*7/8)
	s.at("number beside it", number.top, urgency.top)
	s.at("number right", number.right, 184)
	if strings.Contains(s.text(0), "— 1 —") {
		t.Error("the first page has a number")
	}
}

// TestOrder measures 10.2.
func TestOrder(t *testing.T) {
	s, _ := printed(t, "---\nlang: zh-Hans\nkind: order\nissuer: [临江市人民政府]\nnumber: 第12号\nstamp: [{name: 王建国, posts: [市长]}]\npublished: 2026-03-06\n---\n\n现予公布。\n")
	mark, number, body := s.find(0, "临江市人民政府令"), s.find(0, "第12号"), s.find(0, "现予")
	s.at("mark", mark.top, 57)
	s.at("number", number.top, mark.bottom+2*lineMM+(lineMM-emMM)/2)
	s.at("text", body.top, number.top+3*lineMM)
}

// TestAttachmentNoteWithText: wherever a side ends, the list of attachments and the
// signatures below it have text above them (7.3.5.5).
func TestAttachmentNoteWithText(t *testing.T) {
	for n := 1; n < 24; n++ {
		s, _ := printed(t, "---\nlang: zh-Hans\nkind: official\nissuer: [甲局]\nattachments: [一览表]\npublished: 2026-03-06\n---\n\n"+strings.Repeat("正文。\n\n", n))
		for i := range s.pages {
			if text := s.text(i); strings.Contains(text, "一览表") && !strings.Contains(text, "正文。") {
				t.Errorf("%d lines: side %d has no text", n, i+1)
			}
		}
	}
}

// TestNumberedSentences: a numbered entry that is a sentence is text; only what can be a
// heading has the type of its level.
func TestNumberedSentences(t *testing.T) {
	const lead = "由机电部牵头"
	for text, want := range map[string]string{
		lead + "，月底前完成防护罩更换。": "Fang", lead + "。月底前完成。": "Kai", lead: "Kai", lead + "。": "Kai",
	} {
		s, _ := printed(t, "---\nlang: zh-Hans\nkind: minutes\nmasthead: 纪要\n---\n\n（一）"+text+"\n")
		for _, g := range s.glyphs(0) {
			if strings.Contains(g.Text, lead[:3]) && !strings.Contains(g.Face.Name(), want) {
				t.Errorf("%s stands in %s, not in %s", text, g.Face.Name(), want)
			}
		}
	}
}

// TestRoutingSlip: every label stands in the middle of its cell.
func TestRoutingSlip(t *testing.T) {
	s, _ := printed(t, "---\nlang: zh-Hans\nkind: routing-slip\nissuer: [临江市应急管理局]\ntitle: 通知\n---\n\n文。\n")
	for label, middle := range map[string]float64{"签发": 8, "会签": 57.5, "份数": 74} { // per cent of the form's width
		at := s.find(0, label)
		if got, want := (at.left+at.right)/2, 28+156*middle/100; math.Abs(got-want) > 1 {
			t.Errorf("%s stands at %.1f mm, want %.1f", label, got, want)
		}
	}
}

// TestIssued: the text that an order issues begins a side of its own under its title, and
// is neither called an attachment nor counted among them.
func TestIssued(t *testing.T) {
	const head = "---\nlang: zh-Hans\nkind: order\nissuer: [临江市人民政府]\nnumber: 第12号\nstamp: [{name: 王建国, posts: [市长]}]\npublished: 2026-03-06\n---\n\n现予公布。\n\n"
	s, found := printed(t, head+"::: attachment {title=管理办法 issued=yes}\n第一条　为了安全。\n:::\n\n::: attachment {title=登记表}\n表\n:::\n")
	if first, second := s.text(0), s.text(1); strings.Contains(first, "管理办法") || !strings.Contains(first, "登记表附件：") || !strings.HasPrefix(second, "管理办法") {
		t.Errorf("%s\n%s", first, second)
	}
	if third := s.text(2); !strings.HasPrefix(third, "附件\n登记表") {
		t.Error(third)
	}
	if len(found) > 0 {
		t.Error(found)
	}
}

// TestTitleShape: titles of one to four lines keep words whole and make a trapezium or a
// lozenge (7.3.1).
func TestTitleShape(t *testing.T) {
	for _, c := range []struct {
		title string
		lines int
	}{
		{"关于开展安全检查的通知", 1},
		{"临江市应急管理局关于开展工贸企业有限空间作业专项检查的通知", 2},
		{"临江市安全生产委员会办公室关于进一步加强全市建筑施工领域起重机械安全管理工作坚决防范重特大事故发生的通知", 3},
		{"临江市安全生产委员会办公室关于转发省安全生产委员会办公室关于进一步加强冬春季节火灾防控和烟花爆竹安全管理工作坚决遏制重特大事故发生的紧急通知的通知", 4},
	} {
		front := strings.Replace(officialFront, "关于开展夏季安全检查的通知", c.title, 1)
		doc := bulletins.Parse("a.md", front+"---\n\n文。\n", Schema())
		flow, _ := NewComposer().Compose(doc, load(t, "gbt9704", "zh-Hans"), nil, Options{})
		lines := []string{""}
		for _, b := range flow.Blocks {
			if text, ok := b.(*layout.Text); ok && text.Outline == 1 {
				for _, in := range text.Inlines {
					if in.Break {
						lines = append(lines, "")
					}
					lines[len(lines)-1] += in.Text
				}
			}
		}
		if len(lines) < c.lines || len(lines) > c.lines+1 {
			t.Errorf("%q", lines)
		}
		var w []int
		for _, l := range lines {
			w = append(w, len([]rune(l)))
			if w[len(w)-1] > 20 {
				t.Errorf("too long: %s", l)
			}
		}
		for i := 1; i+1 < len(w); i++ {
			if w[i] < w[i-1] && w[i] < w[i+1] {
				t.Errorf("an hourglass: %q", lines)
			}
		}
		t.Log(lines)
	}
}

// TestManyAddressees: those that would keep the text off the first page stand in the
// imprint (7.3.2); and a keystroke in the text leaves the imprint as it is.
func TestManyAddressees(t *testing.T) {
	names := strings.Repeat("临江市某某某某某某局，", 60)
	front := strings.Replace(officialFront, "to: [各县（市、区）应急管理局]", "to: [\""+names+"\"]", 1)
	s, _ := printed(t, front+"---\n\n现将有关事项通知如下。\n")
	if !strings.Contains(s.text(0), "现将") || strings.Contains(s.text(0), "某某") {
		t.Error(s.text(0))
	}
	if last := s.text(len(s.pages) - 1); !strings.Contains(last, "主送：") || !strings.Contains(last, "某某") {
		t.Error(last)
	}
	var parser bulletins.Parser
	composer, theme := NewComposer(), load(t, "gbt9704", "zh-Hans")
	state := func(text string) *layout.Flow {
		flow, _ := composer.Compose(parser.Parse("a.md", officialFront+"---\n\n"+text+"\n", Schema()), theme, nil, Options{})
		return flow
	}
	if before, after := state("甲"), state("甲乙"); !slices.Equal(before.Imprint, after.Imprint) {
		t.Error("the imprint is made anew")
	}
}
