// Footnotes: a number in the text, the notes in one list at the end. Numbers follow the order of the text.
import { Node } from '@tiptap/core';
import { Plugin, Selection } from '@tiptap/pm/state';

const number = (text) => parseInt(/(\d{1,4})$/.exec(text || '')?.[1], 10) || null;

export const FootnoteRef = Node.create({
  name: 'footnoteRef',
  group: 'inline',
  inline: true,
  atom: true,

  addAttributes() {
    return { n: { default: 1, parseHTML: (el) => number(el.querySelector('a').getAttribute('href')) } };
  },

  parseHTML: () => [{ tag: 'sup.chu-thich', priority: 60, getAttrs: (el) => (number(el.querySelector('a[href^="#ct-"]')?.getAttribute('href')) ? null : false) }],

  renderHTML: ({ node: { attrs: { n } } }) => ['sup', { class: 'chu-thich' }, ['a', { href: `#ct-${n}`, id: `ctv-${n}` }, String(n)]],

  addNodeView() {
    return ({ node, editor }) => {
      const dom = document.createElement('sup');
      dom.className = 'chu-thich';
      dom.textContent = node.attrs.n;
      dom.addEventListener('dblclick', () => editor.commands.goToFootnote(node.attrs.n));
      return { dom };
    };
  },

  addCommands() {
    return {
      insertFootnote: () => ({ tr, state, dispatch }) => {
        if (!state.schema.nodes.footnoteRef || inNote(tr.selection.$from) || !tr.selection.$to.parent.inlineContent) return false;
        if (!dispatch) return true;
        const n = highest(tr.doc) + 1;
        tr.insert(tr.selection.to, this.type.create({ n }));
        const { footnote, footnotes, paragraph } = state.schema.nodes;
        const note = footnote.create({ n }, paragraph.create());
        const at = listAt(tr.doc);
        if (at === null) tr.insert(tr.doc.content.size, footnotes.create(null, note));
        else tr.insert(at + tr.doc.nodeAt(at).nodeSize - 1, note);
        tr.setMeta('newFootnote', true);
        return true;
      },
      goToFootnote: (n) => ({ tr, dispatch }) => {
        const at = noteAt(tr.doc, n);
        if (at === null) return false;
        if (dispatch) tr.setSelection(Selection.near(tr.doc.resolve(at + 1))).scrollIntoView();
        return true;
      },
    };
  },

  addProseMirrorPlugins() {
    return [new Plugin({
      appendTransaction: (transactions, before, state) => {
        if (!transactions.some((tr) => tr.docChanged)) return null;
        const created = transactions.some((tr) => tr.getMeta('newFootnote'));
        const fresh = created ? highest(state.doc) : null;
        const { tr, renamed } = inOrder(state);
        if (created) {
          const at = noteAt(tr.doc, renamed.get(fresh) ?? fresh);
          if (at !== null) tr.setSelection(Selection.near(tr.doc.resolve(at + 1))).scrollIntoView();
        }
        return tr.docChanged || created ? tr : null;
      },
    })];
  },
});

export const Footnotes = Node.create({
  name: 'footnotes',
  group: 'block',
  content: 'footnote+',
  isolating: true,
  parseHTML: () => [{ tag: 'ol.chu-thich', priority: 60 }],
  renderHTML: () => ['ol', { class: 'chu-thich' }, 0],
});

export const Footnote = Node.create({
  name: 'footnote',
  content: 'paragraph+',
  defining: true,
  addAttributes() {
    return { n: { default: null, parseHTML: (el) => number(el.id), renderHTML: ({ n }) => (n ? { id: `ct-${n}` } : {}) } };
  },
  parseHTML: () => [{ tag: 'li', context: 'footnotes/', priority: 60 }],
  renderHTML: ({ HTMLAttributes }) => ['li', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return {
      // Enter goes back to the text, behind the number.
      Enter: () => {
        const depth = inNote(this.editor.state.selection.$from);
        if (!depth) return false;
        const { n } = this.editor.state.selection.$from.node(depth).attrs;
        let back = null;
        this.editor.state.doc.descendants((node, pos) => {
          if (back === null && node.type.name === 'footnoteRef' && node.attrs.n === n) back = pos + 1;
        });
        return back === null ? true : this.editor.commands.setTextSelection(back);
      },
      // An empty note is taken away.
      Backspace: () => {
        const { $from, empty } = this.editor.state.selection;
        const depth = inNote($from);
        if (!depth || !empty || $from.parentOffset > 0) return false;
        const note = $from.node(depth);
        if (note.textContent) return $from.index(depth) === 0;
        const list = $from.node(depth - 1);
        const from = list.childCount === 1 ? $from.before(depth - 1) : $from.before(depth);
        return this.editor.commands.deleteRange({ from, to: from + (list.childCount === 1 ? list.nodeSize : note.nodeSize) });
      },
    };
  },
});

function inNote($pos) {
  for (let depth = $pos.depth; depth > 0; depth -= 1) if ($pos.node(depth).type.name === 'footnote') return depth;
  return 0;
}

function listAt(doc) {
  let found = null;
  doc.forEach((node, pos) => { if (node.type.name === 'footnotes') found = pos; });
  return found;
}

function noteAt(doc, n) {
  let found = null;
  doc.descendants((node, pos) => {
    if (found === null && node.type.name === 'footnote' && node.attrs.n === n) found = pos;
    return found === null;
  });
  return found;
}

/** The highest number in use. */
export function highest(doc) {
  let most = 0;
  doc.descendants((node) => {
    if (/^footnote(Ref)?$/.test(node.type.name)) most = Math.max(most, node.attrs.n || 0);
  });
  return most;
}

/** Numbers follow the text; several lists (after pasting) become one at the end. */
function inOrder(state) {
  const { tr, doc, schema } = state;
  const refs = [];
  const lists = [];
  doc.descendants((node, pos) => {
    if (node.type.name === 'footnoteRef') refs.push({ pos, n: node.attrs.n });
    if (node.type.name === 'footnotes') lists.push({ pos, node });
    return node.type.name !== 'footnotes';
  });
  const renamed = new Map();
  if (!refs.length && !lists.length) return { tr, renamed };
  for (const { n } of refs) if (!renamed.has(n)) renamed.set(n, renamed.size + 1);
  const notes = lists.flatMap(({ node }) => node.children);
  for (const note of notes) if (!renamed.has(note.attrs.n)) renamed.set(note.attrs.n, renamed.size + 1);
  for (const { pos, n } of refs) if (renamed.get(n) !== n) tr.setNodeAttribute(pos, 'n', renamed.get(n));
  if (!lists.length) return { tr, renamed };
  const wanted = notes
    .map((note) => ({ note, n: renamed.get(note.attrs.n) }))
    .sort((a, b) => a.n - b.n);
  const last = lists.at(-1);
  const settled = lists.length === 1 && wanted.every(({ note, n }, i) => note.attrs.n === n && note === notes[i]);
  if (settled) return { tr, renamed };
  const list = schema.nodes.footnotes.create(null, wanted.map(({ note, n }) => schema.nodes.footnote.create({ n }, note.content)));
  for (const { pos, node } of lists.slice().reverse()) {
    if (pos === last.pos) tr.replaceWith(pos, pos + node.nodeSize, list);
    else tr.delete(pos, pos + node.nodeSize);
  }
  return { tr, renamed };
}
