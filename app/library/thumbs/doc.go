// Package thumbs makes pictures of the first pages of documents, as they would be
// printed: parsed, composed, laid out and drawn like the document itself.
//
//	m := thumbs.New(thumbs.DefaultBytes)
//	if img, ok := m.Get(source, size); !ok {
//		cancel = m.Ask(source, size, func(img *image.RGBA, err error) { … })
//	}
//
// A Maker works on one document at a time, on one core, and all Makers of the program
// take turns. What was asked for last comes first: that is what somebody looks at.
// Pictures are kept within a number of bytes, by the file's path, time and size or by
// the text, and by the size wanted. Of a long text only the beginning is set.
package thumbs
