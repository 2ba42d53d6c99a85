// A small native dialog with its own form; closes itself away and gives the focus back.
import { h, uid } from '../dom.js';
import { icon } from '../icons.js';
import { M } from '../messages.js';

/**
 * @param spec {title, body: [nodes], submit: label, onSubmit, extra: [nodes], onClose}
 * @return {dom, close, submitButton, status}
 */
export function openDialog(spec) {
  const titleId = uid();
  const submitButton = h('button', { type: 'submit', class: 'cl-primary' }, spec.submit);
  const status = h('div', { class: 'cl-dialog-status', role: 'alert' });
  const form = h('form', {
    method: 'dialog', novalidate: true,
    onsubmit: (event) => {
      event.preventDefault();
      event.stopPropagation();
      spec.onSubmit();
    },
  },
  h('header', {},
    h('h2', { id: titleId }, spec.title),
    h('button', { type: 'button', class: 'cl-button', 'aria-label': M.close, title: M.close, onclick: () => close() }, icon('close'))),
  h('div', { class: 'cl-dialog-body' }, ...spec.body, status),
  h('footer', {},
    ...(spec.extra || []),
    h('button', { type: 'button', class: 'cl-secondary', onclick: () => close() }, M.cancel),
    submitButton));
  const dom = h('dialog', { class: 'cl-dialog', 'aria-labelledby': titleId }, form);
  dom.addEventListener('close', () => {
    dom.remove();
    spec.onClose?.();
  });
  const close = () => dom.close();
  document.body.append(dom);
  dom.showModal();
  return { dom, close, submitButton, status };
}

/** A labelled field: label above, help below, error beside. @return {dom, input, fail} */
export function field({ label, help, value = '', multiline = false, ...attributes }) {
  const id = uid();
  const input = h(multiline ? 'textarea' : 'input', {
    id, 'aria-describedby': `${id}-help ${id}-error`, autocomplete: 'off', ...attributes,
  });
  input.value = value;
  const error = h('p', { class: 'cl-error', id: `${id}-error` });
  const dom = h('div', { class: 'cl-field' },
    h('label', { for: id }, label), input, error,
    help ? h('p', { class: 'cl-help', id: `${id}-help` }, help) : null);
  const fail = (message) => {
    error.textContent = message || '';
    dom.classList.toggle('cl-failed', Boolean(message));
    if (message) {
      input.setAttribute('aria-invalid', 'true');
      input.focus();
    } else {
      input.removeAttribute('aria-invalid');
    }
  };
  input.addEventListener('input', () => fail(null));
  return { dom, input, fail };
}
