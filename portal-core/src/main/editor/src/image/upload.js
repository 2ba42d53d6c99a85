// Sends one picture or file to the server; errors come back as sentences to show.
import { M, t } from '../messages.js';

const FILE_WORDS = {
  offline: M.uploadFileOffline, signedOut: M.uploadFileSignedOut, tooLarge: M.uploadFileTooLarge,
  failed: M.uploadFileFailed, missing: M.uploadFileMissing,
};
const IMAGE_WORDS = {
  offline: M.uploadOffline, signedOut: M.uploadSignedOut, tooLarge: M.uploadTooLarge, failed: M.uploadFailed,
};

/** @return Promise of what the server answers, for a picture {url, width, height}, for a file
    {url, name, bytes, type}; rejects with an Error whose message is meant for people */
export function uploader({ url, csrfHeader, csrfToken, files = false }) {
  // the token is asked for each time: a session may be renewed while the page stays open
  const words = files ? FILE_WORDS : IMAGE_WORDS;
  return (file, alt, { onProgress = () => {}, signal } = {}) => new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append('file', file, file.name || 'anh');
    if (!files) body.append('alt', alt);

    request.open('POST', url);
    request.responseType = 'text';
    request.setRequestHeader('Accept', 'application/json');
    if (csrfHeader) request.setRequestHeader(csrfHeader, csrfToken() ?? '');
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(Math.round((event.loaded / event.total) * 100));
    };
    request.onload = () => {
      const answer = parse(request.responseText);
      if (request.status >= 200 && request.status < 300 && typeof answer?.url === 'string') {
        resolve(files ? answer : { url: answer.url, width: answer.width || null, height: answer.height || null });
      } else {
        reject(new Error(answer?.message || explain(request, words)));
      }
    };
    request.onerror = () => reject(new Error(words.offline));
    signal?.addEventListener('abort', () => {
      request.abort();
      reject(new DOMException('', 'AbortError'));
    });
    request.send(body);
  });
}

function parse(text) {
  try { return JSON.parse(text); } catch { return null; }
}

function explain({ status }, words) {
  // 2xx without JSON: the request was led away to the sign-in page.
  if (status === 401 || status === 403 || (status >= 200 && status < 300)) return words.signedOut;
  if (status === 404 && words.missing) return words.missing;
  if (status === 413) return words.tooLarge;
  return t(words.failed, { status });
}
