/** First key that stands twice in one object of a JSON text that parses; null when there is none. `JSON.parse` keeps only the last. */
export function duplicateKey(text: string): string | null {
  const stack: (Set<string> | null)[] = [];
  let expectKey = false;
  for (let i = 0; i < text.length; i++) {
    const letter = text[i];
    if (letter === '{') {
      stack.push(new Set());
      expectKey = true;
    } else if (letter === '[') {
      stack.push(null);
      expectKey = false;
    } else if (letter === '}' || letter === ']') {
      stack.pop();
      expectKey = false;
    } else if (letter === ',') {
      expectKey = stack.at(-1) != null;
    } else if (letter === '"') {
      const end = endOfString(text, i);
      if (expectKey) {
        const key = text.slice(i + 1, end);
        const keys = stack.at(-1);
        if (keys?.has(key)) return key;
        keys?.add(key);
        expectKey = false;
      }
      i = end;
    }
  }
  return null;
}

function endOfString(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
  return end;
}
