package segment

import "strings"

func set(list string) map[string]bool {
	m := map[string]bool{}
	for word := range strings.FieldsSeq(list) {
		m[word] = true
	}
	return m
}

// duty says to which side a function word is bound: no line begins with one that is
// bound to what precedes, none ends with one that is bound to what follows.
type duty uint8

const (
	bindsLeft duty = 1 << iota
	bindsRight
	begins // bound to what follows, and a good place to begin a line
)

// duties are the function words (虚词), in Simplified characters.
var duties = func() map[string]duty {
	m := map[string]duty{}
	for d, list := range map[duty]string{
		// Particles, localizers.
		bindsLeft: `的 地 得 了 着 著 过 们 等 等等 之 吗 呢 吧 啊 呀 上 下 里 中 内 外 间 旁 时 后 前 以来 以后 以前 以上 以下
			以内 以外 来说 之前 之后 之中 之间 之内 之外 之下 之上 之一 之际 之时 之路 之声 之力 期间 为止 左右 前后 上下 起来 下去
			下来 上来 出来 似的 般 式 型 化 者 性 率`,
		// Adverbs, modal verbs, determiners.
		bindsRight: `不 未 没 没有 无 莫 勿 别 非 要 应 须 需 可 能 会 敢 必 将 已 曾 正 再 又 也 都 就 才 仍 还 更 最 很 较 太 极
			皆 均 只 仅 共 同 先 勤 多 少 每 各 某 本 该 此 这 那 其 全 哪 何 几 大 小 新 老 总 副 原 现 前任 严 深 实
			所 被 使 令 让 是 有 给 请 必须 应当 不能 不要 不得 不准 不可 可以 能够 应该 不会 不再 切勿 请勿 即 则 便 市 省 县 区 镇 乡 村
			一 二 三 四 五 六 七 八 九 十 两 第 百 千 万 亿 半 双 单 零`,
		// Prepositions, conjunctions: a line may begin with them.
		begins: `以 为 对 对于 关于 在 于 由 从 自 自从 向 往 到 至 把 将 按 按照 依照 依据 根据 遵照 据 赴 经 因 因为 由于 为了 为着
			随着 沿着 通过 作为 就 与 和 及 以及 及其 暨 同 跟 或 或者 并 并且 而 而且 且 但 但是 比 给 用 凭 靠 围绕 针对
			有关 自觉 除了 不仅 不但 不论 无论 只有 只要 如果 若 当 让 使`,
	} {
		for word := range strings.FieldsSeq(list) {
			m[word] |= d
		}
	}
	// Bound on both sides: 发展之路, 责任大于天.
	m["之"] = bindsLeft | bindsRight
	m["于"] = bindsRight | bindsLeft
	return m
}()

// suffixes are characters that end a word: 整改率, 潞城街道办.
var suffixes = set(`率 性 化 者 员 家 师 案 书 表 卡 图 片 月 周 日 节 年 季 版 型 式 类 级 层 点 线 面 网 链 云 库 站 台 所 室 间 场
	园 院 校 馆 局 厅 部 处 科 股 组 队 班 团 委 办 厂 矿 店 街 路 桥 港 机 器 具 车 船 炉 罐 阀 灾 病 费 金 罪 感 观 力 量 度 值
	课 题 令 函 稿 篇 战 仗 关 岗 庄 湾 山 河 湖 江 岛 州 圈 带 群 户 城 楼 厦 号 奖 杯 赛 曲 歌 诗 剧 会 长 工 手 法 学 史 论 电 气 火 物
	品 件 剂 液 粉 体 业 权 责 制 策 则 规 税 墙 门 窗 灯 锁 牌 图 屏 端 群 源 流 区 族`)

// verbs of one character that the word list takes for something else.
var verbs = set(`当 做 搞 抓 讲 查 保 促 防 除 守 护 学 用 管 建 强 治 明 知 懂 重 看 听 说 写 聚 遏 抢 控 练 战 创 争 筑 拧 织 扛 压 严 办 会 记 想`)

// notInNames are characters that no given name holds.
const notInNames = "的了着过们等和与及在对于是不也要将向把被从并就都说称"

// regions are suffixes; after another word they begin the next: 江苏|省厅.
var regions = set(`市 省 县 区 镇 乡 村`)

// kindsOfDocuments close an official title; they want to stay with what precedes.
var kindsOfDocuments = set(`通知 通报 通告 公告 公报 决定 决议 命令 意见 报告 请示 批复 议案 函 纪要 方案 办法 规定 细则 规划 计划
	总结 要点 倡议书 公开信 承诺书 建议 提示 公示 启事 声明 讲话 简报 工作 活动 事故 情况 问题`)

// titles stand beside persons' names.
var titles = strings.Fields(`总书记 副书记 书记 主席 总理 部长 副部长 省长 副省长 市长 副市长 县长 副县长 区长 副区长 镇长 乡长 局长 副局长 厅长
	副厅长 处长 副处长 科长 主任 副主任 支队长 大队长 中队长 队长 站长 所长 院长 校长 厂长 经理 副总经理 总经理 董事长 组长 副组长
	会长 秘书长 工程师 教授 专家 同志 先生 女士 记者 通讯员 委员 常委 班长 车间主任 矿长 部委员 总监 署长 司长 里长`)

// speaking are verbs and words after a person's name in a title.
var speaking = strings.Fields(`强调 指出 要求 表示 调研 检查 督导 督查 主持 出席 会见 走访 慰问 讲话 带队 深入 赴 一行 看望 作出 批示 听取 率队 视察 参加 同志 发表 谈`)

// surnames are the usual surnames that are not also particles.
var surnames = set(`王 李 张 刘 陈 杨 黄 赵 周 吴 徐 孙 马 胡 朱 郭 何 罗 高 林 郑 梁 谢 唐 许 冯 宋 韩 邓 彭 曹 曾 田 萧 肖 潘 袁 蔡
	蒋 余 于 杜 叶 程 魏 苏 吕 丁 任 卢 姚 沈 钟 姜 崔 谭 陆 范 汪 廖 石 金 韦 贾 夏 付 傅 方 邹 熊 白 孟 秦 邱 侯 江 尹 薛 闫 阎 段
	雷 龙 黎 史 陶 贺 毛 郝 顾 龚 邵 万 覃 武 钱 戴 严 莫 孔 向 常 汤 温 康 施 文 牛 樊 葛 邢 安 齐 易 乔 伍 庞 颜 倪 庄 聂 章 鲁
	岳 翟 殷 詹 申 欧 耿 关 兰 焦 俞 左 柳 甘 祝 包 宁 尚 符 舒 阮 柯 纪 梅 童 凌 毕 单 季 裴 霍 涂 成 苗 谷 曲 盛 冉 翁 蓝 路 游
	辛 靳 管 柴 蒙 鲍 华 喻 祁 房 蒲 滕 萨 屈 饶 解 牟 艾 尤 时 穆 农 司 卓 古 吉 缪 简 车 项 连 褚 娄 窦 戚 岑 党 宫 费 卜 冷
	晏 席 卫 柏 宗 桂 全 应 臧 闵 苟 邬 边 姬 刁 沙 习 尧`)

// surnamesOnly are characters too common as words to be a surname with one more.
var surnamesOnly = set(`高 于 任 方 白 向 常 文 安 严 成 路 管 华 解 时 农 司 项 连 党 费 全 应 边 关 单 万 金 石 武 施 易 章 左 包 宁 尚 简 车 江 田 温 康 季 古`)

var doubleSurnames = set(`欧阳 司马 诸葛 上官 司徒 东方 皇甫 尉迟 公孙 令狐 慕容 夏侯 端木 百里 呼延`)
