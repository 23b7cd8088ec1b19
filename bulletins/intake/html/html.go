package html

import (
	"errors"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"safety365/assets"
	"safety365/bulletins"
)

// Limits of a page. The parser itself refuses more than 512 open elements.
const (
	MaxSize  = 20 << 20  // bytes
	MaxDepth = 500       // elements inside each other
	MaxNodes = 2_000_000 // elements, texts and comments

	maxSpan   = 1000    // columns or rows that a cell may go over
	maxCells  = 200_000 // of a table
	maxIndent = 20      // lists and quotations inside each other; deeper ones are set flat
)

// What Text refuses.
var (
	ErrTooLarge = errors.New("the page is larger than 20 MB")
	ErrTooDeep  = errors.New("more than 500 elements of the page stand inside one another")
	ErrTooMany  = errors.New("the page has more than 2,000,000 elements")
	ErrEncoding = errors.New("the encoding of the page is unknown")
)

// Options say what to take.
type Options struct {
	Whole bool  // all that is shown, furniture too, not the main text alone
	Keep  []int // the numbers of what is not to be left out
}

// Dropped is something that was left out.
type Dropped struct {
	Number int    // in the page, the same on every run; for Options.Keep
	Place  string // the path of its element: div#page > ul.share
	Text   string // what it said, on one line
	Reason Reason
}

// Reason says why something was left out.
type Reason string

const (
	Navigation Reason = "navigation"
	Header     Reason = "header"
	Footer     Reason = "footer"
	Aside      Reason = "aside"
	Form       Reason = "form"
	Hidden     Reason = "hidden"
	Share      Reason = "share"
	Breadcrumb Reason = "breadcrumb"
	Related    Reason = "related"
	Advert     Reason = "advert"
	Replies    Reason = "replies" // what readers wrote
	Comment    Reason = "comment" // <!-- … -->, a comment of a word processor
	Picture    Reason = "picture" // on a network, or inside the page
	Media      Reason = "media"   // film, sound, other pages inside the page
	Outside    Reason = "outside" // not in the main text
)

// Words returns a reason in a language of assets/messages, and when to undo it.
func (r Reason) Words(lang string) (reason, hint string) {
	return assets.Message(lang, "dropped-"+string(r), nil)
}

// refusals are the codes of what Text refuses, with their limits.
var refusals = []struct {
	err         error
	code, limit string
}{
	{ErrTooLarge, "page-too-large", strconv.Itoa(MaxSize>>20) + " MB"},
	{ErrTooDeep, "page-too-deep", strconv.Itoa(MaxDepth)},
	{ErrTooMany, "page-too-many", strconv.Itoa(MaxNodes)},
	{ErrEncoding, "page-encoding", ""},
}

// Refusal makes a Diagnostic of an error of Text, about a file or what else the page
// is called; false if it is another error.
func Refusal(err error, name string) (bulletins.Diagnostic, bool) {
	for _, r := range refusals {
		if errors.Is(err, r.err) {
			return bulletins.Diagnostic{Code: r.code, Severity: bulletins.Error, Args: map[string]string{"name": name, "limit": r.limit}}, true
		}
	}
	return bulletins.Diagnostic{}, false
}

// Text returns the main text of a page, or all of a clipboard's fragment, as Markdown
// without front matter, and what was left out, in the order of the page. The error is
// one of those above.
func Text(data []byte, o Options) (string, []Dropped, error) {
	if len(data) > MaxSize {
		return "", nil, ErrTooLarge
	}
	text, ok := decode(data)
	if !ok {
		return "", nil, ErrEncoding
	}
	text, fragment := clipboard(text)
	if err := guard(text); err != nil {
		return "", nil, err
	}
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return "", nil, ErrTooDeep // the only fault that a parser of strings finds
	}
	p := &page{options: o, place: map[*html.Node]int{}, weights: map[*html.Node]weight{}, headings: map[*html.Node]int{}}
	if err := p.survey(doc); err != nil {
		return "", nil, err
	}
	body := find(doc, func(n *html.Node) bool { return n.Data == "body" || n.Data == "frameset" })
	if body == nil {
		return "", nil, nil
	}
	if !o.Whole {
		p.prune(body)
	}
	parts := []*html.Node{body}
	if !o.Whole && !fragment {
		parts = p.findMain(doc, body)
	}
	w := &writer{page: p}
	out := w.write(parts)
	return out, p.inOrder(), nil
}

// page is a page while it is read.
type page struct {
	options  Options
	place    map[*html.Node]int // in the order of the page
	weights  map[*html.Node]weight
	headings map[*html.Node]int // elements that are headings without saying so, with their level
	dropped  []Dropped
}

// drop lists something that is left out, if it says anything.
func (p *page) drop(n *html.Node, reason Reason, text string) {
	if text = squeeze(text); text != "" {
		p.dropped = append(p.dropped, Dropped{p.place[n], path(n), text, reason})
	}
}
