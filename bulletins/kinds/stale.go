package kinds

import (
	"io"
	"regexp"
	"strconv"
	"strings"

	"safety365/bulletins"
)

// A document that was made from an older one says so (made_from: NAME.md). What it has
// kept of that and ought to have changed is an error until it is changed or waived:
// years before its own, and ordinals (第三届, 第12期).

var (
	years    = regexp.MustCompile(`(?:19|20)\d\d`)
	ordinals = regexp.MustCompile(`第\s*(?:[0-9]+|[一二三四五六七八九十百]+)\s*(?:届|屆|次|期|季度|批|周|週)`)
)

// maxOld bounds the older document, in bytes.
const maxOld = 4 << 20

// checkStale reports what a document still has of the one that it was made from.
func (c *Composer) checkStale(doc *bulletins.Document, report func(bulletins.Diagnostic)) {
	from := doc.Meta.Values["made_from"]
	if from.Text == "" {
		return
	}
	own := 0
	for _, key := range []string{"event_date", "published"} {
		if t, ok := bulletins.ParseDate(strings.TrimSpace(doc.Meta.Text(key))); ok {
			own = max(own, t.Year())
		}
	}
	old := c.oldText(from.Text)
	for i, top := range doc.Blocks {
		at := func(found []int) bulletins.Range {
			return bulletins.Range{Start: doc.Starts[i] + found[0], End: doc.Starts[i] + found[1]}
		}
		for _, found := range years.FindAllStringIndex(top.Source, -1) {
			words := top.Source[found[0]:found[1]]
			if year, _ := strconv.Atoi(words); own > 0 && year < own && strings.Contains(old, words) {
				report(problem(bulletins.Error, "stale-year", at(found), "year", words, "own", strconv.Itoa(own)))
			}
		}
		for _, found := range ordinals.FindAllStringIndex(top.Source, -1) {
			if words := top.Source[found[0]:found[1]]; strings.Contains(old, words) {
				report(problem(bulletins.Error, "stale-ordinal", at(found), "text", words))
			}
		}
	}
}

// oldText is the text of the older document, read once; "" if it cannot be had.
func (c *Composer) oldText(name string) string {
	if c.old.name == name && c.old.folder == c.scene.folder {
		return c.old.text
	}
	c.old.name, c.old.folder, c.old.text = name, c.scene.folder, ""
	if _, err := bulletins.Local(name); err != nil || c.scene.folder == nil {
		return ""
	}
	f, err := c.scene.folder.Open(name)
	if err != nil {
		return ""
	}
	defer f.Close()
	data, _ := io.ReadAll(io.LimitReader(f, maxOld))
	c.old.text = string(data)
	return c.old.text
}
