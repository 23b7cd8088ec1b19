package cli

import (
	"github.com/spf13/cobra"

	"safety365/app/press"
)

func (c *command) exportCommand() *cobra.Command {
	o := buildOptions{output: output{".docx", (*press.Job).Word}}
	docx := false
	cmd := c.cobra("export --docx PATH... [-o FILE|DIR] [--draft] [--theme NAME|FILE] [--set KEY=VALUE]...", "export", minimum(1))
	cmd.Flags().BoolVar(&docx, "docx", false, c.say("flag-docx"))
	c.settingFlags(cmd, &o.Settings)
	c.draftFlag(cmd, &o.Settings)
	cmd.Flags().StringVarP(&o.out, "output", "o", "", c.say("flag-build-output"))
	cmd.Flags().BoolVar(&o.json, "json", false, c.say("flag-json"))
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if !docx {
			return c.usage("export-format")
		}
		return c.build(cmd.Context(), args, o)
	}
	return cmd
}
