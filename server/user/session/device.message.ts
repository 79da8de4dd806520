import type { Text } from '../../words/text.ts';

const systems: [RegExp, Text][] = [
  [/Android/i, { zh: '安卓手机', en: 'Android' }],
  [/iPhone|iPad/i, { zh: '苹果手机', en: 'iPhone or iPad' }],
  [/HarmonyOS|OpenHarmony/i, { zh: '鸿蒙', en: 'HarmonyOS' }],
  [/Windows/i, { zh: 'Windows 电脑', en: 'Windows' }],
  [/Mac OS X|Macintosh/i, { zh: 'Mac 电脑', en: 'Mac' }],
  [/UOS|Kylin|Deepin|Linux/i, { zh: 'Linux 电脑', en: 'Linux' }],
];
const browsers: [RegExp, Text][] = [
  [/MicroMessenger/i, { zh: '微信', en: 'WeChat' }],
  [/QQBrowser/i, { zh: 'QQ 浏览器', en: 'QQ Browser' }],
  [/360(SE|EE)|QIHU/i, { zh: '360 浏览器', en: '360 Browser' }],
  [/Edg/i, { zh: 'Edge', en: 'Edge' }],
  [/Firefox/i, { zh: 'Firefox', en: 'Firefox' }],
  [/Chrome|Chromium/i, { zh: 'Chrome', en: 'Chrome' }],
  [/Safari/i, { zh: 'Safari', en: 'Safari' }],
];

/** 设备 — what a browser says of itself, in words: 安卓手机 · Chrome. */
export function deviceText(agent: string): Text {
  const found = [systems, browsers].flatMap((kinds) => kinds.find(([mark]) => mark.test(agent))?.[1] ?? []);
  if (found.length === 0) return { zh: '其他设备', en: 'Another device' };
  return { zh: found.map(({ zh }) => zh).join(' · '), en: found.map(({ en }) => en).join(' · ') };
}
