package html

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// Elements and roles that are furniture by their names.
var (
	furnitureTags = map[string]Reason{
		"nav": Navigation, "menu": Navigation, "footer": Footer, "aside": Aside, "form": Form, "button": Form,
		"select": Form, "textarea": Form, "dialog": Hidden, "noscript": Hidden,
		"iframe": Media, "video": Media, "audio": Media, "object": Media, "embed": Media, "canvas": Media,
	}
	furnitureRoles = map[string]Reason{
		"navigation": Navigation, "search": Form, "contentinfo": Footer, "complementary": Aside,
		"dialog": Hidden, "alertdialog": Hidden, "menu": Navigation, "menubar": Navigation, "toolbar": Navigation,
	}
)

// furnitureNames are words of classes and ids that name furniture.
var furnitureNames = func() map[string]Reason {
	names := map[string]Reason{}
	for reason, words := range map[Reason]string{
		Navigation: "nav navbar navigation subnav topnav mainnav menu navi pagination pager paging skiplink toolbar topbar",
		Footer:     "footer foot pagefooter",
		Aside:      "sidebar sidenav",
		Form:       "search searchbox login loginbox",
		Share:      "share sharing shares sharebar sharebox bdsharebuttonbox bdshare jiathis social socials addthis a2a sns fontsize fontzoom print-btn printbtn",
		Breadcrumb: "breadcrumb breadcrumbs crumb crumbs crumbnav bread position location curpos",
		Related:    "related relatednews recommend recommended hotnews morenews",
		Advert:     "ad ads advert adverts advertisement adsbygoogle sponsor banner popup cookie cookies",
		Replies:    "comments commentlist commentform comment-list comment-form replies respond disqus",
		Hidden:     "sr-only visually-hidden screen-reader-text",
	} {
		for _, w := range strings.Fields(words) {
			names[w] = reason
		}
	}
	return names
}()

var camel = regexp.MustCompile(`([a-z0-9])([A-Z])`)

// prune takes the furniture out of the tree below a node. Reasons that a whole page
// may bear by mistake do not count for an element that holds most of the text.
func (p *page) prune(body *html.Node) {
	total := p.weights[body].text
	var visit func(n *html.Node)
	visit = func(n *html.Node) {
		for c := n.FirstChild; c != nil; {
			next := c.NextSibling
			reason, sure := p.furniture(c)
			switch {
			case c.Type == html.CommentNode:
				if !machinery(c.Data) {
					p.drop(c, Comment, c.Data)
				}
				n.RemoveChild(c)
			case p.keeps(c): // it does not count when the main text is looked for
				p.discount(c)
			case reason != "" && (sure || p.weights[c].text*2 <= total):
				p.remove(c, reason)
			default:
				visit(c)
			}
			c = next
		}
	}
	visit(body)
}

// remove takes an element out and lists what it said, or what it showed.
func (p *page) remove(n *html.Node, reason Reason) {
	text := textOf(n)
	if reason == Media && squeeze(text) == "" {
		text = cmp.Or(attr(n, "title"), attr(n, "src"), attr(n, "data"))
	}
	p.drop(n, reason, text)
	p.discount(n)
	n.Parent.RemoveChild(n)
}

// keeps says whether something is not to be left out.
func (p *page) keeps(n *html.Node) bool { return slices.Contains(p.options.Keep, p.place[n]) }

// discount takes what an element says from what those round it say.
func (p *page) discount(n *html.Node) {
	less := p.weights[n]
	for up := n.Parent; up != nil; up = up.Parent {
		w := p.weights[up]
		w.text, w.links, w.count = w.text-less.text, w.links-less.links, w.count-less.count
		p.weights[up] = w
	}
}

// furniture says what kind of furniture an element is, "" if it is none; sure is one
// that is so by the meaning of HTML.
func (p *page) furniture(n *html.Node) (reason Reason, sure bool) {
	if n.Type != html.ElementNode || n.Data == "body" {
		return "", false
	}
	if hides(n) {
		return Hidden, false
	}
	if reason := furnitureTags[n.Data]; reason != "" && !(n.Data == "footer" && inArticle(n) && p.weights[n].count < 2) {
		return reason, n.Data != "form" && n.Data != "aside" && n.Data != "noscript"
	}
	if reason := furnitureRoles[strings.ToLower(attr(n, "role"))]; reason != "" {
		return reason, true
	}
	switch style := css(n, "mso-element"); {
	case strings.HasPrefix(style, "comment"):
		return Comment, true
	case style == "header", style == "footer":
		return Header, true
	case n.Data == "header" && p.pageHead(n):
		return Header, false
	}
	if !isBlock(n) && n.Data != "span" && n.Data != "a" {
		return "", false
	}
	for _, name := range []string{attr(n, "id"), attr(n, "class")} {
		for word := range strings.FieldsSeq(name) {
			if reason := nameReason(word); reason != "" && (reason != Breadcrumb || crumbs(textOf(n))) {
				return reason, false
			}
		}
	}
	if p.onlyLinks(n) {
		return Navigation, false
	}
	return "", false
}

// nameReason reads a class or id: share-box, newsShare and share are all shares.
func nameReason(word string) Reason {
	word = strings.ToLower(camel.ReplaceAllString(word, "$1-$2"))
	if reason := furnitureNames[word]; reason != "" {
		return reason
	}
	for part := range strings.FieldsFuncSeq(word, func(c rune) bool { return c == '-' || c == '_' }) {
		// The foot of an article, article-foot, tells who wrote it.
		if reason := furnitureNames[part]; reason != "" && reason != Footer {
			return reason
		}
	}
	return ""
}

// hides says whether an element is not shown.
func hides(n *html.Node) bool {
	return hasAttr(n, "hidden") && attr(n, "hidden") != "until-found" || css(n, "display") == "none" || css(n, "visibility") == "hidden" ||
		css(n, "mso-hide") == "all" || n.Data == "input" || attr(n, "aria-hidden") == "true" && n.Data != "p"
}

// crumbs says whether a text is a path of pages, and no place or post.
func crumbs(text string) bool {
	text = squeeze(text)
	return utf8.RuneCountInString(text) < 120 && (strings.ContainsAny(text, ">»›→") || strings.Contains(text, "位置"))
}

// pageHead says whether a header is that of the page: it has links or fields, and
// stands in no article.
func (p *page) pageHead(n *html.Node) bool {
	if inArticle(n) {
		return false
	}
	return p.weights[n].count > 1 || find(n, func(c *html.Node) bool { return c.Data == "nav" || c.Data == "form" }) != nil
}

func inArticle(n *html.Node) bool {
	for up := n.Parent; up != nil; up = up.Parent {
		if up.Data == "article" || up.Data == "main" {
			return true
		}
	}
	return false
}

// fileName is a link to a document, such as the attachment of a notice.
var fileName = regexp.MustCompile(`(?i)\.(docx?|xlsx?|pptx?|pdf|wps|et|zip|rar|7z|ofd|txt)($|[?#])`)

// onlyLinks says whether a block is a row of links to other pages, and nothing else.
func (p *page) onlyLinks(n *html.Node) bool {
	w := p.weights[n]
	if !isBlock(n) || n.Data == "p" || n.Data == "td" || n.Data == "li" || w.count < 5 || w.text*5 > w.links {
		return false
	}
	return find(n, func(c *html.Node) bool {
		return c.Data == "a" && (fileName.MatchString(attr(c, "href")) || strings.HasPrefix(attr(c, "href"), "#"))
	}) == nil
}

// machinery says whether a comment is a program's own.
func machinery(comment string) bool {
	s := strings.ToLower(strings.TrimSpace(comment))
	return strings.HasPrefix(s, "[if") || strings.HasPrefix(s, "[endif") || strings.HasPrefix(s, "startfragment") ||
		strings.HasPrefix(s, "endfragment") || strings.HasPrefix(s, "<![") || strings.HasPrefix(s, "![")
}

// inOrder returns what was left out as it stood in the page.
func (p *page) inOrder() []Dropped {
	slices.SortStableFunc(p.dropped, func(a, b Dropped) int { return cmp.Compare(a.Number, b.Number) })
	return p.dropped
}
