#!/usr/bin/env python3
"""Packs a TrueType file for reading in parts.

usage: pack.py IN.ttf OUT.ttf.zst

The outlines (glyf) are moved to the end of the file, and the file is compressed as
a row of zstd frames: one for all that stands before the outlines, then one for each
128 KiB of them. Any zstd program unpacks the whole; the program itself unpacks only
the frames whose glyphs it draws (fonts/frames.go). A file below 1 MB is left in its
own order and in one frame.
"""
import os, subprocess, sys, tempfile
from fontTools.ttLib import TTFont, reorderFontTables

FRAME = 128 << 10
WHOLE = 1 << 20


def outlines_last(path):
    """The bytes of the file with glyf as its last table, and where glyf begins."""
    font = TTFont(path, lazy=True)
    order = [t for t in font.reader.keys() if t not in ("glyf", "GlyphOrder")] + ["glyf"]
    with open(path, "rb") as source, tempfile.TemporaryFile() as target:
        reorderFontTables(source, target, order)
        target.seek(0)
        data = target.read()
    count = int.from_bytes(data[4:6], "big")
    for i in range(count):
        record = data[12 + 16 * i:28 + 16 * i]
        if record[:4] == b"glyf":
            return data, int.from_bytes(record[8:12], "big")
    raise SystemExit(path + ": no glyf table")


def frame(data):
    """One zstd frame with its content size in the header."""
    with tempfile.NamedTemporaryFile() as part:
        part.write(data)
        part.flush()
        return subprocess.run(["zstd", "--quiet", "-19", "-T1", "--stdout", part.name], check=True, stdout=subprocess.PIPE).stdout


def main(source, target):
    if os.path.getsize(source) < WHOLE:
        with open(source, "rb") as f:
            parts = [f.read()]
    else:
        data, start = outlines_last(source)
        parts = [data[:start]] + [data[i:i + FRAME] for i in range(start, len(data), FRAME)]
    with open(target, "wb") as f:
        for part in parts:
            f.write(frame(part))


main(*sys.argv[1:])
