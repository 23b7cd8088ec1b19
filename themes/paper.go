package themes

import (
	_ "embed"
	"reflect"
	"safety365/bulletins/page"
	"strings"
	"sync"
)

//go:embed papers.yaml
var papersFile []byte

// paperSpec is a trimmed size with the names by which it goes.
type paperSpec struct {
	Size paperSize `key:"size"`
	Also []string  `key:"also"`
}

// papers is the table of papers.yaml: sizes by name in lower case, and the names
// as they are shown, in the order of the file.
var papers = sync.OnceValues(func() (map[string]paperSize, []string) {
	var r report
	root := read("themes/papers.yaml", papersFile, &r)
	byName, shown := map[string]paperSize{}, []string{}
	for _, k := range root.keys {
		var p paperSpec
		decode(k.value, reflect.ValueOf(&p).Elem(), k.name, &r)
		shown = append(shown, k.name)
		for _, name := range append(p.Also, k.name) {
			byName[strings.ToLower(name)] = p.Size
		}
	}
	if len(r.problems) > 0 {
		panic("themes: papers.yaml: " + r.problems[0].Code)
	}
	return byName, shown
})

// Papers lists the names of paper sizes, in the order of the table.
func Papers() []string {
	_, shown := papers()
	return shown
}

// PaperSize returns the size of a named paper, "A4 landscape" or "210mm 297mm".
func PaperSize(name string) (page.Size, bool) {
	var p paperSize
	if p.parse(name) != nil {
		return page.Size{}, false
	}
	return p.size(), true
}

// paperSize is a width and a height.
type paperSize struct{ w, h measure }

func (p paperSize) size() page.Size { return page.Size{W: p.w.Of(0), H: p.h.Of(0)} }

func (p *paperSize) parse(s string) *fault {
	words := strings.Fields(strings.NewReplacer("×", " ", "*", " ").Replace(s))
	landscape := len(words) > 1 && strings.EqualFold(words[len(words)-1], "landscape")
	if landscape {
		words = words[:len(words)-1]
	}
	var out paperSize
	if len(words) == 2 && out.w.parse(words[0]) == nil && out.h.parse(words[1]) == nil && out.w.Unit != Ems && out.h.Unit != Ems {
		if landscape {
			out.w, out.h = out.h, out.w
		}
		*p = out
		return nil
	}
	byName, shown := papers()
	out, ok := byName[strings.ToLower(strings.Join(words, " "))]
	if !ok {
		return wrong("theme-paper", "value", s, "nearest", Nearest(s, shown), "known", strings.Join(shown, ", "))
	}
	if landscape {
		out.w, out.h = out.h, out.w
	}
	*p = out
	return nil
}
