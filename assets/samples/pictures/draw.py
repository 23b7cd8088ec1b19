#!/usr/bin/env python3
"""Draws every picture of the samples. No photograph and no foreign artwork is used.

    apt-get install python3-cairo python3-pil webp fonts-noto-cjk
    /usr/bin/python3 assets/samples/pictures/draw.py          # all of them
    /usr/bin/python3 assets/samples/pictures/draw.py drill    # only drill.webp

Beside this file it writes workshop.jpg, meeting.png, drill.webp, portrait.jpg
(EXIF orientation 6: stored lying on its side), scaffold.jpg, equipment.png (with
alpha), rectification.png, near-misses.png and sign.bmp. Nothing is random: the
same versions of cairo, Pillow and cwebp write the same bytes.
"""
import io
import math
import os
import subprocess
import sys
import tempfile

import cairo
from PIL import Image

HERE = os.path.dirname(os.path.abspath(__file__))

NAVY, INK, TEAL, MIST, SKY = "#17324d", "#24425e", "#1f7a8c", "#bfdbe3", "#e4f0f2"
ORANGE, AMBER, CREAM, SAND = "#f0702a", "#ffc145", "#fbf4e6", "#ecdcc0"
RED, GREEN, WHITE, STEEL, SLATE = "#d23c3a", "#2f8f5b", "#ffffff", "#93a9b8", "#5b7487"
SKIN, SKIN2, SKIN3 = "#f0bf95", "#d99f72", "#b97c55"


def rgb(c, a=1.0):
    c = c.lstrip("#")
    return tuple(int(c[i:i + 2], 16) / 255 for i in (0, 2, 4)) + (a,)


def mix(a, b, t):
    x, y = rgb(a), rgb(b)
    return "#" + "".join("%02x" % round(255 * (p + (q - p) * t)) for p, q in zip(x[:3], y[:3]))


class Canvas:
    """A cairo surface with the few shapes that flat drawing needs."""

    def __init__(self, w, h, background=None):
        self.w, self.h = w, h
        self.surface = cairo.ImageSurface(cairo.FORMAT_ARGB32, w, h)
        self.c = cairo.Context(self.surface)
        self.c.set_line_cap(cairo.LINE_CAP_ROUND)
        self.c.set_line_join(cairo.LINE_JOIN_ROUND)
        if background:
            self.rect(0, 0, w, h, background)

    def fill(self, color, a=1.0):
        self.c.set_source_rgba(*rgb(color, a))
        self.c.fill()

    def rect(self, x, y, w, h, color, r=0, a=1.0):
        c = self.c
        c.new_path()
        if r:
            r = min(r, w / 2, h / 2)
            c.arc(x + w - r, y + r, r, -math.pi / 2, 0)
            c.arc(x + w - r, y + h - r, r, 0, math.pi / 2)
            c.arc(x + r, y + h - r, r, math.pi / 2, math.pi)
            c.arc(x + r, y + r, r, math.pi, 1.5 * math.pi)
            c.close_path()
        else:
            c.rectangle(x, y, w, h)
        self.fill(color, a)

    def poly(self, points, color, a=1.0):
        self.c.new_path()
        for p in points:
            self.c.line_to(*p)
        self.c.close_path()
        self.fill(color, a)

    def circle(self, x, y, r, color, a=1.0, ry=None):
        c = self.c
        c.save()
        c.new_path()
        c.translate(x, y)
        c.scale(r, ry or r)
        c.arc(0, 0, 1, 0, 2 * math.pi)
        c.restore()
        self.fill(color, a)

    def line(self, points, width, color, a=1.0, cap="round", dash=None):
        c = self.c
        c.save()
        c.new_path()
        for p in points:
            c.line_to(*p)
        if cap == "butt":
            c.set_line_cap(cairo.LINE_CAP_BUTT)
        if dash:
            c.set_dash(dash)
        c.set_line_width(width)
        c.set_source_rgba(*rgb(color, a))
        c.stroke()
        c.restore()

    def curve(self, p, width=None, color=None, a=1.0, close=False):
        """p: a start point, then cubic segments of three points each."""
        c = self.c
        c.new_path()
        c.move_to(*p[0])
        for i in range(1, len(p), 3):
            c.curve_to(*p[i], *p[i + 1], *p[i + 2])
        if close:
            c.close_path()
        c.set_source_rgba(*rgb(color, a))
        if width:
            c.set_line_width(width)
            c.stroke()
        else:
            c.fill()

    def ring(self, x, y, r, width, color, a0=0, a1=360, a=1.0):
        c = self.c
        c.new_path()
        c.arc(x, y, r, math.radians(a0), math.radians(a1))
        c.set_line_width(width)
        c.set_source_rgba(*rgb(color, a))
        c.stroke()

    def shade(self, x, y, w, h, top, bottom, a0=1.0, a1=1.0):
        g = cairo.LinearGradient(0, y, 0, y + h)
        g.add_color_stop_rgba(0, *rgb(top, a0))
        g.add_color_stop_rgba(1, *rgb(bottom, a1))
        self.c.rectangle(x, y, w, h)
        self.c.set_source(g)
        self.c.fill()

    def text(self, s, x, y, size, color, align=0.0, bold=False, family="Noto Sans CJK SC"):
        c = self.c
        c.select_font_face(family, cairo.FONT_SLANT_NORMAL,
                           cairo.FONT_WEIGHT_BOLD if bold else cairo.FONT_WEIGHT_NORMAL)
        c.set_font_size(size)
        c.move_to(x - align * c.text_extents(s).x_advance, y)
        c.set_source_rgba(*rgb(color))
        c.show_text(s)
        c.new_path()

    def image(self, mode="RGB"):
        b = io.BytesIO()
        self.surface.write_to_png(b)
        b.seek(0)
        return Image.open(b).convert(mode)


# ---------------------------------------------------------------- small parts

def helmet(k, x, y, r, color, side=0):
    """A hard hat whose rim lies at y; side -1 or 1 moves the peak."""
    dark = mix(color, NAVY, 0.22)
    c = k.c
    c.new_path()
    c.arc(x, y, r, math.pi, 2 * math.pi)
    c.close_path()
    k.fill(color)
    c.new_path()
    c.arc(x, y, r, -0.5 * math.pi, 0)
    c.line_to(x + r * 0.42, y)
    c.curve_to(x + r * 0.42, y - r * 0.5, x + r * 0.3, y - r * 0.85, x, y - r)
    k.fill(dark, 0.35)
    k.rect(x - r * 0.16, y - r * 1.1, r * 0.32, r * 0.95, mix(color, WHITE, 0.35), r * 0.16)
    k.rect(x - r * 1.14 - max(0, -side) * r * 0.34, y - r * 0.14,
           r * 2.28 + abs(side) * r * 0.34, r * 0.26, dark, r * 0.13)


def person(k, x, y, h, left, right, hat=AMBER, shirt=TEAL, trousers=NAVY, vest=ORANGE,
           skin=SKIN, stance=7, hair="#3a2c28", side=0, upto=100, hands=True, front="both", bob=False):
    """Someone who stands on (x, y), h pixels tall. left and right are the elbow and
    the hand of either arm, in hundredths of h from the feet, up being positive.
    front tells which arms lie before the body."""
    u = h / 100
    P = lambda a, b: (x + a * u, y - b * u)

    def arm(j, sx):
        e, d = j
        k.line([P(sx, 76), P(*e), P(*d)], 7.2 * u, shirt)
        k.line([P(*e), P(*d)], 7.2 * u, mix(shirt, NAVY, 0.1))
        if hands:
            k.circle(*P(*d), 3.9 * u, skin)

    if upto == 100:
        for s in (-1, 1):
            k.line([P(s * 4.6, 48), P(s * stance, 5)], 9.4 * u, trousers if s < 0 else mix(trousers, INK, 0.7))
            k.rect(x + (s * stance - 5.2 + (1.6 * side)) * u, y - 5.5 * u, 10.4 * u, 5.5 * u, "#2b2420", 2.2 * u)
    if front in ("right", "none"):
        arm(left, -11.5)
    if front in ("left", "none"):
        arm(right, 11.5)
    k.curve([P(-9, 81), P(-15, 80), P(-15.5, 76), P(-14.5, 68), P(-12, 58), P(-11, 50), P(-11, 43),
             P(-5, 41.6), P(5, 41.6), P(11, 43), P(11, 50), P(12, 58), P(14.5, 68),
             P(15.5, 76), P(15, 80), P(9, 81)], color=shirt, close=True)
    if vest:
        k.curve([P(-6, 81.4), P(-9, 81), P(-12, 79), P(-11.6, 72), P(-11, 60), P(-11, 52), P(-11.2, 44),
                 P(-5, 42.6), P(5, 42.6), P(11.2, 44), P(11, 52), P(11, 60), P(11.6, 72),
                 P(12, 79), P(9, 81), P(6, 81.4), P(3, 76), P(1, 72), P(0, 70), P(-1, 72), P(-3, 76), P(-6, 81.4)],
                color=vest, close=True)
        for b in (50, 58.5):
            k.line([P(-10.6, b), P(10.6, b)], 3.0 * u, "#f7efc8", cap="butt")
        for s in (-1, 1):
            k.line([P(s * 7.6, 80), P(s * 7.4, 60)], 2.4 * u, "#f7efc8", cap="butt")
        k.line([P(0, 70), P(0, 43)], 0.6 * u, mix(vest, NAVY, 0.4))
    if bob:
        k.rect(x - 8.6 * u, y - 98 * u, 17.2 * u, 19.5 * u, hair, 8 * u)
    k.line([P(0, 79), P(0, 85)], 6.4 * u, mix(skin, "#8a5a3c", 0.25))
    if not vest:
        for s in (-1, 1):
            k.poly([P(s * 3.1, 82.6), P(s * 5.6, 81.4), P(s * 3.8, 74.8), P(0, 75.6)], mix(shirt, WHITE, 0.45))
    k.circle(*P(0, 89.5), 6.9 * u, skin, ry=7.6 * u)
    for s in (-1, 1):
        if side != s:
            k.circle(*P(s * 6.8, 89), 1.7 * u, mix(skin, "#8a5a3c", 0.18))
    d = 1.8 * side
    for s in (-1, 1):
        k.circle(*P(s * 2.5 + d, 89.6), 0.75 * u, "#33241f")
    k.curve([P(-2 + d, 86.2), P(-1 + d, 85.1), P(1 + d, 85.1), P(2 + d, 86.2)], 0.75 * u, mix(skin, "#6a3322", 0.75))
    if hat:
        helmet(k, x, y - 92.4 * u, 8.2 * u, hat, side)
    else:
        k.c.new_path()
        k.c.arc(x, y - 91.5 * u, 7.5 * u, math.pi, 2 * math.pi)
        k.c.curve_to(x + 5 * u, y - 94.5 * u, x - 2 * u, y - 94.5 * u, x - 7.5 * u, y - 91.5 * u)
        k.fill(hair)
    if front in ("both", "left"):
        arm(left, -11.5)
    if front in ("both", "right"):
        arm(right, 11.5)


def back(k, x, y, r, shirt, hair, bun=False):
    """Someone seated with the back to us; y is the chin."""
    k.curve([(x - 2.5 * r, y + 4.6 * r), (x - 2.5 * r, y + 1.6 * r), (x - 1.6 * r, y + .8 * r), (x, y + .7 * r),
             (x + 1.6 * r, y + .8 * r), (x + 2.5 * r, y + 1.6 * r), (x + 2.5 * r, y + 4.6 * r)], color=shirt, close=True)
    k.line([(x, y - .1 * r), (x, y + .7 * r)], .8 * r, mix(SKIN2, "#8a5a3c", .2))
    for s in (-1, 1):
        k.circle(x + s * r * .96, y - .42 * r, r * .2, SKIN2, ry=r * .27)
    k.circle(x, y - .25 * r, r * .9, SKIN2, ry=.96 * r)
    k.curve([(x - r, y - .2 * r), (x - 1.16 * r, y - 1.2 * r), (x - .7 * r, y - 1.72 * r), (x, y - 1.72 * r),
             (x + .7 * r, y - 1.72 * r), (x + 1.16 * r, y - 1.2 * r), (x + r, y - .2 * r),
             (x + .8 * r, y + .35 * r), (x + .4 * r, y + .42 * r), (x, y + .42 * r),
             (x - .4 * r, y + .42 * r), (x - .8 * r, y + .35 * r), (x - r, y - .2 * r)], color=hair, close=True)
    if bun:
        k.circle(x, y - 1.55 * r, r * .46, hair)
        k.circle(x, y - 1.22 * r, r * .3, mix(hair, ORANGE, .5), ry=r * .1)


def extinguisher(k, x, y, h):
    w = h * .3
    k.rect(x - w / 2, y - h * .8, w, h * .8, RED, w * .42)
    k.rect(x - w / 2, y - h * .5, w, h * .24, CREAM)
    k.rect(x - w * .2, y - h * .46, w * .4, h * .16, RED, 3)
    k.rect(x - w * .16, y - h * .9, w * .32, h * .14, NAVY)
    k.line([(x - w * .3, y - h * .93), (x + w * .5, y - h)], h * .045, NAVY)
    k.curve([(x + w * .1, y - h * .88), (x + w, y - h * .9), (x + w * .95, y - h * .5), (x + w * .72, y - h * .3)],
            h * .045, NAVY)


def triangle(k, x, y, r):
    """A warning sign: yellow, black edge, exclamation mark; r from centre to corner."""
    T = lambda q: [(x + q * math.sin(math.radians(a)), y - q * math.cos(math.radians(a))) for a in (0, 120, 240)]
    p = T(r * .9)
    k.line(p + p[:1], r * .2, "#20242a")
    k.poly(p, "#20242a")
    p = T(r * .72)
    k.line(p + p[:1], r * .1, "#ffcf33")
    k.poly(p, "#ffcf33")
    k.poly([(x - r * .1, y - r * .36), (x + r * .1, y - r * .36), (x + r * .05, y + r * .14), (x - r * .05, y + r * .14)], "#20242a")
    k.circle(x, y + r * .29, r * .085, "#20242a")


def must_wear(k, x, y, r):
    """A mandatory sign: blue disc with a helmeted head."""
    k.circle(x, y, r, WHITE)
    k.circle(x, y, r * .93, "#1d5fa8")
    k.circle(x, y + r * .12, r * .36, WHITE, ry=r * .42)
    helmet(k, x, y - r * .04, r * .47, WHITE)
    k.line([(x - r * .5, y - r * .02), (x + r * .5, y - r * .02)], r * .05, "#1d5fa8")


def assembly(k, x, y, s):
    """The assembly-point sign: white on green."""
    k.rect(x - s, y - s, 2 * s, 2 * s, WHITE, s * .1)
    k.rect(x - s * .93, y - s * .93, s * 1.86, s * 1.86, "#16805a", s * .08)
    for dx, dy, q in ((0, -.05, 1), (-.3, .08, .8), (.3, .08, .8)):
        k.circle(x + dx * s, y + (dy - .18 * q) * s, s * .105 * q, WHITE)
        k.curve([(x + (dx - .14 * q) * s, y + (dy + .3 * q) * s), (x + (dx - .17 * q) * s, y + (dy - .04 * q) * s),
                 (x + (dx + .17 * q) * s, y + (dy - .04 * q) * s), (x + (dx + .14 * q) * s, y + (dy + .3 * q) * s)], color=WHITE, close=True)
    for sx in (-1, 1):
        for sy in (-1, 1):
            a, b = x + sx * s * .78, y + sy * s * .78
            t = (x + sx * s * .48, y + sy * s * .48)
            k.line([(a, b), t], s * .1, WHITE, cap="butt")
            k.poly([(x + sx * s * .4, y + sy * s * .4), (t[0] + sx * s * .16, t[1] - sy * s * .04),
                    (t[0] - sx * s * .04, t[1] + sy * s * .16)], WHITE)


def hazard_band(k, x, y, w, h):
    k.c.save()
    k.c.rectangle(x, y, w, h)
    k.c.clip()
    k.rect(x, y, w, h, AMBER)
    for i in range(-2, int(w / h) + 2, 2):
        k.poly([(x + i * h, y + h), (x + (i + 1) * h, y + h), (x + (i + 2) * h, y), (x + (i + 1) * h, y)], NAVY)
    k.c.restore()


def plant(k, x, y, s):
    for a, l in ((-60, .8), (-32, 1), (-8, 1.16), (18, 1.05), (44, .9), (66, .7)):
        t = math.radians(a)
        ex, ey = x + math.sin(t) * s * l, y - s * .5 - math.cos(t) * s * l
        nx, ny = math.cos(t) * s * .2, math.sin(t) * s * .2
        mx, my = (x + ex) / 2, (y - s * .5 + ey) / 2
        k.curve([(x, y - s * .5), (mx - nx, my - ny), (mx - nx, my - ny), (ex, ey),
                 (mx + nx, my + ny), (mx + nx, my + ny), (x, y - s * .5)], color=mix(GREEN, NAVY, .1 + abs(a) / 300), close=True)
    k.poly([(x - s * .42, y - s * .55), (x + s * .42, y - s * .55), (x + s * .32, y), (x - s * .32, y)], mix(ORANGE, "#8a4a2a", .35))


# ------------------------------------------------------------------- pictures

def workshop():
    k = Canvas(1800, 1080)
    k.shade(0, 0, 1800, 820, "#d8e8ec", "#f6efe0")
    for i in range(5):                                          # windows
        x = 70 + i * 350
        k.rect(x, 205, 270, 300, INK, 8)
        k.shade(x + 12, 217, 246, 276, "#8fc4d2", "#e8f4f2")
        k.c.save(); k.c.rectangle(x + 12, 217, 246, 276); k.c.clip()
        k.poly([(x + 150, 210), (x + 230, 210), (x + 90, 500), (x + 10, 500)], WHITE, .38)
        k.c.restore()
        for q in (82, 164):
            k.line([(x + 12 + q, 217), (x + 12 + q, 493)], 7, INK, cap="butt")
        k.line([(x + 12, 320), (x + 258, 320)], 7, INK, cap="butt")
    for i in range(5):                                          # light shafts
        x = 70 + i * 350
        k.poly([(x, 505), (x + 270, 505), (x + 130, 1000), (x - 250, 1000)], WHITE, .13)
    k.rect(0, 60, 1800, 26, NAVY)                               # truss and crane
    for i in range(19):
        x = i * 100
        k.line([(x, 0), (x + 50, 73), (x + 100, 0)], 9, INK)
    k.rect(0, 148, 1800, 30, AMBER)
    k.rect(0, 172, 1800, 9, mix(AMBER, NAVY, .3))
    k.rect(1010, 128, 150, 74, ORANGE, 10)
    k.rect(1040, 148, 90, 34, NAVY, 6)
    k.line([(1085, 202), (1085, 330)], 6, NAVY)
    k.rect(1066, 322, 38, 36, ORANGE, 6)
    k.ring(1085, 384, 20, 9, NAVY, -80, 150)
    k.rect(0, 640, 1800, 180, TEAL, a=.16)                      # dado
    k.shade(0, 800, 1800, 280, "#c9bda6", "#b3a68d")            # floor
    k.poly([(0, 935), (1800, 935), (1800, 957), (0, 957)], AMBER)
    k.poly([(0, 957), (1800, 957), (1800, 1080), (0, 1080)], "#9fb5a4", .55)
    # press
    k.circle(1370, 842, 300, NAVY, .18, ry=24)
    k.rect(1130, 330, 500, 120, TEAL, 18)
    k.rect(1130, 330, 500, 34, mix(TEAL, WHITE, .25), 18)
    k.rect(1150, 430, 90, 400, mix(TEAL, NAVY, .22))
    k.rect(1520, 430, 90, 400, mix(TEAL, NAVY, .22))
    k.rect(1290, 440, 180, 130, STEEL, 6)
    k.rect(1320, 570, 120, 34, SLATE)
    k.rect(1240, 690, 280, 140, NAVY)
    k.rect(1262, 664, 236, 30, STEEL)
    k.rect(1322, 636, 116, 28, mix(ORANGE, AMBER, .4), 5)
    hazard_band(k, 1130, 804, 500, 34)
    for i in range(7):                                          # guard
        k.line([(1256 + i * 42, 462), (1256 + i * 42, 684)], 4, AMBER, .8)
    k.line([(1240, 462), (1520, 462)], 8, AMBER)
    k.line([(1240, 684), (1520, 684)], 8, AMBER)
    triangle(k, 1565, 500, 36)
    k.rect(1155, 372, 190, 40, NAVY, 8)
    for i, q in enumerate((GREEN, AMBER, RED)):
        k.circle(1420 + i * 56, 392, 17, q)
        k.circle(1415 + i * 56, 387, 5, WHITE, .6)
    k.line([(1180, 330), (1180, 282)], 10, SLATE)
    k.rect(1164, 236, 32, 22, RED, 8); k.rect(1164, 256, 32, 22, AMBER); k.rect(1164, 276, 32, 24, GREEN, 6)
    # conveyor
    k.circle(420, 842, 380, NAVY, .16, ry=20)
    for x in (120, 400, 680):
        k.line([(x, 730), (x, 835)], 18, SLATE)
    k.rect(40, 690, 750, 52, NAVY, 26)
    for i in range(10):
        k.circle(75 + i * 75, 716, 14, STEEL)
    for x, w, h, q in ((110, 120, 96, SAND), (270, 92, 128, mix(SAND, ORANGE, .25)), (640, 110, 88, SAND)):
        k.rect(x, 690 - h, w, h, q, 4)
        k.rect(x + w * .42, 690 - h, w * .16, h, mix(q, "#8a5a3c", .3))
        k.rect(x + w * .1, 690 - h * .34, w * .22, h * .18, WHITE)
    # wall signs
    must_wear(k, 900, 585, 52)
    triangle(k, 765, 592, 60)
    extinguisher(k, 835, 826, 130)
    # people
    k.circle(500, 936, 110, NAVY, .2, ry=14)
    person(k, 500, 930, 470, ((-20, 62), (-4, 58)), ((22, 68), (34, 80)), hat=WHITE, side=1, skin=SKIN)
    k.c.save(); k.c.translate(478, 645); k.c.rotate(-.18)
    k.rect(-52, -38, 92, 118, NAVY, 8); k.rect(-44, -24, 76, 96, CREAM); k.rect(-24, -46, 36, 18, STEEL, 5)
    for i in range(4):
        k.rect(-36, -10 + i * 20, 10, 10, TEAL); k.rect(-20, -8 + i * 20, 44 - 8 * (i % 2), 6, STEEL)
    k.c.restore()
    k.circle(446, 700, 18, SKIN)
    k.circle(1035, 976, 110, NAVY, .2, ry=14)
    person(k, 1035, 970, 480, ((-20, 60), (-15, 44)), ((21, 64), (32, 71)), hat=AMBER, shirt="#35618a", side=1, skin=SKIN2)
    k.rect(1164, 600, 84, 116, NAVY, 10); k.rect(1176, 612, 60, 40, MIST, 4)   # control box
    for i in range(3):
        k.circle(1184 + i * 22, 676, 8, (GREEN, AMBER, RED)[i])
    k.rect(1196, 716, 20, 120, SLATE)
    k.circle(1188, 634, 19, SKIN2)
    k.circle(1725, 1000, 60, NAVY, .2, ry=9)
    k.poly([(1725, 830), (1765, 992), (1685, 992)], ORANGE)     # cone
    k.poly([(1714, 875), (1736, 875), (1746, 915), (1704, 915)], WHITE)
    k.poly([(1699, 935), (1751, 935), (1758, 965), (1692, 965)], WHITE)
    k.rect(1670, 985, 110, 16, mix(ORANGE, NAVY, .3), 6)
    return k.image()


def meeting():
    k = Canvas(1800, 1080)
    k.shade(0, 0, 1800, 1080, "#eaf1f0", "#f8efdd")
    for i in range(3):                                          # window wall
        x = 60 + i * 168
        k.rect(x, 110, 150, 430, WHITE, 6)
        k.shade(x + 10, 120, 130, 410, "#a9d2dc", "#fbeccb")
    for x, w, h in ((70, 70, 130), (150, 54, 190), (238, 90, 110), (330, 50, 230), (392, 72, 150), (470, 60, 90)):
        for i in range(3):
            X0 = 70 + i * 168
            a, b = max(x, X0), min(x + w, X0 + 130)
            if b > a:
                k.rect(a, 530 - h, b - a, h, TEAL, a=.35)
    k.rect(40, 538, 530, 20, SAND, 4)
    k.rect(0, 640, 1800, 440, "#dccbb0")                        # floor
    k.rect(0, 622, 1800, 20, "#cdb893")
    k.rect(1706, 120, 94, 500, TEAL, a=.15)
    # screen
    k.rect(640, 84, 700, 430, NAVY, 14)
    k.rect(658, 102, 664, 394, "#f9fbfb", 4)
    k.rect(658, 102, 664, 66, TEAL)
    k.rect(684, 125, 300, 20, WHITE, 10)
    k.rect(1000, 125, 130, 20, AMBER, 10)
    for i, (v, q) in enumerate(((120, MIST), (150, MIST), (172, MIST), (206, TEAL), (240, ORANGE))):
        k.rect(700 + i * 66, 458 - v, 44, v, q, 5)
    k.rect(690, 458, 340, 5, SLATE)
    k.line([(722, 320), (788, 290), (854, 268), (920, 232), (986, 200)], 6, NAVY)
    for p in ((722, 320), (788, 290), (854, 268), (920, 232), (986, 200)):
        k.circle(*p, 9, NAVY); k.circle(*p, 4, WHITE)
    sx, sy = 1190, 300                                          # shield
    k.curve([(sx, sy - 92), (sx + 34, sy - 62), (sx + 70, sy - 58), (sx + 82, sy - 60), (sx + 88, sy + 40), (sx + 40, sy + 84), (sx, sy + 108),
             (sx - 40, sy + 84), (sx - 88, sy + 40), (sx - 82, sy - 60), (sx - 70, sy - 58), (sx - 34, sy - 62), (sx, sy - 92)], color=GREEN, close=True)
    k.line([(sx - 38, sy + 6), (sx - 10, sy + 36), (sx + 44, sy - 26)], 18, WHITE)
    for i in range(3):
        k.rect(1110, 432 + i * 18, 160 - 34 * i, 8, MIST, 4)
    plant(k, 1730, 664, 130)
    # speaker
    person(k, 1480, 700, 560, ((-20, 64), (-34, 76)), ((19, 60), (11, 55)), hat=None, shirt="#2f4f78", vest=None, trousers=NAVY, side=-1, skin=SKIN2)
    k.line([(1290, 274), (1262, 250)], 5, "#6b4a2c")
    k.rect(1420, 470, 190, 22, mix("#8a5a3c", SAND, .2), 6)
    k.poly([(1436, 492), (1594, 492), (1574, 760), (1456, 760)], mix("#8a5a3c", SAND, .35))
    k.rect(1462, 456, 80, 14, CREAM, 3)
    k.line([(1570, 470), (1560, 410), (1548, 398)], 5, NAVY); k.circle(1546, 396, 9, NAVY)
    # far row, the table hides the rest
    row = ((250, TEAL, SKIN, "#2f2522", None), (520, "#5a6f86", SKIN2, "#40302a", None), (790, ORANGE, SKIN, "#2b2220", None),
           (1060, "#35618a", SKIN3, "#1f1815", None), (1290, mix(TEAL, GREEN, .5), SKIN, "#4a3428", None))
    for i, (x, q, s, hr, ht) in enumerate(row):
        h = 560
        k.rect(x - 78, 600, 156, 200, SLATE, 26)
        L, R = ((-19, 58), (-8, 50)), ((19, 58), (8, 50))
        if i == 2:
            R = ((22, 62), (17, 78))
        person(k, x, 1010, h, L, R, hat=ht, shirt=q, vest=None, skin=s, hair=hr, upto=50, side=(0, 1, 1, 0, 1)[i], bob=i in (0, 2, 4))
    # table
    k.poly([(60, 770), (1740, 770), (1800, 850), (1800, 930), (0, 930), (0, 850)], "#b98a5c")
    k.poly([(100, 742), (1700, 742), (1800, 872), (0, 872)], "#d6a878")
    k.poly([(100, 742), (1700, 742), (1712, 757), (88, 757)], "#e5be92")
    for x in (240, 510, 785, 1050, 1290):
        k.poly([(x - 62, 790), (x + 50, 790), (x + 66, 836), (x - 74, 836)], CREAM)
        for j in range(3):
            k.line([(x - 50 - 3 * j, 799 + j * 11), (x + 40 + 2 * j - 18 * (j == 2), 799 + j * 11)], 4, STEEL)
        k.rect(x + 82, 772, 34, 42, WHITE, 8); k.rect(x + 82, 772, 34, 10, TEAL, 5); k.ring(x + 120, 792, 10, 5, WHITE)
    helmet(k, 680, 806, 27, AMBER); helmet(k, 130, 826, 40, WHITE)
    # near row from behind
    for x, q, hr, bun in ((180, INK, "#332723", False), (620, mix(ORANGE, NAVY, .12), "#4a352c", True),
                          (1060, mix(TEAL, NAVY, .2), "#2d2320", False), (1500, "#5a6f86", "#41302a", True)):
        back(k, x, 966, 66, q, hr, bun)
        k.rect(x - 150, 1046, 300, 90, SLATE, 36)
    return k.image()


def cloud(k, x, y, s, color, a=1.0):
    k.c.push_group()
    for dx, dy, r in ((-1.5, .25, .6), (-.75, -.2, .85), (.1, -.45, 1), (.95, -.1, .8), (1.55, .28, .55), (0, .3, .8), (-.8, .4, .6), (.8, .4, .6)):
        k.circle(x + dx * s, y + dy * s, r * s, color)
    k.c.pop_group_to_source()
    k.c.paint_with_alpha(a)


def flame(k, x, y, s):
    def tongue(q, col, dx=0):
        k.curve([(x + dx, y), (x + dx - q * .75, y - q * .1), (x + dx - q * .62, y - q * .8), (x + dx - q * .2, y - q * 1.15),
                 (x + dx - q * .12, y - q * 1.4), (x + dx + q * .02, y - q * 1.6), (x + dx + q * .02, y - q * 1.9),
                 (x + dx + q * .5, y - q * 1.45), (x + dx + q * .8, y - q * .5), (x + dx, y)], color=col, close=True)
    tongue(s * .72, RED, -s * .42)
    tongue(s * .66, RED, s * .46)
    tongue(s, ORANGE)
    tongue(s * .62, AMBER, s * .03)
    tongue(s * .34, CREAM, s * .04)


def drill():
    k = Canvas(1800, 1080)
    k.shade(0, 0, 1800, 700, "#9fd0dd", "#fdf0d5")
    k.circle(1540, 190, 82, AMBER, .9)
    cloud(k, 380, 150, 62, WHITE, 1); cloud(k, 1180, 118, 44, WHITE, 1)
    # plant in the distance
    k.poly([(0, 560), (260, 500), (620, 560), (980, 480), (1400, 552), (1800, 505), (1800, 700), (0, 700)], "#8fbcae")
    k.rect(40, 400, 560, 300, MIST)
    for i in range(4):
        x = 40 + i * 140
        k.poly([(x, 400), (x + 140, 330), (x + 140, 400)], mix(MIST, TEAL, .35))
        k.poly([(x + 22, 400), (x + 132, 344), (x + 132, 400)], WHITE, .4)
    for i in range(6):
        k.rect(74 + i * 88, 450, 56, 74, mix(TEAL, NAVY, .2), 4)
    k.rect(74, 580, 150, 120, SLATE, 4); k.rect(430, 580, 120, 120, SLATE, 4)
    for j in range(5):
        k.line([(78, 596 + j * 22), (220, 596 + j * 22)], 3, STEEL)
    k.rect(650, 300, 44, 400, SAND); k.rect(650, 330, 44, 36, RED); k.rect(650, 402, 44, 36, RED)
    k.rect(740, 470, 150, 230, CREAM, 10); k.circle(815, 474, 75, CREAM, ry=30); k.circle(815, 474, 75, SAND, .6, ry=30)
    k.line([(694, 560), (740, 560)], 12, STEEL)
    k.shade(0, 690, 1800, 390, "#d5c9ae", "#c3b594")            # yard
    k.poly([(0, 770), (1800, 742), (1800, 756), (0, 786)], WHITE, .55)
    # fire engine
    k.c.save(); k.c.translate(-30, 0)
    k.circle(1400, 706, 300, NAVY, .18, ry=16)
    k.rect(1150, 470, 350, 190, RED, 12)
    k.rect(1490, 505, 170, 155, RED, 20)
    k.rect(1534, 525, 104, 70, "#cfe7ee", 10)
    k.rect(1150, 590, 510, 20, WHITE)
    k.rect(1180, 500, 90, 74, mix(RED, NAVY, .35), 6); k.rect(1290, 500, 90, 74, mix(RED, NAVY, .35), 6); k.rect(1400, 500, 76, 74, mix(RED, NAVY, .35), 6)
    k.line([(1165, 452), (1520, 452)], 8, STEEL); k.line([(1165, 432), (1520, 432)], 8, STEEL)
    for i in range(12):
        k.line([(1180 + i * 29, 432), (1180 + i * 29, 452)], 5, STEEL)
    k.rect(1560, 484, 60, 22, "#3b7fd0", 8)
    for x in (1245, 1420, 1590):
        k.circle(x, 664, 44, "#262a30"); k.circle(x, 664, 20, STEEL)
    for x in (1200, 1480):
        k.line([(x, 452), (x, 474)], 8, STEEL)
    k.c.restore()
    # smoke and fire pan
    for x, y, s, q in ((690, 130, 60, .60), (775, 225, 76, .48), (850, 330, 84, .34), (892, 435, 70, .2), (880, 530, 52, .08)):
        cloud(k, x, y, s, mix("#3d4650", "#c9dde2", q))
    k.circle(880, 900, 190, NAVY, .2, ry=24)
    flame(k, 880, 872, 150)
    k.poly([(720, 856), (1040, 856), (1010, 912), (750, 912)], SLATE)
    k.circle(880, 856, 160, STEEL, ry=20)
    k.circle(880, 858, 146, "#3a3f45", ry=14)
    flame(k, 880, 862, 112)
    # spray
    k.c.push_group()
    for i in range(13):
        t = i / 12
        k.circle(622 + 180 * t, 778 + 60 * t, 9 + 38 * t, WHITE)
    k.c.pop_group_to_source()
    k.c.paint_with_alpha(.8)
    # trainee with extinguisher, trainer
    k.circle(520, 962, 110, NAVY, .2, ry=14)
    person(k, 520, 955, 450, ((-18, 58), (-12, 42)), ((19, 60), (19, 44)), hat=AMBER, side=1, skin=SKIN, stance=10)
    extinguisher(k, 470, 905, 150)
    k.circle(467, 768, 17, SKIN)
    k.curve([(488, 772), (560, 700), (590, 700), (606, 757)], 9, "#22262c")
    k.line([(602, 752), (630, 782)], 15, "#22262c")
    k.circle(606, 758, 18, SKIN)
    k.circle(290, 992, 110, NAVY, .2, ry=14)
    person(k, 290, 985, 470, ((-18, 66), (2, 71)), ((22, 70), (36, 74)), hat=WHITE, shirt="#35618a", side=1, skin=SKIN2)
    # assembly point
    k.line([(1700, 470), (1700, 860)], 14, SLATE)
    assembly(k, 1700, 420, 92)
    k.circle(1700, 862, 46, NAVY, .2, ry=8)
    # evacuated staff
    for x, y, h, q, s, ht, v in ((1640, 890, 350, mix(TEAL, GREEN, .5), SKIN, None, None), (1480, 915, 370, "#5a6f86", SKIN, None, None),
                              (1560, 945, 385, TEAL, SKIN2, AMBER, ORANGE), (1728, 950, 390, "#35618a", SKIN, AMBER, ORANGE)):
        k.circle(x, y + 4, 78, NAVY, .18, ry=10)
        person(k, x, y, h, ((-16, 58), (-13, 43)), ((16, 58), (13, 43)), hat=ht, shirt=q, vest=v, skin=s, side=-1, bob=x in (1480, 1640), trousers=NAVY if v else INK)
    k.circle(1200, 986, 110, NAVY, .2, ry=14)
    person(k, 1200, 980, 440, ((-18, 60), (-13, 44)), ((24, 72), (13, 85)), hat=RED, shirt=NAVY, vest=AMBER, skin=SKIN2, side=1, trousers=INK)
    k.c.save(); k.c.translate(-40, 0)
    k.poly([(1300, 604), (1312, 622), (1400, 640), (1384, 566)], ORANGE)
    k.poly([(1400, 640), (1384, 566), (1396, 562), (1412, 640)], CREAM)
    k.rect(1284, 596, 30, 26, NAVY, 8)
    k.c.restore()
    return k.image()


def portrait():
    k = Canvas(1200, 1500)
    k.shade(0, 0, 1200, 1500, "#cfe3e6", "#f7ecd6")
    for x, y, r, q, a in ((160, 260, 150, AMBER, .22), (1010, 190, 210, TEAL, .18), (1090, 700, 130, ORANGE, .16), (90, 820, 190, TEAL, .14), (620, 120, 90, WHITE, .6)):
        k.circle(x, y, r, q, a)
    # out-of-focus control room
    k.rect(0, 560, 1200, 26, WHITE, a=.55)
    for i in range(4):
        k.rect(40 + i * 290, 610, 250, 330, mix(MIST, TEAL, .28), 16)
        k.rect(66 + i * 290, 640, 198, 120, mix(NAVY, TEAL, .45), 10, a=.75)
        pts = [(84 + i * 290 + j * 26, 728 - (17 * ((j * 5 + i * 3) % 4))) for j in range(7)]
        k.line(pts, 6, AMBER, .9)
        for j in range(5):
            k.circle(84 + i * 290 + j * 40, 810, 13, (GREEN, GREEN, AMBER, MIST, RED)[(j + i) % 5], .8)
        for j in range(3):
            k.rect(74 + i * 290, 850 + j * 26, 180, 10, WHITE, 5, a=.5)
    k.shade(0, 930, 1200, 570, "#b9cfd0", "#a5bcc0", .7, .9)
    # the person, from the hips up
    k.c.save(); k.c.translate(600, 1500); k.c.scale(1.12, 1.12); k.c.translate(-600, -1490)
    u, cloth = 16.4, "#2f5f86"
    k.rect(600 - 11 * u, 1960 - 45 * u, 22 * u, 40 * u, NAVY)
    k.line([(600, 1960 - 40 * u), (600, 1960 - 10 * u)], 6, INK)
    person(k, 600, 1960, 1640, ((-19, 59), (-19, 56)), ((19, 59), (19, 56)), hat=WHITE, shirt=cloth, vest=ORANGE,
           skin=SKIN, upto=50, hands=False, front="none")
    for s, hy in ((-1, 1236), (1, 1286)):                       # forearms
        k.line([(600 + s * 19 * u, 1960 - 57 * u), (600 + s * 178, hy)], 118, mix(cloth, NAVY, .1))
        k.line([(600 + s * 190, hy - 4), (600 + s * 176, hy)], 118, mix(cloth, NAVY, .4))
    k.line([(600 - 6.4 * u, 1960 - 93.6 * u), (600 - 5.2 * u, 1960 - 84 * u), (600, 1960 - 81 * u), (600 + 5.2 * u, 1960 - 84 * u), (600 + 6.4 * u, 1960 - 93.6 * u)], 6, SLATE, .8)
    for s in (-1, 1):                                           # brows, glasses
        k.curve([(600 + s * 22, 458), (600 + s * 32, 452), (600 + s * 54, 452), (600 + s * 64, 460)], 8, "#3a2c28")
        k.ring(600 + s * 42, 496, 30, 6, NAVY)
        k.line([(600 + s * 72, 490), (600 + s * 108, 478)], 6, NAVY)
    k.curve([(591, 488), (595, 482), (605, 482), (609, 488)], 6, NAVY)
    k.curve([(600, 506), (612, 528), (606, 534), (594, 534)], 5, mix(SKIN, "#6a3322", .5))
    # clipboard and hands
    k.c.save(); k.c.translate(600, 1240); k.c.rotate(-.1)
    k.rect(-190, -130, 400, 290, "#7a5234", 16)
    k.rect(-172, -106, 364, 248, CREAM, 4)
    k.rect(-60, -150, 140, 46, STEEL, 12)
    for i in range(5):
        k.rect(-146, -74 + i * 40, 24, 24, WHITE); k.ring(-134, -62 + i * 40, 13, 4, TEAL)
        if i < 4:
            k.line([(-142, -62 + i * 40), (-134, -54 + i * 40), (-120, -74 + i * 40)], 6, ORANGE)
        k.rect(-104, -68 + i * 40, 240 - 46 * (i % 3), 10, STEEL, 5)
    k.c.restore()
    k.line([(430, 1240), (470, 1262)], 62, SKIN); k.line([(478, 1230), (500, 1250)], 34, SKIN)
    k.line([(728, 1300), (702, 1288)], 62, SKIN)
    k.line([(690, 1292), (640, 1238)], 14, NAVY); k.line([(646, 1244), (634, 1230)], 8, AMBER)
    k.rect(640, 980, 130, 84, WHITE, 8); k.rect(640, 980, 130, 22, TEAL, 8); k.circle(668, 1034, 16, MIST)   # badge
    k.rect(694, 1020, 60, 9, STEEL, 4); k.rect(694, 1040, 44, 9, STEEL, 4)
    k.c.restore()
    return k.image()


def scaffold():
    k = Canvas(1800, 1080)
    k.shade(0, 0, 1800, 1080, "#27527a", "#f6b26b")
    k.circle(1330, 640, 150, "#ffe2a8", .95); k.circle(1330, 640, 230, "#ffe2a8", .25)
    for x, y, s, a in ((300, 240, 60, .16), (900, 150, 44, .14), (1500, 300, 70, .18)):
        cloud(k, x, y, s, WHITE, a)
    # harbour
    k.poly([(0, 820), (300, 720), (520, 780), (820, 690), (1080, 790), (1420, 740), (1800, 800), (1800, 1080), (0, 1080)], "#7d5f7a", .55)
    for x, w, h in ((0, 120, 200), (130, 90, 300), (240, 130, 170), (390, 80, 240), (980, 120, 210), (1120, 80, 150), (1560, 110, 260), (1690, 110, 190)):
        k.rect(x, 900 - h, w, h, "#3d4d6d")
        for i in range(int(w / 30)):
            for j in range(int(h / 40)):
                if (i * 7 + j * 5 + x) % 3:
                    k.rect(x + 10 + i * 30, 912 - h + j * 40, 12, 18, "#ffd27d", a=.8)
    k.shade(0, 880, 1800, 200, "#2d4763", "#17324d")
    for i in range(16):
        k.line([(1210 + (i * 37) % 260 - i * 3, 896 + i * 11), (1290 + (i * 53) % 210 + i * 3, 896 + i * 11)], 5, "#ffd27d", .45)
    k.rect(1390, 940, 410, 140, "#55606b"); k.rect(1380, 926, 420, 20, STEEL, 4)      # quay
    for i in range(5):
        k.rect(1410 + i * 84, 952, 34, 90, "#2b333c", 12)
    # tower crane
    k.line([(1480, 930), (1480, 170)], 10, NAVY); k.line([(1530, 930), (1530, 170)], 10, NAVY)
    for i in range(15):
        y = 930 - i * 50
        k.line([(1480, y), (1530, y - 50)] if i % 2 else [(1530, y), (1480, y - 50)], 5, NAVY)
    k.rect(1468, 130, 74, 56, ORANGE, 6); k.rect(1478, 140, 34, 28, MIST, 4)
    k.line([(1505, 130), (1505, 50), (880, 130)], 6, NAVY); k.line([(1505, 50), (1720, 130)], 6, NAVY)
    k.line([(860, 130), (1740, 130)], 10, NAVY); k.line([(880, 104), (1500, 104)], 6, NAVY)
    for i in range(15):
        k.line([(880 + i * 41, 130), (900 + i * 41, 104), (921 + i * 41, 130)], 4, NAVY)
    k.rect(1650, 130, 80, 64, SLATE, 4)
    k.line([(1010, 134), (1010, 330)], 4, NAVY); k.ring(1010, 346, 14, 6, NAVY, -90, 150)
    # building and scaffold
    k.rect(80, 260, 640, 820, "#b9a78e")
    for j in range(4):
        for i in range(4):
            k.rect(120 + i * 152, 310 + j * 200, 104, 124, "#51647c", 4)
            k.poly([(120 + i * 152, 434 + j * 200), (160 + i * 152, 310 + j * 200), (190 + i * 152, 310 + j * 200), (150 + i * 152, 434 + j * 200)], "#ffd9a0", .28)
    for j in range(5):                                          # green net, decks, rails
        y = 1060 - j * 200
        if j:
            k.rect(40, y - 14, 900, 14, "#8a5a3c")
            k.rect(40, y - 14, 900, 4, "#b98a5c")
        if j < 4 and j != 2:
            k.rect(40, y - 186, 470, 172, GREEN, a=.34)
    for i in range(7):
        k.line([(40 + i * 150, 1080), (40 + i * 150, 118)], 13, STEEL)
        k.line([(38 + i * 150, 1080), (38 + i * 150, 118)], 4, WHITE, .5)
    for j in range(5):
        y = 1060 - j * 200
        for q in (70, 120):
            if j:
                k.line([(40, y - q), (940, y - q)], 8, STEEL)
        if j < 4:
            k.line([(640, y - 4), (790, y - 200)], 8, STEEL); k.line([(190, y - 4), (40, y - 200)], 8, STEEL)
    k.line([(30, 380), (950, 380)], 5, RED)                     # lifeline
    person(k, 420, 642, 250, ((-17, 66), (-9, 74)), ((22, 62), (34, 60)), hat=AMBER, side=1)
    person(k, 730, 642, 255, ((-22, 66), (-32, 62)), ((18, 64), (14, 48)), hat=WHITE, shirt="#35618a", side=-1, skin=SKIN2)
    for x, s in ((420, -1), (730, 1)):                          # harness and lanyard
        k.line([(x - 14, 646 - 200), (x + 14, 646 - 152)], 6, NAVY); k.line([(x + 14, 646 - 200), (x - 14, 646 - 152)], 6, NAVY)
        k.line([(x - 26, 646 - 122), (x + 26, 646 - 122)], 7, NAVY)
        k.curve([(x + s * 12, 646 - 180), (x + s * 60, 520), (x + s * 74, 440), (x + s * 62, 384)], 6, RED)
        k.ring(x + s * 62, 384, 9, 5, AMBER)
    hazard_band(k, 40, 622, 900, 24)                            # toe board before the feet
    k.line([(40, 576), (940, 576)], 8, STEEL)
    # wind sock
    k.line([(1740, 930), (1740, 480)], 10, NAVY)
    for i in range(5):
        x0, x1 = 1740 - i * 44, 1740 - (i + 1) * 44
        k.poly([(x0, 484 + i * 5), (x1, 489 + i * 5), (x1, 556 - i * 7), (x0, 564 - i * 7)], RED if i % 2 == 0 else WHITE)
    return k.image()


def equipment():
    k = Canvas(1600, 880)
    k.c.translate(0, -110)
    k.circle(800, 880, 720, NAVY, .10, ry=74)
    # ear muffs
    ex, ey = 1035, 415
    k.ring(ex, ey, 190, 30, NAVY, 186, 354)
    k.ring(ex, ey, 190, 12, SLATE, 200, 340)
    for s in (-1, 1):
        k.rect(ex + s * 190 - 16, ey - 40, 32, 150, SLATE, 12)
        k.rect(ex + s * 190 - 58 + s * 18, ey - 16, 116, 190, ORANGE, 54)
        k.rect(ex + s * 190 - 18 - s * 44, ey - 6, 36, 170, "#2b2f36", 18)
        k.rect(ex + s * 190 - 20 + s * 30, ey + 20, 40, 116, mix(ORANGE, WHITE, .35), 20)
    # boots
    for x, q in ((1205, "#7a4b2b"), (1330, "#93592f")):
        k.curve([(x - 86, 560), (x - 40, 536), (x + 40, 536), (x + 76, 560), (x + 76, 640), (x + 66, 690), (x + 86, 730),
                 (x + 150, 752), (x + 200, 776), (x + 204, 850), (x + 204, 850), (x - 92, 850), (x - 92, 850), (x - 92, 760), (x - 66, 690), (x - 86, 560)], color=q, close=True)
        k.rect(x - 104, 842, 322, 38, "#2b2420", 14)
        for i in range(7):
            k.rect(x - 92 + i * 44, 868, 26, 18, "#2b2420")
        k.curve([(x + 110, 740), (x + 170, 742), (x + 204, 790), (x + 204, 846), (x + 160, 846), (x + 130, 846), (x + 110, 846), (x + 96, 810), (x + 96, 770), (x + 110, 740)], color=mix(q, NAVY, .4), close=True)
        k.curve([(x - 86, 560), (x - 40, 584), (x + 40, 584), (x + 76, 560)], 16, mix(q, CREAM, .35))
        for i in range(4):
            k.line([(x + 8, 606 + i * 34), (x + 66, 598 + i * 34)], 9, AMBER)
    # hard hat
    hx, hy = 510, 625
    k.curve([(hx - 350, hy), (hx - 350, hy - 250), (hx - 170, hy - 400), (hx, hy - 400), (hx + 190, hy - 400), (hx + 340, hy - 240), (hx + 350, hy)], color=AMBER, close=True)
    k.c.save(); k.c.move_to(hx, hy)
    k.c.line_to(hx, hy - 400); k.c.curve_to(hx + 190, hy - 400, hx + 340, hy - 240, hx + 350, hy); k.c.clip()
    k.curve([(hx + 60, hy - 396), (hx + 240, hy - 380), (hx + 345, hy - 230), (hx + 350, hy), (hx + 320, hy), (hx + 240, hy), (hx + 170, hy), (hx + 200, hy - 170), (hx + 160, hy - 320), (hx + 60, hy - 396)], color="#e79a1f", a=.55, close=True)
    k.c.restore()
    k.curve([(hx - 300, hy - 60), (hx - 290, hy - 210), (hx - 220, hy - 300), (hx - 150, hy - 340), (hx - 190, hy - 260), (hx - 235, hy - 170), (hx - 236, hy - 60)], color="#ffe3a0", a=.8, close=True)
    k.curve([(hx - 66, hy - 30), (hx - 70, hy - 300), (hx - 56, hy - 440), (hx, hy - 440), (hx + 56, hy - 440), (hx + 70, hy - 300), (hx + 66, hy - 30)], color="#ffd37a", close=True)
    k.curve([(hx - 400, hy + 14), (hx - 400, hy - 34), (hx - 330, hy - 46), (hx, hy - 46), (hx + 330, hy - 46), (hx + 440, hy - 30), (hx + 470, hy + 20),
             (hx + 470, hy + 50), (hx + 420, hy + 46), (hx, hy + 40), (hx - 330, hy + 46), (hx - 400, hy + 50), (hx - 400, hy + 14)], color="#e79a1f", close=True)
    k.circle(hx, hy - 150, 60, WHITE)
    k.curve([(hx, hy - 196), (hx + 20, hy - 180), (hx + 36, hy - 178), (hx + 42, hy - 178), (hx + 44, hy - 130), (hx + 20, hy - 112), (hx, hy - 100),
             (hx - 20, hy - 112), (hx - 44, hy - 130), (hx - 42, hy - 178), (hx - 36, hy - 178), (hx - 20, hy - 180), (hx, hy - 196)], color=GREEN, close=True)
    k.line([(hx - 18, hy - 146), (hx - 4, hy - 132), (hx + 20, hy - 162)], 9, WHITE)
    # goggles
    gx, gy = 420, 768
    k.curve([(gx - 280, gy - 16), (gx - 400, gy - 60), (gx - 410, gy + 60), (gx - 320, gy + 92)], 30, NAVY)
    k.curve([(gx + 280, gy - 16), (gx + 380, gy - 40), (gx + 400, gy + 70), (gx + 330, gy + 100)], 30, NAVY)
    k.rect(gx - 290, gy - 92, 580, 200, TEAL, 86)
    k.rect(gx - 262, gy - 66, 524, 148, "#d7eff3", 66)
    k.c.save(); k.c.rectangle(gx - 250, gy - 60, 500, 136); k.c.clip()
    k.poly([(gx - 190, gy + 84), (gx - 70, gy - 70), (gx - 10, gy - 70), (gx - 130, gy + 84)], WHITE, .8)
    k.poly([(gx + 60, gy + 84), (gx + 180, gy - 70), (gx + 204, gy - 70), (gx + 84, gy + 84)], WHITE, .7)
    k.c.restore()
    for i in range(4):
        k.rect(gx - 84 + i * 46, gy - 90, 26, 14, mix(TEAL, NAVY, .5), 6)
    # gloves
    def glove(x, y, turn, col):
        k.c.save(); k.c.translate(x, y); k.c.rotate(turn)
        for i, (dx, l) in enumerate(((-54, 116), (-18, 138), (18, 132), (53, 104))):
            k.line([(dx, -40), (dx * 1.12, -40 - l)], 35, col)
            k.line([(dx * 1.08, -40 - l * .55), (dx * 1.12, -40 - l)], 35, mix(col, NAVY, .22))
        k.line([(60, 40), (122, -22)], 38, col)
        k.line([(104, -4), (122, -22)], 38, mix(col, NAVY, .22))
        k.rect(-73, -62, 146, 150, col, 34)
        k.rect(-66, 76, 132, 66, NAVY, 12)
        for i in range(3):
            k.line([(-56, 92 + i * 17), (56, 92 + i * 17)], 4, STEEL)
        k.rect(-42, -20, 84, 60, mix(col, WHITE, .4), 24)
        k.c.restore()
    glove(835, 768, -.22, GREEN)
    glove(985, 740, .26, mix(GREEN, TEAL, .35))
    return k.image("RGBA")


def rectification():
    k = Canvas(1800, 1050, "#ffffff")
    rows = (("消防通道", 218, .9908), ("电气线路", 342, .9649), ("机械防护", 176, .9545), ("高处作业", 94, .9362),
            ("有限空间", 41, .9024), ("可燃性粉尘", 29, .8621))
    x0, x1, y0 = 360, 1500, 210
    k.text("各类隐患整改率", 70, 100, 52, NAVY, bold=True)
    k.text("澜浦市，2026年1月1日至2月28日", 70, 158, 32, SLATE)
    for i in range(6):
        x = x0 + (x1 - x0) * i / 5
        k.line([(x, y0), (x, 930)], 2, "#d9e2e7", cap="butt")
        k.text("%d%%" % (i * 20), x, 980, 28, SLATE, .5)
    goal = x0 + (x1 - x0) * .95
    for i, (name, n, v) in enumerate(rows):
        y = y0 + 26 + i * 118
        k.text(name, x0 - 24, y + 54, 36, NAVY, 1)
        k.rect(x0, y, x1 - x0, 74, "#eef3f4", 6)
        k.rect(x0, y, (x1 - x0) * v, 74, TEAL if v >= .95 else ORANGE, 6)
        k.text("%.2f%%" % (100 * v), x0 + (x1 - x0) * min(v, .95) - 20, y + 50, 36, WHITE, 1, True)
        k.text("%d条" % n, x1 + 36, y + 50, 32, SLATE)
    k.line([(goal, y0 - 6), (goal, 930)], 4, RED, cap="butt", dash=[14, 10])
    k.text("目标95%", goal - 8, y0 - 22, 30, RED, .5, True)
    k.text("条形右侧数字为排查出的隐患数", 1730, 1030, 26, SLATE, 1)
    return k.image()


def near_misses():
    k = Canvas(1800, 1050, "#ffffff")
    F = "Noto Sans CJK SC"
    months = "Mar Apr May Jun Jul Aug Sep Oct Nov Dec Jan Feb".split()
    near = (14, 17, 19, 26, 31, 38, 44, 47, 53, 58, 61, 66)
    hurt = (9, 8, 9, 7, 6, 6, 5, 4, 4, 3, 2, 2)
    x0, x1, y0, y1 = 150, 1480, 230, 900
    X = lambda i: x0 + (x1 - x0) * i / 11
    Y = lambda v: y1 - (y1 - y0) * v / 70
    k.text("Reports rise, injuries fall", 70, 100, 54, NAVY, bold=True, family=F)
    k.text("Port of Larkhaven, number per month, March 2025 to February 2026", 70, 158, 32, SLATE, family=F)
    for v in range(0, 71, 10):
        k.line([(x0, Y(v)), (x1, Y(v))], 2, "#d9e2e7" if v else SLATE, cap="butt")
        k.text(str(v), x0 - 22, Y(v) + 10, 30, SLATE, 1, family=F)
    for i, m in enumerate(months):
        k.text(m, X(i), 955, 30, SLATE, .5, family=F)
    k.text("2025", X(0), 1000, 30, NAVY, .5, True, F)
    k.text("2026", X(10), 1000, 30, NAVY, .5, True, F)
    k.poly([(X(0), y1)] + [(X(i), Y(v)) for i, v in enumerate(near)] + [(X(11), y1)], TEAL, .12)
    for data, col, name in ((near, TEAL, "Near misses"), (hurt, ORANGE, "Injuries")):
        k.line([(X(i), Y(v)) for i, v in enumerate(data)], 10, col)
        for i, v in enumerate(data):
            k.circle(X(i), Y(v), 13, col); k.circle(X(i), Y(v), 6, WHITE)
        k.text(name, x1 + 34, Y(data[-1]) - 8, 36, col, bold=True, family=F)
        k.text("%d in February" % data[-1], x1 + 34, Y(data[-1]) + 34, 28, SLATE, family=F)
    k.line([(X(3), Y(26) - 26), (X(3), Y(26) - 150)], 4, NAVY)
    k.text("June: reporting cards", X(3), Y(26) - 206, 30, NAVY, .5, family=F)
    k.text("need no name", X(3), Y(26) - 168, 30, NAVY, .5, family=F)
    return k.image()


def sign():
    k = Canvas(900, 600, "#ffffff")
    triangle(k, 250, 336, 230)
    must_wear(k, 670, 300, 180)
    return k.image().resize((300, 200), Image.LANCZOS)


# -------------------------------------------------------------------- writing

def flat(im, name, colors=256):
    im.quantize(colors, method=Image.Quantize.FASTOCTREE if im.mode == "RGBA" else Image.Quantize.MEDIANCUT,
                dither=Image.Dither.NONE).save(name, optimize=True)


def jpeg(im, name, quality, orientation=None):
    e = Image.Exif()
    if orientation:
        e[0x0112] = orientation
    im.save(name, quality=quality, optimize=True, progressive=False, subsampling=0, exif=e.tobytes() if orientation else b"", dpi=(300, 300))


def save(name):
    to = lambda f: os.path.join(HERE, f)
    if name == "workshop":
        jpeg(workshop(), to("workshop.jpg"), 84)
    elif name == "meeting":
        flat(meeting(), to("meeting.png"))
    elif name == "drill":
        with tempfile.TemporaryDirectory() as d:
            drill().save(os.path.join(d, "drill.png"))
            subprocess.run(["cwebp", "-quiet", "-q", "86", "-m", "6", os.path.join(d, "drill.png"), "-o", to("drill.webp")], check=True)
    elif name == "portrait":
        jpeg(portrait().transpose(Image.Transpose.ROTATE_90), to("portrait.jpg"), 84, orientation=6)
    elif name == "scaffold":
        jpeg(scaffold(), to("scaffold.jpg"), 82)
    elif name == "equipment":
        equipment().save(to("equipment.png"), optimize=True)
    elif name == "rectification":
        flat(rectification(), to("rectification.png"), 128)
    elif name == "near-misses":
        flat(near_misses(), to("near-misses.png"), 128)
    elif name == "sign":
        sign().save(to("sign.bmp"))
    else:
        sys.exit("no such picture: " + name)


if __name__ == "__main__":
    for n in sys.argv[1:] or ("workshop", "meeting", "drill", "portrait", "scaffold", "equipment", "rectification", "near-misses", "sign"):
        save(n)
