package press

import (
	"context"
	"io"

	"safety365/bulletins/page"
	"safety365/bulletins/word"
)

// Word composes the document and makes a DOCX file of it. The pages that it returns are
// those of our own layout, which finds what there is to say about the document: Word
// counts its own.
func (j *Job) Word(ctx context.Context, to Sink) (pages int, err error) {
	err = Protect(func() error {
		if err := j.Compose(); err != nil {
			return err
		}
		if j.Flow != nil {
			j.DropDamaged()
		}
		if _, err := j.Lay(ctx, func(*page.Page) error { pages++; return nil }); err != nil {
			return err
		}
		if j.Stopped() {
			return ErrContent
		}
		return to(func(out io.Writer) error { return word.Write(ctx, Interruptible(ctx, out), j.Flow) })
	})
	SortFindings(j.Findings)
	return pages, err
}

func makeWord(ctx context.Context, j *Job, at Place) (Made, error) {
	return makeFile(".docx", at, func(to Sink) (int, error) { return j.Word(ctx, to) })
}
