// The row of tools above the article: one tab stop, arrow keys inside, state always told.
import { h, keys } from '../dom.js';
import { icon } from '../icons.js';
import { M } from '../messages.js';
import { menuButton } from './menu.js';
import { groups } from './items.js';

/**
 * @param editor  () => the Tiptap editor
 * @param actions {link, image}: what opens a dialog; image may be null
 * @return {dom, panels, refresh, focus}
 */
export function createToolbar(editor, actions, editorId) {
  const refreshers = [];
  const panels = [];
  const dom = h('div', { class: 'cl-toolbar', role: 'toolbar', 'aria-label': M.toolbar, 'aria-controls': editorId });

  for (const group of groups(editor, actions)) {
    const box = h('div', { class: `cl-group ${group.class || ''}` });
    for (const item of group.items) {
      if (item.items) {
        const menu = menuButton(item, editor);
        box.append(menu.button);
        panels.push(menu.panel);
        refreshers.push(menu.refresh);
      } else {
        const button = plainButton(item);
        box.append(button);
        refreshers.push(() => refresh(button, item));
      }
    }
    dom.append(box);
  }

  const buttons = [...dom.querySelectorAll('button')];
  let current = buttons[0];
  const select = (button) => {
    for (const other of buttons) other.tabIndex = other === button ? 0 : -1;
    current = button;
  };
  select(buttons[0]);

  dom.addEventListener('keydown', (event) => {
    const at = buttons.indexOf(event.target);
    if (at < 0) return;
    const go = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (go !== undefined) {
      event.preventDefault();
      const next = buttons[(go + buttons.length) % buttons.length];
      select(next);
      next.focus();
      next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    } else if (event.key === 'Escape') {
      event.preventDefault();
      editor().commands.focus();
    }
  });
  dom.addEventListener('focusin', (event) => { if (buttons.includes(event.target)) select(event.target); });
  // Pressing a tool leaves the selection of the text where it is.
  dom.addEventListener('mousedown', (event) => { if (event.target.closest('button')) event.preventDefault(); });
  dom.addEventListener('scroll', () => showEdges(dom), { passive: true });
  new ResizeObserver(() => showEdges(dom)).observe(dom);

  return {
    dom,
    panels,
    refresh: () => refreshers.forEach((run) => run()),
    focus: () => current.focus(),
  };
}

function plainButton(item) {
  const hint = item.keys ? `${item.label} (${keys(item.keys)})` : item.label;
  return h('button', {
    type: 'button', class: `cl-button ${item.word ? 'cl-with-word' : ''}`, 'aria-label': item.label, title: hint,
    'aria-keyshortcuts': item.keys?.replace('Mod', 'Control'),
    'aria-pressed': item.active ? 'false' : null,
    onclick: (event) => {
      if (event.currentTarget.getAttribute('aria-disabled') !== 'true') item.run();
    },
  }, icon(item.icon), item.word ? h('span', { class: 'cl-word' }, item.word) : null);
}

function refresh(button, item) {
  if (item.active) button.setAttribute('aria-pressed', String(Boolean(item.active())));
  if (item.enabled) button.setAttribute('aria-disabled', String(!item.enabled()));
}

/** Tells the stylesheet on which side more tools are hidden. */
function showEdges(dom) {
  const rest = dom.scrollWidth - dom.clientWidth - dom.scrollLeft;
  dom.classList.toggle('cl-more-left', dom.scrollLeft > 4);
  dom.classList.toggle('cl-more-right', rest > 4);
}
