// Passages that comments speak of: told by their words and the words around, so that they are found again
// although the text has changed.
import { highlightLayer } from './highlights.js';
import { textMap } from './text-map.js';

const AROUND = 40;

/** @param editor () => editor @return {extension, quote, show, reveal, onPick} */
export function commentAnchors(editor) {
  let listed = [];
  let chosen = null;
  let picked = () => {};
  const layer = highlightLayer('commentAnchors', { onClick: (id) => picked(id) });

  const draw = () => {
    const map = textMap(editor().state.doc);
    const missing = [];
    const ranges = [];
    for (const passage of listed) {
      const found = locate(map, passage);
      if (!found) {
        missing.push(passage.id);
        continue;
      }
      const names = ['cl-ghi-chu', passage.open === false ? 'cl-ghi-chu-xong' : '', passage.id === chosen ? 'cl-ghi-chu-chon' : ''];
      ranges.push({ ...found, id: passage.id, attributes: { class: names.filter(Boolean).join(' '), 'data-ghi-chu': String(passage.id) } });
    }
    layer.show(editor(), ranges);
    return missing;
  };

  return {
    extension: layer.extension,

    /** The words selected now with some before and after; null when none are. */
    quote() {
      const { from, to, empty } = editor().state.selection;
      const map = textMap(editor().state.doc);
      let start = map.indexOf(from);
      let end = map.indexOf(to);
      while (start < end && /\s/.test(map.text[start])) start += 1;
      while (end > start && /\s/.test(map.text[end - 1])) end -= 1;
      if (empty || start >= end) return null;
      return {
        exact: map.text.slice(start, end),
        prefix: map.text.slice(Math.max(0, start - AROUND), start),
        suffix: map.text.slice(end, end + AROUND),
      };
    },

    /** Marks the passages [{id, exact, prefix, suffix, open}]; returns the ids whose words are gone. */
    show(passages) {
      listed = passages;
      return draw();
    },

    /** Makes one passage the current one and brings it into view; false when it is not there. */
    reveal(id) {
      chosen = id;
      draw();
      const mark = editor().view.dom.querySelector('.cl-ghi-chu-chon');
      mark?.scrollIntoView({ block: 'center' });
      return mark !== null;
    },

    /** callback(id) when someone presses a marked passage. */
    onPick(callback) { picked = callback; },
  };
}

/** Of all places with these words the one whose surroundings fit best. */
function locate(map, { exact, prefix = '', suffix = '' }) {
  if (!exact) return null;
  let best = null;
  let most = -1;
  for (let i = map.text.indexOf(exact); i >= 0; i = map.text.indexOf(exact, i + 1)) {
    const score = alike(map.text.slice(0, i), prefix ?? '', -1) + alike(map.text.slice(i + exact.length), suffix ?? '', 1);
    if (score > most) {
      most = score;
      best = i;
    }
  }
  return best === null ? null : map.range(best, best + exact.length);
}

/** How many characters agree, counted from the passage outwards. */
function alike(text, wanted, direction) {
  const at = (string, i) => (direction > 0 ? string[i] : string[string.length - 1 - i]);
  let same = 0;
  while (same < wanted.length && same < text.length && at(text, same) === at(wanted, same)) same += 1;
  return same;
}
