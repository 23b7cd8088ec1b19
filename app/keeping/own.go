package keeping

import (
	"hash/maphash"
	"io"
	"path/filepath"
	"sync"
)

// fingerprint is the fingerprint of a content, good within this process.
type fingerprint struct {
	size int64
	sum  uint64
}

var seed = maphash.MakeSeed()

func fingerprintOf(data []byte) fingerprint {
	return fingerprint{int64(len(data)), maphash.Bytes(seed, data)}
}

// contents remembers what this program last read or wrote at a path, so that a
// Watcher tells of others' changes only. While a file is being replaced both the old
// and the new content are ours. Paths are as absolute returns them.
type contents struct {
	sync.Mutex
	at map[string]*known
}

type known struct {
	now, next       fingerprint
	hasNow, hasNext bool
}

var own = contents{at: map[string]*known{}}

func (c *contents) of(path string) *known {
	k := c.at[path]
	if k == nil {
		k = &known{}
		c.at[path] = k
	}
	return k
}

// read notes that a content was read from a path.
func (c *contents) read(path string, p fingerprint) {
	c.Lock()
	defer c.Unlock()
	k := c.of(path)
	k.now, k.hasNow = p, true
}

// knows says whether a path's content is known.
func (c *contents) knows(path string) bool {
	c.Lock()
	defer c.Unlock()
	return c.at[path] != nil
}

// is says whether a path has a content that is ours.
func (c *contents) is(path string, p fingerprint) bool {
	c.Lock()
	defer c.Unlock()
	k := c.at[path]
	return k != nil && (k.hasNow && k.now == p || k.hasNext && k.next == p)
}

// forget drops what is known of a path.
func (c *contents) forget(path string) {
	c.Lock()
	defer c.Unlock()
	delete(c.at, path)
}

// writing takes the fingerprint of a content while it is written.
type writing struct {
	path string
	to   io.Writer
	hash maphash.Hash
	size int64
}

func (c *contents) begin(path string, to io.Writer) *writing {
	w := &writing{path: absolute(path), to: to}
	w.hash.SetSeed(seed)
	return w
}

func (w *writing) Write(b []byte) (int, error) {
	n, err := w.to.Write(b)
	w.hash.Write(b[:n])
	w.size += int64(n)
	return n, err
}

func (w *writing) announce() {
	own.Lock()
	defer own.Unlock()
	k := own.of(w.path)
	k.next, k.hasNext = fingerprint{w.size, w.hash.Sum64()}, true
}

func (w *writing) withdraw() {
	own.Lock()
	defer own.Unlock()
	if k := own.at[w.path]; k != nil {
		k.hasNext = false
	}
}

func (w *writing) settle() {
	own.Lock()
	defer own.Unlock()
	k := own.of(w.path)
	k.now, k.hasNow, k.hasNext = k.next, true, false
}

// absolute names a file in one way: the folder's links are followed, the file's own
// is not.
func absolute(path string) string {
	path, err := filepath.Abs(path)
	if err != nil {
		return path
	}
	if folder, err := filepath.EvalSymlinks(filepath.Dir(path)); err == nil {
		return filepath.Join(folder, filepath.Base(path))
	}
	return path
}
