// The pictures that are there already: GET <url>?tim=&trang=
/** @return {probe, there, load(search, page)}; a portal without the library answers 404 and shows no button */
export function pictureLibrary(url) {
  let asked = null;
  let there = false;
  const load = async (search = '', page = 1) => {
    const answer = await fetch(`${url}?${new URLSearchParams({ tim: search, trang: page })}`, { headers: { Accept: 'application/json' } });
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  };
  const probe = () => {
    asked ??= load().then(() => { there = true; }, () => {});
    return asked;
  };
  return { probe, there: () => there, load };
}
