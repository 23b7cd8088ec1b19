// Safety 365 turns plain text into print-quality safety notices and bulletins.
//
// Started with arguments it is a command (package app/cli). Started bare it will
// be a window; until that exists it prints the command's help.
package main

import (
	"os"

	"safety365/app/cli"
)

func main() { os.Exit(cli.Main()) }
