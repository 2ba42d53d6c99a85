// Find and replace: a bar of its own under the tools.
import { closeHistory } from '@tiptap/pm/history';
import { h, uid } from './dom.js';
import { highlightLayer } from './highlights.js';
import { icon } from './icons.js';
import { M, number, t } from './messages.js';
import { occurrences } from './text-map.js';

/** @param editor () => editor @return {dom, extension, open, refresh} */
export function findBar(editor) {
  const layer = highlightLayer('findHits');
  const findId = uid();
  const replaceId = uid();
  const marksId = uid();
  const needle = h('input', { type: 'text', id: findId, autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false' });
  const replacement = h('input', { type: 'text', id: replaceId, autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false' });
  const marks = h('input', { type: 'checkbox', id: marksId });
  const count = h('span', { class: 'cl-find-count', role: 'status' });
  const tool = (label, name, run) => h('button', { type: 'button', class: 'cl-button', 'aria-label': label, title: label, onclick: run }, icon(name));
  const word = (label, run) => h('button', { type: 'button', class: 'cl-button cl-find-act', onclick: run }, label);
  const replaceRow = h('div', { class: 'cl-find-row' },
    h('label', { for: replaceId }, M.replaceWith), replacement,
    h('div', { class: 'cl-find-acts' }, word(M.replaceOne, () => replaceOne()), word(M.replaceAll, () => replaceAll())));
  const dom = h('div', { class: 'cl-find', role: 'group', 'aria-label': M.find, hidden: true },
    h('div', { class: 'cl-find-row' },
      h('label', { for: findId }, M.findWhat), needle,
      h('div', { class: 'cl-find-acts' }, count,
        tool(M.findPrevious, 'up', () => step(-1)), tool(M.findNext, 'down', () => step(1)),
        tool(M.findClose, 'close', () => close()))),
    replaceRow,
    h('div', { class: 'cl-find-choice' }, marks, h('label', { for: marksId }, M.findIgnoreMarks)));

  let hits = [];
  let now = 0;

  function search({ nearest = false } = {}) {
    hits = occurrences(editor().state.doc, needle.value, !marks.checked);
    if (nearest) {
      const { from } = editor().state.selection;
      now = Math.max(0, hits.findIndex((hit) => hit.to > from));
    }
    now = Math.min(now, Math.max(0, hits.length - 1));
    draw();
  }

  function draw() {
    count.textContent = !needle.value ? '' : hits.length ? t(M.findCount, { now: number(now + 1), all: number(hits.length) }) : M.findNone;
    layer.show(editor(), hits.map(({ from, to }, i) => ({ from, to, attributes: { class: i === now ? 'cl-hit cl-hit-now' : 'cl-hit' } })));
  }

  function reveal() {
    editor().view.dom.querySelector('.cl-hit-now')?.scrollIntoView({ block: 'center' });
  }

  function step(by) {
    if (!hits.length) return;
    now = (now + by + hits.length) % hits.length;
    draw();
    reveal();
  }

  function replaceOne() {
    const hit = hits[now];
    if (!hit) return;
    editor().view.dispatch(closeHistory(editor().state.tr).insertText(replacement.value.normalize('NFC'), hit.from, hit.to));
    search();
    // A replacement that holds the words it replaces is not found again at once.
    const next = hits.findIndex(({ from }) => from >= hit.from + replacement.value.length);
    now = next < 0 ? 0 : next;
    draw();
    reveal();
  }

  function replaceAll() {
    if (!hits.length) return;
    // A step of its own for undo.
    const tr = closeHistory(editor().state.tr);
    for (const { from, to } of hits.slice().reverse()) tr.insertText(replacement.value.normalize('NFC'), from, to);
    const done = hits.length;
    editor().view.dispatch(tr);
    search();
    count.textContent = t(M.replaced, { count: number(done) });
  }

  function open() {
    const { state } = editor();
    const { from, to, empty } = state.selection;
    const chosen = empty ? '' : state.doc.textBetween(from, to, '\n');
    if (chosen && chosen.length < 120 && !chosen.includes('\n')) needle.value = chosen;
    dom.hidden = false;
    replaceRow.hidden = !editor().isEditable;
    search({ nearest: true });
    needle.focus();
    needle.select();
  }

  function close() {
    const hit = hits[now];
    hits = [];
    dom.hidden = true;
    layer.show(editor(), []);
    if (hit) editor().chain().setTextSelection(hit).focus().run();
    else editor().commands.focus();
  }

  needle.addEventListener('input', () => {
    search({ nearest: true });
    reveal();
  });
  marks.addEventListener('change', () => search({ nearest: true }));
  dom.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key === 'Enter' && event.target.matches('input')) {
      event.preventDefault();
      if (event.isComposing) return;
      if (event.target === replacement) replaceOne();
      else step(event.shiftKey ? -1 : 1);
    }
  });
  // What is typed here is no change of the form around.
  for (const name of ['input', 'change']) dom.addEventListener(name, (event) => event.stopPropagation());

  return {
    dom, extension: layer.extension, open,
    refresh: () => { if (!dom.hidden) search(); },
  };
}
