// Package markdown writes the Markdown of package bulletins for those who bring foreign
// documents in: text that means nothing by its marks, lines with emphasis and links,
// tables with merged cells.
//
//	markdown.Start(markdown.Line([]markdown.Run{{Text: "1. 注意"}, {Text: "安全", Look: markdown.Look{Bold: true}}}))
//	// 1\. 注意**安全**
package markdown
