// Arranging a site. Every button sends the form and the server answers with what it has become; this file does the same
// without leaving the page, lets things be dragged, keeps the preview fresh and opens the library. Nothing needs it.

const main = document.querySelector('main');
const preview = document.querySelector('[data-preview]');
const voice = document.createElement('p');
voice.className = 'sr';
voice.setAttribute('role', 'status');
document.body.append(voice);

const form = () => document.querySelector('form[data-arrange]');
let turn = Promise.resolve();

/**
 * Sends the form for an act; the answers come one after the other. Without swap only the draft is kept: nothing may move
 * below a finger that is on its way to a button.
 */
function send(act, swap = true) {
  turn = turn.then(() => answer(act, swap));
  return turn;
}

async function answer(act, swap) {
  const from = form();
  const body = new URLSearchParams(new FormData(from));
  body.set('viec', act);
  from.setAttribute('aria-busy', 'true');
  const focused = document.activeElement;
  try {
    const response = await fetch(from.action, { method: 'POST', body, headers: { Accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (!response.ok || !page.querySelector('form[data-arrange]')) throw new Error(String(response.status));
    if (swap) take(page, typedSince(from, body), focused);
    refresh();
  } catch {
    // the browser asks in its own way, and tells what is wrong
    if (swap) leave(from, act);
  } finally {
    form().removeAttribute('aria-busy');
  }
}

function leave(from, act) {
  const field = document.createElement('input');
  field.type = 'hidden';
  field.name = 'viec';
  field.value = act;
  from.append(field);
  saved = true;
  from.submit();
}

let saved = true;

/** What was typed or chosen while the answer was under way. */
function typedSince(from, sent) {
  return [...from.querySelectorAll('input:not([type="hidden"]), select, textarea')]
    .filter((field) => field.name && sent.has(field.name) && field.value !== sent.get(field.name))
    .map((field) => [field.name, field.value]);
}

function take(page, typed, focused) {
  const now = document.activeElement;
  const elsewhere = now !== focused && now !== document.body && now.id ? now.id : null;
  const open = new Set([...main.querySelectorAll('details[id][open]')].map((details) => details.id));
  for (const fresh of page.querySelectorAll('[data-swap]')) {
    document.getElementById(fresh.id).replaceWith(document.adoptNode(fresh));
  }
  for (const id of open) {
    const details = document.getElementById(id);
    if (details) details.open = true;
  }
  for (const [name, value] of typed) {
    const field = form().elements[name];
    if (field) field.value = value;
  }
  if (elsewhere) {
    // who has gone on meanwhile is not called back
    document.getElementById(elsewhere)?.focus();
    return say();
  }
  const problems = main.querySelector('[data-problems]');
  const told = main.querySelector('#bao [role]');
  const next = problems ?? main.querySelector('[autofocus]');
  if (next) {
    const field = next.matches('.piece') ? next.querySelector('details[open] input:not([type="hidden"]):not([data-pick-src]), .field input:not([type="hidden"])') : next;
    (field ?? next).focus();
  } else if (told) {
    told.tabIndex = -1;
    told.focus();
  }
  say();
}

function say() {
  const said = main.querySelector('[data-said]');
  voice.textContent = '';
  if (said) setTimeout(() => { voice.textContent = said.textContent; }, 50);
}

main.addEventListener('submit', (event) => {
  const act = event.submitter?.name === 'viec' ? event.submitter.value : null;
  if (!event.target.matches('form[data-arrange]') || !act) return;
  event.preventDefault();
  if (act === 'xem' && document.activeElement?.dataset.enter) send(document.activeElement.dataset.enter);
  else send(act);
});

// The list of what is to be mended leads into fields that may be folded away.
main.addEventListener('click', (event) => {
  const link = event.target.closest('.summary a[href^="#"]');
  const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!field) return;
  event.preventDefault();
  const fold = field.closest('details');
  if (fold) fold.open = true;
  const pick = field.matches('[data-pick-src]') && field.offsetWidth < 2 ? field.parentElement.querySelector('[data-pick-open]') : field;
  pick.focus();
});

// What is changed in a field is seen in the preview and kept as the draft.
main.addEventListener('change', (event) => {
  if (event.target.closest('form[data-arrange]') && event.target.name && !event.target.name.endsWith('.sang') && !['tim', 'vao'].includes(event.target.name)) send('xem', false);
});
main.addEventListener('input', (event) => { if (event.target.closest('form[data-arrange]')) saved = false; });
main.addEventListener('change', () => { saved = true; });

// Preview

function refresh() {
  const frame = preview?.querySelector('iframe');
  if (!frame) return;
  try {
    frame.contentWindow.location.reload();
  } catch {
    frame.src = frame.getAttribute('src');
  }
}

if (preview) {
  const box = preview.querySelector('[data-preview-box]');
  const buttons = [...preview.querySelectorAll('[data-preview-as]')];
  const scale = () => box.style.setProperty('--scale', String(Math.min(1, box.clientWidth / 1200)));
  addEventListener('resize', scale);
  scale();
  for (const button of buttons) {
    button.addEventListener('click', () => {
      for (const other of buttons) other.setAttribute('aria-pressed', String(other === button));
      box.classList.toggle('desk', button.dataset.previewAs === 'desk');
    });
  }
}

// Dragging by the grip, with a mouse, pen or finger

let drag = null;

main.addEventListener('pointerdown', (event) => {
  const grip = event.target.closest('[data-grip]');
  if (!grip || event.button !== 0) return;
  event.preventDefault();
  const item = grip.closest('[data-item]');
  const line = document.createElement('li');
  line.className = 'drop-line';
  line.setAttribute('aria-hidden', 'true');
  drag = { item, line, grip, id: event.pointerId, x: event.clientX, scroll: 0, y: event.clientY };
  grip.setPointerCapture(event.pointerId);
  item.classList.add('lifted');
  document.documentElement.classList.add('dragging');
  requestAnimationFrame(roll);
});

main.addEventListener('pointermove', (event) => {
  if (!drag || event.pointerId !== drag.id) return;
  drag.y = event.clientY;
  drag.moved ||= Math.abs(event.clientX - drag.x) > 4 || event.movementY !== 0;
  const edge = 70;
  drag.scroll = event.clientY < edge ? -8 : event.clientY > innerHeight - edge ? 8 : 0;
  drag.dx = event.clientX - drag.x;
  aim();
});

function aim() {
  const zones = [...main.querySelectorAll('[data-zone]')];
  const zone = zones.find((candidate) => {
    const box = candidate.getBoundingClientRect();
    return drag.y >= box.top && drag.y <= box.bottom;
  });
  if (!zone) return;
  const own = Number(drag.item.dataset.level ?? 0);
  const fixed = 'fixed' in zone.dataset;
  const items = [...zone.querySelectorAll('[data-item]')].filter((item) => item !== drag.item && !(fixed && own === 0 && Number(item.dataset.level) > 0));
  const next = items.find((item) => {
    const box = item.getBoundingClientRect();
    return drag.y < box.top + box.height / 2;
  });
  const list = zone.querySelector('[data-list]');
  list.insertBefore(drag.line, next ?? null);
  const levels = Number(zone.dataset.levels ?? 1);
  const level = fixed ? own : Math.max(0, Math.min(levels - 1, own + Math.round((drag.dx ?? 0) / 36)));
  drag.line.className = `drop-line piece-line level-${level}`;
  drag.to = { zone: zone.dataset.zone, before: next?.dataset.key ?? '', level };
}

function roll() {
  if (!drag) return;
  if (drag.scroll) {
    scrollBy(0, drag.scroll);
    aim();
  }
  requestAnimationFrame(roll);
}

function drop(done) {
  if (!drag) return;
  const { item, line, to, moved } = drag;
  item.classList.remove('lifted');
  document.documentElement.classList.remove('dragging');
  if (done && to && moved) {
    line.replaceWith(item);
    send(`dat:${item.dataset.key}:${to.zone}:${to.before}:${to.level}`);
  }
  line.remove();
  drag = null;
}

main.addEventListener('pointerup', (event) => { if (event.pointerId === drag?.id) drop(true); });
main.addEventListener('pointercancel', () => drop(false));
addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && drag) drop(false);
});

// The library

const library = document.querySelector('[data-library]');
if (library) openLibrary(library);

function openLibrary(dialog) {
  const list = dialog.querySelector('[data-library-list]');
  const news = dialog.querySelector('[data-library-news]');
  const search = dialog.querySelector('[data-library-search]');
  const more = dialog.querySelector('[data-library-more]');
  const file = dialog.querySelector('[data-library-file]');
  let target = null;
  let page = 1;
  let asked = 0;

  main.addEventListener('click', (event) => {
    const pick = event.target.closest('[data-pick]');
    if (!pick) return;
    if (event.target.closest('[data-pick-open]')) {
      target = pick.querySelector('[data-pick-src]').id;
      search.value = '';
      news.textContent = '';
      file.value = '';
      dialog.showModal();
      load(true);
    } else if (event.target.closest('[data-pick-none]')) {
      pick.querySelector('[data-pick-src]').value = '';
      send('xem');
    }
  });
  dialog.querySelector('[data-library-close]').addEventListener('click', () => dialog.close());
  more.addEventListener('click', () => load(false));
  let pause;
  search.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(() => load(true), 250);
  });
  search.addEventListener('keydown', (event) => { if (event.key === 'Enter') event.preventDefault(); });

  async function load(anew) {
    page = anew ? 1 : page + 1;
    asked += 1;
    const mine = asked;
    try {
      const response = await fetch(`${dialog.dataset.list}?${new URLSearchParams({ loai: 'anh', tim: search.value, trang: String(page) })}`);
      const found = await response.json();
      if (mine !== asked) return;
      if (anew) list.replaceChildren();
      for (const picture of found.items) list.append(row(picture));
      more.hidden = !found.more;
      news.textContent = list.children.length ? '' : dialog.dataset.none;
    } catch {
      news.textContent = dialog.dataset.failed;
    }
  }

  function row(picture) {
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    const image = document.createElement('img');
    image.src = picture.thumb;
    image.alt = '';
    image.loading = 'lazy';
    const name = document.createElement('span');
    name.textContent = picture.alt || dialog.dataset.unnamed.replace('{name}', picture.name);
    button.append(image, name);
    button.addEventListener('click', () => choose(picture));
    item.append(button);
    return item;
  }

  file.addEventListener('change', async () => {
    if (!file.files.length) return;
    news.textContent = dialog.dataset.sending;
    const body = new FormData();
    body.append('file', file.files[0], file.files[0].name);
    try {
      const response = await fetch(dialog.dataset.bring, { method: 'POST', body, headers: { 'X-CSRF-TOKEN': form().querySelector('[name="_csrf"]').value, Accept: 'application/json' } });
      const answer = await response.json();
      if (response.status === 201) choose(answer);
      else news.textContent = answer.message ?? dialog.dataset.failed;
    } catch {
      news.textContent = dialog.dataset.failed;
    }
  });

  async function choose(picture) {
    dialog.close();
    const field = document.getElementById(target);
    field.value = picture.url;
    const alt = document.getElementById(field.closest('[data-pick]').dataset.alt);
    if (alt && !alt.value) alt.value = picture.alt ?? '';
    const id = target;
    await send('xem');
    document.getElementById(id)?.closest('[data-pick]').querySelector('[data-pick-open]').focus();
  }
}

// What is typed and not sent yet is not lost without a word.
addEventListener('beforeunload', (event) => { if (!saved) event.preventDefault(); });
