"""What is measured on a page as it is drawn, as functions of a browser; each returns what is wrong."""

from __future__ import annotations

_SHOWN = """const shown = (each) => each.checkVisibility({ visibilityProperty: true }) && !each.closest(".skip-link");
"""

OVERLAPS = f"""() => {{
  {_SHOWN}
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {{
    if (!node.data.trim() || !shown(node.parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) lines.push([node.data.trim().slice(0, 40), node, box]);
  }}
  const found = [];
  for (const [text, node, a] of lines) for (const [other, its, b] of lines) {{
    const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (node !== its && across > 2 && down > Math.min(a.height, b.height) / 3) found.push([text, other]);
  }}
  return found;
}}"""
"""Words of two elements that lie on each other by more than a third of a line."""

CUT_OFF = f"""() => {{
  {_SHOWN}
  const wide = document.documentElement.clientWidth;
  const found = document.documentElement.scrollWidth > wide ? [["the page scrolls sideways"]] : [];
  for (const each of document.querySelectorAll("body *")) {{
    if (!shown(each) || each.closest("svg")) continue;
    const {{ left, right }} = each.getBoundingClientRect();
    const {{ overflow }} = getComputedStyle(each);
    const isCut = overflow !== "visible" && each.scrollHeight > each.clientHeight + 1 && each.clientHeight;
    if (left < -0.5 || right > wide + 0.5 || isCut) found.push([each.tagName, each.className, left, right]);
  }}
  return found;
}}"""
"""What ends outside of the screen, or hides part of itself."""

UNSEEN_FOCUS = """() => {
  const found = [];
  for (const each of document.querySelectorAll("a[href], button, summary, input, select, textarea, [tabindex='0']")) {
    if (!each.checkVisibility({ visibilityProperty: true })) continue;
    each.focus();
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(each);
    const box = each.getClientRects()[0];
    // Of a field for much text the browser brings the line that is written in into view, not its middle (WCAG 2.4.11).
    const middle = Math.max(0, Math.min(box.top + box.height / 2, innerHeight - 1));
    const hit = document.elementFromPoint(box.left + box.width / 2, middle);
    const isThere = hit && (each.contains(hit) || hit.contains(each));
    const isDrawn = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && !/, 0\\)$/.test(outlineColor);
    if (!isThere) found.push([each.textContent.trim(), "is behind", hit?.className ?? "the screen's edge"]);
    if (!isDrawn) found.push([each.textContent.trim(), "has", outlineStyle, outlineWidth]);
  }
  return found;
}"""
"""What takes the focus without a line around it, or behind something else (WCAG 2.4.7 and 2.4.11)."""

SMALL_TARGETS = """() => {
  const least = 24, boxes = [];
  for (const each of document.querySelectorAll("a[href], button, summary, input, select, textarea")) {
    if (!each.checkVisibility({ visibilityProperty: true }) || each.closest(".skip-link")) continue;
    const block = each.closest("p, li, dd, dt, td, th, figcaption, blockquote, h1, h2, h3, h4, label");
    const isInSentence = block && block.textContent.trim().length > each.textContent.trim().length
      && getComputedStyle(each).display === "inline";
    boxes.push([each, each.getBoundingClientRect(), isInSentence]);
  }
  const centre = (box) => [box.left + box.width / 2, box.top + box.height / 2];
  const isSmall = (box) => box.width < least || box.height < least;
  const found = [];
  for (const [each, box, isInSentence] of boxes) {
    if (!isSmall(box) || isInSentence) continue;
    const [x, y] = centre(box);
    for (const [other, its] of boxes) {
      const [across, down] = isSmall(its)
        ? [centre(its)[0] - x, centre(its)[1] - y]
        : [Math.max(its.left - x, 0, x - its.right), Math.max(its.top - y, 0, y - its.bottom)];
      const isNear = Math.hypot(across, down) < (isSmall(its) ? least : least / 2);
      if (other === each || !isNear) continue;
      found.push([each.textContent.trim(), other.textContent.trim(), box.width, box.height]);
    }
  }
  return found;
}"""
"""What a finger must hit on less than 24 pixels with another target within that circle (WCAG 2.5.8); links within a
sentence may be as small as its letters."""

MOVING = """() => [document.documentElement, ...document.querySelectorAll("body *")].filter((each) => {
  const { scrollBehavior, transitionDuration, animationName } = getComputedStyle(each);
  return scrollBehavior === "smooth" || !/^(0s(, )?)+$/.test(transitionDuration) || animationName !== "none";
}).map((each) => each.tagName)"""
"""What moves by itself, or on the way to where a link leads."""

SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-block-end: 2em !important }
  `);
  document.adoptedStyleSheets = [sheet];
}"""
"""Puts as much space into the text as a reader may (WCAG 1.4.12); the policy of pages does not reach such a sheet."""
