package html

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// Names under which widespread systems put the text of an article.
var mainNames = set(`trs_editor vsb_content vsb_content_2 articlecontent article-content article_content article-body articlebody
	newscontent news-content news_content entry-content post-content ueditor content-article zoom`)

// How findMain decides, in hundredths of the page's text.
const (
	mostOf   = 85  // an element that holds so much holds the main text
	halfOf   = 50  // enough for one that says that it does
	morePart = 150 // of the main text, what the element with its heading may hold,
	moreText = 200 // and so many characters
	tooShort = 60  // characters; a page of fewer is taken whole
)

// findMain returns the elements that hold the main text, and lists what else the page
// says.
func (p *page) findMain(doc, body *html.Node) []*html.Node {
	if p.weights[body].text < tooShort {
		return []*html.Node{body}
	}
	main := p.descend(p.stated(body), p.weights[body].text)
	head := p.heading(doc, body, main)
	if head != nil {
		if up := common(head, main); p.weights[up].text <= p.weights[main].text*morePart/100+moreText || up.Data == "article" || up.Data == "main" {
			main, head = up, nil
		}
	}
	kept := []*html.Node{main}
	if head != nil {
		kept = []*html.Node{head, main}
	}
	kept = p.withKept(body, kept)
	p.outside(body, kept...)
	return kept
}

// stated returns the element that says it holds the main text, or the body.
func (p *page) stated(body *html.Node) *html.Node {
	enough := p.weights[body].text * halfOf / 100
	for _, says := range []func(n *html.Node) bool{
		func(n *html.Node) bool { return n.Data == "article" },
		func(n *html.Node) bool { return attr(n, "itemprop") == "articleBody" },
		func(n *html.Node) bool { return n.Data == "main" || attr(n, "role") == "main" },
		func(n *html.Node) bool {
			for word := range strings.FieldsSeq(strings.ToLower(attr(n, "id") + " " + attr(n, "class"))) {
				if mainNames[word] {
					return true
				}
			}
			return false
		},
	} {
		if n := find(body, func(n *html.Node) bool { return p.weights[n].text >= enough && says(n) }); n != nil {
			return n
		}
	}
	return body
}

// containers are the elements that findMain goes into.
var containers = set("body article main section div center table tbody tr td form")

// descend follows the text to the innermost element that holds most of it.
func (p *page) descend(n *html.Node, total int) *html.Node {
	if n.Data != "body" {
		total = p.weights[n].text
	}
	for {
		var next *html.Node
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.ElementNode && containers[c.Data] && p.weights[c].text*100 >= total*mostOf {
				next = c
			}
		}
		if next == nil {
			// Not into the only cell of a table that has others.
			for n.Data == "td" || n.Data == "tr" || n.Data == "tbody" {
				if n.Data == "td" && p.alone(n) {
					break
				}
				n = n.Parent
			}
			return n
		}
		n = next
	}
}

// alone says whether a cell is no part of a table of data: it holds blocks.
func (p *page) alone(cell *html.Node) bool { return p.weights[cell].block }

// titleName is how pages call the element of a title that is no heading.
var titleName = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:(?:article|news|read|post|detail|content|page|main)?[_-]*title|tit|headline|biaoti)(?:$|[\s_-])`)

// heading finds the heading of the main text: the element that says what the page's
// title says, or the last heading of the first level before it, or what is called a
// title. It returns one that is not in the main text.
func (p *page) heading(doc, body, main *html.Node) *html.Node {
	title := ""
	if n := find(doc, func(n *html.Node) bool { return n.Data == "title" }); n != nil && n.FirstChild != nil {
		title = squeeze(n.FirstChild.Data)
	}
	inside := find(main, func(n *html.Node) bool { return n.Data == "h1" || n.Data == "h2" && says(n, title) })
	if inside != nil {
		return nil
	}
	var last, named *html.Node
	over := ancestors(main)
	found := find(body, func(n *html.Node) bool {
		if p.weights[n].text+p.weights[n].links > 200 || over[n] {
			return false
		}
		if n.Data == "h1" && p.place[n] < p.place[main] {
			last = n
		}
		if p.place[n] < p.place[main] && n.Type == html.ElementNode && n.Data != "body" && titleName.MatchString(attr(n, "class")+" "+attr(n, "id")) && utf8.RuneCountInString(squeeze(textOf(n))) >= 5 {
			named = n
		}
		return !p.weights[n].block && says(n, title)
	})
	if found == nil {
		found = cmp.Or(last, named)
	}
	if found != nil && !isHeading(found) {
		p.headings[found] = 1
	}
	if found == nil || ancestors(found)[main] {
		return nil
	}
	return found
}

// says tells whether an element says what the title of the page begins with.
func says(n *html.Node, title string) bool {
	text := squeeze(textOf(n))
	return utf8.RuneCountInString(text) >= 5 && strings.HasPrefix(title, text)
}

func isHeading(n *html.Node) bool {
	return len(n.Data) == 2 && n.Data[0] == 'h' && '1' <= n.Data[1] && n.Data[1] <= '6'
}

// ancestors returns a node and all that hold it.
func ancestors(n *html.Node) map[*html.Node]bool {
	all := map[*html.Node]bool{}
	for ; n != nil; n = n.Parent {
		all[n] = true
	}
	return all
}

// common returns the innermost element that holds both.
func common(a, b *html.Node) *html.Node {
	for over := ancestors(b); !over[a]; {
		a = a.Parent
	}
	return a
}

// withKept adds what is not to be left out, in the order of the page.
func (p *page) withKept(body *html.Node, parts []*html.Node) []*html.Node {
	if len(p.options.Keep) == 0 {
		return parts
	}
	var visit func(n *html.Node)
	visit = func(n *html.Node) {
		switch {
		case slices.Contains(parts, n):
		case p.keeps(n):
			parts = append(parts, n)
		default:
			for c := n.FirstChild; c != nil; c = c.NextSibling {
				visit(c)
			}
		}
	}
	visit(body)
	slices.SortStableFunc(parts, func(a, b *html.Node) int { return p.place[a] - p.place[b] })
	return parts
}

// outside lists what is in none of some elements.
func (p *page) outside(body *html.Node, kept ...*html.Node) {
	over := map[*html.Node]bool{}
	for _, k := range kept {
		for n := range ancestors(k) {
			over[n] = true
		}
	}
	var visit func(n *html.Node)
	visit = func(n *html.Node) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			switch {
			case slices.Contains(kept, c):
			case over[c]:
				visit(c)
			case c.Type == html.TextNode:
				p.drop(c, Outside, c.Data)
			case !silent[c.Data]:
				p.drop(c, Outside, textOf(c))
			}
		}
	}
	if !slices.Contains(kept, body) {
		visit(body)
	}
}
