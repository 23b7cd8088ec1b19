package pdf

import (
	"bytes"
	"errors"
)

// dict is the top level of a dictionary that gopdf wrote: keys with the bytes of
// their values, in gopdf's order.
type dict struct{ entries []dictEntry }

type dictEntry struct{ key, value string }

var errNotDict = errors.New("gopdf wrote an object that is not a dictionary")

// parseDict reads a dictionary. Of a stream it reads the dictionary only.
func parseDict(b []byte) (*dict, error) {
	b = bytes.TrimLeft(b, " \r\n\t")
	if !bytes.HasPrefix(b, []byte("<<")) {
		return nil, errNotDict
	}
	d := &dict{}
	for b = b[2:]; ; {
		b = bytes.TrimLeft(b, " \r\n\t")
		if bytes.HasPrefix(b, []byte(">>")) {
			return d, nil
		}
		if len(b) == 0 || b[0] != '/' {
			return nil, errNotDict
		}
		n := 1 + bytes.IndexAny(b[1:], " \r\n\t/<[(")
		if n == 0 {
			return nil, errNotDict
		}
		key := string(b[1:n])
		b = b[n:]
		if n = valueEnd(b); n < 0 {
			return nil, errNotDict
		}
		d.entries = append(d.entries, dictEntry{key, string(bytes.TrimSpace(b[:n]))})
		b = b[n:]
	}
}

// valueEnd returns where the value at the start of b ends: before the next key of
// the same level or before the end of the dictionary.
func valueEnd(b []byte) int {
	depth, named := 0, false
	for i := 0; i < len(b); i++ {
		switch c := b[i]; {
		case c == '(':
			for i++; i < len(b) && b[i] != ')'; i++ {
				if b[i] == '\\' {
					i++
				}
			}
		case c == '<' || c == '[':
			depth++
		case c == '>' && depth == 0:
			return i
		case c == '>' || c == ']':
			depth--
		case c == '/' && depth == 0:
			if named || len(bytes.TrimSpace(b[:i])) > 0 {
				return i
			}
			named = true
		}
	}
	return -1
}

// set gives a key a value; a new key comes last. An empty value removes the key.
func (d *dict) set(key, value string) {
	for i, e := range d.entries {
		if e.key == key {
			if value == "" {
				d.entries = append(d.entries[:i], d.entries[i+1:]...)
			} else {
				d.entries[i].value = value
			}
			return
		}
	}
	if value != "" {
		d.entries = append(d.entries, dictEntry{key, value})
	}
}

func (d *dict) append(b []byte) []byte {
	b = append(b, "<<"...)
	for _, e := range d.entries {
		b = append(append(b, '/'), e.key...)
		if c := e.value[0]; c != '/' && c != '[' && c != '<' && c != '(' {
			b = append(b, ' ')
		}
		b = append(b, e.value...)
	}
	return append(b, ">>"...)
}
