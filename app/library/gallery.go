package library

import (
	"cmp"
	"image/color"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"safety365/app/ime"
	"safety365/app/library/thumbs"
	"safety365/app/ui"
	"safety365/bulletins"
	"safety365/bulletins/kinds"
)

// Choice is what the user took from the gallery.
type Choice struct {
	Kind, Theme, Lang string
	FromText          bool // the document begins with GalleryOptions.Text
	// Text is what the new document begins with: the starter, or the user's own
	// text, with kind and style in its front matter.
	Text string
	// Name is a sane name for its file, without the extension.
	Name string
}

// GalleryOptions say what the gallery offers.
type GalleryOptions struct {
	Lang   string        // that documents are in at first; "": the window's
	Kind   string        // that is selected at first; "": the first one
	Text   func() string // the user's own text, for thumbnails of it; nil: there is none
	Folder string        // where that text's pictures and themes lie; "": none
	// Pictures is where the text's pictures lie as long as it has no document; "": in
	// Folder.
	Pictures string
	Create   func(Choice)
	Cancel   func() // nil: no button
}

// Gallery offers kinds and house styles for a new document.
type Gallery struct {
	widget.BaseWidget
	o     GalleryOptions
	maker *thumbs.Maker

	styles   []style
	own      string // the user's text, as it was when the gallery was made
	ownLang  string
	fromText bool // at first, if there is one: nobody pastes a text to be given another
	lang     string
	group    kinds.Group // "" is all
	style    string      // the theme in which everything is shown; "": each kind's own
	words    string
	choices  []choice // that are shown
	previews map[previewKey]string
	at       int // the one selected

	filter    *ime.Entry
	groups    *pickList
	languages *pickList
	themes    *ui.Select
	grid      *grid
	about     *widget.Label
	none      *widget.Label
	create    *ui.Button
	body      fyne.CanvasObject
}

// NewGallery makes a gallery.
func NewGallery(o GalleryOptions) *Gallery {
	g := &Gallery{o: o, maker: thumbs.New(thumbs.DefaultBytes), styles: builtinStyles(), lang: o.Lang, previews: map[previewKey]string{}}
	if g.lang == "" {
		g.lang = ui.Language()
	}
	if o.Text != nil {
		g.own = o.Text()
		g.fromText = g.own != ""
		g.ownLang = bulletins.Parse("", g.own, kinds.Schema()).Lang
	}
	g.build()
	g.ExtendBaseWidget(g)
	g.choose()
	if i := slices.IndexFunc(g.choices, func(c choice) bool { return c.kind.Name == o.Kind }); i > 0 {
		g.selectAt(i)
	}
	ui.Go(func() {
		if own := ownStyles(o.Folder); len(own) > 0 {
			ui.Do(func() {
				g.styles = append(g.styles, own...)
				g.listStyles()
			})
		}
	})
	return g
}

// build makes the widgets.
func (g *Gallery) build() {
	g.filter = ime.NewEntry()
	g.filter.PlaceHolder = ui.Say("library-gallery-filter")
	g.filter.OnChanged = func(words string) { g.words = words; g.choose() }
	g.filter.OnSubmitted = func(string) { g.take() }
	g.groups = newPickList(func(group string) { g.group = kinds.Group(group); g.choose() })
	g.groups.add("", ui.Say("library-gallery-all"))
	for _, group := range groups() {
		g.groups.add(string(group), groupTitle(group))
	}
	g.groups.pick("")
	g.themes = ui.NewSelect(nil, nil)
	g.listStyles()
	g.themes.OnChanged = func(string) { g.pickStyle(g.themes.SelectedIndex()) }
	g.languages = newPickList(func(lang string) { g.lang = lang; g.choose() })
	for _, l := range languages {
		g.languages.add(l.tag, l.name)
	}
	g.languages.pick(g.lang)
	g.grid = newGrid(g)
	g.about = widget.NewLabel("\n")
	g.about.Importance = widget.LowImportance
	g.about.Truncation = fyne.TextTruncateEllipsis
	g.none = widget.NewLabel(ui.Say("library-gallery-none"))
	g.none.Alignment, g.none.Importance = fyne.TextAlignCenter, widget.LowImportance
	g.create = ui.NewButtonWithIcon(ui.Say("library-create"), theme.DocumentCreateIcon(), g.take)
	g.create.Importance = widget.HighImportance
	g.body = g.arrange()
}

// arrange puts the filters at the left, the pages at the right, and what is done with
// them at the foot.
func (g *Gallery) arrange() fyne.CanvasObject {
	side := container.NewVBox(g.filter, caption(ui.Say("library-gallery-kind")), g.groups.box,
		caption(ui.Say("library-gallery-style")), g.themes,
		caption(ui.Say("library-gallery-language")), g.languages.box)
	if g.own != "" {
		own := ui.NewCheck(ui.Say("library-gallery-own"), g.takeOwn)
		own.Checked = g.fromText
		g.showLanguage()
		side.Add(caption(ui.Say("library-gallery-text")))
		side.Add(own)
	}
	buttons := container.NewHBox()
	if g.o.Cancel != nil {
		buttons.Add(ui.NewButton(ui.Say("cancel"), g.o.Cancel))
	}
	buttons.Add(g.create)
	foot := container.NewBorder(widget.NewSeparator(), nil, nil, container.NewCenter(buttons), g.about)
	head := widget.NewLabel(ui.Say("library-gallery-title"))
	head.SizeName = theme.SizeNameHeadingText
	head.TextStyle.Bold = true
	gap := canvas.NewRectangle(color.Transparent)
	gap.SetMinSize(fyne.NewSize(210, 0))
	left := container.NewStack(gap, container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 0, 0, 2), side)))
	pages := container.New(layout.NewCustomPaddedLayout(0, 0, 16, 0), container.NewStack(g.grid, newWheel(g.grid), container.NewCenter(g.none)))
	return container.New(layout.NewCustomPaddedLayout(8, 8, 12, 12), container.NewBorder(head, foot, left, nil, pages))
}

// takeOwn says whether the document begins with the user's own text.
func (g *Gallery) takeOwn(on bool) {
	g.fromText = on
	g.showLanguage()
	g.choose()
}

// language is the new document's; a text has its own.
func (g *Gallery) language() string {
	if g.fromText {
		return g.ownLang
	}
	return g.lang
}

// showLanguage marks it.
func (g *Gallery) showLanguage() {
	g.languages.pick(g.language())
	g.languages.enable(!g.fromText)
}

// caption is a small heading over a group.
func caption(words string) fyne.CanvasObject {
	l := widget.NewLabel(words)
	l.SizeName = theme.SizeNameCaptionText
	l.Importance = widget.LowImportance
	return l
}

// CreateRenderer implements fyne.Widget.
func (g *Gallery) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(g.body) }

// Focused is what ought to have the focus when the gallery is shown.
func (g *Gallery) Focused() fyne.Focusable { return g.grid }

// Close stops the gallery's work in the background.
func (g *Gallery) Close() { g.maker.Close() }

// choose lists anew what is offered. What was selected stays so if it is there.
func (g *Gallery) choose() {
	var before choice
	if g.at < len(g.choices) {
		before = g.choices[g.at]
	}
	g.choices, g.at = nil, 0
	g.offerGroups()
	words := strings.Fields(strings.ToLower(g.words))
	for _, group := range groups() {
		if g.group != "" && g.group != group {
			continue
		}
		for _, kind := range g.kindsOf(group) {
			c, ok := g.offer(kind, words)
			if !ok {
				continue
			}
			if kind == before.kind {
				g.at = len(g.choices)
			}
			g.choices = append(g.choices, c)
		}
	}
	g.showChoices()
}

// showChoices draws what is offered and what is selected.
func (g *Gallery) showChoices() {
	g.none.Hidden = len(g.choices) > 0
	g.none.Refresh()
	if len(g.choices) == 0 {
		g.create.Disable()
		g.about.SetText("\n")
	} else {
		g.create.Enable()
		c := g.choices[g.at]
		g.about.SetText(c.kind.Description(ui.Language()) + "\n" + cmp.Or(c.style.about, c.style.title))
	}
	g.grid.Refresh()
}

// choose one of those offered.
func (g *Gallery) selectAt(i int) {
	if i < 0 || i >= len(g.choices) {
		return
	}
	g.at = i
	g.grid.ScrollTo(i)
	g.showChoices()
}

// take creates what is selected.
func (g *Gallery) take() {
	if g.at >= len(g.choices) || g.o.Create == nil {
		return
	}
	c := g.choices[g.at]
	g.o.Create(Choice{
		Kind: c.kind.Name, Theme: c.style.name, Lang: g.language(), FromText: g.fromText,
		Text: g.text(c), Name: g.fileName(c),
	})
}
