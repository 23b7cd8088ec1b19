#!/usr/bin/python3
"""Opens a DOCX in LibreOffice, changes it, saves it:  change.py IN OUT WHAT...

Each WHAT is  track=on|off,  replace=OLD=NEW,  insert=AFTER=TEXT,  paragraph=AFTER=TEXT,
remove=TEXT (its paragraph),  comment=TEXT=WORDS,  or nothing: it is only saved again.
"""
import os, sys
import uno
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from make import office, value
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK


def find(d, text):
    s = d.createSearchDescriptor()
    s.SearchString, s.SearchCaseSensitive = text, True
    found = d.findFirst(s)
    if found is None:
        sys.exit("not found: " + text)
    return found


def change(d, what):
    name, _, rest = what.partition("=")
    a, _, b = rest.partition("=")
    if name == "track":
        d.RecordChanges = a == "on"
        return
    r = find(d, a)
    if name == "replace":
        r.setString(b)
    elif name == "insert":
        r.collapseToEnd()
        r.Text.insertString(r, b, False)
    elif name == "paragraph":
        c = r.Text.createTextCursorByRange(r)
        c.gotoEndOfParagraph(False)
        r.Text.insertControlCharacter(c, PARAGRAPH_BREAK, False)
        r.Text.insertString(c, b, False)
    elif name == "remove":
        c = r.Text.createTextCursorByRange(r)
        c.gotoStartOfParagraph(False)
        c.gotoNextParagraph(True)
        c.setString("")
    elif name == "comment":
        n = d.createInstance("com.sun.star.text.textfield.Annotation")
        n.Author, n.Content = "程砚", b
        r.Text.insertTextContent(r, n, True)
    else:
        sys.exit("what is " + what)


def main(source, target, *what):
    proc, ctx, desktop = office()
    try:
        d = desktop.loadComponentFromURL(uno.systemPathToFileUrl(os.path.abspath(source)), "_blank", 0, (value("Hidden", True),))
        for w in what:
            change(d, w)
        d.storeToURL(uno.systemPathToFileUrl(os.path.abspath(target)), (value("FilterName", "MS Word 2007 XML"),))
        d.close(True)
    finally:
        try:
            desktop.terminate()
        except Exception:
            pass
        proc.wait(20)


if __name__ == "__main__":
    main(*sys.argv[1:])
