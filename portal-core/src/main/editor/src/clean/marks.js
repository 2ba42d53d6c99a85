// Bold, italic, underline and link as an element adds them to (or takes them from) its surroundings.
import { declarations } from './styles.js';
import { isAllowedHref, pastedHref } from '../href.js';

const SUPER = { 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹', '+': '⁺', '-': '⁻', n: 'ⁿ' };
const SUB = { 0: '₀', 1: '₁', 2: '₂', 3: '₃', 4: '₄', 5: '₅', 6: '₆', 7: '₇', 8: '₈', 9: '₉', '+': '₊', '-': '₋' };

/** The marks inside `el`, given those around it. */
export function marksOf(el, around, paste) {
  const marks = { ...around };
  const style = declarations(el);
  switch (el.tagName) {
    case 'B': case 'STRONG': marks.bold = true; break;
    case 'I': case 'EM': case 'CITE': case 'DFN': marks.italic = true; break;
    case 'U': case 'INS': marks.underline = true; break;
    case 'SUP': marks.script = SUPER; break;
    case 'SUB': marks.script = SUB; break;
    case 'A': {
      const href = el.getAttribute('href');
      const allowed = paste ? pastedHref(href) : isAllowedHref(href) && href;
      if (allowed) marks.href = allowed;
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
  const raised = style.get('vertical-align');
  if (raised === 'super') marks.script = SUPER;
  if (raised === 'sub') marks.script = SUB;
  if (marks.href) marks.underline = false;
  return marks;
}

/** Text in its raised or lowered form: m² stays m². Anything but short numbers is left alone. */
export function scripted(text, script) {
  const short = text.trim();
  if (!script || !short || short.length > 4 || [...short].some((c) => !(c in script))) return text;
  return text.replace(/\S/g, (c) => script[c]);
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
  if (marks.italic) around('em');
  if (marks.bold) around('strong');
  if (marks.href) {
    around('a');
    node.setAttribute('href', marks.href);
  }
  return node;
}
