const control = /(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/u;
const controls = /(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/gu;

/** Whether a text can be stored and printed everywhere: no control characters but tab and line breaks, no halves of characters, nothing XML may not hold. */
export const isPrintable = (text: string): boolean => text.isWellFormed() && !control.test(text);

/** A text without the control characters that come along with what is pasted; what is seen of it stays as it is. */
export const printable = (text: string): string => text.toWellFormed().replace(controls, '');

/**
 * 百分比 — a share (0–1, more where over-fulfilled) as per cent with one decimal, or so many; an em dash for null. Only a whole says 100.0 %, only
 * none says 0.0 %: 1999 of 2000 is 99.9 %, 1 of 3000 is 0.1 %. The one way a share is written on screen, paper and workbook, in both languages.
 */
export function shareText(share: number | null, decimals = 1): string {
  if (share === null) return '—';
  const step = 10 ** -decimals;
  const rounded = Number((share * 100).toFixed(decimals));
  const away = share < 1 ? -step : step;
  const shown =
    rounded === 100 && share !== 1 ? 100 + away : rounded === 0 && share !== 0 ? Math.sign(share) * step : rounded;
  return `${shown.toFixed(decimals)}%`;
}

/** 面积 — square kilometres with one decimal, two below a tenth, thousands parted. The one way an area is written on screen and paper; its unit stands beside it. */
export const areaText = (km2: number): string => {
  const decimals = km2 < 0.1 ? 2 : 1;
  return km2.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
};
