#!/usr/bin/python3
"""Makes in/*.docx with LibreOffice (soffice and python3-uno):  /usr/bin/python3 make.py

Each file has one thing that Word documents have. The texts are of our own invention.
"""
import os, subprocess, sys, time
import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.style.BreakType import NONE
from com.sun.star.style.ParagraphAdjust import CENTER
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK
from com.sun.star.text.TextContentAnchorType import AS_CHARACTER, AT_PARAGRAPH

HERE = os.path.dirname(os.path.abspath(__file__))


def value(name, v):
    p = PropertyValue()
    p.Name, p.Value = name, v
    return p


def office():
    pipe = "safety365-%d" % os.getpid()
    proc = subprocess.Popen(["soffice", "--headless", "--norestore", "--accept=pipe,name=%s;urp;" % pipe,
                             "-env:UserInstallation=file:///tmp/%s" % pipe],
                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            ctx = resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
            return proc, ctx, ctx.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", ctx)
        except Exception:
            time.sleep(0.5)
    sys.exit("soffice does not answer")


def para(doc, text="", style=None, **props):
    t = doc.Text
    cursor = t.createTextCursor()
    cursor.gotoEnd(False)
    if doc.begun:
        t.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
        cursor.gotoEnd(False)
        cursor.NumberingStyleName = ""
    doc.begun = True
    cursor.ParaStyleName = style or "Standard"
    cursor.setPropertyToDefault("ParaAdjust")
    look(cursor, props)
    t.insertString(cursor, text, False)
    return cursor


def look(cursor, props):
    """Sets properties, those of characters for Chinese text too."""
    for k in ("CharWeight", "CharHeight", "CharPosture"):
        for script in ("", "Asian"):
            cursor.setPropertyToDefault(k + script)
    for k, v in props.items():
        setattr(cursor, k, v)
        if k.startswith("Char"):
            setattr(cursor, k + "Asian", v)


def piece(doc, text, **props):
    cursor = doc.Text.createTextCursor()
    cursor.gotoEnd(False)
    look(cursor, props)
    doc.Text.insertString(cursor, text, False)


class Doc:
    def __init__(self, d):
        self.__dict__["d"], self.__dict__["begun"] = d, False

    def __getattr__(self, n):
        return getattr(self.d, n)

    def __setattr__(self, n, v):
        if n == "begun":
            self.__dict__[n] = v
        else:
            setattr(self.d, n, v)


def italic():
    return uno.Enum("com.sun.star.awt.FontSlant", "ITALIC")


def styles(d, ctx):
    para(d, "春季复工安全要点", "Title")
    para(d, "先查再开", "Heading 1")
    para(d, "复工前先把")
    piece(d, "三类隐患", CharWeight=150.0)
    piece(d, "清完，再谈")
    piece(d, "进度", CharPosture=italic())
    piece(d, "。")
    para(d, "谁来查", "Heading 2")
    para(d, "班组长查现场，安全员查记录。")
    para(d, "查完怎么办", "Heading 1")
    para(d, "当日整改，次日复查。")


def looks(d, ctx):
    para(d, "关于做好汛期值守的通知", CharHeight=22.0, CharWeight=150.0, ParaAdjust=CENTER)
    para(d, "各车间、各班组：", CharHeight=16.0)
    para(d, "汛期将至，现就值守工作通知如下。", CharHeight=16.0)
    para(d, "一、加强值班", CharHeight=16.0, CharWeight=150.0)
    para(d, "（一）领导带班", CharHeight=16.0)
    para(d, "每天不少于一名领导在岗。", CharHeight=16.0)
    para(d, "二、备足物资", CharHeight=16.0, CharWeight=150.0)
    para(d, "沙袋、水泵、照明灯逐一清点。", CharHeight=16.0)


def lists(d, ctx):
    para(d, "检查分三步：")
    for text, level in (("看现场", 0), ("看通道", 1), ("看配电箱", 1), ("看记录", 0), ("看整改", 0)):
        para(d, text, NumberingStyleName="Numbering 123", NumberingLevel=level)
    para(d, "随身带好：")
    for text in ("手电", "相机", "记录本"):
        para(d, text, NumberingStyleName="List 1")


def merged(d, ctx):
    para(d, "整改台账如下。")
    t = d.createInstance("com.sun.star.text.TextTable")
    t.initialize(4, 4)
    cursor = d.Text.createTextCursor()
    cursor.gotoEnd(False)
    d.Text.insertTextContent(cursor, t, False)
    rows = (("区域", "隐患", "整改", ""), ("", "", "措施", "期限"), ("一车间", "配电箱缺锁", "加锁", "3月6日"), ("", "护栏松动", "焊牢", "3月8日"))
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            t.getCellByName("ABCD"[c] + str(r + 1)).setString(text)
    for a, b in (("A3", "A4"), ("A1", "A2"), ("B1", "B2"), ("C1", "D1")):
        k = t.createCursorByCellName(a)
        k.gotoCellByName(b, True)
        k.mergeRange()


def images(d, ctx):
    para(d, "先看现场照片。")
    provider = ctx.ServiceManager.createInstanceWithContext("com.sun.star.graphic.GraphicProvider", ctx)
    sample = os.path.join(HERE, "dot.png")
    g = d.createInstance("com.sun.star.text.TextGraphicObject")
    g.Graphic = provider.queryGraphic((value("URL", uno.systemPathToFileUrl(sample)),))
    g.AnchorType = AS_CHARACTER
    g.Width, g.Height, g.Description = 3000, 2000, "通道被堵"
    cursor = para(d)
    d.Text.insertTextContent(cursor, g, False)
    para(d, "通道必须当天清空。")


def footnotes(d, ctx):
    cursor = para(d, "噪声超过85分贝须戴护耳器")
    n = d.createInstance("com.sun.star.text.Footnote")
    cursor.gotoEnd(False)
    d.Text.insertTextContent(cursor, n, False)
    n.setString("八小时等效声级。")
    piece(d, "，并定期检查听力。")


def replace(d, old, new):
    s = d.createSearchDescriptor()
    s.SearchString = old
    found = d.findFirst(s)
    found.setString(new)


def tracked(d, ctx):
    para(d, "检查定于3月6日上午进行。")
    para(d, "请各班组准时参加，不得迟到。")
    para(d, "自备午餐。")
    d.RecordChanges = True
    replace(d, "3月6日", "3月9日")
    replace(d, "，不得迟到", "")
    cursor = d.Text.createTextCursor()
    cursor.gotoStart(False)
    cursor.gotoEndOfParagraph(False)
    d.Text.insertString(cursor, "地点另行通知。", False)


def comments(d, ctx):
    para(d, "本月共查出隐患32处，已整改30处。")
    s = d.createSearchDescriptor()
    s.SearchString = "32处"
    found = d.findFirst(s)
    n = d.createInstance("com.sun.star.text.textfield.Annotation")
    n.Author, n.Content = "程砚", "请再核对一次"
    found.Text.insertTextContent(found, n, True)
    para(d, "余下两处限期本周。")


def boxes(d, ctx):
    cursor = para(d, "正文第一段。")
    f = d.createInstance("com.sun.star.text.TextFrame")
    f.AnchorType = AT_PARAGRAPH
    f.Width, f.Height = 6000, 2000
    d.Text.insertTextContent(cursor, f, False)
    f.Text.setString("框中提示：先断电，后检修。")
    para(d, "正文第二段。")


def columns(d, ctx):
    para(d, "安全小报", "Title")
    para(d, "左栏第一段，讲用电。")
    para(d, "右栏第二段，讲用火。")
    cursor = d.Text.createTextCursor()
    cursor.gotoStart(False)
    cursor.gotoNextParagraph(False)
    cursor.gotoEnd(True)
    s = d.createInstance("com.sun.star.text.TextSection")
    c = d.createInstance("com.sun.star.text.TextColumns")
    c.setColumnCount(2)
    s.TextColumns = c
    d.Text.insertTextContent(cursor, s, True)


def main():
    proc, ctx, desktop = office()
    try:
        for make in (styles, looks, lists, merged, images, footnotes, tracked, comments, boxes, columns):
            d = desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, (value("Hidden", True),))
            make(Doc(d), ctx)
            out = os.path.join(HERE, "in", make.__name__ + ".docx")
            d.storeToURL(uno.systemPathToFileUrl(out), (value("FilterName", "MS Word 2007 XML"),))
            d.close(True)
            print(out)
    finally:
        try:
            desktop.terminate()
        except Exception:
            pass
        proc.wait(20)


if __name__ == "__main__":
    main()
