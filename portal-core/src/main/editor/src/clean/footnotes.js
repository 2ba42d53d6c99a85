// Footnotes as Word and Google Docs put them on the clipboard → numbers in the text and one list at the end.
const REF = /#_?(ftn|edn|ftnt)(\d+)$/;
const NOTE = /#_?(ftn|edn|ftnt)_?ref(\d+)$/;

/** @param used the highest number the article has already */
export function collectFootnotes(doc, used) {
  const links = [...doc.body.querySelectorAll('a[href]')];
  const notes = new Map();
  for (const link of links) {
    const [, kind, n] = NOTE.exec(link.getAttribute('href')) || [];
    if (kind) notes.set(`${kind}${n}`, link);
  }
  const list = doc.createElement('ol');
  list.className = 'chu-thich';
  for (const link of links) {
    const [, kind, n] = REF.exec(link.getAttribute('href')) || [];
    const note = kind && notes.get(`${kind}${n}`);
    if (!note) continue;
    notes.delete(`${kind}${n}`);
    const number = used + list.childElementCount + 1;
    const place = doc.createElement('sup');
    place.className = 'chu-thich';
    place.append(doc.createElement('a'));
    place.firstChild.setAttribute('href', `#ct-${number}`);
    (link.closest('sup') || link).replaceWith(place);
    const item = list.appendChild(doc.createElement('li'));
    item.id = `ct-${number}`;
    const home = note.closest('div[id^="ftn"], div[id^="edn"]') || note.closest('p, li, div') || note;
    (note.closest('sup') || note).remove();
    item.append(...home.childNodes);
    home.remove();
  }
  for (const rest of doc.body.querySelectorAll('[data-s*="footnote-list"], [data-s*="endnote-list"]')) {
    for (const line of rest.querySelectorAll('hr')) line.remove();
  }
  if (list.childElementCount) doc.body.append(list);
}
