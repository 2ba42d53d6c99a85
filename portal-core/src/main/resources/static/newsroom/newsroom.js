// The newsroom's small comforts. Every page works without this file.

const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const one = (selector, within = document) => within.querySelector(selector);

/** localStorage and sessionStorage may be closed to us; then nothing is remembered. */
function store(kind) {
  try {
    const area = window[kind];
    area.getItem('');
    return area;
  } catch {
    return null;
  }
}

const lasting = store('localStorage');

function keep(area, key, value) {
  try {
    if (value === null) area?.removeItem(key);
    else area?.setItem(key, value);
  } catch {
    // full: the page goes on without
  }
}

// Where tabs scroll, the current one is in view.
for (const tab of all('.tabs [aria-current]')) {
  const list = tab.closest('ul');
  const [inner, outer] = [tab.getBoundingClientRect(), list.getBoundingClientRect()];
  list.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2;
}

// Menus close when one goes elsewhere.
const menus = all('[data-menu]');
addEventListener('click', (event) => {
  for (const menu of menus) if (!menu.contains(event.target)) menu.open = false;
});
for (const menu of menus) {
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    menu.open = false;
    one('summary', menu).focus();
  });
  menu.addEventListener('focusout', (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
  });
}

// What is to be mended: the list on top has the focus, its links lead into the fields.
const problems = one('[data-problems]');
problems?.focus();
problems?.addEventListener('click', (event) => {
  const link = event.target.closest('a');
  const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!field) return;
  event.preventDefault();
  if (field.closest('.panel')?.hidden) fold(true);
  const target = field.hidden ? one('.cl-content', field.parentElement) ?? field : field;
  target.focus();
  (field.closest('.field, .write') ?? target).scrollIntoView({ block: 'center' });
});

// The panel beside the article folds away and stays so.
const folder = one('[data-fold]');
const panel = folder && document.getElementById(folder.dataset.fold);

function fold(open) {
  panel.hidden = !open;
  folder.setAttribute('aria-expanded', String(open));
}

if (folder) {
  const wide = matchMedia('(min-width: 64.01em)');
  const arrange = () => fold(!wide.matches || lasting?.getItem('chi-tiet') !== 'gap' || Boolean(one('[aria-invalid="true"]', panel)));
  arrange();
  wide.addEventListener('change', arrange);
  folder.addEventListener('click', () => {
    fold(panel.hidden);
    keep(lasting, 'chi-tiet', panel.hidden ? 'gap' : null);
  });
}

// Title and summary grow with what is written and stay one line of text.
const grows = CSS.supports('field-sizing', 'content');
for (const area of all('[data-grow]')) {
  const grow = () => {
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight}px`;
  };
  if (!grows) {
    area.addEventListener('input', grow);
    addEventListener('resize', grow);
    document.fonts?.ready.then(grow);
    grow();
  }
}
for (const area of all('[data-one-line]')) {
  area.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = area.id === 'title' ? one('#summary') : one('.cl-content') ?? one('#bodyHtml');
    next?.focus();
  });
}

// A warning before leaving a form that was filled in; the editor keeps everything by itself (writing.js).
for (const form of all('[data-guard]')) {
  const written = () => JSON.stringify([...new FormData(form)].filter(([name, value]) => typeof value === 'string' && name !== '_csrf'));
  const begun = written();
  let leaving = false;
  form.addEventListener('submit', () => { leaving = true; });
  addEventListener('pageshow', () => { leaving = false; });
  addEventListener('beforeunload', (event) => {
    if (!leaving && written() !== begun) event.preventDefault();
  });
}

// A second press does not send twice.
for (const form of all('[data-once]')) {
  let sent = false;
  form.addEventListener('submit', (event) => {
    if (sent) {
      event.preventDefault();
      return;
    }
    sent = true;
    event.submitter?.setAttribute('aria-disabled', 'true');
  });
  addEventListener('pageshow', () => {
    sent = false;
    for (const button of all('[aria-disabled]', form)) if (button.matches('.button')) button.removeAttribute('aria-disabled');
  });
}

// Addresses of filters name only what was chosen.
for (const form of all('[data-tidy]')) {
  form.addEventListener('submit', () => {
    for (const field of form.elements) field.disabled ||= field.name && !field.value;
  });
  addEventListener('pageshow', () => {
    for (const field of form.elements) field.disabled = false;
  });
}

// Passwords: seen on request, and made up on request.
for (const button of all('[data-reveal]')) {
  const field = document.getElementById(button.dataset.reveal);
  button.addEventListener('click', () => {
    const shown = field.type === 'password';
    field.type = shown ? 'text' : 'password';
    button.setAttribute('aria-pressed', String(shown));
  });
  field.form?.addEventListener('submit', () => { field.type = 'password'; });
}
for (const button of all('[data-generate]')) {
  button.addEventListener('click', () => {
    const field = document.getElementById(button.dataset.generate);
    // no 0 O 1 l I: these passwords are read out over the telephone
    const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
    const picked = [];
    while (picked.length < 15) {
      const [byte] = crypto.getRandomValues(new Uint8Array(1));
      if (byte < letters.length * 8) picked.push(letters[byte % letters.length]);
    }
    field.value = picked.join('').replace(/(.{5})(?=.)/g, '$1-');
    field.type = 'text';
    one(`[data-reveal="${field.id}"]`)?.setAttribute('aria-pressed', 'true');
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.focus();
  });
}

// Only the places that fit the role.
for (const role of all('[data-role]')) {
  const scope = one('[data-scope]', role.form);
  const groups = all('optgroup', scope);
  const fit = () => {
    const wanted = role.selectedOptions[0]?.dataset.group;
    for (const group of groups) {
      const fits = !wanted || group.dataset.group === wanted;
      group.hidden = !fits;
      group.disabled = !fits;
    }
    const chosen = scope.selectedOptions[0]?.closest('optgroup');
    if (chosen?.disabled) scope.value = '';
    const open = groups.filter((group) => !group.disabled).flatMap((group) => all('option', group));
    if (wanted && open.length === 1) scope.value = open[0].value;
  };
  role.addEventListener('change', fit);
  fit();
}

// A list that narrows while one types, with or without diacritics.
const bare = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
for (const field of all('[data-narrow]')) {
  const groups = all('[data-group]', one(field.dataset.narrow)).map((group) => ({
    group,
    rows: all('[data-words]', group).map((row) => ({ row, words: bare(row.dataset.words) })),
  }));
  const none = one('[data-narrow-none]');
  const narrow = () => {
    const wanted = bare(field.value.trim()).split(/\s+/);
    let left = 0;
    for (const { group, rows } of groups) {
      let here = 0;
      for (const { row, words } of rows) {
        row.hidden = !wanted.every((word) => words.includes(word));
        if (!row.hidden) here += 1;
      }
      group.hidden = here === 0;
      left += here;
    }
    if (none) none.hidden = left > 0;
  };
  field.addEventListener('input', narrow);
  // on a slow link somebody types before this script is there
  if (field.value !== field.defaultValue) narrow();
}

// A table is a stop for the keyboard only where it can be scrolled.
for (const region of all('.scroll')) {
  const check = () => {
    if (region.scrollWidth > region.clientWidth || region.scrollHeight > region.clientHeight) region.tabIndex = 0;
    else region.removeAttribute('tabindex');
  };
  check();
  addEventListener('resize', check);
}

// Shortcuts
const help = one('#phim-tat');
for (const button of all('[data-shortcuts]')) button.addEventListener('click', () => help.showModal());
const single = one('[data-single-keys]');
if (single) {
  single.checked = lasting?.getItem('phim-don') !== 'tat';
  const hint = () => {
    for (const field of all('[data-hint]')) field.title = single.checked ? field.dataset.hint : '';
  };
  single.addEventListener('change', () => {
    keep(lasting, 'phim-don', single.checked ? null : 'tat');
    hint();
  });
  hint();
}

function press(selector) {
  const button = one(selector);
  if (button) button.click();
  return Boolean(button);
}

addEventListener('keydown', (event) => {
  if (event.defaultPrevented || one('dialog[open]')) return;
  const command = (event.ctrlKey || event.metaKey) && !event.altKey;
  if (command && !event.shiftKey && event.key.toLowerCase() === 's') {
    if (one('[data-save], [data-writing]')) event.preventDefault();
    press('[data-save]');
  } else if (command && event.key === 'Enter') {
    if (press('[data-publish]')) event.preventDefault();
  } else if (event.altKey && !command && event.code === 'KeyC') {
    if (folder && folder.offsetParent) {
      event.preventDefault();
      folder.click();
    }
  } else if (!command && !event.altKey && single?.checked && !event.target.closest('input, textarea, select, [contenteditable="true"]')) {
    const go = { '/': () => one('main [data-search]') ?? one('[data-search]'), '?': () => help, n: () => one('[data-new]'), N: () => one('[data-new]') }[event.key]?.();
    if (!go) return;
    event.preventDefault();
    if (go === help) help.showModal();
    else if (go.matches('a')) go.click();
    else {
      go.focus();
      go.select();
    }
  }
});
