// Package proof makes the pages of an open document while it is typed.
//
//	p := proof.New(folder, proof.Options{Deliver: func(s *proof.Sheets) {
//		preview.Prepare(s)                       // draws what is in view, on this goroutine
//		ui.Do(func() { preview.SetSheets(s) })   // shows it, with everything else
//	}})
//	p.Submit(document, generation) // at each change
//	defer p.Close()
//
// A Proof has one worker with a Composer and a layout Session of its own, so that a
// keystroke costs a paragraph. Nothing waits for a pause in typing: the newest
// document is made as soon as the worker is free, and those in between are left out.
//
// Work that a newer document overtakes is let finish if it is short, and given up if
// it goes on; what was set until then is kept. Work after such is never given up, so
// that pages keep coming however fast somebody types.
//
// Sheets are the result: pages that are drawn when they are looked at, everything
// that is to be said about the document, and the way from a place in the text to a
// place on a page and back.
//
// This package knows no Fyne.
package proof
