// Beside the form on one's own computer (`jobboard write`): drafts and what closes soon, documents taken in, saving into the
// content, the page as it will look. Only this computer is asked.
"use strict";
{
const root = document.currentScript.dataset.root;
const ask = async (what, body, type) => {
  const reply = await fetch(root + ".write/" + what, body === undefined ? {} : { method: "POST", body, headers: { "Content-Type": type ?? "application/json" } });
  if (!reply.ok) throw new Error(what);
  return reply.json();
};
const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
const make = (name, properties, ...inside) => {
  const it = Object.assign(document.createElement(name), properties);
  it.append(...inside);
  return it;
};
const button = (text, click) => {
  const it = make("button", { type: "button", className: "write-button", textContent: text });
  it.addEventListener("click", click);
  return it;
};
// What can be done with an item whose title stands before it: the button is short, its name is whole.
const about = (pattern, it, click) => {
  const short = button(pattern.split("{title}")[0].replace(/\s*:\s*$/, "") || fill(pattern, it), click);
  short.ariaLabel = fill(pattern, it);
  return short;
};
const panel = make("section", { className: "write-group" });
panel.dataset.part = "here";
const said = make("p", { className: "write-said", role: "status", tabIndex: -1 });
const ways = make("p", { className: "write-ways" });
const shown = make("p", { className: "write-said", role: "status" });
const frame = make("iframe", { width: "100%", height: 900, hidden: true });
const seen = make("section", {});
seen.dataset.part = "seen";
const WAIT = 600; // milliseconds after the last key
const PICTURE = /\.(?:jpe?g|png|webp|avif|gif|svg)$/i;
let say;
let at = null;
let made = null;
let top = 0;

const lines = (problems) => problems.map(({ path, text }) => (path && path[0] !== "/" ? path + ": " : "") + text);

// Does something, and says how it went; what is wrong is told at its field.
async function doing(what, told) {
  try {
    const reply = await ask(what, JSON.stringify(told));
    if (reply.refused) said.textContent = reply.refused;
    else if (reply.is_written) {
      said.textContent = [fill(say.saved, reply), ...lines(reply.problems)].join(" ");
      await draw();
    } else {
      said.textContent = lines(reply.problems).join(" ");
      if (what === "save") writing.tell(reply.problems.map(({ path, text, code }) => ({ path: path || "title", text, code })));
    }
    return reply;
  } catch {
    said.textContent = say.lost;
    return {};
  }
}

async function open(path) {
  const it = await ask("item?path=" + encodeURIComponent(path));
  if (it.refused) {
    said.textContent = it.refused;
    return;
  }
  at = it;
  made = null;
  writing.load(it);
  offerTranslations();
  await look();
}

function offerTranslations() {
  ways.replaceChildren(...at.lacks.flatMap(([lang, language]) => [button(fill(say.translate, { language }), async () => {
    const reply = await doing("translate", { path: at.path, lang });
    if (reply.is_written) await open(reply.path);
  }), " "]));
}

function rows(title, items, waysOf) {
  const list = items.map((it) => make("li", {}, make("p", { className: "write-ways" }, make("strong", { dir: "auto", textContent: it.title }), ...waysOf(it))));
  return [make("h3", { textContent: title }), list.length ? make("ul", {}, ...list) : make("p", { textContent: say.nothing })];
}

function extending(it) {
  const day = make("input", { type: "date", ariaLabel: fill(say.extend, it) });
  return [day, about(say.move, it, () => day.value && doing("extend", { path: it.path, date: day.value }))];
}

function chooser(text, chosen) {
  const file = make("input", { type: "file" });
  file.addEventListener("change", () => file.files[0] && chosen(file.files[0]));
  return make("p", { className: "write-field" }, make("label", {}, text + " ", file));
}

async function draw() {
  const found = await ask("items");
  say = found.say;
  panel.replaceChildren(
    make("h2", { textContent: say.title }), said, ways,
    ...rows(say.drafts, found.drafts, (it) => [about(say.open, it, () => open(it.path)),
      about(say.ready, it, () => confirm(fill(say.sureReady, it)) && doing("ready", { path: it.path }))]),
    ...rows(say.closing, found.closing, (it) => [
      make("span", { textContent: it.deadline }), about(say.open, it, () => open(it.path)),
      about(say.close, it, () => confirm(fill(say.sure, it)) && doing("close", { path: it.path })), ...extending(it)]),
    chooser(say.take, take), chooser(say.upload, put), make("p", { className: "write-help", textContent: say.dropped }));
}

// Hands a file in, and says how that went; answers what was said, if it was not refused.
async function hand(what, file) {
  said.textContent = fill(say.reading, file);
  said.focus();
  try {
    const reply = await ask(what + "?name=" + encodeURIComponent(file.name), file, "application/octet-stream");
    if (!reply.refused) return reply;
    said.textContent = reply.refused;
  } catch {
    said.textContent = say.lost;
  }
}

async function take(file) {
  const reply = await hand("paper", file);
  if (!reply) return;
  await draw();
  if (reply.paths.length) await open(reply.paths[0]);
  said.textContent = [reply.paths.length ? fill(say.taken, { paths: reply.paths.join(", ") }) : "", ...reply.said].join(" ").trim();
}

async function put(file) {
  const reply = await hand("file", file);
  if (reply) said.textContent = fill(say.saved, reply);
}

// What is in the form, as the file it is of.
function typed() {
  const it = writing.typed();
  const isSame = at && at.folder === it.folder && at.name === it.name;
  return { ...it, path: isSame ? at.path : "", known: isSame ? at.known : "" };
}

function show(it) {
  top = frame.hidden ? 0 : frame.contentWindow.scrollY;
  frame.src = root + it.root + it.name + "/";
  frame.hidden = false;
}

// The page as it would look now. One look at a time: what is typed meanwhile is seen by the next.
let timer;
let isLooking = false;
async function look() {
  clearTimeout(timer);
  if (isLooking) return later();
  isLooking = true;
  try {
    const it = typed();
    const reply = await ask("look", JSON.stringify(it));
    if (reply.is_shown) show(it);
    if (!made) writing.tell(reply.problems?.map(({ path, text, code }) => ({ path: path || "title", text, code })) ?? [], { isTyping: true });
    shown.textContent = reply.is_shown ? say.alike : [frame.hidden ? say.unseen : say.unlike, reply.refused ?? ""].join(" ").trim();
  } catch {
    shown.textContent = say.lost;
  }
  isLooking = false;
}

function later() {
  clearTimeout(timer);
  timer = setTimeout(look, WAIT);
}

addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", (event) => {
  event.preventDefault();
  const [file] = event.dataTransfer.files;
  if (file && say) (PICTURE.test(file.name) ? put : take)(file);
});
addEventListener("made", ({ detail }) => (made = detail));
addEventListener("writing", async () => {
  const form = document.querySelector(".write-form");
  form.before(panel);
  await draw();
  frame.title = say.page;
  frame.addEventListener("load", () => frame.contentWindow.scrollTo(0, top));
  shown.textContent = say.unseen;
  seen.append(make("h2", { textContent: say.page }), shown, frame);
  document.querySelector(".write").append(seen);
  form.addEventListener("input", () => {
    made = null;
    later();
  });
  form.addEventListener("click", ({ target }) => target.type === "button" && later());
  const save = button(say.save, async () => {
    const reply = await doing("save", typed());
    if (!reply.is_written) return;
    at = await ask("item?path=" + encodeURIComponent(reply.path || at.path));
    offerTranslations();
    shown.textContent = "";
    show(writing.typed());
    said.focus();
  });
  document.querySelector(".write-made h2").after(save);
});
}
