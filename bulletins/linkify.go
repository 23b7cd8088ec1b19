package bulletins

import "strings"

// Web and mail addresses that stand in the text become links, as in GFM, but they
// may touch Han and full-width marks on both sides: 请访问www.example.cn，谢谢。

// schemes are what an address begins with, and what is put before it in the link.
var schemes = []struct{ prefix, add string }{
	{"https://", ""},
	{"http://", ""},
	{"ftp://", ""},
	{"www.", "http://"},
}

// linkify turns the addresses in verbatim text into links.
func linkify(spans []Span) []Span {
	var out []Span // nil as long as nothing has changed
	for i := range spans {
		s := &spans[i]
		var parts []Span
		switch {
		case s.Kind == TextSpan && len(s.Text) == s.End-s.Start:
			parts = linkifyText(s)
		case s.Kind != LinkSpan && len(s.Children) > 0:
			s.Children = linkify(s.Children)
		}
		if parts != nil && out == nil {
			out = append(make([]Span, 0, len(spans)+len(parts)), spans[:i]...)
		}
		switch {
		case parts != nil:
			out = append(out, parts...)
		case out != nil:
			out = append(out, *s)
		}
	}
	if out == nil {
		return spans
	}
	return out
}

// linkifyText splits a text at its addresses; it returns nil if there are none.
func linkifyText(s *Span) []Span {
	if !strings.ContainsAny(s.Text, "@:.") {
		return nil
	}
	var out []Span
	text := s.Text
	part := func(a, b int) Span {
		return Span{Range: Range{s.Start + a, s.Start + b}, Kind: TextSpan, Text: text[a:b]}
	}
	from := 0
	for at := 0; at < len(text); {
		start, end, url := findAddress(text, at, from)
		if end == 0 {
			break
		}
		if start > from {
			out = append(out, part(from, start))
		}
		link := part(start, end)
		out = append(out, Span{Range: link.Range, Kind: LinkSpan, URL: url, Children: []Span{link}})
		from, at = end, end
	}
	if out == nil {
		return nil
	}
	if from < len(text) {
		out = append(out, part(from, len(text)))
	}
	return out
}

// findAddress finds the next address from there on; what is before floor is taken.
func findAddress(text string, at, floor int) (start, end int, url string) {
	for ; at < len(text); at++ {
		switch text[at] {
		case 'h', 'f', 'w', 'H', 'F', 'W':
			if at > floor && isWordByte(text[at-1]) {
				continue
			}
			if n, add := webAddress(text[at:]); n > 0 {
				return at, at + n, add + text[at:at+n]
			}
		case '@':
			if a, b := mailAddress(text, at, floor); b > 0 {
				return a, b, "mailto:" + text[a:b]
			}
		}
	}
	return 0, 0, ""
}

func isWordByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

// webAddress returns the length of the address at the start of s.
func webAddress(s string) (int, string) {
	for _, scheme := range schemes {
		if len(s) <= len(scheme.prefix) || !strings.EqualFold(s[:len(scheme.prefix)], scheme.prefix) {
			continue
		}
		host := len(scheme.prefix)
		if scheme.add != "" {
			host = 0
		}
		n := host
		for n < len(s) && (isWordByte(s[n]) || s[n] == '-' || s[n] == '.' || s[n] == '_') {
			n++
		}
		name := strings.TrimRight(s[host:n], ".-_")
		if !strings.Contains(name, ".") {
			return 0, ""
		}
		n = host + len(name)
		return n + pathLength(s[n:]), scheme.add
	}
	return 0, ""
}

// pathLength returns the length of the port, path, query and fragment.
func pathLength(s string) int {
	if s == "" || !strings.ContainsRune(":/?#", rune(s[0])) {
		return 0
	}
	n := 0
	for n < len(s) && (isWordByte(s[n]) || strings.IndexByte("-._~:/?#@!$&'()*+,;=%", s[n]) >= 0) {
		n++
	}
	for n > 0 {
		last := s[n-1]
		if last == ')' && strings.Count(s[:n], ")") <= strings.Count(s[:n], "(") {
			break
		}
		if strings.IndexByte("?!.,:*_~'\";)", last) < 0 {
			break
		}
		n--
	}
	return n
}

// mailAddress returns the mail address round an @.
func mailAddress(text string, at, floor int) (int, int) {
	start := at
	for start > floor && (isWordByte(text[start-1]) || strings.IndexByte(".-_+", text[start-1]) >= 0) {
		start--
	}
	for start < at && !isWordByte(text[start]) {
		start++
	}
	end := at + 1
	for end < len(text) && (isWordByte(text[end]) || text[end] == '-' || text[end] == '.' || text[end] == '_') {
		end++
	}
	host := strings.TrimRight(text[at+1:end], ".")
	if start == at || !strings.Contains(host, ".") || host[0] == '.' || strings.ContainsAny(host[len(host)-1:], "-_") {
		return 0, 0
	}
	return start, at + 1 + len(host)
}
