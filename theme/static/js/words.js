// What words are to those who search: small letters without accents, each word by itself.
// `base_letters` in plugins/jobboard/source/slug.py does the same for addresses; a test compares the two.
"use strict";
const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ħ: "h" };
const plain = (letter) => LETTERS[letter];
const fold = (text) => text.toLowerCase().replace(/[ßæœøłđðþıħ]/g, plain).normalize("NFKD").replace(/\p{M}/gu, "");
const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
