package pdf

import (
	"bytes"
	"sync"

	"github.com/klauspost/compress/zlib"
)

// Page contents are compressed at a level above which they hardly shrink; objects
// at the best one, because they repeat much and are few.
const (
	contentLevel = 6
	bestLevel    = 9
)

var deflaters, bestDeflaters = deflaterPool(contentLevel), deflaterPool(bestLevel)

func deflaterPool(level int) *sync.Pool {
	return &sync.Pool{New: func() any {
		w, _ := zlib.NewWriterLevel(nil, level)
		return w
	}}
}

// deflate returns the parts as one zlib stream.
func deflate(parts ...[]byte) []byte { return deflateWith(deflaters, parts) }

func deflateBest(parts ...[]byte) []byte { return deflateWith(bestDeflaters, parts) }

func deflateWith(pool *sync.Pool, parts [][]byte) []byte {
	var out bytes.Buffer
	w := pool.Get().(*zlib.Writer)
	defer pool.Put(w)
	w.Reset(&out)
	for _, p := range parts {
		w.Write(p) // a bytes.Buffer takes everything
	}
	w.Close()
	return out.Bytes()
}
