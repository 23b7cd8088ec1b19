// Safety 365 turns plain text into print-quality safety notices and bulletins.
//
// Started bare, or with documents or a folder, it is a window (package app); started
// with other arguments it is a command (package app/cli).
package main

import (
	"os"

	"safety365/app"
	"safety365/app/cli"
)

func main() {
	if args := os.Args[1:]; len(args) == 0 || app.Opens(args) {
		os.Exit(app.Run(args))
	}
	os.Exit(cli.Main())
}
