// Package fields is the form beside the text: the particulars (要素) of a document,
// which stand in its front matter, as fields to fill in.
//
// What the form asks is in tables: kinds.Kind.Fields says which fields a kind of
// document has and in which order, the Schema which shape each has; a shape is a
// [control] (text.go, list.go, date.go, choice.go, group.go). Fields that the kind does
// not ask for but the document has stand below, so that nothing is out of reach.
//
// The form holds no values of its own. Set shows what the text says; whatever the user
// fills in becomes a change of the text at once (Options.Apply) and comes back by Set.
// A control that already shows a value is left alone, so the caret stays where it is.
package fields
