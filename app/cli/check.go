package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"safety365/app/press"
	"safety365/bulletins/page"
)

func (c *command) checkCommand() *cobra.Command {
	var o struct {
		press.Settings
		json bool
	}
	cmd := c.cobra("check FILE...", "check", minimum(1))
	c.settingFlags(cmd, &o.Settings)
	cmd.Flags().BoolVar(&o.json, "json", false, c.say("flag-json"))
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return c.check(cmd.Context(), args, o.Settings, o.json)
	}
	return cmd
}

// check prints everything that there is to say about documents and writes nothing.
func (c *command) check(ctx context.Context, args []string, s press.Settings, json bool) error {
	sources, err := c.sources(args)
	if err != nil {
		return err
	}
	w, err := c.begin(s)
	if err != nil {
		return err
	}
	var all []press.Finding
	code := exitFine
	for _, s := range sources {
		job, err := w.job(s)
		if err == nil {
			err = job.Each(ctx, func(*page.Page) error { return ctx.Err() })
		}
		job.Close()
		found := job.Findings
		switch failed := err != nil && !errors.Is(err, press.ErrContent); {
		case failed && ctx.Err() != nil:
			return ctx.Err()
		case failed && json:
			found = append(found, c.failed(s, err))
		case failed:
			fmt.Fprintln(c.err, c.explainFor(s, err))
		}
		code = worse(code, exitCode(err))
		if json {
			all = append(all, found...)
		} else {
			c.printFindings(c.out, found)
		}
	}
	if json {
		if err := c.printJSON(c.out, all); err != nil {
			return err
		}
	}
	return reported(code)
}
