package kinds

import (
	"testing"

	"safety365/bulletins/intake"
)

// TestKindHints: what intake says that a text looks like is a kind, and one in the
// language of the text.
func TestKindHints(t *testing.T) {
	for _, name := range intake.KindHints() {
		if _, ok := Lookup(name); !ok {
			t.Errorf("%s is no kind", name)
		}
	}
	for _, c := range []struct{ lang, title, want string }{
		{"zh", "关于开展安全生产月活动的通知", "official"},
		{"zh", "关于召开安委会全体会议的通知", "meeting-notice"},
		{"zh", "关于三起事故的通报", "circular"},
		{"zh", "安全生产约谈通知书", "summons-notice"},
		{"zh", "三级安全教育培训卡", "training-card"},
		{"zh", "致全体司机的一封信", "open-letter"},
		{"zh", "夏季用电倡议书", "appeal"},
		{"zh", "安全生产月宣传标语", "poster"},
		{"zh", "触电事故应急演练方案", "activity-plan"},
		{"zh", "隐患整改台账", "rectification-ledger"},
		{"en", "Toolbox Talk: Ladders", "toolbox-talk"},
		{"en", "Safety Alert 12/2026", "safety-alert"},
		{"id", "Notulen Rapat P2K3", "notula"},
		{"id", "Surat Edaran tentang K3", "surat-edaran"},
		{"id", "Undangan Rapat Koordinasi", "surat-undangan"},
	} {
		r := intake.CleanText(c.title+"\n\n第一段。\n", "", intake.Options{Lang: c.lang})
		k, ok := Lookup(r.KindHint)
		if r.KindHint != c.want || !ok || !k.In(c.lang) {
			t.Errorf("%s looks like %q instead of %s", c.title, r.KindHint, c.want)
		}
	}
}
