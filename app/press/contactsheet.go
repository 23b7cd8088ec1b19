package press

import (
	"context"
	"errors"
	"io"

	"safety365/assets"
	"safety365/bulletins"
	"safety365/bulletins/kinds"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/bulletins/pdf"
	"safety365/themes"
)

// The contact sheet shows the first page of every kind in every language in which it
// exists, small: columns of languages where a kind has them all. Pages are drawn, not
// photographed, so that they can be looked at closely.
const (
	contactColumns = 4
	contactRows    = 2
	contactPaper   = "A4 landscape"
	contactTop     = 18_000 // µm above the first row
	contactSide    = 10_000 // at both sides
	contactGap     = 6_000  // between pages
	contactLabel   = 7_000  // for the name below each
)

// contact is a place on the sheet.
type contact struct {
	title string
	page  *page.Page
}

// ContactSheet writes the contact sheet of kinds as a PDF, its words in a language. It
// returns how many pages of documents it shows.
func ContactSheet(ctx context.Context, lang string, to Sink) (shown int, err error) {
	err = Protect(func() error {
		var contacts []contact
		for _, name := range kinds.Names() {
			k, _ := kinds.Lookup(name)
			for _, l := range assets.Languages {
				if !k.In(l) {
					continue
				}
				p, err := starterPage(ctx, name, l)
				if err != nil {
					return err
				}
				contacts = append(contacts, contact{k.Title(lang) + " · " + l, p})
			}
		}
		shown = len(contacts)
		return writeContacts(ctx, contactFlow(lang, contacts), to)
	})
	return shown, err
}

var errEnough = errors.New("the first page is done")

// starterPage is the first page of what a document of a kind starts from.
func starterPage(ctx context.Context, kind, lang string) (first *page.Page, err error) {
	text, err := kinds.Starter(kind, lang)
	if err != nil {
		return nil, err
	}
	doc := bulletins.Parse(kind+"."+lang+".md", text, kinds.Schema())
	theme, _, _ := LoadTheme(doc, nil, "", Settings{})
	flow, _ := kinds.NewComposer().Compose(doc, theme, nil, kinds.Options{Draft: true})
	flow.Mark = ""
	_, _, err = layout.Build(ctx, flow, layout.Options{}, func(p *page.Page) error {
		first = p
		return errEnough
	})
	if errors.Is(err, errEnough) {
		err = nil
	}
	return first, err
}

// contactFlow puts pages on sheets.
func contactFlow(lang string, contacts []contact) *layout.Flow {
	theme, _ := themes.Load("plain", themes.Options{Language: lang, Settings: themes.Sets([]string{"page.size=" + contactPaper})})
	theme.Furniture = themes.Furniture{}
	sheet := theme.Page.Size
	gap, side, top, label := page.MM(contactGap), page.MM(contactSide), page.MM(contactTop), page.MM(contactLabel)
	w := (sheet.W - 2*side - (contactColumns-1)*gap) / contactColumns
	h := (sheet.H - top - side - (contactRows-1)*gap) / contactRows
	flow := &layout.Flow{Theme: theme, Info: page.Info{Title: assets.Phrase(lang, "contact-sheet"), Language: lang}}
	add := func(b layout.Block) {
		flow.Blocks, flow.Sources = append(flow.Blocks, b), append(flow.Sources, -1)
	}
	head := &layout.Text{Style: theme.Style("title"), Tag: page.RoleH1, Outline: 1, Lang: lang, Inlines: []layout.Inline{{Text: flow.Info.Title, Source: -1}}}
	add(&layout.Fixed{At: page.Rect{X: side, Y: side / 2, W: sheet.W - 2*side}, Blocks: []layout.Block{head}})
	for i, c := range contacts {
		n := i % (contactColumns * contactRows)
		if n == 0 && i > 0 {
			add(&layout.Break{})
		}
		at := page.Rect{
			X: side + page.Length(n%contactColumns)*(w+gap), Y: top + page.Length(n/contactColumns)*(h+gap), W: w, H: h - label,
		}
		small := smallPage(c, at, theme)
		add(&layout.Fixed{At: at, Blocks: []layout.Block{small}})
		name := &layout.Text{Style: theme.Style("caption"), Lang: lang, Inlines: []layout.Inline{{Text: c.title, Source: -1}}}
		add(&layout.Fixed{At: page.Rect{X: at.X, Y: at.Y + small.Size.H, W: w, H: label}, Fit: true, Blocks: []layout.Block{name}})
	}
	return flow
}

// smallPage draws a page as large as it goes in a place, with a thin edge.
func smallPage(c contact, at page.Rect, theme *themes.Theme) *layout.Drawing {
	const one = 65536
	scale := min(at.W.MulDiv(one, int64(c.page.Trim.W)), at.H.MulDiv(one, int64(c.page.Trim.H)))
	size := page.Size{W: c.page.Trim.W.MulDiv(int64(scale), one), H: c.page.Trim.H.MulDiv(int64(scale), one)}
	group := &page.Group{
		Transform: page.Matrix{A: int64(scale), D: int64(scale)},
		Clip:      page.RectPath(page.Rect{W: c.page.Trim.W, H: c.page.Trim.H}),
		Items:     withoutLinks(c.page.Items),
	}
	edge := &page.Path{Segments: page.RectPath(page.Rect{W: size.W, H: size.H}), Stroke: page.Stroke{Color: theme.Color("hairline"), Width: page.Pt / 4}}
	return &layout.Drawing{Size: size, Items: []page.Item{group, edge}, Alt: c.title}
}

// withoutLinks leaves out what leads nowhere on a contact sheet.
func withoutLinks(items []page.Item) []page.Item {
	var out []page.Item
	for _, it := range items {
		switch it := it.(type) {
		case *page.Link:
		case *page.Group:
			own := *it
			own.Items = withoutLinks(it.Items)
			out = append(out, &own)
		default:
			out = append(out, it)
		}
	}
	return out
}

func writeContacts(ctx context.Context, flow *layout.Flow, to Sink) error {
	writer := pdf.NewWriter(pdf.Options{})
	book, _, err := layout.Build(ctx, flow, layout.Options{}, writer.AddPage)
	if err != nil {
		return err
	}
	return to(func(out io.Writer) error { return writer.Finish(book, Interruptible(ctx, out)) })
}
