"""What a drawing may hold: elements, attributes, and what CSS in it may say (SVG 2, CSS Values 4, Filter Effects 1).

What is on none of these lists can act, lead away, or is unknown. A list of what is needed forgets nothing bad
(decision 44).
"""

from __future__ import annotations

import re

from jobboard.source.message import UNSAID, Phrase, phrase

_SHAPES = "svg g defs symbol use switch path rect circle ellipse line polyline polygon image"
_TEXTS = "text tspan textPath style"
_PAINTS = "linearGradient radialGradient stop pattern clipPath mask marker filter view"
_EFFECTS = (
    "feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap "
    "feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode "
    "feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence"
)
MOVING = frozenset(("animate", "animateMotion", "animateTransform", "set", "mpath"))
"""Elements by which a drawing moves."""

SVG_ELEMENTS = frozenset(f"{_SHAPES} {_TEXTS} {_PAINTS} {_EFFECTS}".split()) | MOVING
"""Elements that are kept."""

WORDS = frozenset(("metadata", "title", "desc"))
"""Elements that say who made the drawing, with what and why: nobody sees them, and they go."""

_GEOMETRY = (
    "id class lang style width height x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy d points pathLength transform "
    "viewBox preserveAspectRatio version rotate startOffset textLength lengthAdjust method spacing side "
    "gradientUnits gradientTransform spreadMethod offset patternUnits patternContentUnits patternTransform "
    "clipPathUnits maskUnits maskContentUnits mask-type markerUnits markerWidth markerHeight orient refX refY "
    "systemLanguage requiredFeatures type media"
)
_LOOKS = (
    "alignment-baseline baseline-shift clip-path clip-rule color color-interpolation color-interpolation-filters "
    "color-rendering direction display dominant-baseline fill fill-opacity fill-rule filter flood-color flood-opacity "
    "font font-family font-feature-settings font-kerning font-size font-size-adjust font-stretch font-style "
    "font-variant font-weight image-rendering isolation letter-spacing lighting-color marker marker-end marker-mid "
    "marker-start mask mix-blend-mode opacity overflow paint-order pointer-events shape-rendering stop-color "
    "stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit "
    "stroke-opacity stroke-width text-anchor text-decoration text-rendering transform-origin unicode-bidi "
    "vector-effect visibility white-space word-spacing writing-mode"
)
_OF_EFFECTS = (
    "filterUnits primitiveUnits in in2 result mode values operator k1 k2 k3 k4 order kernelMatrix divisor bias targetX "
    "targetY edgeMode kernelUnitLength preserveAlpha surfaceScale diffuseConstant specularConstant specularExponent "
    "limitingConeAngle pointsAtX pointsAtY pointsAtZ z scale xChannelSelector yChannelSelector stdDeviation radius "
    "azimuth elevation tableValues slope intercept amplitude exponent baseFrequency numOctaves seed stitchTiles"
)
_OF_MOVES = (
    "attributeName attributeType from to by begin end dur min max repeatCount repeatDur fill calcMode keyTimes "
    "keySplines keyPoints additive accumulate path restart"
)
_LOOK_NAMES = frozenset(_LOOKS.split())
SVG_ATTRIBUTES = frozenset(f"{_GEOMETRY} {_OF_EFFECTS} {_OF_MOVES}".split()) | _LOOK_NAMES
"""Attributes that are kept. `href` is judged by itself."""

_PLACES = (
    "x y x1 y1 x2 y2 cx cy r rx ry fx fy dx dy d points width height offset transform gradientTransform viewBox "
    "patternTransform startOffset stdDeviation baseFrequency radius scale seed values slope intercept k1 k2 k3 k4 "
    "azimuth elevation surfaceScale rotate pathLength"
)
MOVABLE = _LOOK_NAMES.union(_PLACES.split())
"""What may be moved: never an address."""

WITHOUT_CSS = frozenset(("id", "class", "lang", "d", "points"))
"""Attributes that browsers never read as CSS."""

_AT_RULES = frozenset(("media", "supports", "keyframes", "-webkit-keyframes", "charset", "namespace"))
_KNOWN = (
    "rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark var calc min max clamp matrix matrix3d "
    "translate translatex translatey translate3d scale scalex scaley rotate rotatex rotatey rotatez skew skewx skewy "
    "perspective cubic-bezier steps linear path polygon circle ellipse inset rect blur brightness contrast drop-shadow "
    "grayscale hue-rotate invert opacity saturate sepia not is where has nth-child nth-of-type nth-last-child "
    "nth-last-of-type lang"
)
_FUNCTIONS = frozenset(_KNOWN.split())
_FUNCTION = re.compile(r"([a-zA-Z_-][\w-]*)\(")
_AT_RULE = re.compile(r"@\s*([\w-]*)")
_OWN_PART = re.compile(r"""url\(\s*(["']?)#[\w.:-]+\1\s*\)""", re.IGNORECASE)


def active_in_css(text: str) -> Phrase:
    """What in a style, or in an attribute that is read like one, leads away or is unknown; empty for nothing."""
    if "\\" in text:
        return phrase("a backslash in CSS, which can hide what it says")
    for name in _AT_RULE.findall(text):
        if name.lower() not in _AT_RULES:
            return Phrase("%(name)s", {"name": f"@{name}"})
    for name in _FUNCTION.findall(_OWN_PART.sub("", text)):
        if name.lower() == "url":
            return phrase("url() to something outside of it")
        if name.lower() not in _FUNCTIONS:
            return phrase("%(name)s in CSS", name=f"{name}()")
    return UNSAID


def parts_named(text: str) -> list[str]:
    """The ids that `url(#…)` names."""
    return [found[0].partition("#")[2].rstrip("\"') \t\n") for found in _OWN_PART.finditer(text)]
