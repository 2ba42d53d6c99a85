# SPDX-License-Identifier: Apache-2.0
"""Landscapes: fields, hills, rivers, water."""
import math
from drawkit import *


def canh_dong_lua():
    s = Scene("canh-dong-lua", "Cánh đồng lúa chín với hàng thốt nốt")
    s.sky(MIST, PAPER, sun=(880, 215))
    s.cloud(250, 120, 1.2); s.cloud(620, 80, .8, op=.5)
    s.ridge(0, 0, 0, mix(RIVER, PALE, .62), peaks=[(-20, 330), (120, 300), (260, 245), (380, 262), (520, 205), (650, 268), (800, 300), (960, 290), (1100, 315), (1220, 320)])
    s.ridge(0, 0, 0, mix(RIVER, PALE, .4), peaks=[(-20, 345), (180, 322), (330, 290), (470, 318), (620, 330), (800, 335), (1000, 312), (1220, 330)])
    s.treeline(352, 26, mix(MOSS, PALE, .3))
    s.rect(0, 350, W, 330, s.lin((0, STRAW), (.5, GOLD), (1, mix(GOLD, AMBER, .4))))
    for i, (y, c) in enumerate(((362, SAGE), (380, mix(GOLD, SAGE, .4)), (404, STRAW), (436, mix(GOLD, STRAW, .4)), (480, mix(SAGE, GOLD, .55)), (535, GOLD), (600, mix(GOLD, AMBER, .3)))):
        s.ridge(y, 4 + i * 2, 5, c)
    # dike path and farmers
    s.path(["M", 700, 356, "Q", 640, 420, 480, 480, "Q", 330, 560, 250, 690, "L", 420, 690, "Q", 470, 570, 560, 492, "Q", 690, 420, 712, 356, "Z"], mix(SAGE, PAPER2, .35))
    s.path(["M", 704, 356, "Q", 655, 425, 510, 488, "Q", 380, 580, 330, 690], None, stroke=mix(CREAM, PAPER2, .5), sw=9, op=.7)
    for x, h, f, l in ((1130, 190, .45, 6), (1075, 160, .5, -4), (1010, 140, .55, 4), (958, 118, .6, 2)):
        s.thotnot(x, 372, h, fade=f, lean=l)
    s.thotnot(210, 520, 390, lean=-14); s.thotnot(88, 500, 300, lean=10, fade=.12); s.thotnot(330, 476, 235, lean=6, fade=.22)
    s.person(640, 470, 78, shirt=BRICK, pants=INK, hat="non", face=-1, arms=((-.16, -.5), (-.2, -.42)))
    s.person(690, 462, 74, shirt=RIVER, pants=INK, hat="non", face=-1, arms=((.16, -.5), (-.16, -.42)))
    s.birds(560, 150, 6, 1.1)
    s.rect(0, 588, W, 90, s.lin((0, AMBER, 0), (1, mix(AMBER, MOSS, .4), .75)))
    s.rice(672, 165, step=26, stem=mix(SAGE, MOSS, .3), grain=mix(AMBER, GOLD, .3), x0=400, sw=3)
    s.rice(716, 190, step=21, stem=mix(MOSS, SAGE, .3), grain=mix(GOLD, STRAW, .35), sw=3.2)
    return s


def nui_cam():
    s = Scene("nui-cam", "Vùng Bảy Núi trong sương sớm")
    s.sky("#BFD9D0", "#FBEBCB", sun=(300, 190), glow="#F6D79A")
    s.cloud(760, 100, 1.1, op=.6); s.cloud(1020, 150, .8, op=.5)
    s.ridge(0, 0, 0, mix(RIVER, PALE, .72), peaks=[(-20, 320), (100, 270), (190, 215), (290, 250), (400, 290), (540, 250), (660, 180), (760, 150), (880, 190), (990, 240), (1100, 210), (1230, 260)])
    s.rect(0, 250, W, 120, s.lin((0, CREAM, 0), (1, CREAM, .7)))
    s.ridge(0, 0, 0, mix(RIVER, PALE, .4), peaks=[(-20, 370), (120, 340), (260, 300), (400, 225), (500, 190), (575, 165), (650, 172), (740, 215), (850, 285), (960, 330), (1100, 320), (1230, 350)])
    s.rect(0, 330, W, 90, s.lin((0, CREAM, 0), (1, CREAM, .75)))
    s.ridge(0, 0, 0, mix(MOSS, RIVER, .35), peaks=[(-20, 430), (140, 400), (300, 420), (520, 415), (720, 395), (850, 340), (950, 300), (1030, 288), (1120, 310), (1230, 350)])
    for i in range(70):
        x = s.r.uniform(760, 1200); y = s.r.uniform(345, 430)
        if y > 300 + abs(x - 1030) * .42: s.circ(x, y, s.r.uniform(10, 24), mix(mix(MOSS, RIVER, .25), SAGE, s.r.uniform(0, .3)))
    # pagoda on the slope
    x, y = 905, 372
    for w, h, yy in ((92, 26, 0), (66, 24, -38), (42, 22, -74)):
        s.rect(x - w * .4, y + yy - h, w * .8, h, STRAW)
        s.rect(x - 7, y + yy - h * .75, 14, h * .75, BRICK)
        s.path(["M", x - w * .66, y + yy - h + 4, "Q", x - w * .4, y + yy - h - 2, x - w * .28, y + yy - h - 16, "L", x + w * .28, y + yy - h - 16, "Q", x + w * .4, y + yy - h - 2, x + w * .66, y + yy - h + 4, "Z"], BRICK)
    s.line([(x, y - 110), (x, y - 132)], AMBER, 4)
    s.treeline(440, 34, mix(MOSS, INK, .08))
    # lake
    s.rect(0, 436, W, 250, s.lin((0, "#BFD6C8"), (.35, MIST), (1, RIVER)))
    s.path(s.smooth([(330, 438), (420, 470), (500, 505), (575, 528), (660, 512), (760, 470), (840, 438)], 438), mix(RIVER, MIST, .55), op=.5)
    s.ell(300, 470, 34, 10, "#F6D79A", op=.6); s.ell(300, 500, 50, 6, "#F6D79A", op=.4); s.ell(300, 530, 62, 5, "#F6D79A", op=.3)
    s.waves(450, 660, CREAM, 46, .35)
    s.ridge(0, 0, 0, mix(MOSS, INK, .1), peaks=[(-20, 560), (90, 566), (190, 590), (300, 640), (380, 690)])
    s.ridge(0, 0, 0, mix(MOSS, LEAF, .4), peaks=[(-20, 610), (120, 618), (260, 660), (330, 690)])
    s.thotnot(120, 596, 400, lean=16); s.thotnot(48, 580, 310, lean=-8, fade=.1); s.thotnot(214, 622, 270, lean=10, fade=.05)
    s.boat(700, 590, 170, hull=INK2, reflect=RIVER)
    s.person(660, 578, 96, shirt=BRICK, pants=INK2, pose="sit", hat="non", face=1, arms=((.3, -.1), (.22, -.12)))
    s.path(["M", 632, 584, "Q", 700, 594, 768, 584, "L", 745, 604, "L", 655, 604, "Z"], INK2)
    s.line([(688, 560), (760, 626)], WOOD, 4)
    s.birds(520, 120, 6, 1)
    s.grass(676, 60, mix(MOSS, SAGE, .4), x1=360, step=7)
    return s


def song_hau():
    s = Scene("song-hau", "Sông Hậu buổi sớm với ghe thuyền và làng bè")
    s.sky("#A9CBC0", "#FCE7C0", sun=(720, 250), glow="#F7D28C", r=52)
    s.cloud(240, 130, 1.3, op=.6); s.cloud(1010, 100, 1, op=.5); s.cloud(520, 190, .7, op=.4)
    s.ridge(300, 6, 6, mix(RIVER, PALE, .6), base=330)
    s.treeline(318, 26, mix(MOSS, PALE, .45)); s.treeline(322, 18, mix(MOSS, PALE, .2), x0=-20, x1=420)
    for x, h in ((60, 80), (96, 66), (372, 70), (1090, 84), (1150, 70)):
        s.coconut(x, 322, h, lean=6, fade=.4)
    for x, w in ((160, 64), (250, 52), (930, 60), (1015, 54)):
        s.house(x, 324, w, stilts=8, fade=.3, roof=BRICK if x % 20 else CLAY)
    s.rect(0, 322, W, 360, s.lin((0, "#E9DDB8"), (.18, "#A9C8B8"), (.6, RIVER), (1, DEEP)))
    for i in range(14):
        s.ell(720 + s.r.uniform(-12, 12), 336 + i * 17, 62 - i * 1.5 + s.r.uniform(-14, 14), 3.2, "#F9DDA0", op=.75 - i * .04)
    s.waves(334, 670, CREAM, 80, .28)
    # fish-raft house
    x, y = 255, 430
    s.rect(x - 150, y - 8, 300, 22, WOOD); s.rect(x - 160, y + 10, 320, 8, mix(WOOD, INK, .4))
    for i in range(9): s.ell(x - 140 + i * 35, y + 20, 16, 7, mix(RIVER, INK, .35))
    s.house(x - 20, y - 8, 170, roof=CLAY, wall=PAPER2, door=DEEP)
    s.person(x + 100, y - 8, 66, shirt=RIVER, pants=INK, hat="non", face=1, arms=((.24, -.5), (.2, -.52)))
    s.line([(x + 112, y - 42), (x + 150, y + 6)], WOOD, 3)
    # barge of sand/rice
    s.boat(910, 440, 300, hull=mix(INK, RIVER, .3), bow=BRICK)
    s.path(["M", 800, 436, "Q", 850, 392, 905, 396, "Q", 960, 390, 975, 436, "Z"], GOLD); s.path(["M", 800, 436, "Q", 850, 404, 905, 408, "Q", 955, 410, 975, 436, "Z"], AMBER, op=.35)
    s.rect(985, 394, 62, 42, CREAM); s.rect(978, 386, 78, 10, BRICK); s.rect(996, 406, 16, 16, RIVER); s.rect(1022, 406, 16, 16, RIVER)
    s.flag(1052, 434, 76, 26)
    # foreground sampan
    s.boat(560, 575, 380, hull="#5F4638", rim=STRAW)
    for i in range(6): s.circ(520 + i * 24, 566 - (i % 2) * 9, 15, (LEAF, GOLD, SAGE, CLAY, LEAF, GOLD)[i])
    s.path(["M", 500, 572, "q", 70, 10, 160, 0, "l", 0, 10, "l", -160, 0, "Z"], "#5F4638")
    s.person(425, 572, 172, shirt=BRICK, pants=INK, hat="non", face=1, arms=((.24, -.52), (.2, -.42)), scarf=CREAM, stride=.04, shadow=False)
    s.line([(486, 462), (372, 640)], WOOD, 6); s.ell(370, 644, 10, 26, WOOD, rot=32)
    s.path(["M", 380, 556, "Q", 440, 572, 520, 574, "L", 520, 604, "L", 440, 604, "Q", 400, 590, 380, 556, "Z"], "#5F4638")
    for i in range(5): s.ell(560 + s.r.uniform(-120, 120), 622 + i * 8, 90 - i * 12, 2.4, "#5F4638", op=.35)
    s.birds(420, 110, 5); s.birds(860, 190, 3, .8)
    for i in range(9):  # water hyacinth
        x, y = 960 + i * 32 + s.r.uniform(-8, 8), 640 + s.r.uniform(-14, 22)
        for a in (-2.3, -1.9, -1.5, -1.1, -.7): s.leaf(x, y, a, s.r.uniform(26, 44), 11, mix(LEAF, MOSS, s.r.random()), False)
        if i % 3 == 0:
            for k in range(5): s.circ(x + s.r.uniform(-6, 6), y - 46 + k * 5, 6, "#B9A3C4")
    return s


def cho_noi():
    s = Scene("cho-noi", "Chợ nổi trên sông")
    s.sky("#B7D4C8", "#FBE9C8", sun=(190, 180), glow="#F6D596")
    s.cloud(900, 110, 1.2, op=.6)
    s.treeline(278, 34, mix(MOSS, PALE, .35))
    for x, h in ((420, 90), (470, 76), (760, 88), (1130, 96)): s.coconut(x, 284, h, lean=8, fade=.35)
    for x, w in ((560, 66), (650, 58), (1010, 64)): s.house(x, 288, w, stilts=10, fade=.25, roof=CLAY)
    s.rect(0, 284, W, 400, s.lin((0, "#D9DEC0"), (.25, "#8FBBAC"), (.7, RIVER), (1, DEEP)))
    s.waves(296, 660, CREAM, 90, .28)
    for x, y, w, c, col in ((340, 336, 150, INK2, LEAF), (900, 330, 140, WOOD, GOLD), (620, 340, 120, WOOD, CLAY)):
        s.boat(x, y, w, hull=mix(c, PALE, .15), bow=BRICK)
        for i in range(8): s.circ(x - w * .2 + i * w * .055, y - 3 - (i % 2) * 5, w * .05, mix(col, STRAW, (i % 3) * .2))
        s.line([(x + w * .3, y), (x + w * .3, y - w * .8)], WOOD, 3)
        for k in range(3): s.circ(x + w * .3 + (k % 2 * 8 - 4), y - w * .78 + k * 9, 5, col)
    s.person(300, 336, 60, shirt=BRICK, hat="non", pose="sit", arms=((.2, -.1), (.18, -.06)))
    s.person(945, 330, 58, shirt=RIVER, hat="non", pose="sit", face=-1, arms=((-.16, -.1), (-.2, -.06)))
    # big boat with roof
    x, y = 790, 470
    s.boat(x, y, 470, hull="#60473A", bow=BRICK, rim=STRAW)
    s.path(["M", x - 20, y - 6, "L", x - 10, y - 92, "Q", x + 75, y - 128, x + 160, y - 92, "L", x + 170, y - 6, "Z"], PAPER2)
    s.path(["M", x - 34, y - 84, "Q", x + 75, y - 146, x + 184, y - 84, "L", x + 174, y - 76, "Q", x + 75, y - 124, x - 24, y - 76, "Z"], AMBER)
    s.rect(x + 20, y - 70, 46, 40, DEEP, rx=4); s.rect(x + 84, y - 70, 46, 40, DEEP, rx=4)
    s.line([(x - 100, y), (x - 100, y - 262)], WOOD, 6)
    for k in range(4):
        s.ell(x - 100 + (-14 if k % 2 else 14), y - 246 + k * 24, 15, 18, (GOLD, LEAF, GOLD, CLAY)[k]); s.line([(x - 100, y - 256 + k * 24), (x - 100 + (-14 if k % 2 else 14), y - 258 + k * 24)], WOOD, 2)
    for r in range(4):
        for i in range(9 - r * 2):
            s.ell(x - 186 + r * 17 + i * 17, y - 14 - r * 15, 11, 11, mix((GOLD, LEAF, CLAY)[(r + i) % 3], STRAW, .15))
    s.path(["M", x - 215, y - 14, "Q", x - 120, y - 2, x, y - 4, "L", x + 180, y - 6, "L", x + 150, y + 20, "L", x - 170, y + 20, "Z"], "#60473A")
    s.person(x - 32, y - 10, 108, shirt=MOSS, pants=INK, face=-1, scarf=BRICK, arms=((.1, -.4), (-.36, -.5)), shadow=False)
    s.path(["M", x - 60, y - 12, "L", x + 10, y - 8, "L", x + 10, y + 14, "L", x - 60, y + 14, "Z"], "#60473A")
    # foreground sampans meet
    x, y = 330, 560
    s.boat(x, y, 430, hull="#4E4A44", rim=STRAW)
    for i in range(12): s.leaf(x - 40 + i * 11, y + 2, -1.57 + (i - 6) * .12, 50, 12, mix(LEAF, MOSS, (i % 3) * .4), False)
    for i in range(7): s.circ(x + 95 + i * 15, y - 4 - (i % 2) * 12, 12, (BRICK, CLAY, BRICK, CLAY, GOLD, CLAY, BRICK)[i])
    s.person(x - 100, y - 6, 170, shirt=BRICK, pants=INK, hat="non", pose="sit", face=1, scarf=CREAM, arms=((.36, -.3), (.24, -.12)))
    s.person(x + 172, y - 8, 128, shirt=RIVER, hat="non", pose="sit", face=-1, arms=((-.28, -.26), (-.2, -.1)))
    s.path(["M", x - 185, y - 18, "Q", x - 80, y + 0, x, y + 2, "Q", x + 100, y, x + 190, y - 20, "L", x + 150, y + 34, "L", x - 150, y + 34, "Z"], "#4E4A44")
    for i in range(6): s.ell(x + s.r.uniform(-60, 60), y + 54 + i * 9, 150 - i * 20, 2.6, INK, op=.22)
    for i in range(5): s.ell(790 + s.r.uniform(-60, 60), 528 + i * 9, 170 - i * 22, 2.6, INK, op=.2)
    # corner leaves
    for a, L in ((-2.7, 230), (-2.35, 260), (-2.0, 220), (2.95, 200)): s.frond(1230, 690, a, L, mix(MOSS, INK, .2), .15)
    return s


def hoa_sen():
    s = Scene("hoa-sen", "Đầm sen mùa hè")
    s.sky("#BBD8CB", "#FBF0D6", sun=(960, 170), glow="#F7E0AC")
    s.cloud(260, 120, 1.2, op=.6)
    s.ridge(230, 30, 5, mix(RIVER, PALE, .65)); s.treeline(286, 36, mix(MOSS, PALE, .35))
    for x, h, f in ((120, 150, .3), (180, 120, .4), (1080, 130, .4)): s.thotnot(x, 290, h, fade=f, lean=4)
    s.house(330, 292, 84, stilts=10, fade=.2, roof=CLAY)
    s.rect(0, 286, W, 400, s.lin((0, "#D5E0CB"), (.3, "#9CC3B3"), (1, DEEP)))
    s.waves(296, 500, CREAM, 40, .4)
    for k, (y0, y1, w0, w1, cnt, f) in enumerate(((300, 340, 16, 28, 60, .45), (345, 410, 32, 52, 42, .25))):
        for y in sorted(s.r.uniform(y0, y1) for _ in range(cnt)):
            s.pad(s.r.uniform(-20, W + 20), y, s.r.uniform(w0, w1), mix(MOSS, PALE, f * s.r.uniform(.8, 1.2)), .3)
        for _ in range(14 - 3 * k):
            s.lotus(s.r.uniform(20, W - 20), s.r.uniform(y0 - 8, y1 - 6), .3 + .22 * k, mix(ROSE, PALE, .25 - .15 * k), s.r.uniform(.5, 1))
    # woman in sampan
    x, y = 760, 452
    s.boat(x, y, 330, hull="#5B473C", rim=STRAW)
    s.person(x - 60, y - 4, 160, shirt="#8E4A5C", pants=INK, hat="non", pose="sit", face=1, scarf=CREAM, arms=((.34, -.28), (.26, -.2)))
    for i in range(6): s.lotus(x + 30 + i * 15, y - 22 - (i % 2) * 10, .34, ROSE, .55)
    s.path(["M", x - 140, y - 14, "Q", x, y + 8, x + 140, y - 14, "L", x + 112, y + 26, "L", x - 112, y + 26, "Z"], "#5B473C")
    for y in sorted(s.r.uniform(470, 690) for _ in range(46)):
        t = (y - 440) / 240
        s.pad(s.r.uniform(-40, W + 40), y, 60 + 70 * t, mix(MOSS, INK, .25 * t * s.r.random()), .33)
    for x, y, k, o in ((140, 470, .8, .9), (420, 500, .9, .6), (1030, 500, .9, 1), (610, 540, 1.1, 1)): s.lotus(x, y, k, ROSE, o)
    s.lotus(285, 500, 2.1, ROSE, 1); s.lotus(905, 560, 1.6, mix(ROSE, CREAM, .3), .85); s.lotus(80, 560, 1.4, ROSE, .5); s.lotus(1135, 520, 1.3, ROSE, .6)
    x, y = 460, 560  # seed pod
    s.path(["M", x, y, "q", 5, 50, -4, 130], None, stroke=MOSS, sw=7); s.path(["M", x - 36, y - 22, "L", x + 36, y - 22, "Q", x + 26, y + 22, x, y + 26, "Q", x - 26, y + 22, x - 36, y - 22, "Z"], mix(SAGE, AMBER, .25)); s.ell(x, y - 22, 36, 11, SAGE)
    for i in range(7): s.ell(x - 22 + i * 7.4, y - 22 + (i % 2) * 5 - 2, 3.6, 2.4, MOSS)
    for x, w in ((180, 170), (520, 150), (820, 190), (1100, 150)): s.pad(x, 672, w, mix(MOSS, INK, .12), .3)
    return s


def cau_nong_thon():
    s = Scene("cau-nong-thon", "Cây cầu nông thôn bắc qua kênh")
    s.sky("#B4D3C8", "#FAEFD6", sun=(980, 150), glow="#F6DFA8")
    s.cloud(300, 110, 1.2, op=.7); s.cloud(720, 150, .8, op=.5)
    s.ridge(300, 14, 6, mix(RIVER, PALE, .6)); s.treeline(340, 46, mix(MOSS, PALE, .3))
    # canal
    s.rect(0, 345, W, 340, mix(LEAF, SAGE, .4))
    s.path(["M", 500, 346, "L", 700, 346, "L", 1010, 690, "L", 190, 690, "Z"], s.lin((0, "#CFDDC6"), (.4, "#86B5A6"), (1, DEEP)))
    s.waves(360, 660, CREAM, 34, .35, 420, 780)
    s.path(["M", 500, 346, "L", 190, 690, "L", 60, 690, "L", 440, 346, "Z"], mix(MOSS, SAGE, .4)); s.path(["M", 700, 346, "L", 1010, 690, "L", 1140, 690, "L", 760, 346, "Z"], mix(MOSS, SAGE, .3))
    s.path(["M", 440, 346, "L", 60, 690, "L", -120, 690, "L", 418, 346, "Z"], PAPER2); s.path(["M", 760, 346, "L", 1140, 690, "L", 1320, 690, "L", 782, 346, "Z"], PAPER2)
    for x, y, w, r in ((290, 372, 90, CLAY), (180, 410, 130, BRICK), (905, 370, 90, BRICK), (1020, 410, 130, CLAY)): s.house(x, y, w, roof=r, fade=.1)
    for x, y, h in ((350, 372, 130), (240, 420, 170), (860, 372, 130), (1110, 430, 190)): s.coconut(x, y, h, lean=-10 if x < 600 else 12, fade=.05)
    s.banana(90, 470, 1.3); s.banana(1160, 480, 1.2, SAGE)
    # bridge: gentle arch
    def arch(x): return 470 - 74 * (1 - ((x - 600) / 520) ** 2)
    for x in (420, 600, 780):
        s.rect(x - 20, arch(x) + 6, 12, 560 - arch(x) - (0 if x == 600 else 8), mix(PAPER2, INK, .3)); s.rect(x + 8, arch(x) + 6, 12, 560 - arch(x), mix(PAPER2, INK, .22)); s.rect(x - 28, arch(x) + 10, 56, 16, mix(PAPER2, INK, .18))
        s.ell(x, 562, 40, 5, INK, op=.25)
    xs = [-80 + i * 40 for i in range(35)]
    for a, b in ((-80, 300), (1280, 900)):  # ramps
        s.path(["M", a, arch(a) + 14, "Q", (a + b) / 2, arch((a + b) / 2) + 14, b, arch(b) + 14, "L", b + (18 if a < 0 else -18), 500, "Q", (a + b) / 2, 540, a, 580, "Z"], mix(PAPER2, INK, .16))
    s.path(s.smooth([(x, arch(x)) for x in xs]) + ["L", 1280, arch(1280) + 22] + sum((["L", x, arch(x) + 22] for x in xs[::-1]), []) + ["Z"], CREAM)
    s.path(s.smooth([(x, arch(x) + 20) for x in xs]), None, stroke=mix(PAPER2, INK, .35), sw=6)
    # people on the bridge
    def on(x): return arch(x) + 3
    s.bicycle(500, on(500), 1.05); s.person(498, on(498) - 10, 104, shirt=CREAM, pants=INK, face=1, arms=((.26, -.46), (.2, -.46)), shadow=False, stride=.07)
    s.person(640, on(640), 96, shirt=BRICK, pants=INK, hat="non", face=-1, scarf=CREAM); s.person(690, on(690), 70, shirt=RIVER, pants=INK, face=-1, hat="cap", arms=((.14, -.46), (-.2, -.5)))
    s.path(s.smooth([(x, arch(x) - 44) for x in xs]), None, stroke=RIVER, sw=6); s.path(s.smooth([(x, arch(x) - 24) for x in xs]), None, stroke=RIVER, sw=4)
    for x in xs[::1]: s.line([(x, arch(x) - 46), (x, arch(x) + 4)], DEEP, 5)
    s.boat(560, 626, 270, hull="#5B473C", rim=STRAW); s.person(500, 620, 130, shirt=MOSS, hat="non", pose="sit", face=1, arms=((.34, -.2), (.26, -.2)))
    s.path(["M", 455, 616, "Q", 560, 634, 670, 616, "L", 640, 648, "L", 480, 648, "Z"], "#5B473C"); s.line([(530, 578), (610, 672)], WOOD, 5)
    for x in (40, 110, 1075, 1150): s.grass(690, 90, mix(MOSS, SAGE, .3), x - 50, x + 60, 8)
    for i in range(26): s.circ(s.r.choice((s.r.uniform(0, 130), s.r.uniform(1060, 1200))), s.r.uniform(608, 665), s.r.uniform(4, 7), s.r.choice((GOLD, BRICK, CREAM, ROSE)))
    return s


def mua_nuoc_noi():
    s = Scene("mua-nuoc-noi", "Mùa nước nổi, bông điên điển vàng")
    s.sky("#A7C8C4", "#F7EAD0", sun=(420, 200), glow="#F3DCA4", r=40)
    s.cloud(200, 110, 1.4, fill="#E4EAE0", op=.8); s.cloud(820, 90, 1.3, fill="#E4EAE0", op=.8); s.cloud(1060, 180, .9, op=.6)
    s.ridge(250, 26, 6, mix(RIVER, PALE, .68)); s.treeline(300, 20, mix(MOSS, PALE, .5))
    s.rect(0, 298, W, 390, s.lin((0, "#E3E0C6"), (.25, "#B5CDBb"), (.7, "#74A79B"), (1, RIVER)))
    s.waves(306, 670, CREAM, 90, .4)
    for x, h, y in ((860, 150, 318), (930, 178, 326), (1000, 140, 316)):
        s.thotnot(x, y, h, fade=.35, lean=3); s.ell(x, y, 26, 3, CREAM, op=.6)
        s.path(["M", x - 3, y + 2, "L", x + 3, y + 2, "L", x + 2, y + 60, "L", x - 2, y + 60, "Z"], MOSS, op=.22)
    x, y = 1080, 372
    s.house(x, y, 130, stilts=30, roof=CLAY, fade=.08); s.ell(x, y, 80, 4, CREAM, op=.6); s.rect(x - 70, y + 4, 140, 34, CLAY, op=.12)
    s.line([(x - 60, y - 26), (x - 120, y + 10)], WOOD, 5); s.boat(x - 150, y + 14, 100, hull=WOOD)
    # fish trap stakes
    for i in range(13): s.line([(120 + i * 18, 392 - (i % 3) * 3), (124 + i * 18, 352 - (i % 2) * 6)], mix(WOOD, PALE, .2), 4)
    s.line([(116, 372), (346, 368)], mix(WOOD, PALE, .2), 3)
    # net casting fisherman
    x, y = 640, 500
    s.boat(x, y, 400, hull="#5B473C", rim=STRAW)
    s.path(["M", x + 66, y - 118, "Q", x + 180, y - 210, x + 300, y - 150, "Q", x + 345, y - 110, x + 330, y - 70, "Q", x + 250, y - 30, x + 170, y - 60, "Q", x + 120, y - 90, x + 66, y - 118, "Z"], CREAM, op=.42)
    for k in range(8):
        t = k / 7
        s.path(["M", x + 66, y - 118, "Q", x + 150 + 20 * t, y - 190 + 120 * t, x + 300 + 30 * math.sin(t * 3) - 120 * max(0, t - .5), y - 150 + 88 * t], None, stroke=CREAM, sw=1.6, op=.85)
    for k in range(4):
        q = .35 + k * .2
        s.path(["M", x + 66 + 110 * q, y - 118 - 70 * q, "Q", x + 66 + 300 * q, y - 118 - 40 * q + 20, x + 66 + 110 * q, y - 118 + 58 * q], None, stroke=CREAM, sw=1.4, op=.7)
    s.person(x - 10, y + 4, 190, shirt=BRICK, pants=INK, face=1, hat="khan", scarf=CREAM, arms=((.4, -.64), (.34, -.52)), shadow=False, stride=.08)
    s.person(x - 130, y - 2, 140, shirt=MOSS, hat="non", pose="sit", face=1, arms=((.16, -.18), (-.1, -.1)))
    s.line([(x - 118, y - 30), (x - 210, y + 70)], WOOD, 6)
    s.path(["M", x - 172, y - 18, "Q", x - 60, y + 2, x + 60, y + 2, "L", x + 60, y + 34, "L", x - 140, y + 34, "Z"], "#5B473C")
    for i in range(6): s.ell(x + s.r.uniform(-50, 50), y + 52 + i * 9, 150 - i * 20, 2.6, INK, op=.2)
    s.birds(640, 140, 7, 1.1)
    # dien dien branches in front
    def branch(x, y, a, L, k):
        ex, ey = x + math.cos(a) * L, y + math.sin(a) * L
        s.path(["M", x, y, "Q", (x + ex) / 2 + 20, (y + ey) / 2 - 10, ex, ey], None, stroke=MOSS, sw=5)
        for i in range(k):
            t = .25 + .75 * i / k
            px, py = x + (ex - x) * t + 14 * math.sin(t * 3), y + (ey - y) * t
            for sd in (-1, 1):
                b = a + sd * 1.15
                qx, qy = px + math.cos(b) * 62, py + math.sin(b) * 62 + 12
                s.line([(px, py), (qx, qy)], LEAF, 2)
                for j in range(6):
                    u = (j + 1) / 6
                    for e in (-1, 1): s.ell(px + (qx - px) * u + e * 4, py + (qy - py) * u + e * 4, 7, 3, mix(LEAF, SAGE, s.r.random()), rot=math.degrees(b) + e * 60)
            if i % 2 == 0:
                fx, fy = px + s.r.uniform(-26, 26), py + 22
                for j in range(5):
                    s.path(["M", fx + j * 8 - 16, fy + j % 2 * 12, "q", -11, 5, -5, 17, "q", 9, 7, 14, -4, "q", 2, -12, -9, -13, "Z"], mix("#F0C23A", AMBER, .12 * (j % 3)))
    for a in ((-40, 700, -1.0, 400, 9), (60, 710, -1.2, 330, 8), (190, 715, -1.35, 230, 6), (-20, 560, -.6, 250, 6), (1230, 710, -2.1, 330, 8), (1140, 715, -1.8, 220, 6)): branch(*a)
    return s


ALL = [canh_dong_lua, nui_cam, song_hau, cho_noi, hoa_sen, cau_nong_thon, mua_nuoc_noi]
