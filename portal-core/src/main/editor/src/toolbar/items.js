// What stands in the toolbar, group by group.
import { h } from '../dom.js';
import { icon } from '../icons.js';
import { M } from '../messages.js';

export function groups(editor, actions) {
  const chain = () => editor().chain().focus();
  const active = (...args) => () => editor().isActive(...args);
  const can = (name) => () => editor().can()[name]();

  return [
    { items: [
      { icon: 'undo', label: M.undo, keys: 'Mod+Z', run: () => chain().undo().run(), enabled: can('undo') },
      { icon: 'redo', label: M.redo, keys: 'Mod+Shift+Z', run: () => chain().redo().run(), enabled: can('redo') },
    ] },
    { items: [blockStyle(editor, chain, active)] },
    { items: [
      { icon: 'bold', label: M.bold, keys: 'Mod+B', run: () => chain().toggleBold().run(), active: active('bold') },
      { icon: 'italic', label: M.italic, keys: 'Mod+I', run: () => chain().toggleItalic().run(), active: active('italic') },
      { icon: 'underline', label: M.underline, keys: 'Mod+U', run: () => chain().toggleUnderline().run(), active: active('underline') },
      moreMarks(chain, active),
      { icon: 'clear', label: M.clear, keys: 'Mod+\\', run: () => chain().clearFormatting().run() },
    ] },
    { items: [
      { icon: 'list', label: M.bulletList, keys: 'Mod+Shift+8', run: () => chain().toggleBulletList().run(), active: active('bulletList') },
      { icon: 'listOrdered', label: M.orderedList, keys: 'Mod+Shift+7', run: () => chain().toggleOrderedList().run(), active: active('orderedList') },
      { icon: 'quote', label: M.quote, keys: 'Mod+Shift+B', run: () => chain().toggleBlockquote().run(), active: active('blockquote') },
      align(editor, chain, active),
    ] },
    { class: 'cl-insert', items: [
      { icon: 'link', word: M.link, label: M.link, keys: 'Mod+K', run: actions.link, active: active('link') },
      ...(actions.image ? [{ icon: 'image', word: M.image, label: M.image, run: actions.image }] : []),
      tableMenu(editor, chain),
      insertMenu(editor, chain, active, actions),
      { icon: 'search', word: M.find, label: M.find, keys: 'Mod+H', run: actions.find },
    ] },
  ];
}

function moreMarks(chain, active) {
  const item = (name, shortcut) => ({ icon: name, label: M[name], keys: shortcut, active: active(name), run: () => chain().toggleMark(name).run() });
  return {
    label: M.more, button: [icon('more')],
    items: [item('strike', 'Mod+Shift+S'), item('superscript', 'Mod+.'), item('subscript', 'Mod+,')],
  };
}

function insertMenu(editor, chain, active, actions) {
  const notice = (kind, iconName, label) => ({
    icon: iconName, label, active: active('notice', { kind }),
    run: () => chain().toggleNotice(kind).run(), enabled: () => editor().can().toggleNotice(kind),
  });
  const { image, gallery, library, file } = actions;
  return {
    label: M.insert, class: 'cl-with-word', button: [icon('plus'), h('span', { class: 'cl-word' }, M.insert)],
    onOpen: (refresh) => library?.probe().then(refresh),
    items: [
      ...(image ? [
        { icon: 'library', label: M.fromLibrary, run: library.open, hidden: () => !library.there() },
        { icon: 'gallery', label: M.gallery, run: gallery },
      ] : []),
      { icon: 'video', label: M.video, run: actions.video },
      ...(file ? [{ icon: 'file', label: M.file, run: file }] : []),
      '-',
      notice('thong-tin', 'info', M.noticeInfo), notice('luu-y', 'megaphone', M.noticeNote), notice('canh-bao', 'warning', M.noticeWarning),
      '-',
      { icon: 'person', label: M.quoteSource, run: () => chain().addQuoteSource().run(), enabled: active('blockquote') },
      { icon: 'footnote', label: M.footnote, keys: 'Mod+Alt+F', run: () => chain().insertFootnote().run(), enabled: () => editor().can().insertFootnote() },
      { icon: 'rule', label: M.rule, run: () => chain().setHorizontalRule().run() },
    ],
  };
}

function blockStyle(editor, chain, active) {
  const name = h('span', { class: 'cl-style-name' }, M.paragraph);
  const heading = (level, label) => ({
    label, keys: `Mod+Alt+${level}`, class: `cl-look-h${level}`,
    active: active('heading', { level }),
    run: () => chain().setHeading({ level, align: editor().getAttributes('paragraph').align ?? null }).run(),
  });
  const items = [
    { label: M.paragraph, keys: 'Mod+Alt+0', active: active('paragraph'), run: () => chain().setParagraph().run() },
    heading(2, M.heading2), heading(3, M.heading3), heading(4, M.heading4),
  ];
  return {
    label: M.blockStyle, radio: true, class: 'cl-style', button: [name], items,
    refresh: (button) => {
      const now = items.find((item) => item.active())?.label ?? M.paragraph;
      // The name begins with what the button shows, so that it can be called by it.
      const called = `${now}, ${M.blockStyle}`;
      if (button.getAttribute('aria-label') === called) return;
      name.textContent = now;
      button.setAttribute('aria-label', called);
    },
  };
}

function align(editor, chain, active) {
  const face = h('span', { class: 'cl-face' }, icon('alignLeft'));
  let shown = 'alignLeft';
  const to = (value, iconName, label, key) => ({
    label, keys: key, icon: iconName,
    active: value ? active({ align: value }) : () => !editor().isActive({ align: 'center' }) && !editor().isActive({ align: 'right' }),
    run: () => chain().setAlign(value).run(),
  });
  const items = [
    to(null, 'alignLeft', M.alignLeft, 'Mod+Shift+L'),
    to('center', 'alignCenter', M.alignCenter, 'Mod+Shift+E'),
    to('right', 'alignRight', M.alignRight, 'Mod+Shift+R'),
  ];
  return {
    label: M.align, radio: true, button: [face], items,
    refresh: (button) => {
      const now = items.find((item) => item.active()) ?? items[0];
      if (now.icon === shown) return;
      shown = now.icon;
      face.replaceChildren(icon(shown));
      button.setAttribute('aria-label', `${M.align}: ${now.label}`);
    },
  };
}

function tableMenu(editor, chain) {
  const item = (label, command) => ({ label, run: () => chain()[command]().run(), enabled: () => editor().can()[command]() });
  return {
    label: M.table, class: 'cl-with-word', button: [icon('table'), h('span', { class: 'cl-word' }, M.table)],
    items: [
      {
        label: M.tableInsert,
        run: () => chain().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
        enabled: () => !editor().isActive('table') && editor().can().insertTable(),
      },
      '-',
      item(M.tableRowBefore, 'addRowBefore'), item(M.tableRowAfter, 'addRowAfter'),
      item(M.tableColumnBefore, 'addColumnBefore'), item(M.tableColumnAfter, 'addColumnAfter'),
      item(M.tableHeader, 'toggleHeaderRow'), item(M.tableMerge, 'mergeOrSplit'),
      '-',
      item(M.tableRowDelete, 'deleteRow'), item(M.tableColumnDelete, 'deleteColumn'), item(M.tableDelete, 'deleteTable'),
    ],
  };
}
