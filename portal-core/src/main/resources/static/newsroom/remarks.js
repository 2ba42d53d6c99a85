// Shows in the editor what the board has remarked on: each passage where it stands now, each remark one tap from its passage.
const section = document.querySelector('[data-remarks]');
const textarea = document.querySelector('textarea[data-rich-text]');

function connect() {
  const { editor } = textarea;
  const threads = [...section.querySelectorAll('.thread')].filter(({ dataset }) => dataset.quote);
  const lost = editor.show(threads.map((thread) => ({
    id: thread.dataset.id, exact: thread.dataset.quote, prefix: thread.dataset.prefix ?? '', suffix: thread.dataset.suffix ?? '',
    open: !thread.classList.contains('thread-done'),
  })));
  for (const thread of threads) {
    const quote = thread.querySelector('.quote');
    if (lost.includes(thread.dataset.id)) {
      thread.classList.add('thread-moved');
      continue;
    }
    quote.classList.add('quote-there');
    quote.addEventListener('click', () => editor.reveal(thread.dataset.id));
  }
  editor.onPick((id) => {
    section.querySelector(`.thread[data-id="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'center' });
  });
}

if (section && textarea) {
  // the editor's module runs before this one; without it the plain list stays
  if (textarea.editor) connect();
  else addEventListener('load', () => textarea.editor && connect());
}
