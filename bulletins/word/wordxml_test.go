package word

import (
	"strings"
	"testing"
)

// saved makes a file as Word saves it: the body, and other parts by their names.
func saved(body string, parts ...string) []byte {
	names := `xmlns:w="` + nsW + `" xmlns:r="r" xmlns:m="m" xmlns:mc="mc" xmlns:wp="wp" xmlns:wps="wps" xmlns:a="a" xmlns:pic="pic" xmlns:v="v" xmlns:o="o" xmlns:w14="w14" xmlns:c="c" xmlns:dgm="dgm"`
	return made(append([]string{"[Content_Types].xml", types, "word/document.xml", `<w:document ` + names + `><w:body>` + body + `</w:body></w:document>`}, parts...)...)
}

func wp(props, runs string) string {
	return `<w:p w:rsidR="00A1"><w:pPr>` + props + `</w:pPr>` + runs + `</w:p>`
}

func wr(text string) string {
	return `<w:r w:rsidRPr="00B2"><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">` + text + `</w:t></w:r>`
}

func wrp(props, text string) string {
	return `<w:r><w:rPr>` + props + `</w:rPr><w:t xml:space="preserve">` + text + `</w:t></w:r>`
}

func complexField(code, shown string) string {
	char := func(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }
	out := char("begin") + `<w:r><w:instrText xml:space="preserve"> ` + code + ` </w:instrText></w:r>`
	if shown != "" {
		out += char("separate") + wr(shown)
	}
	return out + char("end")
}

// listOf is a part of numbering: a list with levels, each a format and a text.
func listOf(more string, levels ...string) string {
	s := `<w:numbering xmlns:w="` + nsW + `"><w:abstractNum w:abstractNumId="0">`
	for i := 0; i+1 < len(levels); i += 2 {
		s += `<w:lvl w:ilvl="` + itoa(i/2) + `"><w:start w:val="1"/><w:numFmt w:val="` + levels[i] + `"/><w:lvlText w:val="` + levels[i+1] + `"/></w:lvl>`
	}
	return s + `</w:abstractNum>` + more + `<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`
}

func entryOf(deep, text string) string {
	return wp(`<w:numPr><w:ilvl w:val="`+deep+`"/><w:numId w:val="1"/></w:numPr>`, wr(text))
}

const (
	textBox     = `<wps:wsp><wps:txbx><w:txbxContent><w:p><w:r><w:t>框中字</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp>`
	vmlBox      = `<w:pict><v:shape style="position:absolute"><v:textbox><w:txbxContent><w:p><w:r><w:t>框中字</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict>`
	relationsOf = `<Relationships><Relationship Id="p1" Type="x/image" Target="media/image1.png"/><Relationship Id="p2" Type="x/image" Target="media/image2.emf"/><Relationship Id="p3" Type="x/image" Target="media/image3.png"/><Relationship Id="c1" Type="x/chart" Target="charts/chart1.xml"/><Relationship Id="d1" Type="x/diagramData" Target="diagrams/data1.xml"/><Relationship Id="h1" Type="x/header" Target="header1.xml"/></Relationships>`
)

func inlinePicture(id, alt, height string) string {
	return `<w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="` + height + `"/><wp:docPr id="1" name="图片 1" descr="` + alt + `"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="` + id + `"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
}

// TestWordXML reads what Word itself writes, which LibreOffice does not.
func TestWordXML(t *testing.T) {
	parts := []string{"word/_rels/document.xml.rels", relationsOf, "word/media/image1.png", "x", "word/media/image2.emf", "x", "word/media/image3.png", "y",
		"word/diagrams/data1.xml", `<d><t>查</t><t>改</t></d>`, "word/header1.xml", `<w:hdr xmlns:w="` + nsW + `"><w:p><w:r><w:t>内部资料</w:t></w:r></w:p></w:hdr>`}
	for _, c := range []struct {
		name, body string
		parts      []string
		want       string // with the codes of what is told
	}{
		{"proof marks and page breaks of a rendering", wp("", wr("先断")+`<w:proofErr w:type="spellStart"/>`+wr("电")+`<w:r><w:lastRenderedPageBreak/><w:t>后检修</w:t></w:r>`), nil, "先断电后检修"},
		{"hyphens and ends of lines", wp("", `<w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>1</w:t><w:softHyphen/><w:cr/><w:t>次</w:t><w:br/><w:t>行</w:t></w:r>`), nil, "A-1<br>次<br>行"},
		{"a box stands once", wp("", wr("段")+`<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="2" name="文本框 1"/><a:graphic>`+textBox+`</a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback>`+vmlBox+`</mc:Fallback></mc:AlternateContent></w:r>`), nil, "段\n\n框中字"},
		{"pictures in a group beside a box", wp("", wr("段")+`<w:r><w:drawing><wp:anchor><wpg:wgp xmlns:wpg="g"><pic:pic><pic:blipFill><a:blip r:embed="p1"/></pic:blipFill></pic:pic>`+textBox+`</wpg:wgp></wp:anchor></w:drawing></w:r>`), nil, "段\n\n![](picture-1.png)\n\n框中字"},
		{"a picture in a box", wp("", wr("段")+`<w:r><w:drawing><wp:anchor><wps:wsp><wps:txbx><w:txbxContent><w:p>`+inlinePicture("p1", "护栏", "900000")+`</w:p></w:txbxContent></wps:txbx></wps:wsp></wp:anchor></w:drawing></w:r>`), nil, "段\n\n![护栏](picture-1.png)"},
		{"a picture in the line, one beside it, one of VML", wp("", wr("按")+inlinePicture("p1", "C:\\图\\IMG_1.png", "100000")+wr("钮")+inlinePicture("p3", "", "900000")+`<w:r><w:pict><v:shape style="width:9pt"><v:imagedata r:id="p1"/></v:shape></w:pict></w:r>`), nil, "按![](picture-1.png)钮![](picture-1.png)\n\n![](picture-2.png)"},
		{"a caption", wp("", inlinePicture("p1", "图片包含 室外 描述已自动生成", "900000")) + wp(`<w:jc w:val="center"/>`, wr("图")+complexField("SEQ 图 \\* ARABIC", "1")+wr("　堆场")), nil, "![图1　堆场](picture-1.png)"},
		{"a cropped picture", wp("", wr("照")+`<w:r><w:drawing><wp:inline><pic:pic><pic:blipFill><a:blip r:embed="p1"/><a:srcRect l="20000"/></pic:blipFill></pic:pic></wp:inline></w:drawing></w:r>`), nil, "照![](picture-1.png)\nword-edited at 照"},
		{"an EMF picture", wp("", wr("图示")+inlinePicture("p2", "", "900000")), nil, "图示\nword-picture-drawn at 图示"},
		{"a chart, a diagram, an object, a shape", wp("", wr("统计如下")) + wp("", `<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><c:chart r:id="c1"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`) +
			wp("", `<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><dgm:relIds r:dm="d1"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`) +
			wp("", `<w:r><w:object><v:shape><v:imagedata r:id="p3"/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>`) +
			wp("", `<w:r><w:pict><v:line style="position:absolute" strokecolor="red"/></w:pict></w:r>`), nil,
			"统计如下\n\n![](picture-1.png)\nword-chart at 统计如下\nword-diagram at 统计如下\nword-object at 统计如下\nword-shape at 统计如下"},
		{"a formula of another program", wp("", wr("限值")+`<w:r><w:object><v:shape><v:imagedata r:id="p2"/></v:shape><o:OLEObject ProgID="Equation.DSMT4"/></w:object></w:r>`), nil, "限值\nword-formula-object at 限值\nword-picture-drawn at 限值"},
		{"a part of another format", wp("", wr("段")) + `<w:altChunk r:id="x"/>`, nil, "段\nword-part at 段"},
		{"the head of pages", wp("", wr("段")) + `<w:sectPr><w:headerReference r:id="h1"/></w:sectPr>`, nil, "段\nword-furniture at "},
		{"hidden text", wp("", wr("见")+wrp("<w:vanish/>", "密")+wr("此")), nil, "见此\nword-hidden at 见此"},
		{"a page break in an empty paragraph, one behind a text", wp("", wr("一")) + wp("", `<w:r><w:br w:type="page"/></w:r>`) + wp("", wr("二")+`<w:r><w:br w:type="page"/></w:r>`) + wp("", wr("三")), nil, "一\n\n::: pagebreak\n:::\n\n二\n\n::: pagebreak\n:::\n\n三"},
		{"a landscape section", wp(`<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>`, wr("正文")) + wp(`<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>`, wr("宽表")) + wp("", wr("附则")) + `<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>`, nil,
			"正文\n\n:::::: landscape\n\n宽表\n::::::\n\n附则"},
	} {
		t.Run(c.name, func(t *testing.T) { wantRead(t, saved(c.body, append(c.parts, parts...)...), c.want) })
	}
}

// TestWordText reads text as Word marks it.
func TestWordText(t *testing.T) {
	styles := `<w:styles xmlns:w="` + nsW + `"><w:style w:type="paragraph" w:styleId="B"><w:name w:val="b"/><w:rPr><w:b/></w:rPr></w:style><w:style w:type="character" w:styleId="C"><w:name w:val="c"/><w:rPr><w:b/></w:rPr></w:style>
		<w:style w:type="character" w:styleId="Up"><w:name w:val="up"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>`
	for _, c := range []struct{ name, body, want string }{
		{"a style of characters over one of paragraphs", wp(`<w:pStyle w:val="B"/>`, wr("粗，")+wrp(`<w:rStyle w:val="C"/>`, "不粗")) + wp("", wrp(`<w:rStyle w:val="C"/>`, "粗")+wrp(`<w:rStyle w:val="C"/><w:b w:val="0"/>`, "不粗。")), "粗，不粗\n\n**粗**不粗。"},
		{"raised by a style", wp("", wr("m")+wrp(`<w:rStyle w:val="Up"/>`, "3")), "m:sup[3]"},
		{"capitals", wp("", wrp(`<w:caps/>`, "stop work")+wrp(`<w:smallCaps/>`, " Now")), "STOP WORK :sc[Now]"},
		{"marked, dotted", wp("", wrp(`<w:highlight w:val="yellow"/>`, "待核")+wrp(`<w:em w:val="dot"/>`, "重点")+wrp(`<w:highlight w:val="none"/><w:em w:val="none"/>`, "。")), ":mark[待核]:em[重点]。"},
		{"lines to write on", wp("", wr("姓名")+wrp(`<w:u w:val="single"/>`, "    ")+wr("日期")+wrp(`<w:u w:val="single"/>`, "　　")), "姓名\\_\\_\\_\\_日期\\_\\_\\_\\_"},
		{"a reading over two runs", wp("", `<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>yǐn huàn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>隐</w:t></w:r><w:r><w:t>患</w:t></w:r></w:rubyBase></w:ruby></w:r>`+wr("要清")), ":ruby[隐患]{yǐn huàn}要清"},
		{"a reading of an old kind", wp("", complexField(`EQ \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(kūn),堃)`, "")+wr("字")), ":ruby[堃]{kūn}字"},
		{"a ring and a fraction", wp("", complexField(`EQ \o\ac(○,3)`, "")+wr("第")+complexField(`EQ \f(1,2)`, "")), `③第$\frac{1}{2}$`},
		{"signs of fonts", wp("", `<w:r><w:sym w:font="Wingdings 2" w:char="F052"/><w:sym w:font="Wingdings" w:char="F0A8"/><w:sym w:font="Symbol" w:char="F0B3"/></w:r>`+wrp(`<w:rFonts w:ascii="Symbol"/>`, "a")+wrp(`<w:rFonts w:ascii="Wingdings"/>`, "ü")), "☑□≥α✓"},
		{"boxes to tick", wp("", `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt>`+wr("是 ")+`<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`+wr("否")), "☒是 ☑否"},
		{"a control that nobody filled in", wp("", wr("日期：")+`<w:sdt><w:sdtPr><w:showingPlcHdr/><w:date/></w:sdtPr><w:sdtContent>`+wr("单击此处输入日期")+`</w:sdtContent></w:sdt>`), "日期：〔单击此处输入日期〕"},
		{"fields", wp("", `<w:fldSimple w:instr=" DATE "><w:r><w:t>3月6日</w:t></w:r></w:fldSimple>`+wr("见")+complexField(`HYPERLINK "https://example.org/a"`, "网")+complexField(`REF _Ref1 \h`, "第二节")+complexField(`XE "索引"`, "")), "3月6日见[网](<https://example.org/a>)第二节"},
		{"a number of a page", wp("", wr("见第")+complexField(`PAGEREF _Toc1 \h`, "12")+wr("页")), "见第12页\nword-page-number at 见第12页"},
		{"a list that is counted by a field", wp("", complexField(`LISTNUM`, "")+wr("项")), "项\nword-field at 项"},
		{"right to left, smart tags", wp("", `<w:bdo w:val="rtl"><w:r><w:rPr><w:rtl/></w:rPr><w:t>甲</w:t></w:r></w:bdo><w:smartTag><w:r><w:t>乙</w:t></w:r></w:smartTag>`), "甲乙"},
		{"a moved paragraph", wp("", wr("留")+`<w:moveFrom w:author="程砚"><w:r><w:t>移</w:t></w:r></w:moveFrom>`) + wp("", `<w:moveTo w:author="程砚"><w:r><w:t>移</w:t></w:r></w:moveTo>`+wr("处")), "留移\n\n处\nword-proposals at "},
	} {
		t.Run(c.name, func(t *testing.T) { wantRead(t, saved(c.body, "word/styles.xml", styles), c.want) })
	}
}

// TestWordTOC reads a table of contents, which fields and controls make, once.
func TestWordTOC(t *testing.T) {
	char := func(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }
	body := `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>` + wp("", wr("目　录")) +
		wp("", char("begin")+`<w:r><w:instrText> TOC \o "1-3" \h </w:instrText></w:r>`+char("separate")+wr("总则")+complexField("PAGEREF _Toc1", "1")) + wp("", wr("附则")+char("end")) + `</w:sdtContent></w:sdt>` +
		wp(`<w:outlineLvl w:val="0"/>`, wr("总则")) + wp("", wr("正文。")) + wp(`<w:outlineLvl w:val="0"/>`, wr("附则"))
	wantRead(t, saved(body), "::: toc\n:::\n\n## 总则\n\n正文。\n\n## 附则")
	typed := wp("", wr("目 录")) + wp("", char("begin")+`<w:r><w:instrText>TOC \o</w:instrText></w:r>`+char("separate")+wr("总则")+char("end")) + wp("", wr("正文。"))
	wantRead(t, saved(typed), "::: toc\n:::\n\n正文。")
}

// TestWordNumbers reads lists as Word counts them.
func TestWordNumbers(t *testing.T) {
	heading := `<w:styles xmlns:w="` + nsW + `"><w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style></w:styles>`
	for _, c := range []struct{ name, body, numbering, want string }{
		{"Chinese numbers", entryOf("0", "总则") + entryOf("1", "目的") + entryOf("2", "甲") + entryOf("3", "乙") + entryOf("3", "丙") + entryOf("2", "丁") + entryOf("0", "附则"), listOf("", "chineseCountingThousand", "%1、", "chineseCounting", "（%2）", "decimal", "%3.", "decimal", "（%4）"),
			"一、总则\n\n（一）目的\n\n1. 甲\n\n    （1）乙\n\n    （2）丙\n\n2. 丁\n\n二、附则"},
		{"chapters", entryOf("0", "总则") + entryOf("1", "本办法"), listOf("", "japaneseCounting", "第%1章", "decimal", "%1.%2"), "第一章 总则\n\n一.1 本办法"},
		{"legal numbers", entryOf("0", "总则") + entryOf("1", "目的"), strings.Replace(listOf("", "chineseCounting", "第%1章", "decimal", "%1.%2"), `<w:lvl w:ilvl="1">`, `<w:lvl w:ilvl="1"><w:isLgl/>`, 1), "第一章 总则\n\n1.1 目的"},
		{"numbers of style", entryOf("0", "章") + wp(`<w:pStyle w:val="2"/>`, wr("节")), strings.Replace(listOf("", "decimal", "%1", "decimal", "%1.%2"), `<w:lvl w:ilvl="1">`, `<w:lvl w:ilvl="1"><w:pStyle w:val="2"/>`, 1), "1 章\n\n## 1.1 节"},
		{"two lists one below the other", entryOf("0", "甲") + entryOf("0", "乙") + strings.ReplaceAll(entryOf("0", "丙")+entryOf("0", "丁"), `w:numId w:val="1"`, `w:numId w:val="2"`), listOf(`<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`, "decimal", "%1."), "1. 甲\n2. 乙\n\n<!-- -->\n\n1. 丙\n2. 丁"},
		{"an entry that goes on", strings.Replace(entryOf("0", "甲"), "</w:pPr>", `<w:ind w:left="420" w:hanging="420"/></w:pPr>`, 1) + wp(`<w:ind w:left="420"/>`, wr("续")) + entryOf("0", "乙"), listOf("", "bullet", "●"), "- 甲<br>续\n- 乙"},
		{"an inserted entry is not counted", entryOf("0", "甲") + wp(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>`, `<w:ins w:author="程砚"><w:r><w:t>新</w:t></w:r></w:ins>`) + entryOf("0", "乙"), listOf("", "decimal", "%1."), "1. 甲\n2. 乙\nword-proposals at "},
		{"a list that is another's by its style", entryOf("0", "甲"), `<w:numbering xmlns:w="` + nsW + `"><w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="N"/></w:abstractNum><w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:numFmt w:val="decimalEnclosedCircle"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="7"><w:abstractNumId w:val="5"/></w:num></w:numbering>`, "①甲"},
	} {
		t.Run(c.name, func(t *testing.T) {
			styles := strings.Replace(heading, "</w:styles>", `<w:style w:type="numbering" w:styleId="N"><w:name w:val="n"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style></w:styles>`, 1)
			wantRead(t, saved(c.body, "word/numbering.xml", c.numbering, "word/styles.xml", styles), c.want)
		})
	}
	for _, c := range []struct {
		n            int
		format, want string
	}{
		{10, "chineseCounting", "十"}, {21, "chineseCounting", "二十一"}, {101, "chineseCountingThousand", "一百零一"}, {110, "japaneseCounting", "一百一十"}, {2030, "taiwaneseCounting", "二千零三十"}, {20, "ideographDigital", "二〇"},
		{12, "chineseLegalSimplified", "壹拾贰"}, {30, "decimalEnclosedCircle", "㉚"}, {3, "decimalEnclosedParen", "⑶"}, {3, "decimalEnclosedFullstop", "⒊"}, {4, "ideographTraditional", "丁"}, {2, "ideographZodiac", "丑"},
		{28, "lowerLetter", "bb"}, {4, "upperRoman", "IV"}, {7, "decimalZero", "07"}, {12, "decimalFullWidth", "１２"}, {22, "ordinal", "22nd"}, {13, "ordinal", "13th"}, {99, "unknown", "99"},
	} {
		if got := numeral(c.n, c.format); got != c.want {
			t.Errorf("%d as %s is %s, not %s", c.n, c.format, got, c.want)
		}
	}
}

// TestWordRows makes what was done to rows of a table.
func TestWordRows(t *testing.T) {
	cell := func(runs string) string { return `<w:tc><w:p>` + runs + `</w:p></w:tc>` }
	ins := func(s string) string { return `<w:ins w:author="程砚">` + wr(s) + `</w:ins>` }
	del := func(s string) string {
		return `<w:del w:author="程砚"><w:r><w:delText>` + s + `</w:delText></w:r></w:del>`
	}
	body := `<w:tbl><w:tblPr><w:tblBorders><w:insideV w:val="single"/></w:tblBorders></w:tblPr><w:tr>` + cell(wr("区域")) + cell(wr("隐患")) + `</w:tr>` +
		`<w:tr><w:trPr><w:del w:author="程砚"/></w:trPr>` + cell(del("一车间")) + cell(del("缺锁")) + `</w:tr>` +
		`<w:tr><w:trPr><w:ins w:author="程砚"/></w:trPr>` + cell(ins("二车间")) + cell(ins("漏油")) + `</w:tr>` +
		`<w:tr>` + cell(wr("三车间")) + cell(wr("积水")) + `</w:tr></w:tbl>` + wp("", wr("完"))
	got, _ := read(t, saved(body), "x.docx")
	text := got.Markdown
	for i := len(got.Proposals) - 1; i >= 0; i-- {
		e := got.Proposals[i].Edit
		text = text[:e.Range.Start] + e.Text + text[e.Range.End:]
	}
	if want := "| 区域 | 隐患 |\n|---|---|\n| 二车间 | 漏油 |\n| 三车间 | 积水 |\n\n完\n"; text != want || len(got.Proposals) != 2 {
		t.Errorf("%d proposals\n%s", len(got.Proposals), text)
	}
}

// TestWordLooks reads what only its look tells.
func TestWordLooks(t *testing.T) {
	big, huge := `<w:sz w:val="44"/>`, `<w:sz w:val="72"/>`
	centred, right := `<w:jc w:val="center"/>`, `<w:jc w:val="right"/>`
	text := wp("", wrp(`<w:sz w:val="32"/>`, "现将有关事项通知如下，请认真贯彻执行，抓好落实，确保汛期生产安全平稳有序，不发生事故。"))
	row := func(cells ...string) string {
		return `<w:tr><w:tc>` + strings.Join(cells, `</w:tc><w:tc>`) + `</w:tc></w:tr>`
	}
	for _, c := range []struct{ name, body, want string }{
		{"the head of an issuer above a title of two lines", wp(centred, wrp(huge, "沧澜港务局文件")) + wp(centred, wr("沧港〔2026〕7号")) + wp(centred, wrp(big, "关于做好汛期")) + wp(centred, wrp(big, "值守工作的通知")) + text,
			"# 关于做好汛期值守工作的通知\n\n沧澜港务局文件\n\n沧港〔2026〕7号\n\n现将有关事项通知如下，请认真贯彻执行，抓好落实，确保汛期生产安全平稳有序，不发生事故。"},
		{"a head without rules, a table of names", `<w:tbl>` + row(wp(centred, wrp(huge, "沧澜港务局文件"))) + row(wp("", wr("沧港〔2026〕7号")), wp(right, wr("签发人：顾南乔"))) + `</w:tbl>` + `<w:tbl>` + row(wp("", wr("姓名")), wp("", wr("工种"))) + row(wp("", wr("江川")), wp("", wr("焊工"))) + row(wp("", wr("白露")), wp("", wr("电工"))) + `</w:tbl>`,
			"沧澜港务局文件\n\n沧港〔2026〕7号\n\n签发人：顾南乔\n\n| 姓名 | 工种 |\n|---|---|\n| 江川 | 焊工 |\n| 白露 | 电工 |"},
		{"a signature, in two lines of one paragraph", wp("", wr("请执行。")) + wp(right, `<w:r><w:t>沧澜港务局</w:t><w:br/><w:t>2026年3月9日</w:t></w:r>`), "请执行。\n\n::: signature {name=\"沧澜港务局\" date=2026-03-09}\n:::"},
		{"lines that are paragraphs, lines that are none", wp("", `<w:r><w:t>一、断电</w:t><w:br/><w:t>　　先断电。</w:t><w:br/><w:t>　　再挂牌。</w:t></w:r>`) + wp("", `<w:r><w:t>山高路远</w:t><w:br/><w:t>安全为先</w:t></w:r>`), "一、断电\n\n　　先断电。\n\n　　再挂牌。\n\n山高路远<br>安全为先"},
		{"names of attachments", wp("", wr("附件：1.台账")) + wp("", wr("　　　2.检查表")), "附件：1.台账<br>2.检查表"},
		{"columns by tabs", wp("", `<w:r><w:t>姓名</w:t><w:tab/><w:t>工种</w:t><w:tab/><w:t>证号</w:t></w:r>`) + wp("", `<w:r><w:t>江川</w:t><w:tab/><w:tab/><w:t>焊工</w:t><w:tab/><w:t>A01</w:t></w:r>`), "| 姓名 | 工种 | 证号 |\n|---|---|---|\n| 江川 | 焊工 | A01 |\nword-tabs at 姓名"},
		{"a table with a caption and a column of numbers", wp(centred, wr("表1　清点")) + `<w:tbl><w:tblPr><w:tblBorders><w:insideV w:val="single"/></w:tblBorders></w:tblPr>` + row(wp("", wr("项")), wp(centred, wr("数"))) + row(wp("", wr("灯")), wp(right, wr("4"))) + `</w:tbl>`, "::: table {caption=\"表1　清点\"}\n| 项 | 数 |\n|---|--:|\n| 灯 | 4 |\n:::"},
		{"a table in a cell, a list in one", `<w:tbl><w:tblPr><w:tblBorders><w:insideV w:val="single"/></w:tblBorders></w:tblPr>` + row(wp("", wr("外")), `<w:tbl><w:tblPr><w:tblBorders><w:insideV w:val="single"/></w:tblBorders></w:tblPr>`+row(wp("", wr("甲")), wp("", wr("乙")))+row(wp("", wr("丙")), wp("", wr("丁")))+`</w:tbl>`) + `</w:tbl>`, "| 外 | 甲\u2003乙<br>丙\u2003丁 |\n|---|---|\nword-nested at 外"},
	} {
		t.Run(c.name, func(t *testing.T) { wantRead(t, saved(c.body), c.want) })
	}
}

// wantRead reads a file and compares the Markdown, below it what is told and where.
func wantRead(t *testing.T, data []byte, want string) {
	t.Helper()
	got, found := read(t, data, "x.docx")
	if got == nil {
		t.Fatal(found)
	}
	text := strings.TrimRight(got.Markdown, "\n")
	for _, d := range found {
		text += "\n" + d.Code + " at " + d.Args["place"]
	}
	if text != want {
		t.Errorf("got\n%s\nwant\n%s", text, want)
	}
}
