package cli

import (
	"bytes"
	"context"
	"io"
	"os"
	"sync"

	"github.com/spf13/cobra"

	"safety365/app/press"
)

type buildOptions struct {
	press.Settings
	out         string
	json        bool
	data, sheet string // a table of which each row makes a document
	output
}

// output is what a command makes of documents.
type output struct {
	extension string
	make      func(*press.Job, context.Context, press.Sink) (pages int, err error)
}

func (c *command) buildCommand() *cobra.Command {
	o := buildOptions{output: output{".pdf", (*press.Job).PDF}}
	cmd := c.cobra("build PATH... [-o FILE|DIR] [--draft] [--data FILE] [--theme NAME|FILE] [--set KEY=VALUE]...", "build", minimum(1))
	c.settingFlags(cmd, &o.Settings)
	c.draftFlag(cmd, &o.Settings)
	cmd.Flags().StringVarP(&o.out, "output", "o", "", c.say("flag-build-output"))
	cmd.Flags().StringVar(&o.data, "data", "", c.say("flag-build-data"))
	cmd.Flags().StringVar(&o.sheet, "sheet", "", c.say("flag-data-sheet"))
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
	findings []press.Finding
	err      error
}

// build makes an output of every document, several at once.
func (c *command) build(ctx context.Context, args []string, o buildOptions) error {
	sources, err := c.sources(args)
	if err != nil {
		return err
	}
	var targets []string
	if o.data != "" {
		sources, targets, err = c.mergeSources(sources, &o)
	} else {
		targets, err = c.targets(sources, o.out, o.extension)
	}
	if err != nil {
		return err
	}
	base, err := c.begin(o.Settings)
	if err != nil {
		return err
	}
	parallel, workers := press.ShareCores(len(sources))
	base.workers = workers
	folderToMake := "" // before the first output is written; "" is none
	if o.out != "" && isFolder(sources, o.out, o.extension) {
		folderToMake = o.out
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
				b := base.buildOne(ctx, sources[i], targets[i], folderToMake, o.output)
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

// buildOne makes one output. Nothing is written before all of it is known to be good.
func (w *work) buildOne(ctx context.Context, s source, target, folderToMake string, o output) built {
	b := built{source: s, target: target}
	if b.err = ctx.Err(); b.err != nil {
		return b
	}
	job, err := w.job(s)
	if b.err = err; err != nil {
		return b
	}
	defer job.Close()
	b.pages, b.err = o.make(job, ctx, func(write func(io.Writer) error) error {
		if target == standardOutput {
			return w.writeOut(write)
		}
		if folderToMake != "" {
			if err := os.MkdirAll(folderToMake, 0o777); err != nil {
				return err
			}
		}
		return press.ToFile(target)(write)
	})
	b.findings = job.Findings
	return b
}

// writeOut writes to standard output, where nothing half-written goes either.
func (c *command) writeOut(write func(io.Writer) error) error {
	var all bytes.Buffer
	if err := write(&all); err != nil {
		return err
	}
	_, err := all.WriteTo(c.out)
	return err
}
