// Package fonts holds the bundled faces and everything that is read from a font
// file: characters, metrics, shaped glyphs, outlines. It is the only importer of
// go-text.
//
// A [Face] is one font file, decoded and parsed at its first use and safe for
// concurrent use. A [Family] names a role of a theme (song, hei, fang, kai, title,
// latin-serif, latin-sans, mono) and gives the chain of faces that serves it in a
// language; the chain always ends in full coverage of what is bundled. A [Shaper]
// turns text into glyphs of one face, direction and language; it belongs to one
// goroutine and remembers what it shaped. Glyphs, advances and outlines are in
// font units ([Face.UnitsPerEm]).
//
// Only TrueType outlines (glyf) are read, because the PDF writer takes no other.
// The files lie in files/ as zstd, cut and named by the recipe there.
package fonts
