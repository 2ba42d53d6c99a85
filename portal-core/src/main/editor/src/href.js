// Which addresses a link may carry, and the tidy form of what people type.
const EMAIL = /^[^\s@<>"/:?#]+@[^\s@<>"/:?#]+\.[a-z]{2,}$/i;
const PHONE = /^\+?[\d\s.()-]{3,20}$/;
const DOMAIN = /^(?:[\p{L}\d-]+\.)+\p{L}{2,}(?::\d+)?(?:[/?#]\S*)?$/u;

/** True for an address that may stand in an article as it is. */
export function isAllowedHref(href) {
  if (typeof href !== 'string' || /[\u0000-\u001f\u007f]/.test(href)) return false;
  const value = href.trim();
  if (/^https?:\/\//i.test(value)) {
    try { return new URL(value).hostname !== ''; } catch { return false; }
  }
  if (/^mailto:[^\s@]+@[^\s@]+$/i.test(value) || /^tel:\+?[\d.()-]+$/i.test(value)) return true;
  return /^\/(?![/\\])/.test(value) || /^#[^\s]+$/.test(value);
}

/** What someone typed → an allowed address, or null. */
export function normaliseHref(input) {
  const value = input.trim();
  if (EMAIL.test(value)) return `mailto:${value}`;
  if (PHONE.test(value) && value.replace(/\D/g, '').length >= 3) return `tel:${value.replace(/[^\d+]/g, '')}`;
  if (DOMAIN.test(value)) return `https://${value}`;
  if (/^tel:/i.test(value)) return normaliseHref(value.slice(4));
  const escaped = value.replaceAll(' ', '%20');
  return value && isAllowedHref(escaped) ? escaped : null;
}

/** An address copied from elsewhere → an allowed one without tracking detours, or null. */
export function pastedHref(href) {
  if (!href) return null;
  try {
    const url = new URL(href);
    if (/(^|\.)google\.[a-z.]+$/.test(url.hostname) && url.pathname === '/url') {
      return pastedHref(url.searchParams.get('q') || url.searchParams.get('url'));
    }
  } catch { /* a path, judged below */ }
  return isAllowedHref(href) && !href.startsWith('#') ? href.trim() : null;
}
