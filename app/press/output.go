package press

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
)

// Output is a kind of file that can be made of a document.
type Output struct {
	ID        string // draft, final, png …
	Label     string // the key of its name in assets/labels; what it is for is the key with -note
	Extension string // with its stop
	Draft     bool   // a review copy, which no error stops
	// Resolutions are the dots per inch that a person may choose between, the usual
	// one first; nil: there is nothing to choose.
	Resolutions []int
	// Make makes the output. The job's draft flag has been set.
	Make func(ctx context.Context, j *Job, at Place) (Made, error)
	// Taken lists the files that are there already under a name; nil: the name with
	// the extension.
	Taken func(folder, name string) []string
}

// Place is where an output goes.
type Place struct {
	Folder     string
	Name       string // without the extension
	Replace    bool   // files of that name may be replaced; otherwise another name is taken
	Resolution int    // of pictures; 0: the usual one
}

// Made is an output that was made.
type Made struct {
	Files []string
	Pages int
}

var outputs = []Output{
	{ID: "draft", Label: "output-draft", Extension: ".pdf", Draft: true, Make: makePDF},
	{ID: "final", Label: "output-final", Extension: ".pdf", Make: makePDF},
	{ID: "docx", Label: "output-docx", Extension: ".docx", Make: makeWord},
	{ID: "png", Label: "output-png", Extension: ".png", Resolutions: []int{200, 120, 300}, Make: makePNG, Taken: takenPNG},
}

// Outputs lists what can be made of a document.
func Outputs() []Output { return slices.Clone(outputs) }

// Lookup finds an output by its ID.
func Lookup(id string) (Output, bool) {
	for _, o := range Outputs() {
		if o.ID == id {
			return o, true
		}
	}
	return Output{}, false
}

// Existing lists the files that stand under a name in a folder already.
func (o *Output) Existing(folder, name string) []string {
	if o.Taken != nil {
		return o.Taken(folder, name)
	}
	path := filepath.Join(folder, name+o.Extension)
	if _, err := os.Lstat(path); err != nil {
		return nil
	}
	return []string{path}
}

// Free returns name, or the first of name 2, name 3 … that has no files yet and that
// refused, if given, does not refuse.
func (o *Output) Free(folder, name string, refused func(string) bool) string {
	return numbered(name, func(try string) bool {
		return len(o.Existing(folder, try)) > 0 || refused != nil && refused(try)
	})
}

// numbered returns the first of name, name 2, name 3 … that is not taken.
func numbered(name string, taken func(string) bool) string {
	try := name
	for n := 2; taken(try); n++ {
		try = fmt.Sprintf("%s %d", name, n)
	}
	return try
}

// settle returns the place under which an output is written now: since the name was
// chosen, somebody may have put a file there.
func (p Place) settle(o Output) Place {
	if !p.Replace {
		p.Name = o.Free(p.Folder, p.Name, nil)
	}
	return p
}

func (p Place) path(extension string) string { return filepath.Join(p.Folder, p.Name+extension) }

func makePDF(ctx context.Context, j *Job, at Place) (Made, error) {
	return makeFile(".pdf", at, func(to Sink) (int, error) { return j.PDF(ctx, to) })
}

// makeFile makes an output that is one file.
func makeFile(extension string, at Place, make func(to Sink) (pages int, err error)) (Made, error) {
	var made Made
	pages, err := make(func(write func(out io.Writer) error) error {
		path := at.settle(Output{Extension: extension}).path(extension)
		if err := os.MkdirAll(at.Folder, 0o777); err != nil {
			return err
		}
		made.Files = []string{path}
		return ToFile(path)(write)
	})
	if err != nil {
		return Made{}, err
	}
	made.Pages = pages
	return made, nil
}

// makePNG makes a picture of every page: notice.png, or notice-p1.png, notice-p2.png
// … of several. If it fails, pages that were not there before are taken away again.
func makePNG(ctx context.Context, j *Job, at Place) (Made, error) {
	dpi := at.Resolution
	if dpi == 0 {
		dpi = DefaultDPI
	}
	var made Made
	var before []string // of an older set
	pages, err := j.PNG(ctx, float64(dpi), func(number, all int) Sink {
		return func(write func(out io.Writer) error) error {
			if number == 1 {
				if err := os.MkdirAll(at.Folder, 0o777); err != nil {
					return err
				}
				at = at.settle(Output{Extension: ".png", Taken: takenPNG})
				before = takenPNG(at.Folder, at.Name)
			}
			suffix := ".png"
			if all > 1 {
				suffix = fmt.Sprintf("-p%0*d.png", len(fmt.Sprint(all)), number)
			}
			made.Files = append(made.Files, at.path(suffix))
			return ToFile(at.path(suffix))(write)
		}
	})
	if err != nil {
		removeBut(made.Files, before)
		return Made{}, err
	}
	removeBut(before, made.Files) // pages that the document no longer has
	made.Pages = pages
	return made, nil
}

// removeBut removes files that are not among those to keep.
func removeBut(files, keep []string) {
	for _, path := range files {
		if !slices.Contains(keep, path) {
			os.Remove(path)
		}
	}
}

// takenPNG lists the pictures of pages under a name.
func takenPNG(folder, name string) []string {
	entries, _ := os.ReadDir(folder) // no folder, no files
	page := regexp.MustCompile(`(?i)^` + regexp.QuoteMeta(name) + `(-p[0-9]+)?\.png$`)
	var out []string
	for _, e := range entries {
		if page.MatchString(e.Name()) {
			out = append(out, filepath.Join(folder, e.Name()))
		}
	}
	return out
}
