package cli

import (
	"context"
	"os"
	"runtime"
	"strconv"
	"time"

	"safety365/bulletins"
	"safety365/bulletins/kinds"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/fonts"
	"safety365/themes"
)

// settings are the options that say how documents are set.
type settings struct {
	draft bool
	theme string   // name or file; "" leaves the choice to the document
	sets  []string // path=value
}

// work is a document on its way to its pages.
type work struct {
	*command
	settings
	theme *themeFile // the file that --theme means, or nil
	epoch time.Time  // SOURCE_DATE_EPOCH, or zero

	folderToMake string // to be made before the first output is written; "" is none

	source   source
	doc      *bulletins.Document
	flow     *layout.Flow
	folder   *bulletins.Folder
	findings []finding
	workers  int // paragraphs set at once; 0: one a core
}

// begin reads what counts for every document.
func (c *command) begin(s settings) (work, error) {
	w := work{command: c, settings: s}
	if err := c.checkSets(s.sets); err != nil {
		return w, err
	}
	var err error
	if w.epoch, err = c.sourceDate(); err != nil {
		return w, err
	}
	w.theme, err = openThemeFile(s.theme)
	return w, err
}

// sourceDate reads the date that reproducible builds set, for documents that have
// none.
func (c *command) sourceDate() (time.Time, error) {
	text := os.Getenv("SOURCE_DATE_EPOCH")
	if text == "" {
		return time.Time{}, nil
	}
	seconds, err := strconv.ParseInt(text, 10, 64)
	// Dates in a PDF have four digits for the year.
	if last := int64(253402300799); err != nil || seconds < 0 || seconds > last {
		return time.Time{}, c.usage("epoch", text)
	}
	return time.Unix(seconds, 0).UTC(), nil
}

// compose reads a document and makes its flow. What is wrong with the content is in
// findings; an error is about files. A text that cannot be used at all leaves flow
// nil.
func (w *work) compose(s source) error {
	w.source = s
	text, err := w.read(s)
	if err != nil {
		return err
	}
	w.doc = bulletins.Parse(s.path, text, kinds.Schema())
	w.report(w.doc.Diagnostics)
	if w.doc.Text == "" && text != "" && hasErrors(w.findings) {
		return nil
	}
	folder, err := bulletins.OpenFolder(s.folder())
	if err != nil {
		return err
	}
	w.folder = folder
	go preload(w.doc.Lang) // while the theme is read
	theme := w.loadTheme(folder)
	go layout.Preload(theme, w.doc.Lang) // while the flow is made
	flow, found := kinds.NewComposer().Compose(w.doc, theme, folder, kinds.Options{Draft: w.draft})
	w.report(found)
	if flow.Info.Date.IsZero() {
		flow.Info.Date = w.epoch
	}
	w.flow = flow
	return nil
}

// close lets go of the document's folder, once its pictures have been written.
func (w *work) close() {
	if w.folder != nil {
		w.folder.Close()
	}
}

func (w *work) report(list []bulletins.Diagnostic) {
	for _, d := range list {
		w.findings = append(w.findings, findingOf(w.doc, d))
	}
}

// preload reads the fonts that the body of a document of ours is set in, which takes
// longer than anything else about a short document.
func preload(lang string) {
	for _, role := range []string{"song", "latin-serif"} {
		if family, err := fonts.Lookup(role, fonts.Style{}, lang); err == nil && (role != "song" || defaultTheme(lang) == themes.Default) {
			family.Faces[0].Load()
		}
	}
}

// stopped reports whether the findings so far stop the document.
func (w *work) stopped() bool { return w.flow == nil || !w.draft && hasErrors(w.findings) }

// lay lays the flow out and hands over each page. Of a document that is stopped
// only the findings are wanted.
func (w *work) lay(ctx context.Context, emit func(*page.Page) error) (*page.Book, error) {
	if w.flow == nil {
		return nil, errContent
	}
	book, problems, err := layout.Build(ctx, w.flow, layout.Options{Workers: w.workers}, emit)
	for _, p := range problems {
		w.findings = append(w.findings, w.placeProblem(p))
	}
	return book, err
}

// placeProblem turns what Layout says into a finding. It only ever warns: a page with
// a box for a missing character, or with a line too long, can be looked at.
func (w *work) placeProblem(p layout.Problem) finding {
	d := bulletins.Diagnostic{Code: p.Code, Severity: bulletins.Warning, Args: p.Args}
	if p.Block >= 0 && int(p.Block) < len(w.doc.Starts) {
		at := w.doc.Starts[p.Block] + int(max(p.Offset, 0))
		d.Range = bulletins.Range{Start: at, End: at}
	}
	return findingOf(w.doc, d)
}

// shareCores gives each of several documents its part of the cores.
func shareCores(documents int) (parallel, workers int) {
	cores := runtime.GOMAXPROCS(0)
	if documents == 1 {
		return 1, 0
	}
	parallel = min(documents, cores)
	return parallel, max(1, cores/parallel)
}

// loadTheme resolves the theme that the command, the document or its language
// chooses.
func (w *work) loadTheme(folder *bulletins.Folder) *themes.Theme {
	open := &themeOpener{own: w.theme, folder: folder, at: w.source.folder(), shown: map[string]string{}}
	name, at := w.chooseTheme()
	theme, problems := themes.Load(name, themes.Options{
		Language: w.doc.Lang,
		Settings: themes.SettingsOf(w.doc),
		Sets:     themes.Sets(w.sets),
		Open:     open.read,
	})
	for _, p := range problems {
		f := finding{file: p.File, line: p.Line, column: p.Column, severity: p.Severity, code: p.Code, args: p.Args}
		if p.File == "" { // about the name itself
			f.file, f.line, f.column = at.file, at.line, at.column
		} else if shown := open.shown[p.File]; shown != "" {
			f.file = shown
		}
		w.findings = append(w.findings, f)
	}
	return theme
}

// chooseTheme returns the theme's name and where it is named.
func (w *work) chooseTheme() (string, finding) {
	switch stated := w.doc.Meta.Values["theme"]; {
	case w.theme != nil:
		return w.theme.name, finding{file: "--theme"}
	case w.settings.theme != "":
		return w.settings.theme, finding{file: "--theme"}
	case stated.Text != "":
		return stated.Text, findingOf(w.doc, bulletins.Diagnostic{Range: stated.Range})
	}
	return defaultTheme(w.doc.Lang), finding{file: w.doc.Name, line: 1, column: 1}
}
