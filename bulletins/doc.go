// Package bulletins reads the text of a bulletin: Markdown with a front matter,
// into a [Document] of blocks and spans, every one of which knows its place in the
// source. It also opens the files that a document names ([Folder]).
//
// # Reading
//
//	var parser bulletins.Parser
//	document := parser.Parse("notice.md", text, schema)
//
// [Parser.Parse] never fails. What is wrong with a text is in Document.Diagnostics:
// a code, a place, arguments, and often an edit that mends it. The words to show
// for a code come from assets/messages. A [Schema] says which front matter keys,
// directives and attributes the kind of document knows; without one everything is
// allowed.
//
// A Parser remembers what it read before. Ranges in a block count from the first
// byte of its [TopBlock], so that a block whose text has not changed is the same
// TopBlock, by pointer, wherever it has moved; two places with the same text may
// share one. Document.Starts says where each stands now.
//
// # The Markdown
//
// CommonMark and GFM (tables, task lists, ~~strikethrough~~, bare addresses), with
// footnotes, definition lists, heading attributes {#id .class}, formulas (package
// formula) and directives:
//
//	::: callout {title=要点 tone=warning}
//	Blocks of any kind; a directive inside this one is closed by its own fence.
//	:::
//
//	CO:sub[2], :lang[Permit to Work]{en}, ![Drill](drill.webp){width=60%}
//	the level $L_{eq} \le 85\,\mathrm{dB}$ of noise
//
// A closing fence closes the innermost open directive with as many colons, else
// the innermost with fewer. Attributes are key=value, bare words, .class and #id;
// values are any characters, quoted if they hold spaces.
//
// It differs from CommonMark where that does not suit people who type Chinese:
//
//   - Spaces and ideographic spaces that open a paragraph are dropped; there is no
//     indented code. A line that opens with two ideographic spaces is a paragraph.
//   - A line end between two Han characters or full-width marks is nothing.
//   - Han and full-width marks beside * or ~~ never stop emphasis.
//   - One ~ is text, as in 3~5天.
//   - In Chinese documents a paragraph that begins 一、 （一） 1. or （1） is a
//     heading of that level ([Paragraph]); it keeps its number as typed.
//   - Of HTML only <br> and comments are understood; other tags are shown as they
//     are, with a warning. Nothing that was typed disappears.
//
// # How it works
//
// clean makes the text fit (line ends, control characters); readFront reads the
// front matter; split cuts the body into pieces at lines where nothing can be
// open; parseChunk hands a piece to goldmark, with our own parsers for directives,
// notes, formulas, brackets, emphasis and comments, and converts its tree. Pieces are kept by
// their text. What concerns the whole document is settled afterwards: link
// references (a piece notes which it asked for and is parsed again when the answer
// has changed), notes, links to headings. So an edit costs one pass over the bytes
// of the text and one parse of a paragraph. This package is the only one that knows
// goldmark.
package bulletins
