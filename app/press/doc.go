// Package press makes outputs of documents: it is what the command line and the
// window share. It imports no Fyne and no cobra, prints nothing and asks nothing.
//
// # From a text to an output
//
// A [Job] is one document on its way. [Job.Compose] parses the text, loads the theme
// and composes; [Job.Lay] hands over page after page; [Job.PDF] and [Job.PNG] do all
// of it and write. What is to be said about the content is collected in
// Job.Findings; an error is about files, or [ErrContent] for a final document that
// its content stops. A draft is never stopped by its content.
//
//	job := &press.Job{Path: path, Text: text, Settings: press.Settings{Draft: true}}
//	defer job.Close()
//	err := job.PDF(ctx, press.ToFile("notice.pdf"))
//
// Nothing is written before all of it is known to be good: a [Sink] is asked once the
// output exists, and a file is replaced by way of a temporary one (keeping.Replace).
// A fault of the program's comes out as an [InternalError], never as a panic, so
// that one document does not take others with it.
//
// # The theme
//
// [LoadTheme] resolves the theme that the settings, the document or its language
// chooses, and says what is wrong with it. Where the user's own themes lie is in
// theme.go. The [Stamp] that it returns tells whether anything that it read has
// changed; [ThemeCache] uses it to load no more often than needed while somebody
// types.
//
// # Mail-merge
//
// [ReadMerge] reads a table for a text; [Merge.Text] is the text with {{column}} replaced
// by the cells of a row. Values cannot become marks (slots.go), and lines stay where they
// are, so that what is said about a document is at its place in the text.
//
// # Outputs
//
// [Outputs] is the table of what can be made of a document: a draft, a final PDF,
// pictures of pages. A new output is a row in it; the window offers
// what stands there. The names of files come from [FileName].
package press
