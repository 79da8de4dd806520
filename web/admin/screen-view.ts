/** The query part of a link, that of a lobby marked as such; what is no link stands for the whole county. A stray sign stays one: it is written anew. */
export function viewOf(link: string): string {
  const text = link.trim();
  const at = text.indexOf('?');
  const query = new URLSearchParams(at < 0 ? '' : text.slice(at + 1).replace(/#.*$/, '')).toString();
  return /\/lobby(\?|$)/.test(text) ? `lobby=1&${query}` : query;
}

/** A view's parameters as a person reads them, however they are written. */
export const shownView = (view: string): string =>
  [...new URLSearchParams(view)].map(([name, value]) => (value === '' ? name : `${name}=${value}`)).join('&');
