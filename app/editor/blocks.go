package editor

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"safety365/app/drafting"
	"safety365/app/manuscript"
	"safety365/app/ui"
	"safety365/bulletins/kinds"
)

// blockOrder is the order of the blocks in the menu; others follow by name.
var blockOrder = []string{"callout", "quote", "signature", "table", "toc", "pagebreak"}

// blocks are the block directives that can be put in.
func blocks() (names []string) {
	for name, rule := range kinds.Schema().Directives {
		if rule.Block {
			names = append(names, name)
		}
	}
	slices.SortFunc(names, func(a, b string) int {
		rank := func(n string) int {
			if i := slices.Index(blockOrder, n); i >= 0 {
				return i
			}
			return len(blockOrder)
		}
		if d := rank(a) - rank(b); d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
	return names
}

// pickBlock opens the list of blocks by a button, or at the caret.
func (e *Editor) pickBlock(by fyne.CanvasObject) {
	var p *popup
	list := container.NewVBox()
	for _, name := range blocks() {
		about := ui.Say("directive-" + name + "-about")
		if about == "directive-"+name+"-about" {
			about = ""
		}
		list.Add(newChoiceRow(directiveName(name), about, func() {
			p.close()
			e.insertBlock(name)
		}))
	}
	pos, size := e.below(by)
	p = e.popUp(list, pos, size)
	if len(list.Objects) > 0 {
		e.canvas().Focus(list.Objects[0].(*choiceRow))
	}
	for _, o := range list.Objects {
		o.(*choiceRow).escaped = p.close
	}
}

// insertBlock puts a block round what is selected, or an empty one at the caret, and
// opens its form if it has one.
func (e *Editor) insertBlock(name string) {
	doc, sel := e.now()
	if name == "table" {
		e.tableSettings()
		return
	}
	e.apply(drafting.InsertDirective(doc, sel, name, nil, ""))
}

// tableSettings opens the form of the directive round the table at the caret. A table
// that has none gets one.
func (e *Editor) tableSettings() {
	l := e.Look()
	if !l.InTable {
		e.pickTable(nil)
		return
	}
	if l.Directive != "table" {
		doc := e.manuscript.Document()
		whole := manuscript.Selection{Anchor: l.Table.Start, Caret: l.Table.End}
		if !e.apply(drafting.InsertDirective(doc, whole, "table", nil, "")) {
			return
		}
		if l = e.Look(); l.Directive != "table" {
			return
		}
	}
	pos, size := e.atCaret()
	e.openForm(l.Block.Start, pos, size)
}
