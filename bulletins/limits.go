package bulletins

// Limits of a text. What lies past them is shown flat, or refused with a Diagnostic.
const (
	MaxText        = 16 << 20  // bytes of a text
	maxFront       = 256 << 10 // bytes of a front matter
	maxNesting     = 32        // blocks inside each other: quotes, list items, directives
	maxInline      = 64        // inline marks inside each other
	maxDepthOfLink = 32        // ( in one another in the address of a link
	maxBrackets    = 128       // [ that are open at once in a paragraph
	maxDelimiters  = 8192      // * and _ in a paragraph that are looked at
	maxAttrs       = 8 << 10   // bytes of the attributes after inline text
	maxCells       = 200_000   // of a table, with those that fill up short rows
	maxDiagnostics = 1000
	maxMetaDepth   = 16 // of values in the front matter
	guessBytes     = 32 << 10
)
