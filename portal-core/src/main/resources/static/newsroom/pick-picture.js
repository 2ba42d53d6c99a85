// Chooses a picture of the site's library for a field, or brings one. Without this file its address is typed.

const dialog = document.querySelector('[data-picture-choice]');
const list = dialog.querySelector('[data-picture-list]');
const news = dialog.querySelector('[data-picture-news]');
const search = dialog.querySelector('[data-search-picture]');
const bring = dialog.querySelector('[data-bring-picture]');
const more = dialog.querySelector('[data-more-pictures]');
let field = null;
let page = 1;
let asked = 0;

function set(target, address) {
  target.querySelector('[data-picked-address]').value = address;
  const shown = target.querySelector('[data-picked]');
  shown.hidden = !address;
  if (address) shown.src = target.dataset.desk + address;
  else shown.removeAttribute('src');
  target.querySelector('[data-pick-nothing]').hidden = !address;
}

function choose(address) {
  set(field, address);
  dialog.close();
  field.querySelector('[data-pick-from]').focus();
}

async function show() {
  const now = ++asked;
  const query = new URLSearchParams({ loai: 'anh', tim: search.value, trang: String(page) });
  let found;
  try {
    const response = await fetch(`${field.dataset.desk}/thu-vien.json?${query}`);
    if (!response.ok || response.redirected) throw new Error(String(response.status));
    found = await response.json();
  } catch {
    news.textContent = dialog.dataset.failed;
    return;
  }
  if (now !== asked) return;
  if (page === 1) list.replaceChildren();
  for (const picture of found.items) list.append(row(picture));
  more.hidden = !found.more;
  news.textContent = list.childElementCount ? '' : dialog.dataset.none;
}

function row(picture) {
  const line = document.createElement('li');
  const button = document.createElement('button');
  button.type = 'button';
  const image = document.createElement('img');
  image.src = picture.thumb;
  image.alt = '';
  image.loading = 'lazy';
  const name = document.createElement('span');
  name.textContent = picture.name;
  button.append(image, name);
  button.addEventListener('click', () => choose(picture.url));
  line.append(button);
  return line;
}

for (const target of document.querySelectorAll('[data-pick-picture]')) {
  const address = target.querySelector('[data-picked-address]');
  const label = target.querySelector('label');
  const button = target.querySelector('[data-pick-from]');
  address.hidden = true;
  // the label now belongs to what is pressed; links from the list of problems find it, too
  address.name = address.id;
  button.id = address.id;
  address.removeAttribute('id');
  button.setAttribute('aria-describedby', address.getAttribute('aria-describedby') ?? '');
  label.htmlFor = button.id;
  button.addEventListener('click', () => {
    field = target;
    page = 1;
    search.value = '';
    bring.value = '';
    news.textContent = '';
    dialog.showModal();
    show();
  });
  target.querySelector('[data-pick-nothing]').addEventListener('click', () => {
    set(target, '');
    button.focus();
  });
}

let typing;
search.addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(() => { page = 1; show(); }, 250);
});
more.addEventListener('click', () => { page += 1; show(); });
dialog.querySelector('[data-close-pictures]').addEventListener('click', () => dialog.close());

bring.addEventListener('change', async () => {
  const [file] = bring.files;
  if (!file) return;
  news.textContent = dialog.dataset.sending;
  const body = new FormData();
  body.append('file', file, file.name);
  try {
    const response = await fetch(`${field.dataset.desk}/anh`, {
      method: 'POST', body, headers: { 'X-CSRF-TOKEN': document.querySelector('[name="_csrf"]').value, Accept: 'application/json' },
    });
    const answer = await response.json().catch(() => null);
    if (response.status === 201) choose(answer.url);
    else news.textContent = answer?.message ?? dialog.dataset.failed;
  } catch {
    news.textContent = dialog.dataset.failed;
  }
});

// Whoever picks a colour wants it.
document.querySelector('[data-own-colour]')?.addEventListener('input', () => {
  document.getElementById('mau-rieng').checked = true;
});
