package press

import (
	"errors"
	"slices"
	"strings"

	"safety365/assets"
	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
)

// A picture whose header is sound may still be damaged further on. Compose looks at
// the header alone, so this comes out only when the pixels are wanted. It is an
// error of content like a missing picture: a final document is stopped, a review
// copy shows a box in its place.

// damaged reports whether err is about a picture's content.
func damaged(err error) bool {
	var bad *page.ImageError
	return errors.As(err, &bad)
}

// DropDamaged looks at the pixels of every picture and puts boxes in the place of
// those that cannot be shown, each with its finding. It returns how many.
func (j *Job) DropDamaged() int {
	known := map[*page.ImageSource]error{}
	count := 0
	blocks := slices.Concat(j.Flow.Blocks, j.Flow.Imprint)
	for _, f := range j.Flow.Fixed {
		blocks = append(blocks, f)
	}
	for i, b := range blocks {
		eachPicture(b, func(p *layout.Picture) {
			s := p.Source
			if s == nil {
				return
			}
			err, seen := known[s]
			if !seen {
				_, err = s.Decode()
				known[s] = err
			}
			if err == nil {
				return
			}
			count++
			j.Findings = append(j.Findings, FindingOf(j.Doc, bulletins.Diagnostic{
				Code: "image-damaged", Severity: bulletins.Error, Range: j.pictureAt(i, s.Name),
				Args: map[string]string{"name": s.Name, "format": strings.ToUpper(s.Format), "reason": err.Error()},
			}))
			p.Source = nil
			p.Missing = assets.Phrase(j.Doc.Lang, "image-missing-name", "name", s.Name)
			p.Style = j.Flow.Theme.Style("missing")
		})
	}
	return count
}

// pictureAt finds a picture's name in the source of a block of the flow.
func (j *Job) pictureAt(block int, name string) bulletins.Range {
	if block >= len(j.Flow.Sources) {
		return bulletins.Range{}
	}
	top := int(j.Flow.Sources[block])
	if top < 0 || top >= len(j.Doc.Blocks) {
		return bulletins.Range{}
	}
	start := j.Doc.Starts[top]
	if at := strings.Index(j.Doc.Blocks[top].Source, name); at >= 0 {
		start += at
	}
	return bulletins.Range{Start: start, End: start}
}

// eachPicture calls do for every picture in a block.
func eachPicture(b layout.Block, do func(*layout.Picture)) {
	all := func(blocks []layout.Block) {
		for _, b := range blocks {
			eachPicture(b, do)
		}
	}
	text := func(t *layout.Text) {
		if t == nil {
			return
		}
		for i := range t.Inlines {
			if p := t.Inlines[i].Image; p != nil {
				do(p)
			}
			if n := t.Inlines[i].Note; n != nil {
				all(n.Blocks)
			}
		}
	}
	switch b := b.(type) {
	case *layout.Text:
		text(b)
	case *layout.Item:
		text(b.Label)
		all(b.Blocks)
	case *layout.Frame:
		all(b.Blocks)
	case *layout.Turn:
		all(b.Blocks)
	case *layout.Vertical:
		all(b.Blocks)
	case *layout.Columns:
		all(b.Blocks)
	case *layout.Across:
		all(b.Blocks)
	case *layout.Fixed:
		all(b.Blocks)
	case *layout.Row:
		for _, c := range b.Cells {
			all(c.Blocks)
		}
	case *layout.Table:
		text(b.Caption)
		for _, rows := range [][]layout.TableRow{b.Head, b.Rows, b.Foot} {
			for _, r := range rows {
				for _, c := range r.Cells {
					text(c.Text)
				}
			}
		}
	case *layout.Figure:
		do(&b.Picture)
		text(b.Caption)
	}
}
