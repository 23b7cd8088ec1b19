package word

import (
	"fmt"
	"strings"
)

// basesName begins the names of the properties of a file that say what its paragraphs
// were when it was written: the beginnings of their hashes. A paragraph that a reviewer
// took out has no mark left; with these it is told from one that was changed since.
const basesName = "Safety 365 "

const (
	baseSize = 4   // characters of a hash
	baseRoom = 248 // of a property: Word takes 255
)

func shortHash(text string) string {
	h := hashOf(text)
	return h[len(h)-min(baseSize, len(h)):]
}

// bases writes the properties.
func (w *writer) bases() *node {
	n := el("Properties").with("xmlns", nsR[:len(nsR)-len("relationships")]+"custom-properties",
		"xmlns:vt", nsR[:len(nsR)-len("relationships")]+"docPropsVTypes")
	var all strings.Builder
	for _, p := range w.written {
		fmt.Fprintf(&all, "%*s", baseSize, shortHash(p.text))
	}
	for rest := all.String(); rest != ""; {
		room := min(baseRoom, len(rest))
		n.add(el("property", el("vt:lpwstr", words(rest[:room]))).with("fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}",
			"pid", itoa(len(n.kids)+2), "name", basesName+itoa(len(n.kids)+1)))
		rest = rest[room:]
	}
	return n
}

// readBases reads them; nil if a file has none, or they do not tell.
func (c *container) readBases() map[string]bool {
	root, bad := c.tree("docProps/custom.xml")
	if bad != nil || root == nil {
		return nil
	}
	var out map[string]bool
	root.find("property", func(p *element) {
		if !strings.HasPrefix(p.at("name"), basesName) {
			return
		}
		if out == nil {
			out = map[string]bool{}
		}
		for text := p.words(); len(text) >= baseSize; text = text[baseSize:] {
			out[strings.TrimSpace(text[:baseSize])] = true
		}
	})
	return out
}
