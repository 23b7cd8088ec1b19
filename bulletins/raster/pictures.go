package raster

import (
	"container/list"
	"errors"
	"image"
	"sync"

	"safety365/bulletins/page"
)

// pictureKey names a decoded picture (width 0) or one made smaller.
type pictureKey struct {
	hash          [32]byte
	width, height int
}

type pictureEntry struct {
	key  pictureKey
	img  image.Image
	err  error // a damaged file is not tried again
	size int
}

// pictureCache remembers pictures, the least recently used ones dropped past a
// number of bytes.
type pictureCache struct {
	mu      sync.Mutex
	limit   int
	bytes   int
	entries map[pictureKey]*list.Element
	order   list.List // the newest first
	decode  sync.Mutex
}

func newPictureCache(limit int) *pictureCache {
	return &pictureCache{limit: limit, entries: map[pictureKey]*list.Element{}}
}

func (c *pictureCache) find(key pictureKey) (*pictureEntry, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e, ok := c.entries[key]
	if !ok {
		return nil, false
	}
	c.order.MoveToFront(e)
	return e.Value.(*pictureEntry), true
}

func (c *pictureCache) store(e *pictureEntry) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, ok := c.entries[e.key]; ok || e.size > c.limit/2 {
		return
	}
	c.entries[e.key] = c.order.PushFront(e)
	for c.bytes += e.size; c.bytes > c.limit; {
		last := c.order.Remove(c.order.Back()).(*pictureEntry)
		delete(c.entries, last.key)
		c.bytes -= last.size
	}
}

// picture returns a source at w × h pixels, or at its own size where that is
// smaller.
func (c *pictureCache) picture(s *page.ImageSource, w, h int) (*image.RGBA, error) {
	key := pictureKey{s.Hash, max(1, min(w, s.Width)), max(1, min(h, s.Height))}
	if e, ok := c.find(key); ok {
		return e.img.(*image.RGBA), nil
	}
	full, err := c.full(s)
	if err != nil {
		return nil, err
	}
	img, ok := full.(*image.RGBA)
	if !ok || key.width != s.Width || key.height != s.Height {
		img = scaleDown(full, key.width, key.height)
		c.store(&pictureEntry{key: key, img: img, size: len(img.Pix)})
	}
	return img, nil
}

// full returns a source decoded. One picture is decoded at a time, for the memory
// that decoders take.
func (c *pictureCache) full(s *page.ImageSource) (image.Image, error) {
	key := pictureKey{hash: s.Hash}
	if e, ok := c.find(key); ok {
		return e.img, e.err
	}
	c.decode.Lock()
	defer c.decode.Unlock()
	if e, ok := c.find(key); ok { // somebody else was first
		return e.img, e.err
	}
	img, err := s.Decode()
	if err == nil || errors.Is(err, page.ErrImageDamaged) {
		c.store(&pictureEntry{key: key, img: img, err: err, size: pictureBytes(img)})
	}
	return img, err
}

func pictureBytes(img image.Image) int {
	switch m := img.(type) {
	case *image.RGBA:
		return len(m.Pix)
	case *image.Gray:
		return len(m.Pix)
	case *image.YCbCr:
		return len(m.Y) + len(m.Cb) + len(m.Cr)
	}
	return 0
}
