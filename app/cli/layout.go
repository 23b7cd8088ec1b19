package cli

import (
	"bufio"
	"context"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"safety365/app/press"
	"safety365/bulletins/page"
)

type layoutOptions struct {
	press.Settings
	json   bool
	report bool
	pages  string
}

func (c *command) layoutCommand() *cobra.Command {
	var o layoutOptions
	cmd := c.cobra("layout FILE [--report] [--json] [--pages PAGES] [--set KEY=VALUE]...", "layout", exactly(1))
	c.settingFlags(cmd, &o.Settings)
	c.draftFlag(cmd, &o.Settings)
	cmd.Flags().BoolVar(&o.report, "report", false, c.say("flag-report"))
	cmd.Flags().BoolVar(&o.json, "json", false, c.say("flag-list-json"))
	cmd.Flags().StringVar(&o.pages, "pages", "", c.say("flag-pages"))
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return c.layout(cmd.Context(), source{path: args[0]}, o)
	}
	return cmd
}

// layout lists what stands where on the pages, or tells how well they are set. It
// shows what layout itself has to complain about (a missing glyph, say), so that does
// not stop it.
func (c *command) layout(ctx context.Context, s source, o layoutOptions) error {
	first, last, ok := pageRange(o.pages)
	if !ok {
		return c.usage("bad-pages", o.pages)
	}
	if o.report && o.pages != "" {
		return c.usage("report-pages")
	}
	w, err := c.begin(o.Settings)
	if err != nil {
		return err
	}
	job, err := w.job(s)
	if err != nil {
		return err
	}
	defer job.Close()
	if err := job.Compose(); err != nil {
		return err
	}
	if job.Stopped() {
		c.printSorted(job)
		return press.ErrContent
	}
	if o.report {
		return c.quality(ctx, job, o)
	}
	out := bufio.NewWriterSize(press.Interruptible(ctx, c.out), 1<<16)
	listing := &listing{w: out}
	var kept []*page.Page // the dump wants the whole book
	count := 0
	book, err := job.Lay(ctx, func(p *page.Page) error {
		count++
		if count < first || count > last {
			return nil
		}
		if o.json {
			return listing.page(count, p)
		}
		kept = append(kept, p)
		return nil
	})
	c.printSorted(job)
	switch {
	case err != nil:
		return err
	case first > max(count, 1):
		return c.usage("no-page", first, count)
	case o.json:
		err = listing.close()
	default:
		book.Pages = kept
		err = page.Dump(out, book)
	}
	if err != nil {
		return err
	}
	return out.Flush()
}

// printSorted prints what there is to say about a document.
func (c *command) printSorted(job *press.Job) {
	press.SortFindings(job.Findings)
	c.printFindings(c.err, job.Findings)
}

// pageRange reads "3", "2-4", "2-" or "".
func pageRange(s string) (first, last int, ok bool) {
	const end = 1 << 30
	if s == "" {
		return 1, end, true
	}
	from, to, isRange := strings.Cut(s, "-")
	first, err := strconv.Atoi(from)
	last = first
	if isRange && err == nil {
		if last = end; to != "" {
			last, err = strconv.Atoi(to)
		}
	}
	return first, last, err == nil && first >= 1 && last >= first
}
