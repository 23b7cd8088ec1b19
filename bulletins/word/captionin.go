package word

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

var (
	tableCaption   = regexp.MustCompile(`^(表|Table|Tabel)\s*[0-9一二三四五六七八九十]`)
	pictureCaption = regexp.MustCompile(`^(图|圖|Figure|Fig\.|Gambar)\s*[0-9一二三四五六七八九十]`)
)

// captioned gives tables and pictures the captions that stand above or below them.
func captioned(items []item) []item {
	var out []item
	for i := 0; i < len(items); i++ {
		it := items[i]
		p := it.para
		if p != nil && i+1 < len(items) && items[i+1].table != nil && p.isCaption(tableCaption, pictureCaption) {
			items[i+1].table.caption = strings.TrimSpace(p.text(false))
			continue
		}
		if n := len(out); p != nil && n > 0 && out[n-1].para != nil && p.isCaption(pictureCaption, tableCaption) {
			if r := out[n-1].para.onlyPicture(); r != nil {
				r.alt = strings.TrimSpace(p.text(false))
				continue
			}
		}
		out = append(out, it)
	}
	return out
}

// isCaption says whether a paragraph is a caption, by its style or its words.
func (p *para) isCaption(own, other *regexp.Regexp) bool {
	text := strings.TrimSpace(p.text(false))
	if text == "" || !p.isBare() || utf8.RuneCountInString(text) > 60 {
		return false
	}
	styled := p.style != nil && (p.style.name == "caption" || p.style.name == "题注")
	return (styled || p.align == "center") && own.MatchString(text) || styled && !other.MatchString(text)
}

// onlyPicture is the picture that a paragraph consists of; nil if it has anything else.
func (p *para) onlyPicture() *runIn {
	var found *runIn
	for i := range p.runs {
		r := &p.runs[i]
		switch {
		case r.picture != "" && found == nil:
			found = r
		case r.picture != "" || r.note != "" || strings.TrimSpace(r.text) != "":
			return nil
		}
	}
	return found
}
