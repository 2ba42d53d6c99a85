// A menu button of the toolbar: opens a list of words in the top layer.
import { h, keys, uid } from '../dom.js';
import { icon } from '../icons.js';

/**
 * @param spec {label, button: [nodes], items: [{label, keys, run, active?, enabled?, class?} | '-'], radio}
 * @return {button, panel, refresh}
 */
export function menuButton(spec, editor) {
  const id = uid('cl-menu');
  const panel = h('div', { class: 'cl-menu', id, role: 'menu', 'aria-label': spec.label, popover: 'auto' });
  const button = h('button', {
    type: 'button', class: `cl-button cl-menu-button ${spec.class || ''}`,
    'aria-label': spec.label, title: spec.label,
    'aria-haspopup': 'menu', 'aria-expanded': 'false', 'aria-controls': id,
  }, ...spec.button, icon('down'));

  const entries = spec.items.map((item) => {
    if (item === '-') {
      panel.append(h('hr', { role: 'separator' }));
      return null;
    }
    const row = h('button', {
      type: 'button', tabindex: '-1', class: `cl-menu-item ${item.class || ''}`,
      role: spec.radio ? 'menuitemradio' : item.active ? 'menuitemcheckbox' : 'menuitem',
      onclick: () => {
        if (row.getAttribute('aria-disabled') === 'true') return;
        close();
        item.run();
      },
    },
    spec.radio ? icon('check') : null,
    item.icon ? icon(item.icon) : null,
    h('span', { class: 'cl-menu-label' }, item.label),
    !spec.radio && item.active ? icon('check') : null,
    item.keys ? h('kbd', {}, keys(item.keys)) : null);
    panel.append(row);
    return { item, row };
  }).filter(Boolean);
  const rows = entries.map(({ row }) => row);
  const usable = () => rows.filter((row) => !row.hidden && row.getAttribute('aria-disabled') !== 'true');

  const isOpen = () => panel.matches('.cl-open');

  function open(last = false) {
    refreshItems();
    spec.onOpen?.(refreshItems);
    panel.showPopover?.();
    panel.classList.add('cl-open');
    place();
    button.setAttribute('aria-expanded', 'true');
    const target = (spec.radio && usable().find((row) => row.getAttribute('aria-checked') === 'true')) || usable().at(last ? -1 : 0);
    target?.focus();
  }

  function close() {
    if (!isOpen()) return;
    panel.classList.remove('cl-open');
    if (panel.hidePopover && panel.matches(':popover-open')) panel.hidePopover();
    button.setAttribute('aria-expanded', 'false');
  }

  function place() {
    const box = button.getBoundingClientRect();
    const left = Math.max(8, Math.min(box.left, innerWidth - panel.offsetWidth - 8));
    const below = box.bottom + 4;
    const fits = below + panel.offsetHeight <= innerHeight - 8 || box.top < panel.offsetHeight;
    panel.style.left = `${left}px`;
    panel.style.top = `${fits ? below : box.top - panel.offsetHeight - 4}px`;
    panel.style.maxHeight = `${innerHeight - (fits ? below : 8) - 8}px`;
  }

  let closedByPress = false;
  button.addEventListener('pointerdown', () => { closedByPress = isOpen(); });
  button.addEventListener('click', () => {
    if (closedByPress || isOpen()) close();
    else open();
    closedByPress = false;
  });
  button.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    open(event.key === 'ArrowUp');
  });
  panel.addEventListener('toggle', (event) => { if (event.newState === 'closed') close(); });
  panel.addEventListener('keydown', (event) => {
    const list = usable();
    const at = list.indexOf(document.activeElement);
    const go = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: list.length - 1 }[event.key];
    if (go !== undefined) {
      event.preventDefault();
      list[(go + list.length) % list.length]?.focus();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
      button.focus();
    } else if (event.key === 'Tab') {
      event.preventDefault();
      close();
      editor().commands.focus();
    }
  });
  addEventListener('resize', close);

  function refreshItems() {
    for (const { item, row } of entries) {
      if (item.active) row.setAttribute('aria-checked', String(Boolean(item.active?.())));
      row.hidden = Boolean(item.hidden?.());
      row.setAttribute('aria-disabled', String(item.enabled ? !item.enabled() : false));
    }
  }

  return { button, panel, refresh: () => spec.refresh?.(button, entries) };
}
