// A picture with an editable caption: <figure><img><figcaption>…</figcaption></figure>.
import { Node } from '@tiptap/core';
import { NodeSelection, Plugin, Selection } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { FigureView } from './figure-view.js';

const size = (name) => ({
  default: null,
  parseHTML: (el) => parseInt(el.querySelector('img').getAttribute(name), 10) || null,
});

export const Figure = Node.create({
  name: 'figure',
  group: 'block',
  content: 'inline*',
  isolating: true,
  draggable: true,
  selectable: true,

  addOptions() {
    return { mediaPrefix: '', onEdit: () => {} };
  },

  addAttributes() {
    return {
      src: { default: null, parseHTML: (el) => el.querySelector('img').getAttribute('src') },
      alt: { default: null, parseHTML: (el) => el.querySelector('img').getAttribute('alt') },
      width: size('width'),
      height: size('height'),
      decorative: { default: false, parseHTML: (el) => el.querySelector('img').classList.contains('trang-tri') },
    };
  },

  parseHTML() {
    return [{
      tag: 'figure',
      getAttrs: (el) => (el.querySelector('img[src]') && !el.matches('.video') ? null : false),
      contentElement: (el) => el.querySelector('figcaption') || el.ownerDocument.createElement('figcaption'),
    }];
  },

  renderHTML({ node }) {
    const { decorative, ...rest } = node.attrs;
    const attributes = Object.entries(rest).filter(([, value]) => value !== null);
    if (decorative) attributes.push(['class', 'trang-tri']);
    return ['figure', ['img', Object.fromEntries(attributes)], ['figcaption', 0]];
  },

  addNodeView() {
    return ({ node, editor, getPos }) => new FigureView(node, editor, getPos, this.options);
  },

  addCommands() {
    return {
      // Puts the picture at the selection and the cursor into the line after it.
      insertFigure: ({ caption, ...attrs }) => ({ tr, dispatch, state }) => {
        const text = caption ? state.schema.text(caption) : null;
        const figure = this.type.create(attrs, text);
        if (!dispatch) return true;
        const { $from } = tr.selection;
        const outer = insideOf($from, this.name);
        if (outer) tr.insert($from.after(outer), figure);
        else if ($from.parent.isTextblock && $from.parent.content.size === 0 && tr.selection.empty) {
          tr.replaceWith($from.before(), $from.after(), figure);
        } else tr.replaceSelectionWith(figure, false);
        let end = null;
        tr.doc.descendants((child, pos) => {
          if (child === figure) end = pos + child.nodeSize;
          return end === null;
        });
        if (end === null) return true;
        if (tr.doc.resolve(end).parent.type.name === 'gallery') {
          tr.setSelection(NodeSelection.create(tr.doc, end - figure.nodeSize)).scrollIntoView();
          return true;
        }
        if (!tr.doc.resolve(end).nodeAfter?.isTextblock) {
          tr.insert(end, state.schema.nodes.paragraph.create());
        }
        tr.setSelection(Selection.near(tr.doc.resolve(end + 1))).scrollIntoView();
        return true;
      },
    };
  },

  addKeyboardShortcuts() {
    return {
      // Enter in the caption goes on writing below; on the chosen picture it opens its description.
      Enter: () => {
        const { selection } = this.editor.state;
        if (selection instanceof NodeSelection && selection.node.type === this.type) {
          this.options.onEdit(selection.from);
          return true;
        }
        const depth = insideOf(selection.$from, this.name);
        if (!depth) return false;
        const inGallery = selection.$from.node(depth - 1).type.name === 'gallery';
        return goBelow(this.editor, selection.$from.after(inGallery ? depth - 1 : depth));
      },
      Backspace: () => {
        const { $from, empty } = this.editor.state.selection;
        const depth = insideOf($from, this.name);
        if (!depth || !empty || $from.parentOffset > 0) return false;
        return this.editor.commands.setNodeSelection($from.before(depth));
      },
    };
  },

  // The figure that holds the cursor shows its tools.
  addProseMirrorPlugins() {
    return [new Plugin({
      props: {
        decorations: (state) => {
          const { $from } = state.selection;
          const depth = insideOf($from, this.name);
          if (!depth) return null;
          const inside = Decoration.node($from.before(depth), $from.after(depth), { class: 'cl-has-cursor' });
          return DecorationSet.create(state.doc, [inside]);
        },
      },
    })];
  },
});

export function insideOf($pos, name) {
  for (let depth = $pos.depth; depth > 0; depth -= 1) if ($pos.node(depth).type.name === name) return depth;
  return 0;
}

function goBelow(editor, pos) {
  return editor.commands.command(({ tr, state }) => {
    if (!tr.doc.resolve(pos).nodeAfter?.isTextblock) tr.insert(pos, state.schema.nodes.paragraph.create());
    tr.setSelection(Selection.near(tr.doc.resolve(pos + 1))).scrollIntoView();
    return true;
  });
}
