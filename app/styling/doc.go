// Package styling is the form for the look of a document (版式设置): paper, margins,
// faces, sizes, colours, and how lines are broken, under the names that WPS uses.
//
// What the form asks is a table (table.go): for each item the setting of the theme that
// it states, and a [control]. An item shows what counts now: what the document states
// under settings, or else what its theme says (themes.Theme.Value). An item that the
// document states has a button that takes it back.
//
// The form holds no values of its own. Set shows a document and its theme; whatever is
// chosen becomes a change of the front matter at once (Options.Apply), from which the
// pages follow, and comes back by Set. So the form and the YAML are always in step.
package styling
