// Tables without Tiptap's style attributes and column widths; the wrapper only scrolls inside the editor.
import { Table as Base, TableCell as BaseCell, TableHeader as BaseHeader, TableRow } from '@tiptap/extension-table';

const span = (name) => ({
  default: 1,
  parseHTML: (el) => Math.max(1, parseInt(el.getAttribute(name), 10) || 1),
  renderHTML: (attributes) => (attributes[name] > 1 ? { [name]: attributes[name] } : {}),
});

const attributes = () => ({
  colspan: span('colspan'),
  rowspan: span('rowspan'),
  // prosemirror-tables keeps its books in this one; it is never written out.
  colwidth: { default: null, rendered: false, parseHTML: () => null },
});

const Table = Base.extend({
  renderHTML: () => ['div', { class: 'cl-table' }, ['table', ['tbody', 0]]],
}).configure({ View: null, resizable: false, allowTableNodeSelection: true });

const TableCell = BaseCell.extend({
  addAttributes: attributes,
  renderHTML: ({ HTMLAttributes }) => ['td', HTMLAttributes, 0],
});

const TableHeader = BaseHeader.extend({
  addAttributes: attributes,
  renderHTML: ({ HTMLAttributes }) => ['th', HTMLAttributes, 0],
});

export const tables = [Table, TableRow, TableHeader, TableCell];
