package bulletins

import (
	"errors"
	"strings"

	"gopkg.in/yaml.v3"
)

var errYAML = errors.New("yaml: cannot be read")

// scalarRange finds the source of a scalar: the YAML package tells where it
// starts, not where it ends. Tags and anchors before it are not counted.
func (r *frontReader) scalarRange(n *yaml.Node) Range {
	start := r.offset(n.Line, n.Column)
	rest := r.source[start:r.block.yamlEnd]
	switch {
	case n.Kind != yaml.ScalarNode:
		return Range{start, start + len(lineAt(rest))}
	case n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0:
		return Range{start, start + quotedLength(rest)}
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return Range{start, start + r.blockLength(start)}
	case strings.HasPrefix(rest, n.Value):
		return Range{start, start + len(n.Value)}
	}
	return Range{start, start + plainLength(rest, n.Value)}
}

// quotedLength returns the length of the quoted scalar at the start of s.
func quotedLength(s string) int {
	if s == "" || s[0] != '"' && s[0] != '\'' {
		return len(lineAt(s))
	}
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == '\\' && s[0] == '"':
			i++
		case s[i] == s[0]:
			if s[0] == '\'' && i+1 < len(s) && s[i+1] == '\'' {
				i++
				continue
			}
			return i + 1
		}
	}
	return len(s)
}

// blockLength returns the length of a block scalar: the lines after the one that
// it starts on that are indented more.
func (r *frontReader) blockLength(start int) int {
	line := strings.LastIndexByte(r.source[:start], '\n') + 1
	indent := len(r.source[line:]) - len(strings.TrimLeft(r.source[line:], " -"))
	end := start + len(lineAt(r.source[start:]))
	for at := end + 1; at < r.block.yamlEnd; {
		text := lineAt(r.source[at:])
		body := strings.TrimLeft(text, " ")
		if body != "" {
			if len(text)-len(body) <= min(indent, len(text)) && len(text)-len(body) <= leading(r.source[line:], ' ') {
				break
			}
			end = at + len(text)
		}
		at += len(text) + 1
	}
	return min(end, r.block.yamlEnd) - start
}

// plainLength returns the length of a plain scalar over several lines: its
// characters are the value's but for the spaces.
func plainLength(s, value string) int {
	i := 0
	for _, word := range strings.Fields(value) {
		at := strings.Index(s[i:], word)
		if at < 0 {
			return len(lineAt(s))
		}
		i += at + len(word)
	}
	return i
}
