package intake

import "regexp"

// kindHints are words in a title or opening and the kinds that they tell of.
var kindHints = []struct{ kind, pattern string }{
	{"minutes", `会议纪要|Notulen|Minutes of`},
	{"meeting-notice", `关于召开.{0,40}(?:会|会议)的通知|Undangan [Rr]apat`},
	{"circular", `通报$|的通报|Surat [Ee]daran`},
	{"notice", `通知$|Pengumuman|^Notice`},
	{"slogan-set", `标语|横幅`},
	{"checklist", `检查表|Daftar [Pp]eriksa|[Cc]hecklist`},
	{"risk-register", `风险(?:点目录|清单)`},
	{"drill-plan", `演练(?:方案|计划)`},
	{"activity-plan", `活动方案|实施方案`},
	{"case-bulletin", `警示教育|事故案例`},
	{"letter", `倡议书|公开信|致.{2,20}的一封信`},
}

var meetingNews = regexp.MustCompile(`会议(?:指出|强调|要求|认为)[，,]`)

// hint proposes a kind.
func (d *draft) hint() string {
	title := simplify(d.value("title"))
	for _, h := range kindHints {
		if title != "" && regexp.MustCompile(h.pattern).MatchString(title) {
			return h.kind
		}
	}
	n := 0
	for _, i := range d.body() {
		n += len(meetingNews.FindAllString(simplify(d.lines[i].text), -1))
	}
	if n >= 2 {
		return "meeting-news"
	}
	return ""
}
