package library

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"safety365/app/ime"
	"safety365/app/library/shelf"
	"safety365/app/ui"
)

// searchBox filters the list while one types; Enter searches in all texts.
type searchBox struct {
	ime.Entry
	list  *List
	clear fyne.CanvasObject
}

func newSearchBox(l *List) *searchBox {
	b := &searchBox{list: l}
	b.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	b.PlaceHolder = ui.Say("library-search-hint")
	b.OnChanged = func(words string) { l.filter(words) }
	b.OnSubmitted = func(string) { l.searchTexts() }
	b.ExtendBaseWidget(b)
	return b
}

// row is the box with its buttons.
func (b *searchBox) row() fyne.CanvasObject {
	texts := ui.NewIconButton(theme.SearchIcon(), ui.Say("library-search-texts"), b.list.searchTexts)
	clear := ui.NewIconButton(theme.CancelIcon(), ui.Say("library-search-clear"), func() { b.SetText("") })
	clear.Hide()
	b.clear = clear
	return container.NewBorder(nil, nil, nil, container.NewHBox(clear, texts), b)
}

// TypedKey goes down to the rows, and back to all documents on Escape. The input
// method comes first: it has its own use for these keys.
func (b *searchBox) TypedKey(k *fyne.KeyEvent) {
	if k.Name != fyne.KeyDown && k.Name != fyne.KeyEscape {
		b.Entry.TypedKey(k)
		return
	}
	if ime.Filter(&b.Entry, ime.Key{Name: k.Name, Code: k.Physical.ScanCode}) {
		return
	}
	if k.Name == fyne.KeyEscape {
		b.SetText("")
		return
	}
	if b.list.full {
		b.list.found.focus()
		return
	}
	b.list.focus()
}

// filter shows the documents with words in their titles and the like. While all texts
// are searched it waits for Enter, but for an empty box, which ends the search.
func (l *List) filter(words string) {
	words = strings.TrimSpace(words)
	if l.box.clear != nil {
		l.box.clear.Hide()
		if words != "" {
			l.box.clear.Show()
		}
	}
	if l.full && words != "" {
		return
	}
	l.stopSearch()
	l.full, l.hits = false, nil
	l.view.Words = words
	clear(l.selected) // nothing is done with what is not seen
	l.reload()
	l.showRows()
}

// FocusSearch puts the caret into the search box.
func (l *List) FocusSearch() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(l.box); c != nil {
		c.Focus(l.box)
	}
}

// Search looks for words in all texts and shows where they stand.
func (l *List) Search(words string) {
	l.box.SetText(words)
	l.searchTexts()
	l.FocusSearch()
}

// searchSwitches are the options of the search in all texts.
func (l *List) searchSwitches() *fyne.Container {
	exact := ui.NewCheck(ui.Say("library-search-case"), func(on bool) { l.query.Case = on; l.searchTexts() })
	pattern := ui.NewCheck(ui.Say("library-search-regexp"), func(on bool) { l.query.Regexp = on; l.searchTexts() })
	return container.NewHBox(exact, pattern)
}

// hitLine is a line of what was found: a document, or a place in it.
type hitLine struct {
	document *shelf.Entry
	count    int // of the hits below a document
	hit      shelf.Hit
}

// searchTexts searches all texts for what stands in the box.
func (l *List) searchTexts() {
	l.stopSearch()
	l.query.Words = strings.TrimSpace(l.box.Text)
	if l.shelf == nil || l.query.Words == "" {
		l.FocusSearch()
		return
	}
	l.full, l.hits, l.hitText = true, nil, ui.Say("library-searching")
	l.found.cursor = 0
	l.showRows()
	ctx, stop := context.WithCancel(context.Background())
	l.search = stop
	s, query := l.shelf, l.query
	view := l.view
	view.Words = ""
	ui.Go(func() { l.runSearch(ctx, s, view, query) })
}

func (l *List) stopSearch() {
	l.search()
	l.search = func() {}
}

// runSearch searches and hands over what it finds several times a second.
func (l *List) runSearch(ctx context.Context, s *shelf.Shelf, view shelf.View, query shelf.Query) {
	const often = 100 * time.Millisecond
	var pending []shelf.Hit
	last := time.Now().Add(-often)
	flush := func() {
		hits := pending
		pending = nil
		last = time.Now()
		ui.Do(func() {
			if ctx.Err() == nil {
				l.addHits(s, hits)
			}
		})
	}
	more, err := s.Search(ctx, view, query, func(h shelf.Hit) {
		pending = append(pending, h)
		if time.Since(last) >= often {
			flush()
		}
	})
	flush()
	ui.Do(func() {
		if ctx.Err() == nil {
			l.searched(more, err)
		}
	})
}

// addHits puts hits below the documents in which they stand.
func (l *List) addHits(s *shelf.Shelf, hits []shelf.Hit) {
	for _, h := range hits {
		at := len(l.hits) - 1
		for at >= 0 && l.hits[at].document == nil {
			at--
		}
		if at < 0 || l.hits[at].document.Path != h.Path {
			e := s.Get(h.Path)
			if e == nil { // it went meanwhile
				continue
			}
			l.hits = append(l.hits, hitLine{document: e})
			at = len(l.hits) - 1
		}
		l.hits[at].count++
		l.hits = append(l.hits, hitLine{hit: h})
	}
	l.found.Refresh()
}

// searched says what came of a search.
func (l *List) searched(more bool, err error) {
	documents := 0
	for _, h := range l.hits {
		if h.document != nil {
			documents++
		}
	}
	count := strconv.Itoa(len(l.hits) - documents)
	switch {
	case err != nil && !errors.Is(err, context.Canceled):
		l.hitText = ui.Say("library-search-faulty")
	case len(l.hits) == 0:
		l.hitText = ui.Say("library-search-none")
	case more:
		l.hitText = ui.Say("library-search-many", "count", count)
	default:
		l.hitText = ui.Say("library-search-found", "count", count, "documents", strconv.Itoa(documents))
	}
	l.showCount()
}
