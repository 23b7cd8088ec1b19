// Package hyphen knows where a word may be hyphenated at the end of a line.
//
// English has Liang's patterns (F. M. Liang, Word Hy-phen-a-tion by Com-put-er,
// 1983), American or British, and lists of exceptions.
//
// Indonesian and Malay have rules of our own, after EYD V (Ejaan Bahasa Indonesia
// yang Disempurnakan, 2022, II "Pemenggalan kata"): syllables, but first of all the
// seams between root and affix. A table of roots (assets/hyphenation) says where the
// seams are: kebaikan is ke-baik-an, menaikkan is me-naik-kan. A word is taken apart
// into prefixes, one root and suffixes in every way the table allows; the ways with
// the fewest affixes count, and where two of them differ only the places they share
// are given. A word without a known root gets the places that hold whatever its
// root may be: not the one before -an, not the one after ber- before a vowel, none in
// clusters that a prefix may open. An unknown word with a capital is taken for a
// name or an abbreviation, which EYD leaves whole, and an unknown word that cannot be
// Indonesian is left whole too.
//
// In both, two letters at least stay before the hyphen; three in English and two in
// Indonesian go to the next line. Data are read at the first use of a language.
package hyphen
