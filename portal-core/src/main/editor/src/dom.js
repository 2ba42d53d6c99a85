// Small helpers to build DOM without innerHTML and without style attributes.
let serial = 0;

/** A fresh id for label/described-by pairs. */
export const uid = (prefix = 'cl-ed') => `${prefix}-${++serial}`;

/** h('button', {class: 'x', onclick: fn, 'aria-label': '…'}, 'chữ', node…) */
export function h(tag, attributes = {}, ...children) {
  const el = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) el.addEventListener(name.slice(2), value);
    else if (value === true) el.setAttribute(name, '');
    else el.setAttribute(name, value);
  }
  for (const child of children.flat()) {
    if (child !== null && child !== undefined && child !== false) el.append(child);
  }
  return el;
}

const isMac = /Mac|iPhone|iPad/.test(navigator.platform || '');

/** 'Mod+Shift+7' as this machine's keyboard says it. */
export function keys(shortcut) {
  return isMac
    ? shortcut.replace('Mod', '⌘').replace('Alt', '⌥').replace('Shift', '⇧').replaceAll('+', ' ')
    : shortcut.replace('Mod', 'Ctrl');
}
