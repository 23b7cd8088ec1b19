package kinds

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"safety365/bulletins"
	"safety365/bulletins/layout"
)

// tolerance is how far a place may be from where the standard has it, in mm.
const tolerance = 0.3

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
