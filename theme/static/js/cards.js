// Loads the two files of all open postings and makes cards of them, out of the templates that a page holds. What cards
// say, and in which words, stands in the page (`words_of_cards` in plugins/jobboard/outputs/postings/card_words.py).
"use strict";

// Those who make the cards of a part of a page, which has two templates: of a posting with a deadline, of a rolling one.
function cardMaker(told, within) {
  const { say } = told;
  const locale = document.querySelector("[data-locale]").dataset.locale;
  const lang = document.documentElement.lang;
  let loading = null;
  // What time it is by the server's clock, if the reader's is wrong: `board.js` knows by how much.
  const time = () => Date.now() - ahead;

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
  const number = (count) => count.toLocaleString(locale);
  const money = (amount, currency) => amount.toLocaleString(locale, {
    style: "currency", currency, useGrouping: "always",
    minimumFractionDigits: amount % 1 ? 2 : 0, maximumFractionDigits: amount % 1 ? 2 : 0,
  });

  function made(name, properties = {}, ...within) {
    const it = Object.assign(document.createElement(name), properties);
    it.append(...within);
    return it;
  }

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
    return new Postings(facets, titles, lang, time(), say.small);
  }

  function loaded() {
    return (loading ??= load().catch((error) => {
      loading = null;
      throw error;
    }));
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
    const east = (Date.parse(`${at}T${hour}:${minutes}Z`) - minute) / 6e4;
    const offset = Math.abs(east);
    const stamp = `T${hour}:${minutes}${east < 0 ? "-" : "+"}${two(offset / 60)}:${two(offset % 60)}`;
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
      change: told.changes[postings.change[row]] ?? "",
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

  // The cards of these rows, told apart from others among all of a list that have the same title.
  function cardsOf(postings, rows, all) {
    const [dated, rolling] = within.querySelectorAll("template[data-card]");
    for (const each of [dated, rolling]) each.innerHTML ||= each.dataset.card;
    const titles = postings.titles.titles;
    const times = {};
    for (const row of all) times[titles[row]] = (times[titles[row]] ?? 0) + 1;
    return rows.map((row) => {
      const card = filled(postings.deadline(row) ? dated : rolling, cardOf(postings, row, times[titles[row]] > 1));
      card.querySelector("bdi").replaceWith(...employersOf(postings, row));
      return card;
    });
  }

  return { lang, locale, fill, number, money, made, time, loaded, cardsOf, utc };
}
