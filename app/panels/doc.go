// Package panels is what stands round the text and its pages: the outline, the list
// of problems and the status bar. Each is told what there is to show and tells by a
// callback where the user wants to go; none of them changes a text.
package panels
