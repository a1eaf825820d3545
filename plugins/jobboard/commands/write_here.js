// Beside the form on one's own computer (`jobboard write`): drafts and what closes soon, saving into the content, the page
// as it will look. Only this computer is asked.
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
const panel = make("section", { className: "write-group" });
panel.dataset.part = "here";
const said = make("p", { className: "write-said", role: "status", tabIndex: -1 });
const frame = make("iframe", { width: "100%", height: 900, hidden: true });
let say;
let at = null;
let made = null;

// Does something, and says how it went; what is wrong is told at its field.
async function doing(what, told) {
  try {
    const reply = await ask(what, JSON.stringify(told));
    if (reply.refused) said.textContent = reply.refused;
    else if (reply.is_written) {
      said.textContent = [fill(say.saved, reply), ...reply.problems.map(({ text }) => text)].join(" ");
      await draw();
    } else {
      said.textContent = reply.problems.map(({ path, text }) => path + ": " + text).join(" ");
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
  writing.load(it);
}

function rows(title, items, ways) {
  const list = items.map((it) => make("li", {}, ...ways(it).flatMap((each) => [each, " "])));
  return [make("h3", { textContent: title }), list.length ? make("ul", {}, ...list) : make("p", { textContent: say.nothing })];
}

function extending(it) {
  const day = make("input", { type: "date", ariaLabel: fill(say.extend, it) });
  return [day, button(fill(say.move, it), () => day.value && doing("extend", { path: it.path, date: day.value }))];
}

async function draw() {
  const found = await ask("items");
  say = found.say;
  frame.title = say.page;
  const file = make("input", { type: "file" });
  file.addEventListener("change", () => put(file.files[0]));
  panel.replaceChildren(
    make("h2", { textContent: say.title }), said,
    ...rows(say.drafts, found.drafts, (it) => [button(fill(say.open, it), () => open(it.path))]),
    ...rows(say.closing, found.closing, (it) => [
      make("span", { textContent: it.deadline }), button(fill(say.open, it), () => open(it.path)),
      button(fill(say.close, it), () => confirm(fill(say.sure, it)) && doing("close", { path: it.path })), ...extending(it)]),
    make("p", { className: "write-field" }, make("label", {}, say.upload + " ", file)));
}

async function put(file) {
  if (!file) return;
  try {
    const reply = await ask("file?name=" + encodeURIComponent(file.name), file, "application/octet-stream");
    said.textContent = reply.refused ?? fill(say.saved, reply);
  } catch {
    said.textContent = say.lost;
  }
  said.focus();
}

addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", (event) => {
  event.preventDefault();
  put(event.dataTransfer.files[0]);
});
addEventListener("made", ({ detail }) => (made = detail));
addEventListener("writing", async () => {
  document.querySelector(".write-form").before(panel);
  await draw();
  const save = button(say.save, async () => {
    const isSame = at && at.folder === made.folder && at.name === made.name;
    const reply = await doing("save", { ...made, path: isSame ? at.path : "", known: isSame ? at.known : "" });
    if (!reply.is_written) return;
    at = await ask("item?path=" + encodeURIComponent(reply.path));
    const page = root + made.root + made.name + "/";
    frame.src = page;
    frame.hidden = false;
    said.focus();
  });
  document.querySelector(".write-made h2").after(save);
  document.querySelector(".write-made").append(frame);
});
}
