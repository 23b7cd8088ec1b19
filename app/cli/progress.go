package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"safety365/app/press"
)

// progress shows how a build goes: a bar on a terminal when there are several
// documents, and a line for each that is done.
type progress struct {
	*command
	json bool
	all  []press.Finding // for the JSON array at the end
	mu   sync.Mutex
	bar  *progressbar.ProgressBar
}

func (c *command) newProgress(documents int, json bool) *progress {
	p := &progress{command: c, json: json}
	if f, ok := c.err.(*os.File); ok && documents > 1 && !json && term.IsTerminal(int(f.Fd())) {
		p.bar = progressbar.NewOptions(documents,
			progressbar.OptionSetWriter(f),
			progressbar.OptionSetDescription(c.say("building")),
			progressbar.OptionShowCount(),
			progressbar.OptionSetPredictTime(false),
			progressbar.OptionClearOnFinish(),
			progressbar.OptionSetWidth(30),
		)
		p.bar.RenderBlank()
	}
	return p
}

// done counts a document.
func (p *progress) done() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.bar != nil {
		p.bar.Add(1)
	}
}

// show prints what became of a document.
func (p *progress) show(b built) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.bar != nil {
		p.bar.Clear()
	}
	if p.json {
		p.all = append(p.all, b.findings...)
	} else {
		p.printFindings(p.err, b.findings)
	}
	switch {
	case b.err == nil && b.target != standardOutput:
		fmt.Fprintln(p.out, p.say("built", b.target, b.pages))
	case b.err == nil:
	case errors.Is(b.err, press.ErrContent):
		if !p.json {
			fmt.Fprintln(p.err, p.say("not-built", b.source.shown()))
		}
	case errors.Is(b.err, context.Canceled): // said once, for all of them
	case p.json:
		p.all = append(p.all, p.failed(b.source, b.err))
	default:
		fmt.Fprintln(p.err, p.explainFor(b.source, b.err))
	}
	if p.bar != nil && !p.bar.IsFinished() {
		p.bar.RenderBlank()
	}
}

// finish takes the bar away and prints the JSON array.
func (p *progress) finish() {
	if p.bar != nil {
		p.bar.Finish()
		p.bar.Clear()
	}
	if p.json {
		p.printJSON(p.err, p.all)
	}
}
