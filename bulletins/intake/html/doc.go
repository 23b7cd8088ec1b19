// Package html turns a web page, or what a browser or a word processor put on the
// clipboard, into text with Markdown structure.
//
//	text, dropped, err := html.Text(data, html.Options{})
//
// # What is kept
//
// The main text: headings, paragraphs, lists, quotations, tables with their spans,
// bold, italic and struck text, sub- and superscripts, readings (ruby), notes, code.
// Links keep their words, and their address if it is a web address of its own; pictures
// stay if their file lies beside the page. What Word and WPS write of their own
// (mso- styles, o:p, conditional comments, lists made of paragraphs) is understood.
// A line break outside tables and lists ends a paragraph, for most Chinese pages part
// their paragraphs so.
//
// # What is left out
//
// Navigation, page heads and feet, asides, forms, share buttons, breadcrumbs, related
// links, comments, hidden elements, pictures on a network, and whatever stands outside
// the main text. Each is returned as a [Dropped]: where it stood, what it said, why.
// Scripts and styles say nothing and are not listed.
//
// # How it works
//
// guard counts what a page asks for before it is parsed; golang.org/x/net/html parses
// it. measure weighs every element by its text outside links; prune takes furniture
// out; findMain follows the weight to the element that holds the main text, and goes
// up again to its heading. The writer then makes blocks of elements and runs of what
// is in a line; package markdown writes these.
package html
