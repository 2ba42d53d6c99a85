// Passages marked on the screen only: search hits, findings, comments. Nothing of it is stored.
import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/**
 * One layer of marks that moves along with the text.
 * @return {extension, show(editor, ranges), find(editor, id)}; a range is {from, to, id?, node?, attributes}
 */
export function highlightLayer(name, { onClick } = {}) {
  const key = new PluginKey(name);
  const extension = Extension.create({
    name,
    addProseMirrorPlugins: () => [new Plugin({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply: (tr, set) => {
          const ranges = tr.getMeta(key);
          if (!ranges) return set.map(tr.mapping, tr.doc);
          return DecorationSet.create(tr.doc, ranges.map(({ from, to, id, node, attributes }) => (
            node ? Decoration.node(from, to, attributes, { id }) : Decoration.inline(from, to, attributes, { id }))));
        },
      },
      props: {
        decorations: (state) => key.getState(state),
        handleClick: (view, pos) => {
          const [hit] = onClick ? key.getState(view.state).find(pos, pos) : [];
          if (hit) onClick(hit.spec.id);
          return false;
        },
      },
    })],
  });
  return {
    extension,
    show: (editor, ranges) => editor.view.dispatch(editor.state.tr.setMeta(key, ranges).setMeta('addToHistory', false)),
    find: (editor, id) => key.getState(editor.state).find(undefined, undefined, (spec) => spec.id === id)[0] ?? null,
  };
}
