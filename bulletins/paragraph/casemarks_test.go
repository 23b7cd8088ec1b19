package paragraph

import (
	"strings"
	"testing"

	"safety365/bulletins/page"
	"safety365/fonts"
)

// markCases are about the width of marks, justification and last lines.
var markCases = []typeset{
	{name: "B1 a mark at a line's end is half an em", text: "安全生产月活动启动，全体员工都要参加培训。", measure: 10, want: "安全生产月活动启动，|全体员工都要参加|培训。", at: "全1.06 生2.11 产3.17 月4.22 活5.28 动6.33 启7.39 动8.44 ，9.50"},
	{name: "B1 a stop", text: "今天的班前会只讲三点。大家记住以后再去上工。", measure: 11, want: "今天的班前会只讲三点。|大家记住以后再去上工。", at: "天1.05 的2.10 点9.45 。10.50"},
	{name: "B1 a closing bracket", text: "请对照条款逐一读《办法》2026年版，再请班长签字。", measure: 12, want: "请对照条款逐一读《办法》|2026年版，再请班长签字。", at: "对1.05 照2.09 《8.36 办9.41 》11.50"},

	{name: "B2 each pair loses half an em", text: "他说：“停！”（真的？）、《法》。」）汉字“‘汉’”字——（《法》）；汉", measure: 60, want: "他说：“停！”（真的？）、《法》。」）汉字“‘汉’”字——（《法》）；汉", at: "：2.00 “2.50 停3.50 ！4.50 ”5.00 （5.50 真6.50 ？8.50 ）9.00 、9.50 《10.00 》12.00 。12.50 」13.00 ）13.50 汉14.50 汉28.00"},
	{name: "B2 closers", text: "（见《办法》）。好”，是", measure: 60, want: "（见《办法》）。好”，是", at: "（-0.50 见0.50 《1.50 办2.50 》4.50 ）5.00 。5.50 好6.50 ”7.50 ，8.00 是9.00"},
	{name: "B2 openers", text: "说：“（一）‘看’、（二）‘问’。”对", measure: 60, want: "说：“（一）‘看’、（二）‘问’。”对", at: "：1.00 “1.50 （2.00 一3.00 ）4.00 ‘4.50 看5.50 ’6.50 、7.00 （7.50 二8.50 ）9.50 ‘10.00 问11.00 ’12.00 。12.50 ”13.00 对14.00"},
	{name: "B2 off", text: "说：“停！”（真）。对", measure: 60, want: "说：“停！”（真）。对", at: "：1.00 “2.00 停3.00 ！4.00 ”5.00 （6.00 真7.00 ）8.00 。9.00 对10.00", set: func(in *Input) { in.Rules.Compress = CompressNone }},

	{name: "B3 nothing between ( and ?", text: "这是（？）一句（！）话，《》「」", measure: 30, want: "这是（？）一句（！）话，《》「」", at: "（2.00 ？3.00 ）3.50 一4.50 句5.50 （6.50 ！7.50 ）8.00 话9.00 ，10.00 《10.50 》11.50 「12.00 」13.00"},
	{name: "B3 a book", text: "查《？》一书和「！」两处", measure: 30, want: "查《？》一书和「！」两处", at: "《1.00 ？2.00 》2.50 一3.50 「6.50 ！7.50 」8.00 两9.00"},
	{name: "B3 commas", text: "填（、）或（。）都行", measure: 30, want: "填（、）或（。）都行", at: "（1.00 、2.00 ）2.50 或3.50 （4.50 。5.50 ）6.00 都7.00"},

	{name: "B4 a bracket at a line's start", text: "一二三四五六七八九十《安全生产法》规定生产经营单位", measure: 10, want: "一二三四五六七八九十|《安全生产法》规定生产|经营单位", at: "十9.00|《-0.50 安0.50 》5.50 规6.00 产9.00"},
	{name: "B4 a quotation mark", text: "一二三四五六七八九十“安全第一”是我们的方针之一", measure: 10, want: "一二三四五六七八九十|“安全第一”是我们的方|针之一", at: "十9.00|“-0.50 安0.50"},
	{name: "B4 two of them", text: "一二三四五六七八九十（《办法》）是我们的依据之一", measure: 10, want: "一二三四五六七八九十|（《办法》）是我们的依据|之一", at: "十9.00|（-0.50 《0.00 办1.00"},

	{name: "B5 with an indent", text: "“安全第一”是我们始终坚持的方针", measure: 20, want: "“安全第一”是我们始终坚持的方针", at: "“1.50 安2.50", set: indented},
	{name: "B5 a book", text: "《安全生产法》是我们的依据", measure: 20, want: "《安全生产法》是我们的依据", at: "《1.50 安2.50", set: indented},
	{name: "B5 a bracket", text: "（一）检查现场", measure: 20, want: "（一）检查现场", at: "（1.50 一2.50 ）3.50 检4.50", set: indented},

	{name: "B6 brackets shrink before commas and stops", text: "安（一）全、生产。责任落实，到位了才能算数", measure: 13, want: "安（一）全、生产。责任落实，|到位了才能算数", at: "（0.75 一1.75 ）2.75 全3.50 、4.50 生5.50 。7.50 责8.50 ，12.50"},
	{name: "B6 commas before stops", text: "看灯、看线、看门。逐项签字，再走不迟的", measure: 13, want: "看灯、看线、看门。逐项签字，|再走不迟的", at: "、2.00 看2.75 、4.75 看5.50 。7.50 逐8.50 ，12.50"},
	{name: "B6 interpuncts before brackets", text: "请阿里·买提（班长）全程都在场，旁人不得进入", measure: 15, want: "请阿里·买提（班长）全程都在场，|旁人不得进入", at: "买3.50 （5.50 班6.50 ）8.50 全9.50"},
	{name: "B6 Han and Latin before stops", text: "按ISO做好。登记在册都要有人管，还要签名", measure: 15, want: "按ISO做好。登记在册都要有人管，|还要签名", at: "I1.12 做2.86 。4.86 登5.50 ，14.50"},
	{name: "B6 a number that opens a paragraph keeps its room", text: "（一）由机电部牵头，先检查、后完成防护罩更换。", measure: 14, want: "（一）由机电部牵头，先检查、后|完成防护罩更换。", at: "一0.50 ）1.50 由2.50"},
	{name: "B6 other brackets there do not", text: "（见）由机电部牵头，先检查、后完成防护罩更换。", measure: 14, want: "（见）由机电部牵头，先检查、后|完成防护罩更换。", at: "见0.50 由2.00"},

	{name: "B8 no lone last character", text: "一二三四五六七八九十一二三四五六七八九十完。", measure: 10, want: "一二三四五六七八九|十一二三四五六七八九|十完。", at: "二1.12|一1.00"},
	{name: "B8 without a mark", text: "一二三四五六七八九十一二三四五六七八九十完", measure: 10, want: "一二三四五六七八九|十一二三四五六七八九|十完"},
	{name: "B8 a real sentence", text: "这段话的末行不会只剩下孤零零的一个字了吧。", measure: 10, want: "这段话的末行不会只|剩下孤零零的一个字|了吧。", at: "段1.12|下1.12"},
	{name: "B8 allowed", text: "一二三四五六七八九十一二三四五六七八九十完。", measure: 10, want: "一二三四五六七八九十|一二三四五六七八九十|完。", set: orphaned},

	{name: "B9 a mark before it", text: "一二三四五六七八九十一二三四五六七八九，完。", measure: 20, want: "一二三四五六七八九十一二三四五六七|八九，完。"},
	{name: "B9 a quotation mark", text: "一二三四五六七八九十一二三四五六七八“九”，完！", measure: 20, want: "一二三四五六七八九十一二三四五六七八|“九”，完！"},
	{name: "B9 a sentence", text: "安全帽的系带要系紧一些，下颏处留一指的余量，好。", measure: 22, want: "安全帽的系带要系紧一些，下颏处留一指的|余量，好。"},

	{name: "B10 a hanging comma", text: "安全生产月活动启动了，全体员工都要参加培训。", measure: 10, want: "安全生产月活动启动了，|全体员工都要参加培训。", at: "了9.00 ，10.00|全0.00 训9.00 。10.00", set: hanging},
	{name: "B10 a stop", text: "企业是安全生产的主体。各级领导要负起责任来。", measure: 10, want: "企业是安全生产的主体。|各级领导要负起责任来。", at: "体9.00 。10.00", set: hanging},
	{name: "B10 an enumeration comma", text: "通风用的风机和软管、检测用的仪器都备齐了吗", measure: 9, want: "通风用的风机和软管、|检测用的仪器都备齐|了吗", at: "管8.00 、9.00", set: hanging},
	{name: "B10 never a row of marks", text: "一二三四五六七八（九），全体员工都要参加培训。", measure: 10, want: "一二三四五六七八|（九），全体员工都要参|加培训。", set: hanging},
	{name: "B10 no question mark", text: "安全生产月活动启动了？全体员工都要参加培训。", measure: 10, want: "安全生产月活动启动|了？全体员工都要参加|培训。", set: hanging},
	{name: "B10 not in Traditional Chinese", text: "安全生產月活動啟動了，全體員工都要參加培訓。", measure: 10, want: "安全生產月活動啟動|了，全體員工都要參加|培訓。", set: func(in *Input) { hanging(in); traditional(in) }},

	{name: "B11 marks of two formats", text: "¦（重要）¦。见¦《法》¦，安", measure: 60, want: "（重要）。见《法》，安", at: "（-0.50 重0.50 ）2.50 。3.00 见4.00 《5.00 法6.00 》7.00 ，7.50 安8.50", set: formatted},
	{name: "B11 kinsoku", text: "安全生产月活动启¦动了¦，全体员工都要参加培训。", measure: 10, want: "安全生产月活动启动|了，全体员工都要参加|培训。", at: "全1.12", set: formatted},
	{name: "B11 an opener before another format", text: "一二三四五六七八九（¦十一¦）二三四五六", measure: 10, want: "一二三四五六七八九|（十一）二三四五六", at: "九9.00|（-0.50 十0.50 ）2.50", set: formatted},
	{name: "B11 a number and its sign", text: "一二三四五六七八九¦85¦%一二三四五六七八九", measure: 10, want: "一二三四五六七八九|85%一二三四五六七|八九", set: formatted},
	{name: "B11 a number and its counter", text: "一二三四五六七八九¦1¦月24日起全面检查", measure: 10, want: "一二三四五六七八九|1月24日起全面检查", set: formatted},

	{name: "B12 brackets beside marks", text: "他說：「停！」（真的？）、《法》。安全生產，人人有責；好！", measure: 60, want: "他說：「停！」（真的？）、《法》。安全生產，人人有責；好！", at: "：2.00 「2.50 停3.50 ！4.50 」5.50 （6.00 真7.00 ？9.00 ）10.00 、10.50 《11.00 法12.00 》13.00 。13.50 安14.50 ，18.50 人19.50 ；23.50 好24.50", set: traditional},
	{name: "B12 openers", text: "前「『安』」好", measure: 60, want: "前「『安』」好", at: "「1.00 『1.50 安2.50 』3.50 」4.00 好5.00", set: traditional},
	{name: "B12 two brackets", text: "依《辦法》（試行），『好』」。是", measure: 60, want: "依《辦法》（試行），『好』」。是", at: "《1.00 辦2.00 》4.00 （4.50 試5.50 ）7.50 ，8.00 『8.50 好9.50 』10.50 」11.00 。11.50 是12.50", set: traditional},
	{name: "B12 marks in the middle", text: "真！？停、看。好", measure: 60, want: "真！？停、看。好", at: "！1.00 ？2.00 停3.00 、4.00 看5.00 。6.00 好7.00", set: traditional},
}

func indented(in *Input) { in.Indent = 2 * em }

func orphaned(in *Input) { in.Rules.Orphans = true }

func hanging(in *Input) { in.Rules.Hanging = true }

func traditional(in *Input) {
	f := in.Runs[0].Format
	in.Lang, f.Lang = "zh-Hant", "zh-Hant"
	f.Han, _ = fonts.Lookup("song", fonts.Style{}, in.Lang)
}

// formatted parts the text at each ¦: every second piece is larger by nothing but has a
// format, a tag and a link of its own.
func formatted(in *Input) {
	run := in.Runs[0]
	in.Runs = nil
	for i, piece := range strings.Split(run.Text, "¦") {
		r := Run{Text: piece, Format: run.Format}
		if i%2 == 1 {
			f := *run.Format
			f.Color, f.Underline = page.Color{}, true
			r.Format, r.Link, r.Tag = &f, 1, 1
		}
		in.Runs = append(in.Runs, r)
	}
}

// TestMiddle: in Traditional text the marks stand in the middle of their cells also in a
// face that has them in the corner.
func TestMiddle(t *testing.T) {
	kai, err := fonts.Lookup("kai", fonts.Style{}, "zh-Hant")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		marks string
		tall  bool
	}{{"，。、；：", false}, {"！？", true}} {
		in := input(t, c.marks+"先，看。", 30)
		f := *in.Runs[0].Format
		f.Han, f.Lang = kai, "zh-Hant"
		in.Lang, in.Runs[0].Format = f.Lang, &f
		run := NewSetter().Set(in).Lines[0].Runs[0]
		for i := range []rune(c.marks) {
			g := run.Glyphs[i]
			x0, x1 := ink(run.Face, g.ID, em)
			y0, y1 := inkDown(run.Face, g.ID, em)
			across, down := run.Origin.X+g.X+(x0+x1)/2-page.Length(i)*em, run.Origin.Y+g.Y+(y0+y1)/2
			if across < em*45/100 || across > em*55/100 || !c.tall && (down < em*45/100 || down > em*55/100) {
				t.Errorf("%s stands at %v, %v in its cell", run.Cluster(i), across, down)
			}
		}
	}
}
