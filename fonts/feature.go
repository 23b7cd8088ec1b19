package fonts

import "encoding/binary"

// HasFeature reports whether a face substitutes glyphs for an OpenType feature, such as
// smcp for small capitals.
func (f *Face) HasFeature(tag string) bool {
	gsub := f.Sfnt().Table("GSUB")
	if len(gsub) < 10 {
		return false
	}
	list := int(binary.BigEndian.Uint16(gsub[6:]))
	if list+2 > len(gsub) {
		return false
	}
	n := int(binary.BigEndian.Uint16(gsub[list:]))
	for at := list + 2; n > 0 && at+6 <= len(gsub); at, n = at+6, n-1 {
		if string(gsub[at:at+4]) == tag {
			return true
		}
	}
	return false
}
