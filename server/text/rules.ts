const control = /(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/u;
const controls = /(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/gu;

/** Whether a text can be stored and printed everywhere: no control characters but tab and line breaks, no halves of characters, nothing XML may not hold. */
export const isPrintable = (text: string): boolean => text.isWellFormed() && !control.test(text);

/** A text without the control characters that come along with what is pasted; what is seen of it stays as it is. */
export const printable = (text: string): string => text.toWellFormed().replace(controls, '');
