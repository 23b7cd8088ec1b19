package press

import (
	"context"
	"io"

	"safety365/bulletins/page"
	"safety365/bulletins/raster"
)

// DefaultDPI is the resolution of pictures of pages when nothing is said.
const DefaultDPI = 144

// Each composes the document and hands over each page, unless it is stopped, which is
// [ErrContent]. Every picture has been looked at before.
func (j *Job) Each(ctx context.Context, emit func(*page.Page) error) error {
	err := Protect(func() error {
		if err := j.Compose(); err != nil {
			return err
		}
		if j.Flow != nil {
			j.DropDamaged()
		}
		stopped := j.Stopped()
		_, err := j.Lay(ctx, func(p *page.Page) error {
			if stopped {
				return ctx.Err() // laid out to find everything there is to say
			}
			return emit(p)
		})
		if err == nil && j.Stopped() {
			err = ErrContent
		}
		return err
	})
	SortFindings(j.Findings)
	return err
}

// PNG makes pictures of the document's pages, and hands each to the Sink that sink
// returns for its number, counted from 1 of all.
func (j *Job) PNG(ctx context.Context, dpi float64, sink func(number, all int) Sink) (pages int, err error) {
	var list []*page.Page
	err = j.Each(ctx, func(p *page.Page) error {
		list = append(list, p)
		return nil
	})
	if err != nil {
		return 0, err
	}
	draw := raster.New()
	return len(list), Protect(func() error {
		for i, p := range list {
			j.progress(i, len(list))
			if err := DrawPage(ctx, draw, p, dpi, sink(i+1, len(list))); err != nil {
				return err
			}
		}
		j.progress(len(list), len(list))
		return nil
	})
}

// DrawPage makes a picture of a page.
func DrawPage(ctx context.Context, draw *raster.Renderer, p *page.Page, dpi float64, to Sink) error {
	img, err := draw.Draw(ctx, p, raster.Options{DPI: dpi})
	if err != nil {
		return err
	}
	return to(func(out io.Writer) error { return raster.EncodePNG(Interruptible(ctx, out), img, dpi) })
}
