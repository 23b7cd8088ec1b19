// Package cli is the command: safety365 build, page, layout, check, new, table, export,
// review, intake, convert, number, register, kinds, themes, theme, fonts. It imports no
// Fyne.
//
// # What happens to a document
//
// [Main] reads the arguments (command.go) and finds the documents meant by them
// (source.go). Each becomes a press.Job (compile.go), which parses, loads the theme,
// composes and lays out, as it does for the window; here stands who wants the pages:
// the PDF (build.go), a picture (page.go), the listing (layout.go, layoutjson.go).
// What is to be said about the content is collected by the job and printed (finding.go)
// in the language of the system or of --messages.
//
// # Files
//
// An output is written to a temporary file beside it, synced and renamed
// (keeping.Replace), so an interrupted or failed run leaves the older output as it
// was, and nothing half-written. new, table and theme never replace a file.
//
// With --data each row of a table makes a document of its own (merge.go, press.Merge);
// what is said about one names the row.
//
// Texts are read up to [bulletins.MaxText] bytes.
//
// # Exit codes
//
//	0    fine; warnings may have been printed
//	1    a document's content has errors: it was not written, an older output stays
//	2    the command was not understood
//	3    a file could not be read or written, or the program failed
//	130  interrupted
//
// Of several documents the worst counts; one bad document does not stop the
// others. With --draft errors of content are printed and the document is set in
// spite of them.
//
// # Diagnostics
//
//	FILE:LINE:COLUMN: SEVERITY CODE: MESSAGE
//	    HINT
//
// Lines and columns count from 1, columns in characters. FILE is the document, a
// theme's file, or the option (--set, --theme) that is meant; an option has no line
// and column. SEVERITY is error, warning or info in every language; CODE never
// changes its meaning. build, page, layout and new print them to standard error,
// check to standard output. With --json they are one array of objects with the keys
// file, line, column, endLine (if it is another line), severity, code, message,
// hint.
//
// # The listing of layout --json
//
//	{"pages":[
//	  {"page":1,"label":"1","width":595.2756,"height":841.8898,"lines":[
//	    {"paragraph":3,"role":"body","x":87.5906,"baseline":120.5,"width":420,"measure":420,
//	     "items":[
//	      {"face":"NotoSerifSC-Regular","size":10.5,"lang":"zh-Hans","vertical":false,"text":"安全，",
//	       "glyphs":[{"text":"安","x":87.5906,"y":120.5,"advance":10.5}, …]}]}]}]}
//
// Keys stand in this order and are always there. All lengths are pt with at most
// four decimals, computed in integers, so the listing is the same on every
// processor. The origin is the top left corner of the trimmed page, y runs
// downwards.
//
//   - page counts from 1, label is the number as printed.
//   - lines stand in the order in which they were set. paragraph numbers the
//     paragraphs of the whole document from 0; role is the style's; x is the left
//     edge of the line, width how far it reaches, measure how far it could. Of a
//     vertical line x is where its baseline stands, and baseline where it begins.
//   - items are the runs of one face, size and language in a line; text is what
//     they say.
//   - glyphs have the text that they stand for (a ligature has several characters;
//     of several glyphs for one character the first has it and the others ""), the
//     place of their origin on the page, and how far the pen moves on, along the
//     line: downwards if vertical.
package cli
