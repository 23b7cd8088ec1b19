package paragraph

// lineCases are about where lines may break.
var lineCases = []typeset{
	{name: "A1 a comma never begins a line: push out", text: "安全生产月活动启动了，全体员工都要参加培训。", measure: 10, want: "安全生产月活动启动|了，全体员工都要参加|培训。", at: "全1.12 生2.25 产3.38 月4.50 活5.62 动6.75 启7.88 动9.00|了0.00 ，1.00"},
	{name: "A1 a stop", text: "企业是安全生产的主体。各级领导要负起责任来。", measure: 10, want: "企业是安全生产的主|体。各级领导要负起责|任来。", at: "业1.12 主9.00|体0.00 。1.00"},
	{name: "A1 a closing bracket", text: "特种作业的人员持证上岗）全体员工都要参加培训考试。", measure: 11, want: "特种作业的人员持证上|岗）全体员工都要参加培|训考试。", at: "种1.11 上10.00|岗0.00 ）1.00"},

	{name: "A2 push in before push out", text: "安全、生产月活动启动，全体员工都要参加培训。", measure: 10, want: "安全、生产月活动启动，|全体员工都要参加|培训。", at: "全1.00 、2.00 生2.50 产3.50 月4.50 活5.50 动6.50 启7.50 动8.50 ，9.50"},
	{name: "A2 with a bracket", text: "开展（安全）生产检查月，全体员工都要参加学习培训班。", measure: 11, want: "开展（安全）生产检查月，|全体员工都要参加学习培|训班。", at: "（1.75 安2.75 ）4.75 生5.50 产6.50 ，10.50"},
	{name: "A2 with a stop", text: "检查。整改再检查再整，各单位都要按期完成任务了。", measure: 10, want: "检查。整改再检查再整，|各单位都要按期完成任|务了。", at: "。2.00 整2.50 改3.50 ，9.50"},

	{name: "A3 a dash is one unit", text: "一二三四五六七八九——十一二三四五", measure: 10, want: "一二三四五六七八九|——十一二三四五", at: "二1.12 九9.00|——0.00 十2.00 一3.00"},
	{name: "A3 inside a line", text: "安全——生命之本重于泰山啊", measure: 10, want: "安全——生命之本重于|泰山啊", at: "——2.00 生4.00"},
	{name: "A3 at a line's end", text: "一二三四五六七八——十一二三四五", measure: 10, want: "一二三四五六七八——|十一二三四五", at: "——8.00"},
	{name: "A3 no gap in its ink though the line is stretched", text: "班前会——安全第一课，人人都要参加到底。", measure: 10, want: "班前会——安全第一|课，人人都要参加到底。", at: "会2.29 ——3.43 安5.57 一9.00"},

	{name: "A4 an ellipsis may begin a line", text: "一二三四五六七八九……十一二三四五", measure: 10, want: "一二三四五六七八九|……十一二三四五", at: "九9.00|……0.00 十2.00"},
	{name: "A4 strict", text: "一二三四五六七八九……十一二三四五", measure: 10, want: "一二三四五六七八|九……十一二三四五", at: "八9.00|九0.00 ……1.00 十3.00", set: strict},
	{name: "A4 strict, a dash", text: "一二三四五六七八九——十一二三四五", measure: 10, want: "一二三四五六七八|九——十一二三四五", set: strict},
	{name: "A4 tools", text: "扳手卸扣吊带钢丝绳……逐件看过才算查完", measure: 10, want: "扳手卸扣吊带钢丝绳|……逐件看过才算查完", at: "绳9.00|……0.00 逐2.00"},
	{name: "A4 tools, strict", text: "扳手卸扣吊带钢丝绳……逐件看过才算", measure: 10, want: "扳手卸扣吊带钢丝|绳……逐件看过才算", set: strict},
	{name: "A4 after a mark", text: "问他怎么不系好带子，……他一声也不响", measure: 10, want: "问他怎么不系好带子，|……他一声也不响", at: "，9.50|……0.00"},

	{name: "A5 a solidus neither begins nor ends a line", text: "一二三四五六七八九／十一二三四五", measure: 10, want: "一二三四五六七八|九／十一二三四五", at: "八9.00|九0.00 ／1.00 十2.00"},
	{name: "A5 later", text: "一二三四五六七八九十／一二三四五", measure: 10, want: "一二三四五六七八九|十／一二三四五", at: "九9.00|十0.00 ／1.00"},
	{name: "A5 shifts", text: "白班和夜班的交接由甲／乙两班的班长一同去办。", measure: 10, want: "白班和夜班的交接由|甲／乙两班的班长一同|去办。", at: "由9.00|甲0.00 ／1.00 乙2.00"},
	{name: "A5 basic", text: "一二三四五六七八九／十一二三四五", measure: 10, want: "一二三四五六七八九／|十一二三四五", set: func(in *Input) { in.Rules.Kinsoku = KinsokuBasic }},

	{name: "A6 an interpunct never begins a line", text: "一二三四五六七八九十·阿卜杜拉·买买提说", measure: 10, want: "一二三四五六七八九|十·阿卜杜拉·买买提说", at: "九9.00|十0.00"},
	{name: "A6 a connector", text: "一二三四五六七八九十～二十页说得很明白", measure: 10, want: "一二三四五六七八九|十～二十页说得很明白", at: "九9.00|十0.00 ～1.00"},
	{name: "A6 a name", text: "帮忙翻译的人是哈丽玛·阿不力孜和她的同事。", measure: 10, want: "帮忙翻译的人是哈丽|玛·阿不力孜和她的同|事。", set: orphaned},
	{name: "A6 twice", text: "一二三四五六七八九木·拉提·阿里一二三四五六", measure: 10, want: "一二三四五六七八九|木·拉提·阿里一二三|四五六"},

	{name: "A7 closers and openers in a row", text: "一二三四五六七八（“九。”）十一二三四", measure: 10, want: "一二三四五六七八|（“九。”）十一二三四", at: "八9.00|（-0.50 “0.00 九1.00 。2.00 ”2.50 ）3.00 十4.00"},
	{name: "A7 three closers", text: "他接着又问了一句（“真停？”）得到的回答是停。", measure: 13, want: "他接着又问了一句（“真停？”）|得到的回答是停。", at: "（8.00 “8.50 真9.50 ？11.50 ”12.00 ）12.50|得0.00"},
	{name: "A7 an opener at a line's end", text: "一二三四五六七八九《十一》二三四五六", measure: 10, want: "一二三四五六七八九|《十一》二三四五六", at: "九9.00|《-0.50 十0.50"},
	{name: "A7 closers of two kinds", text: "依照国家的有关规定（见《办法》）办理手续。", measure: 15, want: "依照国家的有关规定（见《办法》）|办理手续。"},

	{name: "A8 a number stays with its sign", text: "一二三四五六七八九85%一二三四五六七八九", measure: 10, want: "一二三四五六七八九|85%一二三四五六七|八九"},
	{name: "A8 a prefix", text: "一二三四五六七八九￥500元整，如数上缴", measure: 10, want: "一二三四五六七八九|￥500元整，如数上缴"},
	{name: "A8 degrees", text: "一二三四五六七八九100℃以上的高温设备", measure: 10, want: "一二三四五六七八九|100℃以上的高温设备"},

	{name: "A9 a number and its counter", text: "一二三四五六七八九1月24日起全面检查", measure: 10, want: "一二三四五六七八九|1月24日起全面检查", at: "二1.12"},
	{name: "A9 days", text: "一二三四五六七八九30日内完成整改工作", measure: 10, want: "一二三四五六七八九|30日内完成整改工作"},
	{name: "A9 metres", text: "一二三四五六七八九3 米以上的高处作业", measure: 10, want: "一二三四五六七八九|3 米以上的高处作业"},
	{name: "A9 allowed", text: "一二三四五六七八九1月24日起全面检查", measure: 10, want: "一二三四五六七八九1|月24日起全面检查", set: func(in *Input) { in.Rules.Counters = true }},

	{name: "A10 a unit stays with its number", text: "一二三四五六七八九2 m以上的高处作业", measure: 10, want: "一二三四五六七八九|2 m以上的高处作业"},
	{name: "A10 decibels", text: "一二三四五六七八85 dB(A)以上的噪声", measure: 10, want: "一二三四五六七八|85 dB(A)以上的噪声"},
	{name: "A10 hours", text: "一二三四五六七八九24 h有人值守一刻不离", measure: 10, want: "一二三四五六七八九|24 h有人值守一刻不离"},

	{name: "A12 an address", text: "网址example.org/safety/production/month请查看", measure: 10, want: "网址example.org/|safety/production/month|请查看"},
	{name: "A12 a long host", text: "登录https://www.example-safety.org/a/b?c=d&e=f查询", measure: 10, want: "登录https://www|.example-safety.org/a/b?|c=d&e=f查询"},
	{name: "A12 a query", text: "表样在example.org/forms?year=2026&month=6&kind=one一栏", measure: 10, want: "表样在example.org/|forms?year=2026&|month=6&kind=one|一栏"},
}
