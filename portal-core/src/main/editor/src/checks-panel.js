// Shows the findings in the side panel and underlines them in the text, as a spelling checker does.
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import { findings } from './checks.js';
import { h, uid } from './dom.js';
import { highlightLayer } from './highlights.js';
import { M, number } from './messages.js';

const PAUSE = 500;
const NAMES = { fix: M.severityFix, look: M.severityLook, note: M.severityNote };

/** @param editor () => editor @param section the page's <section data-checks>, or null @return {extension, start} */
export function checksPanel(editor, textarea, section) {
  const layer = highlightLayer('checkMarks');
  if (!section) return { extension: null, start: () => {} };
  const skipped = new Set();
  const count = h('span', { class: 'cl-checks-count' });
  const list = h('ul', { class: 'cl-checks-list' });
  const none = h('p', { class: 'cl-checks-none' }, M.checksNone);
  const body = h('div', { class: 'cl-checks' }, list, none);
  let shown = [];
  let timer = 0;

  const field = (name) => textarea.form?.elements.namedItem(name) ?? null;

  function look() {
    const category = field('categoryId');
    const optional = category && textarea.form.querySelector('label[for="categoryId"] .optional');
    return findings({
      title: field('title')?.value.normalize('NFC') ?? null,
      summary: field('summary')?.value.normalize('NFC') ?? null,
      category: category && !optional ? category.value : null,
      doc: editor().state.doc,
      host: location.hostname,
      titleMax: Number(section.dataset.titleMax) || undefined,
    }).filter(({ key }) => !skipped.has(key));
  }

  function run() {
    timer = 0;
    if (editor().isDestroyed) return;
    // An input method's half-finished letter is left in peace.
    if (editor().view.composing) {
      later();
      return;
    }
    const found = look();
    layer.show(editor(), found.filter((each) => each.from !== undefined && each.severity !== 'note').map(({ from, to, node, severity }) => ({
      from, to, node, attributes: { class: `cl-finding cl-finding-${severity}` },
    })));
    const same = found.length === shown.length && found.every((each, i) => each.key === shown[i].key && each.text === shown[i].text);
    shown = found;
    if (!same) draw();
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(run, PAUSE);
  }

  function draw() {
    const grave = shown.filter(({ severity }) => severity !== 'note').length;
    count.textContent = grave ? number(grave) : '';
    none.hidden = shown.length > 0;
    const focused = list.contains(document.activeElement) ? document.activeElement.dataset : null;
    list.replaceChildren(...shown.map(item));
    if (!focused) return;
    const again = [...list.querySelectorAll('button')].find(({ dataset }) => dataset.key === focused.key && dataset.act === focused.act);
    (again ?? list.querySelector('button') ?? editor().view.dom).focus({ preventScroll: true });
  }

  function item(finding) {
    const id = uid('cl-finding');
    const button = (act, label, press) => h('button', { type: 'button', class: 'cl-checks-act', 'aria-describedby': id, 'data-key': finding.key, 'data-act': act, onclick: press }, label);
    return h('li', { class: `cl-check cl-check-${finding.severity}` },
      h('p', { id }, h('strong', {}, NAMES[finding.severity]), ' ', finding.text,
        finding.excerpt && finding.from !== undefined && !finding.node ? h('span', { class: 'cl-checks-excerpt' }, `“${finding.excerpt}”`) : null),
      h('div', {}, button('go', M.checkGo, () => go(finding.key)),
        button('skip', M.checkSkip, () => {
          skipped.add(finding.key);
          run();
        })));
  }

  /** Looks again first: the text may have moved since. */
  function go(key) {
    run();
    const finding = shown.find((each) => each.key === key);
    if (!finding) return;
    if (finding.field) {
      const input = field(finding.field);
      input.focus();
      input.select?.();
      return;
    }
    const { doc, tr } = editor().state;
    const selection = finding.node ? NodeSelection.create(doc, finding.from) : TextSelection.create(doc, finding.from, finding.to);
    editor().view.dispatch(tr.setSelection(selection));
    editor().view.focus();
    const mark = editor().view.domAtPos(finding.from).node;
    const place = finding.node ? editor().view.nodeDOM(finding.from) : mark.nodeType === 1 ? mark : mark.parentElement;
    place?.scrollIntoView({ block: 'center' });
  }

  return {
    extension: layer.extension,
    start: () => {
      section.hidden = false;
      section.querySelector('h2')?.append(' ', count);
      section.append(body);
      editor().on('update', later);
      for (const name of ['input', 'change']) textarea.form?.addEventListener(name, later);
      run();
      draw();
    },
  };
}
