package cli

import (
	"bufio"
	"context"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"safety365/bulletins/page"
)

type layoutOptions struct {
	settings
	json   bool
	report bool
	pages  string
}

func (c *command) layoutCommand() *cobra.Command {
	var o layoutOptions
	cmd := c.cobra("layout FILE [--report] [--json] [--pages PAGES] [--set KEY=VALUE]...", "layout", exactly(1))
	c.settingFlags(cmd, &o.settings)
	c.draftFlag(cmd, &o.settings)
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
	w, err := c.begin(o.settings)
	if err != nil {
		return err
	}
	defer w.close()
	if err := w.compose(s); err != nil {
		return err
	}
	if w.stopped() {
		sortFindings(w.findings)
		c.printFindings(c.err, w.findings)
		return errContent
	}
	if o.report {
		return w.quality(ctx, o)
	}
	out := bufio.NewWriterSize(interruptible{ctx, c.out}, 1<<16)
	listing := &listing{w: out}
	var kept []*page.Page // the dump wants the whole book
	count := 0
	book, err := w.lay(ctx, func(p *page.Page) error {
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
	sortFindings(w.findings)
	c.printFindings(c.err, w.findings)
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
