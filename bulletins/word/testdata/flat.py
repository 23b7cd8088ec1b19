#!/usr/bin/python3
"""Makes more of in/*.docx with LibreOffice:  python3 flat.py

Each is written as a flat ODF file, which says things that make.py cannot: offices' notices,
levels of numbers, notes at the end, replies to comments. The texts are of our own invention.
"""
import base64, os, struct, subprocess, tempfile, zlib

HERE = os.path.dirname(os.path.abspath(__file__))
HEAD='''<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" xmlns:math="http://www.w3.org/1998/Math/MathML" xmlns:form="urn:oasis:names:tc:opendocument:xmlns:form:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="FS" svg:font-family="仿宋"/><style:font-face style:name="HT" svg:font-family="黑体"/><style:font-face style:name="Wd" svg:font-family="Wingdings" style:font-charset="x-symbol"/></office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:text-properties fo:font-size="16pt" style:font-size-asian="16pt" fo:language="en" fo:country="US" style:language-asian="zh" style:country-asian="CN" style:font-name="FS" style:font-name-asian="FS"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph" style:class="text"/>
<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-size="22pt" style:font-size-asian="22pt" fo:font-weight="bold" style:font-weight-asian="bold"/></style:style>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="1"><style:text-properties fo:font-size="18pt" style:font-size-asian="18pt" fo:font-weight="bold" style:font-weight-asian="bold"/></style:style>
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="2"><style:text-properties fo:font-weight="bold" style:font-weight-asian="bold"/></style:style>
<style:style style:name="Heading_20_3" style:display-name="Heading 3" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="3"><style:text-properties fo:font-weight="bold" style:font-weight-asian="bold"/></style:style>
<style:style style:name="Caption" style:display-name="Caption" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-size="12pt" style:font-size-asian="12pt"/></style:style>
<style:style style:name="Footnote" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="Header" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="Footer" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="Contents_20_1" style:display-name="Contents 1" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="Contents_20_2" style:display-name="Contents 2" style:family="paragraph" style:parent-style-name="Standard"/>
<text:notes-configuration text:note-class="footnote" style:num-format="1"/>
<text:notes-configuration text:note-class="endnote" style:num-format="i"/>
%(styles)s
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="pm1"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="3cm" fo:margin-bottom="3cm" fo:margin-left="2.8cm" fo:margin-right="2.6cm"/><style:header-style/><style:footer-style/></style:page-layout>
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold" style:font-weight-asian="bold"/></style:style>
<style:style style:name="I" style:family="text"><style:text-properties fo:font-style="italic" style:font-style-asian="italic"/></style:style>
<style:style style:name="SUP" style:family="text"><style:text-properties style:text-position="super 58%%"/></style:style>
<style:style style:name="SUB" style:family="text"><style:text-properties style:text-position="sub 58%%"/></style:style>
<style:style style:name="HID" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="DOT" style:family="text"><style:text-properties style:text-emphasize="dot below"/></style:style>
<style:style style:name="UL" style:family="text"><style:text-properties style:text-underline-style="solid" style:text-underline-width="auto" style:text-underline-color="font-color"/></style:style>
<style:style style:name="STR" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>
<style:style style:name="RED" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-size="36pt" style:font-size-asian="36pt" fo:font-weight="bold" style:font-weight-asian="bold" fo:color="#ff0000"/></style:style>
<style:style style:name="BIG" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-size="22pt" style:font-size-asian="22pt"/></style:style>
<style:style style:name="C" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="center"/></style:style>
<style:style style:name="CB" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-weight="bold" style:font-weight-asian="bold"/></style:style>
<style:style style:name="R" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="end" fo:margin-right="1.5cm"/></style:style>
<style:style style:name="IND" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-indent="1.13cm"/></style:style>
<style:style style:name="PB" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:break-before="page"/></style:style>
<style:style style:name="TABS" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties><style:tab-stops><style:tab-stop style:position="5cm"/><style:tab-stop style:position="9cm"/></style:tab-stops></style:paragraph-properties></style:style>
<style:style style:name="Sect2" style:family="section"><style:section-properties><style:columns fo:column-count="2" fo:column-gap="0.6cm"/></style:section-properties></style:style>
<style:style style:name="fr" style:family="graphic"><style:graphic-properties style:wrap="none" fo:border="0.5pt solid #000000" style:vertical-pos="from-top" style:vertical-rel="paragraph" style:horizontal-pos="center" style:horizontal-rel="paragraph"/></style:style>
<style:style style:name="inl" style:family="graphic"><style:graphic-properties style:vertical-pos="top" style:vertical-rel="baseline"/></style:style>
%(auto)s
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm1">%(furn)s</style:master-page></office:master-styles>
<office:body><office:text>%(body)s</office:text></office:body></office:document>'''
def png(w,h,rgb):
    raw=b''.join(b'\0'+bytes(rgb)*w for _ in range(h))
    def ch(t,d): return struct.pack('>I',len(d))+t+d+struct.pack('>I',zlib.crc32(t+d))
    return b'\x89PNG\r\n\x1a\n'+ch(b'IHDR',struct.pack('>IIBBBBB',w,h,8,2,0,0,0))+ch(b'IDAT',zlib.compress(raw))+ch(b'IEND',b'')
def img(name,rgb,anchor='as-char',w='4cm',h='3cm',desc=''):
    return '<draw:frame draw:style-name="%s" draw:name="%s" text:anchor-type="%s" svg:width="%s" svg:height="%s"><draw:image><office:binary-data>%s</office:binary-data></draw:image><svg:desc>%s</svg:desc></draw:frame>'%('inl' if anchor=='as-char' else 'fr',name,anchor,w,h,base64.b64encode(png(120,90,rgb)).decode(),desc)
def P(t,s='Standard'): return '<text:p text:style-name="%s">%s</text:p>'%(s,t)
def H(t,l,s=None): return '<text:h text:style-name="%s" text:outline-level="%d">%s</text:h>'%(s or 'Heading_20_%d'%l,l,t)
def S(t,s): return '<text:span text:style-name="%s">%s</text:span>'%(s,t)
def cell(*ps,cs=1,rs=1):
    a=''
    if cs>1:a+=' table:number-columns-spanned="%d"'%cs
    if rs>1:a+=' table:number-rows-spanned="%d"'%rs
    return '<table:table-cell%s>%s</table:table-cell>'%(a,''.join(p if p.startswith('<') and not p.startswith('<text:span') else P(p) for p in ps))
CV='<table:covered-table-cell/>'
def row(*c): return '<table:table-row>%s</table:table-row>'%''.join(c)
def table(n,*rows,head=0,name='T'):
    r=''
    if head: r='<table:table-header-rows>'+''.join(rows[:head])+'</table:table-header-rows>'
    return '<table:table table:name="%s"><table:table-column table:number-columns-repeated="%d"/>%s</table:table>'%(name,n,r+''.join(rows[head:]))
docs={}
def doc(name,body,styles='',auto='',furn=''):
    docs[name]=HEAD%dict(body=body,styles=styles,auto=auto,furn=furn)

HF='<style:header><text:p text:style-name="Header">港口集团内部资料</text:p></style:header><style:footer><text:p text:style-name="Footer">第<text:page-number text:select-page="current">1</text:page-number>页 共<text:page-count>3</text:page-count>页</text:p></style:footer>'
doc('official', P('青堰市安全生产委员会文件','RED')+P('青安委〔2026〕7号','C')+P('')+P('青堰市安全生产委员会关于开展','BIG')+P('有限空间作业专项整治的通知','BIG')+P('')+
 P('各镇人民政府，市直有关部门：')+P('\u3000\u3000近期，有限空间作业多次发生险情。为遏制事故，现将有关事项通知如下：')+
 P('\u3000\u3000一、整治范围','IND')+P('\u3000\u3000全市污水处理、造纸、腌制等企业。')+P('二、整治内容','IND')+P(S('（一）作业审批。','B')+'未经审批不得作业。','IND')+P('1．检测。先通风、再检测、后作业。','IND')+P('（1）氧含量','IND')+P('氧含量应在19.5%～23.5%之间。','IND')+
 P('附件：1.有限空间台账')+P('\u3000\u3000\u30002.检查表')+P('')+P('青堰市安全生产委员会','R')+P('2026年3月9日','R')+P('（此件公开发布）')+P('抄送：市委办公室，市人大办公室。')+P('青堰市安全生产委员会办公室\u3000\u3000\u30002026年3月9日印发'),furn=HF)
LIST='''<text:list-style style:name="L1">
<text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>
<text:list-level-style-number text:level="2" style:num-format="一, 二, 三, ..." style:num-prefix="（" style:num-suffix="）"/>
<text:list-level-style-number text:level="3" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="4" style:num-format="1" style:num-prefix="（" style:num-suffix="）"/>
</text:list-style>
<text:list-style style:name="LD">
<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2" style:num-suffix=""/>
<text:list-level-style-number text:level="3" style:num-format="1" text:display-levels="3" style:num-suffix=""/>
</text:list-style>
<text:list-style style:name="LB"><text:list-level-style-bullet text:level="1" text:bullet-char="●"/><text:list-level-style-bullet text:level="2" text:bullet-char="–"/><text:list-level-style-bullet text:level="3" text:bullet-char="▪"/></text:list-style>
<text:list-style style:name="LA"><text:list-level-style-number text:level="1" style:num-format="a" style:num-suffix=")"/></text:list-style>
<text:list-style style:name="LC"><text:list-level-style-number text:level="1" style:num-format="①, ②, ③, ..."/></text:list-style>
<text:list-style style:name="LR"><text:list-level-style-number text:level="1" style:num-format="I" style:num-suffix="."/></text:list-style>
'''
def LI(*items): return '<text:list-item>'+''.join(items)+'</text:list-item>'
def L(style,*items,cont=False,start=''): return '<text:list%s%s>%s</text:list>'%(' text:style-name="%s"'%style if style else '',' text:continue-numbering="true"' if cont else '',''.join(items))
doc('levels', P('危化品仓库管理办法','Title')+L('L1',LI(P('总则'),L('',LI(P('目的'),L('',LI(P('保障人身安全。'),L('',LI(P('仓库人员')),LI(P('装卸人员')))),LI(P('防止泄漏。')))),LI(P('范围')))),LI(P('职责'),L('',LI(P('仓库主任')),LI(P('保管员')))))+P('以上各条自发布之日起执行。')+L('L1',LI(P('附则')),cont=True),auto=LIST)
doc('nested', P('进场前带齐物品：')+L('LB',LI(P('防护用品'),L('',LI(P('安全帽'),L('',LI(P('帽带完好')),LI(P('在有效期内')))),LI(P('反光背心')))),LI(P('工具'),P('工具须登记。')))+P('作业顺序：')+L('LD',LI(P('断电'),L('',LI(P('拉闸')),LI(P('挂牌'),L('',LI(P('写明时间')))))),LI(P('验电')))+P('说明文字。')+L('LD',LI(P('另起一列')),LI(P('第二项')))+L('LA',LI(P('甲方')),LI(P('乙方')))+L('LC',LI(P('圈一')),LI(P('圈二')))+L('LR',LI(P('罗马一')),LI(P('罗马二'))),auto=LIST)
toc='''<text:table-of-content text:name="TOC1"><text:table-of-content-source text:outline-level="3"/><text:index-body><text:index-title text:name="h"><text:p text:style-name="C">目录</text:p></text:index-title>'''+P('第一章 总则<text:tab/>1','Contents_20_1')+P('1.1 目的<text:tab/>1','Contents_20_2')+P('第二章 应急<text:tab/>2','Contents_20_1')+'</text:index-body></text:table-of-content>'
doc('contents', P('码头安全手册','Title')+toc+H('第一章 总则',1)+P('本手册适用于码头作业。')+H('1.1 目的',2)+P('防止落水。')+H('1.1.1 细则',3)+P('穿救生衣。')+H('第二章 应急',1)+P('参见<text:bookmark-ref text:reference-format="text" text:ref-name="bm">目的</text:bookmark-ref>一节，第<text:bookmark-ref text:reference-format="page" text:ref-name="bm">1</text:bookmark-ref>页。')+P('网址：<text:a xlink:type="simple" xlink:href="https://example.org/a?b=1&amp;c=2">应急网</text:a>，邮箱<text:a xlink:type="simple" xlink:href="mailto:a@example.org">a@example.org</text:a>。')+P('<text:bookmark-start text:name="bm"/>落水救援<text:bookmark-end text:name="bm"/>要快。'),furn=HF)
doc('cells', P('整改情况表','CB')+table(4,row(cell('单位',rs=2),cell('隐患情况',cs=2),CV,cell('备注',rs=2)),row(CV,cell('一般'),cell('重大'),CV),row(cell('东码头'),cell('3'),cell('0'),cell(P('已整改'),P('待复查'))),row(cell('西码头',rs=2),cell('护栏缺失'),cell('a|b'),cell(L('LB',LI(P('补护栏')),LI(P('挂警示牌'))))),row(CV,cell('合计',cs=3),CV,CV),head=2)+
 P('表中套表：')+table(2,row(cell('外一'),cell(P('内表如下'),table(2,row(cell('内1'),cell('内2')),row(cell('内3'),cell('内4')),name='N'),P('内表完'))),row(cell('外三'),cell('外四')),name='T2')+
 P('无表头小表：')+table(2,row(cell('项目名称'),cell('码头改造')),row(cell('负责人'),cell('李远航')),name='T3')+P('单格框：')+table(1,row(cell(P('注意：'),P('雷雨天停止吊装。'))),name='T4')+P('表内图片：')+table(2,row(cell('图'),cell('说明')),row(cell(P(img('g1',(200,30,30),desc='护栏'))),cell('整改前')),name='T5'),auto=LIST)
grp='<draw:g text:anchor-type="paragraph" draw:style-name="fr">%s<draw:custom-shape svg:x="0cm" svg:y="3cm" svg:width="4cm" svg:height="1cm"><text:p>组合图说明</text:p><draw:enhanced-geometry draw:type="rectangle" svg:viewBox="0 0 21600 21600" draw:enhanced-path="M 0 0 L 21600 0 21600 21600 0 21600 0 0 Z N"/></draw:custom-shape></draw:g>'%('<draw:frame svg:x="0cm" svg:y="0cm" svg:width="4cm" svg:height="3cm"><draw:image><office:binary-data>%s</office:binary-data></draw:image></draw:frame>'%base64.b64encode(png(60,45,(0,0,200))).decode())
box='<draw:frame draw:style-name="fr" draw:name="Box" text:anchor-type="paragraph" svg:width="6cm" svg:height="5cm"><draw:text-box>'+P('框内标题')+P(img('g4',(0,150,150),w='3cm',h='2cm',desc='框内图'))+P('框内文字。')+'</draw:text-box></draw:frame>'
doc('figures', P('现场照片','Title')+P('行内图'+img('g1',(255,0,0),w='1cm',h='0.8cm',desc='红点')+'在句中。')+P(img('g2',(0,255,0),anchor='paragraph',desc='锚定图')+'锚定在本段的图片。')+P(img('g3',(0,0,255),desc='独立图'))+P('图<text:sequence text:name="Figure" text:formula="ooow:Figure+1" style:num-format="1">1</text:sequence>\u3000堆场全景','Caption')+P(box+'带文本框的段落。')+P(grp+'带组合的段落。')+P('表<text:sequence text:name="Table" text:formula="ooow:Table+1" style:num-format="1">1</text:sequence>\u3000清点表','Caption')+table(2,row(cell('项'),cell('数')),row(cell('灯'),cell('4')))+P('两图并排：'+img('g5',(9,9,9),w='2cm',h='2cm')+img('g6',(90,9,9),w='2cm',h='2cm'))+P('完。'))
def fn(i,t,c='footnote'): return '<text:note text:id="n%d" text:note-class="%s"><text:note-citation>%d</text:note-citation><text:note-body>%s</text:note-body></text:note>'%(i,c,i,P(t,'Footnote') if not t.startswith('<text:p') else t)
doc('endnotes', P('噪声限值'+fn(1,'按八小时等效声级计。')+'为85分贝，短时'+fn(2,P('指不超过15分钟','Footnote')+P('且每班不超过两次。','Footnote'))+'可放宽。')+P('温度'+fn(3,'室内干球温度。','endnote')+'不超过35℃。')+table(2,row(cell('项目'+fn(4,'表中脚注。')),cell('限值')),row(cell('粉尘'),cell('8 mg/m'+S('3','SUP'))))+P('尾段。'))
tr='''<text:tracked-changes>
<text:changed-region text:id="c1" xml:id="c1"><text:insertion><office:change-info><dc:creator>程砚</dc:creator><dc:date>2026-03-01T10:00:00</dc:date></office:change-info></text:insertion></text:changed-region>
<text:changed-region text:id="c2" xml:id="c2"><text:deletion><office:change-info><dc:creator>骆怀远</dc:creator><dc:date>2026-03-02T10:00:00</dc:date></office:change-info><text:p text:style-name="Standard">尽快</text:p></text:deletion></text:changed-region>
<text:changed-region text:id="c3" xml:id="c3"><text:deletion><office:change-info><dc:creator>程砚</dc:creator><dc:date>2026-03-03T10:00:00</dc:date></office:change-info><text:p text:style-name="Standard"></text:p><text:p text:style-name="Standard">这一整段删除。</text:p></text:deletion></text:changed-region>
<text:changed-region text:id="c4" xml:id="c4"><text:insertion><office:change-info><dc:creator>程砚</dc:creator><dc:date>2026-03-04T10:00:00</dc:date></office:change-info></text:insertion></text:changed-region>
<text:changed-region text:id="c5" xml:id="c5"><text:format-change><office:change-info><dc:creator>程砚</dc:creator><dc:date>2026-03-05T10:00:00</dc:date></office:change-info></text:format-change></text:changed-region>
</text:tracked-changes>'''
doc('replies', tr+P('请各班组<text:change text:change-id="c2"/><text:change-start text:change-id="c1"/>于3月12日前<text:change-end text:change-id="c1"/>上报。')+P('第二段保留。<text:change text:change-id="c3"/>')+P('第三段<text:change-start text:change-id="c5"/>'+S('加粗','B')+'<text:change-end text:change-id="c5"/>文字。<text:change-start text:change-id="c4"/>')+P('新增一段。<text:change-end text:change-id="c4"/>')+P('隐患<office:annotation office:name="a1" loext:resolved="false"><dc:creator>程砚</dc:creator><dc:date>2026-03-01T11:00:00</dc:date><text:p>数字请核对</text:p><text:p>第二行</text:p></office:annotation>共12处<office:annotation-end office:name="a1"/><office:annotation office:name="a2" loext:parent-name="a1"><dc:creator>骆怀远</dc:creator><dc:date>2026-03-01T12:00:00</dc:date><text:p>已核对，无误</text:p></office:annotation>，整改10处。')+P('句中无范围批注<office:annotation><dc:creator>顾南乔</dc:creator><dc:date>2026-03-01T12:00:00</dc:date><text:p>这里补一句</text:p></office:annotation>。'))
doc('places', P('安全小报','Title')+'<text:section text:style-name="Sect2" text:name="S1">'+P('左栏讲用电。')+P('右栏讲用火。')+'</text:section>'+P('姓名<text:tab/>工种<text:tab/>证号','TABS')+P('江川<text:tab/>焊工<text:tab/>A01','TABS')+P('白露<text:tab/>电工<text:tab/>B02','TABS')+P('新页开始','PB')+P('一行<text:line-break/>又一行<text:line-break/>第三行。')+P('姓名：'+S('<text:s text:c="8"/>','UL')+'  日期：____年__月__日')+P('项目<text:tab/>………<text:tab/>12'))
doc('signs', P('化学式H'+S('2','SUB')+'O，面积m'+S('2','SUP')+'，'+S('隐藏的字','HID')+'可见。'+S('着重看','DOT')+'，'+S('删除','STR')+'，'+S('下划线','UL')+'，'+S('粗','B')+S('<text:span text:style-name="I">粗斜</text:span>','B')+'。')+P('<text:ruby><text:ruby-base>隐患</text:ruby-base><text:ruby-text>yǐn huàn</text:ruby-text></text:ruby>要查清，<text:ruby><text:ruby-base>堃</text:ruby-base><text:ruby-text>kūn</text:ruby-text></text:ruby>字少见。')+P('选项：'+S('&#xF0FE;','WD')+'是 '+S('&#xF0A8;','WD')+'否 □ ☑')+P('软\u00ad连字符，不间断\u00a0空格，不断\u2011连字，零宽\u200b空格，\u3000全角\u3000空格。')+P('举杯邀明月')+P('对影成三人')+P('* 星号开头')+P('# 井号开头')+P('1) 编号')+P('a_b_c [x](y) &lt;b&gt; `code` $5 和 $6 | 竖线'),auto='<style:style style:name="WD" style:family="text"><style:text-properties style:font-name="Wd" style:font-name-asian="Wd" style:font-name-complex="Wd" style:font-charset="x-symbol"/></style:style>')

with tempfile.TemporaryDirectory() as work:
    for name, text in docs.items():
        with open(os.path.join(work, name + '.fodt'), 'w') as f:
            f.write(text)
    subprocess.run(['soffice', '-env:UserInstallation=file://' + work + '/profile', '--headless', '--convert-to', 'docx', '--outdir', os.path.join(HERE, 'in')]
                   + [os.path.join(work, n + '.fodt') for n in docs], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
