package paragraph

// A line that is too long takes back glue from one shrink rank after the other, and
// one that is too short gives it to one stretch rank after the other (CLREQ,
// procedures for reducing and expanding inter-character spacing).
const (
	shrinkWord    = iota // word spaces
	shrinkMiddle         // interpuncts
	shrinkBracket        // brackets and quotation marks
	shrinkComma          // 、，；：
	shrinkBorder         // Han–Latin borders
	shrinkStop           // 。！？
	shrinkRanks
)

const (
	stretchWord   = iota // word spaces, to half an em
	stretchBorder        // Han–Latin borders, to half an em
	stretchHan           // between Han characters, without end; then the others with them
	stretchRanks
)

// What using up a rank adds to the unevenness of a line. The square of the sum is
// the line's cost; 1 is what one thousandth of an em in every Han gap adds.
var (
	shrinkWeight  = [shrinkRanks]int64{45, 10, 15, 15, 25, 40}
	stretchWeight = [stretchRanks]int64{30, 20, 0}
)

// Costs beside the unevenness of lines. A line's cost is its unevenness squared, so
// 10,000 is a line with a tenth of an em in every gap.
const (
	lineCost       = 400       // of every line: fewer lines, other things equal
	orphanCost     = 3_000_000 // a last line of one character
	pushOutCost    = 100_000   // a mark pushed out though it could be pushed in
	skippedCost    = 1_000     // of every break that a stretched line passes up
	fairUse        = 15        // unevenness up to which a line is as good as full
	hyphenCost     = 2_500
	hanHyphenCost  = 22_500    // in Chinese a Latin word is cut only to save a line from being loose
	hyphenRowCost  = 150_000   // two hyphens in a row, or one before a paragraph's last line
	hyphenRowsCost = 5_000_000 // more than maxHyphens
	urlCost        = 4_000     // a break inside an address
	slashCost      = 1_000
	formulaCost    = 22_500 // behind an operator or a relation of a formula
	counterCost    = 60_000 // between a number and its counter where that is allowed
	emergencyCost  = 50_000_000
	noBreak        = -1
	maxHyphens     = 2 // in a row
)

// pass is an attempt to break a paragraph.
type pass struct {
	limit  int64 // the most that a Han gap or its like may be stretched, thousandths of an em
	whole  bool  // the last word is not hyphenated
	strict bool  // a lone last character is refused, and a third hyphen in a row
}

// passes are tried in turn. A last word is hyphenated rather than every gap wide, and
// at the last anything is better than nothing.
var passes = []pass{
	{50, true, true}, {50, false, true},
	{100, true, true}, {100, false, true},
	{300, true, true}, {300, false, true},
	{raggedBeyond, true, true}, {raggedBeyond, false, true},
	{1200, true, true}, {1200, false, true},
	{1 << 40, false, false},
}

// raggedBeyond is the gap, in thousandths of an em, beyond which a line is better set
// ragged than stretched.
const raggedBeyond = 500

// emptiness is the unevenness of a line that has no gap to be stretched, a long address
// say, if it were all empty. Such a line is left ragged too.
const emptiness = 1500
