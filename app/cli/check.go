package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"safety365/bulletins/page"
)

func (c *command) checkCommand() *cobra.Command {
	var o struct {
		settings
		json bool
	}
	cmd := c.cobra("check FILE...", "check", minimum(1))
	c.settingFlags(cmd, &o.settings)
	cmd.Flags().BoolVar(&o.json, "json", false, c.say("flag-json"))
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return c.check(cmd.Context(), args, o.settings, o.json)
	}
	return cmd
}

// check prints everything that there is to say about documents and writes nothing.
func (c *command) check(ctx context.Context, args []string, s settings, json bool) error {
	sources, err := c.sources(args)
	if err != nil {
		return err
	}
	base, err := c.begin(s)
	if err != nil {
		return err
	}
	var all []finding
	code := exitFine
	for _, s := range sources {
		w := base
		err := protect(func() error {
			defer w.close()
			err := w.compose(s)
			if err == nil && w.flow != nil {
				w.dropDamaged()
				_, err = w.lay(ctx, func(*page.Page) error { return ctx.Err() })
			}
			return err
		})
		if err == nil && hasErrors(w.findings) {
			err = errContent
		}
		sortFindings(w.findings)
		switch failed := err != nil && !errors.Is(err, errContent); {
		case failed && ctx.Err() != nil:
			return ctx.Err()
		case failed && json:
			w.findings = append(w.findings, c.failed(s, err))
		case failed:
			fmt.Fprintln(c.err, c.explainFor(s, err))
		}
		code = worse(code, exitCode(err))
		if json {
			all = append(all, w.findings...)
		} else {
			c.printFindings(c.out, w.findings)
		}
	}
	if json {
		if err := c.printJSON(c.out, all); err != nil {
			return err
		}
	}
	return reported(code)
}
