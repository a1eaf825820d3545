// The filter on the list of all open postings. The address says what is asked for, so that going back, keeping and
// sending it on work; `postings.js` finds the answer. What the page says, and in which words, stands in the page.
"use strict";
for (const panel of document.querySelectorAll("[data-find]")) {
  const told = JSON.parse(panel.dataset.find);
  const { say } = told;
  const locale = document.querySelector("[data-locale]").dataset.locale;
  const lang = document.documentElement.lang;
  const part = (name) => panel.querySelector(`[data-part="${name}"]`);
  const [status, chips, notice, results, more] = ["status", "chips", "notice", "results", "more"].map(part);
  const served = document.querySelector("[data-served]");
  // What `board.js` puts up in place of the last card.
  const emptied = results.nextElementSibling.cloneNode(true);
  const PAGE = 20;
  let form = null;
  let loading = null;

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
  const number = (count) => count.toLocaleString(locale);
  const counted = (forms, count) => fill(forms[new Intl.PluralRules(locale).select(count)] ?? forms.other, { n: number(count) });
  const money = (amount, currency) => amount.toLocaleString(locale, {
    style: "currency", currency, useGrouping: "always",
    minimumFractionDigits: amount % 1 ? 2 : 0, maximumFractionDigits: amount % 1 ? 2 : 0,
  });
  const longDay = (text) => new Date(`${text}T12:00Z`).toLocaleDateString(locale, { dateStyle: "long", timeZone: "UTC" });
  const address = (query) => `${location.pathname}${`${query}` && `?${query}`}`;

  function made(name, properties = {}, ...within) {
    const it = Object.assign(document.createElement(name), properties);
    it.append(...within);
    return it;
  }

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

  async function fetched(path, cache) {
    const reply = await fetch(path, { cache });
    if (!reply.ok) throw new Error(path);
    return reply.json();
  }

  // The two files, of one build. A cache that holds one of yesterday is passed by.
  async function load() {
    const now = fetched(document.querySelector("[data-build]").dataset.build, "no-store").catch(() => ({}));
    const pair = (cache) => Promise.all([told.facets, told.titles].map((path) => fetched(path, cache)));
    let [facets, titles] = await pair("default");
    const { filter = facets.name } = await now;
    if (facets.name !== filter || titles.name !== filter) [facets, titles] = await pair("reload");
    if (facets.name !== titles.name) throw new Error(facets.name);
    return new Postings(facets, titles, lang, Date.now(), say.small);
  }

  function loaded() {
    return (loading ??= load().catch((error) => {
      loading = null;
      throw error;
    }));
  }

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

  function payOf(postings, row) {
    const pay = postings.pays[row];
    if (!pay) return "";
    const [low, high] = [pay.low, pay.high].map((each) => each != null && money(each, pay.currency));
    const amount = low && high && low !== high ? fill(told.pay.range, { low, high })
      : low && high ? low
      : fill(low ? told.pay.from : told.pay.upTo, { money: low || high });
    return fill(told.pay[pay.per], { money: amount });
  }

  function placeOf(postings, row) {
    const { sets, rows, values } = postings.fields.town;
    return sets[rows[row]].map((place) => {
      const name = postings.name("town", place);
      const country = postings.called("country", values[place].slice(0, 2));
      return values[place].includes("-") ? fill(say.place, { city: name, country }) : name;
    }).join(" · ");
  }

  function workplaceOf(postings, row) {
    const { workplace } = postings.fields;
    const isRemote = workplace.sets[workplace.rows[row]].some((place) => workplace.values[place] === "remote");
    const countries = postings.said("from", row).join(", ");
    return isRemote && countries ? fill(say.remote, { countries }) : postings.said("workplace", row).join("");
  }

  const two = (number) => `${Math.floor(number)}`.padStart(2, "0");

  // The last minute to apply, as the clocks of its zone show it.
  function deadlineOf(postings, row, zone) {
    const minute = postings.deadline(row) - 6e4;
    const shown = (options) => new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }).format(minute);
    const clock = new Intl.DateTimeFormat("sv", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
    const [at, hour, minutes] = clock.format(minute).split(/[ :]/);
    const time = fill(say.time, { hour, minute: minutes });
    const day = fill(told.weekday, { weekday: shown({ weekday: "long" }), day: shown({ dateStyle: "long" }) });
    const words = postings.said("zone", row)[0];
    const ahead = (Date.parse(`${at}T${hour}:${minutes}Z`) - minute) / 6e4;
    const offset = Math.abs(ahead);
    const stamp = `T${hour}:${minutes}${ahead < 0 ? "-" : "+"}${two(offset / 60)}:${two(offset % 60)}`;
    return {
      deadline: fill(say.date, { day, time, zone: words }),
      deadline_at: postings.minute[row] ? at + stamp : at,
      last: fill(say.last, { time, zone: words }),
    };
  }

  // The day it was published; its year is said unless it stands beside a date of the same.
  function publishedOf(postings, row, beside) {
    const day = new Date(postings.days[row] * 864e5);
    const year = beside.startsWith(day.getUTCFullYear()) ? undefined : "numeric";
    const published = day.toLocaleDateString(locale, { day: "numeric", month: "short", year, timeZone: "UTC" });
    return { published, published_at: day.toISOString().slice(0, 10) };
  }

  const utc = (time) => new Date(time).toISOString().replace(".000", "");

  // What the card of a row says, by the names of its places.
  function cardOf(postings, row, isAgain) {
    const { fields } = postings;
    const one = (field) => fields[field].values[fields[field].sets[fields[field].rows[row]][0]];
    const [title, zone, written] = [postings.titles.titles[row], one("zone"), one("lang")];
    const employers = postings.said("organisation", row);
    const organisations = employers.join(", ");
    const deadline = postings.deadline(row) ? deadlineOf(postings, row, zone) : { deadline_at: "" };
    const isForeign = written !== lang;
    const employer = fields.organisation.sets[fields.organisation.rows[row]][0];
    const [logo, monogram] = postings.facets.signs[employer];
    return {
      title, organisations, logo, monogram,
      href: `${postings.isHere(written) ? told.item : told.framed}${postings.id(row)}/`,
      label: isAgain ? `${title} – ${new Intl.ListFormat(locale).format(employers)}` : "",
      lang: isForeign ? written : "",
      direction: isForeign ? postings.facets.directions[fields.lang.values.indexOf(written)] : "",
      kind: postings.said("kind", row)[0],
      place: placeOf(postings, row),
      workplace: workplaceOf(postings, row),
      contract: postings.said("contract", row).join(""),
      pay: payOf(postings, row),
      languages: postings.said("asked", row).join(", "),
      language: isForeign ? postings.said("lang", row)[0] : "",
      change: told.changes[postings.change(row)] ?? "",
      closes: utc(postings.closes[row]),
      soon: utc(postings.closes[row] - postings.soon[row] * 6e4),
      zone: postings.until[row] === 0 ? zone : "",
      ...publishedOf(postings, row, deadline.deadline_at),
      ...deadline,
    };
  }

  // Those who hire, each name in its own language.
  function employersOf(postings, row) {
    const { sets, rows } = postings.fields.organisation;
    return sets[rows[row]].flatMap((place, at) => {
      const name = made("bdi", { textContent: postings.name("organisation", place) });
      const [, , , written, dir] = postings.facets.signs[place];
      if (written !== lang) Object.assign(name, { lang: written, dir });
      return at ? [", ", name] : [name];
    });
  }

  const VALUE = /\{(\w+)\}/g;

  // A card out of its template: what has no value goes, with the element or the attribute that it stands in.
  function filled(template, values) {
    const card = template.content.firstElementChild.cloneNode(true);
    const lacks = (text) => [...text.matchAll(VALUE)].some(([, name]) => values[name] === "");
    for (const it of [card, ...card.querySelectorAll("*")]) {
      for (const { name, value } of [...it.attributes]) {
        if (!lacks(value)) it.setAttribute(name, fill(value, values));
        else if (name === "src" || name === "data-zone") it.remove();
        else it.removeAttribute(name);
      }
      for (const text of [...it.childNodes].filter((each) => each.nodeType === Node.TEXT_NODE)) {
        if (lacks(text.data)) it.remove();
        else text.data = fill(text.data, values);
      }
    }
    return card;
  }

  function show(postings, rows, from) {
    const [dated, rolling] = panel.querySelectorAll("template[data-card]");
    const titles = postings.titles.titles;
    const times = {};
    for (const row of rows) times[titles[row]] = (times[titles[row]] ?? 0) + 1;
    const cards = rows.slice(from, from + PAGE).map((row) => {
      const card = filled(postings.deadline(row) ? dated : rolling, cardOf(postings, row, times[titles[row]] > 1));
      card.querySelector("bdi").replaceWith(...employersOf(postings, row));
      return card;
    });
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
    panel.classList.toggle("is-asked", isAsked);
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
  function choices(postings, query, fieldset) {
    const field = fieldset.dataset.field;
    const chosen = new Set(query.getAll(field));
    const counts = postings.counts(query, field);
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
      for (const fieldset of form.querySelectorAll("[data-field]")) choices(postings, query, fieldset);
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
  if (location.search) answer();
}
