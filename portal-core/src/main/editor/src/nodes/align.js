// Alignment of paragraphs and headings as the classes can-giua / can-phai, never as a style.
import { Extension } from '@tiptap/core';

const CLASSES = { center: 'can-giua', right: 'can-phai' };
const TYPES = ['paragraph', 'heading'];

export const Align = Extension.create({
  name: 'align',

  addGlobalAttributes() {
    return [{
      types: TYPES,
      attributes: {
        align: {
          default: null,
          parseHTML: (el) => Object.keys(CLASSES).find((key) => el.classList.contains(CLASSES[key])) ?? null,
          renderHTML: ({ align }) => (align ? { class: CLASSES[align] } : {}),
        },
      },
    }];
  },

  addCommands() {
    return {
      setAlign: (align) => ({ commands }) => TYPES
        .map((type) => commands.updateAttributes(type, { align: CLASSES[align] ? align : null }))
        .some(Boolean),
    };
  },

  addKeyboardShortcuts() {
    return {
      'Mod-Shift-l': () => this.editor.commands.setAlign(null),
      'Mod-Shift-e': () => this.editor.commands.setAlign('center'),
      'Mod-Shift-r': () => this.editor.commands.setAlign('right'),
    };
  },
});
