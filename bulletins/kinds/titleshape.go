package kinds

import (
	"strings"

	"safety365/bulletins/layout"
	"safety365/bulletins/paragraph/segment"
	"safety365/themes"
)

// maxTitleLines is how many lines a title is parted into by its shape.
const maxTitleLines = 5

// shape ends the lines of a title between words so that they make a trapezium or a
// lozenge (GB/T 9704-2012, 7.3.1). Spaces of the author's say themselves where to.
func (m *maker) shape(inlines []layout.Inline, style *themes.Style) []layout.Inline {
	var whole strings.Builder
	for i := range inlines {
		whole.WriteString(inlines[i].Text)
	}
	text := whole.String()
	room := int((m.styles.theme.Area(1).W - style.Left - style.Right) * 2 / (style.Size + style.Tracking))
	if _, length := spaceBetweenHan(text); length > 0 || int(halfEms(text)) <= room || !strings.HasPrefix(m.scene.lang, "zh") {
		return m.halves(inlines, style)
	}
	ends := titleEnds(text, room)
	if ends == nil {
		return m.halves(inlines, style)
	}
	var out []layout.Inline
	at := 0
	for _, l := range inlines {
		for end := at + len(l.Text); len(ends) > 0 && ends[0] < end; ends = ends[1:] {
			head, n := l, ends[0]-at
			head.Text = l.Text[:n]
			if head.Text != "" {
				out = append(out, head)
			}
			out = append(out, layout.Inline{Break: true, Source: -1})
			l.Text, l.Source, at = l.Text[n:], moved(l.Source, n), ends[0]
		}
		at += len(l.Text)
		out = append(out, l)
	}
	return out
}

// titleEnds returns where the lines of a title end, but the last; nil if words do not
// part it into lines that have room, in half ems.
func titleEnds(text string, room int) []int {
	breaks := segment.Breaks(text)
	least := (int(halfEms(text)) + room - 1) / room
	var best []int
	bestCost := 1 << 30
	for lines := max(2, least); lines <= min(least+1, maxTitleLines); lines++ {
		s := shaper{text: text, room: room, breaks: breaks, bestCost: bestCost}
		s.cut(0, 0, lines, (lines-least)*extraLine, nil, nil)
		if s.best != nil && s.bestCost < bestCost {
			best, bestCost = s.best, s.bestCost
		}
	}
	return best
}

// What a title costs, by its breaks and by its shape.
const (
	extraLine  = 60
	valleyCost = 100_000 // a line shorter than those above and below it
	levelCost  = 40      // two lines of the same length: a rectangle
	skewCost   = 3       // of a lozenge, for each half em of difference between first and last
	stepCost   = 2       // of each half em by which two lines differ more than they should
)

var breakCost = map[segment.Strength]int{segment.Phrase: 0, segment.Word: 12, segment.Part: 60, segment.Bound: 400}

// shaper tries the ways to part a title.
type shaper struct {
	text     string
	room     int
	breaks   []segment.Break
	best     []int
	bestCost int
}

// cut parts the text from an offset on into so many lines.
func (s *shaper) cut(from, next, lines, cost int, ends, widths []int) {
	if cost >= s.bestCost {
		return
	}
	if lines == 1 {
		w := int(halfEms(s.text[from:]))
		if w > s.room {
			return
		}
		if cost += shapeCost(append(widths, w)); cost < s.bestCost {
			s.best, s.bestCost = append([]int(nil), ends...), cost
		}
		return
	}
	for i := next; i < len(s.breaks); i++ {
		b := s.breaks[i]
		if b.At <= from {
			continue
		}
		w := int(halfEms(s.text[from:b.At]))
		if w > s.room {
			return
		}
		s.cut(b.At, i+1, lines-1, cost+breakCost[b.Strength]+6*int(b.Tie), append(ends, b.At), append(widths, w))
	}
}

// shapeCost says how far lines of some widths, in half ems, are from a trapezium or a
// lozenge.
func shapeCost(w []int) int {
	cost, n := 0, len(w)
	for i := 1; i+1 < n; i++ {
		if w[i] < w[i-1] && w[i] < w[i+1] {
			cost += valleyCost
		}
	}
	for i := 1; i < n; i++ {
		d := max(w[i]-w[i-1], w[i-1]-w[i])
		if d < 4 {
			cost += levelCost - 10*d
		}
		cost += stepCost * max(0, d-12)
	}
	rises, falls := w[1] > w[0], w[n-1] < w[n-2]
	if n > 2 && rises && falls {
		cost += skewCost * max(w[0]-w[n-1], w[n-1]-w[0])
	}
	if !rises && w[0] != w[1] || n > 2 && rises && falls {
		return cost
	}
	return cost + 6 // a trapezium that stands on its long side is the rarer
}
