package page

// ColorSpace says which inks a Color names.
type ColorSpace uint8

const (
	NoColor ColorSpace = iota // the zero Color: nothing is painted
	Gray                      // one ink, black
	CMYK                      // four process inks
	Spot                      // a named ink with a tint
)

// Color is a colour by its inks together with its look on a screen. A theme
// states both; nothing converts one into the other.
type Color struct {
	Space   ColorSpace
	Inks    [4]uint16 // thousandths: C M Y K; Gray uses [3] (1000 is black), Spot uses [0] as tint and states its CMYK alternative in Alt
	Alt     [4]uint16 // CMYK of a full tint of the spot
	Spot    string    // name of the ink
	R, G, B uint8     // sRGB look
}

// Black is text black: K only.
var Black = Color{Space: Gray, Inks: [4]uint16{3: 1000}}

// White is bare paper.
var White = Color{Space: Gray, R: 255, G: 255, B: 255}
