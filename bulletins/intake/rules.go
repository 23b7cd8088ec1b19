package intake

// step is one rule. Rules are run in the order of the table, each over what those
// before it left.
type step struct {
	name string
	// furniture are the rules about what stands round the text; a document that has a
	// front matter has none.
	furniture bool
	lang      string // "zh", or "" for all; Latin text is whatever is not Chinese
	run       func(*draft)
}

var steps = []step{
	// Characters.
	{name: "I01", run: (*draft).plain},
	{name: "I02", run: (*draft).pinyin},
	{name: "I03", run: (*draft).toneless},
	{name: "I04", run: (*draft).shifted}, // and I05, which switches proposals off
	{name: "I06", run: (*draft).pictures},
	{name: "I07", run: (*draft).unreadable},
	// Furniture.
	{name: "I20", furniture: true, run: (*draft).weather},
	{name: "I21", furniture: true, run: (*draft).path},
	{name: "I22", furniture: true, run: (*draft).labels},
	{name: "I23", furniture: true, run: (*draft).stamp},
	{name: "I24", furniture: true, run: (*draft).dateLine},
	{name: "I26", furniture: true, run: (*draft).widgets},
	{name: "I27", furniture: true, run: (*draft).replies},
	{name: "I28", furniture: true, run: (*draft).editors},
	{name: "I29", furniture: true, run: (*draft).reviews},
	{name: "I30", furniture: true, run: (*draft).sources},
	{name: "I31", furniture: true, run: (*draft).imprint},
	{name: "I32", furniture: true, run: (*draft).copyright},
	{name: "I34", furniture: true, run: (*draft).byline},
	{name: "I35", furniture: true, run: (*draft).related},
	{name: "I25", furniture: true, run: (*draft).counters}, // beside other furniture
	{name: "I36", furniture: true, run: (*draft).title},
	{name: "I33", furniture: true, run: (*draft).repeatedTitle},
	// Script and marks.
	{name: "I40", lang: "zh", run: (*draft).marks},
	{name: "I41", lang: "zh", run: (*draft).script},
	{name: "I42", lang: "zh", run: (*draft).dashes},
	// Latin text.
	{name: "I50", run: (*draft).spaces},
	{name: "I52", run: (*draft).quotes},
}
