package view

import (
	"safety365/app/manuscript"
	"safety365/bulletins"
	"safety365/bulletins/page"
)

// State is all that decides what a View shows.
type State struct {
	Document  *bulletins.Document
	Selection manuscript.Selection
	Width     page.Length // of the column, line numbers and margins included
	Size      page.Length // of body text; headings are larger in proportion
	Colors    Colors
	Preedit   Preedit                            // what an input method composes at the caret
	Matches   []bulletins.Range                  // what a search found, in order
	Match     int                                // the one of Matches that is looked at; -1: none
	Squiggles []Squiggle                         // in order of place
	Pictures  func(url string) *page.ImageSource // nil result: missing; may be nil
	Name      func(directive string) string      // what a directive is called in the window's language; may be nil
	Front     string                             // what the card of the front matter says, a second line quietly; empty: its title
	Active    bool                               // the editor has the focus: the caret is shown and marks round it
	CaretOff  bool                               // the caret is not drawn just now, because it blinks
	Marks     bool                               // everything is shown as it was typed, front matter and fences too
	Numbers   bool                               // line numbers in the margin
	Focus     bool                               // all but the paragraph of the caret is dimmed
}

// Preedit is text that is being composed. Caret counts bytes in Text.
type Preedit struct {
	Text  string
	Caret int
}

// Squiggle is a wavy line under a stretch of text.
type Squiggle struct {
	Range    bulletins.Range
	Severity bulletins.Severity
}

// Colors are the colours of a View.
type Colors struct {
	Paper, Text, Quiet, Accent, Link, Mark    page.Color // Mark: of marks that are shown
	Selection, Match, CurrentMatch            page.Color
	Card, CardEdge, Code, Rule, Caret, Number page.Color
	Error, Warning, Info, Success             page.Color // Success: of good news
}

// Hit is what stands at a point.
type Hit struct {
	Offset int // the nearest place in the text
	// What was hit apart from text; None for text.
	Part  Part
	Range bulletins.Range // the source of the part, in Document.Text
	Rect  page.Rect       // where the part stands
}

// Part is a thing in the view that is no text.
type Part uint8

const (
	None    Part = iota
	Card         // the head of a directive, or of the front matter: a form opens
	Picture      // a figure
	Task         // the box of a task
	Margin       // left of the text
	Beyond       // under the last line
)

// Motion is a way to move the caret.
type Motion uint8

const (
	Left Motion = iota // by what a reader takes for one character
	Right
	WordLeft
	WordRight
	Up // by rows as shown
	Down
	PageUp // by Height
	PageDown
	RowStart
	RowEnd
	TextStart
	TextEnd
)
