// Asks what a picture shows before it goes into the article, then uploads it.
import { h, uid } from '../dom.js';
import { M, t } from '../messages.js';
import { field, openDialog } from './dialog.js';

/** The fields both dialogs share. */
function altFields({ alt = '', decorative = false }) {
  const description = field({ label: M.imageAlt, help: M.imageAltHelp, value: alt, multiline: true, rows: 2, maxlength: 500 });
  const id = uid();
  const box = h('input', { type: 'checkbox', id, 'aria-describedby': `${id}-help` });
  box.checked = decorative;
  const choice = h('div', { class: 'cl-choice' }, box,
    h('div', {}, h('label', { for: id }, M.imageDecorative), h('p', { class: 'cl-help', id: `${id}-help` }, M.imageDecorativeHelp)));
  const apply = () => {
    description.input.disabled = box.checked;
    description.fail(null);
  };
  box.addEventListener('change', apply);
  apply();
  // null = not answered yet
  const read = () => {
    if (box.checked) return { alt: '', decorative: true };
    const text = description.input.value.replace(/\s+/g, ' ').trim().normalize('NFC');
    if (text) return { alt: text, decorative: false };
    description.fail(M.imageAltMissing);
    return null;
  };
  return { nodes: [description.dom, choice], read, focus: () => description.input.focus(), box, input: description.input };
}

/**
 * @param upload (file, alt, {onProgress, signal}) => Promise<{url, width, height}>
 * @return Promise of {url, width, height, alt, decorative, caption}, 'library', or null when given up
 */
export function newImageDialog(file, { index = 1, total = 1, upload, library }) {
  return new Promise((resolve) => {
    const preview = URL.createObjectURL(file);
    const abort = new AbortController();
    const alt = altFields({});
    const caption = field({ label: M.imageCaption, help: M.imageCaptionHelp, type: 'text', maxlength: 500 });
    const progress = h('progress', { max: '100', hidden: true, 'aria-label': M.imageUploading });
    let result = null;
    let busy = false;

    const dialog = openDialog({
      title: total > 1 ? t(M.imageTitleMany, { index, total }) : M.imageTitleNew,
      submit: M.imageInsert,
      body: [h('img', { class: 'cl-preview', src: preview, alt: '' }), ...alt.nodes, caption.dom, progress],
      onSubmit: send,
      extra: library?.there() && total === 1 ? [h('button', {
        type: 'button', class: 'cl-quiet cl-plain',
        onclick: () => {
          result = 'library';
          dialog.close();
        },
      }, M.libraryOpen)] : [],
      onClose: () => {
        abort.abort();
        URL.revokeObjectURL(preview);
        resolve(result);
      },
    });

    function setBusy(on) {
      busy = on;
      progress.hidden = !on;
      if (on) progress.removeAttribute('value');
      dialog.submitButton.setAttribute('aria-disabled', String(on));
      dialog.submitButton.textContent = on ? M.imageUploading : M.imageInsert;
      for (const input of [alt.input, alt.box, caption.input]) {
        input.disabled = on || (input === alt.input && alt.box.checked);
      }
    }

    async function send() {
      if (busy) return;
      const description = alt.read();
      if (description === null) return;
      dialog.status.textContent = '';
      setBusy(true);
      try {
        const answer = await upload(file, description.alt, {
          signal: abort.signal,
          onProgress: (percent) => {
            progress.value = percent;
            dialog.submitButton.textContent = t(M.imageUploadingPercent, { percent });
          },
        });
        result = { ...answer, ...description, caption: caption.input.value.replace(/\s+/g, ' ').trim().normalize('NFC') };
        dialog.close();
      } catch (error) {
        if (error.name === 'AbortError') return;
        setBusy(false);
        dialog.status.textContent = error.message;
        dialog.status.scrollIntoView({ block: 'nearest' });
      }
    }
    alt.focus();
  });
}

/** Description of a picture that stands in the article already. Calls onSave({alt, decorative}). */
export function editImageDialog({ src, alt, decorative }, { onSave, onClose, submit = M.imageSave, title = M.imageTitleEdit }) {
  const fields = altFields({ alt: alt ?? '', decorative });
  const dialog = openDialog({
    title,
    submit,
    body: [h('img', { class: 'cl-preview', src, alt: '' }), ...fields.nodes],
    onSubmit: () => {
      const description = fields.read();
      if (description === null) return;
      onSave(description);
      dialog.close();
    },
    onClose,
  });
  fields.focus();
}
