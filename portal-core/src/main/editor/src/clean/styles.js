// Makes foreign HTML safe to parse under a strict CSP: style attributes are
// and event handlers are renamed before any parser sees them; styles are then
// read as plain text.
const SEALED = 'data-s';

/** Removes what never carries words, renames style="" to data-s="" and onclick="" to data-x="". */
export function sealStyles(html) {
  return html
    .replace(/<(style|script|xml|title|noscript|template)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<(meta|link|base)\b[^>]*>/gi, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<[a-z][^>]*>/gi, (tag) => tag
      .replace(/([\s"'/])style(\s*=)/gi, `$1${SEALED}$2`)
      .replace(/([\s"'/])on[a-z]+(\s*=)/gi, '$1data-x$2'));
}

/** The declarations of an element: Map of property → value, both lower case. */
export function declarations(el) {
  const map = new Map();
  for (const part of (el.getAttribute(SEALED) || '').toLowerCase().split(';')) {
    const at = part.indexOf(':');
    if (at > 0) map.set(part.slice(0, at).trim(), part.slice(at + 1).trim());
  }
  return map;
}

/** 'center' | 'right' | null as the element itself says it (undefined = says nothing). */
export function alignment(el) {
  if (el.classList.contains('can-giua') || el.tagName === 'CENTER') return 'center';
  if (el.classList.contains('can-phai')) return 'right';
  const said = declarations(el).get('text-align') || (el.getAttribute('align') || '').toLowerCase();
  if (!said) return undefined;
  if (said.includes('center')) return 'center';
  return said === 'right' || said === 'end' ? 'right' : null;
}
