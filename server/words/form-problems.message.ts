import type { RefusalCode } from '../http/refusal.ts';
import type { Text } from './text.ts';

/** Title and detail of what refuses a form's save. */
export const formProblems = {
  'saved-meanwhile': {
    title: { zh: '他人已先保存', en: 'Someone else saved first' },
    detail: {
      zh: '您打开表单之后，他人已保存了同样的内容。双方填写的内容均已保留，请逐项选择后再保存。',
      en: 'After you opened the form, someone else saved the same fields. Nothing is lost on either side. Choose which to keep, field by field, then save.',
    },
  },
  'form-faulty': {
    title: { zh: '表单还没有填好', en: 'The form is not complete yet' },
    detail: {
      zh: '有 {count} 处需要改正，见标红的各项；改好后再保存，已填的内容都还在。',
      en: '{count} fields need correcting. Correct the marked ones and save again; your input is kept.',
    },
  },
  'submission-foreign': {
    title: { zh: '编号已用过', en: 'Number used before' },
    detail: {
      zh: '这次保存的编号已被他人用过，没有保存。请重新打开表单再保存。',
      en: 'Someone else has used the number of this save; nothing was saved. Open the form again and save.',
    },
  },
  'submission-used': {
    title: { zh: '这次保存的编号已用过', en: 'Number of this save used before' },
    detail: {
      zh: '不能保存：这次保存的编号已用于另一次填报，内容对不上。请重新打开表单，核对后再保存。',
      en: 'This cannot be saved: its number was already used for a different save. Open the form again, check it and save.',
    },
  },
  'proposal-unknown': {
    title: { zh: '没有这项申请', en: 'Unknown request' },
    detail: {
      zh: '没有找到该调整申请，或您无权查看。',
      en: 'This change request was not found, or you may not view it.',
    },
  },
  'proposal-decided': {
    title: { zh: '申请已办理', en: 'Decided already' },
    detail: {
      zh: '不能再次办理：该调整申请已经办理或撤回。请刷新后再看。',
      en: 'This request was already decided or withdrawn. Reload the page.',
    },
  },
  'proposal-changed': {
    title: { zh: '申请内容有变', en: 'The request changed' },
    detail: {
      zh: '不能办理：您打开以后，申请单位又改动了申请内容。请按现在的内容核对后再办理。',
      en: 'This cannot be decided: the request changed after you opened it. Check it again, then decide.',
    },
  },
  'proposal-outdated': {
    title: { zh: '申请内容已变', en: 'No longer as it was' },
    detail: {
      zh: '不能同意：申请提出后，所申请的内容已另行改动。请不予同意，由申请单位按现状重新提出。',
      en: 'This cannot be accepted: the values it would change have since changed. Refuse it and ask for a new request.',
    },
  },
  'field-not-allowed': {
    title: { zh: '该项不在您的填报权限内', en: 'Outside your rights' },
    detail: {
      zh: '“{parameter}”不在您的填报权限内，没有保存。请把它改回原样，或请负责的部门填写。',
      en: 'You may not change “{parameter}”; nothing was saved. Restore it, or ask the department in charge to fill it in.',
    },
  },
  'confirm-needed': {
    title: { zh: '需要确认', en: 'Confirmation needed' },
    detail: {
      zh: '生效日期{day}在今天之前：保存后，该日以来的判定结果将随之变化。如属实，请确认后保存。',
      en: 'The date {day} is before today: statuses shown since then will change. If that is right, confirm and save.',
    },
  },
  'task-unknown': {
    title: { zh: '没有这个事项', en: 'No such task' },
    detail: { zh: '没有找到该事项，或您无权查看。', en: 'This task was not found, or you may not view it.' },
  },
  'task-of-others': {
    title: { zh: '不是本单位的事项', en: 'Another unit’s task' },
    detail: {
      zh: '不能反馈整改情况：该事项的责任单位是{unit}。请由该单位反馈；有误请与县委组织部联系。',
      en: 'You cannot report on this: the unit responsible is {unit}. Ask that unit to report, or contact the organisation department if the unit is wrong.',
    },
  },
  'task-exists': {
    title: { zh: '这个事项已经交办过', en: 'Task already assigned' },
    detail: {
      zh: '这个编号的事项已经交办过，没有再次保存。请刷新后在交办事项里查看。',
      en: 'A task with this number was already assigned; nothing was saved. Reload the page and check the tasks.',
    },
  },
  'meeting-unknown': {
    title: { zh: '没有这个会议', en: 'No such meeting' },
    detail: { zh: '没有找到该会议，或您无权查看。', en: 'This meeting was not found, or you may not view it.' },
  },
  'meeting-over': {
    title: { zh: '会议状态不允许', en: 'Not possible at this stage of the meeting' },
    detail: {
      zh: '会议还没有开始，或者已经结束。请刷新页面查看现在的状态。',
      en: 'The meeting has not begun or has ended. Reload the page to see its status.',
    },
  },
  'item-unknown': {
    title: { zh: '议程里没有这一项', en: 'Not on the agenda' },
    detail: {
      zh: '这一项不在（或已不在）本次会议的议程里，没有保存。写下的内容还留在本机；请把这一项放回议程，或者记到别的项下。',
      en: 'This item is not, or no longer, on the agenda of the meeting; nothing was saved. What you typed stays in this browser. Put the item back on the agenda, or enter it under another item.',
    },
  },
  'view-unknown': {
    title: { zh: '没有这个视图', en: 'No such view' },
    detail: { zh: '没有找到该常用视图，或您无权查看。', en: 'This saved view was not found, or you may not view it.' },
  },
  'views-full': {
    title: { zh: '常用视图太多', en: 'Too many saved views' },
    detail: {
      zh: '每人最多保存 {most} 个常用视图，请先删除不用的。',
      en: 'You can save at most {most} views. Remove unused ones first.',
    },
  },
  'picture-unreadable': {
    title: { zh: '图片无法识别', en: 'The picture cannot be read' },
    detail: {
      zh: '这个文件不是完整的 PNG 或 JPEG 图片，没有保存。请换一张，或用看图软件另存为 JPEG 后再传。',
      en: 'The file is not a complete PNG or JPEG picture; nothing was saved. Choose another, or save it again as JPEG.',
    },
  },
  'picture-too-many-pixels': {
    title: { zh: '图片尺寸太大', en: 'The picture has too many pixels' },
    detail: {
      zh: '图片超过 {most} 万像素，没有保存。请缩小后再传。',
      en: 'The picture has more than {million} million pixels; nothing was saved. Reduce it first.',
    },
  },
  'picture-too-large': {
    title: { zh: '图片文件太大', en: 'The picture file is too large' },
    detail: {
      zh: '图片文件最大 {most} MB，没有保存。请压缩后再传。',
      en: 'A picture file can be at most {most} MB; nothing was saved. Compress it first.',
    },
  },
  'pictures-full': {
    title: { zh: '图片太多，正在处理', en: 'Too many pictures at once' },
    detail: {
      zh: '服务器正在处理的图片太多，这一张没有保存。请稍等片刻再传。',
      en: 'Too many pictures are being processed, and this one was not saved. Wait a moment and try again.',
    },
  },
  'external-unknown': {
    title: { zh: '没有这条通报', en: 'No such result' },
    detail: {
      zh: '没有找到该条上级通报与考评，可能已经撤销。请刷新后再看。',
      en: 'This city or province result was not found; it may have been withdrawn. Reload the page.',
    },
  },
  'plan-unknown': {
    title: { zh: '没有这个路线方案', en: 'No such route plan' },
    detail: {
      zh: '没有找到该督查路线方案，可能已经撤销。请刷新后再看。',
      en: 'This route plan was not found; it may have been withdrawn. Reload the page.',
    },
  },
  'visit-unknown': {
    title: { zh: '没有这次督查', en: 'No such visit' },
    detail: {
      zh: '没有找到该次督查，可能已经撤销。请刷新后再看。',
      en: 'This visit was not found; it may have been withdrawn. Reload the page.',
    },
  },
} satisfies Partial<Record<RefusalCode, { title: Text; detail: Text }>>;
