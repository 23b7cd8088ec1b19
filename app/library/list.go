package library

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"safety365/app/library/shelf"
	"safety365/app/library/thumbs"
	"safety365/app/ui"
)

// ListOptions say what the list of a folder's documents asks the window to do. All
// functions are called on the goroutine that owns the widgets, but for Trash,
// NewFrom and Exported, which are called by workers.
type ListOptions struct {
	Window fyne.Window // for dialogs

	Open    func(path string)                     // open a document
	OpenAt  func(path string, offset, length int) // open it at bytes of its text (line ends as \n)
	New     func()                                // show the gallery
	OpenDir func()                                // ask for another folder
	Export  func(paths []string)                  // export documents
	Review  func(path string)                     // take a reviewed copy of it home
	Reveal  func(path string)                     // show in the system's file manager
	Moved   func(from, to string)                 // a document was renamed
	Removed func(path string)                     // a document went to the bin
	Failed  func(what string, err error)          // say that something went wrong; nil: a dialog

	Trash    func(path string) error        // put into the bin
	NewFrom  func(text, name string) string // the text of a file as a new document: no number, dates, reviews
	Exported func(path string) bool         // whether a final output is no older than the document; nil: look for a PDF of its name or title
}

// List is the list of a folder's documents.
type List struct {
	widget.BaseWidget
	o     ListOptions
	maker *thumbs.Maker
	cache shelf.Cache

	dir        string
	shelf      *shelf.Shelf
	view       shelf.View
	entries    []*shelf.Entry // as they are shown
	status     shelf.Status
	generation int // of views that were asked for

	open           string
	selected       map[string]bool // by path
	cursor, anchor int             // rows
	held           fyne.KeyModifier
	wanted         string // a document to be selected as soon as it is listed

	query   shelf.Query
	full    bool // all texts are searched
	search  context.CancelFunc
	hits    []hitLine
	hitText string // what is said of the search

	box      *searchBox
	name     *widget.Label
	rows     *rows
	found    *hitList
	switches *fyne.Container // of the search in all texts
	nothing  *fyne.Container // what is said instead of rows
	count    *widget.Label
	several  *fyne.Container // what can be done with several
	top      *fyne.Container
	foot     *fyne.Container
	body     *fyne.Container
}

// NewList makes a list that shows no folder yet.
func NewList(o ListOptions) *List {
	l := &List{o: o, maker: thumbs.New(thumbs.DefaultBytes), selected: map[string]bool{}, search: func() {}}
	l.rows = newRows(l)
	l.found = newHitList(l)
	l.build()
	l.ExtendBaseWidget(l)
	l.showRows()
	return l
}

// build makes the widgets.
func (l *List) build() {
	l.name = widget.NewLabel("")
	l.name.TextStyle.Bold = true
	l.name.Truncation = fyne.TextTruncateEllipsis
	l.count = widget.NewLabel("")
	l.count.SizeName = theme.SizeNameCaptionText
	l.count.Truncation = fyne.TextTruncateEllipsis
	l.box = newSearchBox(l)
	l.switches = l.searchSwitches()
	l.nothing = container.NewStack()
	sorting := ui.NewIconButton(sorted, ui.Say("library-sort"), nil)
	sorting.OnTapped = func() { l.sortMenu(below(sorting)) }
	l.several = container.NewHBox(
		ui.NewIconButton(theme.UploadIcon(), ui.Say("library-export"), func() { l.export() }),
		ui.NewIconButton(theme.DeleteIcon(), ui.Say("library-bin"), func() { l.bin() }),
	)
	buttons := container.NewHBox(sorting)
	if l.o.New != nil {
		buttons.Objects = append([]fyne.CanvasObject{ui.NewIconButton(theme.ContentAddIcon(), ui.Say("library-new"), l.o.New)}, buttons.Objects...)
	}
	l.top = container.NewVBox(
		container.NewBorder(nil, nil, nil, buttons, l.name),
		l.box.row(), l.switches,
	)
	l.foot = container.NewBorder(nil, nil, nil, l.several, l.count)
	l.body = container.New(layout.NewCustomPaddedLayout(0, 0, 4, 4),
		container.NewBorder(l.top, l.foot, nil, nil, container.NewStack(l.rows, l.found, l.nothing)))
}

// CreateRenderer implements fyne.Widget.
func (l *List) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.body) }

// below is the place of a menu that belongs to a button.
func below(o fyne.CanvasObject) fyne.Position {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	return at.AddXY(0, o.Size().Height)
}

// SetFolder shows the documents of a folder; "" shows none.
func (l *List) SetFolder(dir string) {
	if l.shelf != nil {
		l.shelf.Close()
	}
	l.stopSearch()
	l.dir, l.shelf, l.entries, l.status = dir, nil, nil, shelf.Status{}
	l.full, l.hits, l.view.Words = false, nil, ""
	l.cursor, l.anchor, l.wanted = 0, 0, ""
	clear(l.selected)
	l.box.SetText("")
	l.generation++
	if dir != "" {
		var s *shelf.Shelf
		made := make(chan struct{})
		s = shelf.Open(dir, shelf.Options{
			Lang: ui.Language(), Cache: &l.cache, Exported: l.o.Exported,
			Changed: func() {
				<-made
				ui.Do(func() {
					if l.shelf == s {
						l.reload()
					}
				})
			},
		})
		l.shelf, l.status.Listing = s, true
		close(made)
	}
	l.showRows()
}

// Folder is the folder that is shown.
func (l *List) Folder() string { return l.dir }

// SetOpen marks the document that is open; "" is none.
func (l *List) SetOpen(path string) {
	l.open = path
	clear(l.selected)
	if i := l.index(path); i >= 0 {
		l.selectOnly(i)
		l.rows.ScrollTo(i)
		return
	}
	l.wanted = path
	l.showSelection()
}

// Rescan takes in changes made outside: of these files, or of the whole folder.
func (l *List) Rescan(paths ...string) {
	if l.shelf != nil {
		l.shelf.Rescan(paths...)
	}
}

// reload asks the shelf anew what is to be shown. Of several answers on their way
// the newest counts.
func (l *List) reload() {
	if l.shelf == nil {
		return
	}
	l.generation++
	generation, s, view := l.generation, l.shelf, l.view
	ui.Go(func() {
		entries, status := s.View(view), s.Status()
		ui.Do(func() {
			if generation == l.generation {
				l.take(entries, status)
			}
		})
	})
}

// take shows documents. The cursor stays on its document, wherever that is now.
func (l *List) take(entries []*shelf.Entry, status shelf.Status) {
	under := ""
	if l.cursor < len(l.entries) && l.cursor >= 0 {
		under = l.entries[l.cursor].Path
	}
	l.entries, l.status = entries, status
	if i := l.index(under); i >= 0 {
		l.cursor = i
	}
	l.cursor = max(0, min(l.cursor, len(entries)-1))
	l.anchor = max(0, min(l.anchor, len(entries)-1))
	if i := l.index(l.wanted); l.wanted != "" && i >= 0 {
		l.wanted = ""
		l.selectOnly(i)
		l.rows.ScrollTo(i)
	}
	l.showRows()
}

// Close stops the list's work in the background.
func (l *List) Close() {
	l.stopSearch()
	l.maker.Close()
	if l.shelf != nil {
		l.shelf.Close()
	}
}
