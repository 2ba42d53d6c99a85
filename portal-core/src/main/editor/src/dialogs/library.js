// Picks a picture the site has already, then asks what it shows here.
import { h } from '../dom.js';
import { M, t } from '../messages.js';
import { field, openDialog } from './dialog.js';
import { editImageDialog } from './image.js';

/** @param show (src) => the address this page can show; onPick({src, width, height, alt, decorative}) */
export function libraryDialog(library, { show, onPick, onClose }) {
  const search = field({ label: M.librarySearch, type: 'search' });
  const list = h('div', { class: 'cl-library', role: 'radiogroup', 'aria-label': M.libraryList });
  const note = h('p', { class: 'cl-help', role: 'status' });
  const more = h('button', { type: 'button', class: 'cl-secondary', hidden: true, onclick: () => fill(page + 1) }, M.libraryMore);
  let page = 1;
  let turn = 0;
  let chosen = null;
  let handedOn = false;

  async function fill(next) {
    turn += 1;
    const mine = turn;
    page = next;
    try {
      const { items, more: rest } = await library.load(search.input.value.trim(), page);
      if (mine !== turn) return;
      if (page === 1) list.replaceChildren();
      list.append(...items.map(choice));
      more.hidden = !rest;
      note.textContent = list.childElementCount ? '' : search.input.value.trim() ? M.libraryNone : M.libraryEmpty;
    } catch {
      if (mine === turn) note.textContent = M.libraryFailed;
    }
  }

  function choice(item) {
    const input = h('input', { type: 'radio', name: 'cl-library', 'aria-label': item.alt || t(M.libraryUnnamed, { name: item.name }) });
    input.addEventListener('change', () => {
      chosen = item;
      note.textContent = '';
    });
    return h('label', { title: item.alt || item.name }, input, h('img', { src: show(item.thumb || item.url), alt: '', loading: 'lazy' }), h('span', { 'aria-hidden': 'true' }, item.alt || item.name));
  }

  let timer = 0;
  search.input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => fill(1), 300);
  });
  search.input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    clearTimeout(timer);
    fill(1);
  });

  const dialog = openDialog({
    title: M.libraryTitle,
    submit: M.libraryNext,
    body: [search.dom, list, note, more],
    onSubmit: () => {
      if (!chosen) {
        note.textContent = M.libraryPick;
        return;
      }
      handedOn = true;
      dialog.close();
      describe(chosen);
    },
    onClose: () => { if (!handedOn) onClose(); },
  });
  dialog.dom.classList.add('cl-wide');
  search.input.focus();
  fill(1);

  function describe({ url, width, height, alt }) {
    editImageDialog({ src: show(url), alt, decorative: false }, {
      title: M.imageTitleNew,
      submit: M.imageInsert,
      onSave: (description) => onPick({ src: url, width: width || null, height: height || null, ...description }),
      onClose,
    });
  }
}
