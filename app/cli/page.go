package cli

import (
	"context"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"safety365/app/press"
	"safety365/bulletins/page"
	"safety365/bulletins/raster"
)

type pageOptions struct {
	press.Settings
	number int
	dpi    float64
	out    string
}

func (c *command) pageCommand() *cobra.Command {
	var o pageOptions
	cmd := c.cobra("page FILE [-n 1] [--dpi 144] [-o page.png]", "page", exactly(1))
	c.settingFlags(cmd, &o.Settings)
	c.draftFlag(cmd, &o.Settings)
	cmd.Flags().IntVarP(&o.number, "number", "n", 1, c.say("flag-number"))
	cmd.Flags().Float64Var(&o.dpi, "dpi", press.DefaultDPI, c.say("flag-dpi"))
	cmd.Flags().StringVarP(&o.out, "output", "o", "", c.say("flag-page-output"))
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return c.page(cmd.Context(), source{path: args[0]}, o)
	}
	return cmd
}

// page makes a picture of one page.
func (c *command) page(ctx context.Context, s source, o pageOptions) error {
	if !(o.dpi >= 1 && o.dpi <= 2400) {
		return c.usage("bad-dpi", o.dpi)
	}
	if o.number < 1 {
		return c.usage("bad-number", o.number)
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
	var wanted *page.Page
	pages := 0
	err = job.Each(ctx, func(p *page.Page) error {
		if pages++; pages == o.number {
			wanted = p
		}
		return nil
	})
	c.printFindings(c.err, job.Findings)
	switch {
	case err != nil:
		return err
	case wanted == nil:
		return c.usage("no-page", o.number, pages)
	}
	draw := func(to press.Sink) error { return press.DrawPage(ctx, raster.New(), wanted, o.dpi, to) }
	switch {
	case o.out == standardOutput:
		return draw(c.writeOut)
	case o.out == "":
		o.out = pngName(s, o.number)
	}
	if err := c.checkTargets([]source{s}, []string{o.out}); err != nil {
		return err
	}
	if err := draw(press.ToFile(o.out)); err != nil {
		return err
	}
	fmt.Fprintln(c.out, o.out)
	return nil
}

// pngName is the picture's name beside the document: report.md, page 2 is
// report-2.png.
func pngName(s source, number int) string {
	base := outputName(s, "")
	return filepath.Join(s.folder(), fmt.Sprintf("%s-%d.png", base, number))
}
