// From files (button, paste, drop) to figures in the article, one dialog after the other.
import { sealStyles } from '../clean/styles.js';
import { editImageDialog, newImageDialog } from '../dialogs/image.js';
import { keepSelection } from '../dialogs/keep-selection.js';
import { h } from '../dom.js';
import { libraryDialog } from '../dialogs/library.js';
import { M, number, t } from '../messages.js';
import { displaySource } from './source.js';

const ACCEPT = 'image/jpeg,image/png,image/webp,image/gif,image/avif';

/** @param editor () => editor; upload: see upload.js; library: see library.js; notify(message) */
export function imageTools(editor, { upload, library, mediaPrefix, notify }) {
  let busy = false;

  /** Asks about each picture and puts it into the article, or all of them as one gallery. */
  async function insertFiles(files, gallery = false) {
    const pictures = files.filter((file) => file.type.startsWith('image/'));
    const other = files.find((file) => !pictures.includes(file));
    if (other) notify(t(M.uploadNotImage, { name: other.name }));
    if (busy || !pictures.length) return;
    busy = true;
    const collected = [];
    let turn = false;
    let restore = keepSelection(editor());
    try {
      for (const [i, file] of pictures.entries()) {
        const image = await newImageDialog(file, { index: i + 1, total: pictures.length, upload, library });
        if (image === 'library') turn = true;
        if (!image || turn) continue;
        const { url: src, ...rest } = image;
        if (gallery) {
          collected.push({ src, ...rest });
          continue;
        }
        restore();
        editor().commands.insertFigure({ src, ...rest });
        restore = keepSelection(editor());
        notify(M.imageReady, { quiet: true });
      }
      if (collected.length) {
        restore();
        editor().commands.insertGallery(collected);
        restore = keepSelection(editor());
        notify(M.imageReady, { quiet: true });
      }
    } finally {
      busy = false;
      restore();
      if (turn) openLibrary();
      else editor().commands.focus();
    }
  }

  function choose(gallery) {
    const input = h('input', { type: 'file', accept: ACCEPT, multiple: true });
    input.addEventListener('change', () => insertFiles([...input.files], gallery));
    input.click();
  }

  function openLibrary() {
    const restore = keepSelection(editor());
    libraryDialog(library, {
      show: (src) => displaySource(src, mediaPrefix),
      onPick: (figure) => {
        restore();
        editor().commands.insertFigure(figure);
        notify(M.imageReady, { quiet: true });
      },
      onClose: () => {
        restore();
        editor().commands.focus();
      },
    });
  }

  function edit(pos) {
    const node = editor().state.doc.nodeAt(pos);
    if (!node || !editor().isEditable) return;
    const { src, alt, decorative } = node.attrs;
    editImageDialog({ src: displaySource(src, mediaPrefix), alt, decorative }, {
      onSave: (description) => editor().commands.command(({ tr }) => {
        tr.setNodeMarkup(pos, undefined, { ...node.attrs, ...description });
        return true;
      }),
      onClose: () => editor().commands.focus(),
    });
  }

  let sending = false;

  /** Pictures that came inside pasted HTML are uploaded one by one and then stand at their own address. */
  async function sendPasted() {
    if (sending || !upload) return;
    sending = true;
    let sent = 0;
    let failed = 0;
    let message = '';
    for (let next = firstPasted(editor()); next && !editor().isDestroyed; next = firstPasted(editor())) {
      const data = next.attrs.src;
      notify(t(M.pasteSending, { count: number(pasted(editor()).length) }));
      let answer = null;
      try {
        answer = await upload(toFile(data), next.attrs.alt ?? '');
        sent += 1;
      } catch (error) {
        failed += 1;
        message = error.message;
      }
      replacePasted(editor(), data, answer);
    }
    sending = false;
    if (failed) notify(t(M.pasteFailed, { count: number(failed), message }), { bad: true });
    else if (sent) notify(t(M.pasteSent, { count: number(sent) }));
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

  return { insertFiles, choose: () => choose(false), chooseGallery: () => choose(true), openLibrary, edit, filesOf, sendPasted };
}

function pasted(editor) {
  const found = [];
  editor.state.doc.descendants((node, pos) => {
    if (node.type.name === 'figure' && /^data:/.test(node.attrs.src)) found.push({ node, pos });
  });
  return found;
}

const firstPasted = (editor) => pasted(editor)[0]?.node;

/** The same picture may stand in several places; all of them change, outside of the history. */
function replacePasted(editor, data, answer) {
  const { tr } = editor.state;
  for (const { node, pos } of pasted(editor).reverse()) {
    if (node.attrs.src !== data) continue;
    if (answer) tr.setNodeMarkup(pos, undefined, { ...node.attrs, src: answer.url, width: answer.width, height: answer.height });
    else tr.delete(pos, pos + node.nodeSize);
  }
  editor.view.dispatch(tr.setMeta('addToHistory', false));
}

function toFile(data) {
  const [, type, body] = /^data:([^;,]+);base64,(.*)$/s.exec(data);
  const bytes = Uint8Array.from(atob(body.replace(/\s/g, '')), (c) => c.charCodeAt(0));
  return new File([bytes], `anh-dan.${type.split('/')[1]}`, { type });
}
