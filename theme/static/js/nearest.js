// The page for addresses that do not exist: offers what there is of nearly the same name, and the search with the words
// of the address filled in. A name is near if at most four of ten letters differ, if it begins with what was asked for,
// or if the two share six of ten words. What is searched is read year by year, the newest first, until five are near.
"use strict";
{
const script = document.currentScript;
const told = script.dataset;
const KINDS = JSON.parse(told.kinds);
const OVER = { postings: "closed", news: "expired", events: "past" };
const MOST = 5;
const NEAR = 0.6;
const BEGUN = 0.9;
const SHORTEST = 4;
const { lang } = document.documentElement;
const hidden = told.hidden.split(" ");
const spoken = told.languages.split(" ");
const editionOf = (written) => (spoken.includes(written) ? written : spoken[0]);

const holder = document.querySelector("template[data-nearest]");
holder.replaceWith(holder.content);
const [offer, list, entry, words] = ["[data-offer]", "[data-offer] ul", "[data-near]", "main [type=search]"].map((each) =>
  document.querySelector(each));

// The last part of an address that says anything, as ids are written.
function askedFor(path) {
  for (const part of path.split("/").reverse()) {
    let text = part.replace(/\.\w+$/, "");
    try {
      text = decodeURIComponent(text);
    } catch {
      // Nobody can read it; its letters are still letters.
    }
    const name = wordsOf(text).join("-");
    if (name && name !== "index") return name;
  }
  return "";
}

// Letters to put in, take out, change or swap with the next, to get from one name to the other.
function distance(one, other) {
  let [before, last] = [[], [...Array(other.length + 1).keys()]];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const changed = one[i - 1] === other[j - 1] ? 0 : 1;
      row[j] = Math.min(row[j - 1] + 1, last[j] + 1, last[j - 1] + changed);
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (isSwapped) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[other.length];
}

// From 0, nothing in common, to 1, the same.
function nearness(asked, name) {
  if (asked.length >= SHORTEST && name.startsWith(asked)) return BEGUN;
  const [mine, its] = [asked, name].map((each) => new Set(each.split("-")));
  const shared = [...mine].filter((each) => each.length > 2 && its.has(each)).length;
  const alike = shared / Math.max(mine.size, its.size);
  const longer = Math.max(asked.length, name.length);
  const isTooLong = Math.abs(asked.length - name.length) > (1 - NEAR) * longer;
  return isTooLong ? alike : Math.max(alike, 1 - distance(asked, name) / longer);
}

async function rowsOf(name) {
  const reply = await fetch(told.standing.replace(/standing(?=\.json$)/, name));
  if (!reply.ok) throw new Error(reply.status);
  const { columns, rows } = await reply.json();
  return rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at]])));
}

// Of an item and its translations the one whose name is nearest; of those the reader's language.
function keepNearest(found, asked, rows) {
  for (const item of rows) {
    const near = nearness(asked, item.id);
    if (near < NEAR || hidden.includes(item.lang)) continue;
    const key = item.folder + "/" + (item.group || item.id);
    const isMeant = location.pathname.startsWith(KINDS[item.folder][0]) ? 1 : 0;
    const rank = [near, isMeant, item.lang === lang ? 1 : 0, item.opened ?? 0];
    const rival = found.get(key);
    if (!rival || isBefore(rank, rival.rank)) found.set(key, { item, rank });
  }
}

function isBefore(rank, other) {
  const at = rank.findIndex((each, at) => each !== other[at]);
  return at >= 0 && rank[at] > other[at];
}

function drawn({ item }) {
  const line = entry.content.cloneNode(true);
  const link = line.querySelector("a");
  link.textContent = item.title;
  link.href = KINDS[item.folder][editionOf(item.lang) === lang ? 0 : 2] + item.id + "/";
  if (item.lang !== lang) link.lang = link.hreflang = item.lang;
  line.querySelector("[data-kind]").textContent = KINDS[item.folder][1][item.kind] ?? "";
  const badge = line.querySelector(".badge");
  // board.js knows by how much the reader's clock is wrong.
  const isOver = item.closes !== null && item.closes * 1000 <= Date.now() - ahead;
  const status = item.state || (isOver ? OVER[item.folder] : item.folder === "postings" ? "open" : "");
  if (status) {
    badge.dataset.status = status;
    badge.textContent = script.getAttribute("data-is-" + status);
  } else {
    badge.remove();
  }
  return line;
}

async function seek(asked) {
  const found = new Map();
  for (const part of ["standing", ...told.years.split(" ").filter(Boolean)]) {
    keepNearest(found, asked, await rowsOf(part));
    if (found.size >= MOST) break;
  }
  const nearest = [...found.values()].sort((one, other) => (isBefore(one.rank, other.rank) ? -1 : 1)).slice(0, MOST);
  list.replaceChildren(...nearest.map(drawn));
  offer.hidden = !nearest.length;
}

const asked = askedFor(location.pathname);
words.value = asked.replaceAll("-", " ");
// By then board.js has run, too. Without an answer the page stays as it is: it has said all that is certain.
if (asked) addEventListener("DOMContentLoaded", () => seek(asked).catch(() => {}));
}
