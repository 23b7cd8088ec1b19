package page

// TagID is the index of a node in a TagTree. 0 is no node: an artifact.
type TagID int32

// Role is a standard structure type of PDF 1.7 (ISO 32000-1, 14.8.4).
type Role string

const (
	RoleDocument  Role = "Document"
	RoleH1        Role = "H1" // … H6
	RoleP         Role = "P"
	RoleL         Role = "L"
	RoleLI        Role = "LI"
	RoleLbl       Role = "Lbl"
	RoleLBody     Role = "LBody"
	RoleTable     Role = "Table"
	RoleTHead     Role = "THead"
	RoleTBody     Role = "TBody"
	RoleTFoot     Role = "TFoot"
	RoleTR        Role = "TR"
	RoleTH        Role = "TH"
	RoleTD        Role = "TD"
	RoleFigure    Role = "Figure"
	RoleCaption   Role = "Caption"
	RoleNote      Role = "Note"
	RoleReference Role = "Reference"
	RoleQuote     Role = "BlockQuote"
	RoleCode      Role = "Code"
	RoleLink      Role = "Link"
	RoleSpan      Role = "Span"
	RoleFormula   Role = "Formula"
	RoleRuby      Role = "Ruby"
	RoleRB        Role = "RB" // base of a Ruby
	RoleRT        Role = "RT" // its reading
	RoleTOC       Role = "TOC"
	RoleTOCI      Role = "TOCI"
	RoleSect      Role = "Sect"
	RoleDiv       Role = "Div"
	// RoleContent is a node that stands only for a place in its parent's order:
	// a writer puts its content straight into the parent.
	RoleContent Role = ""
)

// Tag is a node of the tag tree. Children follow the order in which they were
// added. Content always belongs to a leaf; a node with text and children in turn
// holds its text in RoleContent children.
type Tag struct {
	Role     Role
	Parent   TagID // 0 for the root
	Children []TagID
	Lang     string // if it differs from the parent's
	Alt      string // Figure: what the picture shows; Formula: its source
	Header   string // TH: "Column" or "Row"
	ColSpan  int    // TH, TD: if above 1
	RowSpan  int
	Ordered  bool // L: numbered
}

// TagTree holds the nodes; Nodes[0] is unused and Nodes[1] is the Document.
type TagTree struct{ Nodes []Tag }

// RootTag is the Document node of every tree.
const RootTag TagID = 1

// NewTagTree returns a tree with its Document node.
func NewTagTree() *TagTree {
	return &TagTree{Nodes: []Tag{{}, {Role: RoleDocument}}}
}

// Add appends a node to parent's children.
func (t *TagTree) Add(parent TagID, tag Tag) TagID {
	id := TagID(len(t.Nodes))
	tag.Parent = parent
	t.Nodes = append(t.Nodes, tag)
	t.Nodes[parent].Children = append(t.Nodes[parent].Children, id)
	return id
}
