package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"safety365/assets"
)

// help prints what a command does and takes.
func (c *command) help(cmd *cobra.Command, _ []string) {
	w := c.out
	fmt.Fprintf(w, "%s\n\n%s\n  %s\n", cmd.Short, c.say("usage"), cmd.UseLine())
	if cmd.HasAvailableSubCommands() {
		fmt.Fprintf(w, "\n%s\n", c.say("commands"))
		for _, sub := range cmd.Commands() {
			if sub.IsAvailableCommand() {
				fmt.Fprintf(w, "  %-8s %s\n", sub.Name(), sub.Short)
			}
		}
	}
	fmt.Fprintf(w, "\n%s\n", c.say("flags"))
	printFlags(w, cmd.NonInheritedFlags(), cmd.InheritedFlags())
	if !cmd.HasParent() {
		fmt.Fprintf(w, "\n%s\n", c.say("more"))
	}
}

// printFlags lists options. The text of one that takes a value is "VALUE|text".
func printFlags(w io.Writer, sets ...*pflag.FlagSet) {
	var left, right []string
	widest := 0
	for _, set := range sets {
		set.VisitAll(func(f *pflag.Flag) {
			if f.Hidden {
				return
			}
			value, text, found := strings.Cut(f.Usage, "|")
			if !found {
				value, text = "", value
			}
			name := "    --" + f.Name + " " + value
			if f.Shorthand != "" {
				name = "-" + f.Shorthand + ", --" + f.Name + " " + value
			}
			left, right = append(left, name), append(right, text)
			widest = max(widest, columns(name))
		})
	}
	for i, name := range left {
		fmt.Fprintf(w, "  %s%s  %s\n", name, strings.Repeat(" ", widest-columns(name)), right[i])
	}
}

// columns is how wide a text is on a terminal: a Chinese character takes two.
func columns(s string) int {
	n := 0
	for _, r := range s {
		if n++; r >= 0x2E80 {
			n++
		}
	}
	return n
}

// helpCommand is "help COMMAND".
func (c *command) helpCommand(root *cobra.Command) *cobra.Command {
	cmd := c.cobra("help [COMMAND]", "help", nil)
	cmd.Hidden = true
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		about, rest, err := root.Find(args)
		if err != nil || len(rest) > 0 {
			return c.usage("bad-command", strings.Join(args, " "))
		}
		return about.Help()
	}
	return cmd
}

// say words a text of the command's own, of assets/labels/command, in the language of
// messages.
func (c *command) say(key string, args ...any) string {
	format := assets.Label(c.lang, "cli-"+key)
	if len(args) == 0 {
		return format
	}
	return fmt.Sprintf(format, args...)
}
