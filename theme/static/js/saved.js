// The page of saved postings: draws what `save.js` keeps, says what became of each, makes one calendar of all deadlines,
// and gives and takes a file of it all. It asks the site for the list of all open postings, whichever are saved, so that
// nobody learns which. Every word stands in the page.
"use strict";
{
const holder = document.querySelector("template[data-saved]");
const told = JSON.parse(holder.dataset.saved);
const { say } = told;
const { fill, time, loaded, utc } = cardMaker(told, holder);
holder.replaceWith(holder.content);
document.querySelector("[data-unscripted]").remove();
const part = (name, within = document) => within.querySelector('main [data-part="' + name + '"], [data-part="' + name + '"]');
const said = document.querySelector(".saved-said");
const [list, empty, template, visits, file] = ["list", "empty", "posting", "visits", "import"].map((name) => part(name));
const failed = document.querySelector("[data-root]").dataset.failed;

// The edition that a posting has its page in speaks its language, or is the first; others show it in a frame.
const editionOf = (written) => (told.languages.includes(written) ? written : told.languages[0]);
const folderOf = ({ lang }) => (editionOf(lang) === document.documentElement.lang ? told.item : told.framed);

// All open postings, and the row of each by its id; nothing until they are there.
let postings;
let rows;

async function load() {
  try {
    postings = await loaded();
    rows = new Map(postings.closes.map((_, row) => [postings.id(row), row]));
    draw();
  } catch {
    said.textContent = say.unknown;
  }
}

// The day of a minute, as the clocks of a zone show it.
function dayAt(minute, timeZone) {
  const shown = (options) => new Date(minute).toLocaleDateString(locale, { timeZone, ...options });
  return fill(told.weekday, { weekday: shown({ weekday: "long" }), day: shown({ dateStyle: "long" }) });
}

// The day of a deadline that is kept, in the words of this page; that in a zone nobody knows is told in UTC.
function lastDay({ closes, zone }) {
  const minute = Date.parse(closes) - 6e4;
  try {
    return dayAt(minute, zone);
  } catch {
    return dayAt(minute, "UTC");
  }
}

// The last minute to apply of a row, as the clocks of its zone show it: in words, and its day for calendars.
function deadlineOf(row) {
  const { sets, values, rows: zones } = postings.fields.zone;
  const timeZone = values[sets[zones[row]][0]];
  const minute = postings.closes[row] - 6e4;
  const [at, hours, minutes] = clock(timeZone).format(minute).split(/[ :]/);
  const words = { time: fill(say.time, { hour: hours, minute: minutes }), zone: postings.said("zone", row)[0] };
  const day = dayAt(minute, timeZone);
  const what = fill(postings.minute[row] ? say.timed : say.what, words);
  return { deadline: fill(postings.minute[row] ? say.date : say.whole, { day, ...words }), day: at, what, zone: timeZone, last: fill(say.last, words) };
}

// What is kept of a posting, with what has become of it since: `is` open, closed or gone; `moved` says how.
function today(it, now) {
  const row = rows?.get(it.id);
  const closes = row === undefined ? Date.parse(it.closes) : postings.closes[row];
  const is = closes <= now ? "closed" : rows && row === undefined ? "gone" : "open";
  const isRolling = row !== undefined && !postings.deadline(row);
  if (row === undefined || closes === Date.parse(it.closes) || (isRolling && !it.deadline)) {
    const { deadline } = row === undefined || isRolling ? it : deadlineOf(row);
    return { ...it, is, deadline, time: closes, moved: "" };
  }
  const times = { closes: utc(closes), soon: utc(closes - postings.soon[row] * 6e4), time: closes, is };
  const before = lastDay(it);
  if (isRolling) return { ...it, ...times, moved: fill(say.rolled, { before }), deadline: "", last: "", day: "" };
  const { what, ...fresh } = deadlineOf(row);
  const { deadline } = fresh;
  return {
    ...it, ...times, ...fresh,
    moved: fill(it.deadline ? say.moved : say.fixed, { before, deadline }),
    summary: fill(say.summary, { what, title: it.title, organisations: it.who }),
    description: fill(say.description, { deadline }) + "\n" + told.address + it.id + "/",
    modified: utc(Math.floor(now / 1e3) * 1e3),
    sequence: String(parseInt(it.sequence) + 1 || 1),
  };
}

// Open ones first, soonest deadline first; then what is over, the latest first.
function sorted() {
  const now = time();
  const found = [...keeping.kept().saved.values()].map((it) => today(it, now));
  const isOver = ({ is }) => is !== "open";
  return found.sort((a, b) => isOver(a) - isOver(b) || (isOver(a) ? b.time - a.time : a.time - b.time));
}

// As high as what it says, to a dozen lines.
function grow(note) {
  note.rows = 1;
  while (note.scrollHeight > note.clientHeight && note.rows < 12) note.rows++;
}

function drawn(it) {
  const entry = template.content.firstElementChild.cloneNode(true);
  const link = entry.querySelector("a");
  const over = fill(it.is === "gone" ? say.gone : it.deadline ? say.over : say.overRolling, { deadline: lastDay(it) });
  const put = (name, text) => (text ? (part(name, entry).textContent = text) : part(name, entry).remove());
  Object.assign(entry.dataset, { id: it.id, closes: it.closes, status: it.is });
  Object.assign(link, { href: folderOf(it) + it.id + "/", textContent: it.title, lang: it.lang, hreflang: it.lang });
  entry.querySelector(".card-who").textContent = it.who;
  put("moved", it.moved);
  const waiting = entry.querySelector("template");
  waiting.content.firstElementChild.textContent = over;
  if (it.is === "open") {
    entry.dataset.soon = it.soon || it.closes;
    put("deadline", it.deadline ? fill(say.applyBy, it) : say.rolling);
    if (it.last) Object.assign(part("ages", entry).dataset, { zone: it.zone, last: it.last });
  } else {
    const badge = entry.querySelector(".badge");
    badge.dataset.status = "closed";
    badge.textContent = it.is === "gone" ? say.unlisted : say.closed;
    for (const name of ["deadline", "ages"]) part(name, entry).remove();
    waiting.replaceWith(waiting.content);
  }
  const note = entry.querySelector("textarea");
  note.value = it.note;
  note.addEventListener("input", () => {
    grow(note);
    const isDone = keeping.change(({ saved }) => saved.has(it.id) && (saved.get(it.id).note = note.value));
    said.textContent = isDone ? "" : failed;
  });
  const button = part("delete", entry);
  button.ariaLabel = fill(say.delete, it);
  button.addEventListener("click", () => {
    const next = entry.nextElementSibling?.dataset.id ?? entry.previousElementSibling?.dataset.id;
    if (!tell(keeping.change(({ saved }) => saved.delete(it.id)), fill(say.deleted, it))) return;
    (list.querySelector('[data-id="' + next + '"] a') ?? said).focus();
  });
  return entry;
}

// Draws anew, and says how it went.
function tell(isDone, words) {
  draw();
  said.textContent = isDone ? words : failed;
  return isDone;
}

function draw() {
  const found = sorted();
  const { activeElement: held } = document;
  const id = list.contains(held) && held.closest("article").dataset.id;
  list.replaceChildren(...found.map(drawn));
  list.querySelectorAll("textarea").forEach(grow);
  if (id) list.querySelector('[data-id="' + id + '"] ' + held.localName)?.focus();
  empty.hidden = found.length > 0;
  part("export").hidden = !found.length;
  part("calendar").hidden = !events(found).length;
  const { visit } = keeping.kept();
  visits.checked = !!visit;
  part("clear").hidden = !found.length && !visit;
  dispatchEvent(new Event("cards"));
}

// iCalendar (RFC 5545): a line is 75 octets long at most, and goes on after a space.
const octets = (text) => new TextEncoder().encode(text).length;
function folded(line) {
  let text = "";
  let length = 0;
  for (const letter of line) {
    const more = octets(letter);
    if (length + more > 75) {
      text += "\r\n ";
      length = 1;
    }
    text += letter;
    length += more;
  }
  return text + "\r\n";
}

// A text as a value; no control gets through but the end of a line.
const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n").replace(/[\0-\x1f\x7f]/g, "");
const stamp = (text) => text.replace(/[-:]/g, "");

// Deadlines that are still to come, each once: a posting and its translation have the same.
function events(found) {
  const isWhole = (it) => it.is === "open" && it.uid && /^\d{4}-\d\d-\d\d$/.test(it.day)
    && /^[\dT:-]{19}Z$/.test(it.modified);
  return [...new Map(found.filter(isWhole).map((it) => [it.uid, it])).values()];
}

// As the board's own calendars have them (plugins/jobboard/outputs/calendars/ical.py).
const event = (it) => [
  "BEGIN:VEVENT",
  "UID:" + escaped(it.uid),
  "DTSTAMP:" + stamp(it.modified),
  "LAST-MODIFIED:" + stamp(it.modified),
  "SEQUENCE:" + (parseInt(it.sequence) || 0),
  "DTSTART;VALUE=DATE:" + stamp(it.day),
  "SUMMARY:" + escaped(it.summary),
  "DESCRIPTION:" + escaped(it.description),
  "URL:" + told.address + it.id + "/",
  "TRANSP:TRANSPARENT",
  "STATUS:CONFIRMED",
  "END:VEVENT",
];

function calendar() {
  const head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//jobboard//saved//EN", "X-WR-CALNAME:" + escaped(say.calendar)];
  return [...head, ...events(sorted()).flatMap(event), "END:VCALENDAR"].map(folded).join("");
}

// Hands a file over, made here.
function give(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 6e4);
}

async function take() {
  const [given] = file.files;
  const found = given && keeping.read(await given.text());
  file.value = "";
  if (!found) {
    said.textContent = given ? say.unread : "";
    return;
  }
  let number = 0;
  const isDone = keeping.change(({ saved }) => {
    for (const [id, it] of found.saved) {
      if (!saved.has(id)) number++;
      // What is there stays, and gets a note if it has none.
      saved.set(id, { ...it, ...saved.get(id), note: saved.get(id)?.note || it.note });
    }
  });
  const form = told.added[new Intl.PluralRules(locale).select(number)] ?? told.added.other;
  tell(isDone, form.replace("{n}", number));
}

part("calendar").addEventListener("click", () => give(told.files.calendar, "text/calendar", calendar()));
part("export").addEventListener("click", () => give(told.files.export, "application/json", keeping.written({ ...keeping.kept(), visit: null })));
part("clear").addEventListener("click", () => {
  if (!confirm(say.sure)) return;
  const isDone = keeping.change((kept) => Object.assign(kept, { saved: new Map(), visit: null }));
  if (tell(isDone, say.deletedAll)) said.focus();
});
file.addEventListener("change", take);
visits.addEventListener("change", () => {
  const now = Date.now();
  const visit = visits.checked ? { before: 0, began: now, seen: now } : null;
  if (!keeping.change((kept) => (kept.visit = visit))) said.textContent = failed;
  draw();
});
addEventListener("storage", draw);
addEventListener("pageshow", ({ persisted }) => persisted && draw());
// By then board.js and save.js have run, too.
addEventListener("DOMContentLoaded", () => {
  draw();
  if (keeping.kept().saved.size) load();
});
}
