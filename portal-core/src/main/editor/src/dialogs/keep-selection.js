// Browsers may move the cursor while a modal dialog holds the focus; this puts it back.

/** Remembers the selection now; the returned function restores it if the text is still the same. */
export function keepSelection(editor) {
  const { doc, selection } = editor.state;
  return () => {
    const { state, view } = editor;
    if (state.doc === doc && !state.selection.eq(selection)) view.dispatch(state.tr.setSelection(selection));
  };
}
