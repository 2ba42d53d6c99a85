// What this browser keeps on the device: a small store on IndexedDB, by key.

let opened = null;

function open() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('cong-lang', 1);
    request.onupgradeneeded = () => {
      for (const name of ['typed', 'quick']) request.result.createObjectStore(name);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('blocked'));
  });
  opened.catch(() => { opened = null; });
  return opened;
}

async function run(store, mode, act) {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, mode);
    const request = act(transaction.objectStore(store));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
    transaction.onerror = () => reject(transaction.error);
  });
}

/** @param name 'typed' or 'quick' */
export function store(name) {
  return {
    get: (key) => run(name, 'readonly', (all) => all.get(key)),
    put: (key, value) => run(name, 'readwrite', (all) => all.put(value, key)),
    remove: (key) => run(name, 'readwrite', (all) => all.delete(key)),
    all: () => run(name, 'readonly', (all) => all.getAll()),
  };
}

/** localStorage and sessionStorage may be closed to us; then nothing is remembered there. */
export function area(kind) {
  try {
    const found = window[kind];
    found.getItem('');
    return found;
  } catch {
    return null;
  }
}

/** What becomes of a request: {state: 'ok' | 'expired' | 'offline' | 'refused', status, answer}. */
export async function ask(url, options = {}) {
  let response;
  try {
    response = await fetch(url, { redirect: 'manual', credentials: 'same-origin', ...options });
  } catch {
    return { state: 'offline', status: 0, answer: null };
  }
  // led away to the login, or the token belongs to a session that is gone
  if (response.type === 'opaqueredirect' || response.status === 401 || response.status === 403) {
    const answer = response.status === 403 ? await json(response) : null;
    return { state: answer?.message ? 'refused' : 'expired', status: response.status, answer };
  }
  if (response.status >= 500) return { state: 'offline', status: response.status, answer: null };
  return { state: response.ok ? 'ok' : 'refused', status: response.status, answer: await json(response) };
}

async function json(response) {
  try {
    return await response.json();
  } catch {
    return null;
  }
}

/** Asks who is logged in and puts a fresh token into every form of the page. */
export async function renew() {
  const { state, answer } = await ask('/phien', { headers: { Accept: 'application/json' }, signal: AbortSignal.timeout(8000), cache: 'no-store' });
  if (state !== 'ok' || !answer?.token) return { state: state === 'ok' ? 'expired' : state, session: null };
  for (const field of document.querySelectorAll('input[name="_csrf"]')) field.value = answer.token;
  for (const field of document.querySelectorAll('[data-csrf-token]')) field.dataset.csrfToken = answer.token;
  return { state: 'ok', session: answer };
}
