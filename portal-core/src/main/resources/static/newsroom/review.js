// Remarks on a passage: what is marked in the text goes along with the remark, and is shown where it stands.
const body = document.querySelector('[data-read]');
const form = document.querySelector('#gop-y-moi');
const pick = document.querySelector('[data-pick]');
const AROUND = 60;

/** The text of the article with, for every character, the node and offset it comes from. */
function flatten() {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  const parts = [];
  let text = '';
  while (walker.nextNode()) {
    parts.push({ node: walker.currentNode, start: text.length });
    text += walker.currentNode.data;
  }
  return { text, parts };
}

function point({ parts }, at) {
  const part = parts.findLast(({ start }) => start <= at) ?? parts[0];
  return [part.node, Math.min(at - part.start, part.node.data.length)];
}

/** Where a passage stands now: the occurrence whose surroundings fit best, or null. */
function find(flat, { exact, prefix, suffix }) {
  let best = null;
  for (let at = flat.text.indexOf(exact); at >= 0; at = flat.text.indexOf(exact, at + 1)) {
    const before = flat.text.slice(Math.max(0, at - AROUND), at);
    const after = flat.text.slice(at + exact.length, at + exact.length + AROUND);
    let fit = 0;
    while (fit < prefix.length && before.at(-1 - fit) === prefix.at(-1 - fit)) fit += 1;
    let later = 0;
    while (later < suffix.length && after[later] === suffix[later]) later += 1;
    if (!best || fit + later > best.fit) best = { at, fit: fit + later };
  }
  if (!best) return null;
  const range = new Range();
  range.setStart(...point(flat, best.at));
  range.setEnd(...point(flat, best.at + exact.length));
  return range;
}

function show() {
  if (!CSS.highlights) return;
  const flat = flatten();
  const open = [];
  for (const thread of document.querySelectorAll('.thread')) {
    const { quote: exact, prefix = '', suffix = '' } = thread.dataset;
    const range = exact ? find(flat, { exact, prefix, suffix }) : null;
    thread.classList.toggle('thread-moved', Boolean(exact) && !range);
    if (!range) continue;
    if (!thread.classList.contains('thread-done')) open.push(range);
    const quote = thread.querySelector('.quote');
    quote.classList.add('quote-there');
    quote.addEventListener('click', () => {
      CSS.highlights.set('gop-y-chon', new Highlight(range));
      range.startContainer.parentElement.scrollIntoView({ block: 'center' });
    });
  }
  CSS.highlights.set('gop-y', new Highlight(...open));
}

function picked() {
  const selection = getSelection();
  if (selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  if (!body.contains(range.commonAncestorContainer)) return null;
  const before = new Range();
  before.setStart(body, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const { text } = flatten();
  const start = before.toString().length;
  const exact = range.toString();
  if (!exact.trim() || exact.length > 500) return null;
  return { exact, prefix: text.slice(Math.max(0, start - AROUND), start), suffix: text.slice(start + exact.length, start + exact.length + AROUND) };
}

if (body) show();
if (body && form && pick) {
  let passage = null;
  document.addEventListener('selectionchange', () => {
    const now = picked();
    if (now) passage = now;
    pick.hidden = !now;
  });
  // the button must not take the selection away before it is read
  pick.addEventListener('pointerdown', (event) => event.preventDefault());
  pick.addEventListener('click', () => {
    if (!passage) return;
    form.elements.quote.value = passage.exact;
    form.elements.prefix.value = passage.prefix;
    form.elements.suffix.value = passage.suffix;
    const quote = form.querySelector('[data-picked]');
    quote.textContent = passage.exact;
    quote.hidden = false;
    pick.hidden = true;
    form.elements.remark.focus();
    form.scrollIntoView({ block: 'center' });
  });
}
