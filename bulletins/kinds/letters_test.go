package kinds

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
)

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
