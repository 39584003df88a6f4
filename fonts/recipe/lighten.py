#!/usr/bin/env python3
"""Draws the outlines of a TrueType face with as few points as a tolerance allows.

    lighten.py IN OUT TOLERANCE

FandolFang was traced from paper: its glyphs have two hundred points each, most
of which nobody can see. Neighbouring curves are joined while the joined one
stays within TOLERANCE units of them all; corners stay where they are. At 1.0 of
1000 units nothing moves by more than 0.02 pt in text of 16 pt.
"""
import math
import sys

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph, flagOnCurve


def segments(glyf, glyph):
    """Yields each contour as quadratic segments (start, control, end); a line
    has control None."""
    coordinates, ends, flags = glyph.getCoordinates(glyf)
    first = 0
    for end in ends:
        points = [(x, y, f & flagOnCurve) for (x, y), f in zip(coordinates[first:end + 1], flags[first:end + 1])]
        first = end + 1
        explicit = []  # with the points that lie between two controls
        for i, p in enumerate(points):
            before = points[i - 1]
            if not p[2] and not before[2]:
                explicit.append(((p[0] + before[0]) / 2, (p[1] + before[1]) / 2, 1))
            explicit.append(p)
        while not explicit[0][2]:
            explicit.append(explicit.pop(0))
        out, i, n = [], 0, len(explicit)
        while i < n:
            start = explicit[i][:2]
            following = explicit[(i + 1) % n]
            if following[2]:
                out.append((start, None, following[:2]))
                i += 1
            else:
                out.append((start, following[:2], explicit[(i + 2) % n][:2]))
                i += 2
        yield [s for s in out if s[0] != s[2] or s[1]]


def direction(a, b):
    dx, dy = b[0] - a[0], b[1] - a[1]
    d = math.hypot(dx, dy)
    return (dx / d, dy / d) if d else None


def leaves(s):
    return direction(s[0], s[1]) or direction(s[0], s[2]) if s[1] else direction(s[0], s[2])


def arrives(s):
    return direction(s[1], s[2]) or direction(s[0], s[2]) if s[1] else direction(s[0], s[2])


def samples(s):
    a, c, b = s
    if c is None:
        return [b, ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)]
    at = []
    for t in (0.25, 0.5, 0.75, 1.0):
        u = 1 - t
        at.append((u * u * a[0] + 2 * u * t * c[0] + t * t * b[0], u * u * a[1] + 2 * u * t * c[1] + t * t * b[1]))
    return at


CORNER = math.cos(math.radians(12))  # a sharper turn between two segments is a corner
TURN = math.cos(math.radians(80))  # one curve turns by no more


def near_line(a, b, points, tolerance):
    d = direction(a, b)
    if d is None:
        return False
    length = math.hypot(b[0] - a[0], b[1] - a[1])
    for x, y in points:
        along, off = (x - a[0]) * d[0] + (y - a[1]) * d[1], (x - a[0]) * d[1] - (y - a[1]) * d[0]
        if abs(off) > tolerance or along < -tolerance or along > length + tolerance:
            return False
    return True


def near_curve(a, c, b, points, tolerance):
    """A quadratic curve is where v² = 4uw in the barycentric coordinates of its
    triangle; the value there over its gradient is the distance."""
    area = (c[0] - a[0]) * (b[1] - a[1]) - (b[0] - a[0]) * (c[1] - a[1])
    if abs(area) < 1:
        return False
    ux, uy = (c[1] - b[1]) / area, (b[0] - c[0]) / area
    vx, vy = (b[1] - a[1]) / area, (a[0] - b[0]) / area
    for x, y in points:
        v = (x - a[0]) * vx + (y - a[1]) * vy
        u = (x - b[0]) * ux + (y - b[1]) * uy
        w = 1 - u - v
        if u < -0.02 or w < -0.02:
            return False
        f = v * v - 4 * u * w
        wx, wy = -ux - vx, -uy - vy
        gx = 2 * v * vx - 4 * (ux * w + u * wx)
        gy = 2 * v * vy - 4 * (uy * w + u * wy)
        g = math.hypot(gx, gy)
        if g == 0 or abs(f) > tolerance * g:
            return False
    return True


def joined(run, points, tolerance):
    """One segment for a run of them, or None."""
    a, b = run[0][0], run[-1][2]
    if near_line(a, b, points, tolerance):
        return (a, None, b)
    out, back = leaves(run[0]), arrives(run[-1])
    if not out or not back or out[0] * back[0] + out[1] * back[1] < TURN:
        return None
    cross = out[0] * back[1] - out[1] * back[0]
    if abs(cross) < 1e-3:
        return None
    dx, dy = b[0] - a[0], b[1] - a[1]
    s, t = (dx * back[1] - dy * back[0]) / cross, (dy * out[0] - dx * out[1]) / cross
    if s <= 0 or t <= 0:
        return None
    c = whole((a[0] + s * out[0], a[1] + s * out[1]))
    return (a, c, b) if near_curve(a, c, b, points, tolerance) else None


def lighten(contour, tolerance):
    n = len(contour)
    corner = [False] * n  # before segment i
    for i in range(n):
        before, after = arrives(contour[i - 1]), leaves(contour[i])
        corner[i] = not before or not after or before[0] * after[0] + before[1] * after[1] < CORNER
    start = next((i for i in range(n) if corner[i]), 0)
    contour, corner = contour[start:] + contour[:start], corner[start:] + corner[:start]
    out, i = [], 0
    while i < n:
        best, run, points, j = contour[i], [contour[i]], samples(contour[i]), i + 1
        end, misses = i + 1, 0
        while j < n and not corner[j] and misses < 2:
            run.append(contour[j])
            points += samples(contour[j])
            j += 1
            one = joined(run, points, tolerance)
            if one is None:
                misses += 1
            else:
                best, end, misses = one, j, 0
        out.append(best)
        i = end
    return out


def whole(p):
    return (math.floor(p[0] + 0.5), math.floor(p[1] + 0.5))


def draw(contour, pen):
    """Hands a contour to the pen; joints half-way between two controls are left
    to be implied."""
    contour = [(whole(a), c and whole(c), whole(b)) for a, c, b in contour]
    contour = [s for s in contour if s[0] != s[2]]
    if len(contour) < 2:
        return
    pen.moveTo(contour[0][0])
    i = 0
    while i < len(contour):
        a, c, b = contour[i]
        if c is None:
            if i + 1 < len(contour):
                pen.lineTo(b)
            i += 1
            continue
        controls = [c]
        while i + 1 < len(contour) and contour[i + 1][1]:
            c2 = contour[i + 1][1]
            if abs((controls[-1][0] + c2[0]) / 2 - b[0]) > 0.5 or abs((controls[-1][1] + c2[1]) / 2 - b[1]) > 0.5:
                break
            i += 1
            controls.append(c2)
            b = contour[i][2]
        pen.qCurveTo(*controls, b)
        i += 1
    pen.closePath()


def main():
    source, target, tolerance = sys.argv[1], sys.argv[2], float(sys.argv[3])
    font = TTFont(source, recalcTimestamp=False)
    glyf = font["glyf"]
    before = after = 0
    for name in font.getGlyphOrder():
        glyph = glyf[name]
        if glyph.numberOfContours <= 0:
            continue
        pen = TTGlyphPen(None)
        before += len(glyph.getCoordinates(glyf)[0])
        for contour in segments(glyf, glyph):
            draw(lighten(contour, tolerance), pen)
        new = pen.glyph()
        new.recalcBounds(glyf)
        after += len(new.coordinates)
        advance, _ = font["hmtx"][name]
        font["hmtx"][name] = (advance, new.xMin)
        glyf[name] = new
    font["maxp"].recalc(font)
    font.save(target)
    print(f"{source}: {before} points, {after} now", file=sys.stderr)


main()
