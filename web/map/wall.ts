/** Times the usual size that names have: they grow with the height of the screen above 1080 pixels, so that a wall of screens is read from afar. */
export const wallFactor = (): number => Math.max(1, window.innerHeight / 1080);
