/** What is said before anything is installed, when no TypeScript can be read yet; `{node}` and `{system}` are filled in. */
export const prepareWords = {
  zh: {
    oldNode: 'Node {node} 版本过低：请安装 Node 20.19 或更新版本，再运行一次本命令。',
    installing: '正在安装软件包……',
    notInstalled: '软件包没有装好：请看上面 npm 的提示，处理后再运行一次本命令。',
    noNode: '软件包里没有适用于 {system} 的 Node：请安装 Node 24 或更新版本。',
    building: '正在生成网页……',
  },
  en: {
    oldNode: 'Node {node} is too old: install Node 20.19 or newer, then run the command again.',
    installing: 'Installing packages …',
    notInstalled: 'The packages could not be installed: see the npm messages above, then run the command again.',
    noNode: 'The packages include no Node for {system}: install Node 24 or newer.',
    building: 'Building the page …',
  },
};
