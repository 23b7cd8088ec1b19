package shelf

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode"

	"safety365/bulletins/kinds"
)

// chunk is how many names of a folder are taken at once. A slow drive has shown its
// first names after so many.
const chunk = 256

// list goes through the folder.
func (s *Shelf) list(ctx context.Context) {
	seen := map[string]bool{}
	s.mu.Lock()
	s.pdfs = map[string]time.Time{}
	s.mu.Unlock()
	err := s.eachChunk(ctx, func(files []fs.DirEntry) {
		for _, f := range files {
			if path, ok := s.listed(f); ok {
				seen[path] = true
			}
		}
		s.tell(false)
	})
	if ctx.Err() != nil {
		return
	}
	s.mu.Lock()
	s.status.Err = err
	var gone []string
	for path := range s.books {
		if !seen[path] && (err == nil || errors.Is(err, fs.ErrNotExist)) {
			gone = append(gone, path)
		}
	}
	s.mu.Unlock()
	for _, path := range gone {
		s.drop(path)
	}
	s.judgeAll()
}

func (s *Shelf) eachChunk(ctx context.Context, do func([]fs.DirEntry)) error {
	f, err := os.Open(s.dir)
	if err != nil {
		return err
	}
	defer f.Close()
	for ctx.Err() == nil {
		files, err := f.ReadDir(chunk)
		do(files)
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
	return ctx.Err()
}

// listed takes a file of the folder; ok says that it is a document.
func (s *Shelf) listed(f fs.DirEntry) (path string, ok bool) {
	path = filepath.Join(s.dir, f.Name())
	document := IsDocument(path)
	if f.IsDir() || !document && !isPDF(path) {
		return path, false
	}
	info, err := f.Info()
	if err == nil && f.Type()&fs.ModeSymlink != 0 {
		info, err = os.Stat(path)
	}
	if err == nil && info.IsDir() || err != nil && errors.Is(err, fs.ErrNotExist) && f.Type()&fs.ModeSymlink == 0 {
		return path, false
	}
	if !document {
		if err == nil {
			s.notePDF(path, info.ModTime())
		}
		return path, false
	}
	s.take(path, info, err)
	return path, true
}

// take makes an entry for a file, unless the one that is there still holds.
func (s *Shelf) take(path string, info fs.FileInfo, err error) {
	e := &Entry{Path: path, Name: nameOf(path)}
	b := &book{Entry: e}
	if err != nil {
		e.State, e.Trouble = Broken, err
		s.mu.Lock()
		s.put(b)
		s.mu.Unlock()
		return
	}
	e.Modified, e.Size = info.ModTime(), info.Size()
	h, known := s.o.Cache.get(path, info)
	exported := known && s.o.Exported != nil && h.trouble == nil && s.o.Exported(path)
	s.mu.Lock()
	defer s.mu.Unlock()
	old := s.books[path]
	switch {
	case known:
		s.put(s.described(b, h, exported))
	case old != nil && old.State != Broken && old.Size == e.Size && old.Modified.Equal(e.Modified):
		// It is read, or waits to be.
	default:
		s.put(b)
		s.unread = append(s.unread, path)
	}
}

// put sets the entry of a document and keeps the count of those unread.
func (s *Shelf) put(b *book) {
	if old := s.books[b.Path]; old != nil && old.State == Unread {
		s.status.Unread--
	}
	if b.State == Unread {
		s.status.Unread++
	}
	b.words = fold(strings.Join([]string{b.Title, b.Name, kindTitle(b.Kind, s.o.Lang), b.day()}, "\n"))
	s.books[b.Path] = b
}

func (s *Shelf) drop(path string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if old := s.books[path]; old != nil {
		if old.State == Unread {
			s.status.Unread--
		}
		delete(s.books, path)
	}
}

// described returns a document with what its head says.
func (s *Shelf) described(b *book, h head, exported bool) *book {
	e := *b.Entry
	e.Title, e.Kind, e.Lang, e.Theme, e.Date = h.title, h.kind, h.lang, h.theme, h.date
	e.Reviews, e.Errors, e.Trouble = h.reviews, h.errors, h.trouble
	out := &book{Entry: &e, number: h.number, final: h.final}
	if s.o.Exported == nil {
		exported = s.hasPDF(out)
	}
	e.State = stateOf(out, exported)
	return out
}

func stateOf(b *book, exported bool) State {
	switch {
	case b.Trouble != nil:
		return Broken
	case b.Errors > 0:
		return Faulty
	case exported:
		return Exported
	case b.final:
		return Reviewed
	}
	return Draft
}

// judgeAll looks anew at which documents have been exported, after the folder's
// other files changed.
func (s *Shelf) judgeAll() {
	if s.o.Exported != nil {
		return // it is asked about a document when that is looked at
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for path, b := range s.books {
		if b.State == Unread || b.State == Broken {
			continue
		}
		if state := stateOf(b, s.hasPDF(b)); state != b.State {
			e := *b.Entry
			e.State = state
			other := *b
			other.Entry = &e
			s.books[path] = &other
		}
	}
}

func isPDF(path string) bool { return strings.EqualFold(filepath.Ext(path), ".pdf") }

func (s *Shelf) notePDF(path string, modified time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pdfs[letters(nameOf(path))] = modified
}

// lookPDF takes in a PDF that came, changed or went (info is nil).
func (s *Shelf) lookPDF(path string, info fs.FileInfo) {
	if info != nil {
		s.notePDF(path, info.ModTime())
	} else {
		s.mu.Lock()
		delete(s.pdfs, letters(nameOf(path)))
		s.mu.Unlock()
	}
	s.judgeAll()
}

// hasPDF looks for a PDF that bears the document's name, its title, or its number and
// title.
func (s *Shelf) hasPDF(b *book) bool {
	for _, name := range []string{b.Name, b.Title, b.number + b.Title} {
		key := letters(name)
		if at, ok := s.pdfs[key]; ok && key != "" && !at.Before(b.Modified) {
			return true
		}
	}
	return false
}

// letters keeps of a name what does not change when it becomes the name of a file.
func letters(name string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			return unicode.ToLower(c)
		}
		return -1
	}, name)
}

func kindTitle(name, lang string) string {
	if k, ok := kinds.Lookup(name); ok {
		return k.Title(lang)
	}
	return name
}
