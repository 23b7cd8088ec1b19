package word

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// numbering makes the numbers that Word counts into text.
type numbering struct {
	levels map[string][9]*level // by the id of the list
	shared map[string]string    // lists that count together
	counts map[string]*[9]int
}

// level is how the entries of one depth of a list are marked.
type level struct {
	format, text, suffix string
	style                string // of paragraphs that are entries by their style
	start                int
	restart              int  // the depth whose entries begin its count anew; 0: none does
	legal                bool // all numbers in it are Arabic
}

func readNumbering(root *element, styles map[string]*styleIn) *numbering {
	n := &numbering{map[string][9]*level{}, map[string]string{}, map[string]*[9]int{}}
	if root == nil {
		return n
	}
	kinds, links, kindOf := map[string][9]*level{}, map[string]string{}, map[string]string{}
	for _, k := range root.kids {
		switch k.name {
		case "abstractNum":
			kinds[k.at("abstractNumId")] = readLevels(k, [9]*level{})
			if link := k.val("numStyleLink"); link != "" {
				links[k.at("abstractNumId")] = link
			}
		case "num":
			kindOf[k.at("numId")] = k.val("abstractNumId")
		}
	}
	for _, k := range root.kids {
		if k.name != "num" {
			continue
		}
		id, kind := k.at("numId"), k.val("abstractNumId")
		if style := styles[links[kind]]; style != nil && kindOf[style.list] != "" {
			kind = kindOf[style.list]
		}
		levels := kinds[kind]
		n.shared[id] = kind
		k.find("lvlOverride", func(o *element) {
			i, ok := depth(o.at("ilvl"))
			if !ok {
				return
			}
			levels = readLevels(o, levels)
			if s := o.val("startOverride"); s != "" && levels[i] != nil {
				own := *levels[i]
				own.start, _ = strconv.Atoi(s)
				levels[i] = &own
				n.shared[id] = "own " + id
			}
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
		v := &level{format: numberFormat(l), text: l.val("lvlText"), suffix: l.val("suff"), style: l.val("pStyle"), start: 1, restart: i, legal: l.on("isLgl")}
		if n, err := strconv.Atoi(l.val("start")); err == nil {
			v.start = n
		}
		if n, err := strconv.Atoi(l.val("lvlRestart")); err == nil && 0 <= n && n <= i {
			v.restart = n
		}
		out[i] = v
	})
	return out
}

// numberFormat is the format of a level; new ones stand beside an old one.
func numberFormat(l *element) string {
	if f := l.val("numFmt"); f != "" {
		return f
	}
	return alternative(l.childOr("AlternateContent")).val("numFmt")
}

func depth(s string) (int, bool) {
	i, err := strconv.Atoi(s)
	return i, err == nil && 0 <= i && i < 9
}

// levelOf is the depth of the entries of a list that have a style; 0 if none has.
func (n *numbering) levelOf(id, style string) int {
	for i, l := range n.levels[id] {
		if l != nil && l.style != "" && l.style == style {
			return i
		}
	}
	return 0
}

// next counts an entry of a list and returns its mark, and what parts it from the text;
// bullet says that it is no number.
func (n *numbering) next(id string, deep int) (mark, parting string, bullet bool) {
	levels, ok := n.levels[id]
	if !ok || deep < 0 || deep > 8 || levels[deep] == nil {
		return "", "", false
	}
	if levels[deep].format == "bullet" {
		return "-", " ", true
	}
	counts := n.counts[n.shared[id]]
	if counts == nil {
		counts = new([9]int)
		n.counts[n.shared[id]] = counts
	}
	for i := range deep { // an entry without those that it is under
		if counts[i] == 0 && levels[i] != nil {
			counts[i] = max(levels[i].start, 1)
		}
	}
	if counts[deep] == 0 && levels[deep].start > 0 {
		counts[deep] = levels[deep].start - 1
	}
	counts[deep]++
	for i := deep + 1; i < 9; i++ {
		if levels[i] == nil || levels[i].restart > deep {
			counts[i] = 0
		}
	}
	mark = levels[deep].text
	for i, l := range levels {
		if l == nil {
			continue
		}
		format := l.format
		if levels[deep].legal && i < deep {
			format = "decimal"
		}
		mark = strings.ReplaceAll(mark, "%"+strconv.Itoa(i+1), numeral(max(counts[i], 1), format))
	}
	mark = strings.TrimSpace(mark)
	return mark, partingOf(mark, levels[deep].suffix), false
}

// peek is next for an entry that is not in the text yet: it is not counted.
func (n *numbering) peek(id string, deep int) (mark, parting string, bullet bool) {
	before := [9]int{}
	counts := n.counts[n.shared[id]]
	if counts != nil {
		before = *counts
	}
	mark, parting, bullet = n.next(id, deep)
	if counts != nil {
		*counts = before
	} else {
		delete(n.counts, n.shared[id])
	}
	return mark, parting, bullet
}

// partingOf is what stands between a number and its text: nothing behind a mark that has
// room of its own.
func partingOf(mark, suffix string) string {
	last, _ := utf8.DecodeLastRuneInString(mark)
	switch {
	case mark == "":
		return ""
	case last < utf8.RuneSelf, unicode.IsDigit(last):
		return " "
	case unicode.IsLetter(last) && suffix != "nothing":
		return " "
	}
	return ""
}
