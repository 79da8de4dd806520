/** 全屏 — fills the screen with the page, or gives it back. Where the browser does not allow it, nothing happens: its own key still does. */
export function toggleFullScreen(): void {
  const done = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.();
  done?.catch(() => undefined);
}
