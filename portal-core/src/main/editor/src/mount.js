// Lays the editor over one textarea and keeps the two in step.
import { Editor, createDocument } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';
import { commentAnchors } from './anchors.js';
import { checksPanel } from './checks-panel.js';
import { cleanHtml, cleanOwnSlice } from './clean/clean.js';
import { countLine } from './count.js';
import { chooseFiles } from './dialogs/file.js';
import { linkDialog } from './dialogs/link.js';
import { videoDialog } from './dialogs/video.js';
import { h, uid } from './dom.js';
import { extensions, inputRules } from './extensions.js';
import { findBar } from './find-bar.js';
import { icon } from './icons.js';
import { imageTools } from './image/insert.js';
import { pictureLibrary } from './image/library.js';
import { uploader } from './image/upload.js';
import { M, number, t } from './messages.js';
import { highest } from './nodes/footnotes.js';
import { toHtml } from './serialise.js';
import { createToolbar } from './toolbar/toolbar.js';

export function mount(textarea) {
  const { uploadUrl, csrfHeader, mediaPrefix = '', libraryUrl = `${mediaPrefix}/thu-vien.json` } = textarea.dataset;
  // Where the server keeps no files beside pictures.
  const picturesOnly = 'picturesOnly' in textarea.dataset;
  const csrfToken = () => textarea.dataset.csrfToken;
  const editable = !textarea.disabled && !textarea.readOnly;
  const required = textarea.required;
  const contentId = uid('cl-content');
  let editor = null;
  const current = () => editor;

  const notice = createNotice();
  const library = pictureLibrary(libraryUrl);
  const sendFile = uploader({ url: `${mediaPrefix}/tep`, csrfHeader, csrfToken, files: true });
  const finder = findBar(current);
  const anchors = commentAnchors(current);
  const checks = checksPanel(current, textarea, editable ? document.querySelector('[data-checks]') : null);
  const images = imageTools(current, {
    mediaPrefix, library, notify: notice.show,
    upload: uploadUrl ? uploader({ url: uploadUrl, csrfHeader, csrfToken }) : null,
  });
  const takesImages = Boolean(uploadUrl) && editable;
  const openLink = () => linkDialog(editor);
  const openVideo = (pos) => videoDialog(editor, pos);
  const toolbar = createToolbar(current, {
    link: openLink, image: takesImages ? images.choose : null, gallery: images.chooseGallery,
    library: { ...library, open: images.openLibrary },
    video: () => openVideo(), file: takesImages && !picturesOnly ? () => chooseFiles(editor, sendFile) : null, find: finder.open,
  }, contentId);

  const where = h('span', { class: 'cl-where' });
  const count = h('span', { class: 'cl-count' });
  const surface = h('div', { class: 'cl-surface' });
  const root = h('div', { class: 'cl-editor' },
    h('div', { class: 'cl-head' }, editable ? toolbar.dom : null, finder.dom, notice.dom),
    surface,
    h('div', { class: 'cl-foot' }, where, count),
    ...toolbar.panels);
  const load = (html) => cleanHtml(html, { paste: false, mediaPrefix }).html;

  editor = new Editor({
    element: surface,
    injectCSS: false,
    editable,
    content: load(textarea.value),
    extensions: extensions({
      mediaPrefix, onEditImage: images.edit, onEditVideo: openVideo, onLink: openLink, onToolbar: toolbar.focus, onFind: finder.open,
      plugins: [finder, anchors, checks].map((part) => part.extension).filter(Boolean),
    }),
    enableInputRules: inputRules,
    enablePasteRules: false,
    editorProps: {
      attributes: {
        id: contentId, class: 'cl-content', role: 'textbox', 'aria-multiline': 'true',
        ...labels(textarea), ...(required ? { 'aria-required': 'true' } : {}),
        ...(textarea.lang ? { lang: textarea.lang } : {}),
        spellcheck: textarea.getAttribute('spellcheck') ?? 'false',
      },
      // The cursor stays clear of the tools that stick to the top.
      scrollMargin: { top: 120, bottom: 72, left: 0, right: 0 },
      scrollThreshold: { top: 104, bottom: 56, left: 0, right: 0 },
      transformPastedHTML: (html) => {
        const clean = /\sdata-pm-slice=/.test(html) ? cleanOwnSlice : cleanHtml;
        const { html: tidy, droppedImages } = clean(html, { mediaPrefix, keepData: takesImages, footnotes: highest(editor.state.doc) });
        // Pictures inside the pasted HTML go to the server once they stand in the text.
        if (tidy.includes('src="data:')) setTimeout(images.sendPasted);
        if (droppedImages) notice.show(t(M.pasteDropped, { count: number(droppedImages) }));
        return tidy;
      },
      transformPastedText: (text) => text.normalize('NFC'),
      handlePaste: (view, event) => takesImages && take(images.filesOf(event.clipboardData)),
      handleDrop: (view, event, slice, moved) => {
        const files = takesImages && !moved ? images.filesOf(event.dataTransfer) : [];
        if (!files.length) return false;
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
        if (at) view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at.pos))));
        event.preventDefault();
        return take(files);
      },
    },
  });

  function take(files) {
    if (!files.length) return false;
    images.insertFiles(files);
    return true;
  }

  keepInStep(textarea, editor, load);
  if (required) demand(textarea, editor, notice);

  const refresh = () => {
    toolbar.refresh();
    const { href } = editor.getAttributes('link');
    where.textContent = href ? t(M.linkHere, { href }) : '';
  };
  const recount = () => { count.textContent = countLine(editor.state.doc); };
  editor.on('transaction', ({ transaction }) => {
    refresh();
    if (transaction.docChanged) recount();
  });
  editor.on('update', ({ transaction }) => {
    finder.refresh();
    // Undo and redo may bring back a picture that was not sent yet.
    if (transaction.getMeta('history$')) images.sendPasted();
  });
  refresh();
  recount();

  textarea.hidden = true;
  textarea.after(root);
  checks.start();
  // What other parts of the page may ask of the editor (comments, merging).
  textarea.editor = {
    quote: anchors.quote, show: anchors.show, reveal: anchors.reveal, onPick: anchors.onPick,
    getHtml: () => toHtml(editor.state.doc),
    setHtml: (html) => replaceDocument(editor, load(html), true),
    focus: () => editor.commands.focus(),
    isFocused: () => editor.isFocused,
  };
  return editor;
}

/** The editor carries the textarea's label and descriptions. */
function labels(textarea) {
  const out = {};
  const found = [...(textarea.labels || [])];
  for (const label of found) {
    label.id ||= uid('cl-label');
    // A label focuses its textarea, which is hidden now.
    label.addEventListener('click', (event) => {
      if (event.target.closest('a, button, .cl-editor')) return;
      event.preventDefault();
      textarea.nextElementSibling?.querySelector('.cl-content')?.focus();
    });
  }
  const by = textarea.getAttribute('aria-labelledby') || found.map((label) => label.id).join(' ');
  if (by) out['aria-labelledby'] = by;
  else out['aria-label'] = textarea.getAttribute('aria-label') || M.editorLabel;
  for (const name of ['aria-describedby', 'aria-invalid']) {
    if (textarea.hasAttribute(name)) out[name] = textarea.getAttribute(name);
  }
  return out;
}

/** Changes only what differs, so that the cursor stays where its words are. */
function replaceDocument(editor, html, tell) {
  const { doc, schema, tr } = editor.state;
  const next = createDocument(html, schema);
  const start = doc.content.findDiffStart(next.content);
  if (start === null) return;
  let { a, b } = doc.content.findDiffEnd(next.content);
  const overlap = Math.max(0, start - Math.min(a, b));
  a += overlap;
  b += overlap;
  const step = new ReplaceStep(start, a, next.slice(start, b));
  if (!step.apply(doc).doc?.eq(next)) tr.replaceWith(0, doc.content.size, next.content);
  else tr.step(step);
  editor.view.dispatch(tr.setMeta('preventUpdate', !tell));
}

/** Editor → textarea on every change; textarea → editor when a script, a reset or the browser sets it. */
function keepInStep(textarea, editor, load) {
  let written = toHtml(editor.state.doc);
  let known = textarea.value;
  let atFocus = known;

  const write = () => {
    const html = toHtml(editor.state.doc);
    if (html === written) return;
    written = html;
    textarea.value = html;
    known = textarea.value;
    textarea.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const read = () => {
    if (textarea.value === known) return;
    known = textarea.value;
    replaceDocument(editor, load(known), false);
    written = toHtml(editor.state.doc);
  };

  editor.on('update', write);
  editor.on('focus', () => { atFocus = textarea.value; });
  editor.on('blur', () => {
    if (textarea.value !== atFocus) textarea.dispatchEvent(new Event('change', { bubbles: true }));
    atFocus = textarea.value;
  });
  textarea.addEventListener('input', read);
  textarea.addEventListener('change', read);
  addEventListener('pageshow', read);
  textarea.form?.addEventListener('reset', () => setTimeout(read));
}

/** `required` would block the form without a word while the textarea is hidden, so the editor asks itself. */
function demand(textarea, editor, notice) {
  textarea.required = false;
  textarea.form?.addEventListener('submit', (event) => {
    if (event.submitter?.formNoValidate || textarea.form.noValidate || textarea.value.trim()) return;
    event.preventDefault();
    notice.show(M.required, { bad: true });
    editor.commands.focus();
  });
}

/** One line under the tools that says what happened; stays until closed. */
function createNotice() {
  const text = h('span', { role: 'status' });
  const dom = h('div', { class: 'cl-notice cl-off' }, text,
    h('button', { type: 'button', class: 'cl-button', 'aria-label': M.close, title: M.close, onclick: () => dom.classList.add('cl-off') }, icon('close')));
  return {
    dom,
    show: (message, { bad = false, quiet = false } = {}) => {
      text.textContent = message;
      dom.classList.toggle('cl-bad', bad);
      // Quiet messages are for screen readers only.
      dom.classList.toggle('cl-off', quiet);
    },
  };
}
