package word

import (
	"strconv"
	"strings"
)

// numbering makes the numbers that Word counts into text.
type numbering struct {
	levels map[string][9]*level // by the id of the list
	shared map[string]string    // lists that count together
	counts map[string]*[9]int
}

// level is how the entries of one depth of a list are marked.
type level struct {
	format, text string
	start        int
}

func readNumbering(root *element) *numbering {
	n := &numbering{map[string][9]*level{}, map[string]string{}, map[string]*[9]int{}}
	if root == nil {
		return n
	}
	kinds := map[string][9]*level{}
	for _, k := range root.kids {
		if k.name == "abstractNum" {
			kinds[k.at("abstractNumId")] = readLevels(k, [9]*level{})
		}
	}
	for _, k := range root.kids {
		if k.name != "num" {
			continue
		}
		id, kind := k.at("numId"), k.val("abstractNumId")
		levels := kinds[kind]
		n.shared[id] = kind
		k.find("lvlOverride", func(o *element) {
			i, ok := depth(o.at("ilvl"))
			if !ok || levels[i] == nil {
				return
			}
			own := *levels[i]
			if s := o.val("startOverride"); s != "" {
				own.start, _ = strconv.Atoi(s)
				n.shared[id] = "own " + id
			}
			levels[i] = &own
			levels = readLevels(o, levels)
		})
		n.levels[id] = levels
	}
	return n
}

func readLevels(e *element, out [9]*level) [9]*level {
	e.find("lvl", func(l *element) {
		i, ok := depth(l.at("ilvl"))
		if !ok {
			return
		}
		start, err := strconv.Atoi(l.val("start"))
		if err != nil {
			start = 1
		}
		out[i] = &level{l.val("numFmt"), l.val("lvlText"), start}
	})
	return out
}

func depth(s string) (int, bool) {
	i, err := strconv.Atoi(s)
	return i, err == nil && 0 <= i && i < 9
}

// next counts an entry of a list and returns its mark; bullet says that it is no number.
func (n *numbering) next(id string, deep int) (mark string, bullet bool) {
	levels, ok := n.levels[id]
	if !ok || deep < 0 || deep > 8 || levels[deep] == nil {
		return "", false
	}
	if levels[deep].format == "bullet" {
		return "-", true
	}
	counts := n.counts[n.shared[id]]
	if counts == nil {
		counts = new([9]int)
		n.counts[n.shared[id]] = counts
	}
	if counts[deep] == 0 && levels[deep].start > 0 {
		counts[deep] = levels[deep].start - 1
	}
	counts[deep]++
	for i := deep + 1; i < 9; i++ {
		counts[i] = 0
	}
	mark = levels[deep].text
	for i := range 9 {
		if levels[i] != nil {
			mark = strings.ReplaceAll(mark, "%"+strconv.Itoa(i+1), numeral(max(counts[i], 1), levels[i].format))
		}
	}
	return mark, false
}

// numeral writes a number as a list's format has it.
func numeral(n int, format string) string {
	switch format {
	case "none":
		return ""
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "lowerLetter", "upperLetter":
		s := strings.Repeat(string(rune('a'+(n-1)%26)), 1+(n-1)/26%8)
		if format == "upperLetter" {
			return strings.ToUpper(s)
		}
		return s
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperRoman":
		return roman(n)
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		if n <= 20 {
			return string(rune('①' + n - 1))
		}
	case "decimalFullWidth":
		return strings.Map(func(r rune) rune { return r - '0' + '０' }, strconv.Itoa(n))
	case "chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand", "chineseLegalSimplified":
		return chinese(n)
	case "ideographTraditional":
		return string([]rune("甲乙丙丁戊己庚辛壬癸")[(n-1)%10])
	}
	return strconv.Itoa(n)
}

func roman(n int) string {
	var b strings.Builder
	for _, d := range []struct {
		n int
		s string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= d.n && b.Len() < 20; n -= d.n {
			b.WriteString(d.s)
		}
	}
	return b.String()
}

// chinese writes a number up to 999 in Chinese.
func chinese(n int) string {
	digits := []rune("零一二三四五六七八九")
	switch {
	case n > 999 || n < 0:
		return strconv.Itoa(n)
	case n < 10:
		return string(digits[n])
	case n < 20:
		return strings.TrimSuffix("十"+string(digits[n%10]), "零")
	case n < 100:
		return strings.TrimSuffix(string(digits[n/10])+"十"+string(digits[n%10]), "零")
	}
	rest := ""
	switch n %= 1000; {
	case n%100 == 0:
	case n%100 < 10:
		rest = "零" + chinese(n%100)
	case n%100 < 20:
		rest = "一" + chinese(n%100)
	default:
		rest = chinese(n % 100)
	}
	return string(digits[n/100]) + "百" + rest
}
