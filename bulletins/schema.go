package bulletins

// Schema says which front matter keys, directives and attributes a document may
// use. Package kinds supplies it.
type Schema struct {
	Fields     map[string]Field
	Directives map[string]DirectiveRule
}

// FieldType is the shape of a value.
type FieldType uint8

const (
	TextField   FieldType = iota
	NumberField           // a whole number
	BoolField
	DateField     // 2026-03-06, or with a time 2026-03-06T15:04[:05]
	LanguageField // zh-Hans, zh-Hant, id, en
	ListField     // of texts, or of mappings if it has Fields; one alone is taken as a list of one
	MapField      // of Fields; a text alone is the field called name
	ChoiceField   // one of Choices
	AnyField      // anything
)

// Field describes a front matter key or an attribute.
type Field struct {
	Type     FieldType
	Choices  []string
	Fields   map[string]Field
	Required bool
	// Name says that the value names something that is called so elsewhere: a file, a
	// sheet, a column, a setting. It stays as it is when the text changes its language
	// or its script.
	Name bool
}

// DirectiveRule describes a directive.
type DirectiveRule struct {
	Block, Inline bool             // where it may stand
	Attrs         map[string]Field // its named attributes
	Bare          bool             // bare words are allowed
	Empty         bool             // has no content
	Name          bool             // its content is a name, as in Field, or of another language
}

// empty says whether a directive has no content by its rule.
func (s *Schema) empty(name string) bool { return s != nil && s.Directives[name].Empty }
