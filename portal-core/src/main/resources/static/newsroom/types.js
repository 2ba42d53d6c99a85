// A Word file is dropped where it is asked for, and the button says that it is being read.

for (const form of document.querySelectorAll('[data-word]')) {
  const field = form.querySelector('[type="file"]');
  const drop = form.querySelector('[data-drop]');
  const button = form.querySelector('[data-busy]');
  const told = form.querySelector('[data-told]');
  const label = button.textContent;

  drop.addEventListener('dragover', (event) => {
    event.preventDefault();
    drop.classList.add('drop-over');
  });
  drop.addEventListener('dragleave', () => drop.classList.remove('drop-over'));
  drop.addEventListener('drop', (event) => {
    event.preventDefault();
    drop.classList.remove('drop-over');
    if (event.dataTransfer.files.length === 0) return;
    field.files = event.dataTransfer.files;
    button.focus();
  });
  form.addEventListener('submit', () => {
    button.textContent = button.dataset.busy;
    told.textContent = button.dataset.busy;
  });
  addEventListener('pageshow', () => {
    button.textContent = label;
    told.textContent = '';
  });
}
