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
import { Gallery, Notice } from './nodes/boxes.js';
import { Footnote, FootnoteRef, Footnotes } from './nodes/footnotes.js';
import { Link } from './nodes/link.js';
import { Cite, Strike, Subscript, Superscript } from './nodes/marks.js';
import { tables } from './nodes/table.js';
import { Video } from './nodes/video.js';

/** Keys of the editor as a whole. */
const Keys = Extension.create({
  name: 'keys',
  addOptions: () => ({ onLink: () => {}, onToolbar: () => {}, onFind: () => {} }),
  addCommands() {
    return {
      clearFormatting: () => ({ chain }) => chain().unsetAllMarks().clearNodes().setAlign(null).run(),
    };
  },
  addKeyboardShortcuts() {
    return {
      'Mod-k': () => { this.options.onLink(); return true; },
      'Mod-\\': () => this.editor.commands.clearFormatting(),
      'Mod-h': () => { this.options.onFind(); return true; },
      'Mod-Shift-s': () => this.editor.commands.toggleMark('strike'),
      'Mod-.': () => this.editor.commands.toggleMark('superscript'),
      'Mod-,': () => this.editor.commands.toggleMark('subscript'),
      'Mod-Alt-f': () => this.editor.commands.insertFootnote(),
      'Alt-F10': () => { this.options.onToolbar(); return true; },
    };
  },
});

// Pasting numbered plain text keeps its own numbers, so Tiptap's guess is left out.
const NumberedList = OrderedList.extend({ addProseMirrorPlugins: () => [] });

/** @param hooks {mediaPrefix, onEditImage, onEditVideo, onLink, onToolbar, onFind, plugins} */
export const extensions = (hooks) => [
  Document, Paragraph, Text, HardBreak,
  Heading.configure({ levels: [2, 3, 4] }),
  Bold, Italic, Underline, Strike, Superscript, Subscript, Cite, Link, Align,
  BulletList, NumberedList, ListItem, ListKeymap,
  Blockquote, HorizontalRule,
  ...tables,
  Notice, Gallery, FootnoteRef, Footnotes, Footnote,
  Video.configure({ onEdit: hooks.onEditVideo }),
  Figure.configure({ mediaPrefix: hooks.mediaPrefix, onEdit: hooks.onEditImage }),
  ...hooks.plugins,
  UndoRedo, Gapcursor, TrailingNode,
  Dropcursor.configure({ color: false, class: 'cl-dropcursor', width: 2 }),
  Placeholder.configure({ placeholder: M.placeholder, showOnlyWhenEditable: true }),
  Keys.configure({ onLink: hooks.onLink, onToolbar: hooks.onToolbar, onFind: hooks.onFind }),
];

/** Typing "- " or "1. " starts a list; no other signs change while writing. */
export const inputRules = ['bulletList', 'orderedList'];
