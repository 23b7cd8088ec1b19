package kinds

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"safety365/bulletins"
)

const leadersCSV = "姓名,职务,级别\n赵东升,书记,1\n钱明,主任,2\n孙国安,副主任,3\n李一,科长,正科级\n周二,局长,正处级\n"

// TestOrderOfPeople: the sentence of attendees follows the register's ranks, those it does
// not know keep their places, and lists of names in another order are told of at the name
// that stands too late.
func TestOrderOfPeople(t *testing.T) {
	o := officeOf(t, "people: people.csv\n", nil, "people.csv", leadersCSV)
	news := "kind: meeting-news\nattendees: [孙国安, 省厅领导, 赵东升, 钱明]\n"
	for _, c := range []struct {
		name, front, text string
		want              string // code@the words there, in the order of the text
		said              string
	}{
		{"by rank", news, "会议召开。", "", "书记赵东升、省厅领导、主任钱明、副主任孙国安参加会议。"},
		{"in the text", news, "书记赵东升、副主任孙国安、主任钱明参加。", "people-order@钱明", ""},
		{"with posts in brackets", news, "孙国安（副主任）、钱明（主任）参加。", "people-order@钱明", ""},
		{"in two clauses", news, "孙国安主持会议，赵东升讲话。孙国安汇报、赵东升点评。", "", ""},
		{"in order", news, "赵东升、钱明、孙国安参加，会后赵东升、孙国安座谈。", "", ""},
		{"by the words for ranks", "kind: meeting-news\nattendees: [李一, 周二]\n", "李一和周二参加。", "people-order@周二", "局长周二、科长李一参加会议。"},
		{"as in the list", "kind: meeting-news\nattendees: [吴甲乙, 郑丙丁]\n", "郑丙丁、吴甲乙参加。", "news-order@吴甲乙", "吴甲乙、郑丙丁参加会议。"},
		{"a name in another", "kind: meeting-news\nattendees: [吴甲乙, 吴甲]\n", "吴甲乙、吴甲参加。", "", ""},
		{"in English", "lang: en\nkind: meeting-news\nattendees: [Wu Jia, Li Bing]\n", "Li Bing (director) and Wu Jia attended. Li Bing spoke, and Wu Jia thanked.", "news-order@Wu Jia", ""},
		{"a notice", "kind: meeting-notice\nevent_date: 2026-03-06\ntime: \"9:00\"\nvenue: {name: 会议室}\ncontact: [甲]\nattendees: [孙国安, 赵东升]\n", "现通知。", "people-order@赵东升", ""},
		{"minutes", "kind: minutes\nevent_date: 2026-03-06\nchair: [赵东升]\nattendees: [钱明, 孙国安]\nobservers: [李一, 周二]\n", "会议召开。", "people-order@周二", ""},
	} {
		text := "---\ntitle: 会\nlang: zh-Hans\n" + c.front + "---\n\n" + c.text + "\n"
		if strings.Contains(c.front, "lang:") {
			text = strings.Replace(text, "lang: zh-Hans\n", "", 1)
		}
		doc := bulletins.Parse("a.md", text, Schema())
		flow, found := NewComposer().Compose(o.Apply(doc), load(t, "bulletin", doc.Lang), nil, Options{Office: o})
		slices.SortStableFunc(found, func(a, b bulletins.Diagnostic) int { return a.Range.Start - b.Range.Start })
		var got []string
		for _, d := range found {
			if strings.HasSuffix(d.Code, "-order") {
				got = append(got, fmt.Sprintf("%s@%s", d.Code, text[d.Range.Start:d.Range.End]))
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %v, want %s", c.name, got, c.want)
		}
		if said := flowText(flow.Blocks); !strings.Contains(said, c.said) {
			t.Errorf("%s: no %q in\n%s", c.name, c.said, said)
		}
	}
}
