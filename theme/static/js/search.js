// The page for searching: draws the form, fetches the rows of the board year by year, and shows what has all words.
// What is searched stands in the address, so an answer can be kept and sent, and the way back leads through earlier ones.
// Every word of its own stands in the page; docs/search.md tells how and why.
"use strict";
{
const script = document.currentScript;
const told = script.dataset;
const { locale, standing } = told;
const KINDS = JSON.parse(told.kinds);
const OPEN = { postings: "open" };
const OVER = { postings: "closed", news: "expired", events: "past" };
const PAGE = 20;
const one = (selector, within = document) => within.querySelector(selector);
const { lang } = document.documentElement;
const title = document.title;
const hidden = told.hidden.split(" ");
// The edition that a text has its page in speaks its language, or is the first.
const spoken = told.languages.split(" ");
const editionOf = (written) => (spoken.includes(written) ? written : spoken[0]);

const holder = one("template[data-search]");
holder.replaceWith(holder.content);
one("[data-unscripted]").remove();
const [form, said, list, more, older, result] = ["form[role=search]", "main [role=status]", "main ol.cards", "[data-more]",
  "[data-older]", "[data-result]"].map((selector) => one(selector));
const { q, closed } = form.elements;

const regions = new Intl.DisplayNames(locale, { type: "region" });
const languages = new Intl.DisplayNames(locale, { type: "language" });
const days = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
const counts = new Intl.PluralRules(locale);
// Words with a space before each, so that a look for " word" finds beginnings only.
const spaced = (...texts) => " " + wordsOf(texts.join(" ")).join(" ");

// What is sought, as the address says; what was fetched; what of it has the words in its text; which years were not; what organisations and topics are called; how many results are shown.
let sought = "";
let isClosedSought = false;
let items = [];
let inText = new Set();
const years = told.years.split(" ").filter(Boolean);
let left = years;
let names;
let shown = PAGE;
let turn = 0;

async function rowsOf(name) {
  const reply = await fetch(standing.replace(/standing(?=\.json$)/, name));
  if (!reply.ok) throw new Error(reply.status);
  const { columns, rows } = await reply.json();
  return rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at]])));
}

// Of an item and its translations the one in the reader's language, else the original.
function onePerGroup(rows) {
  const rank = (item) => (item.lang === lang ? 0 : item.group ? 2 : 1);
  const chosen = new Map();
  for (const item of rows) {
    const key = item.folder + "/" + (item.group || item.id);
    const rival = chosen.get(key);
    if (!rival || rank(item) < rank(rival)) chosen.set(key, item);
  }
  return [...chosen.values()].filter((item) => !hidden.includes(item.lang));
}

const of = (folder) => (id) => names[folder + "/" + id] ?? [];

function add(rows) {
  for (const item of onePerGroup(rows)) {
    const called = KINDS[item.folder][1];
    item.kind = called[item.kind] ?? "";
    item.where = [...item.towns, ...item.countries.map((code) => regions.of(code))].join(", ");
    const known = [...item.organisations.map(of("organisations")), ...item.topics.map(of("topics"))].flat();
    item.heading = spaced(item.title);
    item.all = spaced(item.title, item.summary, item.where, item.kind, ...item.names, ...known);
    items.push(item);
  }
}

async function fetchStanding() {
  const rows = await rowsOf("standing");
  if (names) return;
  names = {};
  for (const { folder, id, ...item } of rows) (names[folder + "/" + id] ??= []).push(...item.names, item.title);
  add(rows);
}

async function fetchYear(year) {
  const rows = left.includes(year) ? await rowsOf(year) : [];
  if (!left.includes(year)) return;
  left = left.filter((each) => each !== year);
  add(rows);
}

// Asks the index of full texts, where there is one: no more than are looked at. It is no loss where it is not published.
async function searchTexts() {
  const asked = sought;
  const keys = [];
  inText = new Set();
  if (!told.fullText) return;
  let found;
  try {
    const pagefind = await import(told.fullText);
    const { results } = await pagefind.search(asked, { filters: isClosedSought ? {} : { over: "no" } });
    found = await Promise.all(results.slice(0, 3 * PAGE).map((each) => each.data()));
  } catch {
    return;
  }
  for (const { meta } of found) {
    await fetchYear(meta.part);
    keys.push(meta.key);
  }
  if (asked === sought) inText = new Set(keys);
}

function matches() {
  const words = wordsOf(sought).map((word) => " " + word);
  // board.js knows by how much the reader's clock is wrong.
  const now = Date.now() - ahead;
  const found = [];
  for (const item of items) {
    const isOver = item.closes !== null && item.closes * 1000 <= now;
    const isFound = words.every((word) => item.all.includes(word)) || inText.has(item.folder + "/" + item.id);
    if ((isOver && !isClosedSought) || !isFound) continue;
    const isNamed = words.every((word) => item.heading.includes(word));
    // An organisation that is called so comes before what it has published, one that is only mentioned after it.
    found.push({ item, isOver, isNamed, at: item.opened ?? (isNamed ? 1e12 : 0) });
  }
  return found.sort((a, b) => a.isOver - b.isOver || b.isNamed - a.isNamed || b.at - a.at);
}

function drawn({ item, isOver }) {
  const entry = result.content.cloneNode(true);
  const status = item.state || (isOver ? OVER : OPEN)[item.folder];
  const texts = {
    ...item,
    who: item.organisations.map((id) => of("organisations")(id)[0]).filter(Boolean).join(", "),
    text: item.lang === lang ? "" : told.textIn.replace("{language}", languages.of(item.lang)),
    status: status && script.getAttribute("data-is-" + status),
    day: item.folder !== "postings" ? "{date}" : isOver ? told.closedOn : item.first ? told.applyBy : told.rolling,
  };
  for (const each of entry.querySelectorAll("[data-of]")) {
    if (texts[each.dataset.of]) each.textContent = texts[each.dataset.of];
    else each.remove();
  }
  const link = one("a", entry);
  link.href = KINDS[item.folder][editionOf(item.lang) === lang ? 0 : 2] + item.id + "/";
  if (item.lang !== lang) for (const each of entry.querySelectorAll(".card-title, .card-summary")) each.lang = item.lang;
  if (status) one(".badge", entry).dataset.status = status;
  date(one(".card-deadline", entry), item, isOver);
  return entry;
}

// Puts the day into its place: of an event all its days, of a posting the last one.
function date(line, { folder, first, last }, isOver) {
  const [from, to] = folder === "events" ? [first, last] : folder === "postings" && isOver ? [last, last] : [first, first];
  if (!from) return folder === "postings" || line.remove();
  const time = document.createElement("time");
  time.dateTime = from;
  time.textContent = days.formatRange(Date.parse(from), Date.parse(to));
  const [before, after] = line.textContent.split("{date}");
  line.replaceChildren(before, time, after);
}

function draw() {
  const found = matches();
  list.replaceChildren(...found.slice(0, shown).map(drawn));
  const form = told[counts.select(found.length)] ?? told.other;
  const number = found.length.toLocaleString(locale);
  said.textContent = found.length ? form.replace("{n}", number) : told.nothing.replace("{words}", () => sought);
  more.hidden = found.length <= shown;
  older.hidden = !left.length;
  return found.length;
}

function clear() {
  said.textContent = "";
  list.replaceChildren();
  more.hidden = older.hidden = true;
}

// Fetches the newest year, and older ones until there is enough, or nothing is left; true if all went well, and nobody
// asked anew meanwhile.
async function seek(isEnough, first) {
  const mine = ++turn;
  if (!list.children.length) said.textContent = told.searching;
  try {
    if (!names) await fetchStanding();
    await first?.();
    while (mine === turn && left.length && (left === years || !isEnough())) await fetchYear(left[0]);
    return mine === turn;
  } catch {
    if (mine === turn) {
      clear();
      said.textContent = told.failed;
    }
    return false;
  }
}

async function answer({ moves = false } = {}) {
  const asked = new URLSearchParams(location.search);
  q.value = sought = (asked.get("q") ?? "").trim();
  closed.checked = isClosedSought = asked.has("closed");
  document.title = sought ? sought + " · " + title : title;
  shown = PAGE;
  list.replaceChildren();
  if (!wordsOf(sought).length) {
    turn++;
    return clear();
  }
  if (await seek(() => matches().length >= PAGE, searchTexts) && draw() && moves) list.focus();
}

function go(moves) {
  const asked = new URLSearchParams({ q: q.value.trim() });
  if (closed.checked) asked.set("closed", "1");
  history.pushState(null, "", "?" + asked);
  answer({ moves });
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  go(true);
});
closed.addEventListener("change", () => q.value.trim() && go(false));
more.addEventListener("click", () => {
  const before = list.children.length;
  shown += PAGE;
  draw();
  one("a", list.children[before]).focus();
});
older.addEventListener("click", async () => {
  const before = left.length;
  if (!await seek(() => left.length < before)) return;
  draw();
  if (older.hidden) list.focus();
});
addEventListener("popstate", () => answer());
// By then board.js has run, too.
addEventListener("DOMContentLoaded", () => answer());
}
