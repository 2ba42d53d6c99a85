# SPDX-License-Identifier: Apache-2.0
"""People and places: school, health post, culture house, one-stop counter, crafts, festivals."""
import math
from drawkit import *


def ground(s, y, c=PAPER2, grass=LEAF):
    s.rect(0, y, W, H - y, s.lin((0, mix(grass, SAGE, .5)), (1, grass)))
    s.path(["M", -10, y + 70, "Q", W / 2, y + 34, W + 10, y + 70, "L", W + 10, 690, "L", -10, 690, "Z"], c)


def backdrop(s, y, sun=(960, 150), hills=True):
    s.sky("#B4D3C8", "#FAEFD6", sun=sun, glow="#F6DFA8")
    s.cloud(250, 110, 1.2, op=.7); s.cloud(660, 84, .8, op=.5)
    if hills: s.ridge(y - 70, 24, 6, mix(RIVER, PALE, .66))
    s.treeline(y, 60, mix(MOSS, PALE, .35))


def potted(s, x, y, k, c=BRICK):
    s.path(["M", x - 16 * k, y - 26 * k, "L", x + 16 * k, y - 26 * k, "L", x + 11 * k, y, "L", x - 11 * k, y, "Z"], c)
    for a, L in ((-2.5, 40), (-2.0, 52), (-1.57, 60), (-1.1, 52), (-.6, 40)): s.leaf(x, y - 24 * k, a, L * k, 9 * k, mix(LEAF, MOSS, abs(a + 1.57)))


def truong_hoc():
    s = Scene("truong-hoc", "Sân trường giờ ra chơi")
    backdrop(s, 300, sun=(170, 150))
    ground(s, 400, "#EFE2C4")
    # two-storey block
    x0, y0, w = 230, 432, 740
    s.rect(x0, y0 - 250, w, 250, "#F3DFA6"); s.rect(x0 - 20, y0 - 268, w + 40, 22, BRICK); s.rect(x0 - 12, y0 - 132, w + 24, 12, CREAM)
    s.path(["M", x0 + 250, y0 - 268, "L", x0 + 370, y0 - 336, "L", x0 + 490, y0 - 268, "Z"], BRICK); s.circ(x0 + 370, y0 - 292, 16, STRAW)
    for f in (0, 1):
        yy = y0 - 122 * f - (10 if f else 0)
        s.rect(x0 + 10, yy - 106, w - 20, 100, mix("#F3DFA6", INK, .13))
        for i in range(6):
            x = x0 + 30 + i * 118
            s.rect(x, yy - 88, 42, 82, RIVER); s.rect(x + 20, yy - 88, 2, 82, DEEP); s.rect(x + 54, yy - 84, 44, 40, MIST); s.rect(x + 75, yy - 84, 2, 40, CREAM); s.rect(x + 54, yy - 65, 44, 2, CREAM)
        for i in range(7): s.rect(x0 + 4 + i * 119, yy - 110, 12, 110, CREAM)
        if f:
            s.rect(x0, yy - 34, w, 5, BRICK)
            for i in range(62): s.rect(x0 + 4 + i * 12, yy - 34, 2.5, 32, mix(BRICK, CREAM, .25))
    s.ell(600, y0 + 4, 400, 8, INK, op=.14)
    s.flag(600, 470, 330, 100)
    s.rect(570, 462, 60, 16, CREAM); s.rect(584, 450, 32, 14, BRICK)
    s.tree(110, 480, 1.75, LEAF); s.tree(1090, 480, 1.75, mix(LEAF, MOSS, .3))
    for i in range(26): s.circ(1090 + s.r.uniform(-95, 95), 300 + s.r.uniform(-70, 90), s.r.uniform(5, 9), BRICK)
    for x, y, h, f, kw in ((300, 540, 120, 1, {}), (350, 552, 118, -1, dict(bun=True)), (820, 540, 116, -1, dict(bun=True)), (452, 600, 132, 1, {}), (910, 590, 130, 1, dict(bun=True))):
        s.person(x, y, h, shirt=CREAM, pants=DEEP if not kw else BRICK, face=f, scarf=FLAG, arms=((.17, -.62), (-.18, -.44)), **kw)
    # skipping rope
    s.person(640, 612, 140, shirt=CREAM, pants=DEEP, face=1, scarf=FLAG, arms=((.24, -.5), (-.14, -.46)))
    s.person(850, 620, 140, shirt=CREAM, pants=DEEP, face=-1, scarf=FLAG, arms=((.14, -.46), (-.24, -.5)))
    s.path(["M", 674, 542, "Q", 745, 690, 816, 550], None, stroke=BRICK, sw=4)
    s.person(745, 596, 134, shirt=CREAM, pants=BRICK, face=1, bun=True, scarf=FLAG, arms=((.2, -.66), (-.2, -.66)), shadow=False); s.ell(745, 628, 26, 5, INK, op=.15)
    # teacher in ao dai
    s.person(200, 596, 184, shirt=RIVER, pants=CREAM, dress=True, bun=True, face=1, arms=((.2, -.44), (.02, -.44)))
    s.rect(214, 504, 34, 24, CREAM, rx=2); s.rect(214, 504, 34, 5, BRICK)
    for x in (40, 1010, 1100, 1170): potted(s, x, 660, 1.2)
    return s


def tram_y_te():
    s = Scene("tram-y-te", "Trạm y tế, người dân đưa con đi tiêm chủng")
    backdrop(s, 300)
    ground(s, 410, "#EEE4CB")
    x, y = 560, 440
    s.rect(x - 330, y - 190, 660, 190, CREAM); s.rect(x - 330, y - 40, 660, 40, mix(MIST, CREAM, .4))
    s.path(["M", x - 372, y - 184, "L", x - 320, y - 258, "L", x + 320, y - 258, "L", x + 372, y - 184, "Z"], mix(BRICK, CLAY, .4)); s.rect(x - 372, y - 188, 744, 8, mix(BRICK, INK, .25))
    for i in range(15): s.path(["M", x - 300 + i * 43, y - 256, "L", x - 340 + i * 48.6, y - 190], None, stroke=mix(BRICK, INK, .12), sw=2)
    for dx in (-270, -160, 160, 270):
        s.rect(x + dx - 36, y - 142, 72, 72, RIVER); s.rect(x + dx - 31, y - 137, 62, 62, mix(PALE, MIST, .4)); s.rect(x + dx - 2, y - 142, 4, 72, RIVER); s.rect(x + dx - 36, y - 108, 72, 4, RIVER)
    s.rect(x - 84, y - 206, 168, 206, "#F4E8CC"); s.path(["M", x - 104, y - 200, "L", x, y - 282, "L", x + 104, y - 200, "Z"], BRICK)
    s.rect(x - 44, y - 130, 88, 130, mix(DEEP, RIVER, .3)); s.rect(x - 40, y - 126, 38, 126, MIST); s.rect(x + 2, y - 126, 38, 126, MIST)
    s.circ(x, y - 170, 30, CREAM); s.rect(x - 7, y - 190, 14, 40, RIVER); s.rect(x - 20, y - 177, 40, 14, RIVER)
    s.ell(x, y + 4, 390, 8, INK, op=.13); s.rect(x - 110, y - 4, 220, 12, mix(PAPER2, INK, .1)); s.rect(x - 130, y + 8, 260, 10, mix(PAPER2, INK, .16))
    s.coconut(120, 450, 260, lean=-16); s.tree(1050, 452, 1.5, LEAF); s.flag(960, 452, 230, 74)
    # table with nurse
    s.person(800, 560, 190, shirt=CREAM, pants=CREAM, face=-1, bun=True, hat="cap", arms=((.04, -.48), (-.24, -.5)))
    s.person(660, 575, 186, shirt=BRICK, pants=INK, face=1, bun=True, arms=((.14, -.54), (.2, -.46)))
    s.ell(694, 470, 24, 30, STRAW, rot=20); s.circ(704, 440, 15, SKIN); s.path(["M", 690, 436, "q", 14, -22, 28, -2, "z"], INK)
    s.rect(834, 486, 190, 14, WOOD, rx=3); s.rect(846, 500, 10, 90, WOOD); s.rect(1000, 500, 10, 90, WOOD); s.rect(876, 440, 70, 46, RIVER, rx=6); s.rect(902, 432, 18, 10, DEEP, rx=3); s.rect(906, 450, 10, 26, CREAM); s.rect(898, 458, 26, 10, CREAM)
    for i in range(3): s.rect(962 + i * 16, 466, 9, 20, (MIST, ROSE, STRAW)[i], rx=2)
    # waiting on the bench
    s.rect(180, 540, 300, 14, WOOD, rx=3)
    for i in (200, 450): s.rect(i, 552, 10, 56, mix(WOOD, INK, .2))
    s.person(240, 540, 176, shirt=MOSS, pants=INK, pose="sit", face=1, hair="#B9B4AA", bun=True, arms=((.2, -.12), (.16, -.1)))
    s.person(330, 540, 172, shirt="#A45E6B", pants=INK, pose="sit", face=1, bun=True, arms=((.16, -.2), (.2, -.14)))
    s.person(400, 540, 112, shirt=GOLD, pants=DEEP, pose="sit", face=1, arms=((.2, -.1), (.14, -.1)))
    s.person(528, 606, 118, shirt=RIVER, pants=INK, face=1, arms=((.16, -.46), (-.16, -.46)))
    for xx in (60, 130, 1090, 1160): potted(s, xx, 664, 1.3)
    return s


def nha_van_hoa():
    s = Scene("nha-van-hoa", "Nhà văn hóa ấp và người dân đến sinh hoạt")
    backdrop(s, 310, sun=(990, 140))
    ground(s, 420, "#EBDCB8")
    x, y = 600, 450
    s.rect(x - 300, y - 170, 600, 170, "#F6E6BC"); s.rect(x - 300, y - 30, 600, 30, CLAY)
    s.path(["M", x - 350, y - 164, "L", x - 270, y - 262, "L", x + 270, y - 262, "L", x + 350, y - 164, "Z"], BRICK); s.rect(x - 350, y - 170, 700, 10, mix(BRICK, INK, .3))
    for i in range(13): s.path(["M", x - 250 + i * 42, y - 260, "L", x - 320 + i * 53, y - 172], None, stroke=mix(BRICK, INK, .14), sw=2.4)
    s.rect(x - 120, y - 196, 240, 196, CREAM); s.path(["M", x - 150, y - 190, "L", x, y - 290, "L", x + 150, y - 190, "Z"], mix(BRICK, CLAY, .3)); s.path(["M", x - 100, y - 198, "L", x, y - 264, "L", x + 100, y - 198, "Z"], CREAM)
    s.rect(x - 96, y - 182, 192, 34, FLAG); s.rect(x - 60, y - 168, 120, 5, STAR); 
    for dx in (-112, 96): s.rect(x + dx, y - 190, 16, 190, STRAW)
    s.rect(x - 60, y - 128, 120, 128, DEEP); s.rect(x - 54, y - 122, 52, 122, RIVER); s.rect(x + 2, y - 122, 52, 122, RIVER)
    for dx in (-232, -168, 168, 232):
        s.rect(x + dx - 24, y - 128, 48, 76, RIVER); s.rect(x + dx - 20, y - 124, 40, 68, MIST); s.rect(x + dx - 2, y - 124, 4, 68, RIVER)
    s.rect(x - 150, y - 4, 300, 12, mix(PAPER2, INK, .12)); s.rect(x - 172, y + 8, 344, 12, mix(PAPER2, INK, .18))
    s.flag(360, 500, 360, 108); s.rect(336, 492, 48, 14, CREAM)
    s.coconut(120, 470, 280, lean=14); s.tree(1070, 470, 1.7, mix(LEAF, SAGE, .3)); s.tree(940, 452, .9, MOSS, fade=.1)
    # loudspeaker pole
    s.rect(206, 260, 7, 230, INK2); 
    for d in (-1, 1): s.path(["M", 209, 272, "l", d * 16, -6, "l", d * 24, -12, "l", 0, 38, "l", -d * 24, -12, "Z"], INK2)
    people = ((430, 548, 150, RIVER, 1, dict(bun=True)), (488, 556, 158, CREAM, -1, {}), (690, 540, 150, MOSS, -1, {}), (740, 552, 148, BRICK, -1, dict(bun=True)), (860, 590, 166, GOLD, -1, dict(hat="non")), (920, 596, 108, CREAM, -1, dict(scarf=FLAG)))
    for px, py, h, c, f, kw in people: s.person(px, py, h, shirt=c, pants=INK, face=f, arms=((.17, -.46), (-.17, -.46)), **kw)
    s.person(590, 610, 176, shirt=DEEP, pants=INK, face=-1, hair="#C9C4BA", arms=((.15, -.45), (-.28, -.62)))
    s.bicycle(270, 610, 1.4, mix(BRICK, INK, .3)); s.bicycle(1010, 620, 1.4, INK2)
    for i in range(22): 
        xx = 20 + i * 55; s.leaf(xx, 676, -1.9, 40, 10, LEAF, False); s.leaf(xx, 676, -1.2, 40, 10, MOSS, False); s.circ(xx, 640 + (i % 3) * 5, 9, (GOLD, BRICK, ROSE)[i % 3])
    return s


def mot_cua():
    s = Scene("mot-cua", "Bộ phận tiếp nhận và trả kết quả")
    s.rect(0, 0, W, H, s.lin((0, "#E8EADB"), (1, "#F6EEDA")))
    s.rect(0, 0, W, 60, mix(PAPER2, CREAM, .4)); s.rect(0, 470, W, 220, s.lin((0, "#DCCBA6"), (1, "#C9B389")))
    for i in range(9): s.path(["M", 600 + (i - 4) * 110, 470, "L", 600 + (i - 4) * 300, 690], None, stroke=CREAM, sw=2, op=.5)
    # window to fields
    for x in (60, 900):
        s.rect(x, 110, 240, 190, WOOD); s.rect(x + 8, 118, 224, 174, s.lin((0, "#B4D3C8"), (1, "#FAEFD6")))
        s.rect(x + 8, 238, 224, 54, GOLD); s.path(["M", x + 8, 240, "q", 60, -36, 120, -20, "t", 104, 8, "l", 0, 14, "Z"], mix(MOSS, PALE, .4))
        s.thotnot(x + 180, 280, 110, fade=.2); s.rect(x + 116, 118, 8, 174, WOOD); s.rect(x + 8, 200, 224, 6, WOOD)
    # emblem-less back wall: flag, clock, number board
    s.rect(420, 96, 360, 190, mix(BRICK, INK, .08), rx=4); s.rect(432, 108, 336, 166, "#BF4A37", rx=2)
    cx, cy, R = 600, 190, 50
    s.poly([(cx + (R if i % 2 == 0 else R * .382) * math.sin(i * math.pi / 5), cy - (R if i % 2 == 0 else R * .382) * math.cos(i * math.pi / 5)) for i in range(10)], STAR)
    s.circ(850, 150, 32, WOOD); s.circ(850, 150, 26, CREAM); s.line([(850, 150), (850, 132)], INK, 4); s.line([(850, 150), (862, 156)], INK, 3)
    s.circ(350, 150, 26, CREAM); s.circ(350, 150, 18, MIST); s.circ(350, 150, 8, RIVER)
    # officers behind counter
    for x, c, kw, f in ((330, CREAM, dict(bun=True), 1), (610, mix(RIVER, CREAM, .35), {}, -1), (870, CREAM, dict(bun=True), -1)):
        s.person(x, 556, 240, shirt=c, pants=INK, face=f, arms=((.2, -.4), (-.2, -.4)), shadow=False, **kw)
    s.rect(160, 414, 880, 24, WOOD, rx=6); s.rect(180, 436, 840, 130, "#B7814F"); s.rect(180, 436, 840, 14, mix("#B7814F", INK, .25))
    for i in range(3): s.rect(200 + i * 274, 462, 252, 90, mix("#B7814F", STRAW, .25), rx=4); 
    s.ell(600, 570, 470, 12, INK, op=.18)
    for x in (420, 700, 960):
        s.rect(x - 44, 352, 84, 56, INK, rx=5); s.rect(x - 39, 357, 74, 46, MIST, rx=3); s.rect(x - 8, 406, 14, 10, INK2)
    for x in (250, 520, 790):
        s.path(["M", x - 22, 414, "l", 8, -34, "l", 30, 0, "l", 8, 34, "Z"], CREAM); s.circ(x + 1, 397, 9, (BRICK, RIVER, AMBER)[(x // 270) % 3])
    for x in (470, 740):
        for k in range(4): s.rect(x - k % 2 * 3, 408 - k * 5, 56, 5, (CREAM, MIST, STRAW, CREAM)[k])
    # citizens
    s.person(430, 640, 256, shirt=BRICK, pants=INK, face=-1, hair="#C9C4BA", bun=True, arms=((.02, -.62), (-.2, -.64)))
    s.rect(364, 462, 44, 30, CREAM, rx=2)
    s.person(720, 646, 268, shirt=MOSS, pants=INK, face=-1, arms=((.15, -.44), (-.26, -.66))); s.rect(632, 456, 40, 28, STRAW, rx=2)
    # waiting seats
    s.rect(900, 560, 250, 12, RIVER, rx=5); s.rect(900, 500, 250, 44, RIVER, rx=8)
    for i in (920, 1120): s.rect(i, 570, 9, 66, INK2)
    s.person(960, 562, 214, shirt=GOLD, pants=INK, pose="sit", face=-1, arms=((-.12, -.16), (-.2, -.12)))
    s.person(1080, 562, 210, shirt="#A45E6B", pants=INK, pose="sit", face=-1, bun=True, arms=((-.06, -.18), (-.18, -.12)))
    potted(s, 90, 640, 3, CLAY)
    return s


def chuyen_doi_so():
    s = Scene("chuyen-doi-so", "Tổ công nghệ số cộng đồng hướng dẫn bà con dùng điện thoại")
    backdrop(s, 330, sun=(200, 150))
    s.rect(0, 328, W, 60, GOLD); s.ridge(352, 6, 5, mix(GOLD, SAGE, .4))
    for x, h in ((80, 150), (140, 120)): s.thotnot(x, 350, h, fade=.3)
    ground(s, 400, "#EBDCB8")
    s.house(880, 460, 420, roof=CLAY, wall=CREAM, door=RIVER)
    s.ell(880, 462, 230, 8, INK, op=.14)
    s.coconut(1150, 470, 320, lean=-24)
    # signal arcs over the village
    for r in (54, 92, 130): s.path(["M", 560 - r * .7, 210 - r * .7 + 60, "A", r, r, 0, 0, 1, 560 + r * .7, 210 - r * .7 + 60], None, stroke=mix(RIVER, CREAM, .25), sw=9, op=.85)
    s.circ(560, 262, 11, RIVER); s.path(["M", 560, 262, "L", 540, 430, "M", 560, 262, "L", 580, 430, "M", 546, 380, "L", 574, 380, "M", 549, 340, "L", 571, 340, "M", 554, 300, "L", 566, 300], None, stroke=INK2, sw=5)
    # big phone
    x, y, w, h = 130, 210, 240, 440
    s.rect(x + 14, y + 14, w, h, INK, rx=34, op=.15); s.rect(x, y, w, h, INK, rx=34); s.rect(x + 12, y + 12, w - 24, h - 24, CREAM, rx=24); s.rect(x + 86, y + 20, 68, 8, INK2, rx=4)
    s.rect(x + 12, y + 44, w - 24, 50, RIVER); s.circ(x + 44, y + 69, 13, STAR); s.rect(x + 68, y + 60, 96, 7, CREAM, rx=3); s.rect(x + 68, y + 73, 62, 6, MIST, rx=3)
    # QR
    q, qx, qy = 8, x + 44, y + 112
    s.rect(qx - 12, qy - 12, 19 * q + 24, 19 * q + 24, "#FFFFFF", rx=10)
    d = []
    for i in range(19):
        for j in range(19):
            fin = lambda a, b: 0 <= i - a < 7 and 0 <= j - b < 7
            if fin(0, 0) or fin(12, 0) or fin(0, 12):
                a, b = (i % 12 if i >= 12 else i), (j % 12 if j >= 12 else j)
                on = a in (0, 6) or b in (0, 6) or (2 <= a <= 4 and 2 <= b <= 4)
            else:
                on = s.r.random() < .5 and not ((i == 7 and j < 8) or (j == 7 and i < 8) or (i == 11 and j < 8) or (j == 11 and i < 8))
            if on: d += ["M", qx + i * q, qy + j * q, "h", q, "v", q, "h", -q, "Z"]
    s.path(d, DEEP)
    for i, c in enumerate((RIVER, GOLD, BRICK)):
        s.circ(x + 56 + i * 64, y + 322, 22, mix(c, CREAM, .15)); s.rect(x + 38 + i * 64, y + 352, 36, 6, mix(INK, CREAM, .6), rx=3)
    s.path(["M", x + 46, y + 322, "l", 7, 8, "l", 14, -16], None, stroke=CREAM, sw=4); s.rect(x + 111, y + 312, 18, 20, CREAM, rx=2); s.circ(x + 184, y + 316, 6, CREAM); s.path(["M", x + 172, y + 334, "q", 12, -16, 24, 0, "Z"], CREAM)
    s.rect(x + 40, y + 384, w - 80, 28, RIVER, rx=14); s.rect(x + 90, y + 394, 60, 8, CREAM, rx=4)
    # volunteers and elders
    s.person(520, 620, 226, shirt="#3D7FA0", pants=INK, face=1, arms=((.24, -.58), (-.14, -.45)))
    s.rect(566, 474, 22, 36, INK, rx=4); s.rect(569, 478, 16, 27, PALE)
    s.person(640, 624, 206, shirt=BRICK, pants=INK, face=-1, hair="#D6D1C6", bun=True, scarf=CREAM, arms=((.12, -.46), (-.2, -.56)))
    s.person(800, 630, 214, shirt=MOSS, pants=INK, face=-1, hair="#C9C4BA", arms=((-.02, -.56), (-.16, -.58))); s.rect(755, 488, 20, 34, INK, rx=4); s.rect(758, 492, 14, 25, PALE)
    s.person(900, 626, 218, shirt="#3D7FA0", pants=INK, face=-1, bun=True, arms=((.14, -.46), (-.32, -.58)))
    s.person(1030, 640, 150, shirt=CREAM, pants=DEEP, face=-1, scarf=FLAG, arms=((.16, -.46), (-.18, -.48)))
    return s


def ox(s, x, y, k, body, d=1, phase=0):
    """A running ox facing right, hooves on y."""
    dk = mix(body, INK, .28)
    legs = (((-92, -70), (-128, -34), (-150, -2 - 10 * phase)), ((-72, -66), (-70, -34), (-104, -4)), ((70, -64), (112, -48), (128, -12 - 12 * phase)), ((52, -64), (76, -34), (56, -4)))
    for i, l in enumerate(legs):
        s.path(["M"] + [c for j, p in enumerate(l) for c in ((["L"] if j else []) + [x + p[0] * k, y + p[1] * k])], None, stroke=dk if i % 2 == 0 else body, sw=21 * k)
        s.ell(x + l[2][0] * k, y + l[2][1] * k, 13 * k, 8 * k, INK)
    s.path(["M", x - 112 * k, y - 112 * k, "Q", x - 150 * k, y - 124 * k, x - 168 * k, y - 84 * k], None, stroke=dk, sw=6 * k); s.ell(x - 170 * k, y - 78 * k, 7 * k, 13 * k, INK)
    s.path(["M", x - 118 * k, y - 92 * k, "Q", x - 124 * k, y - 132 * k, x - 70 * k, y - 130 * k, "Q", x - 10 * k, y - 124 * k, x + 30 * k, y - 134 * k, "Q", x + 52 * k, y - 166 * k, x + 74 * k, y - 138 * k,
            "Q", x + 104 * k, y - 140 * k, x + 124 * k, y - 150 * k, "L", x + 146 * k, y - 108 * k, "Q", x + 108 * k, y - 70 * k, x + 84 * k, y - 54 * k, "Q", x, y - 40 * k, x - 76 * k, y - 56 * k, "Q", x - 112 * k, y - 62 * k, x - 118 * k, y - 92 * k, "Z"], body)
    s.path(["M", x - 76 * k, y - 56 * k, "Q", x, y - 40 * k, x + 84 * k, y - 54 * k, "Q", x + 40 * k, y - 66 * k, x - 20 * k, y - 64 * k, "Z"], dk, op=.6)
    s.path(["M", x + 112 * k, y - 152 * k, "Q", x + 142 * k, y - 172 * k, x + 162 * k, y - 150 * k, "L", x + 192 * k, y - 112 * k, "Q", x + 194 * k, y - 98 * k, x + 176 * k, y - 98 * k, "Q", x + 150 * k, y - 102 * k, x + 130 * k, y - 114 * k, "Z"], mix(body, CREAM, .1))
    s.ell(x + 184 * k, y - 104 * k, 12 * k, 9 * k, mix(body, INK, .45), rot=30)
    s.circ(x + 152 * k, y - 140 * k, 4.5 * k, INK)
    s.ell(x + 116 * k, y - 152 * k, 20 * k, 8 * k, dk, rot=-24)
    s.path(["M", x + 136 * k, y - 164 * k, "Q", x + 130 * k, y - 202 * k, x + 158 * k, y - 208 * k], None, stroke=STRAW, sw=8 * k)
    s.path(["M", x + 150 * k, y - 160 * k, "Q", x + 158 * k, y - 194 * k, x + 182 * k, y - 192 * k], None, stroke=mix(STRAW, AMBER, .4), sw=8 * k)


def dua_bo():
    s = Scene("dua-bo", "Hội đua bò vùng Bảy Núi")
    s.sky("#B4D3C8", "#FBEBCB", sun=(1010, 140), glow="#F6D99A")
    s.cloud(230, 90, 1.1, op=.7); s.cloud(700, 70, .8, op=.5)
    s.ridge(0, 0, 0, mix(RIVER, PALE, .6), peaks=[(-20, 260), (140, 230), (300, 160), (420, 150), (560, 210), (720, 240), (900, 190), (1020, 205), (1220, 250)])
    s.treeline(290, 40, mix(MOSS, PALE, .3))
    for x, h in ((70, 210), (140, 170), (1090, 200), (1150, 160), (820, 130)): s.thotnot(x, 300, h, fade=.2)
    # crowd and pennants
    s.rect(0, 288, W, 60, mix(LEAF, SAGE, .4))
    for row, (yy, k) in enumerate(((322, 44), (346, 54))):
        for i in range(34):
            x = i * 36 + row * 18 + s.r.uniform(-6, 6)
            c = s.r.choice((BRICK, RIVER, CREAM, GOLD, MOSS, CLAY, ROSE))
            s.rect(x - k * .2, yy - k * .5, k * .4, k * .6, c, rx=k * .12); s.circ(x, yy - k * .62, k * .15, "#3A3230"); s.circ(x + 2, yy - k * .58, k * .12, SKIN)
            if s.r.random() < .4: s.path(["M", x - k * .3, yy - k * .64, "L", x, yy - k * .92, "L", x + k * .3, yy - k * .64, "Z"], STRAW)
    for i in range(7):
        x = 60 + i * 180; s.rect(x, 220, 4, 140, INK2); s.path(["M", x + 4, 222, "l", 40, 14, "l", -40, 14, "Z"], (BRICK, GOLD, RIVER, ROSE)[i % 4])
    s.line([(0, 352), (W, 352)], CREAM, 5)
    # muddy track
    s.rect(0, 354, W, 330, s.lin((0, "#C9B083"), (.5, "#A98A5F"), (1, "#8A6B49")))
    for _ in range(60):
        t = s.r.random(); y = 372 + 290 * t
        s.ell(s.r.uniform(0, W), y, 30 + 90 * t, 3 + 5 * t, s.r.choice(("#D9C79C", "#BFD0BE", "#9C7D55")), op=.55)
    def splash(x, y, m, k):
        for _ in range(m):
            a = s.r.uniform(-3.0, -.9); r = s.r.uniform(20, 130) * k
            s.circ(x + math.cos(a) * r, y + math.sin(a) * r * .8, s.r.uniform(2, 8) * k, s.r.choice(("#C9B083", "#8A6B49", "#E4D6B0")))
        for a in (-2.8, -2.5, -2.2, -1.8): s.leaf(x, y + 4, a, 100 * k * s.r.uniform(.6, 1), 14 * k, "#C9B083", False)
    def team(x, y, k, c1, c2, shirt):
        s.ell(x, y + 4, 330 * k, 16 * k, "#6F5438", op=.5)
        ox(s, x + 116 * k, y - 26 * k, k * .96, c1, phase=0)
        s.line([(x - 240 * k, y - 22 * k), (x + 150 * k, y - 136 * k)], WOOD, 8 * k)
        splash(x - 20 * k, y - 6 * k, 14, k)
        ox(s, x + 60 * k, y, k, c2, phase=1)
        s.line([(x + 110 * k, y - 152 * k), (x + 172 * k, y - 176 * k)], WOOD, 13 * k)
        s.line([(x - 220 * k, y - 10 * k), (x + 130 * k, y - 150 * k)], mix(WOOD, STRAW, .2), 9 * k)
        s.path(["M", x - 310 * k, y + 2 * k, "L", x - 190 * k, y - 6 * k], None, stroke=mix(WOOD, INK, .2), sw=13 * k)
        s.person(x - 250 * k, y - 2 * k, 215 * k, shirt=shirt, pants=INK, face=1, hat="khan", scarf=GOLD, arms=((.44, -.5), (-.28, -.86)), stride=.1, shadow=False, lean=.07)
        s.line([(x - 310 * k, y - 187 * k), (x - 150 * k, y - 235 * k)], AMBER, 5 * k)
        splash(x - 300 * k, y + 2 * k, 44, k * 1.25); splash(x + 180 * k, y + 2 * k, 16, k * .7); splash(x - 60 * k, y + 4 * k, 16, k * .8)
    team(985, 448, .56, "#B98E62", "#D6B184", RIVER)
    team(480, 642, 1.12, "#9A6A48", "#C79A6B", BRICK)
    return s


def lua_tan_chau():
    s = Scene("lua-tan-chau", "Nghề dệt lụa truyền thống")
    s.rect(0, 0, W, H, s.lin((0, "#E9DFC6"), (1, "#D9C6A0")))
    for i in range(16): s.rect(i * 76, 0, 74, 470, mix("#E9DFC6", WOOD, .06 + .05 * (i % 3)))
    s.rect(780, 70, 330, 250, WOOD); s.rect(790, 80, 310, 230, s.lin((0, "#B4D3C8"), (1, "#FAEFD6")))
    s.rect(790, 230, 310, 80, s.lin((0, MIST), (1, RIVER))); s.treeline(236, 34, mix(MOSS, PALE, .3), 790, 1080, base=4); s.coconut(1030, 250, 130, lean=-8, fade=.1); s.boat(890, 272, 90, hull=WOOD)
    s.rect(941, 80, 8, 230, WOOD); s.rect(790, 186, 310, 6, WOOD)
    s.rect(0, 470, W, 210, s.lin((0, "#B98F62"), (1, "#9C7450")))
    for i in range(6): s.line([(0, 490 + i * i * 8), (W, 490 + i * i * 8)], mix("#9C7450", INK, .2), 2, .5)
    # hanging silk
    s.rect(0, 56, 700, 10, WOOD)
    for i, (x, w, c, L) in enumerate(((30, 110, "#5A3F4A", 300), (150, 96, BRICK, 350), (256, 100, GOLD, 270), (366, 90, RIVER, 330), (466, 100, ROSE, 260), (576, 96, "#3B3338", 310))):
        s.path(["M", x, 54, "L", x + w, 54, "Q", x + w - 8, 54 + L * .5, x + w + 4, 54 + L, "Q", x + w * .5, 54 + L + 14, x - 4, 54 + L, "Q", x + 8, 54 + L * .5, x, 54, "Z"], c)
        for t in (.25, .5, .75): s.path(["M", x + w * t, 56, "Q", x + w * t + 6, 54 + L * .5, x + w * t, 54 + L + 4], None, stroke=mix(c, CREAM, .28), sw=3 + 3 * (t == .5), op=.7)
        s.path(["M", x - 3, 54 + L - 26, "Q", x + w * .5, 54 + L - 12, x + w + 3, 54 + L - 26], None, stroke=mix(c, STAR, .5), sw=4)
    # loom
    fr = mix(WOOD, INK, .1)
    s.ell(610, 630, 430, 16, INK, op=.2)
    for x in (300, 900): s.rect(x, 250, 22, 376, fr)
    s.rect(280, 250, 660, 20, mix(fr, STRAW, .15)); s.rect(280, 556, 660, 18, fr); s.rect(300, 600, 622, 16, mix(fr, INK, .2))
    for x in (540, 580): s.rect(x, 290, 10, 200, mix(fr, STRAW, .35)); s.line([(x + 5, 270), (x + 5, 290)], INK, 3)
    s.path(["M", 320, 452, "L", 545, 430, "L", 545, 448, "L", 320, 474, "Z"], BRICK)
    s.path(["M", 320, 452, "L", 545, 430, "L", 545, 448, "L", 320, 474, "Z"], None)
    for i in range(10): s.line([(580, 400 + i * 9), (912, 430 + i * 4)], mix(STRAW, CREAM, .4), 2)
    for i in range(6): s.line([(328 + i * 38, 453 - i * 3.6), (328 + i * 38, 471 - i * 3.6)], GOLD, 3)
    s.ell(318, 464, 22, 26, mix(BRICK, INK, .15)); s.ell(912, 444, 20, 30, mix(STRAW, AMBER, .3)); s.ell(912, 444, 8, 12, fr)
    # weaver
    s.rect(196, 548, 150, 16, fr, rx=4); s.rect(206, 562, 12, 70, fr); s.rect(322, 562, 12, 70, fr)
    s.person(262, 550, 300, shirt="#8E4A5C", pants="#3B3338", pose="sit", face=1, bun=True, arms=((.66, -.36), (.52, -.3)))
    s.path(["M", 438, 446, "q", 26, -12, 52, -2, "q", -26, 14, -52, 2, "Z"], AMBER)
    # cocoons and spinning wheel
    x, y = 1050, 540
    s.circ(x, y, 74, None, stroke=fr, sw=9); s.circ(x, y, 12, fr)
    for i in range(8): s.line([(x, y), (x + 72 * math.cos(i * .785), y + 72 * math.sin(i * .785))], fr, 4)
    s.line([(x, y), (x - 40, 640)], fr, 9); s.line([(x, y), (x + 40, 640)], fr, 9)
    s.ell(760, 640, 104, 26, AMBER); s.ell(760, 634, 96, 20, mix(AMBER, INK, .3))
    for i in range(26):
        a, r = s.r.uniform(0, 6.3), s.r.random() ** .5
        s.ell(760 + math.cos(a) * 80 * r, 630 + math.sin(a) * 14 * r - 4, 15, 9, mix("#F3D774", CREAM, s.r.random() * .6), rot=s.r.uniform(-60, 60))
    for i, c in enumerate((BRICK, GOLD, RIVER)): s.ell(480 + i * 62, 640, 26, 20, c); s.ell(480 + i * 62, 634, 9, 5, mix(c, INK, .4))
    return s


def duong_hoa():
    s = Scene("duong-hoa", "Tuyến đường hoa nông thôn mới")
    s.sky("#B4D3C8", "#FAEFD6", sun=(640, 200), glow="#F6DFA8")
    s.cloud(260, 110, 1.2, op=.7); s.cloud(960, 96, 1, op=.6)
    s.ridge(290, 26, 6, mix(RIVER, PALE, .66)); s.treeline(330, 40, mix(MOSS, PALE, .35))
    s.rect(0, 328, W, 360, mix(LEAF, SAGE, .45)); s.rect(0, 328, 560, 40, STRAW); s.path(["M", 0, 360, "L", 590, 334, "L", 0, 460, "Z"], GOLD)
    s.path(["M", 1200, 372, "L", 700, 332, "L", 1200, 520, "Z"], s.lin((0, MIST), (1, RIVER)))
    s.path(["M", 628, 330, "L", 660, 330, "L", 960, 690, "L", 210, 690, "Z"], "#E6DAC0"); s.path(["M", 642, 340, "L", 646, 340, "L", 610, 690, "L", 586, 690, "Z"], CREAM, op=.75)
    for x, y, w, r in ((430, 366, 90, CLAY), (310, 392, 120, BRICK), (120, 440, 180, CLAY)): s.house(x, y, w, roof=r, fade=.08)
    for x, y, h in ((370, 374, 120), (230, 410, 170), (900, 372, 120), (1010, 400, 160), (1140, 440, 220)): s.coconut(x, y, h, lean=12 if x > 600 else -10, fade=.06)
    # lamp posts with flags
    for t in (.1, .26, .52, .98):
        x, y, k = 672 + 330 * t, 336 + 330 * t, 60 + 260 * t
        if x < 1210: s.flag(x, y, k * 1.1, k * .36)
    # flower borders
    for side in (-1, 1):
        for i in range(150):
            t = (i / 150) ** 1.8
            cx = (628 - 430 * t) if side < 0 else (660 + 310 * t)
            y, k = 332 + 366 * t, 3 + 20 * t
            x = cx + side * s.r.uniform(-.2, 2.2) * k + side * k * .6
            s.circ(x, y + k * .4, k * .9, mix(MOSS, LEAF, s.r.random()))
            c = (BRICK, GOLD, ROSE, "#F3D774", CREAM)[(i // 5) % 5]
            for _ in range(3): s.circ(x + s.r.uniform(-.7, .7) * k, y - s.r.uniform(-.2, .8) * k, k * s.r.uniform(.28, .42), mix(c, CREAM, s.r.uniform(0, .2)))
    s.bicycle(560, 580, 2, INK); s.person(556, 560, 196, shirt="#A45E6B", pants=INK, face=1, hat="non", scarf=CREAM, arms=((.26, -.46), (.2, -.46)), shadow=False, stride=.07)
    s.person(700, 470, 108, shirt=BRICK, pants=INK, hat="non", face=-1); s.person(742, 478, 84, shirt=RIVER, pants=INK, face=-1)
    # woman watering
    s.person(300, 640, 214, shirt=RIVER, pants=INK, face=-1, hat="non", scarf=CREAM, arms=((-.02, -.46), (-.26, -.44)))
    s.path(["M", 208, 530, "l", 44, 0, "l", -4, 44, "l", -36, 0, "Z"], BRICK); s.line([(212, 560), (172, 534)], BRICK, 8); s.path(["M", 214, 530, "q", 16, -30, 34, 0], None, stroke=mix(BRICK, INK, .2), sw=5)
    for i in range(7): s.line([(166 - i * 5, 540 + i * 3), (150 - i * 9, 566 + i * 6)], PALE, 2.4)
    s.birds(900, 190, 5)
    return s


def thanh_nien():
    s = Scene("thanh-nien", "Đoàn viên, thanh niên trồng cây")
    backdrop(s, 320, sun=(230, 150))
    s.rect(0, 318, W, 380, s.lin((0, SAGE), (1, LEAF)))
    s.path(["M", 0, 372, "Q", 400, 330, 800, 372, "T", 1210, 356, "L", 1210, 420, "Q", 900, 440, 600, 410, "T", 0, 436, "Z"], s.lin((0, MIST), (1, RIVER)), op=.85)
    s.ridge(470, 14, 5, mix(LEAF, SAGE, .25)); s.ridge(560, 12, 4, mix(LEAF, MOSS, .18))
    for x, y, k in ((70, 440, .7), (180, 452, .8), (1010, 446, .8), (1130, 452, .9)): s.tree(x, y, k, LEAF, fade=.1)
    for x in (300, 420, 540, 660, 780, 900):  # young saplings in a row
        s.line([(x, 478), (x, 420)], WOOD, 4)
        for a in (-2.4, -1.9, -1.2, -.7): s.leaf(x, 428, a, 34, 9, mix(LEAF, SAGE, .3))
        s.ell(x, 480, 22, 5, "#8A6B49")
    blue = "#3D7FA0"
    s.flag(1090, 560, 330, 110)
    s.person(420, 520, 150, shirt=blue, pants=INK, hat="cap", face=1, arms=((.2, -.3), (.16, -.28))); s.line([(458, 452), (466, 524)], WOOD, 5)
    s.person(850, 520, 150, shirt=blue, pants=INK, face=-1, bun=True, arms=((-.1, -.4), (-.22, -.42))); s.line([(838, 460), (812, 460)], BRICK, 12)
    # main group
    x, y = 600, 640
    s.ell(x, y - 4, 120, 22, "#7A5A3E"); s.ell(x + 10, y - 10, 90, 14, "#9C7450")
    s.path(["M", x, y - 6, "Q", x + 6, y - 120, x - 2, y - 200], None, stroke=WOOD, sw=9)
    for a, L in ((-2.8, 74), (-2.3, 86), (-1.85, 92), (-1.35, 92), (-.85, 84), (-.3, 72)): s.leaf(x - 1, y - 180, a, L, 20, mix(LEAF, MOSS, abs(a + 1.57) * .4))
    for a, L in ((-2.6, 56), (-.5, 56)): s.leaf(x + 2, y - 130, a, L, 15, SAGE)
    s.person(460, 652, 262, shirt=blue, pants=INK, face=1, hat="cap", arms=((.5, -.42), (.4, -.3)), stride=.07)
    s.person(740, 650, 250, shirt=blue, pants=INK, face=-1, pose="kneel", bun=True, arms=((-.3, -.28), (-.46, -.2)))
    s.person(900, 652, 262, shirt=blue, pants=INK, face=-1, arms=((-.06, -.42), (-.34, -.4)))
    s.line([(884, 520), (790, 640)], WOOD, 8); s.path(["M", 800, 624, "l", -36, 18, "l", 8, 22, "l", 40, -20, "Z"], INK2)
    s.person(270, 656, 250, shirt=blue, pants=INK, face=1, bun=True, hat="non", arms=((.2, -.36), (.02, -.4)))
    s.path(["M", 296, 566, "l", 48, 0, "l", -4, 46, "l", -40, 0, "Z"], BRICK); s.line([(340, 596), (382, 568)], BRICK, 8); s.path(["M", 300, 566, "q", 20, -30, 40, 0], None, stroke=mix(BRICK, INK, .2), sw=5)
    s.grass(684, 46, mix(MOSS, SAGE, .3), step=8)
    return s


def hop_dan():
    s = Scene("hop-dan", "Cuộc họp với người dân tại hội trường")
    s.rect(0, 0, W, H, s.lin((0, "#EFE6CE"), (1, "#E5D6B4")))
    for x in (0, 1000): s.rect(x, 0, 200, 480, mix(PAPER2, CREAM, .3))
    for x in (40, 1040):
        s.rect(x, 120, 120, 210, WOOD); s.rect(x + 8, 128, 104, 194, s.lin((0, "#B4D3C8"), (1, "#FAEFD6"))); s.rect(x + 8, 270, 104, 52, mix(GOLD, LEAF, .3)); s.rect(x + 56, 128, 8, 194, WOOD)
    s.rect(220, 40, 760, 330, mix(BRICK, INK, .12)); 
    for i in range(19): s.rect(220 + i * 40, 40, 20, 330, mix(BRICK, INK, .02))
    s.path(["M", 210, 34, "L", 990, 34, "L", 990, 74] + sum((["q", -19.5, 30, -39, 0] for _ in range(20)), []) + ["Z"], mix(BRICK, CLAY, .35))
    cx, cy, R = 600, 168, 54
    s.poly([(cx + (R if i % 2 == 0 else R * .382) * math.sin(i * math.pi / 5), cy - (R if i % 2 == 0 else R * .382) * math.cos(i * math.pi / 5)) for i in range(10)], STAR)
    s.rect(0, 420, W, 260, "#B98F62"); s.rect(160, 370, 880, 60, "#A87E55"); s.rect(160, 370, 880, 10, mix("#A87E55", STRAW, .4))
    for x, c, kw in ((440, CREAM, {}), (560, RIVER, dict(bun=True)), (680, CREAM, {})): s.person(x, 424, 180, shirt=c, pants=INK, face=0, arms=((.2, -.34), (-.2, -.34)), shadow=False, **kw)
    s.rect(380, 350, 370, 80, mix(RIVER, CREAM, .1)); s.rect(380, 350, 370, 10, CREAM); s.path(["M", 380, 360] + sum((["q", 18.5, 14, 37, 0] for _ in range(10)), []), CREAM)
    for i in range(5): s.circ(540 + i * 15, 344 - (i % 2) * 7, 9, (ROSE, GOLD, CREAM, BRICK, GOLD)[i])
    s.rect(850, 300, 80, 110, WOOD); s.path(["M", 838, 300, "l", 104, 0, "l", -10, -16, "l", -84, 0, "Z"], mix(WOOD, STRAW, .3)); s.person(890, 412, 196, shirt=MOSS, pants=INK, face=-1, arms=((.1, -.44), (-.1, -.46)), shadow=False)
    s.rect(852, 312, 76, 98, mix(WOOD, STRAW, .12)); s.line([(884, 300), (876, 270)], INK, 4); s.circ(875, 268, 6, INK)
    # audience from behind
    def back(x, y, h, c, hair, bun=False, hand=False):
        if hand: s.path(["M", x + h * .2, y - h * .3, "L", x + h * .34, y - h * .62, "L", x + h * .28, y - h * .95], None, stroke=mix(c, CREAM, .1), sw=h * .13); s.circ(x + h * .28, y - h * .98, h * .07, SKIN)
        s.path(["M", x - h * .34, y + 10, "Q", x - h * .34, y - h * .36, x - h * .1, y - h * .4, "L", x + h * .1, y - h * .4, "Q", x + h * .34, y - h * .36, x + h * .34, y + 10, "Z"], c)
        s.rect(x - h * .07, y - h * .5, h * .14, h * .16, SKIN2, rx=h * .05); s.ell(x, y - h * .62, h * .165, h * .185, hair); s.ell(x - h * .16, y - h * .58, h * .03, h * .05, SKIN); s.ell(x + h * .16, y - h * .58, h * .03, h * .05, SKIN)
        if bun: s.circ(x, y - h * .58, h * .09, mix(hair, INK, .35))
    cols = (BRICK, CREAM, MOSS, RIVER, GOLD, "#A45E6B", CLAY, DEEP, MIST)
    k = 0
    for y, h, cnt, off in ((520, 120, 9, 90), (600, 150, 8, 60), (700, 190, 7, 40)):
        for i in range(cnt):
            x = off + i * (W - 2 * off) / (cnt - 1) + s.r.uniform(-8, 8)
            back(x, y, h, cols[(k * 4 + i * 2 + cnt) % 9], ("#2C2A2B", "#43352D", "#C9C4BA", "#2C2A2B", "#8C857C")[(k * 2) % 5], bun=(i + cnt) % 3 == 0, hand=(cnt == 8 and i == 5)); k += 1
        s.rect(0, y - h * .06, W, h * .09, WOOD) if cnt < 7 else None
    return s


def vuon_cay():
    s = Scene("vuon-cay", "Vườn xoài vào mùa thu hoạch")
    backdrop(s, 300, sun=(940, 150))
    s.rect(0, 298, W, 390, s.lin((0, SAGE), (1, LEAF)))
    s.path(["M", 560, 330, "L", 640, 330, "L", 760, 690, "L", 430, 690, "Z"], s.lin((0, "#CFDDC6"), (1, RIVER))); s.waves(350, 660, CREAM, 14, .4, 540, 640)
    def mango(x, y, k, fade=0):
        s.ell(x, y, 90 * k, 12 * k, INK, op=.14); s.tree(x, y, 1.5 * k, mix(MOSS, LEAF, .5), fade=fade)
        for i in range(13):
            a, b = x + s.r.uniform(-72, 72) * k, y - s.r.uniform(100, 190) * k
            s.line([(a, b - 16 * k), (a, b)], mix(MOSS, PALE, fade), 2 * k); s.ell(a, b + 6 * k, 8 * k, 11 * k, mix(s.r.choice((GOLD, STAR, SAGE)), PALE, fade), rot=15)
    for x, y, k, f in ((470, 372, .55, .3), (730, 372, .55, .3), (390, 420, .75, .18), (820, 420, .75, .18), (270, 490, 1.05, .06), (960, 490, 1.1, .06)): mango(x, y, k, f)
    mango(90, 600, 1.6); mango(1130, 610, 1.65)
    # ladder and pickers
    for d in (0, 34): s.line([(930 + d, 640), (1010 + d, 340)], WOOD, 7)
    for i in range(8): s.line([(938 + i * 10, 612 - i * 36), (972 + i * 10, 612 - i * 36)], WOOD, 6)
    s.person(985, 500, 190, shirt=BRICK, pants=INK, face=1, hat="non", arms=((.28, -.86), (.2, -.7)), shadow=False)
    s.person(800, 650, 216, shirt=RIVER, pants=INK, face=1, hat="non", scarf=CREAM, arms=((.24, -.4), (.1, -.38)))
    s.person(330, 650, 210, shirt=MOSS, pants=INK, face=-1, bun=True, arms=((-.06, -.4), (-.26, -.44))); s.ell(278, 548, 13, 18, STAR)
    for x, y in ((870, 650), (240, 654), (150, 660)):
        s.path(["M", x - 56, y - 50, "L", x + 56, y - 50, "L", x + 44, y, "L", x - 44, y, "Z"], AMBER)
        for i in range(4): s.line([(x - 52 + i * 2, y - 40 + i * 11), (x + 52 - i * 2, y - 40 + i * 11)], mix(AMBER, INK, .25), 2.4)
        for i in range(9): s.ell(x - 40 + i * 10, y - 54 - (i % 3) * 9, 13, 17, mix((GOLD, STAR, SAGE)[i % 3], AMBER, .12), rot=20)
    s.grass(690, 40, mix(MOSS, SAGE, .3), step=8)
    return s


ALL = [truong_hoc, tram_y_te, nha_van_hoa, mot_cua, chuyen_doi_so, dua_bo, lua_tan_chau, duong_hoa, thanh_nien, hop_dan, vuon_cay]
