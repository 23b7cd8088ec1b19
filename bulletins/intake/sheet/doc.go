// Package sheet reads and writes the tables of offices: CSV and XLSX files, as Chinese
// units make them, become a plain [Table] and go out again.
//
//	table, diagnostics, err := sheet.Read("台账.xlsx", file, sheet.Options{})
//	err = sheet.Write(out, table)
//
// # What is understood
//
// CSV in UTF-8, GB18030, Big5 and UTF-16, with commas, semicolons, tabs or bars, found
// by looking. XLSX by its package and its cells; what a formula had last is its value.
// Of a workbook the first sheet that is shown and holds something is read, or the one
// that Options names. Hidden sheets, rows and columns are left out unless asked for.
//
// Above the head of such a table stands a title, often merged over all columns, and
// lines such as 填报单位：…; below it who filled it in. They become Title, Before and
// After. The head is the first row that fills most columns with words; where cells of
// it are merged (or, in a CSV, left blank) the row below belongs to it too, and
// Table.Head names its columns 组/项. Merged cells of the body stay spans, and
// [Table.Value] repeats their text for each row. Rows such as 合计 are listed in Totals.
//
// A cell is text as the sheet shows it, with these differences: numbers are never in
// scientific notation; leading zeros and telephone numbers stay; a cell that is a date,
// whether a serial number with a date's format, a serial number in a column whose head
// says date, or text such as 2026.3.5 or 2026年3月5日, is written 2026-03-05.
//
// [Write] makes an XLSX file of a table and [WriteCSV] a CSV, so that what was read
// goes out as it came; [Table.Markdown] puts it into a document.
//
// # What is refused
//
// Files past [MaxFile], [MaxUnpacked] or [MaxCells], files that are no tables, and
// broken ones are answered with a Diagnostic and no table. The words for the codes
// stand in assets/messages/sheet.*.yaml; the argument place is a cell such as C5.
//
// # How it works
//
// readCSV and readXLSX each fill a grid of cells with their places; grid.dense drops
// blank rows and columns and lays the merged cells; shape parts title, head, body and
// notes; dates are read last, when the heads are known. The XLSX package is read here,
// cell by cell as a stream, because excelize fills a sheet up to its last formatted
// row and column before it hands out a cell: a file of a few kilobytes may ask for
// gigabytes. Number formats and writing are excelize's.
package sheet
