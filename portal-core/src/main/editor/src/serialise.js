// The document → the HTML that is stored: tidy, without the editor's own wrappers.
import { DOMSerializer } from '@tiptap/pm/model';
import { M } from './messages.js';

// An inert document: building <img> here loads nothing.
const inert = document.implementation.createHTMLDocument('');

export function toHtml(doc) {
  const root = inert.createElement('div');
  DOMSerializer.fromSchema(doc.type.schema).serializeFragment(doc.content, { document: inert }, root);

  for (const wrapper of root.querySelectorAll('div.cl-table')) wrapper.replaceWith(...wrapper.childNodes);
  for (const cell of root.querySelectorAll('td, th')) unwrapOnly(cell);
  for (const item of root.querySelectorAll('li')) unwrapFirst(item);
  for (const table of root.querySelectorAll('table')) headerRow(table);
  for (const caption of root.querySelectorAll('figcaption')) if (!caption.textContent.trim()) caption.remove();
  for (const br of root.querySelectorAll('br:last-child')) if (!br.nextSibling) br.remove();
  // Pictures that are still on their way to the server.
  for (const img of root.querySelectorAll('img[src^="data:"]')) img.closest('figure').remove();
  for (const gallery of root.querySelectorAll('div.bo-anh')) if (!gallery.childElementCount) gallery.remove();
  const places = new Set();
  for (const place of root.querySelectorAll('sup.chu-thich > a[id]')) {
    if (places.has(place.id)) place.removeAttribute('id');
    places.add(place.id);
  }
  for (const note of root.querySelectorAll('ol.chu-thich > li')) {
    const back = inert.createElement('a');
    back.setAttribute('href', `#ctv-${note.id.slice(3)}`);
    back.setAttribute('title', M.footnoteBack);
    back.append('↩');
    (note.lastElementChild?.tagName === 'P' ? note.lastElementChild : note).append(' ', back);
  }
  for (const block of [...root.children]) {
    const hollow = /^(P|H\d)$/.test(block.tagName) && !block.textContent.trim();
    if (hollow) block.remove();
  }
  return [...root.children].map((block) => block.outerHTML).join('\n');
}

const plain = (el) => el?.tagName === 'P' && !el.hasAttributes();

/** <td><p>x</p></td> → <td>x</td> */
function unwrapOnly(cell) {
  const only = cell.firstElementChild;
  if (cell.childNodes.length === 1 && plain(only)) only.replaceWith(...only.childNodes);
}

/** <li><p>x</p><ul>…</ul></li> → <li>x<ul>…</ul></li> */
function unwrapFirst(item) {
  const [first, ...rest] = item.children;
  if (plain(first) && rest.every((el) => /^[UO]L$/.test(el.tagName))) first.replaceWith(...first.childNodes);
}

/** A first row of <th> only goes into <thead>, its cells say what they head. */
function headerRow(table) {
  const body = table.tBodies[0];
  const [first] = body.rows;
  for (const row of body.rows) {
    for (const th of row.querySelectorAll('th')) th.setAttribute('scope', row === first ? 'col' : 'row');
  }
  if (body.rows.length < 2 || [...first.cells].some((cell) => cell.tagName !== 'TH' || cell.rowSpan > 1)) return;
  table.createTHead().append(first);
}
