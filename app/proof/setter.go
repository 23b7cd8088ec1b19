package proof

import (
	"context"
	"slices"
	"time"

	"safety365/app/press"
	"safety365/bulletins"
	"safety365/bulletins/kinds"
	"safety365/bulletins/layout"
	"safety365/themes"
)

// setter makes the pages of one state after the other. It belongs to the worker.
type setter struct {
	dir      string
	settings press.Settings
	guard    func(func())

	folder   *bulletins.Folder
	opened   time.Time // when it was last tried
	composer *kinds.Composer
	session  *layout.Session
	whole    bool // the last job came to its end; otherwise nothing that is kept can be trusted

	office press.OfficeCache
	about  []press.Finding // about the office

	theme *themes.Theme
	found []press.Finding // about the theme
	stamp press.Stamp
	read  time.Time // when the theme's files were last looked at
}

// lookEvery is how often files are looked at without being asked to: a folder that
// could not be opened, the files of a theme.
const lookEvery = time.Second

func newSetter(dir string, s press.Settings, guard func(func())) *setter {
	return &setter{dir: dir, settings: s, guard: guard}
}

func (s *setter) close() {
	if s.folder != nil {
		s.folder.Close()
	}
}

// make sets a document. It returns nil when ctx is cancelled before it is done.
func (s *setter) make(ctx context.Context, j *job) *Sheets {
	s.open(j.refresh)
	if !s.whole { // the first one, or one after a panic
		s.composer, s.session = kinds.NewComposer(), layout.NewSession(layout.Options{})
		s.theme = nil
	}
	s.whole = false
	s.settings.Office, s.about = s.office.Load(s.folder, s.dir, j.refresh)
	doc := s.settings.Office.Apply(j.doc)
	s.load(doc, j.refresh)
	flow, found := s.composer.Compose(doc, s.theme, s.folder, kinds.Options{Draft: s.settings.Draft, Today: time.Now(), Office: s.settings.Office})
	pages := s.session.Layout(ctx, flow)
	s.whole = true
	if pages == nil {
		return nil
	}
	out := &Sheets{Generation: j.generation, Document: j.doc, Pages: pages, Theme: s.theme, Info: flow.Info}
	out.collect(found, slices.Concat(s.about, s.found))
	return out
}

// open opens the document's folder. One that cannot be had now, on a network drive,
// may come back, and then be another one. The old one is not closed: pages that are
// shown have pictures in it.
func (s *setter) open(now bool) {
	if s.dir == "" || !now && (s.folder != nil || time.Since(s.opened) < lookEvery) || press.Current(s.folder, s.dir) {
		return
	}
	s.opened = time.Now()
	if folder, err := bulletins.OpenFolder(s.dir); err == nil {
		s.folder = folder
		s.whole = false // nothing that was read in another one is to be trusted
	}
}

// load takes the theme that the document asks for, the same one as long as nothing
// about it changes.
func (s *setter) load(doc *bulletins.Document, now bool) {
	if s.theme != nil && s.stamp.Fresh(doc, s.settings) {
		if !now && time.Since(s.read) < lookEvery {
			return
		}
		s.read = time.Now()
		if s.stamp.Unchanged(s.folder) {
			return
		}
	}
	s.theme, s.found, s.stamp = press.LoadTheme(doc, s.folder, s.dir, s.settings)
	s.read = time.Now()
	theme := s.theme
	go s.guard(func() { layout.Preload(theme, doc.Lang) }) // while the flow is made
}
