package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"safety365/app/press"
	"safety365/assets"
)

// command is one run of the program.
type command struct {
	in       io.Reader
	out, err io.Writer
	lang     string // of messages and help
	trace    bool   // internal errors are shown with where they arose
	profiles profiles
}

// Main runs the command with the program's arguments and returns its exit code.
func Main() int {
	tuneCollector()
	return run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
}

func run(args []string, in io.Reader, out, errs io.Writer) int {
	c := &command{in: in, out: out, err: errs, trace: os.Getenv("SAFETY365_TRACE") != ""}
	c.lang = messageLanguage(args)
	// The first signal ends what is under way, cleanly; the second the program.
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	defer stop()
	root := c.rootCommand()
	root.SetArgs(args)
	var cmd *cobra.Command
	err := press.Protect(func() (err error) {
		cmd, err = root.ExecuteContextC(ctx)
		return err
	})
	if failed := c.profiles.stop(); err == nil {
		err = failed
	}
	return c.end(cmd, err)
}

// end prints what has not been said yet and returns the exit code.
func (c *command) end(cmd *cobra.Command, err error) int {
	code := exitCode(err)
	var done *exitError
	if errors.As(err, &done) {
		code = done.code
	}
	switch {
	case code == exitInterrupted:
		fmt.Fprintln(c.err, c.say("interrupted"))
	case code == exitUsage:
		fmt.Fprintf(c.err, "safety365: %v\n", err)
		if cmd != nil {
			fmt.Fprintln(c.err, c.say("usage-hint", cmd.UseLine(), cmd.CommandPath()))
		}
	case err != nil && done == nil && !errors.Is(err, press.ErrContent):
		fmt.Fprintf(c.err, "safety365: %s\n", c.explain(err))
	}
	return code
}

// exitError is an exit code of which everything has been said.
type exitError struct{ code int }

func (e *exitError) Error() string { return fmt.Sprint("exit code ", e.code) }

func reported(code int) error {
	if code == exitFine {
		return nil
	}
	return &exitError{code}
}

// messageLanguage finds the language before the arguments are read, since the help
// on them is in it too.
func messageLanguage(args []string) string {
	for i, arg := range args {
		if arg == "--" {
			break
		}
		if value, ok := strings.CutPrefix(arg, "--messages="); ok && value != "" {
			return value
		}
		if arg == "--messages" && i+1 < len(args) && args[i+1] != "" {
			return args[i+1]
		}
	}
	return assets.SystemLanguage()
}

func (c *command) rootCommand() *cobra.Command {
	cobra.EnableCommandSorting = false
	cobra.MousetrapHelpText = "" // on Windows the program may well be started by a click
	root := c.cobra("safety365 COMMAND", "root", nil)
	root.CompletionOptions.DisableDefaultCmd = true
	root.PersistentFlags().String("messages", "", c.say("flag-messages"))
	root.PersistentFlags().StringVar(&c.profiles.cpu, "cpuprofile", "", "")
	root.PersistentFlags().StringVar(&c.profiles.memory, "memprofile", "", "")
	root.PersistentFlags().MarkHidden("cpuprofile")
	root.PersistentFlags().MarkHidden("memprofile")
	root.PersistentPreRunE = func(cmd *cobra.Command, _ []string) error {
		if lang := cmd.Flag("messages").Value.String(); lang != "" && assets.Closest(lang) == "" {
			return c.usage("bad-messages", lang)
		}
		return c.profiles.start()
	}
	root.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) > 0 {
			return c.usage("bad-command", args[0])
		}
		return cmd.Help()
	}
	root.AddCommand(c.buildCommand(), c.pageCommand(), c.layoutCommand(), c.checkCommand(),
		c.newCommand(), c.exportCommand(), c.intakeCommand(), c.convertCommand(), c.numberCommand(), c.registerCommand(), c.reviewCommand(), c.tableCommand(), c.kindsCommand(), c.themesCommand(), c.themeCommand(), c.fontsCommand())
	root.SetHelpCommand(c.helpCommand(root))
	return root
}

// cobra makes a command with the texts of a name.
func (c *command) cobra(use, name string, args func(c *command, got int) error) *cobra.Command {
	cmd := &cobra.Command{
		Use:                   use,
		Short:                 c.say("short-" + name),
		SilenceErrors:         true,
		SilenceUsage:          true,
		DisableFlagsInUseLine: true,
		Args: func(_ *cobra.Command, got []string) error {
			if args == nil {
				return nil
			}
			return args(c, len(got))
		},
	}
	cmd.Flags().BoolP("help", "h", false, c.say("flag-help"))
	cmd.Flags().SortFlags = false
	cmd.SetHelpFunc(c.help)
	cmd.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return &usageError{err.Error()} })
	cmd.SetOut(c.out)
	cmd.SetErr(c.err)
	return cmd
}

func minimum(n int) func(*command, int) error {
	return func(c *command, got int) error {
		if got < n {
			return c.usage("too-few")
		}
		return nil
	}
}

func exactly(n int) func(*command, int) error {
	return func(c *command, got int) error {
		if got > n {
			return c.usage("too-many")
		}
		return minimum(n)(c, got)
	}
}

func (c *command) settingFlags(cmd *cobra.Command, s *press.Settings) {
	cmd.Flags().StringVar(&s.Theme, "theme", "", c.say("flag-theme"))
	cmd.Flags().StringArrayVar(&s.Sets, "set", nil, c.say("flag-set"))
}

func (c *command) draftFlag(cmd *cobra.Command, s *press.Settings) {
	cmd.Flags().BoolVar(&s.Draft, "draft", false, c.say("flag-draft"))
}
