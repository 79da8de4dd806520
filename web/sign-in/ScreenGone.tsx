import { accountWords } from '../message/account/account-words.ts';
import { ContourLines } from './ContourLines.tsx';
import './sign-in.css';

/** 会议屏链接不可用 — what a display shows whose link is wrong or revoked, in both languages: nobody has chosen one on it. */
export function ScreenGone() {
  const { screenGone: zh } = accountWords('zh');
  const { screenGone: en } = accountWords('en');
  return (
    <main className="sign-in" data-part="screen-gone">
      <ContourLines />
      <div className="sign-in-card sign-in-form">
        <header lang="zh-CN">
          <h1>{zh.title}</h1>
        </header>
        <p lang="zh-CN">{zh.text}</p>
        <section lang="en">
          <h2>{en.title}</h2>
          <p>{en.text}</p>
        </section>
        <button type="button" className="primary" onClick={() => window.location.assign('/')}>
          <span lang="zh-CN">{zh.go}</span> · <span lang="en">{en.go}</span>
        </button>
      </div>
    </main>
  );
}
