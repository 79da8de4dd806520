import { useSyncExternalStore } from 'react';

const query = '(max-width: 760px)';

function onChange(tell: () => void): () => void {
  const media = window.matchMedia(query);
  media.addEventListener('change', tell);
  return () => media.removeEventListener('change', tell);
}

/** Whether the page is shown on something as narrow as a phone, where nothing is ranked. */
export function useNarrow(): boolean {
  return useSyncExternalStore(onChange, () => window.matchMedia(query).matches);
}
