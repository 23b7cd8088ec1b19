package editor

import (
	"fyne.io/fyne/v2"

	"safety365/app/command"
	"safety365/app/drafting"
	"safety365/app/manuscript"
)

// roles are the paragraphs that there are, in the order of the style picker.
var roles = []struct {
	id    string
	role  drafting.Role
	key   fyne.KeyName
	mods  fyne.KeyModifier
	icon  string
	group int // in the menu
	tool  int // in the toolbar; 0: in the style picker
}{
	{"body", drafting.Body, fyne.Key0, ctrlKey, "", 1, 0},
	{"heading-1", drafting.Heading1, fyne.Key1, ctrlKey, "", 1, 0},
	{"heading-2", drafting.Heading2, fyne.Key2, ctrlKey, "", 1, 0},
	{"heading-3", drafting.Heading3, fyne.Key3, ctrlKey, "", 1, 0},
	{"heading-4", drafting.Heading4, fyne.Key4, ctrlKey, "", 1, 0},
	{"quote", drafting.Quote, fyne.KeyQ, ctrlShiftKey, "quote", 1, 0},
	{"code-block", drafting.CodeBlock, fyne.KeyK, ctrlShiftKey, "", 1, 0},
	{"bullets", drafting.Bullets, fyne.KeyRightBracket, ctrlShiftKey, "bullets", 2, 3},
	{"numbers", drafting.Numbers, fyne.KeyLeftBracket, ctrlShiftKey, "numbers", 2, 3},
	{"tasks", drafting.Tasks, fyne.KeyX, ctrlShiftKey, "tasks", 2, 3},
}

// inlines are the looks of characters.
var inlines = []struct {
	id   string
	look drafting.Inline
	key  fyne.KeyName
	mods fyne.KeyModifier
	icon string
	tool int
}{
	{"strong", drafting.Strong, fyne.KeyB, ctrlKey, "bold", 2},
	{"emphasis", drafting.Emphasis, fyne.KeyI, ctrlKey, "italic", 0},
	{"strike", drafting.Strike, fyne.Key5, fyne.KeyModifierAlt | fyne.KeyModifierShift, "strike", 2},
	{"mark", drafting.Mark, fyne.KeyH, ctrlShiftKey, "mark", 2},
	{"dots", drafting.Dots, fyne.KeyPeriod, ctrlShiftKey, "dots", 2},
	{"proper-name", drafting.ProperName, fyne.KeyU, ctrlKey, "", 0},
	{"book-title", drafting.BookTitle, "", 0, "", 0},
	{"superscript", drafting.Superscript, "", 0, "", 0},
	{"subscript", drafting.Subscript, "", 0, "", 0},
	{"code", drafting.CodeSpan, fyne.KeyBackTick, ctrlShiftKey, "", 0},
	{"formula", drafting.Formula, "", 0, "", 0},
}

func (e *Editor) formatCommands() (all []*command.Command) {
	for _, r := range roles {
		c := &command.Command{ID: r.id, Menu: "format", Group: r.group, Shortcut: chord(r.key, r.mods), Icon: icon(r.icon), Toolbar: r.tool,
			Checked: func() bool { return e.Look().Role == r.role }}
		c.Run = e.drafted(func(e *Editor) (manuscript.Change, bool) {
			doc, sel := e.now()
			role := r.role
			if r.tool > 0 && e.Look().Role == role { // lists are switches
				role = drafting.Body
			}
			return drafting.SetBlock(doc, sel, role)
		})
		all = append(all, c)
	}
	for _, i := range inlines {
		c := &command.Command{ID: i.id, Menu: "format", Group: 3, Icon: icon(i.icon), Toolbar: i.tool,
			Checked: func() bool { return e.Look().Inlines.Has(i.look) }}
		if i.key != "" {
			c.Shortcut = chord(i.key, i.mods)
		}
		c.Run = e.do(func() { e.toggle(i.look) })
		all = append(all, c)
	}
	move := func(up bool) func() {
		return e.drafted(func(e *Editor) (manuscript.Change, bool) {
			doc, sel := e.now()
			return drafting.MoveBlock(doc, sel, up)
		})
	}
	return append(all,
		&command.Command{ID: "block-settings", Menu: "format", Group: 4, Run: e.blockSettings, Enabled: e.hasSettings},
		&command.Command{ID: "move-up", Menu: "format", Group: 4, Shortcut: command.Alt(fyne.KeyUp), Run: move(true)},
		&command.Command{ID: "move-down", Menu: "format", Group: 4, Shortcut: command.Alt(fyne.KeyDown), Run: move(false)})
}

// operations are what can be done with a table.
var operations = []struct {
	id    string
	op    drafting.Op
	group int
}{
	{"row-above", drafting.RowAbove, 1}, {"row-below", drafting.RowBelow, 1},
	{"column-left", drafting.ColumnLeft, 1}, {"column-right", drafting.ColumnRight, 1},
	{"row-delete", drafting.RowDelete, 2}, {"column-delete", drafting.ColumnDelete, 2}, {"table-delete", drafting.TableDelete, 2},
	{"merge-left", drafting.MergeLeft, 3}, {"merge-up", drafting.MergeUp, 3}, {"cell-split", drafting.Split, 3},
	{"align-left", drafting.AlignLeft, 4}, {"align-center", drafting.AlignCenter, 4}, {"align-right", drafting.AlignRight, 4},
}

func (e *Editor) tableCommands() (all []*command.Command) {
	for _, o := range operations {
		all = append(all, &command.Command{ID: o.id, Menu: "table", Group: o.group,
			Enabled: func() bool { return e.Look().InTable },
			Run: e.drafted(func(e *Editor) (manuscript.Change, bool) {
				doc, sel := e.now()
				return drafting.TableOp(doc, sel, o.op)
			})})
	}
	return append(all, &command.Command{ID: "table-settings", Menu: "table", Group: 5,
		Enabled: func() bool { return e.Look().InTable }, Run: e.tableSettings})
}
