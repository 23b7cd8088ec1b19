package cli

import (
	"bytes"
	"context"
	"io"
	"os"
	"sync"

	"github.com/spf13/cobra"

	"safety365/bulletins/page"
	"safety365/bulletins/pdf"
)

type buildOptions struct {
	settings
	out  string
	json bool
}

func (c *command) buildCommand() *cobra.Command {
	var o buildOptions
	cmd := c.cobra("build PATH... [-o FILE|DIR] [--draft] [--theme NAME|FILE] [--set KEY=VALUE]...", "build", minimum(1))
	c.settingFlags(cmd, &o.settings)
	c.draftFlag(cmd, &o.settings)
	cmd.Flags().StringVarP(&o.out, "output", "o", "", c.say("flag-build-output"))
	cmd.Flags().BoolVar(&o.json, "json", false, c.say("flag-json"))
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return c.build(cmd.Context(), args, o)
	}
	return cmd
}

// built is how a document's build ended.
type built struct {
	source   source
	target   string
	pages    int
	findings []finding
	err      error
}

// build makes a PDF of every document, several at once.
func (c *command) build(ctx context.Context, args []string, o buildOptions) error {
	sources, err := c.sources(args)
	if err != nil {
		return err
	}
	targets, err := c.targets(sources, o.out)
	if err != nil {
		return err
	}
	base, err := c.begin(o.settings)
	if err != nil {
		return err
	}
	parallel, workers := shareCores(len(sources))
	base.workers = workers
	if o.out != "" && isFolder(sources, o.out) {
		base.folderToMake = o.out
		if _, err := os.Stat(o.out); err != nil {
			defer os.Remove(o.out) // if it is still empty
		}
	}
	shown := c.newProgress(len(sources), o.json)
	results := make([]chan built, len(sources))
	for i := range results {
		results[i] = make(chan built, 1)
	}
	next := make(chan int)
	var wg sync.WaitGroup
	for range parallel {
		wg.Go(func() {
			for i := range next {
				w := base
				b := built{source: sources[i], target: targets[i]}
				b.err = protect(func() (err error) {
					b.pages, err = w.buildOne(ctx, sources[i], targets[i])
					return err
				})
				b.findings = w.findings
				sortFindings(b.findings)
				shown.done()
				results[i] <- b
			}
		})
	}
	go func() {
		for i := range sources {
			next <- i
		}
		close(next)
	}()
	// Shown in the order of the sources, each as soon as those before it are done.
	code := exitFine
	for i := range sources {
		b := <-results[i]
		code = worse(code, exitCode(b.err))
		shown.show(b)
	}
	wg.Wait()
	shown.finish()
	return reported(code)
}

// buildOne makes one PDF. Nothing is written before all of it is known to be good.
func (w *work) buildOne(ctx context.Context, s source, target string) (pages int, err error) {
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	defer w.close()
	if err := w.compose(s); err != nil {
		return 0, err
	}
	composed := len(w.findings)
	pages, err = w.write(ctx, target)
	if damaged(err) && w.flow != nil {
		w.findings = w.findings[:composed] // Layout will say again what it said
		if w.dropDamaged() > 0 {
			return w.write(ctx, target)
		}
	}
	return pages, err
}

// write lays a document out and writes it.
func (w *work) write(ctx context.Context, target string) (pages int, err error) {
	writer := pdf.NewWriter(pdf.Options{})
	stopped := w.stopped()
	book, err := w.lay(ctx, func(p *page.Page) error {
		pages++
		if stopped {
			return nil // laid out to find everything there is to say
		}
		return writer.AddPage(p)
	})
	if err != nil {
		return 0, err
	}
	if w.stopped() {
		return 0, errContent
	}
	finish := func(out io.Writer) error { return writer.Finish(book, interruptible{ctx, out}) }
	if target == standardOutput {
		var all bytes.Buffer // nothing half-written here either
		if err := finish(&all); err != nil {
			return 0, err
		}
		_, err := all.WriteTo(w.out)
		return pages, err
	}
	if w.folderToMake != "" {
		if err := os.MkdirAll(w.folderToMake, 0o777); err != nil {
			return 0, err
		}
	}
	return pages, replace(target, finish)
}

// interruptible stops writing when ctx ends.
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
