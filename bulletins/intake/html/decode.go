package html

import (
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/simplifiedchinese"

	"safety365/bulletins/intake/charset"
)

// named is where a page names its encoding.
var named = regexp.MustCompile(`(?i)<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{0,100}encoding\s*=\s*["']([\w.:-]+)`)

// decode returns a page as UTF-8. Its mark counts first, then that it is sound UTF-8,
// then what it says of itself, unless that is wrong, then what it looks like.
func decode(data []byte) (string, bool) {
	if utf8.Valid(data) && bytes.IndexByte(data, 0) < 0 {
		return strings.TrimPrefix(string(data), "\ufeff"), true
	}
	if m := named.FindSubmatch(data[:min(len(data), 4096)]); m != nil && bytes.IndexByte(data[:min(len(data), 4096)], 0) < 0 {
		label := strings.ToLower(string(m[1]) + string(m[2]))
		switch e, err := htmlindex.Get(label); {
		case err != nil, strings.HasPrefix(label, "utf"): // it is not
		case label == "gb2312", label == "gbk":
			return charset.Stated(simplifiedchinese.GB18030, label, data), true
		default:
			return charset.Stated(e, label, data), true
		}
	}
	text, name := charset.Decode(data)
	return strings.ReplaceAll(text, "\x00", ""), name != ""
}

// clipboardHead is what Windows puts before a fragment on the clipboard.
var clipboardHead = regexp.MustCompile(`^Version:[\d.]+\s+(?:\w+:[^\r\n<]*\s+)+`)

// clipboard takes the clipboard's own head away and says whether the text is a
// fragment that somebody has chosen.
func clipboard(text string) (string, bool) {
	if head := clipboardHead.FindString(text[:min(len(text), 2048)]); head != "" {
		return text[len(head):], true
	}
	lower := strings.ToLower(text[:min(len(text), 64<<10)])
	return text, strings.Contains(lower, "<!--startfragment") || !strings.Contains(lower, "<body") && !strings.Contains(lower, "<html")
}

// guard refuses pages that would grow too large by being parsed. Open formatting
// elements are made again in every block behind them, so their number is multiplied.
func guard(text string) error {
	z := html.NewTokenizer(strings.NewReader(text))
	nodes, open := 0, 0
	for {
		switch z.Next() {
		case html.ErrorToken:
			return nil
		case html.StartTagToken:
			if name, _ := z.TagName(); formatting[string(name)] {
				open++
			}
			nodes += 1 + min(open, MaxDepth)
		case html.EndTagToken:
			if name, _ := z.TagName(); formatting[string(name)] {
				open = max(0, open-1)
			}
			nodes++
		default:
			nodes++
		}
		if nodes > MaxNodes {
			return ErrTooMany
		}
	}
}

var formatting = set("a b big code em font i nobr s small strike strong tt u")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}
