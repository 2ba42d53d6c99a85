// From files (button, paste, drop) to figures in the article, one dialog after the other.
import { sealStyles } from '../clean/styles.js';
import { editImageDialog, newImageDialog } from '../dialogs/image.js';
import { keepSelection } from '../dialogs/keep-selection.js';
import { h } from '../dom.js';
import { M, t } from '../messages.js';
import { displaySource } from './source.js';

const ACCEPT = 'image/jpeg,image/png,image/webp,image/gif,image/avif';

/** @param editor () => editor; upload: see upload.js; notify(message) */
export function imageTools(editor, { upload, mediaPrefix, notify }) {
  let busy = false;

  async function insertFiles(files) {
    const pictures = files.filter((file) => file.type.startsWith('image/'));
    const other = files.find((file) => !pictures.includes(file));
    if (other) notify(t(M.uploadNotImage, { name: other.name }));
    if (busy || !pictures.length) return;
    busy = true;
    let restore = keepSelection(editor());
    try {
      for (const [i, file] of pictures.entries()) {
        const image = await newImageDialog(file, { index: i + 1, total: pictures.length, upload });
        if (!image) continue;
        const { url: src, ...rest } = image;
        restore();
        editor().commands.insertFigure({ src, ...rest });
        restore = keepSelection(editor());
        notify(M.imageReady, { quiet: true });
      }
    } finally {
      busy = false;
      restore();
      editor().commands.focus();
    }
  }

  function choose() {
    const input = h('input', { type: 'file', accept: ACCEPT, multiple: true });
    input.addEventListener('change', () => insertFiles([...input.files]));
    input.click();
  }

  function edit(pos) {
    const node = editor().state.doc.nodeAt(pos);
    if (!node || !editor().isEditable) return;
    editImageDialog({ src: displaySource(node.attrs.src, mediaPrefix), alt: node.attrs.alt }, {
      onSave: (alt) => editor().commands.command(({ tr }) => {
        tr.setNodeMarkup(pos, undefined, { ...node.attrs, alt });
        return true;
      }),
      onClose: () => editor().commands.focus(),
    });
  }

  /** Files a paste or drop carries, unless it carries words as well (Word adds a picture of its text). */
  function filesOf(data) {
    const files = [...(data?.files || [])];
    if (!files.length) return [];
    const html = data.getData('text/html');
    if (!html) return files;
    const words = new DOMParser().parseFromString(sealStyles(html), 'text/html');
    return words.body.textContent.trim() || words.querySelector('table') ? [] : files;
  }

  return { insertFiles, choose, edit, filesOf };
}
