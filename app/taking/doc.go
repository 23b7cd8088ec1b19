// Package taking shows what intake makes of a foreign text before a document is made
// of it: the text as it came and the clean one side by side, and a list of all that was
// changed, with the reason and how certain it is. Each change can be undone alone.
//
// The cleaning runs in a worker, anew whenever something is undone; what comes late is
// dropped. Both texts are cut into rows that fit (rows.go), and only rows in sight are
// drawn, so a megabyte costs no more than a page.
package taking
