package export

import "safety365/app/ui"

// systemPrinters is the default printer: whatever opens PDF files prints to it.
func systemPrinters() []printer {
	return []printer{{preset: true, printed: ui.Say("print-default")}}
}

// sendToPrinter has the viewer print, or open the file if it cannot be asked to. The
// PDF itself says that it is not to be scaled.
func sendToPrinter(_ printer, file, _ string) error {
	if shellExecute("print", file) == nil {
		return nil
	}
	return openFile(file)
}
