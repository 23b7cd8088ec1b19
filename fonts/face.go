package fonts

import (
	"bytes"
	"fmt"
	"slices"
	"sync"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
)

// Face is one font file. It is decoded and parsed at first use; after that it may
// be used from any goroutine.
type Face struct {
	name   string
	open   func() ([]byte, error)
	index  int  // in a collection
	packed bool // open returns it compressed in frames
	System bool // installed on this machine, not bundled

	once  sync.Once
	sfnt  *Sfnt
	horiz *font.Font // without outlines: all that horizontal shaping needs
	err   error

	fullOnce sync.Once
	full     *font.Font // with outlines
}

// NewFace returns a face that reads its file by open at first use. Name is what
// Name returns; empty, the file's PostScript name is taken and the file read at once.
func NewFace(name string, index int, open func() ([]byte, error)) (*Face, error) {
	f := &Face{name: name, index: index, open: open}
	if name == "" {
		if err := f.Load(); err != nil {
			return nil, err
		}
		f.name = f.sfnt.Name
	}
	return f, nil
}

// Name returns the PostScript name.
func (f *Face) Name() string { return f.name }

// Load reads the file, if that has not been done, and returns the error that
// stood in the way.
func (f *Face) Load() error {
	f.once.Do(func() {
		data, err := f.open()
		var in *frames
		if err == nil && f.packed {
			if in, err = openFrames(data); err == nil {
				data = in.data
			}
		}
		if err == nil {
			f.sfnt, err = parseSfnt(data, f.index, in)
		}
		if err == nil {
			f.horiz, err = parse(f.sfnt, false)
		}
		if err != nil {
			f.err = fmt.Errorf("font %s: %w", f.name, err)
		}
	})
	return f.err
}

// Sfnt returns the file's tables, metrics and outlines. A face that cannot be read
// gives an empty one; Load tells why.
func (f *Face) Sfnt() *Sfnt {
	if f.Load() != nil {
		return &Sfnt{UnitsPerEm: 1000, Ascent: 880, Descent: 120}
	}
	return f.sfnt
}

// UnitsPerEm returns the font units in an em.
func (f *Face) UnitsPerEm() int { return f.Sfnt().UnitsPerEm }

// Glyph returns the nominal glyph of a character and whether there is one.
func (f *Face) Glyph(r rune) (GID, bool) {
	if f.Load() != nil {
		return 0, false
	}
	g, ok := f.horiz.NominalGlyph(r)
	return GID(g), ok && g != 0
}

// Has reports whether the face has a glyph for a character.
func (f *Face) Has(r rune) bool { _, ok := f.Glyph(r); return ok }

// Preload reads several faces at once, in parallel.
func Preload(faces []*Face) {
	var wg sync.WaitGroup
	for _, f := range faces {
		wg.Go(func() { f.Load() })
	}
	wg.Wait()
}

// shapingFont returns go-text's view of the face. With extents it knows the
// outlines: vertical origins hang on them, and the place of combining marks in a
// face that has no GPOS table.
func (f *Face) shapingFont(extents bool) *font.Font {
	if f.Load() != nil {
		return nil
	}
	if !extents {
		return f.horiz
	}
	f.fullOnce.Do(func() {
		if f.full, _ = parse(f.sfnt, true); f.full == nil {
			f.full = f.horiz
		}
	})
	return f.full
}

// outlineTables are left out of what go-text parses for horizontal shaping: it
// would turn every glyph of the file into objects, three times the file's size.
var outlineTables = []string{"glyf", "loca", "post", "prep", "fpgm", "cvt ", "gasp", "VORG"}

func parse(s *Sfnt, outlines bool) (*font.Font, error) {
	var tables []ot.Table
	for tag, content := range s.tables {
		if outlines && s.frames != nil {
			s.frames.ensure(0, len(s.Data))
		}
		if outlines || !slices.Contains(outlineTables, tag) {
			tables = append(tables, ot.Table{Tag: ot.MustNewTag(tag), Content: content})
		}
	}
	slices.SortFunc(tables, func(a, b ot.Table) int { return int(int64(a.Tag) - int64(b.Tag)) })
	ld, err := ot.NewLoader(bytes.NewReader(ot.WriteTTF(tables)))
	if err != nil {
		return nil, err
	}
	return font.NewFont(ld)
}
