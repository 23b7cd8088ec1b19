package intake

import (
	"flag"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

// paste makes a megabyte of text as it is pasted: damaged as by a site, with furniture.
func paste(b testing.TB) []byte {
	b.Helper()
	all := paragraphs(b)
	random := rand.New(rand.NewPCG(1, 1))
	g := garbler{keysFor(strings.Join(all, ""), random)[:300], true, true}
	for i, p := range all {
		all[i] = g.garble(b, p)
	}
	var text strings.Builder
	text.WriteString("當前位置: 首頁 > 專欄 > 正文\n港區隱患銷號過九成\n2026-03-06 09:05 來源:港務報 瀏覽次數:3\n")
	for text.Len() < 1<<20 {
		text.WriteString(all[random.IntN(len(all))] + "\n")
	}
	text.WriteString("責編:周一帆\n一審:陸明\n")
	return []byte(text.String())
}

// megabytes are ten kinds of text, each a megabyte.
func megabytes(b testing.TB) map[string][]byte {
	all := paragraphs(b)
	fill := func(make func(i int) string) []byte {
		var text strings.Builder
		for i := 0; text.Len() < 1<<20; i++ {
			text.WriteString(make(i))
		}
		return []byte(text.String())
	}
	paragraph := func(i int) string { return all[i%len(all)] }
	simplified := func(i int) string { return simplify(paragraph(i)) }
	return map[string][]byte{
		"damaged":     paste(b),
		"traditional": fill(func(i int) string { return paragraph(i) + "\n\n" }),
		"simplified":  fill(func(i int) string { return simplified(i) + "\n\n" }),
		"narrow":      fill(func(i int) string { return narrow.Replace(simplified(i)) + "\n" }),
		"line":        fill(func(i int) string { return simplified(i) }),
		"english": fill(func(i int) string {
			return "Permit to work " + itoa(i) + ": isolate, lock out and test.Then begin; sign off at 16:30. " + strings.Repeat("\n", i%7/6)
		}),
		"list":  fill(func(i int) string { return itoa(i%99+1) + ". " + head(simplified(i), 20) + ";\n" }),
		"table": fill(func(i int) string { return "| " + itoa(i) + " | " + head(simplified(i), 12) + " | 3月5日 | ^ |\n" }),
		"csv":   fill(func(i int) string { return itoa(i) + "," + head(simplified(i), 12) + ",2026-03-05,\"方,唐\"\n" }),
		"page": fill(func(i int) string {
			return "<html><p>" + simplified(i) + "</p><ul><li><a href=/" + itoa(i) + ">首页</a></li></ul>\n"
		}),
	}
}

var narrow = strings.NewReplacer("，", ",", "；", ";", "：", ":", "？", "?", "！", "!", "（", "(", "）", ")", "“", "\"", "”", "\"")

// BenchmarkClean cleans a megabyte of each kind; it must take less than a second.
func BenchmarkClean(b *testing.B) {
	for name, raw := range megabytes(b) {
		b.Run(name, func(b *testing.B) {
			start := cpuTime()
			for b.Loop() {
				if _, err := Clean(raw, Options{}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric((cpuTime()-start).Seconds()/float64(b.N), "cpu-s/op")
		})
	}
}

// BenchmarkShort cleans a page of text.
func BenchmarkShort(b *testing.B) {
	raw := paste(b)[:6000]
	for b.Loop() {
		if _, err := Clean(raw, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// hostileUnits are texts that are hostile when they are repeated: what opens and never
// closes, what rules look for, and damage.
var hostileUnits = []string{
	"(", "((((((中", "[", "[]", "[a](", "[中](", "![", "[^", "]{", ":a[", ":a[b]{", "`", "`中", "``a`", "<", "<a", "<!--", "⟦", "*", "**中", "_", "#", "|", "\"", "\"中\"“", "“中",
	"http://a", "www.", "a@", "a.b@", "C:\\", ":", "-", "中--…", "...", " ", "\u3000", "\u200b", "\u0301", "e\u0301", "\x01", "\ufffd", "🏽",
	"来源:", "审核:张", "Date: 6 May 2024", "2026-03-06 09:05 甲", "要闻", "相关新闻", "汐ICP备1号", "首页 > 甲 > 乙", "作者:张 ", "浏览次数:3 ", "当前位置:首页>", "Home > ", "2026-03-06 ", "1月1日", "记者 ", "未经授权不得", "ICP备", "一是", "王书记李四，", "会议要求，", "自媒", "ab.Cd", "word ", "comment ", "Aa bb cc. ",
	"機(jī)", "機(jī", "机(ji)", "(jī)", "?", "中?,", "中?A?b?", "中?jī)國", "中?jī)國家安全生產中", "中(jī)(jī)(jī)", "中?;\ue1fb?", "中?。?、", "?jī)?jī)中?A?b", "响?mǐn)\ue031\ue017\ue318蟻?,??h委?",
}

var hostile = flag.Int("hostile", 1<<16, "how many bytes TestHostile makes")

// TestHostile: a line that is all brackets, marks, furniture or damage takes four times as
// long when it is four times as long, not sixteen times; so do many lines.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("nothing here runs beside anything else, and the race detector takes ten times as long")
	}
	size := *hostile
	for _, unit := range hostileUnits {
		small, large := hostileTexts(unit, size/4), hostileTexts(unit, size)
		for i := range large {
			a, b := cleaningTime(small[i]), cleaningTime(large[i])
			if b > 300*time.Millisecond && b > 10*a {
				t.Errorf("%q takes %v, and a fourth of it %v: %.40q", unit, b, a, large[i])
			}
		}
	}
}

// hostileTexts are forms of a text of so many bytes that repeats a unit.
func hostileTexts(unit string, size int) []string {
	const damaged = "機(jī)機(jī)機(jī)機(jī)機(jī)機(jī)\n中"
	random := rand.New(rand.NewPCG(1, 2))
	words := []rune("安全生产管理责任隐患整改设备检查工作企业人员培训事故预防措施落实监督")
	line := strings.Repeat(unit, size/len(unit))
	var varied strings.Builder // so that nothing is remembered
	for varied.Len() < size/4 {
		varied.WriteString(unit + string(words[random.IntN(len(words))]) + string(words[random.IntN(len(words))]))
	}
	lines := strings.Repeat(unit+"\n", size/4/len(unit))
	return []string{line, damaged + line, damaged + varied.String(), damaged + lines, lines + strings.Repeat("检查了三号码头，", 9) + "没有发现隐患。\n" + lines}
}

func cleaningTime(text string) time.Duration {
	start := cpuTime()
	CleanText(text, "", Options{})
	return cpuTime() - start
}
