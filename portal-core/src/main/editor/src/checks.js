// What a second pair of eyes would say about an article before it goes out. Pure: knows nothing of the screen.
import { isAllowedHref } from './href.js';
import { M, number, t } from './messages.js';

const TITLE_MAX = 100;
const LONG_PARAGRAPH = 180;
const VAGUE = /^(?:(?:(?:xem|bấm|nhấn|nhấp|click|ấn)\s+)?(?:chi tiết\s+)?(?:(?:vào\s+|ở\s+|tại\s+)?(?:đây|here)|link|liên kết)|xem thêm|xem tiếp|chi tiết|xem chi tiết)[.:]?$/iu;
const MOBILE = /(?<![\d.,])(?:\+?84|0)[\s.\-]?[35789](?:[\s.\-]?\d){8}(?!\d)/gu;
const IDENTITY = /(?<![\d.,/\-])(?:\d{12}|\d{9}|\d{3}(?: \d{3}){3})(?![\d]|[.,/]\d|\s?(?:đồng|đ\b|vnđ))/giu;
const IDENTITY_NEAR = /cccd|cmnd|căn cước|chứng minh|định danh/iu;

/** How grave: 'fix' = cần sửa, 'look' = nên xem, 'note' = để biết. */
export const SEVERITIES = ['fix', 'look', 'note'];

/**
 * @param article {title, summary, doc, category, host, titleMax}; category is null when none is needed, host the newsroom's
 * @return [{key, severity, text, excerpt, field | from + to (+ node)}], gravest first; key stays the same while the passage does
 */
export function findings({ title, summary, doc, category, host = '', titleMax = TITLE_MAX }) {
  const found = [];
  const add = (kind, severity, text, place, excerpt = '') => found.push({ key: `${kind}:${excerpt}`, severity, text, excerpt: shorten(excerpt), ...place });

  if (title !== null) {
    if (title.length > titleMax) add('title-long', 'look', t(M.checkTitleLong, { count: number(title.length), max: number(titleMax) }), { field: 'title' });
    if (shouts(title, 10)) add('title-shout', 'look', M.checkTitleShout, { field: 'title' });
    privateNumbers(title, (kind, severity, text, from, to) => add(kind, severity, text, { field: 'title' }, title.slice(from, to)));
  }
  if (summary !== null) {
    if (!summary.trim()) add('summary', 'look', M.checkSummary, { field: 'summary' });
    privateNumbers(summary, (kind, severity, text, from, to) => add(kind, severity, text, { field: 'summary' }, summary.slice(from, to)));
  }
  if (category === '') add('category', 'fix', M.checkCategory, { field: 'categoryId' });

  headings(doc, add);
  doc.descendants((node, pos) => {
    if (node.type.name === 'figure' && !node.attrs.alt && !node.attrs.decorative) {
      add('alt', 'fix', M.checkAlt, { from: pos, to: pos + node.nodeSize, node: true }, node.attrs.src.slice(-60));
    }
    if (!node.isTextblock) return;
    const { text, at } = flat(node, pos);
    const whole = { from: pos + 1, to: pos + node.nodeSize - 1 };
    if (shouts(text, node.type.name === 'heading' ? 16 : 40)) add('shout', 'look', M.checkShout, whole, text);
    const words = text.split(/\s+/).length;
    if (node.type.name === 'paragraph' && words > LONG_PARAGRAPH) add('long', 'look', t(M.checkLong, { count: number(words) }), whole, text);
    privateNumbers(text, (kind, severity, message, from, to) => add(kind, severity, message, { from: at(from), to: at(to) }, text.slice(from, to)));
    links(node, pos, host, add);
  });
  footnotes(doc, add);
  return found.sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}

const shorten = (text) => (text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text);

/** The words of one block; every other inline thing counts as one space, so that positions fit. */
function flat(node, pos) {
  let text = '';
  node.forEach((child) => { text += child.isText ? child.text : ' '.repeat(child.nodeSize); });
  return { text, at: (i) => pos + 1 + i };
}

/** Capitals nearly throughout. */
function shouts(text, least) {
  const letters = text.match(/\p{L}/gu) ?? [];
  if (letters.length < least || text.trim().split(/\s+/).length < 3) return false;
  return letters.filter((c) => c !== c.toLowerCase()).length / letters.length > 0.8;
}

function headings(doc, add) {
  let before = 1;
  doc.forEach((node, pos) => {
    if (node.type.name !== 'heading') return;
    const { level } = node.attrs;
    if (level > before + 1) {
      const text = before === 1 ? M.checkHeadingFirst : M.checkHeadingJump;
      add('heading', 'look', text, { from: pos + 1, to: pos + node.nodeSize - 1 }, node.textContent);
    }
    before = level;
  });
}

function privateNumbers(text, report) {
  const phones = [...text.matchAll(MOBILE)];
  for (const { 0: hit, index } of phones) report('phone', 'look', M.checkPhone, index, index + hit.length);
  for (const { 0: hit, index } of text.matchAll(IDENTITY)) {
    if (phones.some((phone) => index < phone.index + phone[0].length && phone.index < index + hit.length)) continue;
    const sure = IDENTITY_NEAR.test(text.slice(Math.max(0, index - 60), index + hit.length + 30));
    report('identity', sure ? 'fix' : 'look', sure ? M.checkIdentity : M.checkIdentityMaybe, index, index + hit.length);
  }
}

function links(block, pos, host, add) {
  const runs = [];
  block.forEach((child, offset) => {
    const href = child.marks.find((mark) => mark.type.name === 'link')?.attrs.href;
    const last = runs.at(-1);
    const from = pos + 1 + offset;
    if (href === undefined) return;
    if (last && last.href === href && last.to === from) {
      last.to += child.nodeSize;
      last.text += child.text ?? '';
    } else {
      runs.push({ href, from, to: from + child.nodeSize, text: child.text ?? '' });
    }
  });
  for (const { href, from, to, text } of runs) {
    const place = { from, to };
    const state = linkState(href, host);
    if (state === 'broken') add('link-broken', 'fix', M.checkLinkBroken, place, text);
    if (state === 'newsroom') add('link-newsroom', 'fix', M.checkLinkNewsroom, place, text);
    if (state === 'outside') add('link-outside', 'note', t(M.checkLinkOutside, { host: new URL(href).hostname }), place, text);
    if (VAGUE.test(text.trim())) add('link-vague', 'look', M.checkLinkVague, place, text);
  }
}

function linkState(href, host) {
  if (!isAllowedHref(href) || href.startsWith('#')) return 'broken';
  if (/^\/(?:bien-tap|quan-tri)(?:\/|$)/.test(href)) return 'newsroom';
  if (!/^https?:/i.test(href)) return 'fine';
  const { hostname } = new URL(href);
  if (host && hostname === host) return 'newsroom';
  if (/^(localhost|127\.|10\.|192\.168\.)|\.(local|internal|invalid)$/.test(hostname)) return 'broken';
  // Sites of the same portal lie beside the newsroom's host.
  const base = host.replace(/^quan-tri\./, '');
  return base && (hostname === base || hostname.endsWith(`.${base}`)) ? 'fine' : 'outside';
}

function footnotes(doc, add) {
  const refs = new Map();
  const notes = new Map();
  doc.descendants((node, pos) => {
    if (node.type.name === 'footnoteRef') refs.set(node.attrs.n, { from: pos, to: pos + node.nodeSize });
    if (node.type.name === 'footnote') notes.set(node.attrs.n, { from: pos + 2, to: pos + node.nodeSize - 2, empty: !node.textContent.trim() });
  });
  for (const [n, place] of refs) {
    if (!notes.has(n) || notes.get(n).empty) add('note-missing', 'fix', t(M.checkNoteMissing, { n }), notes.get(n) ?? place, String(n));
  }
  for (const [n, { from, to }] of notes) if (!refs.has(n)) add('note-unused', 'look', t(M.checkNoteUnused, { n }), { from, to }, String(n));
}
