package segment

import "strings"

// Numerals. The first may begin a number, the second may only stand in one.
const (
	numerals   = "〇零一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟廿卅半"
	magnitudes = "十百千万亿"
)

// counters follow a number and stay with it.
var counters = set(`年 月 日 号 期 次 个 项 名 人 条 件 起 例 家 户 座 处 栋 楼 层 级 类 种 批 届 周 天 时 分 秒
	度 倍 成 元 万元 亿元 亿 万 吨 米 千米 公里 厘米 毫米 平方米 立方米 平方公里 千克 公斤 克 升 毫升 亩 公顷 里
	小时 分钟 季度 周年 世纪 年代 月份 年度 岁 步 招 大 字 章 节 款 卷 集 版 页 组 队 班 轮 场 份 张 支 台 辆 架 艘 枚
	颗 套 本 册 篇 课 讲 位 杯 道 番 遍 趟 只 匹 员 星 所 间 口 线 方 部 件套 度电 个月 多个 多名 多家 人次 户次 家次 台次 项次 条款
	号令 号文 期间 点 把 关 面 声 包 环 角 人员 米高 层楼 类人 代 对 回 局 笔 声 刻 股 门 顿 团 片 幅 句 根 头 棵 株 粒`)

// afterCounter stand between a number and its counter.
const afterCounter = "多余来几"

const longestNumber = 24 // characters; what is longer is no number but a code

// numberEnds calls yield with the end of each number that begins at i: 第十二期,
// 百分之三十, 3月5日, 30多名. full says whether it is more than a numeral that might
// be a word of its own or part of one.
func (t *text) numberEnds(i int, yield func(end int, full bool)) {
	at := i
	ordinal := false
	switch {
	case t.has(at, "第"):
		at, ordinal = t.skipSpace(at+1), true
	case t.has(at, "百分之"), t.has(at, "千分之"), t.has(at, "万分之"):
		at = t.skipSpace(at + 3)
		ordinal = true
	}
	end, digits := t.numeral(at)
	if end == at {
		return
	}
	if digits || ordinal || end-at > 1 {
		yield(end, digits || ordinal)
	}
	t.counterEnds(end, digits, yield)
	// 3月5日, 三月五日, 5时30分: a date or a time of day is one.
	if !ordinal {
		if next := t.unit(at, "月"); next > 0 {
			if end := t.unit(next, "日", "号"); end > 0 {
				yield(end, true)
			}
		}
		if next := t.unit(at, "时", "点"); next > 0 {
			if end := t.unit(next, "分"); end > 0 {
				yield(end, true)
			}
		}
	}
}

func (t *text) counterEnds(end int, digits bool, yield func(int, bool)) {
	at := end
	if at < len(t.cells) && strings.ContainsRune(afterCounter, t.cells[at].r) {
		yield(at+1, true)
		at++
	}
	if digits {
		at = t.skipSpace(at)
	}
	for n := 1; n <= 4 && at+n <= len(t.cells); n++ {
		if counters[string(t.runes[at:at+n])] {
			yield(at+n, true)
		}
	}
}

// unit returns the end of a numeral at i with one of the units after it, or 0.
func (t *text) unit(i int, units ...string) int {
	i = t.skipSpace(i)
	end, _ := t.numeral(i)
	if end == i || end-i > 4 {
		return 0
	}
	end = t.skipSpace(end)
	for _, u := range units {
		if t.has(end, u) {
			return end + 1
		}
	}
	return 0
}

// numeral returns the end of the numeral at i: digits with a Han magnitude, or Han
// numerals.
func (t *text) numeral(i int) (end int, digits bool) {
	end = i
	if i < len(t.cells) && t.cells[i].kind == alnum {
		if !t.cells[i].digit || i > 0 && t.cells[i-1].kind == alnum && t.cells[i-1].to == t.cells[i].to {
			return i, false
		}
		for end < t.cells[i].to {
			if !t.cells[end].digit && t.cells[end].kind == alnum && !strings.ContainsRune(".,:%‰—–-~/", t.cells[end].r) {
				return i, false // 5G, 2a
			}
			end++
		}
		if end-i > longestNumber {
			return i, false
		}
		for end < len(t.cells) && end-i < longestNumber && strings.ContainsRune(magnitudes[len("十"):], t.cells[end].r) {
			end++
		}
		return end, true
	}
	han := func(i int) bool { return i < len(t.cells) && t.cells[i].kind == han && isNumeral(t.cells[i].r) }
	for end-i < longestNumber && (han(end) || end > i && t.has(end, "点") && han(end+1)) {
		end++
	}
	return end, false
}

func isNumeral(r rune) bool { return strings.ContainsRune(numerals, r) }
