// Brings several files one after the other, chosen, dropped or taken by the camera. Without this file the form does it.

const form = document.querySelector('[data-bring]');
if (form) bring(form);

function bring(form) {
  const news = form.querySelector('[data-bring-news]');
  const inputs = [...form.querySelectorAll('input[type="file"]')];
  const button = form.querySelector('button');
  const token = form.querySelector('[name="_csrf"]').value;
  const waiting = [];
  let busy = false;
  let count = 0;
  let added = 0;
  let failed = 0;

  const say = (key, values) => form.dataset[key].replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);

  button.hidden = true;
  form.classList.add('scripted');
  for (const input of inputs) {
    input.addEventListener('change', () => {
      add(input.files);
      input.value = '';
    });
  }
  form.addEventListener('submit', (event) => event.preventDefault());

  const carriesFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes('Files');
  let depth = 0;
  addEventListener('dragenter', (event) => {
    if (!carriesFiles(event)) return;
    depth += 1;
    form.classList.add('over');
  });
  addEventListener('dragleave', (event) => {
    if (!carriesFiles(event)) return;
    depth -= 1;
    if (depth === 0) form.classList.remove('over');
  });
  addEventListener('dragover', (event) => { if (carriesFiles(event)) event.preventDefault(); });
  addEventListener('drop', (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    depth = 0;
    form.classList.remove('over');
    add(event.dataTransfer.files);
  });
  addEventListener('beforeunload', (event) => { if (busy) event.preventDefault(); });

  function add(files) {
    waiting.push(...files);
    count += files.length;
    if (!busy) work();
  }

  async function work() {
    busy = true;
    while (waiting.length) {
      const file = waiting.shift();
      const line = document.createElement('li');
      line.textContent = say('sending', { n: count - waiting.length, all: count, name: file.name });
      news.append(line);
      const { tone, text } = await send(file);
      line.className = tone;
      line.textContent = text;
      if (tone === 'bad') failed += 1;
      else added += 1;
    }
    busy = false;
    // what was refused stays to be read
    if (added && !failed) location.reload();
  }

  async function send(file) {
    const values = { name: file.name };
    const body = new FormData();
    body.append('file', file, file.name);
    let response;
    try {
      response = await fetch(form.dataset.bring, { method: 'POST', body, headers: { 'X-CSRF-TOKEN': token, Accept: 'application/json' } });
    } catch {
      return { tone: 'bad', text: say('offline', values) };
    }
    const answer = await response.json().catch(() => null);
    if (response.status === 201) return { tone: 'good', text: say(answer.duplicate ? 'again' : 'sent', values) };
    return { tone: 'bad', text: answer?.message ? `${file.name}: ${answer.message}` : say('signedOut', values) };
  }
}
