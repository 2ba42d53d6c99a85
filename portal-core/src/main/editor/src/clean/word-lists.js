// Word writes lists as paragraphs with a typed marker; this turns runs of them
// back into real lists. A marker HTML cannot number ("1.1.", "Điều 2.", "đ)")
// stays in the text, so that no clause of a legal document changes its number.
import { declarations } from './styles.js';

const BULLET = /^[·•●▪■◦○o§üØvq\uf000-\uf0ff\-–—+*✓➢❖]$/;

const isIgnored = (el) => /ignore/.test(declarations(el).get('mso-list') || '');

/** What the paragraph is as a list item, or null: {el, level, id, kind, number, marker} */
export function wordItem(el) {
  if (el.classList?.contains('ListContainerWrapper')) return onlineItem(el);
  if (el.tagName !== 'P' && el.tagName !== 'DIV') return null;
  const list = /\bl(\d+)\s+level(\d+)\s+lfo(\d+)/.exec(declarations(el).get('mso-list') || '');
  if (!list && !/MsoListParagraph/i.test(el.className)) return null;
  const ignored = [...el.querySelectorAll('[data-s]')].find(isIgnored);
  if (ignored) {
    const marker = squeeze(ignored.textContent);
    return { el, ignored, level: list ? +list[2] : 1, id: list?.[3] ?? '', marker, ...readMarker(marker) };
  }
  if (list) return { el, level: +list[2], id: list[3], marker: '', kind: 'bullet' };
  return typedItem(el);
}

/** MsoListParagraph whose marker is plain text before wide space. */
function typedItem(el) {
  const found = /^\s*(\S{1,5})[\s\u00a0]{2,}\S/.exec(el.textContent);
  const read = found && readMarker(found[1]);
  if (!read?.kind) return null;
  const first = firstText(el);
  if (!first || !first.data.trimStart().startsWith(found[1])) return null;
  return { el, typed: { node: first, marker: found[1] }, level: 1, id: '', marker: found[1], ...read };
}

/** Word on the web: one wrapper with a one-item list for each item. */
function onlineItem(el) {
  const li = el.querySelector('li');
  if (!li) return null;
  const level = +(li.getAttribute('aria-level') || li.getAttribute('data-aria-level') || 1);
  if (li.parentElement.tagName !== 'OL') return { el: li, level, id: 'web', kind: 'bullet', marker: '' };
  const number = +(li.parentElement.getAttribute('start') || 1);
  return { el: li, level, id: 'web', kind: '1', number, marker: `${number}.` };
}

const squeeze = (text) => text.replace(/[\s\u00a0]+/g, ' ').trim();

function firstText(el) {
  const walker = el.ownerDocument.createTreeWalker(el, 4);
  while (walker.nextNode()) if (walker.currentNode.data.trim()) return walker.currentNode;
  return null;
}

/** '3.' → {kind: '1', number: 3}; 'b)' → {kind: 'a', number: 2}; '·' → {kind: 'bullet'} */
export function readMarker(marker) {
  if (BULLET.test(marker)) return { kind: 'bullet' };
  const [, core] = /^\(?([0-9]{1,3}|[a-z]{1,5})[.)]$/i.exec(marker) || [];
  if (!core) return { kind: null };
  if (/^\d/.test(core)) return { kind: '1', number: +core };
  const roman = fromRoman(core.toLowerCase());
  const upper = core === core.toUpperCase();
  if (core.length === 1 && !/[ivx]/i.test(core)) return letter(core, upper);
  if (roman) return { kind: upper ? 'I' : 'i', number: roman, letter: core.length === 1 ? letter(core, upper) : null };
  return { kind: null };
}

function letter(core, upper) {
  return { kind: upper ? 'A' : 'a', number: core.toLowerCase().charCodeAt(0) - 96 };
}

function fromRoman(text) {
  if (!/^(x{0,3})(ix|iv|v?i{0,3})$/.test(text)) return 0;
  const value = { i: 1, v: 5, x: 10 };
  return [...text].reduce((sum, c, i) => sum + (value[text[i + 1]] > value[c] ? -value[c] : value[c]), 0);
}

/** A run of items → lists and paragraphs; `fill(item)` gives the clean content of one item. */
export function buildLists(doc, items, fill) {
  const out = [];
  let stack = []; // open lists, outermost first: {level, list, kind, id, next}
  for (const item of items) {
    if (!item.kind) {
      stack = [];
      const p = doc.createElement('p');
      if (!item.ignored) p.append(`${item.marker} `);
      p.append(...fill(item));
      out.push(p);
      continue;
    }
    while (stack.length && stack.at(-1).level > item.level) stack.pop();
    let top = stack.at(-1);
    if (item.letter && continues(top, { ...item, ...item.letter })) Object.assign(item, item.letter);
    if (!top || top.level < item.level || !continues(top, item)) {
      if (top?.level === item.level) stack.pop();
      const parent = stack.at(-1);
      top = open(doc, item);
      if (parent) parent.list.lastElementChild.append(top.list);
      else out.push(top.list);
      stack.push(top);
    }
    const li = doc.createElement('li');
    li.append(...fill(item));
    top.list.append(li);
    top.next += 1;
  }
  return out;
}

function continues(top, item) {
  return Boolean(top) && top.level === item.level && top.kind === item.kind
    && (item.kind === 'bullet' ? true : top.next === item.number);
}

function open(doc, item) {
  const list = doc.createElement(item.kind === 'bullet' ? 'ul' : 'ol');
  if (item.kind !== 'bullet') {
    if (item.number !== 1) list.setAttribute('start', item.number);
    if (item.kind !== '1') list.setAttribute('type', item.kind);
  }
  return { level: item.level, list, kind: item.kind, next: item.number ?? 0 };
}
