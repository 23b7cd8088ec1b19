package drafting

import (
	"strings"

	"safety365/bulletins"
)

func (g *grower) heading(n *node, v *bulletins.Heading, rows []row) {
	first := rows[0]
	start := n.base + v.Start
	hashes := strings.TrimLeft(g.text[start:first.end], "#")
	setext := len(rows) > 1 || len(hashes) == first.end-start
	n.line = &line{spans: v.Spans, setting: headingSetting}
	if setext {
		n.line.setting = setextSetting
		g.words(n, v.Spans, rows[:max(1, len(rows)-1)], setextSetting)
		if at := g.attrs(n.line, n.line.at.Start, n.line.at.End); at > 0 {
			n.line.at.End = at
		}
		n.tail = g.headingAttrs(v)
		return
	}
	at := first.end - len(strings.TrimLeft(hashes, " \t"))
	if len(v.Spans) == 0 {
		at = first.end - len(hashes)
		if strings.HasPrefix(hashes, " ") {
			at++
		} else {
			n.line.lead = " "
		}
		n.line.at = bulletins.Range{Start: at, End: at}
		if strings.Trim(g.text[at:first.end], " \t") == "" {
			n.line.at.End = first.end
		}
	} else {
		end := first.end
		if stop := g.attrs(n.line, at, end); stop > 0 {
			end = stop
		}
		n.line.at = bulletins.Range{Start: at, End: max(at, end)}
	}
	n.tail = g.headingAttrs(v)
	n.line.setting.after = g.text[n.line.at.End:first.end] + "\n"
}

// attrs returns where the text of a heading ends if marks or attributes follow it.
func (g *grower) attrs(l *line, from, to int) int {
	if len(l.spans) == 0 {
		return 0
	}
	end := 0
	last := l.spans[len(l.spans)-1]
	for i := topBefore(g.doc, from); i < len(g.doc.Starts) && g.doc.Starts[i] <= from; i++ {
		end = g.doc.Starts[i] + last.End
	}
	if end < from || end > to || strings.Trim(g.text[end:to], " \t") == "" {
		return 0
	}
	if strings.HasPrefix(strings.TrimLeft(g.text[end:to], " \t"), "<!--") {
		return 0
	}
	return end
}

func (g *grower) headingAttrs(v *bulletins.Heading) string {
	var parts []string
	if v.ID != "" {
		parts = append(parts, "#"+attrValue(v.ID))
	}
	for _, c := range v.Classes {
		parts = append(parts, "."+attrValue(c))
	}
	if parts == nil {
		return ""
	}
	return " {" + strings.Join(parts, " ") + "}"
}
