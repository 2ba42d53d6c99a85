// The parts an article may consist of, and how the editor behaves.
import { Extension } from '@tiptap/core';
import { Blockquote } from '@tiptap/extension-blockquote';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { HorizontalRule } from '@tiptap/extension-horizontal-rule';
import { Italic } from '@tiptap/extension-italic';
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { Underline } from '@tiptap/extension-underline';
import { Dropcursor, Gapcursor, Placeholder, TrailingNode, UndoRedo } from '@tiptap/extensions';
import { M } from './messages.js';
import { Align } from './nodes/align.js';
import { Figure } from './nodes/figure.js';
import { Link } from './nodes/link.js';
import { tables } from './nodes/table.js';

/** Keys of the editor as a whole. */
const Keys = Extension.create({
  name: 'keys',
  addOptions: () => ({ onLink: () => {}, onToolbar: () => {} }),
  addCommands() {
    return {
      clearFormatting: () => ({ chain }) => chain().unsetAllMarks().clearNodes().setAlign(null).run(),
    };
  },
  addKeyboardShortcuts() {
    return {
      'Mod-k': () => { this.options.onLink(); return true; },
      'Mod-\\': () => this.editor.commands.clearFormatting(),
      'Alt-F10': () => { this.options.onToolbar(); return true; },
    };
  },
});

// Pasting numbered plain text keeps its own numbers, so Tiptap's guess is left out.
const NumberedList = OrderedList.extend({ addProseMirrorPlugins: () => [] });

/** @param hooks {mediaPrefix, onEditImage, onLink, onToolbar} */
export const extensions = (hooks) => [
  Document, Paragraph, Text, HardBreak,
  Heading.configure({ levels: [2, 3, 4] }),
  Bold, Italic, Underline, Link, Align,
  BulletList, NumberedList, ListItem, ListKeymap,
  Blockquote, HorizontalRule,
  ...tables,
  Figure.configure({ mediaPrefix: hooks.mediaPrefix, onEdit: hooks.onEditImage }),
  UndoRedo, Gapcursor, TrailingNode,
  Dropcursor.configure({ color: false, class: 'cl-dropcursor', width: 2 }),
  Placeholder.configure({ placeholder: M.placeholder, showOnlyWhenEditable: true }),
  Keys.configure({ onLink: hooks.onLink, onToolbar: hooks.onToolbar }),
];

/** Typing "- " or "1. " starts a list; no other signs change while writing. */
export const inputRules = ['bulletList', 'orderedList'];
