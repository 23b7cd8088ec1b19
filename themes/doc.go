// Package themes says how documents look. A theme is one YAML file; [Load] lays
// its layers over one another and gives a [Theme] in which every value is resolved.
//
// # Layers
//
// Each layer comes over the ones before it: mappings are merged key by key,
// everything else is replaced. In order:
//
//  1. what the theme extends (base, if it does not say), as it is for the language
//  2. the theme's own file
//  3. its layers for the language, the widest first: und-Latn (all but Chinese,
//     Japanese and Korean); zh, zh-Hant, zh-Hant-HK; en, en-GB
//  4. its layers for the kind of document and its form
//  5. the document's settings, see [SettingsOf]
//  6. path=value pairs of the command line, see [Sets]
//
// So a theme's own value also comes over what the theme it extends says for one
// language. A key without a value takes back what the layers below say. A user's
// theme may bear the name of a built-in one, and extend that.
//
// Every layer is checked alone. What is wrong in it becomes a [Problem] with its
// place, and is left out; Load always returns a theme that can be used.
//
// # The file
//
//	name: office
//	description: {zh-Hans: …, zh-Hant: …, id: …, en: …}
//	extends: bulletin
//	hidden: off                  # on: only to be extended, not offered
//	page:
//	  size: A4                   # a name of papers.yaml, "A4 landscape", "210mm 297mm"
//	  margins: {top: 27mm, bottom: 23.5mm, inner: 30.9mm, outer: 30.9mm}
//	  bleed: 3mm
//	  mirror: off                # inner and outer change sides on even pages
//	  sidenotes: 0               # width of notes in the outer margin, at most what it has; 0: they are footnotes
//	  columns: 1                 # of the text; title and imprint go across
//	  header: 16mm               # baseline of the header from the top edge
//	  footer: 14mm               # of the footer from the bottom edge
//	typeset:
//	  kinsoku: gb                # none, basic, gb, strict
//	  compress: gb               # none, gb, tight
//	  autospace: 0.25em
//	  orphans: avoid             # allow, avoid: a last line of one character
//	  widows: avoid              # allow, avoid: a paragraph's single line at the foot or top of a page
//	  counters: keep             # keep, split
//	  hanging: off
//	  measure: 0                 # width of the type area: 85mm, 10em of the body
//	  normalise: off             # narrow marks among Han become full-width; thin spaces before units
//	  unit-space: 0.167em        # those spaces
//	  quotes: typed              # language: "x" and -- become “x”, 「x」 and –; so in Latin script
//	  grid: off                  # 22x28: lines x characters that fill the type area, see [Grid]
//	  cells: free                # strict: every character in its cell, no mark gives up room
//	  size, indent, hyphens, justify: …   # short for a value of styles.body, and before it
//	fonts: {title: [FZXBSJW.TTF]}         # a user's own, asked before the bundled ones
//	colors:
//	  accent: {cmyk: [20, 100, 100, 10], srgb: "#9B2423"}   # per cent
//	  quiet: {gray: 65, srgb: "#5E5E5E"}
//	  seal: {spot: {name: PANTONE 485 C, tint: 100, cmyk: [0, 95, 100, 0]}, srgb: "#DA291C"}
//	styles:
//	  h1:
//	    like: heading            # body, if it does not say
//	    font: hei                # a role of package fonts, for Han
//	    latin: latin-sans        # for everything else
//	    bold, italic, underline, strike: off
//	    sign: none                       # dots, name, book: marks below the characters
//	    size: 小三               # em: of the style that it is like
//	    leading: 1.5em           # here and below em is the style's own size
//	    indent, left, right, before, after, tracking, raise: 0
//	    align: left              # justify, left, center, right
//	    color: accent            # a name under colors
//	    keep-next, keep-together, keep-previous, hyphens, balance: on
//	    drop: 0                          # lines that the first letter of the text covers
//	    features: onum,-liga     # no bundled face has old-style figures: see below
//	    caps: normal             # small: small capitals, the face's own or made of its capitals
//	    box: {fill: wash, border: none, width: 0, bar: accent, bar-size: 2pt,
//	          above: none, below: none, rule: 0, pad-x: 0.8em, pad-y: 0.6em}
//	furniture:                   # {fields} are filled by the kind and by layout
//	  header: {first: {}, odd: {left: "{issuer}", center: , right: "{title}"}, even: …, last: …}
//	  footer: {odd: {center: "— {page} —"}}
//	  rule: {width: 0.4pt, color: accent, length: 0, gap: 2mm}
//	  footer-rule: {…}
//	  landscape: foot          # of landscape pages: their own head and foot; sheet: where they are on upright ones
//	lists: {bullets: ["•", "–"], numbers: ["1.", "（1）", "①"], indent: 2em, gap: 0}
//	tables: {frame: 1pt, head: 0.5pt, row: 0, column: 0, color: text, fill: wash,
//	         stripe: none, pad-x: 0.6em, pad-y: 0.35em, caption: above, gap: 0.4em,
//	         valign: middle, head-valign: middle,   # top, middle, bottom
//	         span: 0.5pt,              # rule under a head over several columns, where row is 0
//	         rows: 2,                  # least rows before and after a page break
//	         least: 85,                # per cent of its size to which type goes where words do not fit
//	         continued: on,            # the caption again, as continued, on following pages
//	         captions: plain}          # numbered: Table 1 …, unless the author typed a number
//	figures: {float: off, caption: below, gap: 0.6em, captions: plain}   # numbered: Figure 1 …
//	footnotes: {rule: {…}, gap: 4mm, marks: circled, restart: page,   # arabic, bracketed; document
//	            place: page}              # column: those of text in columns at the foot of their column
//	columns: {gap: 2em, rule: {…}}        # between columns of text
//	divider: {text: "＊　＊　＊", rule: {…}}
//	tones: {info: {fill: blue-wash, border: none, bar: blue, title: blue}, success: …, warning: …, danger: …}
//	languages: {und-Latn: {styles: …}, zh-Hant: {…}}
//	kinds: {letter: {page: …, styles: …}}  # for documents of that kind alone; page and furniture
//	                                       # also in the themes that extend this one
//
// Lengths are decimal numbers with em (字), pt, mm, cm, in or q, a 字号 such as 小四,
// or 0. They are exact until they become a page.Length. A role that no layer below
// has must say what it is like; otherwise it is taken for a slip.
//
// # The grid
//
// With typeset.grid the type area is divided into so many lines of so many characters;
// the pitches come of it, not of the size of type: baselines stand (height − em) /
// (lines − 1) apart, and a full-width character takes width / characters. Every line of
// text outside tables and notes stands on it: leadings become whole pitches (one too
// large for a line takes two), spaces are rounded to whole lines, pictures stand in the
// middle of whole lines, and what follows a table begins on the next line. Notes take whole
// lines from the text, the last of them on its last line. A body whose size leaves the
// cells a fifth empty, or overlaps, takes their size. For an official document
// (GB/T 9704-2012):
//
//	page: {margins: {top: 37mm, bottom: 35mm, inner: 28mm, outer: 26mm}, mirror: on}
//	furniture: {landscape: sheet}
//	typeset: {grid: 22x28, size: 三号}
//	styles: {body: {font: fang}}
//
// With cells: strict every full-width character stands in a cell. A phrase of words or
// figures takes whole cells together with the room round it, so that the characters after
// it stand in cells again and lines end flush, and the rows of tables are whole lines.
//
// # Features
//
// Features reach the Latin letters of a face. Of the bundled ones Liberation Serif and
// Sans kern, and all their figures are lining and of one width; the Noto faces kern and
// have ligatures. None has small capitals (smcp: they are made, see caps), old-style
// (onum), proportional (pnum) or tabular (tnum) figures, or fractions (frac); fonts of
// the user's own may.
//
// # Roles
//
// [Theme.Style] gives the style of a block's role, [Theme.Inline] the style of a
// role inside a line. base.yaml has them all: body; title, subtitle, kicker, byline,
// dateline, lead; h1 to h6 and heading, which they are like; level1 to level4 for
// 一、（一）1.（1）; list, listlabel, quote, quotesource, code, table, tablehead,
// tablecaption, caption, term, definition, signature, callout, callouttitle,
// vertical, verticalrule, verticalfill,
// footnote, sidenote, apparatus, apparatuslabel; header, footer, pagenumber, draftmark; of
// official documents headmark, headnumber, headitem, headurgent, addressee, attachmentnote,
// signoff, colophon and their rules (redrule, letterrule, colophonrule); and
// inside a line strong, emphasis, strike, codespan, link, mark, sup, sub,
// footnotemark, missing.
package themes
