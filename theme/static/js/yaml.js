// A file of the board from what a form holds: front matter that the board's reader takes for the same texts, and the body.
// Every value is a text to that reader; what other programs would take for something else stands in quotes.
"use strict";
const fileOf = (() => {
// A few words, a day, a number: nothing that YAML could read as more.
const PLAIN = /^(?:\p{L}[\p{L}\p{N}]*(?:[ ./+-][\p{L}\p{N}]+)*|\d{4}-\d\d-\d\d|\d+(?:\.\d+)?)$/u;
const MEANT = /^(?:true|false|yes|no|on|off|y|n|null|inf|nan)$/i;
const SEEN = /^[^\p{C}\p{Zl}\p{Zp}\t]*$/u;
const HIDDEN = /[\p{C}\p{Zl}\p{Zp}]/gu;

// What quotes cannot hold as it is; a half of a pair of codes is no character.
const hex = (sign) => "\\U" + sign.codePointAt(0).toString(16).padStart(8, "0");
const QUOTE = "\u0022";
const quoted = (text) => QUOTE + text.toWellFormed().replace(/[\\\u0022]/g, "\\$&").replace(/\n/g, "\\n").replace(HIDDEN, hex) + QUOTE;

// Several lines as they are, if none has what would be lost.
function block(text, indent) {
  const lines = text.split("\n");
  const isSafe = lines[0] && !/^\s/.test(lines[0]) && lines.at(-1) && lines.every((line) => SEEN.test(line) && !/\s$/.test(line));
  return isSafe ? "|-" + lines.map((line) => (line ? "\n" + indent + line : "\n")).join("") : quoted(text);
}

function scalar(text, indent = "  ") {
  if (text.includes("\n")) return block(text, indent);
  return PLAIN.test(text) && !MEANT.test(text) ? text : quoted(text);
}

// A value behind its name; `type` says whether one of a list may stand alone.
function value(type, it, indent) {
  const deeper = indent + "  ";
  if (type.asked === "yes-or-no" || it === true) return " " + it;
  if (typeof it === "string") return " " + scalar(it, deeper);
  if (type.asked === "pairs") return it.map(([key, level]) => "\n" + deeper + scalar(key) + ":" + (level && " " + scalar(level))).join("");
  if (type.asked !== "list") return "\n" + fields(type.record, it, deeper);
  if (type.one && it.length === 1) return value(type.items[0], it[0], indent);
  return it.map((each) => "\n" + deeper + "- " + value(type.items[0], each, deeper).replace(/^\s+/, "")).join("");
}

let records;
function fields(record, values, indent) {
  const given = records[record].fields.filter(({ name }) => name in values);
  return given.map((field) => indent + field.name + ":" + value(field, values[field.name], indent)).join("\n");
}

return (form, values, body) => {
  records = form.records;
  return "---\n" + fields(form.record, values, "") + "\n---\n\n" + body.replace(/\s+$/, "") + "\n";
};
})();
