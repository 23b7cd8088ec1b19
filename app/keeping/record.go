package keeping

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"hash/crc32"
	"sync"
	"time"

	"github.com/klauspost/compress/zstd"

	"safety365/bulletins"
)

// A journal is a line that names it and records after it, each with its length and
// a checksum:
//
//	kind     1 byte
//	length   4 bytes, of the payload
//	crc-32c  4 bytes, of all the rest of the record
//	payload
//
// Reading stops at the first record that is not whole, so what was being written
// when the power went is left out and all before it stands. Numbers are little
// endian, or varints.
const journalMagic = "safety365 journal 1\n"

const (
	recordPath  = 'P' // the document's path; "" while it has none
	recordText  = 'T' // time, the whole text, zstd compressed
	recordEdit  = 'E' // time, offset, bytes taken out, crc-32c of the whole result, bytes put in
	recordSaved = 'S' // SHA-256 of the text that stands in the document's file
)

const recordHead = 1 + 4 + 4

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func checksum(text string) uint32 { return crc32.Checksum(bytesOf(text), castagnoli) }

// textSum is what a saved text is known by. Control characters count as what the
// parser makes of them, so that a file and the manuscript made from it are the same.
type textSum [sha256.Size]byte

func sumOf(text string) textSum { return sha256.Sum256(bytesOf(plain(text))) }

// appendRecord adds a record with a payload of several parts.
func appendRecord(b []byte, kind byte, parts ...[]byte) []byte {
	start := len(b)
	b = append(b, kind, 0, 0, 0, 0, 0, 0, 0, 0)
	for _, p := range parts {
		b = append(b, p...)
	}
	record := b[start:]
	binary.LittleEndian.PutUint32(record[1:], uint32(len(record)-recordHead))
	binary.LittleEndian.PutUint32(record[5:], recordSum(record))
	return b
}

func recordSum(record []byte) uint32 {
	return crc32.Update(crc32.Checksum(record[:5], castagnoli), castagnoli, record[recordHead:])
}

// nextRecord takes the first record off b; ok is false if there is no whole one.
func nextRecord(b []byte) (kind byte, payload, rest []byte, ok bool) {
	if len(b) < recordHead {
		return 0, nil, nil, false
	}
	size := uint64(binary.LittleEndian.Uint32(b[1:]))
	if size > uint64(len(b)-recordHead) {
		return 0, nil, nil, false
	}
	end := recordHead + int(size)
	if binary.LittleEndian.Uint32(b[5:]) != recordSum(b[:end:end]) {
		return 0, nil, nil, false
	}
	return b[0], b[recordHead:end:end], b[end:], true
}

func appendTime(b []byte, t time.Time) []byte { return binary.AppendVarint(b, t.UnixMilli()) }

// appendText adds a whole text.
func appendText(b []byte, text string, now time.Time) []byte {
	return appendRecord(b, recordText, appendTime(nil, now), squeeze(bytesOf(text)))
}

// appendEdit adds what makes text of old: the middle that is not common to both.
func appendEdit(b []byte, old, text string, now time.Time) []byte {
	from, taken, put := middle(old, text)
	head := appendTime(nil, now)
	head = binary.AppendUvarint(head, uint64(from))
	head = binary.AppendUvarint(head, uint64(taken))
	head = binary.LittleEndian.AppendUint32(head, checksum(text))
	return appendRecord(b, recordEdit, head, bytesOf(put))
}

// state is what the records of a journal amount to.
type state struct {
	path  string
	text  string
	saved textSum
	when  time.Time
	whole bool // there was a text
	size  int  // bytes of the journal up to where it is whole
	edits int  // since the whole text
}

// replay reads a journal as far as it is whole.
func replay(data []byte) (s state) {
	rest, ok := bytes.CutPrefix(data, []byte(journalMagic))
	for ok {
		var kind byte
		var payload []byte
		if kind, payload, rest, ok = nextRecord(rest); ok {
			if ok = s.apply(kind, payload); ok {
				s.size = len(data) - len(rest)
			}
		}
	}
	return s
}

// apply takes one record in; it says false, and changes nothing, for one that does
// not fit.
func (s *state) apply(kind byte, payload []byte) bool {
	switch kind {
	case recordPath:
		s.path = string(payload)
	case recordSaved:
		return copy(s.saved[:], payload) == len(s.saved)
	case recordText, recordEdit:
		ms, n := binary.Varint(payload)
		if n <= 0 {
			return false
		}
		payload = payload[n:]
		if kind == recordEdit {
			return s.edit(payload, time.UnixMilli(ms))
		}
		text, err := unsqueeze(payload)
		if err != nil {
			return false
		}
		s.text, s.when, s.whole, s.edits = string(text), time.UnixMilli(ms), true, 0
	}
	return true // kinds of a later version are passed over
}

func (s *state) edit(payload []byte, when time.Time) bool {
	from, n := binary.Uvarint(payload)
	taken, m := binary.Uvarint(payload[max(n, 0):])
	if n <= 0 || m <= 0 || len(payload) < n+m+4 {
		return false
	}
	sum, put := binary.LittleEndian.Uint32(payload[n+m:]), payload[n+m+4:]
	size := uint64(len(s.text))
	if !s.whole || from > size || taken > size-from {
		return false
	}
	text := s.text[:from] + string(put) + s.text[from+taken:]
	if checksum(text) != sum {
		return false
	}
	s.text, s.when = text, when
	s.edits++
	return true
}

// Compressing. One worker each: journals and versions are small.
var (
	encoder = sync.OnceValue(func() *zstd.Encoder {
		e, _ := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1), zstd.WithEncoderLevel(zstd.SpeedFastest))
		return e
	})
	decoder = sync.OnceValue(func() *zstd.Decoder {
		// A text of the window is never larger than one that can be read, but for what
		// was typed since.
		d, _ := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(8*bulletins.MaxText))
		return d
	})
)

func squeeze(b []byte) []byte { return encoder().EncodeAll(b, nil) }

func unsqueeze(b []byte) ([]byte, error) { return decoder().DecodeAll(b, nil) }
