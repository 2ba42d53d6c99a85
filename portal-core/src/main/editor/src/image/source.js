// Addresses of pictures: public ones (/media/…) in the article, prefixed ones in the newsroom's page.

/** Any src → the one to store, or null when the picture lives elsewhere. */
export function imageSource(src, prefix, keepForeign = false) {
  if (!src) return null;
  if (src.startsWith('/media/')) return src;
  let url;
  try { url = new URL(src, location.href); } catch { return null; }
  if (!/^https?:$/.test(url.protocol) || url.origin !== location.origin) return keepForeign ? src : null;
  const path = url.pathname + url.search;
  return prefix && path.startsWith(`${prefix}/media/`) ? path.slice(prefix.length) : path;
}

/** The stored src → the one this page can show. */
export function displaySource(src, prefix) {
  return src && src.startsWith('/media/') ? prefix + src : src;
}
