// Quick news: kept on this device until it has arrived, with or without network, each exactly once.
import { area, ask, renew, store } from './device.js';

const MOST = 2400; // pixels on the longer side
const SMALL = 1.5e6; // bytes that may go as they are
const AGAIN = 30000;
const LAST = 'tin-nhanh'; // who wrote here last, for the page without network

const one = (selector, within = document) => within.querySelector(selector);
const notes = store('quick');
const lasting = area('localStorage');
const form = one('[data-quick]');
const list = one('[data-quick-list]');
const words = form.dataset;
const who = person();
const uuid = () => crypto.randomUUID();
let photos = [];
let key = uuid();
let busy = false;
let draftTimer = 0;

/** On the server's page it says who writes; without network it is who wrote here last. */
function person() {
  const site = location.pathname.match(/^\/bien-tap\/([^/]+)\//)?.[1];
  if (words.account) {
    const found = { account: words.account, site: words.site, title: words.siteTitle };
    try {
      lasting?.setItem(LAST, JSON.stringify(found));
    } catch {
      // closed to us
    }
    return found;
  }
  try {
    const found = JSON.parse(lasting?.getItem(LAST) ?? 'null');
    return found && { ...found, site: site ?? found.site };
  } catch {
    return null;
  }
}

const missing = one('[data-quick-missing]');
if (!who) {
  // nobody ever logged in here: there is no one to keep it for
  form.hidden = true;
  if (missing) missing.hidden = false;
} else {
  begin();
}

function begin() {
  const place = one('[data-quick-site]');
  if (place) place.textContent = who.title;
  form.addEventListener('submit', submit);
  form.addEventListener('input', (event) => {
    if (event.target.type === 'file') return;
    clearTimeout(draftTimer);
    draftTimer = setTimeout(keepDraft, 400);
  });
  addEventListener('pagehide', keepDraft);
  form.elements.photo.addEventListener('change', take);
  one('[data-quick-send]')?.addEventListener('click', () => send(true));
  addEventListener('online', () => send());
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') send(); });
  setInterval(() => { if (document.visibilityState === 'visible') send(); }, AGAIN);
  navigator.storage?.persist?.().catch(() => {});
  open();
}

async function open() {
  try {
    const own = (await notes.all()).filter((note) => note.account === who.account);
    const draft = own.find((note) => note.state === 'draft' && note.site === who.site);
    if (draft && !form.elements.title.value && !form.elements.lines.value) {
      key = draft.key;
      photos = draft.photos;
      for (const name of ['title', 'lines', 'alt']) form.elements[name].value = draft[name];
      thumbs();
    }
    const week = Date.now() - 7 * 86400000;
    for (const note of own) if (note.state === 'sent' && note.at < week) await notes.remove(note.key);
  } catch {
    tell(words.noStore, true);
  }
  await render();
  send();
}

function current(state) {
  const { title, lines, alt } = form.elements;
  return { key, state, account: who.account, site: who.site, title: title.value.trim(), lines: lines.value, alt: alt.value.trim(), photos, at: Date.now() };
}

async function keepDraft() {
  clearTimeout(draftTimer);
  const note = current('draft');
  try {
    if (note.title || note.lines || note.photos.length) await notes.put(note.key, note);
    else await notes.remove(note.key);
  } catch {
    tell(words.noStore, true);
  }
}

async function take() {
  const files = [...form.elements.photo.files];
  form.elements.photo.value = '';
  for (const file of files) {
    tell(words.shrinking);
    photos.push({ name: file.name, blob: await shrink(file), url: null });
    thumbs();
  }
  tell('');
  await keepDraft();
}

/** A photo of the phone becomes one that a slow link carries; turned as it was taken. */
async function shrink(file) {
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, MOST / Math.max(bitmap.width, bitmap.height));
    if (scale === 1 && file.size <= SMALL && /^image\/(jpeg|png)$/.test(file.type)) return file;
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(bitmap.width * scale);
    canvas.height = Math.round(bitmap.height * scale);
    canvas.getContext('2d').drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    return (await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.86))) ?? file;
  } catch {
    // a kind this browser cannot draw: the server will say what it thinks
    return file;
  }
}

function thumbs() {
  const box = one('[data-quick-photos]');
  for (const image of box.querySelectorAll('img')) URL.revokeObjectURL(image.src);
  box.replaceChildren(...photos.map((photo, index) => {
    const item = document.createElement('li');
    const image = document.createElement('img');
    image.src = URL.createObjectURL(photo.blob);
    image.alt = words.photo.replace('{0}', index + 1);
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button button-small';
    button.textContent = words.remove;
    button.setAttribute('aria-label', `${words.remove}: ${image.alt}`);
    button.addEventListener('click', () => {
      photos = photos.filter((other) => other !== photo);
      thumbs();
      keepDraft();
      form.elements.photo.focus();
    });
    item.append(image, button);
    return item;
  }));
  const alt = one('[data-quick-alt]');
  alt.hidden = photos.length === 0;
}

function tell(message, bad = false) {
  const line = one('[data-quick-status]');
  line.textContent = message;
  line.classList.toggle('error', bad);
}

async function submit(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
  const { title } = form.elements;
  if (!title.value.trim()) {
    tell(words.titleMissing, true);
    title.setAttribute('aria-invalid', 'true');
    title.focus();
    return;
  }
  title.removeAttribute('aria-invalid');
  clearTimeout(draftTimer);
  try {
    await notes.put(key, current('waiting'));
  } catch {
    tell(words.noStore, true);
    return;
  }
  key = uuid();
  photos = [];
  form.reset();
  thumbs();
  tell(words.kept);
  await render();
  await send();
  title.focus();
}

/** Sends what waits, one after the other; other windows wait meanwhile. */
async function send(asked = false) {
  if (busy) return;
  busy = true;
  try {
    const work = () => sendAll(asked);
    if (navigator.locks) await navigator.locks.request('tin-nhanh', work);
    else await work();
  } catch {
    // no store, no network: what is kept stays kept
  } finally {
    busy = false;
    await render();
  }
}

async function sendAll(asked) {
  const waiting = (await notes.all())
    .filter((note) => note.account === who.account && (note.state === 'waiting' || (asked && note.state === 'refused')))
    .sort((one, other) => one.at - other.at);
  if (!waiting.length) return;
  const { state, session } = await renew();
  if (state === 'expired' || (session && String(session.account) !== who.account)) {
    login(true, session ? words.other : words.expired);
    return;
  }
  if (state !== 'ok') {
    if (asked) tell(words.offline);
    return;
  }
  login(false);
  const headers = { Accept: 'application/json', [session.header]: session.token };
  for (const note of waiting) {
    const stop = await sendOne(note, headers);
    await render();
    if (stop) return;
  }
}

/** @return whether it makes no sense to go on with the others now */
async function sendOne(note, headers) {
  for (const photo of note.photos) {
    if (photo.url) continue;
    const body = new FormData();
    body.append('file', photo.blob, photo.name);
    body.append('alt', note.alt);
    const { state, answer } = await ask(`/bien-tap/${note.site}/anh`, { method: 'POST', body, headers });
    if (state === 'offline' || state === 'expired') return true;
    if (state !== 'ok') return refuse(note, answer);
    Object.assign(photo, { url: answer.url, width: answer.width, height: answer.height });
    await notes.put(note.key, note);
  }
  const { key: own, title, lines, alt } = note;
  const pictures = note.photos.map(({ url, width, height }) => ({ url, width, height, alt, duplicate: false }));
  const { state, status, answer } = await ask(`/bien-tap/${note.site}/tin-nhanh/gui`, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({ account: Number(note.account), note: { key: own, title, lines, alt, pictures } }),
  });
  if (state === 'offline' || state === 'expired' || status === 409) return true;
  if (state !== 'ok') return refuse(note, answer);
  await notes.put(own, { ...note, photos: [], lines: '', state: 'sent', href: answer.href, at: Date.now() });
  tell(words.arrived);
  return false;
}

async function refuse(note, answer) {
  await notes.put(note.key, { ...note, state: 'refused', message: answer?.message ?? words.failed });
  return false;
}

function login(needed, message = '') {
  const note = one('[data-quick-login]');
  note.hidden = !needed;
  if (needed) one('p', note).textContent = message;
}

async function render() {
  let all = [];
  try {
    all = (await notes.all()).filter((note) => note.account === who.account && note.state !== 'draft');
  } catch {
    return;
  }
  all.sort((one, other) => other.at - one.at);
  one('[data-quick-all]').hidden = all.length === 0;
  const open = all.some((note) => note.state !== 'sent');
  one('[data-quick-send]').hidden = !open;
  list.replaceChildren(...all.map((note) => {
    const item = one('[data-quick-item]').content.cloneNode(true).firstElementChild;
    one('b', item).textContent = note.title;
    const state = one('.state', item);
    state.textContent = words[note.state];
    state.classList.add({ sent: 'state-published', refused: 'state-stopped' }[note.state] ?? 'state-draft');
    const detail = one('.under', item);
    detail.textContent = note.message && note.state === 'refused' ? note.message : note.photos.length ? words.photos.replace('{0}', note.photos.length) : '';
    const link = one('a', item);
    if (note.href) link.href = note.href;
    else link.remove();
    const edit = one('[data-quick-edit]', item);
    if (note.state === 'sent') edit.remove();
    else edit.addEventListener('click', () => reopen(note));
    return item;
  }));
}

/** Back into the form: under its own key, so that it still becomes one draft only. */
async function reopen(note) {
  await keepDraft();
  if (form.elements.title.value || form.elements.lines.value || photos.length) {
    tell(words.busy, true);
    return;
  }
  key = note.key;
  photos = note.photos;
  for (const name of ['title', 'lines', 'alt']) form.elements[name].value = note[name];
  thumbs();
  await keepDraft();
  await render();
  form.elements.title.focus();
}
