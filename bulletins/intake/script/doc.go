// Package script turns Traditional Chinese into Simplified and back, by the tables of
// OpenCC (assets/opencc).
//
//	text, choices := script.Convert("皇后的头发", "s2t") // 皇后的頭髮
//
// # Configurations
//
// A name says from what to what: s Simplified, t Traditional as OpenCC has it, tw that
// of Taiwan, hk that of Hong Kong; s2twp puts Taiwan's words in as well, 軟體 for 软件.
// [Configs] lists them.
//
// # How it works
//
// A configuration is a chain of steps. A step goes through the text and at each place
// puts the value of the longest entry that its tables have there; tables stand in
// order, phrases before characters, so that 头发 is 頭髮 and 发展 發展. Some
// configurations cut the text into words first, across which no later step looks.
//
// A character that stands for itself, in no phrase that is known, may have several
// values. The usual one is taken, and the place is listed as a [Choice], for somebody
// to look at. Tables are unpacked when they are first asked for, and kept.
//
// Quotation marks are no matter of these tables: see [Quotes].
//
// [Document] does it for a parsed document, where names and addresses must stay.
package script
