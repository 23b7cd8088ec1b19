package intake

import (
	"regexp"
	"slices"
)

// kindHints are words in titles, in Simplified characters, and the kinds that they tell
// of; the first that fits counts.
var kindHints = func() (out []kindHint) {
	for _, h := range [][2]string{
		{"minutes", `会议纪要|(?i:\bminutes of\b|\bmeeting minutes\b)`},
		{"notula", `(?i)\bnotul(?:a|en)\b`},
		{"summons-notice", `约谈(?:通知|函)`},
		{"warning-letter", `警示函|督办函|警告信`},
		{"surat-undangan", `(?i)\bundangan\b`},
		{"surat-edaran", `(?i)\bsurat edaran\b`},
		{"buletin-k3", `(?i)\bbuletin k3\b`},
		{"toolbox-talk", `(?i)\btoolbox (?:talk|meeting)\b`},
		{"safety-talk", `(?i)\bsafety (?:talk|briefing)\b|\bpengarahan k3\b`},
		{"safety-flash", `(?i)\bsafety flash\b|\bflash alert\b`},
		{"safety-alert", `(?i)\b(?:safety|wsh|hazard) alert\b`},
		{"safety-notice", `(?i)\bsafety notice\b|^notice\b`},
		{"training-card", `三级(?:安全)?(?:教育|培训)`},
		{"sign-in", `签到表`},
		{"quiz", `试题|试卷|题库|知识竞赛题|(?i:\bquiz\b|\bkuis\b)`},
		{"first-lesson", `第一课`},
		{"lesson", `教案|讲义`},
		{"rectification-ledger", `整改台账`},
		{"problem-list", `(?:问题|隐患)清单`},
		{"responsibility-list", `责任清单`},
		{"risk-register", `风险(?:点|点目录|清单|登记)|(?i:\brisk register\b|\bdaftar risiko\b)`},
		{"inspection-record", `检查记录`},
		{"checklist", `检查表|(?i:\bdaftar periksa\b|\bchecklist\b)`},
		{"enterprise-file", `一企一档`},
		{"certificate", `(?:结业|合格|培训)证书$`},
		{"meeting-notice", `召开.{0,40}会议?的通知|会议通知$`},
		{"appeal", `倡议书?$`},
		{"open-letter", `公开信|致.{2,24}的?一封信`},
		{"circular", `通报$`},
		{"official", `通知$|决定$|请示$|报告$|意见$`},
		{"letter", `(?:的|复)函$`},
		{"order", `动员令$`},
		{"activity-plan", `(?:演练|活动|实施|工作)(?:方案|计划)`},
		{"good-practice", `(?:经验|典型)做法|先进经验`},
		{"brief", `简报|专报`},
		{"poster", `标语|横幅|口号`},
		{"safety365", `安全365`},
		{"case-bulletin", `警示教育|事故案例`},
		{"safety-reminder", `(?:安全|温馨|风险)提示`},
	} {
		out = append(out, kindHint{h[0], regexp.MustCompile(h[1])})
	}
	return out
}()

type kindHint struct {
	kind    string
	pattern *regexp.Regexp
}

// KindHints lists the kinds that a text may be said to look like.
func KindHints() []string {
	out := []string{newsKind}
	for _, h := range kindHints {
		out = append(out, h.kind)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// newsKind is the news of a meeting, which shows in its text.
const newsKind = "meeting-news"

var meetingNews = regexp.MustCompile(`会议(?:指出|强调|要求|认为)[，,]`)

// hint proposes a kind.
func (d *draft) hint() string {
	title := simplify(d.value("title"))
	for _, h := range kindHints {
		if title != "" && h.pattern.MatchString(title) {
			return h.kind
		}
	}
	n := 0
	for _, i := range d.body() {
		n += len(meetingNews.FindAllString(simplify(d.lines[i].text), -1))
	}
	if n >= 2 {
		return newsKind
	}
	return ""
}
