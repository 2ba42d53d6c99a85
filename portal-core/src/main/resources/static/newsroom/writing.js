// Nothing typed in the editor is lost: it is kept on this device at once and on the server every few seconds,
// without a revision. Never changes the text while somebody writes.
import { area, ask, renew, store } from './device.js';

const AFTER = 3000; // ms without a key before it is sent
const AT_MOST = 5000; // ms while the typing goes on
const HEARTBEAT = 12000;
const BEAT_LIMIT = 60000; // bytes a closing page may still send

const one = (selector, within = document) => within.querySelector(selector);
const user = document.body.dataset.user ?? '';
const lasting = area('localStorage');
const ofTab = area('sessionStorage');
const larger = store('typed');
const PREFIX = 'viet:';
const SENT = 'viet-gui';

// the program on the phone: answers when there is no network
navigator.serviceWorker?.register('/quan-tri/sw.js', { scope: '/' }).catch(() => {});

const form = one('[data-writing]');
if (form) write(form);
else remind();

async function readLocal(key) {
  try {
    const found = lasting?.getItem(key) ?? null;
    if (found) return JSON.parse(found);
    return (await larger.get(key)) ?? null;
  } catch {
    return null;
  }
}

function dropLocal(key) {
  try {
    lasting?.removeItem(key);
  } catch {
    // closed to us
  }
  larger.remove(key).catch(() => {});
}

async function keepLocal(key, value) {
  try {
    if (!lasting) throw new Error('closed');
    lasting.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    // full, or closed: the larger store, which is slower
  }
  try {
    await larger.put(key, value);
    lasting?.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

async function write(form) {
  const { account, entry, key, type, keepUrl } = form.dataset;
  const place = entry || key;
  const here = PREFIX + account + ':' + place;
  const page = crypto.randomUUID?.() ?? `trang-${Date.now()}-${Math.round(Math.random() * 1e9)}`;
  const line = one('[data-state]', form);
  const news = one('[data-news]', form);
  const words = line.dataset;
  const baseField = form.elements.namedItem('base');
  const mayWrite = form.dataset.mayWrite === 'true';

  const NAMES = /^(title|summary|bodyHtml|categoryId|author|field\..+)$/;
  const read = () => {
    const values = {};
    for (const [name, value] of new FormData(form)) if (NAMES.test(name) && typeof value === 'string') values[name] = value.replace(/\r\n?/g, '\n');
    return values;
  };
  const base = () => Number(baseField?.value ?? 0);
  const text = () => JSON.stringify(read());

  let kept = text(); // what the server is known to have
  let keptAt = line.dataset.at || '';
  let latest = base();
  let timer = 0;
  let waitingSince = 0;
  let sending = null;
  let trouble = null; // null, 'offline', 'expired', 'other', 'lost', 'overtaken'
  let localTimer = 0;
  let submitting = false;
  let sure = false;
  let heardAt = Date.now(); // when the server last answered

  const dirty = () => text() !== kept;

  // ---- what is told
  function show() {
    const now = dirty();
    let message = keptAt ? `${words.saved} ${keptAt}` : words.initial;
    if (trouble === 'offline') message = words.offline;
    else if (trouble === 'expired' || trouble === 'other' || trouble === 'overtaken') message = words.typing;
    else if (trouble === 'lost') message = words.lost;
    else if (sending && sending.values) message = words.saving;
    else if (now) message = words.typing;
    if (line.textContent !== message) line.textContent = message;
    line.classList.toggle('dirty', Boolean(trouble));
  }

  const told = {};
  function tell(what, content) {
    const old = told[what];
    if (old?.text === (content?.text ?? '')) return;
    old?.element.remove();
    delete told[what];
    if (content) {
      const element = document.createElement('p');
      element.className = `note ${content.warn ? 'note-warn' : ''}`;
      element.append(content.text);
      if (content.link) {
        const link = document.createElement('a');
        link.href = content.link;
        link.target = '_blank';
        link.rel = 'opener';
        link.textContent = content.label;
        element.append(' ', link);
      }
      news.append(element);
      told[what] = { text: content.text, element };
    }
  }

  function fell(into) {
    if (trouble === into) return;
    if (trouble === 'expired' && into === null) {
      tell('session', { text: words.again });
      setTimeout(() => tell('session', null), 8000);
    }
    trouble = into;
    if (into === 'expired') tell('session', { text: words.expired, link: '/dang-nhap', label: words.login, warn: true });
    else if (into === 'other') tell('session', { text: words.other, warn: true });
    else if (into === 'overtaken') tell('newer', { text: words.overtaken, warn: true });
    show();
  }

  // ---- on this device
  function local() {
    clearTimeout(localTimer);
    localTimer = 0;
    if (!mayWrite || !dirty()) return;
    const values = read();
    const record = { user, account, place, href: location.pathname + (key ? `?loai=${type}&ban=${key}` : ''), title: values.title, type, base: base(), values, at: Date.now() };
    keepLocal(here, record).then((done) => { if (!done && trouble !== 'lost' && trouble) fell('lost'); });
  }
  const localSoon = () => { localTimer ||= setTimeout(local, 300); };

  // ---- on the server
  async function send({ beat = false, leaves = false } = {}) {
    clearTimeout(timer);
    timer = 0;
    if (sending || (submitting && !leaves)) return;
    const values = mayWrite && !submitting && dirty() ? read() : null;
    if (!values && !entry) return;
    if (!values && !beat && !leaves) return;
    if (values && !entry && !Object.entries(values).some(([name, value]) => value.trim() && name !== 'author')) return;
    waitingSince = 0;
    const typed = values ? JSON.stringify(values) : null;
    const body = JSON.stringify({ account: Number(account), entry: entry ? Number(entry) : null, key: key || null, type, base: base(), page, values, leaves });
    const abort = new AbortController();
    sending = { values, abort };
    if (values) show();
    const tail = leaves || document.visibilityState === 'hidden';
    const { state, status, answer } = await ask(keepUrl, {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', [form.dataset.csrfHeader]: one('input[name="_csrf"]', form).value },
      keepalive: tail && body.length * 2 < BEAT_LIMIT,
      signal: abort.signal,
    });
    sending = null;
    if (submitting) return;
    if (state === 'ok') {
      heardAt = Date.now();
      if (values && answer.kept) {
        kept = typed;
        keptAt = answer.savedAt;
        if (!dirty()) dropLocal(here);
        if (trouble !== 'lost' || !dirty()) fell(null);
      } else if (values) {
        kept = typed;
        local();
        keepLocal(here, { user, account, place, href: location.pathname, title: values.title, type, base: base(), values, at: Date.now() });
        fell('overtaken');
      } else if (trouble !== 'overtaken') {
        fell(null);
      }
      meet(answer);
      if (dirty()) soon();
    } else if (state === 'expired') {
      fell('expired');
    } else if (status === 409) {
      fell('other');
    } else {
      fell('offline');
      timer = setTimeout(send, 5000);
    }
    show();
  }

  function soon() {
    if (trouble === 'expired' || trouble === 'other') return;
    const now = Date.now();
    waitingSince ||= now;
    clearTimeout(timer);
    timer = setTimeout(send, Math.max(0, Math.min(AFTER, waitingSince + AT_MOST - now)));
  }

  function meet({ latest: number, by, others }) {
    const names = (others ?? []).map((name) => (name === user ? words.own : name));
    tell('present', names.length ? { text: words.present.replace('{0}', names.join(', ')) } : null);
    if (number > latest && trouble !== 'overtaken') {
      latest = number;
      tell('newer', { text: words.newer.replace('{0}', by === user ? words.own : by).replace('{1}', number), warn: true });
    }
  }

  // ---- back from the login in another tab
  async function again() {
    if (trouble !== 'expired' && trouble !== 'other') return;
    const { state, session } = await renew();
    if (state !== 'ok') return;
    if (String(session.account) !== account) {
      fell('other');
      return;
    }
    fell(null);
    send();
  }

  // ---- what this device still has from before
  const sent = ofTab?.getItem(SENT);
  if (form.dataset.saved === 'true') {
    // the save that was sent from this tab has arrived
    if (sent) dropLocal(sent);
    dropLocal(here);
  }
  try {
    ofTab?.removeItem(SENT);
  } catch {
    // closed to us
  }
  if (form.dataset.reshown === 'true') {
    // what came back after a refusal or a merge is kept nowhere yet
    kept = '';
  } else if (mayWrite && form.dataset.saved !== 'true') {
    const touched = text();
    const found = await readLocal(here);
    if (found && found.account === account) {
      const own = read();
      const differs = Object.entries(found.values).some(([name, value]) => name in own && own[name] !== value);
      if (!differs) dropLocal(here);
      else if (text() === touched) restore(found);
    }
  }

  function restore(found) {
    if (baseField && found.base) baseField.value = found.base;
    for (const [name, value] of Object.entries(found.values)) {
      const field = form.elements.namedItem(name);
      if (!field || !('value' in field)) continue;
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    const note = one('[data-restored]', form);
    one('[data-restored-at]', note).textContent = note.dataset.text.replace('{0}', hour(found.at));
    note.hidden = false;
  }
  one('[data-restored-drop]', form)?.addEventListener('click', () => {
    dropLocal(here);
    kept = text();
    submitting = true;
  });

  // ---- when
  form.addEventListener('input', () => {
    localSoon();
    soon();
    show();
  });
  form.addEventListener('change', () => {
    localSoon();
    soon();
  });
  addEventListener('online', () => {
    if (trouble === 'offline') send();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') {
      local();
      send();
    } else {
      again();
      send({ beat: true });
    }
  });
  addEventListener('focus', again);
  addEventListener('pagehide', () => {
    if (!submitting) local();
    sending?.abort.abort();
    sending = null;
    send({ leaves: true });
  });
  addEventListener('pageshow', (event) => {
    if (event.persisted) {
      submitting = false;
      sure = false;
    }
  });
  setInterval(() => {
    if (document.visibilityState !== 'visible') return;
    if (trouble === 'expired' || trouble === 'other') again();
    else if (!sending) send({ beat: true });
  }, HEARTBEAT);

  const remember = () => {
    try {
      ofTab?.setItem(SENT, here);
    } catch {
      // closed to us
    }
  };

  // An explicit save goes off only if it will arrive; otherwise everything stays where it is.
  addEventListener('submit', async (event) => {
    if (event.target !== form) return;
    if (sure || (!trouble && navigator.onLine && Date.now() - heardAt < 15000)) {
      local();
      submitting = true;
      remember();
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (submitting) return;
    submitting = true;
    clearTimeout(timer);
    sending?.abort.abort();
    local();
    const { state, session } = await renew();
    submitting = false;
    if (state === 'ok' && String(session.account) === account) {
      fell(null);
      sure = true;
      form.requestSubmit(event.submitter);
      return;
    }
    fell(state === 'ok' ? 'other' : state === 'expired' ? 'expired' : 'offline');
    soon();
    news.scrollIntoView({ block: 'nearest' });
  }, true);

  show();
  if (dirty()) {
    localSoon();
    soon();
  }
  if (entry) send({ beat: true });
}

function hour(time) {
  const at = new Date(time);
  const clock = at.toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit', hour12: false });
  return at.toDateString() === new Date().toDateString() ? clock : `${clock}, ${at.toLocaleDateString('vi-VN', { day: '2-digit', month: '2-digit' })}`;
}

// Elsewhere: what only this device still has can be opened again.
async function remind() {
  const pending = one('#con-dang-do');
  const main = one('main');
  if (!pending || !user || !main) return;
  const found = new Map();
  try {
    for (const record of await larger.all()) found.set(PREFIX + record.account + ':' + record.place, record);
  } catch {
    // closed to us
  }
  for (const name of Object.keys(lasting ?? {}).filter((known) => known.startsWith(PREFIX))) {
    const record = await readLocal(name);
    if (record) found.set(name, record);
  }
  for (const [name, record] of found) {
    if (record.user !== user || main.dataset.merges === record.place) continue;
    const note = pending.content.cloneNode(true).firstElementChild;
    one('b', note).textContent = `“${record.title || '…'}”`;
    one('a', note).href = record.href;
    one('button', note).addEventListener('click', () => {
      dropLocal(name);
      note.remove();
      main.focus();
    });
    main.prepend(note);
  }
}
