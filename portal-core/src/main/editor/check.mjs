// Drives the built bundle in a real browser under the newsroom's strict CSP: npm run check
// Pictures of what it saw go to /tmp/editor-*.png.
import { createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import * as samples from './check-samples.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '../resources/static/newsroom');
const fonts = join(here, 'node_modules/@fontsource/be-vietnam-pro/files');
const CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'";
const uploads = [];
let uploadAnswer = 'ok';

// ── a small newsroom ──────────────────────────────────────────────────────
const fontFaces = [400, 600, 700].flatMap((weight) => ['normal', 'italic'].flatMap((style) => ['latin', 'latin-ext', 'vietnamese'].map((part) => {
  const range = { latin: 'U+0000-00FF,U+2000-206F', 'latin-ext': 'U+0100-0101,U+0104-0109', vietnamese: 'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+1EA0-1EF9,U+20AB' }[part];
  return `@font-face{font-family:BVP;font-weight:${weight};font-style:${style};src:url(/font/be-vietnam-pro-${part}-${weight}-${style}.woff2);unicode-range:${range}}`;
}))).join('\n');
const pageCss = `${fontFaces}
:root{--paper:#fffdf9;--ink:#20251f;--muted:#5f665c;--line:#dcdcd0;--accent:#8a2a1d;--accent-ink:#fff;--bad:#b3261e}
body{margin:0;background:#f3f1ea;color:var(--ink);font:16px/1.6 BVP,sans-serif}
main{max-width:1040px;margin:0 auto;padding:24px 16px 200px}
label{display:block;font-weight:600;margin-bottom:8px}
@media (max-width:480px){main{padding:12px 8px 120px}}
@media (prefers-color-scheme:dark){:root{--paper:#1b1f1c;--ink:#e8e6dd;--muted:#a5aaa0;--line:#3a403b;--accent:#f0a28f;--accent-ink:#2b0d07;--bad:#ff9a8f;--warn:#e9bd72}body{background:#121513}}`;
const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const page = (html, extra = '') => `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>Soạn bài</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/page.css"><link rel="stylesheet" href="/editor.css">
<main><form method="post" action="/luu"><label for="body">Nội dung bài viết</label>
<textarea id="body" name="bodyHtml" ${extra} data-rich-text data-upload-url="/bien-tap/xa/anh" data-media-prefix="/bien-tap/xa" data-csrf-header="X-CSRF-TOKEN" data-csrf-token="tok-123">${escape(html)}</textarea>
<p><button>Lưu</button></p>
<label for="title">Tiêu đề</label><input id="title" name="title" value="Tiếp công dân"><label for="summary">Tóm tắt</label><input id="summary" name="summary" value="Tóm tắt">
<label for="categoryId">Chuyên mục</label><select id="categoryId" name="categoryId"><option value=""></option><option value="1" selected>Tin</option></select>
<aside><section data-checks hidden><h2>Điều cần xem lại</h2></section></aside></form></main><script type="module" src="/editor.js"></script></html>`;

const server = createServer((request, response) => {
  const url = new URL(request.url, 'http://x');
  const send = (type, body, status = 200) => response.writeHead(status, { 'content-type': type, 'content-security-policy': CSP }).end(body);
  if (url.pathname === '/page') return send('text/html; charset=utf-8', page(samples[url.searchParams.get('sample')] || '', url.searchParams.get('extra') || ''));
  if (url.pathname === '/page.css') return send('text/css', pageCss);
  if (url.pathname === '/editor.css') return send('text/css', readFileSync(join(out, 'editor.css')));
  if (url.pathname === '/editor.js') return send('text/javascript', readFileSync(join(out, 'editor.js')));
  if (url.pathname.startsWith('/font/')) return send('font/woff2', readFileSync(join(fonts, url.pathname.slice(6))));
  if (url.pathname.startsWith('/bien-tap/xa/media/')) return send('image/svg+xml', samples.picture);
  if (url.pathname === '/bien-tap/xa/anh') {
    const parts = [];
    request.on('data', (part) => parts.push(part)).on('end', () => {
      uploads.push({ headers: request.headers, body: Buffer.concat(parts).toString('latin1') });
      if (uploadAnswer === 'ok') send('application/json', JSON.stringify({ url: '/media/ab12/le-hoi.jpg', width: 1200, height: 675 }), 201);
      else send('application/json', JSON.stringify({ message: 'Ảnh nặng quá 10 MB. Mời chọn ảnh nhỏ hơn.' }), 422);
    });
    return undefined;
  }
  if (url.pathname === '/bien-tap/xa/thu-vien.json') {
    const all = [1, 2, 3].map((n) => ({ url: `/media/cd${n}/a.jpg`, name: `a${n}.jpg`, alt: n === 2 ? '' : `Cổng làng ${n}`, width: 1200, height: 675, thumb: `/media/cd${n}/a.jpg` }));
    const found = all.filter((item) => item.alt.includes(url.searchParams.get('tim')));
    const first = url.searchParams.get('trang') === '1';
    return send('application/json', JSON.stringify({ items: first ? found.slice(0, 2) : found.slice(2), more: first && found.length > 2 }));
  }
  if (url.pathname === '/bien-tap/xa/tep') {
    request.resume().on('end', () => send('application/json', JSON.stringify({ url: '/tep/0123456789abcdef/ke-hoach.pdf', name: 'ke-hoach.pdf', bytes: 1234567, type: 'pdf', duplicate: false }), 201));
    return undefined;
  }
  return send('text/plain', 'không có', 404);
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const base = `http://127.0.0.1:${server.address().port}`;

// ── the browser ───────────────────────────────────────────────────────────
const executablePath = '/usr/bin/chromium';
if (!existsSync(executablePath)) throw new Error(`Chưa có ${executablePath}`);
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const complaints = [];
let failures = 0;

async function open(path, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1120, height: 820 }, locale: 'vi-VN', ...options });
  const tab = await context.newPage();
  tab.on('console', (message) => { if (['error', 'warning'].includes(message.type())) complaints.push(`${path}: ${message.text()}`); });
  tab.on('pageerror', (error) => complaints.push(`${path}: ${error.stack}`));
  tab.on('requestfailed', (request) => complaints.push(`${path}: ${request.url()} ${request.failure()?.errorText}`));
  tab.on('response', (answer) => { if (answer.status() === 404) complaints.push(`${path}: 404 ${answer.url()}`); });
  await tab.addInitScript(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
  });
  await tab.goto(base + path);
  await tab.locator('.cl-content').waitFor();
  return tab;
}
const value = (tab) => tab.locator('textarea[name=bodyHtml]').inputValue();
const tool = (tab, name) => tab.getByRole('toolbar').getByRole('button', { name });
const shot = (tab, name, options) => tab.screenshot({ path: `/tmp/editor-${name}.png`, ...options });
async function pick(tab, menu, name) {
  await tool(tab, menu).click();
  await tab.locator('.cl-menu.cl-open').getByText(name, { exact: true }).click();
}
/** An empty editor. The pause lets the click settle, as it does for people. */
async function fresh(tab) {
  for (let i = 0; i < 5; i += 1) {
    await tab.locator('.cl-content').click();
    await tab.waitForTimeout(80);
    await tab.keyboard.press('Control+a');
    await tab.keyboard.press('Backspace');
    await tab.keyboard.press('Control+Backslash');
    if (await value(tab) === '') return;
  }
  throw new Error('không xóa trắng được');
}
const paste = (tab, data, files = []) => tab.evaluate(([types, list]) => {
  const transfer = new DataTransfer();
  for (const [type, text] of Object.entries(types)) transfer.setData(type, text);
  for (const name of list) transfer.items.add(new File([new Uint8Array([1, 2, 3])], name, { type: 'image/png' }));
  document.querySelector('.cl-content').dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }));
}, [data, files]);

function check(name, actual, expected) {
  const ok = expected instanceof RegExp ? expected.test(actual) : actual === expected;
  if (!ok) failures += 1;
  console.log(`${ok ? 'đạt  ' : 'HỎNG '} ${name}${ok ? '' : `\n   có:  ${JSON.stringify(actual)}\n   cần: ${expected instanceof RegExp ? expected : JSON.stringify(expected)}`}`);
}

async function run(name, body) {
  try {
    await body();
  } catch (error) {
    failures += 1;
    console.log(`HỎNG  ${name}: ${error.message.slice(0, 900)}`);
  }
}

const tab = await open('/page');

await run('gõ chữ', async () => {
  await tab.locator('.cl-content').click();
  await shot(tab, 'empty');
  await tab.keyboard.type('Ủy ban nhân dân xã Đường Hoa thông báo lịch tiếp công dân.');
  check('gõ tiếng Việt', await value(tab), '<p>Ủy ban nhân dân xã Đường Hoa thông báo lịch tiếp công dân.</p>');
  check('nhãn', await tab.locator('.cl-content').evaluate((el) => document.getElementById(el.getAttribute('aria-labelledby'))?.textContent), 'Nội dung bài viết');
  check('đếm chữ', await tab.locator('.cl-count').innerText(), '13 chữ · đọc khoảng 1 phút');
  check('ô gốc được giấu', String(await tab.locator('textarea[name=bodyHtml]').isHidden()), 'true');
  await tab.evaluate(() => { window.inputs = 0; document.querySelector('[name=bodyHtml]').addEventListener('input', () => { window.inputs += 1; }); });
  await tab.keyboard.type('!');
  check('báo input', String(await tab.evaluate(() => window.inputs)), '1');
});

await run('bộ gõ', async () => {
  await fresh(tab);
  const devtools = await tab.context().newCDPSession(tab);
  for (const step of ['t', 'ti', 'tiê', 'tiến', 'tiếng']) {
    await devtools.send('Input.imeSetComposition', { text: step, selectionStart: step.length, selectionEnd: step.length });
  }
  await devtools.send('Input.insertText', { text: 'tiếng' });
  await tab.keyboard.type(' Việt');
  check('bộ gõ có vùng soạn', await value(tab), '<p>tiếng Việt</p>');
});

await run('định dạng', async () => {
  await fresh(tab);
  await tool(tab, 'Chữ đậm').click();
  check('aria-pressed', await tool(tab, 'Chữ đậm').getAttribute('aria-pressed'), 'true');
  await tab.keyboard.type('đậm');
  await tab.keyboard.press('Control+b');
  await tab.keyboard.press('Control+i');
  await tab.keyboard.type(' nghiêng');
  await tab.keyboard.press('Control+i');
  await tool(tab, 'Gạch chân').click();
  await tab.keyboard.type(' gạch');
  check('đậm, nghiêng, gạch', await value(tab), '<p><strong>đậm</strong><em> nghiêng</em><u> gạch</u></p>');
  await tab.keyboard.press('Control+a');
  await tool(tab, 'Xóa định dạng').click();
  check('xóa định dạng', await value(tab), '<p>đậm nghiêng gạch</p>');
  await pick(tab, /Kiểu đoạn|Đoạn văn/, 'Đề mục lớn');
  await pick(tab, /Căn lề/, 'Căn giữa');
  check('đề mục, căn giữa', await value(tab), '<h2 class="can-giua">đậm nghiêng gạch</h2>');
  await tab.waitForTimeout(600); // one step of undo gathers what happens within half a second
  await tab.keyboard.press('Control+Alt+3');
  await pick(tab, /Căn lề/, 'Căn phải');
  check('đề mục vừa, căn phải', await value(tab), '<h3 class="can-phai">đậm nghiêng gạch</h3>');
  await tool(tab, 'Hoàn tác').click();
  check('hoàn tác', await value(tab), /can-giua/);
  await tool(tab, 'Làm lại').click();
  check('làm lại', await value(tab), /can-phai/);
});

await run('danh sách', async () => {
  await fresh(tab);
  await tab.keyboard.type('- một');
  await tab.keyboard.press('Enter');
  await tab.keyboard.press('Tab');
  await tab.keyboard.type('một a');
  await tab.keyboard.press('Enter');
  await tab.keyboard.press('Shift+Tab');
  await tab.keyboard.type('hai');
  check('danh sách lồng', await value(tab), '<ul><li>một<ul><li>một a</li></ul></li><li>hai</li></ul>');
  await tool(tab, 'Danh sách đánh số').click();
  check('đổi sang đánh số', await value(tab), /^<ol><li>một/);
  await fresh(tab);
  await tool(tab, 'Trích dẫn').click();
  await tab.keyboard.type('Lời dân');
  check('trích dẫn', await value(tab), '<blockquote><p>Lời dân</p></blockquote>');
  await fresh(tab);
  await tab.keyboard.type('__trống__ và **sao**');
  check('không đổi dấu khi gõ', await value(tab), '<p>__trống__ và **sao**</p>');
});

await run('liên kết', async () => {
  await fresh(tab);
  await tab.keyboard.type('Xem thông báo');
  await tab.keyboard.press('Control+a');
  await tab.keyboard.press('Control+k');
  const dialog = tab.getByRole('dialog');
  await dialog.getByLabel('Địa chỉ').fill('javascript:alert(1)');
  await tab.keyboard.press('Enter');
  check('từ chối địa chỉ xấu', await dialog.locator('.cl-error').first().innerText(), /chưa dùng được/);
  await shot(tab, 'link');
  await dialog.getByLabel('Địa chỉ').fill('/tin-tuc/thong-bao');
  await tab.keyboard.press('Enter');
  check('đường dẫn trong trang', await value(tab), '<p><a href="/tin-tuc/thong-bao">Xem thông báo</a></p>');
  await tab.keyboard.press('Control+k');
  await dialog.getByLabel('Địa chỉ').fill('quangninh.gov.vn/tin');
  await tab.keyboard.press('Enter');
  check('sửa, thêm https', await value(tab), '<p><a href="https://quangninh.gov.vn/tin">Xem thông báo</a></p>');
  await tab.keyboard.press('Control+k');
  await dialog.getByRole('button', { name: 'Bỏ liên kết' }).click();
  check('bỏ liên kết', await value(tab), '<p>Xem thông báo</p>');
  await fresh(tab);
  await tool(tab, 'Liên kết').click();
  await dialog.getByLabel('Địa chỉ').fill('0203 3 123 456');
  await tab.keyboard.press('Enter');
  check('số điện thoại', await value(tab), '<p><a href="tel:02033123456">0203 3 123 456</a></p>');
  await tab.keyboard.type(' gọi');
  check('viết tiếp ngoài liên kết', await value(tab), /<\/a> gọi<\/p>$/);
});

await run('bảng', async () => {
  await fresh(tab);
  await pick(tab, 'Bảng', 'Chèn bảng 3 × 3');
  for (const word of ['Thứ', 'Buổi', 'Phòng', 'Hai', 'Sáng', '201']) {
    await tab.keyboard.type(word);
    await tab.keyboard.press('Tab');
  }
  await pick(tab, 'Bảng', 'Thêm cột bên phải');
  await pick(tab, 'Bảng', 'Thêm hàng ở dưới');
  await tool(tab, 'Bảng').click();
  await shot(tab, 'table');
  await tab.keyboard.press('Escape');
  await pick(tab, 'Bảng', 'Xóa hàng này');
  check('bảng', await value(tab), /^<table><thead><tr><th scope="col">Thứ<\/th><th scope="col"><\/th><th scope="col">Buổi<\/th><th scope="col">Phòng<\/th><\/tr><\/thead><tbody><tr><td>Hai<\/td><td><\/td><td>Sáng<\/td><td>201<\/td><\/tr><tr>(<td><\/td>){4}<\/tr><\/tbody><\/table>$/);
  await pick(tab, 'Bảng', 'Xóa cả bảng');
  check('xóa bảng', await value(tab), '');
});

await run('ảnh', async () => {
  await fresh(tab);
  await tab.keyboard.type('Trước ảnh');
  await tab.keyboard.press('Enter');
  const png = Buffer.from(await tab.screenshot({ clip: { x: 0, y: 0, width: 640, height: 360 } }));
  const chooser = tab.waitForEvent('filechooser');
  await tool(tab, 'Ảnh').click();
  await (await chooser).setFiles({ name: 'lễ hội.png', mimeType: 'image/png', buffer: png });
  const dialog = tab.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Đưa ảnh vào bài' }).click();
  check('bắt buộc mô tả', await dialog.locator('.cl-error').first().innerText(), /Chưa có mô tả/);
  await dialog.getByLabel('Mô tả ảnh').fill('Bà con xã Đường Hoa rước kiệu trong lễ hội đình làng');
  await dialog.getByLabel('Chú thích dưới ảnh').fill('Lễ hội đình làng. Ảnh: Hà My');
  await shot(tab, 'image-dialog');
  uploadAnswer = 'bad';
  await dialog.getByRole('button', { name: 'Đưa ảnh vào bài' }).click();
  await dialog.getByText('Ảnh nặng quá 10 MB').waitFor();
  await shot(tab, 'image-refused');
  complaints.splice(0, complaints.length, ...complaints.filter((line) => !/status of 422/.test(line)));
  uploadAnswer = 'ok';
  await dialog.getByRole('button', { name: 'Đưa ảnh vào bài' }).click();
  await tab.locator('dialog').waitFor({ state: 'detached' });
  await tab.keyboard.type('Sau ảnh');
  check('ảnh trong bài', await value(tab), '<p>Trước ảnh</p>\n<figure><img src="/media/ab12/le-hoi.jpg" alt="Bà con xã Đường Hoa rước kiệu trong lễ hội đình làng" width="1200" height="675"><figcaption>Lễ hội đình làng. Ảnh: Hà My</figcaption></figure>\n<p>Sau ảnh</p>');
  check('ảnh hiện qua tòa soạn', await tab.locator('.cl-content figure img').getAttribute('src'), '/bien-tap/xa/media/ab12/le-hoi.jpg');
  const last = uploads.at(-1);
  check('mã CSRF', last.headers['x-csrf-token'], 'tok-123');
  check('tệp và mô tả', String(/name="file"; filename=/.test(last.body) && /name="alt"/.test(last.body)), 'true');
  await tab.locator('figcaption').click();
  await tab.keyboard.press('End');
  await tab.keyboard.type(', 2026');
  check('sửa chú thích', await value(tab), /Hà My, 2026<\/figcaption>/);
  await tab.keyboard.press('Enter');
  await tab.keyboard.type('Nữa. ');
  check('Enter ra khỏi chú thích', await value(tab), /<\/figure>\n<p>Nữa. Sau ảnh<\/p>$/);
  await tab.locator('figcaption').click();
  await tab.locator('.cl-figure-tools').getByRole('button', { name: 'Sửa mô tả' }).click();
  await dialog.getByLabel('Ảnh chỉ để trang trí').check();
  await dialog.getByRole('button', { name: 'Lưu mô tả' }).click();
  check('ảnh trang trí', await value(tab), /le-hoi\.jpg" alt="" width="1200" height="675" class="trang-tri"/);
  await shot(tab, 'figure');
  await fresh(tab);
  await paste(tab, {}, ['dan.png']);
  await dialog.getByLabel('Ảnh chỉ để trang trí').check();
  await dialog.getByRole('button', { name: 'Đưa ảnh vào bài' }).click();
  await tab.locator('dialog').waitFor({ state: 'detached' });
  check('dán tệp ảnh', await value(tab), '<figure><img src="/media/ab12/le-hoi.jpg" alt="" width="1200" height="675" class="trang-tri"></figure>');
  const copied = await tab.evaluate(() => {
    const transfer = new DataTransfer();
    const content = document.querySelector('.cl-content');
    content.focus();
    content.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', ctrlKey: true, bubbles: true, cancelable: true }));
    content.dispatchEvent(new ClipboardEvent('copy', { clipboardData: transfer, bubbles: true, cancelable: true }));
    return transfer.getData('text/html');
  });
  await fresh(tab);
  await paste(tab, { 'text/html': copied });
  check('chép và dán trong bài', await value(tab), '<figure><img src="/media/ab12/le-hoi.jpg" alt="" width="1200" height="675" class="trang-tri"></figure>');
  await fresh(tab);
  await tab.keyboard.type('Đích thả');
  await tab.evaluate(() => {
    const transfer = new DataTransfer();
    for (const name of ['a.png', 'b.png']) transfer.items.add(new File([new Uint8Array([1])], name, { type: 'image/png' }));
    const box = document.querySelector('.cl-content p').getBoundingClientRect();
    document.querySelector('.cl-content p').dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, clientX: box.right - 5, clientY: box.top + 8, bubbles: true, cancelable: true }));
  });
  await tab.getByRole('heading', { name: 'Thêm ảnh 1/2' }).waitFor();
  await tab.keyboard.press('Escape');
  await tab.getByRole('heading', { name: 'Thêm ảnh 2/2' }).waitFor();
  await dialog.getByLabel('Mô tả ảnh').fill('Ảnh hai');
  await dialog.getByRole('button', { name: 'Đưa ảnh vào bài' }).click();
  await tab.locator('dialog').waitFor({ state: 'detached' });
  check('thả hai tệp, bỏ một', await value(tab), '<p>Đích thả</p>\n<figure><img src="/media/ab12/le-hoi.jpg" alt="Ảnh hai" width="1200" height="675"></figure>');
});

await run('dán', async () => {
  for (const [name, sample] of Object.entries(samples.pasted)) {
    await fresh(tab);
    await paste(tab, { 'text/html': sample.html, 'text/plain': 'chữ trơn' });
    check(`dán: ${name}`, await value(tab), sample.expected);
    if (sample.shot) {
      await shot(tab, `paste-${sample.shot}`);
      await tab.locator('.cl-notice:not(.cl-off)').getByRole('button').click({ timeout: 500 }).catch(() => {});
    }
  }
  await fresh(tab);
  await paste(tab, { 'text/plain': 'Dòng một\nDòng hai' });
  check('dán chữ trơn', await value(tab), '<p>Dòng một</p>\n<p>Dòng hai</p>');
});

await run('kiểu chữ thêm', async () => {
  await fresh(tab);
  await tab.keyboard.type('m');
  await pick(tab, 'Thêm kiểu chữ', 'Chỉ số trên (m²)');
  await tab.keyboard.type('2');
  await tab.keyboard.press('Control+.');
  await tab.keyboard.type(' H');
  await tab.keyboard.press('Control+,');
  await tab.keyboard.type('2');
  await tab.keyboard.press('Control+,');
  await pick(tab, 'Thêm kiểu chữ', 'Gạch ngang chữ');
  await tab.keyboard.type('bỏ');
  check('chỉ số, gạch ngang', await value(tab), '<p>m<sup>2</sup> H<sub>2</sub><s>bỏ</s></p>');
  await tool(tab, 'Thêm kiểu chữ').click();
  check('dấu chọn trong trình đơn', await tab.getByRole('menuitemcheckbox', { name: 'Gạch ngang chữ' }).getAttribute('aria-checked'), 'true');
  await tab.keyboard.press('Escape');
});

await run('khung và nguồn', async () => {
  await fresh(tab);
  await tab.keyboard.type('Nước lên');
  await pick(tab, 'Chèn', 'Khung cảnh báo');
  check('khung', await value(tab), '<div class="hop hop-canh-bao"><p>Nước lên</p></div>');
  await pick(tab, 'Chèn', 'Khung lưu ý');
  check('đổi khung', await value(tab), '<div class="hop hop-luu-y"><p>Nước lên</p></div>');
  await shot(tab, 'notice');
  await pick(tab, 'Chèn', 'Khung lưu ý');
  check('bỏ khung', await value(tab), '<p>Nước lên</p>');
  await tool(tab, 'Trích dẫn').click();
  await pick(tab, 'Chèn', 'Nguồn của trích dẫn');
  await tab.keyboard.type('Ông Tư');
  check('nguồn trích dẫn', await value(tab), '<blockquote><p>Nước lên</p><p><cite>Ông Tư</cite></p></blockquote>');
});

await run('chú thích', async () => {
  await fresh(tab);
  await tab.keyboard.type('Hai');
  await tab.keyboard.press('Control+Alt+f');
  await tab.keyboard.type('Luật hai');
  await tab.keyboard.press('Enter');
  await tab.keyboard.type('.');
  await tab.keyboard.press('Home');
  await tab.keyboard.type('Một');
  await pick(tab, 'Chèn', 'Chú thích cuối bài');
  await tab.keyboard.type('Luật một');
  const note = (n, text) => `<li id="ct-${n}">${text} <a href="#ctv-${n}" title="Về chỗ đang đọc">↩</a></li>`;
  const ref = (n) => `<sup class="chu-thich"><a href="#ct-${n}" id="ctv-${n}">${n}</a></sup>`;
  const expected = `<p>Một${ref(1)}Hai${ref(2)}.</p>\n<ol class="chu-thich">${note(1, 'Luật một')}${note(2, 'Luật hai')}</ol>`;
  check('số theo thứ tự trong bài', await value(tab), expected);
  await shot(tab, 'footnotes');
  await tab.evaluate((html) => {
    const area = document.querySelector('[name=bodyHtml]');
    area.value = html;
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }, expected.replaceAll('Luật một', 'Luật ba'));
  check('đọc lại chú thích', await tab.evaluate(() => document.querySelector('[name=bodyHtml]').editor.getHtml()), expected.replaceAll('Luật một', 'Luật ba'));
});

await run('video và tệp', async () => {
  await fresh(tab);
  const dialog = tab.getByRole('dialog');
  await pick(tab, 'Chèn', 'Video');
  await dialog.getByLabel('Địa chỉ video').fill('https://vidu.vn/x');
  await dialog.getByLabel('Tên video').fill('Lễ hội');
  await tab.keyboard.press('Enter');
  check('không phải video', await dialog.locator('.cl-error').first().innerText(), /không phải một video/);
  await shot(tab, 'video-dialog');
  await dialog.getByLabel('Địa chỉ video').fill('youtube.com/watch?v=abc&si=theo-doi');
  await tab.keyboard.press('Enter');
  const figure = '<figure class="video" data-video="https://youtube.com/watch?v=abc"><a href="https://youtube.com/watch?v=abc">Lễ hội</a></figure>';
  check('video', await value(tab), figure);
  await shot(tab, 'video');
  await tab.locator('.cl-video-card').hover();
  await tab.getByRole('button', { name: 'Sửa video' }).click();
  await dialog.getByLabel('Chú thích').fill('Năm 2026');
  await tab.keyboard.press('Enter');
  check('chú thích video', await value(tab), figure.replace('</figure>', '<figcaption>Năm 2026</figcaption></figure>'));
  await fresh(tab);
  const chooser = tab.waitForEvent('filechooser');
  await pick(tab, 'Chèn', 'Tệp đính kèm');
  await (await chooser).setFiles({ name: 'ke_hoach.pdf', mimeType: 'application/pdf', buffer: Buffer.from('x') });
  await dialog.getByLabel('Tên hiện trong bài').fill('Kế hoạch');
  await tab.keyboard.press('Enter');
  await tab.locator('dialog').waitFor({ state: 'detached' });
  const link = '<p><a class="tep" href="/tep/0123456789abcdef/ke-hoach.pdf" data-bytes="1234567" data-loai="PDF">Kế hoạch (PDF, 1,2 MB)</a></p>';
  check('tệp đính kèm', await value(tab), link);
  await tab.keyboard.type('Sau');
  check('viết tiếp sau tệp', await value(tab), `${link}\n<p>Sau</p>`);
});

await run('bộ ảnh, thư viện', async () => {
  await fresh(tab);
  await tab.keyboard.type('Trước');
  const dialog = tab.getByRole('dialog');
  const chooser = tab.waitForEvent('filechooser');
  await pick(tab, 'Chèn', 'Bộ ảnh, nhiều ảnh cạnh nhau');
  const file = (name) => ({ name, mimeType: 'image/png', buffer: Buffer.from([1]) });
  await (await chooser).setFiles([file('a.png'), file('b.png')]);
  for (const n of [1, 2]) {
    await tab.getByRole('heading', { name: `Thêm ảnh ${n}/2` }).waitFor();
    await dialog.getByLabel('Mô tả ảnh').fill(`Ảnh ${n}`);
    await dialog.getByRole('button', { name: 'Đưa ảnh vào bài' }).click();
  }
  await tab.locator('dialog').waitFor({ state: 'detached' });
  const one = (n) => `<figure><img src="/media/ab12/le-hoi.jpg" alt="Ảnh ${n}" width="1200" height="675"></figure>`;
  check('bộ ảnh', await value(tab), `<p>Trước</p>\n<div class="bo-anh">${one(1)}${one(2)}</div>`);
  await shot(tab, 'gallery');
  await tab.locator('.bo-anh figure').first().hover();
  await tab.locator('.bo-anh figure').first().getByRole('button', { name: 'Xóa ảnh' }).click();
  await tab.locator('.bo-anh figure').first().hover();
  await tab.locator('.bo-anh figure').first().getByRole('button', { name: 'Xóa ảnh' }).click();
  check('xóa hết thì hết bộ ảnh', await value(tab), '<p>Trước</p>');
  await pick(tab, 'Chèn', 'Ảnh từ thư viện');
  await dialog.getByRole('radio', { name: 'Cổng làng 1' }).check({ force: true });
  await dialog.getByRole('button', { name: 'Xem thêm ảnh' }).click();
  await dialog.getByRole('radio', { name: 'Cổng làng 3' }).waitFor();
  await shot(tab, 'library');
  await dialog.getByRole('button', { name: 'Chọn ảnh này' }).click();
  await dialog.getByRole('button', { name: 'Đưa ảnh vào bài' }).click();
  check('ảnh từ thư viện', await value(tab), /<figure><img src="\/media\/cd1\/a\.jpg" alt="Cổng làng 1" width="1200" height="675"><\/figure>/);
});

await run('tìm và thay', async () => {
  await fresh(tab);
  await tab.keyboard.type('Đường làng, duong lang, ĐƯỜNG LÀNG');
  await tab.keyboard.press('Control+h');
  const bar = tab.locator('.cl-find');
  await bar.getByLabel('Tìm', { exact: true }).fill('đường làng');
  check('đếm', await bar.locator('.cl-find-count').innerText(), '1/2');
  await bar.getByLabel('Không phân biệt dấu').check();
  check('không dấu', await bar.locator('.cl-find-count').innerText(), /\/3$/);
  await shot(tab, 'find');
  await bar.getByLabel('Không phân biệt dấu').uncheck();
  await bar.getByLabel('Thay bằng').fill('ngõ xóm');
  await bar.getByRole('button', { name: 'Thay', exact: true }).click();
  check('thay một', await value(tab), '<p>ngõ xóm, duong lang, ĐƯỜNG LÀNG</p>');
  await bar.getByRole('button', { name: 'Thay tất cả' }).click();
  check('thay tất cả', await value(tab), '<p>ngõ xóm, duong lang, ngõ xóm</p>');
  await tab.keyboard.press('Escape');
  await tool(tab, 'Hoàn tác').click();
  check('hoàn tác thay', await value(tab), /ĐƯỜNG LÀNG/);
});

await run('điều cần xem lại', async () => {
  await fresh(tab);
  const panel = tab.locator('[data-checks]');
  await panel.getByText('Chưa thấy gì cần xem lại').waitFor();
  await tab.keyboard.type('Liên hệ ông Tám, số 0912 345 678, CCCD 089123456789, xem ');
  await tab.keyboard.press('Control+k');
  await tab.getByRole('dialog').getByLabel('Địa chỉ').fill('https://bao.vn/x');
  await tab.getByRole('dialog').getByLabel('Chữ hiển thị').fill('tại đây');
  await tab.keyboard.press('Enter');
  await panel.getByText('giấy tờ tùy thân').waitFor();
  check('các điều', (await panel.locator('li strong').allInnerTexts()).join(' '), 'Cần sửa. Nên xem. Nên xem. Để biết.');
  check('đếm ở đề mục', await panel.locator('h2').innerText(), /3$/);
  check('gạch dưới trong bài', (await tab.locator('.cl-finding').allInnerTexts()).join('|'), '0912 345 678|089123456789|tại đây');
  await shot(tab, 'checks', { fullPage: true });
  await panel.getByRole('button', { name: 'Đến chỗ này' }).first().click();
  check('đến chỗ', await tab.evaluate(() => getSelection().toString()), '089123456789');
  await tab.keyboard.press('Delete');
  await panel.getByText('giấy tờ tùy thân').waitFor({ state: 'detached' });
  await panel.getByRole('button', { name: 'Bỏ qua lần này' }).first().click();
  check('bỏ qua', (await panel.locator('li strong').allInnerTexts()).join(' '), 'Nên xem. Để biết.');
  await tab.getByLabel('Tóm tắt').fill('');
  await panel.getByText('chưa có tóm tắt').waitFor();
  await tab.getByLabel('Tóm tắt').fill('Tóm tắt');
});

await run('từng điều', async () => {
  const panel = tab.locator('[data-checks]');
  const look = async (html, expected) => {
    await tab.evaluate((content) => document.querySelector('[name=bodyHtml]').editor.setHtml(content), html);
    await tab.waitForTimeout(650);
    check(`xem: ${html.slice(0, 60)}`, (await panel.locator('li > p').allInnerTexts()).map((text) => text.replace(/\n/g, ' ')).join(' | '), expected);
  };
  await look('<p>Gọi +84 912.345.678 hoặc 0296 3852 555, giá 120000000 đồng, số 12/2026/QĐ-UBND, ngày 20/11/2026.</p>', /^Nên xem\. Đây có vẻ là số điện thoại di động[^|]*912\.345\.678”$/);
  await look('<p>Mã hồ sơ 123456789012</p>', /^Nên xem\. Dãy số này có thể/);
  await look('<p>CMND số 351234567</p>', /^Cần sửa\. Đây là số giấy tờ/);
  await look('<h3>Nhỏ</h3><p>a</p><h2>Lớn</h2><h4>Nhỏ nữa</h4>', /Đề mục đầu tiên nên là[^|]*\| Nên xem\. Đề mục này nhỏ hơn/);
  await look('<p>ỦY BAN NHÂN DÂN XÃ THÔNG BÁO LỊCH CẮT ĐIỆN TOÀN XÃ NGÀY MAI</p>', /viết toàn chữ hoa/);
  await look('<p>UBND xã và HĐND xã họp.</p>', '');
  await look('<p><a href="#khong">Xem quyết định</a> <a href="/bien-tap/xa/bai/1">Bài cũ</a> <a href="/bai-viet/a">Bài trước</a></p>', /^Cần sửa\. Liên kết này không mở được[^|]*\| Cần sửa\. Liên kết này dẫn vào tòa soạn[^|]*$/);
  await look(`<p>${'chữ '.repeat(181)}</p>`, /Đoạn này dài 181 chữ/);
  await look('<figure><img src="/media/ab/x.jpg"></figure><figure><img src="/media/ab/y.jpg" alt="" class="trang-tri"></figure>', /^Cần sửa\. Ảnh chưa có mô tả[^|]*$/);
  await look('<p>Luật<sup class="chu-thich"><a href="#ct-1">1</a></sup></p>', /^Cần sửa\. Chú thích 1 chưa có nội dung[^|]*$/);
  await look('', '');
});

await run('ghi chú bên lề', async () => {
  await fresh(tab);
  await tab.keyboard.type('Nước lên ở thôn 2. Nước lên ở thôn 5.');
  const call = (body) => tab.evaluate(`(() => { const editor = document.querySelector('[name=bodyHtml]').editor; return ${body}; })()`);
  check('chưa chọn gì', String(await call('editor.quote()')), 'null');
  for (let i = 0; i < 'ở thôn 5.'.length; i += 1) await tab.keyboard.press('Shift+ArrowLeft');
  await tab.waitForTimeout(100);
  check('lời được chọn', JSON.stringify(await call('editor.quote()')), JSON.stringify({ exact: 'ở thôn 5.', prefix: 'Nước lên ở thôn 2. Nước lên ', suffix: '' }));
  await call('editor.setHtml("<p>Tin mới.</p><p>Nước lên ở thôn 2. Hôm nay Nước lên ở thôn 5.</p>")');
  const lost = await call(`editor.show([{ id: 1, exact: 'Nước lên', prefix: 'thôn 2. ', suffix: ' ở thôn 5', open: true }, { id: 2, exact: 'không có', prefix: '', suffix: '', open: true }])`);
  check('lời đã mất', JSON.stringify(lost), '[2]');
  check('đúng chỗ dù chữ quanh đã đổi', await tab.locator('.cl-ghi-chu').evaluate((el) => el.previousSibling?.textContent ?? ''), /Hôm nay $/);
  check('đến ghi chú', String(await call('editor.reveal(1)')), 'true');
  check('ghi chú đang xem', await tab.locator('.cl-ghi-chu-chon').innerText(), 'Nước lên');
  await call('void editor.onPick((id) => { window.picked = id; })');
  await tab.locator('.cl-ghi-chu').click();
  check('bấm vào ghi chú', String(await tab.evaluate(() => window.picked)), '1');
  await tab.waitForTimeout(100);
  const kept = await call(`(() => { const place = () => getSelection().anchorNode.textContent + getSelection().anchorOffset; editor.focus(); const before = place(); editor.setHtml(editor.getHtml().replace('Tin mới', 'Tin rất mới')); return place() === before ? 'giữ' : before + ' → ' + place(); })()`);
  check('con trỏ ở nguyên chữ của nó', kept, 'giữ');
  await call('editor.show([])');
});

await run('dán ảnh nằm trong chữ', async () => {
  await fresh(tab);
  const png = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  await paste(tab, { 'text/html': `<p>Trước</p><p><img src="${png}" alt="Sơ đồ" width="300" height="200"></p><p><img src="file:///C:/x.jpg" width="30" height="20">Sau</p>`, 'text/plain': 'x' });
  await tab.locator('img[src="/bien-tap/xa/media/ab12/le-hoi.jpg"]').waitFor();
  check('ảnh dán được tải lên', await value(tab), '<p>Trước</p>\n<figure><img src="/media/ab12/le-hoi.jpg" alt="Sơ đồ" width="1200" height="675"></figure>\n<p>Sau</p>');
  await fresh(tab);
  uploadAnswer = 'bad';
  await paste(tab, { 'text/html': `<p>Trước</p><img src="${png}"><p>Sau</p>`, 'text/plain': 'x' });
  await tab.getByText('chưa tải lên được').waitFor();
  complaints.splice(0, complaints.length, ...complaints.filter((line) => !/status of 422/.test(line)));
  uploadAnswer = 'ok';
  check('ảnh không tải được thì báo', await value(tab), '<p>Trước</p>\n<p>Sau</p>');
  await tab.locator('.cl-notice:not(.cl-off)').getByRole('button').click();
});

await run('bàn phím', async () => {
  await fresh(tab);
  await tab.keyboard.type('chữ');
  await tab.keyboard.press('Alt+F10');
  check('vào thanh công cụ', await tab.evaluate(() => document.activeElement.closest('[role=toolbar]') !== null && 'có'), 'có');
  await tab.keyboard.press('Home');
  await tab.keyboard.press('ArrowRight');
  await tab.keyboard.press('ArrowRight');
  check('mũi tên', await tab.evaluate(() => document.activeElement.className), /cl-style/);
  await tab.keyboard.press('ArrowDown');
  await tab.keyboard.press('ArrowDown');
  await shot(tab, 'menu');
  await tab.keyboard.press('Enter');
  check('chọn bằng phím', await value(tab), '<h2>chữ</h2>');
  check('một điểm dừng Tab', String(await tab.locator('[role=toolbar] button[tabindex="0"]').count()), '1');
});
check('không vi phạm CSP', (await tab.evaluate(() => window.violations)).join('\n'), '');

await run('bài có sẵn', async () => {
  const stored = await open('/page?sample=article');
  check('mở bài không đổi ô gốc', await value(stored), samples.article);
  await stored.locator('.cl-content p').first().click();
  await stored.keyboard.press('Home');
  await stored.keyboard.type('X');
  await stored.keyboard.press('Backspace');
  check('đọc rồi ghi giữ nguyên', await value(stored), samples.article);
  const extras = await open('/page?sample=extras');
  await extras.locator('.cl-content p').first().click();
  await extras.keyboard.press('Home');
  await extras.keyboard.type('X');
  await extras.keyboard.press('Backspace');
  check('đọc rồi ghi giữ nguyên các phần mới', await value(extras), samples.extras);
  await shot(extras, 'extras', { fullPage: true });
  await stored.evaluate(() => window.scrollTo(0, 0));
  await shot(stored, 'article', { fullPage: true });
  await stored.evaluate(() => window.scrollTo(0, 700));
  await shot(stored, 'sticky');
  await stored.evaluate(() => {
    const area = document.querySelector('[name=bodyHtml]');
    area.value = '<p>Bản khôi phục</p>';
    area.dispatchEvent(new Event('input', { bubbles: true }));
  });
  check('nhận bản khôi phục', await stored.locator('.cl-content').innerText(), /^Bản khôi phục/);
  check('không vi phạm CSP khi mở bài', (await stored.evaluate(() => window.violations)).join('\n'), '');
});

await run('bắt buộc', async () => {
  const needed = await open('/page?extra=required');
  await needed.getByRole('button', { name: 'Lưu' }).click();
  check('nhắc khi trống', await needed.locator('.cl-notice').innerText(), /chưa có nội dung/);
  await shot(needed, 'required');
});

await run('chỉ đọc', async () => {
  const reader = await open('/page?sample=article&extra=readonly');
  check('không có thanh công cụ', String(await reader.getByRole('toolbar').count()), '0');
  check('không có điều cần xem', String(await reader.locator('[data-checks]').isHidden()), 'true');
  const lost = await reader.evaluate(() => document.querySelector('[name=bodyHtml]').editor.show([{ id: 'a', exact: '18 lượt người', prefix: 'Có ', suffix: ' đến', open: true }]));
  check('ghi chú khi chỉ đọc', `${JSON.stringify(lost)} ${await reader.locator('.cl-ghi-chu').innerText()}`, '[] 18 lượt người');
  await reader.locator('.cl-content p').first().evaluate((el) => getSelection().selectAllChildren(el));
  await reader.waitForTimeout(100);
  check('chọn lời khi chỉ đọc', await reader.evaluate(() => document.querySelector('[name=bodyHtml]').editor.quote()?.exact.slice(0, 15)), 'Sáng 20/11/2026');
});

await run('điện thoại', async () => {
  const phone = await open('/page?sample=article', { viewport: { width: 360, height: 720 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });
  await shot(phone, 'phone');
  check('không tràn ngang', String(await phone.evaluate(() => document.documentElement.scrollWidth)), '360');
  const small = await phone.locator('[role=toolbar] button').evaluateAll((all) => all.filter((el) => el.offsetWidth < 40 || el.offsetHeight < 40).length);
  check('nút đủ lớn', String(small), '0');
  await tool(phone, 'Bảng').scrollIntoViewIfNeeded();
  await tool(phone, 'Bảng').tap();
  await shot(phone, 'phone-menu');
  await phone.keyboard.press('Escape');
  await tool(phone, 'Chèn').tap();
  await shot(phone, 'phone-insert');
  await phone.keyboard.press('Escape');
  await tool(phone, 'Tìm và thay').tap();
  await phone.locator('.cl-find').getByLabel('Tìm', { exact: true }).fill('thôn');
  await shot(phone, 'phone-find');
  await phone.keyboard.press('Escape');
  const rich = await open('/page?sample=extras', { viewport: { width: 360, height: 720 }, hasTouch: true, isMobile: true });
  await shot(rich, 'phone-extras', { fullPage: true });
  check('các phần mới không tràn ngang', String(await rich.evaluate(() => document.documentElement.scrollWidth)), '360');
  await tool(phone, 'Liên kết').tap();
  await shot(phone, 'phone-link');
  check('không vi phạm CSP trên điện thoại', (await phone.evaluate(() => window.violations)).join('\n'), '');
});

await run('không JavaScript', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(`${base}/page?sample=article`);
  check('ô chữ trơn vẫn dùng được', String(await plain.locator('textarea').isVisible()), 'true');
});

await run('bài dài', async () => {
  const long = await open('/page?sample=long');
  await long.locator('.cl-content p').nth(40).click();
  const start = performance.now();
  for (let i = 0; i < 20; i += 1) await long.keyboard.press('a');
  const took = (performance.now() - start) / 20;
  console.log(`      bài ${await long.locator('.cl-count').innerText()}: ${took.toFixed(1)} ms mỗi chữ gõ`);
  check('gõ không trễ', String(took < 250), 'true');
});

await run('các cỡ', async () => {
  for (const width of [1600, 800, 700]) {
    const wide = await open('/page?sample=article', { viewport: { width, height: 500 } });
    await shot(wide, `width-${width}`);
  }
  const dark = await open('/page?sample=article', { colorScheme: 'dark' });
  await tool(dark, 'Chữ đậm').click();
  await shot(dark, 'dark');
  await shot(await open('/page?sample=extras', { colorScheme: 'dark' }), 'dark-extras', { fullPage: true });
});

check('không lỗi trên bảng điều khiển', complaints.join('\n'), '');
await browser.close();
server.close();
console.log(failures ? `\n${failures} chỗ hỏng` : '\nTất cả đều đạt');
process.exit(failures ? 1 : 0);
