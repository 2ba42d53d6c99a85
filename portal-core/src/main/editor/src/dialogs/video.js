// Asks for the address of a video and for the name readers see.
import { M } from '../messages.js';
import { normaliseVideo } from '../video-address.js';
import { field, openDialog } from './dialog.js';
import { keepSelection } from './keep-selection.js';

/** @param pos where the video stands that is to be changed; undefined for a new one */
export function videoDialog(editor, pos) {
  const restore = keepSelection(editor);
  const old = pos === undefined ? null : editor.state.doc.nodeAt(pos).attrs;
  const address = field({
    label: M.videoAddress, help: M.videoAddressHelp, value: old?.url ?? '', type: 'text', inputmode: 'url',
    autocapitalize: 'off', spellcheck: 'false', placeholder: 'https://',
  });
  const title = field({ label: M.videoName, help: M.videoNameHelp, value: old?.title ?? '', type: 'text', maxlength: 300 });
  const caption = field({ label: M.videoCaption, help: M.videoCaptionHelp, value: old?.caption ?? '', type: 'text', maxlength: 500 });
  const words = ({ input }) => input.value.replace(/\s+/g, ' ').trim().normalize('NFC');

  const dialog = openDialog({
    title: old ? M.videoTitleEdit : M.videoTitleNew,
    submit: old ? M.videoKeep : M.videoSave,
    body: [address.dom, title.dom, caption.dom],
    onSubmit: () => {
      const url = normaliseVideo(address.input.value);
      if (!words(title)) title.fail(M.videoNameEmpty);
      if (!url) address.fail(address.input.value.trim() ? M.videoBad : M.videoEmpty);
      if (!url || !words(title)) return;
      const attrs = { url, title: words(title), caption: words(caption) };
      dialog.close();
      restore();
      if (old) editor.commands.command(({ tr }) => Boolean(tr.setNodeMarkup(pos, undefined, attrs)));
      else editor.chain().focus().insertVideo(attrs).run();
    },
    onClose: () => {
      restore();
      editor.commands.focus();
    },
  });
  address.input.focus();
}
