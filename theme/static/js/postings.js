// All open postings as two files of columns, and which of them answer to a query. It touches no page.
// plugins/jobboard/outputs/finding/files.py writes the files and says what each column is.
"use strict";
const SETS = ["organisation", "kind", "country", "town", "workplace", "from", "language", "topic", "contract", "permit"];
const NAMES = ["q", ...SETS, "pay", "closes", "published"];
const DAYS = 864e5;
// 1 January 1970 in days since the year 1, as the files count.
const FIRST = 719163;
// In months; what is paid by the day or the hour cannot be told in them.
const MONTHS = { year: 12, month: 1, week: 12 / 52 };

// The numbers of a column, a letter each (`as_letters` in outputs/finding/columns.py).
const numberOf = (code) => code - (code < 92 ? 35 : code < 127 ? 36 : code < 0xd800 ? 70 : 0x846);
const numbers = (letters) => Array.from(letters, (letter) => numberOf(letter.codePointAt(0)));
// What each row of a column says.
const column = ({ said, rows }) => numbers(rows).map((place) => said[place]);
// Words as they are compared with names: in English, French and Spanish many have an s for several.
const keyOf = (text) => wordsOf(text).map((word) => word.replace(/s$/, "")).join(" ");

// The day an address names, in days since 1970; NaN of what is none.
const dayOf = (text) => (/^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00Z`) / DAYS : NaN);
// `3500`, `3500.50gbp`.
const PAY = /^(\d+(?:\.\d+)?)([a-z]{3})?$/;
// Whether what is asked for is written so that it can be read, where it is no name of a value; it is asked for once.
const READ = {
  q: () => true,
  pay: (text) => PAY.test(text),
  closes: (text) => {
    const days = text.split("..");
    return days.length === 2 && days.some(Boolean) && days.every((day) => !day || dayOf(day) >= 0);
  },
  published: (text) => !Number.isNaN(sinceDay(text, 0)),
};

class Postings {
  constructor(facets, titles, lang, now, small = "") {
    Object.assign(this, { facets, titles, fields: facets.fields, small: new Set(wordsOf(small)) });
    for (const field of Object.values(this.fields)) if (field.rows) field.rows = numbers(field.rows);
    for (const field of Object.values(this.fields)) if (field.beside) {
      const given = this.fields[field.beside].rows;
      field.rows = field.rows.map((told, row) => (told ? told - 1 : field.usual[given[row]]));
    }
    this.country();
    this.speaks = Math.max(0, facets.languages.indexOf(lang));
    let minutes = 0;
    this.closes = facets.closes.map((step) => (minutes += step) * 6e4);
    const today = Math.floor(now / DAYS);
    this.today = today;
    // Of a text that is there in several languages the one in the reader's, else the original.
    const left = new Set();
    const { values, sets, rows } = this.fields.lang;
    const written = (row) => values[sets[rows[row]][0]];
    for (const group of facets.groups) {
      const chosen = group.find((row) => written(row) === lang) ?? group[0];
      for (const row of group) if (row !== chosen) left.add(row);
    }
    const hidden = facets.hides ? facets.languages.filter((each) => each !== lang) : [];
    this.rows = [...this.closes.keys()].filter(
      (row) => this.closes[row] > now && !left.has(row) && !hidden.includes(written(row)),
    );
    this.days = numbers(facets.published).map((before) => facets.newest - before - FIRST);
    this.minute = numbers(facets.minute);
    for (const name of ["soon", "until", "day", "change"]) this[name] = column(facets[name]);
    const [low, more, unit] = ["low", "more", "unit"].map((name) => column(facets.pay[name]));
    this.pays = unit.map((it, row) => it && {
      low: low[row], high: more[row] === null ? null : (low[row] ?? 0) + more[row], currency: it[0], per: it[1],
    });
    this.currency = facets.pay.unit.said.find(Boolean)?.[0];
  }

  // True if texts in that language have their pages in the reader's edition: it speaks that, or is the first.
  isHere(written) {
    return Math.max(0, this.facets.languages.indexOf(written)) === this.speaks;
  }

  // Countries stand in the values of towns: `be-brussels`, or `be` where none is named.
  country() {
    const { town, country } = this.fields;
    const places = town.values.map((value) => country.values.indexOf(value.slice(0, 2)));
    country.sets = town.sets.map((set) => [...new Set(set.map((place) => places[place]))]);
    country.rows = town.rows;
  }

  // When the deadline of a row is over; nothing for a rolling one.
  deadline(row) {
    return this.until[row] === null ? 0 : this.closes[row] + this.until[row] * 6e4;
  }

  // What names a value, in the words of the interface; not what names two.
  names() {
    const found = new Map();
    for (const field of ["kind", "country", "town", "workplace", "topic", "organisation"]) {
      this.fields[field].values.forEach((value, place) => {
        if (field === "town" && !value.includes("-")) return;
        const short = field === "organisation" ? this.facets.signs[place][2] : "";
        for (const key of new Set([this.name(field, place), short].map(keyOf))) {
          if (key) found.set(key, found.has(key) ? null : [field, value]);
        }
      });
    }
    return found;
  }

  // What readers call a value of a field, by its place.
  name(field, place) {
    const name = this.fields[field].names[place];
    return typeof name === "string" ? name : name[this.speaks];
  }

  called(field, value) {
    const place = this.fields[field].values.indexOf(value);
    return place < 0 ? value : this.name(field, place);
  }

  // What a row says, in words.
  said(field, row) {
    const { sets, rows } = this.fields[field];
    return sets[rows[row]].map((place) => this.name(field, place));
  }

  id(row) {
    const ends = /^-|-$/g;
    const made = () => fold(this.titles.titles[row]).replace(/[^a-z0-9]+/g, "-").replace(ends, "").slice(0, 80);
    return this.titles.ids[row] || made().replace(ends, "");
  }

  // The words of a row: its title, those who hire, and where it is by all names that has.
  text(row) {
    this.texts ??= [];
    this.spoken ??= ["organisation", "town"].map((field) => {
      const { sets, names } = this.fields[field];
      const others = (place) => (field === "town" ? this.titles.towns[place] : this.facets.signs[place][2]);
      const all = (place) => [names[place], others(place)].flat().join(" ");
      return sets.map((places) => wordsOf(places.map(all).join(" ")).join(" "));
    });
    const [hiring, towns] = this.spoken;
    const { organisation, town } = this.fields;
    return (this.texts[row] ??=
      ` ${wordsOf(this.titles.titles[row]).join(" ")} ${hiring[organisation.rows[row]]} ${towns[town.rows[row]]}`);
  }

  // The last day to apply, in days since 1970, where the deadline is.
  lastDay(row) {
    return Math.floor((this.closes[row] - 6e4) / DAYS) + this.day[row];
  }

  // For each set of values of a field whether it answers to those that are asked for.
  answering(name, asked) {
    const { values, sets } = this.fields[name];
    const wanted = new Set(asked);
    const has = {
      organisation: (value, place) => wanted.has(value) || this.facets.above[place].some((each) => wanted.has(each)),
      from: (value) => wanted.has(value) || value === "anywhere",
    }[name] ?? ((value) => wanted.has(value));
    const holds = (place) => has(values[place], place);
    return sets.map((places) => (name === "language" ? places.every(holds) : places.some(holds)));
  }

  // A test of rows for each name of a query.
  tests(query) {
    const found = {};
    for (const name of SETS) {
      const asked = query.getAll(name);
      if (!asked.length) continue;
      const answers = this.answering(name, asked);
      const { rows } = this.fields[name];
      found[name] = (row) => answers[rows[row]];
    }
    const typed = wordsOf(query.get("q") ?? "");
    const telling = typed.filter((word) => !this.small.has(word));
    const words = telling.length ? telling : typed;
    if (words.length) found.q = (row) => words.every((word) => this.text(row).includes(` ${word}`));
    const pay = PAY.exec(query.get("pay") ?? "");
    if (pay) {
      const currency = pay[2]?.toUpperCase() ?? this.currency;
      found.pay = (row) => {
        const it = this.pays[row];
        return !!it && it.currency === currency && (it.high ?? it.low) / MONTHS[it.per] >= pay[1];
      };
    }
    const [after, before] = (query.get("closes") ?? "").split("..").map(dayOf);
    if (after >= 0 || before >= 0) found.closes = (row) => !(this.lastDay(row) < after) && !(this.lastDay(row) > before);
    const since = sinceDay(query.get("published") ?? "", this.today);
    if (since >= 0) found.published = (row) => this.days[row] >= since;
    return found;
  }

  // The rows that answer to a query, in the order of the list.
  find(query) {
    const tests = Object.values(this.tests(query));
    return this.rows.filter((row) => tests.every((test) => test(row)));
  }

  // For every field how many there would be for each of its values, with all else that is asked for: a row that fails but
  // the test of one field counts there, one that fails none in all of them.
  counts(query) {
    const tests = Object.entries(this.tests(query));
    const found = Object.fromEntries(SETS.map((name) => [name, this.fields[name].values.map(() => 0)]));
    const inSet = Object.fromEntries(SETS.map((name) => {
      const chosen = new Set(query.getAll(name));
      return [name, this.fields[name].sets.map((places) => this.counted(name, places, chosen))];
    }));
    for (const row of this.rows) {
      const failed = tests.filter(([, test]) => !test(row)).map(([name]) => name);
      if (failed.length > 1) continue;
      for (const name of failed.length ? failed.filter((each) => found[each]) : SETS) {
        for (const place of inSet[name][this.fields[name].rows[row]]) found[name][place]++;
      }
    }
    return found;
  }

  // The values a set counts for: an organisation for those it is part of as well, work from anywhere for every country,
  // languages for the one that is lacking beside those that are spoken.
  counted(name, places, chosen) {
    const { values } = this.fields[name];
    if (name === "language") {
      const lacking = places.filter((place) => !chosen.has(values[place]));
      return lacking.length > 1 ? [] : lacking.length ? lacking : [...values.keys()];
    }
    if (name === "from" && places.some((place) => values[place] === "anywhere")) return [...values.keys()];
    if (name !== "organisation") return places;
    const above = places.flatMap((place) => this.facets.above[place].map((each) => values.indexOf(each)));
    return new Set([...places, ...above]);
  }

  // Searches that ask for less and find something, nearest first: without one of the things asked for, else without
  // two, and so on to all; of a town its country. Of many things not every choice is tried.
  wider(query) {
    const asked = [...query].flatMap(([name, value]) =>
      name === "q" ? wordsOf(value).map((word) => [name, word]) : [[name, value]],
    );
    const towns = asked.filter(([name]) => name === "town")
      .map((each) => this.widened(query, [each], ["country", each[1].slice(0, 2)]));
    let found = [];
    const step = asked.length > 6 ? asked.length - 1 : 1;
    for (let size = 1; size <= asked.length && !found.some((each) => each.number); size += step) {
      found = [...(size === 1 ? towns : []), ...choices(asked, size).map((left) => this.widened(query, left))];
    }
    return found.filter((each) => each.number).slice(0, 6);
  }

  widened(query, left, instead) {
    let asks = query;
    for (const each of left) asks = without(asks, ...each);
    if (instead) asks.append(...instead);
    asks = queryOf(asks);
    return { query: asks, left, instead, number: this.find(asks).length };
  }
}

// All ways to choose so many of them.
function choices(them, size) {
  if (!size) return [[]];
  if (size >= them.length) return size > them.length ? [] : [them];
  return them.flatMap((one, at) => choices(them.slice(at + 1), size - 1).map((others) => [one, ...others]));
}

// `7d`, the last seven days, or a day: in days since 1970.
function sinceDay(text, today) {
  const days = /^(\d{1,3})d$/.exec(text);
  return days ? today - days[1] : dayOf(text);
}

// A query that asks for one thing less.
function without(query, name, value) {
  const left = new URLSearchParams();
  for (const [each, asked] of query) {
    if (each !== name) left.append(each, asked);
    else if (name === "q") {
      const words = asked.split(/\s+/).filter((word) => !wordsOf(word).includes(value) && word !== value).join(" ");
      if (words && asked !== value) left.append(name, words);
    } else if (asked !== value) left.append(each, asked);
  }
  return left;
}

// The query of an address: what is known and can be read, in one order, each thing once.
function queryOf(params) {
  const found = new URLSearchParams();
  for (const name of NAMES) {
    const values = params.getAll(name).map((value) => value.trim()).filter((value) => value && (READ[name]?.(value) ?? true));
    for (const value of new Set(READ[name] ? values.slice(0, 1) : values)) found.append(name, value);
  }
  return found;
}
