// Three open postings like the one of this page, out of the files of all that are open. How much what they share counts
// is said by plugins/jobboard/outputs/postings/likeness.py. Where they cannot be had, the links above do.
"use strict";

const MOST = 3;

// The points of every row: for each field what is shared. Languages count if the speaker of one job's can do the other's.
function pointsOf(postings, { like, points }) {
  const total = new Map(postings.rows.map((row) => [row, 0]));
  for (const [name, own] of Object.entries(like)) {
    const { values, sets, rows } = postings.fields[name];
    const shared = sets.map((places) => places.filter((place) => own.includes(values[place])).length);
    const given = name === "language" ? sets.map((places, at) => +(shared[at] === places.length)) : shared;
    for (const row of postings.rows) total.set(row, total.get(row) + points[name] * given[rows[row]]);
  }
  return total;
}

// The rows most like it; of those with the same points the one that closes first.
function likeRows(postings, told) {
  const points = pointsOf(postings, told);
  const isOwn = (row) => told.own.includes(`${told.item}${postings.id(row)}/`);
  return postings.rows.filter((row) => points.get(row) >= told.least && !isOwn(row))
    .sort((one, two) => points.get(two) - points.get(one)).slice(0, MOST);
}

// The room of what is not found goes once it lies below what the reader sees, so that nothing moves before their eyes.
function withdraw(list) {
  new IntersectionObserver(([{ isIntersecting, boundingClientRect }], observer) => {
    if (isIntersecting || boundingClientRect.top < 0) return;
    list.hidden = true;
    observer.disconnect();
  }).observe(list);
}

for (const section of document.querySelectorAll("[data-like]")) {
  const told = JSON.parse(section.dataset.like);
  const { loaded, cardsOf } = cardMaker(told, section);
  const list = section.querySelector(".cards");
  loaded().then((postings) => {
    const rows = likeRows(postings, told);
    list.append(...cardsOf(postings, rows, rows));
    if (!rows.length) withdraw(list);
    dispatchEvent(new Event("cards"));
  }).catch((error) => {
    withdraw(list);
    console.info(error);
  });
}
