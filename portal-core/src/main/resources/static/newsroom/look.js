// Shows the site on the stage in the width of a phone, a tablet or a desk, made small enough to fit.

const stage = document.querySelector('[data-stage]');
const screen = stage.querySelector('[data-screen]');
const frame = stage.querySelector('iframe');
const widths = [...document.querySelectorAll('[data-width]')];
const KEY = 'khung-xem-thu';

function remembered() {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function fit() {
  const width = Number(widths.find((radio) => radio.checked).value);
  const style = getComputedStyle(stage);
  const room = stage.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  const scale = Math.min(1, room / width);
  // as much of the window as a hand or a desk has left
  const high = Math.max(360, Math.min(width === 360 ? 740 : 1200, innerHeight * 0.72));
  frame.style.width = `${width}px`;
  frame.style.height = `${high / scale}px`;
  frame.style.transform = `scale(${scale})`;
  screen.style.width = `${width * scale}px`;
  screen.style.height = `${high}px`;
}

const wanted = remembered() ?? (innerWidth < 700 ? '360' : '1280');
for (const radio of widths) {
  radio.checked = radio.value === wanted;
  radio.addEventListener('change', () => {
    try {
      sessionStorage.setItem(KEY, radio.value);
    } catch {
      // the choice lasts for this page
    }
    fit();
  });
}
addEventListener('resize', fit);
fit();

// Another theme begins with the page that is looked at now.
for (const link of document.querySelectorAll('[data-keeps-page]')) {
  link.addEventListener('click', () => {
    const { pathname, search } = frame.contentWindow.location;
    if (!pathname.startsWith(`${stage.dataset.root}/`)) return;
    const page = pathname.slice(stage.dataset.root.length) + search;
    if (page !== '/') link.search = new URLSearchParams({ trang: page });
  });
}
