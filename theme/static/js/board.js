// Keeps a page true until it is built anew: takes away what has closed, adds words that age, and says so when the site
// itself is out of date. Every word and every instant stands in the page; docs/decisions/0015 tells how and why.
// Indentation and lines that are comments stay here: the published file is without them (1.9 kB over the wire at most).

const script = document.currentScript;
const { build, locale, closes: far, closesAt: near, forYou } = script.dataset;
const DAY = 864e5;
// From the start of the day it was published, on the clocks of UTC.
const NEW = 4 * DAY;
const all = (selector, within = document) => within.querySelectorAll(selector);
// By how much the reader's clock is, in ms.
let ahead = 0;
let timer;

// What the clocks of a zone show, in ms as if they showed UTC. Swedish dates are ISO 8601 but for the T. The clocks of a
// zone take a hundred times as long to make as to read, so they are made once.
const clocks = {};
const clock = (timeZone) => new Intl.DateTimeFormat("sv", { timeZone, dateStyle: "short", timeStyle: "medium" });
const wall = (time, zone) => Date.parse((clocks[zone] ??= clock(zone)).format(time).replace(" ", "T") + "Z");
const words = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });

const day = (time) => Math.floor(time / DAY);

// What the reader's own clock will show at the last minute, if not what that of the zone shows; with the day if that
// is another, too.
function own(minute, there) {
  const here = wall(minute);
  if (here === there) return "";
  const weekday = day(here) === day(there) ? undefined : "short";
  const form = (clocks[weekday + "?"] ??= new Intl.DateTimeFormat(locale, { weekday, hour: "2-digit", minute: "2-digit" }));
  return " " + forYou.replace("{time}", form.format(minute));
}

// Says "closes tomorrow at …" as days are counted in the deadline's zone; returns the time to midnight there.
function age(line, closes, now, within) {
  const { zone, last } = line.dataset;
  const minute = closes - 6e4;
  const [here, end] = [wall(now, zone), wall(minute, zone)];
  const days = day(end) - day(here);
  const form = days > within ? "" : days < 2 ? near + own(minute, end) : far;
  line.textContent = form.replace("{day}", words.format(days, "day")).replace("{time}", last);
  return DAY - (here % DAY);
}

// Takes a card off its list, or from a posting's page all that is for applying. What waits in the template comes in the
// place of the last card, or of the posting's ways to apply. The keyboard goes on from the next card, or from there.
function retire(it) {
  const held = it.contains(document.activeElement);
  const card = it.closest("li");
  const beside = card?.nextElementSibling ?? card?.previousElementSibling;
  const template = card ? card.parentElement.nextElementSibling : all("template", it)[0];
  let to = beside?.querySelector("a");
  if (!beside) {
    to = template.content.firstElementChild;
    to.tabIndex = -1;
    template.replaceWith(to);
  }
  if (held) to.focus();
  for (const each of card ? [card] : all("[data-while-open]", it)) each.remove();
  delete it.dataset.soon;
}

function update() {
  const now = Date.now() - ahead;
  // A quarter of a day at most: midnight is reckoned anew on a day of 23 hours, and setTimeout takes no months.
  const waits = [DAY / 4];
  let gone = 0;
  let isShut = false;
  // Only what was open when the page was made has `data-soon`; archives are left alone.
  for (const it of all("[data-soon]")) {
    const [closes, soon] = [it.dataset.closes, it.dataset.soon].map(Date.parse);
    const status = now < soon ? "open" : now < closes ? "closing-soon" : "closed";
    const badge = all(".badge", it)[0];
    const published = all(".card-published time", it)[0]?.dateTime;
    // A card tells of what is out of the ordinary alone: that a posting is new, and not that it is open.
    const mark = published && status === "open" ? (now - Date.parse(published) < NEW ? "new" : "") : status;
    it.dataset.status = status;
    badge.dataset.status = mark || status;
    badge.textContent = mark && script.getAttribute("data-" + mark);
    if (now < closes) {
      waits.push((now < soon ? soon : closes) - now);
      try {
        for (const line of all("[data-zone]", it)) waits.push(age(line, closes, now, published ? 1 : 14));
      } catch {
        // A zone this browser has never heard of: the deadline stands there in full.
      }
    } else {
      // What the filter shows is on the list, too.
      gone += !it.closest("[data-find]");
      isShut = true;
      retire(it);
    }
  }
  if (gone) for (const it of all("[data-count]")) {
    const left = (it.dataset.count -= gone);
    const form = it.dataset[new Intl.PluralRules(locale).select(left)] ?? it.dataset.other;
    it.textContent = form.replace("{n}", left.toLocaleString(locale));
  }
  if (gone) for (const it of all("[data-counted]")) it.remove();
  if (isShut) dispatchEvent(new Event("closed"));
  clearTimeout(timer);
  timer = setTimeout(update, Math.min(...waits));
}

// Asks the site when it should have been built again, and the server for the time: a reader's clock that is five
// minutes wrong would close or keep open what is not. A cache's answer (with an age) tells no time.
async function look() {
  if (document.hidden) return;
  try {
    const reply = await fetch(build, { cache: "no-store", signal: AbortSignal.timeout(3000) });
    const off = Date.now() - Date.parse(reply.headers.get("date"));
    if (!reply.headers.has("age")) ahead = Math.abs(off) > 3e5 ? off : 0;
    const { last_change, next_change } = await reply.json();
    if (Date.parse(next_change) <= Date.now() - ahead) for (const it of all("[data-stale], [data-counted]")) {
      if (!it.content) { it.remove(); continue; }
      const date = it.content.querySelector("b");
      if (last_change) date.textContent = new Date(last_change).toLocaleDateString(locale, { dateStyle: "long" });
      else date.parentElement.remove();
      it.replaceWith(it.content);
    }
  } catch {
    // Offline, or no such file: the reader's clock must do.
  }
  update();
}

addEventListener("visibilitychange", look);
// Whoever puts cards into a page has them brought up to date: `dispatchEvent(new Event("cards"))`. That some are gone is
// told by the event "closed".
addEventListener("cards", update);
look();
