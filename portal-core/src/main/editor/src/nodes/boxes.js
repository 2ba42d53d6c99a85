// Boxes around blocks: notices (three kinds) and galleries of pictures side by side.
import { Node } from '@tiptap/core';
import { Fragment } from '@tiptap/pm/model';
import { Selection } from '@tiptap/pm/state';

export const KINDS = ['thong-tin', 'luu-y', 'canh-bao'];
const kindOf = (el) => KINDS.find((kind) => el.classList.contains(`hop-${kind}`));

export const Notice = Node.create({
  name: 'notice',
  group: 'block',
  content: '(paragraph | heading | bulletList | orderedList | blockquote | table | figure)+',
  defining: true,

  addAttributes() {
    return { kind: { default: KINDS[0], parseHTML: (el) => kindOf(el) } };
  },

  parseHTML: () => [{ tag: 'div.hop', getAttrs: (el) => (kindOf(el) ? null : false) }],

  renderHTML: ({ node }) => ['div', { class: `hop hop-${node.attrs.kind}` }, 0],

  addCommands() {
    return {
      // The same kind again takes the box away, another kind changes it.
      toggleNotice: (kind) => ({ commands, state, editor }) => {
        if (!editor.isActive('notice')) return commands.wrapIn(this.type, { kind });
        if (editor.isActive('notice', { kind })) return commands.lift(this.type);
        const { $from } = state.selection;
        let depth = $from.depth;
        while ($from.node(depth).type !== this.type) depth -= 1;
        return commands.command(({ tr }) => {
          tr.setNodeMarkup($from.before(depth), undefined, { kind });
          return true;
        });
      },
    };
  },

  addKeyboardShortcuts() {
    return {
      // An empty last line leaves the box.
      Enter: () => {
        const { $from, empty } = this.editor.state.selection;
        const box = $from.depth > 1 && $from.node(-1);
        if (!empty || !box || box.type !== this.type || $from.parent.content.size || $from.indexAfter(-1) < box.childCount || box.childCount < 2) return false;
        return this.editor.commands.liftEmptyBlock();
      },
    };
  },
});

export const Gallery = Node.create({
  name: 'gallery',
  group: 'block',
  content: 'figure+',
  isolating: true,

  parseHTML: () => [{ tag: 'div.bo-anh' }],

  renderHTML: () => ['div', { class: 'bo-anh' }, 0],

  addCommands() {
    return {
      insertGallery: (pictures) => ({ tr, state, dispatch }) => {
        const { figure, paragraph } = state.schema.nodes;
        if (!pictures.length) return false;
        if (!dispatch) return true;
        const gallery = this.type.create(null, Fragment.from(pictures.map(({ caption, ...attrs }) => figure.create(attrs, caption ? state.schema.text(caption) : null))));
        const { $from } = tr.selection;
        const top = $from.depth ? $from.after(1) : $from.pos;
        const hollow = $from.depth === 1 && $from.parent.isTextblock && !$from.parent.content.size;
        const at = hollow ? $from.before(1) : top;
        if (hollow) tr.replaceWith(at, top, gallery);
        else tr.insert(at, gallery);
        const end = at + gallery.nodeSize;
        if (!tr.doc.resolve(end).nodeAfter?.isTextblock) tr.insert(end, paragraph.create());
        tr.setSelection(Selection.near(tr.doc.resolve(end + 1))).scrollIntoView();
        return true;
      },
    };
  },
});
