// Which addresses are videos, and who shows them. The server knows the same rules (VideoAddress.java).
const RULES = {
  'youtube.com': (url) => (url.pathname === '/watch' && url.searchParams.has('v')) || /^\/(shorts|live)\/[\w-]+$/.test(url.pathname),
  'youtu.be': (url) => /^\/[\w-]+$/.test(url.pathname),
  'vimeo.com': (url) => /^\/\d+(\/\w+)?$/.test(url.pathname),
  'facebook.com': (url) => /^(\/watch\/?|\/reel\/\d+\/?|\/share\/[vr]\/\w+\/?|.*\/videos\/.+)$/.test(url.pathname),
  'fb.watch': (url) => url.pathname.length > 1,
};
const NAMES = { 'youtube.com': 'YouTube', 'youtu.be': 'YouTube', 'vimeo.com': 'Vimeo', 'facebook.com': 'Facebook', 'fb.watch': 'Facebook' };
const OWN = 'trang này';

/** The name readers know the provider by; null when the address is no video. */
export function videoProvider(address) {
  if (/^\/(?!\/)[^\s"'<>\\]*\.mp4$/.test(address)) return OWN;
  let url;
  try { url = new URL(address); } catch { return null; }
  if (url.protocol !== 'https:' || url.username) return null;
  const host = url.hostname.replace(/^(www|m|web)\./, '');
  if (RULES[host]) return RULES[host](url) ? NAMES[host] : null;
  return /\.mp4$/i.test(url.pathname) ? host : null;
}

/** What someone typed or copied → the address to keep, without what only follows people, or null. */
export function normaliseVideo(input) {
  let value = input.trim();
  if (/^(www\.|m\.)?(youtube\.com|youtu\.be|vimeo\.com|facebook\.com|fb\.watch)\//i.test(value)) value = `https://${value}`;
  value = value.replace(/^http:/i, 'https:');
  try {
    const url = new URL(value);
    for (const name of ['si', 'feature', 'fbclid', 'mibextid', 'utm_source', 'utm_medium', 'utm_campaign']) url.searchParams.delete(name);
    value = url.href;
  } catch { /* a path of this site */ }
  return videoProvider(value) ? value : null;
}
