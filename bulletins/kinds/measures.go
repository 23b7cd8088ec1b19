package kinds

import (
	"regexp"
	"strconv"
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/layout"
)

// measures makes a list of measures, one run-in heading each: 一是压实责任。……  The number
// that its title announces (五项措施, four measures) must be theirs.
func (m *maker) measures(d *bulletins.Directive, at place) []layout.Block {
	var out []layout.Block
	title := strings.TrimSpace(d.Attrs.Get("title"))
	if title != "" {
		out = append(out, m.attribute(d, "title", title, m.styles.theme.Style("blocktitle")))
	}
	count := 0
	for _, b := range d.Blocks {
		l, ok := b.(*bulletins.List)
		if !ok {
			out = append(out, m.blocks([]bulletins.Block{b}, at.inside())...)
			continue
		}
		for _, item := range l.Items {
			count++
			out = append(out, m.measure(count, item, at)...)
		}
	}
	m.checkAnnounced(d, title, count)
	return out
}

// measure makes one of them: its number and its first sentence stand out.
func (m *maker) measure(n int, item *bulletins.ListItem, at place) []layout.Block {
	blocks := m.blocks(item.Blocks, at.inside())
	if len(blocks) == 0 {
		return nil
	}
	t, ok := blocks[0].(*layout.Text)
	if !ok {
		return blocks
	}
	style := m.styles.mark("measure", t.Style)
	head := []layout.Inline{{Text: number(m.phrase("measure-pattern"), n), Style: style, Source: -1}}
	rest := t.Inlines
	for len(rest) > 0 {
		in := rest[0]
		stop := firstStop(in.Text)
		if stop < 0 || in.Style != nil {
			stop = len(in.Text)
		}
		first := in
		first.Text = in.Text[:stop]
		if first.Style == nil {
			first.Style = style
		}
		head, rest = append(head, first), rest[1:]
		if stop < len(in.Text) {
			in.Text = in.Text[stop:]
			if in.Source >= 0 {
				in.Source += int32(stop)
			}
			head = append(head, in)
		}
		if firstStop(first.Text) >= 0 {
			break
		}
	}
	own := *t
	own.Inlines = append(head, rest...)
	blocks[0] = &own
	return blocks
}

// firstStop is where the first sentence of a text ends, or -1.
func firstStop(text string) int {
	if i := strings.IndexAny(text, "。；！？"); i >= 0 {
		return i + len("。")
	}
	if i := strings.Index(text, ". "); i >= 0 {
		return i + 1
	}
	return -1
}

// announced finds a number of things in a title.
var announced = regexp.MustCompile(`(?i)([0-9]+|[一二三四五六七八九十两兩]+)\s*(?:项|項|条|條|个|個|点|點|大|方面|measures|steps|points|langkah|tindakan)`)

// latinNumbers are the words for small numbers.
var latinNumbers = regexp.MustCompile(`(?i)\b(?:(two|dua)|(three|tiga)|(four|empat)|(five|lima)|(six|enam)|(seven|tujuh)|(eight|delapan)|(nine|sembilan)|(ten|sepuluh))\s+(?:\w+\s+)?(?:measures|steps|points|langkah|tindakan)`)

// checkAnnounced compares the number in a title with how many there are.
func (m *maker) checkAnnounced(d *bulletins.Directive, title string, count int) {
	want := 0
	if found := announced.FindStringSubmatch(title); found != nil {
		want = hanNumber(found[1])
	} else if found := latinNumbers.FindStringSubmatch(title); found != nil {
		for i, word := range found[1:] {
			if word != "" {
				want = i + 2
			}
		}
	}
	if want > 0 && want != count {
		m.report(bulletins.Warning, "measures-count", attrRange(d, "title"), "announced", strconv.Itoa(want), "count", strconv.Itoa(count))
	}
}
