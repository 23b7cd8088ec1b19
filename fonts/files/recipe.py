"""Cuts the fonts of this folder. Called by recipe.sh: recipe.py CACHE OUT.

CACHE holds the unpacked packages, OUT receives the .ttf files and the licences.
Nothing here depends on the clock, the place or the order of a directory.
"""

import bz2
import gzip
import os
import re
import shutil
import sys
from multiprocessing import Pool

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

CACHE, OUT = sys.argv[1], sys.argv[2]
TEX = CACHE + "/debian/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/"
HANA = CACHE + "/debian/usr/share/fonts/truetype/hanazono/HanaMinA.ttf"
LXGW = CACHE + "/debian/usr/share/fonts/truetype/lxgw-wenkai/"
DOC = CACHE + "/debian/usr/share/doc/"

# --- character sets -------------------------------------------------------

# Everything that is not a hanzi and that a bulletin may want.
SYMBOL_BLOCKS = [
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x024F),  # Latin-1, Latin Extended-A and -B
    (0x0250, 0x036F),  # phonetic, modifier letters, combining marks
    (0x0370, 0x04FF),  # Greek, Cyrillic
    (0x1E00, 0x1EFF),  # Latin Extended Additional (pinyin ḿ)
    (0x2000, 0x20FF),  # punctuation, super- and subscripts, currency, marks
    (0x2100, 0x23FF),  # letterlike, number forms, arrows, operators, technical
    (0x2400, 0x24FF),  # control pictures, enclosed alphanumerics
    (0x2500, 0x27BF),  # box drawing, blocks, shapes, symbols, dingbats
    (0x2900, 0x29FF),  # supplemental arrows, mathematical symbols
    (0x2B00, 0x2BFF),  # more arrows
    (0x2E00, 0x2FFF),  # supplemental punctuation, radicals, descriptions
    (0x3000, 0x33FF),  # CJK punctuation, kana, bopomofo, strokes, enclosed, compatibility
    (0xFB00, 0xFB06),  # Latin ligatures
    (0xFE10, 0xFE1F),  # vertical forms
    (0xFE30, 0xFE6F),  # CJK compatibility forms, small forms
    (0xFF00, 0xFFEF),  # half- and full-width forms
    (0x1F100, 0x1F2FF),  # enclosed letters and ideographs
]


def is_hanzi(u):
    return 0x3400 <= u <= 0x4DBF or 0x4E00 <= u <= 0x9FFF or 0xF900 <= u <= 0xFAFF or 0x20000 <= u <= 0x3FFFF


def double_byte(codec, rows, cells):
    """The characters of a double-byte set, as Python's codec knows it."""
    found = set()
    for row in rows:
        for cell in cells:
            try:
                found.add(ord(bytes([row, cell]).decode(codec)))
            except (UnicodeDecodeError, TypeError):
                pass
    return found


def general_standard():
    """通用规范汉字表, 8105 characters: Unihan kTGH."""
    with bz2.open(CACHE + "/debian/usr/share/unicode/Unihan_OtherMappings.txt.bz2", "rt", encoding="utf-8") as lines:
        found = {int(m[1], 16) for m in (re.match(r"U\+([0-9A-F]+)\tkTGH\t", line) for line in lines) if m}
    assert len(found) == 8105, len(found)
    return found


def charsets():
    gb2312 = double_byte("gb2312", range(0xA1, 0xF8), range(0xA1, 0xFF))
    big5 = double_byte("cp950", range(0xA1, 0xFA), [*range(0x40, 0x7F), *range(0xA1, 0xFF)])
    symbols = {u for first, last in SYMBOL_BLOCKS for u in range(first, last + 1)}
    symbols |= {u for u in gb2312 | big5 if not is_hanzi(u) and not 0xE000 <= u <= 0xF8FF}
    mainland = {u for u in gb2312 if is_hanzi(u)} | general_standard()
    assert len(mainland) == 8230, len(mainland)
    # Big5 with its ten hanzi among the symbols and the seven of ETEN. Of 常用 and 次常用
    # (which no package carries) at most two rare characters lie outside.
    taiwan = {u for u in big5 if is_hanzi(u)}
    assert len(taiwan) == 13070, len(taiwan)
    # The hanzi of the faces that are cut whole, in core and rest.
    sources = set(TTFont(noto("noto-serif-sc", "NotoSerifSC", 400, "Regular")).getBestCmap())
    sources |= set(TTFont(noto("noto-sans-sc", "NotoSansSC", 400, "Regular")).getBestCmap())
    return {
        "core": lambda u: u in symbols or u in mainland,
        "rest": lambda u: is_hanzi(u) and u not in mainland,
        "tc": lambda u: u in symbols or u in taiwan,
        "core+tc": lambda u: u in symbols or u in mainland or u in taiwan,
        "rare": lambda u: is_hanzi(u) and u not in taiwan and u not in sources,
        "emoji": lambda u: u > 0x2010 and not 0xFE00 <= u <= 0xFE0F and u < 0xE0000,  # nothing that is not seen
    }


def noto(package, family, weight, style):
    return f"{CACHE}/{package}/{weight}{style}/{family}_{weight}{style}.ttf"


CHARSETS = charsets()

# --- the files ------------------------------------------------------------

# (file, source, cut)
FACES = [
    ("NotoSerifSC-Regular", noto("noto-serif-sc", "NotoSerifSC", 400, "Regular"), "core"),
    ("NotoSerifSC-Bold", noto("noto-serif-sc", "NotoSerifSC", 700, "Bold"), "core"),
    ("NotoSerifSC-Black", noto("noto-serif-sc", "NotoSerifSC", 900, "Black"), "core"),
    ("NotoSerifSC-Regular-Rest", noto("noto-serif-sc", "NotoSerifSC", 400, "Regular"), "rest"),
    ("NotoSansSC-Regular", noto("noto-sans-sc", "NotoSansSC", 400, "Regular"), "core"),
    ("NotoSansSC-Bold", noto("noto-sans-sc", "NotoSansSC", 700, "Bold"), "core"),
    ("NotoSansSC-Black", noto("noto-sans-sc", "NotoSansSC", 900, "Black"), "core"),
    ("NotoSansSC-Regular-Rest", noto("noto-sans-sc", "NotoSansSC", 400, "Regular"), "rest"),
    ("BulletinKai-Regular", LXGW + "LXGWWenKai-Regular.ttf", "core+tc"),
    ("FandolKai-Regular", TEX + "FandolKai-Regular.otf", "core"),
    ("FandolFang-Regular", TEX + "FandolFang-Regular.otf", "core"),
    ("NotoSerifTC-Regular", noto("noto-serif-tc", "NotoSerifTC", 400, "Regular"), "tc"),
    ("NotoSerifTC-Bold", noto("noto-serif-tc", "NotoSerifTC", 700, "Bold"), "tc"),
    ("NotoSansTC-Regular", noto("noto-sans-tc", "NotoSansTC", 400, "Regular"), "tc"),
    ("NotoSansTC-Bold", noto("noto-sans-tc", "NotoSansTC", 700, "Bold"), "tc"),
    ("BulletinRare-Regular", HANA, "rare"),
    ("NotoEmoji-Regular", noto("noto-emoji", "NotoEmoji", 400, "Regular"), "emoji"),
]

WHOLE = [
    *("LiberationSerif-" + style for style in ("Regular", "Bold", "Italic", "BoldItalic")),
    *("LiberationSans-" + style for style in ("Regular", "Bold", "Italic", "BoldItalic")),
    *("LiberationMono-" + style for style in ("Regular", "Bold")),
]

UNWANTED_FEATURES = {"aalt", "hist", "ruby"}


def cut(face):
    name, source, charset = face
    font = TTFont(source, recalcTimestamp=False)
    if charset == "rare":  # no variants of glyphs, and none of the rules for other hanzi
        font["cmap"].tables = [t for t in font["cmap"].tables if t.format in (4, 12)]
        for tag in ("GSUB", "GDEF", "BASE", "FFTM", "prop"):
            del font[tag]
    wanted = sorted(u for u in font.getBestCmap() if CHARSETS[charset](u))
    options = subset.Options()
    options.layout_features = sorted(
        {r.FeatureTag for tag in ("GSUB", "GPOS") if tag in font for r in font[tag].table.FeatureList.FeatureRecord}
        - UNWANTED_FEATURES
    )
    options.layout_closure = True
    options.hinting = False
    options.glyph_names = False
    options.name_IDs = ["*"]
    options.name_languages = ["*"]
    options.name_legacy = True
    options.notdef_outline = True
    options.desubroutinize = True
    options.recalc_timestamp = False
    options.drop_tables += ["STAT"]  # of a variable family; these are single weights
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    if "CFF " in font:
        to_quadratic(font)
        repair(font)
    rename(font, name)
    path = f"{OUT}/{name}.ttf"
    font.save(path, reorderTables=True)
    check(path, name, set(wanted))
    print(f"recipe: {name}: {len(wanted)} code points, {sum(map(is_hanzi, wanted))} hanzi, {os.path.getsize(path)} bytes", flush=True)


def to_quadratic(font, max_error=0.5):
    """Replaces CFF outlines by TrueType ones, and the side bearings that follow from them."""
    order = font.getGlyphOrder()
    source = font.getGlyphSet()
    glyf = newTable("glyf")
    glyf.glyphOrder = order
    glyf.glyphs = {}
    for glyph_name in order:
        pen = TTGlyphPen(None)
        source[glyph_name].draw(Cu2QuPen(pen, max_error, reverse_direction=True))
        glyf.glyphs[glyph_name] = pen.glyph()
    origin = font["VORG"]
    hmtx, vmtx = font["hmtx"], font["vmtx"]
    for glyph_name in order:
        glyph = glyf.glyphs[glyph_name]
        glyph.recalcBounds(glyf)
        hmtx[glyph_name] = (hmtx[glyph_name][0], getattr(glyph, "xMin", 0))
        vmtx[glyph_name] = (vmtx[glyph_name][0], origin[glyph_name] - getattr(glyph, "yMax", 0))
    font["loca"] = newTable("loca")
    font["glyf"] = glyf
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    maxp.maxZones = 1
    for field in ("maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs", "maxStackElements",
                  "maxSizeOfInstructions", "maxPoints", "maxContours", "maxCompositePoints", "maxCompositeContours",
                  "maxComponentElements", "maxComponentDepth"):
        setattr(maxp, field, 0)
    maxp.compile(font)
    del font["CFF "], font["VORG"]
    font["head"].glyphDataFormat = 0
    font.sfntVersion = "\000\001\000\000"


def repair(font):
    """Fandol leaves its x-height and cap height at 0; PDF font descriptors want them."""
    cmap, glyf, os2 = font.getBestCmap(), font["glyf"], font["OS/2"]
    os2.sxHeight = glyf[cmap[ord("x")]].yMax
    os2.sCapHeight = glyf[cmap[ord("H")]].yMax


def rename(font, name):
    table = font["name"]
    for record in list(table.names):
        text = record.toUnicode()
        if name == "BulletinKai-Regular":  # 霞鹜 and LXGW are reserved names
            if record.langID not in (0, 1033):
                table.removeNames(record.nameID, record.platformID, record.platEncID, record.langID)
                continue
            if record.nameID in (1, 3, 4, 6, 16):
                text = {3: "Bulletin Kai:Version 1.250", 6: name}.get(record.nameID, "Bulletin Kai")
        elif name == "BulletinRare-Regular":  # HanaMinA and 花園明朝A are reserved names
            if record.langID not in (0, 1033):
                table.removeNames(record.nameID, record.platformID, record.platEncID, record.langID)
                continue
            if record.nameID in (1, 3, 4, 6):
                text = {3: "Bulletin Rare:2017-09-04", 6: name}.get(record.nameID, "Bulletin Rare")
        elif name.endswith("-Rest") and record.nameID in (3, 4, 6):
            text += " Rest" if record.nameID == 4 else "-Rest"
        record.string = text
    assert table.getDebugName(6) == name, table.getDebugName(6)


def check(path, name, wanted):
    font = TTFont(path)
    with open(path, "rb") as file:
        assert file.read(4) == b"\0\1\0\0"
    for tag in ("glyf", "loca", "head", "hhea", "hmtx", "vhea", "vmtx", "maxp", "OS/2", "post", "name", "cmap"):
        assert tag in font, (name, tag)
    assert font["cmap"].getcmap(3, 1).format == 4
    assert set(font.getBestCmap()) == wanted
    order = font.getGlyphOrder()
    glyf, hmtx, vmtx = font["glyf"], font["hmtx"], font["vmtx"]
    assert len(font["loca"]) == len(order) + 1 == font["maxp"].numGlyphs + 1
    assert len(hmtx.metrics) == len(vmtx.metrics) == len(order)
    for glyph_name in order:
        glyf[glyph_name].expand(glyf)
    for record in font["name"].names:
        if name == "BulletinKai-Regular" and record.nameID in (1, 2, 3, 4, 6, 16, 17):
            assert not re.search("LXGW|霞鹜", record.toUnicode())


# --- licences -------------------------------------------------------------


def read(path):
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as file:
        return file.read()


def write(name, text):
    with open(f"{OUT}/{name}", "w", encoding="utf-8", newline="\n") as file:
        file.write(text.replace("\r\n", "\n").rstrip() + "\n")


def copyright_line(path):
    return TTFont(path)["name"].getDebugName(0).replace("\r\n", "\n")


def licences():
    shutil.copyfile(CACHE + "/liberation/LICENSE-SIL", OUT + "/OFL-Liberation.txt")

    serif = read(CACHE + "/noto-serif-sc/LICENSE_FONT")
    sans = read(CACHE + "/noto-sans-sc/LICENSE_FONT")
    for packaged, other in ((serif, "noto-serif-tc"), (sans, "noto-sans-tc")):
        assert packaged == read(f"{CACHE}/{other}/LICENSE_FONT")
    write("OFL-Noto.txt", "\n".join([
        "NotoSerifSC-*.ttf, NotoSerifTC-*.ttf",
        copyright_line(noto("noto-serif-sc", "NotoSerifSC", 400, "Regular")),
        serif.split("\n", 1)[0].strip() + " (as in the npm package's licence)",
        "",
        "NotoSansSC-*.ttf, NotoSansTC-*.ttf",
        sans.split("\n", 1)[0].strip(),
        "",
        "NotoEmoji-Regular.ttf",
        copyright_line(noto("noto-emoji", "NotoEmoji", 400, "Regular")),
        read(CACHE + "/noto-emoji/LICENSE_FONT").split("\n", 1)[0].strip() + " (as in the npm package's licence)",
        "",
        "These files are Modified Versions: cut to fewer characters by recipe.sh.",
        "",
    ]) + sans.split("\n", 1)[1])

    write("LICENSE-Hanazono.txt", "\n".join([
        "BulletinRare-Regular.ttf",
        "",
        "A modified version of HanaMinA of 2017-09-04: cut to fewer characters and renamed by",
        "recipe.sh. It comes under the first of the licences that the package offers:",
        "",
    ]) + "\n" + re.sub(r"(?m)^ \.?", "", read(DOC + "fonts-hanazono/copyright").split("License: Hanazono-Font-License\n", 1)[1].split("\nLicense:", 1)[0]))

    debian = read(DOC + "fonts-lxgw-wenkai/copyright")
    body = debian.split("License: OFL-1.1\n -----", 1)[1].split("\nLicense: GPL-3+", 1)[0]
    body = re.sub(r"(?m)^ \.?", "", " -----" + body)
    write("OFL-LXGW.txt", "\n".join([
        "BulletinKai-Regular.ttf",
        copyright_line(LXGW + "LXGWWenKai-Regular.ttf"),
        'With Reserved Font Names "霞鹜" and "LXGW".',
        "",
        "This file is a Modified Version of LXGW WenKai 1.250: cut to fewer characters and",
        "renamed by recipe.sh.",
        "",
        "This Font Software is licensed under the SIL Open Font License, Version 1.1.",
        "This license is copied below, and is also available with a FAQ at:",
        "https://scripts.sil.org/OFL",
        "",
    ]) + "\n" + body)

    fandol = DOC + "texlive-doc/fonts/fandol/"
    write("COPYING-Fandol.txt", "\n".join([
        "FandolKai-Regular.ttf, FandolFang-Regular.ttf",
        copyright_line(TEX + "FandolKai-Regular.otf"),
        "",
        "Modified in November 2026 for Safety 365: cut to fewer characters, CFF outlines turned",
        "into TrueType outlines, by recipe.sh and recipe.py (which are the way to build them from",
        "the original fonts). The font exception at the end of this file is extended to these",
        "modified versions.",
        "",
        "The package's README, then its COPYING, unchanged:",
        "",
        "-" * 76,
        "",
    ]) + "\n" + read(fandol + "README").rstrip() + "\n\n" + "-" * 76 + "\n\n" + read(fandol + "COPYING.gz"))


if __name__ == "__main__":
    licences()
    for whole in WHOLE:
        shutil.copyfile(f"{CACHE}/liberation/{whole}.ttf", f"{OUT}/{whole}.ttf")
    with Pool(2, maxtasksperchild=1) as pool:
        pool.map(cut, FACES, chunksize=1)
