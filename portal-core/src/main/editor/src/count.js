// Words and reading time. Vietnamese counts chữ: pieces between spaces.
import { M, number, t } from './messages.js';

const WORDS_PER_MINUTE = 200;

export function countWords(doc) {
  const text = doc.textBetween(0, doc.content.size, ' ', ' ');
  return text.match(/[^\s]*[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
}

export function countLine(doc) {
  const words = countWords(doc);
  if (!words) return M.countEmpty;
  const minutes = Math.max(1, Math.round(words / WORDS_PER_MINUTE));
  return `${t(M.count, { words: number(words) })} · ${t(M.reading, { minutes: number(minutes) })}`;
}
