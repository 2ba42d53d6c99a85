// How a picture looks while writing: the image as the newsroom serves it, its tools, its caption.
import { displaySource } from '../image/source.js';
import { h } from '../dom.js';
import { icon } from '../icons.js';
import { M } from '../messages.js';

export class FigureView {
  constructor(node, editor, getPos, options) {
    this.node = node;
    this.options = options;
    this.img = h('img', { draggable: 'false' });
    this.img.addEventListener('error', () => this.dom.classList.add('cl-broken'));
    this.img.addEventListener('load', () => this.dom.classList.remove('cl-broken'));
    this.img.addEventListener('dblclick', () => options.onEdit(getPos()));
    const tools = h('div', { class: 'cl-figure-tools' },
      h('button', { type: 'button', onclick: () => options.onEdit(getPos()) }, icon('pencil'), M.imageEdit),
      h('button', {
        type: 'button',
        onclick: () => {
          const from = getPos();
          const { parent } = editor.state.doc.resolve(from);
          // The last picture of a gallery takes the gallery with it.
          const alone = parent.type.name === 'gallery' && parent.childCount === 1;
          editor.chain().focus().deleteRange({ from: alone ? from - 1 : from, to: from + this.node.nodeSize + (alone ? 1 : 0) }).run();
        },
      }, icon('trash'), M.imageDelete));
    this.tools = tools;
    this.note = h('span', { class: 'cl-figure-note' }, M.imageNoAlt);
    const frame = h('div', { class: 'cl-figure-frame', contenteditable: 'false' },
      this.img, h('span', { class: 'cl-figure-broken' }, M.imageBroken), this.note, editor.isEditable ? tools : null);
    this.contentDOM = h('figcaption', { 'data-placeholder': editor.isEditable ? M.captionPlaceholder : '' });
    this.dom = h('figure', {}, frame, this.contentDOM);
    this.show();
  }

  show() {
    const { src, alt, width, height, decorative } = this.node.attrs;
    const shown = displaySource(src, this.options.mediaPrefix);
    if (this.img.getAttribute('src') !== shown) this.img.setAttribute('src', shown);
    this.img.alt = alt ?? '';
    for (const [name, value] of Object.entries({ width, height })) {
      if (value) this.img.setAttribute(name, value);
      else this.img.removeAttribute(name);
    }
    this.note.hidden = Boolean(alt) || decorative;
    this.dom.classList.toggle('cl-sending', /^data:/.test(src));
    this.contentDOM.classList.toggle('cl-empty', this.node.content.size === 0);
  }

  update(node) {
    if (node.type !== this.node.type) return false;
    this.node = node;
    this.show();
    return true;
  }

  selectNode() { this.dom.classList.add('ProseMirror-selectednode'); }

  deselectNode() { this.dom.classList.remove('ProseMirror-selectednode'); }

  stopEvent(event) { return this.tools.contains(event.target); }

  ignoreMutation(mutation) {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target);
  }
}
