package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// workbook is an XLSX package, opened.
type workbook struct {
	files    map[string]*zip.File // by lower-case name: some writers differ in case
	sheets   []sheetEntry
	strings  []string
	styles   []style
	showing  scratch
	from1904 bool
}

type sheetEntry struct {
	name, file string
	hidden     bool
}

// errLimit is a part that is larger than it says or than is allowed.
var errLimit = errors.New("part of the file is too large")

func (in *input) readXLSX(data []byte) *Table {
	w := in.open(data)
	if w == nil {
		return nil
	}
	in.from1904 = w.from1904
	var shown []string
	for _, s := range w.sheets {
		if !s.hidden {
			shown = append(shown, s.name)
		}
	}
	var g *grid
	var name string
	for _, s := range w.sheets {
		if in.options.Sheet != "" && s.name != in.options.Sheet || in.options.Sheet == "" && s.hidden {
			continue
		}
		next, err := in.readSheet(w, s)
		if err != nil {
			in.refuse(err)
			return nil
		}
		if g == nil || len(g.lines) == 0 {
			g, name = next, s.name
		}
		if len(g.lines) > 0 {
			break
		}
	}
	switch {
	case g == nil && in.options.Sheet != "":
		in.fail("sheet-missing", "sheet", in.options.Sheet, "known", strings.Join(shown, ", "))
		return nil
	case g == nil:
		in.fail("sheet-empty")
		return nil
	}
	t := in.shape(g)
	if t != nil {
		t.Sheet, t.Sheets = name, shown
	}
	return t
}

// refuse reports an error of reading a part.
func (in *input) refuse(err error) {
	switch {
	case errors.Is(err, errLimit):
		in.fail("sheet-bomb", "limit", itoa(MaxUnpacked>>20)+" MB")
	case errors.Is(err, errCells):
		in.fail("sheet-too-many-cells", "limit", itoa(MaxCells))
	default:
		in.fail("sheet-broken", "reason", err.Error())
	}
}

// open opens a package: what it says of its sheets, its texts and formats.
func (in *input) open(data []byte) *workbook {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		in.fail("sheet-broken", "reason", err.Error())
		return nil
	}
	w := &workbook{files: map[string]*zip.File{}}
	var size uint64
	for _, f := range z.File {
		size += f.UncompressedSize64
		if f.UncompressedSize64 > MaxUnpacked || size > MaxUnpacked {
			in.refuse(errLimit)
			return nil
		}
		w.files[strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/"))] = f
	}
	if code := w.foreign(); code != "" {
		in.fail(code)
		return nil
	}
	if err := w.readParts(); err != nil {
		in.refuse(err)
		return nil
	}
	return w
}

// foreign recognises packages that are no XLSX.
func (w *workbook) foreign() string {
	switch {
	case w.files["xl/workbook.xml"] != nil:
		return ""
	case w.files["xl/workbook.bin"] != nil, w.files["content.xml"] != nil:
		return "sheet-old-format"
	}
	return "sheet-no-table"
}

// decode calls a function for every element that begins in a part; it may read on with
// the decoder. A part that is missing has none.
func (w *workbook) decode(name string, element func(*xml.Decoder, xml.StartElement) error) error {
	f := w.files[strings.ToLower(name)]
	if f == nil {
		return nil
	}
	r, err := f.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	d := xml.NewDecoder(&limited{r, int64(f.UncompressedSize64)})
	for {
		token, err := d.RawToken()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if start, ok := token.(xml.StartElement); ok {
			if err := element(d, start); err != nil {
				return err
			}
		}
	}
}

// limited reads no more than a part is said to hold.
type limited struct {
	r    io.Reader
	left int64
}

func (l *limited) Read(p []byte) (int, error) {
	n, err := l.r.Read(p)
	if l.left -= int64(n); l.left < 0 {
		return 0, errLimit
	}
	return n, err
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func isTrue(s string) bool { return s == "1" || s == "true" }
