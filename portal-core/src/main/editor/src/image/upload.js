// Sends one picture to the server; errors come back as sentences to show.
import { M, t } from '../messages.js';

/** @return Promise<{url, width, height}>; rejects with an Error whose message is meant for people */
export function uploader({ url, csrfHeader, csrfToken }) {
  return (file, alt, { onProgress, signal }) => new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append('file', file, file.name || 'anh');
    body.append('alt', alt);

    request.open('POST', url);
    request.responseType = 'text';
    request.setRequestHeader('Accept', 'application/json');
    if (csrfHeader && csrfToken) request.setRequestHeader(csrfHeader, csrfToken);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(Math.round((event.loaded / event.total) * 100));
    };
    request.onload = () => {
      const answer = parse(request.responseText);
      if (request.status >= 200 && request.status < 300 && typeof answer?.url === 'string') {
        resolve({ url: answer.url, width: answer.width || null, height: answer.height || null });
      } else {
        reject(new Error(answer?.message || explain(request)));
      }
    };
    request.onerror = () => reject(new Error(M.uploadOffline));
    signal.addEventListener('abort', () => {
      request.abort();
      reject(new DOMException('', 'AbortError'));
    });
    request.send(body);
  });
}

function parse(text) {
  try { return JSON.parse(text); } catch { return null; }
}

function explain({ status }) {
  // 2xx without JSON: the request was led away to the sign-in page.
  if (status === 401 || status === 403 || (status >= 200 && status < 300)) return M.uploadSignedOut;
  if (status === 413) return M.uploadTooLarge;
  return t(M.uploadFailed, { status });
}
