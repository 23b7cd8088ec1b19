package press

import (
	"context"
	"io"
	"path/filepath"

	"safety365/bulletins"
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

// ReadWord reads a Word file of somebody else's; the names of its pictures begin with
// picture. What is to be said about the file is in the Diagnostics; if nothing could be
// read the Text is nil.
func ReadWord(path, picture string) (text *word.Text, found []bulletins.Diagnostic, err error) {
	in, size, err := Open(path)
	if err != nil {
		return nil, nil, err
	}
	defer in.Close()
	err = Protect(func() error {
		text, found = word.Read(in, size, word.ReadOptions{Name: filepath.Base(path), Picture: picture})
		return nil
	})
	return text, found, err
}

// Review composes the document and says what a reviewer did to the copy of it that lies
// at a path. Doc is the text that the proposals are about. Flow is nil if the document
// cannot be used at all; then Findings say why.
func (j *Job) Review(ctx context.Context, path string) (list []word.Proposal, found []bulletins.Diagnostic, err error) {
	in, size, err := Open(path)
	if err != nil {
		return nil, nil, err
	}
	defer in.Close()
	err = Protect(func() error {
		if err := j.Compose(); err != nil || j.Flow == nil {
			return err
		}
		j.DropDamaged()
		list, found = word.Compare(ctx, j.Doc, j.Flow, in, size, filepath.Base(path))
		return nil
	})
	return list, found, err
}
