package themes

// fileSpec is what a theme file may say. It and the types below are the schema:
// decode checks every layer against them.
type fileSpec struct {
	Name        string                `key:"name"`
	Description map[language]string   `key:"description"`
	Extends     string                `key:"extends"`
	Hidden      bool                  `key:"hidden"` // not offered for choice
	Languages   map[language]settings `key:"languages"`
	Kinds       map[string]settings   `key:"kinds"` // of documents
	settings
}

// settings is what a file, a language layer, a document and --set may say.
type settings struct {
	Page      pageSpec              `key:"page"`
	Typeset   typesetSpec           `key:"typeset"`
	Fonts     map[fontRole][]string `key:"fonts"`
	Colors    map[string]colorSpec  `key:"colors"`
	Styles    map[string]styleSpec  `key:"styles"`
	Furniture furnitureSpec         `key:"furniture"`
	Lists     listsSpec             `key:"lists"`
	Tables    tablesSpec            `key:"tables"`
	Figures   figuresSpec           `key:"figures"`
	Footnotes footnotesSpec         `key:"footnotes"`
	Columns   columnsSpec           `key:"columns"`
	Divider   dividerSpec           `key:"divider"`
	Tones     map[string]toneSpec   `key:"tones"`
}

type pageSpec struct {
	Size      paperSize   `key:"size"`
	Margins   marginsSpec `key:"margins"`
	Bleed     extent      `key:"bleed"`
	Mirror    bool        `key:"mirror"`
	Columns   count       `key:"columns"`
	Sidenotes extent      `key:"sidenotes"`
	Header    extent      `key:"header"`
	Footer    extent      `key:"footer"`
}

type marginsSpec struct {
	Top    extent `key:"top"`
	Bottom extent `key:"bottom"`
	Inner  extent `key:"inner"`
	Outer  extent `key:"outer"`
}

type typesetSpec struct {
	Kinsoku   kinsoku   `key:"kinsoku"`
	Compress  compress  `key:"compress"`
	Autospace ems       `key:"autospace"`
	Orphans   orphans   `key:"orphans"`
	Widows    orphans   `key:"widows"`
	Counters  counters  `key:"counters"`
	Hanging   bool      `key:"hanging"`
	Direction direction `key:"direction"`
	Normalise bool      `key:"normalise"`
	Quotes    quotes    `key:"quotes"`
	UnitSpace ems       `key:"unit-space"`
	Measure   extent    `key:"measure"`
	Grid      gridSpec  `key:"grid"`
	Cells     cells     `key:"cells"`
	// These four are short for a value of styles.body, and come before it.
	Size    measure `key:"size"`
	Indent  Length  `key:"indent"`
	Justify bool    `key:"justify"`
	Hyphens bool    `key:"hyphens"`
}

type colorSpec struct {
	Gray *percent  `key:"gray"`
	CMYK []percent `key:"cmyk"`
	Spot *spotSpec `key:"spot"`
	SRGB *hex      `key:"srgb"`
}

type spotSpec struct {
	Name string    `key:"name"`
	Tint *percent  `key:"tint"`
	CMYK []percent `key:"cmyk"`
}

type styleSpec struct {
	Like         string   `key:"like"`
	Font         fontRole `key:"font"`
	Latin        fontRole `key:"latin"`
	Bold         bool     `key:"bold"`
	Italic       bool     `key:"italic"`
	Size         measure  `key:"size"`
	Leading      measure  `key:"leading"`
	Indent       Length   `key:"indent"`
	Left         extent   `key:"left"`
	Right        extent   `key:"right"`
	Before       extent   `key:"before"`
	After        extent   `key:"after"`
	Align        Align    `key:"align"`
	Color        string   `key:"color"`
	Tracking     Length   `key:"tracking"`
	Raise        Length   `key:"raise"`
	Underline    bool     `key:"underline"`
	Strike       bool     `key:"strike"`
	Sign         sign     `key:"sign"`
	KeepNext     bool     `key:"keep-next"`
	KeepTogether bool     `key:"keep-together"`
	KeepPrevious bool     `key:"keep-previous"`
	Hyphens      bool     `key:"hyphens"`
	Balance      bool     `key:"balance"`
	Drop         count    `key:"drop"`
	Features     features `key:"features"`
	Caps         caps     `key:"caps"`
	Box          boxSpec  `key:"box"`
}

type boxSpec struct {
	Fill    string `key:"fill"`
	Border  string `key:"border"`
	Width   extent `key:"width"`
	Bar     string `key:"bar"`
	BarSize extent `key:"bar-size"`
	Above   string `key:"above"`
	Below   string `key:"below"`
	Rule    extent `key:"rule"`
	PadX    extent `key:"pad-x"`
	PadY    extent `key:"pad-y"`
}

type furnitureSpec struct {
	Header     runningSpec `key:"header"`
	Footer     runningSpec `key:"footer"`
	Rule       ruleSpec    `key:"rule"`
	FooterRule ruleSpec    `key:"footer-rule"`
	Landscape  landscape   `key:"landscape"`
}

type runningSpec struct {
	First *slotsSpec `key:"first"`
	Odd   *slotsSpec `key:"odd"`
	Even  *slotsSpec `key:"even"`
	Last  *slotsSpec `key:"last"`
}

type slotsSpec struct {
	Left   string `key:"left"`
	Center string `key:"center"`
	Right  string `key:"right"`
}

type ruleSpec struct {
	Width  extent `key:"width"`
	Color  string `key:"color"`
	Length extent `key:"length"`
	Gap    extent `key:"gap"`
}

type listsSpec struct {
	Bullets []string `key:"bullets"`
	Numbers []string `key:"numbers"`
	Indent  extent   `key:"indent"`
	Gap     extent   `key:"gap"`
}

type tablesSpec struct {
	Frame   extent `key:"frame"`
	Head    extent `key:"head"`
	Row     extent `key:"row"`
	Column  extent `key:"column"`
	Color   string `key:"color"`
	Fill    string `key:"fill"`
	Stripe  string `key:"stripe"`
	PadX    extent `key:"pad-x"`
	PadY    extent `key:"pad-y"`
	Caption place  `key:"caption"`
	Gap     extent `key:"gap"`
	// How cells stand in their rows, and rows on their pages.
	Valign     valign `key:"valign"`
	HeadValign valign `key:"head-valign"`
	Span       extent `key:"span"`
	Rows       count  `key:"rows"`
	Least      count  `key:"least"`
	Continued  bool   `key:"continued"`

	Captions captions `key:"captions"`
}

type figuresSpec struct {
	Float    bool     `key:"float"`
	Caption  place    `key:"caption"`
	Gap      extent   `key:"gap"`
	Captions captions `key:"captions"`
}

type footnotesSpec struct {
	Rule    ruleSpec  `key:"rule"`
	Gap     extent    `key:"gap"`
	Marks   marks     `key:"marks"`
	Restart restart   `key:"restart"`
	Place   notePlace `key:"place"`
}

type columnsSpec struct {
	Gap  extent   `key:"gap"`
	Rule ruleSpec `key:"rule"`
}

type dividerSpec struct {
	Text string   `key:"text"`
	Rule ruleSpec `key:"rule"`
}

type toneSpec struct {
	Fill   string `key:"fill"`
	Border string `key:"border"`
	Bar    string `key:"bar"`
	Title  string `key:"title"`
}
