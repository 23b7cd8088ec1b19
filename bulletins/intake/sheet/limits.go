package sheet

// Limits of what is read. What lies past them is refused with a Diagnostic.
const (
	MaxFile     = 50 << 20  // bytes of a file
	MaxUnpacked = 300 << 20 // bytes of what an XLSX file unpacks to
	MaxCells    = 2_000_000 // cells of a table, blank ones counted, and texts of a workbook

	maxStrings     = 200 << 20 // bytes of all texts of a workbook
	maxValue       = 1 << 20   // bytes of a cell's value
	maxMerges      = 100_000   // merged areas that are looked at
	maxRows        = 1_048_576 // of a sheet, as Excel has them
	maxCols        = 16_384
	maxDiagnostics = 100
)
