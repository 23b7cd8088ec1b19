package raster

import (
	"image"
	"sync"

	"safety365/fonts"
)

// glyphMask is the coverage of a glyph; box is relative to the whole pixel in
// which its origin stands. It is never changed.
type glyphMask struct {
	box   image.Rectangle
	cover []byte
}

// glyphScale is what all masks of a table have in common.
type glyphScale struct {
	face       *fonts.Face
	a, b, c, d float32 // from font units to pixels
}

// glyphTable holds masks by glyph<<4 | quarter of x<<2 | quarter of y.
type glyphTable map[uint32]*glyphMask

// glyphCache remembers masks within a number of bytes. It has two generations:
// when the young one has filled half of the limit, the old one is dropped and the
// young one becomes old; a mask that is found among the old moves to the young.
// So what a page uses stays, at no cost for keeping order.
type glyphCache struct {
	mu         sync.Mutex
	limit      int
	young, old map[glyphScale]glyphTable
	bytes      int // of the young
}

// maskOverhead is about what the tables need for a mask besides its pixels.
const maskOverhead = 120

func newGlyphCache(limit int) *glyphCache {
	return &glyphCache{limit: limit, young: map[glyphScale]glyphTable{}}
}

func (g *glyphCache) find(scale glyphScale, key uint32) *glyphMask {
	g.mu.Lock()
	defer g.mu.Unlock()
	if m := g.young[scale][key]; m != nil {
		return m
	}
	m := g.old[scale][key]
	if m != nil {
		g.keep(scale, key, m)
	}
	return m
}

func (g *glyphCache) store(scale glyphScale, key uint32, m *glyphMask) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.keep(scale, key, m)
}

func (g *glyphCache) keep(scale glyphScale, key uint32, m *glyphMask) {
	size := len(m.cover) + maskOverhead
	if size > g.limit/8 {
		return // a poster's letter would push out everything
	}
	if g.bytes+size > g.limit/2 {
		g.old, g.young, g.bytes = g.young, map[glyphScale]glyphTable{}, 0
	}
	t := g.young[scale]
	if t == nil {
		t = glyphTable{}
		g.young[scale] = t
	}
	t[key] = m
	g.bytes += size
}

// size returns the bytes of both generations, for tests.
func (g *glyphCache) size() (n int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	for _, generation := range []map[glyphScale]glyphTable{g.young, g.old} {
		for _, t := range generation {
			for _, m := range t {
				n += len(m.cover) + maskOverhead
			}
		}
	}
	return n
}
