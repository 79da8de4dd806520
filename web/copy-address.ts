/** 复制链接 — puts the address of the view on the clipboard; tells whether it could. */
export async function copyAddress(): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(window.location.href);
    return true;
  } catch {
    return copyBySelection(window.location.href);
  }
}

/** Plain HTTP gives no clipboard: a field selected for a moment does. */
function copyBySelection(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  document.body.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  return done;
}
