// Bold, italic, link and the like as an element adds them to (or takes them from) its surroundings.
import { declarations } from './styles.js';
import { isAllowedHref, pastedHref } from '../href.js';

/** The marks inside `el`, given those around it. */
export function marksOf(el, around, paste) {
  const marks = { ...around };
  const style = declarations(el);
  switch (el.tagName) {
    case 'B': case 'STRONG': marks.bold = true; break;
    case 'I': case 'EM': case 'DFN': marks.italic = true; break;
    case 'CITE': marks[!paste && el.closest('blockquote') ? 'cite' : 'italic'] = true; break;
    case 'U': case 'INS': marks.underline = true; break;
    case 'S': case 'DEL': case 'STRIKE': marks.strike = true; break;
    case 'SUP': marks.script = 'sup'; break;
    case 'SUB': marks.script = 'sub'; break;
    case 'A': {
      const href = el.getAttribute('href');
      const allowed = paste ? pastedHref(href) : isAllowedHref(href) && href;
      if (allowed) marks.href = allowed;
      if (allowed && !paste && el.matches('.tep[data-loai]')) marks.file = { bytes: el.dataset.bytes, kind: el.dataset.loai };
      break;
    }
    default:
  }
  const weight = style.get('font-weight');
  if (weight) marks.bold = /bold/.test(weight) || parseInt(weight, 10) >= 600;
  const slant = style.get('font-style');
  if (slant) marks.italic = /italic|oblique/.test(slant);
  const line = `${style.get('text-decoration') || ''} ${style.get('text-decoration-line') || ''}`;
  if (/underline/.test(line)) marks.underline = true;
  if (/line-through/.test(line)) marks.strike = true;
  const raised = style.get('vertical-align');
  if (raised === 'super') marks.script = 'sup';
  if (raised === 'sub') marks.script = 'sub';
  if (marks.href) marks.underline = false;
  return marks;
}

/** Wraps a text node in the clean elements of its marks. */
export function wrapped(doc, text, marks) {
  let node = doc.createTextNode(text);
  const around = (tag) => {
    const el = doc.createElement(tag);
    el.append(node);
    node = el;
  };
  if (marks.underline) around('u');
  if (marks.strike) around('s');
  if (marks.script) around(marks.script);
  if (marks.italic) around('em');
  if (marks.bold) around('strong');
  if (marks.cite) around('cite');
  if (marks.href) {
    around('a');
    node.setAttribute('href', marks.href);
    if (marks.file) {
      node.className = 'tep';
      if (marks.file.bytes) node.dataset.bytes = marks.file.bytes;
      node.dataset.loai = marks.file.kind;
    }
  }
  return node;
}
