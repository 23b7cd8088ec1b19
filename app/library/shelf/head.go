package shelf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"safety365/bulletins"
	"safety365/bulletins/kinds"
)

const (
	headBytes  = 8 << 10   // of a file that are read for the list
	frontBytes = 256 << 10 // if its front matter is longer than that
)

// head is what the list shows of a document besides its file.
type head struct {
	title, kind, lang, theme, number string

	date    time.Time
	reviews int
	final   bool // the final review bears a name
	errors  int
	trouble error
}

// readHead reads the head of a file of a known size. A text on which the parser fails
// is a text that cannot be read; it does not take the others with it.
func readHead(path string, size int64) (h head) {
	defer func() {
		if r := recover(); r != nil {
			h = head{trouble: fmt.Errorf("%v", r)}
		}
	}()
	if size > bulletins.MaxText {
		return head{trouble: ErrTooLarge}
	}
	text, whole, err := readStart(path)
	if err != nil {
		return head{trouble: err}
	}
	return parseHead(text, whole)
}

// readStart returns the beginning of a text, up to the end of a line, and whether
// that is all of it.
func readStart(path string) (string, bool, error) {
	f, err := openRegular(path)
	if err != nil {
		return "", false, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, headBytes+1))
	if err == nil && len(data) > headBytes && !frontCloses(data) {
		var more []byte
		more, err = io.ReadAll(io.LimitReader(f, frontBytes))
		data = append(data, more...)
	}
	if err != nil {
		return "", false, err
	}
	if bytes.IndexByte(data, 0) >= 0 {
		return "", false, ErrBinary
	}
	if len(data) <= headBytes {
		return string(data), true, nil
	}
	return cutLine(string(data)), false, nil
}

// openRegular opens a file unless it is a pipe or the like, which would wait for ever.
func openRegular(path string) (*os.File, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, &fs.PathError{Op: "open", Path: path, Err: bulletins.ErrNotRegular}
	}
	return os.Open(path)
}

// frontCloses reports whether a front matter that begins here also ends here.
func frontCloses(data []byte) bool {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if !bytes.HasPrefix(data, []byte("---")) {
		return true
	}
	return bytes.Contains(data[3:], []byte("\n---"))
}

// cutLine drops the last line, which may be incomplete; of a text of one long line
// the last character.
func cutLine(text string) string {
	if i := strings.LastIndexByte(text, '\n'); i >= 0 {
		return text[:i+1]
	}
	for i := 1; i <= min(utf8.UTFMax, len(text)); i++ {
		if utf8.RuneStart(text[len(text)-i]) {
			return text[:len(text)-i]
		}
	}
	return text
}

// onlyWhole are errors that the rest of a text may put right.
var onlyWhole = map[string]bool{"directive-unclosed": true, "note-missing": true}

// parseHead reads what a text says of itself.
func parseHead(text string, whole bool) head {
	doc := bulletins.Parse("", text, kinds.Schema())
	if doc.Text == "" && strings.TrimPrefix(text, "\ufeff") != "" {
		return head{trouble: ErrBinary}
	}
	h := head{
		title:  oneLine(titleOf(doc)),
		kind:   doc.Meta.Text("kind"),
		lang:   doc.Lang,
		theme:  doc.Meta.Text("theme"),
		number: doc.Meta.Text("number"),
	}
	if h.kind == "" {
		h.kind = kinds.Names()[0]
	}
	for _, key := range []string{"published", "event_date"} {
		if date, ok := bulletins.ParseDate(doc.Meta.Text(key)); ok {
			h.date = date
			break
		}
	}
	h.reviews, h.final = reviewsOf(doc.Meta)
	for _, d := range doc.Diagnostics {
		if d.Severity == bulletins.Error && (whole || !onlyWhole[d.Code]) {
			h.errors++
		}
	}
	return h
}

// titleOf is the front matter's title, or else the heading that opens the text.
func titleOf(doc *bulletins.Document) string {
	if title := doc.Meta.Text("title"); strings.TrimSpace(title) != "" {
		return title
	}
	if len(doc.Blocks) > 0 {
		if h, ok := doc.Blocks[0].Block.(*bulletins.Heading); ok && h.Level == 1 {
			return bulletins.PlainText(h.Spans)
		}
	}
	return ""
}

// reviewsOf counts the reviews that bear a name.
func reviewsOf(meta *bulletins.Meta) (count int, final bool) {
	for key, v := range meta.Values["review"].Map {
		named := strings.TrimSpace(v.Text) != ""
		for _, e := range v.List {
			named = named || strings.TrimSpace(e.Text) != ""
		}
		if named {
			count++
			final = final || key == "final"
		}
	}
	return count, final
}

// oneLine returns a text without line ends and the like, not longer than a list shows.
func oneLine(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if runes := []rune(text); len(runes) > 200 {
		text = string(runes[:200]) + "…"
	}
	return text
}

// Cache remembers the heads of documents, for all the folders of a session.
type Cache struct {
	mu    sync.Mutex
	heads map[string]cached
}

type cached struct {
	modified time.Time
	size     int64
	head     head
}

// maxHeads bounds a Cache; a head takes about half a kilobyte.
const maxHeads = 60_000

func (c *Cache) get(path string, info fs.FileInfo) (head, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	got, ok := c.heads[path]
	return got.head, ok && got.size == info.Size() && got.modified.Equal(info.ModTime())
}

func (c *Cache) put(path string, modified time.Time, size int64, h head) {
	if h.trouble != nil && !errors.Is(h.trouble, ErrBinary) && !errors.Is(h.trouble, ErrTooLarge) {
		return // it may pass
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.heads == nil || len(c.heads) >= maxHeads {
		c.heads = map[string]cached{}
	}
	c.heads[path] = cached{modified, size, h}
}

func (c *Cache) forget(path string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.heads, path)
}
