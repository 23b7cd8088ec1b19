package editor

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"safety365/app/command"
	"safety365/app/drafting"
	"safety365/app/editor/view"
	"safety365/app/ime"
	"safety365/app/look"
	"safety365/app/manuscript"
	"safety365/bulletins"
	"safety365/bulletins/page"
)

// Editor is a field for the text of a whole document.
type Editor struct {
	widget.BaseWidget
	options    Options
	settings   Settings
	manuscript *manuscript.Manuscript
	drafter    drafting.Drafter

	view        *view.View
	state       view.State  // what the view was given last
	top         page.Length // how far the text is scrolled
	diagnostics []bulletins.Diagnostic
	column      column

	surface  *surface
	caret    *caret
	scroller *scroller
	finder   *finder
	hint     *hint

	keys      ime.Keys
	pointer   pointer
	clip      clip
	commands  []*command.Command
	table     map[string]*command.Command // the same by ID
	shortcuts map[string]func()
	tools     *tools // nil until it is asked for
	looks     looks
	next      *drafting.Inlines // of what is typed next, switched with nothing selected; nil: as it comes
	focused   bool
	shift     bool // is held down
}

var (
	_ fyne.Focusable         = (*Editor)(nil)
	_ fyne.Tabbable          = (*Editor)(nil)
	_ fyne.Shortcutable      = (*Editor)(nil)
	_ fyne.Scrollable        = (*Editor)(nil)
	_ fyne.Draggable         = (*Editor)(nil)
	_ fyne.SecondaryTappable = (*Editor)(nil)
	_ desktop.Keyable        = (*Editor)(nil)
	_ desktop.Mouseable      = (*Editor)(nil)
	_ desktop.Hoverable      = (*Editor)(nil)
	_ desktop.Cursorable     = (*Editor)(nil)
	_ ime.Client             = (*Editor)(nil)
)

// New returns an editor of a manuscript.
func New(m *manuscript.Manuscript, o Options) *Editor {
	if o.Colors == nil {
		o.Colors = look.EditorColors
	}
	e := &Editor{options: o, settings: o.Settings, view: view.New()}
	e.ExtendBaseWidget(e)
	e.surface = newSurface(e)
	e.caret = newCaret()
	e.scroller = newScroller(e)
	e.hint = newHint(e)
	e.finder = newFinder(e)
	e.commands = e.makeCommands()
	e.table = map[string]*command.Command{}
	for _, c := range e.commands {
		e.table[c.ID] = c
	}
	e.shortcuts = e.makeShortcuts()
	e.SetManuscript(m)
	return e
}

// SetManuscript shows another manuscript, from its beginning.
func (e *Editor) SetManuscript(m *manuscript.Manuscript) {
	known := e.manuscript == m
	e.manuscript = m
	e.diagnostics = nil
	if body := e.body(); m.Selection().Caret < body {
		m.Select(manuscript.At(body))
	}
	e.next = nil
	e.clearPreedit()
	e.finder.forget()
	e.top = 0
	e.state = view.State{}
	e.update()
	e.scrollTo(0)
	if known {
		return
	}
	m.Listen(func(event manuscript.Event) {
		if e.manuscript == m {
			e.changed(event)
		}
	})
}

// Manuscript returns what is edited.
func (e *Editor) Manuscript() *manuscript.Manuscript { return e.manuscript }

// Settings returns what the user has chosen.
func (e *Editor) Settings() Settings { return e.settings }

// Refresh shows everything anew: pictures may have changed, or the theme.
func (e *Editor) Refresh() {
	e.view.Refresh()
	e.BaseWidget.Refresh()
}

// changed follows the manuscript.
func (e *Editor) changed(event manuscript.Event) {
	if event == manuscript.SavedChanged {
		return
	}
	e.hint.hide()
	if e.next != nil {
		e.next, e.looks.known = nil, false
	}
	if event == manuscript.TextChanged {
		e.finder.search()
	}
	e.update()
	e.moved()
}

// moved tells everybody that the caret stands elsewhere.
func (e *Editor) moved() {
	e.wake()
	if e.focused {
		ime.Moved(e)
	}
	if e.tools != nil {
		e.tools.update()
	}
	if e.options.Moved != nil {
		e.options.Moved()
	}
}

// apply makes a change that a command asks for and keeps the caret in sight. It says
// whether there was anything to do.
func (e *Editor) apply(c manuscript.Change, ok bool) bool {
	if ok {
		e.manuscript.Apply(c)
		e.follow()
	}
	return ok
}

// now are the arguments of most of drafting's commands.
func (e *Editor) now() (*bulletins.Document, manuscript.Selection) {
	doc, sel, body := e.manuscript.Document(), e.manuscript.Selection(), e.body()
	return doc, manuscript.Selection{Anchor: max(body, sel.Anchor), Caret: max(body, sel.Caret)}
}

// body is where the text begins that can be seen: behind the front matter, into which
// nothing may be typed unless it is shown.
func (e *Editor) body() int {
	if e.settings.Source {
		return 0
	}
	return e.manuscript.Document().Meta.Range.End
}
