// The quieter marks: struck out, raised, lowered, and the source of a quotation.
import { Mark } from '@tiptap/core';
import { Selection } from '@tiptap/pm/state';

const mark = (name, tag, parse = [tag], excludes) => Mark.create({
  name,
  ...(excludes ? { excludes } : {}),
  parseHTML: () => parse.map((each) => ({ tag: each })),
  renderHTML: () => [tag, 0],
});

const SCRIPTS = 'superscript subscript';

export const Strike = mark('strike', 's', ['s', 'del', 'strike']);
export const Superscript = mark('superscript', 'sup', ['sup:not(.chu-thich)'], SCRIPTS);
export const Subscript = mark('subscript', 'sub', ['sub'], SCRIPTS);
export const Cite = mark('cite', 'cite').extend({
  addCommands() {
    return {
      // A line of its own below the quotation, ready for the name of who said it.
      addQuoteSource: () => ({ tr, state, dispatch }) => {
        const { $from } = tr.selection;
        for (let depth = $from.depth; depth > 0; depth -= 1) {
          if ($from.node(depth).type.name !== 'blockquote') continue;
          if (!dispatch) return true;
          const at = $from.end(depth);
          tr.insert(at, state.schema.nodes.paragraph.create());
          tr.setSelection(Selection.near(tr.doc.resolve(at + 1)));
          tr.setStoredMarks([this.type.create()]).scrollIntoView();
          return true;
        }
        return false;
      },
    };
  },
});
