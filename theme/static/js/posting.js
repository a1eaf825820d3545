// What a posting's page can do more with a script: lead back to the list one came from, tick off what to send, say which
// date is next, hand its address to the system, and look for postings like it once a reader comes near. All of it is for
// this reader and this visit; nothing is kept.
"use strict";

// The list in the form it was left in. Only a list: to the page of another posting one goes back by the browser.
for (const link of document.querySelectorAll("[data-back]")) {
  if (!document.referrer) continue;
  const from = new URL(document.referrer);
  const lists = JSON.parse(link.dataset.back);
  const isBelow = (list) => from.pathname.startsWith(list) && from.pathname.slice(list.length).split("/").length > 2;
  if (from.origin === location.origin && lists.some((list) => from.pathname === list || isBelow(list))) {
    link.href = from.pathname + from.search;
    link.hidden = false;
  }
}

for (const item of document.querySelectorAll(".checklist li")) {
  const label = document.createElement("label");
  const box = Object.assign(document.createElement("input"), { type: "checkbox", autocomplete: "off" });
  label.append(box, " ", ...item.childNodes);
  item.append(label);
}

for (const list of document.querySelectorAll(".steps")) {
  let next = list.dataset.next;
  for (const step of list.querySelectorAll("[data-over]")) {
    const isPast = Date.parse(step.dataset.over) <= Date.now();
    const words = isPast ? list.dataset.past : next;
    if (!isPast) next = "";
    if (!words) continue;
    const state = document.createElement("strong");
    state.className = "step-state";
    state.textContent = words;
    step.append(" ", state);
  }
}

for (const link of navigator.share ? document.querySelectorAll("[data-share]") : []) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = link.dataset.share;
  // Whoever closes the sheet has shared nothing, which is no error.
  button.addEventListener("click", () => navigator.share({ title: link.dataset.name, url: link.href }).catch(() => {}));
  link.after(" ", button);
}

// On paper nothing is folded.
addEventListener("beforeprint", () => {
  for (const each of document.querySelectorAll(".facts details")) each.open = true;
});

const nearing = new IntersectionObserver(([section]) => {
  if (!section.isIntersecting) return;
  nearing.disconnect();
  const { words, postings, cards, finds } = section.target.dataset;
  for (const src of [words, postings, cards, finds]) {
    document.head.append(Object.assign(document.createElement("script"), { src, async: false }));
  }
}, { rootMargin: "50%" });
for (const section of document.querySelectorAll("[data-like]")) nearing.observe(section);
