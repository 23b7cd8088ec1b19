// Package command describes what can be done in the window. Each part offers its
// commands as a list; menus, toolbar, shortcuts, the palette and the shortcut sheet
// are made from that one list, so that they cannot disagree.
package command
