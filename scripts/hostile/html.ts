/** Web pages made to break, mislead, swell or stall their readers. */
import { BILLION_LAUGHS, outside } from './docx.ts';
import { GOOD, type HostileFile, times } from './file.ts';

const page = (body: string, head = ''): Buffer =>
  Buffer.from(`<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`);
const p = (text: string): string => `<p>${text}</p>`;
const links = times(12, (i) => `<a href="/${i}">Chuyên mục số ${i}</a> `);

export const HTML: HostileFile[] = [
  {
    name: 'far pictures, frames, sheets and scripts.html',
    comesTo: ['read'],
    make: ({ url, secret }) =>
      page(
        [
          p(GOOD),
          `<img src="${url}/a.png" srcset="${url}/b.png 2x"><img src="file://${secret}"><picture><source srcset="${url}/c"></picture>`,
          `<iframe src="${url}/frame"></iframe><iframe src="file://${secret}"></iframe><object data="${url}/object"></object><embed src="${url}/embed">`,
          `<video poster="${url}/poster" src="${url}/video"></video><svg><use href="${url}/use#a"/><image href="${url}/svg"/></svg>`,
          `<script>fetch("${url}/fetch");new Image().src="${url}/image"</script><script src="${url}/script.js"></script><div style="background:url(${url}/style)"></div>`,
          `<form action="${url}/form"><input autofocus onfocus="location='${url}/focus'"></form><a ping="${url}/ping" href="${url}/a">a</a>`,
        ].join(''),
        `<base href="${url}/"><link rel="stylesheet" href="${url}/sheet.css"><link rel="import" href="${url}/import"><meta http-equiv="refresh" content="0;url=${url}/refresh"><style>@import url(${url}/import.css);</style>`,
      ),
    says: GOOD,
  },
  {
    name: 'billion laughs.html',
    comesTo: ['read'],
    make: () => Buffer.from(`<?xml version="1.0"?>${BILLION_LAUGHS}<html><body><p>${GOOD} &j;</p></body></html>`),
    says: GOOD,
  },
  {
    name: 'outside entities.html',
    comesTo: ['read'],
    make: (lures) => Buffer.from(`<?xml version="1.0"?>${outside(lures)}<html><body><p>${GOOD} &a;</p></body></html>`),
    says: GOOD,
  },
  { name: 'elements 900 deep.html', comesTo: ['read'], make: () => page(`${p(GOOD) + '<div>'.repeat(900)}x`) },
  {
    name: 'elements 500,000 deep.html',
    comesTo: ['damaged', 'bomb', 'too_large'],
    make: () => page(p(GOOD) + '<div>'.repeat(500_000)),
  },
  {
    name: 'unknown elements 100,000 deep.html',
    comesTo: ['read', 'damaged', 'bomb', 'timed_out'],
    make: () => page(`${p(GOOD) + '<x-y>'.repeat(100_000)}x`),
  },
  {
    name: 'tables 20,000 deep.html',
    comesTo: ['damaged', 'bomb', 'read'],
    make: () => page(p(GOOD) + '<table><tr><td>'.repeat(20_000)),
  },
  {
    name: 'lists 2,000 deep in a portal.html',
    comesTo: ['damaged'],
    make: () => page(`<nav>${links}</nav>${p(GOOD.repeat(40))}${'<ul><li>'.repeat(2000)}x`),
  },
  {
    name: '300,000 lines in one block.html',
    comesTo: ['read', 'too_large', 'bomb', 'out_of_memory'],
    make: () => page(`<nav>${links}</nav>${times(300_000, (i) => `${i} hộ<br>`)}`),
  },
  {
    name: '60,000 blocks between texts of one.html',
    comesTo: ['read', 'too_large', 'bomb', 'out_of_memory'],
    make: () => page(`<nav>${links}</nav>${times(60_000, (i) => `${i} hộ nghèo<hr>`)}`),
  },
  {
    name: '60,000 paragraphs.html',
    comesTo: ['read', 'too_large', 'bomb'],
    make: () => page(`<nav>${links}</nav>${times(60_000, (i) => p(`${i} hộ nghèo`))}`),
  },
  {
    name: '100,000 rows.html',
    comesTo: ['read', 'too_large', 'bomb', 'out_of_memory'],
    make: () => page(`<table>${times(100_000, (i) => `<tr><td>${i}<td>hộ`)}</table>`),
  },
  {
    name: '100,000 links.html',
    comesTo: ['read', 'too_large', 'bomb', 'empty', 'timed_out'],
    make: () => page(p(GOOD) + times(100_000, (i) => `<a href="/${i}">${i}</a> `)),
  },
  {
    name: '100,000 attributes.html',
    comesTo: ['read', 'bomb'],
    make: () => page(`<p ${times(100_000, (i) => `a${i}="x" `)}>${GOOD}</p>`),
  },
  {
    name: 'a million classes.html',
    comesTo: ['read', 'bomb'],
    make: () => page(`<p class="${times(1_000_000, (i) => `c${i} `)}">${GOOD}</p>`),
    says: GOOD,
  },
  {
    name: 'a sheet without braces.html',
    comesTo: ['read'],
    make: () => page(p(GOOD), `<style>${'a '.repeat(500_000)}</style>`),
    says: GOOD,
  },
  {
    name: 'a sheet of comments that never end.html',
    comesTo: ['read'],
    make: () => page(p(GOOD), `<style>${'/* '.repeat(300_000)}</style>`),
    says: GOOD,
  },
  {
    name: 'a sheet of 100,000 rules.html',
    comesTo: ['read'],
    make: () => page(p(GOOD), `<style>${times(100_000, (i) => `.c${i}{font-family:.VnTime}`)}</style>`),
    says: GOOD,
  },
  {
    name: 'a declaration without end.html',
    comesTo: ['read'],
    make: () => page(`<p style="${'a'.repeat(1_000_000)}">${GOOD}</p>`),
    says: GOOD,
  },
  {
    name: 'document types that never end.html',
    comesTo: ['read', 'empty', 'damaged'],
    make: () => Buffer.from(`<html>${'<!doctype '.repeat(300_000)}${GOOD}`),
  },
  {
    name: 'heads that never end.html',
    comesTo: ['read', 'empty', 'damaged'],
    make: () => Buffer.from(`<html>${'<head '.repeat(300_000)}${GOOD}`),
  },
  {
    name: 'body tags without end.html',
    comesTo: ['read', 'empty', 'damaged'],
    make: () => page(`${'<body '.repeat(300_000)}${GOOD}`),
  },
  {
    name: 'open brackets.html',
    comesTo: ['too_large'],
    make: () => page(`${p(GOOD)}${'<'.repeat(1_000_000)}`),
  },
  {
    name: 'as many open brackets as are read.html',
    comesTo: ['read'],
    make: () => page(p(GOOD) + '<'.repeat(249_000)),
    says: GOOD,
  },
  { name: '240,000 entities.html', comesTo: ['read'], make: () => page(p(GOOD) + '&amp;'.repeat(240_000)), says: GOOD },
  {
    name: '240,000 lines.html',
    comesTo: ['read', 'too_large', 'timed_out'],
    make: () => page('a<br>'.repeat(240_000)),
  },
  {
    name: '120,000 bold letters.html',
    comesTo: ['read', 'too_large', 'timed_out'],
    make: () => page(`<p>${'<b>a</b>'.repeat(120_000)}`),
  },
  {
    name: '120,000 cells.html',
    comesTo: ['read', 'too_large', 'timed_out'],
    make: () => page(`<table>${'<tr><td>1'.repeat(120_000)}</table>`),
  },
  {
    name: 'comments that never end.html',
    comesTo: ['read', 'empty', 'damaged', 'too_large'],
    make: () => page(`${p(GOOD)}${'<!--'.repeat(500_000)}`),
  },
  {
    name: 'cells over milliards of columns.html',
    comesTo: ['read'],
    make: () => page(`<table><tr><td colspan="999999999" rowspan="999999999">${GOOD}<td>2</table>`),
    says: GOOD,
  },
  {
    name: 'a list from minus infinity.html',
    comesTo: ['read'],
    make: () =>
      page(
        `<ol type="i" start="-999999999999999999999"><li>${GOOD}</ol><ol type="a" start="999999999999999"><li>x</ol>`,
      ),
    says: GOOD,
  },
];
