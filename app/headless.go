//go:build headless

package app

import "safety365/app/cli"

// Opens says whether the program's arguments ask for the window.
func Opens(args []string) bool { return false }

// Run prints the help of the command: this build has no window.
func Run(args []string) int { return cli.Main() }
