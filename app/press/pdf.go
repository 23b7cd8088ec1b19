package press

import (
	"context"
	"io"

	"safety365/app/keeping"
	"safety365/bulletins/page"
	"safety365/bulletins/pdf"
)

// Sink takes an output once all of it is known to be good; it calls write to have it.
type Sink func(write func(io.Writer) error) error

// ToFile replaces a file. Whatever fails, an older one stays as it was.
func ToFile(path string) Sink {
	return func(write func(io.Writer) error) error {
		return Protect(func() error { return keeping.Replace(path, write) })
	}
}

// PDF composes the document and makes a PDF of it. It returns the number of pages.
func (j *Job) PDF(ctx context.Context, to Sink) (pages int, err error) {
	err = Protect(func() error {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := j.Compose(); err != nil {
			return err
		}
		composed := len(j.Findings)
		pages, err = j.writePDF(ctx, to)
		if damaged(err) && j.Flow != nil {
			j.Findings = j.Findings[:composed] // Lay will say again what it said
			if j.DropDamaged() > 0 {
				pages, err = j.writePDF(ctx, to)
			}
		}
		return err
	})
	SortFindings(j.Findings)
	return pages, err
}

func (j *Job) writePDF(ctx context.Context, to Sink) (pages int, err error) {
	writer := pdf.NewWriter(pdf.Options{})
	stopped := j.Stopped()
	book, err := j.Lay(ctx, func(p *page.Page) error {
		pages++
		j.progress(pages, 0)
		if stopped {
			return nil // laid out to find everything there is to say
		}
		return writer.AddPage(p)
	})
	switch {
	case err != nil:
		return 0, err
	case j.Stopped():
		return 0, ErrContent
	}
	return pages, to(func(out io.Writer) error { return writer.Finish(book, Interruptible(ctx, out)) })
}

func (j *Job) progress(done, all int) {
	if j.Progress != nil {
		j.Progress(done, all)
	}
}

// Interruptible returns a writer that fails once ctx has ended.
func Interruptible(ctx context.Context, w io.Writer) io.Writer { return interruptible{ctx, w} }

type interruptible struct {
	ctx context.Context
	w   io.Writer
}

func (i interruptible) Write(b []byte) (int, error) {
	if err := i.ctx.Err(); err != nil {
		return 0, err
	}
	return i.w.Write(b)
}
