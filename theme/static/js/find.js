// The filter on the list of all open postings. The address says what is asked for, so that going back, keeping and
// sending it on work; `postings.js` finds the answer, `cards.js` makes its cards. What the page says, and in which words,
// stands in the page.
"use strict";
for (const panel of document.querySelectorAll("[data-find]")) {
  const told = JSON.parse(panel.dataset.find);
  const { say } = told;
  const { lang, locale, fill, number, money, made, time, loaded, cardsOf } = cardMaker(told, panel);
  const part = (name) => panel.querySelector(`[data-part="${name}"]`);
  const [status, chips, notice, results, more] = ["status", "chips", "notice", "results", "more"].map(part);
  const served = document.querySelector("[data-served]");
  // What `board.js` puts up in place of the last card.
  const emptied = results.nextElementSibling.cloneNode(true);
  const PAGE = 20;
  let form = null;
  // The rows of the answer that is shown.
  let answered = [];

  const counted = (forms, count) => fill(forms[new Intl.PluralRules(locale).select(count)] ?? forms.other, { n: number(count) });
  const longDay = (text) => new Date(`${text}T12:00Z`).toLocaleDateString(locale, { dateStyle: "long", timeZone: "UTC" });
  const address = (query) => `${location.pathname}${`${query}` && `?${query}`}`;

  // A link that asks something else; its text may say less than its name.
  const asking = (query, text, name) => {
    const link = made("a", { href: address(query), textContent: text });
    if (name) link.setAttribute("aria-label", name);
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      go(query);
    });
    return link;
  };

  // What readers call one thing that is asked for.
  function nameOf(postings, name, value) {
    if (name === "q") return fill(say.quoted, { word: value });
    if (name === "pay") {
      const [, amount, currency] = PAY.exec(value);
      return fill(say.monthly, { money: money(+amount, currency?.toUpperCase() ?? postings.currency ?? "EUR") });
    }
    if (name === "closes") {
      const [after, before] = value.split("..");
      return [[say.after, after], [say.before, before]]
        .filter(([, day]) => day).map(([text, day]) => fill(text, { day: longDay(day) })).join(", ");
    }
    if (name === "published") {
      const days = parseInt(value);
      return value.endsWith("d") ? counted(told.last, days) : fill(say.since, { day: longDay(value) });
    }
    const called = postings.called(name, value);
    return name === "from" ? `${told.terms.from}: ${called}` : called;
  }

  function show(postings, rows, from) {
    const cards = cardsOf(postings, rows.slice(from, from + PAGE), rows);
    results.append(...cards);
    if (from) cards[0].querySelector("a").focus();
    more.hidden = rows.length <= from + PAGE;
    more.onclick = () => show(postings, rows, from + PAGE);
    dispatchEvent(new Event("cards"));
  }

  // Each thing that is asked for, with a way to ask it no more.
  function showChips(postings, query) {
    const asked = [...query].map(([name, value]) => {
      const called = nameOf(postings, name, value);
      return made("li", {}, asking(without(query, name, value), `${called} ✕`, fill(say.remove, { name: called })));
    });
    if (asked.length > 1) asked.push(made("li", {}, asking(new URLSearchParams(), say.all)));
    chips.replaceChildren(...asked);
  }

  function showWider(postings, query) {
    const widened = postings.wider(query).map(({ query: asks, left, instead, number: count }) => {
      const name = instead ? nameOf(postings, ...instead) : left.map((each) => nameOf(postings, ...each)).join(", ");
      return made("li", {}, asking(asks, fill(instead ? say.instead : say.without, { name, number: number(count) })));
    });
    const heading = made("p", { textContent: widened.length ? `${say.none} ${say.wider}:` : say.none });
    notice.append(made("div", { className: "empty" }, heading, made("ul", { className: "link-list" }, ...widened)));
  }

  // The feed that holds what is asked for, and what of that it does not know of.
  function showFeed(postings, query) {
    const asked = [...query];
    const isOne = ([name, value]) => query.getAll(name).length === 1 && postings.fields[name].values.includes(value);
    const followed = asked.filter((each) => told.feeds[each[0]] && isOne(each));
    const size = ([name, value]) => postings.find(new URLSearchParams([[name, value]])).length;
    const [one] = followed.sort((a, b) => size(a) - size(b));
    const name = one ? nameOf(postings, ...one) : say.everything;
    const others = asked.filter((each) => each !== one).map((each) => nameOf(postings, ...each)).join(", ");
    const isWider = one?.[0] === "country";
    const link = made("a", {
      href: one ? told.feeds[one[0]].replace("~", one[1]) : told.all,
      type: "application/rss+xml",
      textContent: fill(others || isWider ? say.nearest : say.follow, { name }),
    });
    const limits = [others && fill(say.lacks, { others }), isWider && say.countries];
    part("feed").replaceChildren(link, ` ${limits.filter(Boolean).join(" ")}`);
  }

  // What the address asks for: its answer in place of the list, or the list where nothing is asked for.
  async function answer({ isSubmitted = false, taken = null } = {}) {
    const query = queryOf(new URLSearchParams(location.search));
    const isAsked = [...query].length > 0;
    if (form) fillForm(query);
    for (const it of [part("feed"), results, more]) it.hidden = !isAsked;
    for (const it of [chips, notice, results]) it.replaceChildren();
    results.nextElementSibling.replaceWith(emptied.cloneNode(true));
    if (!isAsked) status.textContent = "";
    served.hidden = isAsked;
    if (!isAsked) return;
    status.textContent = say.loading;
    try {
      const postings = await loaded();
      const rows = postings.find(query);
      answered = rows;
      status.textContent = counted(told.found, rows.length);
      showChips(postings, query);
      if (taken) notice.append(made("p", {}, `${taken.words} `, asking(taken.query, say.back)));
      if (!rows.length) showWider(postings, query);
      showFeed(postings, query);
      show(postings, rows, 0);
    } catch (error) {
      console.info(error);
      status.textContent = say.failed;
      served.hidden = false;
    }
    if (isSubmitted) status.focus();
  }

  function go(query, said = {}) {
    history.pushState(null, "", address(query));
    answer({ isSubmitted: true, ...said });
  }

  // Words that are the name of a value become that value: once, when they are typed, and no word that was there before.
  function understood(postings, query, before) {
    const old = new Set(wordsOf(before.get("q") ?? ""));
    const typed = (query.get("q") ?? "").split(/\s+/).filter(Boolean);
    const names = postings.names();
    const found = [];
    const left = [];
    for (let at = 0; at < typed.length; at++) {
      let length = Math.min(5, typed.length - at);
      let value;
      for (; length && !value; length--) {
        const words = typed.slice(at, at + length);
        if (!words.some((word) => wordsOf(word).some((each) => old.has(each)))) value = names.get(keyOf(words.join(" ")));
      }
      if (value) found.push([typed.slice(at, (at += length) + 1).join(" "), value]);
      else left.push(typed[at]);
    }
    if (!found.length) return { query };
    const asks = new URLSearchParams(query);
    asks.delete("q");
    if (left.length) asks.append("q", left.join(" "));
    for (const [, [name, value]] of found) asks.append(name, value);
    const words = found.map(([word, value]) => fill(say.taken, { word, name: nameOf(postings, ...value) })).join(" ");
    return { query: queryOf(asks), taken: { words, query } };
  }

  // A choice of a field with how many it would find.
  function choice(field, value, name, count, isChosen) {
    const box = made("input", { type: "checkbox", name: field, value, checked: isChosen });
    return made("label", { className: "find-choice" }, box, ` ${name} `, made("span", { className: "browse-count", textContent: number(count) }));
  }

  const MOST = 6;

  // The choices of a field: those that are chosen and the most frequent as boxes, all others in a list.
  function choices(postings, query, byField, fieldset) {
    const field = fieldset.dataset.field;
    const chosen = new Set(query.getAll(field));
    const counts = byField[field];
    const order = new Intl.Collator(lang).compare;
    const all = postings.fields[field].values.map((value, place) => [value, postings.name(field, place), counts[place]])
      .filter(([value, , count]) => (count || chosen.has(value)) && !(field === "town" && !value.includes("-")) && value !== "anywhere")
      .sort((one, two) => chosen.has(two[0]) - chosen.has(one[0]) || two[2] - one[2] || order(one[1], two[1]));
    const boxes = all.slice(0, Math.max(MOST, chosen.size));
    const rest = all.slice(boxes.length).sort((one, two) => order(one[1], two[1]));
    const within = boxes.map(([value, name, count]) => choice(field, value, name, count, chosen.has(value)));
    if (rest.length) {
      const options = rest.map(([value, name, count]) => new Option(`${name} (${number(count)})`, value));
      const select = made("select", { name: field }, new Option(say.others, ""), ...options);
      select.setAttribute("aria-label", `${told.terms[field]}: ${say.others}`);
      within.push(select);
    }
    fieldset.hidden = !all.length;
    fieldset.replaceChildren(fieldset.querySelector("legend"), ...within);
  }

  async function fillForm(query) {
    const fields = form.elements;
    const [after = "", before = ""] = (query.get("closes") ?? "").split("..");
    const put = { q: query.get("q"), pay: parseInt(query.get("pay")) || "", after, before, published: query.get("published") };
    for (const [name, value] of Object.entries(put)) fields[name].value = value ?? "";
    const count = [...query].filter(([name]) => name !== "q").length;
    form.querySelector("summary").textContent = count ? fill(say.filters, { number: number(count) }) : form.dataset.filters;
    try {
      const postings = await loaded();
      const byField = postings.counts(query);
      for (const fieldset of form.querySelectorAll("[data-field]")) choices(postings, query, byField, fieldset);
    } catch {
      // It is said when an answer is asked for.
    }
  }

  async function submit(event) {
    event.preventDefault();
    const postings = await loaded().catch(() => null);
    const asked = new FormData(form);
    const days = [asked.get("after"), asked.get("before")];
    if (days.some(Boolean)) asked.set("closes", days.join(".."));
    const query = queryOf(asked);
    const before = new URLSearchParams(location.search);
    const { query: asks, taken } = postings ? understood(postings, query, before) : { query };
    go(asks, { taken });
  }

  const FIRST_USES = ["focusin", "pointerdown"];

  // The form comes in the place of the links that lead on without it.
  const template = panel.querySelector("template[data-form]");
  if (template) {
    form = template.content.firstElementChild;
    template.replaceWith(form);
    part("ways")?.remove();
    form.addEventListener("submit", submit);
    const prepare = () => {
      for (const first of FIRST_USES) form.removeEventListener(first, prepare);
      fillForm(queryOf(new URLSearchParams(location.search)));
    };
    for (const first of FIRST_USES) form.addEventListener(first, prepare);
  }
  addEventListener("popstate", () => answer());
  addEventListener("closed", async () => {
    if (results.hidden || status.textContent === say.failed) return;
    const { closes } = await loaded();
    status.textContent = counted(told.found, answered.filter((row) => closes[row] > time()).length);
  });
  if (location.search) answer();
}
