package preview

import "slices"

// Mode is how pages are laid beside and below each other.
type Mode string

const (
	Continuous Mode = "continuous" // one below the other
	Single     Mode = "single"     // one at a time
	TwoPages   Mode = "two"        // pairs, below each other
	Facing     Mode = "facing"     // pairs as in a book: the first page alone
)

// Modes lists all of them, in the order of the menu.
var Modes = []Mode{Continuous, Single, TwoPages, Facing}

// Fit is how the scale follows the size of the window.
type Fit string

const (
	FitWidth Fit = "width"
	FitPage  Fit = "page"
	FitNone  Fit = "none" // the scale is State.Percent
)

// Overlay is something that is drawn over the pages to be looked at.
type Overlay string

const (
	Margins  Overlay = "margins"  // the type area
	Baseline Overlay = "baseline" // the lines of body text
	Trim     Overlay = "trim"     // where the sheet is cut, and the bleed outside
	Safe     Overlay = "safe"     // 5 mm inside the cut, where nothing is lost if the cut is askew
	Faults   Overlay = "faults"   // characters that no font has, and lines that are too long
)

// Overlays lists all of them, in the order of the menu.
var Overlays = []Overlay{Margins, Baseline, Trim, Safe, Faults}

// State is what the user chose; it is kept from one start to the next.
type State struct {
	Mode Mode
	Fit  Fit
	// Percent is the scale when Fit is FitNone. 100 is true size as far as a screen
	// tells it: an inch is 96 units of the canvas, as in CSS.
	Percent    int
	Thumbnails bool
	Overlays   []Overlay
}

// DefaultState is that of the first start.
func DefaultState() State {
	return State{Mode: Continuous, Fit: FitWidth, Percent: 100, Overlays: []Overlay{Faults}}
}

// valid returns a State in which everything that is unknown is as at the first start.
func (s State) valid() State {
	def := DefaultState()
	if !slices.Contains(Modes, s.Mode) {
		s.Mode = def.Mode
	}
	if s.Fit != FitWidth && s.Fit != FitPage && s.Fit != FitNone {
		s.Fit = def.Fit
	}
	if s.Percent < minPercent || s.Percent > maxPercent {
		s.Percent = def.Percent
	}
	var known []Overlay
	for _, o := range Overlays {
		if slices.Contains(s.Overlays, o) {
			known = append(known, o)
		}
	}
	s.Overlays = known
	return s
}
