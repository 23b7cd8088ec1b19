// Package paragraph turns one paragraph into lines.
//
// The text becomes atoms with a gap before each: an atom is a Han character, half
// of the room of a full-width mark, or a piece of a word that is never cut; a gap
// is glue with a natural width, shrink and stretch by rank, and the cost of breaking
// there (Knuth and Plass, Breaking paragraphs into lines, 1981). What a gap holds is
// gone when a line breaks at it. So a full-width mark is a half-em atom with half an
// em of glue on its open side, and line starts, line ends and neighbours that drop
// that glue need no rule of their own.
//
// The rules are tables: classes of characters (class.go), what stands between two
// classes (gap.go), ranks and their weights (rank.go). Breaking (breaking.go) takes
// the lines of a whole paragraph whose costs have the lowest sum; a line uses up one
// rank before the next (W3C CLREQ, adjustment of line; GB/T 15834-2011 5.1.10). All
// sums are integers.
//
// The [Setter] is the boundary of caching: the same [Input] always gives the same
// [Paragraph], and whoever keeps Paragraphs need not set them again.
package paragraph
