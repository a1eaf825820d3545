// What this browser keeps for its reader: saved postings and, if that is asked for, when visits begin. Draws the button
// that saves a posting, the link to what is saved, and marks in lists what is new. Nothing is sent anywhere, and nothing is
// kept until the reader asks for it (docs/decisions/0067). Every word stands in the page.
"use strict";
const keeping = (() => {
  const told = document.currentScript.dataset;
  const VERSION = 1;
  // Boards on one host share its storage, so each has a key of its own.
  const KEY = "jobboard " + VERSION + " " + told.root;
  const FIELDS = "id title lang who closes soon deadline zone last uid day summary description modified sequence note at".split(" ");
  const MOST = 4e3;
  // Whoever comes back after so long visits anew, in ms.
  const PAUSE = 18e5;

  // What can be used of a text, whoever wrote it: by its id each posting that has one and an instant to close, with texts
  // and nothing else. Nothing where the text is not of this form.
  function read(text) {
    let value;
    try {
      value = JSON.parse(text);
    } catch {
      return null;
    }
    if (value?.version !== VERSION || !Array.isArray(value.saved)) return null;
    const saved = new Map();
    for (const it of value.saved) {
      const entry = {};
      for (const name of FIELDS) entry[name] = typeof it?.[name] === "string" ? it[name].slice(0, MOST) : "";
      if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(entry.id) && Date.parse(entry.closes)) saved.set(entry.id, entry);
    }
    const visit = [value.visit?.before, value.visit?.began, value.visit?.seen];
    return { saved, visit: visit.every(Number.isFinite) ? value.visit : null };
  }

  function kept() {
    let text = null;
    try {
      text = localStorage.getItem(KEY);
    } catch {
      // Switched off: nothing is kept, which is said when something should be.
    }
    return read(text) ?? { saved: new Map(), visit: null };
  }

  const written = ({ saved, visit }) => JSON.stringify({ version: VERSION, saved: [...saved.values()], visit });

  // Changes what is kept; false if this browser keeps nothing.
  function change(alter) {
    const now = kept();
    alter(now);
    try {
      if (now.saved.size || now.visit) localStorage.setItem(KEY, written(now));
      else localStorage.removeItem(KEY);
    } catch {
      return false;
    }
    show();
    return true;
  }

  const link = document.createElement("a");
  const item = document.createElement("li");
  link.href = told.href;
  if (link.pathname === location.pathname) link.ariaCurrent = "true";
  item.append(link);

  let showButton = () => {};

  function show() {
    const { saved, visit } = kept();
    link.textContent = told.link.replace("{number}", saved.size);
    if (saved.size) document.querySelector(".site-navigation ul").append(item);
    else item.remove();
    showButton(saved);
    mark(visit?.before);
  }

  // Cards know the day they were published, so all of the day of the visit counts as since then.
  function mark(since) {
    for (const card of document.querySelectorAll("li[data-soon]")) {
      const time = card.querySelector(".card-published time");
      card.querySelector(".since")?.remove();
      if (!since || !(Date.parse(time?.dateTime) + DAY > since)) continue;
      const day = new Date(since).toLocaleDateString(locale, { day: "numeric", month: "short" });
      const said = document.createElement("p");
      said.className = "since";
      said.textContent = told.since.replace("{day}", day);
      card.querySelector(".badge").after(said, " ");
    }
  }

  const holder = document.querySelector("template[data-save]");
  if (holder) {
    let posting = JSON.parse(holder.dataset.save);
    const { id } = posting;
    const [button, said, way] = ["button", "span", "a"].map((name) => holder.content.querySelector(name));
    holder.replaceWith(holder.content);
    showButton = (saved) => {
      button.ariaPressed = saved.has(id);
      way.hidden = !saved.has(id);
    };
    button.addEventListener("click", () => {
      const wasSaved = kept().saved.has(id);
      const isDone = change(({ saved }) => {
        // Whoever takes it back has the note again.
        if (wasSaved) posting = { ...saved.get(id), ...posting };
        if (wasSaved) saved.delete(id);
        else saved.set(id, { at: new Date().toISOString(), ...posting });
      });
      said.textContent = !isDone ? told.failed : wasSaved ? told.gone : told.done;
    });
    // Whoever looks at the page knows what it says.
    if (kept().saved.has(id)) change(({ saved }) => saved.set(id, { ...saved.get(id), ...posting }));
  }

  const now = Date.now();
  if (kept().visit) change((it) => {
    const { began, seen } = it.visit;
    it.visit = now - seen > PAUSE ? { before: began, began: now, seen: now } : { ...it.visit, seen: now };
  });

  for (const event of ["pageshow", "storage", "cards"]) addEventListener(event, show);
  show();
  return { kept, change, read, written };
})();
