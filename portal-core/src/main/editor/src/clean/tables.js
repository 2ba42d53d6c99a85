// Foreign tables → plain tables: rows and cells only, a header row where there plainly is one.

/** @param content  gives the clean blocks of one cell */
export function cleanTable(table, state, content) {
  const { doc } = state;
  const rows = [...table.rows].filter((row) => row.cells.length);
  if (state.paste && rows.length === 1 && rows[0].cells.length === 1) return content(rows[0].cells[0]);

  const out = doc.createElement('table');
  const body = out.appendChild(doc.createElement('tbody'));
  for (const row of rows) {
    const tr = body.appendChild(doc.createElement('tr'));
    for (const cell of row.cells) {
      const clean = tr.appendChild(doc.createElement(cell.tagName));
      for (const name of ['colspan', 'rowspan']) {
        if (cell[name === 'colspan' ? 'colSpan' : 'rowSpan'] > 1) clean.setAttribute(name, cell.getAttribute(name));
      }
      clean.append(...content(cell));
    }
  }
  if (state.paste) markHeader(body, doc);
  const caption = table.caption && table.caption.textContent.trim();
  if (!body.childElementCount) return [];
  if (!caption) return [out];
  const p = doc.createElement('p');
  p.append(caption);
  return [p, out];
}

/** A first row set wholly in bold, above at least two others, is a header row. */
function markHeader(body, doc) {
  const [first] = body.rows;
  if (body.rows.length < 3 || first.cells.length < 2 || !first.textContent.trim()) return;
  const walker = doc.createTreeWalker(first, 4);
  while (walker.nextNode()) {
    if (walker.currentNode.data.trim() && !walker.currentNode.parentElement.closest('strong, th')) return;
  }
  for (const strong of [...first.querySelectorAll('strong')]) strong.replaceWith(...strong.childNodes);
  for (const cell of [...first.cells]) {
    const th = doc.createElement('th');
    for (const { name, value } of cell.attributes) th.setAttribute(name, value);
    th.append(...cell.childNodes);
    cell.replaceWith(th);
  }
}
