import { useEffect, useState } from 'react';

/** Height and width of the window, pixels, as it is now. */
export function useWindowSize(): { width: number; height: number } {
  const [size, setSize] = useState(() => ({ width: window.innerWidth, height: window.innerHeight }));
  useEffect(() => {
    const onSize = () => setSize({ width: window.innerWidth, height: window.innerHeight });
    window.addEventListener('resize', onSize);
    return () => window.removeEventListener('resize', onSize);
  }, []);
  return size;
}
