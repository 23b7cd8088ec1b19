package library

import (
	"os"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"safety365/app/library/thumbs"
	"safety365/app/ui"
)

// Recent is a document or folder that was open before.
type Recent struct {
	Path   string
	Title  string // "" is the file's name
	Folder bool
	Opened time.Time
}

// StartOptions say what the start page shows and what it asks the window to do.
// All functions are called on the goroutine that owns the widgets.
type StartOptions struct {
	Window  fyne.Window   // for dialogs
	Icon    fyne.Resource // of the program; nil: none
	Version string

	New        func()                       // show the gallery
	OpenFolder func()                       // ask for a folder and open it
	OpenFile   func()                       // ask for a document and open it
	Open       func(path string)            // open a document
	OpenDir    func(path string)            // open a folder
	Paste      func(text string)            // make a document of a foreign text
	SampleDir  func(then func(dir string))  // where a sample is to be copied; nil: a folder in the user's documents
	Recent     func() []Recent              // newest first
	Forget     func(path string)            // remove from Recent
	Guide      func()                       // open the guide; nil: there is none
	Language   func(lang string)            // change the language of the window
	Failed     func(what string, err error) // say that something went wrong; nil: a dialog
}

// Start is the start page.
type Start struct {
	widget.BaseWidget
	o     StartOptions
	maker *thumbs.Maker

	side, main *fyne.Container
	recent     *fyne.Container
	samples    *fyne.Container
	languages  *fyne.Container
	shelves    *shelves // how the samples flow
	columns    *columns // how the recent ones do
	width      float32  // for both
	tiles      []*tile
	rows       []*recentRow
	pictures   string // a folder of the samples' pictures, while the page is shown
	closed     bool
}

// NewStart makes the start page.
func NewStart(o StartOptions) *Start {
	s := &Start{o: o, maker: thumbs.New(thumbs.DefaultBytes), shelves: &shelves{}, columns: &columns{gap: 24}}
	s.recent = container.NewStack()
	s.samples = container.NewStack()
	s.languages = s.languageSwitch()
	s.side = s.doors()
	s.main = container.NewVBox()
	s.ExtendBaseWidget(s)
	s.Reload()
	s.loadSamples()
	return s
}

// CreateRenderer implements fyne.Widget.
func (s *Start) CreateRenderer() fyne.WidgetRenderer {
	page := container.NewVScroll(container.New(&column{max: pageWidth, margin: pageMargin}, s.main))
	top := container.NewHBox(layout.NewSpacer(), s.languages)
	right := container.NewBorder(container.New(layout.NewCustomPaddedLayout(10, 4, pageMargin, pageMargin), top), nil, nil, nil, page)
	body := container.NewBorder(nil, nil, s.side, nil, right)
	return &startRenderer{widget.NewSimpleRenderer(body), s}
}

const (
	pageWidth  = 1180
	pageMargin = 28
)

// startRenderer tells the parts that flow how much room they have before they are
// asked for their heights.
type startRenderer struct {
	fyne.WidgetRenderer
	start *Start
}

func (r *startRenderer) Layout(size fyne.Size) {
	s := r.start
	s.width = min(size.Width-s.side.MinSize().Width-2*pageMargin-themeSize(theme.SizeNamePadding), pageWidth)
	s.spread()
	r.WidgetRenderer.Layout(size)
}

// spread lets the samples and the recent documents flow in the width that there is.
func (s *Start) spread() {
	s.shelves.width, s.columns.width = s.width, s.width
}

// Reload shows what Recent says now.
func (s *Start) Reload() {
	var list []Recent
	if s.o.Recent != nil {
		list = s.o.Recent()
	}
	samples := container.NewVBox(
		container.New(layout.NewCustomPaddedVBoxLayout(-8), heading(ui.Say("library-start-samples")), caption(ui.Say("library-start-samples-about"))),
		s.samples)
	s.main.Objects = nil
	if len(list) > 0 {
		s.main.Add(s.recents(list))
		s.main.Add(space(16))
	} else {
		s.rows = nil
	}
	s.main.Add(samples)
	s.main.Add(space(24))
	s.spread()
	s.main.Refresh()
}

// Close stops the page's work in the background.
func (s *Start) Close() {
	s.closed = true
	s.maker.Close()
	if dir := s.pictures; dir != "" {
		s.pictures = ""
		ui.Go(func() { os.RemoveAll(dir) })
	}
}
