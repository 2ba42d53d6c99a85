// A video stands in the article as a link that says where it leads; nothing is loaded from there.
import { Node } from '@tiptap/core';
import { h } from '../dom.js';
import { icon } from '../icons.js';
import { M, t } from '../messages.js';
import { videoProvider } from '../video-address.js';

const text = (el) => el?.textContent.replace(/\s+/g, ' ').trim() || '';

export const Video = Node.create({
  name: 'video',
  group: 'block',
  atom: true,
  draggable: true,

  addOptions() {
    return { onEdit: () => {} };
  },

  addAttributes() {
    return {
      url: { default: '', parseHTML: (el) => el.getAttribute('data-video') },
      title: { default: '', parseHTML: (el) => text(el.querySelector('a')) },
      caption: { default: '', parseHTML: (el) => text(el.querySelector('figcaption')) },
    };
  },

  parseHTML: () => [{ tag: 'figure.video', priority: 60, getAttrs: (el) => (videoProvider(el.getAttribute('data-video') || '') ? null : false) }],

  renderHTML: ({ node: { attrs } }) => ['figure', { class: 'video', 'data-video': attrs.url },
    ['a', { href: attrs.url }, attrs.title], ...(attrs.caption ? [['figcaption', attrs.caption]] : [])],

  addNodeView() {
    return ({ node, editor, getPos }) => {
      const { url, title, caption } = node.attrs;
      const tools = h('div', { class: 'cl-figure-tools' },
        h('button', { type: 'button', onclick: () => this.options.onEdit(getPos()) }, icon('pencil'), M.videoEdit),
        h('button', { type: 'button', onclick: () => editor.chain().focus().deleteRange({ from: getPos(), to: getPos() + node.nodeSize }).run() }, icon('trash'), M.videoDelete));
      const dom = h('figure', { class: 'cl-video' },
        h('div', { class: 'cl-video-card' }, icon('video'),
          h('div', {}, h('strong', {}, title), h('span', {}, t(M.videoAt, { provider: videoProvider(url) }))),
          editor.isEditable ? tools : null),
        caption ? h('figcaption', {}, caption) : null);
      return { dom, stopEvent: (event) => tools.contains(event.target), ignoreMutation: () => true };
    };
  },

  addCommands() {
    return { insertVideo: (attrs) => ({ commands }) => commands.insertContent({ type: this.name, attrs }) };
  },

  addKeyboardShortcuts() {
    return {
      Enter: () => {
        const { selection } = this.editor.state;
        if (selection.node?.type !== this.type) return false;
        this.options.onEdit(selection.from);
        return true;
      },
    };
  },
});
