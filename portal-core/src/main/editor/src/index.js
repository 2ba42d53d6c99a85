// Entry: puts an editor over every textarea[data-rich-text] of the page.
import { mount } from './mount.js';

function start() {
  for (const textarea of document.querySelectorAll('textarea[data-rich-text]:not([data-rich-text="on"])')) {
    try {
      mount(textarea);
      textarea.dataset.richText = 'on';
    } catch (error) {
      // The plain textarea stays usable whatever happens here.
      textarea.hidden = false;
      console.error(error);
    }
  }
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
else start();
