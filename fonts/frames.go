package fonts

import (
	"encoding/binary"
	"errors"
	"sync"
	"sync/atomic"

	"github.com/klauspost/compress/zstd"
)

// frames is a file that was compressed in parts (files/pack.py): a row of zstd
// frames, the first with everything but the outlines. A part is unpacked when it is
// first asked for, so a title of ten characters does not cost a font of eight
// thousand.
type frames struct {
	packed []byte
	data   []byte // the file; parts that were not asked for are still zero
	parts  []part
}

type part struct {
	from, to   int // in packed
	start, end int // in data
	once       sync.Once
	done       atomic.Bool
}

var errFrames = errors.New("compressed font is damaged")

// unpacker is shared: DecodeAll may be called from any goroutine.
var unpacker = sync.OnceValues(func() (*zstd.Decoder, error) {
	return zstd.NewReader(nil, zstd.WithDecoderConcurrency(0))
})

// openFrames finds the frames of a packed file (RFC 8878, 3.1.1) and unpacks the
// first.
func openFrames(packed []byte) (*frames, error) {
	f := &frames{packed: packed}
	size := 0
	for at := 0; at < len(packed); {
		var h zstd.Header
		if err := h.Decode(packed[at:]); err != nil || !h.HasFCS || h.Skippable {
			return nil, errFrames
		}
		next, err := frameEnd(packed, at+h.HeaderSize, h.HasCheckSum)
		if err != nil {
			return nil, err
		}
		f.parts = append(f.parts, part{from: at, to: next, start: size, end: size + int(h.FrameContentSize)})
		at = next
		size += int(h.FrameContentSize)
	}
	if len(f.parts) == 0 {
		return nil, errFrames
	}
	f.data = make([]byte, size)
	f.ensure(0, f.parts[0].end)
	return f, nil
}

// frameEnd walks over the blocks of a frame.
func frameEnd(packed []byte, at int, checksum bool) (int, error) {
	for {
		if at+3 > len(packed) {
			return 0, errFrames
		}
		head := binary.LittleEndian.Uint32(append(packed[at:at+3:at+3], 0))
		size := int(head >> 3)
		if head>>1&3 == 1 { // one byte, repeated
			size = 1
		}
		at += 3 + size
		if head&1 != 0 {
			break
		}
	}
	if checksum {
		at += 4
	}
	if at > len(packed) {
		return 0, errFrames
	}
	return at, nil
}

// ensure unpacks the parts that hold data[from:to]. A part that cannot be unpacked
// stays zero: empty glyphs.
func (f *frames) ensure(from, to int) {
	for i := range f.parts {
		p := &f.parts[i]
		if p.start >= to {
			return
		}
		if p.end <= from || p.done.Load() {
			continue
		}
		p.once.Do(func() {
			if d, err := unpacker(); err == nil {
				d.DecodeAll(f.packed[p.from:p.to], f.data[p.start:p.start:p.end])
			}
			p.done.Store(true)
		})
	}
}
