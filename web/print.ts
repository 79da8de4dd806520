/** What an A4 sheet on its side shows within margins of 8 mm, CSS pixels; a little less, so that one page stays one. */
const sheet = { width: 1058, height: 728 };

/**
 * The map is printed as it stands on the screen, made smaller as a whole: a drawing cannot be made anew while the browser lays out its paper.
 * Tells the style sheet how large the screen is and what it comes to on paper.
 */
export function keepForPaper(): void {
  window.addEventListener('beforeprint', () => {
    const { documentElement: root, body } = document;
    const { clientWidth: width, clientHeight: height, style } = root;
    style.setProperty('--print-width', `${width}px`);
    style.setProperty('--print-height', `${height}px`);
    style.setProperty('--print-font', getComputedStyle(body).getPropertyValue('font-size'));
    style.setProperty('--print-zoom', String(Math.min(sheet.width / width, sheet.height / height)));
  });
}
