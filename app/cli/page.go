package cli

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"safety365/bulletins/page"
	"safety365/bulletins/raster"
)

type pageOptions struct {
	settings
	number int
	dpi    float64
	out    string
}

func (c *command) pageCommand() *cobra.Command {
	var o pageOptions
	cmd := c.cobra("page FILE [-n 1] [--dpi 144] [-o page.png]", "page", exactly(1))
	c.settingFlags(cmd, &o.settings)
	c.draftFlag(cmd, &o.settings)
	cmd.Flags().IntVarP(&o.number, "number", "n", 1, c.say("flag-number"))
	cmd.Flags().Float64Var(&o.dpi, "dpi", 144, c.say("flag-dpi"))
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
	w, err := c.begin(o.settings)
	if err != nil {
		return err
	}
	defer w.close()
	err = w.compose(s)
	if err == nil && w.flow != nil {
		w.dropDamaged()
	}
	var wanted *page.Page
	pages := 0
	if err == nil {
		_, err = w.lay(ctx, func(p *page.Page) error {
			if pages++; pages == o.number {
				wanted = p
			}
			return nil
		})
	}
	sortFindings(w.findings)
	c.printFindings(c.err, w.findings)
	switch {
	case err != nil:
		return err
	case w.stopped():
		return errContent
	case wanted == nil:
		return c.usage("no-page", o.number, pages)
	}
	img, err := raster.New().Draw(ctx, wanted, raster.Options{DPI: o.dpi})
	if err != nil {
		return err
	}
	encode := func(out io.Writer) error {
		return raster.EncodePNG(interruptible{ctx, out}, img, o.dpi)
	}
	switch {
	case o.out == standardOutput:
		return encode(c.out)
	case o.out == "":
		o.out = pngName(s, o.number)
	}
	if err := c.checkTargets([]source{s}, []string{o.out}); err != nil {
		return err
	}
	if err := replace(o.out, encode); err != nil {
		return err
	}
	fmt.Fprintln(c.out, o.out)
	return nil
}

// pngName is the picture's name beside the document: report.md, page 2 is
// report-2.png.
func pngName(s source, number int) string {
	base := strings.TrimSuffix(pdfName(s), ".pdf")
	return filepath.Join(s.folder(), fmt.Sprintf("%s-%d.png", base, number))
}
