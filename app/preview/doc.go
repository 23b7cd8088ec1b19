// Package preview shows the pages of the open document as they will be printed.
//
//	p := preview.New(preview.Options{Jump: editor.GoTo})
//	proof.Options{Deliver: func(s *proof.Sheets) {
//		p.Prepare(s)                    // on the worker: the pages in view are drawn
//		ui.Do(func() { p.SetSheets(s) }) // they change in one frame with all else
//	}}
//	p.ShowCaret(offset)              // at each move of the caret
//
// # What exists
//
// Pages lie on a desk that a Scroll moves (desk.go); where they lie is arithmetic
// (arrangement.go), what of them is in view is in view.go. Only those in view and half
// a view above and below have a leaf, the objects that show a page (leaf.go). Pictures
// are drawn by a darkroom on workers that live while there is work (picture.go), at
// exactly the pixels of the screen, and about eight are kept. A page that has not
// changed is the same pointer and so the same picture.
//
// Nothing flickers: a leaf keeps the picture it has, stretched while the scale
// changes, until the new one is there; and all that came together is shown together.
//
// Overlays are drawn into the pictures (overlay.go). The caret is two rectangles of
// its own, for it moves more often than pages change.
//
// # Scale
//
// 100 % shows an inch as 96 units of the canvas, as CSS does; how long that is on a
// ruler the screen alone knows. The scale may follow the width or the size of the
// view.
package preview
