# SPDX-License-Identifier: Apache-2.0
"""A small drawing kit for the sample illustrations: palette, people, palms, boats, houses, water."""
import math
import random

W, H = 1200, 675
PAPER, PAPER2, CREAM = "#F8F0DE", "#EBDDC0", "#FBF6EA"
INK, INK2 = "#263A40", "#4C5F60"
RIVER, DEEP, MIST, PALE = "#3F8480", "#24565C", "#92BDB1", "#CFE0D2"
GOLD, STRAW, AMBER = "#E2B04C", "#F1D48A", "#B9842E"
BRICK, CLAY, ROSE = "#B4513B", "#CF7F5E", "#E6AC93"
LEAF, MOSS, SAGE = "#6D9A5F", "#3D6E55", "#A3BE88"
SKIN, SKIN2, WOOD = "#D09A70", "#B97F57", "#7A5740"
FLAG, STAR = "#C63A2B", "#F6CF45"


def rgb(c):
    return [int(c[i:i + 2], 16) for i in (1, 3, 5)]


def mix(a, b, t):
    return "#" + "".join("%02X" % round(p + (q - p) * t) for p, q in zip(rgb(a), rgb(b)))


def n(v):
    return ("%.1f" % v).rstrip("0").rstrip(".") if isinstance(v, float) else str(v)


class Scene:
    def __init__(self, name, title):
        self.name, self.title, self.out, self.defs = name, title, [], []
        self.r = random.Random(name)

    # primitives
    def add(self, s):
        self.out.append(s)

    def at(self, fill, stroke=None, sw=0, op=1, cap=True):
        s = ' fill="%s"' % (fill or "none")
        if stroke:
            s += ' stroke="%s" stroke-width="%s"' % (stroke, n(float(sw)))
            if cap:
                s += ' stroke-linecap="round" stroke-linejoin="round"'
        if op != 1:
            s += ' opacity="%s"' % ("%.2f" % op)
        return s

    def rect(self, x, y, w, h, fill, rx=0, **k):
        self.add('<rect x="%s" y="%s" width="%s" height="%s"%s%s/>' % (
            n(float(x)), n(float(y)), n(float(w)), n(float(h)), ' rx="%s"' % n(float(rx)) if rx else "", self.at(fill, **k)))

    def ell(self, x, y, rx, ry, fill, rot=0, **k):
        t = ' transform="rotate(%s %s %s)"' % (n(float(rot)), n(float(x)), n(float(y))) if rot else ""
        self.add('<ellipse cx="%s" cy="%s" rx="%s" ry="%s"%s%s/>' % (
            n(float(x)), n(float(y)), n(float(rx)), n(float(ry)), t, self.at(fill, **k)))

    def circ(self, x, y, r, fill, **k):
        self.add('<circle cx="%s" cy="%s" r="%s"%s/>' % (n(float(x)), n(float(y)), n(float(r)), self.at(fill, **k)))

    def path(self, d, fill=None, **k):
        if not isinstance(d, str):
            d = " ".join(p if isinstance(p, str) else n(float(p)) for p in d)
        self.add('<path d="%s"%s/>' % (d, self.at(fill, **k)))

    def poly(self, pts, fill, **k):
        self.add('<polygon points="%s"%s/>' % (" ".join("%s,%s" % (n(float(x)), n(float(y))) for x, y in pts), self.at(fill, **k)))

    def line(self, pts, stroke, sw, op=1):
        self.add('<polyline points="%s"%s/>' % (
            " ".join("%s,%s" % (n(float(x)), n(float(y))) for x, y in pts), self.at(None, stroke=stroke, sw=sw, op=op)))

    def lin(self, *stops, horizontal=False):
        i = "g%d" % len(self.defs)
        s = "".join('<stop offset="%s" stop-color="%s"%s/>' % (
            n(float(t[0])) if t[0] in (0, 1) else "%.2f" % t[0], t[1], ' stop-opacity="%s"' % t[2] if len(t) > 2 else "") for t in stops)
        self.defs.append('<linearGradient id="%s" %s>%s</linearGradient>' % (
            i, 'x1="0" y1="0" x2="1" y2="0"' if horizontal else 'x1="0" y1="0" x2="0" y2="1"', s))
        return "url(#%s)" % i

    def rad(self, *stops):
        i = "g%d" % len(self.defs)
        s = "".join('<stop offset="%.2f" stop-color="%s" stop-opacity="%s"/>' % t for t in stops)
        self.defs.append('<radialGradient id="%s">%s</radialGradient>' % (i, s))
        return "url(#%s)" % i

    def smooth(self, pts, close=None):
        d = ["M", pts[0][0], pts[0][1]]
        for i in range(len(pts) - 1):
            p0, p1 = pts[max(i - 1, 0)], pts[i]
            p2, p3 = pts[i + 1], pts[min(i + 2, len(pts) - 1)]
            d += ["C", p1[0] + (p2[0] - p0[0]) / 6, p1[1] + (p2[1] - p0[1]) / 6,
                  p2[0] - (p3[0] - p1[0]) / 6, p2[1] - (p3[1] - p1[1]) / 6, p2[0], p2[1]]
        if close is not None:
            d += ["L", pts[-1][0], close, "L", pts[0][0], close, "Z"]
        return d

    # landscape
    def sky(self, top=PALE, bottom=PAPER, sun=None, glow=STRAW, h=H, r=46):
        self.rect(0, 0, W, h, self.lin((0, top), (1, bottom)))
        if sun:
            x, y = sun
            self.circ(x, y, r * 4.6, self.rad((0, glow, .75), (1, glow, 0)))
            self.circ(x, y, r, mix(glow, CREAM, .35))

    def cloud(self, x, y, s, fill=CREAM, op=.7):
        self.path(["M", x - 90 * s, y, "q", -4 * s, -24 * s, 26 * s, -24 * s, "q", 12 * s, -30 * s, 48 * s, -20 * s,
                   "q", 22 * s, -26 * s, 54 * s, -2 * s, "q", 40 * s, -4 * s, 42 * s, 26 * s, "q", 30 * s, 0, 30 * s, 20 * s, "Z"], fill, op=op)

    def ridge(self, y, amp, k, fill, base=H, peaks=None, **kw):
        if peaks is None:
            peaks = [(-40 + i * (W + 80) / k, y - amp * self.r.uniform(-.6, 1)) for i in range(k + 1)]
        self.path(self.smooth(peaks, base), fill, **kw)

    def treeline(self, y, h, fill, x0=-20, x1=W + 20, step=26, base=8):
        d, x = ["M", x0, y + base], x0
        while x < x1:
            w = step * self.r.uniform(.7, 1.5)
            k = h * self.r.uniform(.55, 1.2)
            d += ["Q", x + w * .1, y - k, x + w / 2, y - k, "Q", x + w * .9, y - k, x + w, y - h * .35]
            x += w
        self.path(d + ["L", x, y + base, "Z"], fill)

    def waves(self, y0, y1, fill, count=40, op=.5, x0=0, x1=W):
        for _ in range(count):
            t = self.r.random()
            y = y0 + (y1 - y0) * t
            w = 14 + 80 * t * self.r.uniform(.5, 1)
            x = self.r.uniform(x0, x1)
            self.path(["M", x - w, y, "q", w / 2, -3 - 3 * t, w, 0, "t", w, 0], None, stroke=fill, sw=1.2 + 1.8 * t, op=op)

    def birds(self, x, y, k=5, s=1, fill=INK2):
        for i in range(k):
            a, b = x + self.r.uniform(-70, 70) * s, y + self.r.uniform(-26, 26) * s
            w = self.r.uniform(7, 12) * s
            self.path(["M", a - w, b - w * .35, "q", w * .7, -w * .2, w, w * .45, "q", w * .3, -w * .65, w, -w * .45], None, stroke=fill, sw=2 * s, op=.7)

    # plants
    def fan(self, x, y, a, r, fill, spread=1.15, k=9):
        pts = [(x, y)]
        for i in range(2 * k + 1):
            t = a - spread + 2 * spread * i / (2 * k)
            q = r * (1 if i % 2 == 0 else .76)
            pts.append((x + math.cos(t) * q, y + math.sin(t) * q))
        self.poly(pts, fill)

    def thotnot(self, x, y, h, tone=MOSS, trunk=None, lean=0, fade=0, sky=PALE):
        """Palmyra palm: slim dark trunk, round head of fan leaves."""
        leaf, tr = mix(tone, sky, fade), mix(trunk or "#574A40", sky, fade)
        R, tx, ty, w = h * .23, x + lean, y - h, h * .026
        self.path(["M", x - w * 1.5, y, "Q", x - w * .6, y - h * .3, tx - w * .8, ty, "L", tx + w * .8, ty,
                   "Q", x + w * .9, y - h * .3, x + w * 1.7, y, "Z"], tr)
        cy = ty - R * .12
        for i in range(7):  # dry skirt
            a = math.pi / 2 + (i - 3) * .34
            self.fan(tx + math.cos(a) * R * .1, ty + R * .06, a, R * .6, mix(mix(AMBER, WOOD, .3 + .08 * (i % 2)), sky, fade), .36, 4)
        self.circ(tx, cy, R * .6, mix(leaf, INK, .32 * (1 - fade)))
        for ring, cnt, dist, q, sh in ((0, 12, .4, .68, -.25), (1, 9, .24, .6, -.05), (2, 7, .06, .5, .16)):
            for i in range(cnt):
                a = -math.pi / 2 + (i - (cnt - 1) / 2) * ((5.2, 5.0, 4.4)[ring] / cnt) + self.r.uniform(-.12, .12)
                c = mix(leaf, INK if sh < 0 else STRAW, abs(sh) * self.r.uniform(.6, 1.3) * (1 - fade))
                self.fan(tx + math.cos(a) * R * dist, cy + math.sin(a) * R * dist, a, R * q * self.r.uniform(.82, 1.12), c, .8, 7)
        self.circ(tx, cy + R * .02, R * .13, mix(mix(leaf, STRAW, .1 * (1 - fade)), sky, fade * .2))
        for dx, dy in ((-.2, .36), (-.08, .42), (.1, .4), (.21, .34), (.0, .3)):
            self.circ(tx + dx * R, cy + dy * R, R * .075, mix("#4A3A3C", sky, fade))

    def frond(self, x, y, a, L, fill, droop=.5, width=.2):
        ex, ey = x + math.cos(a) * L, y + math.sin(a) * L + droop * L * .6
        cx, cy = x + math.cos(a) * L * .55, y + math.sin(a) * L * .75 - L * .05
        top, bot = [], []
        k = 11
        for i in range(k + 1):
            t = i / k
            px = (1 - t) ** 2 * x + 2 * (1 - t) * t * cx + t * t * ex
            py = (1 - t) ** 2 * y + 2 * (1 - t) * t * cy + t * t * ey
            wd = L * width * math.sin(math.pi * min(1, .12 + t * .88)) + 1
            top.append((px - L * .0, py - wd * .35))
            bot.append((px + (ex - x) * .03, py + wd))
            if i < k:
                bot.append((px + (ex - x) * .045, py + wd * .35))
        self.poly(top + bot[::-1], fill)

    def coconut(self, x, y, h, lean=20, leaf=MOSS, trunk=WOOD, fade=0, sky=PALE):
        leaf, tr = mix(leaf, sky, fade), mix(trunk, sky, fade)
        tx, ty, w = x + lean, y - h, h * .022
        self.path(["M", x - w * 1.6, y, "Q", x - w * .4, y - h * .5, tx - w * .7, ty, "L", tx + w * .7, ty,
                   "Q", x + w * 1.4, y - h * .5, x + w * 1.8, y, "Z"], tr)
        L = h * .42
        for a, c in ((-2.9, -.2), (-.25, -.2), (-2.35, 0), (-.8, 0), (-1.9, .15), (-1.25, .15), (2.85, .05), (.3, .05)):
            self.frond(tx, ty, a, L * self.r.uniform(.85, 1.05), mix(leaf, INK if c < 0 else STRAW, abs(c) * (1 - fade)), .55)
        for dx in (-.03, .02, .05):
            self.circ(tx + dx * h, ty + h * .03, h * .025, mix(AMBER, sky, fade))

    def tree(self, x, y, s, tone=LEAF, trunk=WOOD, fade=0, sky=PALE):
        t, d, l = mix(tone, sky, fade), mix(mix(tone, MOSS, .7), sky, fade), mix(mix(tone, STRAW, .35), sky, fade)
        tr = mix(trunk, sky, fade)
        self.path(["M", x - 7 * s, y, "Q", x - 3 * s, y - 40 * s, x - 4 * s, y - 80 * s, "L", x + 4 * s, y - 80 * s, "Q", x + 4 * s, y - 40 * s, x + 8 * s, y, "Z"], tr)
        for dx, dy, r, c in ((-34, -84, 34, d), (34, -88, 36, d), (0, -72, 36, d), (-18, -108, 38, t), (22, -112, 36, t), (0, -130, 32, t), (-16, -124, 20, l), (14, -134, 16, l)):
            self.circ(x + dx * s, y + dy * s, r * s, c)

    def banana(self, x, y, s, tone=LEAF):
        self.path(["M", x - 7 * s, y, "L", x - 4 * s, y - 60 * s, "L", x + 4 * s, y - 60 * s, "L", x + 8 * s, y, "Z"], mix(tone, WOOD, .35))
        for a, L, c in ((-2.6, 90, MOSS), (-.5, 92, MOSS), (-2.1, 100, tone), (-1.0, 98, tone), (-1.55, 92, SAGE)):
            self.leaf(x, y - 58 * s, a, L * s, 17 * s, mix(c, tone, .3))

    def leaf(self, x, y, a, L, w, fill, vein=True):
        ex, ey = x + math.cos(a) * L, y + math.sin(a) * L
        px, py = -math.sin(a) * w, math.cos(a) * w
        mx, my = x + math.cos(a) * L * .45, y + math.sin(a) * L * .45
        self.path(["M", x, y, "Q", mx + px, my + py, ex, ey, "Q", mx - px, my - py, x, y, "Z"], fill)
        if vein:
            self.path(["M", x, y, "L", x + math.cos(a) * L * .9, y + math.sin(a) * L * .9], None, stroke=mix(fill, CREAM, .35), sw=max(1, w * .07))

    def grass(self, y, h, fill, x0=-10, x1=W + 10, step=9, jitter=6, sw=3):
        x = x0
        d = []
        while x < x1:
            hh = h * self.r.uniform(.6, 1.15)
            lean = self.r.uniform(-.4, .4) * hh
            yy = y + self.r.uniform(-jitter, jitter)
            d += ["M", x, yy, "q", lean * .2, -hh * .7, lean, -hh]
            x += step * self.r.uniform(.6, 1.4)
        self.path(d, None, stroke=fill, sw=sw)

    def rice(self, y, h, x0=-10, x1=W + 10, step=24, stem=SAGE, grain=GOLD, sw=2.4):
        x = x0
        stems, grains = [], []
        while x < x1:
            hh = h * self.r.uniform(.75, 1.15)
            s = self.r.choice((-1, 1, 1))
            L = hh * self.r.uniform(.34, .5)
            tx, ty = x + s * L, y - hh * .72
            stems += ["M", x, y, "C", x, y - hh * .8, x + s * L * .35, y - hh * 1.05, tx, ty]
            for i in range(7):
                t = .5 + i * .083
                u = 1 - t
                gx = u ** 3 * x + 3 * u * u * t * x + 3 * u * t * t * (x + s * L * .35) + t ** 3 * tx
                gy = u ** 3 * y + 3 * u * u * t * (y - hh * .8) + 3 * u * t * t * (y - hh * 1.05) + t ** 3 * ty
                grains.append((gx, gy + (3 if i % 2 else -2), 30 * s + (t - .5) * 80 * s))
            x += step * self.r.uniform(.6, 1.4)
        self.path(stems, None, stroke=stem, sw=sw)
        for gx, gy, a in grains:
            self.ell(gx, gy, h * .042, h * .019, grain, rot=a)

    def lotus(self, x, y, s, c=ROSE, open_=1):
        dark, light = mix(c, BRICK, .35), mix(c, CREAM, .45)
        self.path(["M", x, y, "q", 6 * s, 40 * s, -2 * s, 90 * s], None, stroke=MOSS, sw=4 * s)
        for a, L, col in ((-2.75, 46, dark), (-.39, 46, dark), (-2.35, 56, c), (-.79, 56, c), (-1.95, 62, mix(c, light, .4)), (-1.19, 62, mix(c, light, .4)), (-1.57, 64, light)):
            a = -1.57 + (a + 1.57) * open_
            self.leaf(x, y + 4 * s, a, L * s, 19 * s, col, vein=False)
        self.leaf(x, y + 6 * s, -2.1 + (1 - open_) * .3, 42 * s, 16 * s, mix(c, CREAM, .2), False)
        self.leaf(x, y + 6 * s, -1.04 - (1 - open_) * .3, 42 * s, 16 * s, mix(c, CREAM, .12), False)

    def pad(self, x, y, w, fill=MOSS, tilt=.36):
        self.ell(x, y, w, w * tilt, fill)
        self.ell(x, y - w * .03, w * .9, w * tilt * .86, mix(fill, SAGE, .35))
        for i in range(9):
            a = i * math.pi * 2 / 9 + .3
            self.path(["M", x, y, "L", x + math.cos(a) * w * .84, y + math.sin(a) * w * tilt * .8], None, stroke=mix(fill, CREAM, .28), sw=1.4)

    # people
    def person(self, x, y, h, shirt=RIVER, pants=INK, hat=None, face=1, arms=((.16, -.48), (-.16, -.48)), hair="#2C2A2B", bun=False,
               pose="stand", dress=False, stride=.05, scarf=None, skin=SKIN, lean=0, shadow=True):
        """Feet (or seat, when sitting) at x, y. Hands are given in body heights from x, y."""
        if shadow and pose == "stand":
            self.ell(x, y, h * .17, h * .03, INK, op=.16)
        if pose == "sit":
            oy = y + h * .44
            self.path(["M", x, y - h * .03, "L", x + face * h * .22, y - h * .04, "L", x + face * h * .24, y + h * .2], None, stroke=pants, sw=h * .11)
        elif pose == "kneel":
            oy = y + h * .28
            self.path(["M", x - face * .02 * h, y - h * .16, "L", x + face * h * .16, y - h * .17, "L", x + face * h * .15, y - .03 * h], None, stroke=pants, sw=h * .11)
            self.path(["M", x - face * .02 * h, y - h * .14, "L", x - face * h * .02, y - h * .05, "L", x - face * h * .2, y - .045 * h], None, stroke=mix(pants, INK, .3), sw=h * .1)
        else:
            oy = y
            if not dress:
                for s, c in ((-1, mix(pants, INK, .3)), (1, pants)):
                    self.path(["M", x + s * h * .045, y - h * .42, "L", x + s * h * (.045 + stride * .5), y - h * .2, "L", x + s * h * (.045 + stride), y - h * .03], None, stroke=c, sw=h * .09)
                    self.ell(x + s * h * (.045 + stride) + face * h * .02, y - h * .012, h * .05, h * .02, mix(INK, WOOD, .4))
        lx = x + lean * h
        sy, hy = oy - h * .775, oy - h * .9
        # far arm
        def arm(hand, side, c):
            hx, hy2 = x + hand[0] * h, y + hand[1] * h
            sx = lx + side * h * .095
            mx, my = (sx + hx) / 2 + side * h * .05, (sy + hy2) / 2 + h * .05
            self.path(["M", sx, sy + h * .03, "Q", mx, my, hx, hy2], None, stroke=c, sw=h * .068)
            self.circ(hx, hy2, h * .032, skin)
        arm(arms[1], -1, mix(shirt, INK, .18))
        if dress:
            self.path(["M", lx - h * .1, sy, "Q", lx, sy - h * .04, lx + h * .1, sy, "L", x + h * .085, oy - h * .48, "L", x + h * .16, oy - h * .06, "L", x - h * .16, oy - h * .06, "L", x - h * .085, oy - h * .48, "Z"], shirt)
            for s in (-1, 1):
                self.ell(x + s * h * .06, y - h * .025, h * .05, h * .022, pants)
        else:
            b = oy - h * .37
            self.path(["M", lx - h * .075, sy - h * .025, "Q", lx, sy - h * .05, lx + h * .075, sy - h * .025, "Q", lx + h * .14, sy, lx + h * .13, sy + h * .09,
                       "L", x + h * .105, b, "Q", x, b + h * .03, x - h * .105, b, "L", lx - h * .13, sy + h * .09, "Q", lx - h * .14, sy, lx - h * .075, sy - h * .025, "Z"], shirt)
        self.rect(lx - h * .028, hy + h * .04, h * .056, h * .08, mix(skin, SKIN2, .6), rx=h * .02)
        if scarf:
            self.path(["M", lx - h * .07, sy - h * .02, "Q", lx, sy + h * .04, lx + h * .07, sy - h * .02], None, stroke=scarf, sw=h * .04)
        if bun:
            self.circ(lx - face * h * .075, hy + h * .02, h * .04, hair)
        self.circ(lx, hy, h * .078, hair)
        self.ell(lx + face * h * .014, hy + h * .018, h * .062, h * .064, skin)
        if face:
            self.path(["M", lx - face * h * .07, hy + h * .01, "Q", lx - face * h * .02, hy - h * .07, lx + face * h * .07, hy - h * .018, "Q", lx + face * h * .0, hy - h * .1, lx - face * h * .07, hy + h * .01, "Z"], hair)
        arm(arms[0], 1, mix(shirt, CREAM, .1))
        if hat == "non":
            self.path(["M", lx - h * .17, hy - h * .005, "Q", lx, hy + h * .05, lx + h * .17, hy - h * .005, "L", lx + h * .012, hy - h * .165, "Q", lx, hy - h * .175, lx - h * .012, hy - h * .165, "Z"], STRAW)
            self.path(["M", lx + h * .012, hy - h * .165, "L", lx + h * .17, hy - h * .005, "Q", lx + h * .1, hy + h * .022, lx + h * .03, hy + h * .026, "Z"], mix(STRAW, AMBER, .35))
        elif hat == "cap":
            self.path(["M", lx - h * .08, hy - h * .02, "Q", lx - h * .07, hy - h * .1, lx, hy - h * .1, "Q", lx + h * .07, hy - h * .1, lx + h * .08, hy - h * .02, "Z"], mix(shirt, INK, .25))
            self.path(["M", lx, hy - h * .025, "L", lx + face * h * .13, hy - h * .02], None, stroke=mix(shirt, INK, .35), sw=h * .025)
        elif hat == "khan":
            self.path(["M", lx - h * .085, hy - h * .01, "Q", lx - h * .07, hy - h * .1, lx, hy - h * .1, "Q", lx + h * .07, hy - h * .1, lx + h * .085, hy - h * .01, "Q", lx, hy - h * .06, lx - h * .085, hy - h * .01, "Z"], scarf or CREAM)

    # things
    def flag(self, x, y, h, w=None, wave=True, pole=INK2):
        """Pole foot at x, y."""
        w = w or h * .34
        fh = w * 2 / 3
        self.rect(x - h * .008, y - h, h * .016, h, pole)
        self.circ(x, y - h, h * .014, STAR)
        x0, y0, a = x + h * .008, y - h * .985, fh * .07 if wave else 0
        self.path(["M", x0, y0, "C", x0 + w * .3, y0 - a * 2, x0 + w * .65, y0 + a * 2, x0 + w, y0, "L", x0 + w, y0 + fh, "C", x0 + w * .65, y0 + fh + a * 2, x0 + w * .3, y0 + fh - a * 2, x0, y0 + fh, "Z"], FLAG)
        cx, cy, R = x0 + w / 2, y0 + fh / 2, fh * .3
        self.poly([(cx + (R if i % 2 == 0 else R * .382) * math.sin(i * math.pi / 5), cy - (R if i % 2 == 0 else R * .382) * math.cos(i * math.pi / 5)) for i in range(10)], STAR)

    def boat(self, x, y, w, hull=WOOD, rim=None, bow=None, reflect=RIVER, flip=1, deep=.08):
        self.ell(x, y + w * .1, w * .48, w * .03, INK, op=.18)
        d = ["M", x - w / 2, y - w * .1, "Q", x - w * .42, y + w * deep, x - w * .26, y + w * (deep + .01), "L", x + w * .26, y + w * (deep + .01), "Q", x + w * .42, y + w * deep, x + w / 2, y - w * .1,
             "Q", x + w * .34, y - w * .015, x, y - w * .01, "Q", x - w * .34, y - w * .015, x - w / 2, y - w * .1, "Z"]
        self.path(d, hull)
        self.path(["M", x - w * .48, y - w * .092, "Q", x - w * .33, y - w * .002, x, y + w * .003, "Q", x + w * .33, y - w * .002, x + w * .48, y - w * .092], None, stroke=rim or mix(hull, STRAW, .45), sw=w * .016)
        if bow:
            for s in (-1, 1):
                self.path(["M", x + s * w / 2, y - w * .1, "Q", x + s * w * .44, y + w * .04, x + s * w * .37, y + w * (deep - .012), "Q", x + s * w * .36, y + w * .0, x + s * w * .38, y - w * .035, "Q", x + s * w * .44, y - w * .06, x + s * w / 2, y - w * .1, "Z"], bow)
                self.ell(x + s * w * .405, y - w * .005, w * .02, w * .013, CREAM, rot=-20 * s)
                self.circ(x + s * w * .407, y - w * .005, w * .008, INK)

    def house(self, x, y, w, wall=CREAM, roof=BRICK, stilts=0, door=RIVER, fade=0, sky=PALE, kind="gable"):
        m = lambda c: mix(c, sky, fade)
        h = w * .42
        for i in range(5) if stilts else ():
            self.rect(x - w * .44 + i * w * .21, y - stilts, w * .025, stilts, m(WOOD))
        b = y - stilts
        self.rect(x - w / 2 + w * .03, b - h, w * .94, h, m(wall))
        self.rect(x - w / 2 + w * .03, b - h, w * .94, h * .16, m(mix(wall, INK, .16)))
        self.path(["M", x - w * .57, b - h * .94, "L", x - w * .42, b - h * 1.7, "L", x + w * .42, b - h * 1.7, "L", x + w * .57, b - h * .94, "Z"], m(roof))
        for i in range(7):
            t = -.34 + i * .113
            self.path(["M", x + t * w, b - h * 1.68, "L", x + t * w * 1.34, b - h * .96], None, stroke=m(mix(roof, INK, .18)), sw=w * .006)
        self.rect(x - w * .08, b - h * .66, w * .16, h * .66, m(door))
        self.rect(x - w * .005, b - h * .66, w * .01, h * .66, m(mix(door, INK, .3)))
        for s in (-1, 1):
            self.rect(x + s * w * .29 - w * .08, b - h * .6, w * .16, h * .32, m(mix(door, MIST, .5)))
            self.rect(x + s * w * .29 - w * .005, b - h * .6, w * .01, h * .32, m(wall))

    def bicycle(self, x, y, s, c=INK):
        for dx in (-30, 30):
            self.circ(x + dx * s, y - 20 * s, 19 * s, None, stroke=c, sw=3 * s)
        self.path(["M", x - 30 * s, y - 20 * s, "L", x - 14 * s, y - 48 * s, "L", x + 18 * s, y - 50 * s, "L", x, y - 20 * s, "L", x - 30 * s, y - 20 * s, "M", x, y - 20 * s, "L", x - 14 * s, y - 48 * s, "M", x + 30 * s, y - 20 * s, "L", x + 16 * s, y - 62 * s, "l", -9 * s, -3 * s, "M", x - 22 * s, y - 52 * s, "l", 14 * s, 0], None, stroke=c, sw=3.2 * s)

    def save(self, folder):
        svg = ('<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d">\n<!-- SPDX-License-Identifier: Apache-2.0 -->\n'
               "<title>%s</title>\n<defs>%s</defs>\n%s\n</svg>\n") % (W, H, W, H, self.title, "".join(self.defs), "\n".join(self.out))
        with open("%s/%s.svg" % (folder, self.name), "w", encoding="utf-8") as f:
            f.write(svg)
