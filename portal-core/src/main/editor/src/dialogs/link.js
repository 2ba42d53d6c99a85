// Asks for the address of a link (and for its words when none are selected).
import { h } from '../dom.js';
import { M } from '../messages.js';
import { normaliseHref } from '../href.js';
import { field, openDialog } from './dialog.js';
import { keepSelection } from './keep-selection.js';

export function linkDialog(editor) {
  const restore = keepSelection(editor);
  const { href } = editor.getAttributes('link');
  const needsText = !href && editor.state.selection.empty;
  const address = field({
    label: M.linkAddress, help: M.linkHelp, value: href || '', type: 'text', inputmode: 'url',
    autocapitalize: 'off', spellcheck: 'false', placeholder: 'https://',
  });
  const text = needsText ? field({ label: M.linkText, help: M.linkTextHelp, type: 'text' }) : null;

  const dialog = openDialog({
    title: href ? M.linkTitleEdit : M.linkTitleNew,
    submit: M.linkSave,
    body: [address.dom, text?.dom],
    extra: href ? [h('button', {
      type: 'button', class: 'cl-quiet',
      onclick: () => {
        dialog.close();
        restore();
        editor.chain().focus().unsetLink().run();
      },
    }, M.linkRemove)] : [],
    onSubmit: () => {
      const typed = address.input.value.trim();
      const target = normaliseHref(typed);
      if (!target) {
        address.fail(typed ? M.linkBad : M.linkEmpty);
        return;
      }
      dialog.close();
      restore();
      if (!needsText) {
        editor.chain().focus().setLink(target).run();
        return;
      }
      const words = text.input.value.trim() || typed;
      editor.chain().focus()
        .insertContent({ type: 'text', text: words, marks: [{ type: 'link', attrs: { href: target } }] })
        .run();
    },
    onClose: () => {
      restore();
      editor.commands.focus();
    },
  });
  address.input.focus();
  address.input.select();
}
