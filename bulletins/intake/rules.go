package intake

// step is one rule. Rules are run in the order of the table, each over what those
// before it left.
type step struct {
	name string
	// once are the rules for text that is new: they weigh the text as a whole, or look for
	// furniture. One with a front matter has been taken in before.
	once bool
	lang string // "zh", or "" for all; Latin text is whatever is not Chinese
	// again are the rules about marks: what one changes may let another change more, so
	// they are run until nothing changes.
	again bool
	run   func(*draft)
}

var steps = []step{
	// Characters.
	{name: "I00", once: true, run: (*draft).misread},
	{name: "I01", run: (*draft).plain},
	{name: "I02", once: true, run: (*draft).pinyin},
	{name: "I03", once: true, run: (*draft).toneless},
	{name: "I04", once: true, run: (*draft).shifted}, // and I05, which switches proposals off
	{name: "I06", once: true, run: (*draft).pictures},
	{name: "I07", run: (*draft).unreadable},
	{name: "I08", once: true, run: (*draft).literals},
	// Furniture.
	{name: "I20", once: true, run: (*draft).weather},
	{name: "I21", once: true, run: (*draft).path},
	{name: "I22", once: true, run: (*draft).labels},
	{name: "I23", once: true, run: (*draft).stamp},
	{name: "I24", once: true, run: (*draft).dateLine},
	{name: "I26", once: true, run: (*draft).widgets},
	{name: "I27", once: true, run: (*draft).replies},
	{name: "I28", once: true, run: (*draft).editors},
	{name: "I29", once: true, run: (*draft).reviews},
	{name: "I30", once: true, run: (*draft).sources},
	{name: "I31", once: true, run: (*draft).imprint},
	{name: "I32", once: true, run: (*draft).copyright},
	{name: "I34", once: true, run: (*draft).byline},
	{name: "I35", once: true, run: (*draft).related},
	{name: "I25", once: true, run: (*draft).counters}, // beside other furniture
	{name: "I36", once: true, run: (*draft).title},
	{name: "I33", once: true, run: (*draft).repeatedTitle},
	// Script and marks.
	{name: "I40", lang: "zh", again: true, run: (*draft).marks},
	{name: "I41", lang: "zh", again: true, run: (*draft).script},
	{name: "I42", lang: "zh", again: true, run: (*draft).dashes},
	// Latin text.
	{name: "I50", again: true, run: (*draft).spaces},
	{name: "I52", again: true, run: (*draft).quotes},
}
