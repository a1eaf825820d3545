// The form that makes a file for the board: drawn of what its declarations say, checked as far as a browser can with the
// texts of `jobboard check`, kept as a draft in this browser, handed over as a file. Nothing is sent. Every word stands in
// the page or in what it reads.
"use strict";
// For what runs beside the form (`jobboard write`): `load` fills it in, `tell` says what is wrong at its fields, `typed`
// answers what is in it.
const writing = {};
{
const holder = document.querySelector("template[data-write]");
const told = JSON.parse(holder.dataset.write);
const { say } = told;
holder.replaceWith(holder.content);
const unscripted = document.querySelector("[data-unscripted]");
unscripted.remove();
const part = (name) => document.querySelector('main [data-part="' + name + '"]');
const form = document.querySelector(".write-form");
const said = document.querySelector(".write-said");
const wrongs = document.querySelector(".write-wrong-all");
const made = document.querySelector(".write-made");
const KEY = "jobboard write 1 " + told.root;
// Characters of an address that every host and mail program takes.
const MOST = 7e3;
const MOST_OF_MAIL = 1800;

const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
const isGiven = (it) => it !== undefined && it !== "" && !(typeof it === "object" && !Object.keys(it).length);

// An element with properties, attributes behind "_", and what is in it.
function make(name, properties = {}, ...inside) {
  const it = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key[0] === "_") it.setAttribute(key.slice(1), value);
    else it[key] = value;
  }
  it.append(...inside.filter((each) => each !== undefined && each !== ""));
  return it;
}

let number = 0;
const newId = () => "write-" + ++number;
let kinds;
let codes;
let names;
let current;

// Controls: `el` to show, `get` and `set` the value, `at` the control of a part of a dotted name, `input` takes the focus.

// The label, the help, and where it is said what is wrong; of one input, or around several.
function framed({ label, help, needed }, inputs, isGroup) {
  const id = newId();
  const helped = make("p", { className: "write-help", id: id + "h", textContent: help || "", hidden: !help });
  const wrong = make("p", { className: "write-wrong", id: id + "w", hidden: true });
  const star = needed ? make("small", { textContent: say.needed }) : "";
  const [first] = inputs;
  for (const each of inputs) {
    if (each.matches("input, select, textarea")) each.setAttribute("aria-describedby", id + "h " + id + "w");
  }
  const rest = [helped, wrong, ...inputs];
  if (isGroup) {
    const el = make("fieldset", { className: "write-group", "_aria-describedby": id + "h " + id + "w" },
      make("legend", {}, label, " ", star), ...rest);
    return { el, wrong };
  }
  first.id = id;
  if (needed) first.required = true;
  return { el: make("div", { className: "write-field" }, make("label", { htmlFor: id }, label, " ", star), ...rest), wrong };
}

const option = ([value, text]) => new Option(text, value);

// A text without what nobody sees and no file may hold, as it comes along with what is pasted: a line that ends as Word
// has it, and signs that steer a machine or turn the direction.
const readable = (text, end) => text.replace(/\r\n?|[\v\f\u2028\u2029]/g, end).replace(/[\0-\x08\x0e-\x1f\x7f-\x9f\u202d\u202e]/g, "").trim();

// One input for a text. What it cannot show as it is, it shows as a text.
function leaf(field, input, isFitting = () => true) {
  const { el, wrong } = framed(field, [input]);
  return {
    el, wrong, input,
    get: () => readable(input.value, input.localName === "textarea" ? "\n" : " "),
    set(value) {
      if (!isFitting(value)) input.type = "text";
      input.value = value;
    },
  };
}

function choice(field, choices) {
  const input = make("select", {}, option(["", say.none]), ...choices.map(option));
  const it = leaf(field, input);
  const { set } = it;
  it.set = (value) => {
    if (![...input.options].some((each) => each.value === value)) input.append(option([value, value]));
    set(value);
  };
  return it;
}

// A day and a time; with `rolling`, a box for no day at all.
function moment(field, isRolling) {
  const day = make("input", { type: "date" });
  const time = make("input", { type: "time", ariaLabel: fill(say.time, { what: field.label }) });
  const box = make("input", { type: "checkbox" });
  const { el, wrong } = framed(field, [day, time]);
  if (isRolling) el.append(make("label", { className: "write-choice" }, box, " ", say.rolling));
  box.addEventListener("change", () => (day.disabled = time.disabled = box.checked));
  return {
    el, wrong, input: day,
    get: () => (box.checked ? "rolling" : [day.value.trim(), time.value].filter(Boolean).join(" ")),
    set(value) {
      const found = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d))?$/.exec(value);
      box.checked = isRolling && value === "rolling";
      day.disabled = time.disabled = box.checked;
      if (!found && value && !box.checked) day.type = "text";
      day.value = box.checked ? "" : (found ? found[1] : value);
      time.value = found?.[2] ?? "";
    },
  };
}

// Any of several words, in the order in which they were chosen.
function boxes(field, choices) {
  let chosen = [];
  const list = make("div", { className: "write-choices" });
  const { el, wrong } = framed(field, [list], true);
  const draw = (all) => list.replaceChildren(...all.map(([value, text]) => {
    const box = make("input", { type: "checkbox", value });
    box.addEventListener("change", () => (chosen = box.checked ? [...chosen, value] : chosen.filter((each) => each !== value)));
    box.checked = chosen.includes(value);
    return make("label", { className: "write-choice" }, box, " ", text);
  }));
  draw(choices);
  return {
    el, wrong,
    get input() { return list.querySelector("input"); },
    get: () => chosen,
    set(value) {
      chosen = value;
      draw([...choices, ...value.filter((each) => !choices.some(([known]) => known === each)).map((each) => [each, each])]);
    },
  };
}

// The fields of a record.
function record(name, around) {
  const parts = new Map();
  const { fields, rules } = current.records[name];
  for (const field of fields) {
    const isNeeded = rules.some(({ at, when, unless }) => at === field.name && !when.length
      && unless.every(([each]) => each === at || each === "translation_of"));
    parts.set(field.name, control({ ...field, needed: isNeeded }));
  }
  return {
    parts, ...around,
    at: (each) => parts.get(each),
    get() {
      const found = {};
      for (const [each, it] of parts) {
        const value = it.get();
        if (isGiven(value)) found[each] = value;
      }
      return found;
    },
    set(values) {
      for (const [each, it] of parts) if (each in values) it.set(values[each]);
    },
  };
}

function group(field) {
  const inner = make("div", { className: "write-parts" });
  const box = make("input", { type: "checkbox" });
  const isSwitch = field.asked === "group-or-yes";
  const switched = isSwitch ? make("label", { className: "write-choice" }, box, " ", say.yes) : "";
  const it = record(field.record, framed(field, isSwitch ? [switched, inner] : [inner], true));
  inner.append(...[...it.parts.values()].map(({ el }) => el));
  const { get, set } = it;
  it.get = () => (isGiven(get()) ? get() : isSwitch && box.checked ? true : {});
  it.set = (value) => (value === true ? (box.checked = true) : set(value));
  Object.defineProperty(it, "input", { get: () => inner.querySelector("input, select, textarea") });
  return it;
}

// Several values of one type, each with a button that takes it away.
function list(field) {
  const [type] = field.items;
  const entries = [];
  const inner = make("div");
  const add = make("button", { type: "button", className: "write-button", textContent: fill(say.add, { what: field.label }) });
  const { el, wrong } = framed(field, [inner, add], true);
  const isPlain = !type.record && type.asked !== "pair";
  function grow(value) {
    const label = entries.length ? fill(say.numbered, { what: field.label, number: entries.length + 1 }) : field.label;
    const it = control({ ...type, label });
    const away = make("button", { type: "button", className: "write-button", textContent: fill(say.remove, { what: label }) });
    const row = make("div", { className: "write-row" }, it.el, away);
    if (isPlain) {
      it.el.querySelector("label").remove();
      it.input.ariaLabel = label;
      away.hidden = !entries.length;
    }
    away.addEventListener("click", () => {
      const next = entries[entries.indexOf(it) + 1];
      entries.splice(entries.indexOf(it), 1);
      row.remove();
      said.textContent = fill(say.removed, { what: field.label });
      (next?.input ?? add).focus();
      keep();
    });
    entries.push(it);
    inner.append(row);
    if (value !== undefined) it.set(value);
    return it;
  }
  add.addEventListener("click", () => grow().input.focus());
  if (field.needed || isPlain) grow();
  return {
    el, wrong,
    get input() { return entries[0]?.input ?? add; },
    at: (each) => entries.filter(({ get }) => isGiven(get()))[each - 1],
    one: () => entries.find(({ get }) => isGiven(get())),
    get: () => entries.map((each) => each.get()).filter(isGiven),
    set(values) {
      entries.length = 0;
      inner.replaceChildren();
      for (const each of values) grow(each);
      if (isPlain && !values.length) grow();
    },
  };
}

// Codes, each with a level or without one.
function pair(field) {
  const [type, level] = field.items;
  const [first, second] = [control({ ...type, label: field.label }), control({ ...level, label: fill(say.level, { what: field.label }) })];
  return {
    el: make("div", { className: "write-parts" }, first.el, second.el), wrong: first.wrong, input: first.input,
    get: () => (first.get() ? [first.get(), second.get()] : ""),
    set: ([code, of]) => (first.set(code), second.set(of)),
  };
}

const KEYBOARDS = { email: "email", url: "url", phone: "tel", number: "numeric", amount: "decimal" };

function control(field) {
  const { asked } = field;
  if (asked === "pair") return pair(field);
  if (asked === "pairs") return list({ ...field, items: [{ asked: "pair", items: field.items }] });
  if (asked === "list" && (field.items[0].choices || field.items[0].refers === "topics")) {
    return boxes(field, field.items[0].choices ?? names.topics);
  }
  if (asked === "list") return list(field);
  if (asked === "group" || asked === "group-or-yes") return group(field);
  if (asked === "moment" || asked === "deadline") return moment(field, asked === "deadline");
  if (asked === "day") return leaf(field, make("input", { type: "date" }), (value) => /^\d{4}-\d\d-\d\d$/.test(value));
  if (asked === "choice") return choice(field, field.choices);
  if (asked === "yes-or-no") return choice(field, [["yes", say.yes], ["no", say.no]]);
  if (field.refers === "organisations") return choice(field, names.organisations);
  if (codes[asked]) return choice(field, [...(field.more ?? []), ...codes[asked]]);
  if (asked === "text") return leaf(field, make("textarea", { rows: 3 }));
  return leaf(field, make("input", { type: "text", inputMode: KEYBOARDS[asked] ?? "text", autocomplete: "off", spellcheck: asked === "line" }));
}

// What is wrong, as { path, text, code }: within values, and between the fields of a record.
function* wrongOf(type, it, path) {
  if (type.asked === "group" || type.asked === "group-or-yes") {
    if (it !== true) yield* wrongIn(type.record, it, path + ".");
  } else if (type.asked === "pairs") {
    for (const [at, [code]] of it.entries()) yield* wrongOf(type.items[0], code, path + "." + (at + 1));
  } else if (type.asked === "list") {
    for (const [at, each] of it.entries()) yield* wrongOf(type.items[0], each, path + "." + (at + 1));
  } else if (type.pattern && !type.more?.some(([word]) => word === it) && !new RegExp("^(?:" + type.pattern + ")$", "u").test(it) && isAscii(type, it)) {
    yield { path, text: fill(type.wrong, { found: it }), code: type.code };
  }
}

// Domains may be in any script, which the check knows better.
const isAscii = ({ asked }, it) => !["email", "url", "domain"].includes(asked) || /^[\0-\x7f]*$/.test(it);

function* wrongIn(name, values, prefix = "") {
  const { fields, rules } = current.records[name];
  const holds = ([field, value]) => field in values && (value === undefined || values[field] === value);
  for (const { at, text, code, when, unless } of rules) {
    if (when.every(holds) && !unless.some(holds)) yield { path: prefix + at, text, code };
  }
  for (const field of fields) {
    if (field.name in values) yield* wrongOf(field, values[field.name], prefix + field.name);
  }
}

// Days out of order, and a last day that is over.
function* wrongDays(values) {
  const isDay = (it) => /^\d{4}-/.test(it ?? "");
  const before = (one, other) => (one.length > 10 && other.length > 10 ? one < other : one.slice(0, 10) < other.slice(0, 10));
  for (const { first, last, text, code } of current.order) {
    const [one, other] = [values[first], values[last]];
    if (isDay(one) && isDay(other) && before(other, one)) yield { path: last, text: fill(text, { first: one, last: other }), code };
  }
  const { field, text, code } = current.over;
  if (isDay(values[field]) && before(values[field], nowHere())) yield { path: field, text, code };
}

function nowHere() {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 6e4).toISOString().slice(0, 16).replace("T", " ");
}

let item;
let body;
let file;

// The control that a dotted name is about; the nearest one around it that has a place.
function placed(path) {
  if (path === "/name") return file;
  if (path === "/body") return body;
  let it = item;
  for (const each of path.split(".")) it = it.at?.(each) ?? it;
  return it;
}

function check(values) {
  const found = [...wrongIn(current.record, values), ...wrongDays(values)];
  const name = file.get();
  if (!name) found.push({ path: "/name", text: say.nameMissing });
  else if (current.reserved.includes(name)) found.push({ path: "/name", text: fill(say.taken, { found: name }) });
  else found.push(...wrongOf(file.type, name, "/name"));
  for (const [path, { input }] of dates(item, "")) {
    if (input.validity?.badInput) found.push({ path, text: "" });
  }
  return [...found, ...tooLong(values)];
}

// A body, or all of the fields together, beyond what is read; of the fields the longest is to blame.
function* tooLong(values) {
  const { body: text, fields } = current.most;
  if (new Blob([body.get()]).size > text.bytes) yield { path: "/body", ...text };
  if ([...fileOf(current, values, "")].length - "---\n\n---\n\n\n".length <= fields.signs) return;
  const length = (name) => JSON.stringify(values[name]).length;
  yield { path: Object.keys(values).reduce((one, other) => (length(other) > length(one) ? other : one)), ...fields };
}

function* dates(it, prefix) {
  for (const [name, each] of it.parts ?? []) {
    if (each.input?.type === "date") yield [prefix + name, each];
    yield* dates(each, prefix + name + ".");
  }
}

// Says at each field what is wrong with it, and above all of them, where the focus goes. To somebody who is still typing
// it is said of what is there, and nowhere else.
function tell(found, { isTyping = false } = {}) {
  if (isTyping) found = found.filter(({ path }) => isGiven(placed(path).get?.()));
  for (const each of form.querySelectorAll(".write-wrong")) each.hidden = true;
  for (const each of form.querySelectorAll("[aria-invalid]")) each.removeAttribute("aria-invalid");
  const lines = new Map();
  for (const { path, text, code } of found) {
    const it = placed(path);
    const { input } = it;
    const words = text || input.validationMessage;
    const meaning = code ? make("a", { href: told.help + "#" + code, target: "_blank", textContent: fill(say.meaning, { code }) }) : "";
    if (it.wrong.hidden) it.wrong.replaceChildren();
    it.wrong.append(" ", words, " ", meaning);
    it.wrong.hidden = false;
    input.setAttribute("aria-invalid", "true");
    input.id ||= newId();
    const label = (it.input.ariaLabel || it.el.querySelector("label, legend")?.firstChild.textContent || "").trim();
    const link = make("a", { href: "#" + input.id, textContent: fill(say.problem, { what: label, said: words }) });
    link.addEventListener("click", (event) => {
      event.preventDefault();
      input.closest("details")?.setAttribute("open", "");
      input.focus();
    });
    lines.set(path + words, make("li", {}, link));
    it.el.closest("details")?.setAttribute("open", "");
  }
  wrongs.querySelector("ul").replaceChildren(...lines.values());
  wrongs.hidden = !found.length || (isTyping && wrongs.hidden);
  if (found.length && !isTyping) wrongs.focus();
}

// The draft, in this browser.
function drafts() {
  try {
    const found = JSON.parse(localStorage.getItem(KEY));
    return typeof found?.of === "object" && found.of ? found : { of: {} };
  } catch {
    return { of: {} };
  }
}

function store(all) {
  try {
    if (Object.keys(all.of).length) localStorage.setItem(KEY, JSON.stringify(all));
    else localStorage.removeItem(KEY);
    return true;
  } catch {
    return false;
  }
}

function keep() {
  const all = drafts();
  all.last = current.folder;
  all.of[current.folder] = { values: item.get(), body: body.get(), name: file.get(), isNamed: file.isNamed };
  said.textContent = store(all) ? say.kept : say.unkept;
  part("clear").hidden = false;
}

// The whole form of a kind, filled with its draft.
function draw(folder, draft = drafts().of[folder]) {
  current = kinds.get(folder);
  item = record(current.record, {});
  body = leaf({ label: say.body, help: say.bodyHelp }, make("textarea", { rows: 14 }));
  file = leaf({ label: say.name, help: say.nameHelp, needed: true }, make("input", { type: "text", autocomplete: "off", spellcheck: false }));
  file.type = current.records[current.record].fields.flatMap((each) => [each, ...(each.items ?? [])]).find(({ asked }) => asked === "id")
    ?? { asked: "id", pattern: "[a-z0-9]+(-[a-z0-9]+)*", wrong: say.nameHelp };
  const { fields } = current.records[current.record];
  const those = (wanted) => fields.filter((each) => each.part === wanted).map(({ name }) => item.at(name).el);
  const folded = (title, els) => (els.length ? make("details", {}, make("summary", { textContent: title }), ...els) : "");
  part("fields").replaceChildren(
    ...[make("h2", { textContent: say.first }), ...those("first"), body.el,
      folded(say.more, those("more")), folded(say.later, those("later")), file.el].filter(Boolean));
  part("clear").hidden = !draft;
  if (draft) {
    item.set(draft.values);
    body.set(draft.body ?? "");
    file.set(draft.name ?? "");
    file.isNamed = !!draft.isNamed;
    for (const each of part("fields").querySelectorAll("details")) each.open = [...each.querySelectorAll("input, textarea, select")].some((it) => it.checked || (it.type !== "checkbox" && it.value));
  } else if (told.lang && item.at("lang")) item.at("lang").set(told.lang);
  if (!draft) item.at("published")?.set(nowHere().slice(0, 10));
  // What a translation leaves out is as the original has it, so nobody is asked for it.
  const ask = () => {
    const values = item.get();
    for (const { name, same } of fields) item.at(name).el.hidden = !!same && "translation_of" in values && !(name in values);
  };
  item.at("translation_of")?.el.addEventListener("input", ask);
  ask();
  const title = item.at(current.title);
  title.input.addEventListener("input", () => {
    if (!file.isNamed) file.set(wordsOf(title.get().replace(new RegExp(current.genders, "giu"), "$1$2")).join("-").replace(/[^a-z0-9-]/g, "").replace(/^-+|-+$|-(?=-)/g, "").slice(0, 80));
  });
  file.input.addEventListener("input", () => (file.isNamed = file.get() !== ""));
  made.hidden = wrongs.hidden = true;
}

// Hands the file over in all the ways there are.
function offer(text, name, title) {
  made.hidden = false;
  const path = `${current.folder}/${name}.md`;
  part("path").textContent = path;
  part("text").value = text;
  const mail = part("mail");
  if (mail) {
    const isLong = encodeURIComponent(text).length > MOST_OF_MAIL;
    const subject = encodeURIComponent(fill(say.mailSubject, { title }));
    const content = isLong ? fill(say.mailAttached, { name: `${name}.md` }) : path + "\n\n" + text;
    mail.href = "mailto:" + told.editors + "?subject=" + subject + "&body=" + encodeURIComponent(content.replace(/\n/g, "\r\n"));
    part("mail-how").textContent = isLong ? say.mailLong : "";
  }
  if (told.repository) {
    const { host, new: address, upload, folder } = told.repository;
    const where = encodeURIComponent(folder + "/" + path);
    const filled = address + "?filename=" + where + "&value=" + encodeURIComponent(text);
    const isLong = filled.length > MOST;
    const isPasted = host === "gitlab";
    part("host").href = isPasted ? address + "?file_name=" + where : isLong ? upload + "/" + current.folder : filled;
    part("host").onclick = isPasted ? copy : null;
    part("host-how").textContent = isPasted ? say.hostPaste : isLong ? say.hostUpload : say.hostFilled;
  }
  made.querySelector("h2").focus();
}

async function copy() {
  const text = part("text");
  try {
    await navigator.clipboard.writeText(text.value);
    said.textContent = part("copy").textContent = say.copied;
  } catch {
    said.textContent = say.uncopied;
    text.select();
  }
}

function download() {
  const link = make("a", { href: URL.createObjectURL(new Blob([part("text").value], { type: "text/markdown" })) });
  link.download = part("path").textContent.split("/").pop();
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 6e4);
}

const typed = (values) => ({ folder: current.folder, root: current.root, name: file.get(), values, body: body.get(), text: fileOf(current, values, body.get()) });

function note(help, text) {
  help.append(help.hidden ? "" : make("br"), text);
  help.hidden = false;
}

async function begin() {
  const read = async (address) => {
    const reply = await fetch(address);
    if (!reply.ok) throw new Error(address);
    return reply.json();
  };
  const [all, ofCodes, ofNames] = await Promise.all([
    Promise.all(told.kinds.map(([, , address]) => read(address))), read(told.codes), read(told.names)]);
  kinds = new Map(all.map((each) => [each.folder, each]));
  codes = ofCodes;
  names = ofNames;
  const kind = part("kind");
  kind.append(...told.kinds.map(option));
  kind.value = kinds.has(drafts().last) ? drafts().last : kind.options[0].value;
  draw(kind.value);
  kind.addEventListener("change", () => draw(kind.value));
  writing.tell = tell;
  writing.load = ({ folder, notes, ...draft }) => {
    kind.value = folder;
    draw(folder, { ...draft, isNamed: true });
    for (const [name, text] of Object.entries(notes)) note(item.at(name).el.querySelector(".write-help"), text);
    part("fields").querySelector("input, select, textarea").focus();
  };
  writing.typed = () => typed(item.get());
  dispatchEvent(new Event("writing"));
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const values = item.get();
  const found = check(values);
  tell(found);
  made.hidden = true;
  if (found.length) return;
  const detail = typed(values);
  offer(detail.text, detail.name, values[current.title]);
  dispatchEvent(new CustomEvent("made", { detail }));
});
form.addEventListener("input", ({ target }) => target !== part("kind") && keep());
part("clear").addEventListener("click", () => {
  if (!confirm(say.sure)) return;
  const all = drafts();
  delete all.of[current.folder];
  store(all);
  draw(current.folder);
  said.textContent = say.deleted;
  part("kind").focus();
});
part("copy").addEventListener("click", copy);
part("download").addEventListener("click", download);
begin().catch(() => {
  form.replaceWith(make("p", { textContent: say.failed, _role: "alert" }));
});
}
