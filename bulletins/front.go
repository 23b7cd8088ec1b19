package bulletins

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// frontBlock is where a front matter stands: the whole with its fences, and the
// YAML between them.
type frontBlock struct {
	yamlStart, yamlEnd, end int
	unclosed                bool // there is an opening --- with no closing one
}

// frontMatter is a front matter after reading.
type frontMatter struct {
	block       frontBlock
	meta        *Meta
	diagnostics []Diagnostic
}

// splitFront finds the front matter at the very top of a text: a line --- and
// everything up to the next line --- or ... .
func splitFront(text string) frontBlock {
	first, _, ok := strings.Cut(text, "\n")
	if !ok || strings.TrimRight(first, " \t") != "---" {
		return frontBlock{}
	}
	at := len(first) + 1
	start := at
	for at < len(text) && at < maxFront {
		line, _, _ := strings.Cut(text[at:], "\n")
		switch strings.TrimRight(line, " \t") {
		case "---", "...":
			return frontBlock{yamlStart: start, yamlEnd: at, end: min(at+len(line)+1, len(text))}
		}
		at += len(line) + 1
	}
	// A rule at the top of a text is a rule; but with a key under it, it is not.
	return frontBlock{unclosed: looksLikeKey.MatchString(text[start:])}
}

var (
	looksLikeKey = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_-]*[:：]`)
	wideColon    = regexp.MustCompile(`^( *)([A-Za-z_][A-Za-z0-9_-]*)：[ \x{3000}]*`)
	salvaged     = regexp.MustCompile(`^([A-Za-z_][A-Za-z0-9_-]*):[ \t]+(.*?)[ \t]*$`)
	yamlLine     = regexp.MustCompile(`^yaml: (?:line (\d+): )?(.*)$`)
)

// readFront reads the YAML of a front matter. source is the text as far as its end.
func readFront(source string, block frontBlock, schema *Schema) frontMatter {
	r := frontReader{source: source, block: block, schema: schema}
	r.meta = &Meta{Range: Range{0, block.end}, Values: map[string]Value{}}
	if block.unclosed {
		r.report(note(Error, "front-unclosed", Range{0, min(3, len(source))}))
	}
	if block.end > 0 {
		r.lines = lineStarts(source[block.yamlStart:block.yamlEnd])
		r.read()
	}
	if schema != nil {
		r.checkRequired(schema.Fields, r.meta.Values, "", Range{0, min(block.end, len("---"))})
	}
	return frontMatter{block, r.meta, r.diagnostics}
}

type frontReader struct {
	source      string
	block       frontBlock
	schema      *Schema
	meta        *Meta
	lines       []int // offsets of lines in the YAML
	diagnostics []Diagnostic
}

func (r *frontReader) report(d Diagnostic) { r.diagnostics = append(r.diagnostics, d) }

func (r *frontReader) read() {
	text := r.source[r.block.yamlStart:r.block.yamlEnd]
	root, err := parseYAML(text)
	wide := r.checkColons(text)
	if err != nil {
		if !wide {
			r.reportSyntax(err)
		}
		r.salvage(text)
	} else if root != nil {
		r.root(root, wide)
	}
}

// parseYAML parses, keeping the package's panics (it has had some) to itself.
func parseYAML(text string) (root *yaml.Node, err error) {
	defer func() {
		if p := recover(); p != nil {
			root, err = nil, errYAML
		}
	}()
	var document yaml.Node
	if err := yaml.Unmarshal([]byte(text), &document); err != nil {
		return nil, err
	}
	if document.Kind == 0 || len(document.Content) == 0 {
		return nil, nil
	}
	return document.Content[0], nil
}

// checkColons reports keys with a full-width colon, the commonest slip of all.
func (r *frontReader) checkColons(text string) bool {
	found := false
	for _, start := range r.lines {
		line, _, _ := strings.Cut(text[start:], "\n")
		m := wideColon.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		found = true
		at := Range{0, len(m[0])}.shifted(r.block.yamlStart + start)
		r.report(note(Error, "front-colon", at, "key", m[2]).fixed(at, m[1]+m[2]+": "))
	}
	return found
}

func (r *frontReader) reportSyntax(err error) {
	line, reason := 1, err.Error()
	if m := yamlLine.FindStringSubmatch(reason); m != nil {
		reason = m[2]
		if n, err := strconv.Atoi(m[1]); err == nil {
			line = n
		}
	}
	start := r.offset(line, 1)
	end := start + len(lineAt(r.source[start:r.block.yamlEnd]))
	r.report(note(Error, "front-broken", Range{start, end}, "line", itoa(strings.Count(r.source[:start], "\n")+1), "reason", reason))
}

// salvage reads the plain lines of a front matter that is broken somewhere, so
// that the document keeps its kind and language while a line is being typed.
func (r *frontReader) salvage(text string) {
	for _, start := range r.lines {
		line := lineAt(text[start:])
		m := salvaged.FindStringSubmatchIndex(line)
		if m == nil || r.has(line[m[2]:m[3]]) {
			continue
		}
		value := line[m[4]:m[5]]
		if n := len(value); n >= 2 && (value[0] == '"' || value[0] == '\'') && value[n-1] == value[0] {
			value = value[1 : n-1]
		}
		at := Range{m[4], m[5]}.shifted(r.block.yamlStart + start)
		r.set(line[m[2]:m[3]], Value{Range: at, Text: value})
	}
}

func (r *frontReader) has(key string) bool { _, ok := r.meta.Values[key]; return ok }

func (r *frontReader) set(key string, v Value) {
	r.meta.Keys = append(r.meta.Keys, key)
	r.meta.Values[key] = v
}

func (r *frontReader) root(n *yaml.Node, wide bool) {
	if n.Kind != yaml.MappingNode {
		if !wide && !(n.Kind == yaml.ScalarNode && n.Tag == "!!null") {
			at := Range{r.offset(n.Line, n.Column), r.block.yamlEnd}
			r.report(note(Error, "front-shape", Range{at.Start, at.Start + len(lineAt(r.source[at.Start:]))}))
		}
		return
	}
	v := r.mapping(n, 0)
	r.meta.Keys, r.meta.Values = v.Keys, v.Map
	if r.schema != nil {
		r.checkMap(v, r.keys(n), r.schema.Fields, "")
	}
}

// keys returns where the keys of a mapping stand.
func (r *frontReader) keys(n *yaml.Node) map[string]Range {
	keys := map[string]Range{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if k := n.Content[i]; k.Kind == yaml.ScalarNode {
			if _, ok := keys[k.Value]; !ok {
				keys[k.Value] = r.scalarRange(k)
			}
		}
	}
	return keys
}

// offset turns a line and column of the YAML package, both from 1 and the column
// in characters, into an offset in the text.
func (r *frontReader) offset(line, column int) int {
	if line < 1 || line > len(r.lines) {
		return r.block.yamlEnd
	}
	at := r.block.yamlStart + r.lines[line-1]
	for range column - 1 {
		if at >= r.block.yamlEnd || r.source[at] == '\n' {
			break
		}
		_, size := utf8.DecodeRuneInString(r.source[at:])
		at += size
	}
	return min(at, r.block.yamlEnd)
}

func lineAt(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}
