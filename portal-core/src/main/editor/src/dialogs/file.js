// Uploads files and puts each into the article as a link that says kind and size.
import { h } from '../dom.js';
import { M, fileSize, t } from '../messages.js';
import { field, openDialog } from './dialog.js';
import { keepSelection } from './keep-selection.js';

// What the server takes (AttachmentKind.java); only a help in the file picker.
const ACCEPT = '.pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.odt,.ods,.txt,.csv,.mp3';

const kindOf = (name) => (/\.([a-z0-9]{1,8})$/i.exec(name)?.[1] ?? 'TEP').toUpperCase();
const plainName = (name) => name.replace(/\.[a-z0-9]{1,8}$/i, '').replace(/[_]+/g, ' ').trim();

/** @param upload (file, '', {onProgress, signal}) => Promise<{url, name, bytes, type}> */
export function chooseFiles(editor, upload) {
  const input = h('input', { type: 'file', multiple: true, accept: ACCEPT });
  input.addEventListener('change', async () => {
    let restore = keepSelection(editor);
    const files = [...input.files];
    for (const [i, file] of files.entries()) {
      const link = await fileDialog(file, { index: i + 1, total: files.length, upload });
      restore();
      if (link) insert(editor, link);
      restore = keepSelection(editor);
    }
    editor.commands.focus();
  });
  input.click();
}

function fileDialog(file, { index, total, upload }) {
  return new Promise((resolve) => {
    const abort = new AbortController();
    const name = field({ label: M.fileName, help: M.fileNameHelp, value: plainName(file.name), type: 'text', maxlength: 300 });
    const progress = h('progress', { max: '100', hidden: true, 'aria-label': M.fileUploading });
    let result = null;
    let busy = false;
    const dialog = openDialog({
      title: total > 1 ? t(M.fileTitleMany, { index, total }) : M.fileTitle,
      submit: M.fileInsert,
      body: [h('p', { class: 'cl-chosen' }, t(M.fileChosen, { name: file.name, size: fileSize(file.size) })), name.dom, progress],
      onSubmit: send,
      onClose: () => {
        abort.abort();
        resolve(result);
      },
    });
    const setBusy = (on) => {
      busy = on;
      progress.hidden = !on;
      progress.removeAttribute('value');
      name.input.disabled = on;
      dialog.submitButton.setAttribute('aria-disabled', String(on));
      dialog.submitButton.textContent = on ? M.fileUploading : M.fileInsert;
    };
    async function send() {
      const words = name.input.value.replace(/\s+/g, ' ').trim().normalize('NFC');
      if (busy) return;
      if (!words) {
        name.fail(M.fileNameEmpty);
        return;
      }
      dialog.status.textContent = '';
      setBusy(true);
      try {
        const answer = await upload(file, '', { signal: abort.signal, onProgress: (percent) => { progress.value = percent; } });
        const bytes = answer.bytes ?? file.size;
        const kind = /^[a-z0-9]{1,8}$/.test(answer.type) ? answer.type.toUpperCase() : kindOf(file.name);
        result = { href: answer.url, kind, bytes: String(bytes), text: `${words} (${kind}, ${fileSize(bytes)})` };
        dialog.close();
      } catch (error) {
        if (error.name === 'AbortError') return;
        setBusy(false);
        dialog.status.textContent = error.message;
      }
    }
    name.input.focus();
    name.input.select();
  });
}

/** A paragraph of its own, the cursor in the next one. */
function insert(editor, { text, ...attrs }) {
  editor.chain().focus().insertContent([
    { type: 'paragraph', content: [{ type: 'text', text, marks: [{ type: 'link', attrs }] }] },
    { type: 'paragraph' },
  ]).run();
}
