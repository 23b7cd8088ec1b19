package kinds

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"safety365/bulletins"
	"safety365/bulletins/page"
)

// TestOfficialChecks: what is wrong with official documents and meetings is said at its
// place, by the strength of the rule.
func TestOfficialChecks(t *testing.T) {
	notice := "lang: zh-Hans\nkind: meeting-notice\ntitle: 关于召开安全例会的通知\nevent_date: 2026-03-06\ntime: \"09:00\"\nvenue: {name: 会议室}\ncontact: [张三]\npublished: 2026-03-02\nissuer: [安监局]\n"
	minutes := "lang: zh-Hans\nkind: minutes\ntitle: 例会纪要\nissuer: [安监局]\nevent_date: 2026-03-06\nchair: [王建国]\nattendees: [李梅]\npublished: 2026-03-07\n"
	brief := "lang: zh-Hans\nkind: brief\nmasthead: 安全简报\nissuer: [安监局]\nseries: {issue: 3}\npublished: 2026-03-07\ntitle: 一\n"
	summons := "lang: zh-Hans\nkind: summons-notice\nissuer: [安委办]\nnumber: 安办约〔2026〕1号\ntitle: 约谈通知书\nto: [甲公司]\nground: [安全生产法]\nsummoned: [甲公司总经理]\nsummoner: [王建国]\nevent_date: 2026-05-21\ntime: \"14:30\"\nvenue: {name: 会议室}\nmatters: [逾期未整改]\nbring: [台账]\ncontact: [李工]\npublished: 2026-05-14\n"
	without := func(front, key string) string {
		return regexp.MustCompile("(?m)^"+key+": .*\n").ReplaceAllString(front, "")
	}
	official := strings.TrimPrefix(officialFront, "---\n")
	change := func(from, to string) string { return strings.Replace(official, from, to, 1) }
	const number = "临应急〔2026〕3号"
	for _, c := range []struct {
		name, front, text string
		code              string // "": nothing is wrong
		at                string // the words that it stands at; "": anywhere
		severity          bulletins.Severity
	}{
		{"right", official, "文。", "", "", 0},
		{"no number", change("number: "+number+"\n", ""), "文。", "official-number", "", bulletins.Error},
		{"第", change(number, "临应急〔2026〕第3号"), "文。", "official-number-ordinal", "临应急〔2026〕第3号", bulletins.Error},
		{"brackets", change(number, "临应急[2026]3号"), "文。", "official-number-brackets", "临应急[2026]3号", bulletins.Error},
		{"round brackets", change(number, "临应急（2026）3号"), "文。", "official-number-brackets", "临应急（2026）3号", bulletins.Error},
		{"short year", change(number, "临应急〔26〕3号"), "文。", "official-number-year", "", bulletins.Error},
		{"zeros", change(number, "临应急〔2026〕03号"), "文。", "official-number-zero", "", bulletins.Error},
		{"no 号", change(number, "临应急〔2026〕3"), "文。", "official-number-end", "", bulletins.Error},
		{"still to come", change(number, "临应急〔2026〕×号"), "文。", "", "", 0},
		{"no issuer", change("issuer: [临江市应急管理局]\n", ""), "文。", "official-issuer", "", bulletins.Error},
		{"no date", change("published: 2026-03-06\n", ""), "文。", "official-date", "", bulletins.Error},
		{"printed before", change("printed: 2026-03-08", "printed: 2026-03-01"), "文。", "official-printed", "2026-03-01", bulletins.Warning},
		{"long title", change("开展夏季安全检查", strings.Repeat("安全", 30)), "文。", "official-title-long", "", bulletins.Warning},
		{"stop behind the title", change("检查的通知", "检查的通知。"), "文。", "official-title-mark", "", bulletins.Warning},
		{"no genre", change("检查的通知", "检查"), "文。", "official-title-genre", "", bulletins.Warning},
		{"no signer", change("检查的通知", "检查的请示"), "文。", "official-signer", "", bulletins.Error},
		{"secret", official + "classification: 机密★1年\n", "文。", "official-copy", "机密★1年", bulletins.Error},
		{"classification", official + "classification: 保密\ncopy_no: \"000001\"\n", "文。", "official-classification", "保密", bulletins.Warning},
		{"copy number", official + "copy_no: \"12\"\n", "文。", "official-copy-form", "", bulletins.Warning},
		{"urgency", official + "urgency: 很急\n", "文。", "official-urgency", "很急", bulletins.Warning},
		{"seal", official + "seal: image\n", "文。", "official-seal-image", "image", bulletins.Error},
		{"attachments", official + "attachments: [甲, 乙]\n", "文。\n\n::: attachment {title=甲}\n\n一\n\n:::", "official-attachment-count", "", bulletins.Error},
		{"attachment's title", official + "attachments: [甲]\n", "文。\n\n::: attachment {title=乙}\n\n一\n\n:::", "official-attachment-title", "::: attachment {title=乙}", bulletins.Error},
		{"report asks", change("检查的通知", "检查的报告") + "signer: [王]\n", "妥否，请批示。", "official-report-asks", "妥否", bulletins.Warning},
		{"weekday", official, "定于2026年3月6日（星期四）开会。", "weekday-wrong", "星期四", bulletins.Error},
		{"weekday without year", official, "定于3月6日（星期五）开会。", "", "", 0},

		{"order signed by nobody", "lang: zh-Hans\nkind: order\nissuer: [市政府]\nnumber: 第1号\npublished: 2026-01-01\n", "文。", "order-stamp", "", bulletins.Error},
		{"order by year", "lang: zh-Hans\nkind: order\nissuer: [市政府]\nnumber: 〔2026〕1号\npublished: 2026-01-01\nstamp: [王]\n", "文。", "order-number", "〔2026〕1号", bulletins.Warning},

		{"notice", notice, "现通知。", "", "", 0},
		{"reply late", notice + "reply_by: 2026-03-08\n", "现通知。", "reply-after-event", "2026-03-08", bulletins.Error},
		{"no place", strings.Replace(notice, "venue: {name: 会议室}\n", "", 1), "现通知。", "meeting-venue", "", bulletins.Warning},
		{"no contact", strings.Replace(notice, "contact: [张三]\n", "", 1), "现通知。", "meeting-contact-missing", "", bulletins.Warning},
		{"held before", strings.Replace(notice, "published: 2026-03-02", "published: 2026-03-09", 1), "现通知。", "meeting-before-notice", "2026-03-06", bulletins.Error},
		{"English weekday", "lang: en\nkind: meeting-notice\ntitle: Meeting\nevent_date: 2026-03-06\ntime: \"9:00\"\nvenue: {name: Hall}\ncontact: [A]\n", "It is held on Thursday, 6 March 2026.", "weekday-wrong", "Thursday", bulletins.Error},
		{"Indonesian weekday", "lang: id\nkind: meeting-notice\ntitle: Rapat\nevent_date: 2026-03-06\ntime: \"9:00\"\nvenue: {name: Aula}\ncontact: [A]\n", "Pada Kamis, 6 Maret 2026.", "weekday-wrong", "Kamis", bulletins.Error},

		{"minutes", minutes, "一、议定事项\n\n（一）由机电部牵头，3月底前完成防护罩更换。", "", "", 0},
		{"nobody does it", minutes, "一、议定事项\n\n（一）3月30日前完成防护罩更换。", "minutes-owner", "（一）", bulletins.Warning},
		{"no deadline", minutes, "一、议定事项\n\n（一）由机电部负责更换防护罩。", "minutes-deadline", "（一）", bulletins.Warning},
		{"there and not", minutes + "absent: [李梅]\n", "文。", "minutes-both", "李梅", bulletins.Error},
		{"an Indonesian owner", "lang: id\nkind: minutes\ntitle: M\nevent_date: 2026-03-06\nchair: [A]\nattendees: [B]\n", "## Keputusan\n\n- Petugas K3 memasang pelindung paling lambat 30 April.", "", "", 0},
		{"no Indonesian owner", "lang: id\nkind: minutes\ntitle: M\nevent_date: 2026-03-06\nchair: [A]\nattendees: [B]\n", "## Keputusan\n\n- Pelindung dipasang paling lambat 30 April.", "minutes-owner", "", bulletins.Warning},
		{"an English decision", "lang: en\nkind: minutes\ntitle: M\nevent_date: 2026-03-06\nchair: [A]\nattendees: [B]\n", "## Decisions\n\n- New guards are fitted.", "minutes-owner", "", bulletins.Warning},

		{"lead again", "lang: zh-Hans\nkind: meeting-news\ntitle: 一\n", "会议强调，甲。\n\n会议强调，乙。", "news-lead-repeated", "会议强调，乙", bulletins.Warning},
		{"verb again", "lang: zh-Hans\nkind: meeting-news\ntitle: 一\n", "会议要求，各单位要求员工到岗。", "news-verb-repeated", "要求员工", bulletins.Warning},
		{"two reviews", "lang: zh-Hans\nkind: meeting-news\ntitle: 一\nreview: {first: 甲, second: 甲}\n", "文。", "review-same-person", "", bulletins.Warning},

		{"summons", summons, "现通知如下：", "", "", 0},
		{"nobody summoned", without(summons, "summoned"), "现通知如下：", "summons-missing", "", bulletins.Error},
		{"summoned to an empty name", strings.Replace(summons, "[甲公司总经理]", "[\"\"]", 1), "现通知如下：", "summons-missing", "", bulletins.Error},
		{"no hour", without(summons, "time"), "现通知如下：", "summons-missing", "", bulletins.Error},
		{"no ground", without(summons, "ground"), "现通知如下：", "summons-missing", "", bulletins.Warning},
		{"nothing to bring", without(summons, "bring"), "现通知如下：", "summons-missing", "", bulletins.Warning},
		{"summoned for the past", strings.Replace(summons, "event_date: 2026-05-21", "event_date: 2026-05-13", 1), "现通知如下：", "summons-before-notice", "2026-05-13", bulletins.Error},
		{"papers after the talk", summons + "reply_by: 2026-05-22\n", "现通知如下：", "reply-after-event", "2026-05-22", bulletins.Error},
		{"the talk's weekday", summons, "定于5月21日（星期五）约谈。", "weekday-wrong", "星期五", bulletins.Error},

		{"brief", brief, "文。", "", "", 0},
		{"brief without number", strings.Replace(brief, "series: {issue: 3}\n", "", 1), "文。", "brief-issue-missing", "", bulletins.Warning},
		{"brief without a name", strings.Replace(brief, "masthead: 安全简报\n", "", 1), "文。", "brief-masthead", "", bulletins.Error},
		{"plan ends first", "lang: zh-Hans\nkind: activity-plan\ntitle: 方案\nevent_date: 2026-06-10\nends: 2026-06-01\n", "文。", "plan-ends", "2026-06-01", bulletins.Error},
		{"no cards", "lang: zh-Hans\nkind: name-card\n", "", "card-none", "", bulletins.Error},
		{"two cards", "lang: zh-Hans\nkind: name-card\nattendees: [张三, 张三]\n", "", "card-twice", "张三", bulletins.Warning},
		{"slip", "lang: zh-Hans\nkind: routing-slip\nissuer: [局]\ntitle: 关于检查的通知\n", "文。", "slip-drafter-missing", "", bulletins.Warning},
	} {
		text := "---\n" + c.front + "---\n\n" + c.text + "\n"
		s, found := printed(t, text)
		found = slices.DeleteFunc(found, func(d bulletins.Diagnostic) bool {
			return d.Severity == bulletins.Info || d.Code == "title-missing" || d.Code == "minutes-attendees" || d.Code == "document-empty"
		})
		_ = s
		if c.code == "" {
			if len(found) > 0 {
				t.Errorf("%s: %+v", c.name, found)
			}
			continue
		}
		i := slices.IndexFunc(found, func(d bulletins.Diagnostic) bool { return d.Code == c.code })
		if i < 0 {
			t.Errorf("%s: no %s in %+v", c.name, c.code, found)
			continue
		}
		d := found[i]
		if d.Severity != c.severity {
			t.Errorf("%s: %v", c.name, d.Severity)
		}
		if c.at != "" && !strings.HasPrefix(text[d.Range.Start:], c.at) {
			t.Errorf("%s: at %.30q, want %q", c.name, text[d.Range.Start:], c.at)
		}
	}
}

// TestSummons: who is summoned, by whom, when, where, why and with what stands in labelled
// lines between the opening and the demands, several things numbered.
func TestSummons(t *testing.T) {
	for lang, want := range map[string]string{
		"zh-Hans": "现将有关事项通知如下：|主要负责人、安全总监被约谈人：|市安委办主任〔姓名〕约谈人：|2026年5月21日（星期四）14:30|市应急管理局三楼会议室（××路××号）|的原因约谈事项：|（2）重大事故隐患逾期未整改的情况|应带材料：|（3）整改方案|报送期限：|一、约谈要求",
		"zh-Hant": "現將有關事項通知如下：|被約談人：|約談事項：|（2）重大事故隱患逾期未整改的情況|應帶材料：|一、約談要求",
	} {
		text, err := Starter("summons-notice", lang)
		if err != nil {
			t.Fatal(err)
		}
		s, _ := printed(t, text)
		if len(s.pages) != 2 {
			t.Errorf("%s: %d pages", lang, len(s.pages))
		}
		said := s.text(0) + s.text(1)
		for _, words := range strings.Split(want, "|") {
			_, rest, ok := strings.Cut(said, words)
			if !ok {
				t.Errorf("%s: no %q behind what comes before it", lang, words)
				continue
			}
			said = rest
		}
	}
}

// TestFixedNumber: a wrong number is put right.
func TestFixedNumber(t *testing.T) {
	for wrong, right := range map[string]string{
		"安〔2026〕第3号": "安〔2026〕3号", "安[2026]03号": "安〔2026〕3号", "安（2026）3": "安〔2026〕3号", "安【2026】012号": "安〔2026〕12号",
	} {
		if got := fixedNumber(wrong); got != right {
			t.Errorf("%s becomes %s, want %s", wrong, got, right)
		}
	}
}

// TestInclude: a brief takes other documents of its folder in, and is composed anew when
// they change; what is not there, lies outside or holds itself is said at the block.
func TestInclude(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("one.md", "---\nlang: zh-Hans\ntitle: 第一篇\nsource: 车间\n---\n\n甲班做得好。\n")
	write("two.md", "---\nlang: zh-Hans\ntitle: 第二篇\n---\n\n::: include {file=one.md}\n")
	write("self.md", "---\nlang: zh-Hans\ntitle: 自己\n---\n\n::: include {file=self.md}\n")
	folder, composer := open(t, dir), NewComposer()
	front := "---\nlang: zh-Hans\nkind: brief\nmasthead: 简报\nissuer: [局]\nseries: {issue: 1}\npublished: 2026-03-01\n---\n\n"
	var parser bulletins.Parser
	state := func(name string) (string, string) {
		doc := parser.Parse("brief.md", front+"::: include {file="+name+"}\n", Schema())
		flow, found := composer.Compose(doc, load(t, "brief-red", "zh-Hans"), folder, Options{})
		var codes []string
		for _, d := range found {
			if d.Severity > bulletins.Info {
				codes = append(codes, d.Code)
				if !strings.HasPrefix(doc.Text[d.Range.Start:], "file=") {
					t.Errorf("%s: %s stands at %.20q", name, d.Code, doc.Text[d.Range.Start:])
				}
			}
		}
		return flowText(flow.Blocks), strings.Join(codes, " ")
	}
	for _, c := range []struct{ name, has, codes string }{
		{"one.md", "第一篇", ""}, {"one.md", "甲班做得好。", ""}, {"one.md", "（车间供稿）", ""},
		{"two.md", "第一篇", ""}, {"self.md", "自己", "include-cycle"}, {"brief.md", "brief.md", "include-missing"},
		{"../one.md", "", "include-outside"}, {"none.md", "none.md", "include-missing"}, {"https://a.cn/a.md", "", "include-outside"},
	} {
		said, codes := state(c.name)
		if !strings.Contains(said, c.has) || codes != c.codes {
			t.Errorf("%s: %q, want %q in\n%s", c.name, codes, c.has, said)
		}
	}
	write("data.md", "---\nlang: zh-Hans\ntitle: 数据\n---\n\n::: table {file=表.csv}\n:::\n")
	for _, cell := range []string{"旧数", "新的数"} {
		write("表.csv", "项目,数\n甲,"+cell+"\n")
		if said, _ := state("data.md"); !strings.Contains(said, cell) {
			t.Errorf("the table of what is taken in does not say %s\n%s", cell, said)
		}
	}
	write("one.md", "---\nlang: zh-Hans\ntitle: 改过的第一篇\n---\n\n乙班也做得好。\n")
	if said, _ := state("two.md"); !strings.Contains(said, "改过的第一篇") {
		t.Error("the change of what is taken in is not seen\n", said)
	}
}

// TestLongNameCards: a Latin name keeps one line unless it would be small in it.
func TestLongNameCards(t *testing.T) {
	for name, want := range map[string]int{"[nama peserta]": 1, "Sari Wulandari": 1, "Prof. Dr. Ir. Bambang Sudirman Kartawijaya, M.T.": 2} {
		s, _ := printed(t, "---\nlang: id\nkind: name-card\nattendees: ["+strconv.Quote(name)+"]\n---\n")
		lines := map[page.Length]bool{}
		for _, g := range s.glyphs(0) {
			lines[g.Origin.Y] = true
		}
		if n := len(lines) / 2; n != want { // on both sides of the fold
			t.Errorf("%s stands on %d lines, want %d", name, n, want)
		}
	}
}

// TestNameCards: a sheet for each person, the name on both sides of the fold.
func TestNameCards(t *testing.T) {
	s, _ := printed(t, "---\nlang: zh-Hans\nkind: name-card\nattendees: [王小安, {name: 李平, unit: 机电部, posts: [部长]}]\n---\n")
	if len(s.pages) != 2 {
		t.Fatal(len(s.pages), "sheets")
	}
	if n := strings.Count(s.text(0), "王小安"); n != 2 {
		t.Errorf("the name stands %d times", n)
	}
	if text := s.text(1); !strings.Contains(text, "机电部部长") || !strings.Contains(text, "李　平") {
		t.Error(text)
	}
}
