package kinds

import (
	"fmt"
	"strconv"
	"strings"

	"safety365/assets"
	"safety365/bulletins"
	"safety365/bulletins/layout"
)

// contents makes the table of contents with its heading.
func (m *maker) contents(d *bulletins.Directive, _ place) []layout.Block {
	title := strings.TrimSpace(d.Attrs.Get("title"))
	if title == "" {
		title = assets.Phrase(m.scene.lang, "contents")
	}
	c := &layout.Contents{Depth: 2}
	if n, err := strconv.Atoi(d.Attrs.Get("depth")); err == nil && n > 0 {
		c.Depth = n
	}
	for level := 1; level <= 3; level++ {
		c.Levels = append(c.Levels, m.styles.block(fmt.Sprintf("toc%d", level), "body"))
	}
	head := m.words(title, m.styles.block("toctitle", "h2"))
	return []layout.Block{head, &layout.Frame{Style: m.styles.block("tocblock", "body"), Blocks: []layout.Block{c}}}
}
