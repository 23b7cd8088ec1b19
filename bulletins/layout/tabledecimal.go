package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"safety365/bulletins/page"
	"safety365/bulletins/paragraph"
	"safety365/themes"
)

// findDecimals finds the columns whose numbers shall stand with their decimal marks
// below one another: those that say so, and those at the right that hold nothing
// but numbers.
func (s *tableSetter) findDecimals() {
	for i := range s.columns {
		col := &s.columns[i]
		if col.Decimal || !col.Stated || col.Align != themes.Right {
			continue
		}
		numbers, others := 0, 0
		for _, g := range []grid{s.body, s.foot} {
			g.cells(func(c *gridCell) {
				if c.col != i || c.cols > 1 || c.text == nil || len(c.text.Inlines) == 0 {
					return
				}
				if c.need.number {
					numbers++
				} else {
					others++
				}
			})
		}
		col.Decimal = numbers > 0 && others == 0
	}
}

// alignDecimals moves the numbers of a column so that their decimal marks stand
// below one another. The block of numbers stands as the column is aligned.
func (s *tableSetter) alignDecimals() {
	for i := range s.columns {
		if !s.columns[i].Decimal {
			continue
		}
		var left, right page.Length
		numbers := func(do func(c *cellUnit, l *cellLine)) {
			s.all(func(c *gridCell) {
				if c.col == i && c.set.number {
					do(c.set, &c.set.lines[0])
				}
			})
		}
		numbers(func(c *cellUnit, l *cellLine) {
			left, right = max(left, c.left), max(right, l.line.Width-c.left)
		})
		w := s.edges[i+1] - s.edges[i] - 2*s.look.PadX
		numbers(func(c *cellUnit, l *cellLine) {
			room, at := w-left-right, left-c.left
			if room < 0 { // no room for that: just at the right
				room, at = w-l.line.Width, 0
			}
			switch {
			case s.columns[i].Stated && s.columns[i].Align == themes.Right:
				at += room
			case s.columns[i].Stated && s.columns[i].Align == themes.Left:
			default:
				at += room / 2
			}
			l.x += at - l.line.X
		})
	}
}

// numberIn finds the number that a line is, and returns how wide it is before and
// from its decimal mark. Raised marks of notes follow it and are no part of it.
func numberIn(l *paragraph.Line, lang string) (left, right page.Length, ok bool) {
	var text strings.Builder
	for i := range l.Runs {
		if l.Runs[i].Origin.Y != 0 {
			break
		}
		text.WriteString(l.Runs[i].Text)
	}
	if len(l.Boxes) > 0 {
		return 0, 0, false
	}
	at, ok := decimalAt(text.String(), lang)
	if !ok {
		return 0, 0, false
	}
	left = l.Width
	for i := range l.Runs {
		r := &l.Runs[i]
		if at < len(r.Text) || r.Origin.Y != 0 {
			left = r.Origin.X - l.X
			for k := range r.Glyphs {
				if int(r.Glyphs[k].Start) >= at {
					left = r.Origin.X + r.Glyphs[k].X - l.X
					break
				}
				left = r.Origin.X + r.Glyphs[k].X + r.Glyphs[k].Advance - l.X
			}
			break
		}
		at -= len(r.Text)
	}
	left = max(0, min(left, l.Width))
	return left, l.Width - left, true
}

// decimalAt finds where a number has its decimal mark, or where its whole part ends.
// A dash or nothing stands for a number. Before it there may be a bracket, a sign, a
// comparison and a currency; after it a unit of no digits and a bracket.
func decimalAt(text, lang string) (int, bool) {
	rest := strings.TrimLeft(text, " \u3000")
	rest = strings.TrimLeft(rest, "(（+-−–±≈~＜＞<>≤≥＋－")
	if strings.TrimLeft(rest, "—…· /　 ") == "" {
		return len(text), true // a placeholder ends where whole numbers do
	}
	rest = strings.TrimLeft(rest, "¥￥$€£ ")
	for _, currency := range []string{"Rp", "RMB", "US$", "HK$", "CNY", "USD", "IDR"} {
		rest = strings.TrimLeft(strings.TrimPrefix(rest, currency), " \u00A0.+-−")
	}
	start := len(text) - len(rest)
	group, mark := ",", "."
	if lang == "id" || strings.HasPrefix(lang, "id-") {
		group, mark = mark, group
	}
	n := digits(rest)
	if n == 0 {
		return 0, false
	}
	whole, groups := n, 0
	for {
		size := separator(rest[whole:], group)
		if size == 0 || digits(rest[whole+size:]) != 3 {
			break
		}
		whole += size + 3
		groups++
	}
	end := whole
	for _, m := range []string{mark, group} {
		if strings.HasPrefix(rest[whole:], m) {
			if k := digits(rest[whole+len(m):]); k > 0 && (m == mark || groups == 0) {
				end = whole + len(m) + k
				break
			}
		}
	}
	unit := strings.TrimSpace(rest[end:])
	if utf8.RuneCountInString(unit) > 12 || strings.ContainsFunc(unit, unicode.IsDigit) || strings.ContainsAny(unit, "，。；;") {
		return 0, false
	}
	return start + whole, true
}

// digits counts the decimal digits that a text begins with.
func digits(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}

// separator returns the length of what parts thousands there, or 0.
func separator(s, mark string) int {
	for _, sep := range []string{mark, "\u2009", "\u202F", "\u00A0", "'", "’", " "} {
		if strings.HasPrefix(s, sep) {
			return len(sep)
		}
	}
	return 0
}
