package shelf

import (
	"bytes"
	"context"
	"io"
	"runtime"
	"strings"
	"sync"
	"unicode/utf8"

	"safety365/bulletins"
)

// Hit is a line in which something was found.
type Hit struct {
	Path   string
	Line   int // from 1
	Offset int // of the match in the text, line ends as \n
	Length int
	// Excerpt is the line as a reader sees it, shortened; the match stands in it from
	// Start to End.
	Excerpt    string
	Start, End int
}

// Limits of what is handed over. A word that stands everywhere is no less found.
const (
	maxHitsOfText = 50
	maxHits       = 5000
)

// Search looks for a query in documents, in their order, and hands over each hit as
// it is found; hit is called by one goroutine at a time. Files that cannot be read are
// passed over. It returns an error if the query's expression is faulty or ctx is
// cancelled; more says that there are more hits than anybody looks at.
func Search(ctx context.Context, paths []string, q Query, hit func(Hit)) (more bool, err error) {
	m, err := q.compile()
	if err != nil || len(m.words) == 0 {
		return false, err
	}
	inner, stop := context.WithCancel(ctx)
	defer stop()
	count := 0
	for found := range inOrder(inner, paths, m) {
		for _, h := range found {
			if count++; count > maxHits {
				return true, nil
			}
			hit(h)
		}
	}
	return false, ctx.Err()
}

// Search looks for a query in all documents of the shelf, as they stand in a view.
func (s *Shelf) Search(ctx context.Context, v View, q Query, hit func(Hit)) (more bool, err error) {
	var paths []string
	for _, e := range s.View(v) {
		paths = append(paths, e.Path)
	}
	return Search(ctx, paths, q, hit)
}

// inOrder reads and searches texts on all cores and yields what was found in each, in
// the order of the texts.
func inOrder(ctx context.Context, paths []string, m *matcher) func(yield func([]Hit) bool) {
	return func(yield func([]Hit) bool) {
		ahead := 4 * runtime.GOMAXPROCS(0) // texts that may be done before their turn
		type task struct {
			path  string
			found chan []Hit
		}
		tasks := make(chan task)
		turns := make(chan chan []Hit, ahead)
		ctx, stop := context.WithCancel(ctx)
		var workers sync.WaitGroup
		defer workers.Wait()
		defer stop()
		workers.Go(func() {
			defer close(tasks)
			defer close(turns)
			for _, path := range paths {
				t := task{path, make(chan []Hit, 1)}
				select {
				case turns <- t.found:
				case <-ctx.Done():
					return
				}
				select {
				case tasks <- t:
				case <-ctx.Done():
					return
				}
			}
		})
		for range runtime.GOMAXPROCS(0) {
			workers.Go(func() {
				var buffer []byte
				for t := range tasks {
					t.found <- searchFile(t.path, m, &buffer)
				}
			})
		}
		for turn := range turns {
			select {
			case found := <-turn:
				if !yield(found) {
					return
				}
			case <-ctx.Done():
				return
			}
		}
	}
}

// searchFile looks through one file. The buffer serves for one file after the other.
func searchFile(path string, m *matcher, buffer *[]byte) []Hit {
	f, err := openRegular(path)
	if err != nil {
		return nil
	}
	defer f.Close()
	b := bytes.NewBuffer((*buffer)[:0])
	if _, err = b.ReadFrom(io.LimitReader(f, bulletins.MaxText+1)); err != nil {
		return nil
	}
	text := b.Bytes()
	if cap(text) < 1<<20 { // one large text does not hold its memory
		*buffer = text
	}
	if len(text) > bulletins.MaxText || bytes.IndexByte(text, 0) >= 0 || !utf8.Valid(text) {
		return nil
	}
	h := &haystack{text: sameEnds(text)}
	if !m.inAll(h) {
		return nil
	}
	return m.lines(path, h)
}

// asEdited returns a text as it is edited; ok is false for what is no text.
func asEdited(text string) (string, bool) {
	if strings.IndexByte(text, 0) >= 0 || !utf8.ValidString(text) {
		return "", false
	}
	return string(sameEnds([]byte(text))), true
}

var (
	byteOrderMark = []byte("\ufeff")
	crlf          = []byte("\r\n")
	cr            = []byte("\r")
	lf            = []byte("\n")
)

// sameEnds drops a byte order mark and makes all line ends \n.
func sameEnds(text []byte) []byte {
	text = bytes.TrimPrefix(text, byteOrderMark)
	if bytes.IndexByte(text, '\r') >= 0 {
		text = bytes.ReplaceAll(bytes.ReplaceAll(text, crlf, lf), cr, lf)
	}
	return text
}
