package layout

import (
	"context"

	"safety365/bulletins/page"
)

// Problem is something layout has to say about a document's content: a character
// that no face has, a line that does not fit. The caller turns it into a Diagnostic.
type Problem struct {
	Code   string // missing-glyph, line-overfull, line-emergency, table-overfull, vertical-overfull, sidenote-overfull, fixed-overfull, fit-overfull, font-system, font-not-found, font-refused
	Block  int32  // top-level block of the document, or -1
	Note   string // ID of the note that it is in; "": none
	Offset int32  // in it, or -1
	Args   map[string]string
}

// Fallback is a character that was set in another face than the one that its style
// wants.
type Fallback struct {
	Char         rune
	Wanted, Used string
	Block        int32 // as in Problem
	Offset       int32
}

// Options say how a Flow is laid out.
type Options struct {
	// Workers is how many paragraphs are set at once; 0: as many as there are cores.
	Workers int
	// Fallback is told of every character that is set in another face than the one
	// wanted; nil: nobody wants to know.
	Fallback func(Fallback)
}

// Layout lays a flow out at once.
func Layout(ctx context.Context, flow *Flow, opts Options) (*page.Book, []Problem, error) {
	var pages []*page.Page
	book, problems, err := Build(ctx, flow, opts, func(p *page.Page) error {
		pages = append(pages, p)
		return nil
	})
	if err == nil {
		book.Pages = pages
	}
	return book, problems, err
}
