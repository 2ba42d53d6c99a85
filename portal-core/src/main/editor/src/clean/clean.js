// Foreign HTML (Word, Google Docs, web pages, old articles) → the few clean
// elements an article consists of. Builds a new tree instead of repairing the old.
import { alignment, declarations, sealStyles } from './styles.js';
import { marksOf, wrapped } from './marks.js';
import { buildLists, wordItem } from './word-lists.js';
import { cleanTable } from './tables.js';
import { collectFootnotes } from './footnotes.js';
import { imageSource } from '../image/source.js';
import { videoProvider } from '../video-address.js';

const BLOCKS = 'p,div,h1,h2,h3,h4,h5,h6,ul,ol,li,table,blockquote,hr,figure,img,section,article,main,header,footer,aside,'
  + 'address,dl,dt,dd,center,pre,form,fieldset,details,summary,nav,td,tr';
const JUNK = 'style,script,object,embed,iframe,svg,math,button,input,select,textarea,audio,video,canvas,map,'
  + '.Apple-interchange-newline,.msocomanchor,.MsoCommentReference,[hidden]';
const ALIGN_CLASS = { center: 'can-giua', right: 'can-phai' };

/**
 * @param html  what was pasted or stored
 * @param options.paste  true for foreign content (stricter), false for the stored article
 * @param options.mediaPrefix  the newsroom's prefix of /media/ addresses
 * @param options.footnotes  the highest number of a footnote so far
 * @param options.keepData  true if pictures inside the HTML itself can be uploaded afterwards
 * @return {html, droppedImages}
 */
export function cleanHtml(html, { paste = true, mediaPrefix = '', footnotes = 0, keepData = false } = {}) {
  const doc = new DOMParser().parseFromString(sealStyles(html.normalize('NFC')), 'text/html');
  const state = { doc, paste, mediaPrefix, keepData, droppedImages: 0 };
  removeJunk(doc.body, paste);
  if (paste) collectFootnotes(doc, footnotes);
  const out = doc.createElement('div');
  out.append(...blocks(doc.body.childNodes, { tag: 'p', align: null, marks: {} }, state));
  return { html: out.innerHTML, droppedImages: state.droppedImages };
}

/** What was copied inside an editor of this kind: only foreign images are dropped. */
export function cleanOwnSlice(html, { mediaPrefix = '' } = {}) {
  const doc = new DOMParser().parseFromString(sealStyles(html), 'text/html');
  let droppedImages = 0;
  for (const img of doc.querySelectorAll('img')) {
    const src = imageSource(img.getAttribute('src'), mediaPrefix);
    if (src) {
      img.setAttribute('src', src);
    } else {
      droppedImages += 1;
      (img.closest('figure') || img).remove();
    }
  }
  return { html: doc.body.innerHTML, droppedImages };
}

function removeJunk(body, paste) {
  for (const el of body.querySelectorAll(JUNK)) el.remove();
  for (const el of [...body.querySelectorAll('*')]) {
    const style = declarations(el);
    const hidden = style.get('display') === 'none' || style.get('mso-hide') === 'all'
      || /comment/.test(style.get('mso-element') || '');
    if (hidden || (paste && el.tagName.startsWith('V:'))) el.remove();
  }
}

const isBlock = (node) => node.nodeType === 1 && (node.matches(BLOCKS) || node.querySelector(BLOCKS) !== null);

const isBlank = (node) => node.nodeType !== 3 || !node.data.trim();

/** The clean blocks of some nodes. ctx: {tag, align, marks, inTable, inList} */
function blocks(nodes, ctx, state) {
  const out = [];
  let run = [];
  const flush = () => {
    out.push(...paragraphs(run, ctx, state));
    run = [];
  };
  const list = [...nodes];
  for (let i = 0; i < list.length; i += 1) {
    const node = list[i];
    if (!isBlock(node)) {
      inline(node, ctx.marks, run, state);
      continue;
    }
    flush();
    const items = [];
    let item;
    while (i < list.length && (list[i].nodeType === 1 ? (item = wordItem(list[i])) : isBlank(list[i]))) {
      if (list[i].nodeType === 1) items.push(item);
      i += 1;
    }
    if (items.length) {
      i -= 1;
      out.push(...buildLists(state.doc, items, (entry) => itemContent(entry, ctx, state)));
    } else {
      out.push(...block(node, ctx, state));
    }
  }
  flush();
  return out;
}

/** The inline content of one of Word's list paragraphs. */
function itemContent(item, ctx, state) {
  if (item.kind) item.ignored?.remove();
  if (item.typed && item.kind) {
    item.typed.node.data = item.typed.node.data.trimStart().slice(item.typed.marker.length);
  }
  const run = [];
  for (const node of item.el.childNodes) inline(node, marksOf(item.el, ctx.marks, state.paste), run, state);
  return render(tidy(run, state), state);
}

function block(el, ctx, state) {
  const tag = headingTag(el, ctx);
  const own = alignment(el);
  const next = {
    ...ctx,
    align: own === undefined ? ctx.align : own,
    marks: tag ? { ...ctx.marks, heading: true } : marksOf(el, ctx.marks, state.paste),
  };
  if (tag) return blocks(el.childNodes, { ...next, tag }, state);
  switch (el.tagName) {
    case 'UL': case 'OL': return realList(el, next, state);
    case 'DIV': return box(el, next, state);
    case 'TABLE':
      if (ctx.inTable) return [...el.rows].flatMap((row) => [...row.cells]).flatMap((cell) => blocks(cell.childNodes, next, state));
      return cleanTable(el, state, (cell) => cellContent(cell, next, state));
    case 'BLOCKQUOTE': return quote(el, next, state);
    case 'HR': return ctx.inTable || ctx.inList ? [] : [state.doc.createElement('hr')];
    case 'IMG': return figure(el, [], state);
    case 'FIGURE': return figures(el, next, state);
    default: return blocks(el.childNodes, next, state);
  }
}

/** Notice boxes and galleries; any other division only holds blocks. */
function box(el, ctx, state) {
  const kind = el.matches('.hop') && /\bhop-(thong-tin|luu-y|canh-bao)\b/.exec(el.className)?.[1];
  const gallery = el.matches('.bo-anh');
  const content = blocks(el.childNodes, ctx, state);
  if ((!kind && !gallery) || ctx.inTable || ctx.inList || !content.length) return content;
  if (gallery && content.some((child) => !child.matches('figure:not(.video)'))) return content;
  const out = state.doc.createElement('div');
  out.className = kind ? `hop hop-${kind}` : 'bo-anh';
  out.append(...content);
  return [out];
}

function headingTag(el, ctx) {
  if (ctx.inList || ctx.inTable) return null;
  const level = /^H([1-6])$/.exec(el.tagName)?.[1]
    || (el.getAttribute('role') === 'heading' && el.getAttribute('aria-level'))
    || (/\bMsoTitle\b/.test(el.className) && 2);
  return level ? `h${Math.min(4, Math.max(2, +level))}` : null;
}

function realList(el, ctx, state) {
  const list = state.doc.createElement(el.tagName);
  for (const name of ['start', 'type']) {
    if (el.tagName === 'OL' && el.getAttribute(name)) list.setAttribute(name, el.getAttribute(name));
  }
  const notes = el.matches('ol.chu-thich');
  if (notes) {
    list.className = 'chu-thich';
    for (const back of el.querySelectorAll('a[href^="#ctv-"]')) back.remove();
  }
  const inside = { ...ctx, tag: 'p', align: null, inList: true };
  for (const child of el.childNodes) {
    if (child.nodeType === 3 && !child.data.trim()) continue;
    const nested = child.nodeType === 1 && /^[UO]L$/.test(child.tagName);
    const nodes = child.nodeType === 1 && child.tagName === 'LI' ? child.childNodes : [child];
    const marks = child.nodeType === 1 ? marksOf(child, inside.marks, state.paste) : inside.marks;
    const content = blocks(nodes, { ...inside, marks }, state);
    if (!content.length) continue;
    if (nested && list.lastElementChild) {
      list.lastElementChild.append(...content);
      continue;
    }
    const li = state.doc.createElement('li');
    if (notes && /^ct-\d{1,4}$/.test(child.id)) li.id = child.id;
    li.append(...content);
    list.append(li);
  }
  return list.childElementCount ? [list] : [];
}

function quote(el, ctx, state) {
  const content = blocks(el.childNodes, { ...ctx, tag: 'p' }, state);
  if (ctx.inTable || !content.length) return content;
  const out = state.doc.createElement('blockquote');
  out.append(...content);
  return [out];
}

function cellContent(cell, ctx, state) {
  const own = alignment(cell);
  const marks = cell.tagName === 'TH' ? { ...ctx.marks, heading: true } : marksOf(cell, ctx.marks, state.paste);
  return blocks(cell.childNodes, { ...ctx, tag: 'p', align: own === undefined ? null : own, marks, inTable: true }, state);
}

/** <figure>: each picture becomes its own, the caption goes with the last one. */
function figures(el, ctx, state) {
  if (videoProvider(el.getAttribute('data-video') || '')) return [video(el, state)];
  const images = [...el.querySelectorAll('img')];
  const caption = el.querySelector('figcaption');
  if (!images.length) return blocks(el.childNodes, ctx, state);
  const run = [];
  if (caption) inline(caption, {}, run, state);
  const content = tidy(run, state);
  const out = images.flatMap((img, i) => figure(img, i === images.length - 1 ? content : [], state));
  return out.length || !content.length ? out : paragraphs(run, { ...ctx, tag: 'p' }, state);
}

function video(el, { doc }) {
  const out = doc.createElement('figure');
  out.className = 'video';
  out.dataset.video = el.dataset.video;
  const link = out.appendChild(doc.createElement('a'));
  link.textContent = el.querySelector('a')?.textContent.trim() || 'Video';
  const caption = el.querySelector('figcaption')?.textContent.trim();
  if (caption) out.appendChild(doc.createElement('figcaption')).textContent = caption;
  return out;
}

function figure(img, caption, state) {
  const given = img.getAttribute('src') || '';
  const inside = state.keepData && /^data:image\/(png|jpe?g|gif|webp|avif);base64,/i.test(given);
  const src = inside ? given : imageSource(given, state.mediaPrefix, !state.paste);
  if (!src) {
    const tiny = +img.getAttribute('width') === 1 || +img.getAttribute('height') === 1;
    if (!tiny) state.droppedImages += 1;
    return [];
  }
  const out = state.doc.createElement('figure');
  const clean = state.doc.createElement('img');
  clean.setAttribute('src', src);
  for (const name of ['alt', 'width', 'height']) {
    if (img.hasAttribute(name)) clean.setAttribute(name, img.getAttribute(name));
  }
  if (img.classList.contains('trang-tri')) clean.className = 'trang-tri';
  out.append(clean);
  if (caption.length) {
    const figcaption = state.doc.createElement('figcaption');
    figcaption.append(...render(caption, state));
    out.append(figcaption);
  }
  return [out];
}

/** Collects {text, marks} and {br} pieces of inline content. */
function inline(node, marks, run, state) {
  if (node.nodeType === 3) {
    run.push({ text: node.data, marks });
  } else if (node.nodeType === 1) {
    if (node.tagName === 'BR') {
      run.push({ br: true });
    } else if (node.matches('sup.chu-thich') && node.querySelector('a[href^="#ct-"]')) {
      run.push({ ref: /\d{1,4}$/.exec(node.querySelector('a').getAttribute('href'))?.[0] ?? '1', text: '\u2060', marks: {} });
    } else if (node.tagName !== 'IMG') {
      const inside = marksOf(node, marks, state.paste);
      for (const child of node.childNodes) inline(child, inside, run, state);
    }
  }
}

/** Collapses white space over piece borders, drops empty pieces and outer breaks. */
function tidy(run, state) {
  const space = state.paste ? /[\s\u00a0\u200b\ufeff]+/g : /[ \t\r\n\f]+/g;
  const out = [];
  let atStart = true;
  for (const piece of run) {
    if (piece.br) {
      if (out.length) out.push(piece);
      atStart = true;
      continue;
    }
    if (piece.ref) {
      out.push(piece);
      atStart = false;
      continue;
    }
    let text = piece.text.replace(space, ' ');
    if (atStart && text.startsWith(' ')) text = text.slice(1);
    if (!text) continue;
    atStart = text.endsWith(' ');
    out.push({ text, marks: piece.marks });
  }
  while (out.length && (out.at(-1).br || !out.at(-1).text.trim())) out.pop();
  if (out.length && !out.at(-1).ref) out[out.length - 1] = { ...out.at(-1), text: out.at(-1).text.replace(/ $/, '') };
  return out;
}

function render(pieces, state) {
  return pieces.map((piece) => (piece.br || piece.ref
    ? standing(piece, state)
    : wrapped(state.doc, piece.text, piece.marks.heading ? { ...piece.marks, bold: false } : piece.marks)));
}

function standing({ ref }, { doc }) {
  if (!ref) return doc.createElement('br');
  const sup = doc.createElement('sup');
  sup.className = 'chu-thich';
  const link = sup.appendChild(doc.createElement('a'));
  link.setAttribute('href', `#ct-${ref}`);
  link.textContent = ref;
  return sup;
}

/** Inline pieces → paragraphs (or headings); an empty line in between starts a new one. */
function paragraphs(run, ctx, state) {
  const groups = [[]];
  for (const piece of tidy(run, state)) {
    const group = groups.at(-1);
    if (piece.br && group.at(-1)?.br) {
      group.pop();
      groups.push([]);
    } else if (!(piece.br && !group.length)) {
      group.push(piece);
    }
  }
  return groups.filter((group) => group.some((piece) => piece.text?.trim())).map((group) => {
    const el = state.doc.createElement(ctx.tag);
    if (ctx.align) el.className = ALIGN_CLASS[ctx.align];
    el.append(...render(group, state));
    return el;
  });
}
