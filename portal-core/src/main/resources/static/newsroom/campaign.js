// The form of a campaign: how it will look while one types; a picture is sent as soon as it is chosen.

const form = document.querySelector('[data-campaign]');
const frame = document.querySelector('[data-campaign-look]');
const one = (selector) => form.querySelector(selector);
const file = one('input[type="file"]');
const picture = one('[data-picture]');
const shown = one('[data-picture-shown]');
const news = one('[data-picture-news]');
const without = one('[data-picture-without]');

const preview = frame.parentElement;

let timer = 0;
let asked = 0; // how often a look was asked for, and which of them the frame was given
let given = 0;

/** Until what was typed last is in the frame. */
function awaited() {
  asked += 1;
  preview.setAttribute('aria-busy', 'true');
  return asked;
}

function shownNow(mine) {
  if (mine === asked) preview.removeAttribute('aria-busy');
}

async function look(mine = awaited()) {
  const typed = new FormData(form);
  typed.delete('file');
  try {
    const answer = await fetch('/chien-dich/xem-truoc', { method: 'POST', body: new URLSearchParams(typed) });
    const page = await answer.text();
    if (mine !== asked) return;
    if (answer.ok && !answer.redirected) {
      given = mine;
      frame.srcdoc = page;
      return;
    }
  } catch {
    // without network the look stays as it was
  }
  shownNow(mine);
}

frame.addEventListener('load', () => {
  const height = frame.contentDocument?.querySelector('main')?.getBoundingClientRect().bottom;
  if (height) frame.style.height = `${Math.min(Math.ceil(height) + 2, 1200)}px`;
  shownNow(given);
});

// The form of a campaign that is over cannot be sent, but shows how it looked.
const locked = one('fieldset[disabled]');
locked?.removeAttribute('disabled');
look();
locked?.setAttribute('disabled', '');

form.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(look, 350, awaited());
});

file.addEventListener('change', async () => {
  const [chosen] = file.files;
  if (!chosen) return;
  const body = new FormData();
  body.append('file', chosen);
  body.append('alt', one('#alt').value);
  news.textContent = form.dataset.sending;
  try {
    const response = await fetch('/anh-chung', {
      method: 'POST', body, headers: { Accept: 'application/json', [form.dataset.csrfHeader]: one('[name="_csrf"]').value },
    });
    const answer = await response.json();
    if (!response.ok) {
      news.textContent = answer.message ?? form.dataset.failed;
      file.value = '';
      return;
    }
    [, , picture.value] = answer.url.split('/');
    shown.src = `/anh-chung${answer.url}`;
    shown.width = answer.width;
    shown.height = answer.height;
    shown.hidden = false;
    without.hidden = false;
    one('#bo-anh').checked = false;
    if (!one('#alt').value) one('#alt').value = answer.alt;
    file.value = '';
    news.textContent = form.dataset.sent;
    look();
  } catch {
    // it goes with the form
    news.textContent = form.dataset.failed;
  }
});
