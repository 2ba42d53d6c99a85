// The words of the document as one string, and where each character stands.

/** @return {text, at(i): position before character i, range(i, j): {from, to}}; blocks end with a line break */
export function textMap(doc) {
  const parts = [];
  const places = [];
  const add = (text, pos, step) => {
    parts.push(text);
    for (let i = 0; i < text.length; i += 1) places.push(pos + i * step);
  };
  doc.descendants((node, pos) => {
    if (node.isTextblock && parts.length) add('\n', pos, 0);
    if (node.isText) add(node.text, pos, 1);
    else if (node.type.name === 'hardBreak') add(' ', pos, 1);
  });
  return {
    text: parts.join(''),
    at: (i) => places[i],
    range: (i, j) => ({ from: places[i], to: places[j - 1] + 1 }),
    indexOf: (pos) => {
      let low = 0;
      let high = places.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (places[middle] < pos) low = middle + 1;
        else high = middle;
      }
      return low;
    },
  };
}

const plain = (c) => c.normalize('NFD').replace(/\p{M}/gu, '').replace('đ', 'd');

/** Small letters, without diacritics if wanted, and for each letter the index it came from. */
export function folded(text, keepMarks) {
  const from = [];
  let out = '';
  for (let i = 0; i < text.length; i += 1) {
    const lower = text[i].toLowerCase();
    const piece = keepMarks ? lower : plain(lower);
    for (let k = 0; k < piece.length; k += 1) from.push(i);
    out += piece;
  }
  return { text: out, from };
}

/** Every place of `needle`, as ranges of the document. */
export function occurrences(doc, needle, keepMarks) {
  const map = textMap(doc);
  const hay = folded(map.text, keepMarks);
  const wanted = folded(needle.normalize('NFC'), keepMarks).text;
  const found = [];
  if (!wanted) return found;
  for (let i = hay.text.indexOf(wanted); i >= 0; i = hay.text.indexOf(wanted, i + wanted.length)) {
    found.push(map.range(hay.from[i], hay.from[i + wanted.length - 1] + 1));
  }
  return found;
}
