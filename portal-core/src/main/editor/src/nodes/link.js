// The link mark: only allowed addresses, no target or rel (the server decides those).
import { Mark } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { isAllowedHref, normaliseHref } from '../href.js';

export const Link = Mark.create({
  name: 'link',
  priority: 1000,
  inclusive: false,
  exitable: true,

  addAttributes() {
    return {
      href: { default: null },
      // A file of this site says its kind and size.
      kind: { default: null, parseHTML: (el) => el.getAttribute('data-loai') },
      bytes: { default: null, parseHTML: (el) => el.getAttribute('data-bytes') },
    };
  },

  parseHTML() {
    return [{ tag: 'a[href]', getAttrs: (el) => isAllowedHref(el.getAttribute('href')) && null }];
  },

  renderHTML({ mark: { attrs } }) {
    if (!attrs.kind) return ['a', { href: attrs.href }, 0];
    return ['a', { class: 'tep', href: attrs.href, 'data-bytes': attrs.bytes, 'data-loai': attrs.kind }, 0];
  },

  addCommands() {
    return {
      setLink: (href) => ({ chain }) => isAllowedHref(href)
        && chain().extendMarkRange('link').setMark('link', { href, kind: null, bytes: null }).run(),
      unsetLink: () => ({ chain }) => chain().extendMarkRange('link').unsetMark('link').run(),
    };
  },

  // A web address pasted over selected words becomes their link.
  addProseMirrorPlugins() {
    return [new Plugin({
      props: {
        handlePaste: (view, event) => {
          const text = event.clipboardData?.getData('text/plain').trim();
          if (!text || view.state.selection.empty || !/^(https?:\/\/|mailto:)\S+$/i.test(text)) return false;
          const href = normaliseHref(text);
          return href ? this.editor.commands.setLink(href) : false;
        },
      },
    })];
  },
});
