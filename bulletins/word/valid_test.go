package word

import (
	"bytes"
	"fmt"
	"net/url"
	"path"
	"regexp"
	"strings"
)

// children are what elements may hold, in the order that the schema of ISO 29500
// (transitional) wants; a star stands behind what may be there more than once, and what
// has stars one after another is in any order. Word refuses files that differ, LibreOffice
// does not mind. "#" is text.
var children = map[string]string{
	"document": "body", "body": "p* tbl* sectPr",
	"p":         "pPr r* hyperlink* bookmarkStart* bookmarkEnd*",
	"hyperlink": "r* bookmarkStart* bookmarkEnd*",
	"pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct " +
		"topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment " +
		"textboxTightWrap outlineLvl divId cnfStyle rPr sectPr",
	"pBdr": "top left bottom right between bar", "tabs": "tab*",
	"r": "rPr t* tab* br* drawing* pict* fldChar* instrText* footnoteReference* footnoteRef* separator* continuationSeparator* ruby*",
	"rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs " +
		"highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish",
	"ruby": "rubyPr rt rubyBase", "rubyPr": "rubyAlign hps hpsRaise hpsBaseText lid", "rt": "r*", "rubyBase": "r*",
	"t": "#", "instrText": "#",
	"tbl":        "tblPr tblGrid tr*",
	"tblPr":      "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook",
	"tblBorders": "top left bottom right insideH insideV", "tblCellMar": "top left bottom right", "tblGrid": "gridCol*",
	"tr": "trPr tc*", "trPr": "cantSplit* trHeight* tblHeader* jc*",
	"tc":        "tcPr p* tbl*",
	"tcPr":      "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
	"tcBorders": "top left bottom right insideH insideV tl2br tr2bl", "tcMar": "top left bottom right",
	"sectPr":     "headerReference* footerReference* footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
	"footnotePr": "pos numFmt numStart numRestart footnote*",
	"footnotes":  "footnote*", "footnote": "p* tbl*", "hdr": "p* tbl*", "ftr": "p* tbl*",
	"styles": "docDefaults latentStyles style*", "docDefaults": "rPrDefault pPrDefault", "rPrDefault": "rPr", "pPrDefault": "pPr",
	"style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked pPr rPr",
	"settings": "zoom mirrorMargins defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps evenAndOddHeaders characterSpacingControl " +
		"noLineBreaksAfter noLineBreaksBefore updateFields footnotePr endnotePr compat themeFontLang",
	"compat": "spaceForUL balanceSingleByteDoubleByteWidth doNotLeaveBackslashAlone ulTrailSpace doNotExpandShiftReturn adjustLineHeightInTable useFELayout compatSetting*",
	"fonts":  "font*", "font": "altName panose1 charset family notTrueType pitch sig",
	"drawing": "inline anchor",
	"inline":  "extent effectExtent docPr cNvGraphicFramePr graphic",
	"anchor":  "simplePos positionH positionV extent effectExtent wrapNone docPr cNvGraphicFramePr graphic", "positionH": "align posOffset", "positionV": "align posOffset",
	"align": "#", "posOffset": "#",
	"graphic": "graphicData", "graphicData": "pic", "pic": "nvPicPr blipFill spPr", "nvPicPr": "cNvPr cNvPicPr", "blipFill": "blip srcRect stretch", "blip": "", "stretch": "fillRect",
	"spPr": "xfrm prstGeom", "xfrm": "off ext", "prstGeom": "avLst",
	"pict": "shapetype* shape*", "shapetype": "formulas* path* textpath*", "formulas": "f*", "shape": "textpath*",
	"coreProperties": "title* creator* subject* keywords* language* created* lastModifiedBy*",
	"title":          "#", "creator": "#", "subject": "#", "keywords": "#", "language": "#", "created": "#", "lastModifiedBy": "#",
	"Properties": "property*", "property": "lpwstr", "lpwstr": "#",
	"Types": "Default* Override*", "Relationships": "Relationship*",
}

// values are what attributes may be, by element and attribute or by attribute alone.
var values = map[string]*regexp.Regexp{
	"sz/val": regexp.MustCompile(`^[1-9]\d{0,3}$`), "szCs/val": regexp.MustCompile(`^[1-9]\d{0,3}$`), "hps/val": regexp.MustCompile(`^[1-9]\d{0,3}$`),
	"spacing/before": natural, "spacing/after": natural, "spacing/line": natural,
	"ind/hanging": natural, "ind/firstLine": natural, "ind/left": integer, "ind/right": integer,
	"pgMar/top": integer, "pgMar/bottom": integer, "pgMar/left": natural, "pgMar/right": natural, "pgMar/header": natural, "pgMar/footer": natural,
	"pgSz/w": natural, "pgSz/h": natural, "cols/space": natural, "cols/num": regexp.MustCompile(`^[1-9]\d?$`), "tab/pos": integer,
	"tcW/w": natural, "tblW/w": natural, "gridCol/w": natural, "tblInd/w": integer, "trHeight/val": natural, "gridSpan/val": regexp.MustCompile(`^[1-9]\d?$`),
	"top/sz": width, "left/sz": width, "bottom/sz": width, "right/sz": width, "insideH/sz": width, "insideV/sz": width,
	"framePr/w": natural, "framePr/h": natural, "framePr/x": integer, "framePr/y": integer,
	"extent/cx": natural, "extent/cy": natural, "ext/cx": natural, "ext/cy": natural,
	"color": regexp.MustCompile(`^(auto|[0-9A-F]{6})$`), "fill": regexp.MustCompile(`^(auto|[0-9A-F]{6})$`),
	"bookmarkStart/name": regexp.MustCompile(`^[\p{L}_][\p{L}\d_]{0,39}$`),
}

var (
	natural = regexp.MustCompile(`^\d+$`)
	integer = regexp.MustCompile(`^-?\d+$`)
	width   = regexp.MustCompile(`^([2-9]|[1-8]\d|9[0-6])$`) // 1/4 pt to 12 pt
)

// validity collects what is wrong with a file.
type validity struct {
	faults map[string]bool
	ids    map[string]bool // of this part
	used   map[string]bool // relations
	styles map[string]bool
}

func (v *validity) fault(format string, args ...any) { v.faults[fmt.Sprintf(format, args...)] = true }

// element looks at an element and all below it.
func (v *validity) element(e *element) {
	order, known := children[e.name]
	at := -1
	words := strings.Fields(order)
	for _, k := range e.kids {
		name := k.name
		if name == "" {
			if order != "#" && strings.TrimSpace(k.text) != "" {
				v.fault("text in %s", e.name)
			}
			continue
		}
		place := -1
		for i, w := range words {
			if strings.TrimSuffix(w, "*") == name {
				place = i
			}
		}
		switch {
		case place < 0:
			v.fault("%s in %s", name, e.name)
		case strings.HasSuffix(words[place], "*"):
			for place > 0 && strings.HasSuffix(words[place-1], "*") {
				place--
			}
			fallthrough
		default:
			if place < at || place == at && !strings.HasSuffix(words[place], "*") {
				v.fault("%s stands too late in %s", name, e.name)
			}
			at = place
		}
		v.element(k)
	}
	if !known && len(e.kids) > 0 {
		v.fault("%s has children", e.name)
	}
	for name, value := range e.attrs {
		for _, key := range []string{e.name + "/" + name, name} {
			if pattern := values[key]; pattern != nil && !pattern.MatchString(value) {
				v.fault("%s is %s", e.name+"/"+name, value)
			}
		}
	}
	v.rules(e)
}

// once says that an id has not been there before.
func (v *validity) once(kind, id string) {
	if v.ids[kind+id] {
		v.fault("%s %s is there twice", kind, id)
	}
	v.ids[kind+id] = true
}

// rules are those that no order expresses.
func (v *validity) rules(e *element) {
	switch e.name {
	case "bookmarkStart":
		v.once("bookmark", e.at("id"))
		v.once("bookmark", e.at("name"))
	case "bookmarkEnd":
		v.once("end", e.at("id"))
	case "docPr", "style":
		v.once(e.name, e.at("id")+e.at("styleId"))
	case "pStyle", "rStyle", "basedOn":
		if v.styles != nil && !v.styles[e.at("val")] {
			v.fault("there is no style %s", e.at("val"))
		}
	case "blip":
		v.used[e.at("embed")] = true
	case "hyperlink", "headerReference", "footerReference":
		if e.at("id") != "" {
			v.used[e.at("id")] = true
		} else if e.at("anchor") == "" {
			v.fault("%s leads nowhere", e.name)
		}
	case "tc", "footnote", "hdr", "ftr", "body":
		if len(e.kids) == 0 { // the settings name notes
			return
		}
		last := len(e.kids) - 1
		if e.name == "body" {
			last--
		}
		if last < 0 || e.kids[last].name != "p" {
			v.fault("%s does not end in a paragraph", e.name)
		}
	case "tbl":
		v.grid(e)
	}
}

// grid says that each row of a table has as many columns as the table.
func (v *validity) grid(e *element) {
	columns := len(e.childOr("tblGrid").kids)
	rows := 0
	for _, tr := range e.kids {
		if tr.name != "tr" {
			continue
		}
		rows++
		n := 0
		for _, tc := range tr.kids {
			if tc.name != "tc" {
				continue
			}
			span := 1
			fmt.Sscan(tc.child("tcPr").val("gridSpan"), &span)
			n += span
		}
		if n != columns {
			v.fault("a row has %d columns of %d", n, columns)
		}
	}
	if rows == 0 {
		v.fault("a table has no rows")
	}
}

// faultsOf is what Word would not open or would repair.
func faultsOf(data []byte) []string {
	c, bad := openContainer(bytes.NewReader(data), int64(len(data)), "")
	if bad != nil {
		return []string{fmt.Sprint(bad)}
	}
	v := &validity{faults: map[string]bool{}}
	types, _ := c.tree("[Content_Types].xml")
	kinds := map[string]bool{}
	for _, k := range types.kids {
		kinds[k.at("PartName")+k.at("Extension")] = true
	}
	if sheet, _ := c.tree("word/styles.xml"); sheet != nil {
		known := map[string]bool{}
		sheet.find("style", func(s *element) { known[s.at("styleId")] = true })
		v.styles = known
	}
	for name := range c.parts {
		if !kinds["/"+name] && !kinds[strings.TrimPrefix(path.Ext(name), ".")] {
			v.fault("%s has no type", name)
		}
		if !strings.HasSuffix(name, ".xml") && !strings.HasSuffix(name, ".rels") {
			continue
		}
		root, bad := c.tree(name)
		if bad != nil {
			v.fault("%s: %v", name, bad)
			continue
		}
		v.ids, v.used = map[string]bool{}, map[string]bool{}
		v.element(root)
		inside, outside, _ := c.relations(name)
		for id := range v.used {
			if inside[id] == "" && outside[id] == "" {
				v.fault("%s has no relation %s", name, id)
			}
		}
		for _, address := range outside {
			if _, err := url.Parse(address); err != nil || strings.ContainsAny(address, " \"<>\\^`{|}") {
				v.fault("%s is no address", address)
			}
		}
		for id, part := range inside {
			if c.parts[part] == nil {
				v.fault("%s: %s is %s, which is not there", name, id, part)
			}
		}
	}
	var out []string
	for f := range v.faults {
		out = append(out, f)
	}
	return out
}
