package press

import (
	"context"
	"path/filepath"
	"runtime"
	"time"

	"safety365/bulletins"
	"safety365/bulletins/kinds"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/fonts"
	"safety365/themes"
)

// Job is a document on its way to its pages. It serves for one output and one
// goroutine.
type Job struct {
	Path string // the document's name in findings
	Dir  string // where its pictures and themes lie; "": beside it
	Text string
	Settings
	Date    time.Time // of a document that states none; zero: unknown
	Workers int       // paragraphs set at once; 0: one a core
	// Fallback is told of characters set in another face than the one wanted.
	Fallback func(layout.Fallback)
	// Progress is told how many pages are done, and how many there will be, 0 if that
	// is not known yet. It is called from the job's goroutine.
	Progress func(done, all int)

	// What Compose made. Flow is nil if the text cannot be used at all. Doc is the
	// document as the office completes it.
	Doc      *bulletins.Document
	Flow     *layout.Flow
	Findings []Finding

	folder *bulletins.Folder
}

// dir is the path of the document's folder.
func (j *Job) dir() string {
	if j.Dir != "" {
		return j.Dir
	}
	return filepath.Dir(j.Path)
}

// Compose makes the document's flow. What is wrong with the content is in Findings;
// an error is about files.
func (j *Job) Compose() error {
	j.Doc = bulletins.Parse(j.Path, j.Text, kinds.Schema())
	j.report(j.Doc.Diagnostics)
	if j.Doc.Text == "" && j.Text != "" && HasErrors(j.Findings) {
		return nil
	}
	folder, err := bulletins.OpenFolder(j.dir())
	if err != nil {
		return err
	}
	j.folder = folder
	go preload(j.Doc.Lang) // while the theme is read
	office, found := LoadOffice(folder, j.dir())
	j.Office, j.Doc = office, office.Apply(j.Doc)
	j.Findings = append(j.Findings, found...)
	theme, found, _ := LoadTheme(j.Doc, folder, j.dir(), j.Settings)
	j.Findings = append(j.Findings, found...)
	go layout.Preload(theme, j.Doc.Lang) // while the flow is made
	flow, diagnostics := kinds.NewComposer().Compose(j.Doc, theme, folder, kinds.Options{Draft: j.Draft, Today: j.Today, Office: office})
	j.report(diagnostics)
	if flow.Info.Date.IsZero() {
		flow.Info.Date = j.Date
	}
	j.Flow = flow
	return nil
}

// Close lets go of the document's folder, once its pictures have been written.
func (j *Job) Close() {
	if j.folder != nil {
		j.folder.Close()
	}
}

func (j *Job) report(list []bulletins.Diagnostic) {
	for _, d := range list {
		j.Findings = append(j.Findings, FindingOf(j.Doc, d))
	}
}

// preload reads the fonts that the body of a document of ours is set in, which takes
// longer than anything else about a short document.
func preload(lang string) {
	for _, role := range []string{"song", "latin-serif"} {
		if family, err := fonts.Lookup(role, fonts.Style{}, lang); err == nil && (role != "song" || kinds.ThemeFor("", lang) == themes.Default) {
			family.Faces[0].Load()
		}
	}
}

// Stopped reports whether the findings so far stop the document.
func (j *Job) Stopped() bool { return j.Flow == nil || !j.Draft && HasErrors(j.Findings) }

// Lay lays the flow out and hands over each page. Of a document that is stopped only
// the findings are wanted.
func (j *Job) Lay(ctx context.Context, emit func(*page.Page) error) (*page.Book, error) {
	if j.Flow == nil {
		return nil, ErrContent
	}
	book, problems, err := layout.Build(ctx, j.Flow, layout.Options{Workers: j.Workers, Fallback: j.Fallback}, emit)
	for _, p := range problems {
		j.Findings = append(j.Findings, FindingOf(j.Doc, DiagnosticOf(j.Doc, p)))
	}
	return book, err
}

// DiagnosticOf turns what layout says into a Diagnostic. It only ever warns: a page
// with a box for a missing character, or with a line too long, can be looked at.
func DiagnosticOf(doc *bulletins.Document, p layout.Problem) bulletins.Diagnostic {
	d := bulletins.Diagnostic{Code: p.Code, Severity: bulletins.Warning, Args: p.Args}
	if p.Block >= 0 && int(p.Block) < len(doc.Starts) {
		at := doc.Starts[p.Block] + int(max(p.Offset, 0))
		d.Range = bulletins.Range{Start: at, End: at}
	}
	return d
}

// ShareCores gives each of several documents its part of the cores: how many are
// made at once, and the Workers of each.
func ShareCores(documents int) (parallel, workers int) {
	cores := runtime.GOMAXPROCS(0)
	if documents == 1 {
		return 1, 0
	}
	parallel = min(documents, cores)
	return parallel, max(1, cores/max(parallel, 1))
}
