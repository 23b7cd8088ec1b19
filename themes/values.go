package themes

import "safety365/bulletins/page"

// Furniture is what stands outside the type area. Its texts may hold fields in
// braces, such as {title} and {page}, which are filled by the kind and by layout.
type Furniture struct {
	Header, Footer Running
	Rule           Rule // under the header; none on pages whose header is empty
	FooterRule     Rule // above the footer
	// Sheet says that on landscape pages they stand where they do on the upright pages of
	// the sheet, at its short edges (GB/T 9704-2012, 8), not at the page's own head and foot.
	Sheet bool
}

// Running is a header or footer. A nil one was not stated: see [Running.At].
type Running struct{ First, Odd, Even, Last *Slots }

// Slots are the three places of a header or footer.
type Slots struct{ Left, Center, Right string }

// Empty reports whether there is nothing to print.
func (s Slots) Empty() bool { return s == Slots{} }

// At returns what stands on a page, counted from 1, of a document whose last page
// is known (0: not yet). The last page comes before the first; a first, last or
// even one that is not stated is as the odd ones, an even one with left and right
// changed when margins are mirrored.
func (r Running) At(number, last int, mirror bool) Slots {
	switch {
	case number == last && r.Last != nil:
		return *r.Last
	case number == 1 && r.First != nil:
		return *r.First
	case number%2 == 0 && r.Even != nil:
		return *r.Even
	case r.Odd == nil:
		return Slots{}
	case number%2 == 0 && mirror:
		return Slots{r.Odd.Right, r.Odd.Center, r.Odd.Left}
	}
	return *r.Odd
}

// Rule is a printed line. A Length of 0 goes over the whole width; Gap is its
// distance from the text that it belongs to.
type Rule struct {
	Width, Length, Gap page.Length
	Color              page.Color
}

// Lists says how lists are marked, by depth; the last entry serves all deeper.
type Lists struct {
	Bullets []string
	Numbers []string    // patterns of the number 1: "1.", "（1）", "①", "a)", "i.", "一、"
	Indent  page.Length // of the text from the edge of the list, for each depth
	Gap     page.Length // between items
}

// Tables says how tables are ruled: rules of width 0 are not drawn.
type Tables struct {
	Frame, Head, Row, Column page.Length // rules above and below the table, under its head, between rows, between columns
	Color                    page.Color  // of the rules
	Fill, Stripe             page.Color  // behind the head, behind every second row
	PadX, PadY               page.Length // between rules and text
	Caption                  string      // above, below
	Gap                      page.Length // between caption and table
	Valign, HeadValign       string      // top, middle, bottom: where cells stand in their rows
	Span                     page.Length // rule under a head over several columns, where Row draws none
	Rows                     int         // least number of rows before and after a page break
	Least                    int         // per cent of its size to which type goes where words do not fit
	Numbered                 bool        // captions have numbers
	Continued                bool        // the caption stands again, as continued, where the table goes on
}

// Figures says how pictures meet their captions, and whether one that has no room may
// go to the next page without the text after it.
type Figures struct {
	Float    bool
	Caption  string // above, below
	Gap      page.Length
	Numbered bool // captions have numbers
}

// Footnotes says how notes stand at the foot of a page.
type Footnotes struct {
	Rule    Rule        // Gap: from the rule to the first note
	Gap     page.Length // least distance from the text to the rule
	Marks   string      // arabic 1, circled ①, bracketed [1]
	Restart string      // page, document: where numbers begin again
	Columns bool        // those of text in columns stand at the foot of their column, not across the page
}

// Columns says what stands between columns of text.
type Columns struct {
	Gap  page.Length
	Rule Rule
}

// Divider is a break in the text: a few characters, or a rule.
type Divider struct {
	Text string
	Rule Rule
}

// Tone is the look of a callout.
type Tone struct{ Fill, Border, Bar, Title page.Color }
