// Package look is how the window looks: a Fyne theme with our faces, colours and
// sizes, and the same colours for the editor.
//
// A Look is made of Settings and never changes; the window puts another in its place
// when the user chooses a darker one or larger letters. The interface is set in
// Noto Sans SC, or Noto Sans TC where its language is traditional Chinese, which the
// program carries with it: Fyne's own faces know no Chinese and the system's cannot be
// relied on (reference/gui.md §2).
//
// Colours stand in one table (palette.go), a column for light, dark and high contrast
// each. Text keeps a contrast of 4.5 : 1 to what it stands on (WCAG 2.1, 1.4.3), in
// high contrast 7 : 1; a test computes it.
package look
